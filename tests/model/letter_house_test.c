/* Letters a house writes itself: what a supervisor may get wrong, what the law does not let him take out, and what the
 * composer makes of passages, names and facts that are missing. */
#include "base/error.h"
#include "base/i18n.h"
#include "letter_book.h"
#include "paper/letter_parts.h"
#include "paper/letter_speech.h"
#include "paper/letter_text.h"
#include <glib/gstdio.h>
#include <string.h>

/* ---- what a supervisor may get wrong ---- */

typedef struct {
    char *home; /* XDG_CONFIG_HOME */
    LetterRules *rules;
} House;

static void house_set_up(House *house, gconstpointer data)
{
    (void)data;
    house->home = g_dir_make_tmp("belronde-letters-XXXXXX", NULL);
    g_setenv("XDG_CONFIG_HOME", house->home, TRUE);
    g_setenv("BELRONDE_ETC", house->home, TRUE);
    house->rules = letter_rules_load(NULL);
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
    letter_rules_free(house->rules);
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
    {"own.txt", HEAD "notice: letter\nsubject: s" REST, "own.txt:5: notice: “letter” is none of"},
    {"own.txt", HEAD "notice: letter14\nsubject: s" REST, "notice: add this letter to the letters of the law"},
    {"own.txt", HEAD "notice: reminder\nsubject: s" REST, "notice: add this letter to the letters of the law"},
    {"own.txt", HEAD "subject: s\n", "the header does not end"},
    {"own.txt", HEAD "---\nText.\n", "own.txt:5: the header lacks “subject"},
    {"own.txt", HEAD "tone: 2\nsubject: s" REST, "own.txt:5: tone stands in the header twice"},
    {"own.txt", HEAD "colour: red\nsubject: s" REST, "own.txt:5: the header has no key “colour”"},
    {"own.txt", HEAD "charges: maybe\nsubject: s" REST,
     "own.txt:5: charges: “maybe” is none of: none, announced, asked"},
    {"own.txt", HEAD "channels: pigeon\nsubject: s" REST, "own.txt:5: channels: “pigeon” is none of"},
    {"own.txt", HEAD "encloses: flowers\nsubject: s" REST,
     "own.txt:5: encloses: “flowers” is none of: nothing, copies"},
    {"own.txt", "label: a\nabout: b\ntone: 1\nfor: third_person\nencloses: copies\nsubject: s" REST,
     "copies of invoices tell of the debt"},
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

static void assert_fault(const House *house, const char *slug, const char *language, const char *sentence)
{
    g_autoptr(LetterTemplate) template = letter_template_load(house->rules, language, slug);
    if (template->fault == NULL || strstr(template->fault, sentence) == NULL)
        g_error("%s: “%s” instead of “%s”", template->path, template->fault, sentence);
}

static void test_a_mistake_is_named_with_file_and_line(House *house, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autofree char *name = g_build_filename("en", mistakes[i].name, NULL);
        house_write(house, name, mistakes[i].text);
        assert_fault(house, "own", "en", mistakes[i].sentence);
    }
}

/* What the law wants cannot be edited away: each row takes one thing out of a shipped letter. */
static const struct {
    const char *slug, *language, *from, *to, *sentence;
} breaches[] = {
    {"first_reminder_be", "*", "{company_number}", "0", "“company_number”"},
    {"first_reminder_be", "*", "{cost_if_late}", "0", "“cost_if_late|rate”"},
    {"first_reminder_be", "*", "{product}", "0", "“product”"},
    {"first_reminder_be", "*", "\n@items", "", "“@items”"},
    {"first_reminder_be", "*", "{costs_from}", "0", "“costs_from”"},
    {"first_reminder_be", "*", "{deadline}", "0", "does not say {deadline}"},
    {"first_reminder_be", "*", "charges: announced", "charges: asked", "“charges: announced”"},
    {"first_reminder_be", "*", "notice: reminder\n", "", "“notice: reminder”"},
    {"notice_14_days", "*", "notice: letter14", "notice: formal", "“notice: letter14”"},
    {"notice", "*", "notice: formal\n", "", "“notice: formal”"},
    {"first_reminder_be", "*", "deadline: 14", "deadline: 10", "“deadline: 14”"},
    {"first_reminder_be", "*", "for: consumer be", "for: consumer", "“for: consumer be”"},
    {"first_reminder_be", "*", "for: consumer be", "for: be", "“for: consumer be”"},
    {"first_reminder_be", "nl", "14 kalenderdagen", "twee weken", "14 kalenderdagen"},
    {"first_reminder_be", "fr", "14 jours calendrier", "deux semaines", "14 jours calendrier"},
    {"first_reminder_be", "en", "14 calendar days", "two weeks", "14 calendar days"},
    {"notice_14_days", "*", "{cost_if_late}", "0", "“cost_if_late”"},
    {"notice_14_days", "*", "{total_if_late}", "0", "“total_if_late”"},
    {"notice_14_days", "*", "{costs_from}", "0", "“costs_from”"},
    {"notice_14_days", "*", "{cost_vat}", "0", "{cost_vat} said where it is there"},
    {"notice_14_days", "*", "for: consumer nl", "for: all", "“for: consumer nl”"},
    {"notice_14_days", "*", "@use pay", "@use help", "“@pay”"},
    {"notice_14_days", "nl", "dag nadat deze brief bij u is bezorgd", "dag van deze brief", "nadat deze brief"},
    {"notice_14_days", "nl", "@use help", "Betaal dus binnen 14 dagen na ontvangst.", "“dagen na ontvangst” may not"},
    {"notice_14_days", "de", "ab dem Tag nach der Zustellung", "nach Erhalt", "innerhalb von vierzehn tagen"},
    {"first_reminder_be", "de", "14 Kalendertage", "zwei Wochen", "14 kalendertage"},
    {"notice", "de", "alle Rechte", "Dinge", "alle rechte"},
    {"notice_14_days", "en", "delivered to you", "sent to you", "within fourteen days"},
    {"notice_14_days", "fr", "vous a été remise", "a été écrite", "dans les quatorze jours"},
    {"notice_b2b", "*", "{day_interest}", "0", "“day_interest”"},
    {"notice_b2b", "*", "\n@rates", "", "“@rates”"},
    {"notice_b2b", "*", "{costs}", "0", "{costs} said where it is there"},
    {"notice_b2b", "*", "for: business public", "for: all", "“for: business”"},
    {"notice", "*", "{total}", "0", "“total”"},
    {"notice", "en", "all our rights", "things", "all our rights"},
    {"notice", "fr", "mets en demeure", "prie", "mise en demeure"},
    {"notice", "en", "formal notice", "letter", "formal notice"},
    {"agreement", "*", "\n@parts", "", "“@parts”"},
    {"confirmation", "*", "{promised}", "0", "“promised”"},
};

static void breach_try(const House *house, size_t i, const char *language)
{
    g_autofree char *name = g_strdup_printf("%s/%s.txt", language, breaches[i].slug), *text = NULL;
    g_autofree char *shipped = g_build_filename(g_getenv("BELRONDE_DATA"), "letters", name, NULL);
    g_assert_true(g_file_get_contents(shipped, &text, NULL, NULL));
    g_autoptr(GString) changed = g_string_new(text);
    g_assert_cmpuint(g_string_replace(changed, breaches[i].from, breaches[i].to, 0), >, 0);
    house_write(house, name, changed->str);
    assert_fault(house, breaches[i].slug, language, breaches[i].sentence);
    house_write(house, name, text);
}

static void test_what_the_law_wants_cannot_be_edited_away(House *house, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(breaches); i++)
        for (size_t l = 0; l < LETTER_LANGUAGES; l++)
            if (*breaches[i].language == '*' || strcmp(breaches[i].language, letter_languages[l]) == 0)
                breach_try(house, i, letter_languages[l]);
}

/* Whatever is written between the brackets: read or refused, never worse. */
static void test_any_text_is_read_or_refused(void)
{
    static const char *const bits[] = {"[",       "]",    "{",      "}",    "|", "?", " ",   "\n",
                                       "several", "open", "{open}", "be? ", "a", "é", "[x|", "]]"};
    guint refused = 0;
    for (int i = 0; i < 20000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int k = g_test_rand_int_range(0, 24); k > 0; k--)
            g_string_append(text, bits[g_test_rand_int_range(0, G_N_ELEMENTS(bits))]);
        g_autoptr(GError) error = NULL;
        GArray *pieces = letter_line_parse("any", 1, text->str, &error);
        g_assert_true((pieces == NULL) == (error != NULL));
        refused += pieces == NULL;
        if (pieces != NULL)
            g_array_unref(pieces);
    }
    g_assert_cmpuint(refused, >, 1000);
    g_assert_cmpuint(refused, <, 20000);
}

/* ---- greetings ---- */

static void test_people_are_greeted_by_their_name(void)
{
    static const struct {
        const char *name;
        LetterTitle title;
        const char *nl, *formal, *fr, *en;
    } people[] = {
        {"An Wils", LETTER_TITLE_NONE, "Beste An Wils,", "Geachte An Wils,", "Bonjour An Wils,", "Dear An Wils,"},
        {"An Wils", LETTER_TITLE_MRS, "Beste mevrouw Wils,", "Geachte mevrouw Wils,", "Bonjour Madame Wils,",
         "Dear Ms Wils,"},
        {"Dhr. Jan Van den Berg", LETTER_TITLE_NONE, "Beste meneer Van den Berg,", "Geachte heer Van den Berg,",
         "Bonjour Monsieur Van den Berg,", "Dear Mr Van den Berg,"},
        {"M. De Smet", LETTER_TITLE_NONE, "Beste meneer De Smet,", "Geachte heer De Smet,", "Bonjour Monsieur De Smet,",
         "Dear Mr De Smet,"},
        {"de heer Peeters", LETTER_TITLE_NONE, "Beste meneer Peeters,", "Geachte heer Peeters,",
         "Bonjour Monsieur Peeters,", "Dear Mr Peeters,"},
        {"Mme Élise Dupont", LETTER_TITLE_NONE, "Beste mevrouw Dupont,", "Geachte mevrouw Dupont,",
         "Bonjour Madame Dupont,", "Dear Ms Dupont,"},
        {"Mia", LETTER_TITLE_MRS, "Beste mevrouw Mia,", "Geachte mevrouw Mia,", "Bonjour Madame Mia,", "Dear Ms Mia,"},
        {NULL, LETTER_TITLE_MRS, "Goedendag,", "Geachte heer of mevrouw,", "Bonjour,", "Hello,"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++) {
        LetterPerson person = letter_person(people[i].name, people[i].title);
        g_autofree char *nl = letter_salutation("nl", &person, false), *formal = letter_salutation("nl", &person, true);
        g_autofree char *fr = letter_salutation("fr", &person, false), *en = letter_salutation("en", &person, false);
        g_assert_cmpstr(nl, ==, people[i].nl);
        g_assert_cmpstr(formal, ==, people[i].formal);
        g_assert_cmpstr(fr, ==, people[i].fr);
        g_assert_cmpstr(en, ==, people[i].en);
        letter_person_clear(&person);
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
    assert_refused(template, values, "cannot be written: there is no open invoice that it could be about.");
    items_set(values, 1);
    letter_values_text(values, "agent", " ");
    assert_refused(template, values, "cannot be written: it is not known who signs");
}

static void test_a_letter_is_refused_to_whom_it_is_not_for(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    g_autoptr(LetterValues) values = values_full(template_of(templates, "reminder", "nl"));
    values->third_person = true;
    assert_refused(template_of(templates, "reminder", "nl"), values, "only the customer himself may get it");
    assert_refused(template_of(templates, "call_back", "nl"), values, "nothing may be enclosed");
    values->third_person = false;
    assert_refused(template_of(templates, "first_reminder_be", "nl"), values, "not for this kind of customer");
    values->kind = LETTER_KIND_UNKNOWN;
    assert_refused(template_of(templates, "notice_b2b", "nl"), values, "not for this kind of customer");
    assert_refused(template_of(templates, "notice_14_days", "nl"), values, "the law of another country");
    g_strlcpy(values->country, "NL", sizeof values->country);
    assert_refused(template_of(templates, "notice_14_days", "nl"), values, "not for this kind of customer");
    values->kind = LETTER_KIND_CONSUMER;
    g_autoptr(Letter) letter = composed(template_of(templates, "notice_14_days", "nl"), values, NULL);
    g_assert_cmpstr(letter->recipient->pdata[letter->recipient->len - 1], ==, "Nederland");
}

static void test_a_deadline_is_a_day_on_which_one_can_pay(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_DATA"), "calendar.ini", NULL);
    g_autoptr(Calendar) calendar = calendar_load(path, &error);
    g_assert_no_error(error);
    g_autoptr(LetterTemplates) templates = templates_load();
    static const struct {
        const char *slug, *today, *deadline;
    } rows[] = {{"demand", "2026-02-24", "2026-03-04"}, /* eight days */
                {"demand", "2026-02-20", "2026-03-02"}, /* the eighth is a Saturday */
                {"demand", "2026-04-28", "2026-05-06"},
                {"demand", "2026-05-06", "2026-05-15"}, /* Ascension Day */
                {"reminder", "2026-02-24", ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Day today = DAY_NONE;
        g_assert_true(day_parse_iso(rows[i].today, &today));
        g_autofree char *deadline =
            day_iso(letter_deadline(template_of(templates, rows[i].slug, "nl"), calendar, "BE", today));
        g_assert_cmpstr(deadline, ==, rows[i].deadline);
    }
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

static void test_a_letter_starts_the_same_in_every_language(House *house, gconstpointer data)
{
    (void)data;
    house_write(house, "en/own.txt", HEAD "notice: formal\nsubject: s" REST);
    house_write(house, "nl/own.txt", HEAD "subject: s" REST);
    g_autoptr(GPtrArray) faults = letter_templates_faults(NULL);
    g_assert_cmpuint(faults->len, ==, 1);
    g_assert_nonnull(strstr(g_ptr_array_index(faults, 0), "nl/own.txt"));
    g_assert_nonnull(strstr(g_ptr_array_index(faults, 0), "must be the same in every language"));
}

/* The largest amount a code can hold is 999 999 999.99. */
static void test_a_letter_shows_no_code_that_cannot_be(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *template = template_of(templates, "reminder", "nl");
    for (int i = 0; i < 2; i++) {
        g_autoptr(LetterValues) values = values_full(template);
        Cents open = G_GINT64_CONSTANT(99999999999) + i;
        const LetterItem item = {
            .number = (char *)"a", .issued = DAY_NONE, .due = DAY_NONE, .amount = open, .open = open};
        g_array_set_size(values->items, 0);
        letter_values_item(values, &item);
        g_autoptr(Letter) letter = composed(template, values, NULL);
        g_autofree char *text = letter_text(letter, 78, LETTER_TEXT_BODY);
        g_assert_cmpint(letter->payment.amount, ==, open);
        g_assert_true((strstr(text, "QR") != NULL) == (i == 0));
    }
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
    const LetterTemplate *portuguese = letter_template_find(templates, "reminder", "pt", NULL);
    g_assert_cmpstr(portuguese->language, ==, "en");
    house_write(house, "nl/reminder.txt", "nothing");
    g_autoptr(LetterTemplates) again = templates_load();
    g_autoptr(GError) error = NULL;
    g_assert_null(letter_template_find(again, "reminder", "nl", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
}

static void test_a_house_may_refuse_more_words(House *house, gconstpointer data)
{
    (void)data;
    house_write(house, "rules.ini", "[threat]\nnl = \"briefje\"\n");
    g_autoptr(GPtrArray) faults = letter_templates_faults(NULL);
    g_assert_cmpuint(faults->len, >=, 1);
    g_assert_nonnull(strstr(faults->pdata[0], "briefje"));
    g_autoptr(LetterTemplates) templates = templates_load();
    g_autofree char *own = letter_words_refused(templates, "nl", "Een briefje?");
    g_autofree char *shipped = letter_words_refused(templates, "nl", "Dit is de TWEEDE, herinnering!");
    g_autofree char *none = letter_words_refused(templates, "nl", "Een tweede oven en een herinnering.");
    g_assert_cmpstr(own, ==, "briefje");
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
    g_test_add_func("/letters/people are greeted by their name", test_people_are_greeted_by_their_name);
    g_test_add_func("/letters/any text is read or refused", test_any_text_is_read_or_refused);
    g_test_add_func("/letters/a letter is refused to whom it is not for",
                    test_a_letter_is_refused_to_whom_it_is_not_for);
    g_test_add_func("/letters/what is missing is said instead of written",
                    test_what_is_missing_is_said_instead_of_written);
    g_test_add_func("/letters/a deadline is a day on which one can pay", test_a_deadline_is_a_day_on_which_one_can_pay);
    g_test_add_func("/letters/a letter asks no more than it may", test_a_letter_asks_no_more_than_it_may);
    g_test_add_func("/letters/a letter shows no code that cannot be", test_a_letter_shows_no_code_that_cannot_be);
#define ADD(name, test) g_test_add("/letters/" name, House, NULL, house_set_up, test, house_tear_down)
    ADD("a mistake is named with file and line", test_a_mistake_is_named_with_file_and_line);
    ADD("what the law wants cannot be edited away", test_what_the_law_wants_cannot_be_edited_away);
    ADD("passages go where a fact is missing", test_passages_go_where_a_fact_is_missing);
    ADD("a name is never read as a template", test_a_name_is_never_read_as_a_template);
    ADD("a letter starts the same in every language", test_a_letter_starts_the_same_in_every_language);
    ADD("a house letter replaces the shipped one", test_a_house_letter_replaces_the_shipped_one);
    ADD("a house may refuse more words", test_a_house_may_refuse_more_words);
    int status = g_test_run();
    g_rmdir(nowhere);
    return status;
}
