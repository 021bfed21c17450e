/* The way of one customer: what comes next by the cadence, when and why, what was done or left out, and what makes it
 * wait.  For his screen, `belronde show` and `belronde cadence CUSTOMER`. */
#pragma once
#include "desk/card.h"

typedef enum {
    WAY_DONE,    /* why says how */
    WAY_SKIPPED, /* not for him; why says what decides */
    WAY_WAITS,   /* its day is not known yet; why says for what */
    WAY_PLANNED, /* stands in the list of contacts */
    WAY_COMES,   /* on that day, if nothing happens but what stands above it */
} WayState;
extern const char *const WAY_STATE_SLUGS[]; /* done, skipped, waits, planned, comes */

typedef struct {
    WayState state;
    char *step, *label; /* slug; interface language */
    bool letter;
    char *document; /* slug of the letter; "" a call */
    Day day;        /* DAY_NONE: not known */
    char *why;      /* interface language; "" nothing */
    char *brief;    /* the same as short as it can be said */
    bool due;       /* a call whose day and hour have come: what he is on the screen for */
} WayRow;

typedef struct Way {
    GPtrArray *rows; /* WayRow: done, skipped and waiting ones, then what is planned and comes, in order of days */
    char *pause;     /* why no letter comes now: "payment is promised for Thu 26/02"; NULL nothing */
    char *if_paid;   /* what happens then */
    char *if_unrung; /* his call is due and a letter as well: which goes where nobody rings; NULL nothing */
    bool call_due;   /* what comes is told as if that call were made, and brought nothing */
} Way;
/* NULL with error: the database failed.  Nothing open: no rows. */
Way *way_load(Desk *desk, const Card *card, GError **error);
void way_free(Way *way);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Way, way_free)
const char *way_state_words(WayState state); /* interface language */
/* What comes after the call that is due, if one is; NULL nothing.  Borrowed. */
const WayRow *way_next(const Way *way);
/* "Thu 26/02 letter: friendly reminder (8 days after the due day)", or with the short reason; caller frees. */
char *way_row_words(const WayRow *row, bool brief);
/* Lines for a screen: what comes, then what waits and why, then what was done or is not for him; caller frees. */
char *way_text(const Way *way);
