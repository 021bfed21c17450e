#include "desk/kindness.h"

#include "base/clock.h"
#include "desk/playbook.h"
#include "desk/touchpoint.h"
#include "ledger/account.h"

#include <string.h>

const char *kindness_letter(Desk *desk, const char *reason)
{
    const Reason *row = playbook_reason(desk->playbook, reason);
    return strcmp(row->slug, reason) == 0 ? row->document : NULL;
}

bool kindness_is(Desk *desk, const char *reason)
{
    return kindness_letter(desk, reason) != NULL;
}

/* --- What was earned ----------------------------------------------------------------------------------------- */

/* The very first money of a new customer came today. */
static bool is_first_payment(Desk *desk, gint64 customer_id, bool *first, GError **error)
{
    gint64 found = 0;
    Day today = clock_today();
    if (!store_value(
            desk->store,
            "SELECT CASE WHEN sum(a.amount) > 0 AND min(p.imported_day) = :today"
            " AND NOT EXISTS (SELECT 1 FROM touchpoint t WHERE t.customer_id = :customer AND t.reason = 'thank_you')"
            " AND NOT EXISTS (SELECT 1 FROM item o WHERE o.customer_id = :customer AND o.kind = 'invoice'"
            "   AND (coalesce(o.issued, o.due) < :since OR (o.state <> 'open'"
            "     AND NOT EXISTS (SELECT 1 FROM allocation x WHERE x.item_id = o.id))))"
            " THEN 1 ELSE 0 END AS first FROM allocation a JOIN item i ON i.id = a.item_id"
            " JOIN payment p ON p.id = a.payment_id WHERE i.customer_id = :customer",
            BINDS(INTEGER("customer", customer_id), DAY("today", today),
                  DAY("since", day_plus(today, -NEW_CUSTOMER_DAYS))),
            0, &found, error))
        return false;
    *first = found != 0;
    return true;
}

/* Money that came in with today's files and stayed: the newest, by its booking day. */
static bool money_today(Desk *desk, gint64 customer_id, Day *paid, GError **error)
{
    gint64 day = 0;
    if (!store_value(desk->store,
                     "SELECT max(p.day) AS day FROM allocation a JOIN item i ON i.id = a.item_id"
                     " JOIN payment p ON p.id = a.payment_id WHERE i.customer_id = :customer AND i.kind = 'invoice'"
                     " AND p.imported_day = :today AND a.amount > 0"
                     " AND (SELECT sum(b.amount) FROM allocation b WHERE b.item_id = i.id) > 0",
                     BINDS(INTEGER("customer", customer_id), DAY("today", clock_today())), DAY_NONE.number, &day,
                     error))
        return false;
    *paid = day_from_number(day);
    return true;
}

/* Nobody is thanked twice for the same, and nobody every week. */
static bool is_paused(Desk *desk, gint64 customer_id, bool *paused, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store, "SELECT DISTINCT reason FROM touchpoint WHERE customer_id = :customer AND day > :since",
        BINDS(INTEGER("customer", customer_id), DAY("since", day_plus(clock_today(), -KINDNESS_PAUSE_DAYS))), error);
    *paused = false;
    while (query != NULL && query_next(query))
        *paused |= kindness_is(desk, query_text(query, "reason"));
    return query != NULL && query_finish(query, error);
}

/* A talk with him, not an attempt; what was undone was none. */
static bool last_talk(Desk *desk, gint64 customer_id, Day until, Day *talk, GError **error)
{
    gint64 day = 0;
    if (!store_value(desk->store,
                     "SELECT max(e.day) AS day FROM event e WHERE e.customer_id = :customer AND e.kind = 'call'"
                     " AND e.contact_id IS NOT NULL AND e.day <= :until"
                     " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
                     BINDS(INTEGER("customer", customer_id), DAY("until", until)), DAY_NONE.number, &day, error))
        return false;
    *talk = day_from_number(day);
    return true;
}

static bool behaviour_earned(Desk *desk, gint64 customer_id, Day paid, const char **reason, GError **error)
{
    Behaviour behaviour;
    Day talk = DAY_NONE;
    if (!customer_behaviour(desk->store, desk->settings, customer_id, clock_today(), &behaviour, error) ||
        !last_talk(desk, customer_id, paid, &talk, error))
        return false;
    if (behaviour.payment_class == 'A' && behaviour.class_before > 'A')
        *reason = "improved";
    else if (behaviour_is_quick(talk, paid))
        *reason = "reward";
    return true;
}

bool kindness_earned(Desk *desk, gint64 customer_id, bool late, const char **reason, GError **error)
{
    bool first = false, paused = false;
    Day paid = DAY_NONE;
    *reason = NULL;
    if (!is_first_payment(desk, customer_id, &first, error))
        return false;
    if (first) {
        *reason = "thank_you";
        return true;
    }
    if (late)
        return true;
    return money_today(desk, customer_id, &paid, error) &&
           (!day_known(paid) || (is_paused(desk, customer_id, &paused, error) &&
                                 (paused || behaviour_earned(desk, customer_id, paid, reason, error))));
}

/* --- Its end -------------------------------------------------------------------------------------------------- */

bool kindness_close(Desk *desk, gint64 customer_id, gint64 event_id, const char *how, int *closed, GError **error)
{
    g_autoptr(GPtrArray) live = touchpoints_of(desk, customer_id, error);
    for (guint i = 0; live != NULL && i < live->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(live, i);
        if (!kindness_is(desk, touchpoint->reason) || day_compare(touchpoint->when.day, clock_today()) > 0)
            continue;
        if (!touchpoint_close(desk, touchpoint->id, event_id, how, error))
            return false;
        (*closed)++;
    }
    return live != NULL;
}
