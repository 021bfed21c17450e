/* What planning the next contact shares between one customer and many.  Private to the desk. */
#pragma once
#include "desk/touchpoint.h"

/* What the cadence looks at. */
typedef struct {
    char *number, *country;
    char payment_class;
    Day issued, due, contact, quiet_until; /* due: from which day on it is asked for */
    Day collect;                           /* a direct debit takes it then; DAY_NONE none */
    bool first_invoice;
    int previous_gap;
    gint64 item_id; /* the leading item: the oldest due; 0 none */
} Story;
void story_clear(Story *story);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Story, story_clear)
/* The day of the next contact; *reason is borrowed from the cadence. */
Day story_next_day(Desk *desk, const Story *story, const char **reason);

/* touchpoint_ensure for who has read the money lines of the customer already (NULL: has not). */
bool touchpoint_ensure_with(Desk *desk, gint64 customer_id, const GArray *money, gint64 created_event, GError **error);

/* Plans for those of the customers (rising) of whom the record says nothing yet: no contact, no money, no word, all
 * items open and none to be collected.  The others are added to `rest`: they need the whole follow-up. */
bool newcomers_plan(Desk *desk, const GArray *customer_ids, GArray *rest, GError **error);
