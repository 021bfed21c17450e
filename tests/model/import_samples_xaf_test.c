/* Every audit file among the samples, against the values an independent reading found in it. */
#include "import_collect.h"
#include "samples_walk.h"

#include <locale.h>

static Cents cents_of(const char *amount)
{
    return minor_of(amount, "EUR");
}

static bool is_of_customers(JsonObject *subledger)
{
    const char *type = text_of(subledger, "type");
    return strcmp(type, "CU") == 0 || strcmp(type, "C") == 0;
}

/* What the file's lines say about one number of one customer. */
typedef struct {
    Cents open, invoiced;
    bool invoices, named;
    const char *issued, *due;
} Expected;

static char *line_key(JsonObject *line)
{
    const char *number = text_of(line, "invRef");
    return strcmp(number, "0") == 0 ? g_strconcat(text_of(line, "custSupID"), "\t", text_of(line, "desc"), NULL)
                                    : g_strconcat(text_of(line, "custSupID"), "\t", number, NULL);
}

static void line_expect(GHashTable *wanted, JsonObject *line)
{
    g_autofree char *key = line_key(line);
    Expected *expected = g_hash_table_lookup(wanted, key);
    if (expected == NULL) {
        expected = g_new0(Expected, 1);
        g_hash_table_insert(wanted, g_steal_pointer(&key), expected);
        expected->issued = text_of(line, "invDt");
        expected->due = text_of(line, "invDueDt");
        expected->named = strcmp(text_of(line, "invRef"), "0") != 0;
    }
    Cents amount = cents_of(text_of(line, "amnt"));
    bool invoice = strcmp(text_of(line, "mutTp"), "I") == 0;
    expected->open += strcmp(text_of(line, "amntTp"), "D") == 0 ? amount : -amount;
    expected->invoices = expected->invoices || invoice;
}

static GHashTable *expected_items(JsonObject *facts)
{
    GHashTable *wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    JsonArray *subledgers = json_object_get_array_member(facts, "subledgers");
    for (guint i = 0; i < json_array_get_length(subledgers); i++) {
        JsonObject *subledger = json_array_get_object_element(subledgers, i);
        JsonArray *lines = json_object_get_array_member(subledger, "items");
        for (guint j = 0; is_of_customers(subledger) && j < json_array_get_length(lines); j++)
            line_expect(wanted, json_array_get_object_element(lines, j));
    }
    return wanted;
}

static void assert_item(const ItemRecord *item, GHashTable *wanted, const char *currency)
{
    g_autofree char *by_number = g_strconcat(item->customer.number, "\t", item->number, NULL);
    g_autofree char *by_text = g_strconcat(item->customer.number, "\t", item->description, NULL);
    const Expected *expected = g_hash_table_lookup(wanted, by_number);
    if (expected == NULL)
        expected = g_hash_table_lookup(wanted, by_text);
    g_assert_nonnull(expected);
    g_autofree char *issued = day_iso(item->issued), *due = day_iso(item->due);
    g_assert_cmpint(item->open, ==, expected->open);
    g_assert_cmpint(item->amount, ==, expected->open); /* no sample holds a part payment */
    g_assert_cmpstr(item->kind, ==, !expected->invoices ? "payment" : expected->open < 0 ? "credit_note" : "invoice");
    g_assert_cmpstr(issued, ==, expected->issued);
    g_assert_cmpstr(due, ==, expected->due);
    g_assert_cmpstr(item->currency, ==, currency);
    g_hash_table_remove(wanted, g_hash_table_contains(wanted, by_number) ? by_number : by_text);
}

static guint count_of(JsonObject *facts, const char *const *types)
{
    JsonObject *counts = json_object_get_object_member(facts, "party_types");
    guint sum = 0;
    for (; *types != NULL; types++)
        if (json_object_has_member(counts, *types))
            sum += (guint)json_object_get_int_member(counts, *types);
    return sum;
}

/* Customers, and whoever else a subledger of customers names. */
static void assert_customers(const Collected *got, JsonObject *facts, GHashTable *wanted)
{
    static const char *const types[] = {"B", "C", NULL};
    g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter each;
    gpointer key;
    g_hash_table_iter_init(&each, wanted);
    while (g_hash_table_iter_next(&each, &key, NULL))
        g_hash_table_add(named, g_strndup(key, strcspn(key, "\t")));
    for (guint i = 0; i < got->customers->len; i++)
        g_hash_table_add(told, (gpointer)g_array_index(got->customers, CustomerRecord, i).number);
    g_assert_cmpuint(g_hash_table_size(told), ==, got->customers->len);
    g_assert_cmpuint(got->customers->len, >=, count_of(facts, types));
    g_hash_table_iter_init(&each, named);
    while (g_hash_table_iter_next(&each, &key, NULL))
        g_assert_true(g_hash_table_contains(told, key));
    if (g_hash_table_size(named) == 0)
        g_assert_cmpuint(got->customers->len, ==, count_of(facts, types));
}

static void assert_details(const Collected *got, JsonObject *facts)
{
    guint phones = 0, mails = 0;
    for (guint i = 0; i < got->customers->len; i++) {
        phones += g_array_index(got->customers, CustomerRecord, i).phone[0] != '\0';
        mails += g_array_index(got->customers, CustomerRecord, i).email[0] != '\0';
    }
    g_assert_cmpuint(phones, <=, (guint)json_object_get_int_member(facts, "with_phone"));
    g_assert_cmpuint(mails, <=, (guint)json_object_get_int_member(facts, "with_email"));
}

/* A total that disagrees with its lines is told, and only then. */
static void assert_totals(const Collected *got, JsonObject *facts)
{
    JsonArray *stated = json_object_get_array_member(facts, "stated");
    bool agree = json_object_get_int_member(facts, "trlines") ==
                     g_ascii_strtoll(json_array_get_string_element(stated, 0), NULL, 10) &&
                 cents_of(text_of(facts, "debit")) == cents_of(json_array_get_string_element(stated, 1)) &&
                 cents_of(text_of(facts, "credit")) == cents_of(json_array_get_string_element(stated, 2));
    g_assert_true(collected_warned(got, "transactions: the audit file states") == !agree);
}

static void assert_file(const char *listed, JsonObject *facts)
{
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "xaf");
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_autoptr(GHashTable) wanted = expected_items(facts);
    assert_customers(got, facts, wanted);
    assert_details(got, facts);
    assert_totals(got, facts);
    Cents open = 0;
    for (guint i = 0; i < got->items->len; i++) {
        assert_item(&g_array_index(got->items, ItemRecord, i), wanted, text_of(facts, "ccy"));
        open += g_array_index(got->items, ItemRecord, i).open;
    }
    g_assert_cmpuint(g_hash_table_size(wanted), ==, 0);
    g_autofree char *sum = money_plain(open);
    g_test_message("%-65s %9u %6u %14s %2u", listed + strlen("public/xaf/"), got->customers->len, got->items->len, sum,
                   got->warnings->len);
}

static void test_audit_files(void)
{
    g_test_message("%-65s %9s %6s %14s %2s", "file", "customers", "items", "open", "!");
    guint files = expected_walk("xaf.jsonl", 3, assert_file);
    g_assert_cmpuint(files, <=, 3);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every audit file imports with the expected values", test_audit_files);
    return g_test_run();
}
