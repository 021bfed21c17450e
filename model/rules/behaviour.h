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
    int drift_days;         /* last three slower than own year by more than this */
} BehaviourLimits;
extern const BehaviourLimits BEHAVIOUR_DEFAULT; /* A ≤ 7 days and 0 broken, B ≤ 30 and ≤ 2, drift 10 */

typedef struct {
    bool known;            /* false: nothing settled in the last 12 months */
    int days_late;         /* amount-weighted over 12 months; negative = early */
    int days_to_pay_last3; /* plain mean of the last three settlements, days late */
    int trend;             /* days_to_pay_last3 − days_late of the 12 months before those three */
    bool drift;            /* trend > drift_days: the good customer slows down */
    char class_before;     /* before the newest payment; the same as payment_class where none came before it */
    char payment_class;    /* 'A', 'B', 'C'; without history 'B' when something is overdue > b_days, else 'A' */
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
