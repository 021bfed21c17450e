/* What waits to leave, what has left, and what nobody knows of. */
#include "desk/outbox.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/letter_way.h"
#include "desk/plan.h"

#include <string.h>

enum {
    COURIER_LEASE = 0, /* no customer has this number */
    TROUBLE_MOST = 400,
    OLD_SECONDS = 3 * 24 * 3600, /* what was promised or asked then may not be true any more */
};

/* The agreement of a plan that waits for a supervisor's yes. */
#define OUTBOX_HELD                                                                                                    \
    " EXISTS (SELECT 1 FROM plan held WHERE held.event_id = outbox.event_id AND" PLAN_IS_ASKED("held.id") ")"

const char *const OUTBOX_STATE_SLUGS[OUTBOX_STATES] = {
    [OUTBOX_WAITING] = "waiting", [OUTBOX_OLD] = "old",        [OUTBOX_REFUSED] = "refused",
    [OUTBOX_LEAVING] = "leaving", [OUTBOX_UNSURE] = "unsure",  [OUTBOX_RECALLED] = "recalled",
    [OUTBOX_SENT] = "sent",       [OUTBOX_HELD_BACK] = "held",
};

/* --- Reading ------------------------------------------------------------------------------------------- */

static void outbox_row_free(gpointer data)
{
    OutboxRow *row = data;
    char *const strings[] = {row->document, row->label, row->channel, row->recipient,
                             row->number,   row->name,  row->agent,   row->trouble};
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

/* A courier at work holds his lease; a document that was handed over and has no courier is nobody's. */
static OutboxState state_read(Query *query, bool courier)
{
    const char *state = query_text(query, "state");
    if (strcmp(state, "sent") == 0)
        return OUTBOX_SENT;
    if (strcmp(state, "recalled") == 0)
        return OUTBOX_RECALLED;
    if (query_integer(query, "held") != 0)
        return OUTBOX_HELD_BACK;
    if (!query_is_null(query, "handed_utc"))
        return courier ? OUTBOX_LEAVING : OUTBOX_UNSURE;
    if (!query_is_null(query, "again_utc")) /* without a trouble somebody said: now */
        return *query_text(query, "trouble") != '\0' ? OUTBOX_REFUSED : OUTBOX_WAITING;
    return query_integer(query, "ready_utc") < clock_now().utc - OLD_SECONDS ? OUTBOX_OLD : OUTBOX_WAITING;
}

/* Of a courier that was killed nobody could write down why. */
static char *trouble_read(Query *query, OutboxState state)
{
    const char *trouble = query_text(query, "trouble");
    return g_strdup(*trouble == '\0' && state == OUTBOX_UNSURE ? _("The sending was stopped before it was answered.")
                                                               : trouble);
}

static OutboxRow *outbox_row_read(Query *query, bool courier)
{
    OutboxRow *row = g_new0(OutboxRow, 1);
    row->id = query_integer(query, "id");
    row->customer_id = query_integer(query, "customer_id");
    row->event_id = query_integer(query, "event_id");
    row->state = state_read(query, courier);
    row->document = query_dup(query, "document");
    row->label = g_strdup(document_label(row->document));
    row->channel = query_dup(query, "channel");
    row->recipient = strcmp(row->channel, "email") == 0 ? query_dup(query, "recipient") : letter_address_line(query);
    row->trouble = trouble_read(query, row->state);
    row->number = query_dup(query, "number");
    row->name = query_dup(query, "name");
    row->agent = query_dup(query, "agent");
    row->items = count_words(query_text(query, "items"));
    row->tries = (int)query_integer(query, "tries");
    row->ready_utc = query_integer(query, "ready_utc");
    row->again_utc = query_integer(query, "again_utc");
    row->made = (Moment){query_day(query, "day"), query_minute(query, "minute")};
    row->sent = query_is_null(query, "sent_utc") ? (Moment){DAY_NONE, MINUTE_NONE}
                                                 : clock_moment_of(query_integer(query, "sent_utc"));
    row->leaves_in = (int)MAX(0, MAX(row->ready_utc, row->again_utc) - clock_now().utc);
    return row;
}

static bool is_listed(const OutboxRow *row, Day since)
{
    bool over = row->state == OUTBOX_SENT || row->state == OUTBOX_RECALLED;
    return !over || day_compare(row->made.day, since) >= 0 ||
           (day_known(row->sent.day) && day_compare(row->sent.day, since) >= 0);
}

GPtrArray *outbox_load_since(Desk *desk, Day since, GError **error)
{
    enum { DAY_SECONDS = 24 * 3600 };
    gint64 earliest = clock_now().utc - (gint64)(day_minus(clock_today(), since) + 1) * DAY_SECONDS;
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(outbox_row_free);
    g_autofree char *courier = store_lease_holder(desk->store, COURIER_LEASE);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT o.id, o.customer_id, o.event_id, o.document, o.channel, o.recipient, o.state, o.items, o.ready_utc,"
        "       o.handed_utc, o.again_utc, o.sent_utc, o.tries, o.trouble, e.day, e.minute, a.name AS agent, c.number,"
        "       c.name, c.street, c.postcode, c.city,"
        "       EXISTS (SELECT 1 FROM plan l WHERE l.event_id = o.event_id AND" PLAN_IS_ASKED(
            "l.id") ") AS held"
                    "  FROM outbox o JOIN event e ON e.id = o.event_id JOIN agent a ON a.id = e.agent_id"
                    "  JOIN customer c ON c.id = o.customer_id"
                    " WHERE o.state = 'waiting' OR e.day >= :since OR o.sent_utc >= :earliest"
                    " ORDER BY o.state <> 'waiting', o.id DESC",
        BINDS(DAY("since", since), INTEGER("earliest", earliest)), error);
    while (query != NULL && query_next(query)) {
        OutboxRow *row = outbox_row_read(query, courier != NULL);
        if (is_listed(row, since))
            g_ptr_array_add(rows, row);
        else
            outbox_row_free(row);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&rows) : NULL;
}

GPtrArray *outbox_load(Desk *desk, GError **error)
{
    return outbox_load_since(desk, clock_today(), error);
}

int outbox_stuck_count(Desk *desk)
{
    gint64 count = 0;
    g_autoptr(GError) ignored = NULL;
    g_autofree char *courier = store_lease_holder(desk->store, COURIER_LEASE);
    (void)store_value(desk->store,
                      "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
                      " AND (trouble <> '' OR (handed_utc IS NOT NULL AND :courier = 0))",
                      BINDS(INTEGER("courier", courier != NULL)), 0, &count, &ignored);
    return (int)count;
}

bool outbox_is_recallable(const OutboxRow *row)
{
    return row->state == OUTBOX_WAITING || row->state == OUTBOX_OLD || row->state == OUTBOX_REFUSED ||
           row->state == OUTBOX_HELD_BACK;
}

/* --- For the courier ------------------------------------------------------------------------------------ */

void outbox_order_free(OutboxOrder *order)
{
    if (order == NULL)
        return;
    char *const strings[] = {order->document, order->channel,  order->recipient, order->language,
                             order->items,    order->personal, order->agent};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_free(order);
}

static bool no_such(GError **error)
{
    return fail(error, BELRONDE_ERROR_MISSING, _("There is no such document in the outbox."));
}

OutboxOrder *outbox_order(Desk *desk, gint64 id, GError **error)
{
    g_autoptr(OutboxOrder) order = NULL;
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT o.*, e.day, a.name AS agent FROM outbox o JOIN event e ON e.id = o.event_id"
                    " JOIN agent a ON a.id = e.agent_id WHERE o.id = :id",
                    BINDS(INTEGER("id", id)), error);
    if (query != NULL && query_next(query)) {
        order = g_new0(OutboxOrder, 1);
        *order = (OutboxOrder){.id = id,
                               .customer_id = query_integer(query, "customer_id"),
                               .event_id = query_integer(query, "event_id"),
                               .document = query_dup(query, "document"),
                               .channel = query_dup(query, "channel"),
                               .recipient = query_dup(query, "recipient"),
                               .language = query_dup(query, "language"),
                               .items = query_dup(query, "items"),
                               .personal = query_dup(query, "personal"),
                               .agent = query_dup(query, "agent"),
                               .day = query_day(query, "day")};
    }
    if (query == NULL || !query_finish(query, error) || (order == NULL && !no_such(error)))
        return NULL;
    return g_steal_pointer(&order);
}

/* What was refused or recalled he never read. */
GPtrArray *outbox_wordings(Desk *desk, gint64 customer_id, gint64 but_for, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT wordings FROM outbox WHERE customer_id = :customer AND id <> :but AND wordings IS NOT NULL"
                    " AND (state = 'sent' OR handed_utc IS NOT NULL)"
                    " ORDER BY coalesce(sent_utc, handed_utc) DESC, id DESC",
                    BINDS(INTEGER("customer", customer_id), INTEGER("but", but_for)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(all, query_dup(query, "wordings"));
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&all) : NULL;
}

static bool twin_tell(Query *query, GError **error)
{
    if (strcmp(query_text(query, "state"), "sent") != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("The same letter waits in the outbox already."));
    Moment sent = clock_moment_of(query_integer(query, "sent_utc"));
    g_autofree char *minute = minute_text(sent.minute);
    return day_compare(sent.day, clock_today()) != 0 ||
           fail(error, BELRONDE_ERROR_INPUT, _("The same letter has left today already, at %s."), minute);
}

bool outbox_order_is_new(Desk *desk, const OutboxOrder *order, GError **error)
{
    enum { DAY_SECONDS = 24 * 3600 };
    bool fresh = true;
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT state, coalesce(sent_utc, 0) AS sent_utc FROM outbox WHERE customer_id = :customer"
        " AND document = :document AND channel = :channel AND (channel <> 'email' OR recipient = :recipient)"
        " AND items = :items AND (state = 'waiting' OR sent_utc > :earliest) ORDER BY state DESC, sent_utc DESC LIMIT "
        "1",
        BINDS(INTEGER("customer", order->customer_id), TEXT("document", order->document),
              TEXT("channel", order->channel), TEXT("recipient", order->recipient), TEXT("items", order->items),
              INTEGER("earliest", clock_now().utc - DAY_SECONDS)),
        error);
    if (query != NULL && query_next(query))
        fresh = twin_tell(query, error);
    return query != NULL && fresh && query_finish(query, error);
}

static bool item_currency(Desk *desk, const char *id, char **currency, GError **error)
{
    return store_text(desk->store, "SELECT currency FROM item WHERE id = :id",
                      BINDS(INTEGER("id", g_ascii_strtoll(id, NULL, 10))), currency, error);
}

static bool customer_currency(Desk *desk, gint64 customer_id, char currency[4], GError **error)
{
    g_autofree char *found = NULL;
    if (!store_text(desk->store,
                    "SELECT coalesce(i.currency, c.currency) AS currency FROM customer c"
                    " LEFT JOIN item i ON i.customer_id = c.id AND i.state = 'open' AND i.open <> 0 WHERE c.id = :id"
                    " ORDER BY CASE WHEN i.currency = c.currency THEN 0 ELSE 1 END, i.currency LIMIT 1",
                    BINDS(INTEGER("id", customer_id)), &found, error))
        return false;
    g_strlcpy(currency, found != NULL ? found : "", 4);
    return true;
}

bool outbox_currency(Desk *desk, const OutboxOrder *order, char currency[4], GError **error)
{
    g_auto(GStrv) ids = g_strsplit(order->items, " ", -1);
    g_autofree char *all = NULL;
    for (char **id = ids; *id != NULL; id++) {
        g_autofree char *one = NULL;
        if (**id != '\0' && !item_currency(desk, *id, &one, error))
            return false;
        if (all != NULL && one != NULL && strcmp(all, one) != 0)
            return fail(error, BELRONDE_ERROR_INPUT,
                        _("These invoices are in %s and in %s: write a letter about each."), all, one);
        if (all == NULL)
            all = g_steal_pointer(&one);
    }
    if (all == NULL)
        return customer_currency(desk, order->customer_id, currency, error);
    g_strlcpy(currency, all, 4);
    return true;
}

bool outbox_courier_begin(Desk *desk, bool *ours, GError **error)
{
    g_autoptr(GError) reason = NULL;
    *ours = store_lease_take(desk->store, COURIER_LEASE, desk->agent, NULL, &reason);
    if (*ours || g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_BUSY))
        return true;
    g_propagate_error(error, g_steal_pointer(&reason));
    return false;
}

void outbox_courier_end(Desk *desk)
{
    store_lease_drop(desk->store, COURIER_LEASE);
}

/* Nobody has it and nothing holds it; and it is not so old that a person must say so first. */
#define OUTBOX_WAITS " state = 'waiting' AND handed_utc IS NULL AND NOT" OUTBOX_HELD
#define OUTBOX_FRESH OUTBOX_WAITS " AND (ready_utc >= :old OR again_utc IS NOT NULL)"

GArray *outbox_due(Desk *desk, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT id FROM outbox WHERE" OUTBOX_FRESH
                    " AND ready_utc <= :now AND coalesce(again_utc, 0) <= :now ORDER BY id",
                    BINDS(INTEGER("now", clock_now().utc), INTEGER("old", clock_now().utc - OLD_SECONDS)), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(ids, id);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&ids) : NULL;
}

bool outbox_next(Desk *desk, const char *channel, int *seconds, GError **error)
{
    gint64 first = 0;
    if (!store_value(
            desk->store,
            "SELECT min(CASE WHEN coalesce(again_utc, 0) > ready_utc THEN again_utc ELSE ready_utc END) AS first"
            " FROM outbox WHERE channel = :channel AND" OUTBOX_FRESH,
            BINDS(TEXT("channel", channel), INTEGER("old", clock_now().utc - OLD_SECONDS)), -1, &first, error))
        return false;
    *seconds = first < 0 ? -1 : (int)CLAMP(first - clock_now().utc, 0, G_MAXINT);
    return true;
}

void outbox_copy_clear(OutboxCopy *copy)
{
    g_free(copy->name);
    g_free(copy->mime);
    g_free(copy->wordings);
    g_clear_pointer(&copy->bytes, g_bytes_unref);
    *copy = (OutboxCopy){0};
}

static bool hand_body(Desk *desk, gint64 id, const OutboxCopy *copy, bool *handed, GError **error)
{
    gint64 now = clock_now().utc;
    if (!store_run(desk->store,
                   "UPDATE outbox SET handed_utc = :now, wordings = :wordings, trouble = ''"
                   " WHERE id = :id AND" OUTBOX_WAITS " AND ready_utc <= :now",
                   BINDS(INTEGER("now", now), TEXT("wordings", copy->wordings), INTEGER("id", id)), error))
        return false;
    *handed = store_changed_rows(desk->store) > 0;
    return !*handed ||
           store_run(desk->store,
                     "INSERT INTO outbox_copy (outbox_id, name, mime, bytes) VALUES (:id, :name, :mime, :bytes)"
                     " ON CONFLICT (outbox_id) DO UPDATE SET name = excluded.name, mime = excluded.mime,"
                     " bytes = excluded.bytes",
                     BINDS(INTEGER("id", id), TEXT("name", copy->name), TEXT("mime", copy->mime),
                           BYTES("bytes", copy->bytes)),
                     error);
}

bool outbox_hand(Desk *desk, gint64 id, const OutboxCopy *copy, bool *handed, GError **error)
{
    bool taken = false;
    if (!store_begin(desk->store, error))
        return false;
    if (!hand_body(desk, id, copy, &taken, error)) {
        store_rollback(desk->store);
        return false;
    }
    if (!store_commit(desk->store, error))
        return false;
    *handed = taken;
    return true;
}

/* One UPDATE of one document, by itself. */
static bool outbox_write(Desk *desk, const char *sql, const Bind *binds, size_t count, bool *changed, GError **error)
{
    if (!store_begin(desk->store, error))
        return false;
    if (!store_run(desk->store, sql, binds, count, error)) {
        store_rollback(desk->store);
        return false;
    }
    bool some = store_changed_rows(desk->store) > 0;
    if (!store_commit(desk->store, error))
        return false;
    if (changed != NULL)
        *changed = some;
    return true;
}

#define HANDED " WHERE id = :id AND state = 'waiting' AND handed_utc IS NOT NULL"

bool outbox_sent(Desk *desk, gint64 id, GError **error)
{
    return outbox_write(desk,
                        "UPDATE outbox SET state = 'sent', sent_utc = :now, handed_utc = NULL, again_utc = NULL,"
                        " trouble = ''" HANDED,
                        BINDS(INTEGER("now", clock_now().utc), INTEGER("id", id)), NULL, error);
}

static gint64 pause_seconds(gint64 tries)
{
    static const int minutes[] = {1, 5, 15, 60};
    return 60 * (gint64)minutes[MIN(tries, (gint64)G_N_ELEMENTS(minutes) - 1)];
}

bool outbox_refused(Desk *desk, gint64 id, const char *trouble, GError **error)
{
    gint64 tries = 0;
    g_autofree char *words = text_clean_most(trouble, TROUBLE_MOST);
    return store_value(desk->store, "SELECT tries FROM outbox WHERE id = :id", BINDS(INTEGER("id", id)), 0, &tries,
                       error) &&
           outbox_write(desk,
                        "UPDATE outbox SET handed_utc = NULL, tries = tries + 1, again_utc = :again,"
                        " trouble = :trouble WHERE id = :id AND state = 'waiting'",
                        BINDS(INTEGER("again", clock_now().utc + pause_seconds(tries)), TEXT("trouble", words),
                              INTEGER("id", id)),
                        NULL, error);
}

bool outbox_unsure(Desk *desk, gint64 id, const char *trouble, GError **error)
{
    g_autofree char *words = text_clean_most(trouble, TROUBLE_MOST);
    return outbox_write(desk, "UPDATE outbox SET trouble = :trouble" HANDED,
                        BINDS(TEXT("trouble", words), INTEGER("id", id)), NULL, error);
}

/* --- For people ---------------------------------------------------------------------------------------- */

static bool is_unsure(Desk *desk, gint64 id, bool *unsure, GError **error)
{
    gint64 handed = 0;
    g_autofree char *courier = store_lease_holder(desk->store, COURIER_LEASE);
    if (!store_value(desk->store, "SELECT count(*) AS handed FROM outbox" HANDED, BINDS(INTEGER("id", id)), 0, &handed,
                     error))
        return false;
    *unsure = handed > 0 && courier == NULL;
    return true;
}

bool outbox_decide(Desk *desk, gint64 id, bool left, GError **error)
{
    bool unsure = false;
    if (!is_unsure(desk, id, &unsure, error))
        return false;
    if (!unsure)
        return fail(error, BELRONDE_ERROR_INPUT, _("Of this document it is known whether it has left."));
    return left ? outbox_sent(desk, id, error)
                : outbox_write(desk, "UPDATE outbox SET handed_utc = NULL, again_utc = :now, trouble = ''" HANDED,
                               BINDS(INTEGER("now", clock_now().utc), INTEGER("id", id)), NULL, error);
}

bool outbox_hurry(Desk *desk, gint64 id, GError **error)
{
    bool changed = false;
    if (!outbox_write(desk, "UPDATE outbox SET again_utc = :now WHERE id = :id AND" OUTBOX_WAITS,
                      BINDS(INTEGER("now", clock_now().utc), INTEGER("id", id)), &changed, error))
        return false;
    return changed || fail(error, BELRONDE_ERROR_INPUT, _("This document does not wait any more."));
}

bool outbox_copy_read(Desk *desk, gint64 id, OutboxCopy *copy, GError **error)
{
    bool found = false;
    g_autoptr(Query) query = store_query(desk->store, "SELECT name, mime, bytes FROM outbox_copy WHERE outbox_id = :id",
                                         BINDS(INTEGER("id", id)), error);
    g_auto(OutboxCopy) read = {0};
    if (query != NULL && query_next(query)) {
        found = true;
        read = (OutboxCopy){query_dup(query, "name"), query_dup(query, "mime"), query_bytes(query, "bytes"), NULL};
    }
    if (query == NULL || !query_finish(query, error) || (!found && !no_such(error)))
        return false;
    *copy = read;
    read = (OutboxCopy){0};
    return true;
}
