/* What logging a form now would promise and plan.  The screen's → lines and outcome_log use the same answer, so
 * what was announced is what happens. */
#pragma once
#include "desk/form.h"

/* A promise the effects make; receipts from `made` (today) on count. */
typedef struct {
    const char *kind; /* promise, cheque, instalment, paid */
    Cents amount;
    Cents charges;                           /* of amount: interest, fixed sums, costs that a plan takes in */
    Day due;                                 /* the day named; cheque and paid: the day we look at the bank */
    Day deadline;                            /* from this day on it is broken: the day of the step that watches it */
    Day posted;                              /* cheque: posting day, paid: day of payment; else DAY_NONE */
    const char *method;                      /* slug, "" none; borrowed from the form */
    const char *cheque_number, *cheque_bank; /* "" none; borrowed from the form */
} PlannedPromise;

typedef struct {
    Touchpoint touchpoint; /* id, promise_id, dispute_id 0; reason, detail, when, timed, owner, contact set */
    int promise_index;     /* -1, else the n-th of promises_plan, which it watches */
    bool watches_dispute;
    bool asks_approval; /* waits for the answer about the plan that is made here */
    bool task;          /* for a colleague: touchpoint.owner is his short name */
    char *why;          /* one short clause, interface language: "run + 2 bank days" */
} PlannedStep;

/* A letter the effects send. */
typedef struct {
    const EffectRow *row;
    const char *channel, *recipient; /* borrowed from the form and its card */
    char *obstacle;                  /* why it can reach nobody: it does not go, all else is logged; NULL: it goes */
} PlannedLetter;

/* GPtrArray of PlannedStep, free function set; earliest first.  Empty: the outcome plans none. */
GPtrArray *steps_plan(Desk *desk, const Form *form, GError **error);
/* GArray of PlannedPromise in the order of the effects; INPUT when they exceed what may still be promised. */
GArray *promises_plan(Desk *desk, const Form *form, GError **error);
/* GArray of PlannedLetter in the order of the effects, clear function set. */
GArray *letters_plan(const Form *form);
char *letters_unsent(const Form *form); /* "No letter goes: …", of the first that does not; NULL: none */
/* Effects whose condition holds, in order; GPtrArray of const EffectRow *, borrowed from the playbook. */
GPtrArray *effects_plan(const Form *form);
