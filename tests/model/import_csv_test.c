/* Open-items and customer lists: one fixture for each header set, and what spreadsheets do to them. */
#include "import_collect.h"

#include <locale.h>

static char *fixture(const char *name)
{
    g_autofree char *data = g_path_get_dirname(g_getenv("BELRONDE_DATA"));
    return g_build_filename(data, "tests", "import", name, NULL);
}

/* One line for each item, so that a whole list can be read at a glance. */
static char *items_text(const Collected *got)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < got->items->len; i++) {
        const ItemRecord *item = &g_array_index(got->items, ItemRecord, i);
        g_autofree char *issued = day_iso(item->issued), *due = day_iso(item->due), *closed = day_iso(item->closed);
        g_autofree char *amount = money_plain(item->amount), *open = money_plain(item->open);
        g_string_append_printf(text, "%d %s|%s|%s %s|%s %s|%s %s %s|%s|%s|%s|%s\n", item->line, item->customer.number,
                               item->customer.name, item->kind, item->number, issued, due, amount, open, item->currency,
                               item->reference, item->own_reference, item->description, closed);
    }
    return g_string_free(text, FALSE);
}

static char *customers_text(const Collected *got)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < got->customers->len; i++) {
        const CustomerRecord *c = &g_array_index(got->customers, CustomerRecord, i);
        g_autofree char *limit = money_plain(c->credit_limit);
        g_string_append_printf(text, "%s|%s|%s|%s %s %s|%s|%s %d %s|%d%d%d|%s %s|%s|%s|%s\n", c->number, c->name,
                               c->kind, c->language, c->country, c->currency, c->vat, c->credit_limit < 0 ? "-" : limit,
                               c->terms_days, c->payment_class, c->stop_supply, c->prepay, c->restricted, c->contact,
                               c->role, c->phone, c->email, c->iban);
    }
    return g_string_free(text, FALSE);
}

static void assert_fixture(const char *name, const char *profile, const char *expected)
{
    g_autofree char *path = fixture(name), *bytes = NULL;
    gsize length = 0;
    g_autoptr(Collected) got = collected_file(path, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "csv");
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    ImportOptions options = {.profiles = collected_profiles(), .default_currency = "EUR"};
    g_assert_cmpstr(csv_profile_of((const guint8 *)bytes, length, &options), ==, profile);
    g_autofree char *items = items_text(got), *customers = customers_text(got);
    g_assert_cmpstr(got->items->len > 0 ? items : customers, ==, expected);
    g_assert_cmpuint(got->problems->len, ==, 0);
}

static const struct {
    const char *file, *profile, *expected;
} fixtures[] = {
    {"belronde.csv", "belronde",
     "2 00124|Bakkerij De Zon BV|invoice 2026-0001|2026-01-05 2026-02-04|1210.00 1210.00 EUR|010806817183|PO-7|Meel "
     "januari|\n"
     "3 00124|Bakkerij De Zon BV|credit_note 2026-0007|2026-01-20 |-121.00 -121.00 EUR|||Retour|\n"
     "4 00124|Bakkerij De Zon BV|invoice 2025-0990|2025-10-01 2025-10-31|300.00 0.00 EUR||||2025-11-12\n"
     "5 20|Total Belgium NV|invoice 2026-0001|2026-01-05 2026-02-04|1234.56 1000.00 EUR||||\n"},
    {"belronde-customers.csv", "belronde-customers",
     "00124|Bakkerij De Zon BV|business|nl BE EUR||5000.00 30 A|100|An Peeters accounts|052 44 18 "
     "07|boekhouding@dezon.example|BE96999000000101\n"
     "7|Gemeente Voorbeeld|public|nl NL ||- -1 |-1-1-1| |||\n"
     "8|Crème \"Glacée\" SRL||fr  USD||- 14 |-1-11|Jean Dupont management|||\n"},
    {"exact.csv", "exact",
     "2 0000010|Drukkerij Voorbeeld BV|invoice 26700012|2026-01-12 2026-02-11|1452.00 1452.00 EUR||||\n"
     "3 0000010|Drukkerij Voorbeeld BV|credit_note 26700013|2026-01-13 2026-02-12|-242.00 -242.00 EUR||||\n"
     "4 0000011|Sample Imports Ltd|invoice 26700014|2026-01-14 |1000.00 500.00 USD||||\n"
     "5 0000012|Kwekerij Fictief|credit_note 26700012|2026-01-15 2026-02-14|-12.00 -12.00 EUR||||\n"},
    {"exact-api.csv", "exact-api",
     "2 10|Drukkerij Voorbeeld BV|invoice 26700012|2026-01-12 2026-02-11|1452.50 1452.50 EUR||PO 55|Visitekaartjes, "
     "500 stuks|\n"
     "3 11|Sample Imports Ltd|payment 26200003|2026-01-30 2026-02-11|-200.00 -200.00 EUR|||Op rekening|\n"},
    {"odoo-journal-items.csv", "odoo",
     "2 Atelier Voorbeeld|Atelier Voorbeeld|invoice INV/2026/00001|2026-01-05 2026-02-04|1000.00 0.00 "
     "EUR||PO-1|INV/2026/00001|2026-01-20\n"
     "3 Atelier Voorbeeld|Atelier Voorbeeld|invoice INV/2026/00002|2026-01-06 2026-02-05|500.00 300.00 "
     "EUR|||INV/2026/00002|\n"
     "5 Boutique Exemple|Boutique Exemple|invoice INV/2026/00003|2026-01-07 2026-02-06|242.00 0.00 "
     "EUR|||INV/2026/00003|2026-02-01\n"
     "7 Sample Imports Ltd|Sample Imports Ltd|invoice INV/2026/00004|2026-01-08 2026-02-07|1000.00 1000.00 "
     "USD|||INV/2026/00004|\n"
     "8 Boutique Exemple|Boutique Exemple|credit_note RINV/2026/00001|2026-01-09 2026-01-09|-50.00 -50.00 "
     "EUR|||RINV/2026/00001|\n"},
    {"odoo-technical.csv", "odoo",
     "2 Atelier Voorbeeld|Atelier Voorbeeld|invoice INV/2026/00001|2026-01-05 2026-02-04|1000.00 250.00 "
     "EUR|||INV/2026/00001|\n"},
    {"odoo-partners.csv", "odoo-partners",
     "Atelier Voorbeeld|Atelier Voorbeeld|| BE |BE0403019261|- -1 |-1-1-1| |+32 52 44 18 "
     "07|accounts@voorbeeld.example|\n"},
    {"e-boekhouden.csv", "e-boekhouden",
     "2 K001|Garage Voorbeeld|invoice F2026-001|2026-01-05 2026-02-04|1234.56 1234.56 EUR||||\n"
     "3 K001|Garage Voorbeeld|credit_note F2026-002|2026-01-06 2026-02-05|-1234.56 -1234.56 EUR||||\n"
     "5 K002|Slagerij Fictief|invoice F2026-003|2026-01-31 2026-03-02|10.00 2.50 EUR||||\n"},
    {"snelstart.csv", "snelstart",
     "2 1001|Timmerbedrijf Voorbeeld|invoice 2026001|2026-01-05 2026-02-04|605.00 605.00 EUR||||\n"
     "3 1001|Timmerbedrijf Voorbeeld|invoice 2026002|2026-01-06 2026-02-05|100.00 100.00 EUR||||\n"
     "4 1001|Timmerbedrijf Voorbeeld|invoice 2,02401E+12|2026-01-06 2026-02-05|50.00 50.00 EUR||||\n"
     "5 1002|Fietsen Fictief|payment 2026-01-10 -75.00|2026-01-10 |-75.00 -75.00 EUR||||\n"},
    {"moneybird.csv", "moneybird",
     "2 4711|Studio Voorbeeld|invoice 2026-0001|2026-01-05 2026-01-19|605.00 605.00 EUR||||\n"
     "3 4711|Studio Voorbeeld|credit_note 2026-0002|2026-01-06 2026-01-20|-121.00 -121.00 EUR||||\n"},
    {"yuki.csv", "yuki",
     "2 Kapper Voorbeeld|Kapper Voorbeeld|invoice 2026101|2026-01-05 2026-02-04|99.50 99.50 EUR|||Knippen|\n"},
    {"dutch.csv", "dutch",
     "4 001|Zaak Eén|invoice 1001|2025-12-01 2025-12-31|1000.00 1000.00 EUR||||\n"
     "5 002|Zaak Twee|invoice 1001|2025-12-02 2026-01-01|250.00 250.50 EUR||||\n"
     "6 003|Zaak Drie|credit_note 1002|2025-12-02 2026-01-01|-10.00 -10.00 EUR||||\n"},
    {"french.csv", "french",
     "2 C1|Épicerie Exemple|invoice F-1|2026-01-15 2026-02-14|1210.00 1210.00 EUR|010806817183|||\n"},
    {"twinfield.csv", "twinfield",
     "2 1000|Drukkerij Voorbeeld BV|invoice 26-0012|2026-01-12 2026-02-11|1452.00 1000.00 EUR|||Visitekaartjes|\n"
     "3 1001|Sample Imports Ltd|invoice 26-0013|2026-01-13 2026-02-12|1000.00 1000.00 USD||||\n"
     "4 1000|Drukkerij Voorbeeld BV|credit_note 26-0014|2026-01-14 2026-02-13|-121.00 -121.00 EUR|||Retour|\n"
     "6 1001|Sample Imports Ltd|payment 202600003|2026-02-02 |-75.00 -75.00 EUR|||Op rekening|\n"},
    {"odoo-invoices.csv", "odoo-invoices",
     "2 Atelier Voorbeeld|Atelier Voorbeeld|invoice INV/2026/00001|2026-01-05 2026-02-04|1210.00 1000.00 "
     "EUR|010806817183|PO-1||\n"
     "3 Sample Imports Ltd|Sample Imports Ltd|invoice INV/2026/00002|2026-01-06 2026-02-05|1000.00 500.00 "
     "USD|INV/2026/00002|||\n"
     "4 Atelier Voorbeeld|Atelier Voorbeeld|credit_note RINV/2026/00001|2026-01-07 2026-01-07|-121.00 -121.00 "
     "EUR||||\n"},
    {"odoo-invoices-due.csv", "odoo-invoices-due",
     "2 Atelier Voorbeeld|Atelier Voorbeeld|invoice INV/2026/00001|2026-01-05 2026-02-04|1210.00 1000.00 EUR||||\n"
     "3 Sample Imports Ltd|Sample Imports Ltd|invoice INV/2026/00002|2026-01-06 2026-02-05|1000.00 500.00 USD||||\n"
     "4 Atelier Voorbeeld|Atelier Voorbeeld|credit_note RINV/2026/00001|2026-01-07 2026-01-07|-121.00 -121.00 "
     "EUR||||\n"},
    {"octopus.csv", "dutch",
     "2 17|Zaak Eén BV|invoice 2026/12|2026-01-05 2026-02-04|1210.00 1210.00 EUR||PO 7||\n"
     "3 17|Zaak Eén BV|credit_note 2026/13|2026-01-06 2026-02-05|-121.00 -121.00 EUR||||\n"
     "4 18|Zaak Twee|payment 2026/3|2026-01-07 |-75.00 -75.00 EUR||||\n"},
    {"winbooks-nl.csv", "dutch",
     "2 ZAAKEEN|Zaak Eén|invoice 20260012|2026-01-05 2026-02-04|1210.00 1000.00 EUR|010806817183||Levering "
     "januari|\n"
     "3 ZAAKTWEE|Zaak Twee|credit_note 20260013|2026-01-06 2026-02-05|-121.00 -121.00 EUR||||\n"},
    {"winbooks-fr.csv", "french",
     "2 ZAAKEEN|Épicerie Exemple|invoice 20260012|2026-01-05 2026-02-04|1210.00 1000.00 "
     "EUR|010806817183||Livraison|\n"},
    {"bob-nl.csv", "dutch",
     "2 C00012|Zaak Eén|invoice 260012|2026-01-05 2026-02-04|1210.00 1210.00 EUR|010806817183|||\n"
     "3 C00013|Zaak Twee|credit_note 260013|2026-01-06 2026-02-05|-121.00 -121.00 EUR||||\n"},
    {"bob-fr.csv", "french",
     "2 C00012|Épicerie Exemple|invoice 260012|2026-01-05 2026-02-04|1210.00 1210.00 EUR|010806817183|||\n"
     "3 C00013|Boutique Exemple|credit_note 260013|2026-01-06 2026-02-05|-121.00 -121.00 EUR||||\n"},
    {"dutch-dotted.csv", "dutch",
     "3 00012|Kwekerij Fictief|invoice F-26.001|2026-01-05 2026-02-04|605.00 605.00 EUR|5000056789012345||Planten|\n"
     "4 00013|Total Bouw|invoice F-26.002|2026-01-06 2026-02-05|1100.00 100.00 EUR||||\n"},
};

static void test_fixtures(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(fixtures); i++) {
        g_test_message("%s is read by the profile %s", fixtures[i].file, fixtures[i].profile);
        assert_fixture(fixtures[i].file, fixtures[i].profile, fixtures[i].expected);
    }
}

static void test_canonical_customer(void)
{
    g_autofree char *path = fixture("belronde.csv");
    g_autoptr(Collected) got = collected_file(path, "belronde");
    const CustomerRecord *c = &g_array_index(got->items, ItemRecord, 0).customer;
    g_assert_cmpstr(c->street, ==, "Kerkstraat 1");
    g_assert_cmpstr(c->postcode, ==, "9300");
    g_assert_cmpstr(c->city, ==, "Aalst");
    g_assert_cmpstr(c->vat, ==, "BE 0403.019.261");
    g_assert_cmpint(c->credit_limit, ==, 500000);
    g_assert_cmpint(c->terms_days, ==, 30);
    g_assert_cmpstr(c->payment_class, ==, "B");
    g_assert_cmpstr(c->agent, ==, "sofie");
    g_assert_cmpint(c->stop_supply, ==, 0);
    g_assert_cmpstr(c->phone2, ==, "0470 12 34 56");
    g_assert_cmpstr(c->reach, ==, "mon-thu 09:00-16:00");
    g_assert_cmpstr(c->iban, ==, "BE96999000000101");
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 1).customer.credit_limit, ==, -1);
}

/* ---- what must survive ---- */

#define HEADER "customer_number;customer_name;invoice_number;due_date;open_amount\n"

static void test_only_the_needed_columns(void)
{
    g_autoptr(Collected) got = collected_text(HEADER "7;Zaak;F1;2026-02-04;12,50\n", NULL);
    g_autofree char *items = items_text(got);
    g_assert_cmpstr(items, ==, "2 7|Zaak|invoice F1| 2026-02-04|12.50 12.50 EUR||||\n");
}

static void test_bad_rows_are_listed(void)
{
    g_autoptr(Collected) got = collected_text(HEADER "7;Zaak;F1;31-02-2026;12,50\n"
                                                     "7;Zaak;F2;;twaalf\n"
                                                     ";;F3;;12,50\n"
                                                     "7;Zaak;;;12,50\n"
                                                     "7;Zaak;F4;;\n"
                                                     "7;Zaak;F5;;1,00;te veel\n"
                                                     "7;Zaak;F6;;1,00\n"
                                                     "7;Zaak;F6;;1,00\n",
                                              NULL);
    g_assert_no_error(got->error);
    g_assert_true(collected_listed(got, 2, "due date"));
    g_assert_true(collected_listed(got, 3, "amount"));
    g_assert_true(collected_listed(got, 4, "names no customer"));
    g_assert_true(collected_listed(got, 5, "no invoice number"));
    g_assert_true(collected_listed(got, 6, "no open amount"));
    g_assert_true(collected_listed(got, 7, "more cells"));
    g_assert_true(collected_listed(got, 9, "very same row"));
    g_assert_cmpuint(got->problems->len, ==, 7);
    g_assert_cmpuint(got->items->len, ==, 1);
    g_assert_cmpstr(g_array_index(got->problems, CollectedRemark, 1).raw, ==, "7;Zaak;F2;;twaalf");
}

static void test_instalments_keep_their_parts(void)
{
    g_autoptr(Collected) got =
        collected_text(HEADER "7;Zaak;F1;2026-02-04;10\n7;Zaak;F1;2026-03-04;10\n8;Ander;F1;2026-02-04;10\n", NULL);
    g_autofree char *items = items_text(got);
    g_assert_cmpstr(items, ==,
                    "2 7|Zaak|invoice F1| 2026-02-04|10.00 10.00 EUR||||\n"
                    "3 7|Zaak|invoice F1| 2026-03-04|10.00 10.00 EUR||||\n"
                    "4 8|Ander|invoice F1| 2026-02-04|10.00 10.00 EUR||||\n");
    g_assert_cmpuint(got->problems->len, ==, 0);
}

static void test_amounts(void)
{
    static const struct {
        const char *cell;
        Cents minor;
    } rows[] = {
        {"1.234,56", 123456},     {"1.234,56-", -123456}, {"-1.234,56", -123456}, {"(1.234,56)", -123456},
        {"€ 12,00", 1200},        {"12,00 €", 1200},      {"EUR 12,00", 1200},    {"1 234,56", 123456},
        {"2,02401E+5", 20240100}, {"12,5", 1250},         {"1210.50", 121050},    {"12", 1200},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf(HEADER "7;Zaak;F0;;1,00\n7;Zaak;F1;;%s\n", rows[i].cell);
        g_autoptr(Collected) got = collected_text(text, NULL);
        collected_log(got);
        g_assert_cmpuint(got->items->len, ==, 2);
        g_assert_cmpint(g_array_index(got->items, ItemRecord, 1).open, ==, rows[i].minor);
        g_assert_cmpstr(g_array_index(got->items, ItemRecord, 1).kind, ==,
                        rows[i].minor < 0 ? "credit_note" : "invoice");
    }
}

static void test_days(void)
{
    static const struct {
        const char *cell, *iso;
    } rows[] = {
        {"15-01-2026", "2026-01-15"},
        {"15/1/26", "2026-01-15"},
        {"15.01.2026", "2026-01-15"},
        {"2026-01-15", "2026-01-15"},
        {"20260115", "2026-01-15"},
        {"15012026", "2026-01-15"},
        {"15 jan 2026", "2026-01-15"},
        {"15-mrt.-26", "2026-03-15"},
        {"3 août 2026", "2026-08-03"},
        {"2026-01-15T00:00:00", "2026-01-15"},
        {"15-01-2026 00:00", "2026-01-15"},
        {"46037", "2026-01-15"},
        {"", ""},
        {"00-00-0000", ""},
        {"Jan 15, 2026", "2026-01-15"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf(HEADER "7;Zaak;F1;%s;1,00\n", rows[i].cell);
        g_autoptr(Collected) got = collected_text(text, NULL);
        collected_log(got);
        g_assert_cmpuint(got->items->len, ==, 1);
        g_autofree char *due = day_iso(g_array_index(got->items, ItemRecord, 0).due);
        g_assert_cmpstr(due, ==, rows[i].iso);
    }
    static const char *const wrong[] = {"31-02-2026", "13/25/2026", "morgen",    "15-01",
                                        "1-2-3-4",    "99999",      "15-01-0026"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree char *text = g_strdup_printf(HEADER "7;Zaak;F1;%s;1,00\n", wrong[i]);
        g_autoptr(Collected) got = collected_text(text, NULL);
        g_assert_true(collected_listed(got, 2, "due date"));
    }
}

static void test_identities(void)
{
    g_autoptr(Collected) got = collected_text(HEADER "0007;Zaak;=\"000123\";;1,00\n"
                                                     "0007;Zaak;'-12;;1,00\n"
                                                     "0007;Zaak;2,02401E+12;;1,00\n"
                                                     "0007;Zaak;2,024E+3;;1,00\n",
                                              NULL);
    static const char *const expected[] = {"000123", "-12", "2,02401E+12", "2024"};
    g_assert_cmpuint(got->items->len, ==, G_N_ELEMENTS(expected));
    for (guint i = 0; i < got->items->len; i++) {
        g_assert_cmpstr(g_array_index(got->items, ItemRecord, i).number, ==, expected[i]);
        g_assert_cmpstr(g_array_index(got->items, ItemRecord, i).customer.number, ==, "0007");
    }
    g_assert_true(collected_warned(got, "Excel has rounded 2,02401E+12"));
    g_assert_cmpuint(got->warnings->len, ==, 1);
}

static void test_quotes(void)
{
    g_autoptr(Collected) got = collected_text(HEADER "7;\"Zaak\r\nop twee; regels\";F1;;1,00\r\n"
                                                     "8;\"5\"\" buis\";F2;;2,00;;;\r\n"
                                                     "9;\"nooit dicht;F3;;3,00\r\n"
                                                     "10;Ander;F4;;4,00\r\n",
                                              NULL);
    g_assert_cmpuint(got->items->len, ==, 3);
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).customer.name, ==, "Zaak op twee; regels");
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 1).customer.name, ==, "5\" buis");
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 1).line, ==, 4);
    g_assert_true(collected_listed(got, 5, "never closed"));
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 2).number, ==, "F4");
}

static void test_line_ends(void)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *text =
            g_strjoin(ends[i], "Open items", "customer_number,customer_name,invoice_number,due_date,open_amount",
                      "7,Zaak,F1,,1.00", "", "8,Ander,F2,,2.00", NULL);
        g_autoptr(Collected) got = collected_text(text, NULL);
        g_assert_cmpuint(got->items->len, ==, 2);
        g_assert_cmpint(g_array_index(got->items, ItemRecord, 1).line, ==, 5);
    }
}

static void test_charsets(void)
{
    static const char *const charsets[] = {"UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8-BOM"};
    const char *text = HEADER "7;Crème €uro Brûlée;F1;;€ 1,00\n";
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        bool marked = strcmp(charsets[i], "UTF-8-BOM") == 0;
        g_autofree char *marked_text = g_strconcat("\xef\xbb\xbf", text, NULL);
        gsize length = 0;
        g_autofree char *bytes =
            marked ? g_strdup(marked_text) : g_convert(text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
        g_autoptr(Collected) got = collected_bytes(bytes, marked ? strlen(bytes) : length, NULL);
        collected_log(got);
        g_assert_cmpuint(got->items->len, ==, 1);
        g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).customer.name, ==, "Crème €uro Brûlée");
        g_assert_cmpuint(got->warnings->len, ==, 0);
    }
}

static void test_foreign_text_is_cleaned(void)
{
    g_autoptr(Collected) got = collected_text(HEADER "7;Zaak\x1b[31m\xe2\x80\xae rood;F\x07"
                                                     "1;;1,00\n",
                                              NULL);
    g_assert_cmpuint(got->items->len, ==, 1);
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).customer.name, ==, "Zaak?[31m? rood");
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).number, ==, "F?1");
}

static void test_debit_and_credit(void)
{
    g_autoptr(Collected) got = collected_text("Klantnr;Klant;Factuurnr;Vervaldatum;Debet;Credit;Saldo\n"
                                              "1;Zaak;F1;;100,00;;40,00\n1;Zaak;C1;;;25,00;-25,00\n",
                                              NULL);
    g_autofree char *items = items_text(got);
    g_assert_cmpstr(items, ==,
                    "2 1|Zaak|invoice F1| |100.00 40.00 EUR||||\n3 1|Zaak|credit_note C1| |-25.00 -25.00 EUR||||\n");
}

#define ODOO                                                                                                           \
    "Number,Journal,Date,Account,Partner,Debit,Credit,Amount in Currency,Currency,Company Currency,Due Date,Matching " \
    "#,Status\n"

/* Paid in the invoice's own money the rest is in that money; else only the books know the rest. */
static void test_matches_in_foreign_money(void)
{
    g_autoptr(Collected) same = collected_text(
        ODOO "F1,Customer Invoices,2026-01-05,400000,Zaak,92.00,0.00,100.00,USD,EUR,2026-02-04,P1,Posted\n"
             "B1,Bank,2026-01-20,400000,Zaak,0.00,27.60,-30.00,USD,EUR,2026-01-20,P1,Posted\n",
        NULL);
    g_autofree char *own = items_text(same);
    g_assert_cmpstr(own, ==, "2 Zaak|Zaak|invoice F1|2026-01-05 2026-02-04|100.00 70.00 USD||||\n");
    g_autoptr(Collected) other = collected_text(
        ODOO "F1,Customer Invoices,2026-01-05,400000,Zaak,92.00,0.00,100.00,USD,EUR,2026-02-04,P1,Posted\n"
             "B1,Bank,2026-01-20,400000,Zaak,0.00,27.60,-27.60,EUR,EUR,2026-01-20,P1,Posted\n",
        NULL);
    g_autofree char *books = items_text(other);
    g_assert_cmpstr(books, ==, "2 Zaak|Zaak|invoice F1|2026-01-05 2026-02-04|92.00 64.40 EUR||||\n");
}

static void test_profile_by_name(void)
{
    g_autofree char *path = fixture("snelstart.csv");
    g_autoptr(Collected) wrong = collected_file(path, "exact");
    g_assert_error(wrong->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(wrong->error->message, "invoice_number"));
    g_assert_nonnull(strstr(wrong->error->message, "Boekstuk"));
    g_autoptr(Collected) unknown = collected_file(path, "nobody");
    g_assert_nonnull(strstr(unknown->error->message, "there are belronde, "));
    g_autoptr(Collected) right = collected_file(path, "snelstart");
    g_assert_no_error(right->error);
    g_assert_cmpuint(right->items->len, ==, 4);
}

static void test_own_profile(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini =
        ini_parse("import.ini",
                  "[csv.mine]\nlabel = \"Mine\"\ndelimiter = bar\ndecimal = comma\ndays = mdy\n"
                  "owed = negative\ncredits = signed\ncharset = cp850\n"
                  "needs = \"customer_name invoice_number open_amount\"\ntotals = \"som*\"\n"
                  "[csv.mine.columns]\ncustomer_name = \"Wie\"\ninvoice_number = \"Wat\"\n"
                  "open_amount = \"Hoeveel\"\ndue_date = \"Wanneer\"\nitem_kind = \"Soort\"\n"
                  "[csv.mine.kinds]\ncredit_note = \"tegoed\"\n[csv.mine.rows]\ninvoice_number = \"!X*\"\n",
                  &error);
    g_assert_no_error(error);
    g_autofree char *path = NULL;
    g_assert_cmpint(g_close(g_file_open_tmp("belronde-own-XXXXXX", &path, NULL), NULL), ==, TRUE);
    /* \x82 is é in code page 850. */
    g_assert_true(g_file_set_contents(path,
                                      "wie|WAT.|hoeveel|Wanneer|soort\nCaf\x82|1|-1,50|02/14/2026|\n"
                                      "Caf\x82|2|0,50|02/14/2026|tegoed\nWeg|X3|-9||\nSom||-2||\n",
                                      -1, NULL));
    g_autoptr(Collected) got = collected_new();
    ImportOptions options = {.profiles = ini, .default_currency = "EUR", .profile = "mine"};
    const ImportFormat *format = import_recognise(path, &options, &error);
    g_assert_no_error(error);
    g_assert_true(format->read(path, &options, &got->sink, &error));
    g_assert_no_error(error);
    g_autofree char *items = items_text(got);
    g_assert_cmpstr(items, ==,
                    "2 Café|Café|invoice 1| 2026-02-14|1.50 1.50 EUR||||\n"
                    "3 Café|Café|credit_note 2| 2026-02-14|-0.50 -0.50 EUR||||\n");
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_true(collected_warned(got, "1 row was left out"));
    g_unlink(path);
}

static void test_broken_profiles(void)
{
    static const struct {
        const char *text, *part;
    } rows[] = {
        {"[csv.a]\nlabel = A\nneeds = \"customer_name\"\n", "import.ini:1: [csv.a]: a column that is needed"},
        {"[csv.a]\nlabel = A\n", "which columns it needs"},
        {"[csv.a]\nneeds = \"customer_name\"\n[csv.a.columns]\ncustomer_name = X\n", "has a label"},
        {"[csv.a]\nlabel = A\nneeds = \"custmer\"\n", "import.ini:3: needs = custmer"},
        {"[csv.a]\ncolour = red\n", "import.ini:2: colour = red: no such key"},
        {"[csv.a]\ndecimal = dot\n", "write auto, comma or point"},
        {"[csv.a]\ndelimiter = point\n", "write auto, comma, semicolon, tab or bar"},
        {"[csv.a]\ncharset = klingon\n", "write auto or a charset"},
        {"[csv.a]\nlike = b\n", "import.ini:2: like = b"},
        {"[csv.a.columns]\nnobody = X\n[csv.a]\nlabel = A\n", "import.ini:2: nobody = X: no such field"},
        {"[csv.a]\nlabel = A\n[csv.a.kinds]\nrefund = X\n", "write invoice, credit_note or payment"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Ini) ini = ini_parse("import.ini", rows[i].text, &error);
        g_assert_no_error(error);
        ImportOptions options = {.profiles = ini, .default_currency = "EUR"};
        g_autofree char *path = fixture("yuki.csv");
        g_assert_null(import_recognise(path, &options, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_test_message("%s", error->message);
        g_assert_nonnull(strstr(error->message, rows[i].part));
    }
}

static void test_shipped_profiles(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(import_profiles_check(collected_profiles(), &error));
    g_assert_no_error(error);
}

static void test_currencies(void)
{
    static const struct {
        const char *cell, *code;
    } rows[] = {{"EUR", "EUR"}, {"eur", "EUR"},  {"€", "EUR"},   {"£", "GBP"},
                {"$", "USD"},   {"Euro", "EUR"}, {"JPY", "JPY"}, {"", "EUR"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf(
            "customer_number;customer_name;invoice_number;due_date;open_amount;currency\n7;Zaak;F1;;12,00;%s\n"
            "7;Zaak;F2;;12,00;¥¥\n",
            rows[i].cell);
        g_autoptr(Collected) got = collected_text(text, NULL);
        g_assert_cmpuint(got->items->len, ==, 1);
        const ItemRecord *item = &g_array_index(got->items, ItemRecord, 0);
        g_assert_cmpstr(item->currency, ==, rows[i].code);
        g_assert_cmpint(item->open, ==, strcmp(rows[i].code, "JPY") == 0 ? 12 : 1200);
        g_assert_true(collected_listed(got, 3, "currency"));
    }
}

static void test_stop(void)
{
    g_autofree char *path = fixture("snelstart.csv");
    g_autoptr(Collected) got = collected_new();
    got->stop_after = 2;
    collected_read(got, path, NULL);
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_assert_cmpuint(got->items->len, ==, 2);
}

/* 100,000 rows; the target of the trade is two seconds, and memory stays at the size of the numbers seen. */
static void test_large(void)
{
    GString *text = g_string_new(HEADER);
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(text, "%05d;Zaak %d;F%d;2026-02-04;%d,50\n", i % 900, i % 900, i, i);
    g_autoptr(Collected) got = collected_bytes(text->str, text->len, NULL);
    g_string_free(text, TRUE);
    g_assert_cmpuint(got->items->len, ==, 20000);
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 19999).open, ==, 1999950);
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 19999).line, ==, 20001);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lists/each package's list is recognised by its header and read", test_fixtures);
    g_test_add_func("/lists/our own list fills the customer, too", test_canonical_customer);
    g_test_add_func("/lists/five columns are enough", test_only_the_needed_columns);
    g_test_add_func("/lists/a bad row is listed with its line and stops nothing", test_bad_rows_are_listed);
    g_test_add_func("/lists/instalments of one invoice are all kept, each customer has its own numbers",
                    test_instalments_keep_their_parts);
    g_test_add_func("/lists/amounts in every spelling of the trade", test_amounts);
    g_test_add_func("/lists/days in every spelling of the trade", test_days);
    g_test_add_func("/lists/numbers keep their zeros and Excel's damage is told", test_identities);
    g_test_add_func("/lists/quoted line breaks survive, an open quote costs one row", test_quotes);
    g_test_add_func("/lists/every kind of line end", test_line_ends);
    g_test_add_func("/lists/every charset a spreadsheet saves", test_charsets);
    g_test_add_func("/lists/escape sequences never pass", test_foreign_text_is_cleaned);
    g_test_add_func("/lists/debit and credit make the amount", test_debit_and_credit);
    g_test_add_func("/lists/matches in foreign money keep to one money", test_matches_in_foreign_money);
    g_test_add_func("/lists/a profile asked for by name says what is missing", test_profile_by_name);
    g_test_add_func("/lists/a house writes its own profile", test_own_profile);
    g_test_add_func("/lists/every shipped profile is sound", test_shipped_profiles);
    g_test_add_func("/lists/currencies by code, word or sign", test_currencies);
    g_test_add_func("/lists/a broken profile is named with its line", test_broken_profiles);
    g_test_add_func("/lists/the reader stops when told to", test_stop);
    g_test_add_func("/lists/twenty thousand rows", test_large);
    return g_test_run();
}
