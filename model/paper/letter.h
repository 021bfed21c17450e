/* One letter as the customer reads it, in his language, before it is put on paper, on the screen or into a mail.
 * It knows no database and no file: letter_template.h makes it of a template and values, letter_pdf.h, letter_text.h
 * and mime.h put it out.  What it says is the same in all of them. */
#pragma once
#include "base/day.h"
#include "base/money.h"

typedef struct {
    char *number; /* of the invoice, as the customer knows it */
    Day issued, due;
    Cents amount, open;    /* negative: a credit note */
    Cents interest, costs; /* up to the day of the letter; 0: none is asked */
    unsigned marks;        /* InterestMark: of the rates behind its interest */
    int days_late;         /* 0: not late */
} LetterItem;

typedef struct {
    Day due;
    Cents amount;
    Cents received; /* of it, before this letter */
    bool down;      /* before the parts, and none of them */
} LetterPart;

/* What a bank app needs.  Nothing is to be paid where amount is 0. */
typedef struct {
    char *name, *iban, *bic; /* bic "" inside the EEA */
    char *reference;         /* RF, OGM (12 digits) or betalingskenmerk as in the books; "" none */
    char *text;              /* free words where there is no reference; "" none */
    Cents amount;
    char currency[4];
} LetterPayment;

void letter_payment_clear(LetterPayment *payment); /* frees its strings */

typedef enum {
    LETTER_PARAGRAPH, /* text; '\n' inside it begins a new line */
    LETTER_POINTS,    /* text: one point of a list per line */
    LETTER_ITEMS,     /* the table of invoices and its totals */
    LETTER_PARTS,     /* the table of instalments */
    LETTER_PAY,       /* IBAN, reference, amount and the QR code */
    LETTER_HEADING,   /* text: stands over the block that follows */
    LETTER_GRID,      /* a table of its own */
} LetterBlockKind;

typedef struct LetterTable LetterTable; /* letter_table.h */

typedef struct {
    LetterBlockKind kind;
    char *text;         /* "" for tables */
    LetterTable *table; /* LETTER_GRID, else NULL */
} LetterBlock;

typedef struct {
    char *slug, *language; /* "en", "nl", "fr", "de" */
    char *subject;
    char *place_and_day;  /* "Mechelen, 24 februari 2026" */
    GPtrArray *sender;    /* char *: name, street, postcode and city, telephone, e-mail, company number … */
    GPtrArray *recipient; /* char *: name, person, street, postcode and city, country where it is another */
    GPtrArray *blocks;    /* LetterBlock, in reading order, greeting and signature among them */
    GArray *items;        /* LetterItem */
    GArray *parts;        /* LetterPart */
    LetterPayment payment;
    char currency[4];       /* of items and parts */
    char *logo;             /* path of a PNG; "" none */
    char *attachments_line; /* "Bijlagen: …"; "" none */
    unsigned marks;         /* InterestMark: of all figures in it; each has its star, and a paragraph says why */
} Letter;

Letter *letter_new(void); /* all texts "", all lists empty, days DAY_NONE */
void letter_free(Letter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Letter, letter_free)
void letter_block_add(Letter *letter, LetterBlockKind kind, const char *text);

/* Sums over the items: what is open, interest, costs, and all together. */
typedef struct {
    Cents open, interest, costs, total;
} LetterTotals;
LetterTotals letter_totals(const Letter *letter);
