/* Disputes as they stand: what is contested, who answers by when, and what was answered.  States are derived from the
 * record; only the disputed part of an invoice is held, until the dispute ends. */
#pragma once
#include "desk/desk.h"

typedef enum {
    DISPUTE_OPEN,     /* waits for the owner's answer */
    DISPUTE_LATE,     /* his day has passed */
    DISPUTE_ACCEPTED, /* a credit note is to come; held until it is there */
    DISPUTE_OVERDUE,  /* … and ought to be there */
    DISPUTE_CREDITED,
    DISPUTE_REJECTED,  /* the invoice stands */
    DISPUTE_WITHDRAWN, /* by the customer, or paid after all */
} DisputeState;
extern const char *const DISPUTE_STATE_SLUGS[];      /* "open", "late" …: of commands and stories */
const char *dispute_state_label(DisputeState state); /* interface language */
bool dispute_state_is_live(DisputeState state);      /* holds its part */

typedef struct {
    gint64 id, event_id, customer_id, item_id;
    char *number, *name;                                          /* of the customer */
    char *invoice, *reason, *reason_label, *what, *owner, *agent; /* owner "": nobody was named */
    DisputeState state;
    Day made, deadline; /* deadline: of the answer, of the credit note once it was accepted */
    int age;            /* days since it was made, until it ended */
    Cents amount;
    char currency[4];
} Dispute;

/* "2025-1355: 292,60 disputed (price), tom answers by 02/03"; caller frees. */
char *dispute_words(const Dispute *dispute);

/* Of one customer (0: of all), what is late first, then by deadline; `ended`: those that are over after them.
 * GPtrArray of Dispute, free function set. */
GPtrArray *disputes_load(Desk *desk, gint64 customer_id, bool ended, GError **error);
