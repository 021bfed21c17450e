#include "rules/rates_parts.h"

#include "base/i18n.h"
#include <string.h>

static const struct {
    const char *slug, *words;
} statuses[] = {
    [RATE_LAW] = {"law", N_("text of the law")},
    [RATE_PUBLISHED] = {"published", N_("official notice")},
    [RATE_SECONDARY] = {"secondary", N_("secondary source")},
    [RATE_DERIVED] = {"derived", N_("computed by the legal formula")},
    [RATE_PROJECTED] = {"projected", N_("only expected")},
};

const char *rate_status_slug(RateStatus status)
{
    return statuses[status].slug;
}

const char *rate_status_words(RateStatus status)
{
    return _(statuses[status].words);
}

/* ---- series ---- */

size_t rates_count(const Rates *rates)
{
    return rates->series->len;
}

const RateSeries *rates_at(const Rates *rates, size_t index)
{
    return &((const SeriesSlot *)rates->series->pdata[index])->series;
}

const RateSeries *rates_series(const Rates *rates, const char *name)
{
    for (size_t i = 0; name != NULL && i < rates_count(rates); i++)
        if (strcmp(rates_at(rates, i)->name, name) == 0)
            return rates_at(rates, i);
    return NULL;
}

const RateRow *rate_on(const RateSeries *series, Day day)
{
    size_t from = 0, until = series->count; /* the row sought stands before `until` */
    while (from < until) {
        size_t middle = from + (until - from) / 2;
        if (day_compare(series->rows[middle].from, day) <= 0)
            from = middle + 1;
        else
            until = middle;
    }
    return from == 0 ? NULL : &series->rows[from - 1];
}

Day rates_checked(const Rates *rates)
{
    return rates->checked;
}

Day rates_confirmed_until(const Rates *rates)
{
    return day_plus(rates->checked, rates->stale_after);
}

/* ---- scales, rules, single figures ---- */

const Scale *rates_scale(const Rates *rates, ScaleName name, Day on)
{
    const Scale *found = NULL;
    for (guint i = 0; i < rates->scales[name]->len; i++) {
        const Scale *scale = &g_array_index(rates->scales[name], Scale, i);
        if (day_compare(scale->from, on) <= 0)
            found = scale;
    }
    return found;
}

const Scale *rates_fixed_sum(const Rates *rates, const char *series)
{
    for (guint i = 0; i < rates->fixed_sums->len; i++) {
        const FixedSum *sum = &g_array_index(rates->fixed_sums, FixedSum, i);
        if (strcmp(sum->series, series) == 0)
            return &sum->scale;
    }
    return NULL;
}

Cents scale_amount(const Scale *scale, Cents amount)
{
    const ScaleStep *step = scale->steps;
    if (amount <= 0)
        return 0;
    while (amount > step->upto && step + 1 < scale->steps + scale->count)
        step++;
    Cents sum = step->fixed + money_share(amount - step->base, step->points, 10000);
    return CLAMP(sum, scale->least, scale->most);
}

const Rule *rates_rule(const Rates *rates, RuleName name, Day on)
{
    const Rule *found = NULL;
    for (guint i = 0; i < rates->rules[name]->len; i++) {
        const Rule *rule = &g_array_index(rates->rules[name], Rule, i);
        if (day_compare(rule->from, on) <= 0)
            found = rule;
    }
    return found;
}

gint64 rates_figure(const Rates *rates, RateFigure figure)
{
    return rates->figures[figure].value;
}

const RateSource *rates_figure_source(const Rates *rates, RateFigure figure)
{
    return &rates->figures[figure].source;
}

int rates_limitation(const Rates *rates, const char *claim, const RateSource **source)
{
    for (guint i = 0; i < rates->limitations->len; i++) {
        const NamedFigure *row = &g_array_index(rates->limitations, NamedFigure, i);
        if (strcmp(row->name, claim) != 0)
            continue;
        if (source != NULL)
            *source = &row->source;
        return (int)row->value;
    }
    return 0;
}

const char *const *rates_limitation_names(const Rates *rates)
{
    return (const char *const *)rates->limitation_names->pdata;
}
