#include "rules/ageing.h"

#include "base/i18n.h"

const char *const AGE_BAND_NAMES[AGE_BANDS] = {N_("not due"), "1-30", "31-60", "61-90", "> 90"};

int age_band(int days_late)
{
    static const int last_day[AGE_BANDS - 1] = {0, 30, 60, 90};
    int band = 0;
    while (band < AGE_BANDS - 1 && days_late > last_day[band])
        band++;
    return band;
}
