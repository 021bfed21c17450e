/* Sending the letters that are due, one transaction for each customer. */
#include "desk/reminders.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/outbox.h"
#include "desk/verb.h"

void reminders_sent_clear(RemindersSent *sent)
{
    g_clear_pointer(&sent->events, g_array_unref);
    g_clear_pointer(&sent->sentences, g_ptr_array_unref);
}

typedef struct {
    gint64 customer_id;
    const char *op;
    const char *batch; /* of all that are sent together; NULL: this one alone */
    ReminderCheck check;
    void *data;
    char *refused; /* why something was not sent; NULL it all was */
    int sent;      /* letters */
} Sending;

/* Marked by hand a moment ago, and looked at as things are now. */
static GPtrArray *still_due(Desk *desk, const Sending *sending, GError **error)
{
    const ReminderOptions one = {.everybody = true, .customer_id = sending->customer_id};
    return reminders_due(desk, &one, error);
}

static bool event_write(Desk *desk, const Sending *sending, const char *kind, const char *summary, gint64 *event_id,
                        GError **error)
{
    const EventAnswer answers[] = {{"summary", summary, ""}, {"batch", sending->batch, ""}};
    const EventFacts facts = {.op = sending->op,
                              .kind = kind,
                              .customer_id = sending->customer_id,
                              .answers = answers,
                              .answer_count = sending->batch != NULL ? 2 : 1};
    return event_append(desk, &facts, event_id, error);
}

static bool letter_put(Desk *desk, const Sending *sending, const Reminder *reminder, gint64 event_id, GError **error)
{
    const LetterFacts letter = {.document = reminder->document,
                                .channel = reminder->channel,
                                .recipient = reminder->recipient,
                                .language = reminder->language,
                                .items = reminder->items};
    return outbox_put(desk, event_id, sending->customer_id, &letter, error) &&
           letter_contacts_close(desk, sending->customer_id, &letter, event_id, error);
}

/* One event, however many currencies: whoever takes it back takes back all of it. */
static bool letters_write(Desk *desk, const Sending *sending, const GPtrArray *ready, gint64 *event_id, GError **error)
{
    const Reminder *first = g_ptr_array_index(ready, 0);
    const char *to = *first->recipient != '\0' ? first->recipient : _("by post");
    g_autofree char *summary = g_strdup_printf("%s, %s", first->label, to);
    if (!event_write(desk, sending, "letter", summary, event_id, error))
        return false;
    for (guint i = 0; i < ready->len; i++)
        if (!letter_put(desk, sending, g_ptr_array_index(ready, i), *event_id, error))
            return false;
    return touchpoint_ensure(desk, sending->customer_id, *event_id, error);
}

/* It was planned and nobody can write it: somebody rings instead, and knows why. */
static bool call_instead(Desk *desk, const Sending *sending, const Reminder *reminder, gint64 *event_id, GError **error)
{
    const CadenceStep *call = cadence_step(desk->cadence, cadence_count(desk->cadence) - 1);
    const Touchpoint wanted = {.customer_id = sending->customer_id,
                               .reason = (char *)call->reason,
                               .detail = sending->refused,
                               .when = {clock_today(), MINUTE_NONE}};
    g_autofree char *summary = g_strdup_printf("%s: %s", reminder->label, sending->refused);
    return event_write(desk, sending, "note", summary, event_id, error) &&
           touchpoint_close(desk, reminder->touchpoint_id, *event_id, "superseded", error) &&
           touchpoint_plan(desk, &wanted, *event_id, NULL, error);
}

static bool is_planned_letter(Desk *desk, const Reminder *reminder, bool *planned, GError **error)
{
    g_autofree char *reason = NULL;
    if (!store_text(desk->store, "SELECT reason FROM touchpoint WHERE id = :id",
                    BINDS(INTEGER("id", reminder->touchpoint_id)), &reason, error))
        return false;
    *planned = reason != NULL && cadence_is_letter(desk->cadence, reason);
    return true;
}

/* Those that may leave; refused: why the first of the others may not. */
static GPtrArray *ready_ones(Desk *desk, Sending *sending, const GPtrArray *list)
{
    GPtrArray *ready = g_ptr_array_new();
    for (guint i = 0; i < list->len; i++) {
        Reminder *reminder = g_ptr_array_index(list, i);
        char *refused = g_strdup(reminder->block);
        if (refused == NULL && sending->check != NULL)
            refused = sending->check(desk, reminder, sending->data);
        if (refused == NULL)
            g_ptr_array_add(ready, reminder);
        else if (sending->refused == NULL)
            sending->refused = g_steal_pointer(&refused);
        g_free(refused);
    }
    return ready;
}

/* What cannot be sent writes nothing, but for a planned letter that cannot be written. */
static bool sending_body(Desk *desk, void *data, gint64 *event_id, GError **error)
{
    Sending *sending = data;
    bool planned = false;
    g_autoptr(GPtrArray) list = still_due(desk, sending, error);
    if (list == NULL)
        return false;
    g_autofree char *colleague = store_lease_holder(desk->store, sending->customer_id);
    if (list->len == 0)
        sending->refused = g_strdup(_("no letter is due any more"));
    else if (colleague != NULL)
        sending->refused = g_strdup_printf(_("%s has this customer open"), colleague);
    if (sending->refused != NULL)
        return true;
    const Reminder *first = g_ptr_array_index(list, 0);
    g_autoptr(GPtrArray) ready = ready_ones(desk, sending, list);
    sending->sent = (int)ready->len;
    if (ready->len > 0)
        return letters_write(desk, sending, ready, event_id, error);
    return first->block != NULL || (is_planned_letter(desk, first, &planned, error) &&
                                    (!planned || call_instead(desk, sending, first, event_id, error)));
}

static void held_tell(Desk *desk, const Sending *sending, RemindersSent *sent)
{
    g_autofree char *name = verb_customer_name(desk, sending->customer_id);
    g_ptr_array_add(sent->sentences, g_strdup_printf("%s: %s", name, sending->refused));
    sent->held += sending->sent == 0;
}

static bool send_one(Desk *desk, Sending *sending, RemindersSent *sent, GError **error)
{
    gint64 event_id = 0;
    g_autofree char *op = store_operation_id();
    sending->op = op;
    if (!verb_run(desk, op, sending_body, sending, &event_id, error))
        return false;
    if (sending->refused != NULL)
        held_tell(desk, sending, sent);
    if (sending->sent > 0)
        g_array_append_val(sent->events, event_id);
    sent->sent += sending->sent;
    return true;
}

bool reminders_send(Desk *desk, const GArray *customer_ids, ReminderCheck check, void *data, RemindersSent *sent,
                    GError **error)
{
    bool good = true;
    *sent = (RemindersSent){.events = g_array_new(FALSE, FALSE, sizeof(gint64)),
                            .sentences = g_ptr_array_new_with_free_func(g_free)};
    g_autoptr(GHashTable) before = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autofree char *batch = store_operation_id();
    for (guint i = 0; i < customer_ids->len && good; i++) {
        gint64 *customer_id = &g_array_index(customer_ids, gint64, i);
        if (!g_hash_table_add(before, customer_id)) /* a row for each currency */
            continue;
        Sending sending = {.customer_id = *customer_id, .batch = batch, .check = check, .data = data};
        good = send_one(desk, &sending, sent, error);
        g_free(sending.refused);
    }
    return good;
}
