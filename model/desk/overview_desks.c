/* The part of the overview that is about people: desks, promises kept to them, what needs somebody. */
#include "desk/overview_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include <string.h>

enum { NEEDS_SHOWN = 40, BROKEN_MANY = 2, YEAR = 365 };

OverviewDesk *overview_desk(Viewing *viewing, const char *agent)
{
    GPtrArray *desks = viewing->overview->desks;
    for (guint i = 0; i < desks->len; i++) {
        OverviewDesk *row = g_ptr_array_index(desks, i);
        if (g_str_equal(row->agent, agent))
            return row;
    }
    OverviewDesk *row = g_new0(OverviewDesk, 1);
    row->agent = g_strdup(agent);
    row->kept_percent = -1;
    g_ptr_array_add(desks, row);
    return row;
}

/* --- Today ---------------------------------------------------------------------------------------------- */

/* Whose a contact is: a task's owner, else the customer's controller, else nobody's in particular.  A letter that is
 * planned is no call. */
static const char due_sql[] =
    "SELECT coalesce(nullif(t.owner, ''), a.name, '') AS agent, count(DISTINCT t.customer_id) AS due,"
    "       count(CASE WHEN t.timed = 1 AND t.day = :today THEN 1 END) AS callbacks,"
    "       count(CASE WHEN t.timed = 1 AND (t.day < :today OR t.minute < :minute) THEN 1 END) AS late"
    "  FROM touchpoint t JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = c.agent_id"
    " WHERE t.closed_event IS NULL AND t.day <= :today AND c.not_callable IS NULL AND c.restricted = 0"
    "   AND :letters NOT LIKE '% ' || t.reason || ' %' GROUP BY 1";

static bool due_load(Viewing *viewing, GError **error)
{
    Now now = clock_now();
    g_autoptr(Query) query = store_query(viewing->desk->store, due_sql,
                                         BINDS(DAY("today", viewing->today), INTEGER("minute", now.minute),
                                               TEXT("letters", cadence_letter_names(viewing->desk->cadence))),
                                         error);
    while (query != NULL && query_next(query)) {
        OverviewDesk *row = overview_desk(viewing, query_text(query, "agent"));
        row->due = (int)query_integer(query, "due");
        row->open_callbacks = (int)query_integer(query, "callbacks");
        row->late_callbacks = (int)query_integer(query, "late");
    }
    return query != NULL && query_finish(query, error);
}

static const char done_sql[] =
    "SELECT a.name AS agent, e.outcome, count(DISTINCT e.customer_id) AS customers, count(*) AS calls"
    "  FROM event e JOIN agent a ON a.id = e.agent_id"
    " WHERE e.day = :today AND e.kind = 'call' AND e.outcome IS NOT NULL"
    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) GROUP BY a.name, e.outcome";

static bool done_load(Viewing *viewing, GError **error)
{
    g_autoptr(Query) query = store_query(viewing->desk->store, done_sql, BINDS(DAY("today", viewing->today)), error);
    while (query != NULL && query_next(query)) {
        const Outcome *outcome = playbook_outcome(viewing->desk->playbook, query_text(query, "outcome"));
        OverviewDesk *row = overview_desk(viewing, query_text(query, "agent"));
        int customers = (int)query_integer(query, "customers");
        row->done += customers;
        row->due += customers;
        if (outcome != NULL && outcome->contact == OUTCOME_RIGHT_PARTY)
            row->reached += (int)query_integer(query, "calls");
    }
    return query != NULL && query_finish(query, error);
}

static bool promised_load(Viewing *viewing, GError **error)
{
    g_autoptr(Query) query =
        store_query(viewing->desk->store,
                    "SELECT a.name AS agent, sum(p.amount) AS promised FROM promise p JOIN event e ON e.id = p.event_id"
                    "  JOIN agent a ON a.id = e.agent_id"
                    " WHERE e.day = :today AND p.currency = :currency AND p.kind <> 'paid'"
                    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) GROUP BY a.name",
                    BINDS(DAY("today", viewing->today), TEXT("currency", viewing->overview->currency)), error);
    while (query != NULL && query_next(query))
        overview_desk(viewing, query_text(query, "agent"))->promised = query_integer(query, "promised");
    return query != NULL && query_finish(query, error);
}

static gint compare_desks(gconstpointer a, gconstpointer b)
{
    const OverviewDesk *one = *(OverviewDesk *const *)a, *other = *(OverviewDesk *const *)b;
    bool nobody = *one->agent == '\0', other_nobody = *other->agent == '\0';
    return nobody != other_nobody ? (nobody ? 1 : -1) : g_utf8_collate(one->agent, other->agent);
}

bool overview_desks(Viewing *viewing, GError **error)
{
    return due_load(viewing, error) && done_load(viewing, error) && promised_load(viewing, error);
}

/* --- Promises kept -------------------------------------------------------------------------------------- */

/* How many of the promises that fell due were kept. */
typedef struct {
    int kept, judged;
} Score;

typedef struct {
    Viewing *viewing;
    gint64 customer_id;
    GPtrArray *promises; /* of that customer; NULL before the first */
    GHashTable *desks;   /* char * agent → Score */
    Score now, before;
} Judging;

static int percent(const Score *score)
{
    return score->judged > 0 ? (score->kept * 100 + score->judged / 2) / score->judged : -1;
}

static void score_add(Score *score, bool kept)
{
    score->kept += kept;
    score->judged++;
}

static const Promise *promise_find(const GPtrArray *promises, gint64 id)
{
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->id == id)
            return promise;
    }
    return NULL;
}

static bool is_kept(const Promise *promise)
{
    return promise->state == PROMISE_KEPT || promise->state == PROMISE_KEPT_LATE;
}

static bool is_broken(const Promise *promise)
{
    return promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY;
}

static void promise_judge(Judging *judging, const Promise *promise, const char *agent)
{
    if (promise == NULL || (!is_kept(promise) && !is_broken(promise)))
        return;
    bool recent = day_minus(judging->viewing->today, promise->deadline) < OVERVIEW_WINDOW;
    score_add(recent ? &judging->now : &judging->before, is_kept(promise));
    if (!recent)
        return;
    Score *score = g_hash_table_lookup(judging->desks, agent);
    if (score == NULL) {
        score = g_new0(Score, 1);
        g_hash_table_insert(judging->desks, g_strdup(agent), score);
    }
    score_add(score, is_kept(promise));
}

/* A broken instalment, or several broken promises within a year: somebody must decide how to go on. */
static bool customer_needs(Judging *judging, GError **error)
{
    int broken = 0, recent = 0, parts = 0;
    for (guint i = 0; i < judging->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(judging->promises, i);
        int ago = day_minus(judging->viewing->today, promise->deadline);
        if (!is_broken(promise) || ago >= YEAR)
            continue;
        broken++;
        recent += ago < OVERVIEW_WINDOW;
        parts += ago < OVERVIEW_WINDOW && g_str_equal(promise->kind, "instalment");
    }
    if (parts > 0 &&
        !overview_need(judging->viewing, judging->customer_id,
                       g_strdup_printf(NP_("%d part of a plan missed", "%d parts of a plan missed", parts), parts),
                       error))
        return false;
    return parts > 0 || recent == 0 || broken < BROKEN_MANY ||
           overview_need(judging->viewing, judging->customer_id, g_strdup_printf(_("%d promises not kept"), broken),
                         error);
}

static bool customer_next(Judging *judging, gint64 customer_id, GError **error)
{
    if (customer_id == judging->customer_id)
        return true;
    if (judging->promises != NULL && !customer_needs(judging, error))
        return false;
    g_clear_pointer(&judging->promises, g_ptr_array_unref);
    judging->customer_id = customer_id;
    if (customer_id != 0)
        judging->promises = desk_promises(judging->viewing->desk, customer_id, error);
    return customer_id == 0 || judging->promises != NULL;
}

static bool promises_walk(Judging *judging, GError **error)
{
    Day today = judging->viewing->today;
    g_autoptr(Query) query =
        store_query(judging->viewing->desk->store,
                    "SELECT p.id, p.customer_id, a.name AS agent FROM promise p JOIN event e ON e.id = p.event_id"
                    "  JOIN agent a ON a.id = e.agent_id WHERE p.deadline > :since AND p.deadline <= :today"
                    " ORDER BY p.customer_id, p.id",
                    BINDS(DAY("since", day_plus(today, -2 * OVERVIEW_WINDOW)), DAY("today", today)), error);
    while (query != NULL && query_next(query)) {
        if (!customer_next(judging, query_integer(query, "customer_id"), error))
            return false;
        promise_judge(judging, promise_find(judging->promises, query_integer(query, "id")), query_text(query, "agent"));
    }
    return query != NULL && query_finish(query, error) && customer_next(judging, 0, error);
}

bool overview_promises(Viewing *viewing, GError **error)
{
    Overview *overview = viewing->overview;
    g_autoptr(GHashTable) scores = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Judging judging = {.viewing = viewing, .desks = scores};
    bool good = promises_walk(&judging, error);
    g_clear_pointer(&judging.promises, g_ptr_array_unref);
    if (!good)
        return false;
    overview->kept_percent = percent(&judging.now);
    overview->kept_percent_before = percent(&judging.before);
    GHashTableIter walk;
    gpointer agent, score;
    g_hash_table_iter_init(&walk, scores);
    while (g_hash_table_iter_next(&walk, &agent, &score))
        overview_desk(viewing, agent)->kept_percent = percent(score);
    g_ptr_array_sort(overview->desks, compare_desks);
    return true;
}

/* --- What needs somebody -------------------------------------------------------------------------------- */

static bool need_money(Viewing *viewing, OverviewNeed *need, GError **error)
{
    g_autoptr(GArray) lines = money_lines(viewing->desk->store, need->customer_id, viewing->today, error);
    for (guint i = 0; lines != NULL && i < lines->len; i++) {
        const MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        if (strcmp(line->currency, viewing->overview->currency) == 0) {
            need->amount = line->open;
            need->days = line->days_oldest;
        }
    }
    return lines != NULL;
}

bool overview_need(Viewing *viewing, gint64 customer_id, char *text, GError **error)
{
    g_autofree char *words = text;
    GPtrArray *needs = viewing->overview->needs;
    for (guint i = 0; i < needs->len; i++) {
        OverviewNeed *need = g_ptr_array_index(needs, i);
        if (need->customer_id != customer_id)
            continue;
        char *both = g_strdup_printf("%s; %s", need->text, words);
        g_free(need->text);
        need->text = both;
        return true;
    }
    OverviewNeed *need = g_new0(OverviewNeed, 1);
    g_ptr_array_add(needs, need);
    need->customer_id = customer_id;
    need->text = g_steal_pointer(&words);
    return store_text(viewing->desk->store, "SELECT number FROM customer WHERE id = :id",
                      BINDS(INTEGER("id", customer_id)), &need->number, error) &&
           store_text(viewing->desk->store, "SELECT name FROM customer WHERE id = :id",
                      BINDS(INTEGER("id", customer_id)), &need->name, error) &&
           need_money(viewing, need, error);
}

/* Each statement gives customer, days past and a name; the words take days and name in that order. */
static const struct {
    const char *sql, *words; /* msgid: %d days, %s who */
} OVERDUE[] = {
    {"SELECT d.customer_id, :today - d.deadline AS days, coalesce(nullif(d.owner, ''), a.name) AS who FROM dispute d"
     "  JOIN item i ON i.id = d.item_id JOIN event e ON e.id = d.event_id JOIN agent a ON a.id = e.agent_id"
     " WHERE d.deadline < :today AND i.state = 'open'"
     "   AND " DISPUTE_IS_LIVE("d") " ORDER BY d.deadline LIMIT 40",
     N_("dispute %d days late, %s")},
    {"SELECT t.customer_id, :today - t.day AS days, t.owner AS who FROM touchpoint t"
     " WHERE t.closed_event IS NULL AND t.owner <> '' AND t.day < :today AND t.dispute_id IS NULL"
     " ORDER BY t.day LIMIT 40",
     N_("task %d days late, %s")},
};

static bool overdue_load(Viewing *viewing, size_t row, GError **error)
{
    g_autoptr(Query) query =
        store_query(viewing->desk->store, OVERDUE[row].sql, BINDS(DAY("today", viewing->today)), error);
    while (query != NULL && query_next(query)) {
        char *words =
            g_strdup_printf(_(OVERDUE[row].words), (int)query_integer(query, "days"), query_text(query, "who"));
        if (!overview_need(viewing, query_integer(query, "customer_id"), words, error))
            return false;
    }
    return query != NULL && query_finish(query, error);
}

static const char callbacks_sql[] =
    "SELECT customer_id, day, minute FROM touchpoint WHERE closed_event IS NULL AND timed = 1 AND day <= :today"
    "   AND (day < :today OR minute < :minute) ORDER BY day, minute LIMIT 40";

/* So late that anyone may take them. */
static bool callbacks_load(Viewing *viewing, GError **error)
{
    int patience = (int)settings_number(viewing->desk->settings, "alarm", "late_minutes");
    int since = MAX(0, clock_now().minute - patience);
    g_autoptr(Query) query = store_query(viewing->desk->store, callbacks_sql,
                                         BINDS(DAY("today", viewing->today), INTEGER("minute", since)), error);
    while (query != NULL && query_next(query)) {
        g_autofree char *when = moment_words((Moment){query_day(query, "day"), query_minute(query, "minute")});
        if (!overview_need(viewing, query_integer(query, "customer_id"),
                           g_strdup_printf(_("callback of %s not made"), when), error))
            return false;
    }
    return query != NULL && query_finish(query, error);
}

static gint compare_needs(gconstpointer a, gconstpointer b)
{
    const OverviewNeed *one = *(OverviewNeed *const *)a, *other = *(OverviewNeed *const *)b;
    if (one->amount != other->amount)
        return one->amount > other->amount ? -1 : 1;
    return g_strcmp0(one->number, other->number);
}

bool overview_needs(Viewing *viewing, GError **error)
{
    GPtrArray *needs = viewing->overview->needs;
    for (size_t i = 0; i < G_N_ELEMENTS(OVERDUE); i++)
        if (!overdue_load(viewing, i, error))
            return false;
    if (!callbacks_load(viewing, error))
        return false;
    g_ptr_array_sort(needs, compare_needs);
    if (needs->len > NEEDS_SHOWN)
        g_ptr_array_set_size(needs, NEEDS_SHOWN);
    return true;
}
