/* What the reader of cadence.ini and the arithmetic share; nobody else needs it. */
#pragma once
#include "cadence.h"

typedef struct {
    int days, jitter; /* days ± jitter */
} Gap;

struct Cadence {
    GArray *steps; /* CadenceStep; the repeating one stands last */
    Gap gaps[3];   /* payment classes A, B, C */
    int quiet_days, retry_margin_minutes, retry_step_minutes;
    GStringChunk *words; /* reasons and labels of the steps */
};
