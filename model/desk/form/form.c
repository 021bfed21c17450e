/* The life of a form: every change is understood at once, and what depends on it follows. */
#include "desk/form.h"
#include "base/error.h"
#include "base/i18n.h"
#include "desk/form_parts.h"
#include "desk/handover.h"

#include <string.h>

#define PASSES 3 /* a suggestion may rest on a field behind it, and that on a condition */

static void slot_free_contents(gpointer data)
{
    Slot *slot = data;
    slot_clear_meaning(slot);
    g_free(slot->field.typed);
}

void form_free(Form *form)
{
    if (form == NULL)
        return;
    g_array_unref(form->slots);
    g_array_unref(form->items);
    g_free(form->charged);
    g_free(form->bar);
    g_free(form->title);
    g_strfreev(form->script);
    g_strfreev(form->consequences);
    g_string_chunk_free(form->words);
    g_free(form);
}

/* --- Which invoices --------------------------------------------------------------------------------------- */

static const Slot *items_slot(const Form *form)
{
    for (guint i = 0; i < form->slots->len; i++) {
        const Slot *slot = &g_array_index(form->slots, Slot, i);
        if (slot->items != NULL && slot->items->len > 0)
            return slot;
    }
    return NULL;
}

static void items_take(Form *form, bool marked_only)
{
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (item_counts(form, item) && (item->marked || !marked_only))
            g_array_append_val(form->items, item->id);
    }
}

static void items_refresh(Form *form)
{
    const Slot *slot = items_slot(form);
    g_array_set_size(form->items, 0);
    for (guint i = 0; slot != NULL && i < slot->items->len; i++)
        g_array_append_val(form->items, g_array_index(slot->items, const CardItem *, i)->id);
    if (form->items->len == 0)
        items_take(form, true);
    if (form->items->len == 0)
        items_take(form, false);
    form_charges_refresh(form);
}

const GArray *form_items(const Form *form)
{
    return form->items;
}

/* --- Refreshing ------------------------------------------------------------------------------------------- */

static void slot_refresh(Form *form, Slot *slot)
{
    slot->field.visible = form_holds(form, &slot->field.field->shown);
    if (slot->field.suggested) {
        g_free(slot->field.typed);
        slot->field.typed = form_suggestion(form, slot->field.field);
    }
    slot_understand(form, slot);
}

static void form_refresh(Form *form)
{
    for (int pass = 0; pass < PASSES; pass++) {
        for (guint i = 0; i < form->slots->len; i++)
            slot_refresh(form, &g_array_index(form->slots, Slot, i));
        items_refresh(form);
    }
    form_texts_refresh(form);
}

/* Asked once, when the form opens: the verb asks again. */
static char *bar_words(const Form *form)
{
    if (outcome_handover(form->outcome) == NULL || form->desk->store == NULL)
        return g_strdup("");
    g_autoptr(GError) ignored = NULL;
    g_autoptr(GPtrArray) bars = handover_bars(form->desk, form->card->id, &ignored);
    return bars != NULL ? handover_bars_words(bars) : g_strdup("");
}

Form *form_new_times(Desk *desk, const Card *card, const Outcome *outcome, int times)
{
    Form *form = g_new0(Form, 1);
    *form = (Form){.desk = desk, .card = card, .outcome = outcome, .times = MAX(times, 1)};
    form->words = g_string_chunk_new(256);
    form->bar = bar_words(form);
    form->items = g_array_new(FALSE, FALSE, sizeof(gint64));
    form->slots = g_array_new(FALSE, TRUE, sizeof(Slot));
    g_array_set_clear_func(form->slots, slot_free_contents);
    g_array_set_size(form->slots, (guint)outcome->field_count);
    for (guint i = 0; i < form->slots->len; i++) {
        Slot *slot = &g_array_index(form->slots, Slot, i);
        slot->field =
            (FormField){.field = &outcome->fields[i], .typed = g_strdup(""), .suggested = true, .visible = true};
        slot_clear_meaning(slot);
        slot->value = g_strdup("");
        slot->said = g_strdup("");
    }
    items_refresh(form);
    form_refresh(form);
    return form;
}

Form *form_new(Desk *desk, const Card *card, const Outcome *outcome, GError **error)
{
    if (outcome == NULL) {
        fail(error, BELRONDE_ERROR_INPUT, _("There is no such outcome in the playbook."));
        return NULL;
    }
    return form_new_times(desk, card, outcome, card_times(desk, card, outcome->slug));
}

/* --- Fields ------------------------------------------------------------------------------------------------- */

size_t form_count(const Form *form)
{
    return form->slots->len;
}

const FormField *form_field(const Form *form, size_t index)
{
    return index < form->slots->len ? &g_array_index(form->slots, Slot, index).field : NULL;
}

static bool slot_is_good(const Slot *slot)
{
    if (!slot->field.visible)
        return true;
    return slot->field.problem == NULL && (!slot->field.field->star || slot->value[0] != '\0');
}

size_t form_next_open(const Form *form, size_t from)
{
    for (guint step = 1; step <= form->slots->len; step++) {
        size_t index = from == SIZE_MAX ? step - 1 : (from + step) % form->slots->len;
        const Slot *slot = &g_array_index(form->slots, Slot, index);
        bool look = slot->field.suggested && slot->field.field->star && slot->field.visible;
        if (!slot_is_good(slot) || (look && from != SIZE_MAX && index > from))
            return index;
    }
    return SIZE_MAX;
}

size_t form_first(const Form *form)
{
    size_t first_star = SIZE_MAX;
    for (guint i = form->slots->len; i-- > 0;) {
        const Field *field = g_array_index(form->slots, Slot, i).field.field;
        if (form->outcome->first_field != NULL && strcmp(form->outcome->first_field, field->name) == 0)
            return i;
        first_star = field->star ? i : first_star;
    }
    return first_star == SIZE_MAX ? 0 : first_star;
}

void form_set(Form *form, size_t index, const char *typed)
{
    if (index >= form->slots->len)
        return;
    Slot *slot = &g_array_index(form->slots, Slot, index);
    char *copy = g_strdup(typed); /* may be the field's own text */
    g_free(slot->field.typed);
    slot->field.typed = copy;
    slot->field.suggested = false;
    form_refresh(form);
}

bool form_set_named(Form *form, const char *name, const char *typed, GError **error)
{
    g_autoptr(GString) known = g_string_new(NULL);
    for (guint i = 0; i < form->slots->len; i++) {
        const char *own = g_array_index(form->slots, Slot, i).field.field->name;
        if (g_ascii_strcasecmp(own, name) == 0) {
            form_set(form, i, typed);
            return true;
        }
        g_string_append_printf(known, "%s%s", i > 0 ? ", " : "", own);
    }
    return fail(error, BELRONDE_ERROR_INPUT, _("“%s” has no field %s; it has %s."), form->outcome->label, name,
                known->str);
}

/* --- Checking ----------------------------------------------------------------------------------------------- */

static bool slot_check(const Slot *slot, GError **error)
{
    if (slot_is_good(slot))
        return true;
    if (slot->field.problem != NULL)
        return fail(error, BELRONDE_ERROR_INPUT, "%s: %s", slot->field.field->label, slot->field.problem);
    return fail(error, BELRONDE_ERROR_INPUT, _("%s needs an answer."), slot->field.field->label);
}

static size_t slot_index(const Form *form, const char *name)
{
    const Slot *slot = form_slot(form, name);
    return slot == NULL ? 0 : (size_t)(slot - &g_array_index(form->slots, Slot, 0));
}

/* What goes by e-mail needs an address. */
static bool sending_check(const Form *form, size_t *bad, GError **error)
{
    g_autoptr(GPtrArray) effects = effects_plan(form);
    for (guint i = 0; i < effects->len; i++) {
        const EffectRow *row = g_ptr_array_index(effects, i);
        const char *to = row->fields[SEND_TO];
        if (row->verb != EFFECT_SEND || strcmp(form_value(form, row->fields[SEND_BY]), "email") != 0)
            continue;
        if (to != NULL ? form_filled(form, to) : form_email(form)[0] != '\0')
            continue;
        *bad = slot_index(form, to != NULL ? to : row->fields[SEND_BY]);
        return fail(error, BELRONDE_ERROR_INPUT, _("There is no e-mail address: type one, or let it go by post."));
    }
    return true;
}

bool form_check(Form *form, size_t *bad, GError **error)
{
    size_t ignored = 0;
    bad = bad == NULL ? &ignored : bad;
    for (guint i = 0; i < form->slots->len; i++) {
        if (!slot_check(&g_array_index(form->slots, Slot, i), error)) {
            *bad = i;
            return false;
        }
    }
    if (!sending_check(form, bad, error))
        return false;
    g_autoptr(GArray) promises = promises_plan(form->desk, form, error);
    if (promises == NULL)
        *bad = form_first(form);
    return promises != NULL;
}
