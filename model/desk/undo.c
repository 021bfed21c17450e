/* Undo: a reversing event.  Nothing is deleted from the record; what the undone event made no longer counts, and
 * what it moved goes back. */
#include "desk/outcome.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/decision.h"
#include "desk/verb.h"
#include "ledger/account.h"
#include "ledger/matching.h"
#include <inttypes.h>
#include <string.h>

typedef struct {
    gint64 wanted;  /* 0: the newest */
    gint64 payment; /* what was decided about this receipt, by whom and when ever; 0: an event of mine, of today */
    const char *op;
    gint64 target, customer_id;
    char *kind, *outcome; /* of the target */
    int left;             /* master data somebody changed again since */
} Undo;

static void undo_clear(Undo *undo)
{
    g_free(undo->kind);
    g_free(undo->outcome);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Undo, undo_clear)

/* --- Which event -------------------------------------------------------------------------------------- */

static void target_read(Undo *undo, Query *query)
{
    undo->target = query_integer(query, "id");
    undo->customer_id = query_integer_or(query, "customer_id", 0);
    undo->kind = query_dup(query, "kind");
    undo->outcome = query_dup(query, "outcome");
}

static bool decision_find(Desk *desk, Undo *undo, GError **error)
{
    g_autofree char *payment = g_strdup_printf("%" PRId64, undo->payment);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT e.id, e.kind, e.outcome, e.customer_id FROM event e JOIN event_answer a ON a.event_id = e.id"
        " WHERE e.kind = 'confirmed' AND a.field = 'payment' AND a.value = :payment"
        " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) ORDER BY e.id DESC LIMIT 1",
        BINDS(TEXT("payment", payment)), error);
    if (query != NULL && query_next(query))
        target_read(undo, query);
    if (query == NULL || !query_finish(query, error))
        return false;
    return undo->target != 0 || fail(error, BELRONDE_ERROR_MISSING,
                                     _("Nobody has decided about this receipt: there is nothing to take back."));
}

static bool target_find(Desk *desk, Undo *undo, GError **error)
{
    if (undo->payment != 0)
        return decision_find(desk, undo, error);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT e.id, e.kind, e.outcome, e.customer_id FROM event e WHERE e.agent_id = :agent AND e.day = :today"
        " AND e.kind IN ('call', 'note', 'letter', 'skip', 'snooze', 'confirmed') AND (:wanted = 0 OR e.id = :wanted)"
        " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) ORDER BY e.id DESC LIMIT 1",
        BINDS(INTEGER("agent", desk->agent_id), DAY("today", clock_today()), INTEGER("wanted", undo->wanted)), error);
    if (query != NULL && query_next(query))
        target_read(undo, query);
    if (query == NULL || !query_finish(query, error))
        return false;
    if (undo->target != 0)
        return true;
    return undo->wanted == 0
               ? fail(error, BELRONDE_ERROR_MISSING, _("Nothing of yours is left to undo today."))
               : fail(error, BELRONDE_ERROR_MISSING,
                      _("Event %" PRId64 " cannot be undone: it is not yours of today, or undone already."),
                      undo->wanted);
}

/* --- What goes back ----------------------------------------------------------------------------------- */

/* Contacts it had closed are planned again, unless their own event was undone meanwhile. */
static bool touchpoints_back(Desk *desk, const Undo *undo, gint64 event_id, GError **error)
{
    return store_run(desk->store,
                     "UPDATE touchpoint SET closed_event = :event, closed_how = 'undone'"
                     " WHERE created_event = :target AND closed_event IS NULL",
                     BINDS(INTEGER("event", event_id), INTEGER("target", undo->target)), error) &&
           store_run(desk->store,
                     "UPDATE touchpoint SET closed_event = NULL, closed_how = NULL WHERE closed_event = :target"
                     " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = touchpoint.created_event)",
                     BINDS(INTEGER("target", undo->target)), error) &&
           store_run(desk->store,
                     "UPDATE touchpoint SET closed_event = :event, closed_how = 'undone' WHERE closed_event = :target",
                     BINDS(INTEGER("event", event_id), INTEGER("target", undo->target)), error);
}

static bool skip_back(Desk *desk, const Undo *undo, GError **error)
{
    return strcmp(undo->kind, "skip") != 0 ||
           store_run(desk->store,
                     "UPDATE touchpoint SET skipped_day = NULL WHERE customer_id = :customer AND skipped_day = :today",
                     BINDS(INTEGER("customer", undo->customer_id), DAY("today", clock_today())), error);
}

/* A receipt assigned by mistake waits for an answer again.  The contacts that its money had closed were closed by
 * the event `settled` that followed it in the same transaction. */
static bool receipt_back(Desk *desk, const Undo *undo, GError **error)
{
    gint64 payment_id = 0;
    Ledger ledger = desk_ledger(desk);
    if (strcmp(undo->kind, "confirmed") != 0)
        return true;
    if (!store_value(desk->store,
                     "SELECT CAST(value AS INTEGER) AS payment FROM event_answer"
                     " WHERE event_id = :target AND field = 'payment'",
                     BINDS(INTEGER("target", undo->target)), 0, &payment_id, error))
        return false;
    return match_revoke(&ledger, payment_id, NULL, error) &&
           store_run(desk->store,
                     "UPDATE touchpoint SET closed_event = NULL, closed_how = NULL WHERE closed_how = 'paid'"
                     " AND closed_event IN (SELECT e.id FROM event e WHERE e.id = :target + 1 AND e.kind = 'settled'"
                     "   AND e.customer_id = :customer)",
                     BINDS(INTEGER("target", undo->target), INTEGER("customer", undo->customer_id)), error);
}

/* What it sent is recalled, what it recalled waits again. */
static bool documents_back(Desk *desk, const Undo *undo, GError **error)
{
    return store_run(desk->store,
                     "UPDATE outbox SET state = 'recalled' WHERE event_id = :target AND state = 'waiting'"
                     " AND handed_utc IS NULL",
                     BINDS(INTEGER("target", undo->target)), error) &&
           store_run(desk->store,
                     "UPDATE outbox SET state = 'waiting', recalled_event = NULL WHERE recalled_event = :target"
                     " AND state = 'recalled' AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = outbox.event_id)",
                     BINDS(INTEGER("target", undo->target)), error);
}

static bool customer_back(Desk *desk, const Undo *undo, gint64 event_id, GError **error)
{
    return undo->customer_id == 0 || (touchpoint_settle(desk, undo->customer_id, error) &&
                                      touchpoint_ensure(desk, undo->customer_id, event_id, error) &&
                                      search_text_refresh(desk->store, undo->customer_id, error));
}

static bool undo_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    Undo *undo = data;
    if (!target_find(desk, undo, error))
        return false;
    const EventFacts facts = {.op = undo->op, .kind = "undo", .customer_id = undo->customer_id, .undoes = undo->target};
    return event_append(desk, &facts, event_id, error) && touchpoints_back(desk, undo, *event_id, error) &&
           skip_back(desk, undo, error) && receipt_back(desk, undo, error) && documents_back(desk, undo, error) &&
           plans_back(desk, undo->target, error) && changes_undo(desk, undo->target, &undo->left, error) &&
           customer_back(desk, undo, *event_id, error);
}

/* --- What the agent is told --------------------------------------------------------------------------- */

static const struct {
    const char *kind, *words;
} KINDS[] = {
    {"call", N_("call without outcome")},  {"note", N_("note")},    {"letter", N_("letter")},
    {"confirmed", N_("receipt assigned")}, {"skip", N_("skipped")}, {"snooze", N_("put off")},
};

static const char *undo_words(Desk *desk, const Undo *undo)
{
    const Outcome *outcome = undo->outcome != NULL ? playbook_outcome(desk->playbook, undo->outcome) : NULL;
    for (size_t i = 0; outcome == NULL && i < G_N_ELEMENTS(KINDS); i++)
        if (g_strcmp0(undo->kind, KINDS[i].kind) == 0)
            return _(KINDS[i].words);
    return outcome != NULL ? outcome->label : "";
}

/* The target again, from the record: also where the undo was carried out before this try. */
static bool undone_read(Desk *desk, gint64 event_id, Undo *undo, gint64 *sent, GError **error)
{
    undo_clear(undo);
    *undo = (Undo){.left = undo->left};
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT e.id, e.kind, e.outcome, e.customer_id,"
                                         " (SELECT count(*) FROM outbox o WHERE o.event_id = e.id"
                                         "   AND (o.state = 'sent' OR o.handed_utc IS NOT NULL)) AS sent"
                                         " FROM event u JOIN event e ON e.id = u.undoes WHERE u.id = :event",
                                         BINDS(INTEGER("event", event_id)), error);
    if (query != NULL && query_next(query)) {
        target_read(undo, query);
        *sent = query_integer(query, "sent");
    }
    return query != NULL && query_finish(query, error);
}

static char *undo_toast(Desk *desk, const Undo *undo, gint64 sent)
{
    g_autofree char *name = verb_customer_name(desk, undo->customer_id);
    GString *toast = g_string_new("");
    if (undo->customer_id == 0) /* a receipt that was nobody's */
        g_string_append(toast, _("Undone: receipt put aside; it waits for an answer again."));
    else
        g_string_append_printf(toast, _("Undone: %s: %s; everything is back as it was."), name, undo_words(desk, undo));
    if (sent > 0)
        g_string_append_printf(toast, " %s", _("The mail has left already: tell the customer."));
    if (undo->left > 0)
        g_string_append_printf(toast, " %s", _("What was changed again since stays as it is."));
    return g_string_free(toast, FALSE);
}

static bool undo_run(Desk *desk, Undo *undo, char **toast, GError **error)
{
    gint64 made = 0, sent = 0;
    if (!verb_run(desk, undo->op, undo_body, undo, &made, error) || !undone_read(desk, made, undo, &sent, error))
        return false;
    *toast = undo_toast(desk, undo, sent);
    return true;
}

bool outcome_undo(Desk *desk, gint64 event_id, const char *op, gint64 *customer_id, char **toast, GError **error)
{
    g_auto(Undo) undo = {.wanted = event_id, .op = op};
    if (!undo_run(desk, &undo, toast, error))
        return false;
    *customer_id = undo.customer_id;
    return true;
}

bool decision_undo(Desk *desk, gint64 payment_id, char **said, GError **error)
{
    g_autofree char *op = store_operation_id();
    g_auto(Undo) undo = {.payment = payment_id, .op = op};
    return undo_run(desk, &undo, said, error);
}
