/* Between the files of the statement of claim. */
#pragma once
#include "paper/claim_document.h"
#include "paper/letter_table.h"

typedef struct {
    const Desk *desk;
    const Claim *claim;
    const char *language;    /* of the document, and of the catalogue while it is written */
    const ClaimTotal *total; /* whose currency is written */
    Letter *letter;          /* being made */
} Statement;

/* claim_tables.c: heading and table of one currency, nothing where there is nothing to show. */
void claim_invoices_add(const Statement *statement);
void claim_asked_add(const Statement *statement); /* what payments, notes, disputes and plans leave of them */
void claim_interest_add(const Statement *statement);
void claim_costs_add(const Statement *statement);
void claim_payments_add(const Statement *statement);
void claim_rates_add(const Statement *statement);
void claim_letters_add(const Statement *statement);
void claim_promises_add(const Statement *statement); /* of all currencies */
void claim_summary_add(const Statement *statement);

/* Whether an invoice is a late one of the currency. */
bool claim_counts(const ClaimInvoice *invoice, const char *currency);
