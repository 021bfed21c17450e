/* What a person types for a day and an hour.  It is Tuesday 24 February 2026, 14:07, unless a row says
 * otherwise; "en" at the front of a row is the language of the interface. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/when.h"
#include <string.h>

static Calendar *calendar;

static Moment moment(const char *text)
{
    g_autofree char *date = g_strndup(text, 10);
    Moment at = {DAY_NONE, MINUTE_NONE};
    g_assert_true(day_parse_iso(date, &at.day));
    if (text[10] != '\0')
        at.minute = (int)g_ascii_strtoll(text + 11, NULL, 10) * 60 + (int)g_ascii_strtoll(text + 14, NULL, 10);
    return at;
}

static char *moment_iso(Moment at)
{
    g_autofree char *day = day_iso(at.day), *minute = minute_text(at.minute);
    return g_strconcat(day, *minute != '\0' ? " " : "", minute, NULL);
}

static WhenRules rules_at(const char *now)
{
    return (WhenRules){.calendar = calendar,
                       .country = "BE",
                       .now = moment(now),
                       .direction = WHEN_FUTURE,
                       .roll = WHEN_KEEP,
                       .default_minute = MINUTE_NONE};
}

static void assert_reads(const char *typed, const WhenRules *rules, const char *expected, const char *expected_echo)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *echo = NULL;
    Moment at = {DAY_NONE, MINUTE_NONE};
    g_test_message("%s", typed);
    g_assert_true(when_parse(typed, rules, &at, &echo, &error));
    g_assert_no_error(error);
    g_autofree char *text = moment_iso(at);
    g_assert_cmpstr(text, ==, expected);
    if (expected_echo != NULL)
        g_assert_cmpstr(echo, ==, expected_echo);
}

static void assert_refused(const char *typed, const WhenRules *rules, const char *word)
{
    g_autoptr(GError) error = NULL;
    Moment at = {day_from_number(5), 7};
    char *echo = NULL;
    g_test_message("%s", typed);
    g_assert_false(when_parse(typed, rules, &at, &echo, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, word));
    g_assert_cmpint(at.day.number, ==, 5);
    g_assert_cmpint(at.minute, ==, 7);
    g_assert_null(echo);
}

typedef struct {
    const char *language, *typed, *moment, *echo;
} Reading;

static void assert_readings(const Reading *readings, size_t count, const WhenRules *rules)
{
    for (size_t i = 0; i < count; i++) {
        i18n_set_language(readings[i].language);
        assert_reads(readings[i].typed, rules, readings[i].moment, readings[i].echo);
    }
    i18n_set_language("en");
}

/* ---- the future ---- */

static const Reading future[] = {
    {"en", "tomorrow 14:30", "2026-02-25 14:30", "Wed 25 Feb 14:30"},
    {"nl", "morgen 14u30", "2026-02-25 14:30", "wo 25 feb 14:30"},
    {"fr", "demain 14h30", "2026-02-25 14:30", "mer 25 févr 14:30"},
    {"nl", "ma 9u", "2026-03-02 09:00", "ma 2 mrt 09:00"},
    {"en", "fr", "2026-02-27", "Fri 27 Feb"},
    {"en", "fri", "2026-02-27", NULL},
    {"en", "Friday", "2026-02-27", NULL},
    {"nl", "vr", "2026-02-27", "vr 27 feb"},
    {"fr", "ven", "2026-02-27", "ven 27 févr"},
    {"en", "tue", "2026-03-03", NULL}, /* never today */
    {"en", "+2", "2026-02-26", NULL},
    {"en", "+2w", "2026-03-10", NULL},
    {"en", "+3h", "2026-02-24 17:07", "Tue 24 Feb 17:07"},
    {"en", "+10h", "2026-02-25 00:07", NULL},
    {"en", "+30min", "2026-02-24 14:37", NULL},
    {"nl", "+3u", "2026-02-24 17:07", NULL},
    {"fr", "+2j", "2026-02-26", NULL},
    {"fr", "+2s", "2026-03-10", NULL},
    {"en", "+1m", "2026-03-24", NULL},
    {"en", "+1 1430", "2026-02-25 14:30", NULL},
    {"en", "28", "2026-02-28", NULL},
    {"en", "28 15u", "2026-02-28 15:00", NULL},
    {"en", "23", "2026-03-23", NULL}, /* past: next month */
    {"en", "24", "2026-02-24", NULL},
    {"en", "31", "2026-03-31", NULL}, /* February has none */
    {"en", "3/12", "2026-12-03", NULL},
    {"en", "3-12", "2026-12-03", NULL},
    {"en", "3.12", "2026-12-03", NULL},
    {"en", "23/2", "2027-02-23", "Tue 23 Feb 2027"}, /* past: next year, and the echo says so */
    {"en", "29/2", "2028-02-29", NULL},
    {"en", "3/12/2026 10:15", "2026-12-03 10:15", NULL},
    {"en", "3/12/26", "2026-12-03", NULL},
    {"en", "2026-12-03", "2026-12-03", NULL},
    {"en", "1430", "2026-02-24 14:30", NULL},
    {"en", "14:30", "2026-02-24 14:30", NULL},
    {"en", "930", "2026-02-25 09:30", NULL}, /* a time that is past is tomorrow */
    {"en", "14:06", "2026-02-25 14:06", "Wed 25 Feb 14:06"},
    {"en", "14:07", "2026-02-24 14:07", NULL},
    {"en", "today", "2026-02-24", NULL},
    {"nl", "vandaag 16u", "2026-02-24 16:00", NULL},
    {"fr", "aujourd'hui 16h", "2026-02-24 16:00", NULL},
    {"fr", "aujourd’hui 16 h", "2026-02-24 16:00", NULL},
    {"nl", "overmorgen", "2026-02-26", NULL},
    {"fr", "après-demain à 9h", "2026-02-26 09:00", NULL},
    {"en", "tomorrow at 2pm", "2026-02-25 14:00", NULL},
    {"en", "2:30 pm", "2026-02-24 14:30", NULL},
    {"en", "tomorrow 12am", "2026-02-25 00:00", NULL},
    {"en", "tomorrow noon", "2026-02-25 12:00", NULL},
    {"en", "tomorrow 14", "2026-02-25 14:00", NULL},
    {"nl", "morgen om 14.30 uur", "2026-02-25 14:30", NULL},
    {"nl", "9 uur", "2026-02-25 09:00", NULL},
    {"en", "28 feb 15:00", "2026-02-28 15:00", NULL},
    {"nl", "2 mrt", "2026-03-02", NULL},
    {"fr", "1er mars", "2026-03-01", "dim 1er mars"},
    {"fr", "3 déc", "2026-12-03", NULL},
    {"fr", "3 août 9h", "2026-08-03 09:00", NULL},
    {"en", "3rd december 2027", "2027-12-03", "Fri 3 Dec 2027"},
    {"en", "  MON   9:00 ", "2026-03-02 09:00", NULL},
    {"en", "mon, 9:00", "2026-03-02 09:00", NULL},
    {"nl", "di 3 mrt 9u", "2026-03-03 09:00", NULL},
    {"en", "eom", "2026-02-28", NULL},
    {"nl", "ultimo", "2026-02-28", NULL},
    {"en", "now", "2026-02-24 14:07", NULL},
};

static void test_future(void)
{
    WhenRules rules = rules_at("2026-02-24 14:07");
    assert_readings(future, G_N_ELEMENTS(future), &rules);
}

static void test_year_may_be_past_when_any_day_will_do(void)
{
    static const Reading any[] = {
        {"en", "3/12/2025 10:15", "2025-12-03 10:15", "Wed 3 Dec 2025 10:15"},
        {"en", "yesterday", "2026-02-23", NULL},
        {"en", "23", "2026-02-23", NULL},
        {"en", "23/1", "2026-01-23", NULL},
        {"en", "9:00", "2026-02-24 09:00", NULL},
        {"en", "mon", "2026-03-02", NULL},
        {"en", "-2", "2026-02-22", NULL},
    };
    WhenRules rules = rules_at("2026-02-24 14:07");
    rules.direction = WHEN_ANY;
    assert_readings(any, G_N_ELEMENTS(any), &rules);
}

static void test_two_languages_clash(void)
{
    static const struct {
        const char *languages, *typed, *expected;
    } rows[] = {
        {"nl,fr,en", "di", "2026-03-03"}, {"fr,nl,en", "di", "2026-03-01"}, {"en,nl,fr", "di", "2026-03-03"},
        {"nl,fr,en", "ma", "2026-03-02"}, {"fr,nl,en", "ma", "2026-03-03"}, {"en,fr,nl", "ma", "2026-03-03"},
        {"nl", "lundi", "2026-03-02"},    {"fr", "vrijdag", "2026-02-27"},  {"nl", "sunday", "2026-03-01"},
        {"", "zo", "2026-03-01"},         {NULL, "za", "2026-02-28"},       {"nl fr", "me", "2026-02-25"},
    };
    WhenRules rules = rules_at("2026-02-24 14:07");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        rules.languages = rows[i].languages;
        assert_reads(rows[i].typed, &rules, rows[i].expected, NULL);
    }
}

/* ---- the past ---- */

static void test_past(void)
{
    static const Reading past[] = {
        {"en", "yesterday", "2026-02-23", "Mon 23 Feb"},
        {"nl", "gisteren", "2026-02-23", NULL},
        {"fr", "hier", "2026-02-23", NULL},
        {"fr", "avant-hier", "2026-02-22", NULL},
        {"nl", "eergisteren", "2026-02-22", NULL},
        {"nl", "ma", "2026-02-23", NULL},
        {"nl", "di", "2026-02-17", NULL},
        {"nl", "wo", "2026-02-18", NULL},
        {"en", "23", "2026-02-23", NULL},
        {"en", "28", "2026-01-28", NULL},
        {"en", "24", "2026-02-24", NULL},
        {"en", "31", "2026-01-31", NULL},
        {"en", "23/2", "2026-02-23", NULL},
        {"en", "3/12", "2025-12-03", "Wed 3 Dec 2025"},
        {"en", "29/2", "2024-02-29", NULL},
        {"en", "-3", "2026-02-21", "Sat 21 Feb"}, /* a Saturday, never rolled */
        {"en", "22", "2026-02-22", "Sun 22 Feb"},
        {"en", "15:00", "2026-02-23 15:00", NULL},
        {"en", "today", "2026-02-24", NULL},
        {"en", "9:00", "2026-02-24 09:00", NULL},
        {"en", "-1h", "2026-02-24 13:07", NULL},
        {"en", "-15h", "2026-02-23 23:07", NULL},
    };
    WhenRules rules = rules_at("2026-02-24 14:07");
    rules.direction = WHEN_PAST;
    rules.roll = WHEN_BUSINESS_DAY;
    assert_readings(past, G_N_ELEMENTS(past), &rules);
    assert_refused("tomorrow", &rules, "has not been yet");
    assert_refused("+2", &rules, "has not been yet");
    assert_refused("3/12/2026", &rules, "has not been yet");
    assert_refused("today 15:00", &rules, "has not been yet");
}

/* ---- rolling ---- */

static void test_rolling(void)
{
    static const struct {
        const char *language, *country, *typed;
        WhenRoll roll;
        const char *moment, *echo;
    } rows[] = {
        {"en", "BE", "1/3", WHEN_BUSINESS_DAY, "2026-03-02", "Mon 2 Mar (1/3 is Sun)"},
        {"en", "BE", "28 15u", WHEN_BUSINESS_DAY, "2026-03-02 15:00", "Mon 2 Mar 15:00 (28/2 is Sat)"},
        {"en", "BE", "27", WHEN_BUSINESS_DAY, "2026-02-27", "Fri 27 Feb"},
        {"en", "BE", "6/4", WHEN_BUSINESS_DAY, "2026-04-07", "Tue 7 Apr (6/4 is Easter Monday)"},
        {"en", "BE", "3/4", WHEN_BUSINESS_DAY, "2026-04-03", "Fri 3 Apr"},
        {"en", "NL", "3/4", WHEN_BUSINESS_DAY, "2026-04-07", "Tue 7 Apr (3/4 is Good Friday)"},
        {"en", "BE", "3/4", WHEN_BANK_DAY, "2026-04-07", "Tue 7 Apr (3/4 is Good Friday)"},
        {"en", "BE", "21/7", WHEN_BANK_DAY, "2026-07-21", "Tue 21 Jul"},
        {"en", "BE", "1/3", WHEN_KEEP, "2026-03-01", "Sun 1 Mar"},
        {"nl", "BE", "1/1", WHEN_BUSINESS_DAY, "2027-01-04", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        WhenRules rules = rules_at("2026-02-24 14:07");
        rules.country = rows[i].country;
        rules.roll = rows[i].roll;
        i18n_set_language(rows[i].language);
        assert_reads(rows[i].typed, &rules, rows[i].moment, rows[i].echo);
    }
    i18n_set_language("en");
    WhenRules rules = rules_at("2026-02-24 14:07");
    rules.calendar = NULL;
    assert_reads("1/3", &rules, "2026-03-01", "Sun 1 Mar");
}

static void test_default_hour(void)
{
    WhenRules rules = rules_at("2026-02-24 14:07");
    rules.default_minute = 9 * 60 + 20;
    assert_reads("morgen", &rules, "2026-02-25 09:20", "Wed 25 Feb 09:20");
    assert_reads("morgen 8u", &rules, "2026-02-25 08:00", NULL);
    assert_reads("today", &rules, "2026-02-24 14:07", NULL); /* 09:20 is over */
    rules.default_minute = 16 * 60;
    assert_reads("today", &rules, "2026-02-24 16:00", NULL);
    rules.direction = WHEN_PAST;
    assert_reads("today", &rules, "2026-02-24 14:07", NULL);
    WhenRules sunday = rules_at("2026-03-01 14:07");
    sunday.roll = WHEN_BUSINESS_DAY;
    sunday.default_minute = 9 * 60 + 20;
    assert_reads("today", &sunday, "2026-03-02 09:20", "Mon 2 Mar 09:20 (1/3 is Sun)");
    WhenRules timed = rules_at("2026-02-24 14:07");
    timed.needs_time = true;
    assert_reads("tomorrow", &timed, "2026-02-25 09:00", NULL);
}

/* ---- refusals ---- */

static void test_refusals_say_what_is_possible(void)
{
    static const struct {
        const char *typed, *word;
    } rows[] = {
        {"32/1", "day/month"},
        {"25:00", "14:30"},
        {"foo", "fri, +2, 28"},
        {"", "fri, +2, 28"},
        {"   ", "fri, +2, 28"},
        {"31/2", "day/month"},
        {"0", "day/month"},
        {"32", "day/month"},
        {"3/13", "day/month"},
        {"0/3", "day/month"},
        {"3/0", "day/month"},
        {"30/2/2027", "day/month"},
        {"2026-13-01", "day/month"},
        {"14:60", "14:30"},
        {"2460", "14:30"},
        {"13pm", "14:30"},
        {"0am", "14:30"},
        {"yesterday", "is past"},
        {"today 9:00", "is past"},
        {"3/12/2025", "is past"},
        {"-2", "is past"},
        {"24/2 14:06", "is past"},
        {"mon tue", "more than one day"},
        {"tomorrow 3/12", "more than one day"},
        {"9u 10u", "more than one time"},
        {"wed 3/3", "do not belong"},
        {"+2x", "fri, +2, 28"},
        {"m", "fri, +2, 28"},
        {"12345", "fri, +2, 28"},
        {"at", "fri, +2, 28"},
        {"tomorrow foo", "fri, +2, 28"},
        {"3/12/", "fri, +2, 28"},
        {"tomorrow 25", "14:30"},
    };
    WhenRules rules = rules_at("2026-02-24 14:07");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_refused(rows[i].typed, &rules, rows[i].word);
}

static void test_hostile_typing_is_shown_clean(void)
{
    WhenRules rules = rules_at("2026-02-24 14:07");
    g_autoptr(GError) error = NULL;
    Moment at;
    g_assert_false(when_parse("\033[2J\xff%s%n a very long answer that would not fit into one line of a screen", &rules,
                              &at, NULL, &error));
    g_assert_true(g_utf8_validate(error->message, -1, NULL));
    g_assert_null(strchr(error->message, '\033'));
    g_assert_nonnull(strstr(error->message, "…”"));
}

/* ---- properties ---- */

static void test_the_echo_can_be_typed_again(void)
{
    static const char *const languages[] = {"en", "nl", "fr"};
    WhenRules rules = rules_at("2026-02-24 14:07");
    for (int ahead = 1; ahead < 800; ahead++) {
        i18n_set_language(languages[ahead % 3]);
        Moment meant = {day_plus(rules.now.day, ahead), g_test_rand_int_range(0, 1440)}, again;
        g_autofree char *typed = moment_iso(meant), *echo = NULL, *echo_again = NULL;
        g_assert_true(when_parse(typed, &rules, &again, &echo, NULL));
        g_test_message("%s", echo);
        g_assert_true(when_parse(echo, &rules, &again, &echo_again, NULL));
        g_assert_cmpint(again.day.number, ==, meant.day.number);
        g_assert_cmpint(again.minute, ==, meant.minute);
        g_assert_cmpstr(echo, ==, echo_again);
    }
    i18n_set_language("en");
}

static void test_random_typing_never_lands_on_the_wrong_side(void)
{
    static const char *const pieces[] = {"ma",    "di", "fri", "28", "3/12",     "+2",   "-1",  "w",
                                         "14:30", "9u", " ",   " ",  "tomorrow", "hier", "feb", "2025",
                                         "1430",  "/",  "h",   "31", "é",        "pm",   "29/2"};
    int read = 0;
    for (int i = 0; i < 5000; i++) {
        g_autoptr(GString) typed = g_string_new(NULL);
        for (int k = 0, n = g_test_rand_int_range(1, 6); k < n; k++)
            g_string_append(typed, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
        WhenRules rules = rules_at("2026-02-24 14:07");
        rules.direction = i % 2 == 0 ? WHEN_FUTURE : WHEN_PAST;
        rules.roll = WHEN_BUSINESS_DAY;
        Moment at;
        if (!when_parse(typed->str, &rules, &at, NULL, NULL))
            continue;
        int side = day_compare(at.day, rules.now.day);
        read++;
        g_assert_true(rules.direction == WHEN_FUTURE ? side >= 0 : side <= 0);
        if (rules.direction == WHEN_FUTURE)
            g_assert_true(calendar_is_business_day(calendar, "BE", at.day));
    }
    g_assert_cmpint(read, >, 100);
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
    g_test_add_func("/when/next moments in three languages", test_future);
    g_test_add_func("/when/any day, past or coming, as it stands", test_year_may_be_past_when_any_day_will_do);
    g_test_add_func("/when/di and ma follow the languages of the desk", test_two_languages_clash);
    g_test_add_func("/when/what happened is the last such day and never rolls", test_past);
    g_test_add_func("/when/weekends and holidays roll on and say so", test_rolling);
    g_test_add_func("/when/without a time the default hour is taken", test_default_hour);
    g_test_add_func("/when/a refusal says what may be typed", test_refusals_say_what_is_possible);
    g_test_add_func("/when/hostile typing is shown clean", test_hostile_typing_is_shown_clean);
    g_test_add_func("/when/the echo can be typed again", test_the_echo_can_be_typed_again);
    g_test_add_func("/when/random typing never lands on the wrong side of now",
                    test_random_typing_never_lands_on_the_wrong_side);
    int failed = g_test_run();
    calendar_free(calendar);
    return failed;
}
