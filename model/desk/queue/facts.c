/* The facts behind a customer's points, as the queue sees him now. */
#include "desk/queue/facts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/holds.h"

/* Slug of the playbook → what it is worth; of a promise that still runs only a dated follow-up is due. */
static const struct {
    const char *slug;
    Commitment commitment;
    bool needs_broken;
} commitments[] = {
    {"dated_followup", COMMITMENT_DATED_FOLLOWUP, false},   {"broken_promise", COMMITMENT_BROKEN_PROMISE, true},
    {"cheque_missing", COMMITMENT_CHEQUE_MISSING, true},    {"missed_instalment", COMMITMENT_MISSED_INSTALMENT, true},
    {"deadline_passed", COMMITMENT_DEADLINE_PASSED, false},
};

static bool promise_is_broken(const GPtrArray *promises, gint64 promise_id)
{
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->id == promise_id)
            return promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY;
    }
    return false;
}

Commitment commitment_of(const Desk *desk, const DueTouchpoint *touchpoint, const GPtrArray *promises)
{
    const Reason *reason = playbook_reason(desk->playbook, touchpoint->reason);
    for (size_t i = 0; i < G_N_ELEMENTS(commitments); i++) {
        if (!g_str_equal(commitments[i].slug, reason->commitment))
            continue;
        bool running = commitments[i].needs_broken && touchpoint->promise_id != 0 &&
                       !promise_is_broken(promises, touchpoint->promise_id);
        return running ? COMMITMENT_DATED_FOLLOWUP : commitments[i].commitment;
    }
    return COMMITMENT_NONE;
}

static int count_broken(const GPtrArray *promises, Day today)
{
    int broken = 0;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        bool recent = day_minus(today, promise->due) <= 365;
        broken += recent && (promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY);
    }
    return broken;
}

static int credit_use(Cents open, Cents limit)
{
    if (limit < 0)
        return 0;
    if (limit == 0)
        return open > 0 ? 101 : 0;
    return (int)MIN(money_share(open, 100, limit), 9999);
}

static bool read_customer(Desk *desk, gint64 customer_id, Standing *standing, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT " CREDIT_LIMIT_TODAY " AS credit_limit, class_manual,"
                    "       NOT EXISTS (SELECT 1 FROM item i WHERE i.customer_id = c.id AND i.kind = 'invoice'"
                    "                   AND i.state <> 'open') AS nothing_paid"
                    "  FROM customer c WHERE id = :customer",
                    BINDS(INTEGER("customer", customer_id), DAY("today", clock_today())), error);
    if (query == NULL)
        return false;
    if (!query_next(query))
        return query_finish(query, error) &&
               fail(error, BELRONDE_ERROR_MISSING, _("This customer is not in the database."));
    PriorityFacts *facts = &standing->facts;
    facts->credit_use_percent = credit_use(facts->open, query_integer_or(query, "credit_limit", -1));
    standing->payment_class = *query_text(query, "class_manual");
    facts->first_invoice_unpaid = query_integer(query, "nothing_paid") != 0;
    return true;
}

static void take_money(PriorityFacts *facts, const MoneyLine *line)
{
    facts->open = line->open;
    facts->promised = line->promised;
    facts->disputed = line->disputed;
    facts->collecting = line->collecting;
    facts->unallocated = line->unallocated;
    facts->overdue_days_weighted = line->days_weighted;
}

static void take_history(PriorityFacts *facts, const History *history, Day today)
{
    facts->days_since_right_party =
        day_known(history->last_right_party) ? day_minus(today, history->last_right_party) : PRIORITY_NEVER;
    facts->unanswered_today = history->unanswered_today;
    facts->attempts_yesterday = history->attempts_yesterday;
}

/* The class moves with the calendar: it is judged now, unless somebody set it. */
static bool load_behaviour(Desk *desk, gint64 customer_id, Standing *standing, GError **error)
{
    Day today = clock_today();
    Behaviour behaviour;
    if (!customer_behaviour(desk->store, desk->settings, customer_id, today, &behaviour, error))
        return false;
    standing->facts.drift = behaviour.drift;
    standing->months = behaviour.months;
    if (standing->payment_class == '\0')
        standing->payment_class = behaviour.payment_class;
    standing->facts.class_b = standing->payment_class == 'B';
    return true;
}

void standing_clear(Standing *standing)
{
    g_clear_pointer(&standing->money, g_array_unref);
    g_clear_pointer(&standing->promises, g_ptr_array_unref);
    history_clear(&standing->history);
}

bool standing_load(Desk *desk, gint64 customer_id, Standing *standing, GError **error)
{
    Day today = clock_today();
    Cents tolerance = settings_number(desk->settings, "promise", "tolerance_cents");
    int permille = (int)settings_number(desk->settings, "promise", "tolerance_permille");
    *standing = (Standing){0};
    standing->money = money_lines(desk->store, customer_id, today, error);
    if (standing->money != NULL)
        standing->promises = promises_of(desk->store, customer_id, today, tolerance, permille, error);
    if (standing->promises == NULL || !history_load(desk, customer_id, today, &standing->history, error)) {
        standing_clear(standing);
        return false;
    }
    take_money(&standing->facts, &g_array_index(standing->money, MoneyLine, 0));
    take_history(&standing->facts, &standing->history, today);
    standing->facts.broken_12m = count_broken(standing->promises, today);
    if (!read_customer(desk, customer_id, standing, error) || !load_behaviour(desk, customer_id, standing, error)) {
        standing_clear(standing);
        return false;
    }
    return true;
}

static bool due_commitment(Desk *desk, gint64 customer_id, const GPtrArray *promises, Commitment *strongest,
                           GError **error)
{
    Now now = clock_now();
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT reason, promise_id FROM touchpoint WHERE customer_id = :customer AND closed_event IS NULL"
        "   AND owner = '' AND (day < :today OR (day = :today AND coalesce(minute, 0) <= :minute))",
        BINDS(INTEGER("customer", customer_id), DAY("today", now.day), INTEGER("minute", now.minute)), error);
    *strongest = COMMITMENT_NONE;
    while (query != NULL && query_next(query)) {
        DueTouchpoint due = {.reason = query_text(query, "reason"),
                             .promise_id = query_integer_or(query, "promise_id", 0)};
        *strongest = MAX(*strongest, commitment_of(desk, &due, promises));
    }
    return query != NULL && query_finish(query, error);
}

bool queue_facts(Desk *desk, gint64 customer_id, PriorityFacts *facts, Priority *priority, GError **error)
{
    Standing standing;
    if (!standing_load(desk, customer_id, &standing, error))
        return false;
    bool good = due_commitment(desk, customer_id, standing.promises, &standing.facts.commitment, error);
    if (good) {
        *facts = standing.facts;
        *priority = priority_score(facts, &desk->weights);
    }
    standing_clear(&standing);
    return good;
}
