/* Every bank statement and list among the samples, against the values an independent reading found. */
#include "import_collect.h"
#include "samples_walk.h"

#include "base/reference.h"

#include <locale.h>

static void assert_day_if_stated(Day day, const char *expected)
{
    if (expected[0] != '\0')
        assert_day(day, expected);
}

static char *joined(JsonArray *texts)
{
    GString *all = g_string_new(NULL);
    for (guint i = 0; i < json_array_get_length(texts); i++)
        g_string_append_printf(all, "%s%s", i > 0 ? " " : "", json_array_get_string_element(texts, i));
    return g_string_free(all, FALSE);
}

static char *without_blanks(const char *text)
{
    GString *bare = g_string_new(NULL);
    for (; *text != '\0'; text++)
        if (*text != ' ')
            g_string_append_c(bare, *text);
    return g_string_free(bare, FALSE);
}

static void assert_structured(const LineRecord *line, JsonArray *structured)
{
    bool found = json_array_get_length(structured) == 0;
    g_assert_true(found == (line->reference[0] == '\0'));
    for (guint i = 0; i < json_array_get_length(structured); i++)
        found = found || g_strcmp0(json_array_get_string_element(json_array_get_array_element(structured, i), 2),
                                   line->reference) == 0;
    g_assert_true(found);
}

static void assert_detail(const LineRecord *line, JsonObject *tx)
{
    const char *end_to_end = text_of(tx, "e2e");
    g_autofree char *ustrd = joined(json_object_get_array_member(tx, "ustrd"));
    g_autofree char *iban = without_blanks(text_of(tx, "iban")), *account = without_blanks(line->account);
    g_assert_cmpstr(line->name, ==, text_of(tx, "name"));
    g_assert_cmpstr(account, ==, iban);
    g_assert_cmpstr(line->end_to_end, ==, strcmp(end_to_end, "NOTPROVIDED") == 0 ? "" : end_to_end);
    g_assert_cmpstr(line->return_reason, ==, text_of(tx, "rtr"));
    if (ustrd[0] != '\0')
        g_assert_true(g_str_has_prefix(line->text, ustrd));
    assert_structured(line, json_object_get_array_member(tx, "strd"));
    const char *currency = text_of(tx, "ccy");
    if (currency[0] == '\0')
        return;
    Cents amount = minor_of(text_of(tx, "amount"), currency);
    if (strcmp(currency, line->currency) == 0)
        g_assert_cmpint(ABS(line->amount), ==, amount);
    else
        g_assert_cmpint(line->original_amount, ==, amount);
}

static void assert_entry(const LineRecord *line, JsonObject *entry)
{
    const char *status = text_of(entry, "status"), *bank = text_of(entry, "acctsvcr");
    g_assert_cmpstr(line->currency, ==, text_of(entry, "ccy"));
    g_assert_true(line->booked == (status[0] == '\0' || strcmp(status, "BOOK") == 0));
    g_assert_true(line->reversal == (strcmp(text_of(entry, "reversal"), "true") == 0));
    assert_day_if_stated(line->day, text_of(entry, "book"));
    assert_day_if_stated(line->value_day, text_of(entry, "value"));
    if (bank[0] != '\0')
        g_assert_cmpstr(line->bank_reference, ==, bank);
}

/* One expected entry is one line of ours, or one line per detail; returns the number of the next line. */
static guint assert_lines(const GArray *lines, guint at, JsonObject *entry)
{
    JsonArray *details = json_object_get_array_member(entry, "tx");
    guint count = json_array_get_length(details);
    Cents expected = minor_of(text_of(entry, "amount"), text_of(entry, "ccy")), sum = 0;
    const LineRecord *first = &g_array_index(lines, LineRecord, at);
    g_assert_cmpuint(at, <, lines->len);
    if (count <= 1 || first->amount == expected) {
        g_assert_cmpint(first->amount, ==, expected);
        assert_entry(first, entry);
        if (count == 1)
            assert_detail(first, json_array_get_object_element(details, 0));
        return at + 1;
    }
    for (guint i = 0; i < count; i++) {
        g_assert_cmpuint(at + i, <, lines->len);
        const LineRecord *line = &g_array_index(lines, LineRecord, at + i);
        g_assert_cmpint(line->sequence, ==, (int)(at + i) + 1);
        g_assert_true((line->amount < 0) == (expected < 0));
        assert_detail(line, json_array_get_object_element(details, i));
        sum += line->amount;
    }
    g_assert_cmpint(sum, ==, expected);
    return at + count;
}

static void assert_balance(bool has, Cents amount, const char *currency, Day day, JsonObject *expected,
                           const char *member, const char *const *codes)
{
    const char *wanted = text_of(expected, member);
    g_assert_true(has == (wanted[0] != '\0'));
    if (!has)
        return;
    JsonObject *balances = json_object_get_object_member(expected, "balances");
    while (!json_object_has_member(balances, *codes))
        codes++;
    JsonArray *balance = json_array_get_array_element(json_object_get_array_member(balances, *codes), 0);
    g_assert_cmpstr(currency, ==, json_array_get_string_element(balance, 1));
    g_assert_cmpint(amount, ==, minor_of(wanted, currency));
    assert_day_if_stated(day, json_array_get_string_element(balance, 2));
}

static void assert_sums(const GArray *lines, JsonObject *expected)
{
    Cents credit = 0, debit = 0;
    const char *currency = "EUR";
    for (guint i = 0; i < lines->len; i++) {
        const LineRecord *line = &g_array_index(lines, LineRecord, i);
        currency = line->currency;
        if (line->booked)
            *(line->amount > 0 ? &credit : &debit) += ABS(line->amount);
    }
    g_assert_cmpint(credit, ==, minor_of(text_of(expected, "sum_credit"), currency));
    g_assert_cmpint(debit, ==, minor_of(text_of(expected, "sum_debit"), currency));
}

static bool statement_balanced(const CollectedStatement *statement)
{
    Cents reached = statement->end.opening;
    for (guint i = 0; i < statement->lines->len; i++)
        if (g_array_index(statement->lines, LineRecord, i).booked)
            reached += g_array_index(statement->lines, LineRecord, i).amount;
    return strcmp(statement->end.opening_currency, statement->end.closing_currency) == 0 &&
           reached == statement->end.closing;
}

static void assert_statement(const Collected *got, const CollectedStatement *statement, JsonObject *expected)
{
    static const char *const opening[] = {"OPBD", "PRCD", "OPAV"}, *const closing[] = {"CLBD", "CLAV"};
    const StatementRecord *record = &statement->end;
    g_assert_cmpstr(record->id, ==, text_of(expected, "id"));
    g_assert_cmpstr(record->account, ==, text_of(expected, "account"));
    if (text_of(expected, "currency")[0] != '\0')
        g_assert_cmpstr(record->currency, ==, text_of(expected, "currency"));
    assert_balance(record->has_opening, record->opening, record->opening_currency, record->opening_day, expected,
                   "open", opening);
    assert_balance(record->has_closing, record->closing, record->closing_currency, record->closing_day, expected,
                   "close", closing);
    JsonArray *entries = json_object_get_array_member(expected, "lines");
    guint at = 0;
    for (guint i = 0; i < json_array_get_length(entries); i++)
        at = assert_lines(statement->lines, at, json_array_get_object_element(entries, i));
    g_assert_cmpuint(at, ==, statement->lines->len);
    assert_sums(statement->lines, expected);
    if (json_object_get_null_member(expected, "balanced"))
        return;
    bool balanced = json_object_get_boolean_member(expected, "balanced");
    g_assert_true(statement_balanced(statement) == balanced);
    if (!balanced) /* the person is told */
        g_assert_true(collected_warned(got, "cannot be checked") || collected_warned(got, "a line may be missing"));
}

static char *balance_words(bool has, Cents amount, const char *currency)
{
    g_autofree char *plain = money_plain(amount);
    return has ? g_strdup_printf("%s %s", plain, currency) : g_strdup("-");
}

/* One row of the table: opening of the first statement, closing of the last. */
static void row_tell(const char *listed, const Collected *got)
{
    const CollectedStatement *first = &g_array_index(got->statements, CollectedStatement, 0);
    const CollectedStatement *last = &g_array_index(got->statements, CollectedStatement, got->statements->len - 1);
    guint lines = 0, comparable = 0, ties = 0;
    for (guint i = 0; i < got->statements->len; i++) {
        const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, i);
        bool compared = statement->end.has_opening && statement->end.has_closing;
        lines += statement->lines->len;
        comparable += compared;
        ties += compared && statement_balanced(statement);
    }
    g_autofree char *opening = balance_words(first->end.has_opening, first->end.opening, first->end.opening_currency);
    g_autofree char *closing = balance_words(last->end.has_closing, last->end.closing, last->end.closing_currency);
    g_autofree char *tied = comparable == 0 ? g_strdup("-") : g_strdup_printf("%u of %u", ties, comparable);
    g_test_message("%-71s %2u %4u %16s %16s  %-7s %2u", strchr(listed + strlen("public/"), '/') + 1,
                   got->statements->len, lines, opening, closing, tied, got->warnings->len);
}

static void assert_camt(const char *listed, JsonObject *facts)
{
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    g_assert_no_error(got->error);
    g_assert_true(g_str_has_prefix(got->kind, "camt.05"));
    g_assert_cmpuint(got->problems->len, ==, 0);
    JsonArray *statements = json_object_get_array_member(facts, "statements");
    g_assert_cmpuint(got->statements->len, ==, json_array_get_length(statements));
    for (guint i = 0; i < got->statements->len; i++) {
        const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, i);
        g_assert_true(statement->ended);
        assert_statement(got, statement, json_array_get_object_element(statements, i));
    }
    row_tell(listed, got);
}

static void assert_items(const Collected *got, JsonArray *lines)
{
    g_assert_cmpuint(got->items->len, ==, json_array_get_length(lines));
    for (guint i = 0; i < got->items->len; i++) {
        const ItemRecord *item = &g_array_index(got->items, ItemRecord, i);
        JsonObject *line = json_array_get_object_element(lines, i);
        g_assert_cmpstr(item->number, ==, text_of(line, "number"));
        g_assert_cmpstr(item->customer.name, ==, text_of(line, "partner"));
        g_assert_cmpstr(item->currency, ==, text_of(line, "currency"));
        g_assert_cmpint(item->amount, ==, minor_of(text_of(line, "debit"), "EUR"));
        g_assert_cmpint(item->open, ==, item->amount); /* partly matched, and no payment in the list */
        assert_day_if_stated(item->issued, text_of(line, "date"));
        assert_day_if_stated(item->due, text_of(line, "due"));
    }
}

static void assert_partners(const Collected *got, JsonArray *partners)
{
    g_assert_cmpuint(got->customers->len, ==, json_array_get_length(partners));
    for (guint i = 0; i < got->customers->len; i++) {
        const CustomerRecord *customer = &g_array_index(got->customers, CustomerRecord, i);
        JsonObject *partner = json_array_get_object_element(partners, i);
        g_assert_cmpstr(customer->number, ==, text_of(partner, "Name"));
        g_assert_cmpstr(customer->name, ==, text_of(partner, "Name"));
        g_assert_cmpstr(customer->vat, ==, text_of(partner, "Tax ID"));
        g_assert_cmpstr(customer->email, ==, text_of(partner, "Email"));
    }
}

static void assert_list(const char *listed, JsonObject *facts)
{
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "csv");
    g_assert_cmpuint(got->problems->len, ==, 0);
    if (json_object_has_member(facts, "partners"))
        assert_partners(got, json_object_get_array_member(facts, "partners"));
    else
        assert_items(got, json_object_get_array_member(facts, "receivable_lines"));
    g_test_message("%-75s csv: %u items, %u customers, %u warnings: as expected",
                   listed + strlen("public/openitems-csv/"), got->items->len, got->customers->len, got->warnings->len);
    collected_log(got);
}

static void test_statements(void)
{
    g_test_message("%-71s %2s %4s %16s %16s  %-7s %2s", "file", "st", "line", "opening", "closing", "ties", "!");
    expected_walk("camt053.jsonl", 16, assert_camt);
}

static void test_lists(void)
{
    expected_walk("openitems-csv.jsonl", 2, assert_list);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every bank statement imports with the expected values", test_statements);
    g_test_add_func("/samples/every open-items list imports with the expected values", test_lists);
    return g_test_run();
}
