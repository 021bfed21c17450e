/* The second try of bank lines that wait, when better knowledge comes. */
#include "ledger/matching/waiting.h"

#include <string.h>

enum { AGAIN_ROUNDS = 5 };

static bool proposal_is(Booking *booking, gint64 payment_id, const Match *match, bool *same, GError **error)
{
    guint met = 0, stored = 0;
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT item_id, amount FROM payment_proposal WHERE payment_id = :payment",
                    BINDS(INTEGER("payment", payment_id)), error);
    while (query != NULL && query_next(query)) {
        stored++;
        for (guint i = 0; i < match->parts->len; i++) {
            const MatchPart *part = &g_array_index(match->parts, MatchPart, i);
            met += part->item_id == query_integer(query, "item_id") && part->amount == query_integer(query, "amount");
        }
    }
    *same = met == stored && met == match->parts->len;
    return query != NULL && query_finish(query, error);
}

/* Nothing new is nothing written. */
static bool again_differs(Booking *booking, const Waiting *waiting, const Match *match, bool *differs, GError **error)
{
    const char *state = match_state(&waiting->line, match);
    bool same = true;
    *differs = strcmp(state, waiting->state) != 0 || match->customer_id != waiting->customer_id ||
               strcmp(match->reason, waiting->reason) != 0;
    if (!*differs && strcmp(state, "proposed") == 0 && !proposal_is(booking, waiting->payment_id, match, &same, error))
        return false;
    *differs |= !same;
    return true;
}

/* *moved: money was set against items. */
static bool again_one(Booking *booking, const Waiting *waiting, bool *moved, GError **error)
{
    bool differs;
    g_autoptr(Match) match = match_line(booking->ledger, &waiting->line, error);
    if (match == NULL)
        return false;
    if (waiting->held && !match->listed) {
        match->closes = false;
        g_array_set_size(match->paid_ids, 0);
    }
    if (!again_differs(booking, waiting, match, &differs, error))
        return false;
    if (!differs)
        return true;
    *moved |= match->closes;
    match_uncount(booking, waiting);
    return (waiting->customer_id == 0 || touch_money(booking, waiting->customer_id, error)) &&
           match_book_in_order(booking, waiting->payment_id, &waiting->line, match, error);
}

static bool again_find(Booking *booking, gint64 payment_id, bool *moved, GError **error)
{
    g_autoptr(GError) missing = NULL;
    g_autoptr(Waiting) waiting = waiting_find(booking->store, payment_id, &missing);
    if (waiting != NULL)
        return !waiting_is_undecided(waiting) || again_one(booking, waiting, moved, error);
    if (g_error_matches(missing, BELRONDE_ERROR, BELRONDE_ERROR_MISSING)) /* it went back meanwhile */
        return true;
    g_propagate_error(error, g_steal_pointer(&missing));
    return false;
}

static bool again_round(Booking *booking, bool *moved, GError **error)
{
    g_autoptr(GArray) ids = waiting_ids(booking->store, error);
    for (guint i = 0; ids != NULL && i < ids->len; i++) {
        if (!again_find(booking, g_array_index(ids, gint64, i), moved, error))
            return false;
        if (++booking->rows >= BOOKING_ROWS && !(work_finish(booking, error) && work_begin(booking, error)))
            return false;
    }
    return ids != NULL;
}

/* What one receipt pays now, an earlier one may have been proposed for: they are looked at until nothing moves. */
bool match_again_book(Booking *booking, GError **error)
{
    bool moved = true;
    for (int round = 0; moved && round < AGAIN_ROUNDS; round++) {
        moved = false;
        if (!again_round(booking, &moved, error))
            return false;
    }
    return true;
}

bool match_retold(Booking *booking, gint64 payment_id, GError **error)
{
    bool moved = false;
    return again_find(booking, payment_id, &moved, error);
}

bool match_again(Ledger *ledger, const BookingOptions *options, ImportSummary *summary, GError **error)
{
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done = work_begin(&booking, error) && match_again_book(&booking, error) && work_finish(&booking, error);
    booking_end(&booking);
    return done;
}
