/* The shipped calendar: holidays of five countries, bank days, contact hours; and what a broken file says.
 * Figures come from the third-party vectors where that folder is there. */
#include "base/calendar.h"
#include "base/error.h"
#include "base/i18n.h"
#include <glib/gstdio.h>
#include <string.h>

static Calendar *calendar;

static Day iso(const char *text)
{
    Day day;
    g_assert_true(day_parse_iso(text, &day));
    return day;
}

/* "2026-11-23 19:59" */
static Moment moment(const char *text)
{
    g_autofree char *date = g_strndup(text, 10);
    g_assert_cmpint((int)strlen(text), ==, 16);
    return (Moment){iso(date),
                    (int)g_ascii_strtoll(text + 11, NULL, 10) * 60 + (int)g_ascii_strtoll(text + 14, NULL, 10)};
}

static char *moment_iso(Moment at)
{
    g_autofree char *day = day_iso(at.day), *minute = minute_text(at.minute);
    return g_strdup_printf("%s %s", day, minute);
}

/* ---- vectors ---- */

static char *holidays_of(const char *country, int year)
{
    GString *days = g_string_new(NULL);
    Day day, end;
    day_from_date(year, 1, 1, &day);
    day_from_date(year + 1, 1, 1, &end);
    for (; day_compare(day, end) < 0; day = day_plus(day, 1)) {
        g_autofree char *text = day_iso(day);
        if (calendar_holiday(calendar, country, day) != NULL)
            g_string_append_printf(days, "%s%s", days->len > 0 ? " " : "", text);
    }
    return g_string_free(days, FALSE);
}

static int year_of(const char *input)
{
    return (int)g_ascii_strtoll(input + strlen("year="), NULL, 10);
}

static void check_easter(const char *input, const char *expected)
{
    g_autofree char *day = day_iso(day_easter(year_of(input)));
    g_assert_cmpstr(day, ==, expected);
}

static void check_be(const char *input, const char *expected)
{
    g_autofree char *days = holidays_of("BE", year_of(input));
    g_assert_cmpstr(days, ==, expected);
}

static void check_nl(const char *input, const char *expected)
{
    g_autofree char *days = holidays_of("NL", year_of(input));
    g_assert_cmpstr(days, ==, expected);
}

static void check_kings_day(const char *input, const char *expected)
{
    g_auto(GStrv) years = g_strsplit(input, ",", -1), days = g_strsplit(expected, " ", -1);
    g_assert_cmpint((int)g_strv_length(years), ==, (int)g_strv_length(days));
    for (size_t i = 0; years[i] != NULL; i++) {
        g_assert_true(g_str_has_prefix(days[i], years[i]));
        g_assert_cmpstr(calendar_holiday(calendar, "NL", iso(days[i])), ==, "King's Day");
    }
}

static void assert_window(const char *preset, Moment at, const char *expected)
{
    bool allow = g_str_has_prefix(expected, "allow");
    g_assert_true(allow || g_str_has_prefix(expected, "block"));
    ContactHours hours = calendar_contact_hours(calendar, preset, "NL", at);
    g_assert_cmpint(hours.allowed, ==, allow);
    g_assert_cmpint(hours.reason == NULL, ==, allow);
}

/* "nl_wki Sunday 2026-11-22 11:00", or "us_regf 07:59 / 08:00 / …" on any day. */
static void check_window(const char *input, const char *expected)
{
    g_auto(GStrv) words = g_strsplit(input, " ", 2);
    g_autoptr(GRegex) dated = g_regex_new("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d)", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (g_regex_match(dated, words[1], 0, &match)) {
        g_autofree char *text = g_match_info_fetch(match, 0);
        assert_window(words[0], moment(text), expected);
        return;
    }
    g_auto(GStrv) times = g_strsplit(words[1], " / ", -1), answers = g_strsplit(expected, " / ", -1);
    g_assert_cmpint((int)g_strv_length(times), ==, (int)g_strv_length(answers));
    for (size_t i = 0; times[i] != NULL; i++) {
        g_autofree char *text = g_strdup_printf("2026-11-23 %.5s", times[i]);
        assert_window(words[0], moment(text), answers[i]);
    }
}

static const struct {
    const char *area;
    void (*check)(const char *input, const char *expected);
} areas[] = {
    {"easter", check_easter},          {"be_holidays", check_be},        {"nl_holidays_ATW", check_nl},
    {"nl_kings_day", check_kings_day}, {"contact_window", check_window},
};

static void test_vectors(void)
{
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_SHARED") ? g_getenv("BELRONDE_SHARED") : "../shared",
                                             "vectors", "rules.tsv", NULL);
    g_autofree char *table = NULL;
    int checked[G_N_ELEMENTS(areas)] = {0};
    if (!g_file_get_contents(path, &table, NULL, NULL)) {
        g_test_skip("the folder with the third-party vectors is not here");
        return;
    }
    g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
        for (size_t i = 0; g_strv_length(cells) >= 4 && i < G_N_ELEMENTS(areas); i++)
            if (strcmp(cells[1], areas[i].area) == 0) {
                g_test_message("%s", cells[0]);
                areas[i].check(cells[2], cells[3]);
                checked[i]++;
            }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(areas); i++)
        g_assert_cmpint(checked[i], >, 0);
}

/* ---- days ---- */

static void test_countries(void)
{
    static const struct {
        const char *country, *day;
        bool holiday;
    } rows[] = {
        {"BE", "2026-07-21", true}, {"NL", "2026-07-21", false}, {"FR", "2026-07-14", true},
        {"LU", "2026-06-23", true}, {"DE", "2026-10-03", true},  {"BE", "2026-04-03", false},
        {"DE", "2026-04-03", true}, {"BE", "2026-12-26", false}, {"LU", "2026-12-26", true},
        {"be", "2026-07-21", true}, {"XX", "2026-07-21", true},  {NULL, "2026-07-21", true},
        {"FR", "2026-05-08", true}, {"LU", "2026-05-09", true},  {"BE", "2026-07-22", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s %s", rows[i].country, rows[i].day);
        g_assert_cmpint(calendar_holiday(calendar, rows[i].country, iso(rows[i].day)) != NULL, ==, rows[i].holiday);
    }
    g_assert_null(calendar_holiday(calendar, "BE", DAY_NONE));
    g_assert_cmpstr(calendar_bank_holiday(calendar, iso("2026-04-03")), ==, "Good Friday");
    g_assert_null(calendar_bank_holiday(calendar, iso("2026-07-21")));
    g_assert_false(day_known(day_easter(0)));
}

static void test_easter_is_a_sunday_in_spring(void)
{
    for (int year = 1900; year <= 2200; year++) {
        Day easter = day_easter(year), first, last;
        day_from_date(year, 3, 22, &first);
        day_from_date(year, 4, 25, &last);
        g_assert_cmpint(day_weekday(easter), ==, 7);
        g_assert_cmpint(day_compare(easter, first), >=, 0);
        g_assert_cmpint(day_compare(easter, last), <=, 0);
    }
}

static void test_holiday_names(void)
{
    static const struct {
        const char *language, *name;
    } rows[] = {{"nl", "paasmaandag"}, {"fr", "lundi de Pâques"}, {"en", "Easter Monday"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        i18n_set_language(rows[i].language);
        g_assert_cmpstr(calendar_holiday(calendar, "BE", iso("2026-04-06")), ==, rows[i].name);
    }
}

static void test_business_and_bank_days(void)
{
    static const struct {
        const char *country, *from; /* country "" = bank days */
        int n;
        const char *expected;
    } rows[] = {
        {"", "2026-02-24", 4, "2026-03-02"},   {"", "2026-04-02", 1, "2026-04-07"},
        {"BE", "2026-04-02", 1, "2026-04-03"}, {"BE", "2026-04-03", 1, "2026-04-07"},
        {"NL", "2026-04-02", 1, "2026-04-07"}, {"BE", "2026-03-01", 0, "2026-03-02"},
        {"BE", "2026-03-02", 0, "2026-03-02"}, {"", "2026-12-24", 1, "2026-12-28"},
        {"BE", "2026-12-24", 1, "2026-12-28"}, {"", "2026-07-20", 1, "2026-07-21"},
        {"BE", "2026-07-20", 1, "2026-07-22"}, {"BE", "2026-05-13", 2, "2026-05-18"},
        {"", "2026-02-28", 0, "2026-03-02"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        bool bank = *rows[i].country == '\0';
        Day from = iso(rows[i].from);
        Day day = bank ? calendar_bank_days_after(calendar, from, rows[i].n)
                       : calendar_business_days_after(calendar, rows[i].country, from, rows[i].n);
        g_autofree char *text = day_iso(day);
        g_assert_cmpstr(text, ==, rows[i].expected);
        g_assert_true(bank ? calendar_is_bank_day(calendar, day)
                           : calendar_is_business_day(calendar, rows[i].country, day));
    }
    g_assert_false(day_known(calendar_bank_days_after(calendar, DAY_NONE, 3)));
    g_assert_false(calendar_is_bank_day(calendar, iso("2026-05-01")));
    g_assert_false(calendar_is_business_day(calendar, "BE", iso("2026-02-28")));
}

/* ---- contact hours ---- */

static void test_next_callable(void)
{
    static const struct {
        const char *preset, *country, *at, *opens, *reason; /* reason NULL = allowed */
    } rows[] = {
        {"house", "BE", "2026-02-24 14:07", "2026-02-24 14:07", NULL},
        {"house", "BE", "2026-02-24 12:00", "2026-02-24 13:30", "the midday pause"},
        {"house", "BE", "2026-02-24 11:59", "2026-02-24 11:59", NULL},
        {"house", "BE", "2026-02-24 08:59", "2026-02-24 09:00", "too early to call"},
        {"house", "BE", "2026-02-24 18:00", "2026-02-25 09:00", "too late to call"},
        {"house", "BE", "2026-02-27 18:30", "2026-03-02 09:00", "too late to call"},
        {"house", "BE", "2026-02-28 10:00", "2026-03-02 09:00", "no calls on this day of the week"},
        {"house", "BE", "2026-04-06 10:00", "2026-04-07 09:00", "a public holiday for this customer"},
        {"house", "NL", "2026-04-02 19:00", "2026-04-07 09:00", "too late to call"},
        {"nowhere", "BE", "2026-02-24 12:30", "2026-02-24 13:30", "the midday pause"},
        {NULL, NULL, "2026-02-24 12:30", "2026-02-24 13:30", "the midday pause"},
        {"be_collector", "BE", "2026-04-06 21:59", "2026-04-06 21:59", NULL},
        {"be_collector", "BE", "2026-04-06 22:00", "2026-04-07 08:00", "too late to call"},
        {"nl_wki", "NL", "2026-11-21 19:00", "2026-11-21 19:00", NULL},
        {"nl_wki", "NL", "2026-11-21 20:00", "2026-11-23 07:00", "too late to call"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Moment at = moment(rows[i].at);
        ContactHours hours = calendar_contact_hours(calendar, rows[i].preset, rows[i].country, at);
        g_autofree char *opens = moment_iso(hours.opens);
        g_assert_cmpstr(opens, ==, rows[i].opens);
        g_assert_cmpstr(hours.reason, ==, rows[i].reason);
        g_assert_cmpint(hours.allowed, ==, rows[i].reason == NULL);
    }
}

static void test_a_day_without_an_hour_only_rolls_days(void)
{
    Moment sunday = {iso("2026-03-01"), MINUTE_NONE}, monday = {iso("2026-03-02"), MINUTE_NONE};
    Moment rolled = calendar_next_callable(calendar, "house", "BE", sunday);
    g_assert_cmpint(rolled.day.number, ==, monday.day.number);
    g_assert_cmpint(rolled.minute, ==, MINUTE_NONE);
    g_assert_true(calendar_contact_hours(calendar, "house", "BE", monday).allowed);
    g_assert_false(calendar_contact_hours(calendar, "house", "BE", sunday).allowed);
}

static void test_every_opening_is_callable(void)
{
    static const char *const presets[] = {"house", "be_collector", "nl_wki", "us_regf"};
    static const char *const countries[] = {"BE", "NL", "FR", "LU", "DE"};
    for (int i = 0; i < 5000; i++) {
        const char *preset = presets[i % 4], *country = countries[i % 5];
        Moment at = {day_plus(iso("2026-01-01"), g_test_rand_int_range(0, 1500)), g_test_rand_int_range(0, 1440)};
        Moment opens = calendar_next_callable(calendar, preset, country, at);
        g_assert_true(calendar_contact_hours(calendar, preset, country, opens).allowed);
        g_assert_true(day_compare(opens.day, at.day) > 0 ||
                      (opens.day.number == at.day.number && opens.minute >= at.minute));
    }
}

static void test_halves_and_caps(void)
{
    static const struct {
        const char *preset;
        int halves[4], per_day, per_week, days;
    } rows[] = {
        {"house", {540, 720, 810, 1080}, 3, 5, 1},
        {"be_collector", {480, 720, 720, 1320}, 0, 0, 0},
        {"us_regf", {480, 720, 720, 1260}, 0, 7, 7},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        int halves[4], per_day, per_week;
        calendar_halves(calendar, rows[i].preset, &halves[0], &halves[1], &halves[2], &halves[3]);
        calendar_caps(calendar, rows[i].preset, &per_day, &per_week);
        for (int k = 0; k < 4; k++)
            g_assert_cmpint(halves[k], ==, rows[i].halves[k]);
        g_assert_cmpint(per_day, ==, rows[i].per_day);
        g_assert_cmpint(per_week, ==, rows[i].per_week);
        g_assert_cmpint(calendar_days_after_conversation(calendar, rows[i].preset), ==, rows[i].days);
    }
}

/* ---- broken files ---- */

#define HOUSE "[calendar]\nhouse = be\n[holiday.be]\nx = \"01-01|a|b|c\"\n[contact.house]\ndays = \"mon\"\n"

static Calendar *load_text(const char *text, GError **error)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("calendar-XXXXXX.ini", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    g_close(fd, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    Calendar *loaded = calendar_load(path, error);
    g_unlink(path);
    return loaded;
}

static void test_broken_files_name_the_line(void)
{
    static const struct {
        const char *text, *where;
    } rows[] = {
        {HOUSE "hours_1 = \"9-12\"\n", ".ini:7: "},
        {HOUSE "hours_1 = \"12:00-09:00\"\n", ".ini:7: "},
        {HOUSE "hours_1 = \"09:00-25:00\"\n", ".ini:7: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\nhours_2 = \"11:00-13:00\"\n", ".ini:8: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\nlunch = \"no\"\n", ".ini:8: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\nper_day_attempts = many\n", ".ini:8: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\nholidays = perhaps\n", ".ini:8: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\n[bank]\nx = \"02-30|a|b|c\"\n", ".ini:9: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\n[bank]\nx = \"easter+|a|b|c\"\n", ".ini:9: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\n[bank]\nx = \"01-01 monday+1|a|b|c\"\n", ".ini:9: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\n[bank]\nx = \"01-01|a|b\"\n", ".ini:9: "},
        {HOUSE "hours_1 = \"09:00-12:00\"\n[banks]\n", ".ini:8: "},
        {HOUSE, ".ini:5: "},
        {"[calendar]\nhouse = fr\n[holiday.be]\nx = \"01-01|a|b|c\"\n", ".ini:2: "},
        {"[calendar]\nhouse = be\n[holiday.be]\nx = \"01-01|a|b|c\"\n", "[contact.house]"},
        {"[contact.house]\ndays = \"mon funday\"\nhours_1 = \"09:00-12:00\"\n", ".ini:2: "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(load_text(rows[i].text, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_test_message("%s", error->message);
        g_assert_nonnull(strstr(error->message, rows[i].where));
    }
    g_autoptr(GError) missing = NULL;
    g_assert_null(calendar_load("/nowhere/calendar.ini", &missing));
    g_assert_error(missing, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
}

static void test_a_house_may_write_its_own(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Calendar) own =
        load_text(HOUSE "hours_1 = \"00:00-24:00\"\n[holiday.nl]\nfair = \"02-29|Fair|kermis|foire\"\n", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(calendar_holiday(own, "NL", iso("2028-02-29")), ==, "Fair");
    g_assert_null(calendar_holiday(own, "NL", iso("2027-02-28")));
    g_assert_null(calendar_holiday(own, "NL", iso("2027-03-01")));
    g_assert_true(calendar_contact_hours(own, "house", "BE", moment("2026-03-02 23:59")).allowed);
    g_assert_false(calendar_contact_hours(own, "house", "BE", moment("2026-03-03 12:00")).allowed);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    i18n_start("en");
    g_autoptr(GError) error = NULL;
    g_autofree char *path =
        g_build_filename(g_getenv("BELRONDE_DATA") ? g_getenv("BELRONDE_DATA") : "data", "calendar.ini", NULL);
    calendar = calendar_load(path, &error);
    g_assert_no_error(error);
    g_test_add_func("/calendar/third-party vectors", test_vectors);
    g_test_add_func("/calendar/each country has its own holidays", test_countries);
    g_test_add_func("/calendar/Easter is a Sunday in spring", test_easter_is_a_sunday_in_spring);
    g_test_add_func("/calendar/holidays are named in the language of the desk", test_holiday_names);
    g_test_add_func("/calendar/business days and bank days differ", test_business_and_bank_days);
    g_test_add_func("/contact/nights, pauses, weekends and holidays roll on", test_next_callable);
    g_test_add_func("/contact/a day without an hour only rolls days", test_a_day_without_an_hour_only_rolls_days);
    g_test_add_func("/contact/every opening is callable", test_every_opening_is_callable);
    g_test_add_func("/contact/halves of the day and limits", test_halves_and_caps);
    g_test_add_func("/calendar/a broken file names the line", test_broken_files_name_the_line);
    g_test_add_func("/calendar/a house may write its own", test_a_house_may_write_its_own);
    int failed = g_test_run();
    calendar_free(calendar);
    return failed;
}
