#include "letter_printed.h"

#include "base/reference.h"
#include "other_program.h"
#include "paper/letter_table.h"

#include <stdio.h>
#include <string.h>

LetterPaper paper(void)
{
    LetterPaper look = {.ogm_structured = true, .font = ""};
    g_assert_true(day_parse_iso("2026-02-24", &look.day));
    return look;
}

GBytes *pdf_of(const Letter *letter, const LetterPaper *look)
{
    g_autoptr(GError) error = NULL;
    GBytes *pdf = letter_pdf(letter, look, &error);
    g_assert_no_error(error);
    return pdf;
}

Printed print_letter(Letter *letter, const LetterPaper *look)
{
    g_autoptr(GBytes) pdf = pdf_of(letter, look);
    Printed printed = {.folder = scratch_new(), .letter = letter};
    printed.path = scratch_file(printed.folder, "letter.pdf", pdf);
    return printed;
}

void printed_clear(Printed *printed)
{
    scratch_end(printed->folder);
    g_free(printed->path);
    letter_free(printed->letter);
}
char *printed_text(const Printed *printed)
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
char *running_text(const Letter *letter, const char *text)
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

void assert_body(const Letter *letter, const char *at)
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

void assert_whole(const Letter *letter, const char *text)
{
    g_autofree char *bare = running_text(letter, text);
    const char *at = bare;
    for (guint i = 0; i < letter->sender->len; i++)
        assert_next(&at, g_ptr_array_index(letter->sender, i));
    for (guint i = 0; i < letter->recipient->len; i++)
        assert_next(&at, g_ptr_array_index(letter->recipient, i));
    assert_body(letter, at);
}

GArray *boxes_of(const Printed *printed)
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

const Box *box_of(const GArray *boxes, const char *word)
{
    for (guint i = 0; i < boxes->len; i++)
        if (strcmp(g_array_index(boxes, Box, i).word, word) == 0)
            return &g_array_index(boxes, Box, i);
    g_error("no word %s on the page", word);
}

/* The page on which pdftotext finds the account: the code stands beside it. */
static int page_to_pay(const Printed *printed)
{
    g_autofree char *text = printed_text(printed);
    g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
    g_autofree char *account = iban_pretty(printed->letter->payment.iban);
    int page = 0;
    for (int i = 0; pages[i] != NULL; i++)
        page = strstr(pages[i], account) != NULL ? i + 1 : page;
    return page;
}

char *printed_code(const Printed *printed)
{
    g_autofree char *pages = g_build_filename(printed->folder, "page", NULL);
    g_autofree char *picture = g_strdup_printf("%s-%d.png", pages, page_to_pay(printed));
    g_free(program_output((const char *const[]){"pdftoppm", "-r", "150", "-gray", "-png", printed->path, pages, NULL}));
    return qr_read_by_other(picture);
}

int window_words(const GArray *boxes, bool left)
{
    double from = (left ? 25 : 110) * DOTS_PER_MM, to = from + 80 * DOTS_PER_MM;
    int words = 0;
    for (guint i = 0; i < boxes->len; i++) {
        const Box *box = &g_array_index(boxes, Box, i);
        bool low = box->bottom > 50 * DOTS_PER_MM && box->top < 90 * DOTS_PER_MM;
        words += box->page == 1 && low && box->right > from && box->left < to ? 1 : 0;
    }
    return words;
}
