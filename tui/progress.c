#include "progress.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/money.h"
#include <string.h>

enum { TELLING_MS = 1500 }; /* before that a rate is a guess */

void progress_start(Progress *progress)
{
    *progress = (Progress){.started_ms = clock_monotonic_ms()};
}

void progress_report(Progress *progress, gint64 done, gint64 total)
{
    progress->done = done;
    progress->total = total;
}

int progress_percent(const Progress *progress)
{
    return progress->total > 0 ? (int)CLAMP(progress->done * 100 / progress->total, 0, 100) : 0;
}

/* Tenths of a megabyte, written with the decimal mark of the language. */
static char *megabytes(gint64 bytes)
{
    g_autofree char *money = money_text(bytes / 100000 * 10);
    g_autofree char *figure = g_strndup(money, strlen(money) - 1);
    return g_strdup_printf(_("%s MB"), figure);
}

char *size_text(gint64 bytes)
{
    if (bytes >= 1000000)
        return megabytes(bytes);
    return g_strdup_printf(_("%d kB"), (int)((bytes + 999) / 1000));
}

/* Rounded so that it does not flicker: seconds in fives, then minutes. */
static char *time_left(gint64 seconds)
{
    if (seconds < 55) {
        int rounded = (int)(seconds / 5 * 5 + 5);
        return g_strdup_printf(_("about %d s left"), rounded);
    }
    int minutes = (int)((seconds + 30) / 60);
    return g_strdup_printf(_("about %d min left"), MAX(1, minutes));
}

char *progress_words(const Progress *progress)
{
    gint64 elapsed = clock_monotonic_ms() - progress->started_ms;
    if (elapsed < TELLING_MS || progress->done <= 0)
        return g_strdup_printf("%d%%", progress_percent(progress));
    gint64 rate = MAX(1, progress->done * 1000 / elapsed);
    g_autofree char *speed = size_text(rate), *left = time_left((progress->total - progress->done) / rate);
    return g_strdup_printf(_("%d%%  %s/s  %s"), progress_percent(progress), speed, left);
}
