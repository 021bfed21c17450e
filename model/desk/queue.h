/* Today's queue: live, ordered, every row saying why (reference vocabulary §3, ux §17 P3). */
#pragma once
#include "desk/desk.h"
#include "ledger/account.h"

/* A clock time that is no agreed callback means “not before”: such a row is not in the list yet (Queue.later). */
typedef enum { QUEUE_PINNED, QUEUE_CALL, QUEUE_SKIPPED, QUEUE_DONE } QueueState;

typedef struct {
    gint64 customer_id; /* first: the row's identity */
    gint64 touchpoint_id;
    QueueState state;
    Moment when;        /* minute NONE: any time */
    bool late;          /* a callback past its time; anyone may take it after alarm.late_minutes */
    bool dim;           /* outside the contact's reachable hours now */
    char *reason;       /* slug */
    char *reason_label; /* column Why */
    char *detail;
    char *number, *name, *city, *country, *language;
    char payment_class;
    int invoices, days_late; /* days of the oldest overdue invoice; before due: 0 */
    MoneyLine money;         /* the first of money_lines: mostly the customer's own currency */
    bool other_currency;     /* something is open in another currency as well */
    char *phone;             /* pretty */
    char *contact;           /* whom to ask for */
    char *last_outcome;      /* "C 4471 posted 19/02"; "" none */
    Day last_contact;
    Priority priority;
    PriorityFacts facts;
    SlowerMonths months; /* of which facts.drift speaks */
    char *colleague;     /* who has the customer open at another desk; NULL */
    char *holds;         /* "no delivery since 12/02: deadline passed"; "" nothing */
    char *owner;         /* task of a colleague; "" the desk's */
    gint64 done_event;   /* QUEUE_DONE */
} QueueRow;

typedef struct {
    const char *agent; /* a colleague's list; NULL: own and nobody's */
    bool everybody;
    bool with_done;    /* today's finished rows after the others */
    const char *words; /* filter, folded words all of which must occur; NULL none */
} QueueOptions;

typedef enum {
    SORT_DEFAULT,
    SORT_WHEN,
    SORT_REASON,
    SORT_NAME,
    SORT_CLASS,
    SORT_DAYS,
    SORT_ASK,
    SORT_OPEN,
    SORT_COUNT
} QueueSort;

typedef struct {
    GPtrArray *rows;        /* QueueRow */
    int due, done, reached; /* today, this agent */
    Cents promised;         /* today, this agent, EUR */
    Moment next_callback;   /* DAY_NONE none */
    char *next_callback_name;
    int later;           /* rows that enter the list later today */
    int letters_due;     /* reminders.h; planned letters are no rows of the queue */
    int letters_blocked; /* of them, those that something stands in the way of */
} Queue;

Queue *queue_load(Desk *desk, const QueueOptions *options, GError **error);
void queue_free(Queue *queue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Queue, queue_free)
void queue_sort(Queue *queue, QueueSort sort, bool descending);
/* "promise broken yesterday +40, € 3.800,00 to ask +25, 33 days +16 …"; g_strfreev lines, the last is the sum. */
char **queue_explain(Desk *desk, const QueueRow *row);
/* Facts and score of one customer as the queue sees him now. */
/* The due touchpoint that leads decides the commitment; none due: none. */
bool queue_facts(Desk *desk, gint64 customer_id, PriorityFacts *facts, Priority *priority, GError **error);
/* Calls made today by the agent (NULL: this one) and contacts of his that have a clock time today, by hour. */
typedef struct {
    int made[24], planned[24];
} QueueHours;
bool queue_hours(Desk *desk, const char *agent, QueueHours *hours, GError **error);
/* The next customer to call after `customer_id` (0: the first): open to us, not leased by a colleague; 0 none. */
gint64 queue_next(Desk *desk, const Queue *queue, gint64 customer_id);
