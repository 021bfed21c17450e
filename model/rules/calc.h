/* Calculators by name: the arithmetic of this room for a colleague's question, for scripts and for the third-party
 * vectors.  `belronde calc NAME key=value…` asks them. */
#pragma once
#include "base/calendar.h"
#include "rates.h"

typedef enum {
    CALC_MONEY,    /* 1000.00 or 1.000,00 */
    CALC_SUM,      /* amounts with + between them */
    CALC_DAY,      /* 2026-11-21 */
    CALC_DAYS,     /* days parted by commas */
    CALC_MOMENT,   /* 2026-11-23 19:59, or with a T between */
    CALC_YEAR,     /* 2026 */
    CALC_YEARS,    /* 2026, several parted by commas */
    CALC_RATE,     /* percent: 10.50 */
    CALC_COUNT,    /* a whole number */
    CALC_WORD,     /* one of the choices, or any word where there are none */
    CALC_FLAG,     /* yes or no */
    CALC_PAYMENTS, /* 2026-05-15:500.00,2026-07-31:1000.00 */
} CalcKind;

typedef struct {
    const char *name; /* NULL ends a list of keys */
    CalcKind kind;
    const char *fallback; /* NULL: must be given; "": may be left out; "today" for a day */
    const char *choices;  /* of a word: "post electronic"; NULL: any */
    const char *help;     /* msgid */
} CalcKey;

typedef struct CalcInput CalcInput;
typedef struct CalcResult CalcResult;

typedef struct {
    const char *name; /* NULL ends a table */
    const char *help; /* msgid, one line */
    const CalcKey *keys;
    bool (*run)(const CalcInput *input, CalcResult *result, GError **error);
} Calculator;

typedef struct {
    const Rates *rates;
    const Calendar *calendar;
    Day today;
} CalcContext;

/* ---- what comes out ---- */

typedef struct {
    char *name;
    CalcKind kind;
    char *plain; /* for other programs: 8.63, 2026-11-21, 10.50, yes */
    char *words; /* for people: 8,63 */
} CalcValue;

/* A line of the explanation. */
typedef struct {
    char *kind; /* period, step, source */
    char *text; /* what it is, interface language; "" for a period */
    Day first, last;
    int days;
    int points;         /* −1: none */
    Cents base, amount; /* of a period or step */
} CalcLine;

struct CalcResult {
    GPtrArray *values; /* CalcValue; the first is the answer */
    GPtrArray *lines;  /* CalcLine */
    GPtrArray *marks;  /* char *: what must be told with the figure */
};

size_t calc_count(void);
const Calculator *calc_at(size_t index); /* what is alike stands together */
const Calculator *calc_find(const char *name);
/* "principal=MONEY due=DAY [paid=DAY]".  Caller frees. */
char *calc_usage(const Calculator *calculator);
const char *calc_kind_word(CalcKind kind); /* MONEY, DAY …: interface language */

/* Arguments "key=value", NULL-terminated.  One sentence for an unknown, doubled or missing key and for a value that
 * cannot be used, an empty one among them (INPUT).  calc_result_free frees. */
CalcResult *calc_run(const Calculator *calculator, const CalcContext *context, const char *const *arguments,
                     GError **error);
void calc_result_free(CalcResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CalcResult, calc_result_free)
/* The plain text of a value; NULL: there is none of that name. */
const char *calc_result_value(const CalcResult *result, const char *name);
