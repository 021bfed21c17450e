/* Half-typed notes and forms: a file per agent (0600) in $XDG_STATE_HOME/belronde, written at every key, dropped
 * when its operation id is found in the events.  Survives kill -9. */
#pragma once
#include "desk/desk.h"

typedef struct {
    gint64 customer_id;
    char *op;      /* of the verb this draft will become */
    char *outcome; /* slug; "" only a note */
    char *note;
    char *personal;      /* a line for the next letter, which is no part of the outcome; "" none */
    GHashTable *fields;  /* char * name → char * typed, only what was typed */
    gint64 call_started; /* utc; 0 no call */
    Moment saved;
} Draft;
void draft_free(Draft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Draft, draft_free)

bool draft_save(Desk *desk, const Draft *draft, GError **error); /* replaces the customer's draft */
Draft *draft_load(Desk *desk, gint64 customer_id);               /* NULL: none */
void draft_drop(Desk *desk, gint64 customer_id);
/* At start: drops drafts whose op is on record; the ids of customers with drafts left. */
GArray *drafts_sweep(Desk *desk);
