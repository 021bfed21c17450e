/* What an amount may mean for a customer who is known or guessed. */
#include "base/i18n.h"
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

/* --- What an amount may mean for one customer ----------------------------------------------------------- */

/* *paid holds the items of the proposal: the one item, the unique subset, the oldest of several equal ones. */
/* The one item that this amount settles with a rest let go: a discount, the bank's charges, cents. */
static Candidate *forgiven_find(const Search *search, const GPtrArray *items)
{
    Candidate *found = NULL;
    for (guint i = 0; i < items->len; i++) {
        Candidate *item = g_ptr_array_index(items, i);
        if (*rest_forgiven(&search->terms, search->line, item, item->open - search->line->amount) == '\0')
            continue;
        if (found != NULL)
            return NULL;
        found = item;
    }
    return found;
}

Fit amount_fits(const Search *search, const GPtrArray *items, GPtrArray **paid)
{
    Cents amount = search->line->amount;
    guint equal = 0;
    Candidate *oldest = NULL;
    for (guint i = 0; i < items->len; i++) {
        Candidate *item = g_ptr_array_index(items, i);
        if (item->open == amount && equal++ == 0)
            oldest = item;
    }
    if (equal > 0) {
        *paid = g_ptr_array_new();
        g_ptr_array_add(*paid, oldest);
        return equal == 1 ? FIT_ITEM : FIT_SEVERAL;
    }
    *paid = candidates_subset(items, amount);
    if (*paid == NULL && items->len > SUBSET_ITEMS && candidates_sum(items) == amount) {
        *paid = g_ptr_array_new(); /* the whole account at once */
        g_ptr_array_extend(*paid, (GPtrArray *)items, NULL, NULL);
    }
    if (*paid != NULL)
        return FIT_SUBSET;
    Candidate *forgiven = forgiven_find(search, items);
    if (forgiven == NULL)
        return FIT_NONE;
    *paid = g_ptr_array_new();
    g_ptr_array_add(*paid, forgiven);
    return FIT_FORGIVEN;
}

static const struct {
    int points;
    const char *reason; /* msgid: evidence, numbers */
} FITS[] = {
    [FIT_NONE] = {0, NULL},
    [FIT_SEVERAL] = {0, N_("%s and several items have this amount; %s is the oldest.")},
    [FIT_FORGIVEN] = {8, N_("%s and the amount is that of invoice %s, less a rest that may be let go.")},
    [FIT_SUBSET] = {10, N_("%s and the amount is the sum of %s.")},
    [FIT_ITEM] = {25, N_("%s and the amount is that of invoice %s.")},
};

Match *match_fit(Search *search, MatchStep step, int score, gint64 customer_id, const char *evidence, Fit fit,
                 const GPtrArray *paid)
{
    g_autofree char *numbers = candidate_numbers(paid);
    Match *match = match_new(step, false, score + FITS[fit].points, customer_id,
                             g_strdup_printf(_(FITS[fit].reason), evidence, numbers));
    match_fill(match, paid, search->line->amount);
    return match;
}

/* --- What the bookkeeping has booked meanwhile ---------------------------------------------------------- */

/* Every part must be money the lists spoke of: what is open stays open. */
static bool parts_listed(Search *search, const GPtrArray *items, Match *match, bool *listed, GError **error)
{
    *listed = true;
    for (guint i = 0; i < items->len && *listed; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        Cents part, ahead;
        if (!item_payable(search->store, item->id, item->open, search->line->day, &part, &ahead, error))
            return false;
        *listed = ahead == item->open;
        match_part(match, item->id, item->open);
    }
    return true;
}

bool match_listed(Search *search, MatchStep step, gint64 customer_id, const char *evidence, Match **found,
                  GError **error)
{
    bool listed;
    g_autoptr(GPtrArray) items =
        candidates_listed(search->store, customer_id, search->line->currency, search->line->day, error);
    if (items == NULL)
        return false;
    g_autoptr(GPtrArray) paid = candidates_subset(items, search->line->amount);
    if (paid == NULL || is_exchanged(search->line))
        return true;
    g_autofree char *numbers = candidate_numbers(paid);
    g_autoptr(Match) match =
        match_new(step, true, 70, customer_id,
                  g_strdup_printf(_("%s, and the list has taken exactly this off %s since."), evidence, numbers));
    if (!parts_listed(search, paid, match, &listed, error))
        return false;
    match->listed = true;
    if (listed)
        *found = g_steal_pointer(&match);
    return true;
}
