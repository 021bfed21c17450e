/* Money that goes back: a returned or reversed receipt, a refund, and our own payments that did not arrive. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"
#include "ledger/matching/parts.h"

#include <string.h>

enum {
    RETURN_CHOICES = 6, /* shown to a person */
    FEE_MOST = 2500     /* what a bank takes for a return and books with it in one line */
};

/* What speaks for one receipt being the one that comes back. */
enum { EVIDENCE_NAME = 1, EVIDENCE_ACCOUNT = 2, EVIDENCE_BANK = 3, EVIDENCE_REFERENCE = 4 };

typedef struct {
    gint64 payment_id, customer_id; /* 0: none found */
    int evidence;
    Day day;
    Cents fee; /* what the bank took back beyond the receipt */
} Original;

/* CODA family 03 operation 38, ISO unpaid cheque. */
static bool is_unpaid_cheque(const LineRecord *line)
{
    const char *code = line->code != NULL ? line->code : "";
    bool coda = strlen(code) == 8 && strspn(code, "0123456789") == 8 && strncmp(code + 1, "0338", 4) == 0;
    return line->amount < 0 && (coda || strstr(code, "UPCQ") != NULL);
}

static bool is_return(const LineRecord *line)
{
    return line->reversal || *line->return_reason != '\0' || is_unpaid_cheque(line);
}

static bool is_same(const char *one, const char *other)
{
    return one != NULL && *one != '\0' && strcmp(one, other) == 0;
}

static bool is_same_cheque(const char *one, const char *other)
{
    return is_same(one + strspn(one, "0"), other + strspn(other, "0"));
}

static bool shares_reference(const GPtrArray *references, const char *reference, const char *text)
{
    g_autoptr(GPtrArray) theirs = references_in_text(text);
    for (guint i = 0; i < references->len; i++) {
        const char *ours = g_ptr_array_index(references, i);
        if (strcmp(ours, reference) == 0 || g_ptr_array_find_with_equal_func(theirs, ours, g_str_equal, NULL))
            return true;
    }
    return false;
}

static int evidence_of(Search *search, const char *name, Query *query)
{
    const LineRecord *line = search->line;
    g_autofree char *key = name_key(query_text(query, "name"));
    int evidence = 0;
    if (shares_reference(search->references, query_text(query, "reference"), query_text(query, "text")) ||
        is_same(line->reference, query_text(query, "reference")) ||
        is_same_cheque(line->cheque_number, query_text(query, "cheque_number")) ||
        is_same(line->end_to_end, query_text(query, "end_to_end")))
        evidence += EVIDENCE_REFERENCE;
    if (is_same(line->bank_reference, query_text(query, "bank_reference")))
        evidence += EVIDENCE_BANK;
    if (is_same(line->account, query_text(query, "account")) || is_same(line->mandate, query_text(query, "mandate")))
        evidence += EVIDENCE_ACCOUNT;
    if (is_same(name, key))
        evidence += EVIDENCE_NAME;
    return evidence;
}

#define ORIGINAL_COLUMNS                                                                                               \
    "SELECT p.id, p.day, p.amount, p.name, p.account, p.reference, p.text, p.bank_reference, p.end_to_end,"            \
    " p.mandate, p.cheque_number, m.customer_id FROM payment p JOIN payment_match m ON m.payment_id = p.id WHERE "

/* Receipts that this line, less a fee of at most `fee`, may take back: those that have not gone back yet.  Many members
 * pay the same sum on one day, so the likely ones first, then the newest. */
static Query *originals_open(Search *search, Cents fee, GError **error)
{
    const LineRecord *line = search->line;
    return store_query(
        search->store,
        ORIGINAL_COLUMNS
        "p.amount BETWEEN :least AND :most AND p.day BETWEEN :since AND :day"
        " AND p.currency = :currency AND m.state IN ('matched', 'proposed', 'on_account', 'duplicate', 'unmatched')"
        " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id)"
        " ORDER BY CASE WHEN p.end_to_end <> '' AND p.end_to_end = :end_to_end"
        "   OR p.bank_reference <> '' AND p.bank_reference = :bank OR p.account <> '' AND p.account = :account"
        "   OR p.mandate <> '' AND p.mandate = :mandate THEN 0 ELSE 1 END,"
        " p.amount DESC, p.day DESC, p.id DESC LIMIT 1000",
        BINDS(INTEGER("least", MAX(-line->amount - fee, 1)), INTEGER("most", -line->amount),
              DAY("since", day_plus(line->day, -RETURN_DAYS)), DAY("day", line->day), TEXT("currency", line->currency),
              TEXT("end_to_end", line->end_to_end), TEXT("bank", line->bank_reference), TEXT("account", line->account),
              TEXT("mandate", line->mandate != NULL ? line->mandate : "")),
        error);
}

static Original original_read(Search *search, const char *name, Query *query)
{
    return (Original){query_integer(query, "id"), query_integer_or(query, "customer_id", 0),
                      evidence_of(search, name, query), query_day(query, "day"),
                      -search->line->amount - query_integer(query, "amount")};
}

static bool is_better(const Original *one, const Original *other)
{
    if (one->evidence != other->evidence)
        return one->evidence > other->evidence;
    return one->evidence > 0 &&
           (one->fee < other->fee || (one->fee == other->fee && day_compare(one->day, other->day) > 0));
}

/* The one with the most evidence, of equals the one with the smallest fee, then the latest. */
static bool original_find(Search *search, Cents fee, Original *original, GError **error)
{
    g_autofree char *name = name_key(search->line->name);
    g_autoptr(Query) query = originals_open(search, fee, error);
    while (query != NULL && query_next(query)) {
        Original one = original_read(search, name, query);
        if (is_better(&one, original))
            *original = one;
    }
    return query != NULL && query_finish(query, error);
}

bool return_prefers(Search *search, gint64 taken_id, gint64 other_id, bool *prefers, GError **error)
{
    Original taken = {0}, other = {0};
    g_autofree char *name = name_key(search->line->name);
    g_autoptr(Query) query = store_query(search->store, ORIGINAL_COLUMNS "p.id IN (:taken, :other)",
                                         BINDS(INTEGER("taken", taken_id), INTEGER("other", other_id)), error);
    while (query != NULL && query_next(query))
        *(query_integer(query, "id") == taken_id ? &taken : &other) = original_read(search, name, query);
    *prefers = is_better(&other, &taken);
    return query != NULL && query_finish(query, error);
}

/* What the receipt had paid is open again. */
static bool parts_take_back(Search *search, gint64 payment_id, Match *match, GError **error)
{
    g_autoptr(Query) query =
        store_query(search->store,
                    "SELECT a.item_id, a.amount, a.waived, a.waived_for FROM allocation a WHERE a.payment_id = :payment"
                    " AND a.reverses IS NULL AND" ALLOCATION_KEPT " ORDER BY a.id",
                    BINDS(INTEGER("payment", payment_id)), error);
    while (query != NULL && query_next(query))
        match_part_waived(match, query_integer(query, "item_id"), -query_integer(query, "amount"),
                          -query_integer(query, "waived"), g_intern_string(query_text(query, "waived_for")));
    return query != NULL && query_finish(query, error);
}

static bool match_original(Search *search, const Original *original, Match **found, GError **error)
{
    g_autofree char *day = day_numeric(original->day), *fee = money_text(original->fee);
    char *reason =
        original->fee > 0
            ? g_strdup_printf(_("Takes back the receipt of %s, with %s that the bank charges for it."), day, fee)
            : g_strdup_printf(_("Takes back the receipt of %s."), day);
    MatchStep step = original->evidence >= EVIDENCE_BANK      ? MATCH_REFERENCE
                     : original->evidence >= EVIDENCE_ACCOUNT ? MATCH_IBAN
                                                              : MATCH_NAME;
    *found = match_new(step, true, MIN(60 + 10 * original->evidence, 100), original->customer_id, reason);
    (*found)->original_id = original->payment_id;
    return parts_take_back(search, original->payment_id, *found, error);
}

bool return_choices(Search *search, GPtrArray *choices, GError **error)
{
    g_autofree char *name = name_key(search->line->name);
    g_autoptr(GArray) originals = g_array_new(FALSE, FALSE, sizeof(Original));
    g_autoptr(Query) query = originals_open(search, is_return(search->line) ? FEE_MOST : 0, error);
    while (query != NULL && originals->len < RETURN_CHOICES && query_next(query)) {
        Original one = original_read(search, name, query);
        g_array_append_val(originals, one);
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    for (guint i = 0; i < originals->len; i++) {
        Match *match = NULL;
        if (!match_original(search, &g_array_index(originals, Original, i), &match, error)) {
            match_free(match);
            return false;
        }
        g_ptr_array_add(choices, match);
    }
    return true;
}

/* What was paid on the item by money no bank line here brought, and comes back with this line, the bank's fee left out;
 * 0: it cannot be. */
static bool paid_back(const Search *search, const Candidate *item, Cents *back, GError **error)
{
    Cents returned = -search->line->amount, known = 0;
    *back = 0;
    if (item->amount <= 0 || strcmp(item->currency, search->line->currency) != 0)
        return true;
    if (!store_value(search->store, "SELECT sum(amount + waived) AS sum FROM allocation WHERE item_id = :item",
                     BINDS(INTEGER("item", item->id)), 0, &known, error))
        return false;
    Cents paid = item->amount - item->open - known;
    if (paid > 0 && paid + FEE_MOST >= returned)
        *back = MIN(paid, returned);
    return true;
}

/* The receipt is not known here, its invoice is: paid on the list, and now it came back. */
static bool return_by_reference(Search *search, Match **found, GError **error)
{
    for (guint r = 0; r < search->references->len && *found == NULL; r++) {
        Cents back;
        const char *reference = g_ptr_array_index(search->references, r);
        g_autoptr(GPtrArray) items = candidates_by_reference(search->store, reference, error);
        if (items == NULL)
            return false;
        if (items->len != 1)
            continue;
        const Candidate *item = g_ptr_array_index(items, 0);
        if (!paid_back(search, item, &back, error))
            return false;
        if (back == 0)
            continue;
        g_autofree char *pretty = reference_pretty(reference);
        *found =
            match_new(MATCH_REFERENCE, true, 80, item->customer_id,
                      g_strdup_printf(_("Reference %s: what was paid on invoice %s came back."), pretty, item->number));
        match_part(*found, item->id, -back);
    }
    return true;
}

/* Its text names one invoice of which that much was paid. */
static bool return_by_number(Search *search, Match **found, GError **error)
{
    const Candidate *paid = NULL;
    Cents taken = 0;
    g_autoptr(GPtrArray) owner = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) items = numbers_mentioned(search, owner, error);
    if (items == NULL)
        return false;
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        Cents back;
        if (!paid_back(search, item, &back, error))
            return false;
        if (back == 0)
            continue;
        if (paid != NULL)
            return true;
        paid = item;
        taken = back;
    }
    if (paid == NULL)
        return true;
    *found = match_new(MATCH_INVOICE_NUMBER, true, 75, paid->customer_id,
                       g_strdup_printf(_("What was paid on invoice %s came back."), paid->number));
    match_part(*found, paid->id, -taken);
    return true;
}

/* A transfer of ours that pays back what stood on account. */
static bool refund_find(Search *search, Match **found, GError **error)
{
    if (*search->line->account == '\0')
        return true;
    g_autoptr(Query) query = store_query(
        search->store,
        "SELECT p.id, p.day, m.customer_id FROM payment p JOIN payment_match m ON m.payment_id = p.id"
        " WHERE p.account = :account AND p.amount > 0 AND p.amount - m.allocated = :amount AND p.currency = :currency"
        " AND m.customer_id IS NOT NULL AND p.day BETWEEN :since AND :day"
        " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) ORDER BY p.day DESC, p.id DESC",
        BINDS(TEXT("account", search->line->account), INTEGER("amount", -search->line->amount),
              TEXT("currency", search->line->currency), DAY("since", day_plus(search->line->day, -RETURN_DAYS)),
              DAY("day", search->line->day)),
        error);
    if (query != NULL && query_next(query)) {
        g_autofree char *day = day_numeric(query_day(query, "day"));
        *found = match_new(MATCH_IBAN, true, 80, query_integer(query, "customer_id"),
                           g_strdup_printf(_("Pays back what stood on account of the receipt of %s."), day));
        (*found)->original_id = query_integer(query, "id");
    }
    return query != NULL && query_finish(query, error);
}

/* The same amount on evidence that says so; another amount only by a reference of that very receipt. */
static bool return_original(Search *search, Match **found, GError **error)
{
    Original exact = {0}, dearer = {0};
    int needed = is_return(search->line) ? EVIDENCE_ACCOUNT : EVIDENCE_REFERENCE;
    if (!original_find(search, 0, &exact, error))
        return false;
    if (exact.evidence >= needed)
        return match_original(search, &exact, found, error);
    if (!is_return(search->line))
        return true;
    if (!original_find(search, FEE_MOST, &dearer, error))
        return false;
    return dearer.evidence < EVIDENCE_REFERENCE || match_original(search, &dearer, found, error);
}

bool step_return(Search *search, Match **found, GError **error)
{
    if (!return_original(search, found, error) || *found != NULL)
        return *found != NULL;
    if (!is_return(search->line))
        return refund_find(search, found, error);
    if (!return_by_reference(search, found, error) || *found != NULL)
        return *found != NULL;
    if (!return_by_number(search, found, error) || *found != NULL)
        return *found != NULL;
    search_hint(search, _("A return, but the receipt it takes back was not found: look for it by hand."));
    return true;
}

/* Our own transfer that did not arrive comes back as a credit: it pays no invoice. */
bool step_returned(Search *search, Match **found, GError **error)
{
    gint64 sent = 0;
    if (!is_return(search->line))
        return true;
    if (!store_value(
            search->store,
            "SELECT p.id FROM payment p JOIN payment_match m ON m.payment_id = p.id"
            " WHERE p.amount = :amount AND p.currency = :currency AND p.day BETWEEN :since AND :day"
            " AND m.state = 'outgoing' AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id)"
            " ORDER BY CASE WHEN p.account = :account THEN 0 ELSE 1 END, p.day DESC, p.id DESC LIMIT 1",
            BINDS(INTEGER("amount", -search->line->amount), TEXT("currency", search->line->currency),
                  DAY("since", day_plus(search->line->day, -RETURN_DAYS)), DAY("day", search->line->day),
                  TEXT("account", search->line->account)),
            0, &sent, error))
        return false;
    if (sent == 0)
        return true;
    *found = match_new(MATCH_NONE, false, 0, 0, g_strdup(_("A payment of ours that came back.")));
    (*found)->original_id = sent;
    return true;
}
