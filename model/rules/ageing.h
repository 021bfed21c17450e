/* The five bands in which what is open is shown by age: not due, then by the days since it became late. */
#pragma once

enum { AGE_BANDS = 5 };
extern const char *const AGE_BAND_NAMES[AGE_BANDS]; /* msgids */

/* days_late: none or fewer mean not due. */
int age_band(int days_late);
