#include "commands/import_progress.h"

#include "base/text.h"
#include <stdio.h>

enum { BAR = 30 };

void import_progress_start(ImportProgress *progress, const char *path)
{
    progress_start(&progress->progress);
    progress->file++;
    progress->name = path;
    if (progress->lines)
        import_progress_show(0, 0, progress);
}

static void tell_desk(ImportProgress *progress)
{
    g_autofree char *base = g_path_get_basename(progress->name), *name = text_clean(base);
    g_autofree char *line =
        g_strdup_printf("%c%d\t%d\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n", IMPORT_PROGRESS_SIGN,
                        progress->file, progress->files, progress->progress.done, progress->progress.total, name);
    fputs(line, stderr);
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
    if (progress->lines) {
        tell_desk(progress);
        return;
    }
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
