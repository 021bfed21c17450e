/* F4, PgUp and PgDn, letters and boxes: other ways of typing the same values. */
#include "base/clock.h"
#include "desk/form_parts.h"

#include <string.h>

#define DAYS_OFFERED 10

static Slot *slot_at(const Form *form, size_t index)
{
    return index < form->slots->len ? &g_array_index(form->slots, Slot, index) : NULL;
}

/* --- F4 -------------------------------------------------------------------------------------------------- */

static void list_add(GPtrArray *list, const char *text)
{
    for (guint i = 0; i < list->len; i++)
        if (strcmp(g_ptr_array_index(list, i), text) == 0)
            return;
    if (text[0] != '\0')
        g_ptr_array_add(list, g_strdup(text));
}

static void choices_list(const Form *form, const Field *field, GPtrArray *list)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (field->choices[i].needs == NULL || form_fact(form, field->choices[i].needs)[0] != '\0')
            list_add(list, field->choices[i].label);
}

static void people_list(const Form *form, FieldType type, GPtrArray *list)
{
    for (guint i = 0; i < form->card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(form->card->contacts, i);
        if (type == FIELD_CONTACT)
            list_add(list, contact->name);
        if (type == FIELD_EMAIL && contact->email != NULL)
            list_add(list, contact->email);
        for (guint j = 0; type == FIELD_PHONE && j < contact->phones->len; j++) {
            const CardPhone *phone = g_ptr_array_index(contact->phones, j);
            list_add(list, phone->pretty != NULL && phone->pretty[0] != '\0' ? phone->pretty : phone->raw);
        }
    }
}

static void colleagues_list(const Form *form, GPtrArray *list)
{
    if (form->desk->store == NULL)
        return;
    g_autoptr(Query) query =
        store_query(form->desk->store, "SELECT name FROM agent WHERE active = 1 AND role <> 'system' ORDER BY name",
                    NO_BINDS, NULL);
    while (query != NULL && query_next(query))
        list_add(list, query_text(query, "name"));
}

static void items_list(const Form *form, GPtrArray *list)
{
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (item_counts(form, item))
            list_add(list, item->number);
    }
}

static void amounts_list(const Form *form, GPtrArray *list)
{
    g_autofree char *all = money_text(form_items_open(form));
    list_add(list, all);
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        g_autofree char *amount = item_counts(form, item) ? money_text(item_free(item)) : g_strdup("");
        list_add(list, amount);
    }
}

static bool day_usable(const Form *form, const Field *field, Day day)
{
    const Calendar *calendar = form->desk->calendar;
    if (field->past || field->no_roll)
        return true;
    return field->bank_day ? calendar_is_bank_day(calendar, day)
                           : calendar_is_business_day(calendar, form->card->country, day);
}

static void days_list(const Form *form, const Field *field, GPtrArray *list)
{
    int way = field->past ? -1 : 1;
    for (int i = field->past ? 0 : 1; list->len < DAYS_OFFERED && i < 30; i++) {
        Moment moment = {day_plus(clock_today(), i * way), field->type == FIELD_DATETIME ? field->minute : MINUTE_NONE};
        g_autofree char *typed = moment_typed(moment);
        if (day_usable(form, field, moment.day))
            list_add(list, typed);
    }
}

char **form_values(const Form *form, size_t index)
{
    const Slot *slot = slot_at(form, index);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    FieldType type = slot == NULL ? FIELD_TEXT : slot->field.field->type;
    if (type == FIELD_CHOICE)
        choices_list(form, slot->field.field, list);
    else if (type == FIELD_CONTACT || type == FIELD_EMAIL || type == FIELD_PHONE)
        people_list(form, type, list);
    else if (type == FIELD_COLLEAGUE)
        colleagues_list(form, list);
    else if (type == FIELD_ITEM || type == FIELD_ITEMS)
        items_list(form, list);
    else if (type == FIELD_AMOUNT)
        amounts_list(form, list);
    else if (type == FIELD_DATE || type == FIELD_DATETIME)
        days_list(form, slot->field.field, list);
    g_ptr_array_add(list, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&list), FALSE);
}

/* --- PgUp and PgDn ---------------------------------------------------------------------------------------- */

static void date_step(Form *form, size_t index, const Slot *slot, int delta)
{
    const Field *field = slot->field.field;
    Moment moment = slot->moment;
    if (!day_known(moment.day))
        moment = (Moment){clock_today(), field->type == FIELD_DATETIME ? field->minute : MINUTE_NONE};
    int way = delta < 0 ? -1 : 1;
    for (int left = delta * way; left > 0; left--)
        do
            moment.day = day_plus(moment.day, way);
        while (!day_usable(form, field, moment.day));
    int ahead = day_minus(moment.day, clock_today());
    if ((field->past && ahead > 0) || (!field->past && ahead < 0))
        return;
    g_autofree char *typed = moment_typed(moment);
    form_set(form, index, typed);
}

static void number_step(Form *form, size_t index, const Slot *slot, int delta)
{
    const Field *field = slot->field.field;
    gint64 number = CLAMP(slot->number + delta, field->min, field->max);
    g_autofree char *typed = g_strdup_printf("%" G_GINT64_FORMAT, number);
    form_set(form, index, typed);
}

/* The next of the values F4 offers, round and round. */
static void list_step(Form *form, size_t index, const Slot *slot, int delta)
{
    g_auto(GStrv) values = form_values(form, index);
    int count = (int)g_strv_length(values), at = -1;
    for (int i = 0; i < count; i++)
        if (strcmp(values[i], slot->said) == 0)
            at = i;
    if (count == 0)
        return;
    int next = at < 0 ? (delta > 0 ? 0 : count - 1) : ((at + delta) % count + count) % count;
    form_set(form, index, values[next]);
}

void form_step(Form *form, size_t index, int delta)
{
    const Slot *slot = slot_at(form, index);
    if (slot == NULL || delta == 0)
        return;
    switch (slot->field.field->type) {
    case FIELD_DATE:
    case FIELD_DATETIME: date_step(form, index, slot, delta); break;
    case FIELD_NUMBER:
    case FIELD_PARTS: number_step(form, index, slot, delta); break;
    case FIELD_CHECK: form_toggle(form, index, 0); break;
    case FIELD_CHOICE:
    case FIELD_CONTACT:
    case FIELD_COLLEAGUE:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ITEM: list_step(form, index, slot, delta); break;
    case FIELD_TEXT:
    case FIELD_NOTE:
    case FIELD_AMOUNT:
    case FIELD_ITEMS: break;
    }
}

/* --- Letters and boxes ------------------------------------------------------------------------------------ */

bool form_choose_letter(Form *form, size_t index, const char *letter)
{
    const Slot *slot = slot_at(form, index);
    if (slot == NULL || slot->field.field->type != FIELD_CHOICE)
        return false;
    g_autofree char *pressed = g_utf8_casefold(letter, -1);
    for (size_t i = 0; i < slot->field.field->choice_count; i++) {
        g_autofree char *own = g_utf8_casefold(slot->field.field->choices[i].letter, -1);
        if (strcmp(own, pressed) == 0) {
            form_set(form, index, slot->field.field->choices[i].slug);
            return true;
        }
    }
    return false;
}

static bool slot_has_item(const Slot *slot, const CardItem *item)
{
    for (guint i = 0; slot->items != NULL && i < slot->items->len; i++)
        if (g_array_index(slot->items, const CardItem *, i) == item)
            return true;
    return false;
}

static void item_toggle(Form *form, size_t index, const Slot *slot, size_t part)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (item_counts(form, item) && slot_has_item(slot, item) != (i == part))
            g_string_append_printf(list, "%s%s", list->len > 0 ? "," : "", item->number);
    }
    form_set(form, index, list->str);
}

void form_toggle(Form *form, size_t index, size_t part)
{
    const Slot *slot = slot_at(form, index);
    if (slot == NULL)
        return;
    if (slot->field.field->type == FIELD_ITEMS)
        item_toggle(form, index, slot, part);
    else if (slot->field.field->type == FIELD_CHECK)
        form_set(form, index, strcmp(slot->value, "yes") == 0 ? "no" : "yes");
}
