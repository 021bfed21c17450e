/* Reads rates.ini, one file over the other.  Every mistake is named with file and line. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "rules/rates_parts.h"
#include <string.h>

enum { SCHEMA = 1, RATE_MOST = 10000 };

typedef bool (*EntryRead)(RatesReader *reader, const char *section, const IniEntry *entry, GError **error);

static gint by_day(gconstpointer a, gconstpointer b)
{
    return day_compare(*(const Day *)a, *(const Day *)b); /* `from` is the first member of every dated row */
}

/* A row of the same day gives way to that of a later file. */
static void dated_put(GArray *rows, gconstpointer row, guint size)
{
    for (guint i = 0; i < rows->len; i++) {
        char *at = rows->data + (size_t)i * size;
        if (by_day(at, row) == 0) {
            memcpy(at, row, size);
            return;
        }
    }
    g_array_append_vals(rows, row, 1);
    g_array_sort(rows, by_day);
}

static bool day_read(const RatesReader *reader, const IniEntry *entry, Day *day, GError **error)
{
    return day_parse_iso(entry->key, day) ||
           rates_refuse(reader, entry->line, error, _("this is no day of the calendar; write it as 2026-07-01"));
}

/* ---- [meta] and [series] ---- */

static bool meta_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    (void)section;
    gint64 number;
    if (strcmp(entry->key, "schema") == 0)
        return (ini_integer(entry->value, SCHEMA, SCHEMA, &number)) ||
               rates_refuse(reader, entry->line, error,
                            _("this file is written for another version: schema must be 1"));
    if (strcmp(entry->key, "last_checked") == 0)
        return day_parse_iso(entry->value, &reader->rates->checked) ||
               rates_refuse(reader, entry->line, error, _("this is no day of the calendar; write it as 2026-07-01"));
    if (strcmp(entry->key, "stale_after_days") != 0)
        return rates_refuse(reader, entry->line, error,
                            _("[meta] holds schema, last_checked and stale_after_days; remove this line"));
    if (!ini_integer(entry->value, 1, 3660, &number))
        return rates_refuse(reader, entry->line, error, _("write a whole number of days up to 3660"));
    reader->rates->stale_after = (int)number;
    return true;
}

static SeriesSlot *slot_find(const Rates *rates, const char *name)
{
    for (guint i = 0; i < rates->series->len; i++) {
        SeriesSlot *slot = rates->series->pdata[i];
        if (strcmp(slot->series.name, name) == 0)
            return slot;
    }
    return NULL;
}

static SeriesSlot *slot_of(RatesReader *reader, const IniEntry *entry)
{
    SeriesSlot *slot = slot_find(reader->rates, entry->key);
    if (slot != NULL)
        return slot;
    slot = g_new0(SeriesSlot, 1);
    slot->series.name = g_string_chunk_insert_const(reader->rates->words, entry->key);
    slot->rows = g_array_new(FALSE, TRUE, sizeof(RateRow));
    slot->file = g_strdup(ini_path(reader->ini));
    slot->line = entry->line;
    g_ptr_array_add(reader->rates->series, slot);
    return slot;
}

/* One of two words; false for any other. */
static bool either(const char *word, const char *no, const char *yes, bool *out)
{
    *out = strcmp(word, yes) == 0;
    return *out || strcmp(word, no) == 0;
}

/* "variable|compound_year|act365", a fourth word names the series it lies over; or "reference". */
static bool series_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    (void)section;
    g_auto(GStrv) words = g_strsplit(entry->value, "|", -1);
    guint count = g_strv_length(words);
    bool fixed, compound, actual, interest = strcmp(entry->value, "reference") != 0;
    for (guint i = 0; i < count; i++)
        g_strstrip(words[i]);
    bool sound = !interest || ((count == 3 || count == 4) && either(words[0], "variable", "fixed_at_default", &fixed) &&
                               either(words[1], "simple", "compound_year", &compound) &&
                               either(words[2], "act365", "actact", &actual));
    if (!sound)
        return rates_refuse(
            reader, entry->line, error,
            _("write variable or fixed_at_default, simple or compound_year, act365 or actact, parted by "
              "|; or reference"));
    SeriesSlot *slot = slot_of(reader, entry);
    slot->over = count == 4 ? g_string_chunk_insert_const(reader->rates->words, words[3]) : NULL;
    slot->series.interest = interest;
    slot->series.fixed = interest && fixed;
    slot->series.compound = interest && compound;
    slot->series.actual = interest && actual;
    return true;
}

/* ---- dated rows ---- */

static bool rate_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    RateRow row = {.points = 0};
    g_autofree char *number = NULL;
    gint64 points;
    if (!day_read(reader, entry, &row.from, error) || !rates_value(reader, entry, &number, &row.source, error))
        return false;
    if (!rates_hundredths(number, &points) || points > RATE_MOST)
        return rates_refuse(reader, entry->line, error,
                            _("write the rate in percent from 0 to 100 with at most two decimals, as 10.50"));
    row.points = (int)points;
    dated_put(slot_find(reader->rates, section)->rows, &row, sizeof row);
    return true;
}

static bool dated_scale_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    bool indemnity = strcmp(section, "be_b2c_indemnity") == 0;
    Scale scale = {.least = 0};
    g_autofree char *text = NULL;
    if (!day_read(reader, entry, &scale.from, error) || !rates_value(reader, entry, &text, &scale.source, error) ||
        !(indemnity ? rates_scale_steps : rates_scale_widths)(reader, entry, text, &scale, error))
        return false;
    dated_put(reader->rates->scales[indemnity ? SCALE_BE_INDEMNITY : SCALE_NL_COSTS], &scale, sizeof scale);
    return true;
}

static const struct {
    const char *section;
    const char *const names[RULE_FIGURES + 1];
    bool counts[RULE_FIGURES]; /* a number of days or months, not an amount */
} RULES[RULE_COUNT] = {
    [RULE_BE_REMINDER] = {"be_b2c_reminder",
                          {[REMINDER_FREE_DAYS] = "free_days",
                           [REMINDER_POST_START] = "post_start_workday",
                           [REMINDER_ELECTRONIC_START] = "electronic_start_day",
                           [REMINDER_FREE_REGULAR] = "free_regular",
                           [REMINDER_EXTRA] = "extra_max"},
                          {[REMINDER_FREE_DAYS] = true,
                           [REMINDER_POST_START] = true,
                           [REMINDER_ELECTRONIC_START] = true,
                           [REMINDER_FREE_REGULAR] = true}},
    [RULE_NL_CUMULATION] = {"nl_bik_cumulation",
                            {[CUMULATION_BELOW] = "below",
                             [CUMULATION_FIRST] = "first",
                             [CUMULATION_NEXT] = "next",
                             [CUMULATION_MOST] = "most",
                             [CUMULATION_MONTHS] = "months"},
                            {[CUMULATION_MONTHS] = true}},
};

static bool rule_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    int name = strcmp(section, RULES[RULE_BE_REMINDER].section) == 0 ? RULE_BE_REMINDER : RULE_NL_CUMULATION;
    Rule rule = {.figures = {0}};
    g_autofree char *text = NULL;
    if (!day_read(reader, entry, &rule.from, error) || !rates_value(reader, entry, &text, &rule.source, error) ||
        !rates_named_figures(reader, entry, text, RULES[name].names, rule.figures, error))
        return false;
    for (int i = 0; i < RULE_FIGURES; i++)
        if (RULES[name].counts[i])
            rule.figures[i] /= 100;
    dated_put(reader->rates->rules[name], &rule, sizeof rule);
    return true;
}

/* ---- single figures ---- */

typedef enum { FIGURE_NUMBER, FIGURE_PERCENT, FIGURE_WEEKDAYS } FigureKind;

static const struct {
    const char *section, *key;
    FigureKind kind;
    int least, most; /* of a number */
} FIGURES[FIGURE_COUNT] = {
    [TERM_BE_DEFAULT] = {"terms", "be_b2b_default", FIGURE_NUMBER, 1, 365},
    [TERM_BE_MOST] = {"terms", "be_b2b_max", FIGURE_NUMBER, 1, 365},
    [TERM_NL_DEFAULT] = {"terms", "nl_b2b_default", FIGURE_NUMBER, 1, 365},
    [TERM_NL_MOST] = {"terms", "nl_b2b_max", FIGURE_NUMBER, 1, 365},
    [TERM_NL_LARGE_TO_SME] = {"terms", "nl_large_to_sme_max", FIGURE_NUMBER, 1, 365},
    [TERM_BE_SATURDAY_WORKS] = {"terms", "be_saturday_is_workday", FIGURE_NUMBER, 0, 1},
    [TERM_BE_ROLLS_FORWARD] = {"terms", "be_free_period_rolls_forward", FIGURE_NUMBER, 0, 1},
    [TERM_BE_COLLECTOR_START] = {"terms", "be_collector_start_workday", FIGURE_NUMBER, 1, 30},
    [TERM_BE_COLLECTOR_WAIT] = {"terms", "be_collector_wait_days", FIGURE_NUMBER, 1, 365},
    [TERM_BE_COLLECTOR_UNDECIDED] = {"terms", "be_collector_undecided_days", FIGURE_NUMBER, 1, 365},
    [TERM_BE_COLLECTOR_SUSPENSION] = {"terms", "be_collector_suspension_days", FIGURE_NUMBER, 1, 365},
    [TERM_NL_LETTER_DAYS] = {"terms", "nl_letter14_days", FIGURE_NUMBER, 14, 365},
    [TERM_NL_LETTER_POST_DAY] = {"terms", "nl_letter14_post_day", FIGURE_NUMBER, 1, 30},
    [TERM_NL_LETTER_LEAST] = {"terms", "nl_letter14_least_days", FIGURE_NUMBER, 1, 365},
    [TERM_NL_POST_DAYS] = {"terms", "nl_post_days", FIGURE_WEEKDAYS, 0, 0},
    [TERM_NL_INTERRUPTION_MOST] = {"terms", "nl_interruption_max_years", FIGURE_NUMBER, 1, 30},
    [TERM_BE_LAWYER_NOTICE] = {"terms", "be_lawyer_notice_years", FIGURE_NUMBER, 1, 30},
    [FORMULA_BE_MARGIN] = {"formula", "be_b2b_margin", FIGURE_PERCENT, 0, 0},
    [FORMULA_BE_STEP] = {"formula", "be_b2b_step", FIGURE_PERCENT, 0, 0},
    [FORMULA_NL_LEGAL_MARGIN] = {"formula", "nl_legal_margin", FIGURE_PERCENT, 0, 0},
    [FORMULA_NL_LEGAL_MOST] = {"formula", "nl_legal_most", FIGURE_PERCENT, 0, 0},
};

static bool figure_value(const char *text, int figure, gint64 *value)
{
    if (FIGURES[figure].kind == FIGURE_NUMBER)
        return ini_integer(text, FIGURES[figure].least, FIGURES[figure].most, value);
    if (FIGURES[figure].kind == FIGURE_PERCENT)
        return rates_hundredths(text, value) && *value > 0 && *value <= RATE_MOST;
    return rates_weekdays(text, value);
}

static bool figure_refuse(const RatesReader *reader, const IniEntry *entry, int figure, GError **error)
{
    if (FIGURES[figure].kind == FIGURE_NUMBER)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: write a whole number from %d to %d"), ini_path(reader->ini),
                    entry->line, FIGURES[figure].least, FIGURES[figure].most);
    return rates_refuse(reader, entry->line, error,
                        FIGURES[figure].kind == FIGURE_PERCENT ? _("write points of a percentage, as 8.00")
                                                               : _("write weekdays as tue,wed,thu,fri,sat"));
}

static bool figure_entry_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    g_autofree char *text = NULL;
    NamedFigure read = {.name = entry->key};
    int figure = 0;
    while (figure < FIGURE_COUNT &&
           (strcmp(FIGURES[figure].section, section) != 0 || strcmp(FIGURES[figure].key, entry->key) != 0))
        figure++;
    if (figure == FIGURE_COUNT)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: there is no key %s in [%s]; remove the line"),
                    ini_path(reader->ini), entry->line, entry->key, section);
    if (!rates_value(reader, entry, &text, &read.source, error))
        return false;
    if (!figure_value(text, figure, &read.value))
        return figure_refuse(reader, entry, figure, error);
    read.name = FIGURES[figure].key;
    reader->rates->figures[figure] = read;
    return true;
}

static bool fixed_sum_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    (void)section;
    FixedSum sum = {.series = g_string_chunk_insert_const(reader->rates->words, entry->key)};
    g_autofree char *text = NULL;
    if (!rates_value(reader, entry, &text, &sum.scale.source, error) ||
        !rates_scale_sums(reader, entry, text, &sum.scale, error))
        return false;
    sum.scale.from = DAY_NONE;
    GArray *sums = reader->rates->fixed_sums;
    for (guint i = 0; i < sums->len; i++)
        if (strcmp(g_array_index(sums, FixedSum, i).series, sum.series) == 0)
            g_array_remove_index(sums, i--);
    g_array_append_val(sums, sum);
    return true;
}

static bool limitation_read(RatesReader *reader, const char *section, const IniEntry *entry, GError **error)
{
    (void)section;
    NamedFigure claim = {.name = g_string_chunk_insert_const(reader->rates->words, entry->key)};
    g_autofree char *text = NULL;
    if (!rates_value(reader, entry, &text, &claim.source, error))
        return false;
    if (!ini_integer(text, 1, 50, &claim.value))
        return rates_refuse(reader, entry->line, error, _("write a whole number of years up to 50"));
    GArray *claims = reader->rates->limitations;
    for (guint i = 0; i < claims->len; i++)
        if (strcmp(g_array_index(claims, NamedFigure, i).name, claim.name) == 0) {
            g_array_index(claims, NamedFigure, i) = claim;
            return true;
        }
    g_array_append_val(claims, claim);
    return true;
}

/* ---- the sections ---- */

static const struct {
    const char *section;
    EntryRead read;
} SECTIONS[] = {
    {"meta", meta_read},
    {"series", series_read},
    {"be_b2c_indemnity", dated_scale_read},
    {"nl_bik", dated_scale_read},
    {"be_b2c_reminder", rule_read},
    {"nl_bik_cumulation", rule_read},
    {"fixed_sum", fixed_sum_read},
    {"limitation", limitation_read},
    {"terms", figure_entry_read},
    {"formula", figure_entry_read},
};

static EntryRead section_reader(const Rates *rates, const char *section)
{
    for (size_t i = 0; i < G_N_ELEMENTS(SECTIONS); i++)
        if (strcmp(SECTIONS[i].section, section) == 0)
            return SECTIONS[i].read;
    return slot_find(rates, section) != NULL ? rate_read : NULL;
}

static bool section_refuse(const RatesReader *reader, const char *section, GError **error)
{
    bool calendar = g_str_has_prefix(section, "holiday") || g_str_has_prefix(section, "contact");
    int line = ini_section_line(reader->ini, section);
    if (calendar)
        return rates_refuse(reader, line, error,
                            _("holidays and contact hours stand in calendar.ini; remove this section"));
    return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: [%s] is no series: name it in [series] first"),
                ini_path(reader->ini), line, section);
}

static bool section_read(RatesReader *reader, const char *section, GError **error)
{
    size_t count = 0;
    const IniEntry *entries = ini_entries(reader->ini, section, &count);
    EntryRead read = section_reader(reader->rates, section);
    if (read == NULL)
        return section_refuse(reader, section, error);
    if (count == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: [%s] has no rows; add one or remove the section"),
                    ini_path(reader->ini), ini_section_line(reader->ini, section), section);
    for (size_t i = 0; i < count; i++)
        if (!read(reader, section, &entries[i], error))
            return false;
    return true;
}

/* [series] first: the other sections are called by what it names, wherever it stands. */
static bool file_read(Rates *rates, const char *path, bool house, GError **error)
{
    g_autoptr(Ini) ini = ini_load(path, error);
    RatesReader reader = {.rates = rates, .ini = ini, .house = house};
    if (ini == NULL)
        return false;
    if (ini_section_line(ini, "series") > 0 && !section_read(&reader, "series", error))
        return false;
    for (const char *const *section = ini_sections(ini); *section != NULL; section++)
        if (strcmp(*section, "series") != 0 && !section_read(&reader, *section, error))
            return false;
    return true;
}

/* ---- when all files are read ---- */

/* Outside the days of its own rows a series goes by the one it lies over: before the first of them, and from the
 * last one on. */
static void series_lay(SeriesSlot *slot, const SeriesSlot *below)
{
    Day first = g_array_index(slot->rows, RateRow, 0).from;
    Day last = g_array_index(slot->rows, RateRow, slot->rows->len - 1).from;
    for (guint i = 0; i < below->rows->len; i++) {
        const RateRow *row = &g_array_index(below->rows, RateRow, i);
        if (day_compare(row->from, first) < 0 || day_compare(row->from, last) > 0)
            g_array_append_val(slot->rows, *row);
    }
    g_array_sort(slot->rows, by_day);
}

static bool series_finish(const Rates *rates, SeriesSlot *slot, GError **error)
{
    const SeriesSlot *below = slot->over != NULL ? slot_find(rates, slot->over) : NULL;
    if (slot->rows->len == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: the series %s has no rows; add a section [%s]"), slot->file,
                    slot->line, slot->series.name, slot->series.name);
    if (slot->over != NULL && (below == NULL || below == slot || below->over != NULL))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s:%d: %s must lie over a series that stands by itself"),
                    slot->file, slot->line, slot->series.name);
    if (below != NULL)
        series_lay(slot, below);
    slot->series.rows = (const RateRow *)(const void *)slot->rows->data;
    slot->series.count = slot->rows->len;
    return true;
}

static bool rates_complete(const Rates *rates, const char *file, GError **error)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (rates->figures[i].name == NULL)
            return fail(error, BELRONDE_ERROR_INPUT, _("%s: [%s] must say %s; see the shipped rates.ini"), file,
                        FIGURES[i].section, FIGURES[i].key);
    if (!day_known(rates->checked) || rates->stale_after < 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s: [%s] must say %s; see the shipped rates.ini"), file, "meta",
                    !day_known(rates->checked) ? "last_checked" : "stale_after_days");
    return true;
}

static bool rates_finish(Rates *rates, const char *file, GError **error)
{
    for (guint i = 0; i < rates->series->len; i++)
        if (!series_finish(rates, rates->series->pdata[i], error))
            return false;
    for (guint i = 0; i < rates->limitations->len; i++)
        g_ptr_array_add(rates->limitation_names, (gpointer)g_array_index(rates->limitations, NamedFigure, i).name);
    g_ptr_array_add(rates->limitation_names, NULL);
    return rates_complete(rates, file, error);
}

static void slot_free(gpointer data)
{
    SeriesSlot *slot = data;
    g_array_unref(slot->rows);
    g_free(slot->file);
    g_free(slot);
}

static Rates *rates_new(void)
{
    Rates *rates = g_new0(Rates, 1);
    rates->series = g_ptr_array_new_with_free_func(slot_free);
    for (int i = 0; i < SCALE_COUNT; i++)
        rates->scales[i] = g_array_new(FALSE, TRUE, sizeof(Scale));
    for (int i = 0; i < RULE_COUNT; i++)
        rates->rules[i] = g_array_new(FALSE, TRUE, sizeof(Rule));
    rates->fixed_sums = g_array_new(FALSE, TRUE, sizeof(FixedSum));
    rates->limitations = g_array_new(FALSE, TRUE, sizeof(NamedFigure));
    rates->limitation_names = g_ptr_array_new();
    rates->checked = DAY_NONE;
    rates->stale_after = -1;
    rates->words = g_string_chunk_new(4096);
    rates->steps = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    return rates;
}

void rates_free(Rates *rates)
{
    if (rates == NULL)
        return;
    g_ptr_array_unref(rates->steps);
    g_string_chunk_free(rates->words);
    g_ptr_array_unref(rates->limitation_names);
    g_array_unref(rates->limitations);
    g_array_unref(rates->fixed_sums);
    for (int i = 0; i < RULE_COUNT; i++)
        g_array_unref(rates->rules[i]);
    for (int i = 0; i < SCALE_COUNT; i++)
        g_array_unref(rates->scales[i]);
    g_ptr_array_unref(rates->series);
    g_free(rates);
}

Rates *rates_load(const char *const *files, GError **error)
{
    g_autoptr(Rates) rates = rates_new();
    for (size_t i = 0; files[i] != NULL; i++)
        if (!file_read(rates, files[i], i > 0, error))
            return NULL;
    return rates_finish(rates, files[0], error) ? g_steal_pointer(&rates) : NULL;
}

Rates *rates_open(bool house, GError **error)
{
    g_autofree char *shipped = path_shipped("rates.ini");
    g_autofree char *shared = path_house_config("rates.ini"), *own = path_user_config("rates.ini");
    const char *files[4] = {shipped};
    size_t count = 1;
    if (house && g_file_test(shared, G_FILE_TEST_EXISTS))
        files[count++] = shared;
    if (house && g_file_test(own, G_FILE_TEST_EXISTS))
        files[count++] = own;
    return rates_load(files, error);
}
