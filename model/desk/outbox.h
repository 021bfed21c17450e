/* The outbox: what outcomes send, from the moment it waits until it has left.
 *
 * A document can be recalled until its seconds are over (undo.c).  Then the courier (paper/courier.h) takes it: from
 * that moment, on disk, it is handed over, with the very bytes that leave.  It is sent when the outside program said
 * so; what the program refused waits and is tried again, later each time; where nobody can know (the program was
 * killed, the machine went down) it is unsure, and only a person says what happened.  So nothing leaves twice. */
#pragma once
#include "desk/desk.h"

typedef enum {
    OUTBOX_WAITING, /* ready_utc says from when it may leave */
    OUTBOX_OLD,     /* waited for days, for want of a command: goes only when a person says so (outbox_hurry) */
    OUTBOX_REFUSED, /* waits as well: the program said no, again_utc says when it is tried again */
    OUTBOX_LEAVING, /* the courier has it */
    OUTBOX_UNSURE,  /* the courier had it and is gone: outbox_decide */
    OUTBOX_RECALLED,
    OUTBOX_SENT,
    OUTBOX_HELD_BACK, /* the agreement of a plan that a supervisor has not approved yet */
    OUTBOX_STATES,
} OutboxState;
/* "waiting", "refused" …: of commands and stories. */
extern const char *const OUTBOX_STATE_SLUGS[];

typedef struct {
    gint64 id, customer_id;
    gint64 event_id; /* the outcome that sent it: undoing that one recalls it */
    OutboxState state;
    char *document, *label, *channel, *number, *name, *agent;
    char *recipient; /* where it goes: an e-mail address, or street and town; "" only a person knows */
    char *trouble;   /* what the program said last; "" nothing */
    int items, tries;
    gint64 ready_utc, again_utc; /* again_utc 0: nothing went wrong yet */
    Moment made;
    Moment sent;   /* DAY_NONE: not yet */
    int leaves_in; /* seconds until it may leave; 0: may leave now */
} OutboxRow;
/* What waits, leaves or is unsure first, then what else was made or sent since that day; GPtrArray of OutboxRow, free
 * function set. */
GPtrArray *outbox_load_since(Desk *desk, Day since, GError **error);
GPtrArray *outbox_load(Desk *desk, GError **error); /* since today */
/* How many did not leave and need a look: refused, or left or not, nobody knows.  0 where it cannot be told. */
int outbox_stuck_count(Desk *desk);
/* What can still be taken back by undoing its outcome. */
bool outbox_is_recallable(const OutboxRow *row);
const char *document_label(const char *document); /* "reminder"; an unknown slug as it is */

/* --- For the courier ----------------------------------------------------------------------------------- */

typedef struct {
    gint64 id, customer_id, event_id;
    char *document, *channel, *recipient, *language;
    char *items;    /* item ids, blank between */
    char *personal; /* "" none */
    char *agent;    /* whose outcome it is: he signs */
    Day day;        /* of its outcome */
} OutboxOrder;
void outbox_order_free(OutboxOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OutboxOrder, outbox_order_free)
/* MISSING: no such document. */
OutboxOrder *outbox_order(Desk *desk, gint64 id, GError **error);

/* INPUT: the same letter about the same invoices waits already to go the same way, or has left today. */
bool outbox_order_is_new(Desk *desk, const OutboxOrder *order, GError **error);
/* The currency of its letter, of which all its amounts are: that of its items; where it names none, the customer's own,
 * or another one where nothing is open in his own.  INPUT: the items are in several. */
bool outbox_currency(Desk *desk, const OutboxOrder *order, char currency[4], GError **error);

/* The wordings of all that left or may have left to the customer, but for that document: char *, the newest first. */
GPtrArray *outbox_wordings(Desk *desk, gint64 customer_id, gint64 but_for, GError **error);

/* One courier for a database at a time: a kernel lock, free again when its process ends.  *ours false: another one is
 * at work. */
bool outbox_courier_begin(Desk *desk, bool *ours, GError **error);
void outbox_courier_end(Desk *desk);
/* What may leave now, oldest first; ids. */
GArray *outbox_due(Desk *desk, GError **error);
/* Seconds until something of that channel may leave; -1: nothing waits. */
bool outbox_next(Desk *desk, const char *channel, int *seconds, GError **error);

typedef struct {
    char *name, *mime;
    GBytes *bytes;
    char *wordings; /* marks of the wordings of its paragraphs, blanks between; not read back: NULL */
} OutboxCopy;
void outbox_copy_clear(OutboxCopy *copy);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OutboxCopy, outbox_copy_clear)
/* The copy is on disk before anything leaves.  *handed false: it was recalled or taken meanwhile. */
bool outbox_hand(Desk *desk, gint64 id, const OutboxCopy *copy, bool *handed, GError **error);
bool outbox_sent(Desk *desk, gint64 id, GError **error);
/* It did not leave, or could not even be made; it is tried again after a pause that grows with every try. */
bool outbox_refused(Desk *desk, gint64 id, const char *trouble, GError **error);
/* It may have left or not: remembers what is known, the rest is a person's. */
bool outbox_unsure(Desk *desk, gint64 id, const char *trouble, GError **error);

/* --- For people --------------------------------------------------------------------------------------- */

/* Of an unsure one: it has left, or it has not and is to be sent.  INPUT: it is not unsure. */
bool outbox_decide(Desk *desk, gint64 id, bool left, GError **error);
/* Now, however old it is, and without waiting for the next try.  INPUT: it does not wait. */
bool outbox_hurry(Desk *desk, gint64 id, GError **error);
/* The bytes as they left or were to leave; MISSING: none were made yet. */
bool outbox_copy_read(Desk *desk, gint64 id, OutboxCopy *copy, GError **error);
