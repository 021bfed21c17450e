/* Shared by the files of the queue: what is known of one customer when his row is made. */
#pragma once
#include "desk/history.h"
#include "desk/queue.h"

typedef struct {
    GArray *money;       /* MoneyLine */
    GPtrArray *promises; /* Promise */
    History history;
    char payment_class;  /* set by hand, else judged as of today */
    SlowerMonths months; /* of which facts.drift speaks */
    PriorityFacts facts; /* all but the commitment, which depends on the touchpoint */
} Standing;

bool standing_load(Desk *desk, gint64 customer_id, Standing *standing, GError **error);
void standing_clear(Standing *standing);

typedef struct {
    const char *reason;
    gint64 promise_id; /* 0: watches none */
} DueTouchpoint;
Commitment commitment_of(const Desk *desk, const DueTouchpoint *touchpoint, const GPtrArray *promises);
