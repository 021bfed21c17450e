#include "views/list_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "views/to_customer.h"
#include <string.h>

enum { PAPER_COLUMNS = 80, PAPER_SIGNS = 2 };

View *list_view_start(ListView *view, const ViewKind *view_kind, const ListKind *kind, App *app)
{
    view->view.kind = view_kind;
    view->view.app = app;
    view->desk = app_desk(app);
    view->kind = kind;
    return &view->view;
}

void list_view_rows(ListView *view, GPtrArray *rows)
{
    view->rows = rows;
    list_rows(&view->list, rows, rows->len, view->kind->id != NULL ? view->kind->id : list_id_of_pointers);
}

void list_view_layout(ListView *view, int rows, int columns)
{
    table_layout(&view->table, view->kind->columns, view->kind->count, view->kind->signs, columns);
    list_height(&view->list, (size_t)MAX(1, rows - view->kind->head_rows));
}

gconstpointer list_view_row(const ListView *view)
{
    bool there = view->rows != NULL && view->list.row < view->rows->len;
    return there ? g_ptr_array_index(view->rows, view->list.row) : NULL;
}

bool words_fit(const char *row, const char *words)
{
    g_autofree char *all = text_fold(row), *wanted = text_fold(words != NULL ? words : "");
    g_auto(GStrv) each = g_strsplit(wanted, " ", -1);
    for (char **word = each; *word != NULL; word++)
        if (strstr(all, *word) == NULL)
            return false;
    return true;
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static void cells_clear(const ListView *view, char **cells)
{
    for (size_t i = 0; i < view->kind->count; i++)
        g_free(cells[i]);
}

static void draw_row(const ListView *view, const Canvas *canvas, size_t index)
{
    gconstpointer row = g_ptr_array_index(view->rows, index);
    char *cells[TABLE_COLUMNS] = {NULL};
    int at = view->kind->head_rows + (int)(index - view->list.top);
    Role role = view->kind->role != NULL ? view->kind->role(view, row) : ROLE_NORMAL;
    const char *sign = view->kind->sign != NULL ? view->kind->sign(view, row) : NULL;
    view->kind->cells(view, index, index == view->list.top, cells);
    for (size_t i = 0; i < view->kind->count; i++)
        table_cell(&view->table, canvas, at, i, role, cells[i]);
    if (sign != NULL)
        paint_text(canvas, at, 1, ROLE_WARN, sign);
    cells_clear(view, cells);
}

void list_view_draw(const ListView *view, const Canvas *canvas)
{
    int head = view->kind->head_rows;
    table_head(&view->table, canvas, 0);
    if (head > 1)
        paint_rule(canvas, 1, NULL);
    for (size_t i = view->list.top; i < MIN(view->list.top + view->list.height, view->rows->len); i++)
        draw_row(view, canvas, i);
    if (view->rows->len > 0)
        table_selected(canvas, head + (int)list_screen_row(&view->list));
    else if (view->kind->empty != NULL)
        paint_text(canvas, head, 2, ROLE_DIM, _(view->kind->empty));
}

char *list_view_print(const View *base, GError **error)
{
    const ListView *view = (const ListView *)base;
    GString *text = g_string_new(NULL);
    Table table;
    (void)error;
    table_layout(&table, view->kind->columns, view->kind->count, PAPER_SIGNS,
                 view->kind->paper_columns > 0 ? view->kind->paper_columns : PAPER_COLUMNS);
    table_text_head(&table, text, _(view->kind->title));
    for (size_t i = 0; i < view->rows->len; i++) {
        char *cells[TABLE_COLUMNS] = {NULL};
        view->kind->cells(view, i, true, cells);
        table_text_line(&table, text, (const char *const *)cells);
        cells_clear(view, cells);
    }
    return g_string_free(text, FALSE);
}

/* --- What can be done --------------------------------------------------------------------------------------- */

bool list_view_has(const View *view, Need need)
{
    return need == NEED_NOTHING || list_view_row((const ListView *)view) != NULL;
}

Next list_view_act_move(View *base, const Action *action)
{
    ListView *view = (ListView *)base;
    gint64 before = view->list.selected;
    list_act(&view->list, action->id);
    if (view->list.selected != before && view->kind->moved != NULL)
        view->kind->moved(view);
    return next_redraw();
}

Next list_view_act_customer(View *base, const Action *action)
{
    const ListView *view = (const ListView *)base;
    gconstpointer row = list_view_row(view);
    if (row == NULL)
        return next_say(next_nothing(), g_strdup(_(view->kind->nothing)));
    return to_customer(base, view->kind->customer(row), action);
}
