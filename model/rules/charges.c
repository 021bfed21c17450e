#include "charges.h"

#include <string.h>

Cents charge_fixed_sum(const Rates *rates, const char *series, Cents principal)
{
    const Scale *scale = rates_fixed_sum(rates, series);
    return scale != NULL ? scale_amount(scale, principal) : 0;
}

static Cents by_scale(const Rates *rates, ScaleName name, Day on, Cents amount)
{
    const Scale *scale = rates_scale(rates, name, on);
    return scale != NULL ? scale_amount(scale, amount) : 0;
}

Cents charge_collection_costs(const Rates *rates, Day on, Cents principal)
{
    return by_scale(rates, SCALE_NL_COSTS, on, principal);
}

Cents charge_indemnity_most(const Rates *rates, Day on, Cents balance)
{
    return by_scale(rates, SCALE_BE_INDEMNITY, on, balance);
}

Cents charge_costs_vat(const Rates *rates, Day on, Cents costs)
{
    const RateSeries *vat = rates_series(rates, "nl_vat");
    const RateRow *row = vat != NULL ? rate_on(vat, on) : NULL;
    return row != NULL ? money_share(costs, row->points, 10000) : 0;
}

Cents charge_reminder_cost(const Rates *rates, Day on, int nth, Cents postage)
{
    const Rule *rule = rates_rule(rates, RULE_BE_REMINDER, on);
    if (rule == NULL || nth <= rule->figures[REMINDER_FREE_REGULAR])
        return 0;
    return rule->figures[REMINDER_EXTRA] + MAX(postage, 0);
}

/* ---- recurring Dutch terms ---- */

static Cents letter_costs(const Rates *rates, const CostLetter *letters, size_t index)
{
    const CostLetter *letter = &letters[index];
    const Rule *rule = rates_rule(rates, RULE_NL_CUMULATION, letter->day);
    Cents usual = charge_collection_costs(rates, letter->day, letter->principal), asked = 0;
    bool first = true;
    if (rule == NULL || letter->principal >= rule->figures[CUMULATION_BELOW])
        return usual;
    Day back = day_plus_months(letter->day, -(int)rule->figures[CUMULATION_MONTHS]);
    for (size_t i = 0; i < index; i++) {
        bool counts = day_compare(letters[i].day, back) > 0 && letters[i].principal < rule->figures[CUMULATION_BELOW];
        first = first && !counts;
        asked += counts ? letters[i].costs : 0;
    }
    Cents wanted = rule->figures[first ? CUMULATION_FIRST : CUMULATION_NEXT];
    return CLAMP(MIN(usual, wanted), 0, MAX(rule->figures[CUMULATION_MOST] - asked, 0));
}

void charge_cumulated_costs(const Rates *rates, CostLetter *letters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        letters[i].costs = letter_costs(rates, letters, i);
}

/* ---- one invoice ---- */

bool charge_interest_rule(const ChargeCase *about, const Rates *rates, const ChargeAnswer *answer, InterestRule *rule)
{
    const RateSeries *series = answer->series != NULL ? rates_series(rates, answer->series) : NULL;
    if (series == NULL)
        return false;
    *rule = interest_rule(series);
    /* A public body's rate is the law's; what a consumer agreed to counts up to the law's only. */
    rule->agreed = about->kind == DEBTOR_PUBLIC ? RATE_AGREED_NONE : about->agreed;
    rule->capped = about->kind != DEBTOR_BUSINESS;
    return true;
}

Cents charge_costs(const ChargeCase *about, const Rates *rates, Cents open, Cents fixed_sum, Day on)
{
    if (g_ascii_strcasecmp(about->country, "BE") == 0)
        return charge_indemnity_most(rates, on, open);
    return MAX(charge_collection_costs(rates, on, open) - fixed_sum, 0);
}

Charges charges_reckon(const ChargeCase *about, const Rates *rates, const Calendar *calendar, Cents open, Day on,
                       GArray *periods)
{
    ChargeAnswer answers[CHARGE_COUNT];
    Charges charges = {.total = open};
    InterestRule rule;
    charges_judge(about, rates, calendar, on, answers);
    if (open <= 0)
        return charges;
    if (answers[CHARGE_INTEREST].allowed && charge_interest_rule(about, rates, &answers[CHARGE_INTEREST], &rule)) {
        Interest interest = interest_between(rates, &rule, open, answers[CHARGE_INTEREST].bears_from, on, periods);
        charges.of[CHARGE_INTEREST] = interest.amount;
        charges.marks = interest.marks;
    }
    if (answers[CHARGE_FIXED_SUM].allowed)
        charges.of[CHARGE_FIXED_SUM] = charge_fixed_sum(rates, answers[CHARGE_INTEREST].series, open);
    if (answers[CHARGE_COSTS].allowed)
        charges.of[CHARGE_COSTS] = charge_costs(about, rates, open, charges.of[CHARGE_FIXED_SUM], on);
    for (int i = 0; i < CHARGE_COUNT; i++)
        charges.total += charges.of[i];
    return charges;
}
