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

static void test_drift(void)
{
    Settlement rows[] = {paid(5, 20, 100), paid(15, 21, 100), paid(25, 19, 100), paid(200, 9, 100), paid(300, 9, 500)};
    Behaviour behaviour = judge(rows, G_N_ELEMENTS(rows), 0, 0);
    g_assert_cmpint(behaviour.days_to_pay_last3, ==, 20);
    g_assert_cmpint(behaviour.trend, ==, 11);
    g_assert_true(behaviour.drift);
    rows[3] = paid(200, 10, 100);
    rows[4] = paid(300, 10, 500);
    behaviour = judge(rows, G_N_ELEMENTS(rows), 0, 0);
    g_assert_cmpint(behaviour.trend, ==, 10);
    g_assert_false(behaviour.drift);
}

/* The year before the third last payment counts, not the calendar's last twelve months. */
static void test_drift_compares_with_the_year_before(void)
{
    const Settlement rows[] = {paid(5, 40, 100), paid(15, 40, 100), paid(25, 40, 100), paid(380, 5, 100)};
    g_assert_cmpint(judge(rows, G_N_ELEMENTS(rows), 0, 0).trend, ==, 35);
    const Settlement nothing_before[] = {paid(5, 40, 100), paid(15, 40, 100), paid(25, 40, 100), paid(390, 5, 100)};
    g_assert_cmpint(judge(nothing_before, G_N_ELEMENTS(nothing_before), 0, 0).trend, ==, 0);
    const Settlement two[] = {paid(5, 40, 100), paid(15, 40, 100)};
    g_assert_false(judge(two, G_N_ELEMENTS(two), 0, 0).drift);
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
    g_test_add_func("/behaviour/the last three payments show a good customer slowing down", test_drift);
    g_test_add_func("/behaviour/the trend compares with the year before the last three",
                    test_drift_compares_with_the_year_before);
    g_test_add_func("/behaviour/the order of the payments does not matter", test_any_order);
    g_test_add_func("/behaviour/age of what is open is weighted and only what is overdue counts", test_overdue);
    return g_test_run();
}
