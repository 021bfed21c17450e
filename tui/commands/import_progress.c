#include "commands/import_progress.h"

#include "base/text.h"
#include <stdio.h>

enum { BAR = 30 };

void import_progress_start(ImportProgress *progress)
{
    *progress = (ImportProgress){0};
    progress_start(&progress->progress);
}

static void wipe(const char *shown)
{
    if (shown != NULL)
        fprintf(stderr, "\r%*s\r", text_width(shown), "");
}

/* Rewritten only when it says something new: a slow line is not flooded. */
void import_progress_show(gint64 bytes, gint64 total, void *data)
{
    ImportProgress *progress = data;
    progress_report(&progress->progress, bytes, total);
    int full = BAR * progress_percent(&progress->progress) / 100;
    char bar[BAR + 1];
    for (int i = 0; i < BAR; i++)
        bar[i] = i < full ? '#' : '.';
    bar[BAR] = '\0';
    g_autofree char *words = progress_words(&progress->progress);
    g_autofree char *line = g_strdup_printf("[%s] %s", bar, words);
    if (g_strcmp0(line, progress->shown) == 0)
        return;
    wipe(progress->shown);
    fputs(line, stderr);
    g_free(progress->shown);
    progress->shown = g_steal_pointer(&line);
}

void import_progress_end(ImportProgress *progress)
{
    wipe(progress->shown);
    g_clear_pointer(&progress->shown, g_free);
}
