/* The story of a customer in one list: calls, notes, letters and receipts, newest first. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/event.h"
#include "ledger/account.h"
#include <string.h>

static void timeline_row_free(gpointer data)
{
    TimelineRow *row = data;
    g_free(row->agent);
    g_free(row->letter);
    g_free(row->text);
    g_free(row->note);
    g_free(row);
}

/* Events that are no call with an outcome say what they are in one word. */
static const struct {
    const char *kind, *text;
} kinds[] = {
    {"call", N_("call without outcome")},
    {"note", N_("note")},
    {"letter", N_("letter")},
    {"skip", N_("put to the end of the day")},
    {"snooze", N_("snoozed")},
    {"undo", N_("undone")},
    {"settled", N_("paid: nothing left to ask")},
    {"returned", N_("payment returned by the bank")},
    {"confirmed", N_("receipt assigned")},
};

static const char *kind_text(const char *kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_str_equal(kinds[i].kind, kind))
            return _(kinds[i].text);
    }
    return kind;
}

/* The answers that say most come first in the playbook: "summary" is stored with every logged outcome. */
static char *event_text(Desk *desk, Query *query)
{
    const char *summary = query_text(query, "summary"), *slug = query_text(query, "outcome");
    if (*summary != '\0')
        return text_clean(summary);
    const Outcome *outcome = *slug != '\0' ? playbook_outcome(desk->playbook, slug) : NULL;
    if (outcome != NULL)
        return g_strdup(outcome->short_label);
    return g_strdup(*slug != '\0' ? slug : kind_text(query_text(query, "kind")));
}

/* What became of what was promised in one call; of a plan how many parts. */
typedef struct {
    const Promise *last;
    int count, kept, missed;
} Kept;

static Kept kept_of(const GPtrArray *promises, gint64 event_id)
{
    Kept kept = {0};
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->event_id != event_id)
            continue;
        kept.last = promise;
        kept.count++;
        kept.kept += promise->state == PROMISE_KEPT || promise->state == PROMISE_KEPT_LATE;
        kept.missed += promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY;
    }
    return kept;
}

static char *promise_words(const Promise *promise)
{
    static const char *const words[] = {
        [PROMISE_KEPT] = N_("kept"),           [PROMISE_KEPT_LATE] = N_("kept late"), [PROMISE_BROKEN] = N_("not kept"),
        [PROMISE_WITHDRAWN] = N_("withdrawn"), [PROMISE_SUPERSEDED] = N_("replaced"),
    };
    g_autofree char *received = money_text(promise->received);
    if (promise->state == PROMISE_PARTLY)
        return g_strdup_printf(_("partly kept (%s)"), received);
    if (promise->state == PROMISE_OPEN && promise->received > 0)
        return g_strdup_printf(_("%s came in"), received);
    if (promise->state == PROMISE_BROKEN && !g_str_equal(promise->kind, "promise"))
        return g_strdup(_("not seen at the bank")); /* a cheque, a payment he says he made, a part of a plan */
    const char *word = promise->state < G_N_ELEMENTS(words) ? words[promise->state] : NULL;
    return g_strdup(word != NULL ? _(word) : "");
}

static char *kept_words(const GPtrArray *promises, gint64 event_id)
{
    Kept kept = kept_of(promises, event_id);
    if (kept.count > 1 && kept.missed > 0)
        return g_strdup_printf(_("%d of %d kept, %d missed"), kept.kept, kept.count, kept.missed);
    if (kept.count > 1)
        return kept.kept > 0 ? g_strdup_printf(_("%d of %d kept"), kept.kept, kept.count) : g_strdup("");
    return kept.count == 1 ? promise_words(kept.last) : g_strdup("");
}

static TimelineRow *event_row(Desk *desk, const GPtrArray *promises, Query *query)
{
    TimelineRow *row = g_new0(TimelineRow, 1);
    const char *slug = query_text(query, "outcome");
    const Outcome *outcome = *slug != '\0' ? playbook_outcome(desk->playbook, slug) : NULL;
    row->event_id = query_integer(query, "id");
    row->when = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    row->agent = query_dup(query, "agent");
    row->letter = g_strdup(outcome != NULL ? outcome->letter : "");
    g_autofree char *text = event_text(desk, query), *kept = kept_words(promises, row->event_id);
    row->text = *kept != '\0' ? g_strdup_printf("%s: %s", text, kept) : g_steal_pointer(&text);
    row->note = text_clean_lines(query_text(query, "note"));
    row->undone = query_integer(query, "undone") != 0;
    return row;
}

static bool add_events(Desk *desk, gint64 customer_id, const GPtrArray *promises, int limit, GPtrArray *rows,
                       GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT e.id, e.kind, e.outcome, e.day, e.minute, a.name AS agent,"
                    "       EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) AS undone,"
                    "       (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'summary') AS summary,"
                    "       (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'note') AS note"
                    "  FROM event e JOIN agent a ON a.id = e.agent_id"
                    " WHERE e.customer_id = :customer AND e.kind <> 'undo'"
                    " ORDER BY e.id DESC LIMIT :most",
                    BINDS(INTEGER("customer", customer_id), INTEGER("most", limit)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(rows, event_row(desk, promises, query));
    return query != NULL && query_finish(query, error);
}

static TimelineRow *payment_row(Query *query)
{
    TimelineRow *row = g_new0(TimelineRow, 1);
    Cents amount = query_integer(query, "amount");
    g_autofree char *money = money_text_currency(ABS(amount), query_text(query, "currency"));
    row->when = (Moment){query_day(query, "day"), MINUTE_NONE};
    row->agent = g_strdup("");
    row->letter = g_strdup("");
    row->text = g_strdup_printf(amount < 0 ? _("returned by the bank: %s") : _("received: %s"), money);
    row->note = text_clean(query_text(query, "text"));
    return row;
}

static bool add_payments(Desk *desk, gint64 customer_id, int limit, GPtrArray *rows, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT p.day, p.amount, p.currency, p.text FROM payment_match m JOIN payment p ON p.id = m.payment_id"
        " WHERE m.customer_id = :customer AND m.state IN ('matched', 'on_account', 'duplicate', 'reversal')"
        " ORDER BY p.day DESC, p.id DESC LIMIT :most",
        BINDS(INTEGER("customer", customer_id), INTEGER("most", limit)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(rows, payment_row(query));
    return query != NULL && query_finish(query, error);
}

/* Newest first; a receipt has no hour and stands above the calls of its day, for it was there before them. */
static int compare_rows(gconstpointer a, gconstpointer b)
{
    const TimelineRow *x = *(TimelineRow *const *)a, *y = *(TimelineRow *const *)b;
    int by_day = day_compare(y->when.day, x->when.day);
    if (by_day != 0)
        return by_day;
    if (x->when.minute != y->when.minute)
        return y->when.minute - x->when.minute;
    return (y->event_id > x->event_id) - (y->event_id < x->event_id);
}

GPtrArray *timeline_of(Desk *desk, gint64 customer_id, const GPtrArray *promises, int limit, GError **error)
{
    int most = limit > 0 ? limit : G_MAXINT;
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(timeline_row_free);
    if (!add_events(desk, customer_id, promises, most, rows, error) ||
        !add_payments(desk, customer_id, most, rows, error))
        return NULL;
    g_ptr_array_sort(rows, compare_rows);
    if (limit > 0 && rows->len > (guint)limit)
        g_ptr_array_set_size(rows, limit);
    return g_steal_pointer(&rows);
}
