/* Splitting a sum into parts on dates: equal cents, the last part takes the rest; each day counted from the day
 * first asked and rolled on its own, so that a Sunday never pushes the whole plan. */
#pragma once
#include "base/calendar.h"
#include "base/money.h"

enum { INSTALMENT_PARTS = 36 };

typedef enum { EVERY_MONTH, EVERY_TWO_WEEKS, EVERY_WEEK } InstalmentEvery;
/* "month", "two_weeks", "week" as in the database. */
extern const char *const INSTALMENT_EVERY_SLUGS[];
bool instalment_every_find(const char *slug, InstalmentEvery *every);

typedef struct {
    Day asked; /* as counted */
    Day due;   /* rolled forward to a business day of the country */
    Cents amount;
} Instalment;

/* How many parts of `each` it takes, the last one smaller where it must be; 0: nothing to split.  May be more than
 * INSTALMENT_PARTS. */
int instalment_count(Cents total, Cents each);

/* Fills `parts` rows (1-36); total at least `parts` cents, so that no part is empty.  False and rows untouched
 * otherwise.  each 0, three parts of 4.852,60: 1.617,53 1.617,53 1.617,54.  each 2.000,00: 2.000,00 2.000,00 852,60,
 * and parts must be instalment_count. */
bool instalments_split(Cents total, int parts, Cents each, Day first, InstalmentEvery every, const Calendar *calendar,
                       const char *country, Instalment *rows);
