/* Ledgers that match debit and credit lines but export no open amount (Odoo's journal items): a first pass
 * over the file adds up each match, so that the second one can say what is left of each line. */
#pragma once
#include "base/day.h"
#include "base/money.h"

typedef struct CsvMatching CsvMatching;

CsvMatching *csv_matching_new(void);
void csv_matching_free(CsvMatching *matching);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvMatching, csv_matching_free)

/* "P12": partly matched; "12", "A7": closed; "": not matched. */
bool csv_match_is_partial(const char *match);
/* First pass: a line of the match, signed in minor units of the books. */
void csv_matching_add(CsvMatching *matching, const char *match, Cents amount, Day day);
/* Second pass, in the order of the file: what is open of this line.  The credits of a partial match lower
 * its invoices in that order.  *closed is the day of the last payment when nothing is open, if known. */
Cents csv_matching_open(CsvMatching *matching, const char *match, Cents amount, Day *closed);
