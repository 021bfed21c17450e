/* The tables of a letter as cells: which columns it needs, what stands in them.  Paper and text draw the same. */
#pragma once
#include "paper/letter_values.h"
#include "paper/letter_words.h"

enum { LETTER_COLUMNS = 9 };

typedef struct {
    const char *head; /* static */
    bool right;       /* amounts and numbers of days */
} LetterColumn;

struct LetterTable {
    guint columns;
    LetterColumn column[LETTER_COLUMNS];
    GPtrArray *rows; /* char **: `columns` cells and NULL */
    bool total;      /* the last row is the sum of the others */
};

/* LETTER_ITEMS: a column stands only where it says something: no interest where none is asked, no amount where all of
 * it is open, no sum below one invoice.  LETTER_PARTS; LETTER_PAY: label and value, no heads.  NULL where there is
 * nothing to show. */
LetterTable *letter_table(const Letter *letter, LetterBlockKind kind);
/* The table of any block, a copy where it is one of its own. */
LetterTable *letter_block_table(const Letter *letter, const LetterBlock *block);

/* A table of one's own: columns first, then rows, whose cells are "" until they are set. */
LetterTable *letter_table_new(void);
void letter_table_column(LetterTable *table, const char *head, bool right); /* head static */
void letter_table_row(LetterTable *table);
void letter_table_cell(LetterTable *table, guint column, char *text); /* of the last row; takes the text */
/* Seven cells: invoice, from, up to and with, days, on what, so much a year, interest; a star behind the rate that
 * nobody confirmed. */
void letter_period_row(LetterTable *table, const char *language, const LetterPeriod *period, const char *currency);
/* The same with its heads. */
LetterTable *letter_periods_table(const char *language, const GArray *periods, const char *currency);
/* Takes the table; one without rows is not shown. */
void letter_grid_add(Letter *letter, LetterTable *table);

void letter_table_free(LetterTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterTable, letter_table_free)
