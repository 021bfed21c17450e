/* The money line of a customer, derived from facts (design §2.5): never a flag, never a mixed currency. */
#pragma once
#include "base/day.h"
#include "base/money.h"
#include "store/store.h"

typedef struct {
    char currency[4];
    Cents open;           /* invoices, positive */
    Cents overdue;        /* the part of it past due */
    Cents promised;       /* still expected from live promises */
    Cents disputed;
    Cents unallocated;    /* credit notes, payments on the list, receipts on account: positive */
    Cents ask;            /* open − promised − disputed − unallocated, never below 0 */
    int invoices, overdue_invoices;
    int days_weighted;    /* amount-weighted days overdue */
    int days_oldest;      /* of the oldest invoice past due; 0 none */
} MoneyLine;

/* One line per currency, the customer's own currency first (always present).  GArray of MoneyLine. */
GArray *money_lines(Store *store, gint64 customer_id, Day today, GError **error);

/* Promises. */
typedef enum { PROMISE_OPEN, PROMISE_KEPT, PROMISE_KEPT_LATE, PROMISE_PARTLY, PROMISE_BROKEN, PROMISE_WITHDRAWN, PROMISE_SUPERSEDED, PROMISE_UNDONE } PromiseState;
extern const char *const PROMISE_STATE_SLUGS[];

typedef struct {
    gint64 id, event_id, plan_id;
    char *kind, *method, *cheque_number, *cheque_bank;
    Day made, due, deadline, posted;
    Cents amount, received;
    char currency[4];
    PromiseState state;
    Day settled;          /* the day the last needed cent came; DAY_NONE */
} Promise;

/* All promises of the customer, oldest first, states as of `today`: receipts on the promise's items from the
 * day it was made, first in first out over the promises on the same item, bank days of grace are in the
 * deadline, tolerance from the settings.  GPtrArray of Promise, free function set. */
GPtrArray *promises_of(Store *store, gint64 customer_id, Day today, Cents tolerance, int tolerance_permille, GError **error);
bool promise_state_is_live(PromiseState state); /* still expected: PROMISE_OPEN */

/* Follows every change of names, numbers, contacts, items: rewrites the customer's search line. */
bool search_text_refresh(Store *store, gint64 customer_id, GError **error);
/* Rewrites customer.class from behaviour and promises. */
bool customer_class_refresh(Store *store, gint64 customer_id, Day today, GError **error);
/* Day up to which bank data is in (newest statement); DAY_NONE: none yet. */
Day bank_day(Store *store);
