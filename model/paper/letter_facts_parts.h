/* Between the files that gather what a letter may say. */
#pragma once
#include "desk/claim.h"
#include "paper/letter_facts.h"

typedef struct {
    Desk *desk;
    const OutboxOrder *order;
    const LetterTemplate *template;
    LetterValues *values; /* being filled */
    const Claim *claim;   /* of the invoices of the order, as of today */
    GPtrArray *invoices;  /* const ClaimInvoice *: those the letter lists, beside the first of values->items */
} Facts;

/* What the letter says is open of it: the disputed part is never asked, nor what else stands against it. */
Cents facts_open(const Facts *facts, const ClaimInvoice *invoice);
/* Interest and costs of the invoices, deadlines, what is announced (letter_law.c). */
void facts_of_law(Facts *facts);
