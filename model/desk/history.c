#include "desk/history.h"

#include "base/text.h"

enum { WEEK = 7 };

void history_clear(History *history)
{
    g_clear_pointer(&history->last_outcome, g_free);
}

/* "P 3.150 by 27/02": the letter and what was agreed. */
static char *outcome_line(const Outcome *outcome, const char *summary)
{
    g_autofree char *clean = text_clean(*summary != '\0' ? summary : outcome->short_label);
    return g_strdup_printf("%s%s%s", outcome->letter, *outcome->letter != '\0' ? " " : "", clean);
}

static void take_call(History *history, const Outcome *outcome, Day day, Day today)
{
    int ago = day_minus(today, day);
    if (!day_known(history->last_contact))
        history->last_contact = day;
    if (outcome->contact == OUTCOME_RIGHT_PARTY && !day_known(history->last_right_party))
        history->last_right_party = day;
    if (outcome->contact == OUTCOME_ATTEMPT || outcome->contact == OUTCOME_THIRD_PARTY) {
        history->attempts_today += ago == 0;
        history->attempts_yesterday += ago == 1;
        history->attempts_week += ago < WEEK;
        history->unanswered_today += ago == 0 && outcome->contact == OUTCOME_ATTEMPT;
    }
}

/* Newest first; older than a week only the last talk matters. */
static bool walk_calls(Desk *desk, Query *query, Day today, History *history)
{
    while (query_next(query)) {
        const Outcome *outcome = playbook_outcome(desk->playbook, query_text(query, "outcome"));
        Day day = query_day(query, "day");
        if (outcome == NULL)
            continue;
        if (history->last_event == 0) {
            history->last_event = query_integer(query, "id");
            history->last_outcome = outcome_line(outcome, query_text(query, "summary"));
        }
        take_call(history, outcome, day, today);
        if (day_known(history->last_right_party) && day_minus(today, day) >= WEEK)
            return true;
    }
    return false;
}

bool history_load(Desk *desk, gint64 customer_id, Day today, History *history, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT e.id, e.outcome, e.day,"
                    "       (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'summary') AS summary"
                    "  FROM event e WHERE e.customer_id = :customer AND e.kind = 'call' AND e.outcome IS NOT NULL"
                    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"
                    " ORDER BY e.id DESC",
                    BINDS(INTEGER("customer", customer_id)), error);
    if (query == NULL)
        return false;
    History found = {.last_contact = DAY_NONE, .last_right_party = DAY_NONE};
    if (!walk_calls(desk, query, today, &found) && !query_finish(query, error)) {
        history_clear(&found);
        return false;
    }
    if (found.last_outcome == NULL)
        found.last_outcome = g_strdup("");
    *history = found;
    return true;
}
