/* Private to the overview: its parts, each with its own statements. */
#pragma once
#include "desk/overview.h"

enum { OVERVIEW_WINDOW = OVERVIEW_WEEKS * 7 };

typedef struct {
    Desk *desk;
    Overview *overview;
    Day today;
} Viewing;

bool overview_desks(Viewing *viewing, GError **error);    /* who did what today, callbacks */
bool overview_promises(Viewing *viewing, GError **error); /* kept or not, per desk; needs that follow */
bool overview_needs(Viewing *viewing, GError **error);    /* disputes, tasks and callbacks past their day */
OverviewDesk *overview_desk(Viewing *viewing, const char *agent);
/* Takes text; a second need of the same customer is added to the first one's words. */
bool overview_need(Viewing *viewing, gint64 customer_id, char *text, GError **error);
