#include "views/list_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include "views/to_customer.h"
#include <string.h>

enum { PAPER_COLUMNS = 80, PAPER_SIGNS = 2 };

View *list_view_start(ListView *view, const ViewKind *view_kind, const ListKind *kind, App *app)
{
    view->view.kind = view_kind;
    view->view.app = app;
    view->desk = app_desk(app);
    view->kind = kind;
    view->rows = g_ptr_array_new();
    return &view->view;
}

void list_view_clear(ListView *view)
{
    g_clear_pointer(&view->rows, g_ptr_array_unref);
    g_clear_pointer(&view->all, g_ptr_array_unref);
    g_clear_pointer(&view->words, g_free);
}

void list_view_free(View *view)
{
    list_view_clear((ListView *)view);
    g_free(view);
}

/* --- Reading ------------------------------------------------------------------------------------------------ */

/* Has the row all of these words, whatever their accents and case? */
static bool fits(const ListView *view, gconstpointer row)
{
    if (view->words == NULL)
        return true;
    g_autofree char *words = view->kind->words(row), *all = text_fold(words), *wanted = text_fold(view->words);
    g_auto(GStrv) each = g_strsplit(wanted, " ", -1);
    for (char **word = each; *word != NULL; word++)
        if (strstr(all, *word) == NULL)
            return false;
    return true;
}

static void filter_rows(ListView *view)
{
    g_ptr_array_set_size(view->rows, 0);
    for (guint i = 0; view->all != NULL && i < view->all->len; i++)
        if (fits(view, g_ptr_array_index(view->all, i)))
            g_ptr_array_add(view->rows, g_ptr_array_index(view->all, i));
    list_rows(&view->list, view->rows, view->rows->len, view->kind->id != NULL ? view->kind->id : list_id_of_pointers);
    if (view->kind->moved != NULL)
        view->kind->moved(view);
}

bool list_view_take(ListView *view, GPtrArray *rows)
{
    GPtrArray *before = view->all;
    if (rows == NULL)
        return false;
    view->all = rows;
    filter_rows(view);
    g_clear_pointer(&before, g_ptr_array_unref);
    return true;
}

bool list_view_reload(View *base, GError **error)
{
    ListView *view = (ListView *)base;
    return list_view_take(view, view->kind->load(view, error));
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

void list_view_layout(View *base, int rows, int columns)
{
    ListView *view = (ListView *)base;
    table_layout(&view->table, view->kind->columns, view->kind->count, view->kind->signs, columns);
    list_height(&view->list, (size_t)MAX(1, rows - view->kind->head_rows));
}

gconstpointer list_view_row(const ListView *view)
{
    return view->list.row < view->rows->len ? g_ptr_array_index(view->rows, view->list.row) : NULL;
}

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

void list_view_draw(const View *base, Canvas *canvas)
{
    const ListView *view = (const ListView *)base;
    int head = view->kind->head_rows;
    if (view->all == NULL)
        return;
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

static Next filtered(View *base, const char *words, gpointer data)
{
    ListView *view = (ListView *)base;
    (void)data;
    if (words == NULL)
        return next_redraw();
    g_free(view->words);
    view->words = *words != '\0' ? g_strdup(words) : NULL;
    filter_rows(view);
    return next_redraw();
}

Next list_view_act_filter(View *base, const Action *action)
{
    const ListView *view = (const ListView *)base;
    const Prompt prompt = {.label = _("Filter"), .text = view->words, .help = view->kind->words_help};
    (void)action;
    return next_ask(prompt_new(&prompt), filtered, NULL, NULL);
}

Next list_view_act_back(View *base, const Action *action)
{
    (void)action;
    return ((const ListView *)base)->words == NULL ? next_aside() : filtered(base, "", NULL);
}

Next list_view_act_cycle(View *base, const Action *action)
{
    ListView *view = (ListView *)base;
    (void)action;
    view->choice = (view->choice + 1) % view->kind->choices;
    return next_reload();
}

void list_view_footer_answers(const View *base, Footer *foot)
{
    footer_add(foot, ACTION_OPEN, NULL);
    footer_add(foot, ACTION_OUTCOME_LIST, _("answer"));
    footer_add(foot, ACTION_VIEW_CYCLE, ((const ListView *)base)->choice > 0 ? _("open ones") : _("all"));
    footer_add(foot, ACTION_FILTER, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

char *list_view_filter_hint(const ListView *view)
{
    return view->words != NULL ? g_strdup_printf(_("Filter: %s   (Esc shows all)"), view->words) : NULL;
}

Next list_view_act_customer(View *base, const Action *action)
{
    const ListView *view = (const ListView *)base;
    gconstpointer row = list_view_row(view);
    if (row == NULL)
        return next_say(next_nothing(), g_strdup(_(view->kind->nothing)));
    return to_customer(base, view->kind->customer(row), action);
}
