/* How far the import is: a bar for a person at a terminal, nothing for anybody else. */
#pragma once
#include "progress.h"
#include <stdbool.h>

typedef struct {
    Progress progress;
    char *shown; /* what stands on the terminal now; NULL nothing */
} ImportProgress;

void import_progress_start(ImportProgress *progress);
/* BookingOptions.progress; data is an ImportProgress. */
void import_progress_show(gint64 bytes, gint64 total, void *data);
void import_progress_end(ImportProgress *progress); /* takes the bar off the terminal */
