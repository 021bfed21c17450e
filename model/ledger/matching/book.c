/* Booking what matching found. */
#include "ledger/matching/learned.h"

#include <string.h>

/* --- Where a line belongs ------------------------------------------------------------------------------- */

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

const char *match_state(const LineRecord *line, const Match *match)
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

void match_uncount(Booking *booking, const Waiting *waiting)
{
    int *counter = state_counter(booking->summary, waiting->state, waiting->step);
    bool counted = booking->first_receipt != 0 && waiting->payment_id >= booking->first_receipt;
    if (counted && counter != NULL && *counter > 0)
        --*counter;
}

bool match_state_write(Booking *booking, gint64 payment_id, const char *state, const Match *match, gint64 agent_id,
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

/* --- Its money ------------------------------------------------------------------------------------------ */

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

bool match_parts_allocate(Booking *booking, gint64 payment_id, Day day, const Match *match, GError **error)
{
    for (guint i = 0; i < match->parts->len; i++) {
        const MatchPart *part = &g_array_index(match->parts, MatchPart, i);
        AllocationFacts facts = {.payment_id = payment_id,
                                 .item_id = part->item_id,
                                 .amount = part->amount,
                                 .waived = part->waived,
                                 .waived_for = part->waived_for,
                                 .day = day};
        if (!reversed_allocation(booking, match, part, &facts.reverses, error) ||
            !allocation_add(booking, &facts, error))
            return false;
    }
    return true;
}

bool match_proposal_write(Booking *booking, gint64 payment_id, const Match *match, bool proposed, GError **error)
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
           (!books || match_parts_allocate(booking, payment_id, line->day, match, error)) &&
           match_state_write(booking, payment_id, state, match, 0, error) &&
           match_proposal_write(booking, payment_id, match, strcmp(state, "proposed") == 0, error) &&
           (!learns_account(match) || iban_learn(booking, match->customer_id, line->account, error));
}
