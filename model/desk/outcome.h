/* Verbs at the desk.  One verb, one transaction: event, answers, promises, disputes, plan, master data,
 * touchpoints closed and planned, documents to the outbox.  Nothing can be ended without a next touchpoint,
 * or paid, closed, handed over. */
#pragma once
#include "desk/form.h"

typedef struct {
    const char *op;    /* operation id; the same on a retry */
    int duration;      /* seconds of the call */
    gint64 contact_id; /* spoken to; 0 not known */
    const char *note;  /* "" none */
} OutcomeCall;

typedef struct {
    gint64 event_id;
    char *toast; /* "Logged: Bloemen Iris: says paid, bank check Thu 26/02.": label, next contact */
    Moment next; /* the next touchpoint planned; DAY_NONE: none needed */
} OutcomeDone;
void outcome_done_clear(OutcomeDone *done);

/* Checks the form again, then writes.  INPUT: nothing saved, the sentence says what to mend. */
bool outcome_log(Desk *desk, Form *form, const OutcomeCall *call, OutcomeDone *done, GError **error);

/* Undoes the newest event of this agent of today that is not undone (event_id 0), or the given one.  A letter that was
 * sent together with others is undone with all of them that still wait, in one step; then *customer_id is one of
 * theirs.  A reversing event: promises void, touchpoints back, master data put back, waiting documents recalled; *toast
 * says what came back, and that mail has left where it has. */
bool outcome_undo(Desk *desk, gint64 event_id, const char *op, gint64 *customer_id, char **toast, GError **error);

/* Takes back several of these events in one step: those of this agent of today whose documents all still wait.  *toast
 * says how many, whom it has reached already, and what is not his. */
bool outcomes_recall(Desk *desk, const GArray *event_ids, const char *op, char **toast, GError **error);

/* X: to the end of today.  Z: to another day with a reason.  A call without outcome (left after dialling). */
bool outcome_skip(Desk *desk, gint64 customer_id, const char *op, GError **error);
bool outcome_snooze(Desk *desk, gint64 customer_id, Moment until, const char *reason, const char *op, char **toast,
                    GError **error);
bool outcome_none(Desk *desk, gint64 customer_id, const char *op, int duration, const char *note, GError **error);
/* A letter or mail outside a call: an event of kind letter, its document in the outbox until it may leave; what was
 * planned for want of a letter is done. */
typedef struct {
    const char *document;  /* slug of desk/effect.h */
    const char *channel;   /* email, peppol, post, print */
    const char *recipient; /* address; "" none */
    const char *language;  /* nl, fr, en */
    const char *items;     /* item ids, blank between */
    const char *personal;  /* a line for this letter; NULL or "" none */
    const char *summary;   /* for history and message: "reminder to an@peeters.example" */
} LetterFacts;
bool outcome_letter(Desk *desk, gint64 customer_id, const LetterFacts *letter, const char *op, char **toast,
                    GError **error);
/* A note by itself: an event of kind note; what is planned stays. */
bool outcome_note(Desk *desk, gint64 customer_id, const char *op, const char *note, GError **error);
