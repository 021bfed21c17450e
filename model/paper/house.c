#include "paper/house.h"

#include "base/text.h"

enum { TEXT_MOST = 140 /* of a credit transfer (EPC069-12) */ };

static void line_add(GPtrArray *lines, const char *line)
{
    if (*line != '\0')
        g_ptr_array_add(lines, text_clean(line));
}

/* The address stands on one line in the settings, and on several in a letterhead. */
GPtrArray *house_sender(const Settings *settings, bool email)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) address = g_strsplit(settings_text(settings, "belronde", "address"), ",", -1);
    line_add(lines, settings_text(settings, "belronde", "name"));
    for (char **line = address; *line != NULL; line++)
        line_add(lines, g_strstrip(*line));
    line_add(lines, settings_text(settings, "belronde", "phone"));
    if (email)
        line_add(lines, settings_text(settings, "belronde", "email"));
    line_add(lines, settings_text(settings, "letter", "company_number"));
    return lines;
}

static void put(char **place, char *text)
{
    g_free(*place);
    *place = text;
}

void house_payment(const Settings *settings, const char *reference, const char *customer_number, const char *numbers,
                   LetterPayment *payment)
{
    bool single = *reference != '\0';
    g_autofree char *all = g_strconcat(customer_number, " ", numbers, NULL);
    put(&payment->name, g_strdup(settings_text(settings, "belronde", "name")));
    put(&payment->iban, g_strdup(settings_text(settings, "belronde", "iban")));
    put(&payment->bic, g_strdup(settings_text(settings, "belronde", "bic")));
    put(&payment->reference, g_strdup(reference));
    put(&payment->text, single ? g_strdup("") : text_clean_most(g_strstrip(all), TEXT_MOST));
}
