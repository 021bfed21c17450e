/* A person's answer taken back: its money moves back and the line waits again. */
#include "ledger/matching/learned.h"

static GArray *standing_read(Booking *booking, gint64 payment_id, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT a.id FROM allocation a WHERE a.payment_id = :payment AND" ALLOCATION_STANDS " ORDER BY a.id DESC",
        BINDS(INTEGER("payment", payment_id)), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(ids, id);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&ids) : NULL;
}

/* The line then waits for an answer again, with whatever proposal fits now; it never books by itself. */
static bool revoke_rematch(Booking *booking, const Waiting *waiting, GError **error)
{
    g_autoptr(Match) match = match_line(booking->ledger, &waiting->line, error);
    if (match == NULL)
        return false;
    match->closes = false;
    return match_book(booking, waiting->payment_id, &waiting->line, match, error);
}

bool standing_revoke(Booking *booking, gint64 payment_id, GError **error)
{
    g_autoptr(GArray) standing = standing_read(booking, payment_id, error);
    for (guint i = 0; standing != NULL && i < standing->len; i++)
        if (!allocation_revoke(booking, g_array_index(standing, gint64, i), error))
            return false;
    return standing != NULL;
}

static bool hold(Booking *booking, gint64 payment_id, GError **error)
{
    return store_run(booking->store, "UPDATE payment_match SET held = 1 WHERE payment_id = :payment",
                     BINDS(INTEGER("payment", payment_id)), error);
}

static bool revoke_run(Booking *booking, gint64 payment_id, GError **error)
{
    g_autoptr(Waiting) waiting = waiting_find(booking->store, payment_id, error);
    return waiting != NULL && (waiting->customer_id == 0 || touch_money(booking, waiting->customer_id, error)) &&
           standing_revoke(booking, payment_id, error) && decision_unlearn(booking, waiting, error) &&
           revoke_rematch(booking, waiting, error) && hold(booking, payment_id, error);
}

bool match_revoke(Ledger *ledger, gint64 payment_id, const BookingOptions *options, GError **error)
{
    g_autoptr(ImportSummary) summary = import_summary_new();
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done = work_begin(&booking, error) && revoke_run(&booking, payment_id, error) && work_finish(&booking, error);
    booking_end(&booking);
    return done;
}
