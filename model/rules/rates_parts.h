/* What the reader of rates.ini and its questions share; nobody else needs it. */
#pragma once
#include "base/ini.h"
#include "rates.h"

typedef struct {
    RateSeries series;
    GArray *rows;     /* RateRow, by day once loaded */
    const char *over; /* name of the series that holds outside the days of the own rows; NULL */
    char *file;       /* where it was declared, for the refusal of a series without rows */
    int line;
} SeriesSlot;

typedef struct {
    const char *name;
    gint64 value;
    RateSource source;
} NamedFigure;

typedef struct {
    const char *series;
    Scale scale;
} FixedSum;

struct Rates {
    GPtrArray *series;                 /* SeriesSlot */
    GArray *scales[SCALE_COUNT];       /* Scale, by day */
    GArray *rules[RULE_COUNT];         /* Rule, by day */
    GArray *fixed_sums;                /* FixedSum */
    GArray *limitations;               /* NamedFigure: years */
    GPtrArray *limitation_names;       /* borrowed, NULL-terminated */
    NamedFigure figures[FIGURE_COUNT]; /* name NULL: not read yet */
    Day checked;
    int stale_after; /* days; −1: not read yet */
    GStringChunk *words;
    GPtrArray *steps; /* GArray of ScaleStep: what the scales borrow */
};

/* One file while it is read. */
typedef struct {
    Rates *rates;
    const Ini *ini;
    bool house;
} RatesReader;

/* "%s:%d: sentence"; always false. */
bool rates_refuse(const RatesReader *reader, int line, GError **error, const char *sentence);

/* "number | status | source" taken apart.  *number is the caller's to free. */
bool rates_value(RatesReader *reader, const IniEntry *entry, char **number, RateSource *source, GError **error);
/* "10.5" as hundredths (1050); at most two decimals. */
bool rates_hundredths(const char *text, gint64 *out);
/* "150:20:0:0, 500:30:10:150, *:65:5:500, cap:2000" */
bool rates_scale_steps(RatesReader *reader, const IniEntry *entry, const char *text, Scale *scale, GError **error);
/* "2500:15, 2500:10, *:0.5, min:40, max:6775" */
bool rates_scale_widths(RatesReader *reader, const IniEntry *entry, const char *text, Scale *scale, GError **error);
/* "40.00" or "1000:40, 10000:70, *:100", each up to but not with its amount */
bool rates_scale_sums(RatesReader *reader, const IniEntry *entry, const char *text, Scale *scale, GError **error);
/* "free_days:14, extra_max:7.50" into `figures` by the names given; each must be there. */
bool rates_named_figures(RatesReader *reader, const IniEntry *entry, const char *text, const char *const *names,
                         gint64 *figures, GError **error);
/* "tue,wed,thu" as a set of weekdays. */
bool rates_weekdays(const char *text, gint64 *out);
