/* What an outcome does besides its event, effect by effect. */
#include "desk/verb.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "desk/handover.h"
#include "desk/letter_way.h"
#include "ledger/account.h"
#include <string.h>

/* --- People and numbers ------------------------------------------------------------------------------- */

/* Changed at the desk: no import overwrites this person from now on. */
static bool contact_edited(Logging *logging, gint64 contact_id, GError **error)
{
    return change_set(logging->desk, logging->event_id, "contact", contact_id, "edited", "1", error);
}

static const char *person_or_text(const Form *form, const char *field)
{
    const CardContact *contact = form_value_contact(form, field);
    return contact != NULL ? contact->name : form_value(form, field);
}

bool contact_absent(Logging *logging, const EffectRow *row, GError **error)
{
    const CardContact *contact = form_value_contact(logging->form, row->fields[ABSENT_CONTACT]);
    Day back = form_value_day(logging->form, row->fields[ABSENT_BACK]);
    if (contact == NULL || !day_known(back))
        return true;
    g_autofree char *number = g_strdup_printf("%d", back.number);
    const char *deputy =
        row->fields[ABSENT_DEPUTY] != NULL ? person_or_text(logging->form, row->fields[ABSENT_DEPUTY]) : "";
    Desk *desk = logging->desk;
    return change_set(desk, logging->event_id, "contact", contact->id, "absent_until", number, error) &&
           (*deputy == '\0' || change_set(desk, logging->event_id, "contact", contact->id, "deputy", deputy, error)) &&
           contact_edited(logging, contact->id, error);
}

/* The number on the card that was dialled, and whose it is. */
static const CardPhone *phone_find(const Logging *logging, const char *number, const CardContact **owner)
{
    g_autofree char *e164 = phone_e164(number, logging->card->country);
    for (guint i = 0; i < logging->card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(logging->card->contacts, i);
        for (guint j = 0; j < contact->phones->len; j++) {
            const CardPhone *phone = g_ptr_array_index(contact->phones, j);
            if (strcmp(phone->raw, number) == 0 || (e164 != NULL && g_strcmp0(phone->e164, e164) == 0)) {
                *owner = contact;
                return phone;
            }
        }
    }
    return NULL;
}

static bool phone_add(Logging *logging, gint64 contact_id, const char *number, GError **error)
{
    g_autofree char *e164 = phone_e164(number, logging->card->country);
    gint64 id = 0;
    return store_insert(
               logging->desk->store,
               "INSERT INTO phone (contact_id, position, raw, e164)"
               " SELECT :contact, coalesce(max(position), 0) + 1, :raw, :e164 FROM phone"
               " WHERE contact_id = :contact RETURNING id",
               BINDS(INTEGER("contact", contact_id), TEXT("raw", number), TEXT("e164", e164 != NULL ? e164 : "")), &id,
               error) &&
           change_created(logging->desk, logging->event_id, "phone", id, error);
}

/* The contact of the call stands in where the wrong number is on no card. */
static const CardContact *phone_owner(const Logging *logging, const CardContact *found)
{
    const GPtrArray *contacts = logging->card->contacts;
    for (guint i = 0; found == NULL && i < contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(contacts, i);
        if (contact->id == logging->call->contact_id)
            found = contact;
    }
    return found != NULL || contacts->len == 0 ? found : g_ptr_array_index(contacts, 0);
}

bool phone_wrong(Logging *logging, const EffectRow *row, GError **error)
{
    const CardContact *found = NULL;
    const CardPhone *phone = phone_find(logging, form_value(logging->form, row->fields[WRONG_NUMBER]), &found);
    const char *fresh = row->fields[WRONG_NEW] != NULL ? form_value(logging->form, row->fields[WRONG_NEW]) : "";
    const CardContact *owner = phone_owner(logging, found);
    g_autofree char *today = g_strdup_printf("%d", clock_today().number);
    if (owner == NULL)
        return true;
    if (phone != NULL && !change_set(logging->desk, logging->event_id, "phone", phone->id, "wrong_since", today, error))
        return false;
    return (*fresh == '\0' || phone_add(logging, owner->id, fresh, error)) && contact_edited(logging, owner->id, error);
}

static bool detail_set(Logging *logging, const EffectRow *row, int position, const char *column, GError **error)
{
    const char *value = row->fields[position] != NULL ? form_value(logging->form, row->fields[position]) : "";
    return *value == '\0' ||
           change_set(logging->desk, logging->event_id, "customer", logging->card->id, column, value, error);
}

bool customer_details(Logging *logging, const EffectRow *row, GError **error)
{
    return detail_set(logging, row, DETAILS_KIND, "kind", error) &&
           detail_set(logging, row, DETAILS_LANGUAGE, "language", error);
}

bool customer_block(Logging *logging, const EffectRow *row, GError **error)
{
    return change_set(logging->desk, logging->event_id, "customer", logging->card->id, "not_callable", row->word,
                      error);
}

/* What else keeps him from being called stays. */
bool customer_unblock(Logging *logging, const EffectRow *row, GError **error)
{
    const char *blocked = logging->card->blocked;
    return strcmp(blocked, row->word) != 0 ||
           change_set(logging->desk, logging->event_id, "customer", logging->card->id, "not_callable", NULL, error);
}

/* --- Documents ---------------------------------------------------------------------------------------- */

/* A form knows the invoices of the customer's own currency alone, so its letters are never in two. */
static char *send_items(const Logging *logging, const EffectRow *row)
{
    GString *list = g_string_new("");
    const CardItem *one =
        row->fields[SEND_ITEMS] != NULL ? form_value_item(logging->form, row->fields[SEND_ITEMS]) : NULL;
    const GArray *ids = form_items(logging->form);
    if (one != NULL)
        g_string_append_printf(list, "%" G_GINT64_FORMAT, one->id);
    for (guint i = 0; one == NULL && i < ids->len; i++)
        g_string_append_printf(list, "%s%" G_GINT64_FORMAT, i == 0 ? "" : " ", g_array_index(ids, gint64, i));
    return g_string_free(list, FALSE);
}

bool outbox_put(Desk *desk, gint64 event_id, gint64 customer_id, const LetterFacts *letter, GError **error)
{
    gint64 delay = settings_number(desk->settings, "outbox", "delay_seconds");
    if (!letter_way_check(desk, customer_id, letter->channel, letter->recipient, error))
        return false;
    return store_run(
        desk->store,
        "INSERT INTO outbox (event_id, customer_id, document, channel, recipient, language, items, personal,"
        " ready_utc) VALUES (:event, :customer, :document, :channel, :recipient, :language, :items, :personal, :ready)",
        BINDS(INTEGER("event", event_id), INTEGER("customer", customer_id), TEXT("document", letter->document),
              TEXT("channel", letter->channel), TEXT("recipient", letter->recipient),
              TEXT("language", letter->language), TEXT("items", letter->items),
              TEXT("personal", letter->personal != NULL ? letter->personal : ""),
              INTEGER("ready", clock_now().utc + delay)),
        error);
}

static const PlannedLetter *letter_planned(const Logging *logging, const EffectRow *row)
{
    guint i = 0;
    while (g_array_index(logging->letters, PlannedLetter, i).row != row)
        i++;
    return &g_array_index(logging->letters, PlannedLetter, i);
}

/* What can reach nobody does not go; the event says so. */
bool document_send(Logging *logging, const EffectRow *row, GError **error)
{
    bool announces = strcmp(row->word, "handover") == 0;
    if (announces && !handover_announceable_to(logging->desk, logging->card->id, error))
        return false;
    const PlannedLetter *planned = letter_planned(logging, row);
    if (planned->obstacle != NULL)
        return true;
    g_autofree char *items = send_items(logging, row);
    const LetterFacts letter = {.document = row->word,
                                .channel = planned->channel,
                                .recipient = planned->recipient,
                                .language = card_reader_language(logging->card, planned->recipient),
                                .items = items};
    return outbox_put(logging->desk, logging->event_id, logging->card->id, &letter, error);
}

/* --- All of them -------------------------------------------------------------------------------------- */

static bool supersede_row(Logging *logging, const EffectRow *row, GError **error)
{
    (void)row;
    return promises_supersede(logging, error);
}

typedef enum { PHASE_REPLACE, PHASE_DISPUTE, PHASE_PLAN, PHASE_PROMISE, PHASE_REST, PHASE_COUNT } Phase;

/* Promises are made from promises_plan all at once, after whatever frees or takes money; keep acts on closing. */
static const struct {
    Phase phase;
    bool (*run)(Logging *logging, const EffectRow *row, GError **error); /* NULL: done elsewhere */
} EFFECTS[] = {
    [EFFECT_PROMISE] = {PHASE_PROMISE, NULL},
    [EFFECT_PART] = {PHASE_PROMISE, NULL},
    [EFFECT_CHEQUE] = {PHASE_PROMISE, NULL},
    [EFFECT_PAID] = {PHASE_PROMISE, NULL},
    [EFFECT_PLAN] = {PHASE_PLAN, plan_insert},
    [EFFECT_PLAN_ANSWER] = {PHASE_PLAN, plan_decide},
    [EFFECT_DISPUTE] = {PHASE_DISPUTE, dispute_insert},
    [EFFECT_DISPUTE_END] = {PHASE_DISPUTE, dispute_settle},
    [EFFECT_ABSENT] = {PHASE_REST, contact_absent},
    [EFFECT_WRONG_NUMBER] = {PHASE_REST, phone_wrong},
    [EFFECT_SEND] = {PHASE_REST, document_send},
    [EFFECT_DETAILS] = {PHASE_REST, customer_details},
    [EFFECT_BLOCK] = {PHASE_REST, customer_block},
    [EFFECT_UNBLOCK] = {PHASE_REST, customer_unblock},
    [EFFECT_HOLD] = {PHASE_REST, hold_set},
    [EFFECT_LIFT] = {PHASE_REST, hold_lift},
    [EFFECT_SUPERSEDE] = {PHASE_REPLACE, supersede_row},
    [EFFECT_KEEP] = {PHASE_REST, NULL},
};

bool effects_run(Logging *logging, GError **error)
{
    for (Phase phase = 0; phase < PHASE_COUNT; phase++) {
        for (guint i = 0; i < logging->effects->len; i++) {
            const EffectRow *row = g_ptr_array_index(logging->effects, i);
            if (EFFECTS[row->verb].phase == phase && EFFECTS[row->verb].run != NULL &&
                !EFFECTS[row->verb].run(logging, row, error))
                return false;
        }
        if (phase == PHASE_PROMISE && !promises_insert(logging, error))
            return false;
    }
    return search_text_refresh(logging->desk->store, logging->card->id, error);
}
