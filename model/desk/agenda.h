/* What is planned: the days ahead. */
#pragma once
#include "desk/desk.h"

typedef struct {
    gint64 touchpoint_id, customer_id;
    Moment when;
    bool timed;
    char *reason_label, *detail, *owner; /* owner: "" the desk */
    char *number, *name;
    Cents ask;
    char currency[4];
} AgendaRow;
/* Live touchpoints from today to today + days, tasks of colleagues among them, by day and time.  GPtrArray of
 * AgendaRow, free function set. */
GPtrArray *agenda_load(Desk *desk, int days, GError **error);
