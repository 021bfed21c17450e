/* Names of days and months in the languages of the desk: for writing days and for reading typed ones. */
#pragma once
#include <stddef.h>

typedef struct {
    const char *language; /* "en", "nl", "fr" */
    const char *days[7];  /* Monday first */
    const char *days_short[7];
    const char *months[12];
    const char *months_short[12];
    const char *first; /* how the first of a month is written: "1", French "1er" */
} Words;

/* The row of a language, by its first two letters; English when it is not spoken here.  Static. */
const Words *words_of(const char *language);
/* The row at `index`, NULL past the last. */
const Words *words_row(size_t index);
