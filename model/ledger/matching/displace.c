/* Receipts that give way: to one of an earlier day that comes in after it and paid the same invoice, to their own
 * details. */
#include "ledger/matching/waiting.h"

#include <string.h>

/* What the program itself set against the item for lines that come after this one: of a later day, on the same day
 * of a smaller amount.  What a list has taken over since stays where it is. */
#define LATER_ALLOCATIONS                                                                                              \
    " allocation a JOIN payment p ON p.id = a.payment_id JOIN payment_match m ON m.payment_id = p.id"                  \
    " WHERE a.item_id = :item AND a.amount > 0 AND m.agent_id IS NULL AND m.held = 0 AND m.state = 'matched'"          \
    " AND (p.day > :day OR (p.day = :day AND p.amount < :amount)) AND" ALLOCATION_STANDS                               \
    " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id)"                                       \
    " AND NOT EXISTS (SELECT 1 FROM allocation o JOIN allocation_absorbed b ON b.allocation_id = o.id"                 \
    "   WHERE o.payment_id = p.id)"

/* --- Who gives way -------------------------------------------------------------------------------------- */

static bool later_add(Booking *booking, gint64 item_id, const LineRecord *line, GArray *later, GError **error)
{
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT p.id FROM" LATER_ALLOCATIONS " ORDER BY p.day, p.amount DESC, p.id",
                    BINDS(INTEGER("item", item_id), DAY("day", line->day), INTEGER("amount", line->amount)), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(later, id);
    }
    return query != NULL && query_finish(query, error);
}

bool item_paid_later(Search *search, const Candidate *item, bool *later, GError **error)
{
    gint64 sum = 0;
    if (!store_value(
            search->store, "SELECT coalesce(sum(a.amount + a.waived), 0) AS sum FROM" LATER_ALLOCATIONS,
            BINDS(INTEGER("item", item->id), DAY("day", search->line->day), INTEGER("amount", search->line->amount)), 0,
            &sum, error))
        return false;
    *later = sum >= item->amount;
    return true;
}

/* GPtrArray of Waiting; NULL: error. */
static GPtrArray *later_find(Booking *booking, const LineRecord *line, const Match *match, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GPtrArray) later = g_ptr_array_new_with_free_func(waiting_free);
    bool books = match->closes && !match->listed && line->amount > 0;
    for (guint i = 0; i < match->paid_ids->len; i++)
        if (!later_add(booking, g_array_index(match->paid_ids, gint64, i), line, ids, error))
            return NULL;
    for (guint i = 0; books && i < match->parts->len; i++)
        if (!later_add(booking, g_array_index(match->parts, MatchPart, i).item_id, line, ids, error))
            return NULL;
    for (guint i = 0; i < ids->len; i++) {
        Waiting *one = waiting_find(booking->store, g_array_index(ids, gint64, i), error);
        if (one == NULL)
            return NULL;
        g_ptr_array_add(later, one);
    }
    return g_steal_pointer(&later);
}

static int turn_compare(gconstpointer a, gconstpointer b)
{
    const Waiting *one = *(const Waiting *const *)a, *other = *(const Waiting *const *)b;
    int day = day_compare(one->line.day, other->line.day);
    return day != 0 ? day : (one->line.amount < other->line.amount) - (one->line.amount > other->line.amount);
}

/* --- The turn of each ----------------------------------------------------------------------------------- */

static bool line_match_book(Booking *booking, gint64 payment_id, const LineRecord *line, GError **error)
{
    g_autoptr(Match) match = match_line(booking->ledger, line, error);
    return match != NULL && match_book_in_order(booking, payment_id, line, match, error);
}

/* A receipt of an earlier file that only changes its place is no news of this one. */
static bool displaced_book(Booking *booking, const Waiting *waiting, GError **error)
{
    int matched[G_N_ELEMENTS(booking->summary->matched)];
    bool ours = booking->first_receipt != 0 && waiting->payment_id >= booking->first_receipt;
    match_uncount(booking, waiting);
    memcpy(matched, booking->summary->matched, sizeof matched);
    if (!line_match_book(booking, waiting->payment_id, &waiting->line, error))
        return false;
    if (!ours)
        memcpy(booking->summary->matched, matched, sizeof matched);
    return true;
}

bool match_book_in_order(Booking *booking, gint64 payment_id, const LineRecord *line, const Match *match,
                         GError **error)
{
    g_autoptr(GPtrArray) later = later_find(booking, line, match, error);
    if (later == NULL || later->len == 0)
        return later != NULL && match_book(booking, payment_id, line, match, error);
    for (guint i = 0; i < later->len; i++) {
        const Waiting *one = g_ptr_array_index(later, i);
        if (!touch_money(booking, one->customer_id, error) || !standing_revoke(booking, one->payment_id, error))
            return false;
    }
    if (!line_match_book(booking, payment_id, line, error))
        return false;
    g_ptr_array_sort(later, turn_compare);
    for (guint i = 0; i < later->len; i++)
        if (!displaced_book(booking, g_ptr_array_index(later, i), error))
            return false;
    return true;
}

bool match_put_aside(Booking *booking, gint64 payment_id, const char *reason, GError **error)
{
    g_autoptr(Waiting) waiting = waiting_find(booking->store, payment_id, error);
    g_autoptr(Match) nobody = match_new(MATCH_NONE, false, 0, 0, g_strdup(reason));
    return waiting != NULL && (waiting->customer_id == 0 || touch_money(booking, waiting->customer_id, error)) &&
           standing_revoke(booking, payment_id, error) &&
           match_state_write(booking, payment_id, "not_ours", nobody, 0, error) &&
           match_proposal_write(booking, payment_id, nobody, false, error);
}
