/* The day by hour: how many calls were made, how many contacts have a clock time ahead. */
#include "base/clock.h"
#include "desk/queue.h"

static bool count_hours(Desk *desk, const char *sql, const char *agent, int hours[24], GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store, sql, BINDS(DAY("today", clock_today()), TEXT("agent", agent)), error);
    while (query != NULL && query_next(query)) {
        gint64 hour = query_integer(query, "hour");
        if (hour >= 0 && hour < 24)
            hours[hour] = (int)query_integer(query, "number");
    }
    return query != NULL && query_finish(query, error);
}

bool queue_hours(Desk *desk, const char *agent, QueueHours *hours, GError **error)
{
    const char *who = agent != NULL ? agent : desk->agent;
    QueueHours counted = {0};
    bool good = count_hours(desk,
                            "SELECT e.minute / 60 AS hour, count(*) AS number FROM event e"
                            "  JOIN agent a ON a.id = e.agent_id"
                            " WHERE e.day = :today AND e.kind = 'call' AND a.name = :agent"
                            "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"
                            " GROUP BY e.minute / 60",
                            who, counted.made, error) &&
                count_hours(desk,
                            "SELECT t.minute / 60 AS hour, count(*) AS number FROM touchpoint t"
                            "  JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = c.agent_id"
                            " WHERE t.day = :today AND t.closed_event IS NULL AND t.minute IS NOT NULL"
                            "   AND (t.owner = '' OR t.owner = :agent)"
                            "   AND (a.name IS NULL OR a.name = :agent)"
                            " GROUP BY t.minute / 60",
                            who, counted.planned, error);
    if (good)
        *hours = counted;
    return good;
}
