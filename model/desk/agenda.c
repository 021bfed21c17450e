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

/* Labels of documents, by the slugs the playbook's `send` uses; an unknown one is shown as it is. */
static const struct {
    const char *document, *label;
} documents[] = {
    {"copy", N_("copy of the invoices")},
    {"copy_qr", N_("copy of the invoices with QR code")},
    {"statement", N_("statement of account")},
    {"qr", N_("payment details with QR code")},
    {"confirmation", N_("confirmation of the promise")},
    {"agreement", N_("payment plan agreement")},
    {"debt_help", N_("debt-help addresses")},
    {"demand", N_("demand with a deadline")},
    {"notice", N_("formal notice")},
    {"reminder", N_("reminder")},
    {"thank_you", N_("thank-you note")},
};

static const char *document_label(const char *document)
{
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
        if (g_str_equal(documents[i].document, document))
            return _(documents[i].label);
    }
    return document;
}

static void outbox_row_free(gpointer data)
{
    OutboxRow *row = data;
    char *const strings[] = {row->document, row->label,  row->channel, row->recipient,
                             row->state,    row->number, row->name,    row->agent};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_free(row);
}

static int count_words(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int count = 0;
    for (char **word = words; *word != NULL; word++)
        count += **word != '\0';
    return count;
}

static OutboxRow *outbox_row_read(Query *query)
{
    OutboxRow *row = g_new0(OutboxRow, 1);
    row->id = query_integer(query, "id");
    row->customer_id = query_integer(query, "customer_id");
    row->event_id = query_integer(query, "event_id");
    row->document = query_dup(query, "document");
    row->label = g_strdup(document_label(row->document));
    row->channel = query_dup(query, "channel");
    row->recipient = query_dup(query, "recipient");
    row->state = query_dup(query, "state");
    row->number = query_dup(query, "number");
    row->name = query_dup(query, "name");
    row->agent = query_dup(query, "agent");
    row->items = count_words(query_text(query, "items"));
    row->ready_utc = query_integer(query, "ready_utc");
    row->made = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    row->leaves_in = (int)MAX(0, row->ready_utc - clock_now().utc);
    return row;
}

GPtrArray *outbox_load(Desk *desk, GError **error)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(outbox_row_free);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT o.id, o.customer_id, o.event_id, o.document, o.channel, o.recipient, o.state, o.items, o.ready_utc,"
        "       e.day, e.minute, a.name AS agent, c.number, c.name"
        "  FROM outbox o JOIN event e ON e.id = o.event_id JOIN agent a ON a.id = e.agent_id"
        "  JOIN customer c ON c.id = o.customer_id"
        " WHERE o.state = 'waiting' OR e.day = :today"
        " ORDER BY o.state <> 'waiting', o.id DESC",
        BINDS(DAY("today", clock_today())), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(rows, outbox_row_read(query));
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&rows) : NULL;
}
