/* Every letter in every language to a customer of the books: as he reads it (tests/letters/customers), on paper with
 * its words, its code, its window and its language, and in colour for whoever wants to look (scripts/show-letters). */
#include "base/i18n.h"
#include "letter_book.h"
#include "letter_desk.h"
#include "letter_printed.h"
#include "other_program.h"
#include "paper/letter_post.h"
#include "paper/letter_text.h"
#include "paper/qr.h"

enum { STORY_WIDTH = 76 };

/* Opened once: no test changes anything in it. */
static struct {
    Book book;
    LetterTemplates *templates;
} office;

static Letter *written(const LetterTemplate *template)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(OutboxOrder) order = letter_desk_order(&office.book, template);
    Letter *letter = letter_of_order(office.book.desk, office.templates, order, NULL, &error);
    if (letter == NULL)
        g_error("%s: %s", template->path, error->message);
    return letter;
}

typedef void (*LetterVisit)(const LetterTemplate *template, Letter *letter, guint at);

/* Takes turns: the at-th letter in every language, or (spread) each letter in one language and another one the next. */
static void each_letter(bool spread, LetterVisit visit)
{
    for (guint l = 0; l < LETTER_LANGUAGES; l++) {
        g_autoptr(GPtrArray) list = letter_templates_list(office.templates, letter_languages[l]);
        g_assert_cmpuint(list->len, ==, 20);
        for (guint i = 0; i < list->len; i++) {
            const LetterTemplate *template = g_ptr_array_index(list, i);
            if (!spread || i % LETTER_LANGUAGES == l)
                visit(template, written(template), i);
        }
    }
}

/* --- As he reads it ------------------------------------------------------------------------------------------ */

static void story_compare(const LetterTemplate *template, Letter *given, guint at)
{
    (void)at;
    g_autoptr(Letter) letter = given;
    g_autofree char *name = g_strdup_printf("%s.%s.txt", template->slug, template->language);
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_TESTS"), "letters", "customers", name, NULL);
    g_autofree char *story = letter_text(letter, STORY_WIDTH, LETTER_TEXT_HEAD), *kept = NULL;
    if (g_getenv("BELRONDE_RECORD") != NULL)
        g_assert_true(g_file_set_contents(path, story, -1, NULL));
    else if (!g_file_get_contents(path, &kept, NULL, NULL))
        g_error("%s is missing: scripts/record-letters writes it", path);
    else if (strcmp(kept, story) != 0)
        g_error("%s differs: look at what scripts/record-letters makes of it", path);
}

static void test_read(void)
{
    if (g_getenv("BELRONDE_TESTS") == NULL)
        g_test_skip("BELRONDE_TESTS does not say where the stories are");
    else
        each_letter(false, story_compare);
}

static void test_late_only(void)
{
    static const struct {
        const char *slug;
        guint items;
    } LETTERS[] = {{"reminder", 2}, {"demand", 2}, {"notice", 2}, {"statement", 3}, {"qr", 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(LETTERS); i++) {
        g_autoptr(Letter) letter = written(template_of(office.templates, LETTERS[i].slug, "nl"));
        g_assert_cmpuint(letter->items->len, ==, LETTERS[i].items);
    }
}

static bool says(const Letter *letter, const char *words)
{
    g_autofree char *text = letter_text(letter, STORY_WIDTH, LETTER_TEXT_HEAD | LETTER_TEXT_FOOT);
    return strstr(text, words) != NULL;
}

static void test_signed(void)
{
    g_autoptr(Letter) letter = written(template_of(office.templates, "reminder", "fr"));
    g_assert_true(says(letter, "An Mertens") && says(letter, "+32\u00a015\u00a000\u00a000\u00a007"));
    g_assert_true(says(letter, "an.mertens@vandenberghe.example"));
}

static void test_neutral(void)
{
    for (size_t l = 0; l < LETTER_LANGUAGES; l++) {
        g_autoptr(Letter) letter = written(template_of(office.templates, "call_back", letter_languages[l]));
        g_assert_false(says(letter, "boekhouding@")); /* the very address would tell */
        g_assert_true(says(letter, "An Mertens"));
        g_assert_false(says(letter, "2025-1") || says(letter, "€") || says(letter, "BE71"));
    }
}

static void test_in_his_language(void)
{
    g_autoptr(Letter) french = written(template_of(office.templates, "reward", "fr"));
    g_autoptr(Letter) help = written(template_of(office.templates, "debt_help", "de"));
    g_assert_true(says(french, "2 % de remise") || says(french, "2\u00a0% de remise"));
    g_assert_true(says(french, "26 mars 2026")); /* 30 days from today, as the house has set */
    g_assert_false(says(help, "OCMW"));          /* not named in German: nothing rather than Dutch */
}

/* --- On paper ------------------------------------------------------------------------------------------------ */

static void paper_words(const LetterTemplate *template, Letter *letter, guint at)
{
    (void)at;
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter, &look);
    g_autofree char *text = printed_text(&printed), *tag = g_strdup_printf("/Lang (%s)", template->language);
    g_test_message("%s in %s", template->slug, template->language);
    assert_whole(letter, text);
    g_autoptr(GBytes) pdf = pdf_of(letter, &look);
    gsize size = 0;
    const char *bytes = g_bytes_get_data(pdf, &size);
    g_assert_nonnull(g_strstr_len(bytes + size - 600, 600, tag));
}

static void test_paper_words(void)
{
    if (program_there("pdftotext"))
        each_letter(false, paper_words);
}

static void paper_code(const LetterTemplate *template, Letter *letter, guint at)
{
    (void)template, (void)at;
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter, &look);
    bool pays = false;
    for (guint i = 0; i < letter->blocks->len; i++)
        pays |= ((const LetterBlock *)g_ptr_array_index(letter->blocks, i))->kind == LETTER_PAY;
    if (!pays)
        return;
    g_autofree char *payload = qr_payload(&letter->payment, true, NULL), *read = printed_code(&printed);
    g_assert_cmpstr(read, ==, payload);
}

static void test_paper_code(void)
{
    if (program_there("pdftoppm") && program_there("zbarimg"))
        each_letter(true, paper_code);
}

static int words_in(const GPtrArray *lines)
{
    int words = 0;
    for (guint i = 0; i < lines->len; i++) {
        g_auto(GStrv) parts = g_strsplit(g_ptr_array_index(lines, i), " ", -1);
        words += (int)g_strv_length(parts);
    }
    return words;
}

/* The address and nothing else, whichever side the window is. */
static void paper_window(const LetterTemplate *template, Letter *letter, guint at)
{
    LetterPaper look = paper();
    look.window_left = at % 2 == 1;
    g_auto(Printed) printed = print_letter(letter, &look);
    g_autoptr(GArray) boxes = boxes_of(&printed);
    g_test_message("%s in %s", template->slug, template->language);
    g_assert_cmpint(window_words(boxes, look.window_left), ==, words_in(letter->recipient));
    for (guint i = 0; i < boxes->len; i++) {
        const Box *box = &g_array_index(boxes, Box, i);
        g_assert_cmpfloat(box->left, >=, 24.9 * DOTS_PER_MM);
        g_assert_cmpfloat(box->right, <=, 191 * DOTS_PER_MM);
        g_assert_cmpfloat(box->bottom, <=, 288 * DOTS_PER_MM);
    }
}

/* "Scan the code:" and the code are on one page. */
static void paper_introduced(const LetterTemplate *template, Letter *letter, guint at)
{
    (void)at;
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter, &look);
    g_autofree char *text = printed_text(&printed);
    g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
    g_test_message("%s in %s", template->slug, template->language);
    for (char **page = pages; *page != NULL && page[1] != NULL; page++)
        g_assert_false(g_regex_match_simple(":\\s*((pagina|page|Seite) \\d.*)?\\s*$", *page, 0, 0));
}

static void test_paper_introduced(void)
{
    if (program_there("pdftotext"))
        each_letter(true, paper_introduced);
}

static void test_paper_window(void)
{
    if (program_there("pdftotext"))
        each_letter(true, paper_window);
}

/* --- To look at ---------------------------------------------------------------------------------------------- */

static void paper_keep(const LetterTemplate *template, Letter *given, guint at)
{
    (void)at;
    g_autoptr(GError) error = NULL;
    g_autoptr(Letter) letter = given;
    const LetterPaper look = paper();
    g_autofree char *name = g_strdup_printf("%s.%s.pdf", template->slug, template->language);
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_SHOW"), name, NULL);
    good(letter_pdf_write(letter, &look, path, &error), error);
}

static void test_show(void)
{
    if (g_getenv("BELRONDE_SHOW") == NULL)
        g_test_skip("only for scripts/show-letters");
    else
        each_letter(false, paper_keep);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    letter_desk_start(&office.book);
    office.templates = templates_load();
    g_test_add_func("/letters to customers/as they read them", test_read);
    g_test_add_func("/letters to customers/nobody is reminded of what is not due yet", test_late_only);
    g_test_add_func("/letters to customers/a person signs with full name and direct line", test_signed);
    g_test_add_func("/letters to customers/who is not the customer learns nothing, not even from an address",
                    test_neutral);
    g_test_add_func("/letters to customers/what the house says of itself is in the customer's language",
                    test_in_his_language);
    g_test_add_func("/letters to customers/on paper every word is there, and the language is named", test_paper_words);
    g_test_add_func("/letters to customers/on paper the code is the one of the letter", test_paper_code);
    g_test_add_func("/letters to customers/on paper no page ends with words that announce what is on the next",
                    test_paper_introduced);
    g_test_add_func("/letters to customers/the address and nothing else stands in the window", test_paper_window);
    g_test_add_func("/letters to customers/to look at", test_show);
    int status = g_test_run();
    letter_templates_free(office.templates);
    book_end(&office.book);
    return status;
}
