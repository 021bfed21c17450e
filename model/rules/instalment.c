#include "instalment.h"

#include <string.h>

const char *const INSTALMENT_EVERY_SLUGS[] = {"month", "two_weeks", "week", NULL};

bool instalment_every_find(const char *slug, InstalmentEvery *every)
{
    for (int i = 0; slug != NULL && INSTALMENT_EVERY_SLUGS[i] != NULL; i++) {
        if (strcmp(INSTALMENT_EVERY_SLUGS[i], slug) == 0) {
            *every = (InstalmentEvery)i;
            return true;
        }
    }
    return false;
}

/* Months are counted from the first day, not from the part before: the 31st comes back after February. */
static Day day_of_part(Day first, int part, InstalmentEvery every)
{
    static const int days[] = {[EVERY_TWO_WEEKS] = 14, [EVERY_WEEK] = 7};
    return every == EVERY_MONTH ? day_plus_months(first, part) : day_plus(first, part * days[every]);
}

int instalment_count(Cents total, Cents each)
{
    if (total <= 0 || each <= 0)
        return 0;
    Cents parts = total / each + (total % each > 0 ? 1 : 0);
    return (int)MIN(parts, (Cents)G_MAXINT);
}

bool instalments_split(Cents total, int parts, Cents each, Day first, InstalmentEvery every, const Calendar *calendar,
                       const char *country, Instalment *rows)
{
    if (parts < 1 || parts > INSTALMENT_PARTS || total < parts || !day_known(first))
        return false;
    Cents amount = each > 0 ? each : total / parts;
    if (each > 0 && instalment_count(total, each) != parts)
        return false;
    for (int i = 0; i < parts; i++) {
        rows[i].asked = day_of_part(first, i, every);
        rows[i].due = calendar_business_days_after(calendar, country, rows[i].asked, 0);
        rows[i].amount = i < parts - 1 ? amount : total - amount * (parts - 1);
    }
    return true;
}
