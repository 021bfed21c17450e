#include "base/text.h"
#include "paper/letter_table.h"
#include "paper/letter_text.h"

enum { GAP = 2, INDENT = 2, NARROWEST = 38 };

typedef struct {
    const Letter *letter;
    const LetterWords *words;
    int columns;
    GString *text;
} Writing;

/* Trailing blanks would look like a line that goes on in a mail (RFC 3676). */
static void line_end(Writing *writing)
{
    while (writing->text->len > 0 && writing->text->str[writing->text->len - 1] == ' ')
        g_string_truncate(writing->text, writing->text->len - 1);
    g_string_append_c(writing->text, '\n');
}

/* What does not fit goes on under the first letter behind `lead`. */
static void write_wrapped(Writing *writing, const char *lead, const char *text)
{
    int indent = text_width(lead);
    g_auto(GStrv) lines = text_wrap(text, MAX(writing->columns - indent, 1));
    for (char **line = lines; *line != NULL; line++) {
        if (line == lines)
            g_string_append(writing->text, lead);
        else
            g_string_append_printf(writing->text, "%*s", indent, "");
        g_string_append(writing->text, *line);
        line_end(writing);
    }
}

static void write_lines(Writing *writing, const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++)
        write_wrapped(writing, "", g_ptr_array_index(lines, i));
    if (lines->len > 0)
        line_end(writing);
}

/* ---- tables ---- */

static const char *const *row_of(const LetterTable *table, guint index)
{
    return g_ptr_array_index(table->rows, index);
}

static void measure(const LetterTable *table, int widths[LETTER_COLUMNS])
{
    for (guint c = 0; c < table->columns; c++) {
        widths[c] = table->column[c].head != NULL ? text_width(table->column[c].head) : 0;
        for (guint r = 0; r < table->rows->len; r++)
            widths[c] = MAX(widths[c], text_width(row_of(table, r)[c]));
    }
}

/* How a row stands on the page: beside each other, or the last columns on a line of their own below the others. */
typedef struct {
    int gap;      /* between two columns */
    guint second; /* the first column of the second line; all columns: there is none */
    int indent;   /* of the second line */
    int width;
} Fold;

static int span(const int *widths, guint from, guint to, int gap)
{
    int all = -gap;
    for (guint c = from; c < to; c++)
        all += widths[c] + gap;
    return all;
}

/* The second line takes all it can, so that the sums stand beside each other; never below the first column. */
static bool folds(const LetterTable *table, const int *widths, int room, Fold *fold)
{
    int least = widths[0] + GAP;
    *fold = (Fold){.gap = GAP, .second = 1};
    while (fold->second + 1 < table->columns && least + span(widths, fold->second, table->columns, GAP) > room)
        fold->second++;
    int first = span(widths, 0, fold->second, GAP), below = span(widths, fold->second, table->columns, GAP);
    fold->indent = MAX(first - below, least);
    fold->width = MAX(first, fold->indent + below);
    return fold->width <= room;
}

/* In one line if it can be, with two blanks between columns if it can be; false: too wide for two lines as well. */
static bool fold_find(const LetterTable *table, const int *widths, int room, Fold *fold)
{
    for (int gap = GAP; gap > 0; gap--) {
        *fold = (Fold){.gap = gap, .second = table->columns, .width = span(widths, 0, table->columns, gap)};
        if (fold->width <= room)
            return true;
    }
    return folds(table, widths, room, fold);
}

static void write_row(Writing *writing, const LetterTable *table, const int *widths, const Fold *fold,
                      const char *const *cells)
{
    for (guint c = 0; c < table->columns; c++) {
        bool below = c == fold->second;
        g_autofree char *cell = text_fit(cells[c], table->column[c].right ? -widths[c] : widths[c]);
        if (below)
            line_end(writing);
        g_string_append_printf(writing->text, "%*s%s",
                               c == 0  ? INDENT
                               : below ? INDENT + fold->indent
                                       : fold->gap,
                               "", cell);
    }
    line_end(writing);
}

static void write_rule(Writing *writing, int width)
{
    g_autofree char *rule = g_strnfill((gsize)width, '-');
    g_string_append_printf(writing->text, "%*s%s\n", INDENT, "", rule);
}

static void write_grid(Writing *writing, const LetterTable *table, const int *widths, const Fold *fold)
{
    const char *heads[LETTER_COLUMNS];
    for (guint c = 0; c < table->columns; c++)
        heads[c] = table->column[c].head;
    write_row(writing, table, widths, fold, heads);
    write_rule(writing, fold->width);
    for (guint r = 0; r < table->rows->len; r++) {
        if (table->total && r + 1 == table->rows->len)
            write_rule(writing, fold->width);
        write_row(writing, table, widths, fold, row_of(table, r));
    }
}

static void write_pair(Writing *writing, const char *label, const char *value, int label_width)
{
    g_autofree char *fitted = text_fit(label, label_width);
    g_autofree char *lead = g_strdup_printf("%*s%s%*s", INDENT, "", fitted, GAP, "");
    write_wrapped(writing, lead, value);
}

/* Too wide for the page: the first cell of a row, and below it each other one behind its head; amounts end under each
 * other. */
static void write_stacked(Writing *writing, const LetterTable *table, const int *widths)
{
    int labels = 0, numbers = 0;
    for (guint c = 1; c < table->columns; c++) {
        labels = MAX(labels, text_width(table->column[c].head));
        for (guint r = 0; table->column[c].right && r < table->rows->len; r++)
            numbers = MAX(numbers, text_width(row_of(table, r)[c]));
    }
    for (guint r = 0; r < table->rows->len; r++) {
        write_wrapped(writing, "", row_of(table, r)[0]);
        for (guint c = 1; c < table->columns; c++) {
            const char *cell = row_of(table, r)[c];
            g_autofree char *fitted = text_fit(cell, table->column[c].right ? -numbers : widths[c]);
            if (cell[0] != '\0')
                write_pair(writing, table->column[c].head, fitted, labels);
        }
    }
}

static void write_table(Writing *writing, const LetterBlock *block)
{
    int widths[LETTER_COLUMNS];
    g_autoptr(LetterTable) table = letter_block_table(writing->letter, block);
    if (table == NULL)
        return;
    Fold fold;
    measure(table, widths);
    if (block->kind == LETTER_PAY)
        for (guint r = 0; r < table->rows->len; r++)
            write_pair(writing, row_of(table, r)[0], row_of(table, r)[1], widths[0]);
    else if (fold_find(table, widths, writing->columns - INDENT, &fold))
        write_grid(writing, table, widths, &fold);
    else
        write_stacked(writing, table, widths);
    line_end(writing);
}

/* ---- the letter ---- */

static void write_points(Writing *writing, const char *text)
{
    g_auto(GStrv) points = g_strsplit(text, "\n", -1);
    for (char **point = points; *point != NULL; point++)
        if (**point != '\0')
            write_wrapped(writing, "  - ", *point);
    line_end(writing);
}

static void write_block(Writing *writing, const LetterBlock *block)
{
    if (block->kind == LETTER_PARAGRAPH && block->text[0] != '\0') {
        write_wrapped(writing, "", block->text);
        line_end(writing);
    } else if (block->kind == LETTER_POINTS && block->text[0] != '\0') {
        write_points(writing, block->text);
    } else if (block->kind == LETTER_HEADING) {
        write_wrapped(writing, "", block->text);
    } else {
        write_table(writing, block);
    }
}

static void write_head(Writing *writing)
{
    const Letter *letter = writing->letter;
    write_lines(writing, letter->sender);
    write_lines(writing, letter->recipient);
    if (letter->place_and_day[0] != '\0') {
        write_wrapped(writing, "", letter->place_and_day);
        line_end(writing);
    }
    if (letter->subject[0] != '\0') {
        write_wrapped(writing, writing->words->subject, letter->subject);
        line_end(writing);
    }
}

char *letter_text(const Letter *letter, int columns, LetterTextParts parts)
{
    Writing writing = {letter, letter_words(letter->language), MAX(columns, NARROWEST), g_string_new(NULL)};
    if (parts & LETTER_TEXT_HEAD)
        write_head(&writing);
    for (guint i = 0; i < letter->blocks->len; i++)
        write_block(&writing, g_ptr_array_index(letter->blocks, i));
    if (letter->attachments_line[0] != '\0') {
        write_wrapped(&writing, "", letter->attachments_line);
        line_end(&writing);
    }
    if ((parts & LETTER_TEXT_FOOT) && letter->sender->len > 0) {
        g_string_append(writing.text, "-- \n");
        write_lines(&writing, letter->sender);
    }
    while (g_str_has_suffix(writing.text->str, "\n\n"))
        g_string_truncate(writing.text, writing.text->len - 1);
    return g_string_free(writing.text, FALSE);
}
