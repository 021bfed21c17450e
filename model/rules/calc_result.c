/* How the calculators write their answers and explanations. */
#include "base/i18n.h"
#include "calc_parts.h"

static void put(CalcResult *result, const char *name, CalcKind kind, char *plain, char *words)
{
    CalcValue *value = g_new0(CalcValue, 1);
    *value = (CalcValue){.name = g_strdup(name), .kind = kind, .plain = plain, .words = words};
    g_ptr_array_add(result->values, value);
}

void calc_put_money(CalcResult *result, const char *name, Cents cents)
{
    put(result, name, CALC_MONEY, money_plain(cents), money_text(cents));
}

void calc_put_day(CalcResult *result, const char *name, Day day)
{
    put(result, name, CALC_DAY, day_iso(day), day_known(day) ? day_iso(day) : g_strdup("-"));
}

void calc_put_rate(CalcResult *result, const char *name, gint64 points)
{
    g_autofree char *words = money_text(points);
    put(result, name, CALC_RATE, money_plain(points), g_strconcat(words, " %", NULL));
}

void calc_put_count(CalcResult *result, const char *name, gint64 number)
{
    char *plain = g_strdup_printf("%" G_GINT64_FORMAT, number);
    put(result, name, CALC_COUNT, plain, g_strdup(plain));
}

void calc_put_flag(CalcResult *result, const char *name, bool yes)
{
    put(result, name, CALC_FLAG, g_strdup(yes ? "yes" : "no"), g_strdup(yes ? _("yes") : _("no")));
}

void calc_put_word(CalcResult *result, const char *name, const char *plain, const char *words)
{
    put(result, name, CALC_WORD, g_strdup(plain), g_strdup(words));
}

/* ---- explanation ---- */

static CalcLine *line_add(CalcResult *result, const char *kind, const char *text)
{
    CalcLine *line = g_new0(CalcLine, 1);
    *line =
        (CalcLine){.kind = g_strdup(kind), .text = g_strdup(text), .first = DAY_NONE, .last = DAY_NONE, .points = -1};
    g_ptr_array_add(result->lines, line);
    return line;
}

static char *source_words(const RateSource *source)
{
    return g_strdup_printf("%s (%s%s)", source->words, rate_status_words(source->status),
                           source->house ? _(", own figure") : "");
}

void calc_explain_periods(CalcResult *result, const GArray *periods)
{
    for (guint i = 0; i < periods->len; i++) {
        const InterestPeriod *period = &g_array_index(periods, InterestPeriod, i);
        g_autofree char *source = period->row != NULL  ? source_words(&period->row->source)
                                  : period->points > 0 ? g_strdup(_("agreed rate"))
                                                       : g_strdup(_("no rate is known"));
        CalcLine *line = line_add(result, "period", source);
        line->first = period->first;
        line->last = period->last;
        line->days = period->days;
        line->points = period->points;
        line->base = period->base;
        line->amount = period->amount;
    }
}

void calc_explain_source(CalcResult *result, const RateSource *source)
{
    g_autofree char *words = source_words(source);
    line_add(result, "source", words);
}

void calc_explain(CalcResult *result, const char *kind, const char *text)
{
    line_add(result, kind, text);
}

void calc_explain_step(CalcResult *result, const char *text, Day day, Cents amount)
{
    CalcLine *line = line_add(result, "step", text);
    line->first = day;
    line->amount = amount;
}

void calc_mark(CalcResult *result, const char *sentence)
{
    if (*sentence != '\0')
        g_ptr_array_add(result->marks, g_strdup(sentence));
}
