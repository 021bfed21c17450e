/* Payment plans as they stand: what was agreed, what came in, and what was decided.  A state is derived from the parts
 * (ledger/account.h), the terms and the answers; nothing of it is stored. */
#pragma once
#include "desk/desk.h"
#include "ledger/account.h"

typedef enum {
    PLAN_ASKED,     /* waits for a supervisor's yes: no letter leaves */
    PLAN_RUNNING,   /* every part so far was kept, or none is due yet */
    PLAN_LATE,      /* a part was missed, others are still to come */
    PLAN_BROKEN,    /* nothing more is to come, and a part is missing */
    PLAN_KEPT,      /* all parts came in */
    PLAN_REFUSED,   /* by the supervisor */
    PLAN_CANCELLED, /* the invoices are due on their own days again */
    PLAN_CALLED_IN, /* cancelled, and the rest was due at once, as agreed */
    PLAN_REPLACED,  /* by a newer promise or plan */
} PlanState;
extern const char *const PLAN_STATE_SLUGS[];   /* "asked", "running" …: of commands and stories */
const char *plan_state_label(PlanState state); /* interface language */
/* Something is still expected, or was missed and nothing decided. */
bool plan_state_is_live(PlanState state);

typedef struct {
    gint64 id, event_id, customer_id;
    char *number, *name; /* of the customer */
    char *agent;         /* who agreed it */
    char *every;         /* slug */
    char *answered_by;   /* who decided last; "" nobody */
    Day made, answered;  /* answered: DAY_NONE nobody yet */
    PlanState state;
    bool falls_due; /* agreed, and no consumer's: with a part missed the rest is due */
    bool has_down;  /* the first of its parts is a down payment */
    int parts, kept, missed;
    Cents total, received;
    Cents interest, costs; /* of total, up to the day of the agreement; fixed sums are costs */
    Cents next_amount;     /* what is still to come of the first open part */
    Day next_day;          /* its day; DAY_NONE: no part is open */
    Day first_day;         /* of the first part; a down payment comes earlier */
    char currency[4];
} Plan;

/* Newest first; undone ones are not there.  `promises`: all of the customer.  GPtrArray of Plan, free function set. */
GPtrArray *plans_of(Desk *desk, gint64 customer_id, const GPtrArray *promises, GError **error);
/* Of all customers: what waits for an answer, then what is late, then the rest by its next day.  `ended`: also those
 * that are over. */
GPtrArray *plans_load(Desk *desk, bool ended, GError **error);
/* The newest one that is live; NULL none.  Borrowed. */
const Plan *plan_live(const GPtrArray *plans);
/* "plan: 1 of 3 parts kept, next 02/04 1.617,53"; caller frees. */
char *plan_words(const Plan *plan);
/* One of the invoices of a plan, with what of it the plan takes in. */
typedef struct {
    char *number, *reference;
    Day issued, due; /* due: the last day on time */
    Cents amount, taken;
} PlanItem;
/* What an agreement was about, as it was agreed.  Interest, costs and what is taken of the items make plan->total. */
typedef struct {
    GPtrArray *plans, *promises; /* of the customer: what plan and its parts are borrowed from */
    const Plan *plan;            /* NULL: that event made none and none is running, nothing else is there */
    GPtrArray *items;            /* PlanItem, in the order they fall due */
} PlanSheet;
/* Of the plan that the event made; a letter written by hand is about the one that is running. */
bool plan_sheet(Desk *desk, gint64 customer_id, gint64 event_id, PlanSheet *sheet, GError **error);
void plan_sheet_clear(PlanSheet *sheet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PlanSheet, plan_sheet_clear)
/* Does this agent's plan over `total` need a supervisor's yes? */
bool plan_needs_approval(Desk *desk, Cents total);
bool agent_is_supervisor(Desk *desk);

/* SQL, of the id of a plan: it waits for a supervisor's answer. */
#define PLAN_IS_ASKED(plan)                                                                                            \
    " EXISTS (SELECT 1 FROM plan_terms pt WHERE pt.plan_id = " plan " AND pt.asks = 1"                                 \
    " AND NOT EXISTS (SELECT 1 FROM plan_answer pa WHERE pa.plan_id = " plan                                           \
    "   AND NOT EXISTS (SELECT 1 FROM event pu WHERE pu.undoes = pa.event_id)))"
/* SQL, of item i: the day from which a cancelled plan makes it due; NULL none. */
#define ITEM_CALLED_IN                                                                                                 \
    " (SELECT min(ce.day) FROM promise_item ci JOIN promise cp ON cp.id = ci.promise_id"                               \
    " JOIN plan_answer ca ON ca.plan_id = cp.plan_id JOIN event ce ON ce.id = ca.event_id"                             \
    " WHERE ci.item_id = i.id AND ca.how = 'called_in'"                                                                \
    " AND NOT EXISTS (SELECT 1 FROM event cu WHERE cu.undoes = ca.event_id))"
