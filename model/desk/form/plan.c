/* The plan that a form would make: how much, in how many parts.  One answer for field, fact, hint and verb. */
#include "base/i18n.h"
#include "desk/form_parts.h"

#include "base/clock.h"
#include "desk/claim.h"
#include "desk/plan.h"
#include "rules/instalment.h"

#include <string.h>

static const EffectRow *plan_effect(const Form *form)
{
    for (size_t i = 0; i < form->outcome->effect_count; i++)
        if (form->outcome->effects[i].verb == EFFECT_PLAN)
            return &form->outcome->effects[i];
    return NULL;
}

static Cents amount_at(const Form *form, const EffectRow *row, int position)
{
    return row->fields[position] == NULL ? 0 : form_value_amount(form, row->fields[position]);
}

bool form_plan(const Form *form, PlanSketch *sketch)
{
    const EffectRow *row = plan_effect(form);
    if (row == NULL)
        return false;
    const Slot *parts = form_slot(form, row->fields[PLAN_PARTS]);
    const char *charges = row->fields[PLAN_CHARGES];
    bool taken = charges != NULL && form_filled(form, charges);
    *sketch = (PlanSketch){.row = row,
                           .down = amount_at(form, row, PLAN_DOWN),
                           .principal = form_items_open(form),
                           .interest = taken ? form->interest : 0,
                           .costs = taken ? form->costs : 0};
    sketch->total = sketch->principal + sketch->interest + sketch->costs;
    Cents split = sketch->total - sketch->down;
    sketch->each = parts->each;
    sketch->parts = parts->each > 0 ? instalment_count(split, parts->each) : (int)parts->number;
    return true;
}

static char *items_listed(const Form *form)
{
    GString *ids = g_string_new("");
    for (guint i = 0; i < form->items->len; i++)
        g_string_append_printf(ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index(form->items, gint64, i));
    return g_string_free(ids, FALSE);
}

/* All that came up goes on top of what the list says is open: what money paid of it is open there still.  The plan
 * takes the place of older ones on the same invoices.  Nothing may be said of charges that cannot be reckoned: then
 * none are offered. */
void form_charges_refresh(Form *form)
{
    const EffectRow *row = plan_effect(form);
    if (row == NULL || row->fields[PLAN_CHARGES] == NULL || form->desk->store == NULL)
        return;
    g_autofree char *items = items_listed(form);
    if (g_strcmp0(items, form->charged) == 0)
        return;
    const char *currency = card_money(form->card)->currency;
    const ClaimQuestion question = {
        .customer_id = form->card->id, .day = clock_today(), .items = items, .currency = currency, .replans = true};
    g_autoptr(Claim) claim = claim_load(form->desk, &question, NULL);
    form->interest = form->costs = 0;
    for (guint i = 0; claim != NULL && i < claim->totals->len; i++) {
        const ClaimTotal *total = &g_array_index(claim->totals, ClaimTotal, i);
        if (strcmp(total->currency, currency) != 0)
            continue;
        form->interest += total->charges[CHARGE_INTEREST];
        form->costs += total->charges[CHARGE_FIXED_SUM] + total->charges[CHARGE_COSTS];
    }
    g_free(form->charged);
    form->charged = g_steal_pointer(&items);
}

/* --- Reading the number of parts, or what one of them is to be ------------------------------------------------ */

static bool is_count(const Field *field, const char *typed)
{
    return strspn(typed, "0123456789") == strlen(typed) && strlen(typed) <= 9 &&
           g_ascii_strtoll(typed, NULL, 10) <= field->max;
}

static bool count_read(Slot *slot, const char *typed, GError **error)
{
    const Field *field = slot->field.field;
    gint64 number = g_ascii_strtoll(typed, NULL, 10);
    if (number < MAX(field->min, 1))
        return fail(error, BELRONDE_ERROR_INPUT, _("Type how many parts, at most %d, or an amount per part."),
                    (int)field->max);
    slot->number = number;
    return slot_mean(slot, g_strdup_printf("%" G_GINT64_FORMAT, number), g_strdup(typed));
}

/* "= 10 parts, last 352,60": what the amount makes of the plan as it stands. */
static bool each_echo(const Form *form, Slot *slot, GError **error)
{
    PlanSketch sketch;
    int most = (int)slot->field.field->max;
    if (!form_plan(form, &sketch) || sketch.parts == 0)
        return true;
    Cents split = sketch.total - sketch.down;
    g_autofree char *each = money_text(slot->each), *least = money_text((split + most - 1) / most);
    g_autofree char *whole = money_text(split);
    if (slot->each > split)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s a part is more than the %s to be split: type less."), each,
                    whole);
    g_autofree char *last = money_text(split - slot->each * (sketch.parts - 1));
    if (sketch.parts > most)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s a part would take %d parts, at most %d: from %s a part on."),
                    each, sketch.parts, most, least);
    slot->field.echo =
        g_strdup_printf(ngettext("%d part of %s", "%d parts, last %s", (gulong)sketch.parts), sketch.parts, last);
    return true;
}

bool slot_read_parts(Form *form, Slot *slot, const char *typed, GError **error)
{
    if (is_count(slot->field.field, typed))
        return count_read(slot, typed, error);
    Cents each = 0;
    if (!money_parse(typed, &each, NULL) || each <= 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("Type how many parts, at most %d, or an amount per part."),
                    (int)slot->field.field->max);
    slot->each = each;
    return each_echo(form, slot, error) && slot_mean(slot, money_plain(each), money_text(each));
}

/* --- Facts and words ------------------------------------------------------------------------------------------ */

const char *fact_plan(const Form *form)
{
    return plan_live(form->card->plans) != NULL ? "yes" : "";
}

const char *fact_falls_due(const Form *form)
{
    const Plan *plan = plan_live(form->card->plans);
    return plan != NULL && plan->falls_due && plan->missed > 0 ? "yes" : "";
}

/* Of a plan that waits for it, or of the one that this form would make. */
const char *fact_approval(const Form *form)
{
    PlanSketch sketch;
    if (form_plan(form, &sketch))
        return plan_needs_approval(form->desk, sketch.total) ? "yes" : "";
    const Plan *plan = plan_live(form->card->plans);
    return plan != NULL && plan->state == PLAN_ASKED ? "yes" : "";
}

/* The plan that is there: "plan: 1 of 3 parts kept, next 02/04 1.617,53" */
char *plan_said(const Form *form)
{
    const Plan *plan = plan_live(form->card->plans);
    return plan != NULL ? plan_words(plan) : g_strdup("");
}

const char *fact_chargeable(const Form *form)
{
    return form->interest + form->costs > 0 ? "yes" : "";
}

char *chargeable_said(const Form *form)
{
    g_autofree char *interest = money_text(form->interest), *costs = money_text(form->costs);
    if (form->interest > 0 && form->costs > 0)
        return g_strdup_printf(_("%s interest and %s costs"), interest, costs);
    return form->costs > 0 ? g_strdup_printf(_("%s costs"), costs) : g_strdup_printf(_("%s interest"), interest);
}
