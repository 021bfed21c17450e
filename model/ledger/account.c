#include "ledger/account.h"

#include <string.h>

/* --- One line per currency ------------------------------------------------------------------------------ */

static MoneyLine *line_of(GArray *lines, const char *currency)
{
    for (guint i = 0; i < lines->len; i++) {
        MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        if (strcmp(line->currency, currency) == 0)
            return line;
    }
    MoneyLine line = {0};
    g_strlcpy(line.currency, currency, sizeof line.currency);
    g_array_append_val(lines, line);
    return &g_array_index(lines, MoneyLine, lines->len - 1);
}

typedef struct {
    char currency[4];
    OpenAge age;
} Aged;

static void invoice_count(GArray *lines, GArray *aged, Query *query, Day today)
{
    MoneyLine *line = line_of(lines, query_text(query, "currency"));
    Aged one = {.age = {query_day(query, "asked_from"), query_integer(query, "open")}};
    Day collect = query_day(query, "collect_day");
    g_strlcpy(one.currency, line->currency, sizeof one.currency);
    g_array_append_val(aged, one);
    line->open += one.age.open;
    line->invoices++;
    if (day_known(collect) && day_compare(collect, today) >= 0)
        line->collecting += one.age.open;
    int late = day_minus(today, one.age.due);
    if (late <= 0)
        return;
    line->overdue += one.age.open;
    line->overdue_invoices++;
    line->days_oldest = MAX(line->days_oldest, late);
}

static void ages_weigh(GArray *lines, const GArray *aged, Day today)
{
    g_autoptr(GArray) ages = g_array_new(FALSE, FALSE, sizeof(OpenAge));
    for (guint l = 0; l < lines->len; l++) {
        MoneyLine *line = &g_array_index(lines, MoneyLine, l);
        g_array_set_size(ages, 0);
        for (guint i = 0; i < aged->len; i++) {
            const Aged *one = &g_array_index(aged, Aged, i);
            if (strcmp(one->currency, line->currency) == 0)
                g_array_append_val(ages, one->age);
        }
        line->days_weighted = overdue_days_weighted((const OpenAge *)(void *)ages->data, ages->len, today);
    }
}

static bool items_count(GArray *lines, Store *store, gint64 customer_id, Day today, GError **error)
{
    g_autoptr(GArray) aged = g_array_new(FALSE, FALSE, sizeof(Aged));
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT i.kind, i.currency, i.open," ITEM_ASKED_FROM " AS asked_from," ITEM_COLLECT_DAY
                    " AS collect_day," ITEM_IS_BANKED " AS banked"
                    " FROM item i WHERE i.customer_id = :customer AND i.state = 'open' ORDER BY i.due, i.id",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        if (strcmp(query_text(query, "kind"), "invoice") == 0 && query_integer(query, "open") > 0)
            invoice_count(lines, aged, query, today);
        else if (query_integer(query, "banked") == 0)
            line_of(lines, query_text(query, "currency"))->unallocated -= query_integer(query, "open");
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    ages_weigh(lines, aged, today);
    return true;
}

/* Less what went back.  A return takes no more than its receipt had left: what the bank charges for it is no debt of
 * the customer.  What was set against invoices to the last cent needs no look. */
#define RECEIPT_RESTS                                                                                                  \
    "SELECT r.customer_id AS owner, r.currency, CASE WHEN r.rest < r.most THEN r.most ELSE r.rest END AS rest"         \
    " FROM (SELECT m.customer_id, p.currency, p.amount - m.allocated AS rest,"                                         \
    "   CASE WHEN m.state <> 'reversal' THEN p.amount - m.allocated"                                                   \
    "   ELSE coalesce(om.allocated - o.amount, 0) END AS most"                                                         \
    "   FROM payment_match m JOIN payment p ON p.id = m.payment_id"                                                    \
    "   LEFT JOIN payment o ON o.id = m.original_id LEFT JOIN payment_match om ON om.payment_id = m.original_id"       \
    "   WHERE m.customer_id BETWEEN :first AND :last AND (p.amount <> m.allocated OR m.state = 'reversal')"            \
    "   AND coalesce(m.state, '') IN ('matched', 'proposed', 'on_account', 'duplicate', 'reversal')) r"

bool receipt_rests_walk(Walk *walk, Store *store, const WalkRun *run, GError **error)
{
    return walk_open(walk, store, RECEIPT_RESTS " ORDER BY r.customer_id", run, NULL, error);
}

static bool receipts_count(GArray *lines, Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(Query) query =
        store_query(store, "SELECT s.currency, sum(s.rest) AS rest FROM (" RECEIPT_RESTS ") s GROUP BY s.currency",
                    BINDS(INTEGER("first", customer_id), INTEGER("last", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Cents rest = query_integer(query, "rest");
        if (rest > 0)
            line_of(lines, query_text(query, "currency"))->unallocated += rest;
    }
    return query != NULL && query_finish(query, error);
}

static bool disputes_count(GArray *lines, Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT i.id, i.currency, i.open, sum(d.amount) AS disputed FROM dispute d"
                    " JOIN item i ON i.id = d.item_id WHERE d.customer_id = :customer AND i.state = 'open'"
                    " AND " DISPUTE_IS_LIVE("d") " GROUP BY i.id, i.currency, i.open",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Cents open = MAX(query_integer(query, "open"), 0);
        line_of(lines, query_text(query, "currency"))->disputed += MIN(query_integer(query, "disputed"), open);
    }
    return query != NULL && query_finish(query, error);
}

static bool promises_count(GArray *lines, Store *store, gint64 customer_id, Day today, GError **error)
{
    g_autoptr(GPtrArray) promises = promises_of(store, customer_id, today, 0, 0, error);
    if (promises == NULL)
        return false;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise_state_is_live(promise->state))
            line_of(lines, promise->currency)->promised += promise_expected(promise);
    }
    return true;
}

static void asks_count(GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        line->disputed = MIN(line->disputed, line->open);
        line->promised = MIN(line->promised, line->open - line->disputed);
        line->collecting = MIN(line->collecting, line->open - line->disputed - line->promised);
        line->unallocated = MAX(line->unallocated, 0);
        line->ask = MAX(line->open - line->collecting - line->promised - line->disputed - line->unallocated, 0);
    }
}

/* The customer's own currency leads, unless all there is stands in another one. */
static int line_rank(const MoneyLine *line, const char *own)
{
    bool something = line->open != 0 || line->unallocated != 0;
    return strcmp(line->currency, own) == 0 ? (something ? 0 : 2) : (something ? 1 : 3);
}

static int line_compare(gconstpointer a, gconstpointer b, gpointer own)
{
    const MoneyLine *one = a, *other = b;
    int rank = line_rank(one, own) - line_rank(other, own);
    return rank != 0 ? rank : strcmp(one->currency, other->currency);
}

GArray *money_lines(Store *store, gint64 customer_id, Day today, GError **error)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(MoneyLine));
    g_autofree char *own = NULL;
    if (!store_text(store, "SELECT currency FROM customer WHERE id = :customer",
                    BINDS(INTEGER("customer", customer_id)), &own, error))
        return NULL;
    if (own == NULL)
        own = g_strdup("EUR");
    line_of(lines, own);
    if (!items_count(lines, store, customer_id, today, error) || !receipts_count(lines, store, customer_id, error) ||
        !disputes_count(lines, store, customer_id, error) || !promises_count(lines, store, customer_id, today, error))
        return NULL;
    asks_count(lines);
    g_array_sort_with_data(lines, line_compare, own);
    return g_steal_pointer(&lines);
}

Day bank_day(Store *store)
{
    gint64 day = 0;
    g_autoptr(GError) ignored = NULL;
    if (!store_value(store, "SELECT max(last_day) AS day FROM statement WHERE kind <> 'camt.054'", NO_BINDS, G_MININT32,
                     &day, &ignored))
        return DAY_NONE;
    return day_from_number(day);
}
