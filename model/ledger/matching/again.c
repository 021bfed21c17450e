/* Bank lines that wait for better knowledge, and the second try when it comes. */
#include "base/i18n.h"
#include "ledger/matching/waiting.h"

#include <string.h>

void waiting_free(gpointer data)
{
    Waiting *waiting = data;
    LineRecord *line = &waiting->line;
    const char *owned[] = {line->currency,      line->name,          line->account,
                           line->reference,     line->text,          line->bank_reference,
                           line->cheque_number, line->return_reason, line->original_currency,
                           line->end_to_end,    line->mandate,       line->code};
    for (size_t i = 0; i < G_N_ELEMENTS(owned); i++)
        g_free((char *)owned[i]);
    g_free(waiting->state);
    g_free(waiting->reason);
    g_free(waiting);
}

static char *column(Query *query, const char *name)
{
    return g_strdup(query_text(query, name));
}

static Waiting *waiting_read(Query *query)
{
    Waiting *waiting = g_new0(Waiting, 1);
    waiting->payment_id = query_integer(query, "id");
    waiting->customer_id = query_integer_or(query, "customer_id", 0);
    waiting->rest = query_integer(query, "amount") - query_integer(query, "allocated");
    waiting->by_person = !query_is_null(query, "agent_id");
    waiting->state = column(query, "state");
    waiting->reason = column(query, "match_reason");
    waiting->line = (LineRecord){.day = query_day(query, "day"),
                                 .value_day = query_day(query, "value_day"),
                                 .amount = query_integer(query, "amount"),
                                 .currency = column(query, "currency"),
                                 .name = column(query, "name"),
                                 .account = column(query, "account"),
                                 .reference = column(query, "reference"),
                                 .text = column(query, "text"),
                                 .bank_reference = column(query, "bank_reference"),
                                 .end_to_end = column(query, "end_to_end"),
                                 .cheque_number = column(query, "cheque_number"),
                                 .mandate = column(query, "mandate"),
                                 .cheque = query_integer(query, "cheque") != 0,
                                 .charges = query_integer(query, "charges"),
                                 .code = column(query, "code"),
                                 .booked = true,
                                 .reversal = query_integer(query, "reversal") != 0,
                                 .return_reason = column(query, "return_reason"),
                                 .original_amount = query_integer_or(query, "original_amount", 0),
                                 .original_currency = column(query, "original_currency")};
    return waiting;
}

#define WAITING_SQL                                                                                                    \
    "SELECT p.*, m.customer_id, m.agent_id, m.state, m.allocated, m.reason AS match_reason FROM payment_match m"       \
    " JOIN payment p ON p.id = m.payment_id"                                                                           \
    " WHERE NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) AND "

Waiting *waiting_find(Store *store, gint64 payment_id, GError **error)
{
    Waiting *waiting = NULL;
    g_autoptr(Query) query =
        store_query(store, WAITING_SQL "p.id = :payment", BINDS(INTEGER("payment", payment_id)), error);
    if (query != NULL && query_next(query))
        waiting = waiting_read(query);
    if (query == NULL || !query_finish(query, error)) {
        g_clear_pointer(&waiting, waiting_free);
        return NULL;
    }
    if (waiting == NULL)
        fail(error, BELRONDE_ERROR_MISSING, _("There is no such receipt, or it went back meanwhile."));
    return waiting;
}

static GPtrArray *waiting_list(Store *store, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(waiting_free);
    g_autoptr(Query) query =
        store_query(store,
                    WAITING_SQL "m.state IN ('unmatched', 'proposed', 'on_account') AND m.allocated = 0"
                                " AND m.agent_id IS NULL ORDER BY p.id",
                    NO_BINDS, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(list, waiting_read(query));
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&list) : NULL;
}

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

static bool again_one(Booking *booking, const Waiting *waiting, GError **error)
{
    bool differs;
    g_autoptr(Match) match = match_line(booking->ledger, &waiting->line, error);
    if (match == NULL || !again_differs(booking, waiting, match, &differs, error))
        return false;
    return !differs || ((waiting->customer_id == 0 || touch_money(booking, waiting->customer_id, error)) &&
                        match_book(booking, waiting->payment_id, &waiting->line, match, error));
}

bool match_again_book(Booking *booking, GError **error)
{
    g_autoptr(GPtrArray) list = waiting_list(booking->store, error);
    for (guint i = 0; list != NULL && i < list->len; i++) {
        if (!again_one(booking, g_ptr_array_index(list, i), error))
            return false;
        if (++booking->rows >= BOOKING_ROWS && !(work_finish(booking, error) && work_begin(booking, error)))
            return false;
    }
    return list != NULL;
}

bool match_again(Ledger *ledger, const BookingOptions *options, ImportSummary *summary, GError **error)
{
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done = work_begin(&booking, error) && match_again_book(&booking, error) && work_finish(&booking, error);
    booking_end(&booking);
    return done;
}
