/* Every CODA file among the samples, against the values an independent reading found: each statement, each record
 * 2.1 with its amount, sign, day and communication, as a line of its own or as part of one. */
#include "import_collect.h"
#include "samples_walk.h"

#include "base/reference.h"

#include <locale.h>

static Cents cents_of(JsonObject *object, const char *member)
{
    return minor_of(text_of(object, member), "EUR");
}

static char *collapsed(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
    GString *joined = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf(joined, "%s%s", joined->len > 0 ? " " : "", *word);
    return g_string_free(joined, FALSE);
}

/* ---- one record 2.1 and the line that shows it ---- */

static void assert_account(const LineRecord *line, const char *expected)
{
    g_auto(GStrv) parts = g_strsplit(expected, " ", 2);
    const char *number = parts[0] == NULL ? "" : parts[0];
    if (strspn(number, "0") == strlen(number))
        g_assert_cmpstr(line->account, ==, "");
    else /* a Belgian number of before the IBAN became one */
        g_assert_true(strcmp(line->account, number) == 0 ||
                      (g_str_has_prefix(line->account, "BE") && strcmp(line->account + 4, number) == 0));
    if (g_str_has_prefix(line->account, "BE"))
        g_assert_true(iban_valid(line->account));
}

/* Record 2.3 cuts the name at 35 letters, information 001 does not. */
static void assert_name(const LineRecord *line, JsonObject *move)
{
    g_autofree char *name = collapsed(text_of(move, "cname"));
    g_assert_true(g_str_has_prefix(line->name, name));
    g_assert_true(strlen(name) >= 34 || strlen(line->name) == strlen(name));
}

static void assert_information(const LineRecord *line, JsonArray *information)
{
    for (guint i = 0; i < json_array_get_length(information); i++) {
        JsonArray *one = json_array_get_array_element(information, i);
        g_autofree char *text = collapsed(json_array_get_string_element(one, 1));
        bool free_text = strcmp(json_array_get_string_element(one, 0), "0") == 0;
        if (free_text)
            g_assert_nonnull(strstr(line->text, text));
        else if (g_str_has_prefix(text, "001") && line->name[0] != '\0')
            g_assert_nonnull(strstr(text, line->name));
    }
}

static void assert_words(const LineRecord *line, JsonObject *move)
{
    const char *type = text_of(move, "ctype"), *reference = text_of(move, "ref");
    g_autofree char *content = collapsed(text_of(move, "ctext"));
    if (type[0] == '\0') {
        g_assert_true(g_str_has_prefix(line->text, text_of(move, "comm")));
        g_assert_cmpstr(line->reference, ==, "");
    } else if (reference[0] != '\0') {
        g_assert_cmpstr(line->reference, ==, reference);
        g_autofree char *valid = reference_normal(line->reference, NULL);
        g_assert_true((valid != NULL) == json_object_get_boolean_member(move, "ref_ok"));
    } else if (strcmp(type, "127") == 0) {
        g_assert_nonnull(strstr(content, line->mandate));
        g_assert_nonnull(strstr(content, line->text));
        g_assert_cmpuint(strlen(line->mandate), >, 0);
    } else if (strcmp(type, "107") == 0) {
        g_assert_nonnull(strstr(content, line->mandate));
        g_assert_true(line->reversal); /* the sample's says: not paid */
    } else { /* a card: its number, or that of the terminal, begins the content behind the scheme */
        g_auto(GStrv) words = g_strsplit(line->text, " ", 2);
        const char *at = strstr(content, words[0]);
        g_assert_true(at == content || at == content + 1 || strcmp(type, "106") == 0);
    }
}

/* Reasons of returns are letters; what an old file has in their place are none. */
static void assert_return(const LineRecord *line, JsonObject *move)
{
    const char *reason = text_of(move, "rreason");
    bool iso = g_ascii_isalpha(reason[0]);
    g_assert_cmpstr(line->return_reason, ==, iso ? reason : "");
}

static void assert_move(const LineRecord *line, JsonObject *move)
{
    const char *value = text_of(move, "value");
    g_autofree char *custom = collapsed(text_of(move, "custref")), *bank = collapsed(text_of(move, "bankref"));
    g_assert_cmpint(line->amount, ==, cents_of(move, "amount"));
    g_assert_cmpstr(line->code, ==, text_of(move, "code"));
    g_assert_cmpstr(line->end_to_end, ==, custom);
    g_assert_cmpstr(line->bank_reference, ==, bank);
    assert_day(line->day, text_of(move, "entry"));
    assert_day(line->value_day, value[0] != '\0' ? value : text_of(move, "entry"));
    assert_account(line, text_of(move, "cacct"));
    assert_name(line, move);
    assert_return(line, move);
}

/* ---- movements ---- */

static bool is_total(JsonObject *move)
{
    return strcmp(text_of(move, "det"), "0000") == 0;
}

/* The parts of one amount fold into its line: what another currency said, and what the bank kept. */
static void assert_parts(const LineRecord *line, JsonArray *moves, guint from, guint until)
{
    Cents kept = 0;
    for (guint i = from; i < until; i++) {
        JsonObject *part = json_array_get_object_element(moves, i);
        const char *category = text_of(part, "code") + 5, *content = text_of(part, "ctext");
        Cents amount = cents_of(part, "amount");
        if (line->amount > 0 && amount < 0 && strcmp(category, "000") != 0 && strcmp(category, "100") != 0)
            kept -= amount;
        if (strcmp(text_of(part, "ctype"), "105") == 0 && strncmp(content + 42, line->currency, 3) != 0) {
            g_assert_true(g_str_has_prefix(content + 42, line->original_currency));
            g_assert_cmpint(line->original_amount, >, 0);
        }
    }
    g_assert_cmpint(line->charges, ==, kept);
}

/* Answers how many lines stand for the movement at `at`: one, or one for each of its details. */
static guint assert_movement(const GArray *lines, guint line, JsonArray *moves, guint at, guint until)
{
    JsonObject *total = json_array_get_object_element(moves, at);
    const LineRecord *first = &g_array_index(lines, LineRecord, line);
    if (first->amount == cents_of(total, "amount")) {
        assert_move(first, total);
        assert_words(first, total);
        assert_information(first, json_object_get_array_member(total, "info"));
        assert_parts(first, moves, at + 1, until);
        return 1;
    }
    Cents sum = 0;
    guint told = 0;
    for (guint i = at + 1; i < until; i++) {
        JsonObject *detail = json_array_get_object_element(moves, i);
        if (text_of(detail, "code")[0] == '7') /* a subtotal: its own details follow */
            continue;
        const LineRecord *one = &g_array_index(lines, LineRecord, line + told);
        assert_move(one, detail);
        if (text_of(detail, "comm")[0] != '\0')
            assert_words(one, detail);
        assert_information(one, json_object_get_array_member(detail, "info"));
        sum += one->amount;
        told++;
    }
    g_assert_cmpint(sum, ==, cents_of(total, "amount"));
    return told;
}

static void assert_moves(const GArray *lines, JsonArray *moves)
{
    guint line = 0, count = json_array_get_length(moves);
    for (guint at = 0; at < count;) {
        guint until = at + 1;
        while (until < count && !is_total(json_array_get_object_element(moves, until)))
            until++;
        g_assert_cmpuint(line, <, lines->len);
        line += assert_movement(lines, line, moves, at, until);
        at = until;
    }
    g_assert_cmpuint(line, ==, lines->len);
    for (guint i = 0; i < lines->len; i++)
        g_assert_cmpint(g_array_index(lines, LineRecord, i).sequence, ==, (int)i + 1);
}

/* ---- statements ---- */

static void assert_sums(const GArray *lines, const StatementRecord *record)
{
    Cents credits = 0, debits = 0;
    for (guint i = 0; i < lines->len; i++) {
        Cents amount = g_array_index(lines, LineRecord, i).amount;
        *(amount > 0 ? &credits : &debits) += ABS(amount);
    }
    g_assert_cmpint(credits, ==, record->stated_credits);
    g_assert_cmpint(debits, ==, record->stated_debits);
    g_assert_cmpint(record->opening + credits - debits, ==, record->closing);
}

static void assert_statement(const CollectedStatement *statement, JsonObject *expected)
{
    const StatementRecord *record = &statement->end;
    g_autofree char *id = g_strdup_printf("%.4s-%s", text_of(expected, "new_date"), text_of(expected, "seq"));
    g_assert_cmpstr(record->id, ==, id);
    g_assert_cmpstr(statement->begin.id, ==, id);
    g_assert_true(g_str_has_suffix(record->account, text_of(expected, "account")));
    g_assert_true(iban_valid(record->account));
    g_assert_cmpstr(record->currency, ==, text_of(expected, "ccy"));
    g_assert_cmpint(record->sequence, ==, (int)g_ascii_strtoll(text_of(expected, "seq"), NULL, 10));
    g_assert_true(record->duplicate == (strcmp(text_of(expected, "dup"), "D") == 0));
    g_assert_true(record->has_opening && record->has_closing);
    g_assert_cmpint(record->opening, ==, cents_of(expected, "old"));
    g_assert_cmpint(record->closing, ==, cents_of(expected, "new"));
    assert_day(record->opening_day, text_of(expected, "old_date"));
    assert_day(record->closing_day, text_of(expected, "new_date"));
    g_assert_cmpint(record->stated_debits, ==, cents_of(expected, "t_debit"));
    g_assert_cmpint(record->stated_credits, ==, cents_of(expected, "t_credit"));
    g_assert_cmpint(statement->stated_lines, ==, statement->lines->len); /* the trailer's count of records is right */
    assert_moves(statement->lines, json_object_get_array_member(expected, "moves"));
    assert_sums(statement->lines, record);
}

/* What the expected values leave out: the words of the bank to the holder of the account. */
static void assert_warnings(const Collected *got, const char *listed)
{
    bool message = g_str_has_suffix(listed, "golden.cod");
    g_assert_cmpuint(got->warnings->len, ==, message ? 1 : 0);
    if (message)
        g_assert_true(collected_warned(got, "VOTRE AGENCE SERA FERMEE LE LUNDI DE PAQUES"));
}

static void assert_file(const char *listed, JsonObject *facts)
{
    g_assert_true(g_str_has_prefix(listed, "public/"));
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "coda");
    g_assert_cmpuint(got->problems->len, ==, 0);
    assert_warnings(got, listed);
    JsonArray *statements = json_object_get_array_member(facts, "statements");
    g_assert_cmpuint(got->statements->len, ==, json_array_get_length(statements));
    for (guint i = 0; i < got->statements->len; i++) {
        const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, i);
        g_assert_true(statement->ended);
        assert_statement(statement, json_array_get_object_element(statements, i));
        g_autofree char *opening = money_plain(statement->end.opening), *closing = money_plain(statement->end.closing);
        g_test_message("%-50s %u statements %5u lines %12s -> %12s %u warnings: as expected",
                       listed + strlen("public/coda/"), got->statements->len, statement->lines->len, opening, closing,
                       got->warnings->len);
    }
}

static void test_samples(void)
{
    expected_walk("coda.jsonl", 2, assert_file);
}

/* What the tests of the sample's own repository assert: the lines after the split. */
static void test_split(void)
{
    static const Cents amounts[] = {121000, -45050, -50000, -42000, -1025, -215, -7525, 10000, 12000, 4000, 50000};
    g_autofree char *path = sample_path("coda/Ekwo-ai__ekwo-os/golden.cod");
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_test_skip("no samples beside the repository");
        return;
    }
    g_autoptr(Collected) got = collected_file(path, NULL);
    const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, 0);
    g_assert_cmpuint(statement->lines->len, ==, G_N_ELEMENTS(amounts));
    for (size_t i = 0; i < G_N_ELEMENTS(amounts); i++)
        g_assert_cmpint(g_array_index(statement->lines, LineRecord, i).amount, ==, amounts[i]);
    g_assert_cmpstr(g_array_index(statement->lines, LineRecord, 6).mandate, ==, "MANDAT-EXEMPLE-0007");
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every CODA file imports with the expected values", test_samples);
    g_test_add_func("/samples/totals are split into their details", test_split);
    return g_test_run();
}
