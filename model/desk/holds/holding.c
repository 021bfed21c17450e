/* Deciding and ending: the effects hold and lift of the playbook. */
#include "desk/handover.h"
#include "desk/holds.h"
#include "desk/verb.h"

#include "base/clock.h"
#include "base/i18n.h"
#include <string.h>

/* What ends with a decision, beside its own row: the word of the customer list, or that he is not to be called. */
static const struct {
    const char *column, *while_held, *after; /* of customer; column NULL: nothing */
    const char *label;                       /* msgid: "There is no … to end" */
} KINDS[] = {
    [HOLD_SUPPLY_STOP] = {"stop_supply", "1", "0", N_("supply stop")},
    [HOLD_PREPAY] = {"prepay", "1", "0", N_("payment in advance")},
    [HOLD_CREDIT_LIMIT] = {NULL, NULL, NULL, N_("credit limit of ours")},
    [HOLD_DEADLINE] = {NULL, NULL, NULL, N_("deadline")},
    [HOLD_HANDOVER] = {"not_callable", "agency", NULL, N_("hand-over")},
};

static const char *given(const Logging *logging, const char *field)
{
    return field != NULL ? form_value(logging->form, field) : "";
}

static bool decision_insert(Logging *logging, HoldKind kind, bool holds, Day from, const Hold *hold, GError **error)
{
    return store_run(logging->desk->store,
                     "INSERT INTO hold (event_id, customer_id, kind, holds, from_day, amount, reason, detail)"
                     " VALUES (:event, :customer, :kind, :holds, :from, :amount, :reason, :detail)",
                     BINDS(INTEGER("event", logging->event_id), INTEGER("customer", logging->card->id),
                           TEXT("kind", HOLD_SLUGS[kind]), INTEGER("holds", holds), DAY("from", from),
                           store_bind_optional("amount", hold->amount, holds && kind == HOLD_CREDIT_LIMIT),
                           TEXT("reason", hold->reason), TEXT("detail", hold->detail)),
                     error);
}

/* "If you do not pay by …, we stop from …" needs days to come; a stop of today is told by telephone. */
static bool announces_too_late(const Logging *logging, HoldKind kind, Day from)
{
    static const char *const letters[HOLD_KINDS] = {
        [HOLD_SUPPLY_STOP] = "delivery_stop", [HOLD_PREPAY] = "advance_payment"};
    for (guint i = 0; letters[kind] != NULL && i < logging->effects->len; i++) {
        const EffectRow *row = g_ptr_array_index(logging->effects, i);
        if (row->verb == EFFECT_SEND && g_strcmp0(row->word, letters[kind]) == 0)
            return day_compare(from, day_plus(clock_today(), 1)) <= 0;
    }
    return false;
}

/* What stands in the way today is passed over on purpose only. */
static bool may_hand_over(const Logging *logging, const EffectRow *row, GError **error)
{
    if (row->fields[HOLD_ANYWAY] != NULL && form_filled(logging->form, row->fields[HOLD_ANYWAY]))
        return true;
    g_autoptr(GPtrArray) bars = handover_bars(logging->desk, logging->card->id, error);
    if (bars == NULL)
        return false;
    g_autofree char *words = handover_bars_words(bars);
    return *words == '\0' || fail(error, BELRONDE_ERROR_INPUT, "%s", words);
}

bool hold_set(Logging *logging, const EffectRow *row, GError **error)
{
    HoldKind kind;
    if (!hold_kind_find(row->word, &kind))
        return fail(error, BELRONDE_ERROR_INPUT, _("There is no decision “%s”: correct the playbook."), row->word);
    Day from = row->fields[HOLD_FROM] != NULL ? form_value_day(logging->form, row->fields[HOLD_FROM]) : DAY_NONE;
    from = day_known(from) ? from : clock_today();
    if (announces_too_late(logging, kind, from))
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("A letter announces it for a day to come: choose a later day, or send no letter."));
    if (kind == HOLD_HANDOVER && !may_hand_over(logging, row, error))
        return false;
    const Hold hold = {
        .reason = (char *)given(logging, row->fields[HOLD_REASON]),
        .detail = (char *)given(logging, row->fields[HOLD_DETAIL]),
        .amount = row->fields[HOLD_AMOUNT] != NULL ? form_value_amount(logging->form, row->fields[HOLD_AMOUNT]) : 0};
    if (!decision_insert(logging, kind, true, from, &hold, error))
        return false;
    return kind != HOLD_HANDOVER || change_set(logging->desk, logging->event_id, "customer", logging->card->id,
                                               KINDS[kind].column, KINDS[kind].while_held, error);
}

/* Set by the list or by us, in force or ahead: all of it ends today. */
static bool has_it(const Holds *holds, HoldKind kind)
{
    const Hold *now = &holds->now[kind];
    bool ours = now->state != HOLD_NONE && (now->state != HOLD_BY_LIST || kind != HOLD_CREDIT_LIMIT);
    return ours || holds->ahead[kind].state != HOLD_NONE;
}

static bool column_end(Logging *logging, HoldKind kind, const Holds *holds, GError **error)
{
    return KINDS[kind].column == NULL || !holds_are(holds, kind) ||
           change_set(logging->desk, logging->event_id, "customer", logging->card->id, KINDS[kind].column,
                      KINDS[kind].after, error);
}

bool hold_lift(Logging *logging, const EffectRow *row, GError **error)
{
    HoldKind kind;
    g_autoptr(Holds) holds = holds_load(logging->desk, logging->card->id, error);
    if (holds == NULL)
        return false;
    if (!hold_kind_find(row->word, &kind) || !has_it(holds, kind))
        return fail(error, BELRONDE_ERROR_INPUT, _("There is no %s to end."),
                    hold_kind_find(row->word, &kind) ? _(KINDS[kind].label) : row->word);
    const Hold hold = {.reason = (char *)given(logging, row->fields[LIFT_REASON]), .detail = (char *)""};
    return decision_insert(logging, kind, false, clock_today(), &hold, error) &&
           column_end(logging, kind, holds, error);
}
