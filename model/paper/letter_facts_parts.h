/* Between the files that gather what a letter may say. */
#pragma once
#include "paper/letter_facts.h"
#include "rules/charges.h"

typedef struct {
    gint64 id;
    Day due; /* or the later day of a direct debit */
    Cents open;
    bool disputed; /* some of it: nothing may be added to it */
} FactItem;

typedef struct {
    Desk *desk;
    const OutboxOrder *order;
    const LetterTemplate *template;
    LetterValues *values; /* being filled */
    DebtorKind kind;
    GArray *items; /* FactItem, beside values->items */
} Facts;

/* Interest and costs of the invoices, deadlines, what is announced (letter_law.c). */
bool facts_of_law(Facts *facts, GError **error);
