/* A letter as plain text: the body of a mail, the screen, `--format text`. */
#pragma once
#include "paper/letter.h"

typedef enum {
    LETTER_TEXT_BODY = 0,      /* from the greeting to the enclosures */
    LETTER_TEXT_HEAD = 1 << 0, /* sender, recipient, place and day, subject before it */
    LETTER_TEXT_FOOT = 1 << 1, /* the sender's lines behind "-- ", as mail programs expect them */
} LetterTextParts;

/* Lines of at most `columns` columns (38 at least), LF at the end of each.  A table that is wider becomes one line per
 * cell.  Caller frees. */
char *letter_text(const Letter *letter, int columns, LetterTextParts parts);
