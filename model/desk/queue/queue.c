#include "desk/queue.h"

#include "base/clock.h"
#include "base/reference.h"
#include "base/text.h"
#include "desk/holds.h"
#include "desk/plan.h"
#include "desk/queue/facts.h"
#include "desk/reach.h"
#include "desk/reminders_parts.h"
#include <string.h>

/* One customer may have several due touchpoints: the first in this order leads his row.  The parts of a plan that waits
 * for a supervisor's yes are asked for by nobody until its first day is past. */
static const char due_sql[] =
    "SELECT t.id, t.customer_id, t.reason, t.day, t.minute, t.timed, t.detail, t.owner, t.promise_id, t.contact_id,"
    "       t.skipped_day, c.number, c.name, c.city, c.country, c.language,"
    "       c.not_callable, c.restricted, c.quiet_until, coalesce(a.name, '') AS agent"
    "  FROM touchpoint t JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = c.agent_id"
    " WHERE t.closed_event IS NULL AND t.day <= :today AND (t.owner = '' OR t.owner = :me)"
    "   AND NOT (t.promise_id IS NOT NULL AND EXISTS (SELECT 1 FROM promise hp JOIN plan hl ON hl.id = hp.plan_id"
    "     WHERE hp.id = t.promise_id AND hl.first_day >= :today AND" PLAN_IS_ASKED(
        "hl.id") "))"
                 " ORDER BY t.customer_id, t.timed DESC, t.day, coalesce(t.minute, 0), t.id";

typedef struct {
    Desk *desk;
    const QueueOptions *options;
    Queue *queue;
    Now now;
    const char *agent; /* whose list */
    char **words;
    Reminders letters;
    int pin_minutes, late_minutes, day_cap, week_cap;
} Loading;

static void row_free(gpointer data)
{
    QueueRow *row = data;
    char *const strings[] = {row->reason,       row->reason_label, row->detail,   row->number, row->name,
                             row->city,         row->country,      row->language, row->phone,  row->contact,
                             row->last_outcome, row->colleague,    row->owner,    row->holds};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_free(row);
}

void queue_free(Queue *queue)
{
    if (queue == NULL)
        return;
    g_ptr_array_unref(queue->rows);
    g_free(queue->next_callback_name);
    g_free(queue);
}

/* --- One row -------------------------------------------------------------------------------------------- */

static int minutes_since(const Loading *loading, Moment when)
{
    return day_minus(loading->now.day, when.day) * 24 * 60 + loading->now.minute - when.minute;
}

/* A clock time that is no callback means “not before”. */
static bool not_yet(const Loading *loading, const QueueRow *row, bool timed)
{
    return !timed && row->when.minute != MINUTE_NONE && minutes_since(loading, row->when) < 0;
}

static void note_callback(Loading *loading, const QueueRow *row)
{
    Queue *queue = loading->queue;
    bool ahead = minutes_since(loading, row->when) < 0;
    bool nearer = !day_known(queue->next_callback.day) || row->when.minute < queue->next_callback.minute;
    if (!ahead || !nearer)
        return;
    queue->next_callback = row->when;
    g_free(queue->next_callback_name);
    queue->next_callback_name = g_strdup(row->name);
}

static QueueRow *row_read(Loading *loading, Query *query)
{
    QueueRow *row = g_new0(QueueRow, 1);
    row->touchpoint_id = query_integer(query, "id");
    row->customer_id = query_integer(query, "customer_id");
    row->when = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    row->reason = query_dup(query, "reason");
    row->reason_label = g_strdup(playbook_reason(loading->desk->playbook, row->reason)->label);
    row->detail = query_dup(query, "detail");
    row->owner = query_dup(query, "owner");
    row->number = query_dup(query, "number");
    row->name = query_dup(query, "name");
    row->city = query_dup(query, "city");
    row->country = query_dup(query, "country");
    row->language = query_dup(query, "language");
    row->last_contact = DAY_NONE;
    row->state = query_day(query, "skipped_day").number == loading->now.day.number ? QUEUE_SKIPPED : QUEUE_CALL;
    if (query_integer(query, "timed") != 0) {
        int since = minutes_since(loading, row->when);
        row->late = since > 0;
        if (since >= -loading->pin_minutes)
            row->state = QUEUE_PINNED;
        note_callback(loading, row);
    }
    return row;
}

/* Own customers, nobody's, and callbacks that have been waiting so long that anyone may take them. */
static bool is_for(const Loading *loading, const QueueRow *row, const char *portfolio)
{
    if (loading->options->everybody || *portfolio == '\0' || g_str_equal(portfolio, loading->agent))
        return true;
    return row->late && minutes_since(loading, row->when) >= loading->late_minutes;
}

static bool has_words(const Loading *loading, const QueueRow *row)
{
    if (loading->words == NULL)
        return true;
    g_autofree char *all =
        g_strjoin(" ", row->name, row->number, row->city, row->reason_label, row->detail, row->last_outcome, NULL);
    g_autofree char *folded = text_fold(all);
    for (char **word = loading->words; *word != NULL; word++) {
        if (strstr(folded, *word) == NULL)
            return false;
    }
    return true;
}

/* Whom to ring: the contact the touchpoint names, else who does the accounts. */
static bool read_contact(const Loading *loading, QueueRow *row, gint64 contact_id, GError **error)
{
    g_autoptr(Query) query = store_query(
        loading->desk->store,
        "SELECT k.name, k.reach_days, k.reach_from, k.reach_until, k.absent_until, p.raw, p.e164 FROM contact k"
        "  LEFT JOIN phone p ON p.contact_id = k.id AND p.wrong_since IS NULL"
        " WHERE k.customer_id = :customer AND k.active = 1"
        " ORDER BY k.id <> :wanted, k.role <> 'accounts', k.position, k.id, p.position, p.id LIMIT 1",
        BINDS(INTEGER("customer", row->customer_id), INTEGER("wanted", contact_id)), error);
    if (query == NULL)
        return false;
    if (query_next(query)) {
        const char *e164 = query_text(query, "e164");
        Reach reach = {.days = (int)query_integer(query, "reach_days"),
                       .from = query_minute(query, "reach_from"),
                       .until = query_minute(query, "reach_until"),
                       .absent_until = query_day(query, "absent_until")};
        row->contact = query_dup(query, "name");
        row->phone = *e164 != '\0' ? phone_pretty(e164) : g_strdup(query_text(query, "raw"));
        row->dim = !reach_allows(&reach, (Moment){loading->now.day, loading->now.minute});
    } else {
        row->contact = g_strdup("");
        row->phone = g_strdup("");
    }
    return query_finish(query, error);
}

static bool has_other_currency(const GArray *money)
{
    for (guint i = 1; i < money->len; i++) {
        if (g_array_index(money, MoneyLine, i).ask > 0)
            return true;
    }
    return false;
}

static void take_standing(QueueRow *row, Standing *standing)
{
    row->money = g_array_index(standing->money, MoneyLine, 0);
    row->other_currency = has_other_currency(standing->money);
    row->payment_class = standing->payment_class;
    row->invoices = row->money.invoices;
    row->days_late = row->money.days_oldest;
    row->last_outcome = g_steal_pointer(&standing->history.last_outcome);
    row->last_contact = standing->history.last_contact;
    row->facts = standing->facts;
    row->months = standing->months;
    if (strcmp(row->reason, REASON_SLOWING) == 0) {
        g_free(row->detail);
        row->detail = slower_brief(&row->months);
    }
}

/* Gate: nothing to collect and no dated commitment, quiet days, not callable, the day's attempts used up. */
static bool is_gated(const Loading *loading, const QueueRow *row, const Standing *standing)
{
    if (row->state == QUEUE_PINNED)
        return false;
    bool capped = (loading->day_cap > 0 && standing->history.attempts_today >= loading->day_cap) ||
                  (loading->week_cap > 0 && standing->history.attempts_week >= loading->week_cap);
    return capped || (row->priority.gated && !row->other_currency);
}

static bool is_blocked(const Loading *loading, Query *query)
{
    Day quiet = query_day(query, "quiet_until");
    return !query_is_null(query, "not_callable") || query_integer(query, "restricted") != 0 ||
           (day_known(quiet) && day_compare(quiet, loading->now.day) >= 0);
}

typedef struct {
    QueueRow *row;
    DueTouchpoint due;
    gint64 contact_id;
    char *reason;
} Lead;

/* Completes the row of one customer; it is added when it belongs in the list. */
static bool finish_row(Loading *loading, QueueRow *row, const DueTouchpoint *due, gint64 contact_id, GError **error)
{
    Standing standing;
    if (!standing_load(loading->desk, row->customer_id, &standing, error))
        return false;
    standing.facts.commitment = commitment_of(loading->desk, due, standing.promises);
    take_standing(row, &standing);
    row->priority = priority_score(&row->facts, &loading->desk->weights);
    row->colleague = store_lease_holder(loading->desk->store, row->customer_id);
    row->holds = customer_holds_words(loading->desk, row->customer_id);
    bool gated = is_gated(loading, row, &standing);
    standing_clear(&standing);
    if (!read_contact(loading, row, contact_id, error))
        return false;
    ContactHours hours = calendar_contact_hours(loading->desk->calendar,
                                                settings_text(loading->desk->settings, "belronde", "contact_hours"),
                                                row->country, (Moment){loading->now.day, loading->now.minute});
    row->dim = row->dim || !hours.allowed;
    if (gated || !has_words(loading, row))
        row_free(row);
    else
        g_ptr_array_add(loading->queue->rows, row);
    return true;
}

/* A pinned callback leads, then a commitment, then what was due first (the order of the query). */
static bool leads(const Loading *loading, const QueueRow *challenger, const QueueRow *leader)
{
    if ((challenger->state == QUEUE_PINNED) != (leader->state == QUEUE_PINNED))
        return challenger->state == QUEUE_PINNED;
    const Playbook *playbook = loading->desk->playbook;
    return reason_weight(playbook_reason(playbook, challenger->reason)) >
           reason_weight(playbook_reason(playbook, leader->reason));
}

static void lead_clear(Lead *lead)
{
    g_free(lead->reason);
    *lead = (Lead){0};
}

static bool lead_finish(Loading *loading, Lead *lead, GError **error)
{
    if (lead->row == NULL)
        return true;
    lead->due.reason = lead->reason;
    bool good = finish_row(loading, lead->row, &lead->due, lead->contact_id, error);
    lead_clear(lead);
    return good;
}

/* A planned letter is no call, but where it cannot go: then the row says why. */
static bool is_letter(const Loading *loading, QueueRow *row)
{
    if (!cadence_is_letter(loading->desk->cadence, row->reason))
        return false;
    const char *why = g_hash_table_lookup(loading->letters.calls, &row->customer_id);
    if (why == NULL)
        return g_hash_table_contains(loading->letters.hidden, &row->customer_id);
    g_free(row->detail);
    row->detail = g_strdup(why);
    return false;
}

static void consider(Loading *loading, Lead *lead, Query *query)
{
    QueueRow *row = row_read(loading, query);
    bool wanted =
        !is_blocked(loading, query) && is_for(loading, row, query_text(query, "agent")) && !is_letter(loading, row);
    bool waits = not_yet(loading, row, query_integer(query, "timed") != 0);
    loading->queue->later += wanted && waits;
    if (!wanted || waits || (lead->row != NULL && !leads(loading, row, lead->row))) {
        row_free(row);
        return;
    }
    if (lead->row != NULL)
        row_free(lead->row);
    g_free(lead->reason);
    lead->row = row;
    lead->reason = g_strdup(row->reason);
    lead->due.promise_id = query_integer_or(query, "promise_id", 0);
    lead->contact_id = query_integer_or(query, "contact_id", 0);
}

static bool load_due(Loading *loading, GError **error)
{
    Lead lead = {0};
    gint64 customer_id = 0;
    bool good = true;
    g_autoptr(Query) query = store_query(loading->desk->store, due_sql,
                                         BINDS(DAY("today", loading->now.day), TEXT("me", loading->agent)), error);
    while (good && query != NULL && query_next(query)) {
        if (query_integer(query, "customer_id") != customer_id)
            good = lead_finish(loading, &lead, error);
        customer_id = query_integer(query, "customer_id");
        if (good)
            consider(loading, &lead, query);
    }
    good = good && query != NULL && query_finish(query, error) && lead_finish(loading, &lead, error);
    if (lead.row != NULL)
        row_free(lead.row);
    lead_clear(&lead);
    return good;
}

/* --- What was done today -------------------------------------------------------------------------------- */

static const char done_sql[] =
    "SELECT e.id, e.customer_id, e.day, e.minute, e.outcome, e.amount, c.number, c.name, c.city, c.country, c.language,"
    "       coalesce((SELECT reason FROM touchpoint t WHERE t.closed_event = e.id ORDER BY t.day, t.id LIMIT 1), '') "
    "AS reason"
    "  FROM event e JOIN customer c ON c.id = e.customer_id JOIN agent a ON a.id = e.agent_id"
    " WHERE e.day = :today AND e.kind = 'call' AND e.outcome IS NOT NULL AND a.name = :agent"
    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"
    " ORDER BY e.id DESC";

static QueueRow *done_row(Loading *loading, Query *query)
{
    QueueRow *row = g_new0(QueueRow, 1);
    row->customer_id = query_integer(query, "customer_id");
    row->done_event = query_integer(query, "id");
    row->state = QUEUE_DONE;
    row->when = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    row->reason = query_dup(query, "reason");
    row->reason_label =
        g_strdup(*row->reason != '\0' ? playbook_reason(loading->desk->playbook, row->reason)->label : "");
    row->number = query_dup(query, "number");
    row->name = query_dup(query, "name");
    row->city = query_dup(query, "city");
    row->country = query_dup(query, "country");
    row->language = query_dup(query, "language");
    row->detail = g_strdup("");
    row->owner = g_strdup("");
    return row;
}

static bool finish_done_row(Loading *loading, QueueRow *row, GError **error)
{
    Standing standing;
    if (!standing_load(loading->desk, row->customer_id, &standing, error))
        return false;
    take_standing(row, &standing);
    row->priority.gated = true;
    standing_clear(&standing);
    return read_contact(loading, row, 0, error);
}

static bool list_done(Loading *loading, GPtrArray *done, GError **error)
{
    g_autoptr(GHashTable) still = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < loading->queue->rows->len; i++)
        g_hash_table_add(still, &((QueueRow *)g_ptr_array_index(loading->queue->rows, i))->customer_id);
    for (guint i = 0; i < done->len; i++) {
        QueueRow *row = g_ptr_array_index(done, i);
        if (g_hash_table_contains(still, &row->customer_id))
            continue;
        if (!finish_done_row(loading, row, error))
            return false;
        if (!has_words(loading, row))
            continue;
        g_hash_table_add(still, &row->customer_id);
        g_ptr_array_add(loading->queue->rows, row);
        done->pdata[i] = NULL;
    }
    return true;
}

static void done_free(gpointer row)
{
    if (row != NULL)
        row_free(row);
}

static bool load_done(Loading *loading, GError **error)
{
    g_autoptr(GPtrArray) done = g_ptr_array_new_with_free_func(done_free);
    g_autoptr(GHashTable) customers = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(Query) query = store_query(loading->desk->store, done_sql,
                                         BINDS(DAY("today", loading->now.day), TEXT("agent", loading->agent)), error);
    Queue *queue = loading->queue;
    while (query != NULL && query_next(query)) {
        const Outcome *outcome = playbook_outcome(loading->desk->playbook, query_text(query, "outcome"));
        QueueRow *row = done_row(loading, query);
        g_ptr_array_add(done, row);
        queue->reached += outcome != NULL && outcome->contact == OUTCOME_RIGHT_PARTY;
        g_hash_table_add(customers, &row->customer_id);
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    queue->done = (int)g_hash_table_size(customers);
    gint64 promised = 0;
    if (!store_value(loading->desk->store,
                     "SELECT sum(p.amount) FROM promise p JOIN event e ON e.id = p.event_id"
                     "  JOIN agent a ON a.id = e.agent_id"
                     " WHERE e.day = :today AND a.name = :agent AND p.currency = 'EUR'"
                     "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
                     BINDS(DAY("today", loading->now.day), TEXT("agent", loading->agent)), 0, &promised, error))
        return false;
    queue->promised = promised;
    return !loading->options->with_done || list_done(loading, done, error);
}

static bool load_letters(Loading *loading, GError **error)
{
    const ReminderOptions all = {.everybody = true};
    if (!reminders_gather(loading->desk, &all, &loading->letters, error))
        return false;
    for (guint i = 0; i < loading->letters.due->len; i++) {
        const Reminder *reminder = g_ptr_array_index(loading->letters.due, i);
        bool ours =
            loading->options->everybody || *reminder->agent == '\0' || g_str_equal(reminder->agent, loading->agent);
        loading->queue->letters_due += ours;
        loading->queue->letters_blocked += ours && reminder->block != NULL;
    }
    return true;
}

/* --- The whole list ------------------------------------------------------------------------------------- */

static char **filter_words(const char *typed)
{
    if (typed == NULL || *typed == '\0')
        return NULL;
    g_autofree char *folded = text_fold(typed);
    return g_strsplit(g_strstrip(folded), " ", -1);
}

Queue *queue_load(Desk *desk, const QueueOptions *options, GError **error)
{
    Queue *queue = g_new0(Queue, 1);
    queue->rows = g_ptr_array_new_with_free_func(row_free);
    queue->next_callback = (Moment){DAY_NONE, MINUTE_NONE};
    Loading loading = {.desk = desk,
                       .options = options,
                       .queue = queue,
                       .now = clock_now(),
                       .agent = options->agent != NULL ? options->agent : desk->agent,
                       .words = filter_words(options->words),
                       .pin_minutes = (int)settings_number(desk->settings, "alarm", "pin_minutes"),
                       .late_minutes = (int)settings_number(desk->settings, "alarm", "late_minutes")};
    calendar_caps(desk->calendar, settings_text(desk->settings, "belronde", "contact_hours"), &loading.day_cap,
                  &loading.week_cap);
    bool good = load_letters(&loading, error) && load_due(&loading, error);
    int waiting = (int)queue->rows->len;
    good = good && load_done(&loading, error);
    g_strfreev(loading.words);
    reminders_clear(&loading.letters);
    if (!good) {
        queue_free(queue);
        return NULL;
    }
    queue->due = waiting + queue->done;
    queue_sort(queue, SORT_DEFAULT, false);
    return queue;
}

gint64 queue_next(Desk *desk, const Queue *queue, gint64 customer_id)
{
    guint start = 0;
    for (guint i = 0; i < queue->rows->len; i++) {
        if (((const QueueRow *)g_ptr_array_index(queue->rows, i))->customer_id == customer_id)
            start = i + 1;
    }
    for (guint step = 0; step < queue->rows->len; step++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, (start + step) % queue->rows->len);
        g_autofree char *colleague = store_lease_holder(desk->store, row->customer_id);
        bool callable = row->state == QUEUE_PINNED || (row->state == QUEUE_CALL && !row->dim);
        if (callable && colleague == NULL && row->customer_id != customer_id)
            return row->customer_id;
    }
    return 0;
}
