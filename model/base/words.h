/* Names of days and months and the marks of numbers in the languages of the desk: for writing days and amounts, and
 * for reading typed days. */
#pragma once
#include <stddef.h>

typedef struct {
    const char *language; /* "en", "nl", "fr" */
    const char *days[7];  /* Monday first */
    const char *days_short[7];
    const char *months[12];
    const char *months_short[12];
    const char *first; /* how the first of a month is written: "1", French "1er" */
    /* Amounts of letters, "€ 4.852,60", with blanks that no line is broken at. */
    const char *group, *mark;
    const char *before, *after; /* the euro's sign beside the amount; the other one is "" */
    const char *percent;
} Words;

/* The row of a language, by its first two letters; English when it is not spoken here.  Static. */
const Words *words_of(const char *language);
/* The row at `index`, NULL past the last. */
const Words *words_row(size_t index);
