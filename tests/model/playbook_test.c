/* The playbook: the table of outcomes as the trade knows it, three languages, a house that changes and adds,
 * and every way of writing the file wrongly named with its line. */
#include "base/error.h"
#include "base/ini.h"
#include "base/text.h"
#include "desk/effect.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static char *shipped_path(void)
{
    return g_build_filename(g_getenv("BELRONDE_DATA"), "playbook.ini", NULL);
}

static char *house_file(const char *text)
{
    char *path = NULL;
    int fd = g_file_open_tmp("belronde-house-XXXXXX", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    close(fd);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static Playbook *load(const char *house_text, const char *language, GError **error)
{
    g_autofree char *shipped = shipped_path(), *house = house_text == NULL ? NULL : house_file(house_text);
    Playbook *playbook = playbook_load(shipped, house, language, error);
    if (house != NULL)
        g_unlink(house);
    return playbook;
}

static Playbook *load_well(const char *house_text, const char *language)
{
    g_autoptr(GError) error = NULL;
    Playbook *playbook = load(house_text, language, &error);
    g_assert_no_error(error);
    return playbook;
}

/* --- The table of the trade ------------------------------------------------------------------------- */

/* letter, slug, fields with a star marked *, effects, steps; the table a supervisor would draw. */
static const struct {
    const char *letter, *slug, *code, *fields, *effects, *steps;
    OutcomeClass contact;
} table[] = {
    {"N", "no_answer", "NA", "how retry note", "", "no_answer: on retry | letter: today from 4", OUTCOME_ATTEMPT},
    {"B", "callback", "CB", "*when with note", "", "callback: at when for with", OUTCOME_RIGHT_PARTY},
    {"C", "cheque", "PIP", "*number *amount *posted bank qr replace note", "supersede cheque send",
     "cheque: 7 bank_days after today when country is FR | cheque: 4 bank_days after today", OUTCOME_RIGHT_PARTY},
    {"P", "promise", "PTP", "*amount *by how confirm replace note", "supersede promise send",
     "promise: 1 bank_day after by at 09:30", OUTCOME_RIGHT_PARTY},
    {"I", "in_system", "SYS", "*run missing approver ref size note", "",
     "in_system: 2 bank_days after run | approval: 1 business_day after today for approver when missing is approval",
     OUTCOME_RIGHT_PARTY},
    {"A", "away", "ABS", "asked_for *back spoke_to deputy next note", "absent",
     "away: on back at 09:20 for management when next is higher | away: on back at 09:20 for asked_for",
     OUTCOME_THIRD_PARTY},
    {"L", "lost", "INV", "invoices to by qr note", "send send", "resend: 2 business_days after today",
     OUTCOME_RIGHT_PARTY},
    {"D", "dispute", "DSP", "*invoice *reason *disputed *what owner rest_by note", "dispute",
     "dispute: 4 bank_days after today for owner | promise: 1 bank_day after rest_by at 09:30 when rest_by"
     " | dispute_late: 5 bank_days after today when colleague",
     OUTCOME_RIGHT_PARTY},
    {"S", "plan", "PLAN", "*parts *first every down charges falls_due letter note", "supersede plan send",
     "plan: 1 bank_day after each part at 09:30 | plan_approval: today for chief when approval", OUTCOME_RIGHT_PARTY},
    {"R", "refuse", "REF", "*reason satisfied *next *deadline note", "",
     "chief: 1 business_day after today for chief | notice: on deadline", OUTCOME_RIGHT_PARTY},
    {"W", "wrong_number", "WN", "number new source note", "wrong_number",
     "find_no: today at 16:00 when no new | call: today when new", OUTCOME_ATTEMPT},
    {"O", "paid", "PAID", "*paid_on amount ref replace note", "supersede paid", "paid_check: 2 bank_days after today",
     OUTCOME_RIGHT_PARTY},
    {"G", "good", "GOOD", "note", "keep", "none", OUTCOME_RIGHT_PARTY},
    {"H", "hardship", "HARD", "note addresses by again", "send", "arrange: on again", OUTCOME_RIGHT_PARTY},
};

static char *fields_text(const Outcome *outcome)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->field_count; i++)
        g_string_append_printf(text, "%s%s%s", i > 0 ? " " : "", outcome->fields[i].star ? "*" : "",
                               outcome->fields[i].name);
    return g_string_free(text, FALSE);
}

static char *effects_text(const Outcome *outcome)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->effect_count; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", effect_name(outcome->effects[i].verb));
    return g_string_free(text, FALSE);
}

static char *steps_text(const Outcome *outcome)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->step_count; i++) {
        const StepRow *step = &outcome->steps[i];
        g_string_append_printf(text, "%s%s%s%s", i > 0 ? " | " : "", step->reason == NULL ? "" : step->reason,
                               step->reason == NULL ? "" : ": ", step->rule);
    }
    return g_string_free(text, FALSE);
}

static void test_table(void)
{
    g_autoptr(Playbook) playbook = load_well(NULL, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        const Outcome *outcome = playbook_outcome(playbook, table[i].letter);
        g_assert_nonnull(outcome);
        g_autofree char *fields = fields_text(outcome), *effects = effects_text(outcome), *steps = steps_text(outcome);
        g_assert_cmpstr(outcome->slug, ==, table[i].slug);
        g_assert_cmpstr(outcome->code, ==, table[i].code);
        g_assert_cmpstr(fields, ==, table[i].fields);
        g_assert_cmpstr(effects, ==, table[i].effects);
        g_assert_cmpstr(steps, ==, table[i].steps);
        g_assert_cmpint(outcome->contact, ==, table[i].contact);
    }
}

static void test_letterless(void)
{
    static const char *const codes[] = {"PART", "GK", "DEM", "ESC", "NOT", "AGY", "INS", "CRT", "THX"};
    g_autoptr(Playbook) playbook = load_well(NULL, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
        const Outcome *outcome = playbook_outcome(playbook, codes[i]);
        g_assert_nonnull(outcome);
        g_assert_cmpstr(outcome->letter, ==, "");
        g_assert_true(outcome->step_count > 0 || outcome->ends);
    }
    g_assert_true(playbook_outcome(playbook, "agy")->ends);
    g_assert_cmpstr(playbook_outcome(playbook, "ins")->effects[0].word, ==, "insolvency");
    g_assert_null(playbook_outcome(playbook, "nonsense"));
    g_assert_null(playbook_outcome(playbook, ""));
}

static void test_choices(void)
{
    static const struct {
        const char *outcome, *field, *language, *letters;
    } rows[] = {
        {"no_answer", "how", "en", "RVB"},
        {"promise", "how", "en", "TQD"},
        {"in_system", "missing", "en", "NAPD"},
        {"away", "next", "en", "SH"},
        {"lost", "by", "en", "EPO"},
        {"dispute", "reason", "en", "PQGDNO"},
        {"plan", "every", "en", "M2W"},
        {"refuse", "reason", "en", "MUPO"},
        {"refuse", "next", "en", "NCS"},
        {"wrong_number", "source", "en", "WRN"},
        {"no_answer", "how", "nl", "GVI"},
        {"plan", "every", "fr", "M2S"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Playbook) playbook = load_well(NULL, rows[i].language);
        const Field *field = outcome_field(playbook_outcome(playbook, rows[i].outcome), rows[i].field);
        g_autoptr(GString) letters = g_string_new(NULL);
        for (size_t j = 0; j < field->choice_count; j++)
            g_string_append(letters, field->choices[j].letter);
        g_assert_cmpstr(letters->str, ==, rows[i].letters);
    }
}

static void test_field_facts(void)
{
    g_autoptr(Playbook) playbook = load_well(NULL, "en");
    const Field *posted = outcome_field(playbook_outcome(playbook, "C"), "posted");
    g_assert_true(posted->past);
    const Field *first = outcome_field(playbook_outcome(playbook, "S"), "first");
    g_assert_true(first->no_roll);
    const Field *parts = outcome_field(playbook_outcome(playbook, "S"), "parts");
    g_assert_cmpint(parts->min, ==, 1);
    g_assert_cmpint(parts->max, ==, 36);
    g_assert_true(outcome_field(playbook_outcome(playbook, "I"), "run")->bank_day);
    const Field *next = outcome_field(playbook_outcome(playbook, "A"), "next");
    g_assert_cmpstr(next->choices[1].needs, ==, "management");
    g_assert_cmpstr(next->suggestions[0].value, ==, "higher");
    g_assert_cmpint(next->suggestions[0].from, ==, 2);
    const Field *retry = outcome_field(playbook_outcome(playbook, "N"), "retry");
    g_assert_cmpint(retry->suggestions[0].date.unit, ==, UNIT_MINUTES);
    g_assert_cmpint(retry->suggestions[0].date.count, ==, 20);
    g_assert_cmpstr(retry->suggestions[0].when.value, ==, "busy");
    g_assert_cmpint(retry->suggestions[1].date.kind, ==, STEP_OTHER_HALF);
    g_assert_cmpint(outcome_field(playbook_outcome(playbook, "B"), "when")->minute, ==, 600);
    const StepRow *promise = &playbook_outcome(playbook, "P")->steps[0];
    g_assert_cmpstr(promise->field, ==, "by");
    g_assert_cmpint(promise->minute, ==, 570);
    const EffectRow *copy = &playbook_outcome(playbook, "L")->effects[1];
    g_assert_cmpstr(copy->word, ==, "copy");
    g_assert_cmpstr(copy->fields[SEND_TO], ==, "to");
    g_assert_cmpstr(copy->fields[SEND_ITEMS], ==, "invoices");
    g_assert_true(copy->when.empty);
    g_assert_cmpstr(copy->when.field, ==, "qr");
}

/* --- Languages -------------------------------------------------------------------------------------- */

static void test_languages(void)
{
    static const char *const languages[] = {"en", "nl", "fr"};
    const char *label[3], *script[3];
    Playbook *books[3];
    for (int i = 0; i < 3; i++) {
        books[i] = load_well(NULL, languages[i]);
        label[i] = playbook_outcome(books[i], "cheque")->label;
        script[i] = playbook_script(books[0], "cheque", 1, languages[i])[0];
        g_assert_nonnull(script[i]);
        g_assert_cmpuint(g_strv_length((char **)playbook_objections(books[0], languages[i])), ==, 18);
    }
    for (int i = 0; i < 3; i++) {
        g_assert_cmpstr(label[i], !=, label[(i + 1) % 3]);
        g_assert_cmpstr(script[i], !=, script[(i + 1) % 3]);
    }
    g_assert_true(g_str_has_prefix(playbook_objections(books[1], "nl")[1], "C: nummer"));
    g_assert_cmpstr(playbook_phrase(books[0], "times", "2", "nl"), ==, "2e keer");
    for (int i = 0; i < 3; i++)
        playbook_free(books[i]);
}

/* The shipped file says everything in three languages: a key without a language is only for names and digits. */
static void test_shipped_complete(void)
{
    static const char *const same[] = {"letter_", "choice_peppol", "choice_email", "hint = \"1-36\"",
                                       "hint = \"{email}\""};
    g_autofree char *path = shipped_path(), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        static const char *const keys[] = {"label =", "short =", "title =", "summary =", "help =",  "hint =",
                                           "line_",   "hint_",   "choice_", "excuse =",  "answer ="};
        bool texts = false, excused = false;
        for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
            texts = texts || g_str_has_prefix(*line, keys[i]);
        for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
            excused = excused || g_str_has_prefix(*line, same[i]);
        g_autofree char *key = g_strndup(*line, strcspn(*line, " ="));
        bool suffixed = g_str_has_suffix(key, "_en") || g_str_has_suffix(key, "_nl") || g_str_has_suffix(key, "_fr") ||
                        g_str_has_suffix(key, "_when");
        if (texts && !excused && !suffixed)
            g_error("playbook.ini:%d: %s", (int)(line - lines) + 1, *line);
    }
}

static void test_reasons(void)
{
    static const char *const slugs[] = {"courtesy", "day_15",    "day_30",   "call",       "reminder_call",
                                        "callback", "promise",   "cheque",   "in_system",  "away",
                                        "plan",     "dispute",   "resend",   "paid_check", "notice",
                                        "slowing",  "thank_you", "returned", "no_answer",  "letter"};
    g_autoptr(Playbook) playbook = load_well(NULL, "nl");
    for (size_t i = 0; i < G_N_ELEMENTS(slugs); i++) {
        const Reason *reason = playbook_reason(playbook, slugs[i]);
        g_assert_cmpstr(reason->slug, ==, slugs[i]);
        g_assert_cmpint(text_width(reason->label), <=, 9);
        const char *const *opening = playbook_opening(playbook, slugs[i], "fr");
        g_assert_nonnull(opening[0]);
        if (strcmp(slugs[i], "call") != 0)
            g_assert_true(opening != playbook_opening(playbook, "call", "fr"));
    }
    g_assert_cmpstr(playbook_reason(playbook, "promise")->commitment, ==, "broken_promise");
    g_assert_cmpstr(playbook_reason(playbook, "cheque")->commitment, ==, "cheque_missing");
    g_assert_cmpstr(playbook_reason(playbook, "plan")->commitment, ==, "missed_instalment");
    g_assert_cmpstr(playbook_reason(playbook, "callback")->commitment, ==, "dated_followup");
    g_assert_cmpstr(playbook_reason(playbook, "something else")->slug, ==, "call");
    g_assert_true(playbook_opening(playbook, "something else", "nl") == playbook_opening(playbook, "call", "nl"));
}

static void test_repetition(void)
{
    g_autoptr(Playbook) playbook = load_well(NULL, "en");
    const char *const *first = playbook_script(playbook, "callback", 1, "en");
    g_assert_true(playbook_script(playbook, "callback", 2, "en") == first);
    const char *const *third = playbook_script(playbook, "callback", 3, "en");
    g_assert_true(third != first && playbook_script(playbook, "callback", 9, "en") == third);
    g_assert_nonnull(strstr(third[0], "settle it now"));
    g_assert_true(playbook_script(playbook, "away", 2, "nl") != playbook_script(playbook, "away", 1, "nl"));
    g_assert_true(playbook_script(playbook, "no_answer", 4, "nl") != playbook_script(playbook, "no_answer", 3, "nl"));
    g_assert_null(playbook_script(playbook, "no such outcome", 1, "en")[0]);
}

/* --- Respect ---------------------------------------------------------------------------------------- */

static void test_respect(void)
{
    static const char *const words[] = {"wanbetaler", "mauvais payeur", "deadbeat", "bad payer", "threat of",
                                        "fraud",      "leugen",         "menteur",  "liar",      "bezoek aan huis"};
    g_autofree char *path = shipped_path(), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_autofree char *lower = g_utf8_strdown(text, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_null(strstr(lower, words[i]));
    static const char *const help[] = {"OCMW", "CPAS", "Geldfit", "Points conseil budget"};
    for (size_t i = 0; i < G_N_ELEMENTS(help); i++)
        g_assert_nonnull(strstr(text, help[i]));
}

/* --- The house's own file --------------------------------------------------------------------------- */

/* The very example that stands as a comment at the top of the shipped file. */
static char *example_from_comments(void)
{
    g_autofree char *path = shipped_path(), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    const char *from = strstr(text, ";   [outcome.new_owner]"), *until = strstr(text, "; RULES OF THE FILE");
    g_assert_true(from != NULL && until != NULL);
    g_autofree char *block = g_strndup(from, (gsize)(until - from));
    g_auto(GStrv) lines = g_strsplit(block, "\n", -1);
    GString *example = g_string_new(NULL);
    for (char **line = lines; *line != NULL; line++)
        g_string_append_printf(example, "%s\n", g_str_has_prefix(*line, ";") ? *line + 1 : *line);
    return g_string_free(example, FALSE);
}

static void test_house_adds(void)
{
    g_autofree char *example = example_from_comments();
    g_autoptr(Playbook) playbook = load_well(example, "nl");
    const Outcome *added = playbook_outcome(playbook, "8");
    g_assert_nonnull(added);
    g_assert_cmpstr(added->slug, ==, "new_owner");
    g_assert_cmpstr(added->label, ==, "firm has a new owner");
    g_assert_cmpuint(added->field_count, ==, 3);
    size_t count = 0, before = 0;
    const Outcome *const *all = playbook_outcomes(playbook, &count);
    g_assert_true(all[count - 1] == added);
    g_autoptr(Playbook) shipped = load_well(NULL, "nl");
    playbook_outcomes(shipped, &before);
    g_assert_cmpuint(count, ==, before + 1);
    g_assert_nonnull(playbook_script(playbook, "new_owner", 1, "fr")[0]);
}

static void test_house_changes(void)
{
    g_autoptr(Playbook) playbook = load_well("[outcome.lost]\nstep_1 = \"resend: 3 business_days after today\"\n"
                                             "[outcome.no_answer]\nstep_2 = \"\"\n"
                                             "[field.refuse.satisfied]\nstar = yes\n"
                                             "[script.good.1]\nline_1_nl = \"“Top, dank u.”\"\n"
                                             "[outcome.wrong_number]\noff = yes\n",
                                             "en");
    g_assert_cmpint(playbook_outcome(playbook, "L")->steps[0].count, ==, 3);
    g_assert_cmpuint(playbook_outcome(playbook, "N")->step_count, ==, 1);
    g_assert_true(outcome_field(playbook_outcome(playbook, "R"), "satisfied")->star);
    g_assert_cmpstr(playbook_script(playbook, "good", 1, "nl")[0], ==, "“Top, dank u.”");
    g_assert_true(g_str_has_prefix(playbook_script(playbook, "good", 1, "en")[0], "“Thank you"));
    g_assert_null(playbook_outcome(playbook, "W"));
    g_assert_true(playbook_outcome(playbook, "wrong_number")->retired); /* the history still reads it */
}

static void test_house_replaces(void)
{
    g_autoptr(Playbook) playbook =
        load_well("[outcome.post]\nreplaces = cheque\ncontact = right_party\nlabel = \"in the post\"\n"
                  "step_1 = \"cheque: 6 bank_days after today\"\n",
                  "en");
    const Outcome *post = playbook_outcome(playbook, "C");
    g_assert_cmpstr(post->slug, ==, "post");
    g_assert_cmpstr(post->code, ==, "PIP");
    g_assert_true(playbook_outcome(playbook, "cheque")->retired);
    size_t count = 0;
    const Outcome *const *all = playbook_outcomes(playbook, &count);
    for (size_t i = 0; i < count; i++)
        g_assert_cmpstr(all[i]->slug, !=, "cheque");
}

/* --- Faults ----------------------------------------------------------------------------------------- */

static void refused(const char *house, int line, const char *word)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *shipped = shipped_path(), *path = house_file(house);
    g_assert_null(playbook_load(shipped, path, "en", &error));
    g_unlink(path);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_autofree char *where = g_strdup_printf("%s:%d: ", path, line);
    if (!g_str_has_prefix(error->message, where) || strstr(error->message, word) == NULL)
        g_error("wanted “%s” and “%s”, got: %s", where, word, error->message);
}

#define OWN "[outcome.own]\ncontact = other\nlabel = \"own\"\n"

static void test_pitfalls(void)
{
    refused("[script.good.1]\nline_1_en = Good; thank you\n", 2, "double quotes");
    refused("[script.good.1]\nline_1_en = Good #1\n", 2, "double quotes");
    refused("[script.good.1]\nline_1_en = \"say \"yes\" now\"\n", 2, "closing quote");
    refused("[script.good.1]\nline_1_fr = 'l'échéance est là'\n", 2, "closing quote");
    refused("[script.good.1]\nline_1_en = \"no end\n", 2, "closing quote");
    refused("[script.good.1]\nline_1_en = \"a\"\nline_1_en = \"b\"\n", 3, "second time");
    refused("[outcome.own] ; ours\nlabel = \"own\"\n", 1, "line of its own");
    g_autofree char *fill = g_strnfill(1100, 'x'),
                    *long_line = g_strdup_printf("[script.good.1]\nline_1_en = \"%s\"\n", fill);
    refused(long_line, 2, "too long");
}

static void test_case_folds(void)
{
    g_autoptr(Playbook) playbook =
        load_well("[OUTCOME.Lost]\nSTEP_1 = \"resend: today\"\n[outcome.own]\nletter = \"8\"\n"
                  "contact = other\nlabel = \"own\"\nstep_1 = \"none\"\n",
                  "en");
    g_assert_cmpint(playbook_outcome(playbook, "l")->steps[0].kind, ==, STEP_TODAY);
    g_assert_cmpstr(playbook_outcome(playbook, "8")->slug, ==, "own");
}

static void test_faults(void)
{
    static const struct {
        const char *house, *word;
        int line;
    } rows[] = {
        {OWN "step_1 = \"call: soon\"\n", "soon", 4},
        {OWN "step_1 = \"call: 2 weeks after today\"\n", "weeks", 4},
        {OWN "step_1 = \"nothing: today\"\n", "[reason.nothing]", 4},
        {OWN "step_1 = \"call: on when\"\n", "when", 4},
        {OWN "step_1 = \"call: today at 25:00\"\n", "25:00", 4},
        {OWN "step_1 = \"call: today for somebody\"\n", "somebody", 4},
        {OWN "step_1 = \"call: today when moon\"\n", "moon", 4},
        {OWN "step_1 = \"call: today from never\"\n", "never", 4},
        {OWN "step_1 = \"call: today today\"\n", "today", 4},
        {OWN "step_1 = \"call\"\n", "reason: when", 4},
        {OWN, "next touchpoint", 1},
        {OWN "step_1 = \"none\"\neffect_1 = \"forgive amount\"\n", "forgive", 5},
        {OWN "step_1 = \"none\"\neffect_1 = \"promise amount by\"\n", "no field amount", 5},
        {OWN "step_1 = \"none\"\neffect_1 = \"promise\"\n", "needs a field", 5},
        {OWN "step_1 = \"none\"\neffect_1 = \"send flowers\"\n", "flowers", 5},
        {OWN "step_1 = \"none\"\neffect_1 = \"send\"\n", "needs a word", 5},
        {OWN "step_1 = \"none\"\nfields = \"note\"\neffect_1 = \"absent note note\"\n", "wrong type", 6},
        {OWN "step_1 = \"none\"\nfields = \"note note\"\n", "twice", 5},
        {OWN "step_1 = \"none\"\nfields = \"colour\"\n", "[field.own.colour]", 1},
        {OWN "step_1 = \"none\"\nfirst_field = \"colour\"\n", "colour", 5},
        {OWN "step_1 = \"none\"\ncolour = \"red\"\n", "colour", 5},
        {OWN "step_1 = \"none\"\nhint_1 = \"paid {amont}\"\n", "{amont}", 5},
        {OWN "step_1 = \"none\"\nhint_1 = \"see {step.promise}\"\n", "{step.promise}", 5},
        {OWN "step_1 = \"none\"\nhint_1_en = \"only English\"\n", "hint_1_fr", 5},
        {OWN "step_1 = \"none\"\nletter = \"Q\"\n", "Q", 5},
        {OWN "step_1 = \"none\"\nletter = \"P\"\n", "promise", 1},
        {OWN "step_1 = \"none\"\ncode = \"ptp\"\n", "promise", 1},
        {OWN "step_1 = \"none\"\nreplaces = \"owl\"\n", "owl", 5},
        {OWN "step_1 = \"none\"\nends = maybe\n", "yes or no", 5},
        {"[outcome.own]\ncontact = boss\nlabel = \"own\"\nstep_1 = \"none\"\n", "right_party", 2},
        {"[outcome.own]\ncontact = other\nstep_1 = \"none\"\n", "label", 1},
        {"[field.lost.to]\ntype = colour\n", "colour", 2},
        {"[field.lost.to]\nsuggest = \"pigeon\"\n", "pigeon", 2},
        {"[field.lost.by]\nsuggest_1 = \"pigeon\"\n", "pigeon", 2},
        {"[field.lost.by]\nletter_peppol = \"E\"\n", "letter", 2},
        {"[field.lost.by]\nletter_peppol = \"PP\"\n", "one letter", 2},
        {"[field.lost.by]\nshown = \"when to\"\n", "when", 2},
        {"[field.lost.to]\nlabel_en = \"a label beyond bounds\"\n", "12 columns", 2},
        {"[field.plan.parts]\nmax = \"many\"\n", "whole number", 2},
        {"[field.callback.when]\nat = \"noon\"\n", "noon", 2},
        {"[field.nowhere.to]\ntype = text\n", "[field.nowhere.to]", 1},
        {"[reason.promise]\nlabel_en = \"much too long\"\n", "9 columns", 2},
        {"[reason.promise]\ncommitment = \"love\"\n", "love", 2},
        {"[reason.own]\nlabel = \"own\"\n", "title", 1},
        {"[opening.nothing]\nline_1 = \"x\"\n", "[reason.nothing]", 1},
        {"[objection.1]\noutcome = \"owl\"\n", "outcome", 2},
        {"[script.owl.1]\nline_1 = \"x\"\n", "[script.owl.1]", 1},
        {"[script.good.1]\nline_9_en = \"x\"\n", "line_9", 2},
        {"[surprise]\nkey = 1\n", "[surprise]", 1},
        {"[phrase.times]\n4_en = \"4th\"\n", "4_fr", 2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        refused(rows[i].house, rows[i].line, rows[i].word);
}

static void test_missing_house(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *shipped = shipped_path();
    g_assert_null(playbook_load(shipped, "/nonexistent/playbook.ini", "en", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
}

/* The shipped file with a line lost, doubled or damaged: it loads, or one sentence names a line.  Never a crash. */
static void test_damaged(void)
{
    static const char *const damage[] = {"",
                                         "fields = \"by by\"",
                                         "step_1 = \"call: 1\"",
                                         "= \"\"",
                                         "effect_1 = \"send\"",
                                         "hint_1_en = \"{step.\"",
                                         "type = choice",
                                         "suggest = \"2 days after\""};
    g_autofree char *path = shipped_path(), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GRand) rand = g_rand_new_with_seed(2026);
    int count = (int)g_strv_length(lines);
    for (int round = 0; round < 60; round++) {
        int at = g_rand_int_range(rand, 0, count);
        char *whole = lines[at];
        lines[at] = (char *)damage[g_rand_int_range(rand, 0, (int)G_N_ELEMENTS(damage))];
        g_autofree char *damaged = g_strjoinv("\n", lines), *file = house_file(damaged);
        lines[at] = whole;
        g_autoptr(GError) error = NULL;
        g_autoptr(Playbook) playbook = playbook_load(file, NULL, "en", &error);
        g_assert_true((playbook == NULL) == (error != NULL));
        if (error != NULL)
            g_assert_true(g_str_has_prefix(error->message, file));
        g_unlink(file);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/playbook/fourteen letters ask, write and plan what the table says", test_table);
    g_test_add_func("/playbook/outcomes without a letter are found by code", test_letterless);
    g_test_add_func("/playbook/choices have the letters of their language", test_choices);
    g_test_add_func("/playbook/fields carry direction, limits, hours and suggestions", test_field_facts);
    g_test_add_func("/playbook/labels follow the screen, scripts the customer", test_languages);
    g_test_add_func("/playbook/the shipped file is complete in three languages", test_shipped_complete);
    g_test_add_func("/playbook/every reason has a short label and an opening", test_reasons);
    g_test_add_func("/playbook/the third callback and the second absence change the script", test_repetition);
    g_test_add_func("/playbook/no word offends and help has its proper name", test_respect);
    g_test_add_func("/playbook/the example in the comments adds an outcome", test_house_adds);
    g_test_add_func("/playbook/a house changes a delay, a question, a script", test_house_changes);
    g_test_add_func("/playbook/a house replaces an outcome and takes its letter", test_house_replaces);
    g_test_add_func("/playbook/the pitfalls of ini files are named with their line", test_pitfalls);
    g_test_add_func("/playbook/capitals in section names do not matter", test_case_folds);
    g_test_add_func("/playbook/every fault of a supervisor is named with its line", test_faults);
    g_test_add_func("/playbook/a damaged file loads or is named, and never crashes", test_damaged);
    g_test_add_func("/playbook/a house file that is not there is said so", test_missing_house);
    return g_test_run();
}
