#include "ledger/receipts.h"

#include "ledger/matching/candidate.h"
#include "ledger/matching/parts.h"

void receipt_free(gpointer data)
{
    Receipt *receipt = data;
    g_free(receipt->name);
    g_free(receipt->account);
    g_free(receipt->text);
    g_free(receipt->state);
    g_free(receipt->reason);
    g_free(receipt->customer);
    g_free(receipt->items);
    g_free(receipt);
}

static Receipt *receipt_read(Query *query)
{
    Receipt *receipt = g_new0(Receipt, 1);
    *receipt = (Receipt){.payment_id = query_integer(query, "id"),
                         .customer_id = query_integer_or(query, "customer_id", 0),
                         .day = query_day(query, "day"),
                         .amount = query_integer(query, "amount") - query_integer(query, "allocated"),
                         .name = g_strdup(query_text(query, "name")),
                         .account = g_strdup(query_text(query, "account")),
                         .text = g_strdup(query_text(query, "text")),
                         .state = g_strdup(query_text(query, "state")),
                         .reason = g_strdup(query_text(query, "reason")),
                         .score = (int)query_integer(query, "score")};
    g_strlcpy(receipt->currency, query_text(query, "currency"), sizeof receipt->currency);
    return receipt;
}

static bool items_fill(Store *store, Receipt *receipt, GError **error)
{
    g_autoptr(GString) words = g_string_new(NULL);
    g_autoptr(Query) query = store_query(store,
                                         "SELECT i.number, q.amount FROM payment_proposal q JOIN item i ON i.id = "
                                         "q.item_id WHERE q.payment_id = :payment"
                                         " ORDER BY i.due, i.id",
                                         BINDS(INTEGER("payment", receipt->payment_id)), error);
    while (query != NULL && query_next(query)) {
        g_autofree char *amount = money_plain(query_integer(query, "amount"));
        g_string_append_printf(words, "%s%s %s", words->len > 0 ? ", " : "", query_text(query, "number"), amount);
    }
    receipt->items = g_strdup(words->str);
    receipt->customer = receipt->customer_id != 0 ? customer_words(store, receipt->customer_id) : g_strdup("");
    return query != NULL && query_finish(query, error);
}

/* A person has looked at what he confirmed; what went back waits for nobody. */
GPtrArray *receipts_waiting(Ledger *ledger, GError **error)
{
    g_autoptr(GPtrArray) receipts = g_ptr_array_new_with_free_func(receipt_free);
    g_autoptr(Query) query = store_query(
        ledger->store,
        "SELECT p.id, p.day, p.amount, p.currency, p.name, p.account, p.text, m.customer_id, m.state, m.reason, "
        "m.score,"
        " m.allocated FROM payment_match m JOIN payment p ON p.id = m.payment_id"
        " WHERE m.state IN ('proposed', 'unmatched', 'duplicate', 'on_account') AND m.agent_id IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) ORDER BY p.day DESC, p.id DESC",
        NO_BINDS, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(receipts, receipt_read(query));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < receipts->len; i++)
        if (!items_fill(ledger->store, g_ptr_array_index(receipts, i), error))
            return NULL;
    return g_steal_pointer(&receipts);
}
