/* Receipts that give way: to one of an earlier day that comes in after it and paid the same invoice, to their own
 * details. */
#include "ledger/matching/waiting.h"

/* What the program itself set against the item for a line of a later day; 0: nothing. */
static bool later_find(Booking *booking, gint64 item_id, Day day, gint64 *payment_id, GError **error)
{
    return store_value(booking->store,
                       "SELECT p.id FROM allocation a JOIN payment p ON p.id = a.payment_id"
                       " JOIN payment_match m ON m.payment_id = p.id WHERE a.item_id = :item AND a.amount > 0"
                       " AND m.agent_id IS NULL AND m.state = 'matched' AND p.day > :day AND" ALLOCATION_STANDS
                       " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id)"
                       " ORDER BY p.day DESC, p.id DESC LIMIT 1",
                       BINDS(INTEGER("item", item_id), DAY("day", day)), 0, payment_id, error);
}

static bool line_match_book(Booking *booking, gint64 payment_id, const LineRecord *line, GError **error)
{
    g_autoptr(Match) match = match_line(booking->ledger, line, error);
    return match != NULL && match_book(booking, payment_id, line, match, error);
}

bool match_book_in_order(Booking *booking, gint64 payment_id, const LineRecord *line, const Match *match,
                         GError **error)
{
    gint64 later = 0;
    if (match->paid_id != 0 && !later_find(booking, match->paid_id, line->day, &later, error))
        return false;
    if (later == 0)
        return match_book(booking, payment_id, line, match, error);
    g_autoptr(Waiting) displaced = waiting_find(booking->store, later, error);
    return displaced != NULL && touch_money(booking, displaced->customer_id, error) &&
           standing_revoke(booking, later, error) && line_match_book(booking, payment_id, line, error) &&
           line_match_book(booking, later, &displaced->line, error);
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
