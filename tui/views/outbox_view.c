#include "views/outbox_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/outbox.h"
#include "desk/outcome.h"
#include "overlay.h"
#include "paper/courier.h"
#include "views/document_view.h"
#include "views/list_view.h"
#include "views/marks.h"
#include <string.h>

typedef struct {
    ListView base;      /* its rows: OutboxRow */
    GHashTable *marked; /* ids of events: an outcome is taken back as a whole */
} OutboxView;

static const TableColumn columns[] = {
    {N_("Leaves"), .width = 8},
    {N_("Document (invoices)"), 26, .fills = true},
    {N_("Customer"), 16, .fills = true},
    {N_("By"), .width = 6},
    {N_("To"), 20, .fills = true, .from = 100},
    {N_("Made"), .width = 5, .from = 64},
    {N_("Who"), .width = 8, .from = 120},
};

static const char *const states[OUTBOX_STATES] = {
    [OUTBOX_WAITING] = N_("waits"),  [OUTBOX_OLD] = N_("old"),        [OUTBOX_REFUSED] = N_("refused"),
    [OUTBOX_LEAVING] = N_("leaves"), [OUTBOX_UNSURE] = N_("left?"),   [OUTBOX_RECALLED] = N_("recalled"),
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
    return is_waiting(row) && row->state != OUTBOX_HELD_BACK
               ? (int)MAX(0, MAX(row->ready_utc, row->again_utc) - clock_now().utc)
               : 0;
}

/* What has left meanwhile is not marked any more. */
static bool reload(View *base, GError **error)
{
    OutboxView *view = (OutboxView *)base;
    if (!list_view_take(&view->base, outbox_load(view->base.desk, error)))
        return false;
    g_autoptr(GHashTable) before = view->marked;
    view->marked = marks_new();
    for (guint i = 0; i < view->base.all->len; i++) {
        const OutboxRow *row = g_ptr_array_index(view->base.all, i);
        if (is_waiting(row) && marks_have(before, row->event_id))
            marks_set(view->marked, row->event_id, true);
    }
    return true;
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

/* Documents of one outcome go and come together. */
static Next act_mark(View *base, const Action *action)
{
    OutboxView *view = (OutboxView *)base;
    const OutboxRow *row = list_view_row(&view->base);
    (void)action;
    if (!is_waiting(row))
        return next_say(next_redraw(), g_strdup(_("Only what still waits can be taken back.")));
    marks_set(view->marked, row->event_id, !marks_have(view->marked, row->event_id));
    list_move(&view->base.list, 1);
    return next_redraw();
}

static Next act_mark_all(View *base, const Action *action)
{
    OutboxView *view = (OutboxView *)base;
    bool all = true;
    (void)action;
    for (guint i = 0; i < view->base.rows->len; i++) {
        const OutboxRow *row = g_ptr_array_index(view->base.rows, i);
        all = all && (!is_waiting(row) || marks_have(view->marked, row->event_id));
    }
    for (guint i = 0; i < view->base.rows->len; i++) {
        const OutboxRow *row = g_ptr_array_index(view->base.rows, i);
        if (is_waiting(row))
            marks_set(view->marked, row->event_id, !all);
    }
    return next_redraw();
}

static Next recalled(View *base, const char *answer, gpointer data)
{
    OutboxView *view = (OutboxView *)base;
    GError *error = NULL;
    char *toast = NULL;
    (void)data;
    if (answer == NULL)
        return next_redraw();
    g_autoptr(GArray) events = marks_ids(view->marked);
    g_autofree char *op = store_operation_id();
    if (!outcomes_recall(view->base.desk, events, op, &toast, &error))
        return next_error(error);
    g_hash_table_remove_all(view->marked);
    app_reload_all(base->app);
    return next_say(next_redraw(), toast);
}

static Next ask_recall(const OutboxView *view)
{
    guint count = g_hash_table_size(view->marked);
    g_autofree char *question = g_strdup_printf(
        NP_("Take back what is marked, with its outcome?", "Take back what is marked, with its %u outcomes?", count),
        count);
    return next_ask(confirm_new(question, _("What was promised or planned by them is undone as well."), true), recalled,
                    NULL, NULL);
}

/* A letter belongs to its outcome: recalling it undoes that one.  What has left cannot come back. */
static Next act_recall(View *base, const Action *action)
{
    ListView *view = (ListView *)base;
    const OutboxRow *row = list_view_row(view);
    GError *error = NULL;
    char *toast = NULL;
    gint64 customer_id = 0;
    (void)action;
    if (g_hash_table_size(((OutboxView *)base)->marked) > 0)
        return ask_recall((const OutboxView *)base);
    if (row == NULL || !is_waiting(row))
        return next_aside();
    g_autofree char *op = store_operation_id();
    if (!outcome_undo(view->desk, row->event_id, op, &customer_id, &toast, &error))
        return next_error(error);
    app_reload_all(base->app);
    return next_say(next_redraw(), toast);
}

static bool is_unsure(const OutboxRow *row)
{
    return row->state == OUTBOX_UNSURE;
}

/* What goes out by a word of a person still needs a way out. */
static char *sending_words(const ListView *view, const OutboxRow *row)
{
    g_autofree char *name = text_clean(row->name);
    if (courier_has_way(view->desk->settings, row->channel))
        return g_strdup_printf(_("It goes out now: %s, %s."), row->label, name);
    return g_strdup_printf(_("It goes out as soon as a command or a folder is set (7): %s, %s."), row->label, name);
}

static Next decided(View *base, const char *word, gpointer data)
{
    ListView *view = (ListView *)base;
    const gint64 *id = data;
    GError *error = NULL;
    if (word == NULL)
        return next_redraw();
    bool left = strcmp(word, "left") == 0;
    if (!outbox_decide(view->desk, *id, left, &error))
        return next_error(error);
    app_outbox_hurry(base->app);
    return next_say(next_reload(), g_strdup(left ? _("Noted: it has left.") : _("It is sent again.")));
}

static Next ask_whether(const OutboxRow *row)
{
    g_autofree char *name = text_clean(row->name);
    g_autofree char *title = g_strdup_printf(_("Has it reached %s?"), name);
    const Pick picks[] = {{"left", "1", _("it has left"), NULL}, {"again", "2", _("it has not: send it"), NULL}};
    return next_ask(choose_new(title, picks, G_N_ELEMENTS(picks), NULL, false), decided,
                    g_memdup2(&row->id, sizeof row->id), g_free);
}

static Next act_now(View *base, const Action *action)
{
    static const char *const idle[OUTBOX_STATES] = {
        [OUTBOX_WAITING] = N_("It leaves by itself in a moment; U takes it back."),
        [OUTBOX_HELD_BACK] = N_("It waits until a supervisor has approved the plan."),
        [OUTBOX_LEAVING] = N_("It is on its way out at this moment."),
        [OUTBOX_RECALLED] = N_("It was taken back together with its outcome; M writes another letter."),
        [OUTBOX_SENT] = N_("It has left; M writes another letter."),
    };
    ListView *view = (ListView *)base;
    const OutboxRow *row = list_view_row(view);
    GError *error = NULL;
    (void)action;
    if (is_unsure(row))
        return ask_whether(row);
    if (idle[row->state] != NULL)
        return next_say(next_redraw(), g_strdup(_(idle[row->state])));
    g_autofree char *words = sending_words(view, row); /* before the row is read anew */
    if (!outbox_hurry(view->desk, row->id, &error))
        return next_error(error);
    app_outbox_hurry(base->app);
    return next_say(next_reload(), g_steal_pointer(&words));
}

static Next act_look(View *base, const Action *action)
{
    const OutboxRow *row = list_view_row((ListView *)base);
    (void)action;
    return row != NULL ? document_push(base, row) : next_say(next_nothing(), g_strdup(_(need_sentence(NEED_ROW))));
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

static const char *sign(const ListView *view, gconstpointer row)
{
    return marks_have(((const OutboxView *)view)->marked, ((const OutboxRow *)row)->event_id) ? "x" : NULL;
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
    guint marked = g_hash_table_size(((const OutboxView *)base)->marked);
    title_part(row, marked > 0 ? g_strdup_printf(NP_("%u marked", "%u marked", marked), marked) : NULL);
    title_clock(row);
}

static const char *no_way(const ListView *view, const OutboxRow *row)
{
    if (courier_has_way(view->desk->settings, row->channel))
        return NULL;
    return strcmp(row->channel, "email") == 0 ? _("No mail command (7): it stays here.")
                                              : _("No print command or folder (7): it stays here.");
}

/* What happened to the row, and what a person may do about it. */
static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    const OutboxRow *row = list_view_row(view);
    if (g_hash_table_size(((const OutboxView *)base)->marked) > 0)
        return g_strdup(_("U takes back what is marked, with its outcomes."));
    if (row == NULL || !(is_waiting(row) || is_unsure(row)))
        return NULL;
    if (row->state == OUTBOX_REFUSED)
        return g_strdup_printf(_("F2 tries now.  It did not leave: %s"), row->trouble);
    if (is_unsure(row))
        return g_strdup_printf(_("Say whether it has left.  %s"), row->trouble);
    const char *stays = no_way(view, row);
    if (row->state == OUTBOX_OLD)
        return g_strdup(stays != NULL ? stays : _("It waited for days: look at it (V); F2 sends it, U takes it back."));
    return g_strconcat(stays != NULL ? stays : "", stays != NULL ? "  " : "", _("U takes it back with its outcome."),
                       NULL);
}

static void footer(const View *base, Footer *foot)
{
    const OutboxRow *row = list_view_row((const ListView *)base);
    footer_add(foot, ACTION_OPEN, _("customer"));
    bool marked = g_hash_table_size(((const OutboxView *)base)->marked) > 0;
    footer_add(foot, ACTION_UNDO,
               marked                           ? _("recall what is marked")
               : row != NULL && is_waiting(row) ? _("recall")
                                                : NULL);
    footer_add(foot, ACTION_VIEW_CYCLE, _("look"));
    if (row != NULL && (is_unsure(row) || row->state == OUTBOX_OLD || row->state == OUTBOX_REFUSED))
        footer_add(foot, ACTION_SEND_NOW, is_unsure(row) ? _("has it left?") : _("send now"));
    footer_add(foot, ACTION_MARK_ALL, NULL);
    footer_add(foot, ACTION_DOCS, _("letter"));
    footer_add(foot, ACTION_FIND, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static void free_view(View *base)
{
    OutboxView *view = (OutboxView *)base;
    list_view_clear(&view->base);
    g_hash_table_unref(view->marked);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, list_view_act_customer},
    LIST_VIEW_CALLS,
    {ACTION_MARK, act_mark},
    {ACTION_MARK_ALL, act_mark_all},
    {ACTION_UNDO, act_recall},
    {ACTION_DOCS, list_view_act_customer},
    {ACTION_SEND_NOW, act_now},
    {ACTION_VIEW_CYCLE, act_look},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "outbox",
    .screen = ACTION_GO_OUTBOX,
    .tick_seconds = 1,
    .help =
        N_("Mail and letters that outcomes have sent.  For a minute they wait here: until then U takes one back, "
           "together with its outcome; Space marks several, * all that wait, and U takes them back in one step.  V "
           "shows the very document.  What is old waits for your word, what was refused "
           "is tried again by itself: F2 sends it now.  Of a document that may have left or not, F2 asks you which.  "
           "Those of today that have left or were recalled stand below."),
    .acts = acts,
    .context = CONTEXT_QUEUE,
    .title = title,
    .hint = hint,
    .footer = footer,
    .tick = tick,
    .reload = reload,
    LIST_VIEW_DRAWN,
    .free = free_view,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 3,
    .head_rows = 2,
    .title = N_("Outbox"),
    .empty = N_("The outbox is empty: nothing waits to leave."),
    .nothing = N_("Nothing is selected here."),
    .customer = customer,
    .cells = cells,
    .role = role,
    .sign = sign,
};

View *outbox_view_open(App *app, GError **error)
{
    (void)error;
    OutboxView *view = g_new0(OutboxView, 1);
    view->marked = marks_new();
    return list_view_start(&view->base, &kind, &list_kind, app);
}
