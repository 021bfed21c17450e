/* The letters: each one in each language, with everything it can say and with only what it needs; the stories of
 * tests/letters, which are the letters as customers read them; and the table of the manual. */
#include "base/i18n.h"
#include "desk/effect.h"
#include "letter_book.h"
#include "paper/letter_parts.h"
#include "paper/letter_text.h"
#include <glib/gstdio.h>
#include <string.h>

enum { STORY_WIDTH = 76 };

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

typedef void (*TemplateVisit)(const LetterTemplates *templates, const LetterTemplate *template);

static void each_template(TemplateVisit visit)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    for (size_t l = 0; l < LETTER_LANGUAGES; l++) {
        g_autoptr(GPtrArray) list = letter_templates_list(templates, letter_languages[l]);
        for (guint i = 0; i < list->len; i++)
            visit(templates,
                  template_of(templates, ((const LetterTemplate *)list->pdata[i])->slug, letter_languages[l]));
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
        for (size_t l = 0; l < LETTER_LANGUAGES; l++)
            template_of(templates, *slug, letter_languages[l]);
}

static void languages_agree(const LetterTemplates *templates, const LetterTemplate *template)
{
    for (size_t l = 0; l < LETTER_LANGUAGES; l++) {
        const LetterTemplate *other = template_of(templates, template->slug, letter_languages[l]);
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
        g_assert_cmpuint(other->body->subject->wordings->len, ==, template->body->subject->wordings->len);
        g_assert_true(other->third_person == template->third_person);
        g_assert_true(other->late_only == template->late_only);
        g_assert_true(other->encloses_copies == template->encloses_copies);
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
    g_assert_null(strstr(words, strcmp(template->language, "fr") == 0 ? " ;" : " :"));
    g_assert_false(g_regex_match_simple("(\\d{4}|[.,]\\d\\d)\\p{L}", words, 0, 0)); /* "2026en": a blank is missing */
    g_assert_nonnull(strstr(words, "An Mertens"));
}

enum { LETTERS = 24 };

static void letter_had(LetterValues *values, char *wordings)
{
    g_ptr_array_insert(values->said, 0, wordings);
}

static void all_wordings(const LetterTemplates *templates, const LetterTemplate *template)
{
    g_autoptr(LetterValues) full = values_full(template), least = values_least(template);
    for (int i = 0; i < LETTERS; i++) {
        nothing_left(templates, template, full);
        nothing_left(templates, template, least);
        char *wordings = NULL;
        letter_free(composed(template, full, &wordings));
        letter_had(least, g_strdup(wordings));
        letter_had(full, wordings);
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

static void assert_nothing_again(const char *before, const char *now)
{
    g_auto(GStrv) words = g_strsplit(now, " ", -1);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && strstr(before, *word) != NULL)
            g_error("%s stands in “%s” and in “%s”", *word, before, now);
}

static void never_twice(const LetterTemplates *templates, const LetterTemplate *template)
{
    (void)templates;
    g_autoptr(LetterValues) values = values_full(template);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *before = g_strdup("");
    for (int i = 0; i < LETTERS; i++) {
        char *wordings = NULL;
        g_autofree char *again = NULL;
        g_autoptr(Letter) letter = composed(template, values, &wordings), same = composed(template, values, &again);
        g_assert_cmpstr(wordings, ==, again);
        g_assert_cmpstr(opening_of(letter), ==, opening_of(same));
        g_assert_cmpstr(opening_of(letter), !=, before);
        if (i > 0)
            assert_nothing_again(values->said->pdata[0], wordings);
        g_hash_table_add(seen, g_strdup(opening_of(letter)));
        g_free(before);
        before = g_strdup(opening_of(letter));
        letter_had(values, wordings);
    }
    g_assert_cmpuint(g_hash_table_size(seen), >, 1);
}

/* Whatever letters come one after the other: what they share is said in other words. */
static void test_no_shared_paragraph_comes_twice_running(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    for (size_t l = 0; l < LETTER_LANGUAGES; l++) {
        g_autoptr(GPtrArray) list = letter_templates_list(templates, letter_languages[l]);
        for (guint i = 0; i < list->len; i++)
            for (guint k = 0; k < list->len; k++) {
                const LetterTemplate *first = list->pdata[i], *then = list->pdata[k];
                g_autoptr(LetterValues) one = values_full(first), other = values_full(then);
                g_autofree char *wordings = NULL;
                char *had = NULL;
                letter_free(composed(first, one, &had));
                letter_had(other, had);
                letter_free(composed(then, other, &wordings));
                assert_nothing_again(had, wordings);
            }
    }
}

/* A letter between two others that does not have the paragraph makes nobody forget it. */
static void test_a_letter_between_changes_nothing(void)
{
    g_autoptr(LetterTemplates) templates = templates_load();
    const LetterTemplate *reminder = template_of(templates, "reminder", "nl");
    const LetterTemplate *thanks = template_of(templates, "thank_you", "nl");
    g_autoptr(LetterValues) values = values_full(reminder), between = values_full(thanks);
    for (int i = 0; i < LETTERS; i++) {
        char *wordings = NULL, *of_thanks = NULL;
        letter_free(composed(reminder, values, &wordings));
        if (i > 0)
            assert_nothing_again(values->said->pdata[1], wordings);
        letter_had(values, wordings);
        letter_free(composed(thanks, between, &of_thanks));
        letter_had(values, of_thanks);
    }
}

static void test_no_wording_comes_twice_running(void)
{
    each_template(never_twice);
}

static void tone_is_seen(const LetterTemplates *templates, const LetterTemplate *template)
{
    static const char *const formal[] = {"Dear Ms Wils,", "Geachte mevrouw Wils,", "Madame,",
                                         "Sehr geehrte Frau Wils,"};
    static const char *const warm[] = {"Dear Ms Wils,", "Beste mevrouw Wils,", "Bonjour Madame Wils,",
                                       "Guten Tag Frau Wils,"};
    static const char *const neutral[] = {"Hello,", "Goedendag,", "Bonjour,", "Guten Tag,"};
    (void)templates;
    g_autoptr(LetterValues) values = values_full(template);
    g_autoptr(Letter) letter = composed(template, values, NULL);
    size_t l = 0;
    while (strcmp(letter_languages[l], template->language) != 0)
        l++;
    const char *greeting = ((const LetterBlock *)letter->blocks->pdata[0])->text;
    g_assert_cmpstr(greeting, ==, template->third_person ? neutral[l] : template->tone >= 4 ? formal[l] : warm[l]);
}

static void test_the_greeting_follows_the_tone(void)
{
    each_template(tone_is_seen);
}

/* ---- stories ---- */

static void story_letter(GString *story, const LetterTemplate *template, const LetterValues *values, const char *title,
                         char **wordings)
{
    g_autoptr(Letter) letter = composed(template, values, wordings);
    g_autofree char *shown = letter_text(letter, STORY_WIDTH, LETTER_TEXT_HEAD);
    g_string_append_printf(story, "\n=== %s ===\n\n%s", title, shown);
}

static char *story_of(const LetterTemplate *template)
{
    GString *story = g_string_new(NULL);
    g_autoptr(LetterValues) full = values_full(template), least = values_least(template);
    g_string_append_printf(story, "# %s (%s, tone %d): %s\n", template->label, template->slug, template->tone,
                           template->about);
    char *wordings = NULL;
    story_letter(story, template, full, "everything known", &wordings);
    letter_had(full, wordings);
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

/* ---- the table of docs/letters.md ---- */

static char *facts_table(void)
{
    size_t count = 0;
    const LetterPlaceholder *rows = letter_placeholders(&count);
    GString *table = g_string_new("| name | what it is | example | |\n|---|---|---|---|\n");
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(table, "| `%s` | %s | %s | %s |\n", rows[i].name, rows[i].about, rows[i].example,
                               (rows[i].flags & LETTER_VALUE_ALWAYS) != 0    ? "always there"
                               : (rows[i].flags & LETTER_VALUE_DERIVED) != 0 ? "computed"
                                                                             : "");
    return g_string_free(table, FALSE);
}

static void test_the_manual_lists_every_fact(void)
{
    static const char begins[] = "writes this table -->\n", ends[] = "<!-- end of facts -->";
    if (g_getenv("BELRONDE_TESTS") == NULL) {
        g_test_skip("BELRONDE_TESTS does not say where the manual is");
        return;
    }
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_TESTS"), "..", "docs", "letters.md", NULL),
                    *text = NULL;
    g_autofree char *table = facts_table();
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    const char *begin = strstr(text, begins), *end = strstr(text, ends);
    g_assert_true(begin != NULL && end > begin);
    begin += strlen(begins);
    g_autofree char *found = g_strndup(begin, (gsize)(end - begin));
    if (g_getenv("BELRONDE_RECORD") != NULL) {
        g_autofree char *anew = g_strdup_printf("%.*s%s%s", (int)(begin - text), text, table, end);
        g_assert_true(g_file_set_contents(path, anew, -1, NULL));
    } else {
        g_assert_cmpstr(found, ==, table);
    }
}

static void test_each_fact_can_be_said(void)
{
    size_t count = 0;
    const LetterPlaceholder *rows = letter_placeholders(&count);
    for (size_t i = 0; i < count; i++) {
        g_assert_true(letter_placeholder(rows[i].name) == &rows[i]);
        g_assert_true((rows[i].type == LETTER_VALUE_FACT) == (*rows[i].example == '\0'));
        g_assert_cmpstr(rows[i].about, !=, "");
    }
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
    g_test_add_func("/letters/no shared paragraph comes twice running, whatever the letters",
                    test_no_shared_paragraph_comes_twice_running);
    g_test_add_func("/letters/a letter between two others makes nobody forget", test_a_letter_between_changes_nothing);
    g_test_add_func("/letters/the greeting follows the tone", test_the_greeting_follows_the_tone);
    g_test_add_func("/letters/as customers read them", test_letters_as_customers_read_them);
    g_test_add_func("/letters/the manual lists every fact", test_the_manual_lists_every_fact);
    g_test_add_func("/letters/each fact can be said", test_each_fact_can_be_said);
    int status = g_test_run();
    g_rmdir(nowhere);
    return status;
}
