/* Booking what matching found, a second try, and a person's yes. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/booking_parts.h"
#include "ledger/matching_parts.h"

#include <string.h>

/* --- Where a line belongs ---------------------------------------------------------------------------------------- */

static const char *receipt_state(const Match *match)
{
    if (match->original_id != 0)
        return "outgoing"; /* ours, come back */
    if (match->closes && match->parts->len > 0)
        return "matched";
    if (match->step == MATCH_CLOSED_REFERENCE)
        return "duplicate";
    if (match->customer_id == 0)
        return "unmatched";
    return match->parts->len > 0 ? "proposed" : "on_account";
}

static const char *debit_state(const LineRecord *line, const Match *match)
{
    if (match->original_id != 0 || match->parts->len > 0)
        return "reversal";
    return line->reversal || *line->return_reason != '\0' ? "unmatched" : "outgoing";
}

static const char *match_state(const LineRecord *line, const Match *match)
{
    if (line->amount == 0)
        return "not_ours";
    return line->amount < 0 ? debit_state(line, match) : receipt_state(match);
}

/* The counter of the summary that a state adds to. */
static int *state_counter(ImportSummary *summary, const char *state, MatchStep step)
{
    static const struct {
        const char *state;
        size_t offset;
    } COUNTERS[] = {
        {"proposed", offsetof(ImportSummary, proposed)},    {"unmatched", offsetof(ImportSummary, unmatched)},
        {"duplicate", offsetof(ImportSummary, duplicates)}, {"reversal", offsetof(ImportSummary, reversals)},
        {"outgoing", offsetof(ImportSummary, outgoing)},    {"on_account", offsetof(ImportSummary, on_account)},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(COUNTERS); i++)
        if (strcmp(state, COUNTERS[i].state) == 0)
            return (int *)((char *)summary + COUNTERS[i].offset);
    return strcmp(state, "matched") == 0 ? &summary->matched[step] : NULL;
}

static bool state_write(Booking *booking, gint64 payment_id, const char *state, const Match *match, gint64 agent_id,
                        GError **error)
{
    return store_run(
        booking->store,
        "INSERT INTO payment_match (payment_id, state, step, score, reason, customer_id, agent_id, original_id,"
        " allocated) VALUES (:payment, :state, :step, :score, :reason, :customer, :agent, :original,"
        " (SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.payment_id = :payment))"
        " ON CONFLICT (payment_id) DO UPDATE SET state = excluded.state, step = excluded.step,"
        " score = excluded.score, reason = excluded.reason, customer_id = excluded.customer_id,"
        " agent_id = excluded.agent_id, original_id = excluded.original_id, allocated = excluded.allocated",
        BINDS(INTEGER("payment", payment_id), TEXT("state", state), TEXT("step", MATCH_STEP_SLUGS[match->step]),
              INTEGER("score", match->score), TEXT("reason", match->reason), ID("customer", match->customer_id),
              ID("agent", agent_id), ID("original", match->original_id)),
        error);
}

/* --- Its money ---------------------------------------------------------------------------------------------------- */

/* The allocation of the receipt that this part of a return takes back; 0: of no receipt known here. */
static bool reversed_allocation(Booking *booking, const Match *match, const MatchPart *part, gint64 *id, GError **error)
{
    *id = 0;
    return match->original_id == 0 ||
           store_value(booking->store,
                       "SELECT a.id FROM allocation a WHERE a.payment_id = :payment AND a.item_id = :item"
                       " AND a.amount = :amount AND a.reverses IS NULL"
                       " AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.id) ORDER BY a.id LIMIT 1",
                       BINDS(INTEGER("payment", match->original_id), INTEGER("item", part->item_id),
                             INTEGER("amount", -part->amount)),
                       0, id, error);
}

static bool parts_allocate(Booking *booking, gint64 payment_id, Day day, const Match *match, GError **error)
{
    for (guint i = 0; i < match->parts->len; i++) {
        const MatchPart *part = &g_array_index(match->parts, MatchPart, i);
        AllocationFacts facts = {.payment_id = payment_id,
                                 .item_id = part->item_id,
                                 .amount = part->amount,
                                 .waived = part->waived,
                                 .day = day};
        if (!reversed_allocation(booking, match, part, &facts.reverses, error) ||
            !allocation_add(booking, &facts, error))
            return false;
    }
    return true;
}

static bool proposal_write(Booking *booking, gint64 payment_id, const Match *match, bool proposed, GError **error)
{
    if (!store_run(booking->store, "DELETE FROM payment_proposal WHERE payment_id = :payment",
                   BINDS(INTEGER("payment", payment_id)), error))
        return false;
    for (guint i = 0; proposed && i < match->parts->len; i++) {
        const MatchPart *part = &g_array_index(match->parts, MatchPart, i);
        if (!store_run(
                booking->store,
                "INSERT INTO payment_proposal (payment_id, item_id, amount) VALUES (:payment, :item, :amount)",
                BINDS(INTEGER("payment", payment_id), INTEGER("item", part->item_id), INTEGER("amount", part->amount)),
                error))
            return false;
    }
    return true;
}

static bool iban_learn(Booking *booking, gint64 customer_id, const char *account, GError **error)
{
    g_autofree char *iban = iban_normal(account);
    if (iban == NULL || customer_id == 0)
        return true;
    touch_master(booking, customer_id);
    return store_run(
        booking->store,
        "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES (:iban, :customer, 'learned', :day)"
        " ON CONFLICT (iban, customer_id) DO NOTHING",
        BINDS(TEXT("iban", iban), INTEGER("customer", customer_id), DAY("day", booking->today)), error);
}

/* Only a reference with exactly its amount says whose account this is; everybody may pay for somebody else. */
static bool learns_account(const Match *match)
{
    return match->step == MATCH_REFERENCE && match->closes && match->score == 100 && match->original_id == 0;
}

bool match_book(Booking *booking, gint64 payment_id, const LineRecord *line, const Match *match, GError **error)
{
    const char *state = match_state(line, match);
    bool books = strcmp(state, "matched") == 0 || strcmp(state, "reversal") == 0;
    int *counter = state_counter(booking->summary, state, match->step);
    if (counter != NULL)
        ++*counter;
    return (match->customer_id == 0 || touch_money(booking, match->customer_id, error)) &&
           (!books || parts_allocate(booking, payment_id, line->day, match, error)) &&
           state_write(booking, payment_id, state, match, 0, error) &&
           proposal_write(booking, payment_id, match, strcmp(state, "proposed") == 0, error) &&
           (!learns_account(match) || iban_learn(booking, match->customer_id, line->account, error));
}

/* --- A second try ----------------------------------------------------------------------------------------------------
 */

/* A bank line as it was stored; strings owned. */
typedef struct {
    gint64 payment_id, customer_id;
    char *state, *reason;
    LineRecord line;
} Waiting;

static void waiting_free(gpointer data)
{
    Waiting *waiting = data;
    LineRecord *line = &waiting->line;
    const char *owned[] = {line->currency,      line->name,          line->account,
                           line->reference,     line->text,          line->bank_reference,
                           line->cheque_number, line->return_reason, line->original_currency};
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
                                 .end_to_end = "",
                                 .cheque_number = column(query, "cheque_number"),
                                 .booked = true,
                                 .reversal = query_integer(query, "reversal") != 0,
                                 .return_reason = column(query, "return_reason"),
                                 .original_amount = query_integer_or(query, "original_amount", 0),
                                 .original_currency = column(query, "original_currency")};
    return waiting;
}

#define WAITING_SQL                                                                                                    \
    "SELECT p.*, m.customer_id, m.state, m.reason AS match_reason FROM payment_match m"                                \
    " JOIN payment p ON p.id = m.payment_id"                                                                           \
    " WHERE NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) AND "

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

/* --- A person's yes
 * ----------------------------------------------------------------------------------------------------- */

static Waiting *waiting_find(Store *store, gint64 payment_id, GError **error)
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
    return parts_allocate(booking, waiting->payment_id, waiting->line.day, match, error) &&
           state_write(booking, waiting->payment_id, match->parts->len > 0 ? "matched" : "on_account", match,
                       booking->ledger->agent_id, error) &&
           proposal_write(booking, waiting->payment_id, match, false, error) &&
           iban_learn(booking, waiting->customer_id, waiting->line.account, error);
}

static bool confirm_run(Booking *booking, gint64 payment_id, const char *op, GError **error)
{
    gint64 recorded;
    const BookingOptions *options = booking->options;
    if (!store_value(booking->store, "SELECT id FROM event WHERE op = :op", BINDS(TEXT("op", op)), 0, &recorded, error))
        return false;
    if (recorded != 0)
        return true;
    Waiting *waiting = waiting_find(booking->store, payment_id, error);
    if (waiting == NULL)
        return false;
    bool decided = strcmp(waiting->state, "proposed") != 0 && strcmp(waiting->state, "on_account") != 0;
    bool done = decided ? fail(error, BELRONDE_ERROR_STALE, _("This receipt waits for no answer any more."))
                        : confirm_book(booking, waiting, error) &&
                              (options->confirmed == NULL || options->confirmed(payment_id, waiting->customer_id, op,
                                                                                options->follow_up_data, error));
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

/* --- That yes taken back ------------------------------------------------------------------------------------------ */

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
