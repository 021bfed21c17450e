/* A letter on paper, as other programs read it: every word is there and in order, the code decodes, nothing leaves the
 * page, rows and signatures stay whole, and the same letter makes the same bytes. */
#include "base/error.h"
#include "letter_specimen.h"
#include "other_program.h"
#include "paper/letter_pdf.h"
#include "paper/letter_table.h"
#include "paper/qr.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define DOTS_PER_MM (72 / 25.4)

static LetterPaper paper(void)
{
    LetterPaper look = {.ogm_structured = true, .font = ""};
    g_assert_true(day_parse_iso("2026-02-24", &look.day));
    return look;
}

static GBytes *pdf_of(const Letter *letter, const LetterPaper *look)
{
    g_autoptr(GError) error = NULL;
    GBytes *pdf = letter_pdf(letter, look, &error);
    g_assert_no_error(error);
    return pdf;
}

/* One letter on the disk, and what pdftotext finds in it. */
typedef struct {
    char *folder, *path;
    Letter *letter;
} Printed;

static Printed print_letter(Letter *letter, const LetterPaper *look)
{
    g_autoptr(GBytes) pdf = pdf_of(letter, look);
    Printed printed = {.folder = scratch_new(), .letter = letter};
    printed.path = scratch_file(printed.folder, "letter.pdf", pdf);
    return printed;
}

static void printed_clear(Printed *printed)
{
    scratch_end(printed->folder);
    g_free(printed->path);
    letter_free(printed->letter);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Printed, printed_clear)

static char *printed_text(const Printed *printed)
{
    return program_output((const char *const[]){"pdftotext", "-layout", printed->path, "-", NULL});
}

/* ---- every word in order ---- */

static char *without_blanks(const char *text)
{
    g_autofree char *same = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC); /* Arabic comes in forms for the eye */
    GString *bare = g_string_new(NULL);
    for (const char *at = same; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isspace(c) && g_unichar_isprint(c))
            g_string_append_unichar(bare, c);
    }
    return g_string_free(bare, FALSE);
}

/* Page numbers and the line on top of the next page stand between the words of a paragraph that goes on. */
static char *running_text(const Letter *letter, const char *text)
{
    g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
    GString *all = g_string_new(NULL);
    for (int i = 0; pages[i] != NULL; i++) {
        g_auto(GStrv) lines = g_strsplit(g_strchug(pages[i]), "\n", -1);
        const char *name = letter->recipient->len > 0 ? g_ptr_array_index(letter->recipient, 0) : "?";
        for (char **line = lines; *line != NULL; line++) {
            bool head = i > 0 && line == lines && g_str_has_prefix(*line, name);
            bool number = g_regex_match_simple("^ *(pagina|page|Seite) \\d+ (van|of|sur|von) \\d+$", *line, 0, 0);
            if (!head && !number)
                g_string_append_printf(all, "%s\n", *line);
        }
    }
    char *bare = without_blanks(all->str);
    g_string_free(all, TRUE);
    return bare;
}

/* Finds it behind what was found before. */
static void assert_next(const char **at, const char *words)
{
    g_autofree char *bare = without_blanks(words);
    const char *found = strstr(*at, bare);
    if (found == NULL)
        g_error("“%s” is not where it belongs: %.300s", bare, *at);
    *at = found + strlen(bare);
}

static void assert_table(const char **at, const Letter *letter, LetterBlockKind kind)
{
    g_autoptr(LetterTable) table = letter_table(letter, kind);
    if (table == NULL)
        return;
    for (guint row = 0; row < table->rows->len; row++) {
        char **cells = g_ptr_array_index(table->rows, row);
        bool breaks = strlen(cells[0]) > 30 || strlen(cells[1]) > 50; /* in two lines, parts of others between them */
        g_autofree char *all = g_strjoinv("", cells);
        if (!breaks)
            assert_next(at, all);
    }
}

static void assert_body(const Letter *letter, const char *at)
{
    assert_next(&at, letter->place_and_day);
    assert_next(&at, letter->subject);
    for (guint i = 0; i < letter->blocks->len; i++) {
        const LetterBlock *block = g_ptr_array_index(letter->blocks, i);
        g_auto(GStrv) lines = g_strsplit(block->text, "\n", -1);
        g_autofree char *shown = g_strjoinv(block->kind == LETTER_POINTS ? "•" : "\n", lines);
        if (block->text[0] != '\0')
            assert_next(&at, shown);
        else
            assert_table(&at, letter, block->kind);
    }
    assert_next(&at, letter->attachments_line);
}

static void assert_whole(const Letter *letter, const char *text)
{
    g_autofree char *bare = running_text(letter, text);
    const char *at = bare;
    for (guint i = 0; i < letter->sender->len; i++)
        assert_next(&at, g_ptr_array_index(letter->sender, i));
    for (guint i = 0; i < letter->recipient->len; i++)
        assert_next(&at, g_ptr_array_index(letter->recipient, i));
    assert_body(letter, at);
}

static void test_whole(void)
{
    if (!program_there("pdftotext"))
        return;
    for (size_t i = 0; letter_specimen(i) != NULL; i++) {
        LetterPaper look = paper();
        g_auto(Printed) printed = print_letter(letter_specimen(i)->make(), &look);
        g_autofree char *text = printed_text(&printed);
        g_test_message("%s", letter_specimen(i)->name);
        assert_whole(printed.letter, text);
    }
}

/* ---- the code ---- */

static void test_code(void)
{
    if (!program_there("pdftoppm") || !program_there("zbarimg"))
        return;
    for (size_t i = 0; letter_specimen(i) != NULL; i++) {
        if (!letter_specimen(i)->code)
            continue;
        LetterPaper look = paper();
        g_auto(Printed) printed = print_letter(letter_specimen(i)->make(), &look);
        g_autofree char *pages = g_build_filename(printed.folder, "page", NULL);
        g_autofree char *payload = qr_payload(&printed.letter->payment, true, NULL);
        g_free(
            program_output((const char *const[]){"pdftoppm", "-r", "150", "-gray", "-png", printed.path, pages, NULL}));
        char *last = NULL;
        for (int page = 1; page < 4; page++) { /* the code stands on the last one */
            g_autofree char *picture = g_strdup_printf("%s-%d.png", pages, page);
            if (g_file_test(picture, G_FILE_TEST_EXISTS)) {
                g_free(last);
                last = g_steal_pointer(&picture);
            }
        }
        g_autofree char *read = qr_read_by_other(last);
        g_assert_cmpstr(read, ==, payload);
        g_free(last);
    }
}

/* ---- the page ---- */

/* The words with their boxes; points from the upper left corner. */
typedef struct {
    gdouble left, top, right, bottom;
    char word[64];
    int page;
} Box;

static GArray *boxes_of(const Printed *printed)
{
    g_autofree char *html = program_output((const char *const[]){"pdftotext", "-bbox", printed->path, "-", NULL});
    g_auto(GStrv) lines = g_strsplit(html, "\n", -1);
    GArray *boxes = g_array_new(FALSE, TRUE, sizeof(Box));
    int page = 0;
    for (char **line = lines; *line != NULL; line++) {
        Box box = {0};
        if (strstr(*line, "<page ") != NULL)
            page++;
        if (sscanf(*line, " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%63[^<]", &box.left, &box.top,
                   &box.right, &box.bottom, box.word) != 5)
            continue;
        box.page = page;
        g_array_append_val(boxes, box);
    }
    g_assert_cmpuint(boxes->len, >, 0);
    return boxes;
}

static void test_inside(void)
{
    if (!program_there("pdftotext"))
        return;
    for (size_t i = 0; letter_specimen(i) != NULL; i++) {
        LetterPaper look = paper();
        look.window_left = i % 2 == 1;
        g_auto(Printed) printed = print_letter(letter_specimen(i)->make(), &look);
        g_autoptr(GArray) boxes = boxes_of(&printed);
        for (guint b = 0; b < boxes->len; b++) {
            const Box *box = &g_array_index(boxes, Box, b);
            g_assert_cmpfloat(box->left, >=, 24.9 * DOTS_PER_MM);
            g_assert_cmpfloat(box->right, <=, 191 * DOTS_PER_MM);
            g_assert_cmpfloat(box->top, >=, 14 * DOTS_PER_MM);
            g_assert_cmpfloat(box->bottom, <=, 288 * DOTS_PER_MM);
        }
    }
}

static const Box *box_of(const GArray *boxes, const char *word)
{
    for (guint i = 0; i < boxes->len; i++)
        if (strcmp(g_array_index(boxes, Box, i).word, word) == 0)
            return &g_array_index(boxes, Box, i);
    g_error("no word %s on the page", word);
}

/* What must show in the window does, the rest does not: nothing else stands in 80 x 40 mm. */
static void test_window(void)
{
    if (!program_there("pdftotext"))
        return;
    for (int left = 0; left < 2; left++) {
        LetterPaper look = paper();
        look.window_left = left == 1;
        g_auto(Printed) printed = print_letter(letter_specimen_named("nl"), &look);
        g_autoptr(GArray) boxes = boxes_of(&printed);
        gdouble from = (left ? 25 : 110) * DOTS_PER_MM, to = from + 80 * DOTS_PER_MM;
        int inside = 0;
        for (guint i = 0; i < boxes->len; i++) {
            const Box *box = &g_array_index(boxes, Box, i);
            bool low = box->bottom > 50 * DOTS_PER_MM && box->top < 90 * DOTS_PER_MM;
            inside += low && box->right > from && box->left < to ? 1 : 0;
        }
        g_assert_cmpint(inside, ==, 3 + 4 + 2 + 2); /* words of the address */
        const Box *name = box_of(boxes, "Dendermonde");
        g_assert_cmpfloat(name->left, >=, from);
        g_assert_cmpfloat(name->right, <=, to);
        g_assert_cmpfloat(name->bottom, <=, 90 * DOTS_PER_MM);
    }
}

/* ---- pages ---- */

static char **pages_of(const Printed *printed)
{
    g_autofree char *text = printed_text(printed);
    if (g_str_has_suffix(text, "\f"))
        text[strlen(text) - 1] = '\0';
    return g_strsplit(text, "\f", -1);
}

static void test_table_over_pages(void)
{
    if (!program_there("pdftotext"))
        return;
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter_specimen_named("many"), &look);
    g_auto(GStrv) pages = pages_of(&printed);
    g_assert_cmpuint(g_strv_length(pages), ==, 2);
    for (int i = 0; i < 2; i++) {
        g_autofree char *number = g_strdup_printf("pagina %d van 2", i + 1);
        g_assert_nonnull(strstr(pages[i], "Factuur"));
        g_assert_nonnull(strstr(pages[i], number));
    }
    g_assert_nonnull(strstr(pages[1], "Bouwgroep Lens NV"));
    g_assert_null(strstr(pages[0], "Totaal"));
}

static void test_one_page_unnumbered(void)
{
    if (!program_there("pdftotext"))
        return;
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter_specimen_named("nl"), &look);
    g_auto(GStrv) pages = pages_of(&printed);
    g_assert_cmpuint(g_strv_length(pages), ==, 1);
    g_assert_null(strstr(pages[0], "pagina"));
}

/* However long the text before it is: the name never stands on a page by itself. */
static void test_signature(void)
{
    if (!program_there("pdftotext"))
        return;
    int second = 0;
    for (int lines = 14; lines <= 24; lines++) {
        Letter *letter = letter_new();
        g_free(letter->language);
        letter->language = g_strdup("nl");
        g_ptr_array_add(letter->recipient, g_strdup("Peeters"));
        letter_block_add(letter, LETTER_PARAGRAPH, "Beste,");
        for (int i = 0; i < lines; i++)
            letter_block_add(letter, LETTER_PARAGRAPH, "Een zin.");
        letter_block_add(letter, LETTER_PARAGRAPH, "Een alinea\nvan drie\nregels.");
        letter_block_add(letter, LETTER_PARAGRAPH, "Met vriendelijke groeten,");
        letter_block_add(letter, LETTER_PARAGRAPH, "An\nMertens");
        LetterPaper look = paper();
        g_auto(Printed) printed = print_letter(letter, &look);
        g_auto(GStrv) pages = pages_of(&printed);
        guint last = g_strv_length(pages) - 1;
        second += last > 0 ? 1 : 0;
        g_assert_nonnull(strstr(pages[last], "regels."));
        g_assert_nonnull(strstr(pages[last], "An\n"));
        g_assert_nonnull(strstr(pages[last], "Mertens"));
    }
    g_assert_cmpint(second, >, 0);
    g_assert_cmpint(second, <, 11);
}

/* A sender of forty lines leaves no room on the first page; a list of hundreds of words none on the second. */
static void test_absurd(void)
{
    if (!program_there("pdftotext"))
        return;
    Letter *letter = letter_specimen_named("nl");
    for (int i = 0; i < 60; i++)
        g_ptr_array_add(letter->sender, g_strdup("nog een regel van de afzender"));
    g_autoptr(GString) lines = g_string_new("Begin");
    for (int i = 0; i < 100; i++)
        g_string_append_printf(lines, "\nregel %d", i);
    letter_block_add(letter, LETTER_PARAGRAPH, lines->str);
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter, &look);
    g_autoptr(GArray) boxes = boxes_of(&printed);
    for (guint b = 0; b < boxes->len; b++)
        g_assert_cmpfloat(g_array_index(boxes, Box, b).bottom, <=, 288 * DOTS_PER_MM);
    g_assert_cmpint(box_of(boxes, "Begin")->page, ==, 2);
    g_autofree char *text = printed_text(&printed), *bare = running_text(letter, text);
    assert_body(letter, bare);
}

/* ---- the document ---- */

static void test_described(void)
{
    if (!program_there("pdfinfo"))
        return;
    LetterPaper look = paper();
    g_auto(Printed) printed = print_letter(letter_specimen_named("fr"), &look);
    g_autofree char *info = program_output((const char *const[]){"pdfinfo", printed.path, NULL});
    static const char *const facts[] = {"mise en demeure, factures F-2025-0871 et F-2025-0902",
                                        "Vanden Berghe Groothandel BV",
                                        "Belronde",
                                        "Feb 24",
                                        "yes",
                                        "(A4)"};
    static const char *const names[] = {"Title:", "Author:", "Creator:", "CreationDate:", "Tagged:", "Page size:"};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++) {
        g_autofree char *pattern = g_strdup_printf("(?m)^%s.*\\Q%s\\E", names[i], facts[i]);
        g_assert_true(g_regex_match_simple(pattern, info, 0, 0));
    }
    g_autofree char *structure = program_output((const char *const[]){"pdfinfo", "-struct", printed.path, NULL});
    static const char *const tags[] = {"H1", "P (block)", "Table", "TR", "TH", "TD", "L (block)", "LI", "Figure"};
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        g_assert_nonnull(strstr(structure, tags[i]));
    g_autoptr(GBytes) pdf = pdf_of(printed.letter, &look);
    gsize size;
    const char *bytes = g_bytes_get_data(pdf, &size);
    g_assert_nonnull(g_strstr_len(bytes + size - 600, 600, "/Lang (fr)"));
}

static void test_same_bytes(void)
{
    LetterPaper look = paper();
    for (size_t i = 0; letter_specimen(i) != NULL; i++) {
        g_autoptr(Letter) letter = letter_specimen(i)->make();
        g_autoptr(GBytes) once = pdf_of(letter, &look), again = pdf_of(letter, &look);
        g_assert_true(g_bytes_equal(once, again));
    }
    g_autoptr(Letter) letter = letter_specimen_named("nl");
    g_autoptr(GBytes) one = pdf_of(letter, &look);
    look.day = day_plus(look.day, 1);
    g_autoptr(GBytes) other = pdf_of(letter, &look);
    g_assert_false(g_bytes_equal(one, other));
}

static void test_logo(void)
{
    if (!program_there("pdfimages"))
        return;
    LetterPaper look = paper();
    g_autoptr(Qr) qr = qr_make("a picture", NULL);
    g_autoptr(GBytes) png = qr_png(qr, 1, 5);
    char *folder = scratch_new();
    g_autofree char *path = scratch_file(folder, "logo.png", png);
    Letter *letter = letter_specimen_named("nl");
    g_free(letter->logo);
    letter->logo = g_strdup(path);
    g_auto(Printed) printed = print_letter(letter, &look);
    g_autofree char *images = program_output((const char *const[]){"pdfimages", "-list", printed.path, NULL});
    g_assert_true(g_regex_match_simple("\\bimage +115 +115 ", images, 0, 0));
    scratch_end(folder);

    g_autoptr(GError) error = NULL; /* gone by now */
    g_assert_null(letter_pdf(letter, &look, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
    g_assert_nonnull(strstr(error->message, path));
}

static void test_written(void)
{
    LetterPaper look = paper();
    g_autoptr(Letter) letter = letter_specimen_named("nl");
    g_autoptr(GBytes) pdf = pdf_of(letter, &look);
    g_autoptr(GError) error = NULL;
    char *folder = scratch_new();
    g_autofree char *path = g_build_filename(folder, "letter.pdf", NULL), *content = NULL;
    for (int twice = 0; twice < 2; twice++) {
        g_assert_true(letter_pdf_write(letter, &look, path, &error));
        g_assert_no_error(error);
    }
    gsize length;
    g_assert_true(g_file_get_contents(path, &content, &length, NULL));
    g_autoptr(GBytes) written = g_bytes_new(content, length);
    g_assert_true(g_bytes_equal(written, pdf));
    GStatBuf status;
    g_assert_cmpint(g_stat(path, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0600);
    g_autofree char *nowhere = g_build_filename(folder, "no", "such", "folder.pdf", NULL);
    g_assert_false(letter_pdf_write(letter, &look, nowhere, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, nowhere));
    scratch_end(folder);
}

static void test_settings(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = scratch_new();
    g_autofree char *path = g_build_filename(folder, "belronde.ini", NULL);
    g_assert_true(
        g_file_set_contents_full(path, "[letter]\nwindow = left\nfont = \"DejaVu Serif\"\n[qr]\nogm = unstructured\n",
                                 -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    g_autoptr(Settings) settings = settings_load(path, &error);
    g_assert_no_error(error);
    LetterPaper look = letter_paper(settings, DAY_NONE);
    g_assert_true(look.window_left);
    g_assert_false(look.ogm_structured);
    g_assert_cmpstr(look.font, ==, "DejaVu Serif");
    if (program_there("pdffonts")) {
        g_auto(Printed) printed = print_letter(letter_specimen_named("de"), &look);
        g_autofree char *fonts = program_output((const char *const[]){"pdffonts", printed.path, NULL});
        g_assert_true(strstr(fonts, "Serif") != NULL || strstr(fonts, "Sans") != NULL);
    }
    scratch_end(folder);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/letter pdf/every word is there, in order", test_whole);
    g_test_add_func("/letter pdf/the code on the paper is the code of the letter", test_code);
    g_test_add_func("/letter pdf/nothing leaves the page", test_inside);
    g_test_add_func("/letter pdf/the address and nothing else stands in the window", test_window);
    g_test_add_func("/letter pdf/sixty invoices take two pages, with heads on both", test_table_over_pages);
    g_test_add_func("/letter pdf/a single page has no number", test_one_page_unnumbered);
    g_test_add_func("/letter pdf/the signature stays with the text before it", test_signature);
    g_test_add_func("/letter pdf/absurd lengths go on on the next page", test_absurd);
    g_test_add_func("/letter pdf/title, author, language and structure", test_described);
    g_test_add_func("/letter pdf/the same letter makes the same bytes", test_same_bytes);
    g_test_add_func("/letter pdf/a logo is printed, a missing one refused", test_logo);
    g_test_add_func("/letter pdf/a file only its owner reads", test_written);
    g_test_add_func("/letter pdf/window, font and reference as the settings say", test_settings);
    return g_test_run();
}
