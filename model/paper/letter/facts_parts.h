/* Between the files that gather what a letter may say. */
#pragma once
#include "desk/claim.h"
#include "paper/letter/facts.h"

typedef struct {
    Desk *desk;
    const OutboxOrder *order;
    const LetterTemplate *template;
    LetterValues *values; /* being filled */
    const Claim *claim;   /* of the invoices of the order, as of today */
    const char *currency; /* of the letter */
    GPtrArray *invoices;  /* const ClaimInvoice *: those the letter lists, beside the first of values->items */
    Day paid_on;          /* when his newest money came; DAY_NONE: none yet */
} Facts;

/* What the letter says is open of it: the disputed part is never asked, nor what else stands against it. */
Cents facts_open(const Facts *facts, const ClaimInvoice *invoice);
/* Where to pay and with which words; reference "": of the customer. */
void facts_payment(Facts *facts, const char *reference, const char *numbers);
/* The invoices, parts, charges and terms of a plan are those agreed, and no others (letter_plan.c). */
bool facts_of_plan(Facts *facts, GError **error);
/* Who writes and who signs (letter_sender.c). */
bool facts_of_house(Facts *facts, GError **error);
/* A setting as the letter's language has it: "nl: 2 % korting | fr: 2 % de remise", or one text for all. */
void facts_of_house_text(Facts *facts, const char *name, const char *section, const char *key);
/* He may be asked, and what it announces the desk may do: INPUT with the reason of the desk where not (letter_law.c).
 */
bool facts_may_leave(const Facts *facts, GError **error);
/* Interest and costs of the invoices, deadlines, what is announced (letter_law.c). */
void facts_of_law(Facts *facts);
