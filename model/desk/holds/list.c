/* All customers of whom something is decided, for the program that takes orders. */
#include "desk/holds.h"

#include "base/clock.h"
#include "desk/verb.h"

static void holds_row_free(gpointer data)
{
    HoldsRow *row = data;
    g_free(row->number);
    g_free(row->name);
    g_free(row->agent);
    holds_free(row->holds);
    g_free(row);
}

/* A credit limit of the customer list alone is what that program has anyway. */
static const char list_sql[] =
    "SELECT c.id, c.number, c.name FROM customer c WHERE"
    " (:since IS NULL AND (c.stop_supply = 1 OR c.prepay = 1 OR c.not_callable = 'agency'"
    "   OR EXISTS (SELECT 1 FROM hold h WHERE h.customer_id = c.id)))"
    " OR EXISTS (SELECT 1 FROM hold h JOIN event e ON e.id = h.event_id LEFT JOIN event u ON u.undoes = e.id"
    "   WHERE h.customer_id = c.id AND (e.day >= :since OR u.day >= :since"
    "     OR (h.from_day >= :since AND h.from_day <= :today)))"
    " ORDER BY c.number";

static bool changed_read(Desk *desk, HoldsRow *row, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT coalesce(u.day, e.day) AS day, coalesce(b.name, a.name) AS agent FROM hold h"
                    " JOIN event e ON e.id = h.event_id JOIN agent a ON a.id = e.agent_id"
                    " LEFT JOIN event u ON u.undoes = e.id LEFT JOIN agent b ON b.id = u.agent_id"
                    " WHERE h.customer_id = :customer ORDER BY coalesce(u.id, e.id) DESC LIMIT 1",
                    BINDS(INTEGER("customer", row->customer_id)), error);
    row->changed = DAY_NONE;
    if (query != NULL && query_next(query)) {
        row->changed = query_day(query, "day");
        row->agent = query_dup(query, "agent");
    }
    if (row->agent == NULL)
        row->agent = g_strdup("");
    return query != NULL && query_finish(query, error);
}

GPtrArray *holds_list(Desk *desk, Day since, GError **error)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(holds_row_free);
    g_autoptr(Query) query =
        store_query(desk->store, list_sql, BINDS(DAY("since", since), DAY("today", clock_today())), error);
    while (query != NULL && query_next(query)) {
        HoldsRow *row = g_new0(HoldsRow, 1);
        row->customer_id = query_integer(query, "id");
        row->number = query_dup(query, "number");
        row->name = query_dup(query, "name");
        g_ptr_array_add(rows, row);
    }
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < rows->len; i++) {
        HoldsRow *row = g_ptr_array_index(rows, i);
        row->holds = holds_load(desk, row->customer_id, error);
        if (row->holds == NULL || !changed_read(desk, row, error))
            return NULL;
    }
    return g_steal_pointer(&rows);
}
