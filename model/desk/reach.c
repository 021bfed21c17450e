#include "desk/reach.h"

#include "base/i18n.h"
#include "base/words.h"

enum { EVERY_DAY = 127 };

static bool away(const Reach *reach, Moment at)
{
    return day_known(reach->absent_until) && day_compare(reach->absent_until, at.day) > 0;
}

bool reach_allows(const Reach *reach, Moment at)
{
    bool right_day = (reach->days & 1 << (day_weekday(at.day) - 1)) != 0;
    bool too_early = reach->from >= 0 && at.minute < reach->from;
    bool too_late = reach->until >= 0 && at.minute >= reach->until;
    return !away(reach, at) && right_day && !too_early && !too_late;
}

static const char *weekday_short(int weekday)
{
    return words_of(i18n_language())->days_short[weekday - 1];
}

static void append_days(GString *text, int days)
{
    for (int first = 0; first < 7; first++) {
        if ((days & 1 << first) == 0)
            continue;
        int last = first;
        while (last < 6 && (days & 1 << (last + 1)) != 0)
            last++;
        g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", weekday_short(first + 1));
        if (last > first)
            g_string_append_printf(text, "-%s", weekday_short(last + 1));
        first = last;
    }
}

char *reach_text(const Reach *reach)
{
    GString *text = g_string_new(NULL);
    if (reach->days != EVERY_DAY)
        append_days(text, reach->days);
    if (reach->from >= 0 && reach->until >= 0) {
        g_autofree char *opens = minute_text(reach->from), *closes = minute_text(reach->until);
        g_string_append_printf(text, "%s%s-%s", text->len > 0 ? " " : "", opens, closes);
    }
    return g_string_free(text, FALSE);
}

char *reach_obstacle(const Reach *reach, Moment at)
{
    if (reach_allows(reach, at))
        return NULL;
    if (away(reach, at)) {
        g_autofree char *back = day_words(reach->absent_until);
        return g_strdup_printf(_("away until %s"), back);
    }
    g_autofree char *hours = reach_text(reach);
    return g_strdup_printf(_("reachable %s"), hours);
}
