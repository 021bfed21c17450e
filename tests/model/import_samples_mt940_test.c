/* Every MT940 file among the samples against the values an independent reading found: a table with a row per file.
 * Two remarks on that reading: it took the third and fourth account of two_accounts.txt for one, because a stray byte
 * stands before the :20: of the fourth; and it counts the pages of base-1.mta (closing :62M:, next opening :60M:),
 * which are one statement here. */
#include "import_collect.h"
#include "samples_walk.h"

#include <locale.h>

enum { FILES = 33, STATEMENTS = 44 };

/* ---- texts ---- */

/* Without line breaks and blanks, soft hyphens as hyphens: what does not depend on how lines were put together. */
static char *bare(const char *text)
{
    GString *all = g_string_new(NULL);
    for (; *text != '\0'; text++)
        if (*text != ' ' && *text != '\n' && *text != '\r')
            g_string_append_c(all, *text);
    g_string_replace(all, "\xc2\xad", "-", 0);
    return g_string_free(all, FALSE);
}

/* Parts of a field :86: that are no remittance and have no place of ours: the bank's codes and addresses. */
static const struct {
    const char *pattern, *instead;
} unused[] = {
    {"/(BIC|CSID|ADDR|ISDT|PURP|TRTP)/.*?(?=(//?(TRTP|IBAN|BBAN|NAME|REMI|EREF|MARF|ORDP|CNTP|CSID)/|$))", "/"},
    {"/CNTP/([^/]*)/([^/]*)/([^/]*)/[^/]*/", "/\\1/\\3/"},
    {"/ORDP//ID/.*$", "/"},
    {"BIC:[A-Z0-9]{8,11}?(?=NAAM)", ""},
    {"IDDEBITEUR:[0-9]+", ""},
    {">31[0-9]*$", ""}, /* Triodos: our own account */
    {">100000000000|>20BBBBAA2U|>(2[0-9]|10)", " "},
    {"^000", ""},
    {"INGBNL2A|ABNANL2A", " "},
    {"NOTPROVIDED|SEPAOVERBOEKING|SEPAIDEAL|CDTRREFTP|CDTRREF|ISSR|SCOR", " "},
    {"IBAN:|NAAM:|OMSCHRIJVING:|BETALINGSKENM\\.:|KENMERK:|REK:", " "},
    {"(?<![A-Z])(EREF|MARF|REMI|USTD|STRD|CUR|ORDP|BENM|NAME|IBAN|BBAN|PREF|CNTP|CD|NAME|TRTP|BIC)/", " "},
};

static char *remittance_of(const char *text)
{
    char *rest = bare(text);
    for (size_t i = 0; i < G_N_ELEMENTS(unused); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GRegex) regex = g_regex_new(unused[i].pattern, 0, 0, &error);
        g_assert_no_error(error);
        char *less = g_regex_replace(regex, rest, -1, 0, unused[i].instead, 0, &error);
        g_assert_no_error(error);
        g_free(rest);
        rest = less;
    }
    return rest;
}

/* Every word the bank wrote is found in some field of the line. */
static void assert_said(const LineRecord *line, const char *written)
{
    g_autofree char *ours =
        g_strjoin("|", line->name, line->account, line->reference, line->end_to_end, line->mandate, line->text, NULL);
    g_autofree char *all = bare(ours), *rest = remittance_of(written);
    g_auto(GStrv) words = g_strsplit_set(rest, " /|", -1);
    for (char **word = words; *word != NULL; word++) {
        if (strstr(all, *word) == NULL)
            g_error("“%s” of “%s” is lost in “%s”", *word, written, ours);
    }
}

/* ---- lines ---- */

static void assert_short_day(Day day, const char *six_digits)
{
    g_autofree char *iso = day_iso(day);
    g_autofree char *short_form = g_strdup_printf("%.2s%.2s%.2s", iso + 2, iso + 5, iso + 8);
    g_assert_cmpstr(short_form, ==, six_digits);
}

static void assert_entry_day(const LineRecord *line, const char *four_digits)
{
    g_autofree char *iso = day_iso(line->day);
    g_autofree char *short_form = g_strdup_printf("%.2s%.2s", iso + 5, iso + 8);
    if (four_digits[0] == '\0')
        g_assert_cmpint(line->day.number, ==, line->value_day.number);
    else
        g_assert_cmpstr(short_form, ==, four_digits);
    g_assert_cmpint(ABS(day_minus(line->day, line->value_day)), <=, 184);
}

/* "NONREF//14237654096217\n/TRCD/00100/" */
static void assert_rest(const LineRecord *line, const char *rest)
{
    g_auto(GStrv) lines = g_strsplit(rest, "\n", 2);
    const char *strokes = lines[0] == NULL ? NULL : strstr(lines[0], "//");
    g_assert_cmpstr(line->bank_reference, ==, strokes == NULL ? "" : strokes + 2);
}

static void assert_line(const LineRecord *line, JsonObject *expected)
{
    const char *mark = text_of(expected, "mark");
    g_autofree char *code = g_strchomp(g_strdup(text_of(expected, "type")));
    g_assert_cmpint(line->amount, ==, minor_of(text_of(expected, "amount"), "EUR"));
    g_assert_true(line->reversal == (mark[0] == 'R'));
    g_assert_cmpstr(line->code, ==, code);
    g_assert_true(line->booked);
    assert_short_day(line->value_day, text_of(expected, "value"));
    assert_entry_day(line, text_of(expected, "entry"));
    if (strstr(text_of(expected, "rest"), ":NS:") == NULL)
        assert_rest(line, text_of(expected, "rest"));
    assert_said(line, text_of(expected, "86"));
}

/* ---- statements ---- */

/* Our form of an account as the file writes it. */
static char *account_of(const char *written)
{
    g_autofree char *all = bare(written);
    const char *stroke = strchr(all, '/'), *from = stroke != NULL ? stroke + 1 : all;
    GString *account = g_string_new(from);
    g_string_replace(account, ".", "", 0);
    if (g_str_has_suffix(account->str, "EUR"))
        g_string_truncate(account, account->len - 3);
    return g_string_free(account, FALSE);
}

static bool ends_page(JsonObject *expected)
{
    JsonArray *tags = json_object_get_array_member(expected, "baltags");
    return g_strcmp0(json_array_get_string_element(tags, json_array_get_length(tags) - 1), "62M") == 0;
}

static bool is_next_page(JsonObject *before, JsonObject *expected)
{
    JsonArray *tags = json_object_get_array_member(expected, "baltags");
    return before != NULL && ends_page(before) && g_strcmp0(json_array_get_string_element(tags, 0), "60M") == 0 &&
           strcmp(text_of(before, "account"), text_of(expected, "account")) == 0 &&
           strcmp(text_of(before, "close"), text_of(expected, "open")) == 0;
}

/* The reading's statement is two: an empty one before it, without a line. */
static bool is_two(JsonObject *expected)
{
    return json_array_get_length(json_object_get_array_member(expected, "baltags")) == 4;
}

static void assert_header(const CollectedStatement *statement, JsonObject *expected)
{
    const StatementRecord *record = &statement->end;
    const char *number = text_of(expected, "number");
    g_autofree char *account = account_of(text_of(expected, "account"));
    g_assert_cmpstr(record->account, ==, account);
    g_assert_cmpstr(record->currency, ==, text_of(expected, "ccy"));
    g_assert_true(record->has_opening);
    g_assert_cmpint(record->opening, ==, minor_of(text_of(expected, "open"), "EUR"));
    assert_short_day(record->opening_day, text_of(expected, "open_date"));
    if (strspn(number, "0/") < strlen(number))
        g_assert_true(g_str_has_prefix(record->id, number));
    g_assert_cmpint(record->sequence, <=, atoi(number));
}

static void assert_closing(const CollectedStatement *statement, JsonObject *expected)
{
    g_assert_true(statement->end.has_closing);
    g_assert_cmpint(statement->end.closing, ==, minor_of(text_of(expected, "close"), "EUR"));
    assert_short_day(statement->end.closing_day, text_of(expected, "close_date"));
}

static struct {
    int files, statements, lines, untied;
} totals;

static void row_print(const char *file, const Collected *got)
{
    for (guint i = 0; i < got->statements->len; i++) {
        const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, i);
        Cents reached = statement->end.opening;
        for (guint l = 0; l < statement->lines->len; l++)
            g_assert_true(money_add(&reached, g_array_index(statement->lines, LineRecord, l).amount));
        bool ties = reached == statement->end.closing;
        g_autofree char *opening = money_text(statement->end.opening), *closing = money_text(statement->end.closing);
        g_test_message("%-56s %-19s %2u %12s %12s %-4s %u", i == 0 ? file : "", statement->end.account,
                       statement->lines->len, opening, closing, ties ? "ties" : "no", i == 0 ? got->warnings->len : 0);
        totals.statements++;
        totals.lines += (int)statement->lines->len;
        totals.untied += !ties;
    }
    totals.files++;
}

/* Whether a statement ties is a fact of the file; the warning says it where it does not. */
static void assert_balance(const Collected *got, const CollectedStatement *statement, JsonObject *expected)
{
    Cents reached = statement->end.opening;
    for (guint l = 0; l < statement->lines->len; l++)
        reached += g_array_index(statement->lines, LineRecord, l).amount;
    bool ties = reached == statement->end.closing;
    g_assert_true(ties == json_object_get_boolean_member(expected, "balanced"));
    bool warned = false;
    for (guint i = 0; i < got->warnings->len; i++) {
        const CollectedRemark *remark = &g_array_index(got->warnings, CollectedRemark, i);
        warned = warned || (remark->line == statement->end.line && strstr(remark->sentence, "lead to") != NULL);
    }
    g_assert_true(warned == !ties);
}

static void assert_file(const char *listed, JsonObject *facts)
{
    JsonArray *expected = json_object_get_array_member(facts, "statements");
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "mt940");
    g_assert_cmpuint(got->problems->len, ==, 0);
    JsonObject *before = NULL;
    guint ours = 0, line = 0;
    for (guint i = 0; i < json_array_get_length(expected); i++) {
        JsonObject *one = json_array_get_object_element(expected, i);
        bool page = is_next_page(before, one);
        ours += is_two(one) ? 1 : 0;
        ours -= page ? 1 : 0;
        line = page ? line : 0;
        g_assert_cmpuint(ours, <, got->statements->len);
        const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, ours++);
        if (!page)
            assert_header(statement, one);
        JsonArray *lines = json_object_get_array_member(one, "lines");
        g_assert_cmpuint(line + json_array_get_length(lines), <=, statement->lines->len);
        for (guint l = 0; l < json_array_get_length(lines); l++)
            assert_line(&g_array_index(statement->lines, LineRecord, line++), json_array_get_object_element(lines, l));
        if (line == statement->lines->len) {
            assert_closing(statement, one);
            assert_balance(got, statement, one);
        }
        before = one;
    }
    g_assert_cmpuint(ours, ==, got->statements->len);
    row_print(listed + strlen("public/mt940/"), got);
}

static void test_expected(void)
{
    g_test_message("%-56s %-19s %s %12s %12s %-4s %s", "file", "account", "lines", "opening", "closing", "",
                   "warnings");
    if (expected_walk("mt940.jsonl", FILES, assert_file) == 0)
        return;
    g_test_message("%d files, %d statements, %d lines, %d that do not tie", totals.files, totals.statements,
                   totals.lines, totals.untied);
    g_assert_cmpint(totals.files, ==, FILES);
    /* 44 by the reading: one more where it joined two, one less where two pages are one. */
    g_assert_cmpint(totals.statements, ==, STATEMENTS);
    g_assert_cmpint(totals.untied, ==, 13);
}

/* ---- a second reading: counts, days and amounts without sign ---- */

static void assert_second_line(const LineRecord *line, JsonObject *expected)
{
    const char *entry = text_of(expected, "entryDate");
    g_autofree char *day = day_iso(line->day), *value = day_iso(line->value_day);
    g_assert_cmpstr(value, ==, text_of(expected, "valueDate"));
    if (entry[0] != '\0')
        g_assert_cmpstr(day, ==, entry);
    g_assert_cmpint(ABS(line->amount), ==, (Cents)(json_object_get_double_member(expected, "amount") * 100.0 + 0.5));
}

static GArray *lines_of(const Collected *got)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(LineRecord));
    for (guint i = 0; i < got->statements->len; i++) {
        const GArray *lines = g_array_index(got->statements, CollectedStatement, i).lines;
        g_array_append_vals(all, lines->data, lines->len);
    }
    return all;
}

static void test_second_reading(void)
{
    static const char *const names[] = {"abn-amro-1.STA", "base-1.mta", "base-2.mta",
                                        "base-3.mta",     "ing-1.mta",  "ing-2.mta"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *listed = g_build_filename("mt940", "webschik__mt940-js", names[i], NULL);
        g_autofree char *path = sample_path(listed);
        g_autofree char *stem = g_strndup(path, (gsize)(strrchr(path, '.') - path));
        g_autofree char *other = g_strconcat(stem, ".json", NULL);
        g_autoptr(JsonParser) parser = json_parser_new();
        if (!json_parser_load_from_file(parser, other, NULL)) {
            g_test_skip("no samples beside the repository");
            return;
        }
        g_autoptr(Collected) got = collected_file(path, NULL);
        g_autoptr(GArray) lines = lines_of(got);
        JsonArray *statements = json_node_get_array(json_parser_get_root(parser));
        guint at = 0;
        for (guint s = 0; s < json_array_get_length(statements); s++) {
            JsonArray *expected =
                json_object_get_array_member(json_array_get_object_element(statements, s), "transactions");
            for (guint l = 0; l < json_array_get_length(expected); l++, at++) {
                g_assert_cmpuint(at, <, lines->len);
                assert_second_line(&g_array_index(lines, LineRecord, at), json_array_get_object_element(expected, l));
            }
        }
        g_assert_cmpuint(at, ==, lines->len);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every MT940 file imports with the expected values", test_expected);
    g_test_add_func("/samples/a second reading counts the same lines, days and amounts", test_second_reading);
    return g_test_run();
}
