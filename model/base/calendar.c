#include "calendar.h"
#include "calendar_parts.h"
#include "i18n.h"
#include <string.h>

enum { DAYS_LOOKED_AHEAD = 400, NOON = 12 * 60 };

Country *calendar_country(const Calendar *calendar, const char *name)
{
    for (guint i = 0; name != NULL && i < calendar->countries->len; i++) {
        Country *country = g_ptr_array_index(calendar->countries, i);
        if (g_ascii_strcasecmp(country->name, name) == 0)
            return country;
    }
    return calendar->house;
}

const Preset *calendar_preset(const Calendar *calendar, const char *name)
{
    for (guint i = 0; name != NULL && i < calendar->presets->len; i++) {
        const Preset *preset = g_ptr_array_index(calendar->presets, i);
        if (g_ascii_strcasecmp(preset->name, name) == 0)
            return preset;
    }
    return calendar->house_preset;
}

/* ---- days ---- */

/* The anonymous Gregorian computus: golden number, century corrections, epact, then the Sunday after. */
Day day_easter(int year)
{
    if (year < 1 || year > 9999)
        return DAY_NONE;
    int golden = year % 19, century = year / 100;
    int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    int moon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    int from_march = moon - weekday;
    int month = 3 + (from_march + 40) / 44;
    Day easter = DAY_NONE;
    day_from_date(year, month, from_march + 28 - 31 * (month / 4), &easter);
    return easter;
}

static Day holiday_day(const Holiday *holiday, int year)
{
    Day day = DAY_NONE, easter = holiday->from_easter ? day_easter(year) : DAY_NONE;
    if (holiday->from_easter)
        return day_known(easter) ? day_plus(easter, holiday->offset) : DAY_NONE;
    if (day_from_date(year, holiday->month, holiday->day, &day) && day_weekday(day) == 7)
        day = day_plus(day, holiday->when_sunday);
    return day;
}

static const Holiday *country_holiday(const Country *country, Day day)
{
    int year = day_date(day).year;
    for (guint i = 0; day_known(day) && i < country->holidays->len; i++) {
        const Holiday *holiday = &g_array_index(country->holidays, Holiday, i);
        if (day_compare(holiday_day(holiday, year), day) == 0)
            return holiday;
    }
    return NULL;
}

static const char *holiday_name(const Holiday *holiday)
{
    static const char *const languages[NAMES] = {"en", "nl", "fr"};
    int language = NAMES - 1;
    while (language > 0 && strcmp(languages[language], i18n_language()) != 0)
        language--;
    return holiday != NULL ? holiday->names[language] : NULL;
}

const char *calendar_holiday(const Calendar *calendar, const char *country, Day day)
{
    return holiday_name(country_holiday(calendar_country(calendar, country), day));
}

const char *calendar_bank_holiday(const Calendar *calendar, Day day)
{
    return holiday_name(country_holiday(calendar->bank, day));
}

static bool country_works(const Country *country, Day day)
{
    return day_weekday(day) <= 5 && country_holiday(country, day) == NULL;
}

static Day country_days_after(const Country *country, Day day, int n)
{
    if (!day_known(day))
        return DAY_NONE;
    while (n == 0 && !country_works(country, day))
        day = day_plus(day, 1);
    while (n > 0) {
        day = day_plus(day, 1);
        n -= country_works(country, day);
    }
    return day;
}

bool calendar_is_business_day(const Calendar *calendar, const char *country, Day day)
{
    return country_works(calendar_country(calendar, country), day);
}

bool calendar_is_bank_day(const Calendar *calendar, Day day)
{
    return country_works(calendar->bank, day);
}

Day calendar_business_days_after(const Calendar *calendar, const char *country, Day day, int n)
{
    return country_days_after(calendar_country(calendar, country), day, n);
}

Day calendar_bank_days_after(const Calendar *calendar, Day day, int n)
{
    return country_days_after(calendar->bank, day, n);
}

/* ---- contact hours ---- */

static bool day_callable(const Preset *preset, const Country *country, Day day)
{
    return preset->weekdays[day_weekday(day) - 1] && (preset->holidays || country_holiday(country, day) == NULL);
}

Moment calendar_next_callable(const Calendar *calendar, const char *preset_name, const char *country_name, Moment at)
{
    const Preset *preset = calendar_preset(calendar, preset_name);
    const Country *country = calendar_country(calendar, country_name);
    int minute = at.minute;
    for (int ahead = 0; ahead < DAYS_LOOKED_AHEAD && day_known(at.day); ahead++) {
        Day day = day_plus(at.day, ahead);
        bool callable = day_callable(preset, country, day);
        if (callable && at.minute == MINUTE_NONE)
            return (Moment){day, MINUTE_NONE};
        for (int i = 0; callable && i < preset->window_count; i++)
            if (minute < preset->windows[i].until)
                return (Moment){day, MAX(minute, preset->windows[i].from)};
        minute = 0;
    }
    return at;
}

static const char *contact_reason(const Preset *preset, const Country *country, Moment at)
{
    if (!preset->weekdays[day_weekday(at.day) - 1])
        return _("no calls on this day of the week");
    if (!day_callable(preset, country, at.day))
        return _("a public holiday for this customer");
    if (at.minute < preset->windows[0].from)
        return _("too early to call");
    if (at.minute >= preset->windows[preset->window_count - 1].until)
        return _("too late to call");
    return _("the midday pause");
}

ContactHours calendar_contact_hours(const Calendar *calendar, const char *preset, const char *country, Moment at)
{
    Moment opens = calendar_next_callable(calendar, preset, country, at);
    bool allowed = day_compare(opens.day, at.day) == 0 && opens.minute == at.minute;
    const char *reason =
        allowed ? NULL : contact_reason(calendar_preset(calendar, preset), calendar_country(calendar, country), at);
    return (ContactHours){.allowed = allowed, .opens = opens, .reason = reason};
}

void calendar_halves(const Calendar *calendar, const char *preset_name, int *morning_from, int *morning_until,
                     int *afternoon_from, int *afternoon_until)
{
    const Preset *preset = calendar_preset(calendar, preset_name);
    const Window *first = &preset->windows[0], *last = &preset->windows[preset->window_count - 1];
    bool paused = preset->window_count > 1;
    /* Hours without a pause are halved at noon, or in the middle when noon lies outside them. */
    int middle = first->from < NOON && last->until > NOON ? NOON : (first->from + last->until) / 2;
    *morning_from = first->from;
    *morning_until = paused ? first->until : middle;
    *afternoon_from = paused ? preset->windows[1].from : middle;
    *afternoon_until = last->until;
}

void calendar_caps(const Calendar *calendar, const char *preset_name, int *per_day, int *per_week)
{
    const Preset *preset = calendar_preset(calendar, preset_name);
    *per_day = preset->per_day;
    *per_week = preset->per_week;
}

int calendar_days_after_conversation(const Calendar *calendar, const char *preset)
{
    return calendar_preset(calendar, preset)->after_conversation;
}
