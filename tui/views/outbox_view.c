#include "views/outbox_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/agenda.h"
#include "desk/outcome.h"
#include "list.h"
#include "views/table.h"
#include "views/to_customer.h"
#include <string.h>

enum { HEAD_ROWS = 2 };

typedef struct {
    View view;
    Desk *desk;
    GPtrArray *rows; /* OutboxRow */
    List list;
    Table table;
} OutboxView;

static const TableColumn columns[] = {
    {N_("Leaves"), .width = 8},
    {N_("Document"), 24, .fills = true},
    {N_("Customer"), 16, .fills = true},
    {N_("By"), .width = 6},
    {N_("To"), 20, .fills = true, .from = 100},
    {N_("Made"), .width = 5, .from = 64},
    {N_("Who"), .width = 8, .from = 120},
};

static const struct {
    const char *slug, *label;
} labels[] = {
    {"waiting", N_("waits")}, {"recalled", N_("recalled")}, {"sent", N_("sent")},   {"email", N_("e-mail")},
    {"peppol", N_("Peppol")}, {"post", N_("post")},         {"print", N_("paper")},
};

static const char *label_of(const char *slug)
{
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        if (strcmp(labels[i].slug, slug) == 0)
            return _(labels[i].label);
    return slug;
}

static const OutboxRow *chosen(const OutboxView *view)
{
    bool there = view->rows != NULL && view->list.row < view->rows->len;
    return there ? g_ptr_array_index(view->rows, view->list.row) : NULL;
}

static bool is_waiting(const OutboxRow *row)
{
    return strcmp(row->state, "waiting") == 0;
}

static int seconds_left(const OutboxRow *row)
{
    return is_waiting(row) ? (int)MAX(0, row->ready_utc - clock_now().utc) : 0;
}

static bool reload(View *base, GError **error)
{
    OutboxView *view = (OutboxView *)base;
    GPtrArray *fresh = outbox_load(view->desk, error);
    if (fresh == NULL)
        return false;
    g_clear_pointer(&view->rows, g_ptr_array_unref);
    view->rows = fresh;
    list_rows(&view->list, fresh, fresh->len, list_id_of_pointers);
    return true;
}

static void layout(View *base, int rows, int total)
{
    OutboxView *view = (OutboxView *)base;
    table_layout(&view->table, columns, G_N_ELEMENTS(columns), 2, total);
    list_height(&view->list, (size_t)MAX(1, rows - HEAD_ROWS));
}

/* The seconds run only while something can still be recalled by them. */
static Next tick(View *base, Now now)
{
    const OutboxView *view = (const OutboxView *)base;
    (void)now;
    for (guint i = 0; view->rows != NULL && i < view->rows->len; i++) {
        const OutboxRow *row = g_ptr_array_index(view->rows, i);
        if (is_waiting(row) && row->leaves_in > 0 && clock_now().utc <= row->ready_utc + 1)
            return next_redraw();
    }
    return next_nothing();
}

/* --- What can be done -------------------------------------------------------------------------------------- */

static Next act_move(View *base, const Action *action)
{
    list_act(&((OutboxView *)base)->list, action->id);
    return next_redraw();
}

static Next act_customer(View *base, const Action *action)
{
    const OutboxRow *row = chosen((OutboxView *)base);
    if (row == NULL)
        return next_say(next_nothing(), g_strdup(_("Nothing is selected here.")));
    return to_customer(base, row->customer_id, action);
}

/* A letter belongs to its outcome: recalling it undoes that one.  What has left cannot come back. */
static Next act_recall(View *base, const Action *action)
{
    OutboxView *view = (OutboxView *)base;
    const OutboxRow *row = chosen(view);
    GError *error = NULL;
    char *toast = NULL;
    gint64 customer_id = 0;
    (void)action;
    if (row == NULL || !is_waiting(row))
        return next_aside();
    g_autofree char *op = store_operation_id();
    if (!outcome_undo(view->desk, row->event_id, op, &customer_id, &toast, &error))
        return next_error(error);
    app_reload_all(base->app);
    return next_say(next_redraw(), toast);
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static char *leaves_text(const OutboxRow *row)
{
    int left = seconds_left(row);
    return left > 0 ? g_strdup_printf(_("in %d s"), left) : g_strdup(label_of(row->state));
}

static void cells_of(const OutboxRow *row, char *cells[G_N_ELEMENTS(columns)])
{
    g_autofree char *many = row->items > 1 ? g_strdup_printf("%s (%d)", row->label, row->items) : g_strdup(row->label);
    cells[0] = leaves_text(row);
    cells[1] = text_clean(many);
    cells[2] = text_clean(row->name);
    cells[3] = g_strdup(label_of(row->channel));
    cells[4] = text_clean(row->recipient);
    cells[5] =
        day_compare(row->made.day, clock_today()) == 0 ? minute_text(row->made.minute) : day_short(row->made.day);
    cells[6] = text_clean(row->agent);
}

static void draw(const View *base, Canvas *canvas)
{
    const OutboxView *view = (const OutboxView *)base;
    if (view->rows == NULL)
        return;
    table_head(&view->table, canvas, 0);
    paint_rule(canvas, 1, NULL);
    for (size_t i = view->list.top; i < MIN(view->list.top + view->list.height, view->rows->len); i++) {
        const OutboxRow *row = g_ptr_array_index(view->rows, i);
        char *cells[G_N_ELEMENTS(columns)];
        cells_of(row, cells);
        for (size_t c = 0; c < G_N_ELEMENTS(columns); c++) {
            table_cell(&view->table, canvas, HEAD_ROWS + (int)(i - view->list.top), c,
                       is_waiting(row) ? ROLE_NORMAL : ROLE_DIM, cells[c]);
            g_free(cells[c]);
        }
    }
    if (view->rows->len > 0)
        table_selected(canvas, HEAD_ROWS + (int)list_screen_row(&view->list));
    else
        paint_text(canvas, HEAD_ROWS, 2, ROLE_DIM, _("The outbox is empty: nothing waits to leave."));
}

static void title(const View *base, TitleRow *row)
{
    const OutboxView *view = (const OutboxView *)base;
    guint waiting = 0;
    g_string_assign(row->name, _("4 Outbox"));
    for (guint i = 0; view->rows != NULL && i < view->rows->len; i++)
        waiting += is_waiting(g_ptr_array_index(view->rows, i));
    title_part(row, g_strdup_printf(NP_("%u document waits", "%u documents wait", waiting), waiting));
    title_clock(row);
}

static char *hint(const View *base)
{
    const OutboxView *view = (const OutboxView *)base;
    const OutboxRow *row = chosen(view);
    if (row != NULL && is_waiting(row) && *settings_text(view->desk->settings, "mail", "command") == '\0')
        return g_strdup(_("U takes it back with its outcome.  No mail command is set: it stays here (7 settings)."));
    if (row != NULL && is_waiting(row))
        return g_strdup(_("U takes it back, together with the outcome that sent it."));
    return NULL;
}

static void footer(const View *base, Footer *foot)
{
    const OutboxRow *row = chosen((const OutboxView *)base);
    footer_add(foot, ACTION_OPEN, _("customer"));
    footer_add(foot, ACTION_UNDO, row != NULL && is_waiting(row) ? _("recall") : NULL);
    footer_add(foot, ACTION_FIND, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static char *print(const View *base, GError **error)
{
    const OutboxView *view = (const OutboxView *)base;
    GString *text = g_string_new(NULL);
    Table table;
    (void)error;
    table_layout(&table, columns, G_N_ELEMENTS(columns), 2, 80);
    table_text_head(&table, text, _("Outbox"));
    for (guint i = 0; i < view->rows->len; i++) {
        char *cells[G_N_ELEMENTS(columns)];
        cells_of(g_ptr_array_index(view->rows, i), cells);
        table_text_line(&table, text, (const char *const *)cells);
        for (size_t c = 0; c < G_N_ELEMENTS(columns); c++)
            g_free(cells[c]);
    }
    return g_string_free(text, FALSE);
}

static Context context(const View *base)
{
    (void)base;
    return CONTEXT_QUEUE;
}

static bool has(const View *base, Need need)
{
    return need == NEED_NOTHING || chosen((const OutboxView *)base) != NULL;
}

static void free_outbox(View *base)
{
    OutboxView *view = (OutboxView *)base;
    g_clear_pointer(&view->rows, g_ptr_array_unref);
    g_free(view);
}

static const ViewAct acts[] = {
    {ACTION_MOVE_UP, act_move},   {ACTION_MOVE_DOWN, act_move},
    {ACTION_MOVE_PGUP, act_move}, {ACTION_MOVE_PGDN, act_move},
    {ACTION_MOVE_HOME, act_move}, {ACTION_MOVE_END, act_move},
    {ACTION_OPEN, act_customer},  {ACTION_OUTCOME, act_customer},
    {ACTION_DIAL, act_customer},  {ACTION_NOTE, act_customer},
    {ACTION_COPY, act_customer},  {ACTION_OUTCOME_LIST, act_customer},
    {ACTION_UNDO, act_recall},    {0, NULL},
};

static const ViewKind kind = {
    .name = "outbox",
    .screen = ACTION_GO_OUTBOX,
    .tick_seconds = 1,
    .help = N_("Mail and letters that outcomes have sent.  For a minute they wait here: until then U takes one back, "
               "together with its outcome.  Those of today that have left or were recalled stand below."),
    .acts = acts,
    .context = context,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = has,
    .tick = tick,
    .reload = reload,
    .print = print,
    .free = free_outbox,
};

View *outbox_view_open(App *app, GError **error)
{
    (void)error;
    OutboxView *view = g_new0(OutboxView, 1);
    view->view.kind = &kind;
    view->view.app = app;
    view->desk = app_desk(app);
    return &view->view;
}
