#include "clock.h"
#include "error.h"
#include "i18n.h"
#include <string.h>
#include <time.h>

static bool fixed;
static gint64 fixed_utc;
static gint64 fixed_elapsed; /* seconds that clock_advance has let pass */

/* Two digits below `limit` after the mark at `text`. */
static bool part_read(const char *text, const char *marks, int limit, int *out)
{
    if (*text == '\0' || strchr(marks, *text) == NULL || !g_ascii_isdigit(text[1]) || !g_ascii_isdigit(text[2]))
        return false;
    *out = (text[1] - '0') * 10 + (text[2] - '0');
    return *out < limit;
}

/* YYYY-MM-DDTHH:MM[:SS] in local time. */
static bool moment_read(const char *iso, struct tm *out)
{
    size_t length = iso != NULL ? strlen(iso) : 0;
    if (length != 16 && length != 19)
        return false;
    g_autofree char *date = g_strndup(iso, 10);
    Day day;
    int hour, minute, second = 0;
    if (!day_parse_iso(date, &day) || !part_read(iso + 10, "T ", 24, &hour) || !part_read(iso + 13, ":", 60, &minute) ||
        (length == 19 && !part_read(iso + 16, ":", 60, &second)))
        return false;
    Date parts = day_date(day);
    *out = (struct tm){.tm_year = parts.year - 1900,
                       .tm_mon = parts.month - 1,
                       .tm_mday = parts.day,
                       .tm_hour = hour,
                       .tm_min = minute,
                       .tm_sec = second,
                       .tm_isdst = -1};
    return true;
}

bool clock_fix(const char *iso, GError **error)
{
    struct tm local;
    if (!moment_read(iso, &local))
        return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no moment: write it as 2026-02-24T14:07."),
                    iso != NULL ? iso : "");
    fixed = true;
    fixed_utc = (gint64)mktime(&local);
    fixed_elapsed = 0;
    return true;
}

void clock_release(void)
{
    fixed = false;
}

void clock_advance(int seconds)
{
    if (fixed)
        fixed_elapsed += seconds;
}

bool clock_is_fixed(void)
{
    return fixed;
}

static Now now_of(gint64 utc)
{
    time_t moment = (time_t)utc;
    struct tm local;
    Now now = {.day = DAY_NONE, .utc = utc};
    if (localtime_r(&moment, &local) == NULL)
        return now;
    day_from_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday, &now.day);
    now.minute = local.tm_hour * 60 + local.tm_min;
    now.second = MIN(local.tm_sec, 59); /* a leap second is shown as the second before it */
    return now;
}

Now clock_now(void)
{
    return now_of(fixed ? fixed_utc + fixed_elapsed : g_get_real_time() / G_USEC_PER_SEC);
}

Day clock_day_of(gint64 utc)
{
    return now_of(utc).day;
}

Moment clock_moment_of(gint64 utc)
{
    Now then = now_of(utc);
    return (Moment){then.day, then.minute};
}

Day clock_today(void)
{
    return clock_now().day;
}

gint64 clock_monotonic_ms(void)
{
    if (fixed)
        return fixed_elapsed * 1000;
    /* BOOTTIME goes on while the machine sleeps: a call or a promise does not wait for the lid. */
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (gint64)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
