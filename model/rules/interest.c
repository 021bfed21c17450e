#include "interest.h"

#include "base/i18n.h"

/* Points of a year of 365 and of 366 days on one denominator. */
#define POINTS_WHOLE 10000
#define SCALE        ((InterestExact)POINTS_WHOLE * 365 * 366)

InterestRule interest_rule(const RateSeries *series)
{
    return (InterestRule){.series = series, .agreed = RATE_AGREED_NONE, .actual = series->actual};
}

static void sentence_add(GString *words, const char *sentence)
{
    if (words->len > 0)
        g_string_append_c(words, ' ');
    g_string_append(words, sentence);
}

char *interest_marks_words(const Rates *rates, unsigned marks)
{
    g_autoptr(GString) words = g_string_new(NULL);
    g_autofree char *day = day_in(i18n_language(), rates_confirmed_until(rates));
    g_autofree char *unconfirmed = g_strdup_printf(_("Rate not confirmed after %s."), day);
    if ((marks & INTEREST_PROJECTED) != 0)
        sentence_add(words, _("The rate is only expected, not published."));
    if ((marks & INTEREST_UNCONFIRMED) != 0)
        sentence_add(words, unconfirmed);
    if ((marks & INTEREST_UNKNOWN) != 0)
        sentence_add(words, _("No rate is known for the first days: they bear nothing."));
    return g_string_free(g_steal_pointer(&words), FALSE);
}

/* ---- one stretch of days at one rate ---- */

static int agreed_points(const InterestRule *rule, int points)
{
    if (rule->agreed == RATE_AGREED_NONE)
        return points;
    return rule->capped ? MIN(rule->agreed, points) : rule->agreed;
}

static Day earlier(Day a, Day b)
{
    return day_compare(a, b) <= 0 ? a : b;
}

/* The last day on which `row` holds: the day before the next one. */
static Day row_last(const RateSeries *series, const RateRow *row, Day limit)
{
    const RateRow *after = row == NULL ? series->rows : row + 1;
    if (after >= series->rows + series->count)
        return limit;
    return earlier(limit, day_plus(after->from, -1));
}

/* Where a day counts by the length of its year, a stretch ends with the year. */
static bool leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static Day year_last(Day day)
{
    Day last = DAY_NONE;
    day_from_date(day_date(day).year, 12, 31, &last);
    return last;
}

static InterestExact rounded(InterestExact exact)
{
    return (exact + (exact < 0 ? -SCALE / 2 : SCALE / 2)) / SCALE;
}

static Cents whole(InterestExact amount)
{
    return (Cents)CLAMP(amount, (InterestExact)-MONEY_LIMIT, (InterestExact)MONEY_LIMIT);
}

static void period_add(GArray *periods, const Accrual *accrual, Day last, const RateRow *row, int points,
                       InterestExact exact)
{
    InterestPeriod period = {.first = accrual->next,
                             .last = last,
                             .days = day_minus(last, accrual->next) + 1,
                             .points = points,
                             .row = row,
                             .base = accrual->principal + accrual->capitalised};
    period.amount = whole(rounded(exact));
    g_array_append_val(periods, period);
}

static unsigned row_marks(const Rates *rates, const RateRow *row, Day last)
{
    if (row == NULL)
        return INTEREST_UNKNOWN;
    unsigned marks = row->source.status == RATE_PROJECTED ? INTEREST_PROJECTED : 0;
    return marks | (day_compare(last, rates_confirmed_until(rates)) > 0 ? INTEREST_UNCONFIRMED : 0);
}

unsigned interest_period_marks(const Rates *rates, const InterestPeriod *period)
{
    bool agreed = period->row == NULL && period->points != 0;
    return agreed ? 0 : row_marks(rates, period->row, period->last);
}

/* Counts the days from accrual->next to `last`, which are all at the rate of `row`. */
static void stretch(Accrual *accrual, Day last, const RateRow *row, GArray *periods)
{
    const InterestRule *rule = &accrual->rule;
    bool free_of_series = rule->agreed != RATE_AGREED_NONE && !rule->capped;
    int points = agreed_points(rule, row != NULL ? row->points : 0);
    int year = rule->actual && leap_year(day_date(accrual->next).year) ? 365 : 366; /* the other one: of SCALE */
    InterestExact exact = (InterestExact)(accrual->principal + accrual->capitalised) * points *
                          (day_minus(last, accrual->next) + 1) * year;
    if (periods != NULL)
        period_add(periods, accrual, last, free_of_series ? NULL : row, points, exact);
    if (!free_of_series)
        accrual->marks |= row_marks(accrual->rates, row, rule->series->fixed ? accrual->start : last);
    accrual->exact += exact;
    accrual->next = day_plus(last, 1);
}

/* ---- the way of a debt ---- */

Accrual accrual_start(const Rates *rates, const InterestRule *rule, Cents principal, Day first)
{
    return (Accrual){.rates = rates, .rule = *rule, .principal = principal, .next = first, .start = first};
}

Cents accrual_interest(const Accrual *accrual)
{
    return whole((InterestExact)accrual->capitalised + accrual->settled + rounded(accrual->exact));
}

Cents accrual_settle(Accrual *accrual)
{
    accrual->settled = whole((InterestExact)accrual->settled + rounded(accrual->exact));
    accrual->exact = 0;
    return accrual->capitalised + accrual->settled;
}

void accrual_pay_interest(Accrual *accrual, Cents amount)
{
    accrual_settle(accrual);
    Cents old = MIN(amount, accrual->capitalised);
    accrual->capitalised -= old;
    accrual->settled -= amount - old;
}

/* The last day of the year that runs.  The next one begins on the same date; after 29 February, on 1 March. */
static Day year_end(const Accrual *accrual)
{
    Date date = day_date(accrual->start);
    Day day = DAY_NONE;
    int year = date.year + accrual->years + 1;
    if (!day_from_date(year, date.month, date.day, &day))
        day_from_date(year, 3, 1, &day);
    return day_known(day) ? day_plus(day, -1) : DAY_NONE;
}

static void rates_walk(Accrual *accrual, Day last, GArray *periods)
{
    const RateSeries *series = accrual->rule.series;
    bool one_rate = series->fixed || (accrual->rule.agreed != RATE_AGREED_NONE && !accrual->rule.capped);
    const RateRow *row = rate_on(series, series->fixed ? accrual->start : accrual->next);
    while (day_compare(accrual->next, last) <= 0) {
        Day until = one_rate ? last : row_last(series, row, last);
        if (accrual->rule.actual)
            until = earlier(until, year_last(accrual->next));
        bool row_ends = !one_rate && day_compare(until, row_last(series, row, last)) == 0;
        stretch(accrual, until, row, periods);
        if (row_ends)
            row = row == NULL ? series->rows : row + 1;
    }
}

void accrual_to(Accrual *accrual, Day last, GArray *periods)
{
    if (!day_known(accrual->next) || !day_known(last))
        return;
    while (accrual->rule.series->compound && day_compare(accrual->next, last) <= 0) {
        Day end = year_end(accrual);
        if (!day_known(end) || day_compare(end, last) > 0)
            break;
        rates_walk(accrual, end, periods);
        accrual->capitalised = accrual_settle(accrual);
        accrual->settled = 0;
        accrual->years++;
    }
    rates_walk(accrual, last, periods);
}

Interest interest_between(const Rates *rates, const InterestRule *rule, Cents principal, Day first, Day last,
                          GArray *periods)
{
    Accrual accrual = accrual_start(rates, rule, principal, first);
    accrual_to(&accrual, last, periods);
    return (Interest){.amount = accrual_interest(&accrual), .marks = accrual.marks};
}
