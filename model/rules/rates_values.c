/* The values of rates.ini taken apart.  Nothing is guessed: what is not written as the file says is refused. */
#include "rules/rates_parts.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/words.h"
#include <string.h>

enum { FIELDS = 4, DIGITS_MOST = 12 };

bool rates_refuse(const RatesReader *reader, int line, GError **error, const char *sentence)
{
    return fail(error, BELRONDE_ERROR_INPUT, "%s:%d: %s", ini_path(reader->ini), MAX(line, 1), sentence);
}

bool rates_hundredths(const char *text, gint64 *out)
{
    size_t whole = strspn(text, "0123456789");
    const char *mark = text + whole;
    size_t decimals = *mark == '.' ? strspn(mark + 1, "0123456789") : 0;
    bool sound = whole > 0 && whole <= DIGITS_MOST &&
                 (*mark == '\0' || (*mark == '.' && decimals >= 1 && decimals <= 2 && mark[1 + decimals] == '\0'));
    if (!sound)
        return false;
    gint64 value = g_ascii_strtoll(text, NULL, 10) * 100;
    if (decimals > 0)
        value += g_ascii_strtoll(mark + 1, NULL, 10) * (decimals == 1 ? 10 : 1);
    *out = value;
    return true;
}

static bool status_read(const char *slug, RateStatus *status)
{
    for (int i = RATE_LAW; i <= RATE_PROJECTED; i++)
        if (strcmp(slug, rate_status_slug((RateStatus)i)) == 0) {
            *status = (RateStatus)i;
            return true;
        }
    return false;
}

bool rates_value(RatesReader *reader, const IniEntry *entry, char **number, RateSource *source, GError **error)
{
    g_auto(GStrv) fields = g_strsplit(entry->value, "|", 3);
    RateStatus status = RATE_LAW;
    if (g_strv_length(fields) != 3)
        return rates_refuse(reader, entry->line, error,
                            _("write the figure, its status and its source: 10.50 | published | MB 2026-07-30"));
    if (!status_read(g_strstrip(fields[1]), &status))
        return rates_refuse(reader, entry->line, error,
                            _("the status is one of law, published, secondary, derived and projected"));
    *source = (RateSource){.status = status,
                           .words = g_string_chunk_insert_const(reader->rates->words, g_strstrip(fields[2])),
                           .house = reader->house};
    *number = g_strdup(g_strstrip(fields[0]));
    return true;
}

/* ---- scales ---- */

/* "150:20:0:0": `*` in front stands for all the rest. */
typedef struct {
    char **fields;
    int count;
    gint64 numbers[FIELDS];
} Part;

static bool part_numbers(Part *part)
{
    for (int i = 0; i < part->count; i++) {
        bool rest = i == 0 && strcmp(g_strstrip(part->fields[0]), "*") == 0;
        if (rest)
            part->numbers[0] = MONEY_LIMIT;
        else if (!rates_hundredths(g_strstrip(part->fields[i]), &part->numbers[i]))
            return false;
    }
    return true;
}

/* "cap:2000", "min:40", "max:6775" */
static bool limit_read(const Part *part, Scale *scale)
{
    gint64 value;
    if (part->count != 2 || !rates_hundredths(g_strstrip(part->fields[1]), &value))
        return false;
    if (strcmp(part->fields[0], "min") == 0)
        scale->least = value;
    else if (strcmp(part->fields[0], "cap") == 0 || strcmp(part->fields[0], "max") == 0)
        scale->most = value;
    else
        return false;
    return true;
}

typedef bool (*StepRead)(const Part *part, const GArray *before, ScaleStep *step);

static bool step_read(const Part *part, const GArray *before, ScaleStep *step)
{
    (void)before;
    *step = (ScaleStep){
        .upto = part->numbers[0], .fixed = part->numbers[1], .points = (int)part->numbers[2], .base = part->numbers[3]};
    return part->count == 4 && part->numbers[2] <= 10000;
}

/* A width with a percentage goes on where the one before ended, with what all before it came to. */
static bool width_read(const Part *part, const GArray *before, ScaleStep *step)
{
    const ScaleStep *last = before->len > 0 ? &g_array_index(before, ScaleStep, before->len - 1) : NULL;
    Cents base = last != NULL ? last->upto : 0;
    Cents width = part->numbers[0];
    Cents fixed = last != NULL ? last->fixed + money_share(last->upto - last->base, last->points, 10000) : 0;
    *step = (ScaleStep){.upto = width >= MONEY_LIMIT - base ? MONEY_LIMIT : base + width,
                        .fixed = fixed,
                        .points = (int)part->numbers[1],
                        .base = base};
    return part->count == 2 && part->numbers[1] <= 10000;
}

static bool sum_read(const Part *part, const GArray *before, ScaleStep *step)
{
    (void)before;
    Cents upto = part->numbers[0];
    *step = (ScaleStep){.upto = upto < MONEY_LIMIT ? upto - 1 : upto, .fixed = part->numbers[1]};
    return part->count == 2;
}

static bool part_read(char *text, StepRead read, GArray *steps, Scale *scale)
{
    g_auto(GStrv) fields = g_strsplit(g_strstrip(text), ":", -1);
    Part part = {.fields = fields, .count = (int)g_strv_length(fields)};
    ScaleStep step = {0};
    if (part.count < 1 || part.count > FIELDS)
        return false;
    if (g_ascii_isalpha(fields[0][0]))
        return limit_read(&part, scale);
    if (!part_numbers(&part) || !read(&part, steps, &step))
        return false;
    bool rising = steps->len == 0 || step.upto > g_array_index(steps, ScaleStep, steps->len - 1).upto;
    g_array_append_val(steps, step);
    return rising;
}

static bool scale_read(RatesReader *reader, const char *text, StepRead read, Scale *scale)
{
    GArray *steps = g_array_new(FALSE, TRUE, sizeof(ScaleStep));
    g_ptr_array_add(reader->rates->steps, steps);
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    bool sound = true;
    scale->most = MONEY_LIMIT;
    for (char **part = parts; sound && *part != NULL; part++)
        sound = part_read(*part, read, steps, scale);
    scale->steps = (const ScaleStep *)(const void *)steps->data;
    scale->count = steps->len;
    return sound && steps->len > 0 && scale->steps[steps->len - 1].upto == MONEY_LIMIT && scale->least <= scale->most;
}

bool rates_scale_steps(RatesReader *reader, const IniEntry *entry, const char *text, Scale *scale, GError **error)
{
    return scale_read(reader, text, step_read, scale) ||
           rates_refuse(reader, entry->line, error,
                        _("write steps as up-to:fixed:percent:base, the last one with *, and cap:amount"));
}

bool rates_scale_widths(RatesReader *reader, const IniEntry *entry, const char *text, Scale *scale, GError **error)
{
    return scale_read(reader, text, width_read, scale) ||
           rates_refuse(reader, entry->line, error,
                        _("write steps as width:percent, the last one with *, and min:amount, max:amount"));
}

bool rates_scale_sums(RatesReader *reader, const IniEntry *entry, const char *text, Scale *scale, GError **error)
{
    g_autofree char *steps = strchr(text, ':') == NULL ? g_strconcat("*:", text, NULL) : g_strdup(text);
    return scale_read(reader, steps, sum_read, scale) ||
           rates_refuse(reader, entry->line, error,
                        _("write one amount, or steps as below:amount with * for the last one"));
}

/* ---- named figures ---- */

static int name_index(const char *const *names, const char *name)
{
    int index = 0;
    while (names[index] != NULL && strcmp(names[index], name) != 0)
        index++;
    return names[index] != NULL ? index : -1;
}

/* All are read as hundredths: an amount in cents; the caller divides what it counts. */
static bool figure_read(char *text, const char *const *names, gint64 *figures, guint *seen)
{
    g_auto(GStrv) fields = g_strsplit(g_strstrip(text), ":", -1);
    int index = g_strv_length(fields) == 2 ? name_index(names, g_strstrip(fields[0])) : -1;
    if (index < 0 || (*seen & 1U << index) != 0 || !rates_hundredths(g_strstrip(fields[1]), &figures[index]))
        return false;
    *seen |= 1U << index;
    return true;
}

bool rates_named_figures(RatesReader *reader, const IniEntry *entry, const char *text, const char *const *names,
                         gint64 *figures, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    guint seen = 0, wanted = (1U << g_strv_length((char **)names)) - 1;
    bool sound = true;
    for (char **part = parts; sound && *part != NULL; part++)
        sound = figure_read(*part, names, figures, &seen);
    if (sound && seen == wanted)
        return true;
    g_autofree char *list = g_strjoinv(", ", (char **)names);
    return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: write name:figure for each of %s"), ini_path(reader->ini),
                entry->line, list);
}

bool rates_weekdays(const char *text, gint64 *out)
{
    g_auto(GStrv) names = g_strsplit_set(text, ", ", -1);
    gint64 set = 0;
    for (char **name = names; *name != NULL; name++) {
        int weekday = 0;
        while (weekday < 7 && g_ascii_strcasecmp(*name, words_of("en")->days_short[weekday]) != 0)
            weekday++;
        if (**name == '\0')
            continue;
        if (weekday == 7)
            return false;
        set |= (gint64)1 << weekday;
    }
    *out = set;
    return set != 0;
}
