/* Step 3: invoice numbers as people write them into a remittance.
 *
 * The text falls into runs of letters and runs of digits; neighbouring runs joined are compared with the numbers of
 * the book without their punctuation, longest first.  So "2025-1312", "2025 1312", "201303-128cursus" and a number
 * wrapped in its middle are all found, and 1312 alone is not.  Behind a full number, "+10203" or ",10203" stands for
 * the same number with other last digits. */
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

#include <string.h>

enum { KEY_MIN = 5, KEY_MAX = 24, KEY_RUNS = 7, TAIL_MIN = 4 };

typedef struct {
    const char *start;
    size_t length;
    char before; /* the mark before it: blank, +, / … */
    bool digits;
} Run;

static GArray *runs_of(const char *text)
{
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(Run));
    char before = ' ';
    for (const char *at = text; *at != '\0';) {
        if (!g_ascii_isalnum(*at)) {
            if (*at != ' ' || g_ascii_isalnum(before))
                before = *at;
            at++;
            continue;
        }
        Run run = {at, 0, before, g_ascii_isdigit(*at)};
        while (g_ascii_isalnum(at[run.length]) && g_ascii_isdigit(at[run.length]) == run.digits)
            run.length++;
        at += run.length;
        before = 'x'; /* nothing between: the next run follows directly */
        g_array_append_val(runs, run);
    }
    return runs;
}

/* The key of the runs from `from` to `until`; NULL when it is no invoice number's length or holds no digit. */
static char *runs_key(const GArray *runs, guint from, guint until)
{
    GString *key = g_string_new(NULL);
    bool digits = false;
    for (guint i = from; i <= until; i++) {
        const Run *run = &g_array_index(runs, Run, i);
        g_string_append_len(key, run->start, (gssize)run->length);
        digits |= run->digits;
    }
    bool possible = digits && key->len >= KEY_MIN && key->len <= KEY_MAX;
    return g_string_free(key, !possible);
}

/* What the text named so far; owner keeps the lists alive. */
typedef struct {
    Search *search;
    GPtrArray *owner, *items;
} Mentioned;

static void mentioned_clear(Mentioned *mentioned)
{
    g_ptr_array_unref(mentioned->owner);
    g_ptr_array_unref(mentioned->items);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Mentioned, mentioned_clear)

bool is_mentioned(const GPtrArray *items, gint64 id)
{
    for (guint i = 0; i < items->len; i++)
        if (((const Candidate *)g_ptr_array_index(items, i))->id == id)
            return true;
    return false;
}

static bool key_look_up(Mentioned *mentioned, const char *key, bool *hit, GError **error)
{
    GPtrArray *items = candidates_by_number(mentioned->search->store, key, error);
    *hit = items != NULL && items->len > 0;
    if (items == NULL)
        return false;
    g_ptr_array_add(mentioned->owner, items);
    for (guint i = 0; i < items->len; i++) {
        Candidate *item = g_ptr_array_index(items, i);
        if (!is_mentioned(mentioned->items, item->id))
            g_ptr_array_add(mentioned->items, item);
    }
    return true;
}

/* "10196+10203": the tail takes the place of as many last characters of the full number. */
static bool tails_look_up(Mentioned *mentioned, const GArray *runs, const char *full, guint *next, GError **error)
{
    size_t length = strlen(full);
    for (; *next < runs->len; ++*next) {
        const Run *run = &g_array_index(runs, Run, *next);
        bool hit;
        if (strchr("+,/;&", run->before) == NULL || !run->digits || run->length < TAIL_MIN || run->length >= length)
            return true;
        g_autofree char *key =
            g_strdup_printf("%.*s%.*s", (int)(length - run->length), full, (int)run->length, run->start);
        if (!key_look_up(mentioned, key, &hit, error))
            return false;
        if (!hit)
            return true;
    }
    return true;
}

/* Longest first from each run on; what was found is not looked at again. */
static bool runs_look_up(Mentioned *mentioned, const GArray *runs, GError **error)
{
    for (guint from = 0; from < runs->len;) {
        bool hit = false;
        guint next = from + 1;
        for (guint until = MIN(from + KEY_RUNS, runs->len); until-- > from && !hit;) {
            g_autofree char *key = runs_key(runs, from, until);
            if (key == NULL)
                continue;
            if (!key_look_up(mentioned, key, &hit, error))
                return false;
            next = hit ? until + 1 : next;
            if (hit && !tails_look_up(mentioned, runs, key, &next, error))
                return false;
        }
        from = next;
    }
    return true;
}

/* A structured creditor reference often holds the invoice number itself. */
static char *text_with_reference(const LineRecord *line)
{
    bool creditor = g_ascii_strncasecmp(line->reference, "RF", 2) == 0 && strlen(line->reference) > 4;
    g_autofree char *all = g_strjoin(" ", line->text, creditor ? line->reference + 4 : "", NULL);
    return text_fold(all);
}

/* --- What the numbers found are worth ------------------------------------------------------------------- */

static GPtrArray *items_of(const GPtrArray *items, gint64 customer_id, const char *currency, bool open)
{
    GPtrArray *own = g_ptr_array_new();
    for (guint i = 0; i < items->len; i++) {
        Candidate *item = g_ptr_array_index(items, i);
        if ((customer_id == 0 || item->customer_id == customer_id) && item->is_open == open &&
            (currency == NULL || strcmp(item->currency, currency) == 0))
            g_ptr_array_add(own, item);
    }
    return own;
}

/* The one customer of the items; of several the one whose items make up the amount exactly.  0: cannot be told. */
static gint64 customer_meant(const GPtrArray *items, const LineRecord *line, bool *alone)
{
    gint64 exact = 0, first = 0;
    *alone = true;
    for (guint i = 0; i < items->len; i++) {
        gint64 customer_id = ((const Candidate *)g_ptr_array_index(items, i))->customer_id;
        first = first == 0 ? customer_id : first;
        *alone &= customer_id == first;
        g_autoptr(GPtrArray) own = items_of(items, customer_id, line->currency, true);
        if (own->len == 0 || candidates_sum(own) != line->amount || customer_id == exact)
            continue;
        if (exact != 0)
            return 0;
        exact = customer_id;
    }
    return *alone ? first : exact;
}

bool credits_find(Search *search, gint64 customer_id, const GPtrArray *without, Cents amount, GPtrArray *owner,
                  GPtrArray **taken, GError **error)
{
    *taken = NULL;
    GPtrArray *all = candidates_of_customer(search->store, customer_id, search->line->currency, error);
    if (all == NULL)
        return false;
    g_ptr_array_add(owner, all);
    g_autoptr(GPtrArray) credits = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        Candidate *item = g_ptr_array_index(all, i);
        if (item->open < 0 && !is_mentioned(without, item->id))
            g_ptr_array_add(credits, item);
    }
    *taken = candidates_subset(credits, amount);
    return true;
}

/* The named invoices less credit notes of the same customer that the payer took off without a word. */
static bool with_credit_notes(Search *search, const GPtrArray *named, gint64 customer_id, Match **found, GError **error)
{
    g_autoptr(GPtrArray) owner = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) taken = NULL;
    if (!credits_find(search, customer_id, named, search->line->amount - candidates_sum(named), owner, &taken, error))
        return false;
    if (taken == NULL)
        return true;
    g_autofree char *numbers = candidate_numbers(named), *off = candidate_numbers(taken);
    *found = match_new(MATCH_INVOICE_NUMBER, false, 80, customer_id,
                       g_strdup_printf(_("Invoice %s named, less credit note %s: exactly this amount."), numbers, off));
    for (guint i = 0; i < named->len; i++)
        g_ptr_array_add(taken, g_ptr_array_index(named, i));
    match_fill(*found, taken, search->line->amount);
    return true;
}

static char *numbers_reason(const char *numbers, const char *sum, bool alone, Settled settlement, const char *words)
{
    if (!settle_closes(settlement.how) && settlement.how != SETTLE_LATE_DISCOUNT)
        return g_strdup_printf(_("Invoice %s named, %s open: the amount differs."), numbers, sum);
    g_autofree char *head = settlement.how == SETTLE_EXACT
                                ? g_strdup_printf(_("Invoice %s named, exactly this amount."), numbers)
                                : g_strdup_printf(_("Invoice %s named, %s open."), numbers, sum);
    return g_strconcat(head, words, alone ? "" : _(" Other customers have the same number."), NULL);
}

/* Settled by the amount they close; more than they are may be meant for something else as well. */
static bool numbers_open(Search *search, const GPtrArray *named, gint64 customer_id, bool alone, Match **found,
                         GError **error)
{
    g_autofree char *numbers = candidate_numbers(named), *sum = money_text(candidates_sum(named));
    g_autoptr(Match) whole = match_new(MATCH_INVOICE_NUMBER, false, 65, customer_id, NULL);
    Settled settlement = match_settle(search, whole, named);
    g_autofree char *words = settlement_words(search, named, settlement);
    bool settled = settle_closes(settlement.how) && settlement.how != SETTLE_OVER;
    if (!settled && (!with_credit_notes(search, named, customer_id, found, error) || *found != NULL))
        return *found != NULL;
    whole->reason = numbers_reason(numbers, sum, alone, settlement, words);
    whole->closes = settled && alone && !is_exchanged(search->line);
    whole->score = !settled ? 65 : !alone ? 70 : settlement.how == SETTLE_EXACT ? 95 : 90;
    g_autoptr(GPtrArray) fitting = settled ? NULL : candidates_subset(named, search->line->amount);
    if (fitting != NULL) {
        g_array_set_size(whole->parts, 0);
        match_fill(whole, fitting, search->line->amount);
        whole->score = 75;
    }
    *found = g_steal_pointer(&whole);
    return true;
}

/* The list may have known of this money for one of them: *found, else NULL. */
static bool closed_known(Search *search, const GPtrArray *closed, gint64 customer_id, Match **found, GError **error)
{
    for (guint i = 0; i < closed->len; i++) {
        const Candidate *item = g_ptr_array_index(closed, i);
        Cents part, ahead;
        if (item->amount <= 0 || strcmp(item->currency, search->line->currency) != 0)
            continue;
        if (!item_payable(search->store, item->id, search->line->amount, search->line->day, &part, &ahead, error))
            return false;
        if (ahead != search->line->amount)
            continue;
        *found = match_new(MATCH_INVOICE_NUMBER, !is_exchanged(search->line), 90, customer_id,
                           g_strdup_printf(_("Invoice %s named: the list knew of it already."), item->number));
        match_part(*found, item->id, part);
        (*found)->listed = true;
        return true;
    }
    return true;
}

/* What the named invoices of this currency came to; one of exactly this amount counts alone.  Borrowed. */
static GPtrArray *closed_meant(const Search *search, const GPtrArray *closed)
{
    Cents sum = 0;
    g_autoptr(GPtrArray) meant = g_ptr_array_new();
    for (guint i = 0; i < closed->len; i++) {
        Candidate *item = g_ptr_array_index(closed, i);
        if (strcmp(item->currency, search->line->currency) != 0 || !money_add(&sum, item->amount))
            continue;
        if (item->amount == search->line->amount) {
            g_ptr_array_set_size(meant, 0);
            sum = item->amount;
            g_ptr_array_add(meant, item);
            break;
        }
        g_ptr_array_add(meant, item);
    }
    return sum == search->line->amount ? g_steal_pointer(&meant) : NULL;
}

/* Only paid invoices are named: the list may have known of this money, or it comes a second time. */
static bool numbers_closed(Search *search, const GPtrArray *closed, gint64 customer_id, Match **found, GError **error)
{
    g_autofree char *numbers = candidate_numbers(closed);
    g_autofree char *evidence = g_strdup_printf(_("Invoice %s named"), numbers);
    if (!closed_known(search, closed, customer_id, found, error) || *found != NULL)
        return *found != NULL;
    g_autoptr(GPtrArray) meant = closed_meant(search, closed);
    if (meant != NULL) {
        g_autofree char *twice = candidate_numbers(meant);
        *found = match_new(MATCH_CLOSED_REFERENCE, false, 75, customer_id,
                           g_strdup_printf(_("Invoice %s is named, but paid already: paid twice?"), twice));
        return true;
    }
    if (!match_listed(search, MATCH_INVOICE_NUMBER, customer_id, evidence, found, error))
        return false;
    if (*found == NULL) {
        search->named_id = customer_id;
        search_hint(search, _("Invoice %s is named, but paid already."), numbers);
    }
    return true;
}

/* What is open of the named items when this line's turn comes: as if receipts after it had not come yet.  Copies;
 * *moved: the ids of those of which more is open then.  NULL: error. */
static GPtrArray *items_in_turn(Search *search, const GPtrArray *items, gint64 customer_id, GArray *moved,
                                GError **error)
{
    g_autoptr(GPtrArray) turn = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        Cents later = 0;
        if (item->customer_id != customer_id || strcmp(item->currency, search->line->currency) != 0)
            continue;
        if (!item_paid_later(search, item->id, &later, error))
            return NULL;
        if (item->open + later == 0)
            continue;
        Candidate *copy = g_memdup2(item, sizeof *item);
        copy->open += later;
        g_ptr_array_add(turn, copy);
        if (later != 0)
            g_array_append_val(moved, item->id);
    }
    return g_steal_pointer(&turn);
}

/* Receipts that came after this line have paid some of what it names.  Had it come in its turn it would have settled
 * all: then they give way.  Else nothing is closed just because they left no other: in its turn it would have been
 * open. */
static bool numbers_in_turn(Search *search, const GPtrArray *items, gint64 customer_id, Match **found, GError **error)
{
    g_autoptr(GArray) moved = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GPtrArray) turn = items_in_turn(search, items, customer_id, moved, error);
    if (turn == NULL)
        return false;
    if (moved->len == 0)
        return true;
    if (*found != NULL)
        (*found)->closes = false;
    g_autoptr(Match) then = match_new(MATCH_INVOICE_NUMBER, false, 0, customer_id, NULL);
    Settled settlement = match_settle(search, then, turn);
    if (!settle_closes(settlement.how) || settlement.how == SETTLE_OVER || is_exchanged(search->line))
        return true;
    if (*found == NULL && !step_named(search, found, error))
        return false;
    if (*found != NULL)
        g_array_append_vals((*found)->paid_ids, moved->data, moved->len);
    return true;
}

static bool numbers_decide(Search *search, const GPtrArray *items, gint64 customer_id, bool alone, Match **found,
                           GError **error)
{
    g_autoptr(GPtrArray) any = items_of(items, customer_id, NULL, true);
    g_autoptr(GPtrArray) open = items_of(items, customer_id, search->line->currency, true);
    g_autoptr(GPtrArray) closed = items_of(items, customer_id, NULL, false);
    if (open->len > 0)
        return numbers_open(search, open, customer_id, alone, found, error);
    if (any->len > 0) {
        const Candidate *item = g_ptr_array_index(any, 0);
        *found = match_new(MATCH_INVOICE_NUMBER, false, 60, customer_id,
                           g_strdup_printf(_("Paid in %s, invoice %s is in %s: a person decides."),
                                           search->line->currency, item->number, item->currency));
        return true;
    }
    return numbers_closed(search, closed, customer_id, found, error);
}

static bool numbers_judge(Search *search, const GPtrArray *items, Match **found, GError **error)
{
    bool alone;
    gint64 customer_id = customer_meant(items, search->line, &alone);
    if (customer_id == 0) {
        g_autofree char *numbers = candidate_numbers(items);
        search_hint(search, _("Invoice numbers %s belong to several customers."), numbers);
        return true;
    }
    if (!numbers_decide(search, items, customer_id, alone, found, error))
        return false;
    bool listed = *found != NULL && (*found)->listed;
    return listed || !alone || numbers_in_turn(search, items, customer_id, found, error);
}

static bool text_look_up(Search *search, Mentioned *mentioned, GError **error)
{
    g_autofree char *text = text_with_reference(search->line);
    g_autoptr(GArray) runs = runs_of(text);
    return runs_look_up(mentioned, runs, error);
}

GPtrArray *numbers_mentioned(Search *search, GPtrArray *owner, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    Mentioned mentioned = {search, owner, items};
    return text_look_up(search, &mentioned, error) ? g_steal_pointer(&items) : NULL;
}

GPtrArray *numbers_named(Search *search, gint64 customer_id, GPtrArray *owner, GError **error)
{
    g_autoptr(GPtrArray) items = numbers_mentioned(search, owner, error);
    return items != NULL ? items_of(items, customer_id, search->line->currency, true) : NULL;
}

bool step_invoice_number(Search *search, Match **found, GError **error)
{
    g_auto(Mentioned)
        mentioned = {search, g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref), g_ptr_array_new()};
    return text_look_up(search, &mentioned, error) &&
           (mentioned.items->len == 0 || numbers_judge(search, mentioned.items, found, error));
}

bool step_named(Search *search, Match **found, GError **error)
{
    (void)error;
    if (search->named_id != 0)
        *found = match_new(MATCH_INVOICE_NUMBER, false, 50, search->named_id, g_strdup(search->hints->str));
    return true;
}
