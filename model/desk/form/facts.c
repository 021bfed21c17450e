/* What is known of the customer, and what the typed values mean. */
#include "base/clock.h"
#include "desk/form_parts.h"

#include <string.h>

Moment form_now(void)
{
    Now now = clock_now();
    return (Moment){now.day, now.minute};
}

const char *form_preset(const Form *form)
{
    return settings_text(form->desk->settings, "belronde", "contact_hours");
}

const CardContact *card_contact(const Card *card, gint64 id)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (contact->id == id)
            return contact;
    }
    return NULL;
}

const CardContact *card_management(const Card *card)
{
    static const char *const roles[] = {"management", "owner"};
    for (size_t role = 0; role < G_N_ELEMENTS(roles); role++) {
        for (guint i = 0; i < card->contacts->len; i++) {
            const CardContact *contact = g_ptr_array_index(card->contacts, i);
            if (g_strcmp0(contact->role, roles[role]) == 0)
                return contact;
        }
    }
    return NULL;
}

const char *form_email(const Form *form)
{
    const CardContact *contact = card_with_email(form->card);
    return contact == NULL ? "" : contact->email;
}

Cents card_live_promises(const Card *card, int *count, Day *last)
{
    Cents sum = 0;
    *count = 0;
    *last = DAY_NONE;
    for (guint i = 0; i < card->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(card->promises, i);
        if (!promise_state_is_live(promise->state) || strcmp(promise->currency, card_money(card)->currency) != 0)
            continue;
        sum += promise->amount - promise->received;
        (*count)++;
        *last = day_compare(promise->due, *last) > 0 ? promise->due : *last;
    }
    return sum;
}

/* --- Facts for conditions ------------------------------------------------------------------------------ */

static const char *fact_promises(const Form *form)
{
    int count = 0;
    Day last;
    card_live_promises(form->card, &count, &last);
    return count > 0 ? "yes" : "";
}

static const char *fact_disputed(const Form *form)
{
    return card_money(form->card)->disputed > 0 ? "yes" : "";
}

static const char *fact_country(const Form *form)
{
    return form->card->country;
}

static const char *fact_kind(const Form *form)
{
    return form->card->kind;
}

static const char *fact_language(const Form *form)
{
    return form->card->language;
}

static const char *fact_class(const Form *form)
{
    static const char *const names[] = {"A", "B", "C"};
    int index = form->card->payment_class - 'A';
    return index >= 0 && index < 3 ? names[index] : "";
}

static const char *fact_slowing(const Form *form)
{
    return form->card->slowing ? "yes" : "";
}

static const char *fact_management(const Form *form)
{
    return card_management(form->card) != NULL ? "yes" : "";
}

static const char *fact_ask(const Form *form)
{
    return card_money(form->card)->ask > 0 ? "yes" : "";
}

static const char *yes_if(bool holds)
{
    return holds ? "yes" : "";
}

static const char *fact_late(const Form *form)
{
    const MoneyLine *money = card_money(form->card);
    return yes_if(money->overdue > 0 && money->ask > 0);
}

/* In force or decided for a day to come; of the limit only ours, for the list's is not ours to end. */
static const char *held(const Form *form, HoldKind kind)
{
    const Holds *holds = form->card->holds;
    if (holds == NULL)
        return "";
    bool now = holds_are(holds, kind) && (kind != HOLD_CREDIT_LIMIT || holds->now[kind].state != HOLD_BY_LIST);
    return yes_if(now || holds->ahead[kind].state != HOLD_NONE);
}

static const char *fact_supply_stop(const Form *form)
{
    return held(form, HOLD_SUPPLY_STOP);
}

static const char *fact_prepay(const Form *form)
{
    return held(form, HOLD_PREPAY);
}

static const char *fact_credit_limit(const Form *form)
{
    return held(form, HOLD_CREDIT_LIMIT);
}

static const char *fact_deadline(const Form *form)
{
    return held(form, HOLD_DEADLINE);
}

static const char *fact_handover(const Form *form)
{
    return held(form, HOLD_HANDOVER);
}

static const char *fact_handover_barred(const Form *form)
{
    return form->bar;
}

static const char *fact_mediation(const Form *form)
{
    return yes_if(g_strcmp0(form->card->blocked, "mediation") == 0);
}

static const char *fact_insolvency(const Form *form)
{
    return yes_if(g_strcmp0(form->card->blocked, "insolvency") == 0);
}

static const char *fact_over_limit(const Form *form)
{
    Cents limit = form->card->credit_limit;
    return yes_if(limit >= 0 && card_money(form->card)->open > limit);
}

static const char *fact_announced(const Form *form)
{
    return form->card->holds != NULL ? holds_announced(form->card->holds) : "";
}

/* The colleague who is named has a desk here: the task is his, not ours. */
static const char *fact_colleague(const Form *form)
{
    for (guint i = 0; i < form->slots->len; i++) {
        const Slot *slot = &g_array_index(form->slots, Slot, i);
        bool named = slot->field.field->type == FIELD_COLLEAGUE && slot->value[0] != '\0';
        g_autofree char *known = named ? form_colleague(form, slot->value) : NULL;
        if (known != NULL)
            return "yes";
    }
    return "";
}

const char *form_fact(const Form *form, const char *name)
{
    static const struct {
        const char *name;
        const char *(*tell)(const Form *form);
    } facts[] = {{"promises", fact_promises},
                 {"disputed", fact_disputed},
                 {"country", fact_country},
                 {"kind", fact_kind},
                 {"language", fact_language},
                 {"mediation", fact_mediation},
                 {"insolvency", fact_insolvency},
                 {"class", fact_class},
                 {"slowing", fact_slowing},
                 {"management", fact_management},
                 {"email", form_email},
                 {"ask", fact_ask},
                 {"late", fact_late},
                 {"colleague", fact_colleague},
                 {"plan", fact_plan},
                 {"falls_due", fact_falls_due},
                 {"approval", fact_approval},
                 {"chargeable", fact_chargeable},
                 {"supply_stop", fact_supply_stop},
                 {"prepay", fact_prepay},
                 {"credit_limit", fact_credit_limit},
                 {"deadline", fact_deadline},
                 {"handover", fact_handover},
                 {"over_limit", fact_over_limit},
                 {"handover_barred", fact_handover_barred},
                 {"announced", fact_announced}};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (strcmp(facts[i].name, name) == 0)
            return facts[i].tell(form);
    return "";
}

static bool value_among(const char *value, const char *wanted)
{
    g_auto(GStrv) all = g_strsplit(wanted, "|", -1);
    for (char **one = all; *one != NULL; one++)
        if (g_ascii_strcasecmp(value, *one) == 0)
            return true;
    return false;
}

/* A field of the outcome goes before a fact of the same name. */
bool form_holds(const Form *form, const Condition *condition)
{
    if (condition->field == NULL)
        return true;
    bool field = form_slot(form, condition->field) != NULL;
    if (condition->value != NULL) {
        const char *value = field ? form_value(form, condition->field) : form_fact(form, condition->field);
        return value_among(value, condition->value);
    }
    bool filled = field ? form_filled(form, condition->field) : form_fact(form, condition->field)[0] != '\0';
    return filled != condition->empty;
}

/* --- Money ---------------------------------------------------------------------------------------------- */

bool item_counts(const Form *form, const CardItem *item)
{
    return item->open > 0 && strcmp(item->currency, card_money(form->card)->currency) == 0;
}

Cents item_free(const CardItem *item)
{
    return MAX(item->open - item->disputed, 0);
}

bool form_supersedes(const Form *form)
{
    for (size_t i = 0; i < form->outcome->effect_count; i++) {
        const EffectRow *row = &form->outcome->effects[i];
        if (row->verb == EFFECT_SUPERSEDE && form_holds(form, &row->when))
            return true;
    }
    return false;
}

static bool id_listed(const GArray *ids, gint64 id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, gint64, i) == id)
            return true;
    return false;
}

Cents form_items_open(const Form *form)
{
    const MoneyLine *money = card_money(form->card);
    bool supersedes = form_supersedes(form);
    Cents sum = 0, most = money->open - money->disputed - money->unallocated - (supersedes ? 0 : money->promised);
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (item_counts(form, item) && id_listed(form->items, item->id))
            sum += MAX(item_free(item) - (supersedes ? 0 : item->promised), 0);
    }
    return MAX(MIN(sum, most), 0);
}

Cents form_ceiling(const Form *form)
{
    const MoneyLine *money = card_money(form->card);
    return MAX(money->open - money->disputed - (form_supersedes(form) ? 0 : money->promised), 0);
}

/* --- Typed access --------------------------------------------------------------------------------------- */

const Outcome *form_outcome(const Form *form)
{
    return form->outcome;
}

const Card *form_card(const Form *form)
{
    return form->card;
}

int form_times(const Form *form)
{
    return form->times;
}

Slot *form_slot(const Form *form, const char *name)
{
    for (guint i = 0; name != NULL && i < form->slots->len; i++) {
        Slot *slot = &g_array_index(form->slots, Slot, i);
        if (strcmp(slot->field.field->name, name) == 0)
            return slot;
    }
    return NULL;
}

/* What is not asked has no value, whatever was typed before it vanished. */
static const Slot *slot_asked(const Form *form, const char *name)
{
    const Slot *slot = form_slot(form, name);
    return slot != NULL && slot->field.visible ? slot : NULL;
}

bool form_filled(const Form *form, const char *name)
{
    const char *value = form_value(form, name);
    const Slot *slot = slot_asked(form, name);
    if (slot != NULL && slot->field.field->type == FIELD_CHECK)
        return strcmp(value, "yes") == 0;
    return value[0] != '\0';
}

const char *form_value(const Form *form, const char *name)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL ? "" : slot->value;
}

const char *form_shown(const Form *form, const char *name)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL ? "" : slot->said;
}

Moment form_value_moment(const Form *form, const char *name)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL ? (Moment){DAY_NONE, MINUTE_NONE} : slot->moment;
}

Day form_value_day(const Form *form, const char *name)
{
    return form_value_moment(form, name).day;
}

Day form_value_asked_day(const Form *form, const char *name)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL ? DAY_NONE : slot->asked;
}

static gint64 number_of(const Form *form, const char *name, FieldType type)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL || slot->field.field->type != type ? 0 : slot->number;
}

Cents form_value_amount(const Form *form, const char *name)
{
    return number_of(form, name, FIELD_AMOUNT);
}

gint64 form_value_number(const Form *form, const char *name)
{
    return number_of(form, name, FIELD_NUMBER);
}

const CardContact *form_value_contact(const Form *form, const char *name)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL ? NULL : slot->contact;
}

const CardItem *form_value_item(const Form *form, const char *name)
{
    const Slot *slot = slot_asked(form, name);
    return slot == NULL ? NULL : slot->item;
}
