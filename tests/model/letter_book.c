/* An invented creditor and customer, with all that a letter can say of them and with only what it needs. */
#include "letter_book.h"

#include <string.h>

const char *const letter_languages[LETTER_LANGUAGES] = {"en", "nl", "fr", "de"};

static Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(text, &day));
    return day;
}

LetterTemplates *templates_load(void)
{
    g_autoptr(GError) error = NULL;
    LetterTemplates *templates = letter_templates_load(&error);
    g_assert_no_error(error);
    return templates;
}

/* Fails with the sentence of a faulty file. */
const LetterTemplate *template_of(const LetterTemplates *templates, const char *slug, const char *language)
{
    g_autoptr(GError) error = NULL;
    const LetterTemplate *template = letter_template_find(templates, slug, language, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(template->language, ==, language);
    return template;
}

/* ---- facts of an invented customer ---- */

void items_set(LetterValues *values, guint count)
{
    static const LetterItem items[] = {
        {.number = (char *)"2025-1312",
         .amount = 185000,
         .open = 185000,
         .interest = 2555,
         .costs = 4000,
         .days_late = 48},
        {.number = (char *)"2025-1355",
         .amount = 149260,
         .open = 149260,
         .interest = 1460,
         .costs = 4000,
         .days_late = 34},
        {.number = (char *)"2026-0041",
         .amount = 151000,
         .open = 151000,
         .interest = 565,
         .costs = 4000,
         .days_late = 13},
    };
    static const char *const days[][2] = {
        {"2025-12-08", "2026-01-07"}, {"2025-12-22", "2026-01-21"}, {"2026-01-12", "2026-02-11"}};
    for (guint i = 0; i < count; i++) {
        LetterItem item = items[i];
        item.issued = iso(days[i][0]);
        item.due = iso(days[i][1]);
        letter_values_item(values, &item);
    }
}

static void parts_set(LetterValues *values)
{
    letter_values_part(values, (LetterPart){iso("2026-03-10"), 161700, 0, false});
    letter_values_part(values, (LetterPart){iso("2026-04-10"), 161700, 0, false});
    letter_values_part(values, (LetterPart){iso("2026-05-12"), 161860, 0, false});
}

static void payment_set(LetterValues *values, Cents amount)
{
    letter_values_payment(values, &(LetterPayment){.name = (char *)"Vanden Berghe Groothandel BV",
                                                   .iban = (char *)"BE71096123456769",
                                                   .reference = (char *)"RF18539007547034",
                                                   .amount = amount});
}

static void attachments_set(LetterValues *values, guint count)
{
    static const char *const names[] = {"2025-1312.pdf", "2025-1355.pdf"};
    for (guint i = 0; i < count; i++)
        letter_values_attachment(values, names[i]);
}

static void periods_set(LetterValues *values)
{
    const LetterPeriod periods[] = {{"2025-1312", iso("2026-01-08"), iso("2026-02-24"), 48, 185000, 1050, 2555, 0},
                                    {"2025-1355", iso("2026-01-22"), iso("2026-02-24"), 34, 149260, 1050, 1460, 0},
                                    {"2026-0041", iso("2026-02-12"), iso("2026-02-24"), 13, 151000, 1050, 565, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(periods); i++)
        letter_values_period(values, &periods[i]);
}

static const struct {
    const char *name, *text;
} texts[] = {
    {"customer_number", "10482"},
    {"street", "Korenmarkt 4"},
    {"postcode", "2800"},
    {"city", "Mechelen"},
    {"place", "Mechelen"},
    {"company_number", "BE0417497106"},
    {"company_address", "Stationsstraat 12, 2800 Mechelen"},
    {"company_phone", "+32 15 00 00 00"},
    {"company_email", "boekhouding@vandenberghe.example"},
    {"agent_phone", "+32 15 00 00 07"},
    {"agent_email", "an@vandenberghe.example"},
    {"product", "meel en gist"},
    {"handover_to", "Advocatenkantoor Lemmens"},
    {"reward", "2 %"},
    {"help", "OCMW Mechelen, +32 15 00 00 99"},
    {"call_back", "10 - 12"},
};
static const struct {
    const char *name;
    gint64 number;
} numbers[] = {{"day_interest", 140}, {"cost_if_late", 4000}, {"cost_vat", 840},       {"rate", 1050},
               {"promised", 185000},  {"paid", 185000},       {"plan_interest", 4512}, {"plan_costs", 8000}};
static const struct {
    const char *name, *day;
} days[] = {{"deadline", "2026-03-10"},    {"period_from", "2026-02-25"}, {"costs_from", "2026-03-11"},
            {"stop_from", "2026-03-12"},   {"handover_on", "2026-03-16"}, {"last_call", "2026-02-20"},
            {"promised_on", "2026-02-27"}, {"agreed_on", "2026-02-24"},   {"unpaid_since", "2026-02-20"},
            {"quick_after", "2026-02-20"}, {"rest_on", "2026-03-27"},     {"paid_on", "2026-02-22"},
            {"reward_until", "2026-03-31"}};

/* Whom the letter is for, where it is not for everybody. */
LetterValues *values_for(const LetterTemplate *template)
{
    LetterValues *values = letter_values_new();
    bool consumer = (template->kinds & LETTER_KIND_BUSINESS) == 0;
    values->kind = consumer ? LETTER_KIND_CONSUMER : LETTER_KIND_BUSINESS;
    values->third_person = template->third_person;
    if (template->countries->len > 0)
        g_strlcpy(values->country, template->countries->pdata[0], sizeof values->country);
    letter_values_text(values, "customer", consumer ? "mevrouw An Wils" : "Bakkerij Peeters BV");
    letter_values_text(values, "company", "Vanden Berghe Groothandel BV");
    letter_values_text(values, "agent", "An Mertens");
    letter_values_day(values, "today", iso("2026-02-24"));
    return values;
}

static const char *personal_line(const char *language)
{
    return strcmp(language, "nl") == 0   ? "U zei vrijdag dat de levering van januari nog nagekeken wordt."
           : strcmp(language, "fr") == 0 ? "Vous disiez vendredi que la livraison de janvier était encore à vérifier."
           : strcmp(language, "de") == 0 ? "Sie sagten am Freitag, dass die Lieferung vom Januar noch geprüft wird."
                                         : "You said on Friday that the delivery of January was still being checked.";
}

LetterValues *values_full(const LetterTemplate *template)
{
    LetterValues *values = values_for(template);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        letter_values_text(values, texts[i].name, texts[i].text);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        letter_values_number(values, numbers[i].name, numbers[i].number);
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        letter_values_day(values, days[i].name, iso(days[i].day));
    if (values->kind == LETTER_KIND_BUSINESS)
        letter_values_text(values, "person", "mevrouw An Wils");
    letter_values_fact(values, "falls_due", true);
    letter_values_sender(values, "Vanden Berghe Groothandel BV");
    letter_values_sender(values, "Stationsstraat 12, 2800 Mechelen");
    letter_values_personal(values, personal_line(template->language));
    attachments_set(values, template->third_person ? 0 : 2);
    items_set(values, 3);
    letter_values_part(values, (LetterPart){iso("2026-02-27"), 12512, 0, true});
    parts_set(values);
    periods_set(values);
    payment_set(values, 0);
    return values;
}

static void set_by_name(LetterValues *values, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (strcmp(texts[i].name, name) == 0)
            letter_values_text(values, name, texts[i].text);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (strcmp(numbers[i].name, name) == 0)
            letter_values_number(values, name, numbers[i].number);
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        if (strcmp(days[i].name, name) == 0)
            letter_values_day(values, name, iso(days[i].day));
}

static bool needs(const LetterTemplate *template, const char *one, const char *other)
{
    return g_ptr_array_find(template->needs, letter_placeholder(one), NULL) ||
           g_ptr_array_find(template->needs, letter_placeholder(other), NULL);
}

/* Only what the header says it needs. */
LetterValues *values_least(const LetterTemplate *template)
{
    LetterValues *values = values_for(template);
    for (guint i = 0; i < template->needs->len; i++)
        set_by_name(values, ((const LetterPlaceholder *)template->needs->pdata[i])->name);
    if (needs(template, "items", "open") || needs(template, "total", "interest"))
        items_set(values, 1);
    if (needs(template, "parts", "parts_total"))
        parts_set(values);
    if (needs(template, "payment", "pay"))
        payment_set(values, 185000); /* there are no invoices whose sum it could be */
    if (needs(template, "attached", "attached"))
        attachments_set(values, 1);
    if (needs(template, "periods", "periods"))
        periods_set(values);
    return values;
}

Letter *composed(const LetterTemplate *template, const LetterValues *values, char **wordings)
{
    g_autoptr(GError) error = NULL;
    Letter *letter = letter_compose(template, values, wordings, &error);
    if (letter == NULL)
        g_error("%s: %s", template->path, error->message);
    return letter;
}
