/* Ledgers that match debit and credit lines but export no open amount (Odoo's journal items): a first pass
 * over the file adds up each match, so that the second one can say what is left of each line. */
#pragma once
#include "base/day.h"
#include "base/money.h"

typedef struct CsvMatching CsvMatching;

/* A line that is matched, signed: debit is positive. */
typedef struct {
    Cents own;        /* in the money of the line */
    char currency[4]; /* of `own` */
    Cents books;      /* in the money of the books */
    Day day;          /* of the line */
} CsvMatched;

CsvMatching *csv_matching_new(void);
void csv_matching_free(CsvMatching *matching);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvMatching, csv_matching_free)

/* "P12": partly matched; "12", "A7": closed; "": not matched. */
bool csv_match_is_partial(const char *match);
/* First pass. */
void csv_matching_add(CsvMatching *matching, const char *match, const CsvMatched *line);
/* Second pass, in the order of the file: what is open of this line.  The credits of a partial match lower its
 * invoices in that order.  *in_books: the match holds several currencies, so the rest is in the books' money.
 * *closed is the day of the last payment when nothing is open, if known. */
Cents csv_matching_open(CsvMatching *matching, const char *match, const CsvMatched *line, bool *in_books, Day *closed);
