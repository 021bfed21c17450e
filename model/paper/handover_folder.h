/* The folder for who takes a file over: index.html to read, the statement of claim, copies of the invoices, the letters
 * as they left, and everything once more as one CSV and one JSON. */
#pragma once
#include "desk/handover.h"

typedef struct {
    const char *folder; /* in which it is made; NULL: [handover] folder, else "handover" beside the database */
    const char *whom;   /* "lawyer Lemmens": for the index; "" not known */
    bool replace;       /* the folder of the same customer and day is made anew */
    bool notes;         /* free notes of calls go with it */
} HandoverOrder;

/* *path: where it is, caller frees; *missing: how many invoices have no copy.  Nothing goes on record here.  INPUT, and
 * nothing left behind. */
bool handover_write(Desk *desk, gint64 customer_id, const HandoverOrder *order, char **path, int *missing,
                    GError **error);
