/* What an outcome promises, effect by effect. */
#include "desk/step/parts.h"

#include "base/clock.h"
#include "rules/instalment.h"

#include <string.h>

static void draft_add(GArray *drafts, const char *kind, Cents amount, Day due, const char *field)
{
    PromiseDraft draft = {.promise = {.kind = kind,
                                      .amount = amount,
                                      .due = due,
                                      .deadline = DAY_NONE,
                                      .posted = DAY_NONE,
                                      .method = "",
                                      .cheque_number = "",
                                      .cheque_bank = ""},
                          .field = field,
                          .instalment = strcmp(kind, "instalment") == 0};
    if (amount > 0 && (day_known(due) || field == NULL))
        g_array_append_val(drafts, draft);
}

static PlannedPromise *draft_last(GArray *drafts)
{
    return drafts->len == 0 ? NULL : &g_array_index(drafts, PromiseDraft, drafts->len - 1).promise;
}

static const char *value_at(const Form *form, const EffectRow *row, int position)
{
    return row->fields[position] == NULL ? "" : form_value(form, row->fields[position]);
}

static void promise_draft(const Form *form, const EffectRow *row, GArray *drafts)
{
    guint before = drafts->len;
    draft_add(drafts, "promise", form_value_amount(form, row->fields[PROMISE_AMOUNT]),
              form_value_day(form, row->fields[PROMISE_BY]), row->fields[PROMISE_BY]);
    if (drafts->len > before)
        draft_last(drafts)->method = value_at(form, row, PROMISE_HOW);
}

static void part_draft(const Form *form, const EffectRow *row, GArray *drafts)
{
    guint before = drafts->len;
    Cents amount = form_value_amount(form, row->fields[PART_AMOUNT]);
    draft_add(drafts, "promise", amount, form_value_day(form, row->fields[PART_BY]), row->fields[PART_BY]);
    draft_add(drafts, "promise", form_items_open(form) - amount, form_value_day(form, row->fields[PART_REST_BY]),
              row->fields[PART_REST_BY]);
    for (guint i = before; i < drafts->len; i++)
        g_array_index(drafts, PromiseDraft, i).promise.method = value_at(form, row, PART_HOW);
}

static void cheque_draft(const Form *form, const EffectRow *row, GArray *drafts)
{
    guint before = drafts->len;
    draft_add(drafts, "cheque", form_value_amount(form, row->fields[CHEQUE_AMOUNT]), DAY_NONE, NULL);
    if (drafts->len == before)
        return;
    PlannedPromise *promise = draft_last(drafts);
    promise->method = "cheque";
    promise->cheque_number = form_value(form, row->fields[CHEQUE_NUMBER]);
    promise->cheque_bank = value_at(form, row, CHEQUE_BANK);
    promise->posted = form_value_day(form, row->fields[CHEQUE_POSTED]);
}

static void paid_draft(const Form *form, const EffectRow *row, GArray *drafts)
{
    guint before = drafts->len;
    draft_add(drafts, "paid", form_value_amount(form, row->fields[PAID_AMOUNT]), DAY_NONE, NULL);
    if (drafts->len > before)
        draft_last(drafts)->posted = form_value_day(form, row->fields[PAID_ON]);
}

/* Parts pay the invoices first; what they hold of charges is no part of what is open. */
static void charges_part(GArray *drafts, guint from, Cents principal)
{
    for (guint i = from; i < drafts->len; i++) {
        PlannedPromise *part = &g_array_index(drafts, PromiseDraft, i).promise;
        part->charges = MAX(part->amount - principal, 0);
        principal -= part->amount - part->charges;
    }
}

static void plan_draft(const Form *form, const EffectRow *row, GArray *drafts)
{
    Instalment parts[INSTALMENT_PARTS];
    InstalmentEvery every = EVERY_MONTH;
    PlanSketch plan;
    guint before = drafts->len;
    if (!form_plan(form, &plan))
        return;
    instalment_every_find(value_at(form, row, PLAN_EVERY), &every);
    draft_add(drafts, "instalment", plan.down, clock_today(), "");
    if (instalments_split(plan.total - plan.down, plan.parts, plan.each,
                          form_value_asked_day(form, row->fields[PLAN_FIRST]), every, form->desk->calendar,
                          form->card->country, parts))
        for (int i = 0; i < plan.parts; i++)
            draft_add(drafts, "instalment", parts[i].amount, parts[i].due, "");
    charges_part(drafts, before, plan.principal);
}

/* The undisputed rest of what the outcome is about. */
static void dispute_draft(const Form *form, const EffectRow *row, GArray *drafts)
{
    const char *by = row->fields[DISPUTE_REST_BY];
    if (by != NULL && day_known(form_value_day(form, by)))
        draft_add(drafts, "promise", form_items_open(form) - form_value_amount(form, row->fields[DISPUTE_AMOUNT]),
                  form_value_day(form, by), by);
}

GArray *promise_drafts(const Form *form)
{
    static void (*const makers[])(const Form *, const EffectRow *, GArray *) = {
        [EFFECT_PROMISE] = promise_draft, [EFFECT_PART] = part_draft, [EFFECT_CHEQUE] = cheque_draft,
        [EFFECT_PAID] = paid_draft,       [EFFECT_PLAN] = plan_draft, [EFFECT_DISPUTE] = dispute_draft,
    };
    g_autoptr(GPtrArray) effects = effects_plan(form);
    GArray *drafts = g_array_new(FALSE, TRUE, sizeof(PromiseDraft));
    for (guint i = 0; i < effects->len; i++) {
        const EffectRow *row = g_ptr_array_index(effects, i);
        if (row->verb < G_N_ELEMENTS(makers) && makers[row->verb] != NULL)
            makers[row->verb](form, row, drafts);
    }
    return drafts;
}
