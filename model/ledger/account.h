/* The money line of a customer, derived from facts (design §2.5): never a flag, never a mixed currency. */
#pragma once
#include "base/day.h"
#include "base/money.h"
#include "base/settings.h"
#include "rules/behaviour.h"
#include "store/walk.h"

/* SQL, of item i: its money came back.  What a direct debit brought and lost is asked for like everything else. */
#define ITEM_CAME_BACK                                                                                                 \
    " EXISTS (SELECT 1 FROM allocation cb JOIN payment_match cm ON cm.payment_id = cb.payment_id"                      \
    " WHERE cb.item_id = i.id AND cb.amount < 0 AND cm.state = 'reversal')"
/* SQL, of item i: the day after which it is late.  What a direct debit takes is asked for by nobody before its day;
 * what a cancelled plan made due at once is late from the day after. */
#define ITEM_ASKED_FROM                                                                                                \
    " CASE WHEN i.called_in < i.due THEN i.called_in"                                                                  \
    " WHEN i.collect_day > i.due AND NOT" ITEM_CAME_BACK " THEN i.collect_day ELSE i.due END"
/* SQL, of item i: the day a direct debit is still expected to take it; NULL: none does (any more). */
#define ITEM_COLLECT_DAY " CASE WHEN i.collect_day IS NOT NULL AND NOT" ITEM_CAME_BACK " THEN i.collect_day END"

/* SQL: rows of an undone event do not count; over the alias of a table with event_id, and of dispute. */
#define STANDS(alias) "NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = " alias ".event_id)"
#define DISPUTE_IS_LIVE(alias)                                                                                         \
    STANDS(alias)                                                                                                      \
    " AND NOT EXISTS (SELECT 1 FROM dispute_end x WHERE x.dispute_id = " alias ".id AND " STANDS("x") ")"
/* SQL, of item i: how much of it is disputed; what is open of it may be less. */
#define ITEM_DISPUTED                                                                                                  \
    " coalesce((SELECT sum(d.amount) FROM dispute d WHERE d.item_id = i.id AND " DISPUTE_IS_LIVE("d") "), 0)"

/* SQL, of item i: a payment on the list that is one of the bank receipts known here; it counts there, with what was
 * done with it. */
#define ITEM_IS_BANKED                                                                                                 \
    " CASE WHEN i.kind = 'payment' AND EXISTS (SELECT 1 FROM payment_match bm"                                         \
    " JOIN payment b ON b.id = bm.payment_id WHERE bm.customer_id = i.customer_id"                                     \
    " AND b.amount = -i.amount AND b.currency = i.currency"                                                            \
    " AND (i.issued IS NULL OR b.day BETWEEN i.issued - 10 AND i.issued + 10)) THEN 1 ELSE 0 END"

typedef struct {
    char currency[4];
    Cents open;     /* invoices, positive */
    Cents overdue;  /* the part of it past due */
    Cents promised; /* still expected from live promises */
    Cents disputed;
    Cents collecting;  /* invoices a direct debit takes today or later */
    Cents unallocated; /* credit notes, payments on the list, receipts on account: positive */
    Cents ask;         /* open − collecting − promised − disputed − unallocated, never below 0 */
    int invoices, overdue_invoices;
    int days_weighted; /* amount-weighted days overdue */
    int days_oldest;   /* of the oldest invoice past due; 0 none */
} MoneyLine;

/* One line per currency, the customer's own currency first (always present); where it has nothing and another one
 * has, that one first.  GArray of MoneyLine.
 * promised: Σ of open promises not yet received, never more than open − disputed.  disputed: live disputes, each
 * item's at most its open amount.  unallocated: what is open of credit notes and listed payments, and of bank
 * receipts what is set against nothing; a listed payment that is one of these receipts counts once. */
GArray *money_lines(Store *store, gint64 customer_id, Day today, GError **error);

/* What of each receipt of the bank is set against nothing: owner (the customer), currency, rest; below zero where more
 * went back than came.  Only the sum of a currency counts, and that only above zero. */
bool receipt_rests_walk(Walk *walk, Store *store, const WalkRun *run, GError **error);

/* Promises. */
typedef enum {
    PROMISE_OPEN,
    PROMISE_KEPT,
    PROMISE_KEPT_LATE,
    PROMISE_PARTLY,
    PROMISE_BROKEN,
    PROMISE_WITHDRAWN,
    PROMISE_SUPERSEDED,
    PROMISE_UNDONE
} PromiseState;
extern const char *const PROMISE_STATE_SLUGS[];

typedef struct {
    gint64 id, event_id, plan_id;
    char *kind, *method, *cheque_number, *cheque_bank;
    Day made, due, deadline, posted;
    Cents amount, received;
    Cents charges, charges_received; /* of both: interest and costs a plan took in, beyond what the invoices hold */
    char currency[4];
    PromiseState state;
    Day settled; /* the day the last needed cent came; DAY_NONE */
} Promise;

/* All promises of the customer, oldest first, states as of `today`.  Received is what has lowered the promise's
 * items since it was spoken: allocations (where their place in the record is not known: those of a bank day from
 * `made` on) less what was returned, and what newer lists took off without a bank line.  First in, first out over
 * the promises on the same item in order of due day; a promise stops receiving when it is withdrawn or superseded,
 * and when something new is promised on the item after it broke.  A promise without items takes what is left over
 * of the customer's receipts.  Void are promises and endings whose event was undone; an ending changes nothing on a
 * promise that was kept or broken before it.  Bank days of grace are in the deadline; a rest within the tolerance
 * (the larger of the two) is forgiven.  GPtrArray of Promise, free function set. */
GPtrArray *promises_of(Store *store, gint64 customer_id, Day today, Cents tolerance, int tolerance_permille,
                       GError **error);
bool promise_state_is_live(PromiseState state); /* still expected: PROMISE_OPEN */
Cents promise_expected(const Promise *promise); /* of the invoices, not yet received; never below 0 */

/* Follows every change of names, numbers, contacts, items: rewrites the customer's search line (only when it
 * differs).  Folded values, each with a tag that says what it is, separated by tabs:
 *     n:name  k:contact name  c:customer number  l:street, postcode and place  p:digits of a telephone number, with
 *     country code, and once more as dialled inside the country  e:mail  v:VAT number  b:IBAN
 *     i:invoice number, and once more bare  r:reference (bare)  for open items and those closed in the last 24 months
 *     a:4852.60 4852,60 4.852,60  open amounts */
bool search_text_refresh(Store *store, gint64 customer_id, GError **error);
/* The same for many, rising. */
bool search_texts_refresh(Store *store, const GArray *customer_ids, GError **error);
/* The same for many whose items alone have changed: the rest of their line is taken as it stands. */
bool search_items_refresh(Store *store, const GArray *customer_ids, GError **error);
/* What that line ought to be, and the name as name_key has it; caller frees both.  Writes nothing. */
bool search_text_build(Store *store, gint64 customer_id, char **key, char **text, GError **error);
/* The name as matching compares it: folded, without legal form, words in order of the alphabet.  Caller frees. */
char *name_key(const char *name);
/* Rewrites customer.class from behaviour and promises (only when it differs); limits and tolerance from the
 * settings, NULL: BEHAVIOUR_DEFAULT and none. */
bool customer_class_refresh(Store *store, const Settings *settings, gint64 customer_id, Day today, GError **error);
/* The same for many, rising. */
bool customers_class_refresh(Store *store, const Settings *settings, const GArray *customer_ids, Day today,
                             GError **error);
/* The behaviour behind the class. */
bool customer_behaviour(Store *store, const Settings *settings, gint64 customer_id, Day today, Behaviour *behaviour,
                        GError **error);
/* Day up to which bank data is in (newest statement); DAY_NONE: none yet. */
Day bank_day(Store *store);
