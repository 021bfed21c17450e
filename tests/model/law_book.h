/* The shipped rates and calendar, for the tests of what the law says. */
#pragma once
#include "base/calendar.h"
#include "rules/rates.h"

#include <locale.h>

static Rates *rates;
static Calendar *calendar;

static inline Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(text == NULL || day_parse_iso(text, &day));
    return day;
}

static inline void same_day(Day day, const char *expected)
{
    g_autofree char *text = day_iso(day);
    g_assert_cmpstr(text, ==, expected != NULL ? expected : "");
}

static inline void law_open(int *argc, char ***argv)
{
    setlocale(LC_ALL, "");
    g_test_init(argc, argv, NULL);
    g_autofree char *rates_path = g_build_filename(g_getenv("BELRONDE_DATA"), "rates.ini", NULL);
    g_autofree char *calendar_path = g_build_filename(g_getenv("BELRONDE_DATA"), "calendar.ini", NULL);
    const char *const files[] = {rates_path, NULL};
    rates = rates_load(files, NULL);
    calendar = calendar_load(calendar_path, NULL);
    g_assert_true(rates != NULL && calendar != NULL);
}

/* Runs what was added. */
static inline int law_run(void)
{
    int failed = g_test_run();
    rates_free(rates);
    calendar_free(calendar);
    return failed;
}
