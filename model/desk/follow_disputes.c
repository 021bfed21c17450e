/* A dispute ends by itself once the credit note is there, or once nothing of its invoice is open. */
#include "desk/touchpoint_parts.h"

#include "base/i18n.h"
#include "desk/event.h"

#include <string.h>

/* One live dispute beside what moved on its invoice since it was made. */
typedef struct {
    gint64 id, item_id;
    Cents amount;
    Cents credits;  /* credit notes that name the invoice, less what they ended already */
    Cents lists;    /* what lists took off it that no bank line explains */
    bool accepted;  /* the owner agreed to it */
    gint64 notes;   /* credit notes of exactly this amount that name no invoice, less what they ended already */
    bool item_open; /* something of the invoice is still open */
} Watched;

#define STANDING(alias) "NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = " alias ".event_id)"

static const char WATCHED_SQL[] =
    "SELECT d.id, d.item_id, d.amount, CASE WHEN i.state = 'open' AND i.open > 0 THEN 1 ELSE 0 END AS item_open,"
    " EXISTS (SELECT 1 FROM dispute_accepted y WHERE y.dispute_id = d.id AND " STANDING(
        "y") ") AS accepted,"
             " coalesce((SELECT sum(h.amount) FROM item_change h WHERE h.item_id = d.item_id AND h.credit_id IS NOT "
             "NULL"
             "   AND h.after_event >= d.event_id), 0) AS credits,"
             " coalesce((SELECT sum(h.amount) FROM item_change h WHERE h.item_id = d.item_id AND h.credit_id IS NULL"
             "   AND h.first = 0 AND h.after_event >= d.event_id), 0) AS lists,"
             " coalesce((SELECT sum(o.amount) FROM dispute o JOIN dispute_end x ON x.dispute_id = o.id"
             "   WHERE o.item_id = d.item_id AND x.how = 'credited' AND x.event_id > d.event_id AND " STANDING(
                 "x") "), 0)"
                      "   AS spent,"
                      " (SELECT count(*) FROM item n WHERE n.customer_id = d.customer_id AND n.kind = 'credit_note' "
                      "AND n.state = 'open'"
                      "   AND n.currency = d.currency AND n.amount = -d.amount AND n.open = n.amount AND n.issued >= "
                      "e.day"
                      "   AND NOT EXISTS (SELECT 1 FROM item_credit z WHERE z.credit_id = n.id))"
                      " - (SELECT count(*) FROM dispute o JOIN dispute_end x ON x.dispute_id = o.id WHERE "
                      "o.customer_id = d.customer_id"
                      "   AND o.amount = d.amount AND o.currency = d.currency AND x.how = 'credited' AND x.event_id > "
                      "d.event_id"
                      "   AND " STANDING(
                          "x") ") AS notes"
                               " FROM dispute d JOIN item i ON i.id = d.item_id JOIN event e ON e.id = d.event_id"
                               " WHERE d.customer_id = :customer AND " STANDING(
                                   "d") " AND NOT EXISTS (SELECT 1 FROM dispute_end x WHERE x.dispute_id = d.id "
                                        "AND " STANDING("x") ") ORDER BY d.id";

static GArray *watched_read(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Watched));
    g_autoptr(Query) query = store_query(desk->store, WATCHED_SQL, BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        const Watched watched = {.id = query_integer(query, "id"),
                                 .item_id = query_integer(query, "item_id"),
                                 .amount = query_integer(query, "amount"),
                                 .credits = query_integer(query, "credits") - query_integer(query, "spent"),
                                 .lists = query_integer(query, "lists"),
                                 .accepted = query_integer(query, "accepted") != 0,
                                 .notes = query_integer(query, "notes"),
                                 .item_open = query_integer(query, "item_open") != 0};
        g_array_append_val(list, watched);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&list) : NULL;
}

/* How it ends; NULL: it goes on.  What a list takes off may be money, so it ends only what was agreed to, or what it
 * meets to the cent. */
static const char *ending(const Watched *watched)
{
    bool moved = watched->credits + watched->lists > 0;
    if (watched->credits >= watched->amount || watched->notes > 0 || watched->lists == watched->amount ||
        (watched->accepted && watched->credits + watched->lists >= watched->amount))
        return "credited";
    if (watched->item_open)
        return NULL;
    return moved ? "credited" : "withdrawn";
}

/* No credit ends two disputes. */
static void credit_spend(GArray *list, guint ended)
{
    const Watched *spent = &g_array_index(list, Watched, ended);
    for (guint i = ended + 1; i < list->len; i++) {
        Watched *next = &g_array_index(list, Watched, i);
        if (next->item_id == spent->item_id)
            next->credits -= spent->amount;
        if (next->amount == spent->amount)
            next->notes--;
    }
}

static bool dispute_close(Desk *desk, const Watched *watched, const char *how, gint64 event_id, GError **error)
{
    return store_run(desk->store, "INSERT INTO dispute_end (dispute_id, event_id, how) VALUES (:dispute, :event, :how)",
                     BINDS(INTEGER("dispute", watched->id), INTEGER("event", event_id), TEXT("how", how)), error) &&
           store_run(desk->store,
                     "UPDATE touchpoint SET closed_event = :event, closed_how = 'done' WHERE dispute_id = :dispute"
                     " AND closed_event IS NULL",
                     BINDS(INTEGER("event", event_id), INTEGER("dispute", watched->id)), error);
}

bool disputes_follow(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(GArray) list = watched_read(desk, customer_id, error);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        const Watched *watched = &g_array_index(list, Watched, i);
        const char *how = ending(watched);
        if (how == NULL)
            continue;
        bool credited = strcmp(how, "credited") == 0;
        const EventAnswer answer = {
            "summary", credited ? _("credit note in: dispute settled") : _("paid in full: dispute settled"), ""};
        gint64 event_id = 0;
        if (!program_event(desk, customer_id, "settled", NULL, &answer, &event_id, error) ||
            !dispute_close(desk, watched, how, event_id, error))
            return false;
        if (credited)
            credit_spend(list, i);
    }
    return list != NULL;
}
