/* Money against items.  item.open = ledger_open − Σ allocations (with what was waived) + what of them the newest
 * list has absorbed; every function here leaves that true. */
#include "ledger/booking/parts.h"

#include <string.h>

/* --- What the lists brought and no bank line explains yet ----------------------------------------------- */

typedef struct {
    Cents open;
    Cents regular; /* between two lists */
    Cents first;   /* before the item was first seen */
} Unexplained;

/* Changes of one direction (sign), from the line's day on: a list older than the line cannot have known it. */
static bool unexplained_read(Store *store, gint64 item_id, int sign, Day day, Unexplained *found, GError **error)
{
    const Bind binds[] = {INTEGER("item", item_id), INTEGER("sign", sign), DAY("day", day)};
    g_autoptr(Query) query = store_query(
        store,
        "SELECT i.open,"
        " coalesce((SELECT sum(c.amount) FROM item_change c WHERE c.item_id = i.id AND c.first = 0"
        "   AND c.credit_id IS NULL AND c.amount * :sign > 0 AND c.day >= :day), 0) AS regular,"
        " coalesce((SELECT sum(c.amount) FROM item_change c WHERE c.item_id = i.id AND c.first = 1"
        "   AND c.amount * :sign > 0 AND c.day >= :day), 0) AS first,"
        " coalesce((SELECT sum(b.ahead) FROM allocation a JOIN allocation_absorbed b ON b.allocation_id = a.id"
        "   WHERE a.item_id = i.id AND b.ahead * :sign > 0 AND" ALLOCATION_STANDS "), 0)"
        " + CASE :sign WHEN 1 THEN"
        "   coalesce((SELECT sum(x.known_invoice) FROM item_credit x WHERE x.invoice_id = i.id), 0)"
        "   ELSE -coalesce((SELECT sum(x.known_credit) FROM item_credit x WHERE x.credit_id = i.id), 0) END AS used"
        " FROM item i WHERE i.id = :item",
        binds, G_N_ELEMENTS(binds), error);
    if (query != NULL && query_next(query)) {
        Cents used = query_integer(query, "used") * sign;
        Cents first = query_integer(query, "first") * sign;
        Cents of_first = MIN(used, first);
        found->open = query_integer(query, "open") * sign;
        found->first = first - of_first;
        found->regular = MAX(query_integer(query, "regular") * sign - (used - of_first), 0);
    }
    return query != NULL && query_finish(query, error);
}

/* A line pays what is open where it fits exactly; else it is the one the lists spoke of, where it fits there. */
static Cents ahead_of(const Unexplained *found, Cents amount)
{
    if (found->open <= 0)
        return MIN(amount, found->regular + found->first);
    if (amount == found->open)
        return 0;
    return amount <= found->regular || amount == found->first ? amount : 0;
}

bool item_payable(Store *store, gint64 item_id, Cents amount, Day day, Cents *part, Cents *ahead, GError **error)
{
    Unexplained found = {0};
    int sign = amount < 0 ? -1 : 1;
    if (!unexplained_read(store, item_id, sign, day, &found, error))
        return false;
    *ahead = sign * ahead_of(&found, amount * sign);
    *part = *ahead != 0 ? *ahead : sign * MIN(amount * sign, MAX(found.open, 0));
    return true;
}

/* What came back: the list may have raised the item already. */
static bool return_ahead(Store *store, gint64 item_id, Cents effect, Day day, Cents *ahead, GError **error)
{
    Unexplained found = {0};
    int sign = effect < 0 ? -1 : 1;
    if (!unexplained_read(store, item_id, sign, day, &found, error))
        return false;
    *ahead = effect * sign <= found.regular ? effect : 0;
    return true;
}

/* --- Allocations ---------------------------------------------------------------------------------------- */

static bool absorbed_add(Store *store, gint64 allocation_id, Cents amount, Cents ahead, GError **error)
{
    return amount == 0 ||
           store_run(store,
                     "INSERT INTO allocation_absorbed (allocation_id, amount, ahead)"
                     " VALUES (:id, :amount, :ahead) ON CONFLICT (allocation_id) DO UPDATE SET"
                     " amount = allocation_absorbed.amount + excluded.amount,"
                     " ahead = allocation_absorbed.ahead + excluded.ahead",
                     BINDS(INTEGER("id", allocation_id), INTEGER("amount", amount), INTEGER("ahead", ahead)), error);
}

static bool customer_of(Store *store, gint64 item_id, gint64 *customer_id, GError **error)
{
    return store_value(store, "SELECT customer_id FROM item WHERE id = :id", BINDS(INTEGER("id", item_id)), 0,
                       customer_id, error);
}

/* Money that only changes its place was known since it was first set against the item. */
#define KNOWN_AFTER                                                                                                    \
    " coalesce((SELECT min(o.after_event) FROM allocation o JOIN allocation r ON r.reverses = o.id"                    \
    "   AND r.payment_id = o.payment_id WHERE o.payment_id = :payment AND o.item_id = :item), :event)"

bool allocation_add(Booking *booking, const AllocationFacts *facts, GError **error)
{
    gint64 customer_id, event_id, id;
    Cents effect = facts->amount + facts->waived, ahead = 0, part;
    if (!customer_of(booking->store, facts->item_id, &customer_id, error) ||
        !touch_money(booking, customer_id, error) || !newest_event(booking, &event_id, error))
        return false;
    bool known = facts->reverses != 0
                     ? return_ahead(booking->store, facts->item_id, effect, facts->day, &ahead, error)
                     : item_payable(booking->store, facts->item_id, effect, facts->day, &part, &ahead, error);
    if (!known ||
        !store_insert(
            booking->store,
            "INSERT INTO allocation (payment_id, item_id, amount, waived, waived_for, reverses, day, after_event)"
            " VALUES (:payment, :item, :amount, :waived, :why, :reverses, :day," KNOWN_AFTER ") RETURNING id",
            BINDS(INTEGER("payment", facts->payment_id), INTEGER("item", facts->item_id),
                  INTEGER("amount", facts->amount), INTEGER("waived", facts->waived),
                  TEXT("why", facts->waived != 0 && facts->waived_for != NULL ? facts->waived_for : ""),
                  ID("reverses", facts->reverses), DAY("day", facts->day), INTEGER("event", event_id)),
            &id, error))
        return false;
    return absorbed_add(booking->store, id, ahead, ahead, error) &&
           item_refresh(booking, facts->item_id, facts->day, error);
}

/* Unlike a return this money never moved: what the lists had absorbed of it goes with it. */
bool allocation_revoke(Booking *booking, gint64 allocation_id, GError **error)
{
    gint64 item_id = 0, customer_id, event_id, id;
    if (!store_value(booking->store, "SELECT item_id FROM allocation WHERE id = :id",
                     BINDS(INTEGER("id", allocation_id)), 0, &item_id, error) ||
        !customer_of(booking->store, item_id, &customer_id, error) || !touch_money(booking, customer_id, error) ||
        !newest_event(booking, &event_id, error))
        return false;
    return store_insert(
               booking->store,
               "INSERT INTO allocation (payment_id, item_id, amount, waived, waived_for, reverses, day, after_event)"
               " SELECT payment_id, item_id, -amount, -waived, waived_for, id, day, :event FROM allocation WHERE id = "
               ":id"
               " RETURNING id",
               BINDS(INTEGER("event", event_id), INTEGER("id", allocation_id)), &id, error) &&
           store_run(booking->store,
                     "INSERT INTO allocation_absorbed (allocation_id, amount, ahead)"
                     " SELECT :new, -amount, -ahead FROM allocation_absorbed WHERE allocation_id = :id",
                     BINDS(INTEGER("new", id), INTEGER("id", allocation_id)), error) &&
           item_refresh(booking, item_id, booking->today, error);
}

/* --- A newer list --------------------------------------------------------------------------------------- */

typedef struct {
    gint64 allocation_id;
    Cents pending;
} Pending;

/* Allocations the lists do not know yet, oldest first.  One that came back before any list knew either half is
 * left out with its return: together they moved nothing. */
static GArray *pending_read(Store *store, gint64 item_id, GError **error)
{
    g_autoptr(GArray) pending = g_array_new(FALSE, FALSE, sizeof(Pending));
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT a.id, a.amount + a.waived - coalesce(b.amount, 0) AS pending FROM allocation a"
                    " LEFT JOIN allocation_absorbed b ON b.allocation_id = a.id"
                    " WHERE a.item_id = :item AND a.amount + a.waived <> coalesce(b.amount, 0) AND" ALLOCATION_STANDS
                    " AND NOT (b.allocation_id IS NULL AND EXISTS (SELECT 1 FROM allocation o"
                    "   WHERE (o.reverses = a.id OR o.id = a.reverses)"
                    "   AND NOT EXISTS (SELECT 1 FROM allocation_absorbed x WHERE x.allocation_id = o.id)))"
                    " ORDER BY a.id",
                    BINDS(INTEGER("item", item_id)), error);
    while (query != NULL && query_next(query)) {
        Pending one = {query_integer(query, "id"), query_integer(query, "pending")};
        g_array_append_val(pending, one);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&pending) : NULL;
}

/* *settled keeps what no allocation explains. */
static bool absorb(Store *store, gint64 item_id, Cents *settled, GError **error)
{
    int sign = *settled < 0 ? -1 : 1;
    g_autoptr(GArray) pending = pending_read(store, item_id, error);
    if (pending == NULL)
        return false;
    for (guint i = 0; i < pending->len && *settled != 0; i++) {
        const Pending *one = &g_array_index(pending, Pending, i);
        if (one->pending * sign <= 0)
            continue;
        Cents part = sign * MIN(one->pending * sign, *settled * sign);
        if (!absorbed_add(store, one->allocation_id, part, 0, error))
            return false;
        *settled -= part;
    }
    return true;
}

/* credit_id 0: a list. */
static bool change_add(Booking *booking, gint64 item_id, Cents amount, bool first, gint64 credit_id, Day day,
                       GError **error)
{
    gint64 event_id;
    if (amount == 0)
        return true;
    return newest_event(booking, &event_id, error) &&
           store_run(booking->store,
                     "INSERT INTO item_change (item_id, day, amount, first, after_event, import_id, credit_id)"
                     " VALUES (:item, :day, :amount, :first, :event, :import, :credit)",
                     BINDS(INTEGER("item", item_id), DAY("day", day), INTEGER("amount", amount),
                           INTEGER("first", first), INTEGER("event", event_id), ID("import", booking->import_id),
                           ID("credit", credit_id)),
                     error);
}

bool item_ledger_move(Booking *booking, gint64 item_id, Cents settled, Cents open, Day day, GError **error)
{
    gint64 customer_id;
    return customer_of(booking->store, item_id, &customer_id, error) && touch_money(booking, customer_id, error) &&
           absorb(booking->store, item_id, &settled, error) &&
           change_add(booking, item_id, settled, false, 0, day, error) &&
           store_run(booking->store, "UPDATE item SET ledger_open = :open WHERE id = :item",
                     BINDS(INTEGER("open", open), INTEGER("item", item_id)), error) &&
           item_refresh(booking, item_id, day, error);
}

bool item_credit_move(Booking *booking, gint64 item_id, Cents amount, gint64 credit_id, Day day, GError **error)
{
    gint64 customer_id;
    return customer_of(booking->store, item_id, &customer_id, error) && touch_money(booking, customer_id, error) &&
           change_add(booking, item_id, amount, false, credit_id, day, error) &&
           store_run(booking->store, "UPDATE item SET ledger_open = ledger_open - :amount WHERE id = :item",
                     BINDS(INTEGER("amount", amount), INTEGER("item", item_id)), error) &&
           item_refresh(booking, item_id, day, error);
}

bool item_unexplained(Store *store, gint64 item_id, int sign, Day since, Cents *amount, GError **error)
{
    Unexplained found = {0};
    if (!unexplained_read(store, item_id, sign, since, &found, error))
        return false;
    *amount = found.regular + found.first;
    return true;
}

bool item_absorb_all(Booking *booking, gint64 item_id, Day day, GError **error)
{
    g_autoptr(GArray) pending = pending_read(booking->store, item_id, error);
    if (pending == NULL)
        return false;
    for (guint i = 0; i < pending->len; i++) {
        const Pending *one = &g_array_index(pending, Pending, i);
        if (!absorbed_add(booking->store, one->allocation_id, one->pending, 0, error))
            return false;
    }
    return item_refresh(booking, item_id, day, error);
}

bool item_settled_before(Booking *booking, gint64 item_id, Cents settled, GError **error)
{
    return change_add(booking, item_id, settled, true, 0, booking->today, error);
}

/* --- The item itself ------------------------------------------------------------------------------------ */

static bool item_parts_sum(Store *store, gint64 item_id, Cents *open, Cents *before, bool *was_open, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT i.open, i.state, i.ledger_open"
                    " - coalesce((SELECT sum(a.amount + a.waived) FROM allocation a WHERE a.item_id = i.id), 0)"
                    " + coalesce((SELECT sum(b.amount) FROM allocation a"
                    "   JOIN allocation_absorbed b ON b.allocation_id = a.id WHERE a.item_id = i.id), 0) AS parts"
                    " FROM item i WHERE i.id = :item",
                    BINDS(INTEGER("item", item_id)), error);
    if (query != NULL && query_next(query)) {
        *before = query_integer(query, "open");
        *was_open = strcmp(query_text(query, "state"), "open") == 0;
        *open = query_integer(query, "parts");
    }
    return query != NULL && query_finish(query, error);
}

bool item_refresh(Booking *booking, gint64 item_id, Day day, GError **error)
{
    Cents open = 0, before = 0;
    bool was_open = false;
    if (!item_parts_sum(booking->store, item_id, &open, &before, &was_open, error))
        return false;
    if (was_open == (open != 0))
        return open == before || store_run(booking->store, "UPDATE item SET open = :open WHERE id = :item",
                                           BINDS(INTEGER("open", open), INTEGER("item", item_id)), error);
    booking->summary->closed_items += was_open;
    return store_run(booking->store, "UPDATE item SET open = :open, state = :state, closed_day = :day WHERE id = :item",
                     BINDS(INTEGER("open", open), TEXT("state", was_open ? "closed" : "open"),
                           DAY("day", was_open ? day : DAY_NONE), INTEGER("item", item_id)),
                     error);
}
