/* When a contact can be reached by his own days and hours. */
#pragma once
#include "base/day.h"

typedef struct {
    int days;         /* bit 0 Monday … bit 6 Sunday */
    int from, until;  /* minutes; MINUTE_NONE: any hour */
    Day absent_until; /* day of return; DAY_NONE: not away */
} Reach;

bool reach_allows(const Reach *reach, Moment at);
char *reach_text(const Reach *reach); /* "Mon-Thu 09:00-16:00"; "" any time; caller frees */
/* A clause why not now ("away until Mon 2 Mar"), or NULL; caller frees. */
char *reach_obstacle(const Reach *reach, Moment at);
