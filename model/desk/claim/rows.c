/* One row of the books each, into the claim it belongs to; nothing of it is judged here. */
#include "desk/claim/parts.h"

#include <string.h>

/* --- Who ------------------------------------------------------------------------------------------------- */

void claim_customer_take(Claim *claim, Query *query)
{
    claim->number = claim_text_of(claim, query, "number");
    claim->name = claim_text_of(claim, query, "name");
    claim->language = claim_text_of(claim, query, "language");
    claim->street = claim_text_of(claim, query, "street");
    claim->postcode = claim_text_of(claim, query, "postcode");
    claim->city = claim_text_of(claim, query, "city");
    claim->vat = claim_text_of(claim, query, "vat");
    claim->mediation = strcmp(query_text(query, "not_callable"), "mediation") == 0;
    (void)debtor_kind_find(query_text(query, "kind"), &claim->kind);
    g_strlcpy(claim->country, query_text(query, "country"), sizeof claim->country);
    g_strlcpy(claim->currency, query_text(query, "currency"), sizeof claim->currency);
}

/* --- Invoices -------------------------------------------------------------------------------------------- */

static void note_take(Claim *claim, Query *query, Cents open, Day issued)
{
    ClaimNote *note = g_new0(ClaimNote, 1);
    note->id = query_integer(query, "id");
    note->number = claim_text_of(claim, query, "number");
    note->issued = issued;
    note->open = open;
    g_strlcpy(note->currency, query_text(query, "currency"), sizeof note->currency);
    g_ptr_array_add(claim->notes, note);
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

/* Not there yet on the day of the claim, or paid before anything could be added to it. */
static bool is_past(const Claim *claim, Day issued, Day closed)
{
    return (day_known(issued) && day_compare(issued, claim->day) > 0) ||
           (day_known(closed) && day_compare(closed, closed_since(claim)) < 0);
}

static void invoice_take(Claim *claim, Query *query, Cents open, Day issued)
{
    ClaimInvoice *invoice = claim_invoice_add(claim);
    invoice->open = open;
    invoice->issued = issued;
    invoice->id = query_integer(query, "id");
    invoice->number = claim_text_of(claim, query, "number");
    invoice->reference = claim_text_of(claim, query, "reference");
    invoice->description = claim_text_of(claim, query, "description");
    invoice->due = query_day(query, "due");
    invoice->late_from = day_plus(query_day(query, "asked_from"), 1);
    invoice->late = day_compare(invoice->late_from, claim->day) <= 0;
    invoice->amount = query_integer(query, "amount");
    g_strlcpy(invoice->currency, query_text(query, "currency"), sizeof invoice->currency);
}

bool claim_item_take(Claim *claim, Query *query)
{
    const char *kind = query_text(query, "kind");
    bool invoice = strcmp(kind, "invoice") == 0, note = !invoice && strcmp(kind, "credit_note") == 0;
    Cents open = query_integer(query, "open");
    Day issued = query_day(query, "issued"), closed = query_day(query, "closed_day");
    bool counts = !is_past(claim, issued, closed);
    if (counts && note && open < 0)
        note_take(claim, query, open, issued);
    else if (counts && invoice && open >= 0)
        invoice_take(claim, query, open, issued);
    return open == 0 || (invoice && open > 0);
}

ClaimInvoice *claim_invoice_of(const Claim *claim, gint64 item_id)
{
    for (guint i = 0; i < claim->invoices->len; i++) {
        ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        if (invoice->id == item_id)
            return invoice;
    }
    return NULL;
}

/* No more of it than is open. */
void claim_dispute_take(Claim *claim, Query *query)
{
    ClaimInvoice *invoice = claim_invoice_of(claim, query_integer(query, "item_id"));
    if (invoice != NULL)
        invoice->disputed = MIN(invoice->disputed + query_integer(query, "amount"), invoice->open);
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

void claim_payment_take(Claim *claim, Query *query)
{
    ClaimInvoice *invoice = claim_invoice_of(claim, query_integer(query, "item_id"));
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

/* What is not known on the day of the claim is open on it; the rest that is missing was never owed. */
void claim_invoice_settle(const Claim *claim, ClaimInvoice *invoice)
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
