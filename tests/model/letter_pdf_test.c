/* A letter on paper, as other programs read it: every word is there and in order, the code decodes, nothing leaves the
 * page, rows and signatures stay whole, and the same letter makes the same bytes. */
#include "base/error.h"
#include "letter_printed.h"
#include "letter_specimen.h"
#include "other_program.h"
#include "paper/qr.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

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
        g_autofree char *payload = qr_payload(&printed.letter->payment, true, NULL);
        g_autofree char *read = printed_code(&printed);
        g_assert_cmpstr(read, ==, payload);
    }
}

/* ---- the page ---- */

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
        g_assert_cmpint(window_words(boxes, left == 1), ==, 3 + 4 + 2 + 2); /* words of the address */
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
