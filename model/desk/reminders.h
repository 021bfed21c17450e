/* Letters due today: whose next letter of the cadence has come, and nothing stands in the way.
 *
 * A letter is due for a customer who is on today's list, not by an agreed contact, and whose next letter of the way
 * (rules/cadence.h) has its day: also where the call that was planned before it was never made.  A live promise, plan,
 * agreed contact, dispute, rest, hold or mediation makes it wait.  It is about what is late, not disputed and not
 * collected by the bank; nothing else is asked.
 *
 * Kind words that are due (desk/kindness.h) stand in the same list, about no invoice and no amount; they are in the
 * call queue as well.
 *
 * What a customer owes in two currencies is two letters: each is a row, amounts of one are never in the other.  They
 * are sent together, by one event.
 *
 * Everything is derived when it is asked for; a few statements for all customers together, never some for each. */
#pragma once
#include "desk/desk.h"

typedef struct {
    gint64 touchpoint_id, customer_id; /* the planned contact by which he is on today's list */
    char *number, *name, *city, *country;
    char *agent; /* whose customer he is; "" nobody's in particular */
    char payment_class;
    char *step, *step_label; /* of the cadence: slug, interface language */
    char *document, *label;  /* slug of the letter, interface language */
    char *channel;           /* email, post; "" there is no way to reach him in writing */
    char *recipient;         /* address; "" by post or none */
    char *language;          /* of the letter */
    char *items;             /* item ids, blank between: what the letter is about */
    int invoices, days_late; /* of the oldest */
    Cents amount;            /* what these items come to */
    char currency[4];
    Day since;     /* the day it became due */
    char *why;     /* "19 days late, last contact 10/02/26" */
    char *block;   /* NULL: it may leave; else a sentence what stands in the way */
    bool proposal; /* a kind word: goes only when somebody names or marks it, never with all the others */
    bool by_call;  /* blocked, and therefore in the call queue as well */
} Reminder;

typedef struct {
    bool everybody;     /* colleagues' customers as well */
    gint64 customer_id; /* only this one; 0 all */
} ReminderOptions;
/* Most days late first, then by number.  GPtrArray of Reminder, free function set. */
GPtrArray *reminders_due(Desk *desk, const ReminderOptions *options, GError **error);

/* Why the letter cannot be written, NULL where it can; caller frees.  paper/letter_due.h has the one of the house. */
typedef char *(*ReminderCheck)(Desk *desk, const Reminder *reminder, void *data);

typedef struct {
    int sent, held;       /* letters; customers of whom nothing was sent */
    GArray *events;       /* gint64: one event `letter` for each customer; undo takes them back */
    GPtrArray *sentences; /* char *: of each that was not sent, who and why */
} RemindersSent;
void reminders_sent_clear(RemindersSent *sent);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RemindersSent, reminders_sent_clear)
/* Sends what is due for these customers (gint64), one transaction each: event `letter`, the document in the outbox with
 * its seconds to be recalled, what was planned closed, the next step planned.  Looked at anew inside the transaction:
 * what is not due any more, blocked, or open at a colleague's desk is held, not sent; so nothing goes twice.  A letter
 * that was planned and cannot be written comes back as a call with the reason.  `check` may be NULL.  False: the
 * database failed; what was sent until then stands in *sent. */
bool reminders_send(Desk *desk, const GArray *customer_ids, ReminderCheck check, void *data, RemindersSent *sent,
                    GError **error);
