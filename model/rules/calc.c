/* The table of calculators, and how keys become arguments. */
#include "calc.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/ini.h"
#include "base/text.h"
#include "calc_parts.h"
#include <string.h>

enum { YEAR_FIRST = 1, YEAR_LAST = 9999 };

static const Calculator *const GROUPS[] = {CALC_CALENDAR, CALC_TERMS, CALC_RATES, CALC_CHARGES, CALC_CLAIMS};

size_t calc_count(void)
{
    size_t count = 0;
    for (size_t group = 0; group < G_N_ELEMENTS(GROUPS); group++)
        for (const Calculator *at = GROUPS[group]; at->name != NULL; at++)
            count++;
    return count;
}

const Calculator *calc_at(size_t index)
{
    for (size_t group = 0; group < G_N_ELEMENTS(GROUPS); group++)
        for (const Calculator *at = GROUPS[group]; at->name != NULL; at++)
            if (index-- == 0)
                return at;
    return NULL;
}

const Calculator *calc_find(const char *name)
{
    for (size_t i = 0; i < calc_count(); i++)
        if (strcmp(calc_at(i)->name, name) == 0)
            return calc_at(i);
    return NULL;
}

/* ---- usage ---- */

static const char *const kind_words[] = {
    [CALC_MONEY] = N_("AMOUNT"), [CALC_SUM] = N_("AMOUNT+…"),  [CALC_DAY] = N_("DAY"),
    [CALC_DAYS] = N_("DAY,…"),   [CALC_MOMENT] = N_("MOMENT"), [CALC_YEAR] = N_("YEAR"),
    [CALC_YEARS] = N_("YEAR,…"), [CALC_RATE] = N_("PERCENT"),  [CALC_COUNT] = N_("NUMBER"),
    [CALC_WORD] = N_("WORD"),    [CALC_FLAG] = N_("yes|no"),   [CALC_PAYMENTS] = N_("DAY:AMOUNT,…"),
};

const char *calc_kind_word(CalcKind kind)
{
    return _(kind_words[kind]);
}

static char *key_usage(const CalcKey *key)
{
    g_autofree char *choices = key->choices != NULL ? g_strdelimit(g_strdup(key->choices), " ", '|') : NULL;
    const char *what = choices != NULL ? choices : calc_kind_word(key->kind);
    return key->fallback == NULL ? g_strdup_printf("%s=%s", key->name, what)
                                 : g_strdup_printf("[%s=%s]", key->name, what);
}

char *calc_usage(const Calculator *calculator)
{
    g_autoptr(GString) usage = g_string_new(NULL);
    for (const CalcKey *key = calculator->keys; key->name != NULL; key++) {
        g_autofree char *one = key_usage(key);
        g_string_append_printf(usage, "%s%s", usage->len > 0 ? " " : "", one);
    }
    return g_string_free(g_steal_pointer(&usage), FALSE);
}

/* ---- reading values ---- */

/* Nothing is no amount of nought. */
static bool amount_read(const char *text, gint64 *cents)
{
    return text[strspn(text, " ")] != '\0' && money_parse(text, cents, NULL);
}

static bool money_read(const char *text, CalcArgument *argument)
{
    return amount_read(text, &argument->number);
}

static bool sum_read(const char *text, CalcArgument *argument)
{
    g_auto(GStrv) amounts = g_strsplit(text, "+", -1);
    for (char **amount = amounts; *amount != NULL; amount++) {
        Cents cents = 0;
        if (!amount_read(*amount, &cents) || !money_add(&argument->number, cents) || argument->number > MONEY_LIMIT)
            return false;
        g_array_append_val(argument->list, cents);
    }
    return true;
}

static bool day_read(const char *text, CalcArgument *argument)
{
    return day_parse_iso(text, &argument->day);
}

static bool days_read(const char *text, CalcArgument *argument)
{
    g_auto(GStrv) days = g_strsplit(text, ",", -1);
    for (char **at = days; *at != NULL; at++) {
        Day day = DAY_NONE;
        if (!day_parse_iso(g_strstrip(*at), &day))
            return false;
        g_array_append_val(argument->list, day);
    }
    return true;
}

static bool moment_read(const char *text, CalcArgument *argument)
{
    gint64 hour, minute;
    g_autofree char *day = g_strndup(text, 10);
    if (strlen(text) != 16 || (text[10] != ' ' && text[10] != 'T') || text[13] != ':' ||
        !day_parse_iso(day, &argument->day))
        return false;
    g_autofree char *hours = g_strndup(text + 11, 2);
    argument->minute =
        ini_integer(hours, 0, 23, &hour) && ini_integer(text + 14, 0, 59, &minute) ? (int)(hour * 60 + minute) : -1;
    return argument->minute >= 0;
}

static bool year_read(const char *text, CalcArgument *argument)
{
    return ini_integer(text, YEAR_FIRST, YEAR_LAST, &argument->number);
}

static bool years_read(const char *text, CalcArgument *argument)
{
    g_auto(GStrv) years = g_strsplit(text, ",", -1);
    for (char **at = years; *at != NULL; at++) {
        gint64 year;
        if (!ini_integer(g_strstrip(*at), YEAR_FIRST, YEAR_LAST, &year))
            return false;
        int number = (int)year;
        g_array_append_val(argument->list, number);
    }
    return true;
}

/* As an amount with two decimals: 10.5 is 1050 points. */
static bool rate_read(const char *text, CalcArgument *argument)
{
    return amount_read(text, &argument->number) && argument->number <= 10000;
}

static bool count_read(const char *text, CalcArgument *argument)
{
    return ini_integer(text, 0, 1000, &argument->number);
}

static bool word_read(const char *text, CalcArgument *argument)
{
    (void)argument;
    return *text != '\0';
}

static bool flag_read(const char *text, CalcArgument *argument)
{
    bool yes = false;
    bool sound = ini_boolean(text, &yes);
    argument->number = yes;
    return sound;
}

static gint payment_order(gconstpointer a, gconstpointer b)
{
    return day_compare(((const ClaimPayment *)a)->day, ((const ClaimPayment *)b)->day);
}

static bool payments_read(const char *text, CalcArgument *argument)
{
    g_auto(GStrv) payments = g_strsplit(text, ",", -1);
    for (char **at = payments; *at != NULL; at++) {
        ClaimPayment payment = {.amount = 0};
        g_auto(GStrv) parts = g_strsplit(g_strstrip(*at), ":", -1);
        if (g_strv_length(parts) != 2 || !day_parse_iso(parts[0], &payment.day) ||
            !amount_read(parts[1], &payment.amount))
            return false;
        g_array_append_val(argument->list, payment);
    }
    g_array_sort(argument->list, payment_order);
    return true;
}

static const struct {
    bool (*read)(const char *text, CalcArgument *argument);
    guint item; /* size of an element of the list */
    const char *wanted;
} KINDS[] = {
    [CALC_MONEY] = {money_read, 0, N_("an amount, as 1000.00")},
    [CALC_SUM] = {sum_read, sizeof(Cents), N_("amounts, as 100.00+250.00")},
    [CALC_DAY] = {day_read, 0, N_("a day, as 2026-07-01")},
    [CALC_DAYS] = {days_read, sizeof(Day), N_("days, as 2026-07-01,2026-07-02")},
    [CALC_MOMENT] = {moment_read, 0, N_("a moment, as \"2026-07-01 09:30\"")},
    [CALC_YEAR] = {year_read, 0, N_("a year, as 2026")},
    [CALC_YEARS] = {years_read, sizeof(int), N_("years, as 2026,2027")},
    [CALC_RATE] = {rate_read, 0, N_("a percentage from 0 to 100, as 10.50")},
    [CALC_COUNT] = {count_read, 0, N_("a whole number up to 1000")},
    [CALC_WORD] = {word_read, 0, N_("a word")},
    [CALC_FLAG] = {flag_read, 0, N_("yes or no")},
    [CALC_PAYMENTS] = {payments_read, sizeof(ClaimPayment), N_("payments, as 2026-05-15:500.00,2026-07-31:1000.00")},
};

/* ---- arguments ---- */

static int key_index(const Calculator *calculator, const char *name)
{
    int index = 0;
    while (calculator->keys[index].name != NULL && strcmp(calculator->keys[index].name, name) != 0)
        index++;
    return calculator->keys[index].name != NULL ? index : -1;
}

const CalcArgument *calc_argument(const CalcInput *input, const char *key)
{
    int index = key_index(input->calculator, key);
    if (index < 0)
        g_error("the calculator %s has no key %s", input->calculator->name, key);
    return &input->arguments[index];
}

static bool chosen(const CalcKey *key, const char *value)
{
    g_auto(GStrv) choices = key->choices != NULL ? g_strsplit(key->choices, " ", -1) : NULL;
    return choices == NULL || g_strv_contains((const char *const *)choices, value);
}

static bool value_refuse(const CalcKey *key, const char *value, GError **error)
{
    g_autofree char *shown = text_clean_most(value, 60);
    g_autofree char *choices = key->choices != NULL ? g_strdup(key->choices) : NULL;
    const char *wanted = choices != NULL ? g_strdelimit(choices, " ", '|') : _(KINDS[key->kind].wanted);
    return fail(error, BELRONDE_ERROR_INPUT, _("%s: “%s” cannot be used: write %s."), key->name, shown, wanted);
}

static bool value_read(const CalcInput *input, int index, const char *value, GError **error)
{
    const CalcKey *key = &input->calculator->keys[index];
    CalcArgument *argument = &input->arguments[index];
    if (!chosen(key, value) || !KINDS[key->kind].read(value, argument))
        return value_refuse(key, value, error);
    argument->text = value;
    return true;
}

static bool argument_read(const CalcInput *input, const char *typed, GError **error)
{
    const char *equals = strchr(typed, '=');
    g_autofree char *name = equals != NULL ? g_strndup(typed, (gsize)(equals - typed)) : text_clean_most(typed, 60);
    const char *calculator = input->calculator->name;
    int index = equals != NULL ? key_index(input->calculator, name) : -1;
    if (index < 0) {
        g_autofree char *shown = text_clean_most(name, 60), *usage = calc_usage(input->calculator);
        return fail(error, BELRONDE_ERROR_INPUT, _("%s has no key “%s”; it has %s."), calculator, shown, usage);
    }
    if (input->arguments[index].given)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s stands there twice: write it once."), name);
    if (equals[1] == '\0') /* an empty one would count as nought, or as left out */
        return value_refuse(&input->calculator->keys[index], "", error);
    input->arguments[index].given = true;
    return value_read(input, index, equals + 1, error);
}

/* What was left out takes its fallback. */
static bool fallbacks_read(const CalcInput *input, GError **error)
{
    for (int i = 0; input->calculator->keys[i].name != NULL; i++) {
        const CalcKey *key = &input->calculator->keys[i];
        if (input->arguments[i].given)
            continue;
        if (key->fallback == NULL)
            return fail(error, BELRONDE_ERROR_INPUT, _("%s needs %s: %s."), input->calculator->name, key->name,
                        _(KINDS[key->kind].wanted));
        if (key->kind == CALC_DAY && strcmp(key->fallback, "today") == 0)
            input->arguments[i].day = input->context->today;
        else if (*key->fallback != '\0' && !value_read(input, i, key->fallback, error))
            return false;
    }
    return true;
}

static CalcArgument *arguments_new(const Calculator *calculator)
{
    int count = 0;
    while (calculator->keys[count].name != NULL)
        count++;
    CalcArgument *arguments = g_new0(CalcArgument, (gsize)count + 1);
    for (int i = 0; i < count; i++) {
        guint item = KINDS[calculator->keys[i].kind].item;
        arguments[i].day = DAY_NONE;
        arguments[i].text = "";
        arguments[i].list = g_array_new(FALSE, TRUE, item > 0 ? item : 1);
    }
    return arguments;
}

static void arguments_free(const CalcInput *input)
{
    for (int i = 0; input->calculator->keys[i].name != NULL; i++)
        g_array_unref(input->arguments[i].list);
    g_free(input->arguments);
}

static CalcResult *result_new(void);

CalcResult *calc_run(const Calculator *calculator, const CalcContext *context, const char *const *arguments,
                     GError **error)
{
    CalcInput input = {.context = context, .calculator = calculator, .arguments = arguments_new(calculator)};
    g_autoptr(CalcResult) result = result_new();
    bool sound = true;
    for (size_t i = 0; sound && arguments[i] != NULL; i++)
        sound = argument_read(&input, arguments[i], error);
    sound = sound && fallbacks_read(&input, error) && calculator->run(&input, result, error);
    arguments_free(&input);
    return sound ? g_steal_pointer(&result) : NULL;
}

const RateSeries *calc_series(const CalcInput *input, const char *name, GError **error)
{
    const RateSeries *series = rates_series(input->context->rates, name);
    if (series != NULL && series->interest)
        return series;
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < rates_count(input->context->rates); i++)
        if (rates_at(input->context->rates, i)->interest)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", rates_at(input->context->rates, i)->name);
    g_autofree char *shown = text_clean_most(name, 60);
    fail(error, BELRONDE_ERROR_INPUT, _("There is no series “%s”: take one of %s."), shown, names->str);
    return NULL;
}

/* ---- results ---- */

static void value_free(gpointer data)
{
    CalcValue *value = data;
    g_free(value->name);
    g_free(value->plain);
    g_free(value->words);
    g_free(value);
}

static void line_free(gpointer data)
{
    CalcLine *line = data;
    g_free(line->kind);
    g_free(line->text);
    g_free(line);
}

static CalcResult *result_new(void)
{
    CalcResult *result = g_new0(CalcResult, 1);
    result->values = g_ptr_array_new_with_free_func(value_free);
    result->lines = g_ptr_array_new_with_free_func(line_free);
    result->marks = g_ptr_array_new_with_free_func(g_free);
    return result;
}

void calc_result_free(CalcResult *result)
{
    if (result == NULL)
        return;
    g_ptr_array_unref(result->values);
    g_ptr_array_unref(result->lines);
    g_ptr_array_unref(result->marks);
    g_free(result);
}

const char *calc_result_value(const CalcResult *result, const char *name)
{
    for (guint i = 0; i < result->values->len; i++) {
        const CalcValue *value = result->values->pdata[i];
        if (strcmp(value->name, name) == 0)
            return value->plain;
    }
    return NULL;
}
