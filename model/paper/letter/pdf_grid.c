/* Tables: as wide as they need, smaller letters before lines that break, heads again on the next page. */
#include "paper/letter/pdf_parts.h"

#include <string.h>

enum {
    GAP = MM(40),
    ROW_PADDING = MM(11),
    DENSE_PADDING = MM(7),
    DENSE_ROWS = 15,
    BREAKABLE = MM(400),
    TABLE_SPACE = MM(40),
    AIR = MM(16),
    RULE = PT(8),
    HAIRLINE = PT(4)
};

struct Grid {
    LetterTable *table;
    PangoLayout **cells; /* (rows + 1) × columns; the first row are the heads */
    int x[LETTER_COLUMNS], width[LETTER_COLUMNS];
    int breadth; /* of the whole table */
};

void grid_free(gpointer data)
{
    Grid *grid = data;
    letter_table_free(grid->table);
    g_free(grid->cells);
    g_free(grid);
}

static PangoLayout *cell(const Grid *grid, guint row, guint column)
{
    return grid->cells[row * grid->table->columns + column];
}

static const char *cell_text(const Grid *grid, guint row, guint column)
{
    if (row == 0)
        return grid->table->column[column].head;
    return ((char **)g_ptr_array_index(grid->table->rows, row - 1))[column];
}

static bool is_total(const Grid *grid, guint row)
{
    return grid->table->total && row == grid->table->rows->len;
}

static void set_texts(const Sheet *sheet, Grid *grid, int size)
{
    for (guint row = 0; row <= grid->table->rows->len; row++)
        for (guint c = 0; c < grid->table->columns; c++) {
            TextStyle style = {size, 0, row == 0 || is_total(grid, row)};
            grid->cells[row * grid->table->columns + c] = sheet_text(sheet, cell_text(grid, row, c), style);
        }
}

/* ---- widths ---- */

typedef struct {
    int least[LETTER_COLUMNS], best[LETTER_COLUMNS]; /* the head broken at its blanks, and in one line */
    int least_sum, best_sum;
} Widths;

static int longest_word(const Sheet *sheet, const Grid *grid, guint column, int size)
{
    const char *head = cell_text(grid, 0, column);
    if (strchr(head, ' ') == NULL)
        return text_breadth(cell(grid, 0, column));
    g_auto(GStrv) words = g_strsplit(head, " ", -1);
    int longest = 0;
    for (char **word = words; *word != NULL; word++)
        longest = MAX(longest, text_breadth(sheet_text(sheet, *word, (TextStyle){size, 0, true})));
    return longest;
}

static Widths measure(const Sheet *sheet, const Grid *grid, int size)
{
    int gaps = GAP * ((int)grid->table->columns - 1);
    Widths widths = {.least_sum = gaps, .best_sum = gaps};
    for (guint c = 0; c < grid->table->columns; c++) {
        int cells = 0;
        for (guint row = 1; row <= grid->table->rows->len; row++)
            cells = MAX(cells, text_breadth(cell(grid, row, c)));
        int whole = grid->table->column[c].right ? cells : MIN(cells, BREAKABLE); /* an amount never breaks */
        widths.least[c] = MAX(whole, longest_word(sheet, grid, c, size));
        widths.best[c] = MAX(cells, text_breadth(cell(grid, 0, c)));
        widths.least_sum += widths.least[c];
        widths.best_sum += widths.best[c];
    }
    return widths;
}

/* What is too much even for the smallest letters goes off the widest column, whose cells then break. */
static void squeeze(Widths *widths, guint columns)
{
    while (widths->least_sum > BODY_WIDTH) {
        guint widest = 0;
        for (guint c = 1; c < columns; c++)
            if (widths->least[c] > widths->least[widest])
                widest = c;
        int off = MIN(widths->least_sum - BODY_WIDTH, widths->least[widest] / 4);
        widths->least[widest] -= off;
        widths->least_sum -= off;
    }
}

static void set_widths(Grid *grid, Widths *widths, bool whole_width)
{
    guint columns = grid->table->columns;
    squeeze(widths, columns);
    bool roomy = widths->best_sum <= BODY_WIDTH;
    int left_over = BODY_WIDTH - (roomy ? widths->best_sum : widths->least_sum);
    int wanted = MAX(widths->best_sum - widths->least_sum, 1); /* by heads that would like one line */
    int share = whole_width ? left_over / (int)columns : MIN(left_over / (int)columns, GAP);
    grid->breadth = -GAP;
    for (guint c = 0; c < columns; c++) {
        grid->x[c] = grid->breadth + GAP;
        int more = (int)((gint64)(widths->best[c] - widths->least[c]) * left_over / wanted);
        grid->width[c] = roomy ? widths->best[c] + share : widths->least[c] + MAX(more, 0);
        grid->breadth = grid->x[c] + grid->width[c];
    }
}

/* Only what breaks is laid out anew: the others stand by their own breadth. */
static void break_cells(const Grid *grid)
{
    for (guint row = 0; row <= grid->table->rows->len; row++)
        for (guint c = 0; c < grid->table->columns; c++) {
            PangoLayout *layout = cell(grid, row, c);
            if (text_breadth(layout) <= grid->width[c])
                continue;
            pango_layout_set_width(layout, grid->width[c]);
            pango_layout_set_alignment(layout, grid->table->column[c].right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        }
}

static int cell_left(const Grid *grid, PangoLayout *layout, guint column)
{
    bool broken = pango_layout_get_width(layout) >= 0;
    int push = grid->table->column[column].right && !broken ? grid->width[column] - text_breadth(layout) : 0;
    return BODY_LEFT + grid->x[column] + push;
}

/* ---- rows ---- */

static int padding(const Grid *grid)
{
    return grid->table->rows->len > DENSE_ROWS ? DENSE_PADDING : ROW_PADDING;
}

static void row_draw(const Sheet *sheet, const Piece *piece, int y)
{
    const Grid *grid = piece->grid;
    bool head = piece->row == 0;
    if (is_total(grid, piece->row))
        sheet_rule(sheet, BODY_LEFT, y, grid->breadth, INK_RULE, RULE);
    sheet_ink(sheet, INK_BLACK);
    for (guint c = 0; c < grid->table->columns; c++) {
        PangoLayout *layout = cell(grid, piece->row, c);
        int down = head ? piece->height - padding(grid) - text_height(layout) : padding(grid); /* on their rule */
        sheet_tag(sheet, head ? "TH" : "TD");
        sheet_show(sheet, layout, cell_left(grid, layout, c), y + down);
        sheet_untag(sheet, head ? "TH" : "TD");
    }
    if (head)
        sheet_rule(sheet, BODY_LEFT, y + piece->height - RULE, grid->breadth, INK_RULE, RULE);
    else if (piece->row < grid->table->rows->len && !is_total(grid, piece->row + 1))
        sheet_rule(sheet, BODY_LEFT, y + piece->height - HAIRLINE, grid->breadth, INK_HAIR, HAIRLINE);
}

static int row_height(const Grid *grid, guint row)
{
    int height = 0;
    for (guint c = 0; c < grid->table->columns; c++)
        height = MAX(height, text_height(cell(grid, row, c)));
    return height + 2 * padding(grid);
}

/* The heads never stand alone, nor the sum, nor one row before it. */
static void rows_make(const Sheet *sheet, const Grid *grid)
{
    const Piece *head = NULL;
    guint rows = grid->table->rows->len;
    for (guint row = 0; row <= rows; row++) {
        Piece *piece = sheet_piece(sheet, row == 0 ? TABLE_SPACE : 0, row_height(grid, row));
        piece->draw = row_draw;
        piece->grid = grid;
        piece->row = row;
        piece->again = head;
        piece->keep = row == 0 || (row == 1 && rows > 1) || (row + 2 >= rows && row < rows);
        piece->outer = "Table";
        piece->outer_of = grid;
        piece->inner = "TR";
        piece->inner_of = piece;
        head = row == 0 ? piece : head;
    }
}

void grid_make(const Sheet *sheet, LetterTable *table, bool whole_width)
{
    Grid *grid = g_new0(Grid, 1);
    grid->table = table;
    grid->cells = g_new0(PangoLayout *, (table->rows->len + 1) * table->columns);
    g_ptr_array_add(sheet->grids, grid);
    Widths widths;
    int size = SIZE_TABLE;
    do {
        set_texts(sheet, grid, size);
        widths = measure(sheet, grid, size);
        size -= 10;
    } while (widths.least_sum > BODY_WIDTH && size >= SIZE_TABLE_LEAST);
    set_widths(grid, &widths, whole_width);
    break_cells(grid);
    rows_make(sheet, grid);
    sheet_air(sheet, AIR);
}
