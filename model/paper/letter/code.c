#include "paper/letter_code.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "paper/letter_table.h"

#include <string.h>

/* The lines of the standard that a reader of the letter can compare (EPC069-12). */
enum { LINE_NAME = 5, LINE_IBAN = 6, LINE_AMOUNT = 7, LINE_REFERENCE = 9, LINE_FREE = 10 };

/* Everything the letter says of how to pay, letters and digits only: blanks, dots and signs are its own. */
static char *said(const Letter *letter)
{
    g_autoptr(LetterTable) table = letter_table(letter, LETTER_PAY);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; table != NULL && i < table->rows->len; i++) {
        char **row = g_ptr_array_index(table->rows, i);
        g_autofree char *bare = text_fold_bare(row[1]);
        g_string_append_printf(all, "|%s", bare);
    }
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static bool says(const char *all, const char *line)
{
    g_autofree char *bare = text_fold_bare(line);
    return *bare == '\0' || strstr(all, bare) != NULL;
}

/* Read back line by line: the code must not ask for another amount or account than the words beside it. */
static bool agrees(const Letter *letter, const char *payload)
{
    static const int compared[] = {LINE_NAME, LINE_IBAN, LINE_AMOUNT, LINE_REFERENCE, LINE_FREE};
    g_autofree char *all = said(letter);
    g_auto(GStrv) lines = g_strsplit(payload, "\n", -1);
    guint count = g_strv_length(lines);
    for (size_t i = 0; i < G_N_ELEMENTS(compared); i++) {
        const char *line = (guint)compared[i] < count ? lines[compared[i]] : "";
        line += compared[i] == LINE_AMOUNT && g_str_has_prefix(line, "EUR") ? strlen("EUR") : 0;
        if (!says(all, line))
            return false;
    }
    return count > LINE_AMOUNT;
}

static bool asks_payment(const Letter *letter)
{
    for (guint i = 0; i < letter->blocks->len; i++)
        if (((const LetterBlock *)g_ptr_array_index(letter->blocks, i))->kind == LETTER_PAY)
            return true;
    return false;
}

LetterCode *letter_code(const Letter *letter, bool ogm_structured, GError **error)
{
    if (!asks_payment(letter)) {
        fail(error, BELRONDE_ERROR_INPUT, _("This letter asks for no payment, so there is no QR code."));
        return NULL;
    }
    g_autofree char *payload = qr_payload(&letter->payment, ogm_structured, error);
    if (payload == NULL)
        return NULL;
    if (!agrees(letter, payload)) {
        fail(error, BELRONDE_ERROR_INPUT, _("The QR code would not say what the letter says: do not send it."));
        return NULL;
    }
    Qr *qr = qr_make(payload, error);
    if (qr == NULL)
        return NULL;
    LetterCode *code = g_new0(LetterCode, 1);
    *code = (LetterCode){.qr = qr, .bytes = (int)strlen(payload), .payload = g_steal_pointer(&payload)};
    return code;
}

void letter_code_free(LetterCode *code)
{
    if (code == NULL)
        return;
    qr_free(code->qr);
    g_free(code->payload);
    g_free(code);
}
