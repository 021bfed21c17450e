/* What was typed is folded and read from left to right: each row of `forms` is a pattern and what it sets.
 * Only when all of it was understood does the second half decide which day was meant. */
#include "when.h"
#include "error.h"
#include "i18n.h"
#include "text.h"
#include "words.h"
#include <string.h>

enum {
    MORNING = 9 * 60,
    MINUTES_A_DAY = 24 * 60,
    YEARS_SEARCHED = 8 /* from one 29 February to the next, past 1900 or 2100 */
};

typedef struct {
    const WhenRules *rules;
    Day fixed;         /* tomorrow, +2, 3/12/2025 */
    int date, month;   /* 28, 3/12; 0 = not typed */
    int weekday;       /* 1-7; 0 = not typed */
    int minute;        /* MINUTE_NONE = not typed */
    const char *wrong; /* msgid with one %s; set by the first thing that cannot be */
} Typed;

static const char no_day[] = N_("“%s” is no day of the calendar: type day/month, as 28/2.");
static const char no_time[] = N_("“%s” holds no time of day: type it as 14:30, 1430 or 14u30.");
static const char two_days[] = N_("“%s” names more than one day: type one of them.");
static const char two_times[] = N_("“%s” names more than one time: type one of them.");
static const char not_together[] =
    N_("“%s”: the day of the week and the date do not belong together; type one of them.");
static const char is_past[] = N_("“%s” is past: type a moment from now on.");
static const char is_future[] = N_("“%s” has not been yet: type the day it happened, as yesterday, mon or 23/2.");
static const char unknown[] = N_("“%s” is no date or time: type tomorrow 14:30, fri, +2, 28, 3/12 or 14:30.");

static void wrong(Typed *typed, const char *sentence)
{
    if (typed->wrong == NULL)
        typed->wrong = sentence;
}

static int number(const char *digits)
{
    return (int)g_ascii_strtoll(digits, NULL, 10);
}

static bool day_said(const Typed *typed)
{
    return day_known(typed->fixed) || typed->date > 0;
}

static void say_day(Typed *typed, Day day)
{
    if (day_said(typed))
        wrong(typed, two_days);
    typed->fixed = day;
}

static void say_date(Typed *typed, int date, int month, int year)
{
    Day day = DAY_NONE;
    if (day_said(typed))
        wrong(typed, two_days);
    if (date == 0 || (month == 0 && year > 0) || (year > 0 && !day_from_date(year, month, date, &day)))
        wrong(typed, no_day);
    typed->fixed = day;
    typed->date = date;
    typed->month = month;
}

static void say_time(Typed *typed, int hour, int minute)
{
    if (typed->minute != MINUTE_NONE)
        wrong(typed, two_times);
    if (hour > 23 || minute > 59)
        wrong(typed, no_time);
    typed->minute = hour * 60 + minute;
}

/* ---- names of days and months ---- */

/* 1 … count of the name that `word` is or uniquely begins, 0 when there is none. */
static int name_find(const char *word, const char *const *names, const char *const *shorts, int count)
{
    int found = 0, candidates = 0;
    for (int i = 0; i < count; i++) {
        g_autofree char *name = text_fold(names[i]), *abbreviation = text_fold(shorts[i]);
        if (strcmp(word, abbreviation) == 0)
            return i + 1;
        if (g_str_has_prefix(name, word)) {
            found = i + 1;
            candidates++;
        }
    }
    return candidates == 1 ? found : 0;
}

static int weekday_find(const Words *words, const char *word)
{
    return strlen(word) < 2 ? 0 : name_find(word, words->days, words->days_short, 7);
}

static int month_find(const Words *words, const char *word)
{
    return strlen(word) < 3 ? 0 : name_find(word, words->months, words->months_short, 12);
}

/* The languages of the settings settle what di and ma mean; the others are still understood. */
static int any_language_find(const Typed *typed, const char *word, int (*find)(const Words *words, const char *word))
{
    const char *languages = typed->rules->languages != NULL ? typed->rules->languages : i18n_language();
    g_auto(GStrv) preferred = g_strsplit_set(languages, ", ", -1);
    int found = 0;
    for (char **language = preferred; found == 0 && *language != NULL; language++)
        found = **language != '\0' ? find(words_of(*language), word) : 0;
    for (size_t i = 0; found == 0 && words_row(i) != NULL; i++)
        found = find(words_row(i), word);
    return found;
}

/* ---- what each form sets; false hands the text on to the next form ---- */

typedef enum { UNIT_DAY, UNIT_MONTH, UNIT_MINUTE } Unit;

static const struct {
    const char *letters; /* of all three languages: w(eek), s(emaine), u(ur) … */
    Unit unit;
    int times;
} units[] = {
    {"", UNIT_DAY, 1},    {"d", UNIT_DAY, 1},     {"j", UNIT_DAY, 1},     {"w", UNIT_DAY, 7},      {"s", UNIT_DAY, 7},
    {"m", UNIT_MONTH, 1}, {"h", UNIT_MINUTE, 60}, {"u", UNIT_MINUTE, 60}, {"min", UNIT_MINUTE, 1},
};

static void say_minutes_from_now(Typed *typed, int minutes)
{
    Moment now = typed->rules->now;
    int at = MAX(now.minute, 0) + minutes;
    int days = at / MINUTES_A_DAY - (at % MINUTES_A_DAY < 0);
    say_day(typed, day_plus(now.day, days));
    say_time(typed, 0, 0);
    typed->minute = at - days * MINUTES_A_DAY;
}

/* +2, +2w, +3h, -1 */
static bool take_relative(Typed *typed, char **groups)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(units) && strcmp(groups[3], units[i].letters) != 0)
        i++;
    if (i == G_N_ELEMENTS(units))
        return false;
    int steps = number(groups[2]) * units[i].times * (*groups[1] == '-' ? -1 : 1);
    Day today = typed->rules->now.day;
    if (units[i].unit == UNIT_MINUTE)
        say_minutes_from_now(typed, steps);
    else
        say_day(typed, units[i].unit == UNIT_DAY ? day_plus(today, steps) : day_plus_months(today, steps));
    return true;
}

static bool take_iso(Typed *typed, char **groups)
{
    say_date(typed, number(groups[3]), number(groups[2]), number(groups[1]));
    return true;
}

/* 3/12, 3-12, 3.12, with a year of two or four digits or without. */
static bool take_slashed(Typed *typed, char **groups)
{
    const char *year = groups[4] != NULL ? groups[4] : "";
    int month = number(groups[3]);
    if (month == 0)
        wrong(typed, no_day);
    say_date(typed, number(groups[1]), month, *year == '\0' ? 0 : number(year) + (strlen(year) == 2 ? 2000 : 0));
    return true;
}

/* 28 feb, 1er mars 2026 */
static bool take_named_month(Typed *typed, char **groups)
{
    int month = any_language_find(typed, groups[2], month_find);
    if (month == 0)
        return false;
    say_date(typed, number(groups[1]), month, groups[3] != NULL ? number(groups[3]) : 0);
    return true;
}

/* 14:30, 14u30, 9u, 1430 */
static bool take_time(Typed *typed, char **groups)
{
    say_time(typed, number(groups[1]), groups[2] != NULL ? number(groups[2]) : 0);
    return true;
}

/* 2pm, 2:30pm */
static bool take_half_day_time(Typed *typed, char **groups)
{
    int hour = number(groups[1]);
    if (hour < 1 || hour > 12)
        wrong(typed, no_time);
    say_time(typed, hour % 12 + (*groups[3] == 'p' ? 12 : 0), number(groups[2]));
    return true;
}

/* A bare number is a day of the month, or an hour once the day is known: tomorrow 14. */
static bool take_number(Typed *typed, char **groups)
{
    if (day_said(typed) || typed->weekday > 0)
        say_time(typed, number(groups[1]), 0);
    else
        say_date(typed, number(groups[1]), 0, 0);
    return true;
}

static const struct {
    const char *words; /* without marks, apostrophes and hyphens */
    int days;
} day_words_table[] = {
    {" today vandaag aujourdhui ", 0}, {" tomorrow morgen demain ", 1}, {" overmorgen apresdemain ", 2},
    {" yesterday gisteren hier ", -1}, {" eergisteren avanthier ", -2},
};

static bool listed(const char *list, const char *word)
{
    g_autofree char *spaced = g_strconcat(" ", word, " ", NULL);
    return strstr(list, spaced) != NULL;
}

static bool take_word(Typed *typed, char **groups)
{
    g_autofree char *word = text_fold_bare(groups[0]);
    Day today = typed->rules->now.day;
    for (size_t i = 0; i < G_N_ELEMENTS(day_words_table); i++)
        if (listed(day_words_table[i].words, word)) {
            say_day(typed, day_plus(today, day_words_table[i].days));
            return true;
        }
    if (listed(" eom ultimo fdm ", word))
        say_day(typed, day_plus(day_plus_months(day_plus(today, 1 - day_date(today).day), 1), -1));
    else if (listed(" noon middag midi ", word))
        say_time(typed, 12, 0);
    else if (listed(" now nu maintenant ", word))
        say_minutes_from_now(typed, 0);
    else
        return listed(" at on the om op de den a le ", word);
    return true;
}

static bool take_weekday(Typed *typed, char **groups)
{
    int weekday = any_language_find(typed, groups[0], weekday_find);
    if (weekday == 0)
        return false;
    if (typed->weekday > 0)
        wrong(typed, two_days);
    typed->weekday = weekday;
    return true;
}

#define ORDINAL "(?:er|st|nd|rd|th|ste|de|e)?"

/* Tried in this order at each place; a form ends at a blank or at the end of the text. */
static const struct {
    const char *pattern;
    bool (*take)(Typed *typed, char **groups);
} forms[] = {
    {"([+-])(\\d{1,4})([a-z]*)", take_relative},
    {"(\\d{1,2})(?::(\\d{2}))? ?(am|pm)", take_half_day_time},
    {"(\\d{4})-(\\d{1,2})-(\\d{1,2})", take_iso},
    {"(\\d{1,2})[.:](\\d{2}) ?(?:u|uur|h)", take_time}, /* 14.30 uur, before 14.3 could be a date */
    {"(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?", take_slashed},
    {"(\\d{1,2})[:uh](\\d{2})(?:u|uur|h)?", take_time},
    {"(\\d{1,2}) ?(?:u|h|uur|heures?)", take_time},
    {"(\\d{1,2})" ORDINAL " ([a-z]{3,})(?: (20\\d{2}))?", take_named_month},
    {"(\\d{1,2})" ORDINAL, take_number},
    {"(\\d{1,2})(\\d{2})", take_time},
    {"[a-z'-]+", take_word},
    {"[a-z]+", take_weekday},
};

/* The part of `text` that one form understood, 0 when none did. */
static int form_take(Typed *typed, const char *text)
{
    static GRegex *compiled[G_N_ELEMENTS(forms)]; /* kept as long as the program runs */
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (compiled[i] == NULL) {
            g_autofree char *whole = g_strconcat("^(?:", forms[i].pattern, ")(?= |$)", NULL);
            compiled[i] = g_regex_new(whole, G_REGEX_OPTIMIZE, 0, NULL);
        }
        g_autoptr(GMatchInfo) match = NULL;
        int end = 0;
        if (!g_regex_match(compiled[i], text, 0, &match) || !g_match_info_fetch_pos(match, 0, NULL, &end))
            continue;
        g_auto(GStrv) groups = g_match_info_fetch_all(match);
        if (forms[i].take(typed, groups))
            return end;
    }
    return 0;
}

static bool text_take(Typed *typed, const char *text)
{
    g_autofree char *folded = text_fold(text);
    g_strdelimit(folded, ",\t\n", ' ');
    const char *at = folded + strspn(folded, " ");
    bool said = *at != '\0';
    while (*at != '\0') {
        int taken = form_take(typed, at);
        if (taken == 0)
            return false;
        at += taken;
        at += strspn(at, " ");
    }
    return said && (day_said(typed) || typed->weekday > 0 || typed->minute != MINUTE_NONE || typed->wrong != NULL);
}

/* ---- which day was meant ---- */

/* The nearest month (or year, when the month was typed) that has the date, on the side that is meant. */
static Day date_meant(const Typed *typed)
{
    Day today = typed->rules->now.day, day;
    Date from = day_date(today);
    int step = typed->rules->direction == WHEN_PAST ? -1 : 1;
    for (int k = 0; k <= YEARS_SEARCHED; k++) {
        int months = (typed->month > 0 ? from.year + k * step : from.year) * 12 +
                     (typed->month > 0 ? typed->month - 1 : from.month - 1 + k * step);
        if (!day_from_date(months / 12, months % 12 + 1, typed->date, &day))
            continue;
        if (typed->rules->direction == WHEN_ANY || day_compare(day, today) * step >= 0)
            return day;
    }
    return DAY_NONE;
}

static Day weekday_meant(const Typed *typed)
{
    Day today = typed->rules->now.day;
    int ahead = (typed->weekday - day_weekday(today) + 6) % 7 + 1; /* 1-7: never today */
    bool past = typed->rules->direction == WHEN_PAST;
    return day_plus(today, past && ahead == 7 ? -7 : past ? ahead - 7 : ahead);
}

/* A time alone is the next such time, or the last one. */
static Day time_meant(const Typed *typed)
{
    Moment now = typed->rules->now;
    if (typed->rules->direction == WHEN_FUTURE && typed->minute < now.minute)
        return day_plus(now.day, 1);
    if (typed->rules->direction == WHEN_PAST && typed->minute > now.minute)
        return day_plus(now.day, -1);
    return now.day;
}

static Day day_meant(Typed *typed)
{
    if (!day_said(typed))
        return typed->weekday > 0 ? weekday_meant(typed) : time_meant(typed);
    bool impossible = typed->month > 12;
    Day day = day_known(typed->fixed) ? typed->fixed : impossible ? DAY_NONE : date_meant(typed);
    if (!day_known(day))
        wrong(typed, no_day);
    else if (typed->weekday > 0 && typed->weekday != day_weekday(day))
        wrong(typed, not_together);
    return day;
}

/* The default hour of today is not taken back into what is already over. */
static int minute_default(const WhenRules *rules, Day day)
{
    int minute = rules->default_minute;
    if (minute == MINUTE_NONE && rules->needs_time)
        minute = MORNING;
    if (minute == MINUTE_NONE || day_compare(day, rules->now.day) != 0)
        return minute;
    if (rules->direction == WHEN_FUTURE)
        return MAX(minute, rules->now.minute);
    return rules->direction == WHEN_PAST ? MIN(minute, MAX(rules->now.minute, 0)) : minute;
}

static void direction_check(Typed *typed, Moment moment)
{
    const WhenRules *rules = typed->rules;
    int side = day_compare(moment.day, rules->now.day);
    if (side == 0 && moment.minute != MINUTE_NONE && rules->now.minute != MINUTE_NONE)
        side = (moment.minute > rules->now.minute) - (moment.minute < rules->now.minute);
    if (side < 0 && rules->direction == WHEN_FUTURE)
        wrong(typed, is_past);
    if (side > 0 && rules->direction == WHEN_PAST)
        wrong(typed, is_future);
}

/* ---- rolling and echo ---- */

static Day day_rolled(const WhenRules *rules, Day day)
{
    if (rules->roll == WHEN_KEEP || rules->direction == WHEN_PAST || rules->calendar == NULL)
        return day;
    return rules->roll == WHEN_BANK_DAY ? calendar_bank_days_after(rules->calendar, day, 0)
                                        : calendar_business_days_after(rules->calendar, rules->country, day, 0);
}

/* The typed day and hour are judged as they stand; the default hour is that of the rolled day. */
static Moment moment_meant(Typed *typed, Day *asked)
{
    *asked = day_meant(typed);
    if (typed->wrong == NULL)
        direction_check(typed, (Moment){*asked, typed->minute});
    if (typed->wrong != NULL)
        return (Moment){DAY_NONE, MINUTE_NONE};
    Day day = day_rolled(typed->rules, *asked);
    return (Moment){day, typed->minute != MINUTE_NONE ? typed->minute : minute_default(typed->rules, day)};
}

/* Why `day` was rolled: the holiday's name, else the day of the week. */
static const char *roll_reason(const WhenRules *rules, Day day)
{
    const char *holiday = rules->roll == WHEN_BANK_DAY ? calendar_bank_holiday(rules->calendar, day)
                                                       : calendar_holiday(rules->calendar, rules->country, day);
    return holiday != NULL ? holiday : words_of(i18n_language())->days_short[day_weekday(day) - 1];
}

/* The year is only said when it is not this one. */
static char *moment_echo(Moment moment, Day today)
{
    int year = day_date(moment.day).year;
    if (year == day_date(today).year)
        return moment_words(moment);
    g_autofree char *day = day_words(moment.day), *minute = minute_text(moment.minute);
    return g_strdup_printf("%s %d%s%s", day, year, *minute != '\0' ? " " : "", minute);
}

static char *echo_text(const WhenRules *rules, Moment moment, Day asked)
{
    g_autofree char *words = moment_echo(moment, rules->now.day);
    if (day_compare(moment.day, asked) == 0)
        return g_steal_pointer(&words);
    Date date = day_date(asked);
    /* Translators: "Mon 2 Mar (1/3 is Sun)": the day taken, the day typed, why that one does not serve. */
    return g_strdup_printf(_("%s (%d/%d is %s)"), words, date.day, date.month, roll_reason(rules, asked));
}

bool when_parse(const char *typed_text, const WhenRules *rules, Moment *moment, char **echo, GError **error)
{
    Typed typed = {.rules = rules, .fixed = DAY_NONE, .minute = MINUTE_NONE};
    Moment meant = {DAY_NONE, MINUTE_NONE};
    Day asked = DAY_NONE;
    if (!text_take(&typed, typed_text))
        wrong(&typed, unknown);
    if (typed.wrong == NULL)
        meant = moment_meant(&typed, &asked);
    if (typed.wrong != NULL) {
        g_autofree char *clean = text_clean(typed_text), *shown = text_cut(clean, 40);
        return fail(error, BELRONDE_ERROR_INPUT, _(typed.wrong), shown);
    }
    *moment = meant;
    if (echo != NULL)
        *echo = echo_text(rules, meant, asked);
    return true;
}
