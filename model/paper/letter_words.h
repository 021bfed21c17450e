/* The words of a letter that stand in no template: heads of tables, the block to pay by, page numbers.  They are in
 * the language of the letter, whatever the desk speaks. */
#pragma once
#include "base/day.h"
#include "base/money.h"

typedef struct {
    const char *language; /* "en", "nl", "fr", "de" */
    const char *subject;  /* before the subject, with its colon */
    const char *invoice, *issued, *due, *days_late, *amount, *open, *interest, *costs, *together;
    const char *total, *credit_note;
    const char *from, *until, *days, *base, *yearly; /* of interest by periods; until is counted */
    const char *part, *part_down, *part_due, *part_amount;
    const char *to_pay, *payee, *account, *bic, *reference;
    const char *scan;                             /* under the code */
    const char *page;                             /* "page %d of %d" */
    const char *date;                             /* "%02d/%02d/%04d": day, month, year */
    const char *expected, *unconfirmed, *unknown; /* of a rate with a star; unconfirmed: "… %s", a day */
} LetterWords;

/* By the first two letters of the language; English when it is not spoken here.  Static. */
const LetterWords *letter_words(const char *language);
const LetterWords *letter_words_row(size_t index); /* NULL past the last */

char *letter_day(const LetterWords *words, Day day); /* "07/01/2026", "" for DAY_NONE; caller frees */
/* "* The rate is expected, not published yet.": the line that a star refers to, by its InterestMark; "" for none.
 * Caller frees. */
char *letter_marks_note(const LetterWords *words, unsigned marks, Day confirmed);
