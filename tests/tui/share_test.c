/* How the rows of a small screen are shared out. */
#include "views/share.h"
#include <glib.h>

static void everybody_gets_his_least_before_anybody_gets_more(void)
{
    Share shares[] = {{1, 9, 0}, {2, 2, 0}, {1, 5, 0}};
    g_assert_cmpint(share_rows(shares, G_N_ELEMENTS(shares), 6), ==, 0);
    g_assert_cmpint(shares[0].got, ==, 3);
    g_assert_cmpint(shares[1].got, ==, 2);
    g_assert_cmpint(shares[2].got, ==, 1);
}

static void who_stands_first_is_filled_first(void)
{
    Share shares[] = {{1, 3, 0}, {1, 4, 0}};
    g_assert_cmpint(share_rows(shares, G_N_ELEMENTS(shares), 6), ==, 0);
    g_assert_cmpint(shares[0].got, ==, 3);
    g_assert_cmpint(shares[1].got, ==, 3);
}

static void what_nobody_wants_is_handed_back(void)
{
    Share shares[] = {{0, 2, 0}, {3, 1, 0}};
    g_assert_cmpint(share_rows(shares, G_N_ELEMENTS(shares), 10), ==, 7);
    g_assert_cmpint(shares[1].got, ==, 1);
}

static void on_a_screen_of_no_rows_nobody_gets_any(void)
{
    Share shares[] = {{2, 2, 0}, {3, 3, 0}};
    g_assert_cmpint(share_rows(shares, G_N_ELEMENTS(shares), -1), ==, 0);
    g_assert_cmpint(shares[0].got + shares[1].got, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/share/least first", everybody_gets_his_least_before_anybody_gets_more);
    g_test_add_func("/share/in order", who_stands_first_is_filled_first);
    g_test_add_func("/share/handed back", what_nobody_wants_is_handed_back);
    g_test_add_func("/share/no rows", on_a_screen_of_no_rows_nobody_gets_any);
    return g_test_run();
}
