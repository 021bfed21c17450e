/* The letters: each one in each language, with everything it can say and with only what it needs; what a supervisor may
 * get wrong; and the stories of tests/letters, which are the letters as customers read them. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/effect.h"
#include "paper/letter_template.h"
#include "paper/letter_text.h"
#include <glib/gstdio.h>
#include <string.h>

static const char *const languages[] = {"en", "nl", "fr"};
enum { LANGUAGES = G_N_ELEMENTS(languages), STORY_WIDTH = 76 };

static Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(text, &day));
    return day;
}

static LetterTemplates *templates_load(void)
{
    g_autoptr(GError) error = NULL;
    LetterTemplates *templates = letter_templates_load(&error);
    g_assert_no_error(error);
    return templates;
}

/* Fails with the sentence of a faulty file. */
static const LetterTemplate *template_of(const LetterTemplates *templates, const char *slug, const char *language)
{
    g_autoptr(GError) error = NULL;
    const LetterTemplate *template = letter_template_find(templates, slug, language, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(template->language, ==, language);
    return template;
}

/* ---- facts of an invented customer ---- */

static void items_set(LetterValues *values, guint count)
{
    static const LetterItem items[] = {
        {.number = (char *)"2025-1312",
         .amount = 185000,
         .open = 185000,
         .interest = 2554,
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
    letter_values_part(values, (LetterPart){iso("2026-03-10"), 161700});
    letter_values_part(values, (LetterPart){iso("2026-04-10"), 161700});
    letter_values_part(values, (LetterPart){iso("2026-05-12"), 161860});
}

static void payment_set(LetterValues *values, Cents amount)
{
    letter_values_payment(values, &(LetterPayment){.name = (char *)"Vanden Berghe Groothandel BV",
                                                   .iban = (char *)"BE71096123456769",
                                                   .reference = (char *)"RF18539007547034",
                                                   .amount = amount});
}

static void periods_set(LetterValues *values)
{
    letter_values_period(values, (LetterPeriod){iso("2026-01-08"), iso("2026-02-24"), 1050, 4579});
}

static const struct {
    const char *name, *text;
} texts[] = {
    {"customer_number", "10482"},
    {"person", "mevrouw An Wils"},
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
    {"call_back", "+32 15 00 00 07"},
};
static const struct {
    const char *name;
    gint64 number;
} numbers[] = {{"day_interest", 140}, {"cost_if_late", 4000}, {"cost_vat", 840}, {"rate", 1050},
               {"promised", 185000},  {"paid", 185000},       {"down", 50000}};
static const struct {
    const char *name, *day;
} days[] = {{"deadline", "2026-03-10"},    {"period_from", "2026-02-25"}, {"costs_from", "2026-03-11"},
            {"stop_from", "2026-03-12"},   {"handover_on", "2026-03-16"}, {"last_call", "2026-02-20"},
            {"promised_on", "2026-02-27"}, {"rest_on", "2026-03-27"},     {"paid_on", "2026-02-22"},
            {"reward_until", "2026-03-31"}};

/* Whom the letter is for, where it is not for everybody. */
static LetterValues *values_for(const LetterTemplate *template)
{
    LetterValues *values = letter_values_new();
    bool consumer = (template->kinds & LETTER_KIND_BUSINESS) == 0;
    values->kind = consumer ? LETTER_KIND_CONSUMER : LETTER_KIND_BUSINESS;
    values->third_person = template->third_person;
    if (template->countries->len > 0)
        g_strlcpy(values->country, template->countries->pdata[0], sizeof values->country);
    letter_values_text(values, "customer", consumer ? "Jan Peeters" : "Bakkerij Peeters BV");
    letter_values_text(values, "company", "Vanden Berghe Groothandel BV");
    letter_values_text(values, "agent", "An Mertens");
    letter_values_day(values, "today", iso("2026-02-24"));
    return values;
}

static const char *personal_line(const char *language)
{
    return strcmp(language, "nl") == 0   ? "U zei vrijdag dat de levering van januari nog nagekeken wordt."
           : strcmp(language, "fr") == 0 ? "Vous disiez vendredi que la livraison de janvier était encore à vérifier."
                                         : "You said on Friday that the delivery of January was still being checked.";
}

static LetterValues *values_full(const LetterTemplate *template)
{
    LetterValues *values = values_for(template);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        letter_values_text(values, texts[i].name, texts[i].text);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        letter_values_number(values, numbers[i].name, numbers[i].number);
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        letter_values_day(values, days[i].name, iso(days[i].day));
    letter_values_fact(values, "falls_due", true);
    letter_values_sender(values, "Vanden Berghe Groothandel BV");
    letter_values_sender(values, "Stationsstraat 12, 2800 Mechelen");
    letter_values_personal(values, personal_line(template->language));
    letter_values_attachment(values, "2025-1312.pdf");
    letter_values_attachment(values, "2025-1355.pdf");
    items_set(values, 3);
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
static LetterValues *values_least(const LetterTemplate *template)
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
    if (needs(template, "periods", "periods"))
        periods_set(values);
    return values;
}

/* ---- reading a letter ---- */

/* All its words in one line, subject first. */
static char *letter_words_of(const Letter *letter)
{
    GString *out = g_string_new(letter->subject);
    for (guint i = 0; i < letter->blocks->len; i++) {
        const char *text = ((const LetterBlock *)letter->blocks->pdata[i])->text;
        g_string_append_printf(out, "%s%s", *text != '\0' ? " " : "", text);
    }
    return g_string_free(out, FALSE);
}

static Letter *composed(const LetterTemplate *template, const LetterValues *values, int *variant)
{
    g_autoptr(GError) error = NULL;
    Letter *letter = letter_compose(template, values, variant, &error);
    if (letter == NULL)
        g_error("%s: %s", template->path, error->message);
    return letter;
}

typedef void (*TemplateVisit)(const LetterTemplates *templates, const LetterTemplate *template);

static void each_template(TemplateVisit visit)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    for (size_t l = 0; l < LANGUAGES; l++) {
        g_autoptr(GPtrArray) list = letter_templates_list(templates, languages[l]);
        for (guint i = 0; i < list->len; i++)
            visit(templates, template_of(templates, ((const LetterTemplate *)list->pdata[i])->slug, languages[l]));
    }
}

/* ---- what holds for every letter ---- */

static void test_shipped_letters_are_sound(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) faults = letter_templates_faults(&error);
    g_assert_no_error(error);
    for (guint i = 0; i < faults->len; i++)
        g_test_message("%s", (const char *)faults->pdata[i]);
    g_assert_cmpuint(faults->len, ==, 0);
}

static void test_every_document_of_an_outcome_is_a_letter(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    for (const char *const *slug = effect_documents(); *slug != NULL; slug++)
        for (size_t l = 0; l < LANGUAGES; l++)
            template_of(templates, *slug, languages[l]);
}

static void languages_agree(const LetterTemplates *templates, const LetterTemplate *template)
{
    for (size_t l = 0; l < LANGUAGES; l++) {
        const LetterTemplate *other = template_of(templates, template->slug, languages[l]);
        g_assert_cmpint(other->tone, ==, template->tone);
        g_assert_cmpuint(other->kinds, ==, template->kinds);
        g_assert_cmpuint(other->countries->len, ==, template->countries->len);
        g_assert_cmpuint(other->needs->len, ==, template->needs->len);
        for (guint i = 0; i < template->needs->len; i++)
            g_assert_true(g_ptr_array_find(other->needs, template->needs->pdata[i], NULL));
        g_assert_cmpint(other->deadline_days, ==, template->deadline_days);
        g_assert_cmpint(other->charges, ==, template->charges);
        g_assert_cmpint(other->consequence, ==, template->consequence);
        g_assert_cmpuint(other->channels, ==, template->channels);
        g_assert_cmpint(other->wordings, ==, template->wordings);
        g_assert_true(other->third_person == template->third_person);
    }
}

static void test_a_letter_is_the_same_in_every_language(void)
{
    each_template(languages_agree);
}

static void nothing_left(const LetterTemplates *templates, const LetterTemplate *template, const LetterValues *values)
{
    g_autoptr(Letter) letter = composed(template, values, NULL);
    g_autofree char *words = letter_words_of(letter);
    g_autofree char *refused = letter_words_refused(templates, template->language, words);
    g_assert_cmpstr(refused, ==, NULL);
    g_assert_null(strpbrk(words, "{}[]|"));
    g_assert_null(strstr(words, "  "));
    g_assert_null(strstr(words, " ."));
    g_assert_null(strstr(words, " ,"));
    g_assert_null(strstr(words, "(null)"));
    g_assert_cmpstr(letter->subject, !=, "");
    g_assert_nonnull(strstr(words, "An Mertens"));
}

static void all_wordings(const LetterTemplates *templates, const LetterTemplate *template)
{
    g_autoptr(LetterValues) full = values_full(template), least = values_least(template);
    for (int i = 0; i < 4 * template->wordings; i++) {
        full->letters_before = least->letters_before = i;
        nothing_left(templates, template, full);
        nothing_left(templates, template, least);
    }
}

static void test_nothing_of_a_template_is_left_in_a_letter(void)
{
    each_template(all_wordings);
}

static const char *opening_of(const Letter *letter)
{
    return ((const LetterBlock *)letter->blocks->pdata[1])->text; /* after the greeting */
}

static void never_twice(const LetterTemplates *templates, const LetterTemplate *template)
{
    (void)templates;
    g_autoptr(LetterValues) values = values_full(template);
    g_autofree char *before = g_strdup("");
    int seen = 0;
    for (int i = 0; i < 24; i++) {
        int variant = -1, again = -1;
        values->letters_before = i;
        g_autoptr(Letter) letter = composed(template, values, &variant), same = composed(template, values, &again);
        g_assert_cmpint(variant, ==, again);
        g_assert_cmpint(variant, !=, values->last_variant);
        g_assert_cmpstr(opening_of(letter), !=, before);
        seen |= 1 << variant;
        g_free(before);
        before = g_strdup(opening_of(letter));
        values->last_variant = variant;
    }
    g_assert_cmpint(seen & (seen - 1), !=, 0);
}

static void test_no_wording_comes_twice_running(void)
{
    each_template(never_twice);
}

static void tone_is_seen(const LetterTemplates *templates, const LetterTemplate *template)
{
    static const char *const formal[] = {"Dear Ms Wils,", "Geachte mevrouw Wils,", "Madame,"};
    static const char *const warm[] = {"Dear Ms Wils,", "Beste mevrouw Wils,", "Bonjour Madame Wils,"};
    (void)templates;
    g_autoptr(LetterValues) values = values_full(template);
    g_autoptr(Letter) letter = composed(template, values, NULL);
    size_t l = 0;
    while (strcmp(languages[l], template->language) != 0)
        l++;
    const char *greeting = ((const LetterBlock *)letter->blocks->pdata[0])->text;
    g_assert_cmpstr(greeting, ==, template->tone >= 4 ? formal[l] : warm[l]);
}

static void test_the_greeting_follows_the_tone(void)
{
    each_template(tone_is_seen);
}

/* ---- stories ---- */

static void story_letter(GString *story, const LetterTemplate *template, const LetterValues *values, const char *title,
                         int *variant)
{
    g_autoptr(Letter) letter = composed(template, values, variant);
    g_autofree char *shown = letter_text(letter, STORY_WIDTH, LETTER_TEXT_HEAD);
    g_string_append_printf(story, "\n=== %s ===\n\n%s", title, shown);
}

static char *story_of(const LetterTemplate *template)
{
    GString *story = g_string_new(NULL);
    g_autoptr(LetterValues) full = values_full(template), least = values_least(template);
    g_string_append_printf(story, "# %s (%s, tone %d): %s\n", template->label, template->slug, template->tone,
                           template->about);
    int variant = -1;
    story_letter(story, template, full, "everything known", &variant);
    full->last_variant = variant;
    full->letters_before = 1;
    story_letter(story, template, full, "the next one to the same customer", NULL);
    story_letter(story, template, least, "only what it needs", NULL);
    return g_string_free(story, FALSE);
}

static void story_compare(const LetterTemplates *templates, const LetterTemplate *template)
{
    (void)templates;
    g_autofree char *name = g_strdup_printf("%s.%s.txt", template->slug, template->language);
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_TESTS"), "letters", name, NULL);
    g_autofree char *story = story_of(template), *kept = NULL;
    if (g_getenv("BELRONDE_RECORD") != NULL)
        g_assert_true(g_file_set_contents(path, story, -1, NULL));
    else if (!g_file_get_contents(path, &kept, NULL, NULL))
        g_error("%s is missing: scripts/record-letters writes it", path);
    else if (strcmp(kept, story) != 0)
        g_error("%s differs: look at what scripts/record-letters makes of it", path);
}

static void test_letters_as_customers_read_them(void)
{
    if (g_getenv("BELRONDE_TESTS") == NULL)
        g_test_skip("BELRONDE_TESTS does not say where the stories are");
    else
        each_template(story_compare);
}

/* ---- what a supervisor may get wrong ---- */

typedef struct {
    char *home; /* XDG_CONFIG_HOME */
} House;

static void house_set_up(House *house, gconstpointer data)
{
    (void)data;
    house->home = g_dir_make_tmp("belronde-letters-XXXXXX", NULL);
    g_setenv("XDG_CONFIG_HOME", house->home, TRUE);
    g_setenv("BELRONDE_ETC", house->home, TRUE);
}

static void house_write(const House *house, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(house->home, "belronde", "letters", name, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void folder_remove(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        folder_remove(inside);
    }
    g_remove(path);
}

static void house_tear_down(House *house, gconstpointer data)
{
    (void)data;
    folder_remove(house->home);
    g_free(house->home);
}

#define HEAD "label: a\nabout: b\ntone: 3\nfor: all\n"
#define REST "\n---\n{salutation}\n\nOne.\n@or\nTwo.\n\n"

static const struct {
    const char *name, *text, *sentence; /* file:line: and a word of the sentence */
} mistakes[] = {
    {"own.txt", HEAD "subject: s" REST "Hello {nobody}.\n", "own.txt:13: there is no placeholder {nobody}"},
    {"own.txt", HEAD "subject: s" REST "Hello {Name}.\n", "own.txt:13: after “{”"},
    {"own.txt", HEAD "subject: s" REST "We [write\nagain.\n", "own.txt:13: the passage that begins here"},
    {"own.txt", HEAD "subject: s" REST "We\nwrite] again.\n", "own.txt:14: this ] closes nothing"},
    {"own.txt", HEAD "subject: s" REST "We {several} again.\n", "own.txt:13: {several} has no words"},
    {"own.txt", HEAD "subject: s" REST "[many? We] again.\n", "own.txt:13: there is no fact “many”"},
    {"own.txt", HEAD "subject: s" REST "Still {open} open.\n", "own.txt:13: {open} may be missing"},
    {"own.txt", HEAD "subject: about {open}" REST, "own.txt:5: {open} may be missing"},
    {"own.txt", HEAD "subject: s" REST "@table\n", "own.txt:13: “@table” is no mark"},
    {"own.txt", HEAD "subject: s" REST "@use nothing\n", "own.txt:13: @use nothing: there is no file"},
    {"own.txt", HEAD "subject: s" REST "@items\n@or\nText.\n", "own.txt:14: @or stands between"},
    {"own.txt", HEAD "subject: s" REST "Text.\n@or\n", "own.txt:15: @or needs another wording"},
    {"own.txt", HEAD "subject: s" REST "Text.\n- point\n", "own.txt:14: points and text do not mix"},
    {"own.txt", HEAD "subject: s\n---\n{salutation}\n\nOne wording.\n", "own.txt:9: the opening has one wording"},
    {"own.txt", HEAD "subject: s\n---\n{salutation}\n", "own.txt:6: the letter has no text"},
    {"own.txt", HEAD "subject: s\n", "the header does not end"},
    {"own.txt", HEAD "---\nText.\n", "own.txt:5: the header lacks “subject"},
    {"own.txt", HEAD "tone: 2\nsubject: s" REST, "own.txt:5: tone stands in the header twice"},
    {"own.txt", HEAD "colour: red\nsubject: s" REST, "own.txt:5: the header has no key “colour”"},
    {"own.txt", HEAD "charges: maybe\nsubject: s" REST,
     "own.txt:5: charges: “maybe” is none of: none, announced, asked"},
    {"own.txt", HEAD "channels: pigeon\nsubject: s" REST, "own.txt:5: channels: “pigeon” is none of"},
    {"own.txt", HEAD "needs: everything\nsubject: s" REST, "own.txt:5: needs: there is no placeholder"},
    {"own.txt", HEAD "deadline: soon\nsubject: s" REST, "own.txt:5: deadline: “soon” is no number"},
    {"own.txt", HEAD "deadline: 8\nsubject: s" REST, "own.txt:7: the header has a deadline"},
    {"own.txt", HEAD "consequence: handover\nsubject: s" REST, "own.txt:7: who announces a consequence"},
    {"own.txt", "label: a\nabout: b\ntone: 2\nfor: all\ncharges: asked\nsubject: s" REST, "a letter of tone 1 or 2"},
    {"own.txt", "label: a\nabout: b\ntone: 2\nfor: everybody\nsubject: s" REST,
     "own.txt:4: for: “everybody” is none of"},
    {"own.txt", HEAD "subject: s" REST "This is our second reminder.\n", "own.txt:13: “second reminder”"},
    {"own.txt", HEAD "subject: Last  Reminder" REST, "own.txt:5: “last reminder”"},
    {"own.txt", HEAD "subject: s" REST "[person? You are a bad payer.]\n",
     "own.txt:13: “bad payer*” threatens or brands"},
    {"own.txt", "label: a\nabout: b\ntone: 1\nfor: third_person\nsubject: s" REST "About [your {invoices}].\n",
     "{invoices} tells of the debt"},
    {"own.txt", "label: a\nabout: b\ntone: 1\nfor: third_person\nsubject: s" REST "About a Payment.\n",
     "“payment*” tells of the debt"},
    {"own.txt", "label: a\nabout: b\ntone: 1\nfor: third_person\nsubject: s" REST "@personal\n",
     "has no tables, no payment and no typed line"},
    {"own.txt", "\xef\xbb\xbf" HEAD "subject: s" REST, "own.txt:1: the file is no plain text"},
    {"own.txt", HEAD "subject: s" REST "caf\xe9\n", "own.txt:13: the file is no plain text"},
    {"own.txt", HEAD "subject: s" REST "a\x1b[31m\n", "own.txt:13: the file is no plain text"},
    {"own.txt", HEAD "subject: s" REST "[[[[[[[[[deep]]]]]]]]]\n", "own.txt:13: passages stand in passages"},
};

static void test_a_mistake_is_named_with_file_and_line(House *house, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autofree char *name = g_build_filename("en", mistakes[i].name, NULL);
        house_write(house, name, mistakes[i].text);
        g_autoptr(GPtrArray) faults = letter_templates_faults(NULL);
        g_assert_cmpuint(faults->len, ==, 1);
        if (strstr(faults->pdata[0], mistakes[i].sentence) == NULL)
            g_error("“%s” instead of “%s”", (const char *)faults->pdata[0], mistakes[i].sentence);
    }
}

/* ---- the composer ---- */

static const char own_letter[] =
    HEAD "subject: About {customer}\nneeds: open" REST
         "Dear {customer}[, number {customer_number}], {open} is open [on {invoices}|on many].\n\n"
         "- [several? several | one]\n- [{help}]\n- by [by_post? letter | mail]\n\n"
         "| {agent}\n| [{agent_phone}]\n| {company}\n";

static const LetterBlock *block_at(const Letter *letter, guint index)
{
    g_assert_cmpuint(index, <, letter->blocks->len);
    return letter->blocks->pdata[index];
}

static void test_passages_go_where_a_fact_is_missing(House *house, gconstpointer data)
{
    (void)data;
    house_write(house, "en/own.txt", own_letter);
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *template = template_of(templates, "own", "en");
    g_autoptr(LetterValues) values = values_for(template);
    items_set(values, 1);
    g_autoptr(Letter) letter = composed(template, values, NULL);
    g_assert_cmpstr(block_at(letter, 2)->text, ==, "Dear Bakkerij Peeters BV, €1,850.00 is open on 2025-1312.");
    g_assert_cmpstr(block_at(letter, 3)->text, ==, "one\nby mail");
    g_assert_cmpint(block_at(letter, 3)->kind, ==, LETTER_POINTS);
    g_assert_cmpstr(block_at(letter, 4)->text, ==, "An Mertens\nVanden Berghe Groothandel BV");
    letter_values_text(values, "customer_number", "10482");
    items_set(values, 2);
    items_set(values, 3);
    g_autoptr(Letter) many = composed(template, values, NULL);
    g_assert_cmpstr(block_at(many, 2)->text, ==, "Dear Bakkerij Peeters BV, number 10482, €10,045.20 is open on many.");
}

static void test_a_name_is_never_read_as_a_template(House *house, gconstpointer data)
{
    (void)data;
    house_write(house, "en/own.txt", own_letter);
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *template = template_of(templates, "own", "en");
    g_autoptr(LetterValues) values = values_for(template);
    letter_values_text(values, "customer", "{iban} [several? x | y]\n@pay\n\x1b[31m %s {open}");
    letter_values_text(values, "agent", "@items");
    items_set(values, 1);
    g_autoptr(Letter) letter = composed(template, values, NULL);
    g_assert_cmpstr(letter->subject, ==, "About {iban} [several? x | y] @pay ?[31m %s {open}");
    g_assert_nonnull(strstr(block_at(letter, 2)->text, "{iban} [several? x | y] @pay ?[31m %s {open}"));
    g_assert_cmpint(block_at(letter, 4)->kind, ==, LETTER_PARAGRAPH);
    g_assert_true(g_str_has_prefix(block_at(letter, 4)->text, "@items\n"));
    g_assert_cmpstr(letter->recipient->pdata[0], ==, "{iban} [several? x | y] @pay ?[31m %s {open}");
}

static void assert_refused(const LetterTemplate *template, const LetterValues *values, const char *sentence)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Letter) letter = letter_compose(template, values, NULL, &error);
    g_assert_null(letter);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (strstr(error->message, sentence) == NULL)
        g_error("“%s” instead of “%s”", error->message, sentence);
}

static void test_what_is_missing_is_said_instead_of_written(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *template = template_of(templates, "reminder", "nl");
    g_autoptr(LetterValues) values = values_for(template);
    assert_refused(template, values, "{open} is missing");
    items_set(values, 1);
    letter_values_text(values, "agent", " ");
    assert_refused(template, values, "{agent} is missing: who signs");
}

static void test_a_letter_asks_no_more_than_it_may(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *template = template_of(templates, "reminder", "nl");
    g_autoptr(LetterValues) values = values_full(template);
    g_autoptr(Letter) letter = composed(template, values, NULL);
    LetterTotals totals = letter_totals(letter);
    g_assert_cmpint(totals.interest + totals.costs, ==, 0);
    g_assert_cmpint(letter->payment.amount, ==, 485260);
    values->payment.amount = 485261;
    assert_refused(template, values, "more than is open");
    values->payment.amount = 185000;
    g_autoptr(Letter) part = composed(template, values, NULL);
    g_assert_cmpint(part->payment.amount, ==, 185000);
}

static void test_a_house_letter_replaces_the_shipped_one(House *house, gconstpointer data)
{
    (void)data;
    house_write(house, "nl/reminder.txt", HEAD "subject: s" REST);
    house_write(house, "nl/_sign.txt", "# ours\r\nTot ziens\r\n| {agent}\r\n");
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *own = template_of(templates, "reminder", "nl");
    g_assert_true(g_str_has_prefix(own->path, house->home));
    g_assert_cmpstr(own->label, ==, "a");
    const LetterTemplate *other = template_of(templates, "reminder", "fr");
    g_assert_false(g_str_has_prefix(other->path, house->home));
    const LetterTemplate *german = letter_template_find(templates, "reminder", "de", NULL);
    g_assert_cmpstr(german->language, ==, "en");
    house_write(house, "nl/reminder.txt", "nothing");
    g_autoptr(LetterTemplates) again = templates_load();
    g_autoptr(GError) error = NULL;
    g_assert_null(letter_template_find(again, "reminder", "nl", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
}

static void test_a_house_may_refuse_more_words(House *house, gconstpointer data)
{
    (void)data;
    house_write(house, "rules.ini", "[threat]\nnl = \"vergetelheid\"\n");
    g_autoptr(GPtrArray) faults = letter_templates_faults(NULL);
    g_assert_cmpuint(faults->len, >=, 1);
    g_assert_nonnull(strstr(faults->pdata[0], "vergetelheid"));
    g_autoptr(LetterTemplates) templates = templates_load();
    g_autofree char *own = letter_words_refused(templates, "nl", "Een vergetelheid?");
    g_autofree char *shipped = letter_words_refused(templates, "nl", "Dit is de TWEEDE, herinnering!");
    g_autofree char *none = letter_words_refused(templates, "nl", "Een tweede oven en een herinnering.");
    g_assert_cmpstr(own, ==, "vergetelheid");
    g_assert_cmpstr(shipped, ==, "tweede herinnering");
    g_assert_cmpstr(none, ==, NULL);
}

int main(int argc, char **argv)
{
    g_autofree char *nowhere = g_dir_make_tmp("belronde-none-XXXXXX", NULL);
    i18n_start("en");
    g_setenv("XDG_CONFIG_HOME", nowhere, TRUE);
    g_setenv("BELRONDE_ETC", nowhere, TRUE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/letters/the shipped letters are sound", test_shipped_letters_are_sound);
    g_test_add_func("/letters/every document of an outcome is a letter", test_every_document_of_an_outcome_is_a_letter);
    g_test_add_func("/letters/a letter is the same in every language", test_a_letter_is_the_same_in_every_language);
    g_test_add_func("/letters/nothing of a template is left in a letter",
                    test_nothing_of_a_template_is_left_in_a_letter);
    g_test_add_func("/letters/no wording comes twice running", test_no_wording_comes_twice_running);
    g_test_add_func("/letters/the greeting follows the tone", test_the_greeting_follows_the_tone);
    g_test_add_func("/letters/as customers read them", test_letters_as_customers_read_them);
    g_test_add_func("/letters/what is missing is said instead of written",
                    test_what_is_missing_is_said_instead_of_written);
    g_test_add_func("/letters/a letter asks no more than it may", test_a_letter_asks_no_more_than_it_may);
#define ADD(name, test) g_test_add("/letters/" name, House, NULL, house_set_up, test, house_tear_down)
    ADD("a mistake is named with file and line", test_a_mistake_is_named_with_file_and_line);
    ADD("passages go where a fact is missing", test_passages_go_where_a_fact_is_missing);
    ADD("a name is never read as a template", test_a_name_is_never_read_as_a_template);
    ADD("a house letter replaces the shipped one", test_a_house_letter_replaces_the_shipped_one);
    ADD("a house may refuse more words", test_a_house_may_refuse_more_words);
    int status = g_test_run();
    g_rmdir(nowhere);
    return status;
}
