/* What the books say of a customer: invoices, money, disputes, plans, credit.  Nothing of it is judged here. */
#include "desk/claim_parts.h"

#include "base/i18n.h"
#include "ledger/account.h"
#include <string.h>

/* --- Who ------------------------------------------------------------------------------------------------- */

static void customer_take(Claim *claim, Query *query)
{
    claim->number = query_dup(query, "number");
    claim->name = query_dup(query, "name");
    claim->language = query_dup(query, "language");
    claim->street = query_dup(query, "street");
    claim->postcode = query_dup(query, "postcode");
    claim->city = query_dup(query, "city");
    claim->vat = query_dup(query, "vat");
    claim->mediation = strcmp(query_text(query, "not_callable"), "mediation") == 0;
    (void)debtor_kind_find(query_text(query, "kind"), &claim->kind);
    g_strlcpy(claim->country, query_text(query, "country"), sizeof claim->country);
    g_strlcpy(claim->currency, query_text(query, "currency"), sizeof claim->currency);
}

static bool customer_gather(Desk *desk, Claim *claim, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT number, name, kind, language, country, currency, street, postcode, "
                                         "city, vat, not_callable FROM customer"
                                         " WHERE id = :id",
                                         BINDS(INTEGER("id", claim->customer_id)), error);
    if (query != NULL && query_next(query))
        customer_take(claim, query);
    if (query == NULL || !query_finish(query, error))
        return false;
    return claim->number != NULL || fail(error, BELRONDE_ERROR_MISSING, _("This customer is not in the database."));
}

/* --- Invoices -------------------------------------------------------------------------------------------- */

static void note_take(Claim *claim, Query *query)
{
    ClaimNote *note = g_new0(ClaimNote, 1);
    note->id = query_integer(query, "id");
    note->number = query_dup(query, "number");
    note->issued = query_day(query, "issued");
    note->open = query_integer(query, "open");
    g_strlcpy(note->currency, query_text(query, "currency"), sizeof note->currency);
    g_ptr_array_add(claim->notes, note);
}

static void invoice_take(Claim *claim, Query *query)
{
    ClaimInvoice *invoice = claim_invoice_new();
    Day asked_from = query_day(query, "asked_from");
    invoice->id = query_integer(query, "id");
    invoice->number = query_dup(query, "number");
    invoice->reference = query_dup(query, "reference");
    invoice->description = query_dup(query, "description");
    invoice->issued = query_day(query, "issued");
    invoice->due = query_day(query, "due");
    invoice->late_from = day_plus(asked_from, 1);
    invoice->late = day_compare(invoice->late_from, claim->day) <= 0;
    invoice->amount = query_integer(query, "amount");
    invoice->open = query_integer(query, "open");
    invoice->disputed = MIN(query_integer(query, "disputed"), invoice->open);
    g_strlcpy(invoice->currency, query_text(query, "currency"), sizeof invoice->currency);
    g_ptr_array_add(claim->invoices, invoice);
}

/* Closed ones from the first letter that counts on: charges may have stayed. */
static Day closed_since(const Claim *claim)
{
    Day since = day_plus(claim->day, 1);
    if (claim->notices->len > 0) {
        const ClaimNotice *first = g_ptr_array_index(claim->notices, 0);
        since = first->notice.sent;
    }
    return since;
}

static bool invoices_gather(Desk *desk, Claim *claim, GError **error)
{
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT i.id, i.kind, i.number, i.issued, i.due, i.currency, i.amount, i.open, i.reference, "
        "i.description," ITEM_ASKED_FROM " AS asked_from," ITEM_DISPUTED " AS disputed FROM item i"
        " WHERE i.customer_id = :customer AND (i.state = 'open' OR (i.closed_day >= :since AND i.kind = 'invoice'))"
        " AND (i.issued IS NULL OR i.issued <= :day) ORDER BY i.due, i.id",
        BINDS(INTEGER("customer", claim->customer_id), DAY("since", closed_since(claim)), DAY("day", claim->day)),
        error);
    while (query != NULL && query_next(query)) {
        Cents open = query_integer(query, "open");
        if (strcmp(query_text(query, "kind"), "credit_note") == 0 && open < 0)
            note_take(claim, query);
        else if (strcmp(query_text(query, "kind"), "invoice") == 0 && open >= 0)
            invoice_take(claim, query);
    }
    return query != NULL && query_finish(query, error);
}

static ClaimInvoice *invoice_of(const Claim *claim, gint64 item_id)
{
    for (guint i = 0; i < claim->invoices->len; i++) {
        ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        if (invoice->id == item_id)
            return invoice;
    }
    return NULL;
}

/* --- Payments --------------------------------------------------------------------------------------------- */

/* Money that goes back was never there: the newest goes first. */
static void payment_take_back(ClaimInvoice *invoice, Cents amount)
{
    while (amount > 0 && invoice->payments->len > 0) {
        ClaimPaid *last = &g_array_index(invoice->payments, ClaimPaid, invoice->payments->len - 1);
        Cents part = MIN(amount, last->amount);
        last->amount -= part;
        amount -= part;
        if (last->amount == 0)
            g_array_set_size(invoice->payments, invoice->payments->len - 1);
    }
}

static void payment_take(Claim *claim, Query *query)
{
    ClaimInvoice *invoice = invoice_of(claim, query_integer(query, "item_id"));
    ClaimPaid paid = {.payment_id = query_integer(query, "payment_id"),
                      .day = query_day(query, "day"),
                      .amount = query_integer(query, "amount")};
    if (invoice == NULL || paid.amount == 0)
        return;
    if (paid.amount < 0)
        payment_take_back(invoice, -paid.amount);
    else
        g_array_append_val(invoice->payments, paid);
}

static bool payments_gather(Desk *desk, Claim *claim, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT a.item_id, a.payment_id, a.day,"
                    " a.amount + coalesce((SELECT r.amount FROM allocation r WHERE r.reverses = a.id), 0) AS amount"
                    " FROM allocation a JOIN item i ON i.id = a.item_id"
                    " WHERE i.customer_id = :customer AND a.reverses IS NULL ORDER BY a.day, a.id",
                    BINDS(INTEGER("customer", claim->customer_id)), error);
    while (query != NULL && query_next(query))
        payment_take(claim, query);
    return query != NULL && query_finish(query, error);
}

/* What is not known on the day of the claim is open on it; the rest that is missing was never owed. */
static void invoice_settle(const Claim *claim, ClaimInvoice *invoice)
{
    for (guint i = invoice->payments->len; i-- > 0;) {
        const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, i);
        if (day_compare(paid->day, claim->day) > 0) {
            invoice->open += paid->amount;
            g_array_remove_index(invoice->payments, i);
        } else
            invoice->paid += paid->amount;
    }
    invoice->credited = invoice->amount - invoice->paid - invoice->open;
}

/* --- What is put off ---------------------------------------------------------------------------------------- */

/* A plan that is kept puts off what it still expects, from the invoices in its order. */
static bool plan_part_spread(Desk *desk, Claim *claim, const Promise *part, GError **error)
{
    Cents came = part->received;
    g_autoptr(Query) query = store_query(
        desk->store, "SELECT item_id, amount FROM promise_item WHERE promise_id = :promise ORDER BY position",
        BINDS(INTEGER("promise", part->id)), error);
    while (query != NULL && query_next(query)) {
        Cents amount = query_integer(query, "amount"), done = MIN(came, amount);
        ClaimInvoice *invoice = invoice_of(claim, query_integer(query, "item_id"));
        came -= done;
        if (invoice != NULL)
            invoice->planned = MIN(invoice->planned + amount - done, MAX(invoice->open - invoice->disputed, 0));
    }
    return query != NULL && query_finish(query, error);
}

static bool plans_gather(Desk *desk, Claim *claim, GError **error)
{
    g_autoptr(GPtrArray) promises = promises_of(
        desk->store, claim->customer_id, claim->day, settings_number(desk->settings, "promise", "tolerance_cents"),
        (int)settings_number(desk->settings, "promise", "tolerance_permille"), error);
    if (promises == NULL)
        return false;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->plan_id != 0 && promise_state_is_live(promise->state) &&
            !plan_part_spread(desk, claim, promise, error))
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

static bool credit_gather(Desk *desk, Claim *claim, GError **error)
{
    g_autoptr(GArray) lines = money_lines(desk->store, claim->customer_id, claim->day, error);
    if (lines == NULL)
        return false;
    for (guint i = 0; i < lines->len; i++) {
        const MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        Cents notes = MIN(notes_open(claim, line->currency), line->unallocated);
        credit_spread(claim, line->currency, line->unallocated - notes, G_STRUCT_OFFSET(ClaimInvoice, on_account));
        credit_spread(claim, line->currency, notes, G_STRUCT_OFFSET(ClaimInvoice, by_notes));
    }
    return true;
}

/* --- All of it ------------------------------------------------------------------------------------------------ */

/* What credit and plans take is shared by all invoices; only then are those left out that were not asked for. */
static void question_keep(Claim *claim, const ClaimQuestion *question)
{
    g_autofree char *among = g_strdup_printf(" %s ", question->items != NULL ? question->items : "");
    bool all = strcmp(among, "  ") == 0;
    for (guint i = claim->invoices->len; i-- > 0;) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        g_autofree char *wanted = g_strdup_printf(" %" G_GINT64_FORMAT " ", invoice->id);
        bool named = all || strstr(among, wanted) != NULL;
        if (!named || (question->currency != NULL && strcmp(question->currency, invoice->currency) != 0))
            g_ptr_array_remove_index(claim->invoices, i);
    }
    for (guint i = claim->notes->len; i-- > 0;) {
        const ClaimNote *note = g_ptr_array_index(claim->notes, i);
        g_autofree char *wanted = g_strdup_printf(" %" G_GINT64_FORMAT " ", note->id);
        if (!all && strstr(among, wanted) == NULL)
            g_ptr_array_remove_index(claim->notes, i);
    }
}

bool claim_gather(Desk *desk, const ClaimQuestion *question, Claim *claim, GError **error)
{
    claim->customer_id = question->customer_id;
    if (!customer_gather(desk, claim, error) || !claim_notices(desk, claim, error) ||
        !invoices_gather(desk, claim, error) || !payments_gather(desk, claim, error))
        return false;
    claim_sort(claim);
    for (guint i = 0; i < claim->invoices->len; i++) {
        ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        invoice_settle(claim, invoice);
        claim_notices_of(claim, invoice);
    }
    if (!plans_gather(desk, claim, error) || !credit_gather(desk, claim, error))
        return false;
    question_keep(claim, question);
    claim->bank_day = bank_day(desk->store);
    return true;
}
