/* Letters to put on paper: each shows something that goes wrong on paper if it can. */
#pragma once
#include "paper/letter.h"

typedef struct {
    const char *name;
    Letter *(*make)(void);
    bool code; /* can be paid by QR code */
} LetterSpecimen;

/* NULL past the last. */
const LetterSpecimen *letter_specimen(size_t index);
/* The one of that name. */
Letter *letter_specimen_named(const char *name);
