/* A day of the calendar and a clock time, without any time zone.  In the database a day is its number. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    gint32 number; /* days since 1970-01-01 */
} Day;

#define DAY_NONE    ((Day){G_MININT32})
#define MINUTE_NONE (-1)

typedef struct {
    Day day;
    int minute; /* minutes since midnight, or MINUTE_NONE: the day without an hour */
} Moment;

typedef struct {
    int year, month, day; /* month 1-12, day 1-31 */
} Date;

static inline bool day_known(Day day)
{
    return day.number != G_MININT32;
}
static inline Day day_from_number(gint64 number)
{
    return (Day){(gint32)number};
}
static inline Day day_plus(Day day, int days)
{
    return (Day){day.number + days};
}
static inline int day_minus(Day later, Day earlier)
{
    return later.number - earlier.number;
}
static inline int day_compare(Day a, Day b)
{
    return (a.number > b.number) - (a.number < b.number);
}

bool day_from_date(int year, int month, int day, Day *out); /* false for 31 February and the like */
Date day_date(Day day);
int day_weekday(Day day);                 /* 1 = Monday … 7 = Sunday */
Day day_plus_months(Day day, int months); /* 31 January + 1 month = 28 or 29 February */

bool day_parse_iso(const char *text, Day *out); /* YYYY-MM-DD exactly */
/* All caller frees.  Names of days and months follow i18n_language(). */
char *day_iso(Day day);           /* 2026-02-24; "" for DAY_NONE */
char *day_short(Day day);         /* 24/02 */
char *day_numeric(Day day);       /* 24/02/26 */
char *day_weekday_short(Day day); /* Tue 24/02 */
char *day_words(Day day);         /* Tue 24 Feb */
char *day_long(Day day);          /* Tuesday 24 February 2026 */
/* In the language of a letter, whatever the screen speaks: 24 February 2026, Tuesday 24 February 2026. */
char *day_in(const char *language, Day day);
char *day_weekday_in(const char *language, Day day);
char *minute_text(int minute);     /* 14:30; "" for MINUTE_NONE */
char *moment_words(Moment moment); /* Wed 25 Feb 14:30 */
