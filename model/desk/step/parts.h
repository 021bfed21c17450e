/* Inside the steps only. */
#pragma once
#include "desk/form_parts.h"

/* Which date field a promise counts on, so that the step that watches it can be found. */
typedef struct {
    PlannedPromise promise;
    const char *field; /* NULL: none; a cheque is looked for on the day of the step */
    bool instalment;
} PromiseDraft;

/* step_promises.c: GArray of PromiseDraft, in the order of the effects; deadlines are not settled yet. */
GArray *promise_drafts(const Form *form);
