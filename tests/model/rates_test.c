/* The dated figures: the shipped file, the house's own dates over it, and what a wrong line is answered with. */
#include "rules/rates.h"

#include "base/error.h"
#include "base/ini.h"
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static Rates *rates;
static char *shipped, *folder;

static Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(text, &day));
    return day;
}

static int points_on(const Rates *of, const char *series, const char *day)
{
    const RateRow *row = rate_on(rates_series(of, series), iso(day));
    return row != NULL ? row->points : -1;
}

static char *file_with(const char *text)
{
    char *path = g_build_filename(folder, "rates.ini", NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

/* ---- the shipped file ---- */

static void test_lookup(void)
{
    static const struct {
        const char *series, *day;
        int points;
    } rows[] = {
        {"be_b2b", "2002-08-06", -1},           {"be_b2b", "2002-08-07", 1050},
        {"be_b2b", "2022-12-31", 800},          {"be_b2b", "2023-01-01", 1050},
        {"be_b2b", "2026-11-21", 1050},         {"be_b2b", "2090-01-01", 1050},
        {"be_b2b", "2013-03-15", 800},          {"be_b2b", "2013-03-16", 900},
        {"be_b2b_pre2013", "2009-03-01", 950},  {"be_b2b_pre2013", "2013-03-16", 800},
        {"be_b2b_pre2013", "2014-12-31", 750},  {"be_b2b_pre2013", "2015-03-16", 850},
        {"be_b2b_pre2013", "2026-11-21", 1050}, {"nl_b2b", "2024-12-31", 1225},
        {"nl_b2b", "2026-07-01", 1040},         {"nl_legal", "2026-01-01", 400},
        {"be_legal", "2010-06-01", 325},        {"uk_b2b", "2026-06-15", 1175},
        {"ecb_mro", "2026-09-16", 265},         {"nl_vat", "2026-01-01", 2100},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s %s", rows[i].series, rows[i].day);
        g_assert_cmpint(points_on(rates, rows[i].series, rows[i].day), ==, rows[i].points);
    }
    g_assert_null(rates_series(rates, "de_b2b"));
    g_assert_false(rates_series(rates, "ecb_mro")->interest);
}

static void test_search(void)
{
    for (size_t s = 0; s < rates_count(rates); s++) {
        const RateSeries *series = rates_at(rates, s);
        const RateRow *expected = NULL;
        for (Day day = iso("1996-01-01"); day_compare(day, iso("2027-12-31")) <= 0; day = day_plus(day, 1)) {
            for (size_t i = 0; i < series->count; i++)
                if (day_compare(series->rows[i].from, day) == 0)
                    expected = &series->rows[i];
            g_assert_true(rate_on(series, day) == expected);
        }
    }
}

static void test_confirmed(void)
{
    g_autofree char *checked = day_iso(rates_checked(rates)), *until = day_iso(rates_confirmed_until(rates));
    g_assert_cmpstr(checked, ==, "2026-11-21");
    g_assert_cmpstr(until, ==, "2027-06-19");
}

/* Each figure of the reference stands in our file: a rate that was mistyped on the way would cost money. */
static void test_reference(void)
{
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_SHARED") ? g_getenv("BELRONDE_SHARED") : "../shared",
                                             "reference", "rates.ini", NULL);
    g_autoptr(Ini) ini = ini_load(path, NULL);
    if (ini == NULL) {
        g_test_skip("the folder with the reference is not here");
        return;
    }
    int compared = 0;
    for (size_t i = 0; i < rates_count(rates); i++) {
        size_t count = 0;
        const IniEntry *entries = ini_entries(ini, rates_at(rates, i)->name, &count);
        for (size_t k = 0; k < count; k++) {
            g_auto(GStrv) fields = g_strsplit(entries[k].value, "|", -1);
            Cents points = -1;
            g_assert_true(money_parse_file(fields[0], '.', 2, &points, NULL));
            const RateRow *row = rate_on(rates_at(rates, i), iso(entries[k].key));
            g_test_message("%s %s", rates_at(rates, i)->name, entries[k].key);
            g_assert_true(day_compare(row->from, iso(entries[k].key)) == 0);
            g_assert_cmpint(row->points, ==, points);
            g_assert_cmpstr(rate_status_slug(row->source.status), ==, fields[1]);
            compared++;
        }
    }
    g_assert_cmpint(compared, >, 120);
}

static void test_scales(void)
{
    const Scale *scale = rates_scale(rates, SCALE_BE_INDEMNITY, iso("2026-01-01"));
    g_assert_null(rates_scale(rates, SCALE_BE_INDEMNITY, iso("2023-08-31")));
    g_assert_cmpint(scale_amount(scale, 15000), ==, 2000);
    g_assert_cmpint(scale_amount(scale, 15001), ==, 3000);
    g_assert_cmpint(scale_amount(scale, 50001), ==, 6500);
    g_assert_cmpint(scale_amount(scale, 0), ==, 0);
    g_assert_cmpint(scale_amount(scale, -100), ==, 0);
    const Scale *costs = rates_scale(rates, SCALE_NL_COSTS, iso("2026-01-01"));
    g_assert_cmpint(scale_amount(costs, 500000), ==, 62500);
    g_assert_cmpint(scale_amount(costs, MONEY_LIMIT), ==, 677500);
    for (Cents amount = 1, last = 0; amount < 150000000; amount = amount * 11 / 10 + 1) {
        g_assert_cmpint(scale_amount(costs, amount), >=, last); /* a higher debt never costs less */
        last = scale_amount(costs, amount);
    }
    g_assert_cmpint(scale_amount(rates_fixed_sum(rates, "uk_b2b"), 99999), ==, 4000);
    g_assert_cmpint(scale_amount(rates_fixed_sum(rates, "uk_b2b"), 100000), ==, 7000);
    g_assert_cmpint(scale_amount(rates_fixed_sum(rates, "be_b2b"), 1), ==, 4000);
}

/* ---- the house's own dates ---- */

static void test_house(void)
{
    g_autofree char *own = file_with("[meta]\nlast_checked = 2027-01-10\n"
                                     "[series]\nde_b2b = variable | simple | actact\n"
                                     "[be_b2b]\n2027-01-01 = 11.00 | published | MB 2027-01-20\n"
                                     "2026-07-01 = 10.75 | published | corrected notice\n"
                                     "[de_b2b]\n2024-01-01 = 12.62|secondary|Bundesbank\n"
                                     "[terms]\nbe_saturday_is_workday = 1 | law | a judge's reading\n"
                                     "[fixed_sum]\nbe_b2b = 45|law|royal decree\n");
    const char *const files[] = {shipped, own, NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(Rates) house = rates_load(files, &error);
    g_assert_no_error(error);
    g_assert_cmpint(points_on(house, "be_b2b", "2026-06-30"), ==, 1050);
    g_assert_cmpint(points_on(house, "be_b2b", "2026-07-01"), ==, 1075);
    g_assert_cmpint(points_on(house, "be_b2b", "2027-01-01"), ==, 1100);
    g_assert_cmpint(points_on(house, "be_b2b_pre2013", "2027-01-01"), ==, 1100);
    g_assert_cmpint(points_on(house, "de_b2b", "2025-01-01"), ==, 1262);
    g_assert_true(rates_series(house, "de_b2b")->actual);
    const RateRow *row = rate_on(rates_series(house, "be_b2b"), iso("2027-03-01"));
    g_assert_true(row->source.house);
    g_assert_cmpstr(row->source.words, ==, "MB 2027-01-20");
    g_assert_false(rate_on(rates_series(house, "be_b2b"), iso("2026-03-01"))->source.house);
    g_assert_cmpint(rates_figure(house, TERM_BE_SATURDAY_WORKS), ==, 1);
    g_assert_cmpint(rates_figure(rates, TERM_BE_SATURDAY_WORKS), ==, 0);
    g_assert_cmpint(scale_amount(rates_fixed_sum(house, "be_b2b"), 100), ==, 4500);
    g_autofree char *until = day_iso(rates_confirmed_until(house));
    g_assert_cmpstr(until, ==, "2027-08-08");
}

/* ---- wrong lines ---- */

static void test_refused(void)
{
    static const struct {
        const char *text, *line, *words;
    } wrong[] = {
        {"[be_b2b]\n2026-13-01 = 10.50|law|x\n", ":2:", "no day of the calendar"},
        {"[be_b2b]\n2026-1-1 = 10.50|law|x\n", ":2:", "no day of the calendar"},
        {"[be_b2b]\n2027-01-01 = 100.01|law|x\n", ":2:", "from 0 to 100"},
        {"[be_b2b]\n2027-01-01 = -1|law|x\n", ":2:", "from 0 to 100"},
        {"[be_b2b]\n2027-01-01 = 10,50|law|x\n", ":2:", "from 0 to 100"},
        {"[be_b2b]\n2027-01-01 = 10.505|law|x\n", ":2:", "from 0 to 100"},
        {"[be_b2b]\n2027-01-01 = |law|x\n", ":2:", "from 0 to 100"},
        {"[be_b2b]\n2027-01-01 = 10.50\n", ":2:", "its status and its source"},
        {"[be_b2b]\n2027-01-01 = 10.50|rumour|x\n", ":2:", "projected"},
        {"[be_b2b]\n", ":1:", "has no rows"},
        {"[be_b2b]\n2027-01-01 = 1|law|x\n2027-01-01 = 2|law|x\n", ":3:", "second time"},
        {"[fr_b2b]\n2027-01-01 = 1|law|x\n", ":1:", "no series"},
        {"[series]\nfr_b2b = variable|simple|act365\n", ":2:", "has no rows"},
        {"[series]\nfr_b2b = wild|simple|act365\n", ":2:", "variable or fixed_at_default"},
        {"[series]\nfr_b2b = variable|simple|act365|it_b2b\n[fr_b2b]\n2027-01-01 = 1|law|x\n",
         ":2:", "stands by itself"},
        {"[holiday_be]\neaster = 1\n", ":1:", "calendar.ini"},
        {"[meta]\nschema = 2\n", ":2:", "another version"},
        {"[meta]\nlast_checked = yesterday\n", ":2:", "no day of the calendar"},
        {"[terms]\nbe_b2b_default = 0|law|x\n", ":2:", "from 1 to 365"},
        {"[terms]\nlucky_number = 7|law|x\n", ":2:", "no key lucky_number"},
        {"[terms]\nnl_post_days = tue,someday|law|x\n", ":2:", "weekdays"},
        {"[nl_bik]\n2027-01-01 = 2500:15, 2500:10|law|x\n", ":2:", "the last one with *"},
        {"[nl_bik]\n2027-01-01 = 2500:15, *:1, floor:40|law|x\n", ":2:", "min:amount"},
        {"[be_b2c_indemnity]\n2027-01-01 = 500:20:0:0, 150:30:10:150, *:65:5:500|law|x\n", ":2:", "up-to:fixed"},
        {"[be_b2c_reminder]\n2027-09-01 = free_days:14|law|x\n", ":2:", "post_start_workday"},
        {"[limitation]\nnl_claim = many|law|x\n", ":2:", "years"},
        {"[be_b2b] ; note\n2027-01-01 = 1|law|x\n", ":1:", "alone on its line"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *own = file_with(wrong[i].text);
        const char *const files[] = {shipped, own, NULL};
        g_autoptr(GError) error = NULL;
        g_test_message("%s", wrong[i].text);
        g_assert_null(rates_load(files, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_test_message("%s", error->message);
        g_assert_true(g_str_has_prefix(error->message, own));
        g_assert_true(g_str_has_prefix(error->message + strlen(own), wrong[i].line));
        g_assert_nonnull(strstr(error->message, wrong[i].words));
    }
}

static void test_incomplete(void)
{
    g_autofree char *own = file_with("[meta]\nschema = 1\n");
    const char *const files[] = {own, NULL};
    g_autoptr(GError) error = NULL;
    g_assert_null(rates_load(files, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    shipped = g_build_filename(g_getenv("BELRONDE_DATA"), "rates.ini", NULL);
    folder = g_dir_make_tmp("belronde-rates-XXXXXX", NULL);
    const char *const files[] = {shipped, NULL};
    g_autoptr(GError) error = NULL;
    rates = rates_load(files, &error);
    g_assert_no_error(error);
    g_test_add_func("/rates/each day has the rate of its half-year", test_lookup);
    g_test_add_func("/rates/the rate of a day is the same by search and by looking at every row", test_search);
    g_test_add_func("/rates/the figures are confirmed for so many days after they were checked", test_confirmed);
    g_test_add_func("/rates/every figure of the reference stands in the shipped file", test_reference);
    g_test_add_func("/rates/scales step, cap and floor", test_scales);
    g_test_add_func("/rates/the house's own dates stand over the shipped ones, all others stay", test_house);
    g_test_add_func("/rates/a wrong line is refused with file, line and what to write", test_refused);
    g_test_add_func("/rates/a file that lacks figures cannot stand alone", test_incomplete);
    int failed = g_test_run();
    g_autofree char *left = g_build_filename(folder, "rates.ini", NULL);
    g_remove(left);
    g_rmdir(folder);
    g_free(folder);
    g_free(shipped);
    rates_free(rates);
    return failed;
}
