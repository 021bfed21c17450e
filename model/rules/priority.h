/* The score of a customer in today's queue: K + A + D + P + R + U + B + N − X, at most 151 (reference
 * vocabulary §3).  Integers only, no clock, no database. */
#pragma once
#include "base/money.h"

typedef enum {
    COMMITMENT_NONE,
    COMMITMENT_DATED_FOLLOWUP,
    COMMITMENT_BROKEN_PROMISE,
    COMMITMENT_CHEQUE_MISSING,
    COMMITMENT_MISSED_INSTALMENT,
    COMMITMENT_DEADLINE_PASSED /* weighs as much: what was announced must follow, or be talked about */
} Commitment;

#define PRIORITY_NEVER (-1)

typedef struct {
    Cents open, promised, disputed, unallocated; /* one currency */
    Cents collecting;                            /* a direct debit takes it */
    int overdue_days_weighted;                   /* amount-weighted; 0 = not overdue */
    Commitment commitment;
    int broken_12m;
    int days_since_right_party; /* PRIORITY_NEVER: never reached */
    int credit_use_percent;
    bool drift, class_b, first_invoice_unpaid;
    int unanswered_today, attempts_yesterday;
} PriorityFacts;

typedef enum { TERM_K, TERM_A, TERM_D, TERM_P, TERM_R, TERM_U, TERM_B, TERM_N, TERM_X, TERM_COUNT } PriorityTerm;

typedef struct {
    bool gated;            /* nothing to collect and no dated commitment: no score */
    Cents collectable;     /* open − collecting − promised − disputed − unallocated, never below 0 */
    int terms[TERM_COUNT]; /* TERM_X is positive and subtracted */
    int score, percent;    /* percent of the maximum */
    char band;             /* 'A'-'E' by per cent; tests only, never shown: A, B, C are payment classes */
} Priority;

/* Weights, all settings of section [priority]; PRIORITY_DEFAULT is the table of the reference. */
typedef struct {
    Cents floor;                               /* default € 25 */
    int broken_promise, dated_followup;        /* K 40, 25 */
    int amount_step, amount_max;               /* A 5, 45 */
    int age_7, age_14, age_29, age_59, age_60; /* D 3 7 12 16 20 */
    int broken_once, broken_often;             /* P 8, 12 */
    int contact_divisor, contact_max;          /* R 3, 10 */
    int credit_near, credit_over;              /* U 4 (over 80 %), 8 (over 100 %) */
    int drift, class_b;                        /* B 10, 5 */
    int new_customer;                          /* N 6 */
    int unanswered_today, attempt_yesterday;   /* X 15, 5 */
} PriorityWeights;
extern const PriorityWeights PRIORITY_DEFAULT;

Priority priority_score(const PriorityFacts *facts, const PriorityWeights *weights);
int priority_maximum(const PriorityWeights *weights);
/* Orders two scored customers: score, then larger collectable, then older last contact (day numbers,
 * G_MININT32 = never, first), then customer number.  Negative: a before b. */
int priority_compare(const Priority *a, int a_last_contact, const char *a_number, const Priority *b, int b_last_contact,
                     const char *b_number);
