#include "priority.h"

#include <string.h>

const PriorityWeights PRIORITY_DEFAULT = {
    .floor = 2500,
    .broken_promise = 40,
    .dated_followup = 25,
    .amount_step = 5,
    .amount_max = 45,
    .age_7 = 3,
    .age_14 = 7,
    .age_29 = 12,
    .age_59 = 16,
    .age_60 = 20,
    .broken_once = 8,
    .broken_often = 12,
    .contact_divisor = 3,
    .contact_max = 10,
    .credit_near = 4,
    .credit_over = 8,
    .drift = 10,
    .class_b = 5,
    .new_customer = 6,
    .unanswered_today = 15,
    .attempt_yesterday = 5,
};

static int term_commitment(const PriorityFacts *facts, const PriorityWeights *weights)
{
    if (facts->commitment == COMMITMENT_NONE)
        return 0;
    return facts->commitment == COMMITMENT_DATED_FOLLOWUP ? weights->dated_followup : weights->broken_promise;
}

/* One step for every doubling of 100 euro: the logarithm keeps small debtors alive. */
static int term_amount(Cents collectable, const PriorityWeights *weights)
{
    int doublings = 0;
    for (Cents rest = (collectable / 10000 + 1) / 2; rest > 0; rest /= 2)
        doublings++;
    return MIN(weights->amount_max, weights->amount_step * doublings);
}

/* Flat after 60 days, because the answer is then escalation and not more calls. */
static int term_age(int days, const PriorityWeights *weights)
{
    const struct {
        int up_to, points;
    } steps[] = {{0, 0}, {7, weights->age_7}, {14, weights->age_14}, {29, weights->age_29}, {59, weights->age_59}};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (days <= steps[i].up_to)
            return steps[i].points;
    }
    return weights->age_60;
}

static int term_promises(int broken, const PriorityWeights *weights)
{
    if (broken <= 0)
        return 0;
    return broken == 1 ? weights->broken_once : weights->broken_often;
}

static int term_contact(int days, const PriorityWeights *weights)
{
    if (days == PRIORITY_NEVER)
        return weights->contact_max;
    return MIN(weights->contact_max, days / MAX(1, weights->contact_divisor));
}

static int term_credit(int percent, const PriorityWeights *weights)
{
    if (percent > 100)
        return weights->credit_over;
    return percent > 80 ? weights->credit_near : 0;
}

static int term_behaviour(const PriorityFacts *facts, const PriorityWeights *weights)
{
    int drift = facts->drift ? weights->drift : 0;
    int class_b = facts->class_b ? weights->class_b : 0;
    return MAX(drift, class_b);
}

static int largest(const int *points, size_t count)
{
    int most = 0;
    for (size_t i = 0; i < count; i++)
        most = MAX(most, points[i]);
    return most;
}

int priority_maximum(const PriorityWeights *weights)
{
    const PriorityWeights *w = weights;
    const int ages[] = {w->age_7, w->age_14, w->age_29, w->age_59, w->age_60};
    return MAX(w->broken_promise, w->dated_followup) + w->amount_max + largest(ages, G_N_ELEMENTS(ages)) +
           MAX(w->broken_once, w->broken_often) + w->contact_max + MAX(w->credit_near, w->credit_over) +
           MAX(w->drift, w->class_b) + w->new_customer;
}

static char band_of(int score, int maximum)
{
    static const struct {
        int percent;
        char band;
    } bands[] = {{50, 'A'}, {35, 'B'}, {25, 'C'}, {15, 'D'}};
    for (size_t i = 0; i < G_N_ELEMENTS(bands); i++) {
        if (score > 0 && score * 100 >= bands[i].percent * maximum)
            return bands[i].band;
    }
    return 'E';
}

Priority priority_score(const PriorityFacts *facts, const PriorityWeights *weights)
{
    Cents left = facts->open - facts->collecting - facts->promised - facts->disputed - facts->unallocated;
    Priority priority = {.collectable = MAX(0, left), .band = 'E'};
    priority.gated = priority.collectable <= weights->floor && facts->commitment == COMMITMENT_NONE;
    if (priority.gated)
        return priority;
    int *terms = priority.terms;
    terms[TERM_K] = term_commitment(facts, weights);
    terms[TERM_A] = term_amount(priority.collectable, weights);
    terms[TERM_D] = term_age(facts->overdue_days_weighted, weights);
    terms[TERM_P] = term_promises(facts->broken_12m, weights);
    terms[TERM_R] = term_contact(facts->days_since_right_party, weights);
    terms[TERM_U] = term_credit(facts->credit_use_percent, weights);
    terms[TERM_B] = term_behaviour(facts, weights);
    terms[TERM_N] = facts->first_invoice_unpaid ? weights->new_customer : 0;
    terms[TERM_X] =
        facts->unanswered_today * weights->unanswered_today + facts->attempts_yesterday * weights->attempt_yesterday;
    for (int term = 0; term < TERM_X; term++)
        priority.score += terms[term];
    priority.score -= terms[TERM_X];
    int maximum = priority_maximum(weights);
    priority.percent = maximum == 0 ? 0 : priority.score * 100 / maximum;
    priority.band = band_of(priority.score, maximum);
    return priority;
}

int priority_compare(const Priority *a, int a_last_contact, const char *a_number, const Priority *b, int b_last_contact,
                     const char *b_number)
{
    if (a->gated != b->gated)
        return a->gated ? 1 : -1;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    if (a->collectable != b->collectable)
        return a->collectable > b->collectable ? -1 : 1;
    if (a_last_contact != b_last_contact)
        return a_last_contact < b_last_contact ? -1 : 1;
    return strcmp(a_number, b_number);
}
