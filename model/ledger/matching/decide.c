/* What a person decides about a receipt: yes to the proposal, a choice of his own, and taking that back. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/matching/waiting.h"

#include <string.h>

/* The stored parts, still possible?  A rest within the tolerance is let go, as it would be by a reference. */
static bool proposal_read(Booking *booking, const Waiting *waiting, Match *match, GError **error)
{
    bool possible = true;
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT q.item_id, q.amount, i.open, i.currency FROM payment_proposal q JOIN item i ON i.id = q.item_id"
        " WHERE q.payment_id = :payment ORDER BY q.item_id",
        BINDS(INTEGER("payment", waiting->payment_id)), error);
    while (query != NULL && query_next(query)) {
        Cents amount = query_integer(query, "amount"), open = query_integer(query, "open");
        bool same_side = (amount < 0) == (open < 0);
        possible &=
            same_side && ABS(open) >= ABS(amount) && strcmp(query_text(query, "currency"), waiting->line.currency) == 0;
        Cents rest = open - amount;
        match_part(match, query_integer(query, "item_id"), amount,
                   rest > 0 && amount > 0 && rest <= booking->terms.match_tolerance ? rest : 0);
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    return possible ||
           fail(error, BELRONDE_ERROR_STALE, _("What this receipt was to pay has moved meanwhile: look at it again."));
}

static bool confirm_book(Booking *booking, const Waiting *waiting, GError **error)
{
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, waiting->customer_id, g_strdup(waiting->reason));
    if (!touch_money(booking, waiting->customer_id, error) || !proposal_read(booking, waiting, match, error))
        return false;
    booking->summary->matched[MATCH_PERSON]++;
    return match_parts_allocate(booking, waiting->payment_id, waiting->line.day, match, error) &&
           match_state_write(booking, waiting->payment_id, match->parts->len > 0 ? "matched" : "on_account", match,
                             booking->ledger->agent_id, error) &&
           match_proposal_write(booking, waiting->payment_id, match, false, error) &&
           iban_learn(booking, waiting->customer_id, waiting->line.account, error);
}

/* The desk writes down who decided; then what follows from it, and the commit. */
static bool decision_record(Booking *booking, gint64 payment_id, gint64 customer_id, const char *op, GError **error)
{
    const BookingOptions *options = booking->options;
    return options->confirmed == NULL ||
           options->confirmed(payment_id, customer_id, op, options->follow_up_data, error);
}

static bool decision_known(Booking *booking, const char *op, bool *known, GError **error)
{
    gint64 recorded;
    if (!store_value(booking->store, "SELECT id FROM event WHERE op = :op", BINDS(TEXT("op", op)), 0, &recorded, error))
        return false;
    *known = recorded != 0;
    return true;
}

static bool confirm_run(Booking *booking, gint64 payment_id, const char *op, GError **error)
{
    bool known;
    if (!decision_known(booking, op, &known, error))
        return false;
    if (known)
        return true;
    Waiting *waiting = waiting_find(booking->store, payment_id, error);
    if (waiting == NULL)
        return false;
    bool waits = strcmp(waiting->state, "proposed") == 0 || strcmp(waiting->state, "on_account") == 0;
    bool done = waits ? confirm_book(booking, waiting, error) &&
                            decision_record(booking, payment_id, waiting->customer_id, op, error)
                      : fail(error, BELRONDE_ERROR_STALE, _("This receipt waits for no answer any more."));
    waiting_free(waiting);
    return done;
}

bool match_confirm(Ledger *ledger, gint64 payment_id, const char *op, const BookingOptions *options, GError **error)
{
    g_autoptr(ImportSummary) summary = import_summary_new();
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done =
        work_begin(&booking, error) && confirm_run(&booking, payment_id, op, error) && work_finish(&booking, error);
    booking_end(&booking);
    return done;
}

/* --- A person's own choice ------------------------------------------------------------------------------ */

/* One chosen item, with what is left of the receipt. */
static bool choice_part(Booking *booking, const Waiting *waiting, gint64 customer_id, gint64 item_id, Cents *left,
                        Match *match, GError **error)
{
    Cents open = 0;
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT open FROM item WHERE id = :id AND customer_id = :customer AND state = 'open' AND currency = :currency",
        BINDS(INTEGER("id", item_id), INTEGER("customer", customer_id), TEXT("currency", waiting->line.currency)),
        error);
    if (query != NULL && query_next(query))
        open = query_integer(query, "open");
    if (query == NULL || !query_finish(query, error))
        return false;
    if (open == 0)
        return fail(error, BELRONDE_ERROR_STALE,
                    _("One of the items is not open for this customer in this currency: look at it again."));
    Cents part = open < 0 ? open : MIN(open, *left), rest = open - part;
    if (part == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("The amount does not reach to all of these items: choose fewer."));
    match_part(match, item_id, part, rest > 0 && rest <= booking->terms.match_tolerance ? rest : 0);
    *left -= part;
    return true;
}

static bool assign_book(Booking *booking, const Waiting *waiting, gint64 customer_id, const GArray *item_ids,
                        GError **error)
{
    Cents left = waiting->rest;
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, customer_id, g_strdup(_("Assigned by hand.")));
    if ((waiting->customer_id != 0 && !touch_money(booking, waiting->customer_id, error)) ||
        !touch_money(booking, customer_id, error))
        return false;
    for (guint i = 0; i < item_ids->len; i++)
        if (!choice_part(booking, waiting, customer_id, g_array_index(item_ids, gint64, i), &left, match, error))
            return false;
    booking->summary->matched[MATCH_PERSON]++;
    return match_parts_allocate(booking, waiting->payment_id, waiting->line.day, match, error) &&
           match_state_write(booking, waiting->payment_id, match->parts->len > 0 ? "matched" : "on_account", match,
                             booking->ledger->agent_id, error) &&
           match_proposal_write(booking, waiting->payment_id, match, false, error) &&
           iban_learn(booking, customer_id, waiting->line.account, error);
}

static bool assign_run(Booking *booking, gint64 payment_id, gint64 customer_id, const GArray *item_ids, const char *op,
                       GError **error)
{
    bool known;
    if (!decision_known(booking, op, &known, error))
        return false;
    if (known)
        return true;
    Waiting *waiting = waiting_find(booking->store, payment_id, error);
    if (waiting == NULL)
        return false;
    /* Money set against another customer's items stays his; a rest may be set against more of his own. */
    bool free_rest =
        waiting->rest > 0 && (waiting->rest == waiting->line.amount || waiting->customer_id == customer_id);
    bool done = free_rest ? assign_book(booking, waiting, customer_id, item_ids, error) &&
                                decision_record(booking, payment_id, customer_id, op, error)
                          : fail(error, BELRONDE_ERROR_STALE, _("Nothing of this receipt is left to assign."));
    waiting_free(waiting);
    return done;
}

bool match_assign(Ledger *ledger, gint64 payment_id, gint64 customer_id, const GArray *item_ids, const char *op,
                  const BookingOptions *options, GError **error)
{
    g_autoptr(ImportSummary) summary = import_summary_new();
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done = work_begin(&booking, error) && assign_run(&booking, payment_id, customer_id, item_ids, op, error) &&
                work_finish(&booking, error);
    booking_end(&booking);
    return done;
}

/* --- That yes taken back -------------------------------------------------------------------------------- */

static GArray *standing_read(Booking *booking, gint64 payment_id, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query =
        store_query(booking->store,
                    "SELECT a.id FROM allocation a WHERE a.payment_id = :payment AND a.reverses IS NULL"
                    " AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.id) ORDER BY a.id DESC",
                    BINDS(INTEGER("payment", payment_id)), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(ids, id);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&ids) : NULL;
}

/* An account learned by this yes alone is not known any more. */
static bool iban_forget(Booking *booking, const Waiting *waiting, GError **error)
{
    g_autofree char *iban = iban_normal(waiting->line.account);
    if (iban == NULL)
        return true;
    touch_master(booking, waiting->customer_id);
    return store_run(booking->store,
                     "DELETE FROM customer_iban WHERE iban = :iban AND customer_id = :customer AND source = 'learned'"
                     " AND day = :today AND NOT EXISTS (SELECT 1 FROM payment_match m JOIN payment p"
                     "   ON p.id = m.payment_id WHERE m.customer_id = :customer AND p.account = :account"
                     "   AND p.id <> :payment AND m.state = 'matched')",
                     BINDS(TEXT("iban", iban), INTEGER("customer", waiting->customer_id), DAY("today", booking->today),
                           TEXT("account", waiting->line.account), INTEGER("payment", waiting->payment_id)),
                     error);
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

static bool revoke_run(Booking *booking, gint64 payment_id, GError **error)
{
    Waiting *waiting = waiting_find(booking->store, payment_id, error);
    g_autoptr(GArray) standing = waiting != NULL ? standing_read(booking, payment_id, error) : NULL;
    bool done = standing != NULL && touch_money(booking, waiting->customer_id, error);
    for (guint i = 0; done && i < standing->len; i++)
        done = allocation_revoke(booking, g_array_index(standing, gint64, i), error);
    done = done && iban_forget(booking, waiting, error) && revoke_rematch(booking, waiting, error);
    g_clear_pointer(&waiting, waiting_free);
    return done;
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
