/* The steps in order, and what they all share. */
#include "ledger/matching.h"

#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

#include <stdarg.h>
#include <string.h>

const char *const MATCH_STEP_SLUGS[] = {
    [MATCH_NONE] = "",
    [MATCH_REFERENCE] = "reference",
    [MATCH_CLOSED_REFERENCE] = "closed_reference",
    [MATCH_INVOICE_NUMBER] = "invoice_number",
    [MATCH_IBAN] = "iban",
    [MATCH_NAME] = "name",
    [MATCH_AMOUNT] = "amount",
    [MATCH_PERSON] = "person",
};

/* --- A match -------------------------------------------------------------------------------------------- */

Match *match_new(MatchStep step, bool closes, int score, gint64 customer_id, char *reason)
{
    Match *match = g_new0(Match, 1);
    *match = (Match){.step = step, .closes = closes, .score = score, .customer_id = customer_id, .reason = reason};
    match->parts = g_array_new(FALSE, FALSE, sizeof(MatchPart));
    match->paid_ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    return match;
}

void match_free(Match *match)
{
    if (match == NULL)
        return;
    g_free(match->reason);
    g_array_unref(match->parts);
    g_array_unref(match->paid_ids);
    g_free(match);
}

void match_part_waived(Match *match, gint64 item_id, Cents amount, Cents waived, const char *waived_for)
{
    MatchPart part = {item_id, amount, waived, waived_for};
    g_array_append_val(match->parts, part);
}

void match_part(Match *match, gint64 item_id, Cents amount)
{
    match_part_waived(match, item_id, amount, 0, "");
}

/* Credit notes first: they make the amount reach further. */
void match_fill(Match *match, const GPtrArray *items, Cents amount)
{
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (item->open < 0) {
            match_part(match, item->id, item->open);
            amount -= item->open;
        }
    }
    for (guint i = 0; i < items->len && amount > 0; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (item->open <= 0)
            continue;
        match_part(match, item->id, MIN(item->open, amount));
        amount -= MIN(item->open, amount);
    }
}

void search_hint(Search *search, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    if (search->hints->len > 0)
        g_string_append_c(search->hints, ' ');
    g_string_append_vprintf(search->hints, format, values);
    va_end(values);
}

/* --- Items together ------------------------------------------------------------------------------------- */

char *candidate_numbers(const GPtrArray *items)
{
    GString *numbers = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        g_string_append_printf(numbers, "%s%s", i > 0 ? ", " : "", item->number);
    }
    return g_string_free(numbers, FALSE);
}

Cents candidates_sum(const GPtrArray *items)
{
    Cents sum = 0;
    for (guint i = 0; i < items->len; i++)
        if (!money_add(&sum, ((const Candidate *)g_ptr_array_index(items, i))->open))
            return G_MININT64;
    return sum;
}

static GPtrArray *candidates_equal(const GPtrArray *items, Cents amount)
{
    GPtrArray *equal = g_ptr_array_new();
    for (guint i = 0; i < items->len; i++) {
        Candidate *item = g_ptr_array_index(items, i);
        if (item->open == amount)
            g_ptr_array_add(equal, item);
    }
    return equal;
}

GPtrArray *candidates_subset(const GPtrArray *items, Cents amount)
{
    g_autoptr(GPtrArray) chosen_items = candidates_equal(items, amount);
    if (chosen_items->len > 0)
        return chosen_items->len == 1 ? g_steal_pointer(&chosen_items) : NULL;
    g_autofree Cents *amounts = g_new(Cents, items->len + 1);
    g_autofree bool *chosen = g_new0(bool, items->len + 1);
    for (guint i = 0; i < items->len; i++)
        amounts[i] = ((const Candidate *)g_ptr_array_index(items, i))->open;
    if (!subset_unique(amounts, items->len, amount, chosen))
        return NULL;
    for (guint i = 0; i < items->len; i++)
        if (chosen[i])
            g_ptr_array_add(chosen_items, g_ptr_array_index(items, i));
    return g_steal_pointer(&chosen_items);
}

bool is_exchanged(const LineRecord *line)
{
    return line->original_amount != 0 && *line->original_currency != '\0' &&
           strcmp(line->original_currency, line->currency) != 0;
}

char *customer_words(Store *store, gint64 customer_id)
{
    char *words = NULL;
    g_autoptr(GError) ignored = NULL;
    store_text(store, "SELECT number || ' ' || name AS words FROM customer WHERE id = :id",
               BINDS(INTEGER("id", customer_id)), &words, &ignored);
    return words != NULL ? words : g_strdup("");
}

/* --- All steps ------------------------------------------------------------------------------------------ */

static const MatchStepFunction RECEIPT_STEPS[] = {step_returned, step_reference, step_invoice_number, step_cheque,
                                                  step_known,    step_name,      step_named,          step_amount};
static const MatchStepFunction DEBIT_STEPS[] = {step_return};

static bool steps_walk(Search *search, const MatchStepFunction *steps, size_t count, Match **found, GError **error)
{
    for (size_t i = 0; i < count && *found == NULL; i++)
        if (!steps[i](search, found, error))
            return false;
    return true;
}

static GPtrArray *line_references(const LineRecord *line)
{
    GPtrArray *references = references_in_text(line->text);
    char *structured = reference_normal(line->reference, NULL);
    if (structured == NULL)
        return references;
    guint at;
    if (g_ptr_array_find_with_equal_func(references, structured, g_str_equal, &at))
        g_ptr_array_remove_index(references, at);
    g_ptr_array_insert(references, 0, structured);
    return references;
}

void search_begin(Search *search, Ledger *ledger, const LineRecord *line)
{
    *search = (Search){.ledger = ledger,
                       .store = ledger->store,
                       .line = line,
                       .terms = ledger_terms(ledger->settings),
                       .references = line_references(line),
                       .hints = g_string_new(NULL)};
}

void search_clear(Search *search)
{
    g_ptr_array_unref(search->references);
    g_string_free(search->hints, TRUE);
}

Match *match_line(Ledger *ledger, const LineRecord *line, GError **error)
{
    g_auto(Search) search;
    search_begin(&search, ledger, line);
    Match *found = NULL;
    bool walked = line->amount < 0 ? steps_walk(&search, DEBIT_STEPS, G_N_ELEMENTS(DEBIT_STEPS), &found, error)
                                   : steps_walk(&search, RECEIPT_STEPS, G_N_ELEMENTS(RECEIPT_STEPS), &found, error);
    if (!walked) {
        match_free(found);
        return NULL;
    }
    if (found != NULL) {
        found->closes &= !search.disagrees;
        return found;
    }
    if (search.hints->len == 0)
        g_string_append(search.hints, line->amount < 0 ? _("Money that went out.")
                                                       : _("Nothing in this line points to one customer."));
    return match_new(MATCH_NONE, false, 0, 0, g_strdup(search.hints->str));
}
