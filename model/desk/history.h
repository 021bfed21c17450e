/* What calls say about a customer, in one walk over his events. */
#pragma once
#include "desk/desk.h"

typedef struct {
    Day last_contact;     /* last attempt or talk; DAY_NONE never */
    Day last_right_party; /* last talk with who decides; DAY_NONE never */
    int unanswered_today, attempts_today, attempts_yesterday, attempts_week;
    gint64 last_event;  /* newest outcome that stands; 0 none */
    char *last_outcome; /* "C 4471 posted 19/02"; "" none */
} History;

bool history_load(Desk *desk, gint64 customer_id, Day today, History *history, GError **error);
void history_clear(History *history);
