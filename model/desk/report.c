#include "desk/report.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/event.h"
#include "desk/touchpoint.h"
#include "ledger/account.h"
#include <string.h>

/* Calls of the day that stand; :agent NULL takes everybody's. */
#define CALLS_OF_DAY                                                                                                   \
    "  FROM event e JOIN agent a ON a.id = e.agent_id JOIN customer c ON c.id = e.customer_id"                         \
    " WHERE e.day = :day AND e.kind = 'call' AND (:agent IS NULL OR a.name = :agent)"                                  \
    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"

static void outcome_free(gpointer data)
{
    ReportOutcome *row = data;
    g_free(row->slug);
    g_free(row->letter);
    g_free(row->label);
    g_free(row->next);
    g_free(row);
}

static void line_free(gpointer data)
{
    ReportLine *line = data;
    char *const strings[] = {line->agent,  line->customer, line->number, line->outcome,
                             line->letter, line->text,     line->note};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_free(line);
}

void report_free(Report *report)
{
    if (report == NULL)
        return;
    g_free(report->agent);
    g_free(report->head);
    g_ptr_array_unref(report->outcomes);
    g_ptr_array_unref(report->lines);
    g_free(report);
}

/* --- Calls and lines ------------------------------------------------------------------------------------ */

static const char *outcome_words(const Outcome *outcome, const char *slug)
{
    return outcome != NULL ? outcome->short_label : *slug != '\0' ? slug : _("no outcome logged");
}

static void take_call(Report *report, Desk *desk, Query *query)
{
    const char *slug = query_text(query, "outcome");
    const Outcome *outcome = *slug != '\0' ? playbook_outcome(desk->playbook, slug) : NULL;
    ReportLine *line = g_new0(ReportLine, 1);
    const char *summary = query_text(query, "summary");
    line->when = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    line->customer_id = query_integer(query, "customer_id");
    line->agent = text_clean(query_text(query, "agent"));
    line->outcome = g_strdup(slug);
    line->customer = text_clean(query_text(query, "name"));
    line->number = query_dup(query, "number");
    line->letter = g_strdup(outcome != NULL ? outcome->letter : "");
    line->text = text_clean(*summary != '\0' ? summary : outcome_words(outcome, slug));
    line->note = text_clean(query_text(query, "note"));
    line->amount = query_integer(query, "amount");
    g_strlcpy(line->currency, query_text(query, "currency"), sizeof line->currency);
    g_ptr_array_add(report->lines, line);
    report->calls++;
    report->logged += *slug != '\0';
    report->reached += outcome != NULL && outcome->contact == OUTCOME_RIGHT_PARTY;
    report->talk_seconds += (int)query_integer(query, "duration");
}

static bool load_calls(Report *report, Desk *desk, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT e.day, e.minute, e.outcome, e.amount, e.currency, e.duration, e.customer_id, a.name AS agent,"
        "       c.name AS name, c.number,"
        "       (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'summary') AS summary,"
        "       (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'note') AS note" CALLS_OF_DAY
        " ORDER BY e.id",
        BINDS(DAY("day", report->day), TEXT("agent", report->agent)), error);
    while (query != NULL && query_next(query))
        take_call(report, desk, query);
    return query != NULL && query_finish(query, error);
}

/* --- Outcomes and what follows -------------------------------------------------------------------------- */

/* "5 Fri 27/02, 2 Mon 02/03" from the touchpoints the day's calls planned. */
static char *next_touchpoints(Report *report, Desk *desk, const char *slug, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT t.day, count(*) AS many FROM touchpoint t WHERE t.created_event IN"
        " (SELECT e.id" CALLS_OF_DAY " AND coalesce(e.outcome, '') = :slug) GROUP BY t.day ORDER BY t.day LIMIT 4",
        BINDS(DAY("day", report->day), TEXT("agent", report->agent), TEXT("slug", slug)), error);
    while (query != NULL && query_next(query)) {
        g_autofree char *day = day_weekday_short(query_day(query, "day"));
        gint64 many = query_integer(query, "many");
        g_string_append(text, text->len > 0 ? ", " : "");
        if (many > 1)
            g_string_append_printf(text, "%" G_GINT64_FORMAT " ", many);
        g_string_append(text, day);
    }
    return query != NULL && query_finish(query, error) ? g_strdup(text->str) : NULL;
}

/* Counted from the lines, so that their sum is the total whatever the playbook knows today. */
static ReportOutcome *outcome_row(Report *report, const Outcome *outcome, const char *slug)
{
    for (guint i = 0; i < report->outcomes->len; i++) {
        ReportOutcome *row = g_ptr_array_index(report->outcomes, i);
        if (g_str_equal(row->slug, slug))
            return row;
    }
    ReportOutcome *row = g_new0(ReportOutcome, 1);
    row->slug = g_strdup(slug);
    row->letter = g_strdup(outcome != NULL ? outcome->letter : "");
    row->label = text_clean(outcome_words(outcome, slug));
    g_ptr_array_add(report->outcomes, row);
    return row;
}

static void count_outcomes(Report *report, const Desk *desk)
{
    for (guint i = 0; i < report->lines->len; i++) {
        const ReportLine *line = g_ptr_array_index(report->lines, i);
        const Outcome *outcome = *line->outcome != '\0' ? playbook_outcome(desk->playbook, line->outcome) : NULL;
        ReportOutcome *row = outcome_row(report, outcome, line->outcome);
        row->calls++;
        row->amount += g_str_equal(line->currency, report->currency) ? line->amount : 0;
    }
}

static size_t place_of(const Desk *desk, const char *slug)
{
    size_t count = 0;
    const Outcome *const *outcomes = playbook_outcomes(desk->playbook, &count);
    for (size_t i = 0; i < count; i++) {
        if (g_str_equal(outcomes[i]->slug, slug))
            return i;
    }
    return count + (*slug == '\0');
}

static gint compare_outcomes(gconstpointer a, gconstpointer b, gpointer desk)
{
    size_t one = place_of(desk, (*(ReportOutcome *const *)a)->slug);
    size_t other = place_of(desk, (*(ReportOutcome *const *)b)->slug);
    return (one > other) - (one < other);
}

static bool load_outcomes(Report *report, Desk *desk, GError **error)
{
    count_outcomes(report, desk);
    g_ptr_array_sort_with_data(report->outcomes, compare_outcomes, desk);
    for (guint i = 0; i < report->outcomes->len; i++) {
        ReportOutcome *row = g_ptr_array_index(report->outcomes, i);
        row->next = next_touchpoints(report, desk, row->slug, error);
        if (row->next == NULL)
            return false;
    }
    return true;
}

/* --- Counts --------------------------------------------------------------------------------------------- */

/* Customers of the lines whose next step is missing, as the list of today sees it now: must be 0. */
static bool count_without_next(Report *report, Desk *desk, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < report->lines->len; i++) {
        ReportLine *line = g_ptr_array_index(report->lines, i);
        bool ensured = true;
        if (!g_hash_table_add(seen, &line->customer_id))
            continue;
        if (!touchpoint_is_ensured(desk, line->customer_id, &ensured, error))
            return false;
        report->without_next += !ensured;
    }
    return true;
}

static const char follow_ups_sql[] =
    "SELECT count(*) FROM touchpoint t WHERE t.created_event IN (SELECT e.id" CALLS_OF_DAY ")";

/* Agreed callbacks of the day that were rung late or not at all. */
static const char late_callbacks_sql[] =
    "SELECT count(*) FROM touchpoint t JOIN customer c ON c.id = t.customer_id"
    "  LEFT JOIN agent a ON a.id = c.agent_id LEFT JOIN event e ON e.id = t.closed_event"
    " WHERE t.timed = 1 AND t.day = :day AND (:agent IS NULL OR a.name IS NULL OR a.name = :agent)"
    "   AND ((e.id IS NULL AND (t.day < :today OR t.minute < :minute))"
    "     OR (e.kind = 'call' AND (e.day > t.day OR (e.day = t.day AND e.minute > t.minute + 5))))";

static const char not_reached_sql[] =
    "SELECT count(DISTINCT t.customer_id) FROM touchpoint t JOIN customer c ON c.id = t.customer_id"
    "  LEFT JOIN agent a ON a.id = c.agent_id"
    " WHERE t.closed_event IS NULL AND t.day <= :day AND t.owner = ''"
    "   AND c.not_callable IS NULL AND c.restricted = 0 AND (:agent IS NULL OR a.name IS NULL OR a.name = :agent)"
    "   AND :letters NOT LIKE '% ' || t.reason || ' %'"; /* a letter that is planned is no call */

static bool count_into(Report *report, Desk *desk, const char *sql, int *count, GError **error)
{
    gint64 value = 0;
    if (!store_value(desk->store, sql, BINDS(DAY("day", report->day), TEXT("agent", report->agent)), 0, &value, error))
        return false;
    *count = (int)value;
    return true;
}

static bool not_reached_count(Report *report, Desk *desk, GError **error)
{
    gint64 value = 0;
    if (!store_value(desk->store, not_reached_sql,
                     BINDS(DAY("day", report->day), TEXT("agent", report->agent),
                           TEXT("letters", cadence_letter_names(desk->cadence))),
                     0, &value, error))
        return false;
    report->not_reached_due = (int)value;
    return true;
}

static bool load_counts(Report *report, Desk *desk, GError **error)
{
    Now now = clock_now();
    gint64 late = 0;
    if (!count_without_next(report, desk, error) ||
        !count_into(report, desk, follow_ups_sql, &report->follow_ups, error) ||
        !not_reached_count(report, desk, error) ||
        !store_value(desk->store, late_callbacks_sql,
                     BINDS(DAY("day", report->day), TEXT("agent", report->agent), DAY("today", now.day),
                           INTEGER("minute", now.minute)),
                     0, &late, error))
        return false;
    report->late_callbacks = (int)late;
    return store_value(desk->store,
                       "SELECT coalesce(sum(amount), 0) FROM payment WHERE imported_day = :day AND amount > 0"
                       " AND currency = :currency",
                       BINDS(DAY("day", report->day), TEXT("currency", report->currency)), 0, &report->received, error);
}

/* --- Promises ------------------------------------------------------------------------------------------- */

static void take_promise(Report *report, const Promise *promise)
{
    bool kept = promise->state == PROMISE_KEPT || promise->state == PROMISE_KEPT_LATE;
    bool broken = promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY;
    bool ours = g_str_equal(promise->currency, report->currency);
    report->promises_due++;
    report->promises_kept += kept;
    report->promises_broken += broken;
    report->kept_amount += kept && ours ? promise->amount : 0;
    report->broken_amount += broken && ours ? promise->amount - promise->received : 0;
}

/* Judged on the morning after the grace: the deadline is the day they fall due for us. */
static bool judge_promise(Report *report, Desk *desk, gint64 customer_id, gint64 promise_id, GError **error)
{
    Cents tolerance = settings_number(desk->settings, "promise", "tolerance_cents");
    int permille = (int)settings_number(desk->settings, "promise", "tolerance_permille");
    g_autoptr(GPtrArray) promises = promises_of(desk->store, customer_id, report->day, tolerance, permille, error);
    for (guint i = 0; promises != NULL && i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        bool void_one = promise->state == PROMISE_UNDONE || promise->state == PROMISE_WITHDRAWN ||
                        promise->state == PROMISE_SUPERSEDED;
        if (promise->id == promise_id && !void_one)
            take_promise(report, promise);
    }
    return promises != NULL;
}

static bool load_promises(Report *report, Desk *desk, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT p.id, p.customer_id FROM promise p JOIN event e ON e.id = p.event_id"
                                         "  JOIN agent a ON a.id = e.agent_id"
                                         " WHERE p.deadline = :day AND (:agent IS NULL OR a.name = :agent)",
                                         BINDS(DAY("day", report->day), TEXT("agent", report->agent)), error);
    while (query != NULL && query_next(query)) {
        if (!judge_promise(report, desk, query_integer(query, "customer_id"), query_integer(query, "id"), error))
            return false;
    }
    return query != NULL && query_finish(query, error);
}

/* The anchor for the paper copy: what is printed and signed cannot be rewritten unnoticed. */
static bool load_head(Report *report, Desk *desk, GError **error)
{
    gint64 count = 0;
    g_autofree char *hash = NULL;
    if (!store_value(desk->store, "SELECT count(*) FROM event", NO_BINDS, 0, &count, error) ||
        !store_text(desk->store, "SELECT hash FROM event ORDER BY id DESC LIMIT 1", NO_BINDS, &hash, error))
        return false;
    size_t length = hash != NULL ? strlen(hash) : 0;
    report->head = g_strdup_printf("%" G_GINT64_FORMAT " %s", count, length > 16 ? hash + length - 16 : "-");
    return true;
}

Report *report_load(Desk *desk, Day day, const char *agent, GError **error)
{
    Report *report = g_new0(Report, 1);
    report->day = day;
    report->agent = g_strdup(agent);
    g_strlcpy(report->currency, settings_text(desk->settings, "import", "currency"), sizeof report->currency);
    report->outcomes = g_ptr_array_new_with_free_func(outcome_free);
    report->lines = g_ptr_array_new_with_free_func(line_free);
    bool good = store_snapshot_begin(desk->store, error);
    if (good) {
        good = load_calls(report, desk, error) && load_outcomes(report, desk, error) &&
               load_counts(report, desk, error) && load_promises(report, desk, error) && load_head(report, desk, error);
        store_snapshot_end(desk->store);
    }
    if (!good)
        g_clear_pointer(&report, report_free);
    return report;
}
