/* The one clock of the program.  --now or BELRONDE_NOW (YYYY-MM-DDTHH:MM[:SS]) fixes it; everything that
 * draws, plans or stamps asks here and nowhere else.  main hands either one to clock_fix. */
#pragma once
#include "day.h"

typedef struct {
    Day day;
    int minute; /* local minutes since midnight */
    int second; /* 0-59 */
    gint64 utc; /* seconds since the epoch */
} Now;

bool clock_fix(const char *iso, GError **error); /* INPUT when it is no moment */
void clock_release(void);                        /* back to the real time (tests) */
void clock_advance(int seconds);                 /* moves a fixed clock (tests, screen stories) */
bool clock_is_fixed(void);
Now clock_now(void);
Day clock_today(void);
Day clock_day_of(gint64 utc); /* on which day that second was, here */
Moment clock_moment_of(gint64 utc);
gint64 clock_monotonic_ms(void); /* for timers; follows clock_advance when fixed */
