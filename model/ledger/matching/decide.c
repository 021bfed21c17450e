/* What a person decides about a receipt: yes to the proposal, another of the choices, a choice of his own, on account,
 * not ours.  Each is one transaction with its record; the same operation twice is done once. */
#include "base/i18n.h"
#include "ledger/matching/learned.h"

#include <string.h>

typedef struct {
    gint64 payment_id, customer_id; /* customer 0: none said */
    const char *op;
    const GArray *item_ids; /* of match_assign */
    const Match *choice;    /* of match_choose */
    /* Books it and puts the customer it concerns (0: none) into *customer_id. */
    bool (*book)(Booking *booking, const Waiting *waiting, gint64 *customer_id, const void *decision, GError **error);
} Decision;

static bool stale(GError **error)
{
    return fail(error, BELRONDE_ERROR_STALE, _("This receipt waits for no answer any more."));
}

static bool stale_parts(GError **error)
{
    return fail(error, BELRONDE_ERROR_STALE, _("What this receipt was to pay has moved meanwhile: look at it again."));
}

/* --- The frame of every decision ------------------------------------------------------------------------ */

static bool decision_known(Booking *booking, const char *op, bool *known, GError **error)
{
    gint64 recorded;
    if (!store_value(booking->store, "SELECT id FROM event WHERE op = :op", BINDS(TEXT("op", op)), 0, &recorded, error))
        return false;
    *known = recorded != 0;
    return true;
}

/* The desk writes down who decided; then what follows from it, and the commit. */
static bool decision_record(Booking *booking, gint64 payment_id, gint64 customer_id, const char *op, GError **error)
{
    const BookingOptions *options = booking->options;
    return options->confirmed == NULL ||
           options->confirmed(payment_id, customer_id, op, options->follow_up_data, error);
}

static bool decision_book(Booking *booking, const Decision *decision, GError **error)
{
    bool known;
    gint64 customer_id = 0;
    if (!decision_known(booking, decision->op, &known, error))
        return false;
    if (known)
        return true;
    g_autoptr(Waiting) waiting = waiting_find(booking->store, decision->payment_id, error);
    return waiting != NULL && (waiting->customer_id == 0 || touch_money(booking, waiting->customer_id, error)) &&
           decision->book(booking, waiting, &customer_id, decision, error) &&
           decision_record(booking, decision->payment_id, customer_id, decision->op, error);
}

static bool decision_run(Ledger *ledger, const Decision *decision, const BookingOptions *options, GError **error)
{
    g_autoptr(ImportSummary) summary = import_summary_new();
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done = work_begin(&booking, error) && decision_book(&booking, decision, error) && work_finish(&booking, error);
    booking_end(&booking);
    return done;
}

/* --- What all of them write ----------------------------------------------------------------------------- */

/* A customer's money: against the parts, or on account where there are none. */
static bool answer_write(Booking *booking, const Waiting *waiting, const Match *match, GError **error)
{
    bool back = waiting->line.amount < 0;
    const char *state = back ? "reversal" : match->parts->len > 0 ? "matched" : "on_account";
    booking->summary->matched[MATCH_PERSON]++;
    return touch_money(booking, match->customer_id, error) &&
           match_parts_allocate(booking, waiting->payment_id, waiting->line.day, match, error) &&
           match_state_write(booking, waiting->payment_id, state, match, booking->ledger->agent_id, error) &&
           match_proposal_write(booking, waiting->payment_id, match, false, error) &&
           (back || decision_learn(booking, waiting, match->customer_id, error));
}

/* A part of a receipt, if it is still possible; a rest that may be let go is let go, as it would be by a reference. */
static bool part_add(Booking *booking, const Waiting *waiting, gint64 item_id, Cents amount, Match *match,
                     GError **error)
{
    g_autoptr(GPtrArray) found = candidates_by_id(booking->store, item_id, error);
    if (found == NULL)
        return false;
    const Candidate *item = found->len > 0 ? g_ptr_array_index(found, 0) : NULL;
    if (item == NULL || !item->is_open || strcmp(item->currency, waiting->line.currency) != 0 ||
        (amount < 0) != (item->open < 0) || ABS(item->open) < ABS(amount))
        return stale_parts(error);
    Cents rest = item->open - amount;
    const char *why = amount > 0 ? rest_forgiven(&booking->terms, &waiting->line, item, rest) : "";
    match_part_waived(match, item_id, amount, *why != '\0' ? rest : 0, why);
    return true;
}

static bool is_free(const Waiting *waiting)
{
    return waiting->rest == waiting->line.amount;
}

/* --- Yes to the proposal -------------------------------------------------------------------------------- */

static bool proposal_parts(Booking *booking, const Waiting *waiting, Match *match, GError **error)
{
    g_autoptr(Query) query = store_query(
        booking->store, "SELECT item_id, amount FROM payment_proposal WHERE payment_id = :payment ORDER BY item_id",
        BINDS(INTEGER("payment", waiting->payment_id)), error);
    while (query != NULL && query_next(query))
        if (!part_add(booking, waiting, query_integer(query, "item_id"), query_integer(query, "amount"), match, error))
            return false;
    return query != NULL && query_finish(query, error);
}

static bool book_proposal(Booking *booking, const Waiting *waiting, gint64 *customer_id, const void *decision,
                          GError **error)
{
    static const char *const WAITS[] = {"proposed", "on_account", "duplicate", NULL};
    (void)decision;
    if (!g_strv_contains(WAITS, waiting->state) || waiting->by_person || waiting->customer_id == 0)
        return stale(error);
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, waiting->customer_id, g_strdup(waiting->reason));
    *customer_id = waiting->customer_id;
    return proposal_parts(booking, waiting, match, error) && answer_write(booking, waiting, match, error);
}

bool match_confirm(Ledger *ledger, gint64 payment_id, const char *op, const BookingOptions *options, GError **error)
{
    const Decision decision = {.payment_id = payment_id, .op = op, .book = book_proposal};
    return decision_run(ledger, &decision, options, error);
}

/* --- Another of the choices ----------------------------------------------------------------------------- */

/* What this line takes back must not have gone back meanwhile. */
static bool original_stands(Booking *booking, const Match *choice, GError **error)
{
    gint64 returned = 0;
    if (!store_value(booking->store, "SELECT payment_id FROM payment_match WHERE original_id = :id",
                     BINDS(INTEGER("id", choice->original_id)), 0, &returned, error))
        return false;
    return returned == 0 || stale_parts(error);
}

static bool choice_parts(Booking *booking, const Waiting *waiting, const Match *choice, Match *match, GError **error)
{
    Cents left = waiting->rest;
    for (guint i = 0; i < choice->parts->len; i++) {
        const MatchPart *part = &g_array_index(choice->parts, MatchPart, i);
        if (waiting->line.amount < 0)
            match_part_waived(match, part->item_id, part->amount, part->waived, part->waived_for);
        else if (!part_add(booking, waiting, part->item_id, part->amount, match, error))
            return false;
        left -= part->amount;
    }
    return waiting->line.amount < 0 || left >= 0 || stale_parts(error);
}

static bool book_choice(Booking *booking, const Waiting *waiting, gint64 *customer_id, const void *decision,
                        GError **error)
{
    const Match *choice = ((const Decision *)decision)->choice;
    bool back = waiting->line.amount < 0;
    if (!is_free(waiting) || (back && strcmp(waiting->state, "reversal") == 0) || (back && choice->original_id == 0))
        return stale(error);
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, choice->customer_id, g_strdup(choice->reason));
    match->original_id = choice->original_id;
    *customer_id = choice->customer_id;
    return (!back || original_stands(booking, choice, error)) && choice_parts(booking, waiting, choice, match, error) &&
           answer_write(booking, waiting, match, error);
}

bool match_choose(Ledger *ledger, gint64 payment_id, const Match *choice, const char *op, const BookingOptions *options,
                  GError **error)
{
    const Decision decision = {.payment_id = payment_id, .op = op, .choice = choice, .book = book_choice};
    return decision_run(ledger, &decision, options, error);
}

/* --- A person's own choice ------------------------------------------------------------------------------ */

/* One chosen item, with what is left of the receipt. */
static bool assign_part(Booking *booking, const Waiting *waiting, gint64 customer_id, gint64 item_id, Cents *left,
                        Match *match, GError **error)
{
    Cents open = 0;
    if (!store_value(
            booking->store,
            "SELECT open FROM item WHERE id = :id AND customer_id = :customer AND state = 'open'"
            " AND currency = :currency",
            BINDS(INTEGER("id", item_id), INTEGER("customer", customer_id), TEXT("currency", waiting->line.currency)),
            0, &open, error))
        return false;
    if (open == 0)
        return fail(error, BELRONDE_ERROR_STALE,
                    _("One of the items is not open for this customer in this currency: look at it again."));
    Cents part = open < 0 ? open : MIN(open, *left);
    if (part == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("The amount does not reach to all of these items: choose fewer."));
    *left -= part;
    return part_add(booking, waiting, item_id, part, match, error);
}

static bool book_assigned(Booking *booking, const Waiting *waiting, gint64 *customer_id, const void *data,
                          GError **error)
{
    const Decision *decision = data;
    Cents left = waiting->rest;
    /* Money set against another customer's items stays his; a rest may be set against more of his own. */
    if (waiting->rest <= 0 || (!is_free(waiting) && waiting->customer_id != decision->customer_id))
        return fail(error, BELRONDE_ERROR_STALE, _("Nothing of this receipt is left to assign."));
    *customer_id = decision->customer_id;
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, *customer_id, g_strdup(_("Assigned by hand.")));
    for (guint i = 0; decision->item_ids != NULL && i < decision->item_ids->len; i++)
        if (!assign_part(booking, waiting, *customer_id, g_array_index(decision->item_ids, gint64, i), &left, match,
                         error))
            return false;
    return answer_write(booking, waiting, match, error);
}

bool match_assign(Ledger *ledger, gint64 payment_id, gint64 customer_id, const GArray *item_ids, const char *op,
                  const BookingOptions *options, GError **error)
{
    const Decision decision = {
        .payment_id = payment_id, .customer_id = customer_id, .op = op, .item_ids = item_ids, .book = book_assigned};
    return decision_run(ledger, &decision, options, error);
}

/* --- On account, and not ours --------------------------------------------------------------------------- */

static bool book_on_account(Booking *booking, const Waiting *waiting, gint64 *customer_id, const void *decision,
                            GError **error)
{
    gint64 said = ((const Decision *)decision)->customer_id;
    *customer_id = said != 0 ? said : waiting->customer_id;
    if (*customer_id == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("No customer is proposed here: choose whose money it is."));
    if (waiting->rest <= 0 || !is_free(waiting))
        return stale(error);
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, *customer_id, g_strdup(_("Put on account by hand.")));
    return answer_write(booking, waiting, match, error);
}

bool match_on_account(Ledger *ledger, gint64 payment_id, gint64 customer_id, const char *op,
                      const BookingOptions *options, GError **error)
{
    const Decision decision = {.payment_id = payment_id, .customer_id = customer_id, .op = op, .book = book_on_account};
    return decision_run(ledger, &decision, options, error);
}

static bool book_not_ours(Booking *booking, const Waiting *waiting, gint64 *customer_id, const void *decision,
                          GError **error)
{
    (void)decision;
    *customer_id = 0;
    if (!is_free(waiting) || strcmp(waiting->state, "reversal") == 0)
        return stale(error);
    g_autoptr(Match) match = match_new(MATCH_PERSON, true, 100, 0, g_strdup(_("No customer's money.")));
    return match_state_write(booking, waiting->payment_id, "not_ours", match, booking->ledger->agent_id, error) &&
           match_proposal_write(booking, waiting->payment_id, match, false, error);
}

bool match_not_ours(Ledger *ledger, gint64 payment_id, const char *op, const BookingOptions *options, GError **error)
{
    const Decision decision = {.payment_id = payment_id, .op = op, .book = book_not_ours};
    return decision_run(ledger, &decision, options, error);
}
