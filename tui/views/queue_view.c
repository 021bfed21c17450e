/* Today's queue: what it holds, when it is read, when the bell rings. */
#include "views/queue_view.h"

#include "base/i18n.h"
#include "desk/outbox.h"
#include "ledger/receipts.h"
#include "views/queue_inside.h"

enum { LEASE_SECONDS = 5 };

static void queue_view_free(View *base)
{
    QueueView *view = (QueueView *)base;
    queue_free(view->queue);
    card_free(view->preview);
    g_hash_table_unref(view->marked);
    g_free(view->agent);
    g_free(view->words);
    g_free(view);
}

const QueueRow *queue_selected(const QueueView *view)
{
    if (view->queue == NULL || view->list.row >= view->queue->rows->len)
        return NULL;
    return g_ptr_array_index(view->queue->rows, view->list.row);
}

bool queue_is_marked(const QueueView *view, gint64 customer_id)
{
    return g_hash_table_contains(view->marked, &customer_id);
}

/* --- Reading ------------------------------------------------------------------------------------------------ */

void queue_look(QueueView *view)
{
    const QueueRow *row = queue_selected(view);
    g_autoptr(GError) ignored = NULL;
    g_clear_pointer(&view->preview, card_free);
    if (view->rows.preview > 0 && row != NULL)
        view->preview = card_load(view->desk, row->customer_id, &ignored); /* a preview less is no obstacle */
}

/* Marks of customers who are no longer in the list would be counted without being seen. */
static gboolean is_gone(gpointer key, gpointer value, gpointer data)
{
    const Queue *queue = data;
    (void)value;
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        if (row->customer_id == *(const gint64 *)key && row->state != QUEUE_DONE)
            return FALSE;
    }
    return TRUE;
}

static bool is_done(const Queue *queue, gint64 customer_id)
{
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        if (row->customer_id == customer_id)
            return row->state == QUEUE_DONE;
    }
    return true;
}

/* Who takes the cursor: the same customer, or the one after him when he has just been dealt with from here. */
static gint64 next_selection(const QueueView *view, const Queue *fresh)
{
    gint64 selected = view->list.selected;
    if (view->queue == NULL || !view->acted || is_done(view->queue, selected) || !is_done(fresh, selected))
        return selected;
    gint64 next = queue_after(view->queue, fresh, selected);
    return next != 0 ? next : selected;
}

/* Rows that come or go above the cursor must not push it over the screen. */
static void take_queue(QueueView *view, Queue *fresh, gint64 selected)
{
    size_t on_screen = list_screen_row(&view->list);
    bool same = selected == view->list.selected && !view->resort;
    queue_free(view->queue);
    view->queue = fresh;
    view->due = view->words == NULL ? fresh->due : view->due;
    list_rows(&view->list, fresh->rows, fresh->rows->len, list_id_of_pointers);
    list_select(&view->list, selected);
    if (same && view->list.row >= on_screen)
        view->list.top = view->list.row - on_screen;
    list_height(&view->list, view->list.height);
    view->resort = false;
    view->acted = false;
}

static bool queue_reload(View *base, GError **error)
{
    QueueView *view = (QueueView *)base;
    QueueOptions options = {
        .agent = view->agent, .everybody = view->everybody, .with_done = true, .words = view->words};
    Queue *fresh = queue_load(view->desk, &options, error);
    if (fresh == NULL || !queue_hours(view->desk, view->agent, &view->hours, error)) {
        queue_free(fresh);
        return false;
    }
    Ledger ledger = desk_ledger(view->desk);
    view->receipts = receipts_waiting_count(&ledger);
    queue_sort(fresh, view->sort, view->descending);
    gint64 selected = next_selection(view, fresh);
    if (view->queue != NULL && !view->resort)
        queue_keep_places(fresh, view->queue, view->list.selected, view->sort == SORT_DEFAULT);
    view->letters = fresh->letters_due - fresh->letters_blocked;
    view->stuck = outbox_stuck_count(view->desk);
    take_queue(view, fresh, selected);
    g_hash_table_foreach_remove(view->marked, is_gone, view->queue);
    queue_look(view);
    return true;
}

/* --- The bell -------------------------------------------------------------------------------------------------- */

static bool alarm_due(const QueueView *view, Now now)
{
    Moment next = view->queue->next_callback;
    int lead = (int)settings_number(view->desk->settings, "alarm", "lead_minutes");
    bool rung = view->alarmed.day.number == next.day.number && view->alarmed.minute == next.minute;
    return day_known(next.day) && next.day.number == now.day.number && !rung && next.minute - now.minute <= lead;
}

/* Opening a customer writes nothing into the database: the rows in sight are asked for their lease. */
static bool look_for_colleagues(QueueView *view)
{
    bool changed = false;
    for (size_t i = view->list.top; i < MIN(view->list.top + view->list.height, view->list.count); i++) {
        QueueRow *row = g_ptr_array_index(view->queue->rows, (guint)i);
        char *holder = row->state == QUEUE_DONE ? NULL : store_lease_holder(view->desk->store, row->customer_id);
        changed = changed || g_strcmp0(holder, row->colleague) != 0;
        g_free(row->colleague);
        row->colleague = holder;
    }
    return changed;
}

/* Every minute: rows come in, callbacks are pinned, the bell rings once. */
static Next queue_tick(View *base, Now now)
{
    QueueView *view = (QueueView *)base;
    if (view->queue == NULL)
        return next_reload();
    bool turned = view->minute != now.minute;
    view->minute = now.minute;
    if (!turned)
        return look_for_colleagues(view) ? next_redraw() : next_nothing();
    if (alarm_due(view, now)) {
        view->alarmed = view->queue->next_callback;
        g_autofree char *at = minute_text(view->alarmed.minute);
        g_autofree char *title = g_strdup_printf("%s %s", at, view->queue->next_callback_name);
        g_autofree char *notice = g_strdup_printf(_("Callback due %s"), at);
        app_alarm(view->view.app, title, notice);
    }
    return next_reload();
}

/* --- The rest ----------------------------------------------------------------------------------------------- */

static void queue_layout(View *base, int rows, int columns)
{
    QueueView *view = (QueueView *)base;
    bool preview = view->rows.preview > 0;
    view->rows = queue_share_rows(rows, columns);
    list_height(&view->list, (size_t)MAX(view->rows.list, 0));
    if (preview != (view->rows.preview > 0) && view->queue != NULL)
        queue_look(view);
}

/* What waits beside the calls: money that is in, for which nobody should be rung, what did not leave, then letters. */
static char *queue_hint(const View *base)
{
    const QueueView *view = (const QueueView *)base;
    g_autofree char *files = app_inbox_words(base->app);
    g_autofree char *answers =
        g_strdup_printf(NP_("%d receipt waits for an answer (9)", "%d receipts wait for an answer (9)", view->receipts),
                        view->receipts);
    g_autofree char *letters =
        g_strdup_printf(NP_("%d letter is due (,)", "%d letters are due (,)", view->letters), view->letters);
    g_autofree char *stuck = g_strdup_printf(
        NP_("%d document did not leave (4)", "%d documents did not leave (4)", view->stuck), view->stuck);
    const char *said[] = {files, view->receipts > 0 ? answers : NULL, view->stuck > 0 ? stuck : NULL,
                          view->letters > 0 ? letters : NULL};
    g_autoptr(GString) hint = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++)
        if (said[i] != NULL)
            g_string_append_printf(hint, "%s%s", hint->len > 0 ? "   " : "", said[i]);
    return hint->len > 0 ? g_strdup(hint->str) : NULL;
}

static bool queue_has(const View *base, Need need)
{
    return need == NEED_NOTHING || queue_selected((const QueueView *)base) != NULL;
}

static void queue_footer(const View *view, Footer *footer)
{
    (void)view;
    footer_add(footer, ACTION_OPEN, NULL);
    footer_add(footer, ACTION_DIAL, NULL);
    footer_words(footer, _("letter = outcome"));
    footer_add(footer, ACTION_FIND, NULL);
    footer_add(footer, ACTION_WHY, NULL);
    footer_add(footer, ACTION_UNDO, NULL);
    footer_add(footer, ACTION_NOTE, NULL);
    footer_add(footer, ACTION_MARK, NULL);
    footer_add(footer, ACTION_FILTER, NULL);
    footer_add(footer, ACTION_SORT, NULL);
    footer_add(footer, ACTION_SNOOZE, NULL);
    footer_add(footer, ACTION_SKIP, NULL);
    footer_add(footer, ACTION_VIEW_CYCLE, _("whose list"));
}

static const ViewKind kind = {
    .name = "queue",
    .tick_seconds = LEASE_SECONDS,
    .screen = ACTION_GO_QUEUE,
    .help = N_("Whom to ring today, in this order: agreed callbacks from ten minutes before, then by points.\n"
               "Ask is what may be asked for now: open less promises, disputes and credits.\n"
               "The two columns at the left:  > selected  ! late  x done  m marked  - not reachable now  "
               "o open at a colleague.\n"
               "Enter opens the customer; the letter of an outcome logs it from here.  = says why somebody is in the "
               "list."),
    .acts = queue_acts,
    .context = CONTEXT_QUEUE,
    .title = queue_title,
    .layout = queue_layout,
    .draw = queue_draw,
    .hint = queue_hint,
    .footer = queue_footer,
    .has = queue_has,
    .tick = queue_tick,
    .reload = queue_reload,
    .print = queue_print,
    .free = queue_view_free,
};

View *queue_view_open(App *app, GError **error)
{
    (void)error;
    QueueView *view = g_new0(QueueView, 1);
    view->view.kind = &kind;
    view->desk = app_desk(app);
    view->marked = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    view->resort = true;
    view->alarmed = (Moment){DAY_NONE, MINUTE_NONE};
    view->minute = clock_now().minute;
    return &view->view;
}
