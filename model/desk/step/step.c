/* From the playbook's rows and the typed values to promises and touchpoints. */
#include "desk/step.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "desk/step/parts.h"

#include <string.h>

/* --- Effects ------------------------------------------------------------------------------------------------ */

GPtrArray *effects_plan(const Form *form)
{
    GPtrArray *rows = g_ptr_array_new();
    for (size_t i = 0; i < form->outcome->effect_count; i++)
        if (form_holds(form, &form->outcome->effects[i].when))
            g_ptr_array_add(rows, (gpointer)&form->outcome->effects[i]);
    return rows;
}

/* --- When ----------------------------------------------------------------------------------------------------- */

static Moment moment_after(const Form *form, const StepRow *row, Day base)
{
    const Calendar *calendar = form->desk->calendar;
    const char *country = form->card->country;
    Now now = clock_now();
    int minutes = now.minute + row->count * (row->unit == UNIT_HOURS ? 60 : 1);
    switch (row->unit) {
    case UNIT_DAYS:
        return (Moment){calendar_business_days_after(calendar, country, day_plus(base, row->count), 0), MINUTE_NONE};
    case UNIT_BUSINESS_DAYS:
        return (Moment){calendar_business_days_after(calendar, country, base, row->count), MINUTE_NONE};
    case UNIT_BANK_DAYS: return (Moment){calendar_bank_days_after(calendar, base, row->count), MINUTE_NONE};
    case UNIT_HOURS:
    case UNIT_MINUTES: break;
    }
    Moment moment = {day_plus(base, minutes / (24 * 60)), minutes % (24 * 60)};
    return calendar_next_callable(calendar, form_preset(form), country, moment);
}

/* The minute of the planned contact that brought us here, so that the next one differs. */
static int previous_minute(const Card *card)
{
    for (guint i = 0; i < card->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(card->touchpoints, i);
        if (g_strcmp0(touchpoint->reason, card->reason) == 0)
            return touchpoint->when.minute;
    }
    return MINUTE_NONE;
}

static bool moment_due(const Form *form, Moment *moment)
{
    *moment = (Moment){DAY_NONE, MINUTE_NONE};
    for (guint i = 0; i < form->card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(form->card->items, i);
        if (item_counts(form, item) && day_compare(item->asked_from, clock_today()) > 0 &&
            (!day_known(moment->day) || day_compare(item->asked_from, moment->day) < 0))
            moment->day = item->asked_from;
    }
    if (day_known(moment->day))
        moment->day = calendar_business_days_after(form->desk->calendar, form->card->country, moment->day, 0);
    return day_known(moment->day);
}

bool rule_moment(const Form *form, const StepRow *row, Day part, Moment *moment)
{
    Moment field = row->field == NULL ? (Moment){clock_today(), MINUTE_NONE} : form_value_moment(form, row->field);
    Day base = row->each_part ? part : field.day;
    if (!day_known(base) || row->kind == STEP_NONE)
        return false;
    switch (row->kind) {
    case STEP_AFTER: *moment = moment_after(form, row, base); break;
    case STEP_OTHER_HALF:
        *moment = cadence_retry(form->desk->cadence, form->desk->calendar, form_preset(form), form->card->country,
                                form->card->number, form->times, previous_minute(form->card), form_now());
        break;
    case STEP_DUE_DATE:
        if (!moment_due(form, moment))
            return false;
        break;
    case STEP_TODAY:
    case STEP_AT:
    case STEP_ON: *moment = field; break;
    case STEP_NONE: return false;
    }
    if (row->minute != MINUTE_NONE)
        moment->minute = row->minute;
    return true;
}

/* "+4 bank days", "Pay run + 2 bank days" */
static char *why_words(const Form *form, const StepRow *row)
{
    if (row->kind != STEP_AFTER)
        return g_strdup("");
    unsigned long n = (unsigned long)row->count;
    g_autofree char *span = NULL;
    switch (row->unit) {
    case UNIT_DAYS: span = g_strdup_printf(ngettext("+%lu day", "+%lu days", n), n); break;
    case UNIT_BUSINESS_DAYS: span = g_strdup_printf(ngettext("+%lu business day", "+%lu business days", n), n); break;
    case UNIT_BANK_DAYS: span = g_strdup_printf(ngettext("+%lu bank day", "+%lu bank days", n), n); break;
    case UNIT_HOURS: span = g_strdup_printf(ngettext("+%lu hour", "+%lu hours", n), n); break;
    case UNIT_MINUTES: span = g_strdup_printf(ngettext("+%lu minute", "+%lu minutes", n), n); break;
    }
    const Slot *slot = form_slot(form, row->field);
    return g_strdup_printf("%s%s%s", slot == NULL ? "" : slot->field.field->label, slot == NULL ? "" : " ", span);
}

/* --- Steps ---------------------------------------------------------------------------------------------------- */

static void planned_step_free(gpointer data)
{
    PlannedStep *step = data;
    touchpoint_clear(&step->touchpoint);
    g_free(step->why);
    g_free(step);
}

/* A task must be in somebody's list: who has no desk here is only named in the detail, and the desk asks him. */
static void task_set(const Form *form, const char *name, PlannedStep *step)
{
    Touchpoint *touchpoint = &step->touchpoint;
    char *owner = form_colleague(form, name);
    if (owner == NULL && name[0] != '\0') {
        g_autofree char *detail = touchpoint->detail;
        touchpoint->detail = g_strdup_printf("%s (%s)", detail, name);
    }
    touchpoint->owner = owner != NULL ? owner : g_strdup("");
    step->task = touchpoint->owner[0] != '\0';
}

/* Chief and colleagues get a task; a contact is whom we ask for. */
static void target_set(const Form *form, const StepRow *row, PlannedStep *step)
{
    const Slot *slot = row->target == NULL ? NULL : form_slot(form, row->target);
    const CardContact *contact = NULL;
    if (slot != NULL && slot->field.field->type == FIELD_COLLEAGUE) {
        task_set(form, form_value(form, row->target), step);
        return;
    }
    if (slot == NULL && g_strcmp0(row->target, "chief") == 0) {
        g_autofree char *chief = form_chief(form);
        task_set(form, chief, step);
        return;
    }
    if (row->target != NULL)
        contact = slot == NULL ? card_management(form->card) : form_value_contact(form, row->target);
    step->touchpoint.contact_id = contact == NULL ? 0 : contact->id;
    step->touchpoint.owner = g_strdup("");
}

static PlannedStep *planned_step(const Form *form, const StepRow *row, Moment when, int promise_index)
{
    PlannedStep *step = g_new0(PlannedStep, 1);
    step->touchpoint.customer_id = form->card->id;
    step->touchpoint.reason = g_strdup(row->reason);
    step->touchpoint.detail = form_summary(form);
    step->touchpoint.when = when;
    step->touchpoint.timed = row->kind == STEP_AT;
    step->promise_index = promise_index;
    step->why = why_words(form, row);
    target_set(form, row, step);
    return step;
}

/* From this day on it is broken: grace in bank days after the day named.  The step that looks never comes earlier. */
static Day deadline_of(const Form *form, Day due)
{
    int grace = (int)settings_number(form->desk->settings, "promise", "grace_bank_days");
    return calendar_bank_days_after(form->desk->calendar, due, grace);
}

/* The promise that counts on the date this row counts on; a row that counts on today watches a cheque or a payment. */
static int promise_watched(const StepRow *row, const GArray *drafts)
{
    for (guint i = 0; i < drafts->len && row->target == NULL; i++) {
        const PromiseDraft *draft = &g_array_index(drafts, PromiseDraft, i);
        if (!draft->instalment && g_strcmp0(draft->field, row->field) == 0 && row->kind == STEP_AFTER)
            return (int)i;
    }
    return -1;
}

static void promise_settle(const Form *form, PromiseDraft *draft, Moment *when)
{
    PlannedPromise *promise = &draft->promise;
    if (!day_known(promise->due)) { /* a cheque, a payment on its way: due when we look */
        promise->due = when->day;
        promise->deadline = when->day;
        return;
    }
    promise->deadline = deadline_of(form, promise->due);
    if (day_compare(when->day, promise->deadline) < 0)
        when->day = promise->deadline;
}

/* A contact that counts on the day of a credit note looks for it; one of a dispute that is made here, for its answer.
 */
static bool watches_dispute(const Form *form, const StepRow *row)
{
    g_autoptr(GPtrArray) effects = effects_plan(form);
    for (guint i = 0; i < effects->len; i++) {
        const EffectRow *effect = g_ptr_array_index(effects, i);
        if (effect->verb == EFFECT_DISPUTE || (effect->verb == EFFECT_DISPUTE_END && row->field != NULL &&
                                               g_strcmp0(row->field, effect->fields[DISPUTE_END_BY]) == 0))
            return true;
    }
    return false;
}

/* "1/3: 1.617,53, 27/02"; a down payment is none of the parts. */
static char *part_detail(const PlannedPromise *part, guint at, guint count, bool down)
{
    g_autofree char *amount = money_text(part->amount), *day = day_short(part->due);
    g_autofree char *place = down && at == 0 ? g_strdup(_("down payment"))
                                             : g_strdup_printf("%u/%u", at + (down ? 0 : 1), count - (down ? 1 : 0));
    return g_strdup_printf("%s: %s, %s", place, amount, day);
}

static void parts_step(const Form *form, const StepRow *row, GArray *drafts, GPtrArray *steps)
{
    PlanSketch sketch;
    bool down = form_plan(form, &sketch) && sketch.down > 0;
    for (guint i = 0; i < drafts->len; i++) {
        PromiseDraft *draft = &g_array_index(drafts, PromiseDraft, i);
        Moment when;
        if (!draft->instalment || !rule_moment(form, row, draft->promise.due, &when))
            continue;
        promise_settle(form, draft, &when);
        PlannedStep *step = planned_step(form, row, when, (int)i);
        g_free(step->touchpoint.detail);
        step->touchpoint.detail = part_detail(&draft->promise, i, drafts->len, down);
        g_ptr_array_add(steps, step);
    }
}

static void row_step(const Form *form, const StepRow *row, GArray *drafts, GPtrArray *steps)
{
    Moment when;
    if (row->each_part) {
        parts_step(form, row, drafts, steps);
        return;
    }
    if (!rule_moment(form, row, DAY_NONE, &when))
        return;
    int watched = promise_watched(row, drafts);
    if (watched >= 0)
        promise_settle(form, &g_array_index(drafts, PromiseDraft, watched), &when);
    PlannedStep *step = planned_step(form, row, when, watched);
    step->watches_dispute = watched < 0 && watches_dispute(form, row);
    step->asks_approval = g_strcmp0(row->when.field, "approval") == 0;
    g_ptr_array_add(steps, step);
}

/* Of several rows with the same reason that count from the same day the first that holds is taken. */
static bool row_comes_second(const Form *form, size_t index)
{
    const StepRow *row = &form->outcome->steps[index];
    for (size_t i = 0; i < index; i++) {
        const StepRow *earlier = &form->outcome->steps[i];
        if (g_strcmp0(earlier->reason, row->reason) == 0 && g_strcmp0(earlier->field, row->field) == 0 &&
            form->times >= earlier->from && form_holds(form, &earlier->when))
            return true;
    }
    return false;
}

static int step_order(gconstpointer a, gconstpointer b)
{
    const Touchpoint *left = &(*(PlannedStep *const *)a)->touchpoint, *right = &(*(PlannedStep *const *)b)->touchpoint;
    int days = day_compare(left->when.day, right->when.day);
    return days != 0 ? days : left->when.minute - right->when.minute;
}

/* Steps and drafts settle each other: the step must not come before the deadline, a cheque is due on its step. */
static GPtrArray *plan_make(const Form *form, GArray *drafts)
{
    GPtrArray *steps = g_ptr_array_new_with_free_func(planned_step_free);
    for (size_t i = 0; i < form->outcome->step_count; i++) {
        const StepRow *row = &form->outcome->steps[i];
        if (row->kind != STEP_NONE && form->times >= row->from && form_holds(form, &row->when) &&
            !row_comes_second(form, i))
            row_step(form, row, drafts, steps);
    }
    for (guint i = 0; i < drafts->len; i++) { /* those nobody watches */
        PromiseDraft *draft = &g_array_index(drafts, PromiseDraft, i);
        Moment today = {clock_today(), MINUTE_NONE};
        if (!day_known(draft->promise.deadline))
            promise_settle(form, draft, &today);
    }
    g_ptr_array_sort(steps, step_order);
    return steps;
}

GPtrArray *steps_plan(Desk *desk, const Form *form, GError **error)
{
    (void)desk;
    (void)error;
    g_autoptr(GArray) drafts = promise_drafts(form);
    return plan_make(form, drafts);
}

static bool promises_fit(const Form *form, const GArray *drafts, GError **error)
{
    Cents sum = 0, ceiling = form_ceiling(form);
    for (guint i = 0; i < drafts->len; i++)
        sum += g_array_index(drafts, PromiseDraft, i).promise.amount -
               g_array_index(drafts, PromiseDraft, i).promise.charges;
    if (sum <= ceiling)
        return true;
    g_autofree char *most = money_text_currency(ceiling, card_money(form->card)->currency);
    return fail(error, BELRONDE_ERROR_INPUT, _("At most %s is open that is not promised or disputed."), most);
}

GArray *promises_plan(Desk *desk, const Form *form, GError **error)
{
    (void)desk;
    g_autoptr(GArray) drafts = promise_drafts(form);
    if (!promises_fit(form, drafts, error))
        return NULL;
    g_ptr_array_unref(plan_make(form, drafts)); /* settles the deadlines */
    GArray *promises = g_array_new(FALSE, TRUE, sizeof(PlannedPromise));
    for (guint i = 0; i < drafts->len; i++)
        g_array_append_val(promises, g_array_index(drafts, PromiseDraft, i).promise);
    return promises;
}
