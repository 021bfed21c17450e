/* The statement of claim, put out: on paper, as text, for a spreadsheet, for a program.  Each is made of a loaded
 * claim (desk/claim.h) and says what it says.
 *
 * Paper and text speak English, Dutch or French: where the customer's language is none of them, English. */
#pragma once
#include "desk/claim.h"

typedef struct {
    const char *language; /* NULL: the customer's */
    bool inside;          /* also what may not be asked yet, from which day and why: nothing for the customer */
} ClaimStyle;

/* A4, for a window envelope, with the rates' sources and how to pay.  NULL with error where the logo cannot be read. */
GBytes *claim_pdf(const Desk *desk, const Claim *claim, const ClaimStyle *style, GError **error);
/* Lines of at most `columns`; caller frees, as below. */
char *claim_text(const Desk *desk, const Claim *claim, const ClaimStyle *style, int columns);
/* A row for each invoice, interest period, sum, cost, payment, letter, promise and total; `row` says which.  Amounts
 * with a dot, days ISO, cells safe to open in a spreadsheet. */
char *claim_csv(const Desk *desk, const Claim *claim);
/* Everything the claim holds. */
char *claim_json(const Desk *desk, const Claim *claim);
