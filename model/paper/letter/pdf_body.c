/* Paragraphs, lists and what must stay together. */
#include "paper/letter/pdf_parts.h"

#include <string.h>

enum { PARAGRAPH_SPACE = MM(34), POINT_SPACE = MM(12), POINT_INDENT = MM(60), BULLET_LEFT = MM(22), SHORT_LINES = 2 };

/* The line as the layout broke it; its own y is where the layout has it. */
static void line_draw(const Sheet *sheet, const Piece *piece, int y)
{
    PangoLayoutIter *at = pango_layout_get_iter(piece->layout);
    for (int i = 0; i < piece->line; i++)
        pango_layout_iter_next_line(at);
    int top, bottom;
    pango_layout_iter_get_line_yrange(at, &top, &bottom);
    int baseline = y + pango_layout_iter_get_baseline(at) - top, left = BODY_LEFT + piece->indent;
    sheet_ink(sheet, INK_BLACK);
    if (piece->bullet) {
        cairo_move_to(sheet->cr, CAIRO(BODY_LEFT + BULLET_LEFT), CAIRO(baseline));
        PangoLayout *bullet = sheet_text(sheet, "•", (TextStyle){SIZE_BODY, 0, false});
        pango_cairo_show_layout_line(sheet->cr, pango_layout_get_line_readonly(bullet, 0));
    }
    cairo_move_to(sheet->cr, CAIRO(left), CAIRO(baseline));
    pango_cairo_show_layout_line(sheet->cr, pango_layout_iter_get_line_readonly(at));
    pango_layout_iter_free(at);
}

static int line_height(PangoLayoutIter *at)
{
    int top, bottom;
    pango_layout_iter_get_line_yrange(at, &top, &bottom);
    return bottom - top;
}

/* Neither the first nor the last line of a paragraph stands alone on a page. */
static Piece *lines_make(const Sheet *sheet, PangoLayout *layout, int space, const char *tag)
{
    int lines = pango_layout_get_line_count(layout);
    Piece *first = NULL;
    PangoLayoutIter *at = pango_layout_get_iter(layout);
    for (int i = 0; i < lines; i++, pango_layout_iter_next_line(at)) {
        Piece *piece = sheet_piece(sheet, i == 0 ? space : 0, line_height(at));
        piece->draw = line_draw;
        piece->layout = layout;
        piece->line = i;
        piece->keep = i + 1 < lines && (i == 0 || i == lines - 2);
        piece->inner = tag;
        piece->inner_of = layout;
        first = first != NULL ? first : piece;
    }
    pango_layout_iter_free(at);
    return first;
}

static void paragraph_make(const Sheet *sheet, const char *text)
{
    if (text[0] != '\0')
        lines_make(sheet, sheet_text(sheet, text, (TextStyle){SIZE_BODY, BODY_WIDTH, false}), PARAGRAPH_SPACE, "P");
}

/* Never at the end of a page. */
static void heading_make(const Sheet *sheet, const char *text)
{
    guint from = sheet->pieces->len;
    TextStyle style = {SIZE_BODY, BODY_WIDTH, true};
    lines_make(sheet, sheet_text(sheet, text, style), 2 * PARAGRAPH_SPACE, "H2");
    for (guint i = from; i < sheet->pieces->len; i++)
        ((Piece *)g_ptr_array_index(sheet->pieces, i))->keep = true;
}

static void points_make(const Sheet *sheet, const LetterBlock *block)
{
    g_auto(GStrv) points = g_strsplit(block->text, "\n", -1);
    bool first = true;
    for (char **point = points; *point != NULL; point++) {
        if (**point == '\0')
            continue;
        guint from = sheet->pieces->len;
        TextStyle style = {SIZE_BODY, BODY_WIDTH - POINT_INDENT, false};
        lines_make(sheet, sheet_text(sheet, *point, style), first ? PARAGRAPH_SPACE : POINT_SPACE, "LI")->bullet = true;
        for (guint i = from; i < sheet->pieces->len; i++) {
            Piece *piece = g_ptr_array_index(sheet->pieces, i);
            piece->indent = POINT_INDENT;
            piece->outer = "L";
            piece->outer_of = block;
        }
        first = false;
    }
}

static void block_make(const Sheet *sheet, const LetterBlock *block)
{
    LetterTable *table = letter_block_table(sheet->letter, block);
    if (block->kind == LETTER_PARAGRAPH)
        paragraph_make(sheet, block->text);
    else if (block->kind == LETTER_HEADING)
        heading_make(sheet, block->text);
    else if (block->kind == LETTER_POINTS)
        points_make(sheet, block);
    else if (table != NULL && block->kind == LETTER_PAY)
        pay_make(sheet, table);
    else if (table != NULL)
        grid_make(sheet, table, block->kind != LETTER_PARTS);
}

/* ---- what stays together ---- */

static void keep_from(const Sheet *sheet, guint from, guint to)
{
    for (guint i = from; i < to; i++)
        ((Piece *)g_ptr_array_index(sheet->pieces, i))->keep = true;
}

/* The name under a letter never stands on a page without some of the text: the last paragraph and the short ones before
 * it hang on what precedes them, and what is enclosed hangs on them. */
static void keep_signature(const Sheet *sheet, const guint *starts)
{
    guint last = sheet->letter->blocks->len;
    while (last > 0 && ((LetterBlock *)g_ptr_array_index(sheet->letter->blocks, last - 1))->kind != LETTER_PARAGRAPH)
        last--;
    if (last == 0)
        return;
    guint first = last - 1;
    while (first > 0 &&
           ((LetterBlock *)g_ptr_array_index(sheet->letter->blocks, first - 1))->kind == LETTER_PARAGRAPH &&
           starts[first] - starts[first - 1] <= SHORT_LINES)
        first--;
    keep_from(sheet, starts[first] > 0 ? starts[first] - 1 : 0, starts[last] > 0 ? starts[last] - 1 : 0);
}

/* "Scan the code:" stands on the page of the code, whatever it introduces begins there. */
static void keep_introductions(const Sheet *sheet, const guint *starts)
{
    const GPtrArray *blocks = sheet->letter->blocks;
    for (guint i = 0; i + 1 < blocks->len; i++) {
        const LetterBlock *block = blocks->pdata[i], *next = blocks->pdata[i + 1];
        if (block->kind == LETTER_PARAGRAPH && next->kind != LETTER_PARAGRAPH && g_str_has_suffix(block->text, ":") &&
            starts[i + 1] > starts[i])
            keep_from(sheet, starts[i + 1] - 1, starts[i + 1]);
    }
}

void body_make(const Sheet *sheet)
{
    const Letter *letter = sheet->letter;
    if (letter->place_and_day[0] != '\0')
        paragraph_make(sheet, letter->place_and_day);
    if (letter->subject[0] != '\0') {
        g_autofree char *subject = g_strconcat(sheet->words->subject, letter->subject, NULL);
        guint from = sheet->pieces->len;
        PangoLayout *layout = sheet_text(sheet, subject, (TextStyle){SIZE_SUBJECT, BODY_WIDTH, true});
        lines_make(sheet, layout, 2 * PARAGRAPH_SPACE, "H1");
        keep_from(sheet, from, sheet->pieces->len);
        sheet_air(sheet, PARAGRAPH_SPACE / 2);
    }
    g_autofree guint *starts = g_new0(guint, letter->blocks->len + 1);
    for (guint i = 0; i < letter->blocks->len; i++) {
        starts[i] = sheet->pieces->len;
        block_make(sheet, g_ptr_array_index(letter->blocks, i));
    }
    starts[letter->blocks->len] = sheet->pieces->len;
    guint end = sheet->pieces->len;
    keep_signature(sheet, starts);
    keep_introductions(sheet, starts);
    if (letter->attachments_line[0] != '\0') {
        TextStyle style = {SIZE_NOTE, BODY_WIDTH, false};
        lines_make(sheet, sheet_text(sheet, letter->attachments_line, style), 2 * PARAGRAPH_SPACE, "P");
        keep_from(sheet, end > 0 ? end - 1 : 0, end);
    }
}
