/* Dates and times as a person types them (reference ux §7), in English, Dutch and French:
 * tomorrow 14:30 · morgen 14u30 · demain 14h30 · ma 9u · fr · +2 · +2w · +3h · +1 1430 · 28 · 28 15u ·
 * 3/12 · 3/12/2025 10:15 · 3-12 · 2025-12-03 · 1430 · 14:30 · yesterday, gisteren, hier.
 * Besides: 28 feb · 3 décembre 2026 9u · di 24 feb 14:07 (what the echo says can be typed) · 2pm · eom,
 * ultimo, fdm (last day of the month) · noon, middag, midi · -2 where the past is meant.
 *
 * Day before month.  A day that does not exist in one month is looked for in the next that has it (31 typed
 * in February); a day number, a day of the month or a time that is past means the next one when the future
 * is meant and the other way round for the past.  A year may be typed with two digits. */
#pragma once
#include "calendar.h"

typedef enum { WHEN_FUTURE, WHEN_PAST, WHEN_ANY } WhenDirection;
typedef enum { WHEN_KEEP, WHEN_BUSINESS_DAY, WHEN_BANK_DAY } WhenRoll;

typedef struct {
    const Calendar *calendar; /* for rolling; may be NULL with WHEN_KEEP */
    const char *country;      /* holidays of the customer's country */
    Moment now;
    /* FUTURE: a weekday is the next one, never today, and a moment before now is refused.  PAST: the last one,
     * never today, never rolled, and a moment after now is refused.  ANY: as FUTURE, but days and times stand
     * as typed (this month, this year, today) and nothing is refused for lying before or after now. */
    WhenDirection direction;
    WhenRoll roll;      /* non-business days roll forward and the echo says so */
    int default_minute; /* used when no time was typed (today: not before, past: not after now); MINUTE_NONE = none */
    bool needs_time;    /* without a typed time and a default_minute 09:00 is taken; never refused */
    const char *languages; /* "nl,fr,en": first is the interface's; settles di, ma; NULL = the interface's */
} WhenRules;

/* Reads `typed`; on success *moment and, unless NULL, *echo ("Wed 25 Feb 14:30", "Mon 2 Mar (1/3 is
 * Sun)"; caller frees) are set.  INPUT with one sentence that says what is possible otherwise. */
bool when_parse(const char *typed, const WhenRules *rules, Moment *moment, char **echo, GError **error);
