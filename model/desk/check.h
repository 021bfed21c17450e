/* `belronde check`: database, invariants, playbook, cadence, calendars, settings. */
#pragma once
#include "desk/desk.h"

typedef struct {
    bool fault; /* else a remark */
    char *area, *sentence;
} Finding;

/* GPtrArray of Finding.  repair: rebuilds what is derived (item.open, class, search text, missing touchpoints). */
GPtrArray *check_run(Desk *desk, bool repair, GError **error);
