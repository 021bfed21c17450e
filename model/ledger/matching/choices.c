/* The answers a person may choose from: what each step found, and for each customer in question the invoice of that
 * amount, the sum that fits, the oldest first, and on account. */
#include "ledger/receipts.h"

#include "base/i18n.h"
#include "ledger/matching/waiting.h"

enum { CHOICES_MAX = 12, CHOICE_CUSTOMERS = 4, SCORE_OLDEST = 35, SCORE_ACCOUNT = 15, SCORE_AMOUNT = 25 };

static bool is_same(const Match *one, const Match *other)
{
    if (one->customer_id != other->customer_id || one->original_id != other->original_id ||
        one->parts->len != other->parts->len)
        return false;
    for (guint i = 0; i < one->parts->len; i++) {
        const MatchPart *a = &g_array_index(one->parts, MatchPart, i), *b = &g_array_index(other->parts, MatchPart, i);
        if (a->item_id != b->item_id || a->amount != b->amount)
            return false;
    }
    return true;
}

/* Takes the match over; only what a person can say yes to is a choice. */
static void choice_add(GPtrArray *choices, Match *match)
{
    bool useful = match != NULL && match->customer_id != 0;
    for (guint i = 0; useful && i < choices->len; i++)
        useful = !is_same(g_ptr_array_index(choices, i), match);
    if (useful)
        g_ptr_array_add(choices, match);
    else
        match_free(match);
}

/* Every step by itself: what it would say if the ones before it said nothing. */
static bool steps_collect(Search *search, GPtrArray *choices, GError **error)
{
    static const MatchStepFunction STEPS[] = {step_reference, step_invoice_number, step_cheque, step_known, step_name};
    for (size_t i = 0; i < G_N_ELEMENTS(STEPS); i++) {
        Match *found = NULL;
        if (!STEPS[i](search, &found, error)) {
            match_free(found);
            return false;
        }
        choice_add(choices, found);
    }
    return true;
}

static bool customer_collect(Search *search, gint64 customer_id, GPtrArray *choices, GError **error)
{
    g_autoptr(GPtrArray) items = candidates_of_customer(search->store, customer_id, search->line->currency, error);
    if (items == NULL)
        return false;
    g_autofree char *who = customer_words(search->store, customer_id);
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (item->open != search->line->amount)
            continue;
        Match *one = match_new(MATCH_PERSON, false, SCORE_OLDEST + 10, customer_id,
                               g_strdup_printf(_("Invoice %s of %s has exactly this amount."), item->number, who));
        match_part(one, item->id, item->open);
        choice_add(choices, one);
    }
    if (items->len > 0) {
        Match *oldest = match_new(MATCH_PERSON, false, SCORE_OLDEST, customer_id,
                                  g_strdup_printf(_("The oldest invoices of %s first."), who));
        match_fill(oldest, items, search->line->amount);
        choice_add(choices, oldest);
    }
    choice_add(choices, match_new(MATCH_PERSON, false, SCORE_ACCOUNT, customer_id,
                                  g_strdup_printf(_("On account of %s."), who)));
    return true;
}

/* Whose invoices have exactly this amount, though nothing in the line names them. */
static bool amounts_collect(Search *search, GPtrArray *choices, GError **error)
{
    g_autoptr(GPtrArray) items =
        candidates_by_amount(search->store, search->line->amount, search->line->currency, error);
    for (guint i = 0; items != NULL && i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        g_autofree char *who = customer_words(search->store, item->customer_id);
        Match *one = match_new(MATCH_AMOUNT, false, SCORE_AMOUNT, item->customer_id,
                               g_strdup_printf(_("Invoice %s of %s has exactly this amount."), item->number, who));
        match_part(one, item->id, item->open);
        choice_add(choices, one);
    }
    return items != NULL;
}

static bool customers_collect(Search *search, const Waiting *waiting, GPtrArray *choices, GError **error)
{
    gint64 customers[CHOICE_CUSTOMERS] = {waiting->customer_id};
    guint count = waiting->customer_id != 0 ? 1 : 0;
    for (guint i = 0; i < choices->len && count < CHOICE_CUSTOMERS; i++) {
        gint64 customer_id = ((const Match *)g_ptr_array_index(choices, i))->customer_id;
        bool met = false;
        for (guint c = 0; c < count; c++)
            met |= customers[c] == customer_id;
        if (!met)
            customers[count++] = customer_id;
    }
    for (guint c = 0; c < count; c++)
        if (!customer_collect(search, customers[c], choices, error))
            return false;
    return true;
}

static int better_first(gconstpointer a, gconstpointer b)
{
    const Match *one = *(const Match *const *)a, *other = *(const Match *const *)b;
    return (other->score > one->score) - (other->score < one->score);
}

static bool choices_collect(Search *search, const Waiting *waiting, GPtrArray *choices, GError **error)
{
    if (search->line->amount < 0)
        return return_choices(search, choices, error);
    return steps_collect(search, choices, error) && customers_collect(search, waiting, choices, error) &&
           amounts_collect(search, choices, error);
}

GPtrArray *receipt_choices(Ledger *ledger, gint64 payment_id, GError **error)
{
    g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func((GDestroyNotify)match_free);
    g_autoptr(Waiting) waiting = waiting_find(ledger->store, payment_id, error);
    if (waiting == NULL)
        return NULL;
    g_auto(Search) search;
    search_begin(&search, ledger, &waiting->line);
    if (!choices_collect(&search, waiting, choices, error))
        return NULL;
    g_ptr_array_sort(choices, better_first);
    if (choices->len > CHOICES_MAX)
        g_ptr_array_set_size(choices, CHOICES_MAX);
    return g_steal_pointer(&choices);
}
