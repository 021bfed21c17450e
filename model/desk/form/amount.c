/* Reading an amount: at most what its place in the outcome allows, with what it leaves due as the echo. */
#include "base/i18n.h"
#include "desk/form_parts.h"

#include <string.h>

typedef enum { ROLE_NONE, ROLE_PROMISED, ROLE_DISPUTED, ROLE_CREDIT, ROLE_DOWN } AmountRole;

static AmountRole amount_role(const Form *form, const char *name)
{
    static const struct {
        EffectVerb verb;
        int position;
        AmountRole role;
    } rows[] = {{EFFECT_PROMISE, PROMISE_AMOUNT, ROLE_PROMISED},
                {EFFECT_PART, PART_AMOUNT, ROLE_PROMISED},
                {EFFECT_CHEQUE, CHEQUE_AMOUNT, ROLE_PROMISED},
                {EFFECT_PAID, PAID_AMOUNT, ROLE_PROMISED},
                {EFFECT_PLAN, PLAN_DOWN, ROLE_DOWN},
                {EFFECT_DISPUTE, DISPUTE_AMOUNT, ROLE_DISPUTED},
                {EFFECT_DISPUTE_END, DISPUTE_END_CREDIT, ROLE_CREDIT}};
    for (size_t i = 0; i < form->outcome->effect_count; i++) {
        const EffectRow *row = &form->outcome->effects[i];
        for (size_t j = 0; j < G_N_ELEMENTS(rows); j++)
            if (row->verb == rows[j].verb && g_strcmp0(row->fields[rows[j].position], name) == 0)
                return rows[j].role;
    }
    return ROLE_NONE;
}

/* The invoice a dispute is about: any item field of the outcome. */
static const CardItem *chosen_item(const Form *form)
{
    for (guint i = 0; i < form->slots->len; i++)
        if (g_array_index(form->slots, Slot, i).item != NULL)
            return g_array_index(form->slots, Slot, i).item;
    return NULL;
}

static Cents amount_limit(const Form *form, AmountRole role)
{
    const CardItem *item = chosen_item(form);
    switch (role) {
    case ROLE_PROMISED: return form_ceiling(form);
    case ROLE_DOWN: return form_items_open(form);
    case ROLE_DISPUTED: return item == NULL ? form_ceiling(form) : item_free(item);
    case ROLE_CREDIT: return item == NULL ? MONEY_LIMIT : MAX(item->disputed - 1, 0);
    case ROLE_NONE: break;
    }
    return MONEY_LIMIT;
}

/* "tick Replaces": only where this outcome can take the place of the promise that is in the way. */
static const char *replacing_label(const Form *form)
{
    for (size_t i = 0; i < form->outcome->effect_count; i++) {
        const EffectRow *row = &form->outcome->effects[i];
        const Slot *slot = row->verb == EFFECT_SUPERSEDE ? form_slot(form, row->when.field) : NULL;
        if (slot != NULL && slot->field.visible && !form_filled(form, row->when.field))
            return slot->field.field->label;
    }
    return NULL;
}

static bool limit_refuse(const Form *form, AmountRole role, Cents limit, GError **error)
{
    g_autofree char *most = money_text_currency(limit, card_money(form->card)->currency);
    const char *label = replacing_label(form);
    if (role == ROLE_DISPUTED)
        return fail(error, BELRONDE_ERROR_INPUT, _("At most %s is open and undisputed on this invoice."), most);
    if (role == ROLE_CREDIT)
        return fail(error, BELRONDE_ERROR_INPUT, _("Less than what is disputed: at most %s; all of it is “accepted”."),
                    most);
    if (role == ROLE_DOWN)
        return fail(error, BELRONDE_ERROR_INPUT, _("At most %s can be split."), most);
    if (label != NULL)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("Beside what is promised or disputed only %s is open; tick %s to replace the earlier promise."),
                    most, label);
    return fail(error, BELRONDE_ERROR_INPUT, _("At most %s is open that is not promised or disputed."), most);
}

static int invoices_open(const Form *form)
{
    int count = 0;
    for (guint i = 0; i < form->card->items->len; i++)
        count += item_counts(form, g_ptr_array_index(form->card->items, i)) ? 1 : 0;
    return count;
}

char *invoices_words(const Form *form, int chosen)
{
    int all = invoices_open(form);
    if (chosen == all)
        return all == 1 ? g_strdup(_("the whole invoice")) : g_strdup_printf(_("all %d invoices"), all);
    return g_strdup_printf(_("%d of %d invoices"), chosen, all);
}

/* What the parts are left with, charges among it. */
static char *down_echo(const Form *form, Cents down)
{
    PlanSketch sketch;
    if (down == 0 || !form_plan(form, &sketch))
        return g_strdup("");
    g_autofree char *rest = money_text(sketch.principal + sketch.interest + sketch.costs - down);
    return g_strdup_printf(_("then %s in parts"), rest);
}

static char *amount_echo(const Form *form, AmountRole role, Cents amount, const char *typed)
{
    if (role == ROLE_DOWN)
        return down_echo(form, amount);
    Cents base = form_items_open(form);
    g_autofree char *plain = money_text(amount), *rest = money_text(base - amount), *about = NULL;
    if (role != ROLE_NONE && amount > 0 && amount == base && role != ROLE_DISPUTED && role != ROLE_CREDIT)
        about = invoices_words(form, (int)form->items->len);
    else if (role != ROLE_NONE && role != ROLE_CREDIT && amount > 0 && amount < base)
        about = g_strdup_printf(_("rest %s stays due"), rest);
    bool same = strcmp(plain, typed) == 0;
    return g_strdup_printf("%s%s%s", same ? "" : plain, !same && about != NULL ? "; " : "", about == NULL ? "" : about);
}

bool slot_read_amount(Form *form, Slot *slot, const char *typed, GError **error)
{
    AmountRole role = amount_role(form, slot->field.field->name);
    Cents amount = 0;
    if (!money_parse(typed, &amount, error))
        return false;
    if (amount == 0 && role != ROLE_DOWN && role != ROLE_NONE)
        return fail(error, BELRONDE_ERROR_INPUT, _("Type an amount above zero."));
    Cents limit = amount_limit(form, role);
    if (amount > limit)
        return limit_refuse(form, role, limit, error);
    slot->number = amount;
    slot->field.echo = amount_echo(form, role, amount, typed);
    return slot_mean(slot, money_plain(amount), money_text(amount));
}
