/* How the rows of a screen are shared out among its parts.  Pure. */
#pragma once
#include <stddef.h>

typedef struct {
    int least, wanted; /* rows */
    int got;
} Share;

/* Every part gets its least (the last ones go without where even that is too much); what is left goes to the
 * parts in their order, up to what each wants.  Returns the rows nobody wanted. */
int share_rows(Share *shares, size_t count, int rows);
