#include "behaviour.h"

#include "base/i18n.h"
#include "base/words.h"

#include <stdlib.h>

#define YEAR_DAYS     365
#define LAST_PAYMENTS 3
#define QUICK_DAYS    3

const BehaviourLimits BEHAVIOUR_DEFAULT = {.a_days = 7, .b_days = 30, .a_broken = 0, .b_broken = 2, .drift_days = 10};

/* Amounts times days leave 64 bits long before the books are full. */
__extension__ typedef __int128 Wide;

static int rounded(Wide sum, Wide whole)
{
    Wide half = whole / 2;
    return (int)((sum >= 0 ? sum + half : sum - half) / whole);
}

/* The latest payment first; the rest of the order only makes the result independent of the input's. */
static int later_first(const void *left, const void *right)
{
    const Settlement *a = left, *b = right;
    if (a->paid.number != b->paid.number)
        return day_compare(b->paid, a->paid);
    if (a->due.number != b->due.number)
        return day_compare(b->due, a->due);
    return (b->amount > a->amount) - (b->amount < a->amount);
}

/* Payments up to today of the last two years: one to judge and one before, to compare with. */
static GArray *payments_recent(const Settlement *settled, size_t count, Day today)
{
    GArray *recent = g_array_new(FALSE, FALSE, sizeof(Settlement));
    for (size_t i = 0; i < count; i++) {
        int age = day_minus(today, settled[i].paid);
        if (age >= 0 && age < 2 * YEAR_DAYS && settled[i].amount > 0)
            g_array_append_val(recent, settled[i]);
    }
    g_array_sort(recent, later_first);
    return recent;
}

/* A stretch of days, both ends in it. */
typedef struct {
    Day from, until;
} Span;

/* Amount-weighted days late of the payments of a span, from the `first` of the list on; how many. */
static int days_late_of(const GArray *payments, guint first, Span span, int *days)
{
    Wide sum = 0, whole = 0;
    int count = 0;
    for (guint i = first; i < payments->len; i++) {
        const Settlement *payment = &g_array_index(payments, Settlement, i);
        if (day_compare(payment->paid, span.from) < 0)
            break;
        if (day_compare(payment->paid, span.until) > 0)
            continue;
        sum += (Wide)payment->amount * day_minus(payment->paid, payment->due);
        whole += payment->amount;
        count++;
    }
    if (whole > 0)
        *days = rounded(sum, whole);
    return count;
}

/* Of those that are younger than a year on `day`. */
static bool days_late_year(const GArray *payments, guint first, Day day, int *days)
{
    return days_late_of(payments, first, (Span){day_plus(day, 1 - YEAR_DAYS), day}, days) > 0;
}

static int days_late_plain(const GArray *payments, guint count)
{
    gint64 sum = 0;
    for (guint i = 0; i < count; i++) {
        const Settlement *payment = &g_array_index(payments, Settlement, i);
        sum += day_minus(payment->paid, payment->due);
    }
    return rounded(sum, count);
}

static guint count_year(const GArray *payments, Day today)
{
    guint count = 0;
    while (count < payments->len && day_minus(today, g_array_index(payments, Settlement, count).paid) < YEAR_DAYS)
        count++;
    return count;
}

/* Fewer than three payments, or nothing before them, show no trend. */
static void trend_judge(Behaviour *behaviour, const GArray *payments, guint in_year)
{
    int before = 0;
    if (in_year < LAST_PAYMENTS)
        return;
    Day third = g_array_index(payments, Settlement, LAST_PAYMENTS - 1).paid;
    if (days_late_year(payments, LAST_PAYMENTS, third, &before))
        behaviour->trend = behaviour->days_to_pay_last3 - before;
}

static char class_judge(const Behaviour *behaviour, int broken, int overdue, const BehaviourLimits *limits)
{
    char by_days = behaviour->days_late <= limits->a_days ? 'A' : behaviour->days_late <= limits->b_days ? 'B' : 'C';
    if (!behaviour->known)
        by_days = overdue > limits->b_days ? 'B' : 'A';
    char by_promises = broken <= limits->a_broken ? 'A' : broken <= limits->b_broken ? 'B' : 'C';
    return MAX(by_days, by_promises);
}

/* As he stood on the day before his newest payment; broken promises are those of today. */
static char class_before(const Behaviour *behaviour, const GArray *payments, int broken, const BehaviourLimits *limits)
{
    Day newest = g_array_index(payments, Settlement, 0).paid;
    Behaviour before = {.known = true};
    guint first = 0;
    while (first < payments->len && day_compare(g_array_index(payments, Settlement, first).paid, newest) == 0)
        first++;
    return days_late_year(payments, first, day_plus(newest, -1), &before.days_late)
               ? class_judge(&before, broken, 0, limits)
               : behaviour->payment_class;
}

/* --- Three months ------------------------------------------------------------------------------------------- */

static Day month_of(Day day)
{
    return day_plus(day, 1 - day_date(day).day);
}

static SlowerMonths months_judge(const GArray *payments, Day today)
{
    SlowerMonths months = {.judged = true};
    Day present = month_of(today);
    bool counts = payments->len > 0 && day_compare(g_array_index(payments, Settlement, 0).paid, present) >= 0;
    for (int i = 0; i < SLOWER_MONTHS; i++) {
        Day first = day_plus_months(present, i - SLOWER_MONTHS + (counts ? 1 : 0));
        Span month = {first, day_plus(day_plus_months(first, 1), -1)};
        months.first[i] = first;
        months.judged = days_late_of(payments, 0, month, &months.days[i]) > 0 && months.judged;
    }
    Span before = {day_plus_months(months.first[0], -12), day_plus(months.first[0], -1)};
    months.judged = days_late_of(payments, 0, before, &months.before) >= SLOWER_LEAST_BEFORE && months.judged;
    return months;
}

static bool is_slowing(const SlowerMonths *months, int broken, const BehaviourLimits *limits)
{
    const Behaviour then = {.known = true, .days_late = months->before};
    bool slowing = months->judged && class_judge(&then, broken, 0, limits) == 'A';
    for (int i = 0; i < SLOWER_MONTHS; i++)
        slowing = slowing && months->days[i] - months->before > limits->drift_days;
    return slowing;
}

char *slower_months_words(const SlowerMonths *months, const char *language)
{
    const Words *names = words_of(language);
    GString *words = g_string_new(NULL);
    for (int i = 0; i < SLOWER_MONTHS && months->judged; i++)
        g_string_append_printf(words, "%s%s %d", i > 0 ? ", " : "",
                               names->months_short[day_date(months->first[i]).month - 1], months->days[i]);
    return g_string_free(words, FALSE);
}

char *slower_words(const SlowerMonths *months)
{
    if (!months->judged)
        return g_strdup("");
    g_autofree char *then = slower_months_words(months, i18n_language());
    int before = months->before;
    if (before < 0)
        return g_strdup_printf(NP_("%d day early before, then %s", "%d days early before, then %s", -before), -before,
                               then);
    return g_strdup_printf(NP_("%d day late before, then %s", "%d days late before, then %s", before), before, then);
}

char *slower_brief(const SlowerMonths *months)
{
    const int *days = months->days;
    return months->judged ? g_strdup_printf(_("%d → %d, %d, %d days late"), months->before, days[0], days[1], days[2])
                          : g_strdup("");
}

/* --- The whole ------------------------------------------------------------------------------------------------ */

Behaviour behaviour_judge(const Settlement *settled, size_t count, int broken_12m, int overdue_days_weighted, Day today,
                          const BehaviourLimits *limits)
{
    Behaviour behaviour = {0};
    g_autoptr(GArray) payments = payments_recent(settled, count, today);
    behaviour.known = days_late_year(payments, 0, today, &behaviour.days_late);
    if (behaviour.known) {
        guint in_year = count_year(payments, today);
        behaviour.days_to_pay_last3 = days_late_plain(payments, MIN(in_year, LAST_PAYMENTS));
        trend_judge(&behaviour, payments, in_year);
        behaviour.months = months_judge(payments, today);
        behaviour.drift = is_slowing(&behaviour.months, broken_12m, limits);
    }
    behaviour.payment_class = class_judge(&behaviour, broken_12m, overdue_days_weighted, limits);
    behaviour.class_before =
        behaviour.known ? class_before(&behaviour, payments, broken_12m, limits) : behaviour.payment_class;
    return behaviour;
}

bool behaviour_is_quick(Day talk, Day paid)
{
    return day_known(talk) && day_known(paid) && day_compare(paid, talk) >= 0 && day_minus(paid, talk) <= QUICK_DAYS;
}

int overdue_days_weighted(const OpenAge *items, size_t count, Day today)
{
    Wide sum = 0, whole = 0;
    for (size_t i = 0; i < count; i++) {
        int days = day_minus(today, items[i].due);
        if (days <= 0 || items[i].open <= 0)
            continue;
        sum += (Wide)items[i].open * days;
        whole += items[i].open;
    }
    return whole == 0 ? 0 : rounded(sum, whole);
}
