/* Writing payment plans: made, approved or refused, cancelled with or without the rest falling due. */
#include "desk/verb.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/form_parts.h"
#include "desk/plan.h"
#include <string.h>

/* --- Making ------------------------------------------------------------------------------------------------ */

static bool plan_row(Logging *logging, const PlanSketch *sketch, GError **error)
{
    const Form *form = logging->form;
    return store_insert(logging->desk->store,
                        "INSERT INTO plan (event_id, customer_id, parts, every, first_day, total, currency)"
                        " VALUES (:event, :customer, :parts, :every, :first, :total, :currency) RETURNING id",
                        BINDS(INTEGER("event", logging->event_id), INTEGER("customer", logging->card->id),
                              INTEGER("parts", sketch->parts),
                              TEXT("every", form_value(form, sketch->row->fields[PLAN_EVERY])),
                              DAY("first", form_value_day(form, sketch->row->fields[PLAN_FIRST])),
                              INTEGER("total", sketch->total), TEXT("currency", logging_currency(logging))),
                        &logging->plan_id, error);
}

static bool approver_exists(Desk *desk, bool asks, GError **error)
{
    gint64 supervisors = 0;
    if (!asks)
        return true;
    if (!store_value(desk->store, "SELECT count(*) AS n FROM agent WHERE role = 'supervisor' AND active = 1", NO_BINDS,
                     0, &supervisors, error))
        return false;
    return supervisors > 0 || fail(error, BELRONDE_ERROR_INPUT,
                                   _("A plan over this amount needs a supervisor's yes, and nobody is named: set "
                                     "plans.supervisors."));
}

bool plan_insert(Logging *logging, const EffectRow *row, GError **error)
{
    PlanSketch sketch;
    const char *falls_due = row->fields[PLAN_FALLS_DUE];
    if (!form_plan(logging->form, &sketch) || sketch.parts == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("There is nothing to split: all is paid, promised or disputed."));
    bool asks = plan_needs_approval(logging->desk, sketch.total);
    return approver_exists(logging->desk, asks, error) && plan_row(logging, &sketch, error) &&
           store_run(logging->desk->store,
                     "INSERT INTO plan_terms (plan_id, interest, costs, falls_due, asks)"
                     " VALUES (:plan, :interest, :costs, :falls, :asks)",
                     BINDS(INTEGER("plan", logging->plan_id), INTEGER("interest", sketch.interest),
                           INTEGER("costs", sketch.costs),
                           INTEGER("falls", falls_due != NULL && form_filled(logging->form, falls_due)),
                           INTEGER("asks", asks)),
                     error);
}

/* --- Deciding ---------------------------------------------------------------------------------------------- */

/* The parts that are still to come are void; contacts that watch a part have nothing to watch any more. */
static bool parts_end(Logging *logging, const Plan *plan, const GPtrArray *promises, GError **error)
{
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->plan_id != plan->id)
            continue;
        if (!promise_state_is_live(promise->state))
            g_array_append_val(logging->superseded, promise->id);
        else if (!promise_end(logging, promise->id, "withdrawn", error))
            return false;
    }
    return true;
}

static bool items_call_in(Desk *desk, gint64 plan_id, GError **error)
{
    return store_run(desk->store,
                     "UPDATE item AS i SET called_in =" ITEM_CALLED_IN " WHERE i.id IN (SELECT x.item_id"
                     " FROM promise_item x JOIN promise p ON p.id = x.promise_id WHERE p.plan_id = :plan)",
                     BINDS(INTEGER("plan", plan_id)), error);
}

static bool answer_row(Logging *logging, const Plan *plan, const char *how, GError **error)
{
    logging->decided_plan = plan->id;
    return store_run(logging->desk->store,
                     "INSERT INTO plan_answer (plan_id, event_id, how) VALUES (:plan, :event, :how)",
                     BINDS(INTEGER("plan", plan->id), INTEGER("event", logging->event_id), TEXT("how", how)), error);
}

/* Days that have passed meanwhile cannot be agreed any more.  The letter leaves after the time to recall it. */
static bool plan_approve(Logging *logging, const Plan *plan, const GPtrArray *promises, GError **error)
{
    (void)promises;
    g_autofree char *first = day_words(plan->first_day);
    gint64 delay = settings_number(logging->desk->settings, "outbox", "delay_seconds");
    if (day_compare(plan->first_day, clock_today()) < 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("The first part was due on %s: refuse this plan and agree new days with the customer."), first);
    return store_run(logging->desk->store,
                     "UPDATE outbox SET ready_utc = :ready WHERE event_id = :event AND state = 'waiting'",
                     BINDS(INTEGER("ready", clock_now().utc + delay), INTEGER("event", plan->event_id)), error) &&
           answer_row(logging, plan, "approved", error);
}

static bool plan_refuse(Logging *logging, const Plan *plan, const GPtrArray *promises, GError **error)
{
    return parts_end(logging, plan, promises, error) && promised_letters_recall(logging, plan->event_id, error) &&
           answer_row(logging, plan, "refused", error);
}

static bool plan_cancel(Logging *logging, const Plan *plan, const GPtrArray *promises, GError **error)
{
    return parts_end(logging, plan, promises, error) && promised_letters_recall(logging, plan->event_id, error) &&
           answer_row(logging, plan, "cancelled", error);
}

static bool plan_call_in(Logging *logging, const Plan *plan, const GPtrArray *promises, GError **error)
{
    if (!plan->falls_due)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("The agreement does not say that the rest falls due: cancel the plan without that."));
    if (plan->missed == 0)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("No part was missed: the rest does not fall due.  Cancel the plan without that."));
    return parts_end(logging, plan, promises, error) && promised_letters_recall(logging, plan->event_id, error) &&
           answer_row(logging, plan, "called_in", error) && items_call_in(logging->desk, plan->id, error);
}

typedef struct {
    const char *how;
    bool asked; /* of a plan that waits for an answer, by a supervisor; else of one that holds */
    bool (*run)(Logging *logging, const Plan *plan, const GPtrArray *promises, GError **error);
} Decision;

static const Decision DECISIONS[] = {
    {"approved", true, plan_approve},
    {"refused", true, plan_refuse},
    {"cancelled", false, plan_cancel},
    {"called_in", false, plan_call_in},
};

static bool decision_fits(Logging *logging, const Decision *decision, const Plan *plan, GError **error)
{
    g_autofree char *chief = form_chief(logging->form);
    bool asked = plan != NULL && plan->state == PLAN_ASKED;
    if (plan == NULL)
        return fail(error, BELRONDE_ERROR_MISSING, _("This customer has no payment plan that is running."));
    if (decision->asked && !asked)
        return fail(error, BELRONDE_ERROR_INPUT, _("No plan of this customer waits for approval."));
    if (decision->asked && !agent_is_supervisor(logging->desk))
        return fail(error, BELRONDE_ERROR_INPUT, _("Only a supervisor decides about a plan: %s has the task."), chief);
    return true;
}

static const Decision *decision_find(const char *how)
{
    for (size_t i = 0; i < G_N_ELEMENTS(DECISIONS); i++)
        if (strcmp(DECISIONS[i].how, how) == 0)
            return &DECISIONS[i];
    return NULL;
}

/* Read anew: a colleague may have decided since the card was drawn. */
bool plan_decide(Logging *logging, const EffectRow *row, GError **error)
{
    const Decision *decision = decision_find(form_value(logging->form, row->fields[PLAN_ANSWER_HOW]));
    g_autoptr(GPtrArray) promises = desk_promises(logging->desk, logging->card->id, error);
    g_autoptr(GPtrArray) plans = promises != NULL ? plans_of(logging->desk, logging->card->id, promises, error) : NULL;
    const Plan *plan = plan_live(plans);
    if (decision == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("Say what was decided: approved, refused, cancelled or called_in."));
    return plans != NULL && decision_fits(logging, decision, plan, error) &&
           decision->run(logging, plan, promises, error);
}

/* --- Undoing ----------------------------------------------------------------------------------------------- */

bool plans_back(Desk *desk, gint64 event_id, GError **error)
{
    gint64 plan_id = 0;
    if (!store_value(desk->store, "SELECT plan_id FROM plan_answer WHERE event_id = :event",
                     BINDS(INTEGER("event", event_id)), 0, &plan_id, error))
        return false;
    return plan_id == 0 || items_call_in(desk, plan_id, error);
}
