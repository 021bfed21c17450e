#include "base/i18n.h"
#include "base/text.h"
#include "views/learn_inside.h"
#include "views/table.h"

enum { CELL = 13 };

/* --- Rows ------------------------------------------------------------------------------------------------------ */

void learn_share(LearnView *view, int rows)
{
    int wanted = 1 + LEARN_SETTINGS + (int)view->learn->columns->len + 1;
    view->shares[LEARN_PART_LIST] = (Share){.least = MIN(wanted, MAX(6, rows / 2)), .wanted = wanted};
    view->shares[LEARN_PART_ROWS] = (Share){.least = 7, .wanted = 2 + 2 * LEARN_ROWS};
    share_rows(view->shares, LEARN_PARTS, rows);
}

/* --- The list: how the file is written, what its columns hold ---------------------------------------------------- */

static const TableColumn list_columns[] = {
    {N_("No."), 3, .right = true},
    {N_("In the file"), 20, .fills = true},
    {N_("First values"), 20, .fills = true, .from = 70},
    {N_("Holds"), 26, .fills = true},
};

static char *samples_words(const LearnColumn *column)
{
    GString *words = g_string_new(NULL);
    for (int i = 0; i < LEARN_SAMPLES && column->samples[i][0] != '\0'; i++)
        g_string_append_printf(words, "%s%s", i > 0 ? " · " : "", column->samples[i]);
    return g_string_free(words, FALSE);
}

static void draw_setting(const LearnView *view, const Table *table, const Canvas *canvas, int at, LearnSetting setting)
{
    guint chosen = 0;
    g_auto(GStrv) values = learn_values(view->learn, setting, &chosen);
    table_cell(table, canvas, at, 1, ROLE_NORMAL, learn_setting_label(setting));
    table_cell(table, canvas, at, 3, ROLE_NORMAL, values[chosen]);
}

static void draw_column(const LearnView *view, const Table *table, const Canvas *canvas, int at, guint index)
{
    const LearnColumn *column = g_ptr_array_index(view->learn->columns, index);
    g_autofree char *number = g_strdup_printf("%u", index + 1), *samples = samples_words(column);
    bool read = column->field != CSV_FIELDS;
    g_autofree char *out = learn_left_out(column);
    g_autofree char *without = read && *out != '\0' ? g_strdup_printf(_(", without %s"), out) : g_strdup("");
    g_autofree char *holds =
        g_strdup_printf("%s%s%s", csv_field_label(column->field),
                        read && csv_field_required(view->learn, column->field) ? " *" : "", without);
    const char *header = *column->header != '\0' ? column->header : _("(no name)");
    const char *cells[] = {number, header, samples, holds};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        table_cell(table, canvas, at, i, i == 3 && !read ? ROLE_DIM : ROLE_NORMAL, cells[i]);
}

static void draw_list(const LearnView *view, const Canvas *canvas)
{
    Table table;
    table_layout(&table, list_columns, G_N_ELEMENTS(list_columns), 2, canvas->columns);
    table_head(&table, canvas, 0);
    for (size_t row = view->list.top; row < MIN(view->list.top + view->list.height, view->list.count); row++) {
        int at = 1 + (int)(row - view->list.top);
        if (row < LEARN_SETTINGS)
            draw_setting(view, &table, canvas, at, (LearnSetting)row);
        else if (row < LEARN_SETTINGS + view->learn->columns->len)
            draw_column(view, &table, canvas, at, (guint)row - LEARN_SETTINGS);
        else
            table_cell(&table, canvas, at, 1, ROLE_NORMAL, _("Keep and import"));
    }
    table_selected(canvas, 1 + (int)list_screen_row(&view->list));
}

/* --- The first rows as they would be read ------------------------------------------------------------------------ */

static const TableColumn item_columns[] = {
    {N_("Line"), 5, .right = true, .from = 66},
    {N_("Customer"), 18, .fills = true},
    {N_("Invoice"), 12, .fills = true},
    {N_("Due"), .width = 8},
    {N_("Open"), 17, .right = true},
    {"", .width = 11, .from = 70},
};
static const TableColumn customer_columns[] = {
    {N_("Line"), 5, .right = true, .from = 66},
    {N_("Number"), 10, .fills = true},
    {N_("Customer"), 20, .fills = true},
    {"", 20, .fills = true},
};

static void draw_cells(const LearnView *view, const Table *table, const Canvas *canvas, int at, const LearnRow *row)
{
    g_autofree char *line = row->line > 0 ? g_strdup_printf("%d", row->line) : g_strdup("");
    const char *const item[] = {line, row->name, row->item, row->due, row->amount, row->more};
    const char *const customer[] = {line, row->number, row->name, row->more};
    size_t count = view->learn->customers ? G_N_ELEMENTS(customer) : G_N_ELEMENTS(item);
    for (size_t i = 0; i < count; i++)
        table_cell(table, canvas, at, i, ROLE_NORMAL, view->learn->customers ? customer[i] : item[i]);
}

/* What is wrong stands in the row itself where nothing could be read, else below it. */
static int draw_row(const LearnView *view, const Table *table, const Canvas *canvas, int at, const LearnRow *row)
{
    if (!row->lost)
        draw_cells(view, table, canvas, at, row);
    if (row->fault == NULL)
        return 1;
    int below = row->lost ? 0 : 1;
    if (at + below >= canvas->rows)
        return 1;
    if (row->lost && row->line > 0) {
        g_autofree char *line = g_strdup_printf("%d", row->line);
        table_cell(table, canvas, at, 0, ROLE_WARN, line);
    }
    int left = table->left[1];
    left += paint_format(canvas, at + below, left, ROLE_WARN, "! %s", row->fault);
    if (row->lost && *row->more != '\0')
        paint_format(canvas, at, left, ROLE_DIM, ": %s", row->more);
    return 1 + below;
}

static void draw_preview(const LearnView *view, const Canvas *canvas)
{
    Table table;
    bool customers = view->learn->customers;
    paint_rule(canvas, 0, _("The first rows as they would be read"));
    if (view->preview->len == 0) {
        paint_text(canvas, 1, 2, ROLE_DIM, _("They stand here once a column holds each thing that is needed."));
        return;
    }
    table_layout(&table, customers ? customer_columns : item_columns,
                 customers ? G_N_ELEMENTS(customer_columns) : G_N_ELEMENTS(item_columns), 1, canvas->columns);
    table_head(&table, canvas, 1);
    int at = 2;
    for (guint i = 0; i < view->preview->len && at < canvas->rows; i++)
        at += draw_row(view, &table, canvas, at, g_ptr_array_index(view->preview, i));
}

/* --- … and as they stand in the file ----------------------------------------------------------------------------- */

/* The chosen column is always in sight. */
static guint first_cell(const LearnView *view, int room)
{
    guint column = learn_chosen_column(view), fit = (guint)MAX(1, room / CELL);
    return column == G_MAXUINT || column < fit ? 0 : column - fit + 1;
}

static void draw_raw_row(const LearnView *view, const Canvas *canvas, int at, guint index)
{
    const CsvRow *row = g_ptr_array_index(view->learn->rows, index);
    bool header = index + 1 == view->learn->header;
    g_autofree char *line = g_strdup_printf("%d", row->line);
    paint_right(canvas, at, 1, 5, ROLE_DIM, line);
    guint first = first_cell(view, canvas->columns - 7), chosen = learn_chosen_column(view);
    for (guint i = first; i < row->cells->len; i++) {
        int left = 7 + (int)(i - first) * CELL;
        if (left + 4 > canvas->columns)
            break;
        g_autofree char *cell = text_clean(csv_row_cell(row, (int)i));
        Role role = i == chosen ? ROLE_FIELD : header ? ROLE_WARN : ROLE_NORMAL;
        paint_fit(canvas, at, left, MIN(CELL - 1, canvas->columns - left), role, cell);
    }
}

static void draw_raw(const LearnView *view, const Canvas *canvas)
{
    paint_rule(canvas, 0, _("The first rows as they stand in the file"));
    for (guint i = 0; i < MIN(view->learn->rows->len, LEARN_ROWS) && 1 + (int)i < canvas->rows; i++)
        draw_raw_row(view, canvas, 1 + (int)i, i);
}

void learn_draw(const View *base, Canvas *canvas)
{
    const LearnView *view = (const LearnView *)base;
    Canvas list = canvas_part(canvas, 0, 0, view->shares[LEARN_PART_LIST].got, canvas->columns);
    Canvas rows = canvas_part(canvas, list.rows, 0, view->shares[LEARN_PART_ROWS].got, canvas->columns);
    draw_list(view, &list);
    if (view->raw)
        draw_raw(view, &rows);
    else
        draw_preview(view, &rows);
}

char *learn_print(const View *base, GError **error)
{
    const LearnView *view = (const LearnView *)base;
    g_autofree char *label = learn_label(view->learn->path), *slug = learn_slug(label);
    (void)error;
    return learn_ini(view->learn, slug, label);
}
