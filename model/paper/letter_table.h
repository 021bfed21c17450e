/* The tables of a letter as cells: which columns it needs, what stands in them.  Paper and text draw the same. */
#pragma once
#include "paper/letter.h"
#include "paper/letter_words.h"

enum { LETTER_COLUMNS = 9 };

typedef struct {
    const char *head; /* static */
    bool right;       /* amounts and numbers of days */
} LetterColumn;

typedef struct {
    guint columns;
    LetterColumn column[LETTER_COLUMNS];
    GPtrArray *rows; /* char **: `columns` cells and NULL */
    bool total;      /* the last row is the sum of the others */
} LetterTable;

/* LETTER_ITEMS: a column stands only where it says something: no interest where none is asked, no amount where all of
 * it is open, no sum below one invoice.  LETTER_PARTS; LETTER_PAY: label and value, no heads.  NULL where there is
 * nothing to show. */
LetterTable *letter_table(const Letter *letter, LetterBlockKind kind);
void letter_table_free(LetterTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LetterTable, letter_table_free)
