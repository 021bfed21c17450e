/* Steps 1 and 2: payment references, of open items and of paid ones. */
#include "base/reference.h"
#include "base/i18n.h"
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

#include <string.h>

/* --- Step 1 and 2: references --------------------------------------------------------------------------- */

/* Items that the line's references name: open and closed, each once; they own nothing. */
typedef struct {
    GPtrArray *owner; /* GPtrArray of Candidate lists */
    GPtrArray *open, *closed;
    const char *reference; /* the first that named any */
} Named;

static void named_clear(Named *named)
{
    g_ptr_array_unref(named->owner);
    g_ptr_array_unref(named->open);
    g_ptr_array_unref(named->closed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Named, named_clear)

static bool named_read(Search *search, const GPtrArray *references, Named *named, GError **error)
{
    *named = (Named){g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref), g_ptr_array_new(),
                     g_ptr_array_new(), NULL};
    for (guint r = 0; r < references->len; r++) {
        GPtrArray *items = candidates_by_reference(search->store, g_ptr_array_index(references, r), error);
        if (items == NULL)
            return false;
        g_ptr_array_add(named->owner, items);
        for (guint i = 0; i < items->len; i++) {
            Candidate *item = g_ptr_array_index(items, i);
            if (item->amount <= 0 || (item->is_open && item->open <= 0)) /* nobody pays a credit note */
                continue;
            g_ptr_array_add(item->is_open ? named->open : named->closed, item);
            if (named->reference == NULL)
                named->reference = g_ptr_array_index(references, r);
        }
    }
    return true;
}

static gint64 one_customer(const GPtrArray *items)
{
    gint64 customer_id = 0;
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (customer_id != 0 && item->customer_id != customer_id)
            return 0;
        customer_id = item->customer_id;
    }
    return customer_id;
}

static bool other_currency(const GPtrArray *items, const LineRecord *line)
{
    for (guint i = 0; i < items->len; i++)
        if (strcmp(((const Candidate *)g_ptr_array_index(items, i))->currency, line->currency) != 0)
            return true;
    return false;
}

static Match *match_foreign(Search *search, const GPtrArray *items, MatchStep step)
{
    const Candidate *item = g_ptr_array_index(items, 0);
    return match_new(step, false, 60, item->customer_id,
                     g_strdup_printf(_("Paid in %s, invoice %s is in %s: a person decides."), search->line->currency,
                                     item->number, item->currency));
}

static char *reference_reason(const char *pretty, const char *numbers, Settle how, const char *words)
{
    g_autofree char *head =
        how == SETTLE_EXACT  ? g_strdup_printf(_("Reference %s, invoice %s paid exactly."), pretty, numbers)
        : settle_closes(how) ? g_strdup_printf(_("Reference %s, invoice %s paid."), pretty, numbers)
                             : g_strdup_printf(_("Reference %s, part of invoice %s paid."), pretty, numbers);
    return g_strconcat(head, words, NULL);
}

/* What the lists had taken off already closes nothing any more. */
static Match *reference_known(const Candidate *item, const char *pretty, Cents part)
{
    Match *match =
        match_new(MATCH_REFERENCE, true, 95, item->customer_id,
                  g_strdup_printf(_("Reference %s, invoice %s: the list knew of it already."), pretty, item->number));
    match_part(match, item->id, part);
    match->listed = true;
    return match;
}

static Match *reference_settle(Search *search, const GPtrArray *items, const char *pretty, Settled *settlement)
{
    const Candidate *first = g_ptr_array_index(items, 0);
    g_autofree char *numbers = candidate_numbers(items);
    Match *match = match_new(MATCH_REFERENCE, !is_exchanged(search->line), 95, first->customer_id, NULL);
    *settlement = match_settle(search, match, items);
    g_autofree char *words = settlement_words(search, items, *settlement);
    match->reason = reference_reason(pretty, numbers, settlement->how, words);
    if (settlement->how == SETTLE_EXACT)
        match->score = 100;
    return match;
}

/* The reference names one invoice and the text more of the same customer: together they may be what was paid. */
static bool reference_and_numbers(Search *search, Candidate *item, const char *pretty, Match **found, GError **error)
{
    g_autoptr(GPtrArray) owner = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) items = numbers_named(search, item->customer_id, owner, error);
    if (items == NULL)
        return false;
    if (!is_mentioned(items, item->id))
        g_ptr_array_insert(items, 0, item);
    if (items->len < 2)
        return true;
    Settled settlement;
    g_autoptr(Match) match = reference_settle(search, items, pretty, &settlement);
    if (settle_closes(settlement.how) && settlement.how != SETTLE_OVER)
        *found = g_steal_pointer(&match);
    return true;
}

/* A credit note the payer may have taken off: said, never netted in silence. */
static bool credit_mention(Search *search, const GPtrArray *one, Cents rest, Match *match, GError **error)
{
    g_autoptr(GPtrArray) owner = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) taken = NULL;
    if (!credits_find(search, match->customer_id, one, -rest, owner, &taken, error))
        return false;
    if (taken == NULL)
        return true;
    g_autofree char *numbers = candidate_numbers(taken), *said = match->reason;
    match->reason = g_strdup_printf(_("%s That is exactly credit note %s."), said, numbers);
    return true;
}

/* One item: paid in full, in part, with a rest let go, or with more than was due. */
static bool reference_single(Search *search, Candidate *item, const char *pretty, Match **found, GError **error)
{
    Cents amount = search->line->amount, part, ahead;
    Settled settlement;
    if (!item_payable(search->store, item->id, amount, search->line->day, &part, &ahead, error))
        return false;
    if (ahead > 0) {
        *found = reference_known(item, pretty, part);
        return true;
    }
    if (amount != item->open && !reference_and_numbers(search, item, pretty, found, error))
        return false;
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, item);
    if (*found != NULL)
        return true;
    *found = reference_settle(search, one, pretty, &settlement);
    return settlement.how != SETTLE_PART || credit_mention(search, one, settlement.rest, *found, error);
}

static bool is_one_reference(const GPtrArray *items)
{
    for (guint i = 1; i < items->len; i++)
        if (strcmp(((const Candidate *)g_ptr_array_index(items, i))->reference,
                   ((const Candidate *)g_ptr_array_index(items, 0))->reference) != 0)
            return false;
    return true;
}

/* Several items close when the amount settles all of them; the terms of one invoice also one by one.  Of references
 * that disagree with the amount a person chooses. */
static Match *reference_several(Search *search, const GPtrArray *items, const char *pretty)
{
    Settled settlement;
    g_autoptr(Match) whole = reference_settle(search, items, pretty, &settlement);
    if (settle_closes(settlement.how))
        return g_steal_pointer(&whole);
    g_autoptr(GPtrArray) fitting = candidates_subset(items, search->line->amount);
    const GPtrArray *paid = fitting != NULL ? fitting : items;
    bool sure = fitting != NULL && fitting->len == 1 && is_one_reference(items);
    g_autofree char *numbers = candidate_numbers(paid), *all = candidate_numbers(items);
    char *reason = sure || is_one_reference(items)
                       ? g_strdup_printf(_("Reference %s, invoices %s."), pretty, numbers)
                       : g_strdup_printf(_("The references in it name %s; the amount fits them differently, %s is "
                                           "proposed."),
                                         all, numbers);
    Match *match =
        match_new(MATCH_REFERENCE, sure && !is_exchanged(search->line), sure ? 95 : 70, whole->customer_id, reason);
    match_fill(match, paid, search->line->amount);
    return match;
}

static bool reference_open(Search *search, const Named *named, const char *pretty, Match **found, GError **error)
{
    if (other_currency(named->open, search->line)) {
        *found = match_foreign(search, named->open, MATCH_REFERENCE);
        return true;
    }
    if (named->open->len == 1)
        return reference_single(search, g_ptr_array_index(named->open, 0), pretty, found, error);
    *found = reference_several(search, named->open, pretty);
    return true;
}

/* Paid already: unless a list took it off before the bank told us, this is money that came twice. */
static bool reference_closed(Search *search, const Named *named, const char *pretty, Match **found, GError **error)
{
    for (guint i = 0; i < named->closed->len; i++) {
        Candidate *item = g_ptr_array_index(named->closed, i);
        Cents part, ahead;
        if (strcmp(item->currency, search->line->currency) != 0)
            continue;
        if (!item_payable(search->store, item->id, search->line->amount, search->line->day, &part, &ahead, error))
            return false;
        if (ahead > 0)
            return reference_single(search, item, pretty, found, error);
    }
    const Candidate *item = g_ptr_array_index(named->closed, named->closed->len - 1);
    *found = match_new(
        MATCH_CLOSED_REFERENCE, false, 90, item->customer_id,
        g_strdup_printf(_("Reference %s, but invoice %s is paid already: paid twice?"), pretty, item->number));
    g_array_append_val((*found)->paid_ids, item->id);
    return true;
}

/* What the bank marks as a reference but fails its check is worth a proposal where it is an item's own. */
static bool reference_unchecked(Search *search, Match **found, GError **error)
{
    const char *reference = search->line->reference;
    if (*reference == '\0' || search->references->len > 0)
        return true;
    g_autoptr(GPtrArray) items = candidates_by_reference(search->store, reference, error);
    if (items == NULL)
        return false;
    if (items->len != 1)
        return true;
    const Candidate *item = g_ptr_array_index(items, 0);
    if (!item->is_open || strcmp(item->currency, search->line->currency) != 0)
        return true;
    *found = match_new(
        MATCH_REFERENCE, false, 80, item->customer_id,
        g_strdup_printf(_("Reference %s is that of invoice %s, but fails its check digit."), reference, item->number));
    match_fill(*found, items, search->line->amount);
    return true;
}

bool step_reference(Search *search, Match **found, GError **error)
{
    g_auto(Named) named;
    if (!named_read(search, search->references, &named, error))
        return false;
    if (named.reference == NULL)
        return reference_unchecked(search, found, error);
    const GPtrArray *meant = named.open->len > 0 ? named.open : named.closed;
    g_autofree char *pretty = reference_pretty(named.reference);
    if (one_customer(meant) == 0) {
        search->disagrees = true;
        search_hint(search,
                    is_one_reference(meant) ? _("Reference %s belongs to several customers.")
                                            : _("Reference %s and another one in it belong to different customers."),
                    pretty);
        return true;
    }
    return named.open->len > 0 ? reference_open(search, &named, pretty, found, error)
                               : reference_closed(search, &named, pretty, found, error);
}
