#include "desk/agenda.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/account.h"

static void agenda_row_free(gpointer data)
{
    AgendaRow *row = data;
    g_free(row->reason_label);
    g_free(row->detail);
    g_free(row->owner);
    g_free(row->number);
    g_free(row->name);
    g_free(row);
}

static AgendaRow *agenda_row_read(Desk *desk, Query *query)
{
    AgendaRow *row = g_new0(AgendaRow, 1);
    row->touchpoint_id = query_integer(query, "id");
    row->customer_id = query_integer(query, "customer_id");
    row->when = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    row->timed = query_integer(query, "timed") != 0;
    row->reason_label = g_strdup(playbook_reason(desk->playbook, query_text(query, "reason"))->label);
    row->detail = query_dup(query, "detail");
    row->owner = query_dup(query, "owner");
    row->number = query_dup(query, "number");
    row->name = query_dup(query, "name");
    return row;
}

static bool agenda_row_money(Desk *desk, AgendaRow *row, GError **error)
{
    g_autoptr(GArray) lines = money_lines(desk->store, row->customer_id, clock_today(), error);
    if (lines == NULL)
        return false;
    const MoneyLine *own = &g_array_index(lines, MoneyLine, 0);
    row->ask = own->ask;
    g_strlcpy(row->currency, own->currency, sizeof row->currency);
    return true;
}

GPtrArray *agenda_load(Desk *desk, int days, GError **error)
{
    Day today = clock_today();
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(agenda_row_free);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT t.id, t.customer_id, t.day, t.minute, t.timed, t.reason, t.detail, t.owner, c.number, c.name"
        "  FROM touchpoint t JOIN customer c ON c.id = t.customer_id"
        " WHERE t.closed_event IS NULL AND t.day BETWEEN :first AND :last"
        " ORDER BY t.day, t.minute IS NULL, t.minute, c.number, t.id",
        BINDS(DAY("first", today), DAY("last", day_plus(today, days))), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(rows, agenda_row_read(desk, query));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < rows->len; i++) {
        if (!agenda_row_money(desk, g_ptr_array_index(rows, i), error))
            return NULL;
    }
    return g_steal_pointer(&rows);
}
