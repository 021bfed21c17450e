/* calc: the arithmetic of charges and legal days for a question at the desk. */
#include "rules/calc.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/output.h"
#include <stdio.h>

/* ---- what there is ---- */

static int list_calculators(Format format)
{
    static const Column columns[] = {{"name", N_("Name"), 13, COLUMN_TEXT},
                                     {"help", N_("What it answers"), 62, COLUMN_TEXT},
                                     {"keys", "", 0, COLUMN_TEXT}};
    g_autoptr(JsonArray) rows = json_array_new();
    for (size_t i = 0; i < calc_count(); i++) {
        JsonObject *object = json_object_new();
        g_autofree char *usage = calc_usage(calc_at(i));
        object_text(object, "name", calc_at(i)->name);
        object_text(object, "help", _(calc_at(i)->help));
        object_text(object, "keys", usage);
        json_array_add_object_element(rows, object);
    }
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    if (format == FORMAT_TEXT)
        puts(_("The keys of one: belronde calc NAME --keys"));
    return EXIT_DONE;
}

static int list_keys(const Calculator *calculator, Format format)
{
    static const Column columns[] = {{"key", N_("Key"), 13, COLUMN_TEXT},
                                     {"value", N_("Value"), 34, COLUMN_TEXT},
                                     {"fallback", N_("Else"), 24, COLUMN_TEXT},
                                     {"help", N_("What it is"), 60, COLUMN_TEXT}};
    g_autoptr(JsonArray) rows = json_array_new();
    for (const CalcKey *key = calculator->keys; key->name != NULL; key++) {
        JsonObject *object = json_object_new();
        g_autofree char *choices = key->choices != NULL ? g_strdelimit(g_strdup(key->choices), " ", '|') : NULL;
        object_text(object, "key", key->name);
        object_text(object, "value", choices != NULL ? choices : calc_kind_word(key->kind));
        object_text(object, "fallback", key->fallback == NULL ? _("must be given") : key->fallback);
        object_text(object, "help", _(key->help));
        json_array_add_object_element(rows, object);
    }
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}

/* ---- answers ---- */

static const Column line_columns[] = {
    {"kind", N_("Kind"), 8, COLUMN_TEXT},
    {"first", N_("From"), 10, COLUMN_TEXT},
    {"last", N_("Until"), 10, COLUMN_TEXT},
    {"days", N_("Days"), 5, COLUMN_NUMBER},
    {"rate", N_("Rate"), 6, COLUMN_MONEY},
    {"base", N_("On"), 14, COLUMN_MONEY},
    {"amount", N_("Amount"), 12, COLUMN_MONEY},
    {"text", N_("Explanation"), 110, COLUMN_TEXT},
    {"name", "", 0, COLUMN_TEXT},
    {"value", "", 0, COLUMN_TEXT},
};

static JsonObject *line_object(const CalcLine *line)
{
    JsonObject *object = json_object_new();
    object_text(object, "kind", line->kind);
    object_day(object, "first", line->first);
    object_day(object, "last", line->last);
    if (line->days > 0)
        json_object_set_int_member(object, "days", line->days);
    if (line->points >= 0)
        object_money(object, "rate", line->points);
    if (line->base != 0)
        object_money(object, "base", line->base);
    if (line->amount != 0 || line->base != 0)
        object_money(object, "amount", line->amount);
    object_text(object, "text", line->text);
    return object;
}

static void add_lines(JsonArray *rows, const CalcResult *result)
{
    for (guint i = 0; i < result->lines->len; i++)
        json_array_add_object_element(rows, line_object(result->lines->pdata[i]));
}

static void print_json(const Calculator *calculator, const CalcResult *result, bool explain)
{
    g_autoptr(JsonObject) object = json_object_new();
    JsonObject *values = json_object_new();
    JsonArray *marks = json_array_new();
    for (guint i = 0; i < result->values->len; i++) {
        const CalcValue *value = result->values->pdata[i];
        object_text(values, value->name, value->plain);
    }
    for (guint i = 0; i < result->marks->len; i++)
        json_array_add_string_element(marks, result->marks->pdata[i]);
    object_text(object, "calculator", calculator->name);
    json_object_set_object_member(object, "values", values);
    json_object_set_array_member(object, "marks", marks);
    if (explain) {
        JsonArray *lines = json_array_new();
        add_lines(lines, result);
        json_object_set_array_member(object, "explanation", lines);
    }
    output_object(object);
}

/* One table: the answers, the marks, and the lines of the explanation when they were asked for. */
static void print_csv(const CalcResult *result, bool explain)
{
    static const Column columns[] = {{"name", "", 0, COLUMN_TEXT}, {"value", "", 0, COLUMN_TEXT}};
    g_autoptr(JsonArray) rows = json_array_new();
    for (guint i = 0; i < result->values->len + result->marks->len; i++) {
        bool mark = i >= result->values->len;
        const CalcValue *value = mark ? NULL : result->values->pdata[i];
        JsonObject *object = json_object_new();
        object_text(object, "kind", mark ? "mark" : "answer");
        object_text(object, "name", mark ? "mark" : value->name);
        object_text(object, "value", mark ? result->marks->pdata[i - result->values->len] : value->plain);
        json_array_add_object_element(rows, object);
    }
    if (explain)
        add_lines(rows, result);
    output_table(FORMAT_CSV, explain ? line_columns : columns,
                 explain ? G_N_ELEMENTS(line_columns) : G_N_ELEMENTS(columns), rows);
}

static void print_text(const CalcResult *result, bool explain)
{
    int width = 0;
    for (guint i = 0; i < result->values->len; i++)
        width = MAX(width, text_width(((const CalcValue *)result->values->pdata[i])->name));
    for (guint i = 0; i < result->values->len; i++) {
        const CalcValue *value = result->values->pdata[i];
        g_autofree char *name = text_fit(value->name, width), *words = text_clean(value->words);
        printf("%s  %s\n", name, words);
    }
    for (guint i = 0; i < result->marks->len; i++)
        printf("! %s\n", (const char *)result->marks->pdata[i]);
    if (!explain || result->lines->len == 0)
        return;
    g_autoptr(JsonArray) rows = json_array_new();
    add_lines(rows, result);
    puts("");
    output_table(FORMAT_TEXT, line_columns, G_N_ELEMENTS(line_columns), rows);
}

static int answer(Desk *desk, const Calculator *calculator, char **arguments, Format format, bool explain,
                  GError **error)
{
    CalcContext context = {.rates = desk->rates, .calendar = desk->calendar, .today = clock_today()};
    g_autoptr(CalcResult) result = calc_run(calculator, &context, (const char *const *)arguments, error);
    if (result == NULL)
        return EXIT_REFUSED;
    if (format == FORMAT_JSON)
        print_json(calculator, result, explain);
    else if (format == FORMAT_CSV)
        print_csv(result, explain);
    else
        print_text(result, explain);
    return EXIT_DONE;
}

int command_calc(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL;
    gboolean explain = FALSE, keys = FALSE;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &explain, N_("periods, steps and sources"), NULL},
        {"keys", 0, 0, G_OPTION_ARG_NONE, &keys, N_("the keys of a calculator"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("calc"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    if (argc < 2)
        return list_calculators(format);
    const Calculator *calculator = calc_find(argv[1]);
    if (calculator == NULL) {
        g_autofree char *shown = text_clean_most(argv[1], 60);
        fail(error, BELRONDE_ERROR_INPUT, _("There is no calculator “%s”: belronde calc lists them."), shown);
        return EXIT_REFUSED;
    }
    return keys ? list_keys(calculator, format) : answer(desk, calculator, argv + 2, format, explain, error);
}
