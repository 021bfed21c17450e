/* Dates and times as a person types them (reference ux §7), in English, Dutch and French:
 * tomorrow 14:30 · morgen 14u30 · demain 14h30 · ma 9u · fr · +2 · +2w · +3h · +1 1430 · 28 · 28 15u ·
 * 3/12 · 3/12/2025 10:15 · 3-12 · 2025-12-03 · 1430 · 14:30 · yesterday, gisteren, hier. */
#pragma once
#include "calendar.h"

typedef enum { WHEN_FUTURE, WHEN_PAST, WHEN_ANY } WhenDirection;
typedef enum { WHEN_KEEP, WHEN_BUSINESS_DAY, WHEN_BANK_DAY } WhenRoll;

typedef struct {
    const Calendar *calendar; /* for rolling; may be NULL with WHEN_KEEP */
    const char *country;      /* holidays of the customer's country */
    Moment now;
    WhenDirection direction;  /* FUTURE: a weekday is the next one, never today; PAST: the last one, never rolled */
    WhenRoll roll;            /* non-business days roll forward and the echo says so */
    int default_minute;       /* used when no time was typed; MINUTE_NONE = none */
    bool needs_time;          /* default_minute is then still used, never refused */
    const char *languages;    /* "nl,fr,en": first is the interface's; settles di, ma */
} WhenRules;

/* Reads `typed`; on success *moment and, unless NULL, *echo ("Wed 25 Feb 14:30", "Mon 2 Mar (1/3 is
 * Sun)"; caller frees) are set.  INPUT with one sentence that says what is possible otherwise. */
bool when_parse(const char *typed, const WhenRules *rules, Moment *moment, char **echo, GError **error);
