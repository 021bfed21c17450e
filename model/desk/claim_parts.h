/* Between the files of the claim. */
#pragma once
#include "desk/claim.h"

Claim *claim_new(Day day);
ClaimInvoice *claim_invoice_new(void);
void claim_sort(Claim *claim); /* by currency, then oldest late first */

/* claim_books.c: what the books say of the customer, nothing of it judged.  Fills all but charges and totals. */
bool claim_gather(Desk *desk, const ClaimQuestion *question, Claim *claim, GError **error);
/* claim_notices.c: the letters that left, up to the day. */
bool claim_notices(Desk *desk, Claim *claim, GError **error);
void claim_notices_of(const Claim *claim, ClaimInvoice *invoice);
