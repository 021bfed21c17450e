/* What a customer's payments say about him: weighted days late, trend, class A, B or C, slowing down. */
#pragma once
#include "base/day.h"
#include "base/money.h"

/* One settled part of an invoice. */
typedef struct {
    Day due, paid;
    Cents amount;
} Settlement;

typedef struct {
    int a_days, b_days;     /* A up to a_days late on average, B up to b_days; else C (settings [class]) */
    int a_broken, b_broken; /* more broken promises in 12 months than this: not A / not B */
    int drift_days;         /* each of three months slower than his own year by more than this */
} BehaviourLimits;
extern const BehaviourLimits BEHAVIOUR_DEFAULT; /* A ≤ 7 days and 0 broken, B ≤ 30 and ≤ 2, drift 10 */

/* Three calendar months beside the twelve before them.  The present month counts as soon as something was paid in it;
 * else the three before it.  Not judged: a month of the three without a payment, or fewer than three payments before
 * them. */
enum { SLOWER_MONTHS = 3, SLOWER_LEAST_BEFORE = 3 };
typedef struct {
    bool judged;
    Day first[SLOWER_MONTHS]; /* first day of each month, oldest first */
    int days[SLOWER_MONTHS];  /* amount-weighted days late of what was paid in it; negative = early */
    int before;               /* the same of the twelve months before */
} SlowerMonths;
/* "1 day late before, then Dec 12, Jan 14, Feb 16", interface language; "" not judged; caller frees. */
char *slower_words(const SlowerMonths *months);
/* "1 → 12, 14, 16 days late", for a list. */
char *slower_brief(const SlowerMonths *months);
/* "dec 12, jan 14, feb 16" in the language of a script; "" not judged; caller frees. */
char *slower_months_words(const SlowerMonths *months, const char *language);

typedef struct {
    bool known;            /* false: nothing settled in the last 12 months */
    int days_late;         /* amount-weighted over 12 months; negative = early */
    int days_to_pay_last3; /* plain mean of the last three settlements, days late */
    int trend;             /* days_to_pay_last3 − days_late of the 12 months before those three */
    SlowerMonths months;
    bool drift;         /* each of the three months slower than before by more than drift_days, and class A before:
                         * the good customer slows down */
    char class_before;  /* before the newest payment; the same as payment_class where none came before it */
    char payment_class; /* 'A', 'B', 'C'; without history 'B' when something is overdue > b_days, else 'A' */
} Behaviour;

/* `settled` in any order; today decides the window of 365 days. */
Behaviour behaviour_judge(const Settlement *settled, size_t count, int broken_12m, int overdue_days_weighted, Day today,
                          const BehaviourLimits *limits);

/* Money that came within three days of a talk: it was the talk.  False where one of the days is not known. */
bool behaviour_is_quick(Day talk, Day paid);

/* Amount-weighted days overdue of open items on `today` (only items past due, only positive amounts). */
typedef struct {
    Day due;
    Cents open;
} OpenAge;
int overdue_days_weighted(const OpenAge *items, size_t count, Day today);
