/* How far a long piece of work is, how fast it goes and how long it will take, in words. */
#pragma once
#include <glib.h>

typedef struct {
    gint64 started_ms;  /* clock_monotonic_ms when it began */
    gint64 done, total; /* bytes */
} Progress;

void progress_start(Progress *progress);
void progress_report(Progress *progress, gint64 done, gint64 total);
int progress_percent(const Progress *progress);
/* "43%  1,2 MB/s  about 2 min left"; what cannot be told yet is left out.  Caller frees. */
char *progress_words(const Progress *progress);
/* "12 kB", "1,2 MB", as the language writes it.  Caller frees. */
char *size_text(gint64 bytes);
