/* Every UBL sample against the values an independent reading found, a row of the table each. */
#include "import_collect.h"
#include "samples_walk.h"

#include "base/reference.h"
#include "base/text.h"

#include <locale.h>

/* Blanks of the file's indentation are one blank; what is not available is nothing. */
static void assert_text(const char *got, const char *expected)
{
    g_auto(GStrv) words = g_strsplit_set(expected, " \n\t", -1);
    g_autoptr(GString) plain = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf(plain, "%s%s", plain->len > 0 ? " " : "", *word);
    g_assert_cmpstr(got, ==, strcmp(plain->str, "n/a") == 0 ? "" : plain->str);
}

static const char *first_text(JsonArray *texts)
{
    return json_array_get_length(texts) == 0 ? "" : json_array_get_string_element(texts, 0);
}

/* [scheme, value] pairs, the first of them. */
static const char *first_value(JsonArray *pairs)
{
    return json_array_get_length(pairs) == 0 ? ""
                                             : json_array_get_string_element(json_array_get_array_element(pairs, 0), 1);
}

static void assert_endpoint(const char *got, JsonObject *buyer)
{
    if (json_object_get_null_member(buyer, "endpoint")) {
        g_assert_cmpstr(got, ==, "");
        return;
    }
    JsonArray *pair = json_object_get_array_member(buyer, "endpoint");
    g_autofree char *expected =
        g_strconcat(json_array_get_string_element(pair, 0), ":", json_array_get_string_element(pair, 1), NULL);
    g_assert_cmpstr(got, ==, expected);
}

/* Our number of the customer is the one without a scheme. */
static void assert_number(const char *got, JsonArray *ids)
{
    const char *expected = "";
    for (guint i = 0; i < json_array_get_length(ids); i++) {
        JsonArray *pair = json_array_get_array_element(ids, i);
        if (json_array_get_null_element(pair, 0))
            expected = json_array_get_string_element(pair, 1);
    }
    g_assert_cmpstr(got, ==, expected);
}

static void assert_customer(const CustomerRecord *customer, JsonObject *buyer)
{
    const char *vat = first_text(json_object_get_array_member(buyer, "vat"));
    const char *company = first_value(json_object_get_array_member(buyer, "legalid"));
    assert_text(customer->name, text_of(buyer, "name"));
    assert_text(customer->contact, text_of(buyer, "contact"));
    g_assert_cmpstr(customer->vat, ==, *vat != '\0' ? vat : company);
    g_assert_cmpstr(customer->country, ==, text_of(buyer, "country"));
    g_assert_cmpstr(customer->phone, ==, text_of(buyer, "phone"));
    g_assert_cmpstr(customer->email, ==, text_of(buyer, "email"));
    assert_endpoint(customer->endpoint, buyer);
    assert_number(customer->number, json_object_get_array_member(buyer, "ids"));
}

static Cents minor_if_stated(const char *amount, const char *currency)
{
    return *amount != '\0' ? minor_of(amount, currency) : 0;
}

static void assert_money(const ItemRecord *item, JsonObject *facts)
{
    JsonObject *totals = json_object_get_object_member(facts, "totals");
    const char *currency = text_of(facts, "ccy");
    bool credit = strcmp(text_of(facts, "root"), "CreditNote") == 0;
    Cents open = minor_of(text_of(totals, "PayableAmount"), currency) * (credit ? -1 : 1);
    Cents amount = minor_of(text_of(totals, "TaxInclusiveAmount"), currency) +
                   minor_if_stated(text_of(totals, "PayableRoundingAmount"), currency);
    g_assert_cmpstr(item->currency, ==, currency);
    g_assert_cmpint(item->open, ==, open);
    g_assert_cmpint(item->amount, ==, credit ? -amount : amount);
    g_assert_cmpstr(item->kind, ==, open < 0 ? "credit_note" : "invoice");
}

/* The first payment reference whose check digits hold. */
static void assert_reference(const ItemRecord *item, JsonArray *means)
{
    const char *expected = "";
    for (guint i = 0; i < json_array_get_length(means); i++) {
        JsonObject *one = json_array_get_object_element(means, i);
        JsonArray *checks = json_object_get_array_member(one, "refcheck");
        for (guint r = 0; r < json_array_get_length(checks) && *expected == '\0'; r++)
            if (json_array_get_length(json_array_get_array_element(checks, r)) > 0)
                expected = json_array_get_string_element(json_object_get_array_member(one, "ref"), r);
    }
    g_assert_cmpstr(item->reference, ==, expected);
}

static void assert_collection(const ItemRecord *item, JsonArray *means)
{
    bool collected = false;
    for (guint i = 0; i < json_array_get_length(means); i++) {
        const char *code = text_of(json_array_get_object_element(means, i), "code");
        collected |= strcmp(code, "49") == 0 || strcmp(code, "59") == 0;
    }
    g_assert_true(day_known(item->collect_day) == (collected && item->open > 0));
    if (collected)
        g_assert_cmpint(item->collect_day.number, ==, item->due.number);
}

static void assert_applies_to(const ItemRecord *item, JsonArray *invoices)
{
    guint count = json_array_get_length(invoices);
    if (strcmp(item->kind, "credit_note") != 0 || count == 0) {
        g_assert_null(item->applies_to);
        return;
    }
    for (guint i = 0; i < count; i++)
        g_assert_cmpstr(item->applies_to[i], ==, json_array_get_string_element(invoices, i));
    g_assert_null(item->applies_to[count]);
}

/* What the words of the samples' terms say: days after issue of the due day where no day stands, then the discount. */
static const struct {
    const char *terms;
    int net_days, discount_days, percent;
} WORDS[] = {
    {"Payment within 10 days, 2% discount", -1, 10, 2},
    {"Payment within 30 days", 30, -1, 0},
    {"2 % discount if paid within 2 days\n            Penalty percentage 10% from due date", -1, 2, 2},
    {"50% prepaid, 50% within one month", -1, -1, 0},
    {"Enexis brengt wettelijke rente in rekening over te laat betaalde\n            facturen. Kijk voor informatie op "
     "www.enexis.nl/rentenota",
     -1, -1, 0},
    {"Penalty percentage 10% from due date", -1, -1, 0},
    {"Credit note", -1, -1, 0},
    {"", -1, -1, 0},
};

static void assert_terms(const ItemRecord *item, JsonObject *facts)
{
    const char *terms = first_text(json_object_get_array_member(facts, "terms")), *due = text_of(facts, "due");
    size_t at = 0;
    while (at < G_N_ELEMENTS(WORDS) && strcmp(WORDS[at].terms, terms) != 0)
        at++;
    g_assert_cmpuint(at, <, G_N_ELEMENTS(WORDS));
    if (*due != '\0')
        assert_day(item->due, due);
    else if (WORDS[at].net_days >= 0)
        g_assert_cmpint(day_minus(item->due, item->issued), ==, WORDS[at].net_days);
    else
        g_assert_false(day_known(item->due));
    bool discount = WORDS[at].discount_days >= 0 && item->open > 0;
    g_assert_true(day_known(item->discount_until) == discount);
    g_assert_cmpint(item->discount, ==, discount ? money_share(item->open, WORDS[at].percent, 100) : 0);
    if (discount)
        g_assert_cmpint(day_minus(item->discount_until, item->issued), ==, WORDS[at].discount_days);
}

static void assert_document(const char *listed, JsonObject *facts)
{
    g_autofree char *path = sample_file(listed);
    g_autoptr(Collected) got = collected_file(path, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "ubl");
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_cmpuint(got->items->len, ==, 1);
    const ItemRecord *item = &g_array_index(got->items, ItemRecord, 0);
    g_assert_true(item->document);
    g_assert_cmpstr(item->number, ==, text_of(facts, "id"));
    assert_day(item->issued, text_of(facts, "issue"));
    assert_text(item->own_reference,
                *text_of(facts, "order") != '\0' ? text_of(facts, "order") : text_of(facts, "buyerref"));
    assert_money(item, facts);
    assert_terms(item, facts);
    assert_customer(&item->customer, json_object_get_object_member(facts, "buyer"));
    JsonArray *means = json_object_get_array_member(facts, "means");
    assert_reference(item, means);
    assert_collection(item, means);
    assert_applies_to(item, json_object_get_array_member(facts, "billref"));
    JsonArray *attachments = json_object_get_array_member(facts, "attachments");
    g_assert_cmpstr(item->copy, ==,
                    json_array_get_length(attachments) == 0
                        ? ""
                        : json_array_get_string_element(json_array_get_array_element(attachments, 0), 0));
    g_autofree char *open = money_plain(item->open), *due = day_iso(item->due);
    g_test_message("%-70s %-11s %-15s %10s %s due %-10s %u warnings: as expected", listed + strlen("public/ubl/"),
                   item->kind, item->number, open, item->currency, due, got->warnings->len);
    collected_log(got);
}

static void test_documents(void)
{
    expected_walk("ubl.jsonl", 27, assert_document);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every invoice and credit note imports with the expected values", test_documents);
    return g_test_run();
}
