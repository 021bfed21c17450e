#include "ledger/matching/candidate.h"

#include "ledger/booking/parts.h"

#include <string.h>

#define CANDIDATE_COLUMNS                                                                                              \
    "SELECT id, customer_id, kind, number, reference, currency, amount, open, due, state, discount, discount_until"    \
    " FROM item WHERE "

static void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    g_free(candidate->kind);
    g_free(candidate->number);
    g_free(candidate->reference);
    g_free(candidate);
}

static Candidate *candidate_read(Query *query)
{
    Candidate *candidate = g_new0(Candidate, 1);
    *candidate = (Candidate){.id = query_integer(query, "id"),
                             .customer_id = query_integer(query, "customer_id"),
                             .kind = g_strdup(query_text(query, "kind")),
                             .number = g_strdup(query_text(query, "number")),
                             .reference = g_strdup(query_text(query, "reference")),
                             .amount = query_integer(query, "amount"),
                             .open = query_integer(query, "open"),
                             .due = query_day(query, "due"),
                             .discount = query_integer(query, "discount"),
                             .discount_until = query_day(query, "discount_until")};
    g_strlcpy(candidate->currency, query_text(query, "currency"), sizeof candidate->currency);
    candidate->is_open = strcmp(query_text(query, "state"), "open") == 0;
    return candidate;
}

static GPtrArray *candidates_read(Store *store, const char *sql, const Bind *binds, size_t count, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(candidate_free);
    g_autoptr(Query) query = store_query(store, sql, binds, count, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(found, candidate_read(query));
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&found) : NULL;
}

GPtrArray *candidates_by_reference(Store *store, const char *reference, GError **error)
{
    return candidates_read(store,
                           CANDIDATE_COLUMNS "reference = :reference AND reference <> '' ORDER BY due, id LIMIT 400",
                           BINDS(TEXT("reference", reference)), error);
}

GPtrArray *candidates_by_number(Store *store, const char *number_key, GError **error)
{
    return candidates_read(store, CANDIDATE_COLUMNS "number_key = :key AND kind <> 'payment' ORDER BY due, id LIMIT 40",
                           BINDS(TEXT("key", number_key)), error);
}

GPtrArray *candidates_of_customer(Store *store, gint64 customer_id, const char *currency, GError **error)
{
    return candidates_read(store,
                           CANDIDATE_COLUMNS "customer_id = :customer AND state = 'open' AND currency = :currency"
                                             " AND kind <> 'payment' ORDER BY due, id LIMIT 400",
                           BINDS(INTEGER("customer", customer_id), TEXT("currency", currency)), error);
}

GPtrArray *candidates_by_id(Store *store, gint64 item_id, GError **error)
{
    return candidates_read(store, CANDIDATE_COLUMNS "id = :id", BINDS(INTEGER("id", item_id)), error);
}

GPtrArray *candidates_by_amount(Store *store, Cents open, const char *currency, GError **error)
{
    return candidates_read(
        store, CANDIDATE_COLUMNS "state = 'open' AND open = :open AND currency = :currency ORDER BY due, id LIMIT 2",
        BINDS(INTEGER("open", open), TEXT("currency", currency)), error);
}

/* Of a long history only what is open or was closed about that time is looked at. */
#define LISTED_ITEMS                                                                                                   \
    "(SELECT * FROM item WHERE customer_id = :customer AND state = 'open'"                                             \
    " UNION ALL SELECT * FROM item WHERE customer_id = :customer AND state <> 'open' AND closed_day >= :since)"

GPtrArray *candidates_listed(Store *store, gint64 customer_id, const char *currency, Day day, GError **error)
{
    return candidates_read(
        store,
        "SELECT l.* FROM (SELECT i.id, i.customer_id, i.kind, i.number, i.reference, i.currency, i.amount, i.due,"
        " i.state, 0 AS discount, NULL AS discount_until,"
        " sum(c.amount) - coalesce((SELECT sum(b.ahead) FROM allocation a"
        "   JOIN allocation_absorbed b ON b.allocation_id = a.id WHERE a.item_id = i.id AND b.ahead > 0"
        "   AND" ALLOCATION_STANDS "), 0) AS open"
        " FROM " LISTED_ITEMS " i JOIN item_change c ON c.item_id = i.id WHERE i.currency = :currency"
        " AND c.first = 0 AND c.amount > 0 AND c.day BETWEEN :day AND :until GROUP BY i.id) l"
        " WHERE l.open > 0 ORDER BY l.due, l.id",
        BINDS(INTEGER("customer", customer_id), TEXT("currency", currency), DAY("day", day),
              DAY("until", day_plus(day, LISTED_DAYS)), DAY("since", day_plus(day, -CLOSED_BEFORE_DAYS))),
        error);
}

/* --- Sums ----------------------------------------------------------------------------------------------- */

enum { SUBSET_STEPS = 200000 };

typedef struct {
    const Cents *amounts;
    size_t count;
    Cents above[SUBSET_POOL + 1], below[SUBSET_POOL + 1]; /* what the amounts from here on can add or take away */
    bool taken[SUBSET_POOL], first[SUBSET_POOL];
    int found, steps;
} Subset;

static void subset_search(Subset *subset, size_t from, int left, Cents rest)
{
    if (subset->found > 1 || ++subset->steps > SUBSET_STEPS)
        return;
    if (left == 0) {
        if (rest == 0 && subset->found++ == 0)
            memcpy(subset->first, subset->taken, sizeof subset->first);
        return;
    }
    for (size_t i = from; i < subset->count; i++) {
        if (rest > subset->above[i] || rest < subset->below[i])
            return;
        subset->taken[i] = true;
        subset_search(subset, i + 1, left - 1, rest - subset->amounts[i]);
        subset->taken[i] = false;
    }
}

bool subset_unique(const Cents *amounts, size_t count, Cents target, bool *chosen)
{
    Subset subset = {.amounts = amounts, .count = MIN(count, SUBSET_POOL)};
    for (size_t i = subset.count; i-- > 0;) {
        subset.above[i] = subset.above[i + 1] + MAX(amounts[i], 0);
        subset.below[i] = subset.below[i + 1] + MIN(amounts[i], 0);
    }
    for (int items = 1; items <= SUBSET_ITEMS && subset.found == 0; items++)
        subset_search(&subset, 0, items, target);
    if (subset.found != 1 || subset.steps > SUBSET_STEPS)
        return false;
    memset(chosen, 0, count * sizeof *chosen);
    memcpy(chosen, subset.first, subset.count * sizeof *chosen);
    return true;
}
