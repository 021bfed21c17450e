/* Planned contacts.  Nobody falls off the list: every customer from whom something is to be collected has a
 * live touchpoint, or a recorded reason why not. */
#pragma once
#include "desk/desk.h"

/* With an older invoice a customer is not a new one: neither courtesy calls nor thanks for a first payment. */
enum { NEW_CUSTOMER_DAYS = 90 };
/* Reason of the friendly early call; its figures are told as they are now, never as they were when it was planned. */
#define REASON_SLOWING "slowing"

typedef struct {
    gint64 id, customer_id;
    char *reason, *detail, *owner;
    Moment when;
    bool timed;
    bool letter;                                        /* a letter of the cadence: told by touchpoints_of */
    gint64 contact_id, promise_id, dispute_id, plan_id; /* 0: none; plan_id: whose approval it asks for */
    int gap;
} Touchpoint;
void touchpoint_clear(Touchpoint *touchpoint);

/* All within the caller's transaction. */
/* wanted->gap 0: counted from the last contact.  *id may be NULL. */
bool touchpoint_plan(Desk *desk, const Touchpoint *wanted, gint64 created_event, gint64 *id, GError **error);
bool touchpoint_close(Desk *desk, gint64 id, gint64 event_id, const char *how, GError **error);
/* Live touchpoints of a customer, earliest first; GPtrArray of Touchpoint. */
GPtrArray *touchpoints_of(Desk *desk, gint64 customer_id, GError **error);
/* Makes sure there is one where something is to be collected: plans the next step of the cadence.  Where money
 * may be asked for now it must be the desk's own; a colleague's task is enough where all is promised or disputed.
 * created_event 0: by an import. */
bool touchpoint_ensure(Desk *desk, gint64 customer_id, gint64 created_event, GError **error);
/* Is the customer's live list in order: a touchpoint, nothing to collect, or a recorded reason why not? */
bool touchpoint_is_ensured(Desk *desk, gint64 customer_id, bool *ensured, GError **error);
/* Closes what has become pointless: contacts of a customer with nothing to collect, and those that watch a promise
 * kept meanwhile (event `settled` where there is one). */
bool touchpoint_settle(Desk *desk, gint64 customer_id, GError **error);
/* After money or items moved: paid customers leave the queue (event `settled`), returns come back (`returned`),
 * new customers get their courtesy call, everybody else a touchpoint.  The follow-up of BookingOptions. */
bool touchpoint_follow_up(const GArray *customer_ids, ImportSummary *summary, void *desk, GError **error);
/* Records a person's yes to a proposed receipt (event `confirmed`).  The `confirmed` of BookingOptions. */
bool touchpoint_confirmed(gint64 payment_id, gint64 customer_id, const char *op, void *desk, GError **error);
