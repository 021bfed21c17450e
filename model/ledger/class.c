/* The payment class follows behaviour: who pays how late, and who keeps his word. */
#include "ledger/account.h"
#include "ledger/movement.h"
#include "ledger/terms.h"
#include "store/walk.h"

#include <string.h>

#define YEAR_DAYS 365

typedef struct {
    gint64 id;
    Day due, closed, imported;
    Cents amount, open;
} Invoice;

/* Invoices in the customer's own currency that are open or were closed since: amounts are weighed together. */
static GHashTable *invoices_read(Store *store, gint64 customer_id, Day since, GError **error)
{
    g_autoptr(GHashTable) invoices = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
    g_autoptr(Query) query = store_query(
        store,
        "SELECT i.id," ITEM_ASKED_FROM
        " AS due, i.closed_day, i.amount, CASE WHEN i.state = 'open' THEN i.open ELSE 0 END AS open,"
        " m.day AS imported FROM item i JOIN customer c ON c.id = i.customer_id AND c.currency = i.currency"
        " LEFT JOIN import m ON m.id = i.import_id"
        " WHERE i.customer_id = :customer AND i.kind = 'invoice' AND (i.closed_day IS NULL OR i.closed_day >= :since)",
        BINDS(INTEGER("customer", customer_id), INTEGER("since", since.number)), error);
    while (query != NULL && query_next(query)) {
        Invoice *invoice = g_new0(Invoice, 1);
        *invoice = (Invoice){.id = query_integer(query, "id"),
                             .due = query_day(query, "due"),
                             .closed = query_day(query, "closed_day"),
                             .imported = query_day(query, "imported"),
                             .amount = query_integer(query, "amount"),
                             .open = query_integer(query, "open")};
        g_hash_table_insert(invoices, &invoice->id, invoice);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&invoices) : NULL;
}

/* What was settled before the invoice was seen here has a day only where the list told the day of payment. */
static bool settlement_of(const Invoice *invoice, const Movement *movement, Settlement *settlement)
{
    if (invoice == NULL)
        return false;
    *settlement = (Settlement){invoice->due, movement->day, movement->amount};
    if (!movement->first)
        return true;
    settlement->paid = invoice->closed;
    return movement->amount == invoice->amount && day_known(invoice->closed) && day_known(invoice->imported) &&
           day_compare(invoice->closed, invoice->imported) < 0;
}

static GArray *settlements_of(GHashTable *invoices, const GArray *movements)
{
    GArray *settled = g_array_new(FALSE, FALSE, sizeof(Settlement));
    for (guint i = 0; i < movements->len; i++) {
        const Movement *movement = &g_array_index(movements, Movement, i);
        Settlement settlement;
        if (settlement_of(g_hash_table_lookup(invoices, &movement->item_id), movement, &settlement))
            g_array_append_val(settled, settlement);
    }
    return settled;
}

static int overdue_weighted(GHashTable *invoices, Day today)
{
    g_autoptr(GArray) ages = g_array_new(FALSE, FALSE, sizeof(OpenAge));
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, invoices);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const Invoice *invoice = value;
        OpenAge age = {invoice->due, invoice->open};
        g_array_append_val(ages, age);
    }
    return overdue_days_weighted((const OpenAge *)(void *)ages->data, ages->len, today);
}

static bool broken_count(Store *store, const LedgerTerms *terms, gint64 customer_id, Day today, int *broken,
                         GError **error)
{
    g_autoptr(GPtrArray) promises =
        promises_of(store, customer_id, today, terms->promise_tolerance, terms->promise_permille, error);
    if (promises == NULL)
        return false;
    *broken = 0;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        bool failed = promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY;
        *broken += failed && day_minus(today, promise->deadline) < YEAR_DAYS;
    }
    return true;
}

bool customer_behaviour(Store *store, const Settings *settings, gint64 customer_id, Day today, Behaviour *behaviour,
                        GError **error)
{
    LedgerTerms terms = ledger_terms(settings);
    Day since = day_plus(today, -2 * YEAR_DAYS);
    int broken = 0;
    g_autoptr(GHashTable) invoices = invoices_read(store, customer_id, since, error);
    if (invoices == NULL)
        return false;
    g_autoptr(GArray) movements = movements_of(store, customer_id, MOVEMENTS_RECENT, since, error);
    if (movements == NULL || !broken_count(store, &terms, customer_id, today, &broken, error))
        return false;
    g_autoptr(GArray) settled = settlements_of(invoices, movements);
    *behaviour = behaviour_judge((const Settlement *)(void *)settled->data, settled->len, broken,
                                 overdue_weighted(invoices, today), today, &terms.limits);
    return true;
}

bool customer_class_refresh(Store *store, const Settings *settings, gint64 customer_id, Day today, GError **error)
{
    Behaviour behaviour;
    g_autofree char *class = NULL;
    if (!customer_behaviour(store, settings, customer_id, today, &behaviour, error) ||
        !store_text(store, "SELECT class FROM customer WHERE id = :customer", BINDS(INTEGER("customer", customer_id)),
                    &class, error))
        return false;
    const char fresh[] = {behaviour.payment_class, '\0'};
    if (g_strcmp0(class, fresh) == 0)
        return true;
    return store_run(store, "UPDATE customer SET class = :class WHERE id = :customer",
                     BINDS(TEXT("class", fresh), INTEGER("customer", customer_id)), error);
}

/* --- Many customers side by side ------------------------------------------------------------------------ */

/* Who never paid and never promised anything is judged by what is overdue; most customers of a list are so. */
typedef struct {
    Walk customers, promised, items;
} Standing;

static bool standing_open(Standing *standing, Store *store, const WalkRun *run, GError **error)
{
    return walk_open(&standing->customers, store,
                     "SELECT id AS owner, class, currency FROM customer WHERE id BETWEEN :first AND :last ORDER BY id",
                     run, NULL, error) &&
           walk_open(&standing->promised, store,
                     "SELECT customer_id AS owner FROM promise WHERE customer_id BETWEEN :first AND :last"
                     " ORDER BY customer_id",
                     run, NULL, error) &&
           walk_open(&standing->items, store,
                     "SELECT i.customer_id AS owner, i.kind," ITEM_ASKED_FROM
                     " AS due, i.currency, i.amount, i.open, i.state,"
                     " CASE WHEN EXISTS (SELECT 1 FROM item_change c WHERE c.item_id = i.id)"
                     " OR EXISTS (SELECT 1 FROM allocation a WHERE a.item_id = i.id) THEN 1 ELSE 0 END AS moved"
                     " FROM item i WHERE i.customer_id BETWEEN :first AND :last ORDER BY i.customer_id",
                     run, NULL, error);
}

static bool standing_close(Standing *standing, GError **error)
{
    bool customers = walk_close(&standing->customers, error);
    bool promised = walk_close(&standing->promised, customers ? error : NULL);
    bool items = walk_close(&standing->items, customers && promised ? error : NULL);
    return customers && promised && items;
}

/* His class by what is open alone; '\0' when money has moved, so that his record must be read. */
static char class_of_open(Standing *standing, gint64 id, GArray *ages, const LedgerTerms *terms, Day today)
{
    bool moved = walk_has(&standing->promised, id);
    g_array_set_size(ages, 0);
    while (walk_next(&standing->items, id)) {
        Query *item = standing->items.query;
        bool invoice = strcmp(query_text(item, "kind"), "invoice") == 0;
        OpenAge age = {query_day(item, "due"), 0};
        bool own = strcmp(query_text(item, "currency"), query_text(standing->customers.query, "currency")) == 0;
        Cents amount = query_integer(item, "amount");
        age.open = query_integer(item, "open");
        bool open = strcmp(query_text(item, "state"), "open") == 0;
        moved |= !open || age.open != amount || query_integer(item, "moved") != 0;
        if (invoice && own)
            g_array_append_val(ages, age);
    }
    int overdue = overdue_days_weighted((const OpenAge *)(void *)ages->data, ages->len, today);
    return moved ? '\0' : behaviour_judge(NULL, 0, 0, overdue, today, &terms->limits).payment_class;
}

typedef struct {
    gint64 id;
    char fresh; /* '\0': his record must be read */
} Verdict;

static bool verdicts_read(Store *store, const LedgerTerms *terms, const GArray *ids, const WalkRun *run, Day today,
                          GArray *verdicts, GError **error)
{
    Standing standing = {0};
    g_autoptr(GArray) ages = g_array_new(FALSE, FALSE, sizeof(OpenAge));
    bool opened = standing_open(&standing, store, run, error);
    for (guint i = run->from; opened && i < run->until; i++) {
        Verdict one = {.id = g_array_index(ids, gint64, i)};
        if (!walk_next(&standing.customers, one.id))
            continue;
        one.fresh = class_of_open(&standing, one.id, ages, terms, today);
        if (one.fresh != *query_text(standing.customers.query, "class"))
            g_array_append_val(verdicts, one);
    }
    return standing_close(&standing, opened ? error : NULL) && opened;
}

static bool class_write(Store *store, gint64 customer_id, char class, GError **error)
{
    const char text[] = {class, '\0'};
    return store_run(store, "UPDATE customer SET class = :class WHERE id = :customer",
                     BINDS(TEXT("class", text), INTEGER("customer", customer_id)), error);
}

bool customers_class_refresh(Store *store, const Settings *settings, const GArray *customer_ids, Day today,
                             GError **error)
{
    LedgerTerms terms = ledger_terms(settings);
    for (WalkRun run = {0}; walk_run_next(&run, customer_ids);) {
        g_autoptr(GArray) verdicts = g_array_new(FALSE, FALSE, sizeof(Verdict));
        if (!verdicts_read(store, &terms, customer_ids, &run, today, verdicts, error))
            return false;
        for (guint i = 0; i < verdicts->len; i++) {
            const Verdict *one = &g_array_index(verdicts, Verdict, i);
            if (one->fresh == '\0' ? !customer_class_refresh(store, settings, one->id, today, error)
                                   : !class_write(store, one->id, one->fresh, error))
                return false;
        }
    }
    return true;
}
