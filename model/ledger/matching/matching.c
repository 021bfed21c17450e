/* The steps in order, and the first of them: references. */
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
    return match;
}

void match_free(Match *match)
{
    if (match == NULL)
        return;
    g_free(match->reason);
    g_array_unref(match->parts);
    g_free(match);
}

void match_part(Match *match, gint64 item_id, Cents amount, Cents waived)
{
    MatchPart part = {item_id, amount, waived};
    g_array_append_val(match->parts, part);
}

/* Credit notes first: they make the amount reach further. */
void match_fill(Match *match, const GPtrArray *items, Cents amount)
{
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (item->open < 0) {
            match_part(match, item->id, item->open, 0);
            amount -= item->open;
        }
    }
    for (guint i = 0; i < items->len && amount > 0; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (item->open <= 0)
            continue;
        match_part(match, item->id, MIN(item->open, amount), 0);
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

/* --- Step 1 and 2: references --------------------------------------------------------------------------- */

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

/* One item: paid in full, in part, with a rest let go, or with more than was due. */
static bool reference_single(Search *search, const Candidate *item, const char *pretty, Match **found, GError **error)
{
    Cents amount = search->line->amount, part, ahead;
    if (!item_payable(search->store, item->id, amount, search->line->day, &part, &ahead, error))
        return false;
    bool closes = ahead > 0 || !is_exchanged(search->line); /* what the list knew closes nothing any more */
    Cents rest = item->open - part;
    g_autofree char *rest_text = money_text(rest), *over_text = money_text(amount - part);
    char *reason = g_strdup_printf(_("Reference %s, invoice %s paid exactly."), pretty, item->number);
    int score = 100;
    Cents waived = 0;
    if (ahead > 0 || amount != item->open) {
        score = 95;
        g_free(reason);
        if (ahead > 0)
            reason = g_strdup_printf(_("Reference %s, invoice %s: the list knew of it already."), pretty, item->number);
        else if (amount > item->open)
            reason = g_strdup_printf(_("Reference %s, invoice %s; %s more than was open stays on account."), pretty,
                                     item->number, over_text);
        else if (rest <= search->terms.match_tolerance) {
            waived = rest;
            reason = g_strdup_printf(_("Reference %s, invoice %s; %s short, proposed for write-off."), pretty,
                                     item->number, rest_text);
        } else
            reason =
                g_strdup_printf(_("Reference %s, part of invoice %s; %s stays open."), pretty, item->number, rest_text);
    }
    *found = match_new(MATCH_REFERENCE, closes, score, item->customer_id, reason);
    match_part(*found, item->id, part, waived);
    return true;
}

/* Several items: only a sum that fits closes; everything else is a proposal. */
static Match *reference_several(Search *search, const GPtrArray *items, const char *pretty)
{
    Cents amount = search->line->amount, sum = candidates_sum(items);
    g_autoptr(GPtrArray) fitting = sum == amount ? NULL : candidates_subset(items, amount);
    const GPtrArray *paid = fitting != NULL ? fitting : items;
    g_autofree char *numbers = candidate_numbers(paid);
    bool sure = amount >= sum || (fitting != NULL && fitting->len == 1);
    Match *match =
        match_new(MATCH_REFERENCE, sure && !is_exchanged(search->line), sure ? 95 : 70,
                  ((const Candidate *)g_ptr_array_index(items, 0))->customer_id,
                  sure || fitting != NULL
                      ? g_strdup_printf(_("Reference %s, invoices %s."), pretty, numbers)
                      : g_strdup_printf(_("Reference %s, invoices %s; their sum is more, oldest first is proposed."),
                                        pretty, numbers));
    match_fill(match, paid, amount);
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
        const Candidate *item = g_ptr_array_index(named->closed, i);
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
        search_hint(search, _("Reference %s belongs to several customers."), pretty);
        return true;
    }
    return named.open->len > 0 ? reference_open(search, &named, pretty, found, error)
                               : reference_closed(search, &named, pretty, found, error);
}

/* --- All steps ------------------------------------------------------------------------------------------ */

static const MatchStepFunction RECEIPT_STEPS[] = {step_returned, step_reference, step_invoice_number, step_cheque,
                                                  step_iban,     step_name,      step_amount};
static const MatchStepFunction DEBIT_STEPS[] = {step_return};

static bool steps_walk(Search *search, const MatchStepFunction *steps, size_t count, Match **found, GError **error)
{
    for (size_t i = 0; i < count && *found == NULL; i++)
        if (!steps[i](search, found, error))
            return false;
    return true;
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
    if (found != NULL)
        return found;
    if (search.hints->len == 0)
        g_string_append(search.hints, line->amount < 0 ? _("Money that went out.")
                                                       : _("Nothing in this line points to one customer."));
    return match_new(MATCH_NONE, false, 0, 0, g_strdup(search.hints->str));
}
