/* MT940 as the banks write it: movements, lines and fields, charsets, statements. */
#include "mt940_fields.h"

#include <locale.h>

/* ---- the movement ---- */

static void test_signs_and_amounts(void)
{
    static const struct {
        const char *field;
        Cents amount;
        bool reversal;
        const char *code;
    } rows[] = {
        {":61:130701C10,5NTRFNONREF\n", 1050, false, "NTRF"},
        {":61:130701D150,N426NONREF\n", -15000, false, "N426"},
        {":61:1307010701C000000000012,30N541EREF\n", 1230, false, "N541"},
        {":61:130701RC25,00NTRFNONREF\n", -2500, true, "NTRF"},
        {":61:130701RD25,00NTRFNONREF\n", 2500, true, "NTRF"},
        {":61:130701CR7,00NMSCNONREF\n", 700, false, "NMSC"},
        {":61:1307010702DR7,01NMSCNONREF\n", -701, false, "NMSC"},
        {":61:1307010702RCR7,02NMSCNONREF\n", -702, true, "NMSC"},
        {":61:130701D10,00NDV NONREF\n", -1000, false, "NDV"},
        {":61:130701C0,NTRFNONREF\n", 0, false, "NTRF"},
        {":61:130701C1,00S103REF\n", 100, false, "S103"},
        {":61:130701C1,00FTRFREF\n", 100, false, "FTRF"},
        {":61:130701D5,00NRTINONREF\n", -500, true, "NRTI"},
        {":61:130701D5,00N0 (62NONREF\n", -500, false, ""},
        {":61:130701D5,00\n", -500, false, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_fields(rows[i].field);
        g_assert_cmpint(line_at(got, 0)->amount, ==, rows[i].amount);
        g_assert_true(line_at(got, 0)->reversal == rows[i].reversal);
        g_assert_cmpstr(line_at(got, 0)->code, ==, rows[i].code);
        g_assert_cmpstr(line_at(got, 0)->currency, ==, "EUR");
    }
}

static void test_more_decimals(void)
{
    g_autoptr(Collected) got = read_fields(":61:130701C10,125NTRFNONREF\n:61:130701D0,00500NTRFNONREF\n");
    g_assert_cmpint(line_at(got, 0)->amount, ==, 1013);
    g_assert_cmpint(line_at(got, 1)->amount, ==, -1);
    g_assert_true(collected_warned(got, "it was rounded"));
    g_autoptr(Collected) yen = collected_text(
        ":20:A1\n:25:123\n:28C:1\n:60F:C130630JPY500,\n:61:130701C700,NTRFNONREF\n:62F:C130701JPY1200,\n", NULL);
    g_assert_cmpint(line_at(yen, 0)->amount, ==, 700);
    g_assert_cmpstr(line_at(yen, 0)->currency, ==, "JPY");
    g_assert_cmpuint(yen->warnings->len, ==, 0);
}

/* The entry date has no year: the one that brings it near to the value date. */
static void test_year_end(void)
{
    static const struct {
        const char *field, *value, *day;
    } rows[] = {
        {":61:0912310101D1,00NTRFNONREF\n", "2009-12-31", "2010-01-01"},
        {":61:1001011231D1,00NTRFNONREF\n", "2010-01-01", "2009-12-31"},
        {":61:1202280229D1,00NTRFNONREF\n", "2012-02-28", "2012-02-29"},
        {":61:130703D1,00NTRFNONREF\n", "2013-07-03", "2013-07-03"},
        {":61:9907050706D1,00NTRFNONREF\n", "1999-07-05", "1999-07-06"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_fields(rows[i].field);
        assert_day(line_at(got, 0)->value_day, rows[i].value);
        assert_day(line_at(got, 0)->day, rows[i].day);
        g_assert_false(collected_warned(got, "does not exist"));
    }
}

static void test_impossible_days(void)
{
    static const struct {
        const char *field, *value, *day;
    } rows[] = {
        {":61:1302280230D1,00NTRFNONREF\n", "2013-02-28", "2013-02-28"}, /* entry 30 February */
        {":61:1302300228D1,00NTRFNONREF\n", "2013-02-28", "2013-02-28"}, /* value 30 February */
        {":61:1302290301D1,00NTRFNONREF\n", "2013-02-28", "2013-03-01"},
        {":61:1313010702D1,00NTRFNONREF\n", "2013-07-02", "2013-07-02"}, /* month 13: the entry date */
        {":61:000000D1,00NTRFNONREF\n", "2013-06-30", "2013-06-30"},     /* the statement's day */
        {":61:1307019999D1,00NTRFNONREF\n", "2013-07-01", "2013-07-01"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = read_fields(rows[i].field);
        g_assert_cmpuint(got->problems->len, ==, 0);
        assert_day(line_at(got, 0)->value_day, rows[i].value);
        assert_day(line_at(got, 0)->day, rows[i].day);
        g_assert_cmpint(line_at(got, 0)->amount, ==, -100);
        g_assert_true(collected_warned(got, "does not exist"));
    }
}

static void test_unusable_is_listed(void)
{
    static const struct {
        const char *field, *reason;
    } rows[] = {
        {":61:130701X10,00NTRFNONREF\n:86:van Bakker\n", "whether the money came in"},
        {":61:130701CabcNTRFNONREF\n:86:van Bakker\n", "amount cannot be read"},
        {":61:130701C9999999999999999,00NTRFNONREF\n:86:van Bakker\n", "amount cannot be read"},
        {":61:1 juli C10,00NTRFNONREF\n:86:van Bakker\n", "no date"},
        {":61:\n:86:van Bakker\n", "no date"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *fields = g_strconcat(rows[i].field, ":61:130702C1,00NTRFNONREF\n", NULL);
        g_autoptr(Collected) got = read_fields(fields);
        g_assert_true(collected_listed(got, 5, rows[i].reason));
        g_assert_nonnull(strstr(g_array_index(got->problems, CollectedRemark, 0).raw, "van Bakker"));
        g_assert_cmpuint(statement_at(got, 0)->lines->len, ==, 1);
        g_assert_false(collected_warned(got, "lead to")); /* what is missing is listed already */
    }
}

/* ---- lines and fields ---- */

static void test_lines_joined(void)
{
    g_autoptr(Collected) got = read_fields(
        ":61:130701C1,00N541EREF\nNL55TEST0044444444\n"
        ":86:/EREF/E-1/ORDP//NAME/Bakker Jansen en Zonen BV te Utrecht/R\nEMI/factuur 2025-00\n12 en /ID/7 van\n"
        ":12:30 uur, zie\n- punt een\n:86 nog iets\n");
    const LineRecord *line = line_at(got, 0);
    g_assert_cmpstr(line->end_to_end, ==, "E-1");
    g_assert_cmpstr(line->name, ==, "Bakker Jansen en Zonen BV te Utrecht");
    g_assert_cmpstr(line->account, ==, "NL55TEST0044444444");
    g_assert_nonnull(strstr(line->text, "factuur 2025-0012 en /ID/7 van"));
    g_assert_nonnull(strstr(line->text, ":12:30 uur, zie"));
    g_assert_nonnull(strstr(line->text, "- punt een"));
    g_assert_nonnull(strstr(line->text, ":86 nog iets"));
}

/* A full line is cut wherever it is full; a short one ended there. */
static void test_full_lines_break_words(void)
{
    g_autoptr(Collected) got =
        read_fields(":61:130701C1,00NTRFNONREF\n:86:Betaling van de openstaande facturen 2025-0012 en 2025-0013, kenm\n"
                    "erk zaal 4\nMet dank\n");
    g_assert_cmpstr(line_at(got, 0)->text, ==,
                    "Betaling van de openstaande facturen 2025-0012 en 2025-0013, kenmerk zaal 4 Met dank");
}

static void test_values_with_strokes(void)
{
    g_autoptr(Collected) got =
        read_fields(":61:130701C1,00NTRFNONREF//B1\n"
                    ":86:/EREF/A/2025/7//CNTP/NL55TEST0044444444/TESTNL2A/Jansen / Bakker BV/UTRECHT//REMI/USTD//"
                    "F1/F2/RE:x/y//ULTD/De Moeder NV/123/\n"
                    ":61:130702C1,00NTRFNONREF//B2\n:86:/ORDP//NAME/X/REMI//REMI/dubbel/ISDT/2013-07-02\n");
    const LineRecord *line = line_at(got, 0);
    g_assert_cmpstr(line->end_to_end, ==, "A/2025/7");
    g_assert_cmpstr(line->account, ==, "NL55TEST0044444444");
    g_assert_cmpstr(line->name, ==, "Jansen / Bakker BV");
    g_assert_cmpstr(line->text, ==, "F1/F2/RE:x/y De Moeder NV");
    g_assert_cmpstr(line->bank_reference, ==, "B1");
    g_assert_cmpstr(line_at(got, 1)->text, ==, "dubbel");
}

static void test_movements_without_text(void)
{
    g_autoptr(Collected) got = read_fields(":61:130701C1,00NTRFNONREF\n:61:130701C2,00NTRFNONREF\n\n"
                                           ":61:130701C3,00NTRFNONREF\n:86:derde\n:86:vervolg\n");
    g_assert_cmpuint(statement_at(got, 0)->lines->len, ==, 3);
    g_assert_cmpstr(line_at(got, 0)->text, ==, "");
    g_assert_cmpint(line_at(got, 1)->amount, ==, 200);
    g_assert_cmpstr(line_at(got, 2)->text, ==, "derde vervolg");
    g_assert_cmpint(line_at(got, 2)->sequence, ==, 3);
    g_assert_cmpint(line_at(got, 2)->line, ==, 8);
}

/* Files joined in every way banks and programs join them. */
static void test_messages_joined(void)
{
    static const char *const between[] = {
        "-\n",
        "-}\n",
        "-XXX\n",
        "-}\n$\n",
        "-XXX\n$\n0000 01INGBNL2AXXXX00001\n0000 01INGBNL2AXXXX00001\n940 00\n",
        "-}{5:{CHK:123456789ABC}}\n{1:F01TESTNL2AXXX0000000000}{2:I940TESTNL2AXXXN}{4:\n",
        "-}\n{1:F01TESTNL2AXXX0000000000}{2:I940TESTNL2AXXXN}{4:",
        "-}$",
        "\x1a",
        "\xef\xbb\xbf",
        "",
        "\n\n",
        "-\nABNANL2A\n940\nABNANL2A\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(between); i++) {
        g_autofree char *one = statement_with(":61:130701C1,00NTRFNONREF\n:86:een\n");
        g_autofree char *both = g_strconcat(one, between[i], one, "-}", NULL);
        g_autoptr(Collected) got = collected_text(both, NULL);
        g_assert_no_error(got->error);
        g_assert_cmpuint(got->problems->len, ==, 0);
        bool hidden = strcmp(between[i], "-}$") == 0; /* the :20: stands behind the end of the message */
        if (hidden)
            continue;
        g_assert_cmpuint(got->statements->len, ==, 2);
        for (guint s = 0; s < 2; s++) {
            g_assert_cmpuint(statement_at(got, s)->lines->len, ==, 1);
            g_assert_true(statement_at(got, s)->end.has_closing);
        }
    }
}

/* ---- charsets ---- */

static void test_charsets(void)
{
    static const char *const charsets[] = {"UTF-8", "ISO-8859-1", "WINDOWS-1252", "UTF-16"};
    g_autofree char *text = statement_with(":61:130701C1,00NTRFNONREF\n:86:/ORDP//NAME/Café Zoë/REMI/één\n");
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        gsize length = 0;
        g_autofree char *bytes = g_convert(text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
        g_autoptr(Collected) got = collected_bytes(bytes, length, NULL);
        g_assert_no_error(got->error);
        g_assert_cmpstr(line_at(got, 0)->name, ==, "Café Zoë");
        g_assert_cmpstr(line_at(got, 0)->text, ==, "één");
    }
    g_autoptr(Collected) stray =
        read_fields(":61:130701C1,00NTRFNONREF\n:86:Caf\xe9 \x01\x81 op\n\x81:61:130701C2,00NTRFNONREF\n");
    g_assert_cmpuint(statement_at(stray, 0)->lines->len, ==, 2);
    g_assert_cmpstr(line_at(stray, 0)->text, ==, "Café ?? op");
    g_assert_true(collected_warned(stray, "could not be read"));
    g_autoptr(Collected) soft = read_fields(":61:130701C1,00NTRFNONREF\n:86:22\xc2\xad"
                                            "07\xc2\xad"
                                            "2013\n\x1a:61:130701C2,00NTRFNONREF\n");
    g_assert_cmpuint(statement_at(soft, 0)->lines->len, ==, 2);
    g_assert_cmpstr(line_at(soft, 0)->text, ==, "22-07-2013");
}

/* ---- statements ---- */

static void test_pages_are_one_statement(void)
{
    static const char pages[] = ":20:STARTUMS\n:25:70150000/20385\n:28C:5/1\n:60F:C130630EUR10,00\n"
                                ":61:130701C5,00NTRFNONREF\n:61:130701C5,00NTRFNONREF\n:62M:C130701EUR20,00\n-\n"
                                ":20:STARTUMS\n:25:70150000/20385\n:28C:5/2\n:60M:C130701EUR20,00\n"
                                ":61:130701C5,00NTRFNONREF\n:62F:C130701EUR25,00\n-\n";
    g_autoptr(Collected) got = collected_text(pages, NULL);
    g_assert_cmpuint(got->statements->len, ==, 1);
    g_assert_cmpuint(got->warnings->len, ==, 0);
    const CollectedStatement *statement = statement_at(got, 0);
    g_assert_cmpstr(statement->end.account, ==, "70150000/20385");
    g_assert_cmpint(statement->end.opening, ==, 1000);
    g_assert_cmpint(statement->end.closing, ==, 2500);
    g_assert_cmpint(statement->end.sequence, ==, 5);
    g_assert_cmpuint(statement->lines->len, ==, 3);
    g_assert_cmpint(line_at(got, 2)->sequence, ==, 3);
}

/* The page between is missing: two statements, told apart although number and day are the same. */
static void test_pages_that_do_not_tie(void)
{
    static const char pages[] = ":20:STARTUMS\n:25:70150000/20385\n:28C:5\n:60F:C130630EUR10,00\n"
                                ":61:130701C5,00NTRFNONREF\n:62M:C130630EUR15,00\n-\n"
                                ":20:STARTUMS\n:25:70150000/20385\n:28C:5\n:60M:C130630EUR20,00\n"
                                ":61:130701C5,00NTRFNONREF\n:62F:C130701EUR25,00\n-\n";
    g_autoptr(Collected) got = collected_text(pages, NULL);
    g_assert_cmpuint(got->statements->len, ==, 2);
    g_assert_cmpstr(statement_at(got, 0)->end.id, !=, statement_at(got, 1)->end.id);
    g_assert_cmpint(statement_at(got, 0)->end.closing, ==, 1500);
    g_assert_cmpint(statement_at(got, 1)->end.opening, ==, 2000);
}

static void test_totals_of_the_bank(void)
{
    static const struct {
        const char *text;
        bool right;
        gint64 stated;
        Cents credits, debits;
    } rows[] = {
        {"/SUM/1/2/3,00/12,00/", true, 3, 1200, 300},
        {"/NAME/TESTBANK N.V.//BIC/TESTNL2A// SUM/1/2/3,00/12,00/", true, 3, 1200, 300},
        {"D000001C000002D3,00C12,00\nEEN REKENING", true, 3, 1200, 300},
        {"/SUM/1/3/3,00/12,00/", false, 4, 1200, 300},
        {"/SUM/1/2/3,00/12,01/", false, 3, 1201, 300},
        {"Vragen? Bel ons: 0123456", true, -1, -1, -1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text =
            g_strdup_printf(":20:P1\n:25:123\n:28C:00000\n:60F:C130630EUR1,00\n:61:130701C5,00NTRFNONREF\n"
                            ":61:130701C7,00NTRFNONREF\n:61:130701D3,00NTRFNONREF\n:62F:C130701EUR10,00\n"
                            ":64:C130701EUR10,00\n:65:C130702EUR10,00\n:86:%s\n-}\n",
                            rows[i].text);
        g_autoptr(Collected) got = collected_text(text, NULL);
        const CollectedStatement *statement = statement_at(got, 0);
        g_assert_true((got->warnings->len == 0) == rows[i].right);
        g_assert_cmpint(statement->stated_lines, ==, rows[i].stated);
        g_assert_cmpint(statement->end.stated_credits, ==, rows[i].credits);
        g_assert_cmpint(statement->end.stated_debits, ==, rows[i].debits);
        g_assert_cmpstr(line_at(got, 2)->text, ==, "");
    }
}

static void test_balance_that_does_not_tie(void)
{
    g_autoptr(Collected) got = read_fields(":61:130701C1,00NTRFNONREF\n");
    g_assert_true(collected_warned(got, "lead to € 1.001,00, the bank says € 1.000,00"));
    g_autoptr(Collected) open =
        collected_text(":20:P1\n:25:123\n:28C:1\n:60F:C130630EUR1,00\n:61:130701C5,00NTRFNONREF\n:86:tot hier", NULL);
    g_assert_cmpstr(line_at(open, 0)->text, ==, "tot hier");
    g_assert_true(collected_warned(open, "no closing balance"));
    g_autoptr(Collected) odd =
        collected_text(":20:P1\n:25:123\n:60F:CxxEUR1,00\n:61:130701C5,00NTRFNONREF\n:62F:C130701EUR6,00\n", NULL);
    g_assert_true(collected_warned(odd, "cannot be read: CxxEUR1,00"));
    g_assert_false(statement_at(odd, 0)->end.has_opening);
    g_assert_cmpint(statement_at(odd, 0)->end.closing, ==, 600);
}

static void test_accounts(void)
{
    static const struct {
        const char *written, *account;
    } rows[] = {
        {"NL62INGB0006868686EUR", "NL62INGB0006868686"},
        {"NL84RABO0121212121 EUR", "NL84RABO0121212121"},
        {"NL84 RABO 0121 2121 21", "NL84RABO0121212121"},
        {"TRIODOSBANK/0666666666", "0666666666"},
        {"70150000/20385", "70150000/20385"},
        {"1567.50.961EUR", "156750961"},
        {"0878787878                ", "0878787878"},
        {"BE68539007547034", "BE68539007547034"},
        {"MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S"},
        {"INGBNL2A/NL62INGB0006868686", "NL62INGB0006868686"},
        {"NL62INGB0006868686/EUR", "NL62INGB0006868686"},
        {"RC / 30-06-2013:66", "30-06-2013:66"},
        {"500 Serv\xc2\xa0LTD", "500 Serv\xc2\xa0LTD"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text =
            g_strdup_printf(":20:P1\n:25:%s\n:28C:1\n:60F:C130630EUR1,00\n:62F:C130630EUR1,00\n", rows[i].written);
        g_autoptr(Collected) got = collected_text(text, NULL);
        g_assert_cmpstr(statement_at(got, 0)->begin.account, ==, rows[i].account);
        g_assert_cmpstr(statement_at(got, 0)->begin.currency, ==, "EUR");
        g_assert_cmpuint(got->warnings->len, ==, 0);
    }
}

/* Numbers restart every January and some banks do not count: the identification is another one all the same, and the
 * same again for the same statement. */
static void test_identification(void)
{
    static const struct {
        const char *reference, *number, *opening, *id;
        int sequence;
    } rows[] = {
        {"940S130701", "0", "130630", "2013-06-30 940S130701", 0},
        {"P130701000000001", "00000", "130630", "2013-06-30 P130701000000001", 0},
        {"ABN AMRO BANK NV", "18201/1", "130630", "18201/1 2013-06-30", 0}, /* day 182 of the year */
        {"ABN AMRO BANK NV", "00101/1", "131231", "00101/1 2013-12-31", 0},
        {"FVLOLB", "002", "130630", "002 2013-06-30", 2},
        {"FVLOLB", "002", "140630", "002 2014-06-30", 2},
        {"B5L04MSAU20N3I99", "20/3", "130630", "20/3 2013-06-30 B5L04MSAU20N3I99", 20},
        {"123", "7", "130630", "7 2013-06-30", 7}, /* the account once more */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = g_strdup_printf(":20:%s\n:25:123\n:28C:%s\n:60F:C%sEUR1,00\n:62F:C%sEUR1,00\n",
                                                rows[i].reference, rows[i].number, rows[i].opening, rows[i].opening);
        g_autoptr(Collected) got = collected_text(text, NULL);
        g_assert_cmpstr(statement_at(got, 0)->begin.id, ==, rows[i].id);
        g_assert_cmpint(statement_at(got, 0)->begin.sequence, ==, rows[i].sequence);
    }
}

static void test_interim_report(void)
{
    g_autoptr(Collected) got =
        collected_text("{1:F01TESTNL2AXXX0000000000}{2:I942TESTNL2AXXXN}{4:\n:20:INTRADAY1\n:25:NL96TEST0000000101\n"
                       ":28C:1/1\n:34F:EUR0,\n:13D:1307011400+0100\n:61:1307010701C10,00NTRFNONREF\n:86:vandaag\n"
                       ":90D:0EUR0,\n:90C:1EUR10,\n-}\n",
                       NULL);
    g_assert_cmpstr(got->kind, ==, "mt940");
    g_assert_true(statement_at(got, 0)->begin.interim);
    g_assert_false(line_at(got, 0)->booked);
    g_assert_cmpint(statement_at(got, 0)->stated_lines, ==, 1);
    g_assert_cmpint(statement_at(got, 0)->end.stated_credits, ==, 1000);
    g_assert_cmpuint(got->warnings->len, ==, 0);
}

static void test_statement_without_header(void)
{
    g_autoptr(Collected) got =
        collected_text(":20:P1\n:25:123\n:28C:1\n:60F:C130630EUR1,00\n:62F:C130630EUR1,00\n"
                       ":60F:C130630EUR2,00\n:61:130701C1,00NTRFNONREF\n:62F:C130701EUR3,00\n:20:cut",
                       NULL);
    g_assert_cmpuint(got->statements->len, ==, 2);
    g_assert_cmpint(statement_at(got, 1)->end.opening, ==, 200);
    g_assert_cmpuint(statement_at(got, 1)->lines->len, ==, 1);
    g_assert_true(collected_warned(got, "does not say whose account"));
    g_assert_true(collected_listed(got, 9, "nothing follows"));
}

/* ---- what it is ---- */

static void test_recognised(void)
{
    static const struct {
        const char *text;
        bool is;
    } rows[] = {
        {":20:A\n:25:B\n", true},
        {"\r\n\r\n:940:\r\n:20:A\r\n", true},
        {"{1:F01TESTNL2AXXX0000000000}{2:I940TESTNL2AXXXN}{4:\n:20:A\n", true},
        {"0000 01INGBNL2AXXXX00001\n", true},
        {"ABNANL2A\n940\nABNANL2A\n", true},
        {"\xef\xbb\xbf:20:A\n:25:B\n", true},
        {"a word before\n:20:A\n:25:B\n:60F:C130630EUR1,00\n", true},
        {"{1:F01TESTNL2AXXX0000000000}{2:I103TESTNL2AXXXN}{4:\n:20:A\n:32A:130701EUR1,\n", false},
        {"tijd;naam\n12:20:30;x\n", false},
        {"<a>:20:A\n:25:B</a>", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = collected_text(rows[i].text, NULL);
        g_assert_true((g_strcmp0(got->kind, "mt940") == 0) == rows[i].is);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mt940/signs, reversals and amounts of every shape", test_signs_and_amounts);
    g_test_add_func("/mt940/more decimals than the currency has are rounded and said", test_more_decimals);
    g_test_add_func("/mt940/an entry date belongs to the year of its value date", test_year_end);
    g_test_add_func("/mt940/a day that does not exist is said and the line kept", test_impossible_days);
    g_test_add_func("/mt940/a movement that cannot be used is listed with its text", test_unusable_is_listed);
    g_test_add_func("/mt940/lines are joined before keywords are looked for", test_lines_joined);
    g_test_add_func("/mt940/a full line may end inside a word", test_full_lines_break_words);
    g_test_add_func("/mt940/values may hold strokes", test_values_with_strokes);
    g_test_add_func("/mt940/movements may have no text", test_movements_without_text);
    g_test_add_func("/mt940/messages joined in any way are told apart", test_messages_joined);
    g_test_add_func("/mt940/charsets and stray bytes", test_charsets);
    g_test_add_func("/mt940/pages that tie are one statement", test_pages_are_one_statement);
    g_test_add_func("/mt940/pages that do not tie are two", test_pages_that_do_not_tie);
    g_test_add_func("/mt940/what the bank counts is compared", test_totals_of_the_bank);
    g_test_add_func("/mt940/a balance that does not tie or is missing is said", test_balance_that_does_not_tie);
    g_test_add_func("/mt940/one form for one account", test_accounts);
    g_test_add_func("/mt940/a statement is told apart from last year's", test_identification);
    g_test_add_func("/mt940/an interim report books nothing", test_interim_report);
    g_test_add_func("/mt940/a statement without a header is still read", test_statement_without_header);
    g_test_add_func("/mt940/told by content", test_recognised);
    return g_test_run();
}
