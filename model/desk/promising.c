/* Promises made and replaced.  Promised and disputed together never exceed what is open: each cent promised is
 * set against an invoice that still has it free. */
#include "desk/verb.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include <string.h>

/* --- What is still free ------------------------------------------------------------------------------- */

static gint free_item_find(const GArray *items, gint64 item_id)
{
    for (guint i = 0; i < items->len; i++)
        if (g_array_index(items, FreeItem, i).item_id == item_id)
            return (gint)i;
    return -1;
}

static void free_item_take(GArray *items, gint64 item_id, Cents amount)
{
    gint index = free_item_find(items, item_id);
    if (index >= 0)
        g_array_index(items, FreeItem, index).free -= amount;
}

/* Invoices of the customer's own currency less what is disputed on them. */
static bool items_undisputed(Logging *logging, GArray *items, GError **error)
{
    g_autoptr(Query) query =
        store_query(logging->desk->store,
                    "SELECT i.id, i.open, (SELECT coalesce(sum(d.amount), 0) FROM dispute d WHERE d.item_id = i.id"
                    "   AND " DISPUTE_IS_LIVE(
                        "d") ") AS disputed"
                             " FROM item i WHERE i.customer_id = :customer AND i.state = 'open' AND i.kind = 'invoice'"
                             " AND i.currency = :currency AND i.open > 0 ORDER BY i.due, i.id",
                    BINDS(INTEGER("customer", logging->card->id), TEXT("currency", logging_currency(logging))), error);
    while (query != NULL && query_next(query)) {
        Cents open = query_integer(query, "open"), disputed = query_integer(query, "disputed");
        const FreeItem item = {query_integer(query, "id"), open - MIN(open, disputed)};
        g_array_append_val(items, item);
    }
    return query != NULL && query_finish(query, error);
}

/* Receipts fill a promise from its first invoice on, so what is still to come lies on its last ones. */
static bool promise_take(Logging *logging, const Promise *promise, GArray *items, GError **error)
{
    Cents left = promise_expected(promise);
    g_autoptr(Query) query =
        store_query(logging->desk->store,
                    "SELECT item_id, amount FROM promise_item WHERE promise_id = :promise ORDER BY position DESC",
                    BINDS(INTEGER("promise", promise->id)), error);
    while (query != NULL && query_next(query)) {
        Cents part = MIN(left, query_integer(query, "amount"));
        free_item_take(items, query_integer(query, "item_id"), part);
        left -= part;
    }
    return query != NULL && query_finish(query, error);
}

static GPtrArray *promises_live(Logging *logging, GError **error)
{
    g_autoptr(GPtrArray) promises = desk_promises(logging->desk, logging->card->id, error);
    for (guint i = 0; promises != NULL && i < promises->len;) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise_state_is_live(promise->state) && strcmp(promise->currency, logging_currency(logging)) == 0)
            i++;
        else
            g_ptr_array_remove_index(promises, i);
    }
    return g_steal_pointer(&promises);
}

GArray *items_free(Logging *logging, GError **error)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(FreeItem));
    g_autoptr(GPtrArray) promises = promises_live(logging, error);
    if (promises == NULL || !items_undisputed(logging, items, error))
        return NULL;
    for (guint i = 0; i < promises->len; i++)
        if (!promise_take(logging, g_ptr_array_index(promises, i), items, error))
            return NULL;
    return g_steal_pointer(&items);
}

/* --- Replacing ---------------------------------------------------------------------------------------- */

bool promise_end(Logging *logging, gint64 promise_id, const char *how, GError **error)
{
    if (ids_contain(logging->superseded, promise_id))
        return true;
    g_array_append_val(logging->superseded, promise_id);
    return store_run(
        logging->desk->store, "INSERT INTO promise_end (promise_id, event_id, how) VALUES (:promise, :event, :how)",
        BINDS(INTEGER("promise", promise_id), INTEGER("event", logging->event_id), TEXT("how", how)), error);
}

bool promised_letters_recall(Logging *logging, gint64 event_id, GError **error)
{
    return store_run(logging->desk->store,
                     "UPDATE outbox SET state = 'recalled', recalled_event = :by WHERE event_id = :event"
                     " AND (document = 'agreement' OR document = 'confirmation') AND state = 'waiting'"
                     " AND handed_utc IS NULL",
                     BINDS(INTEGER("by", logging->event_id), INTEGER("event", event_id)), error);
}

/* A promise without items stands for the whole account, and touches every item. */
static bool promise_touches(Logging *logging, gint64 promise_id, const GArray *item_ids, bool *touches, GError **error)
{
    guint rows = 0;
    g_autoptr(Query) query =
        store_query(logging->desk->store, "SELECT item_id FROM promise_item WHERE promise_id = :promise",
                    BINDS(INTEGER("promise", promise_id)), error);
    for (*touches = false; query != NULL && query_next(query); rows++)
        *touches |= ids_contain(item_ids, query_integer(query, "item_id"));
    *touches |= rows == 0;
    return query != NULL && query_finish(query, error);
}

static bool promises_supersede_on(Logging *logging, const GArray *item_ids, GError **error)
{
    g_autoptr(GPtrArray) promises = promises_live(logging, error);
    for (guint i = 0; promises != NULL && i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        bool touches = false;
        if (!promise_touches(logging, promise->id, item_ids, &touches, error) ||
            (touches && (!promise_end(logging, promise->id, "superseded", error) ||
                         !promised_letters_recall(logging, promise->event_id, error))))
            return false;
    }
    return promises != NULL;
}

bool promises_supersede(Logging *logging, GError **error)
{
    return promises_supersede_on(logging, form_items(logging->form), error);
}

bool promises_supersede_item(Logging *logging, gint64 item_id, GError **error)
{
    g_autoptr(GArray) one = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(one, item_id);
    return promises_supersede_on(logging, one, error);
}

/* --- Making ------------------------------------------------------------------------------------------- */

/* Of invoices: charges that a plan takes in are no part of what is open. */
static Cents planned_principal(const GArray *planned)
{
    Cents sum = 0;
    for (guint i = 0; i < planned->len; i++) {
        const PlannedPromise *promise = &g_array_index(planned, PlannedPromise, i);
        sum += promise->amount - promise->charges;
    }
    return sum;
}

static bool promise_row(Logging *logging, const PlannedPromise *planned, guint position, gint64 *id, GError **error)
{
    return store_insert(
        logging->desk->store,
        "INSERT INTO promise (event_id, customer_id, plan_id, position, kind, made, due, deadline, amount, currency,"
        " method, cheque_number, cheque_bank, posted) VALUES (:event, :customer, :plan, :position, :kind, :made, :due,"
        " :deadline, :amount, :currency, :method, :number, :bank, :posted) RETURNING id",
        BINDS(INTEGER("event", logging->event_id), INTEGER("customer", logging->card->id), ID("plan", logging->plan_id),
              INTEGER("position", position), TEXT("kind", planned->kind), DAY("made", clock_today()),
              DAY("due", planned->due), DAY("deadline", planned->deadline), INTEGER("amount", planned->amount),
              TEXT("currency", logging_currency(logging)),
              TEXT("method", planned->method != NULL ? planned->method : ""),
              TEXT("number", planned->cheque_number != NULL ? planned->cheque_number : ""),
              TEXT("bank", planned->cheque_bank != NULL ? planned->cheque_bank : ""), DAY("posted", planned->posted)),
        id, error);
}

/* First in, first out over the marked items; what they do not hold goes to the customer's other invoices. */
static bool promise_set_against(Logging *logging, gint64 promise_id, Cents amount, GArray *items, GError **error)
{
    int position = 0;
    for (guint i = 0; i < items->len && amount > 0; i++) {
        FreeItem *item = &g_array_index(items, FreeItem, i);
        Cents part = MIN(amount, MAX(item->free, 0));
        if (part == 0)
            continue;
        if (!store_run(logging->desk->store,
                       "INSERT INTO promise_item (promise_id, position, item_id, amount)"
                       " VALUES (:promise, :position, :item, :amount)",
                       BINDS(INTEGER("promise", promise_id), INTEGER("position", position),
                             INTEGER("item", item->item_id), INTEGER("amount", part)),
                       error))
            return false;
        position++;
        item->free -= part;
        amount -= part;
    }
    return true;
}

static gint by_mark(gconstpointer a, gconstpointer b, gpointer marked)
{
    bool first = ids_contain(marked, ((const FreeItem *)a)->item_id);
    bool second = ids_contain(marked, ((const FreeItem *)b)->item_id);
    return (int)second - (int)first;
}

static Cents free_sum(const GArray *items)
{
    Cents free = 0;
    for (guint i = 0; i < items->len; i++)
        free += MAX(g_array_index(items, FreeItem, i).free, 0);
    return free;
}

/* A newer word replaces an older one on the same invoices where both together would be more than is open; where
 * they fit beside each other (half on Friday, half at the end of the month) both stand. */
static GArray *items_for_promises(Logging *logging, GError **error)
{
    GArray *items = items_free(logging, error);
    if (items == NULL || planned_principal(logging->planned) <= free_sum(items))
        return items;
    g_clear_pointer(&items, g_array_unref);
    return promises_supersede(logging, error) ? items_free(logging, error) : NULL;
}

static bool promises_fit(Logging *logging, const GArray *items, GError **error)
{
    Cents free = free_sum(items);
    if (planned_principal(logging->planned) <= free)
        return true;
    g_autofree char *most = money_text_currency(free, logging_currency(logging));
    return fail(error, BELRONDE_ERROR_INPUT,
                _("At most %s can still be promised: the rest is paid, promised or disputed. Change the amount."),
                most);
}

bool promises_insert(Logging *logging, GError **error)
{
    if (logging->planned->len == 0)
        return true;
    g_autoptr(GArray) items = items_for_promises(logging, error);
    if (items == NULL || !promises_fit(logging, items, error))
        return false;
    g_array_sort_with_data(items, by_mark, (gpointer)form_items(logging->form));
    for (guint i = 0; i < logging->planned->len; i++) {
        const PlannedPromise *planned = &g_array_index(logging->planned, PlannedPromise, i);
        gint64 id = 0;
        if (!promise_row(logging, planned, i, &id, error) ||
            !promise_set_against(logging, id, planned->amount - planned->charges, items, error))
            return false;
        g_array_append_val(logging->promise_ids, id);
    }
    return true;
}
