/* What the calculators read their keys with and write their answers with. */
#pragma once
#include "allotment.h"
#include "calc.h"
#include "charges.h"
#include "interest.h"

typedef struct {
    bool given;
    gint64 number; /* cents, points, count, yes = 1 */
    Day day;
    int minute;
    const char *text;
    GArray *list; /* ClaimPayment, or Day, or int, or Cents */
} CalcArgument;

struct CalcInput {
    const CalcContext *context;
    const Calculator *calculator;
    CalcArgument *arguments; /* one for each key */
};

/* A name that is no key of the calculator is a programming error. */
const CalcArgument *calc_argument(const CalcInput *input, const char *key);
static inline gint64 calc_number(const CalcInput *input, const char *key)
{
    return calc_argument(input, key)->number;
}
static inline Day calc_day(const CalcInput *input, const char *key)
{
    return calc_argument(input, key)->day;
}
static inline const char *calc_word(const CalcInput *input, const char *key)
{
    return calc_argument(input, key)->text;
}
static inline bool calc_given(const CalcInput *input, const char *key)
{
    return calc_argument(input, key)->given;
}
/* A series that may be charged, or an error that names them. */
const RateSeries *calc_series(const CalcInput *input, const char *name, GError **error);

void calc_put_money(CalcResult *result, const char *name, Cents cents);
void calc_put_day(CalcResult *result, const char *name, Day day);
void calc_put_rate(CalcResult *result, const char *name, gint64 points);
void calc_put_count(CalcResult *result, const char *name, gint64 number);
void calc_put_flag(CalcResult *result, const char *name, bool yes);
/* plain for other programs, words (may be the same) for people. */
void calc_put_word(CalcResult *result, const char *name, const char *plain, const char *words);

void calc_explain_periods(CalcResult *result, const GArray *periods); /* InterestPeriod, with their sources */
void calc_explain_source(CalcResult *result, const RateSource *source);
void calc_explain(CalcResult *result, const char *kind, const char *text);
void calc_explain_step(CalcResult *result, const char *text, Day day, Cents amount);
void calc_mark(CalcResult *result, const char *sentence); /* "" adds nothing */

extern const Calculator CALC_CALENDAR[], CALC_TERMS[], CALC_RATES[], CALC_CHARGES[], CALC_CLAIMS[];
