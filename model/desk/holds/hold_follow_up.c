/* Money came in: a stop of ours is proposed to end, a deadline that was kept is over. */
#include "desk/holds.h"
#include "desk/touchpoint_parts.h"

#include "base/clock.h"
#include "desk/verb.h"

/* Nothing that is late may be asked for any more, in any currency. */
static bool is_clear(const GArray *money)
{
    for (guint i = 0; i < money->len; i++) {
        const MoneyLine *line = &g_array_index(money, MoneyLine, i);
        if (line->overdue > 0 && line->ask > 0)
            return false;
    }
    return true;
}

#define STOP_HOLDS   HOLD_TODAY("supply_stop", "holds") " = 1"
#define PREPAY_HOLDS HOLD_TODAY("prepay", "holds") " = 1"
#define LAST_DECIDED                                                                                                   \
    "(SELECT max(h.event_id) FROM hold h WHERE h.customer_id = c.id AND h.holds = 1"                                   \
    " AND (h.kind = 'supply_stop' OR h.kind = 'prepay') AND " STANDS("h") ")"

/* Proposed once for each decision: who said no then is not asked every day. */
static const char lift_sql[] =
    "SELECT count(*) AS wanted FROM customer c WHERE c.id = :customer AND (" STOP_HOLDS " OR " PREPAY_HOLDS ")"
    " AND NOT EXISTS (SELECT 1 FROM touchpoint t WHERE t.customer_id = c.id AND t.reason = 'lift'"
    "   AND (t.closed_event IS NULL OR (t.closed_how = 'done' AND t.closed_event > " LAST_DECIDED ")))";

bool lift_is_due(Desk *desk, gint64 customer_id, const GArray *money, bool *due, GError **error)
{
    gint64 wanted = 0;
    *due = false;
    if (!is_clear(money))
        return true;
    if (!store_value(desk->store, lift_sql, BINDS(INTEGER("customer", customer_id), DAY("today", clock_today())), 0,
                     &wanted, error))
        return false;
    *due = wanted > 0;
    return true;
}

bool deadline_is_kept(Desk *desk, gint64 customer_id, bool *kept, GError **error)
{
    g_autoptr(Holds) holds = holds_load(desk, customer_id, error);
    if (holds == NULL)
        return false;
    *kept = holds->deadline_paid;
    return true;
}
