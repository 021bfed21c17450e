/* Audit files of Dutch ledgers: customers, open items added up from the subledgers, and what is told of files that
 * hold none. */
#include "import_collect.h"

#include <locale.h>

#define V32    "http://www.auditfiles.nl/XAF/3.2"
#define V40    "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0"
#define HEADER "<header><fiscalYear>2026</fiscalYear><endDate>2026-12-31</endDate><curCode>EUR</curCode></header>"
#define PARTY(id, name, type, rest)                                                                                    \
    "<customerSupplier><custSupID>" id "</custSupID><custSupName>" name "</custSupName>" rest "<custSupTp>" type       \
    "</custSupTp></customerSupplier>"
#define PARTIES              PARTY("C1", "Bakker", "C", "") PARTY("C2", "Slager", "B", "") PARTY("S1", "Groothandel", "S", "")
#define AMOUNT(side, amount) "<amnt>" amount "</amnt><amntTp>" side "</amntTp>"
#define LINE(party, number, side, amount, rest)                                                                        \
    "<sbLine><nr>1</nr><custSupID>" party "</custSupID><invRef>" number "</invRef>" AMOUNT(side, amount) rest          \
        "</sbLine>"
#define INVOICE(party, number, amount, due)                                                                            \
    LINE(party, number, "D", amount, "<mutTp>I</mutTp><invDt>2026-01-05</invDt><invDueDt>" due "</invDueDt>")
#define PAID(party, number, amount) LINE(party, number, "C", amount, "<mutTp>P</mutTp><docRef>B7</docRef>")
#define SUBLEDGER(type, lines)      "<subledger><sbType>" type "</sbType><sbDesc>A/R</sbDesc>" lines "</subledger>"

static char *file_text(const char *uri, const char *parties, const char *opening, const char *subledgers)
{
    return g_strconcat("<?xml version='1.0' encoding='UTF-8'?><auditfile xmlns='", uri,
                       "'>" HEADER "<company><companyName>Wij</companyName><customersSuppliers>", parties,
                       "</customersSuppliers><openingBalance><obSubledgers>", opening,
                       "</obSubledgers></openingBalance><transactions><subledgers>", subledgers,
                       "</subledgers></transactions></company></auditfile>", NULL);
}

static Collected *read_all(const char *uri, const char *parties, const char *opening, const char *subledgers)
{
    g_autofree char *text = file_text(uri, parties, opening, subledgers);
    Collected *got = collected_text(text, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "xaf");
    return got;
}

static Collected *read_lines(const char *lines)
{
    g_autofree char *subledger = g_strconcat("<subledger><sbType>CU</sbType>", lines, "</subledger>", NULL);
    return read_all(V32, PARTIES, "", subledger);
}

/* "C1 invoice F1 due amount open; …" */
static char *items_words(const Collected *got)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < got->items->len; i++) {
        const ItemRecord *item = &g_array_index(got->items, ItemRecord, i);
        g_autofree char *due = day_iso(item->due), *amount = money_plain(item->amount), *open = money_plain(item->open);
        g_string_append_printf(words, "%s%s %s %s %s %s %s %s", i > 0 ? "; " : "", item->customer.number, item->kind,
                               item->number, due, amount, open, item->currency);
    }
    return g_string_free(words, FALSE);
}

static void assert_items(const Collected *got, const char *expected)
{
    g_autofree char *words = items_words(got);
    g_assert_cmpstr(words, ==, expected);
}

/* ---- sums ---- */

static void test_sums(void)
{
    static const struct {
        const char *lines, *items;
    } rows[] = {
        {INVOICE("C1", "F1", "100.00", "2026-02-04"), "C1 invoice F1 2026-02-04 100.00 100.00 EUR"},
        {INVOICE("C1", "F1", "100.00", "2026-02-04") PAID("C1", "F1", "30.00"),
         "C1 invoice F1 2026-02-04 100.00 70.00 EUR"},
        {PAID("C1", "F1", "30.00") INVOICE("C1", "F1", "100.00", "2026-02-04"),
         "C1 invoice F1 2026-02-04 100.00 70.00 EUR"},
        {INVOICE("C1", "F1", "100.00", "2026-02-04") PAID("C1", "F1", "100.00"), ""},
        /* paid back: open again; paid twice: on account */
        {INVOICE("C1", "F1", "100.00", "2026-02-04") PAID("C1", "F1", "100.00")
             LINE("C1", "F1", "D", "100.00", "<mutTp>P</mutTp>"),
         "C1 invoice F1 2026-02-04 100.00 100.00 EUR"},
        {INVOICE("C1", "F1", "100.00", "2026-02-04") PAID("C1", "F1", "100.00") PAID("C1", "F1", "100.00"),
         "C1 payment F1  -100.00 -100.00 EUR"},
        /* the same number at two customers */
        {INVOICE("C1", "F1", "1.00", "2026-02-04") INVOICE("C2", "F1", "2.00", "2026-02-05"),
         "C1 invoice F1 2026-02-04 1.00 1.00 EUR; C2 invoice F1 2026-02-05 2.00 2.00 EUR"},
        /* two terms, the first is paid first */
        {INVOICE("C1", "F1", "50.00", "2026-02-04") INVOICE("C1", "F1", "50.00", "2026-03-04")
             PAID("C1", "F1", "60.00"),
         "C1 invoice F1 2026-03-04 50.00 40.00 EUR"},
        /* credit note by itself, and one that names its invoice */
        {LINE("C1", "K1", "C", "20.00", "<mutTp>I</mutTp><invDt>2026-01-05</invDt>"),
         "C1 credit_note K1  -20.00 -20.00 EUR"},
        {INVOICE("C1", "F1", "100.00", "2026-02-04") LINE("C1", "F1", "C", "20.00", "<mutTp>I</mutTp>"),
         "C1 invoice F1 2026-02-04 100.00 80.00 EUR"},
        /* no word for the kind of line */
        {LINE("C1", "F1", "D", "100.00", "") LINE("C1", "F1", "C", "40.00", ""), "C1 invoice F1  100.00 60.00 EUR"},
        /* a minus before the amount, a decimal comma, three letters of nothing */
        {LINE("C1", "F1", "C", "-100.00", "<mutTp>I</mutTp>"), "C1 invoice F1  100.00 100.00 EUR"},
        {LINE("C1", "F1", "D", "1.234,50", "<mutTp>I</mutTp>"), "C1 invoice F1  1234.50 1234.50 EUR"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_lines(rows[i].lines);
        assert_items(got, rows[i].items);
        g_assert_cmpuint(got->problems->len, ==, 0);
    }
}

#define MATCHED(key) "<matchKeyID>" key "</matchKeyID>"

static void test_payments_without_invoice(void)
{
    static const struct {
        const char *lines, *items;
    } rows[] = {
        {PAID("C1", "0", "30.00"), "C1 payment B7  -30.00 -30.00 EUR"},
        {PAID("C1", "", "30.00") PAID("C1", "000", "5.00"), "C1 payment B7  -35.00 -35.00 EUR"},
        {PAID("C1", "0", "30.00") PAID("C2", "0", "5.00"),
         "C1 payment B7  -30.00 -30.00 EUR; C2 payment B7  -5.00 -5.00 EUR"},
        {LINE("C1", "0", "C", "30.00", ""), "C1 payment 1  -30.00 -30.00 EUR"},
        {LINE("C1", "0", "D", "30.00", "<trNr>77</trNr>"), "C1 invoice 77  30.00 30.00 EUR"},
        /* matched: against its invoices, the rest on account */
        {LINE("C1", "F1", "D", "100.00", "<mutTp>I</mutTp>" MATCHED("M1"))
             LINE("C1", "0", "C", "40.00", "<mutTp>P</mutTp>" MATCHED("M1")),
         "C1 invoice F1  100.00 60.00 EUR"},
        {LINE("C1", "0", "C", "130.00", "<mutTp>P</mutTp><docRef>B9</docRef>" MATCHED("M1"))
             LINE("C1", "F1", "D", "100.00", "<mutTp>I</mutTp>" MATCHED("M1"))
                 LINE("C1", "F2", "D", "20.00", "<mutTp>I</mutTp>" MATCHED("M1")),
         "C1 payment B9  -10.00 -10.00 EUR"},
        /* another customer's key is another key */
        {LINE("C1", "F1", "D", "100.00", "<mutTp>I</mutTp>" MATCHED("M1"))
             LINE("C2", "0", "C", "40.00", "<mutTp>P</mutTp>" MATCHED("M1")),
         "C1 invoice F1  100.00 100.00 EUR; C2 payment 1  -40.00 -40.00 EUR"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_lines(rows[i].lines);
        assert_items(got, rows[i].items);
    }
}

#define USD(amount) "<currency><curCode>USD</curCode><curAmnt>" amount "</curAmnt></currency>"

static void test_other_currencies(void)
{
    static const struct {
        const char *lines, *items;
    } rows[] = {
        {LINE("C1", "F1", "D", "92.00", "<mutTp>I</mutTp>" USD("100.00")), "C1 invoice F1  100.00 100.00 USD"},
        {LINE("C1", "F1", "D", "92.00", "<mutTp>I</mutTp>" USD("100.00"))
             LINE("C1", "F1", "C", "45.00", "<mutTp>P</mutTp>" USD("50.00")),
         "C1 invoice F1  100.00 50.00 USD"},
        {LINE("C1", "F1", "D", "92.00", "<mutTp>I</mutTp>" USD("100.00"))
             LINE("C1", "F1", "C", "45.00", "<mutTp>P</mutTp>" USD("-50.00")),
         "C1 invoice F1  100.00 50.00 USD"},
        /* lines in several currencies: the books' own */
        {LINE("C1", "F1", "D", "92.00", "<mutTp>I</mutTp>" USD("100.00")) PAID("C1", "F1", "40.00"),
         "C1 invoice F1  92.00 52.00 EUR"},
        {LINE("C1", "F1", "D", "92.00",
              "<mutTp>I</mutTp><currency><curCode>EUR</curCode><curAmnt>92.00</curAmnt>"
              "</currency>"),
         "C1 invoice F1  92.00 92.00 EUR"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_lines(rows[i].lines);
        assert_items(got, rows[i].items);
    }
}

static void test_which_subledgers(void)
{
    static const struct {
        const char *subledgers, *items;
        guint listed;
    } rows[] = {
        {SUBLEDGER("CU", INVOICE("C1", "F1", "1.00", "2026-02-04")), "C1 invoice F1 2026-02-04 1.00 1.00 EUR", 0},
        {SUBLEDGER("C", INVOICE("C1", "F1", "1.00", "2026-02-04")), "C1 invoice F1 2026-02-04 1.00 1.00 EUR", 0},
        {SUBLEDGER("SU", LINE("S1", "F1", "C", "1.00", "")), "", 0},
        {SUBLEDGER("ZZ", LINE("C1", "F1", "D", "1.00", "")), "", 0},
        {SUBLEDGER("CS", LINE("C2", "F1", "D", "1.00", "<invPurSalTp>S</invPurSalTp>")
                             LINE("C2", "F2", "C", "1.00", "<invPurSalTp>P</invPurSalTp>")),
         "C2 invoice F1  1.00 1.00 EUR", 0},
        {SUBLEDGER("CS", LINE("C1", "F1", "D", "1.00", "") LINE("S1", "F2", "C", "1.00", "")
                             LINE("C2", "F3", "D", "1.00", "")),
         "C1 invoice F1  1.00 1.00 EUR", 1},
        {SUBLEDGER("CU", LINE("", "F1", "D", "1.00", "") LINE("C1", "F2", "D", "x", "") LINE("C1", "F3", "X", "1", "")
                             LINE("C1", "F4", "D", "99999999999999999", "")),
         "", 4},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_all(V32, PARTIES, "", rows[i].subledgers);
        assert_items(got, rows[i].items);
        g_assert_cmpuint(got->problems->len, ==, rows[i].listed);
    }
}

/* What was open at the start of the year, and what happened to it since. */
static void test_opening_balance(void)
{
    g_autoptr(Collected) got =
        read_all(V32, PARTIES,
                 "<obSubledger><sbType>CU</sbType><linesCount>2</linesCount>"
                 "<obSbLine><nr>1</nr><custSupID>C1</custSupID><invRef>OLD1</invRef>" AMOUNT(
                     "D", "80.00") "<invDt>2025-11-01</invDt><invDueDt>2025-12-01</invDueDt></obSbLine>"
                                   "<obSbLine><nr>2</nr><custSupID>C1</custSupID><invRef>OLD2</invRef>" AMOUNT(
                                       "D", "70.00") "<invDueDt>2025-12-02</invDueDt></obSbLine></obSubledger>",
                 SUBLEDGER("CU", PAID("C1", "OLD1", "80.00") PAID("C1", "OLD2", "20.00")));
    assert_items(got, "C1 invoice OLD2 2025-12-02 70.00 50.00 EUR");
    g_assert_true(collected_warned(got, "open on 2026-12-31"));
}

/* ---- customers ---- */

#define STREET(kind, street, city)                                                                                     \
    "<" kind "><streetname>" street "</streetname><number>15</number><numberExtension>A</numberExtension><city>" city  \
    "</city><postalCode>5555 AA</postalCode><country>NL</country></" kind ">"

static void test_customer_fields(void)
{
    g_autoptr(Collected) got =
        read_all(V32,
                 PARTY("C1", "Bakkerij &amp; Zn", "C",
                       "<contact>An Peeters</contact><telephone>010-1234567</telephone><eMail>an@zon.example</eMail>"
                       "<commerceNr>271376310000</commerceNr><taxRegistrationCountry>NL</taxRegistrationCountry>"
                       "<taxRegIdent>123456789B01</taxRegIdent><custCreditLimit>5000.00</custCreditLimit>" STREET(
                           "streetAddress", "Kade", "Delft")
                           STREET("postalAddress", "Postbus",
                                  "Rommeldam") "<bankAccount><bankAccNr>2445588</bankAccNr>"
                                               "</bankAccount><bankAccount><bankAccNr>NL68 ZZZZ 0000 "
                                               "0006 06</bankAccNr></bankAccount>")
                     PARTY("C2", "Slager", "B",
                           "<commerceNr>0403019261</commerceNr><taxRegistrationCountry>BE</taxRegistrationCountry>"
                           "<taxRegIdent>BE0403019261</taxRegIdent><custCreditLimit>0</custCreditLimit>" STREET(
                               "streetAddress", "Markt", "Essen")),
                 "", "");
    g_assert_cmpuint(got->customers->len, ==, 2);
    const CustomerRecord *one = &g_array_index(got->customers, CustomerRecord, 0), *other = one + 1;
    g_assert_cmpstr(one->number, ==, "C1");
    g_assert_cmpstr(one->name, ==, "Bakkerij & Zn");
    g_assert_cmpstr(one->contact, ==, "An Peeters");
    g_assert_cmpstr(one->phone, ==, "010-1234567");
    g_assert_cmpstr(one->email, ==, "an@zon.example");
    g_assert_cmpstr(one->endpoint, ==, "0106:27137631");
    g_assert_cmpstr(one->vat, ==, "NL123456789B01");
    g_assert_cmpint(one->credit_limit, ==, 500000);
    g_assert_cmpstr(one->street, ==, "Postbus 15 A");
    g_assert_cmpstr(one->postcode, ==, "5555 AA");
    g_assert_cmpstr(one->city, ==, "Rommeldam");
    g_assert_cmpstr(one->country, ==, "NL");
    g_assert_cmpstr(one->currency, ==, "EUR");
    g_assert_cmpstr(one->iban, ==, "NL68ZZZZ0000000606");
    g_assert_cmpstr(other->street, ==, "Markt 15 A");
    g_assert_cmpstr(other->endpoint, ==, "");
    g_assert_cmpint(other->credit_limit, ==, -1);
}

static void test_who_is_a_customer(void)
{
    g_autoptr(Collected) got =
        read_all(V32,
                 PARTY("1", "Klant", "C", "") PARTY("2", "Beide", "B", "")
                     PARTY("3", "Leverancier", "S", "<telephone>3</telephone>") PARTY("4", "Ander", "O", "")
                         PARTY("5", "Stil", "", "") PARTY("6", "Stil maar koper", "", "")
                             PARTY("7", "Leverancier die koopt", "S", "<telephone>010-7</telephone>")
                                 PARTY("7", "Tweede", "S", "") PARTY("3", "Klant drie", "C", "") "<customerSupplier/>",
                 "",
                 SUBLEDGER("CU", INVOICE("6", "F1", "1.00", "2026-02-04") INVOICE("7", "F2", "1.00", "2026-02-04")
                                     INVOICE("9", "F3", "1.00", "2026-02-04")));
    GString *told = g_string_new(NULL);
    for (guint i = 0; i < got->customers->len; i++)
        g_string_append_printf(told, "%s|", g_array_index(got->customers, CustomerRecord, i).name);
    g_assert_cmpstr(told->str, ==, "Klant|Beide|Klant drie|Stil maar koper|Leverancier die koopt|");
    g_string_free(told, TRUE);
    g_assert_cmpstr(g_array_index(got->customers, CustomerRecord, 4).phone, ==, "010-7");
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 2).customer.name, ==, "9");
    g_assert_true(collected_warned(got, "1 party does not say whether it is a customer"));
    g_assert_true(collected_warned(got, "1 customer of the subledger is not among the parties"));
}

/* ---- versions and what is told ---- */

static void test_versions(void)
{
    g_autoptr(Collected) four = read_all(V40, PARTIES, "", "");
    g_assert_cmpuint(four->customers->len, ==, 2);
    g_assert_cmpuint(four->items->len, ==, 0);
    g_assert_true(collected_warned(four, "version 4.0 have no place for open items"));
    g_assert_cmpuint(four->warnings->len, ==, 1);
    static const char *const known[] = {
        "http://www.auditfiles.nl/XAF/3.1",
        "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.0/structures/XmlAuditfileFinancieel3.2.1"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autoptr(Collected) got =
            read_all(known[i], PARTIES, "", SUBLEDGER("CU", INVOICE("C1", "F1", "1.00", "2026-02-04")));
        g_assert_cmpuint(got->items->len, ==, 1);
        g_assert_cmpuint(got->warnings->len, ==, 1); /* up to which day it knows anything */
    }
    g_autoptr(Collected) foreign = read_all("urn:own", PARTIES, "", "");
    g_assert_true(collected_warned(foreign, "calls itself “urn:own”"));
    g_assert_true(collected_warned(foreign, "has no subledger of customers"));
    g_autoptr(Collected) empty = read_all(V32, "", "", "");
    g_assert_true(collected_warned(empty, "holds no customers"));
}

static void test_prefix_and_envelope(void)
{
    g_autoptr(Collected) got = collected_text(
        "<env><x:auditfile xmlns:x='" V32 "'><x:company><x:customersSuppliers><x:customerSupplier><x:custSupID>1"
        "</x:custSupID><x:custSupName>Zaak</x:custSupName><x:custSupTp>C</x:custSupTp></x:customerSupplier>"
        "</x:customersSuppliers></x:company></x:auditfile></env>",
        NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "xaf");
    g_assert_cmpuint(got->customers->len, ==, 1);
}

static void test_stated_totals(void)
{
    static const char *const stated =
        "<linesCount>3</linesCount><totalDebit>9.00</totalDebit><totalCredit>2.00</totalCredit>";
    g_autofree char *text = g_strconcat(
        "<auditfile xmlns='" V32 "'>" HEADER "<company><customersSuppliers>" PARTIES "</customersSuppliers>"
        "<openingBalance>",
        stated, "<obLine><nr>1</nr>" AMOUNT("D", "4.00") "</obLine></openingBalance><transactions>", stated,
        "<journal><transaction><trLine>" AMOUNT("D", "9.00") "</trLine><trLine>" AMOUNT(
            "C", "1.00") "</trLine><trLine>" AMOUNT("C", "1.00") "</trLine></transaction></"
                                                                 "journal><subledgers><subledger><sbType>CU</sbType>"
                                                                 "<sbDesc>Debiteuren</sbDesc>",
        stated,
        INVOICE("C1", "F1", "9.00", "2026-02-04") "</subledger></subledgers></transactions></company></auditfile>",
        NULL);
    g_autoptr(Collected) got = collected_text(text, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_true(collected_warned(got, "opening balance: the audit file states 3 lines and holds 1"));
    g_assert_true(collected_warned(got, "opening balance: the audit file states € 9,00, its lines add up to € 4,00"));
    g_assert_true(collected_warned(got, "Debiteuren: the audit file states 3 lines and holds 1"));
    g_assert_true(collected_warned(got, "Debiteuren: the audit file states € 2,00, its lines add up to € 0,00"));
    g_assert_false(collected_warned(got, "transactions:"));
    g_assert_cmpuint(got->items->len, ==, 1);
}

static void test_other_audit_files(void)
{
    static const struct {
        const char *text, *part;
    } rows[] = {
        {"<auditfile xmlns='http://www.auditfiles.nl/XAS/7.0'/>", "audit file of wages"},
        {"<auditfile xmlns='http://www.auditfiles.nl/XAA/2.0'/>", "audit file of a till"},
        {"<auditfile><header><auditfileVersion>CLAIR2.00.00</auditfileVersion></header></auditfile>", "version 2"},
        {"<AuditFile xmlns='urn:OECD:StandardAuditFile-Tax:PT_1.04_01'/>", "SAF-T"},
        {"<n1:AuditFile xmlns:n1='urn:StandardAuditFile-Taxation-Financial:NO'/>", "SAF-T"},
        {"<nl:AuditFile xmlns:nl='urn:OECD:StandardAuditFile-Tax:LU'/>", "SAF-T"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = collected_text(rows[i].text, NULL);
        g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_test_message("%s", got->error->message);
        g_assert_nonnull(strstr(got->error->message, rows[i].part));
    }
}

/* ---- damaged ---- */

static char *small_file(void)
{
    return file_text(V32, PARTY("C1", "Crème", "C", "<telephone>1</telephone>"), "",
                     SUBLEDGER("CU", INVOICE("C1", "F1", "100.00", "2026-02-04") PAID("C1", "F1", "30.00")));
}

static void test_cut_anywhere(void)
{
    g_autofree char *text = small_file();
    gsize length = strlen(text);
    for (gsize cut = 0; cut < length; cut++) {
        g_autoptr(Collected) got = collected_bytes(text, cut, NULL);
        g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_cmpuint(got->customers->len + got->items->len, ==, 0);
    }
    g_autoptr(Collected) whole = collected_text(text, NULL);
    assert_items(whole, "C1 invoice F1 2026-02-04 100.00 70.00 EUR");
}

static void test_wrong_letters(void)
{
    g_autofree char *text = small_file();
    gsize length = 0;
    g_autofree char *bytes = g_convert(text, -1, "ISO-8859-1", "UTF-8", NULL, &length, NULL);
    g_autoptr(Collected) got = collected_bytes(bytes, length, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(g_array_index(got->customers, CustomerRecord, 0).name, ==, "Crème");
    g_assert_true(collected_warned(got, "says it is UTF-8"));
}

static void test_hostile(void)
{
    g_autoptr(Collected) bomb = collected_text(
        "<!DOCTYPE auditfile [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]><auditfile xmlns='" V32
        "'><company><companyName>&b;</companyName></company></auditfile>",
        NULL);
    g_assert_error(bomb->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(bomb->error->message, "DOCTYPE"));
    g_autofree char *text = small_file();
    gsize length = strlen(text);
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260302);
    for (int round = 0; round < 200; round++) {
        g_autofree char *bytes = g_memdup2(text, length);
        for (int i = g_rand_int_range(rand, 1, 6); i > 0; i--)
            bytes[g_rand_int_range(rand, 0, (int)length)] = (char)g_rand_int_range(rand, 32, 127);
        g_autoptr(Collected) got = collected_bytes(bytes, length, NULL);
        g_assert_true(got->kind != NULL || got->error != NULL);
    }
}

/* The largest sums there are must not wrap. */
static void test_large_sums(void)
{
    GString *lines = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(lines, LINE("C1", "F1", "D", "999999999999.99", "<mutTp>I</mutTp>" USD("999999999999.99")));
    g_autoptr(Collected) got = read_lines(lines->str);
    g_string_free(lines, TRUE);
    g_assert_cmpuint(got->problems->len, >, 0);
    g_assert_cmpuint(got->items->len, ==, 1);
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 0).open, >, 0);
}

static void test_stop(void)
{
    g_autofree char *text = small_file(), *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-xaf-XXXXXX", &path, NULL), NULL));
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    for (int stop = 1; stop <= 2; stop++) {
        g_autoptr(Collected) got = collected_new();
        got->stop_after = stop;
        collected_read(got, path, NULL);
        g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
        g_assert_cmpint(got->taken, ==, stop);
    }
    g_unlink(path);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/audit files/what is open is what the lines of a number add up to", test_sums);
    g_test_add_func("/audit files/payments without invoice stand on account or follow their match",
                    test_payments_without_invoice);
    g_test_add_func("/audit files/an invoice in other money is owed in that money", test_other_currencies);
    g_test_add_func("/audit files/only what customers owe is taken", test_which_subledgers);
    g_test_add_func("/audit files/the opening balance and the year add up", test_opening_balance);
    g_test_add_func("/audit files/what is known of a customer", test_customer_fields);
    g_test_add_func("/audit files/a customer is who is called one, or who owes", test_who_is_a_customer);
    g_test_add_func("/audit files/versions, and why no items came", test_versions);
    g_test_add_func("/audit files/a prefix and an envelope change nothing", test_prefix_and_envelope);
    g_test_add_func("/audit files/stated totals that disagree are told", test_stated_totals);
    g_test_add_func("/audit files/other audit files are named", test_other_audit_files);
    g_test_add_func("/audit files/a file cut off anywhere is refused whole", test_cut_anywhere);
    g_test_add_func("/audit files/letters under a wrong name are read with a warning", test_wrong_letters);
    g_test_add_func("/audit files/bombs and damage cost a sentence", test_hostile);
    g_test_add_func("/audit files/sums beyond reason are listed", test_large_sums);
    g_test_add_func("/audit files/the reader stops when told to", test_stop);
    return g_test_run();
}
