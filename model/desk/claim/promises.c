/* What was promised about what is claimed, and what became of it: for a judge as for the customer. */
#include "desk/claim/parts.h"

#include "base/i18n.h"
#include <string.h>

const char *promise_state_words(PromiseState state)
{
    static const char *const words[] = {
        [PROMISE_OPEN] = N_("still expected"), [PROMISE_KEPT] = N_("kept"),       [PROMISE_KEPT_LATE] = N_("kept late"),
        [PROMISE_PARTLY] = N_("partly kept"),  [PROMISE_BROKEN] = N_("not kept"), [PROMISE_WITHDRAWN] = N_("withdrawn"),
        [PROMISE_SUPERSEDED] = N_("replaced"), [PROMISE_UNDONE] = N_("undone")};
    return _(words[state]);
}

const char *promise_kind_words(const char *kind)
{
    static const struct {
        const char *slug, *words;
    } kinds[] = {{"promise", N_("promise")},
                 {"cheque", N_("cheque")},
                 {"instalment", N_("part of a plan")},
                 {"paid", N_("said to be paid")}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].slug, kind) == 0)
            return _(kinds[i].words);
    return kind;
}

Day claim_since(const Claim *claim)
{
    Day oldest = DAY_NONE;
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        Day day = day_known(invoice->issued) ? invoice->issued : invoice->due;
        if (!day_known(oldest) || day_compare(day, oldest) < 0)
            oldest = day;
    }
    return oldest;
}

static bool is_about_it(const Claim *claim, Day since, const Promise *promise)
{
    return promise->state != PROMISE_UNDONE && day_compare(promise->made, claim->day) <= 0 &&
           (!day_known(since) || day_compare(promise->made, since) >= 0);
}

bool claim_promises(Desk *desk, Claim *claim, GError **error)
{
    Day since = claim_since(claim);
    claim->promises = desk_promises(desk, claim->customer_id, error);
    for (guint i = claim->promises != NULL ? claim->promises->len : 0; i-- > 0;)
        if (!is_about_it(claim, since, g_ptr_array_index(claim->promises, i)))
            g_ptr_array_remove_index(claim->promises, i);
    return claim->promises != NULL;
}
