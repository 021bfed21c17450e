/* How far the import is: a bar for a person at a terminal, lines for the desk that started
 * the import beside itself, nothing for anybody else. */
#pragma once
#include "progress.h"
#include <stdbool.h>

typedef struct {
    Progress progress;
    char *shown; /* what stands on the terminal now; NULL nothing */
    bool lines;  /* for the desk: see import_progress_line */
    int file, files;
    const char *name; /* of the file at hand; borrowed */
} ImportProgress;

/* The bytes of one line to the desk: this sign, then file, files, bytes, total and name with tabs between them. */
#define IMPORT_PROGRESS_SIGN '\x1e'

void import_progress_start(ImportProgress *progress, const char *path);
/* BookingOptions.progress; data is an ImportProgress. */
void import_progress_show(gint64 bytes, gint64 total, void *data);
void import_progress_end(ImportProgress *progress); /* takes the bar off the terminal */
