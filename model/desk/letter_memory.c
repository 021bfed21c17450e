#include "desk/letter_memory.h"

#include "base/clock.h"
#include "ledger/account.h"

bool letter_reader(Desk *desk, gint64 customer_id, const char *address, char **name, GError **error)
{
    return store_text(desk->store,
                      "SELECT name FROM contact WHERE customer_id = :customer AND active = 1"
                      " ORDER BY CASE WHEN email = :address AND email <> '' THEN 0 ELSE 1 END, position, id LIMIT 1",
                      BINDS(INTEGER("customer", customer_id), TEXT("address", address)), name, error);
}

char **letters_since(Desk *desk, gint64 customer_id, Day since, GError **error)
{
    g_autoptr(GStrvBuilder) documents = g_strv_builder_new();
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT DISTINCT o.document FROM outbox o JOIN event e ON e.id = o.event_id"
                    " WHERE o.customer_id = :customer AND o.state <> 'recalled' AND e.day <= :today AND e.day >= :since"
                    " ORDER BY o.document",
                    BINDS(INTEGER("customer", customer_id), DAY("today", clock_today()), DAY("since", since)), error);
    while (query != NULL && query_next(query))
        g_strv_builder_add(documents, query_text(query, "document"));
    return query != NULL && query_finish(query, error) ? g_strv_builder_end(documents) : NULL;
}

bool talk_last(Desk *desk, gint64 customer_id, gint64 event_id, Day until, Day *talk, GError **error)
{
    gint64 day = 0;
    if (!store_value(desk->store,
                     "SELECT max(e.day) AS day FROM event e WHERE e.customer_id = :customer AND e.kind = 'call'"
                     " AND e.contact_id IS NOT NULL AND e.id < :event AND e.day <= :until"
                     " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
                     BINDS(INTEGER("customer", customer_id), INTEGER("event", event_id), DAY("until", until)),
                     DAY_NONE.number, &day, error))
        return false;
    *talk = day_from_number(day);
    return true;
}

bool payment_last(Desk *desk, gint64 customer_id, const char *currency, Cents *amount, Day *day, GError **error)
{
    Cents came = 0;
    Day on = DAY_NONE;
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT p.amount, p.day FROM payment_match m JOIN payment p ON p.id = m.payment_id"
                    " WHERE m.customer_id = :customer AND m.state = 'matched' AND p.amount > 0"
                    " AND p.currency = :currency ORDER BY p.day DESC, p.id DESC LIMIT 1",
                    BINDS(INTEGER("customer", customer_id), TEXT("currency", currency)), error);
    if (query != NULL && query_next(query)) {
        came = query_integer(query, "amount");
        on = query_day(query, "day");
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    *amount = came;
    *day = on;
    return true;
}

bool customer_is_late(Desk *desk, gint64 customer_id, bool *late, GError **error)
{
    gint64 count = 0;
    if (!store_value(desk->store,
                     "SELECT count(*) AS late FROM item i WHERE i.customer_id = :customer AND i.state = 'open'"
                     " AND i.open > 0 AND" ITEM_ASKED_FROM " < :today",
                     BINDS(INTEGER("customer", customer_id), DAY("today", clock_today())), 0, &count, error))
        return false;
    *late = count > 0;
    return true;
}

bool customer_named(Desk *desk, gint64 customer_id, char **number, char **name, GError **error)
{
    g_autofree char *its_number = NULL, *its_name = NULL;
    g_autoptr(Query) query = store_query(desk->store, "SELECT number, name FROM customer WHERE id = :customer",
                                         BINDS(INTEGER("customer", customer_id)), error);
    if (query != NULL && query_next(query)) {
        its_number = query_dup(query, "number");
        its_name = query_dup(query, "name");
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    *number = its_number != NULL ? g_steal_pointer(&its_number) : g_strdup("");
    *name = its_name != NULL ? g_steal_pointer(&its_name) : g_strdup("");
    return true;
}
