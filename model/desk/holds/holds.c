/* What was decided about a customer, as it holds today. */
#include "desk/holds.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/verb.h"
#include <string.h>

const char *const HOLD_SLUGS[] = {
    [HOLD_SUPPLY_STOP] = "supply_stop", [HOLD_PREPAY] = "prepay",     [HOLD_CREDIT_LIMIT] = "credit_limit",
    [HOLD_DEADLINE] = "deadline",       [HOLD_HANDOVER] = "handover", [HOLD_KINDS] = NULL};

bool hold_kind_find(const char *slug, HoldKind *kind)
{
    for (int i = 0; i < HOLD_KINDS; i++) {
        if (g_strcmp0(slug, HOLD_SLUGS[i]) != 0)
            continue;
        *kind = (HoldKind)i;
        return true;
    }
    return false;
}

static void hold_clear(Hold *hold)
{
    g_free(hold->reason);
    g_free(hold->reason_words);
    g_free(hold->detail);
    g_free(hold->agent);
}

void holds_free(Holds *holds)
{
    if (holds == NULL)
        return;
    for (int i = 0; i < HOLD_KINDS; i++) {
        hold_clear(&holds->now[i]);
        hold_clear(&holds->ahead[i]);
        hold_clear(&holds->ended[i]);
    }
    g_free(holds);
}

/* --- The reason in words ------------------------------------------------------------------------------------ */

static const char *choice_label(const Field *field, const char *slug)
{
    for (size_t i = 0; field != NULL && i < field->choice_count; i++)
        if (strcmp(field->choices[i].slug, slug) == 0)
            return field->choices[i].label;
    return NULL;
}

/* The playbook knows what its choices are called; what a house took out of it since is shown as it was written. */
static char *reason_words(const Desk *desk, const char *outcome_slug, const char *reason)
{
    const Outcome *outcome = *outcome_slug != '\0' ? playbook_outcome(desk->playbook, outcome_slug) : NULL;
    for (size_t i = 0; outcome != NULL && i < outcome->effect_count; i++) {
        const EffectRow *row = &outcome->effects[i];
        const char *name = row->verb == EFFECT_HOLD   ? row->fields[HOLD_REASON]
                           : row->verb == EFFECT_LIFT ? row->fields[LIFT_REASON]
                                                      : NULL;
        const char *label = name != NULL ? choice_label(outcome_field(outcome, name), reason) : NULL;
        if (label != NULL)
            return g_strdup(label);
    }
    return g_strdup(reason);
}

/* --- Reading ------------------------------------------------------------------------------------------------ */

static Hold hold_read(const Desk *desk, Query *query)
{
    return (Hold){.state = HOLD_IN_FORCE,
                  .from = query_day(query, "from_day"),
                  .decided = query_day(query, "day"),
                  .reason = query_dup(query, "reason"),
                  .reason_words = reason_words(desk, query_text(query, "outcome"), query_text(query, "reason")),
                  .detail = query_dup(query, "detail"),
                  .agent = query_dup(query, "agent"),
                  .amount = query_integer_or(query, "amount", 0),
                  .event_id = query_integer(query, "event_id")};
}

/* Newest first: what comes later in the walk counts only until the first one whose day has come. */
static void decision_take(const Desk *desk, Query *query, Holds *holds, bool settled[HOLD_KINDS])
{
    HoldKind kind;
    if (!hold_kind_find(query_text(query, "kind"), &kind) || settled[kind])
        return;
    bool comes = kind != HOLD_DEADLINE && day_compare(query_day(query, "from_day"), clock_today()) > 0;
    Hold *place = comes                                ? &holds->ahead[kind]
                  : query_integer(query, "holds") != 0 ? &holds->now[kind]
                                                       : &holds->ended[kind];
    settled[kind] = !comes;
    if (comes && place->state != HOLD_NONE && day_compare(place->from, query_day(query, "from_day")) <= 0)
        return;
    hold_clear(place);
    *place = hold_read(desk, query);
}

static bool decisions_read(Desk *desk, gint64 customer_id, Holds *holds, GError **error)
{
    bool settled[HOLD_KINDS] = {false};
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT h.kind, h.holds, h.from_day, h.amount, h.reason, h.detail, h.event_id, e.day, e.outcome, "
                    "a.name AS agent"
                    " FROM hold h JOIN event e ON e.id = h.event_id JOIN agent a ON a.id = e.agent_id"
                    " WHERE h.customer_id = :customer AND " STANDS("h") " ORDER BY h.id DESC",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query))
        decision_take(desk, query, holds, settled);
    return query != NULL && query_finish(query, error);
}

static void list_take(Hold *hold, bool says, Cents amount)
{
    if (hold->state != HOLD_NONE || !says)
        return;
    *hold = (Hold){.state = HOLD_BY_LIST,
                   .from = DAY_NONE,
                   .decided = DAY_NONE,
                   .reason = g_strdup(""),
                   .reason_words = g_strdup(""),
                   .detail = g_strdup(""),
                   .agent = g_strdup(""),
                   .amount = amount};
}

static bool list_read(Desk *desk, gint64 customer_id, Holds *holds, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT stop_supply, prepay, credit_limit, currency, coalesce(not_callable, '') AS not_callable"
                    " FROM customer WHERE id = :id",
                    BINDS(INTEGER("id", customer_id)), error);
    if (query != NULL && query_next(query)) {
        Cents limit = query_integer_or(query, "credit_limit", -1);
        g_strlcpy(holds->currency, query_text(query, "currency"), sizeof holds->currency);
        list_take(&holds->now[HOLD_SUPPLY_STOP], query_integer(query, "stop_supply") != 0, 0);
        list_take(&holds->now[HOLD_PREPAY], query_integer(query, "prepay") != 0, 0);
        list_take(&holds->now[HOLD_CREDIT_LIMIT], limit >= 0, MAX(limit, 0));
        list_take(&holds->now[HOLD_HANDOVER], strcmp(query_text(query, "not_callable"), "agency") == 0, 0);
    }
    return query != NULL && query_finish(query, error);
}

/* --- Deadlines ---------------------------------------------------------------------------------------------- */

/* What was late on the day of the demand is open no more. */
static bool deadline_paid(Desk *desk, gint64 customer_id, const Hold *hold, bool *paid, GError **error)
{
    gint64 left = 0;
    if (!store_value(desk->store,
                     "SELECT sum(i.open) AS left_open FROM item i JOIN customer c ON c.id = i.customer_id"
                     " WHERE i.customer_id = :customer AND i.state = 'open' AND i.kind = 'invoice'"
                     " AND i.currency = c.currency AND" ITEM_ASKED_FROM " <= :decided",
                     BINDS(INTEGER("customer", customer_id), DAY("decided", hold->decided)), 0, &left, error))
        return false;
    *paid = left <= 0;
    return true;
}

static bool announced_done(Desk *desk, gint64 customer_id, const Hold *hold, bool *done, GError **error)
{
    gint64 count = 0;
    if (!store_value(
            desk->store,
            "SELECT count(*) AS done FROM event e WHERE e.customer_id = :customer AND e.outcome = :outcome"
            " AND e.id > :event AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
            BINDS(INTEGER("customer", customer_id), TEXT("outcome", hold->reason), INTEGER("event", hold->event_id)), 0,
            &count, error))
        return false;
    *done = count > 0;
    return true;
}

/* A promise, a dispute or credit made since leaves nothing to ask: then nothing follows from the day. */
static bool deadline_judge(Desk *desk, gint64 customer_id, Holds *holds, GError **error)
{
    Hold *hold = &holds->now[HOLD_DEADLINE];
    bool done = false;
    if (hold->state == HOLD_NONE)
        return true;
    if (!deadline_paid(desk, customer_id, hold, &holds->deadline_paid, error) ||
        !announced_done(desk, customer_id, hold, &done, error))
        return false;
    g_autoptr(GArray) money = money_lines(desk->store, customer_id, clock_today(), error);
    if (money == NULL)
        return false;
    if (done || holds->deadline_paid || g_array_index(money, MoneyLine, 0).ask <= 0)
        hold->state = HOLD_NONE;
    else if (day_compare(hold->from, clock_today()) < 0)
        hold->state = HOLD_PASSED;
    return true;
}

Holds *holds_load(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(Holds) holds = g_new0(Holds, 1);
    return decisions_read(desk, customer_id, holds, error) && list_read(desk, customer_id, holds, error) &&
                   deadline_judge(desk, customer_id, holds, error)
               ? g_steal_pointer(&holds)
               : NULL;
}

bool holds_are(const Holds *holds, HoldKind kind)
{
    return holds->now[kind].state != HOLD_NONE;
}

const char *holds_announced(const Holds *holds)
{
    const Hold *deadline = &holds->now[HOLD_DEADLINE];
    return deadline->state == HOLD_PASSED ? deadline->reason : "";
}

Cents holds_limit(const Holds *holds)
{
    return holds_are(holds, HOLD_CREDIT_LIMIT) ? holds->now[HOLD_CREDIT_LIMIT].amount : -1;
}

Day hold_day_of(Desk *desk, gint64 event_id, HoldKind kind)
{
    gint64 day = DAY_NONE.number;
    g_autoptr(GError) ignored = NULL;
    (void)store_value(desk->store, "SELECT from_day FROM hold WHERE event_id = :event AND kind = :kind AND holds = 1",
                      BINDS(INTEGER("event", event_id), TEXT("kind", HOLD_SLUGS[kind])), DAY_NONE.number, &day,
                      &ignored);
    return day_from_number(day);
}
