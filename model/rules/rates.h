/* Dated legal figures: rates of interest, scales of costs, terms of days and years.
 *
 * data/rates.ini is complete; /etc/belronde/rates.ini and the user's own file override single dates and keys of
 * it.  Every figure has a status and a source.  A percentage is a whole number of points, 10.50 % = 1050. */
#pragma once
#include "base/day.h"
#include "base/money.h"

typedef struct Rates Rates;

/* How sure a figure is: read in the law, in an official notice, in somebody's table, computed by the law's own
 * formula, or only expected. */
typedef enum { RATE_LAW, RATE_PUBLISHED, RATE_SECONDARY, RATE_DERIVED, RATE_PROJECTED } RateStatus;
const char *rate_status_slug(RateStatus status);  /* as in the file */
const char *rate_status_words(RateStatus status); /* interface language */

typedef struct {
    RateStatus status;
    const char *words; /* where the figure stands; borrowed from the Rates */
    bool house;        /* from a file of the house or the user */
} RateSource;

typedef struct {
    Day from; /* valid from this day on, until the next row */
    int points;
    RateSource source;
} RateRow;

/* What is in [series]: how a rate is charged. */
typedef struct {
    const char *name;    /* be_b2b, be_legal, nl_b2b, nl_legal, uk_b2b … */
    bool interest;       /* may be charged; false: kept for reference only, as ecb_mro */
    bool fixed;          /* the rate of the first late day holds for the whole debt; else each day has its own */
    bool compound;       /* interest is added to the base after each full year */
    bool actual;         /* act/act: a leap year has 366 days; else act/365 */
    const RateRow *rows; /* by day; at least one */
    size_t count;
} RateSeries;

/* Files in the order in which they are laid over each other, NULL-terminated; the first must be complete.  Refuses
 * with file and line.  rates_free frees. */
Rates *rates_load(const char *const *files, GError **error);
/* The shipped file, with `house` those of the house and the user over it. */
Rates *rates_open(bool house, GError **error);
void rates_free(Rates *rates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Rates, rates_free)

/* All borrowed from the Rates. */
size_t rates_count(const Rates *rates);
const RateSeries *rates_at(const Rates *rates, size_t index);         /* in the order of the file */
const RateSeries *rates_series(const Rates *rates, const char *name); /* NULL: there is none */
/* The row that holds on the day; NULL before the first one.  Binary search. */
const RateRow *rate_on(const RateSeries *series, Day day);

/* The figures were looked at on this day; after the second one every interest is marked as not confirmed. */
Day rates_checked(const Rates *rates);
Day rates_confirmed_until(const Rates *rates);

/* A scale by amount: up to `upto` (inclusive) it is `fixed` plus `points` of what lies above `base`. */
typedef struct {
    Cents upto; /* MONEY_LIMIT: all the rest */
    Cents fixed;
    int points;
    Cents base;
} ScaleStep;

typedef struct {
    Day from;
    const ScaleStep *steps;
    size_t count;
    Cents least, most; /* of the result; most MONEY_LIMIT: no cap */
    RateSource source;
} Scale;

typedef enum { SCALE_BE_INDEMNITY, SCALE_NL_COSTS, SCALE_COUNT } ScaleName;
const Scale *rates_scale(const Rates *rates, ScaleName name, Day on); /* NULL: none was in force */
/* [fixed_sum] by the name of a series; NULL: none. */
const Scale *rates_fixed_sum(const Rates *rates, const char *series);
/* Rounded half away from zero; 0 for nothing or less. */
Cents scale_amount(const Scale *scale, Cents amount);

/* Rules of several figures with a first day.  Amounts in cents, counts as they are. */
typedef enum { RULE_BE_REMINDER, RULE_NL_CUMULATION, RULE_COUNT } RuleName;
enum { REMINDER_FREE_DAYS, REMINDER_POST_START, REMINDER_ELECTRONIC_START, REMINDER_FREE_REGULAR, REMINDER_EXTRA };
enum { CUMULATION_BELOW, CUMULATION_FIRST, CUMULATION_NEXT, CUMULATION_MOST, CUMULATION_MONTHS, RULE_FIGURES };
typedef struct {
    Day from;
    gint64 figures[RULE_FIGURES];
    RateSource source;
} Rule;
const Rule *rates_rule(const Rates *rates, RuleName name, Day on); /* NULL: none was in force */

/* Single figures of [terms] and [formula]: days, years, yes (1) or no (0), points, or a set of weekdays. */
typedef enum {
    TERM_BE_DEFAULT, /* calendar days after receipt */
    TERM_BE_MOST,
    TERM_NL_DEFAULT,
    TERM_NL_MOST,
    TERM_NL_LARGE_TO_SME,
    TERM_BE_SATURDAY_WORKS,  /* Saturday counts as a working day of book XIX */
    TERM_BE_ROLLS_FORWARD,   /* the end of the free period moves to a working day */
    TERM_BE_COLLECTOR_START, /* n-th working day after posting */
    TERM_BE_COLLECTOR_WAIT,  /* calendar days */
    TERM_BE_COLLECTOR_UNDECIDED,
    TERM_BE_COLLECTOR_SUSPENSION,
    TERM_NL_LETTER_DAYS,
    TERM_NL_LETTER_POST_DAY,   /* n-th day with mail after posting */
    TERM_NL_LETTER_LEAST,      /* costs by post never earlier than so many days after sending */
    TERM_NL_POST_DAYS,         /* bit 1 << (day_weekday − 1) for each day with mail */
    TERM_NL_INTERRUPTION_MOST, /* years */
    TERM_BE_LAWYER_NOTICE,     /* years */
    FORMULA_BE_MARGIN,         /* points above the ECB rate */
    FORMULA_BE_STEP,
    FORMULA_NL_LEGAL_MARGIN,
    FORMULA_NL_LEGAL_MOST, /* largest step at once */
    FIGURE_COUNT
} RateFigure;
gint64 rates_figure(const Rates *rates, RateFigure figure);
const RateSource *rates_figure_source(const Rates *rates, RateFigure figure);

/* [limitation]: after how many years a claim of that name lapses; 0: no such name. */
int rates_limitation(const Rates *rates, const char *claim, const RateSource **source);
/* The names, by the order of the file; NULL-terminated, borrowed. */
const char *const *rates_limitation_names(const Rates *rates);
