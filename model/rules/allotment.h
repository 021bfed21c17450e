/* To what a payment goes: costs, interest, principal, in an order the house may switch; and the running account of
 * one claim through its payments. */
#pragma once
#include "interest.h"

typedef enum { PART_COSTS, PART_INTEREST, PART_PRINCIPAL, PART_COUNT } ClaimPart;

typedef struct {
    ClaimPart at[PART_COUNT]; /* first to last; each part once */
} AllotOrder;
extern const AllotOrder ALLOT_COSTS_FIRST; /* 6:44 BW, BE 5.210: costs, interest, principal */
/* "interest,costs,principal"; false when a part is missing or unknown. */
bool allot_order_find(const char *words, AllotOrder *order);

typedef struct {
    Cents part[PART_COUNT];
} ClaimParts;

typedef struct {
    ClaimParts paid, left;
    Cents over; /* what remains of the payment */
} Allotment;

/* What is owed below zero counts as nothing; neither does a payment below zero do anything. */
Allotment allotment_split(const ClaimParts *owed, Cents payment, const AllotOrder *order);

/* ---- the account of one claim ---- */

enum { CLAIM_COSTS = 2 }; /* a fixed sum, and costs that came up later */

typedef struct {
    Cents amount;
    Day from; /* owed from this day on; DAY_NONE: from the beginning */
} ClaimCost;

typedef struct {
    const Rates *rates;
    InterestRule rule;
    Cents principal;
    Day bears_from; /* the first day that bears interest: the day after the due day, or as charges.h says; DAY_NONE:
                       none */
    ClaimCost costs[CLAIM_COSTS]; /* in the order in which they are paid */
    AllotOrder order;
} ClaimTerms;

typedef struct {
    Day day;
    Cents amount;
} ClaimPayment;

typedef struct {
    Day day;
    Cents payment; /* 0: the statement that ends the account */
    Allotment allotment;
    Cents capitalised; /* of the interest left: what bears interest itself */
} ClaimRow;

typedef struct {
    ClaimParts left;
    Cents over;     /* paid more than was owed */
    Cents day_rate; /* interest of the day after, for what is left; rounded */
    unsigned marks; /* InterestMark */
} ClaimBalance;

/* Payments in order of their days, those after `on` are passed over.  Interest becomes whole cents on each day of a
 * payment and on `on`.  `rows`: GArray of ClaimRow, one for each payment and one for the statement; `periods`: GArray
 * of InterestPeriod; either may be NULL. */
ClaimBalance claim_balance(const ClaimTerms *terms, const ClaimPayment *payments, size_t count, Day on, GArray *rows,
                           GArray *periods);
