/* Between the files of the claim. */
#pragma once
#include "desk/claim.h"

Claim *claim_new(Day day);
/* Empties it for the next customer, whose invoices take the place of the last one's. */
void claim_restart(Claim *claim, gint64 customer_id);
ClaimInvoice *claim_invoice_add(Claim *claim);                             /* empty; the claim's */
const char *claim_text_of(Claim *claim, Query *query, const char *column); /* a copy that is the claim's */
void claim_sort(Claim *claim);                                             /* by currency, then oldest late first */

/* claim_books.c: what the books say of the customer, nothing of it judged.  Fills all but charges and totals. */
bool claim_gather(Desk *desk, const ClaimQuestion *question, Claim *claim, GError **error);
typedef struct {
    Day day;
    bool (*take)(Claim *claim, void *data, GError **error); /* borrowed */
    void *data;
} ClaimEach;
/* The same of every customer of whom something is open, rising by id. */
bool claims_gather(Desk *desk, const ClaimEach *each, GError **error);

/* claim_rows.c: one row of the books. */
void claim_customer_take(Claim *claim, Query *query);
bool claim_item_take(Claim *claim, Query *query); /* false: credit, or a payment that is on the list */
void claim_dispute_take(Claim *claim, Query *query);
void claim_payment_take(Claim *claim, Query *query);
ClaimInvoice *claim_invoice_of(const Claim *claim, gint64 item_id); /* NULL: not among them */
void claim_invoice_settle(const Claim *claim, ClaimInvoice *invoice);

/* claim_notices.c: the letters that left, up to the day. */
void claim_notice_take(Desk *desk, Claim *claim, Query *query);
void claim_notices_of(const Claim *claim, ClaimInvoice *invoice);

bool claim_promises(Desk *desk, Claim *claim, GError **error); /* fills them: claim_promises.c */
