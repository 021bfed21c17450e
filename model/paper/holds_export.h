/* What the program that takes orders must know of each customer, as a table: one row each, the same columns for the
 * command, its CSV and the file at the end of the day. */
#pragma once
#include "desk/holds.h"

typedef struct {
    const char *name;  /* of the column: "supply_stop_since" */
    const char *title; /* msgid, for people; "" only for programs */
    int width;         /* for people */
    /* yes, no, an ISO day, a plain amount or text; "" nothing.  Caller frees. */
    char *(*cell)(const HoldsRow *row);
} HoldsColumn;
const HoldsColumn *holds_columns(size_t *count);

/* CSV with a head, every cell safe to open in a spreadsheet; since as for holds_list. */
char *holds_csv(Desk *desk, Day since, GError **error);
/* Into the folder of the settings, in the place of the file of before; true without one. */
bool holds_csv_write(Desk *desk, GError **error);
