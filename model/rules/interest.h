/* Late interest in whole cents.
 *
 * Day d bears the rate that is valid on d; the first day is the day after the due day, the day of payment is
 * counted.  What has run is kept as an exact fraction and rounded, half away from zero, only at an event: a payment,
 * the end of a year where interest compounds, a statement.  Nothing is allocated unless periods are asked for. */
#pragma once
#include "rates.h"

/* What the reader of a figure must be told. */
typedef enum {
    INTEREST_PROJECTED = 1,   /* a rate that is only expected was used */
    INTEREST_UNCONFIRMED = 2, /* days after the rates were last confirmed */
    INTEREST_UNKNOWN = 4,     /* days before the first rate of the series: they bear nothing */
} InterestMark;
/* A sentence for each mark in interface language, parted by blanks; "" for none.  Caller frees. */
char *interest_marks_words(const Rates *rates, unsigned marks);

enum { RATE_AGREED_NONE = -1 };

/* How a debt bears interest. */
typedef struct {
    const RateSeries *series;
    int agreed;  /* points a year that were agreed instead, flat; RATE_AGREED_NONE: none */
    bool capped; /* the agreed rate holds only where it is below that of the series (consumers) */
    bool actual; /* act/act, whatever the series says */
} InterestRule;

/* The rule of a series as it stands in rates.ini. */
InterestRule interest_rule(const RateSeries *series);

/* Days at one rate on one base. */
typedef struct {
    Day first, last;
    int days;
    int points;
    const RateRow *row; /* NULL: an agreed rate, or none is known (points 0) */
    Cents base;
    Cents amount; /* rounded by itself, for display; the sum of the amounts may differ from the interest by cents */
} InterestPeriod;
/* InterestMark of a period; none where the rate was agreed. */
unsigned interest_period_marks(const Rates *rates, const InterestPeriod *period);

typedef struct {
    Cents amount;
    unsigned marks; /* InterestMark */
} Interest;

/* Interest on `principal` for the days `first` to `last`, both counted; nothing when last is before first or a day is
 * unknown.  `periods`: GArray of InterestPeriod that is added to, or NULL. */
Interest interest_between(const Rates *rates, const InterestRule *rule, Cents principal, Day first, Day last,
                          GArray *periods);

/* Wider than any sum of money: the largest one for a hundred years at a hundred percent fits 10⁸ times. */
__extension__ typedef __int128 InterestExact;

/* A debt on its way through payments.  accrual_start, then accrual_to and changes of the fields in order of days. */
typedef struct {
    const Rates *rates;
    InterestRule rule;
    Cents principal;
    Cents capitalised; /* interest that bears interest */
    Cents settled;     /* interest rounded at an event, not yet capitalised */
    unsigned marks;
    /* inside */
    Day next;            /* the first day not counted yet */
    Day start;           /* of the first year */
    int years;           /* that are full */
    InterestExact exact; /* what ran since the last event, as a fraction of a cent */
} Accrual;

Accrual accrual_start(const Rates *rates, const InterestRule *rule, Cents principal, Day first);
/* Counts up to and with `last`. */
void accrual_to(Accrual *accrual, Day last, GArray *periods);
/* All interest owed as of the last day counted, rounded. */
Cents accrual_interest(const Accrual *accrual);
/* An event: what has run becomes whole cents.  The same as accrual_interest. */
Cents accrual_settle(Accrual *accrual);
/* Takes a payment off the interest, the oldest first; amount at most accrual_settle(). */
void accrual_pay_interest(Accrual *accrual, Cents amount);
