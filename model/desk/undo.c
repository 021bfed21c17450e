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

static bool undo_target(Desk *desk, Undo *undo, gint64 *event_id, GError **error)
{
    const EventFacts facts = {.op = undo->op, .kind = "undo", .customer_id = undo->customer_id, .undoes = undo->target};
    return event_append(desk, &facts, event_id, error) && touchpoints_back(desk, undo, *event_id, error) &&
           skip_back(desk, undo, error) && receipt_back(desk, undo, error) && documents_back(desk, undo, error) &&
           plans_back(desk, undo->target, error) && changes_undo(desk, undo->target, &undo->left, error) &&
           customer_back(desk, undo, *event_id, error);
}

static bool undo_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    return target_find(desk, data, error) && undo_target(desk, data, event_id, error);
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

/* --- Several at once ---------------------------------------------------------------------------------- */

typedef struct {
    const GArray *events;
    const char *op;
    int undone, documents;
    int not_mine;
    GPtrArray *left; /* char *: names of whom it has reached */
} Recall;

static const char recall_sql[] =
    "SELECT e.id, e.kind, e.outcome, e.customer_id, CASE WHEN e.agent_id = :agent AND e.day = :today THEN 1 ELSE 0 END"
    "   AS mine, (SELECT count(*) FROM event u WHERE u.undoes = e.id) AS undone,"
    " (SELECT count(*) FROM outbox o WHERE o.event_id = e.id) AS documents,"
    " (SELECT count(*) FROM outbox o WHERE o.event_id = e.id"
    "   AND (o.state = 'sent' OR o.handed_utc IS NOT NULL)) AS gone"
    " FROM event e WHERE e.id = :event";

/* undo->target 0: it stays, and `recall` knows why. */
static bool recall_judge(Desk *desk, gint64 event_id, Undo *undo, Recall *recall, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store, recall_sql,
        BINDS(INTEGER("agent", desk->agent_id), DAY("today", clock_today()), INTEGER("event", event_id)), error);
    if (query != NULL && query_next(query) && query_integer(query, "undone") == 0) {
        if (query_integer(query, "gone") > 0)
            g_ptr_array_add(recall->left, verb_customer_name(desk, query_integer_or(query, "customer_id", 0)));
        else if (query_integer(query, "mine") == 0)
            recall->not_mine++;
        else {
            target_read(undo, query);
            recall->undone++;
            recall->documents += (int)query_integer(query, "documents");
        }
    }
    return query != NULL && query_finish(query, error);
}

static bool recall_one(Desk *desk, gint64 event_id, Recall *recall, gint64 *made, GError **error)
{
    int before = recall->undone;
    g_autofree char *op = before == 0 ? g_strdup(recall->op) : g_strdup_printf("%s-%d", recall->op, before);
    g_auto(Undo) undo = {.op = op};
    if (!recall_judge(desk, event_id, &undo, recall, error))
        return false;
    return undo.target == 0 || undo_target(desk, &undo, made, error);
}

static bool recall_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    Recall *recall = data;
    for (guint i = 0; i < recall->events->len; i++)
        if (!recall_one(desk, g_array_index(recall->events, gint64, i), recall, event_id, error))
            return false;
    return true;
}

static char *names_words(const GPtrArray *names)
{
    enum { NAMED = 3 };
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < MIN(names->len, (guint)NAMED); i++)
        g_string_append_printf(words, "%s%s", i > 0 ? ", " : "", (const char *)g_ptr_array_index(names, i));
    if (names->len > NAMED)
        g_string_append(words, " …");
    return g_string_free(words, FALSE);
}

static char *recall_words(const Recall *recall)
{
    GString *words = g_string_new(NULL);
    g_string_printf(words, NP_("%d document taken back.", "%d documents taken back.", recall->documents),
                    recall->documents);
    if (recall->left->len > 0) {
        g_autofree char *names = names_words(recall->left);
        g_string_append_c(words, ' ');
        g_string_append_printf(words, NP_("%u has left already: %s.", "%u have left already: %s.", recall->left->len),
                               recall->left->len, names);
    }
    if (recall->not_mine > 0) {
        g_string_append_c(words, ' ');
        g_string_append_printf(
            words,
            NP_("%d stays: it is not yours of today.", "%d stay: they are not yours of today.", recall->not_mine),
            recall->not_mine);
    }
    return g_string_free(words, FALSE);
}

bool outcomes_recall(Desk *desk, const GArray *events, const char *op, char **toast, GError **error)
{
    gint64 made = 0;
    Recall recall = {.events = events, .op = op, .left = g_ptr_array_new_with_free_func(g_free)};
    bool good = verb_run(desk, op, recall_body, &recall, &made, error);
    if (good)
        *toast = recall_words(&recall);
    g_ptr_array_unref(recall.left);
    return good;
}

/* The letters that were sent together with the newest thing on record, where that is a letter; empty: it was alone, or
 * all of them have left.  *customer_id: of the newest. */
static GArray *batch_of_newest(Desk *desk, gint64 *customer_id, GError **error)
{
    g_auto(Undo) newest = {0};
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 waiting = 0;
    if (!target_find(desk, &newest, error))
        return NULL;
    *customer_id = newest.customer_id;
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT b.event_id, (SELECT count(*) FROM outbox o WHERE o.event_id = b.event_id AND o.state = 'waiting'"
        "   AND o.handed_utc IS NULL) AS waiting"
        " FROM event e JOIN event_answer b ON b.event_id = e.id AND b.field = 'batch'"
        " JOIN event_answer a ON a.event_id = :event AND a.field = 'batch' AND a.value = b.value"
        " WHERE e.day = :today AND e.agent_id = :agent AND e.kind = 'letter'"
        " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) ORDER BY e.id DESC",
        BINDS(INTEGER("event", newest.target), DAY("today", clock_today()), INTEGER("agent", desk->agent_id)), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "event_id");
        waiting += query_integer(query, "waiting");
        g_array_append_val(events, id);
    }
    if (events->len < 2 || waiting == 0)
        g_array_set_size(events, 0);
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&events) : NULL;
}

/* --- One ---------------------------------------------------------------------------------------------- */

bool outcome_undo(Desk *desk, gint64 event_id, const char *op, gint64 *customer_id, char **toast, GError **error)
{
    g_autoptr(GArray) batch = NULL;
    if (event_id == 0 && (batch = batch_of_newest(desk, customer_id, error)) == NULL)
        return false;
    if (batch != NULL && batch->len > 0)
        return outcomes_recall(desk, batch, op, toast, error);
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
