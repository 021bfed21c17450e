/* What another cadence would change, before it is taken, and taking it. */
#pragma once
#include "desk/desk.h"

typedef enum {
    CADENCE_PLACE_LATER = 0,  /* not on today's list */
    CADENCE_PLACE_CALL = 1,   /* in the call queue */
    CADENCE_PLACE_LETTER = 2, /* a letter is due */
    CADENCE_PLACE_BOTH = 3,   /* a call that was not made, and the letter after it */
} CadencePlace;
const char *cadence_place_words(CadencePlace place); /* interface language */
extern const char *const CADENCE_PLACE_SLUGS[];      /* later, call, letter, both */

/* One customer whose next contact is another one. */
typedef struct {
    gint64 customer_id;
    char *number, *name;
    CadencePlace was, becomes;
    char *was_label, *becomes_label; /* steps, interface language */
    Day was_day, becomes_day;
    bool replanned;       /* its contact is another one; else only a letter comes or goes */
    gint64 touchpoint_id; /* of the contact that is planned now */
    char *reason;         /* slug of the contact that would be planned */
} CadenceChange;

/* Customers whose next contact was planned by the present cadence and is another one under `wanted`.  Nothing is
 * written.  GPtrArray of CadenceChange, those who come to or leave today's list first; free function set. */
GPtrArray *cadence_effect(Desk *desk, Cadence *wanted, GError **error);
typedef struct {
    int calls_come, calls_go, letters_come, letters_go; /* of today's lists */
    int replanned;                                      /* contacts that are planned anew */
} CadenceCounts;
CadenceCounts cadence_counts(const GPtrArray *changes);
char *cadence_counts_words(const GPtrArray *changes); /* one line; caller frees */
/* Sentences with file and line: steps that no reason of the playbook names; free function set. */
GPtrArray *cadence_nameless(const Desk *desk, const Cadence *cadence);
/* From now on the desk goes by `wanted` (taken over), and the contacts of `changes` are planned anew: one transaction
 * each, with an event of kind note.  False: the database failed; what was planned until then stands. */
bool cadence_take(Desk *desk, Cadence *wanted, const GPtrArray *changes, GError **error);
