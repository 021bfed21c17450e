#include "day.h"
#include "i18n.h"
#include "words.h"
#include <string.h>

/* Years are counted from March, so that the leap day ends the year; the Gregorian calendar then repeats
 * every 400 years of 146,097 days, and 1970-01-01 is day 719,468 of that count. */
enum { DAYS_ERA = 146097, DAYS_BEFORE_EPOCH = 719468, YEAR_MOST = 9999 };

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths[month - 1];
}

bool day_from_date(int year, int month, int day, Day *out)
{
    if (year < 1 || year > YEAR_MOST || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
        return false;
    int from_march = (month + 9) % 12;
    int count = year - (month <= 2);
    int era = count / 400, of_era = count % 400;
    int of_year = (153 * from_march + 2) / 5 + day - 1;
    *out = day_from_number(era * DAYS_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_BEFORE_EPOCH);
    return true;
}

Date day_date(Day day)
{
    int count = day.number + DAYS_BEFORE_EPOCH;
    int era = (count >= 0 ? count : count - (DAYS_ERA - 1)) / DAYS_ERA;
    int of_era = count - era * DAYS_ERA;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (DAYS_ERA - 1)) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100);
    int from_march = (5 * of_year + 2) / 153;
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (Date){
        .year = year + era * 400 + (month <= 2), .month = month, .day = of_year - (153 * from_march + 2) / 5 + 1};
}

int day_weekday(Day day)
{
    int from_monday = (int)(((gint64)day.number + 3) % 7); /* 1970-01-01 was a Thursday */
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

Day day_plus_months(Day day, int months)
{
    if (!day_known(day))
        return DAY_NONE;
    Date date = day_date(day);
    int count = date.year * 12 + date.month - 1 + months;
    int year = count / 12, month = count % 12 + 1;
    Day out = DAY_NONE;
    day_from_date(year, month, MIN(date.day, month_length(year, month)), &out);
    return out;
}

static int digits(const char *text, int length)
{
    int value = 0;
    for (int i = 0; i < length; i++) {
        if (!g_ascii_isdigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool day_parse_iso(const char *text, Day *out)
{
    if (text == NULL || strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    return day_from_date(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2), out);
}

/* ---- writing ---- */

static const Words *words_here(void)
{
    return words_of(i18n_language());
}

char *day_iso(Day day)
{
    Date date = day_date(day);
    return day_known(day) ? g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day) : g_strdup("");
}

char *day_short(Day day)
{
    Date date = day_date(day);
    return day_known(day) ? g_strdup_printf("%02d/%02d", date.day, date.month) : g_strdup("");
}

char *day_numeric(Day day)
{
    Date date = day_date(day);
    return day_known(day) ? g_strdup_printf("%02d/%02d/%02d", date.day, date.month, date.year % 100) : g_strdup("");
}

char *day_weekday_short(Day day)
{
    if (!day_known(day))
        return g_strdup("");
    g_autofree char *numbers = day_short(day);
    return g_strdup_printf("%s %s", words_here()->days_short[day_weekday(day) - 1], numbers);
}

/* The number of the day as it is written before a month's name. */
static char *ordinal(const Words *words, int day)
{
    return day == 1 ? g_strdup(words->first)
                    : g_strdup_printf("%d%s", day, g_str_has_suffix(words->first, ".") ? "." : "");
}

char *day_words(Day day)
{
    if (!day_known(day))
        return g_strdup("");
    const Words *words = words_here();
    Date date = day_date(day);
    g_autofree char *number = ordinal(words, date.day);
    return g_strdup_printf("%s %s %s", words->days_short[day_weekday(day) - 1], number,
                           words->months_short[date.month - 1]);
}

char *day_in(const char *language, Day day)
{
    if (!day_known(day))
        return g_strdup("");
    const Words *words = words_of(language);
    Date date = day_date(day);
    g_autofree char *number = ordinal(words, date.day);
    return g_strdup_printf("%s %s %d", number, words->months[date.month - 1], date.year);
}

char *day_weekday_in(const char *language, Day day)
{
    if (!day_known(day))
        return g_strdup("");
    g_autofree char *plain = day_in(language, day);
    const Words *words = words_of(language);
    const char *comma = g_str_has_suffix(words->first, ".") ? "," : ""; /* German */
    return g_strdup_printf("%s%s %s", words->days[day_weekday(day) - 1], comma, plain);
}

char *day_long(Day day)
{
    return day_weekday_in(i18n_language(), day);
}

char *minute_text(int minute)
{
    return minute == MINUTE_NONE ? g_strdup("") : g_strdup_printf("%02d:%02d", minute / 60, minute % 60);
}

char *moment_words(Moment moment)
{
    char *day = day_words(moment.day);
    if (moment.minute == MINUTE_NONE || !day_known(moment.day))
        return day;
    g_autofree char *owned = day;
    g_autofree char *minute = minute_text(moment.minute);
    return g_strdup_printf("%s %s", owned, minute);
}
