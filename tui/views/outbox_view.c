#include "views/outbox_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/outbox.h"
#include "desk/outcome.h"
#include "views/list_view.h"
#include <string.h>

static const TableColumn columns[] = {
    {N_("Leaves"), .width = 8},
    {N_("Document"), 24, .fills = true},
    {N_("Customer"), 16, .fills = true},
    {N_("By"), .width = 6},
    {N_("To"), 20, .fills = true, .from = 100},
    {N_("Made"), .width = 5, .from = 64},
    {N_("Who"), .width = 8, .from = 120},
};

static const char *const states[OUTBOX_STATES] = {
    [OUTBOX_WAITING] = N_("waits"),  [OUTBOX_OLD] = N_("old"),      [OUTBOX_REFUSED] = N_("refused"),
    [OUTBOX_LEAVING] = N_("leaves"), [OUTBOX_UNSURE] = N_("left?"), [OUTBOX_RECALLED] = N_("recalled"),
    [OUTBOX_SENT] = N_("sent"),      [OUTBOX_HELD_BACK] = N_("held"),
};

static const struct {
    const char *slug, *label;
} channels[] = {
    {"email", N_("e-mail")},
    {"peppol", N_("Peppol")},
    {"post", N_("post")},
    {"print", N_("paper")},
};

static const char *channel_label(const char *slug)
{
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
        if (strcmp(channels[i].slug, slug) == 0)
            return _(channels[i].label);
    return slug;
}

static bool is_waiting(const OutboxRow *row)
{
    return outbox_is_recallable(row);
}

static int seconds_left(const OutboxRow *row)
{
    return is_waiting(row) && row->state != OUTBOX_HELD_BACK ? (int)MAX(0, MAX(row->ready_utc, row->again_utc) - clock_now().utc) : 0;
}

static bool reload(View *base, GError **error)
{
    ListView *view = (ListView *)base;
    return list_view_take(view, outbox_load(view->desk, error));
}

/* The seconds run only while something can still be recalled by them. */
static Next tick(View *base, Now now)
{
    const ListView *view = (const ListView *)base;
    (void)now;
    for (guint i = 0; i < view->rows->len; i++) {
        const OutboxRow *row = g_ptr_array_index(view->rows, i);
        if (is_waiting(row) && row->leaves_in > 0 && clock_now().utc <= row->ready_utc + 1)
            return next_redraw();
    }
    return next_nothing();
}

/* --- What can be done -------------------------------------------------------------------------------------- */

/* A letter belongs to its outcome: recalling it undoes that one.  What has left cannot come back. */
static Next act_recall(View *base, const Action *action)
{
    ListView *view = (ListView *)base;
    const OutboxRow *row = list_view_row(view);
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
    return left > 0 ? g_strdup_printf(_("in %d s"), left) : g_strdup(_(states[row->state]));
}

static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const OutboxRow *row = g_ptr_array_index(view->rows, index);
    g_autofree char *many = row->items > 1 ? g_strdup_printf("%s (%d)", row->label, row->items) : g_strdup(row->label);
    bool today = day_compare(row->made.day, clock_today()) == 0;
    (void)first;
    cells[0] = leaves_text(row);
    cells[1] = text_clean(many);
    cells[2] = text_clean(row->name);
    cells[3] = g_strdup(channel_label(row->channel));
    cells[4] = text_clean(row->recipient);
    cells[5] = today ? minute_text(row->made.minute) : day_short(row->made.day);
    cells[6] = text_clean(row->agent);
}

static Role role(const ListView *view, gconstpointer row)
{
    (void)view;
    return is_waiting(row) ? ROLE_NORMAL : ROLE_DIM;
}

static gint64 customer(gconstpointer row)
{
    return ((const OutboxRow *)row)->customer_id;
}

static void title(const View *base, TitleRow *row)
{
    const ListView *view = (const ListView *)base;
    guint waiting = 0;
    g_string_assign(row->name, _("4 Outbox"));
    for (guint i = 0; i < view->rows->len; i++)
        waiting += is_waiting(g_ptr_array_index(view->rows, i));
    title_part(row, g_strdup_printf(NP_("%u document waits", "%u documents wait", waiting), waiting));
    title_clock(row);
}

static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    const OutboxRow *row = list_view_row(view);
    if (row != NULL && row->state == OUTBOX_OLD)
        return g_strdup_printf(_("It waited for days: U takes it back, “belronde outbox now %d” sends it."),
                               (int)row->id);
    if (row != NULL && row->state == OUTBOX_HELD_BACK)
        return g_strdup(_("It waits until a supervisor has approved the payment plan.  U takes it back."));
    if (row != NULL && row->state == OUTBOX_REFUSED)
        return g_strdup_printf(_("It did not leave: %s"), row->trouble);
    if (row != NULL && is_waiting(row) && *settings_text(view->desk->settings, "mail", "command") == '\0')
        return g_strdup(_("U takes it back with its outcome.  No mail command is set: it stays here (7 settings)."));
    if (row != NULL && row->state == OUTBOX_UNSURE)
        return g_strdup_printf(_("Has it left?  “belronde outbox left %d” says yes, “again %d” sends it."),
                               (int)row->id, (int)row->id);
    if (row != NULL && is_waiting(row))
        return g_strdup(_("U takes it back, together with the outcome that sent it."));
    return NULL;
}

static void footer(const View *base, Footer *foot)
{
    const OutboxRow *row = list_view_row((const ListView *)base);
    footer_add(foot, ACTION_OPEN, _("customer"));
    footer_add(foot, ACTION_UNDO, row != NULL && is_waiting(row) ? _("recall") : NULL);
    footer_add(foot, ACTION_FIND, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, list_view_act_customer},
    {ACTION_OUTCOME, list_view_act_customer},
    {ACTION_DIAL, list_view_act_customer},
    {ACTION_NOTE, list_view_act_customer},
    {ACTION_COPY, list_view_act_customer},
    {ACTION_OUTCOME_LIST, list_view_act_customer},
    {ACTION_UNDO, act_recall},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "outbox",
    .screen = ACTION_GO_OUTBOX,
    .tick_seconds = 1,
    .help = N_("Mail and letters that outcomes have sent.  For a minute they wait here: until then U takes one back, "
               "together with its outcome.  Those of today that have left or were recalled stand below."),
    .acts = acts,
    .context = CONTEXT_QUEUE,
    .title = title,
    .layout = list_view_layout,
    .draw = list_view_draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .tick = tick,
    .reload = reload,
    .print = list_view_print,
    .free = list_view_free,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 2,
    .head_rows = 2,
    .title = N_("Outbox"),
    .empty = N_("The outbox is empty: nothing waits to leave."),
    .nothing = N_("Nothing is selected here."),
    .customer = customer,
    .cells = cells,
    .role = role,
};

View *outbox_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start(g_new0(ListView, 1), &kind, &list_kind, app);
}
