#include "ledger/receipts.h"

#include "base/i18n.h"
#include "ledger/matching/candidate.h"
#include "ledger/matching/parts.h"
#include "ledger/return_reason.h"

#include <string.h>

const char *const RECEIPTS_WHICH_SLUGS[] = {
    [RECEIPTS_WAITING] = "waiting",   [RECEIPTS_MATCHED] = "matched",   [RECEIPTS_ASIDE] = "aside",
    [RECEIPTS_RETURNED] = "returned", [RECEIPTS_OUTGOING] = "outgoing", [RECEIPTS_ALL] = "all",
};

/* A person has looked at what he answered; what went back waits for nobody. */
#define WENT_BACK "EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = m.payment_id)"
#define WAITS                                                                                                          \
    "m.state IN ('proposed', 'unmatched', 'duplicate', 'on_account') AND m.agent_id IS NULL AND NOT " WENT_BACK

static const char *const WHICH_SQL[] = {
    [RECEIPTS_WAITING] = WAITS,
    [RECEIPTS_MATCHED] = "m.state = 'matched' AND NOT " WENT_BACK,
    [RECEIPTS_ASIDE] = "m.state IN ('on_account', 'not_ours') AND m.agent_id IS NOT NULL AND NOT " WENT_BACK,
    [RECEIPTS_RETURNED] = "(m.state = 'reversal' OR (m.state <> 'outgoing' AND " WENT_BACK "))",
    [RECEIPTS_OUTGOING] = "m.state = 'outgoing'",
    [RECEIPTS_ALL] = "1 = 1",
};

#define RECEIPT_COLUMNS                                                                                                \
    "SELECT p.id, p.day, p.amount, p.currency, p.name, p.account, p.text, p.return_reason, s.account AS our_account,"  \
    " s.number AS statement, m.customer_id, m.state, m.step, m.reason, m.score, m.allocated, m.agent_id,"              \
    " a.name AS agent, b.day AS back_day, b.return_reason AS back_reason,"                                             \
    " CASE WHEN " WAITS " THEN 1 ELSE 0 END AS waiting"                                                                \
    " FROM payment_match m JOIN payment p ON p.id = m.payment_id JOIN statement s ON s.id = p.statement_id"            \
    " LEFT JOIN agent a ON a.id = m.agent_id LEFT JOIN payment_match k ON k.original_id = m.payment_id"                \
    " LEFT JOIN payment b ON b.id = k.payment_id WHERE "

void receipt_free(gpointer data)
{
    Receipt *receipt = data;
    if (receipt == NULL)
        return;
    char *owned[] = {receipt->name, receipt->account, receipt->text,       receipt->statement, receipt->state,
                     receipt->step, receipt->reason,  receipt->decided_by, receipt->customer,  receipt->items};
    for (size_t i = 0; i < G_N_ELEMENTS(owned); i++)
        g_free(owned[i]);
    g_free(receipt);
}

/* What went back says why; everything else says why it is matched as it is. */
static char *reason_read(Query *query)
{
    Day day = query_day(query, "back_day");
    const char *code = query_text(query, day_known(day) ? "back_reason" : "return_reason");
    g_autofree char *words = return_reason_words(code);
    g_autofree char *date = day_known(day) ? day_numeric(day) : NULL;
    if (date != NULL)
        return *words != '\0' ? g_strdup_printf(_("Went back on %s: %s."), date, words)
                              : g_strdup_printf(_("Went back on %s."), date);
    if (*words != '\0')
        return g_strdup_printf(_("%s The bank says: %s."), query_text(query, "reason"), words);
    return g_strdup(query_text(query, "reason"));
}

static Receipt *receipt_read(Query *query)
{
    Receipt *receipt = g_new0(Receipt, 1);
    *receipt = (Receipt){.payment_id = query_integer(query, "id"),
                         .customer_id = query_integer_or(query, "customer_id", 0),
                         .day = query_day(query, "day"),
                         .amount = query_integer(query, "amount") - query_integer(query, "allocated"),
                         .whole = query_integer(query, "amount"),
                         .name = g_strdup(query_text(query, "name")),
                         .account = g_strdup(query_text(query, "account")),
                         .text = g_strdup(query_text(query, "text")),
                         .state = g_strdup(query_text(query, "state")),
                         .step = g_strdup(query_text(query, "step")),
                         .reason = reason_read(query),
                         .score = (int)query_integer(query, "score"),
                         .by_person = !query_is_null(query, "agent_id"),
                         .waiting = query_integer(query, "waiting") != 0,
                         .went_back = !query_is_null(query, "back_day"),
                         .decided_by = g_strdup(query_text(query, "agent"))};
    receipt->statement =
        g_strstrip(g_strjoin(" ", query_text(query, "our_account"), query_text(query, "statement"), NULL));
    g_strlcpy(receipt->currency, query_text(query, "currency"), sizeof receipt->currency);
    return receipt;
}

/* What it paid; while it waits, what it would pay. */
static bool items_fill(Store *store, Receipt *receipt, GError **error)
{
    g_autoptr(GString) words = g_string_new(NULL);
    g_autoptr(Query) query = store_query(
        store,
        "SELECT i.number, x.amount FROM (SELECT item_id, amount FROM payment_proposal WHERE payment_id = :payment"
        "   UNION ALL SELECT item_id, sum(amount) AS amount FROM allocation WHERE payment_id = :payment"
        "   GROUP BY item_id) x JOIN item i ON i.id = x.item_id WHERE x.amount <> 0 ORDER BY i.due, i.id",
        BINDS(INTEGER("payment", receipt->payment_id)), error);
    while (query != NULL && query_next(query)) {
        g_autofree char *amount = money_plain(query_integer(query, "amount"));
        g_string_append_printf(words, "%s%s %s", words->len > 0 ? ", " : "", query_text(query, "number"), amount);
    }
    receipt->items = g_strdup(words->str);
    receipt->customer = receipt->customer_id != 0 ? customer_words(store, receipt->customer_id) : g_strdup("");
    return query != NULL && query_finish(query, error);
}

static GPtrArray *receipts_read(Store *store, const char *sql, const Bind *binds, size_t count, GError **error)
{
    g_autoptr(GPtrArray) receipts = g_ptr_array_new_with_free_func(receipt_free);
    g_autoptr(Query) query = store_query(store, sql, binds, count, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(receipts, receipt_read(query));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < receipts->len; i++)
        if (!items_fill(store, g_ptr_array_index(receipts, i), error))
            return NULL;
    return g_steal_pointer(&receipts);
}

GPtrArray *receipts_load(Ledger *ledger, const ReceiptsFilter *filter, GError **error)
{
    g_autofree char *sql =
        g_strconcat(RECEIPT_COLUMNS, WHICH_SQL[filter->which],
                    filter->customer_id != 0 ? " AND m.customer_id = :customer" : " AND :customer = 0",
                    " AND p.day >= :since ORDER BY p.day DESC, p.id DESC LIMIT :limit", NULL);
    return receipts_read(ledger->store, sql,
                         BINDS(INTEGER("customer", filter->customer_id),
                               INTEGER("since", day_known(filter->since) ? filter->since.number : 0),
                               INTEGER("limit", filter->limit > 0 ? filter->limit : G_MAXINT32)),
                         error);
}

GPtrArray *receipts_waiting(Ledger *ledger, GError **error)
{
    const ReceiptsFilter filter = {.which = RECEIPTS_WAITING, .since = DAY_NONE};
    return receipts_load(ledger, &filter, error);
}

int receipts_waiting_count(Ledger *ledger)
{
    gint64 count = 0;
    g_autoptr(GError) ignored = NULL;
    if (!store_value(ledger->store, "SELECT count(*) AS n FROM payment_match m WHERE " WAITS, NO_BINDS, 0, &count,
                     &ignored))
        return 0;
    return (int)count;
}

Receipt *receipt_load(Ledger *ledger, gint64 payment_id, GError **error)
{
    g_autoptr(GPtrArray) one =
        receipts_read(ledger->store, RECEIPT_COLUMNS "p.id = :payment", BINDS(INTEGER("payment", payment_id)), error);
    if (one == NULL)
        return NULL;
    if (one->len == 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("There is no such receipt."));
        return NULL;
    }
    return g_ptr_array_steal_index(one, 0);
}

bool item_open_id(Store *store, gint64 customer_id, const char *number, gint64 *id, GError **error)
{
    return store_value(store,
                       "SELECT id FROM item WHERE customer_id = :customer AND number = :number AND state = 'open'",
                       BINDS(INTEGER("customer", customer_id), TEXT("number", number)), 0, id, error);
}
