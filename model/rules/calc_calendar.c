/* Calculators of days without law: Easter, holidays, hours and numbers of calls. */
#include "base/error.h"
#include "base/i18n.h"
#include "calc_parts.h"
#include <string.h>

static bool easter_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    calc_put_day(result, "day", day_easter((int)calc_number(input, "year")));
    return true;
}

static const CalcKey easter_keys[] = {{"year", CALC_YEAR, NULL, NULL, N_("the year")}, {.name = NULL}};

/* Days parted by blanks as one answer; each with its name as a step. */
static void days_put(CalcResult *result, const CalcInput *input, const char *country, Day first, Day last)
{
    g_autoptr(GString) days = g_string_new(NULL);
    for (Day day = first; day_compare(day, last) <= 0; day = day_plus(day, 1)) {
        const char *name = calendar_holiday(input->context->calendar, country, day);
        g_autofree char *iso = day_iso(day);
        if (name == NULL)
            continue;
        g_string_append_printf(days, "%s%s", days->len > 0 ? " " : "", iso);
        calc_explain_step(result, name, day, 0);
    }
    calc_put_word(result, "days", days->str, days->str);
}

static bool holidays_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    Day first = DAY_NONE, last = DAY_NONE;
    int year = (int)calc_number(input, "year");
    day_from_date(year, 1, 1, &first);
    day_from_date(year, 12, 31, &last);
    days_put(result, input, calc_word(input, "country"), first, last);
    return true;
}

static const CalcKey holidays_keys[] = {{"year", CALC_YEAR, NULL, NULL, N_("the year")},
                                        {"country", CALC_WORD, "BE", NULL, N_("country code")},
                                        {.name = NULL}};

/* 27 April, and the day before it where it falls on a Sunday. */
static bool kings_day_run(const CalcInput *input, CalcResult *result, GError **error)
{
    const GArray *years = calc_argument(input, "year")->list;
    g_autoptr(GString) days = g_string_new(NULL);
    for (guint i = 0; i < years->len; i++) {
        Day day = DAY_NONE;
        day_from_date(g_array_index(years, int, i), 4, 27, &day);
        if (calendar_holiday(input->context->calendar, "NL", day) == NULL)
            day = day_plus(day, -1);
        if (calendar_holiday(input->context->calendar, "NL", day) == NULL)
            return fail(error, BELRONDE_ERROR_INPUT, _("The calendar of the house has no King's Day."));
        g_autofree char *iso = day_iso(day);
        g_string_append_printf(days, "%s%s", i > 0 ? " " : "", iso);
    }
    calc_put_word(result, "days", days->str, days->str);
    return true;
}

static const CalcKey kings_day_keys[] = {{"year", CALC_YEARS, NULL, NULL, N_("the year, or several")}, {.name = NULL}};

/* ---- contact ---- */

/* nl_wki is of the Netherlands, be_collector of Belgium; the house's own is of no country. */
static char *preset_country(const CalcInput *input)
{
    const char *preset = calc_word(input, "preset"), *country = calc_word(input, "country");
    if (*country != '\0')
        return g_strdup(country);
    return strlen(preset) > 2 && preset[2] == '_' ? g_ascii_strup(preset, 2) : NULL;
}

static bool contact_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    const CalcArgument *at = calc_argument(input, "at");
    g_autofree char *country = preset_country(input);
    ContactHours hours = calendar_contact_hours(input->context->calendar, calc_word(input, "preset"), country,
                                                (Moment){at->day, at->minute});
    calc_put_word(result, "answer", hours.allowed ? "allow" : "block", hours.allowed ? _("allowed") : _("not allowed"));
    if (hours.allowed)
        return true;
    g_autofree char *day = day_iso(hours.opens.day), *minute = minute_text(hours.opens.minute);
    g_autofree char *opens = g_strdup_printf("%s %s", day, minute);
    calc_put_word(result, "reason", hours.reason, hours.reason);
    calc_put_word(result, "opens", opens, opens);
    return true;
}

static const CalcKey contact_keys[] = {
    {"preset", CALC_WORD, "house", "house be_collector nl_wki us_regf", N_("contact hours of calendar.ini")},
    {"at", CALC_MOMENT, NULL, NULL, N_("local day and time of the customer")},
    {"country", CALC_WORD, "", NULL, N_("country code, for its holidays")},
    {.name = NULL}};

static int attempts_since(const GArray *attempts, Day first, Day last)
{
    int count = 0;
    for (guint i = 0; i < attempts->len; i++) {
        Day day = g_array_index(attempts, Day, i);
        count += day_compare(day, first) >= 0 && day_compare(day, last) <= 0;
    }
    return count;
}

static const char *frequency_reason(const CalcInput *input, Day on)
{
    int per_day, per_week;
    const char *preset = calc_word(input, "preset");
    const GArray *attempts = calc_argument(input, "attempts")->list;
    Day talked = calc_day(input, "conversation");
    int quiet = calendar_days_after_conversation(input->context->calendar, preset);
    calendar_caps(input->context->calendar, preset, &per_day, &per_week);
    if (per_day > 0 && attempts_since(attempts, on, on) >= per_day)
        return _("as many attempts today as are allowed");
    if (per_week > 0 && attempts_since(attempts, day_plus(on, -6), on) >= per_week)
        return _("as many attempts in seven days as are allowed");
    if (day_known(talked) && day_minus(on, talked) < quiet)
        return _("too soon after a conversation");
    return NULL;
}

static bool frequency_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    const char *reason = frequency_reason(input, calc_day(input, "on"));
    calc_put_word(result, "answer", reason == NULL ? "allow" : "block",
                  reason == NULL ? _("allowed") : _("not allowed"));
    if (reason != NULL)
        calc_put_word(result, "reason", reason, reason);
    return true;
}

static const CalcKey frequency_keys[] = {
    {"preset", CALC_WORD, "house", "house be_collector nl_wki us_regf", N_("contact hours of calendar.ini")},
    {"on", CALC_DAY, "today", NULL, N_("the day of the next attempt")},
    {"attempts", CALC_DAYS, "", NULL, N_("the day of each attempt that was made")},
    {"conversation", CALC_DAY, "", NULL, N_("the day of the last conversation")},
    {.name = NULL}};

const Calculator CALC_CALENDAR[] = {
    {"easter", N_("Easter Sunday of a year"), easter_keys, easter_run},
    {"holidays", N_("public holidays of a country"), holidays_keys, holidays_run},
    {"kings_day", N_("King's Day of a year"), kings_day_keys, kings_day_run},
    {"contact", N_("whether one may call at a moment"), contact_keys, contact_run},
    {"frequency", N_("whether one may call once more"), frequency_keys, frequency_run},
    {.name = NULL},
};
