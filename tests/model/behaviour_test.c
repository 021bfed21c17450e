/* What a customer's payments say about him. */
#include "rules/behaviour.h"

static const Day today = {20000};

/* A part of `amount` paid `ago` days ago, `late` days after it was due. */
static Settlement paid(int ago, int late, Cents amount)
{
    Day day = day_plus(today, -ago);
    return (Settlement){.due = day_plus(day, -late), .paid = day, .amount = amount};
}

static Behaviour judge(const Settlement *rows, size_t count, int broken, int overdue)
{
    return behaviour_judge(rows, count, broken, overdue, today, &BEHAVIOUR_DEFAULT);
}

static void test_weighted(void)
{
    const Settlement rows[] = {paid(10, 30, 100000), paid(20, 0, 200000)};
    Behaviour behaviour = judge(rows, G_N_ELEMENTS(rows), 0, 0);
    g_assert_true(behaviour.known);
    g_assert_cmpint(behaviour.days_late, ==, 10);
    g_assert_cmpint(behaviour.days_to_pay_last3, ==, 15);
    g_assert_cmpint(behaviour.payment_class, ==, 'B');
}

static void test_early(void)
{
    const Settlement rows[] = {paid(10, -3, 100), paid(20, -4, 100)};
    Behaviour behaviour = judge(rows, G_N_ELEMENTS(rows), 0, 0);
    g_assert_cmpint(behaviour.days_late, ==, -4); /* −3.5, half away from zero */
    g_assert_cmpint(behaviour.payment_class, ==, 'A');
}

static void test_window(void)
{
    const Settlement old = paid(365, 90, 100);
    g_assert_false(judge(&old, 1, 0, 0).known);
    const Settlement young = paid(364, 90, 100);
    g_assert_true(judge(&young, 1, 0, 0).known);
    const Settlement future = paid(-1, 0, 100);
    g_assert_false(judge(&future, 1, 0, 0).known);
    const Settlement credit = paid(5, 90, -100);
    g_assert_false(judge(&credit, 1, 0, 0).known);
    g_assert_false(judge(NULL, 0, 0, 0).known);
}

static void test_classes(void)
{
    static const struct {
        int late, broken;
        char payment_class;
    } rows[] = {{7, 0, 'A'}, {8, 0, 'B'}, {30, 0, 'B'}, {31, 0, 'C'},
                {0, 1, 'B'}, {0, 2, 'B'}, {0, 3, 'C'},  {31, 1, 'C'}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Settlement payment = paid(10, rows[i].late, 5000);
        g_assert_cmpint(judge(&payment, 1, rows[i].broken, 0).payment_class, ==, rows[i].payment_class);
    }
}

static void test_unknown(void)
{
    g_assert_cmpint(judge(NULL, 0, 0, 30).payment_class, ==, 'A');
    g_assert_cmpint(judge(NULL, 0, 0, 31).payment_class, ==, 'B');
    g_assert_cmpint(judge(NULL, 0, 3, 0).payment_class, ==, 'C');
}

/* --- Three months of slower payment ------------------------------------------------------------------------------- */

static Day on(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

typedef struct {
    const char *paid;
    int late;
} Month;

/* Payments of equal amount, the days late of the year before given by one figure; judged on Tuesday 24 February 2026.
 */
static Behaviour months_judge(const Month *months, size_t count, int before, int broken)
{
    static const char *const YEAR_BEFORE[] = {"2025-02-10", "2025-05-12", "2025-08-11", "2025-10-13"};
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Settlement));
    for (size_t i = 0; i < G_N_ELEMENTS(YEAR_BEFORE) + count; i++) {
        bool old = i < G_N_ELEMENTS(YEAR_BEFORE);
        const Month *month = old ? NULL : &months[i - G_N_ELEMENTS(YEAR_BEFORE)];
        Day day = on(old ? YEAR_BEFORE[i] : month->paid);
        const Settlement row = {day_plus(day, -(old ? before : month->late)), day, 100000};
        g_array_append_val(rows, row);
    }
    return behaviour_judge((const Settlement *)(void *)rows->data, rows->len, broken, 0, on("2026-02-24"),
                           &BEHAVIOUR_DEFAULT);
}

static void test_slower_months(void)
{
    const Month slow[] = {{"2025-12-22", 12}, {"2026-01-19", 14}, {"2026-02-16", 16}};
    Behaviour behaviour = months_judge(slow, G_N_ELEMENTS(slow), 1, 0);
    g_assert_true(behaviour.drift);
    g_assert_true(behaviour.months.judged);
    g_assert_cmpint(behaviour.months.before, ==, 1);
    static const int DAYS[] = {12, 14, 16};
    static const char *const FIRST[] = {"2025-12-01", "2026-01-01", "2026-02-01"};
    for (size_t i = 0; i < G_N_ELEMENTS(DAYS); i++) {
        g_assert_cmpint(behaviour.months.days[i], ==, DAYS[i]);
        g_assert_cmpint(day_compare(behaviour.months.first[i], on(FIRST[i])), ==, 0);
    }
    g_autofree char *words = slower_words(&behaviour.months), *dutch = slower_months_words(&behaviour.months, "nl");
    g_assert_cmpstr(words, ==, "1 day late before, then Dec 12, Jan 14, Feb 16");
    g_assert_cmpstr(dutch, ==, "dec 12, jan 14, feb 16");
    g_autofree char *brief = slower_brief(&behaviour.months);
    g_assert_cmpstr(brief, ==, "1 → 12, 14, 16 days late");
}

/* Ten days slower is the house's measure: more than that, in each month. */
static void test_each_month_counts(void)
{
    static const struct {
        int days[3], before, broken;
        bool drift;
    } rows[] = {
        {{12, 14, 16}, 1, 0, true},  {{12, 11, 16}, 1, 0, false}, /* not more than ten */
        {{40, 0, 40}, 1, 0, false},  {{30, 30, 2}, 1, 0, false},  /* the newest month is as before again */
        {{20, 18, 19}, 7, 0, true},  {{20, 19, 19}, 8, 0, false}, /* he was no A customer */
        {{12, 14, 16}, 1, 1, false}, {{-1, -1, -1}, -20, 0, true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const Month months[] = {
            {"2025-12-22", rows[i].days[0]}, {"2026-01-19", rows[i].days[1]}, {"2026-02-16", rows[i].days[2]}};
        Behaviour behaviour = months_judge(months, 3, rows[i].before, rows[i].broken);
        g_assert_true(behaviour.months.judged);
        g_assert_cmpint(behaviour.drift, ==, rows[i].drift);
    }
}

/* The present month counts as soon as something was paid in it; until then the three before it. */
static void test_present_month(void)
{
    const Month ended[] = {{"2025-11-30", 12}, {"2025-12-01", 14}, {"2026-01-31", 16}};
    Behaviour behaviour = months_judge(ended, G_N_ELEMENTS(ended), 1, 0);
    g_assert_true(behaviour.drift);
    g_assert_cmpint(day_compare(behaviour.months.first[0], on("2025-11-01")), ==, 0);
    const Month better[] = {{"2025-11-30", 12}, {"2025-12-01", 14}, {"2026-01-31", 16}, {"2026-02-20", 0}};
    g_assert_false(months_judge(better, G_N_ELEMENTS(better), 1, 0).drift);
}

static void test_few_payments(void)
{
    const Month gap[] = {{"2025-12-22", 40}, {"2025-12-23", 40}, {"2026-02-16", 40}};
    g_assert_false(months_judge(gap, G_N_ELEMENTS(gap), 1, 0).months.judged);
    const Settlement rows[] = {{on("2025-08-11"), on("2025-08-11"), 100},
                               {on("2025-10-13"), on("2025-10-13"), 100},
                               {on("2025-11-12"), on("2025-12-22"), 100},
                               {on("2025-12-10"), on("2026-01-19"), 100},
                               {on("2026-01-07"), on("2026-02-16"), 100}};
    Behaviour behaviour = behaviour_judge(rows, G_N_ELEMENTS(rows), 0, 0, on("2026-02-24"),
                                          &BEHAVIOUR_DEFAULT); /* two before: no habit */
    g_assert_false(behaviour.months.judged);
    g_assert_false(behaviour.drift);
    g_assert_cmpint(behaviour.trend, ==, 40);
    g_autofree char *words = slower_words(&behaviour.months);
    g_assert_cmpstr(words, ==, "");
}

/* What a month is late is weighed by amount: a small invoice forgotten is no habit. */
static void test_months_are_weighted(void)
{
    Settlement rows[] = {{on("2025-06-01"), on("2025-06-01"), 100}, {on("2025-07-01"), on("2025-07-01"), 100},
                         {on("2025-08-01"), on("2025-08-01"), 100}, {on("2025-12-01"), on("2025-12-21"), 100},
                         {on("2025-12-21"), on("2025-12-21"), 300}, {on("2026-01-01"), on("2026-01-21"), 100},
                         {on("2026-02-01"), on("2026-02-21"), 100}};
    Behaviour behaviour = behaviour_judge(rows, G_N_ELEMENTS(rows), 0, 0, on("2026-02-24"), &BEHAVIOUR_DEFAULT);
    g_assert_cmpint(behaviour.months.days[0], ==, 5);
    g_assert_false(behaviour.drift);
}

/* --- Trend ----------------------------------------------------------------------------------------------------------
 */

static void test_trend(void)
{
    const Settlement rows[] = {paid(5, 20, 100), paid(15, 21, 100), paid(25, 19, 100), paid(200, 9, 100),
                               paid(300, 9, 500)};
    Behaviour behaviour = judge(rows, G_N_ELEMENTS(rows), 0, 0);
    g_assert_cmpint(behaviour.days_to_pay_last3, ==, 20);
    g_assert_cmpint(behaviour.trend, ==, 11);
}

/* The year before the third last payment counts, not the calendar's last twelve months. */
static void test_trend_compares_with_the_year_before(void)
{
    const Settlement rows[] = {paid(5, 40, 100), paid(15, 40, 100), paid(25, 40, 100), paid(380, 5, 100)};
    g_assert_cmpint(judge(rows, G_N_ELEMENTS(rows), 0, 0).trend, ==, 35);
    const Settlement nothing_before[] = {paid(5, 40, 100), paid(15, 40, 100), paid(25, 40, 100), paid(390, 5, 100)};
    g_assert_cmpint(judge(nothing_before, G_N_ELEMENTS(nothing_before), 0, 0).trend, ==, 0);
    const Settlement two[] = {paid(5, 40, 100), paid(15, 40, 100)};
    g_assert_cmpint(judge(two, G_N_ELEMENTS(two), 0, 0).trend, ==, 0);
}

static void test_any_order(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    Settlement rows[12];
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        rows[i] =
            paid(g_rand_int_range(rand, 0, 500), g_rand_int_range(rand, -10, 60), g_rand_int_range(rand, 1, 9999));
    rows[3].paid = rows[4].paid;
    Behaviour first = judge(rows, G_N_ELEMENTS(rows), 1, 0);
    for (int round = 0; round < 50; round++) {
        for (size_t i = G_N_ELEMENTS(rows) - 1; i > 0; i--) {
            size_t other = (size_t)g_rand_int_range(rand, 0, (int)i + 1);
            Settlement kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
        Behaviour again = judge(rows, G_N_ELEMENTS(rows), 1, 0);
        g_assert_cmpint(again.days_late, ==, first.days_late);
        g_assert_cmpint(again.trend, ==, first.trend);
        g_assert_cmpint(again.drift, ==, first.drift);
        g_assert_cmpint(again.months.before, ==, first.months.before);
        g_assert_cmpint(again.days_to_pay_last3, ==, first.days_to_pay_last3);
        g_assert_cmpint(again.payment_class, ==, first.payment_class);
    }
}

static void test_overdue(void)
{
    const OpenAge rows[] = {{day_plus(today, -60), 2000},
                            {day_plus(today, -10), 2000000},
                            {day_plus(today, 5), 900000},
                            {day_plus(today, -90), -5000},
                            {today, 100}};
    g_assert_cmpint(overdue_days_weighted(rows, G_N_ELEMENTS(rows), today), ==, 10); /* one old € 20 does not steer */
    g_assert_cmpint(overdue_days_weighted(rows + 2, 3, today), ==, 0);
    g_assert_cmpint(overdue_days_weighted(NULL, 0, today), ==, 0);
    const OpenAge half[] = {{day_plus(today, -1), 100}, {day_plus(today, -2), 100}};
    g_assert_cmpint(overdue_days_weighted(half, 2, today), ==, 2);
    const OpenAge huge[] = {{day_plus(today, -30000), MONEY_LIMIT}, {day_plus(today, -30000), MONEY_LIMIT}};
    g_assert_cmpint(overdue_days_weighted(huge, 2, today), ==, 30000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/behaviour/days late are weighted by the amount", test_weighted);
    g_test_add_func("/behaviour/early payers have negative days", test_early);
    g_test_add_func("/behaviour/only payments of the last year count", test_window);
    g_test_add_func("/behaviour/class follows days late and broken promises, whichever is worse", test_classes);
    g_test_add_func("/behaviour/a customer without history is A until something is long overdue", test_unknown);
    g_test_add_func("/behaviour/three months slower than his own year show a good customer slowing down",
                    test_slower_months);
    g_test_add_func("/behaviour/each of the three months must be slower, and he must have paid well before",
                    test_each_month_counts);
    g_test_add_func("/behaviour/the present month counts once something was paid in it", test_present_month);
    g_test_add_func("/behaviour/few payments are not judged", test_few_payments);
    g_test_add_func("/behaviour/a small invoice makes no slow month", test_months_are_weighted);
    g_test_add_func("/behaviour/the trend is that of the last three payments", test_trend);
    g_test_add_func("/behaviour/the trend compares with the year before the last three",
                    test_trend_compares_with_the_year_before);
    g_test_add_func("/behaviour/the order of the payments does not matter", test_any_order);
    g_test_add_func("/behaviour/age of what is open is weighted and only what is overdue counts", test_overdue);
    return g_test_run();
}
