/* Interest to the cent: days, segments, yearly compounding, rates that stay as they were at default, and what holds
 * for every figure. */
#include "rules/interest.h"

#include <locale.h>

static Rates *rates;

static Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(text, &day));
    return day;
}

static InterestRule rule_of(const char *series)
{
    return interest_rule(rates_series(rates, series));
}

static Cents interest_of(const InterestRule *rule, Cents principal, const char *due, const char *paid)
{
    return interest_between(rates, rule, principal, day_plus(iso(due), 1), iso(paid), NULL).amount;
}

static void test_known(void)
{
    static const struct {
        const char *series;
        bool actual;
        Cents principal;
        const char *due, *paid;
        Cents interest;
    } rows[] = {
        {"be_b2b", false, 100000, "2026-06-30", "2026-06-30", 0},
        {"be_b2b", false, 100000, "2026-06-30", "2026-07-30", 863},
        {"be_b2b", false, 1234567, "2022-11-30", "2026-11-21", 553272},
        {"be_b2b", true, 1234567, "2022-11-30", "2026-11-21", 552849},
        {"be_legal", false, 250000, "2025-11-15", "2026-05-14", 5548},
        {"nl_b2b", false, 1000000, "2026-05-31", "2026-08-31", 26008},
        {"nl_b2b", false, 1000000, "2024-06-30", "2026-11-21", 280910},
        {"nl_legal", false, 100000, "2022-12-31", "2026-11-21", 23365},
        {"uk_b2b", false, 500000, "2026-06-15", "2026-09-15", 14808},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        InterestRule rule = rule_of(rows[i].series);
        rule.actual = rows[i].actual;
        g_test_message("%s %s", rows[i].series, rows[i].due);
        g_assert_cmpint(interest_of(&rule, rows[i].principal, rows[i].due, rows[i].paid), ==, rows[i].interest);
    }
}

static void test_periods(void)
{
    InterestRule rule = rule_of("be_b2b");
    g_autoptr(GArray) periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
    interest_between(rates, &rule, 1234567, iso("2022-12-01"), iso("2026-11-21"), periods);
    static const struct {
        int days, points;
        Cents amount;
    } rows[] = {{31, 800, 8388},    {181, 1050, 64282},  {184, 1200, 74683}, {366, 1250, 154744},
                {181, 1150, 70404}, {365, 1050, 129630}, {144, 1050, 51142}};
    g_assert_cmpuint(periods->len, ==, G_N_ELEMENTS(rows));
    for (guint i = 0; i < periods->len; i++) {
        const InterestPeriod *period = &g_array_index(periods, InterestPeriod, i);
        g_assert_cmpint(period->days, ==, rows[i].days);
        g_assert_cmpint(period->points, ==, rows[i].points);
        g_assert_cmpint(period->amount, ==, rows[i].amount);
    }
}

static void test_years(void)
{
    InterestRule rule = rule_of("nl_b2b");
    g_autoptr(GArray) periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
    interest_between(rates, &rule, 1000000, iso("2024-07-01"), iso("2026-11-21"), periods);
    g_assert_cmpint(g_array_index(periods, InterestPeriod, 0).base, ==, 1000000);
    g_assert_cmpint(g_array_index(periods, InterestPeriod, 2).base, ==, 1117045);
    g_assert_cmpint(g_array_index(periods, InterestPeriod, periods->len - 1).base, ==, 1230425);
    /* one that began on 29 February counts its years from 1 March */
    InterestRule flat = rule;
    flat.agreed = 1000;
    g_assert_cmpint(interest_of(&flat, 100000, "2024-02-28", "2025-02-28"), ==, 10027);
    g_assert_cmpint(interest_of(&flat, 100000, "2024-02-28", "2025-03-01"), ==, 10027 + 30);
}

static void test_agreed(void)
{
    InterestRule rule = rule_of("be_b2b");
    rule.agreed = 1200;
    g_assert_cmpint(interest_of(&rule, 100000, "2025-12-31", "2026-12-31"), ==, 12000);
    rule.capped = true; /* a consumer owes no more than the law's rate, and no more than was agreed */
    g_assert_cmpint(interest_of(&rule, 100000, "2025-12-31", "2026-12-31"), ==, 10500);
    rule.agreed = 300;
    g_assert_cmpint(interest_of(&rule, 100000, "2025-12-31", "2026-12-31"), ==, 3000);
}

static void test_marks(void)
{
    InterestRule rule = rule_of("be_b2b"), uk = rule_of("uk_b2b");
    g_assert_cmpuint(interest_between(rates, &rule, 100, iso("2026-01-01"), iso("2027-06-19"), NULL).marks, ==, 0);
    g_assert_cmpuint(interest_between(rates, &rule, 100, iso("2026-01-01"), iso("2027-06-20"), NULL).marks, ==,
                     INTEREST_UNCONFIRMED);
    g_assert_cmpuint(interest_between(rates, &rule, 100, iso("2002-08-06"), iso("2002-08-08"), NULL).marks, ==,
                     INTEREST_UNKNOWN);
    Interest unknown = interest_between(rates, &uk, 100000, iso("2023-01-01"), iso("2026-01-01"), NULL);
    g_assert_cmpint(unknown.amount, ==, 0); /* a debt whose rate at default is not known has none later either */
    g_assert_cmpuint(unknown.marks, ==, INTEREST_UNKNOWN);
    rule.agreed = 1000;
    g_assert_cmpuint(interest_between(rates, &rule, 100, iso("2000-01-01"), iso("2050-01-01"), NULL).marks, ==, 0);
    g_autofree char *words = interest_marks_words(rates, INTEREST_UNCONFIRMED | INTEREST_PROJECTED);
    g_assert_cmpstr(words, ==, "The rate is only expected, not published. Rate not confirmed after 19 June 2027.");
}

/* ---- what holds for every debt ---- */

static void test_grows(void)
{
    for (size_t s = 0; s < rates_count(rates); s++) {
        if (!rates_at(rates, s)->interest)
            continue;
        InterestRule rule = interest_rule(rates_at(rates, s));
        Day first = iso("2019-02-14");
        Cents before = 0;
        for (Day day = day_plus(first, -1); day_compare(day, iso("2027-01-01")) < 0; day = day_plus(day, 11)) {
            Cents now = interest_between(rates, &rule, 777777, first, day, NULL).amount;
            Cents larger = interest_between(rates, &rule, 777778, first, day, NULL).amount;
            g_assert_cmpint(now, >=, before); /* a day more never costs less */
            g_assert_cmpint(larger, >=, now); /* nor a cent more */
            before = now;
        }
    }
}

static void test_pieces(void)
{
    /* Looking at a debt on the way changes nothing: only events round. */
    static const char *const names[] = {"be_b2b", "nl_b2b", "nl_legal", "uk_b2b"};
    for (size_t s = 0; s < G_N_ELEMENTS(names); s++) {
        InterestRule rule = rule_of(names[s]);
        Accrual accrual = accrual_start(rates, &rule, 123457, iso("2024-02-29"));
        for (Day day = iso("2024-03-01"); day_compare(day, iso("2026-11-21")) < 0; day = day_plus(day, 13))
            accrual_to(&accrual, day, NULL);
        accrual_to(&accrual, iso("2026-11-21"), NULL);
        g_assert_cmpint(accrual_interest(&accrual), ==,
                        interest_between(rates, &rule, 123457, iso("2024-02-29"), iso("2026-11-21"), NULL).amount);
    }
}

static void test_sums_of_periods(void)
{
    /* Periods cover every day once and their amounts add up to the interest but for cents of rounding. */
    for (int back = 1; back < 2500; back += 37) {
        InterestRule rule = rule_of(back % 2 ? "be_b2b" : "nl_b2b");
        rule.actual = back % 3 == 0;
        g_autoptr(GArray) periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
        Day last = iso("2026-11-21"), next = day_plus(last, -back);
        Interest all = interest_between(rates, &rule, 98765432, next, last, periods);
        Cents sum = 0;
        for (guint i = 0; i < periods->len; i++) {
            const InterestPeriod *period = &g_array_index(periods, InterestPeriod, i);
            g_assert_cmpint(period->first.number, ==, next.number);
            next = day_plus(period->last, 1);
            sum += period->amount;
        }
        g_assert_cmpint(next.number, ==, last.number + 1);
        g_assert_cmpint(ABS(sum - all.amount), <=, (int)periods->len);
    }
}

static void test_extremes(void)
{
    InterestRule rule = rule_of("nl_b2b");
    g_assert_cmpint(interest_between(rates, &rule, MONEY_LIMIT, iso("2003-01-01"), iso("2100-01-01"), NULL).amount, ==,
                    MONEY_LIMIT); /* it stops, it does not turn over */
    g_assert_cmpint(interest_between(rates, &rule, 100000, DAY_NONE, iso("2026-01-01"), NULL).amount, ==, 0);
    g_assert_cmpint(interest_between(rates, &rule, 100000, iso("2026-01-01"), DAY_NONE, NULL).amount, ==, 0);
    g_assert_cmpint(interest_between(rates, &rule, -100000, iso("2025-01-01"), iso("2025-12-31"), NULL).amount, ==,
                    -interest_between(rates, &rule, 100000, iso("2025-01-01"), iso("2025-12-31"), NULL).amount);
    g_assert_cmpint(interest_between(rates, &rule, 100000, iso("9999-12-30"), iso("9999-12-31"), NULL).amount, >, 0);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_DATA"), "rates.ini", NULL);
    const char *const files[] = {path, NULL};
    rates = rates_load(files, NULL);
    g_assert_nonnull(rates);
    g_test_add_func("/interest/known debts to the cent", test_known);
    g_test_add_func("/interest/each rate has its days and its share", test_periods);
    g_test_add_func("/interest/Dutch interest bears interest after each full year", test_years);
    g_test_add_func("/interest/an agreed rate replaces the legal one, for a consumer only downwards", test_agreed);
    g_test_add_func("/interest/a rate that is not sure is marked", test_marks);
    g_test_add_func("/interest/more days or more money never cost less", test_grows);
    g_test_add_func("/interest/looking at a debt on the way changes nothing", test_pieces);
    g_test_add_func("/interest/periods cover every day once and add up", test_sums_of_periods);
    g_test_add_func("/interest/the largest sums and the last days", test_extremes);
    int failed = g_test_run();
    rates_free(rates);
    return failed;
}
