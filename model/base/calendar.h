/* Holidays, business days, bank days and contact hours: data/calendar.ini.
 *
 * Countries BE, NL, FR … and the bank calendar (TARGET).  Easter is computed; the rest is data. */
#pragma once
#include "day.h"

typedef struct Calendar Calendar;

/* Reads a calendar file; errors name file and line.  calendar_free frees. */
Calendar *calendar_load(const char *path, GError **error);
void calendar_free(Calendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Calendar, calendar_free)

Day day_easter(int year); /* Easter Sunday; DAY_NONE outside the years 1-9999 */
/* The holiday's name in the interface language, or NULL; borrowed.  Everywhere below an unknown country (or
 * NULL) falls back to the house's, an unknown preset (or NULL) to `house`. */
const char *calendar_holiday(const Calendar *calendar, const char *country, Day day);
const char *calendar_bank_holiday(const Calendar *calendar, Day day); /* as above, of the bank calendar */
bool calendar_is_business_day(const Calendar *calendar, const char *country, Day day); /* Mon-Fri, no holiday */
bool calendar_is_bank_day(const Calendar *calendar, Day day);                          /* TARGET days */
/* n > 0: the n-th business/bank day after `day`; n = 0: `day` itself or the next such day. */
Day calendar_business_days_after(const Calendar *calendar, const char *country, Day day, int n);
Day calendar_bank_days_after(const Calendar *calendar, Day day, int n);

/* Contact hours, preset `house`, `be_collector`, `nl_wki` … (reference rules §9).  A moment without an hour
 * is allowed on every day that has hours at all, and stays without one when it rolls. */
typedef struct {
    bool allowed;
    Moment opens;       /* when allowed is false: the next moment at which it is allowed */
    const char *reason; /* NULL when allowed; else a few words in the interface language, static */
} ContactHours;
ContactHours calendar_contact_hours(const Calendar *calendar, const char *preset, const char *country, Moment at);
/* First callable moment at or after `at` (rolls over nights, pauses, weekends, holidays). */
Moment calendar_next_callable(const Calendar *calendar, const char *preset, const char *country, Moment at);
/* The pause of the day: morning ends before it, afternoon begins at or after it (minutes). */
void calendar_halves(const Calendar *calendar, const char *preset, int *morning_from, int *morning_until,
                     int *afternoon_from, int *afternoon_until);
/* Attempt caps of the preset; 0 = none.  A week is any seven days running. */
void calendar_caps(const Calendar *calendar, const char *preset, int *per_day, int *per_week);
/* From how many days after a conversation the customer may be rung again (1 = tomorrow, 7 = in a week); 0 =
 * at once. */
int calendar_days_after_conversation(const Calendar *calendar, const char *preset);
