/* What the books say of customers: invoices, money, disputes, plans, credit.  Nothing of it is judged here.
 *
 * One customer is a run of one: whoever asks for one and whoever asks for all of a book go the same way. */
#include "desk/claim/parts.h"

#include "base/i18n.h"
#include "ledger/account.h"
#include "store/walk.h"
#include <string.h>

/* --- What is read ------------------------------------------------------------------------------------------- */

/* In the order in which they are asked for: a million rows find each at once. */
#define ITEM_COLUMNS                                                                                                   \
    "SELECT i.customer_id AS owner, i.kind, i.open, i.issued, i.closed_day, i.id, i.number, i.reference,"              \
    " i.description, i.due," ITEM_ASKED_FROM " AS asked_from, i.amount, i.currency," ITEM_IS_BANKED " AS banked"       \
    " FROM item i WHERE"
/* The plus: the customers lead, whatever index there is on the rest. */
#define PAYMENT_COLUMNS                                                                                                \
    "SELECT i.customer_id AS owner, a.item_id, a.payment_id, a.day,"                                                   \
    " a.amount + coalesce((SELECT r.amount FROM allocation r WHERE r.reverses = a.id), 0) AS amount"                   \
    " FROM item i JOIN allocation a ON a.item_id = i.id WHERE +a.reverses IS NULL AND"
#define IS_OPEN " i.state = 'open' AND i.customer_id BETWEEN :first AND :last"
/* Closed since the day of the claim, or after a letter left: charges may have stayed. */
#define IS_CLOSED                                                                                                      \
    " i.state <> 'open' AND i.kind = 'invoice' AND i.customer_id BETWEEN :first AND :last"                             \
    " AND (i.closed_day > :day OR i.customer_id IN (SELECT o.customer_id FROM outbox o"                                \
    "   WHERE o.sent_utc IS NOT NULL AND o.customer_id BETWEEN :first AND :last))"

typedef enum {
    CUSTOMERS,
    NOTICES,
    OPEN_ITEMS,
    CLOSED_ITEMS,
    OPEN_PAYMENTS,
    CLOSED_PAYMENTS,
    DISPUTES,
    PLANS,
    SOURCES,
    RESTS = SOURCES, /* of receipts: the ledger's own */
    WALKS
} Source;

/* Each rises by customer; letters and payments in the order in which they count, notes as they fall due. */
static const struct {
    const char *sql;
    bool by_day; /* names :day, that of the claim */
} STATEMENTS[SOURCES] = {
    [CUSTOMERS] = {"SELECT id AS owner, number, name, language, street, postcode, city, vat, not_callable, kind,"
                   " country, currency FROM customer WHERE id BETWEEN :first AND :last ORDER BY id",
                   false},
    [NOTICES] =
        {"SELECT customer_id AS owner, id, document, channel, language, items, sent_utc FROM outbox"
         " WHERE customer_id BETWEEN :first AND :last AND sent_utc IS NOT NULL ORDER BY customer_id, sent_utc, id",
         false},
    [OPEN_ITEMS] = {ITEM_COLUMNS IS_OPEN " ORDER BY i.customer_id, i.due", false},
    [CLOSED_ITEMS] = {ITEM_COLUMNS IS_CLOSED " ORDER BY i.customer_id", true},
    [OPEN_PAYMENTS] = {PAYMENT_COLUMNS IS_OPEN " ORDER BY i.customer_id, a.day, a.id", false},
    [CLOSED_PAYMENTS] = {PAYMENT_COLUMNS IS_CLOSED " ORDER BY i.customer_id, a.day, a.id", true},
    [DISPUTES] = {"SELECT d.customer_id AS owner, d.item_id, d.amount FROM dispute d"
                  " WHERE d.customer_id BETWEEN :first AND :last AND " DISPUTE_IS_LIVE("d") " ORDER BY d.customer_id",
                  false},
    [PLANS] = {"SELECT customer_id AS owner FROM promise WHERE customer_id BETWEEN :first AND :last"
               " AND plan_id IS NOT NULL ORDER BY customer_id",
               false},
};

/* Money of his that is set against nothing. */
typedef struct {
    char currency[4];
    Cents amount, receipts; /* on the lists; of the bank: below zero nothing */
} Loose;

typedef struct {
    Desk *desk;
    const ClaimQuestion *question; /* of one customer; NULL: of all */
    Walk walks[WALKS];
    GArray *loose; /* Loose, of the customer who is being read */
} Books;

static bool books_open(Books *books, Day day, const WalkRun *run, GError **error)
{
    const Bind by_day = DAY("day", day);
    Store *store = books->desk->store;
    for (int i = 0; i < SOURCES; i++)
        if (!walk_open(&books->walks[i], store, STATEMENTS[i].sql, run, STATEMENTS[i].by_day ? &by_day : NULL, error))
            return false;
    return receipt_rests_walk(&books->walks[RESTS], store, run, error);
}

/* False when one of them broke off. */
static bool books_close(Books *books, GError **error)
{
    bool good = true;
    for (int i = 0; i < WALKS; i++)
        good = walk_close(&books->walks[i], good ? error : NULL) && good;
    return good;
}

typedef void (*RowTake)(Claim *claim, Query *query);

static void rows_take(Books *books, Source source, Claim *claim, RowTake take)
{
    Walk *walk = &books->walks[source];
    while (walk_next(walk, claim->customer_id))
        take(claim, walk->query);
}

/* --- What is put off ---------------------------------------------------------------------------------------- */

static bool is_asked_about(const ClaimQuestion *question, gint64 id)
{
    g_autofree char *among = g_strdup_printf(" %s ", question->items != NULL ? question->items : "");
    g_autofree char *wanted = g_strdup_printf(" %" G_GINT64_FORMAT " ", id);
    return strcmp(among, "  ") == 0 || strstr(among, wanted) != NULL;
}

static bool part_is_replaced(Desk *desk, const ClaimQuestion *question, const Promise *part, bool *replaced,
                             GError **error)
{
    *replaced = false;
    if (question == NULL || !question->replans)
        return true;
    g_autoptr(Query) query = store_query(desk->store, "SELECT item_id FROM promise_item WHERE promise_id = :promise",
                                         BINDS(INTEGER("promise", part->id)), error);
    while (query != NULL && query_next(query))
        *replaced |= is_asked_about(question, query_integer(query, "item_id"));
    return query != NULL && query_finish(query, error);
}

/* A plan that is kept puts off what it still expects, from the invoices in its order. */
static bool plan_part_spread(Desk *desk, const ClaimQuestion *question, Claim *claim, const Promise *part,
                             GError **error)
{
    Cents came = part->received;
    bool replaced = false;
    if (!part_is_replaced(desk, question, part, &replaced, error))
        return false;
    if (replaced)
        return true;
    g_autoptr(Query) query = store_query(
        desk->store, "SELECT item_id, amount FROM promise_item WHERE promise_id = :promise ORDER BY position",
        BINDS(INTEGER("promise", part->id)), error);
    while (query != NULL && query_next(query)) {
        Cents amount = query_integer(query, "amount"), done = MIN(came, amount);
        ClaimInvoice *invoice = claim_invoice_of(claim, query_integer(query, "item_id"));
        came -= done;
        if (invoice != NULL)
            invoice->planned = MIN(invoice->planned + amount - done, MAX(invoice->open - invoice->disputed, 0));
    }
    return query != NULL && query_finish(query, error);
}

static bool plans_gather(Desk *desk, const ClaimQuestion *question, Claim *claim, GError **error)
{
    g_autoptr(GPtrArray) promises = promises_of(
        desk->store, claim->customer_id, claim->day, settings_number(desk->settings, "promise", "tolerance_cents"),
        (int)settings_number(desk->settings, "promise", "tolerance_permille"), error);
    if (promises == NULL)
        return false;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->plan_id != 0 && promise_state_is_live(promise->state) &&
            !plan_part_spread(desk, question, claim, promise, error))
            return false;
    }
    return true;
}

/* --- Credit ------------------------------------------------------------------------------------------------- */

/* Off what fell due first; what is left over waits. */
static void credit_spread(Claim *claim, const char *currency, Cents credit, gsize field)
{
    for (guint i = 0; i < claim->invoices->len && credit > 0; i++) {
        ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        Cents part = strcmp(invoice->currency, currency) == 0 ? MIN(credit, MAX(claim_asked(invoice), 0)) : 0;
        *(Cents *)(void *)((char *)invoice + field) += part;
        credit -= part;
    }
}

static Cents notes_open(const Claim *claim, const char *currency)
{
    Cents open = 0;
    for (guint i = 0; i < claim->notes->len; i++) {
        const ClaimNote *note = g_ptr_array_index(claim->notes, i);
        open -= strcmp(note->currency, currency) == 0 ? note->open : 0;
    }
    return open;
}

static void credit_take(Claim *claim, const GArray *loose)
{
    for (guint i = 0; i < loose->len; i++) {
        const Loose *one = &g_array_index(loose, Loose, i);
        Cents amount = one->amount + MAX(one->receipts, 0), notes = MIN(notes_open(claim, one->currency), amount);
        credit_spread(claim, one->currency, amount - notes, G_STRUCT_OFFSET(ClaimInvoice, on_account));
        credit_spread(claim, one->currency, notes, G_STRUCT_OFFSET(ClaimInvoice, by_notes));
    }
}

/* --- What was asked for -------------------------------------------------------------------------------------- */

/* What credit and plans take is shared by all invoices; only then are those left out that were not asked for. */
static void question_keep(Claim *claim, const ClaimQuestion *question)
{
    bool all = question->items == NULL || *question->items == '\0';
    if (all && question->currency == NULL)
        return;
    for (guint i = claim->invoices->len; i-- > 0;) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        if (!is_asked_about(question, invoice->id) ||
            (question->currency != NULL && strcmp(question->currency, invoice->currency) != 0))
            g_ptr_array_remove_index(claim->invoices, i);
    }
    for (guint i = claim->notes->len; i-- > 0;) {
        const ClaimNote *note = g_ptr_array_index(claim->notes, i);
        bool other = question->currency != NULL && strcmp(question->currency, note->currency) != 0;
        if (other || !is_asked_about(question, note->id))
            g_ptr_array_remove_index(claim->notes, i);
    }
}

/* --- One customer --------------------------------------------------------------------------------------------- */

static Loose *loose_of(GArray *loose, const char *currency)
{
    for (guint i = 0; i < loose->len; i++)
        if (strcmp(g_array_index(loose, Loose, i).currency, currency) == 0)
            return &g_array_index(loose, Loose, i);
    Loose one = {0};
    g_strlcpy(one.currency, currency, sizeof one.currency);
    g_array_append_val(loose, one);
    return &g_array_index(loose, Loose, loose->len - 1);
}

/* What is no invoice is credit, or a payment that is on the list only. */
static void items_take(Books *books, Source source, Claim *claim)
{
    Walk *walk = &books->walks[source];
    while (walk_next(walk, claim->customer_id)) {
        bool credit = !claim_item_take(claim, walk->query);
        if (credit && query_integer(walk->query, "banked") == 0)
            loose_of(books->loose, query_text(walk->query, "currency"))->amount -= query_integer(walk->query, "open");
    }
}

static void rests_take(Books *books, const Claim *claim)
{
    Walk *walk = &books->walks[RESTS];
    while (walk_next(walk, claim->customer_id))
        loose_of(books->loose, query_text(walk->query, "currency"))->receipts += query_integer(walk->query, "rest");
}

static void invoices_settle(Claim *claim)
{
    claim_sort(claim);
    for (guint i = 0; i < claim->invoices->len; i++) {
        ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        claim_invoice_settle(claim, invoice);
        claim_notices_of(claim, invoice);
    }
}

/* Plans that run are rare: they are asked for where there are any. */
static bool books_gather(Books *books, Claim *claim, GError **error)
{
    bool planned = walk_has(&books->walks[PLANS], claim->customer_id);
    g_array_set_size(books->loose, 0);
    rows_take(books, CUSTOMERS, claim, claim_customer_take);
    while (walk_next(&books->walks[NOTICES], claim->customer_id))
        claim_notice_take(books->desk, claim, books->walks[NOTICES].query);
    items_take(books, OPEN_ITEMS, claim);
    items_take(books, CLOSED_ITEMS, claim);
    rests_take(books, claim);
    if (claim->invoices->len == 0 && claim->notes->len == 0)
        return true;
    rows_take(books, DISPUTES, claim, claim_dispute_take);
    rows_take(books, OPEN_PAYMENTS, claim, claim_payment_take);
    rows_take(books, CLOSED_PAYMENTS, claim, claim_payment_take);
    invoices_settle(claim);
    if (planned && !plans_gather(books->desk, books->question, claim, error))
        return false;
    credit_take(claim, books->loose);
    return true;
}

bool claim_gather(Desk *desk, const ClaimQuestion *question, Claim *claim, GError **error)
{
    const WalkRun one = {.first = question->customer_id, .last = question->customer_id};
    g_autoptr(GArray) loose = g_array_new(FALSE, FALSE, sizeof(Loose));
    Books books = {.desk = desk, .question = question, .loose = loose};
    claim_restart(claim, question->customer_id);
    claim->bank_day = bank_day(desk->store);
    bool good = books_open(&books, claim->day, &one, error) && books_gather(&books, claim, error);
    good = books_close(&books, good ? error : NULL) && good;
    if (good && claim->number == NULL)
        good = fail(error, BELRONDE_ERROR_MISSING, _("This customer is not in the database."));
    if (good)
        question_keep(claim, question);
    return good;
}

/* --- All of them ---------------------------------------------------------------------------------------------- */

static GArray *customers_of(Desk *desk, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query = store_query(desk->store, "SELECT id FROM customer ORDER BY id", NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(ids, id);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&ids) : NULL;
}

static bool run_gather(Books *books, Claim *claim, const GArray *ids, const WalkRun *run, const ClaimEach *each,
                       GError **error)
{
    bool good = books_open(books, claim->day, run, error);
    for (guint i = run->from; good && i < run->until; i++) {
        claim_restart(claim, g_array_index(ids, gint64, i));
        good = books_gather(books, claim, error);
        if (good && (claim->invoices->len > 0 || claim->notes->len > 0))
            good = each->take(claim, each->data, error);
    }
    return books_close(books, good ? error : NULL) && good;
}

bool claims_gather(Desk *desk, const ClaimEach *each, GError **error)
{
    g_autoptr(GArray) loose = g_array_new(FALSE, FALSE, sizeof(Loose)), ids = customers_of(desk, error);
    g_autoptr(Claim) claim = claim_new(each->day);
    Books books = {.desk = desk, .loose = loose};
    WalkRun run = {0};
    bool good = ids != NULL;
    claim->bank_day = bank_day(desk->store);
    while (good && walk_run_next(&run, ids))
        good = run_gather(&books, claim, ids, &run, each, error);
    return good;
}
