/* Steps 4 to 6, and the cheque that was announced: who paid is known or guessed, what for is a proposal at best. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

#include <string.h>

enum { CHEQUE_DAYS = 90 }; /* how long after its promised day a cheque is still looked for */

/* --- What an amount may mean for one customer ----------------------------------------------------------- */

typedef enum { FIT_NONE, FIT_SEVERAL, FIT_SUBSET, FIT_ITEM } Fit;

/* *paid holds the items of the proposal: the one item, the unique subset, the oldest of several equal ones. */
static Fit amount_fits(const GPtrArray *items, Cents amount, GPtrArray **paid)
{
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
    return *paid != NULL ? FIT_SUBSET : FIT_NONE;
}

static char *fit_reason(Fit fit, const char *evidence, const GPtrArray *paid)
{
    g_autofree char *numbers = candidate_numbers(paid);
    switch (fit) {
    case FIT_ITEM: return g_strdup_printf(_("%s and the amount is that of invoice %s."), evidence, numbers);
    case FIT_SUBSET: return g_strdup_printf(_("%s and the amount is the sum of %s."), evidence, numbers);
    case FIT_SEVERAL:
        return g_strdup_printf(_("%s and several items have this amount; %s is the oldest."), evidence, numbers);
    case FIT_NONE: break;
    }
    return g_strdup(evidence);
}

static const int FIT_POINTS[] = {[FIT_NONE] = 0, [FIT_SEVERAL] = 0, [FIT_SUBSET] = 10, [FIT_ITEM] = 25};

static Match *match_fit(Search *search, MatchStep step, int score, gint64 customer_id, const char *evidence, Fit fit,
                        const GPtrArray *paid)
{
    Match *match = match_new(step, false, score + FIT_POINTS[fit], customer_id, fit_reason(fit, evidence, paid));
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
        match_part(match, item->id, item->open, 0);
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
    if (listed)
        *found = g_steal_pointer(&match);
    return true;
}

/* --- A cheque that was promised ------------------------------------------------------------------------- */

static bool cheque_items(Search *search, gint64 promise_id, Match *match, GError **error)
{
    Cents left = search->line->amount;
    g_autoptr(Query) query =
        store_query(search->store,
                    "SELECT i.id, i.open, pi.amount FROM promise_item pi JOIN item i ON i.id = pi.item_id"
                    " WHERE pi.promise_id = :promise AND i.state = 'open' AND i.open > 0 AND i.currency = :currency"
                    " ORDER BY pi.position",
                    BINDS(INTEGER("promise", promise_id), TEXT("currency", search->line->currency)), error);
    while (query != NULL && query_next(query)) {
        Cents part = MIN(MIN(query_integer(query, "open"), query_integer(query, "amount")), left);
        if (part > 0)
            match_part(match, query_integer(query, "id"), part, 0);
        left -= MAX(part, 0);
    }
    return query != NULL && query_finish(query, error);
}

static bool cheque_named(const LineRecord *line, const char *number)
{
    return *number != '\0' && (strcmp(line->cheque_number, number) == 0 || strstr(line->text, number) != NULL);
}

bool step_cheque(Search *search, Match **found, GError **error)
{
    gint64 promise_id = 0, customer_id = 0;
    g_autofree char *number = NULL;
    g_autoptr(Query) query =
        store_query(search->store,
                    "SELECT id, customer_id, cheque_number FROM promise p WHERE kind = 'cheque' AND amount = :amount"
                    " AND currency = :currency AND due >= :since"
                    " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = p.event_id) ORDER BY id DESC",
                    BINDS(INTEGER("amount", search->line->amount), TEXT("currency", search->line->currency),
                          DAY("since", day_plus(search->line->day, -CHEQUE_DAYS))),
                    error);
    while (promise_id == 0 && query != NULL && query_next(query)) {
        if (!cheque_named(search->line, query_text(query, "cheque_number")))
            continue;
        promise_id = query_integer(query, "id");
        customer_id = query_integer(query, "customer_id");
        number = g_strdup(query_text(query, "cheque_number"));
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    if (promise_id == 0)
        return true;
    *found = match_new(MATCH_REFERENCE, false, 85, customer_id,
                       g_strdup_printf(_("Cheque %s was promised with exactly this amount."), number));
    return cheque_items(search, promise_id, *found, error);
}

/* --- Step 4: the account -------------------------------------------------------------------------------- */

static bool customer_unique(Search *search, const char *sql, const char *value, gint64 *customer_id, int *count,
                            GError **error)
{
    *count = 0;
    g_autoptr(Query) query = store_query(search->store, sql, BINDS(TEXT("value", value)), error);
    while (query != NULL && query_next(query)) {
        *customer_id = query_integer(query, "customer_id");
        ++*count;
    }
    return query != NULL && query_finish(query, error);
}

bool step_iban(Search *search, Match **found, GError **error)
{
    gint64 customer_id = 0;
    int count = 0;
    g_autofree char *iban = iban_normal(search->line->account);
    const char *account = iban != NULL ? iban : search->line->account;
    if (*account == '\0')
        return true;
    if (!customer_unique(search,
                         "SELECT customer_id FROM customer_iban WHERE iban = :value AND forgotten IS NULL LIMIT 3",
                         account, &customer_id, &count, error))
        return false;
    if (count > 1)
        search_hint(search, _("Account %s is that of several customers."), account);
    if (count != 1)
        return true;
    g_autofree char *evidence = g_strdup_printf(_("Account %s is known"), account);
    if (!match_listed(search, MATCH_IBAN, customer_id, evidence, found, error) || *found != NULL)
        return *found != NULL;
    g_autoptr(GPtrArray) items = candidates_of_customer(search->store, customer_id, search->line->currency, error);
    if (items == NULL)
        return false;
    g_autoptr(GPtrArray) paid = NULL;
    Fit fit = amount_fits(items, search->line->amount, &paid);
    if (fit == FIT_NONE)
        *found = match_new(MATCH_IBAN, false, 40, customer_id,
                           g_strdup_printf(_("%s, but the amount fits no invoice: on account."), evidence));
    else
        *found = match_fit(search, MATCH_IBAN, 50, customer_id, evidence, fit, paid);
    return true;
}

/* --- Step 5: the name ----------------------------------------------------------------------------------- */

/* One customer of that name: *found stays NULL when the amount does not fit him. */
static bool name_try(Search *search, gint64 customer_id, Match **found, GError **error)
{
    g_autoptr(GPtrArray) paid = NULL;
    g_autofree char *who = customer_words(search->store, customer_id);
    g_autofree char *evidence = g_strdup_printf(_("The name is that of %s"), who);
    if (!match_listed(search, MATCH_NAME, customer_id, evidence, found, error) || *found != NULL)
        return *found != NULL;
    g_autoptr(GPtrArray) items = candidates_of_customer(search->store, customer_id, search->line->currency, error);
    if (items == NULL)
        return false;
    Fit fit = amount_fits(items, search->line->amount, &paid);
    if (fit != FIT_NONE)
        *found = match_fit(search, MATCH_NAME, 30, customer_id, evidence, fit, paid);
    return true;
}

/* Names are not unique: the amount must fit with exactly one of them. */
static bool names_try(Search *search, const GArray *customers, Match **found, GError **error)
{
    for (guint i = 0; i < customers->len; i++) {
        g_autoptr(Match) one = NULL;
        if (!name_try(search, g_array_index(customers, gint64, i), &one, error)) {
            g_clear_pointer(found, match_free);
            return false;
        }
        if (one != NULL && *found != NULL) {
            g_clear_pointer(found, match_free);
            return true;
        }
        if (one != NULL)
            *found = g_steal_pointer(&one);
    }
    return true;
}

bool step_name(Search *search, Match **found, GError **error)
{
    g_autoptr(GArray) customers = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autofree char *key = name_key(search->line->name);
    if (*key == '\0')
        return true;
    g_autoptr(Query) query = store_query(
        search->store,
        "SELECT customer_id FROM search_text WHERE name_key = :key AND name_key <> '' ORDER BY customer_id LIMIT 20",
        BINDS(TEXT("key", key)), error);
    while (query != NULL && query_next(query)) {
        gint64 customer_id = query_integer(query, "customer_id");
        g_array_append_val(customers, customer_id);
    }
    if (query == NULL || !query_finish(query, error) || !names_try(search, customers, found, error))
        return false;
    if (*found == NULL && customers->len > 0) {
        g_autofree char *who = customer_words(search->store, g_array_index(customers, gint64, 0));
        search_hint(search, _("The name is that of %s, but the amount fits no invoice for certain."), who);
    }
    return true;
}

/* --- Step 6: the amount --------------------------------------------------------------------------------- */

bool step_amount(Search *search, Match **found, GError **error)
{
    g_autoptr(GPtrArray) items =
        candidates_by_amount(search->store, search->line->amount, search->line->currency, error);
    if (items == NULL || items->len != 1)
        return items != NULL;
    const Candidate *item = g_ptr_array_index(items, 0);
    g_autofree char *who = customer_words(search->store, item->customer_id);
    search_hint(search, _("Only invoice %s of %s has this amount."), item->number, who);
    *found = match_new(MATCH_AMOUNT, false, 20, 0, g_strdup(search->hints->str));
    return true;
}
