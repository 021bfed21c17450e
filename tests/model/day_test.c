/* Days without a time zone, the one clock, and how both are written in three languages. */
#include "base/clock.h"
#include "base/day.h"
#include "base/error.h"
#include "base/i18n.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

static Day day(int year, int month, int date)
{
    Day out;
    g_assert_true(day_from_date(year, month, date, &out));
    return out;
}

static void test_known_days(void)
{
    g_assert_cmpint(day(1970, 1, 1).number, ==, 0);
    g_assert_cmpint(day(1969, 12, 31).number, ==, -1);
    g_assert_cmpint(day(2000, 3, 1).number, ==, 11017);
    g_assert_cmpint(day(2026, 2, 24).number, ==, 20508);
    g_assert_cmpint(day_weekday(day(2026, 2, 24)), ==, 2);
    g_assert_cmpint(day_weekday(day(1970, 1, 1)), ==, 4);
    g_assert_cmpint(day_weekday(day(1969, 12, 28)), ==, 7);
}

static void test_every_day_of_four_centuries_comes_back(void)
{
    Day first = day(1800, 1, 1), last = day(2200, 12, 31);
    int weekday = day_weekday(first);
    for (int number = first.number; number <= last.number; number++) {
        Date date = day_date(day_from_number(number));
        g_assert_cmpint(day(date.year, date.month, date.day).number, ==, number);
        g_assert_cmpint(day_weekday(day_from_number(number)), ==, weekday);
        weekday = weekday % 7 + 1;
    }
}

static void test_dates_that_do_not_exist(void)
{
    static const int wrong[][3] = {{2026, 2, 29}, {2026, 2, 31}, {1900, 2, 29}, {2026, 13, 1}, {2026, 0, 1},
                                   {2026, 4, 31}, {2026, 1, 0},  {0, 1, 1},     {10000, 1, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        Day out = day_from_number(5);
        g_assert_false(day_from_date(wrong[i][0], wrong[i][1], wrong[i][2], &out));
        g_assert_cmpint(out.number, ==, 5);
    }
    Day leap;
    g_assert_true(day_from_date(2028, 2, 29, &leap));
    g_assert_true(day_from_date(2000, 2, 29, &leap));
}

static void test_months_end_where_they_end(void)
{
    g_assert_cmpint(day_plus_months(day(2026, 1, 31), 1).number, ==, day(2026, 2, 28).number);
    g_assert_cmpint(day_plus_months(day(2028, 1, 31), 1).number, ==, day(2028, 2, 29).number);
    g_assert_cmpint(day_plus_months(day(2026, 3, 31), -1).number, ==, day(2026, 2, 28).number);
    g_assert_cmpint(day_plus_months(day(2026, 11, 15), 14).number, ==, day(2028, 1, 15).number);
    g_assert_cmpint(day_plus_months(day(2026, 1, 15), -1).number, ==, day(2025, 12, 15).number);
    g_assert_false(day_known(day_plus_months(DAY_NONE, 1)));
}

static void test_iso_days(void)
{
    static const char *const wrong[] = {"",           "2026-2-24",   "2026-02-30", "26-02-24",
                                        "2026/02/24", "2026-02-24 ", "2026-02-2x"};
    Day out;
    g_assert_true(day_parse_iso("2026-02-24", &out));
    g_assert_cmpint(out.number, ==, 20508);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(day_parse_iso(wrong[i], &out));
    g_assert_false(day_parse_iso(NULL, &out));
    g_assert_cmpint(out.number, ==, 20508);
}

typedef char *(*Writer)(Day day);

static void assert_written(Writer writer, Day subject, const char *expected)
{
    g_autofree char *text = writer(subject);
    g_assert_cmpstr(text, ==, expected);
}

static void test_days_in_words(void)
{
    static const struct {
        const char *language, *words, *weekday, *whole, *moment;
    } rows[] = {
        {"en", "Tue 24 Feb", "Tue 24/02", "Tuesday 24 February 2026", "Tue 24 Feb 14:07"},
        {"nl", "di 24 feb", "di 24/02", "dinsdag 24 februari 2026", "di 24 feb 14:07"},
        {"fr", "mar 24 févr", "mar 24/02", "mardi 24 février 2026", "mar 24 févr 14:07"},
    };
    Day tuesday = day(2026, 2, 24);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        i18n_set_language(rows[i].language);
        assert_written(day_words, tuesday, rows[i].words);
        assert_written(day_weekday_short, tuesday, rows[i].weekday);
        assert_written(day_long, tuesday, rows[i].whole);
        g_autofree char *moment = moment_words((Moment){tuesday, 14 * 60 + 7});
        g_assert_cmpstr(moment, ==, rows[i].moment);
        g_autofree char *no_hour = moment_words((Moment){tuesday, MINUTE_NONE});
        g_assert_cmpstr(no_hour, ==, rows[i].words);
    }
    assert_written(day_long, day(2026, 3, 1), "dimanche 1er mars 2026");
    /* A letter speaks its reader's language, whatever the screen speaks. */
    g_autofree char *french = day_in("fr", day(2026, 3, 1)), *dutch = day_weekday_in("nl", tuesday);
    g_assert_cmpstr(french, ==, "1er mars 2026");
    g_assert_cmpstr(dutch, ==, "dinsdag 24 februari 2026");
    g_autofree char *german = day_weekday_in("de", tuesday);
    g_assert_cmpstr(german, ==, "Dienstag, 24. Februar 2026");
    i18n_set_language("en");
}

static void test_days_in_numbers(void)
{
    Day tuesday = day(2026, 2, 4);
    assert_written(day_iso, tuesday, "2026-02-04");
    assert_written(day_short, tuesday, "04/02");
    assert_written(day_numeric, tuesday, "04/02/26");
    static const Writer all[] = {day_iso, day_short, day_numeric, day_weekday_short, day_words, day_long};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        assert_written(all[i], DAY_NONE, "");
    g_autofree char *nine = minute_text(9 * 60 + 5), *none = minute_text(MINUTE_NONE);
    g_assert_cmpstr(nine, ==, "09:05");
    g_assert_cmpstr(none, ==, "");
}

static void test_language_follows_the_environment_unless_told(void)
{
    g_setenv("LANGUAGE", "de:fr", TRUE);
    g_setenv("LC_ALL", "nl_BE.UTF-8", TRUE);
    i18n_start(NULL);
    g_assert_cmpstr(i18n_language(), ==, "fr");
    g_assert_true(i18n_terminal_utf8());
    i18n_start("nl_BE");
    g_assert_cmpstr(i18n_language(), ==, "nl");
    g_assert_cmpstr(g_getenv("LANGUAGE"), ==, "nl");
    g_setenv("LANGUAGE", "sv", TRUE);
    g_setenv("LC_ALL", "C", TRUE);
    g_unsetenv("LC_MESSAGES");
    g_unsetenv("LANG");
    i18n_start("nonsense");
    g_assert_cmpstr(i18n_language(), ==, "en");
    g_assert_false(i18n_terminal_utf8());
    g_assert_cmpint((int)MB_CUR_MAX, >, 1); /* the program itself still works in UTF-8 */
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    i18n_start("en");
    g_assert_true(i18n_terminal_utf8());
}

/* A catalogue of one sentence in `folder`; false where msgfmt is missing. */
static bool catalogue_write(const char *folder, const char *language, const char *translation)
{
    g_autofree char *place = g_build_filename(folder, language, "LC_MESSAGES", NULL);
    g_autofree char *po = g_build_filename(place, "x.po", NULL),
                    *mo = g_build_filename(place, GETTEXT_PACKAGE ".mo", NULL);
    g_autofree char *text = g_strdup_printf("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                                            "msgid \"a call\"\nmsgstr \"%s\"\n",
                                            translation);
    char *arguments[] = {"msgfmt", po, "-o", mo, NULL};
    int status = 1;
    g_assert_cmpint(g_mkdir_with_parents(place, 0700), ==, 0);
    g_assert_true(g_file_set_contents(po, text, -1, NULL));
    bool ran = g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL);
    g_assert_true(!ran || status == 0);
    g_unlink(po);
    return ran;
}

static void catalogue_remove(const char *folder, const char *language)
{
    g_autofree char *home = g_build_filename(folder, language, NULL);
    g_autofree char *place = g_build_filename(home, "LC_MESSAGES", NULL);
    g_autofree char *mo = g_build_filename(place, GETTEXT_PACKAGE ".mo", NULL);
    g_unlink(mo);
    g_rmdir(place);
    g_rmdir(home);
}

static void test_language_changes_while_running(void)
{
    static const char *const rows[][2] = {
        {"nl", "een gesprek"}, {"fr", "un appel"}, {"en", "a call"}, {"nl", "een gesprek"}};
    g_autofree char *folder = g_dir_make_tmp("belronde-XXXXXX", NULL);
    if (!catalogue_write(folder, "nl", "een gesprek") || !catalogue_write(folder, "fr", "un appel"))
        g_test_skip("msgfmt is not here");
    else {
        g_setenv("BELRONDE_LOCALEDIR", folder, TRUE);
        i18n_start("en");
        for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
            i18n_set_language(rows[i][0]);
            g_assert_cmpstr(_("a call"), ==, rows[i][1]);
        }
        g_unsetenv("BELRONDE_LOCALEDIR");
        i18n_start("en");
    }
    catalogue_remove(folder, "nl");
    catalogue_remove(folder, "fr");
    g_rmdir(folder);
}

static void test_fixed_clock(void)
{
    g_assert_true(clock_fix("2026-02-24T14:07", NULL));
    g_assert_true(clock_is_fixed());
    Now now = clock_now();
    g_assert_cmpint(now.day.number, ==, 20508);
    g_assert_cmpint(now.minute, ==, 14 * 60 + 7);
    g_assert_cmpint(now.second, ==, 0);
    g_assert_cmpint(now.utc, ==, 1771938420); /* 13:07 UTC: Brussels is an hour ahead in February */
    gint64 before = clock_monotonic_ms();
    clock_advance(10 * 3600);
    g_assert_cmpint(clock_monotonic_ms() - before, ==, 36000000);
    g_assert_cmpint(clock_today().number, ==, 20509);
    g_assert_cmpint(clock_now().minute, ==, 7);
    g_assert_true(clock_fix("2026-02-24 14:07:09", NULL));
    g_assert_cmpint(clock_now().second, ==, 9);
    clock_release();
    g_assert_false(clock_is_fixed());
    g_assert_cmpint(clock_now().utc, >=, (gint64)time(NULL) - 2);
    gint64 running = clock_monotonic_ms();
    g_assert_cmpint(clock_monotonic_ms(), >=, running);
}

static void test_summer_time_on_a_fixed_clock(void)
{
    g_assert_true(clock_fix("2026-03-29T01:59", NULL));
    clock_advance(60);
    g_assert_cmpint(clock_now().minute, ==, 3 * 60);
    clock_release();
}

static void test_wrong_moments(void)
{
    static const char *const wrong[] = {"",
                                        "2026-02-24",
                                        "2026-02-30T10:00",
                                        "2026-02-24T24:00",
                                        "2026-02-24T10:60",
                                        "2026-02-24T10:00:61",
                                        "2026-02-24T1:000",
                                        "2026-02-24T10:00Z",
                                        "yesterday"};
    g_assert_true(clock_fix("2026-02-24T14:07", NULL));
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(clock_fix(wrong[i], &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_cmpint(clock_now().utc, ==, 1771938420);
    }
    g_assert_false(clock_fix(NULL, NULL));
    clock_release();
}

int main(int argc, char **argv)
{
    g_setenv("TZ", "Europe/Brussels", TRUE);
    g_test_init(&argc, &argv, NULL);
    i18n_start("en");
    g_test_add_func("/day/known days and their weekdays", test_known_days);
    g_test_add_func("/day/every day of four centuries comes back", test_every_day_of_four_centuries_comes_back);
    g_test_add_func("/day/31 February does not exist", test_dates_that_do_not_exist);
    g_test_add_func("/day/a month after 31 January is its last day", test_months_end_where_they_end);
    g_test_add_func("/day/iso days are read strictly", test_iso_days);
    g_test_add_func("/day/days in words follow the language", test_days_in_words);
    g_test_add_func("/day/days in numbers, and no day is empty", test_days_in_numbers);
    g_test_add_func("/clock/a fixed clock stands until it is advanced", test_fixed_clock);
    g_test_add_func("/clock/summer time skips an hour", test_summer_time_on_a_fixed_clock);
    g_test_add_func("/clock/a wrong moment leaves the clock alone", test_wrong_moments);
    g_test_add_func("/language/the environment decides unless told", test_language_follows_the_environment_unless_told);
    g_test_add_func("/language/it changes while the program runs", test_language_changes_while_running);
    return g_test_run();
}
