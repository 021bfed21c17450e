/* Every row of the third-party vectors, asked of the same calculators as `belronde calc`: a row is a test and bears its
 * id. The vectors speak in their own words; a table says which calculator answers an area and how its input is read. */
#include "rules/calc.h"
#include "tsv.h"

#include <locale.h>
#include <string.h>

static CalcContext context;

/* ---- from the vectors' words to keys ---- */

static char *found(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(regex, text, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

/* Adds "key=what the pattern finds", or nothing. */
static void take(GPtrArray *arguments, const char *key, const char *text, const char *pattern)
{
    g_autofree char *value = found(text, pattern);
    if (value != NULL)
        g_ptr_array_add(arguments, g_strdup_printf("%s=%s", key, value));
}

static void set(GPtrArray *arguments, const char *key, const char *value)
{
    g_ptr_array_add(arguments, g_strdup_printf("%s=%s", key, value));
}

static void read_pairs(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    g_auto(GStrv) words = g_strsplit(input, " ", -1);
    for (char **word = words; *word != NULL; word++)
        if (strchr(*word, '=') != NULL)
            g_ptr_array_add(arguments, g_strdup(*word));
}

static void read_belgian_year(const char *area, const char *input, GPtrArray *arguments)
{
    read_pairs(area, input, arguments);
    set(arguments, "country", "BE");
}

static void read_dutch_year(const char *area, const char *input, GPtrArray *arguments)
{
    read_pairs(area, input, arguments);
    set(arguments, "country", "NL");
}

static void read_years(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    set(arguments, "year", input);
}

static void read_rate(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    set(arguments, "rate", input);
}

static void read_ecb(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    set(arguments, "ecb", input);
}

/* "300.00", "100.00+100.00", "400.00, 150.00 paid inside the term" */
static void read_principal(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "principal", input, "([0-9.]+(?:\\+[0-9.]+)*)");
    take(arguments, "paid", input, "(?|[ ,-]+([0-9.]+) paid|paid[ =]([0-9.]+))");
}

static void read_letters(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "letters", input, "^([0-9]+) x");
    take(arguments, "principal", input, "x ([0-9.]+)");
    set(arguments, "cumulation", "yes");
}

static void read_reminder(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "nth", input, "([0-9]+)(?:st|nd|rd|th)");
    take(arguments, "postage", input, "postage ([0-9.]+)");
}

static void read_invoices(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "invoices", input, "([0-9]+)");
}

static void read_uk_sum(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    set(arguments, "series", "uk_b2b");
    set(arguments, "principal", input);
}

static const struct {
    const char *words, *series;
} series_words[] = {{"BE-B2B", "be_b2b"},
                    {"BE-legal", "be_legal"},
                    {"NL-handelsrente", "nl_b2b"},
                    {"NL-wettelijk", "nl_legal"},
                    {"UK", "uk_b2b"}};

static void read_series(const char *area, const char *input, GPtrArray *arguments)
{
    for (size_t i = 0; i < G_N_ELEMENTS(series_words); i++)
        if (strstr(input, series_words[i].words) != NULL || strstr(area, series_words[i].words) != NULL) {
            set(arguments, "series", series_words[i].series);
            return;
        }
    g_assert_not_reached();
}

static void read_interest(const char *area, const char *input, GPtrArray *arguments)
{
    read_series(area, input, arguments);
    take(arguments, "principal", input, "P=([0-9.]+)");
    take(arguments, "due", input, "due=([0-9-]+)");
    take(arguments, "paid", input, "paid=([0-9-]+)");
    take(arguments, "count", area, "(act365|actact)");
}

static void read_total(const char *area, const char *input, GPtrArray *arguments)
{
    bool small = strstr(area, "SME") != NULL && strstr(area, "non-SME") == NULL;
    take(arguments, "principal", input, "P=([0-9.]+)");
    take(arguments, "sent", input, "reminder \\S+ ([0-9-]+)");
    set(arguments, "channel", strstr(input, "e-mail") != NULL ? "email" : "post");
    take(arguments, "on", input, "as of ([0-9-]+)");
    set(arguments, "sme", small ? "yes" : "no");
}

static void read_allocation(const char *area, const char *input, GPtrArray *arguments)
{
    g_autofree char *order = found(area, "allocation (\\S+)");
    read_pairs(area, input, arguments);
    set(arguments, "order", order);
}

static void read_ledger(const char *area, const char *input, GPtrArray *arguments)
{
    g_autoptr(GString) payments = g_string_new(NULL);
    g_autofree char *list = found(input, "payments (.*);");
    g_auto(GStrv) each = g_strsplit(list, ", ", -1);
    for (char **one = each; *one != NULL; one++) {
        g_auto(GStrv) words = g_strsplit(*one, " ", -1);
        g_string_append_printf(payments, "%s%s:%s", payments->len > 0 ? "," : "", words[0], words[1]);
    }
    read_series(area, input, arguments);
    take(arguments, "principal", input, "P=([0-9.]+)");
    take(arguments, "due", input, "due=([0-9-]+)");
    take(arguments, "costs", input, "fixed ([0-9.]+)");
    take(arguments, "on", input, "balance on ([0-9-]+)");
    set(arguments, "payments", payments->str);
}

static void read_collector(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "posted", input, "([0-9]{4}-[0-9]{2}-[0-9]{2})");
    take(arguments, "requested", input, "request\\D*([0-9]{4}-[0-9]{2}-[0-9]{2})");
}

static void read_split(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "amount", input, "^([0-9.]+)");
    take(arguments, "parts", input, "in ([0-9]+)");
}

static void read_limitation(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "claimable", input, "claimable\\S*=([0-9-]+)");
    take(arguments, "received", input, "received ([0-9-]+)");
    set(arguments, "claim", strstr(input, "consumer sale") != NULL ? "nl_consumer_sale" : "nl_claim");
}

static void read_contact(const char *area, const char *input, GPtrArray *arguments)
{
    (void)area;
    take(arguments, "preset", input, "^(\\S+)");
    take(arguments, "at", input, "([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2})");
}

/* "7 attempts on 2026-11-16..2026-11-22 same debt, 8th on 2026-11-22" */
static void read_frequency(const char *area, const char *input, GPtrArray *arguments)
{
    g_autofree char *first = found(input, "on ([0-9-]+)\\.\\."), *count = found(input, "^([0-9]+)");
    g_autoptr(GString) days = g_string_new(NULL);
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(first, &day));
    for (int i = 0; i < (int)g_ascii_strtoll(count, NULL, 10); i++) {
        g_autofree char *iso = day_iso(day_plus(day, i));
        g_string_append_printf(days, "%s%s", i > 0 ? "," : "", iso);
    }
    take(arguments, "preset", area, "^(\\S+)");
    take(arguments, "on", input, "[0-9]th on ([0-9-]+)");
    set(arguments, "attempts", days->str);
}

static const struct {
    const char *area; /* how it begins: the longer one first */
    const char *calculator;
    void (*read)(const char *area, const char *input, GPtrArray *arguments);
} AREAS[] = {
    {"easter", "easter", read_pairs},
    {"be_holidays", "holidays", read_belgian_year},
    {"nl_holidays_ATW", "holidays", read_dutch_year},
    {"nl_kings_day", "kings_day", read_years},
    {"be_ceil_half", "ceil_half", read_rate},
    {"default_term", "default_term", read_pairs},
    {"max_term", "max_term", read_pairs},
    {"be_b2c_grace", "grace", read_pairs},
    {"be_b2c_cap", "cap", read_principal},
    {"be_b2c_reminder_cost", "reminder_cost", read_reminder},
    {"be_b2c", "total", read_total},
    {"nl_bik_vat21", "bik_vat", read_principal},
    {"nl_bik cumulation", "bik", read_letters},
    {"nl_bik", "bik", read_principal},
    {"nl_14day_letter", "letter14", read_pairs},
    {"interest_", "interest", read_interest},
    {"allocation", "allocation", read_allocation},
    {"ledger", "ledger", read_ledger},
    {"be_b2b_fixed_sum", "fixed_sum", read_invoices},
    {"uk_fixed_sum", "fixed_sum", read_uk_sum},
    {"be_collector", "collector", read_collector},
    {"instalment split", "split", read_split},
    {"nl_limitation", "limitation", read_limitation},
    {"nl_interruption", "interruption", read_limitation},
    {"contact_window", "contact", read_contact},
    {"us_regf", "frequency", read_frequency},
    {"nl_legal_rate_formula", "legal_rate", read_ecb},
};

/* ---- from answers to the vectors' words ---- */

static CalcResult *asked(const char *calculator, const GPtrArray *arguments)
{
    g_autoptr(GError) error = NULL;
    g_assert_nonnull(calc_find(calculator));
    CalcResult *result = calc_run(calc_find(calculator), &context, (const char *const *)arguments->pdata, &error);
    g_assert_no_error(error);
    return result;
}

/* 6 and 6.00 are the same figure. */
static void same(const char *got, const char *expected)
{
    Cents one, other;
    g_assert_nonnull(got);
    if (money_parse(got, &one, NULL) && money_parse(expected, &other, NULL))
        g_assert_cmpint(one, ==, other);
    else
        g_assert_cmpstr(got, ==, expected);
}

/* "name=value" word by word; without any, the first answer; "block (why)" and "… at the latest DAY" by what they begin
 * or end with. */
static void check(const CalcResult *result, const char *calculator, const char *expected)
{
    g_auto(GStrv) words = g_strsplit(expected, " ", -1);
    int compared = 0;
    for (char **word = words; *word != NULL; word++) {
        g_auto(GStrv) pair = g_strsplit(*word, "=", 2);
        if (pair[0] == NULL || pair[1] == NULL)
            continue;
        same(calc_result_value(result, pair[0]), pair[1]);
        compared++;
    }
    g_autofree char *latest = found(expected, "latest ([0-9-]+)");
    if (latest != NULL)
        same(calc_result_value(result, "suspension_until"), latest);
    else if (compared == 0 && (strcmp(calculator, "contact") == 0 || strcmp(calculator, "frequency") == 0))
        same(calc_result_value(result, "answer"), words[0]);
    else if (compared == 0)
        same(((const CalcValue *)result->values->pdata[0])->plain, expected);
}

/* "us_regf 07:59 / 08:00 / 20:59 / 21:01 local" and as many answers. */
static void check_times(char **row)
{
    g_autofree char *preset = found(row[2], "^(\\S+)");
    g_auto(GStrv) times = g_strsplit(row[2] + strlen(preset) + 1, " / ", -1), answers = g_strsplit(row[3], " / ", -1);
    g_assert_cmpuint(g_strv_length(times), ==, g_strv_length(answers));
    for (int i = 0; times[i] != NULL; i++) {
        g_autoptr(GPtrArray) arguments = g_ptr_array_new_with_free_func(g_free);
        g_ptr_array_add(arguments, g_strdup_printf("preset=%s", preset));
        g_ptr_array_add(arguments, g_strdup_printf("at=2026-11-23 %.5s", times[i]));
        g_ptr_array_add(arguments, NULL);
        g_autoptr(CalcResult) result = asked("contact", arguments);
        same(calc_result_value(result, "answer"), answers[i]);
    }
}

static void test_row(gconstpointer data)
{
    char **row = (char **)data;
    size_t area = 0;
    g_test_message("%s | %s | %s", row[1], row[2], row[3]);
    if (strchr(row[2], '/') != NULL && strcmp(row[1], "contact_window") == 0) {
        check_times(row);
        return;
    }
    while (area < G_N_ELEMENTS(AREAS) && !g_str_has_prefix(row[1], AREAS[area].area))
        area++;
    g_assert_cmpuint(area, <, G_N_ELEMENTS(AREAS)); /* an area nobody answers */
    g_autoptr(GPtrArray) arguments = g_ptr_array_new_with_free_func(g_free);
    AREAS[area].read(row[1], row[2], arguments);
    g_ptr_array_add(arguments, NULL);
    g_autoptr(CalcResult) result = asked(AREAS[area].calculator, arguments);
    check(result, AREAS[area].calculator, row[3]);
}

static void test_absent(void)
{
    g_test_skip("the folder with the third-party vectors is not here");
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_autofree char *rates_path = g_build_filename(g_getenv("BELRONDE_DATA"), "rates.ini", NULL);
    g_autofree char *calendar_path = g_build_filename(g_getenv("BELRONDE_DATA"), "calendar.ini", NULL);
    const char *const files[] = {rates_path, NULL};
    g_autoptr(Rates) rates = rates_load(files, NULL);
    g_autoptr(Calendar) calendar = calendar_load(calendar_path, NULL);
    g_autoptr(GPtrArray) rows = NULL;
    const char *shared = g_getenv("BELRONDE_SHARED");
    g_autofree char *table = g_build_filename(shared == NULL ? "../shared" : shared, "vectors", "rules.tsv", NULL);
    context = (CalcContext){.rates = rates, .calendar = calendar};
    day_from_date(2026, 11, 21, &context.today);
    if (g_file_test(table, G_FILE_TEST_EXISTS))
        rows = tsv_rows("vectors/rules.tsv", "id\tarea\tinput\texpected");
    else
        g_test_add_func("/vectors", test_absent);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        char **row = rows->pdata[i];
        g_autofree char *area = g_strdelimit(g_strdup(row[1]), "/", ' ');
        g_autofree char *name = g_strdup_printf("/vectors/%s %s", row[0], area);
        g_test_add_data_func(name, row, test_row);
    }
    return g_test_run();
}
