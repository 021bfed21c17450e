/* What is planned: the days ahead, and documents waiting to leave. */
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

typedef struct {
    gint64 id, customer_id;
    gint64 event_id; /* the outcome that sent it: undoing that one recalls it */
    char *document, *label, *channel, *recipient, *state, *number, *name, *agent;
    int items;
    gint64 ready_utc;
    Moment made;
    int leaves_in; /* seconds until it may leave; 0: may leave now */
} OutboxRow;
/* Waiting documents first, then today's others; GPtrArray of OutboxRow. */
GPtrArray *outbox_load(Desk *desk, GError **error);
