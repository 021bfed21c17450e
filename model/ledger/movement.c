#include "ledger/movement.h"

#include "ledger/booking/parts.h"

#include <string.h>

#define MOVEMENTS_PROMISED_FILTER                                                                                      \
    " AND i.id IN (SELECT pi.item_id FROM promise_item pi JOIN promise p ON p.id = pi.promise_id"                      \
    " WHERE p.customer_id = :customer)"
#define MOVEMENTS_RECENT_FILTER " AND i.kind = 'invoice' AND (i.closed_day IS NULL OR i.closed_day >= :since)"

#define ALLOCATIONS_SQL                                                                                                \
    "SELECT a.id, a.item_id, i.currency, a.amount + a.waived AS amount, a.day, a.after_event, a.reverses,"             \
    " coalesce(b.ahead, 0) AS ahead"                                                                                   \
    " FROM item i JOIN allocation a ON a.item_id = i.id"                                                               \
    " LEFT JOIN allocation_absorbed b ON b.allocation_id = a.id"                                                       \
    " WHERE i.customer_id = :customer AND" ALLOCATION_STANDS
#define CHANGES_SQL                                                                                                    \
    "SELECT c.item_id, i.currency, c.amount, c.day, c.after_event, c.first"                                            \
    " FROM item i JOIN item_change c ON c.item_id = i.id WHERE i.customer_id = :customer"

static const struct {
    const char *allocations, *changes;
    size_t binds; /* of customer, since */
} SCOPE_SQL[] = {
    [MOVEMENTS_PROMISED] = {ALLOCATIONS_SQL MOVEMENTS_PROMISED_FILTER " ORDER BY a.id",
                            CHANGES_SQL MOVEMENTS_PROMISED_FILTER " ORDER BY c.id", 1},
    [MOVEMENTS_RECENT] = {ALLOCATIONS_SQL MOVEMENTS_RECENT_FILTER " ORDER BY a.id",
                          CHANGES_SQL MOVEMENTS_RECENT_FILTER " ORDER BY c.id", 2},
};

/* A movement on its way, with the allocation it came from (0: a list). */
typedef struct {
    Movement movement;
    gint64 allocation_id;
} Draft;

static Movement movement_read(Query *query)
{
    Movement movement = {.item_id = query_integer(query, "item_id"),
                         .day = query_day(query, "day"),
                         .after_event = query_integer_or(query, "after_event", MOVEMENT_BY_DAY),
                         .amount = query_integer(query, "amount")};
    g_strlcpy(movement.currency, query_text(query, "currency"), sizeof movement.currency);
    return movement;
}

static bool changes_read(GArray *drafts, Store *store, const char *sql, const Bind *binds, size_t count, GError **error)
{
    g_autoptr(Query) query = store_query(store, sql, binds, count, error);
    while (query != NULL && query_next(query)) {
        Draft draft = {.movement = movement_read(query)};
        draft.movement.first = query_integer(query, "first") != 0;
        g_array_append_val(drafts, draft);
    }
    return query != NULL && query_finish(query, error);
}

/* The newest positive movement of the item (of this allocation, where one is named) gives back first. */
static void give_back(GArray *drafts, gint64 item_id, gint64 allocation_id, Cents amount)
{
    for (guint i = drafts->len; i-- > 0 && amount > 0;) {
        Draft *draft = &g_array_index(drafts, Draft, i);
        if (draft->movement.item_id != item_id || draft->movement.amount <= 0 ||
            (allocation_id != 0 && draft->allocation_id != allocation_id))
            continue;
        Cents part = MIN(amount, draft->movement.amount);
        draft->movement.amount -= part;
        amount -= part;
    }
}

/* The list knew this much of the line already: its change shrinks, and where the line is a receipt the change
 * turns into the bank's day and keeps its place in the record. */
static void take_ahead(GArray *drafts, guint changes, const Draft *line, Cents ahead)
{
    int sign = ahead < 0 ? -1 : 1;
    for (guint i = 0; i < changes && ahead != 0; i++) {
        Draft change = g_array_index(drafts, Draft, i);
        if (change.movement.item_id != line->movement.item_id || change.movement.amount * sign <= 0)
            continue;
        Draft part = *line;
        part.movement.amount = sign * MIN(ahead * sign, change.movement.amount * sign);
        part.movement.after_event = change.movement.after_event;
        g_array_index(drafts, Draft, i).movement.amount -= part.movement.amount;
        ahead -= part.movement.amount;
        if (sign > 0)
            g_array_append_val(drafts, part);
    }
}

static bool allocations_read(GArray *drafts, Store *store, const char *sql, const Bind *binds, size_t count,
                             GError **error)
{
    guint changes = drafts->len;
    g_autoptr(Query) query = store_query(store, sql, binds, count, error);
    while (query != NULL && query_next(query)) {
        Draft draft = {.movement = movement_read(query), .allocation_id = query_integer(query, "id")};
        Cents ahead = query_integer(query, "ahead");
        take_ahead(drafts, changes, &draft, ahead);
        if (draft.movement.amount < 0) {
            give_back(drafts, draft.movement.item_id, query_integer_or(query, "reverses", 0), -draft.movement.amount);
            continue;
        }
        draft.movement.amount -= ahead;
        if (draft.movement.amount > 0)
            g_array_append_val(drafts, draft);
    }
    return query != NULL && query_finish(query, error);
}

/* A list that raised what is open took back what an earlier movement had brought. */
static void rises_take_back(GArray *drafts)
{
    for (guint i = 0; i < drafts->len; i++) {
        Movement rise = g_array_index(drafts, Draft, i).movement;
        if (rise.amount < 0)
            give_back(drafts, rise.item_id, 0, -rise.amount);
    }
}

static int movement_compare(gconstpointer a, gconstpointer b)
{
    const Movement *one = a, *other = b;
    return day_compare(one->day, other->day);
}

GArray *movements_of(Store *store, gint64 customer_id, MovementScope scope, Day since, GError **error)
{
    g_autoptr(GArray) drafts = g_array_new(FALSE, FALSE, sizeof(Draft));
    const Bind binds[] = {INTEGER("customer", customer_id), INTEGER("since", since.number)};
    size_t count = SCOPE_SQL[scope].binds;
    if (!changes_read(drafts, store, SCOPE_SQL[scope].changes, binds, count, error) ||
        !allocations_read(drafts, store, SCOPE_SQL[scope].allocations, binds, count, error))
        return NULL;
    rises_take_back(drafts);
    GArray *movements = g_array_new(FALSE, FALSE, sizeof(Movement));
    for (guint i = 0; i < drafts->len; i++) {
        const Movement *movement = &g_array_index(drafts, Draft, i).movement;
        if (movement->amount > 0)
            g_array_append_val(movements, *movement);
    }
    g_array_sort(movements, movement_compare);
    return movements;
}
