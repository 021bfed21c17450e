/* Planned contacts.  Nobody falls off the list: every customer from whom something is to be collected has a
 * live touchpoint, or a recorded reason why not. */
#pragma once
#include "desk/desk.h"

typedef struct {
    gint64 id, customer_id;
    char *reason, *detail, *owner;
    Moment when;
    bool timed;
    gint64 contact_id, promise_id, dispute_id;
    int gap;
} Touchpoint;
void touchpoint_clear(Touchpoint *touchpoint);

/* All within the caller's transaction. */
bool touchpoint_plan(Desk *desk, const Touchpoint *wanted, gint64 created_event, gint64 *id, GError **error);
bool touchpoint_close(Desk *desk, gint64 id, gint64 event_id, const char *how, GError **error);
/* Live touchpoints of a customer, earliest first; GPtrArray of Touchpoint. */
GPtrArray *touchpoints_of(Desk *desk, gint64 customer_id, GError **error);
/* Makes sure there is one where something is to be collected: plans the next step of the cadence. */
bool touchpoint_ensure(Desk *desk, gint64 customer_id, GError **error);
/* After money or items moved: paid customers leave the queue (event `settled`), returns come back (`returned`),
 * new customers get their courtesy call, everybody else a touchpoint.  The follow-up of BookingOptions. */
bool touchpoint_follow_up(const GArray *customer_ids, ImportSummary *summary, void *desk, GError **error);
