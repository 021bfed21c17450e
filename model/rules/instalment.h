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

/* Fills `parts` rows (1-36); total at least `parts` cents, so that no part is empty.  False and rows untouched
 * otherwise.  Three parts of 4.852,60: 1.617,53 1.617,53 1.617,54. */
bool instalments_split(Cents total, int parts, Day first, InstalmentEvery every, const Calendar *calendar,
                       const char *country, Instalment *rows);
