/* What the reader of cadence.ini and the arithmetic share; nobody else needs it. */
#pragma once
#include "cadence.h"

typedef struct {
    int days, jitter; /* days ± jitter */
} Gap;

struct Cadence {
    char *path, *text; /* the file, and what stood in it */
    GArray *steps;     /* CadenceStep; the repeating one stands last */
    Gap gaps[3];       /* payment classes A, B, C */
    int quiet_days, retry_margin_minutes, retry_step_minutes;
    GStringChunk *words; /* reasons, documents and labels of the steps */
    GString *letters;    /* cadence_letter_names */
    GPtrArray *lists;    /* the arrays of words in the steps */
};

int cadence_class_index(char payment_class); /* A 0, B 1, all others 2 */

/* The call that repeats: counted from the last contact after weekends and holidays were passed over, for the gap is
 * what the customer sees. */
Day cadence_varied_day(const CadenceRules *rules, const CadenceCase *about, Day earliest);
