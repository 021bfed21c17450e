/* A plan adds up to the cent and every part has a day on which banks work. */
#include "rules/instalment.h"

#include <locale.h>

static Calendar *calendar;

static Day day_of(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

static void test_sums(void)
{
    for (Cents total = 1; total < 200000; total += 997) {
        for (int parts = 1; parts <= INSTALMENT_PARTS; parts++) {
            Instalment rows[INSTALMENT_PARTS];
            Cents sum = 0;
            bool possible = instalments_split(total, parts, 0, day_of("2026-03-01"), EVERY_MONTH, calendar, "BE", rows);
            g_assert_true(possible == (total >= parts));
            for (int i = 0; possible && i < parts; i++) {
                sum += rows[i].amount;
                g_assert_cmpint(rows[i].amount, >, 0);
                g_assert_true(i == parts - 1 || rows[i].amount == total / parts);
            }
            g_assert_cmpint(sum, ==, possible ? total : 0);
        }
    }
}

/* The customer says what he can pay: as many parts as that takes, the last one smaller. */
static void test_amount_per_part(void)
{
    static const struct {
        Cents total, each, last;
        int parts;
    } rows[] = {{485260, 50000, 35260, 10}, {485260, 485260, 485260, 1}, {100000, 25000, 25000, 4},
                {100000, 2778, 2770, 36},   {100, 100000, 100, 1},       {300, 100, 100, 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Instalment parts[INSTALMENT_PARTS];
        Cents sum = 0;
        g_assert_cmpint(instalment_count(rows[i].total, rows[i].each), ==, rows[i].parts);
        g_assert_true(instalments_split(rows[i].total, rows[i].parts, rows[i].each, day_of("2026-03-02"), EVERY_WEEK,
                                        calendar, "BE", parts));
        for (int j = 0; j < rows[i].parts; j++)
            sum += parts[j].amount;
        g_assert_cmpint(sum, ==, rows[i].total);
        g_assert_cmpint(parts[rows[i].parts - 1].amount, ==, rows[i].last);
    }
    Instalment parts[INSTALMENT_PARTS];
    g_assert_cmpint(instalment_count(100000, 1000), ==, 100);
    g_assert_false(instalments_split(100000, 4, 1000, day_of("2026-03-02"), EVERY_WEEK, calendar, "BE", parts));
    g_assert_cmpint(instalment_count(0, 1000), ==, 0);
    g_assert_cmpint(instalment_count(1000, 0), ==, 0);
}

static void test_days(void)
{
    static const struct {
        const char *first;
        InstalmentEvery every;
        const char *due[4];
    } plans[] = {
        /* 1/3 is a Sunday, 1/5 a holiday before a weekend; the fourth of the month is counted from the first day asked
         */
        {"2026-03-01", EVERY_MONTH, {"2026-03-02", "2026-04-01", "2026-05-04", "2026-06-01"}},
        {"2026-01-31", EVERY_MONTH, {"2026-02-02", "2026-03-02", "2026-03-31", "2026-04-30"}},
        {"2026-02-27", EVERY_WEEK, {"2026-02-27", "2026-03-06", "2026-03-13", "2026-03-20"}},
        {"2026-03-23", EVERY_TWO_WEEKS, {"2026-03-23", "2026-04-07", "2026-04-20", "2026-05-04"}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(plans); i++) {
        Instalment rows[4];
        g_assert_true(instalments_split(100000, 4, 0, day_of(plans[i].first), plans[i].every, calendar, "BE", rows));
        for (int j = 0; j < 4; j++) {
            g_autofree char *due = day_iso(rows[j].due);
            g_assert_cmpstr(due, ==, plans[i].due[j]);
        }
    }
}

static void test_limits(void)
{
    Instalment rows[INSTALMENT_PARTS] = {{.amount = 77}};
    g_assert_false(instalments_split(1000, 0, 0, day_of("2026-03-01"), EVERY_WEEK, calendar, "BE", rows));
    g_assert_false(instalments_split(1000, 37, 0, day_of("2026-03-01"), EVERY_WEEK, calendar, "BE", rows));
    g_assert_false(instalments_split(2, 3, 0, day_of("2026-03-01"), EVERY_WEEK, calendar, "BE", rows));
    g_assert_false(instalments_split(1000, 3, 0, DAY_NONE, EVERY_WEEK, calendar, "BE", rows));
    g_assert_cmpint(rows[0].amount, ==, 77);
}

static void test_slugs(void)
{
    InstalmentEvery every = EVERY_WEEK;
    g_assert_true(instalment_every_find("two_weeks", &every));
    g_assert_cmpint(every, ==, EVERY_TWO_WEEKS);
    g_assert_false(instalment_every_find("year", &every));
    g_assert_false(instalment_every_find(NULL, &every));
    g_assert_cmpint(every, ==, EVERY_TWO_WEEKS);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_DATA"), "calendar.ini", NULL);
    calendar = calendar_load(path, NULL);
    g_assert_nonnull(calendar);
    g_test_add_func("/instalment/the parts add up and the last takes the rest", test_sums);
    g_test_add_func("/instalment/an amount per part says how many parts", test_amount_per_part);
    g_test_add_func("/instalment/days are counted from the first day asked and rolled one by one", test_days);
    g_test_add_func("/instalment/impossible plans are refused", test_limits);
    g_test_add_func("/instalment/the words of the database", test_slugs);
    int failed = g_test_run();
    calendar_free(calendar);
    return failed;
}
