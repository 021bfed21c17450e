/* MT940 as the banks write it: every dialect, every trap, and what a damaged file must never do. */
#include "import_collect.h"
#include "mt940_writer.h"

#include <locale.h>

/* One statement around fields :61: and :86:, which need not tie. */
static char *statement_with(const char *fields)
{
    return g_strdup_printf(":20:940S130701\n:25:NL96TEST0000000101EUR\n:28C:12\n:60F:C130630EUR1000,00\n%s"
                           ":62F:C130731EUR1000,00\n",
                           fields);
}

static const ImportFormat *mt940(void)
{
    size_t count = 0;
    const ImportFormat *rows = import_formats(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].slug, "mt940") == 0)
            return &rows[i];
    g_assert_not_reached();
}

/* Thousands of files: straight to the reader, without asking every format first. */
static Collected *read_bytes(const char *bytes, gsize length)
{
    const ImportOptions options = {.default_country = "NL", .default_currency = "EUR", .default_language = "nl"};
    g_autofree char *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-mt940-XXXXXX", &path, NULL), NULL));
    g_assert_true(g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    Collected *got = collected_new();
    bool done = mt940()->read(path, &options, &got->sink, &got->error);
    g_assert_true(done == (got->error == NULL));
    g_unlink(path);
    return got;
}

static Collected *read_fields(const char *fields)
{
    g_autofree char *text = statement_with(fields);
    Collected *got = collected_text(text, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "mt940");
    return got;
}

static const CollectedStatement *statement_at(const Collected *got, guint i)
{
    g_assert_cmpuint(i, <, got->statements->len);
    return &g_array_index(got->statements, CollectedStatement, i);
}

static const LineRecord *line_at(const Collected *got, guint i)
{
    const CollectedStatement *statement = statement_at(got, 0);
    g_assert_cmpuint(i, <, statement->lines->len);
    return &g_array_index(statement->lines, LineRecord, i);
}

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

/* ---- references ---- */

static void test_references(void)
{
    static const struct {
        const char *text, *reference;
    } rows[] = {
        {"/CNTP/NL1/X/N///REMI/STRD/CUR/5000056789012345/", "5000056789012345"},
        {"/CNTP/NL1/X/N///REMI/STRD/BBA/010806817183/", "010806817183"},
        {"/CNTP/NL1/X/N///REMI/STRD/ISO/RF18539007547034/", "RF18539007547034"},
        {"/CNTP/NL1/X/N///REMI/STRD/ISO/RF18 5390 0754 7034/", "RF18539007547034"},
        {"/CNTP/NL1/X/N///REMI/STRD/CUR/1234567812345678/", "1234567812345678"}, /* fails its check: kept */
        {"/ORDP//NAME/N/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/5000056789012345/ISDT/2013-07-01",
         "5000056789012345"},
        {"/TRTP/SEPA/NAME/N/REMI/Issuer: CUR                  Ref: 5000056789012345/EREF/X", "5000056789012345"},
        {"NL86TEST0002445588 TESTNL2A Dienst kwartaal SCOR/CUR/5000056789012345", "5000056789012345"},
        {"SEPA ACCEPTGIROBETALING          IBAN: NL86TEST0002445588\nBIC: TESTNL2A                    NAAM: DIENST\n"
         "BETALINGSKENM.: 5000056789012345 ID DEBITEUR: 777777777",
         "5000056789012345"},
        {"/ORDP//NAME/N/REMI/kenmerk 5000056789012345", ""}, /* in words: for the matching to find */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *fields = g_strdup_printf(":61:130701C1,00NTRFNONREF\n:86:%s\n", rows[i].text);
        g_autoptr(Collected) got = read_fields(fields);
        g_assert_cmpstr(line_at(got, 0)->reference, ==, rows[i].reference);
    }
    g_autoptr(Collected) own = read_fields(":61:130701C1,00NTRF5000056789012345//X1\n:61:130701C1,00NTRFORDER 12//X2\n"
                                           ":61:130701C1,00NTRFNONREF//X3\n");
    g_assert_cmpstr(line_at(own, 0)->reference, ==, "5000056789012345");
    g_assert_cmpstr(line_at(own, 1)->end_to_end, ==, "ORDER 12");
    g_assert_cmpstr(line_at(own, 2)->end_to_end, ==, "");
}

/* Banks stop at six lines: what is cut there stays cut. */
static void test_cut_remittance(void)
{
    g_autoptr(Collected) got =
        read_fields(":61:130701C1,00NTRFNONREF\n:86:/ORDP//NAME/N/REMI/betaling +++010/8068/171\n"
                    ":61:130701C1,00NTRFNONREF\n:86:/CNTP/NL1/X/N///REMI/STRD/BBA/0108068171\n");
    g_assert_cmpstr(line_at(got, 0)->reference, ==, "");
    g_assert_cmpstr(line_at(got, 0)->text, ==, "betaling +++010/8068/171");
    g_assert_cmpstr(line_at(got, 1)->reference, ==, "0108068171"); /* as it stands, nothing added */
}

static void test_returns_and_mandates(void)
{
    g_autoptr(Collected) got = read_fields(
        ":61:130701D1,00NTRFEREF//1\n"
        ":86:/EREF/SDD-1//MARF/MANDAAT-7//CSID/NL00ZZZ1//CNTP/NL55TEST0044444444/X/Jansen///RTRN/MS03//\n"
        ":61:130701D1,00NTRFEREF//2\n:86:/MARF/M-8/EREF/SDD-2/ORDP//NAME/Bakker/REMI/x/RTRN/AM04/ISDT/2013\n"
        ":61:130701D1,00N654NONREF//3\n:86:/TRTP/SEPA INCASSO/RTYP/AC01/NAME/De Vries/EREF/NOTPROVIDED\n"
        ":61:130701D1,00NTRFNONREF//4\n:86:109?00RUECKBELASTUNG?109310?20EREF+SDD-4MREF+M-9?21SVWZ+RETOUR\n"
        ":61:130701C1,00NTRFNONREF//5\n:86:166?00GUTSCHRIFT?20SVWZ+x\n");
    static const struct {
        const char *reason, *mandate, *end_to_end;
        bool reversal;
    } rows[] = {{"MS03", "MANDAAT-7", "SDD-1", false},
                {"AM04", "M-8", "SDD-2", false},
                {"AC01", "", "", false},
                {"", "M-9", "SDD-4", true},
                {"", "", "", false}};
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const LineRecord *line = line_at(got, i);
        g_assert_cmpstr(line->return_reason, ==, rows[i].reason);
        g_assert_cmpstr(line->mandate == NULL ? "" : line->mandate, ==, rows[i].mandate);
        g_assert_cmpstr(line->end_to_end, ==, rows[i].end_to_end);
        g_assert_true(line->reversal == rows[i].reversal);
    }
}

static void test_batches(void)
{
    g_autoptr(Collected) paid = read_fields(
        ":61:130701D10,00N029NONREF\n:86:VERZAMELBETALING         BATCH-ID:     012345 TOTAAL 198\nPOSTEN\n");
    g_assert_false(collected_warned(paid, "needs splitting"));
    g_assert_cmpuint(statement_at(paid, 0)->lines->len, ==, 1);
    g_autoptr(Collected) received = read_fields(
        ":61:130701C10,00N029NONREF\n:86:VERZAMELBETALING         BATCH-ID:     012345 TOTAAL 198\nPOSTEN\n");
    g_assert_true(collected_warned(received, "€ 10,00 needs splitting"));
    g_assert_cmpint(line_at(received, 0)->amount, ==, 1000);
    g_autoptr(Collected) counted =
        read_fields(":61:130701C30,00N654NONREF\n:86:/TRTP/SEPA INCASSO/PREF/BATCH-7/NRTX/3/PIND/BRUTO\n"
                    ":61:130701C31,00N654NONREF\n:86:/TRTP/SEPA INCASSO/PREF/BATCH-8/NRTX/1\n");
    g_assert_true(collected_warned(counted, "€ 30,00 needs splitting"));
    g_assert_false(collected_warned(counted, "€ 31,00"));
    g_assert_cmpstr(line_at(counted, 0)->end_to_end, ==, "BATCH-7");
}

static void test_cheques_charges_currencies(void)
{
    g_autoptr(Collected) got =
        read_fields(":61:130701C1,00NCHK1234567//1\n:61:130701C1,00NMSCNONREF//2\n:86:INCASSO CHEQUE NR. 7654321\n"
                    ":61:130701C1,00NTRFNONREF//3\n:86:cheque ontvangen\n"
                    ":61:130701C90,00NTRFNONREF//4\n/OCMT/USD110,00//CHGS/EUR2,50/\n:86:/CNTP/1/X/N///REMI/USTD//x/\n");
    g_assert_true(line_at(got, 0)->cheque);
    g_assert_cmpstr(line_at(got, 0)->cheque_number, ==, "1234567");
    g_assert_true(line_at(got, 1)->cheque);
    g_assert_cmpstr(line_at(got, 1)->cheque_number, ==, "7654321");
    g_assert_false(line_at(got, 2)->cheque);
    g_assert_cmpint(line_at(got, 3)->charges, ==, 250);
    g_assert_cmpint(line_at(got, 3)->original_amount, ==, 11000);
    g_assert_cmpstr(line_at(got, 3)->original_currency, ==, "USD");
    g_assert_cmpint(line_at(got, 3)->amount, ==, 9000);
}

/* ---- banks without a sample ---- */

static void test_banks(void)
{
    static const struct {
        const char *bank, *fields, *account, *name, *text, *end_to_end;
    } rows[] = {
        {"SNS and ASN: the account in the reference, the name on the next line",
         ":61:1307010701C65,00NOVBNL47TEST0999999999\nhr g j paulissen\n:86:NL47TEST0999999999 hr g j paulissen\n\n"
         "Betaling sieraden\n",
         "NL47TEST0999999999", "hr g j paulissen", "hr g j paulissen Betaling sieraden", ""},
        {"Knab, older",
         ":61:1307010701C65,00NTRFNONREF//K1\n:86:FACTUUR 2025-17\nREK: NL47TEST0999999999/NAAM: JANSEN VOF\n",
         "NL47TEST0999999999", "JANSEN VOF", "FACTUUR 2025-17", ""},
        {"Bunq: account, BIC, name and words in one line",
         ":61:1307010701C65,00NTRFNONREF\n:86:NL47TEST0999999999 TESTNL2A J JANSEN\nfactuur 2025-17\n",
         "NL47TEST0999999999", "J JANSEN", "J JANSEN factuur 2025-17", ""},
        {"KBC and the like: an IBAN in the text",
         ":61:1307010701C65,00NTRFNONREF\n:86:OVERSCHRIJVING VAN BE68 5390 0754 7034 BAKKERIJ JANSEN factuur 17\n",
         "BE68539007547034", "", "OVERSCHRIJVING VAN BE68 5390 0754 7034 BAKKERIJ JANSEN factuur 17", ""},
        {"two accounts in a text leave the question open",
         ":61:1307010701C65,00NTRFNONREF\n:86:van BE68539007547034 naar BE71096123456769 factuur 17\n", "", "",
         "van BE68539007547034 naar BE71096123456769 factuur 17", ""},
        {"Germany, SEPA",
         ":61:1307010701C65,00N062NONREF\n:86:166?00SEPA-UEBERWEISUNG?109310?20EREF+E-77?21SVWZ+Rechnung 2025-17 vo\n"
         "?22m 1. Juli?30TESTDEFF?31DE89370400440532013000?32Baeckerei Mueller und Soehn\n?33e GmbH\n",
         "DE89370400440532013000", "Baeckerei Mueller und Soehne GmbH", "Rechnung 2025-17 vom 1. Juli", "E-77"},
        {"Germany, before SEPA",
         ":61:1307010701C65,00N051NONREF\n:86:051?00GUTSCHRIFT?109310?20RECHNUNG 2025-17?3070150000?3120385\n"
         "?32MUELLER GMBH\n",
         "70150000/20385", "MUELLER GMBH", "RECHNUNG 2025-17", ""},
        {"Triodos, older: our own account is repeated",
         ":61:1307010701C65,00NET NONREF\n:86:000>100555555555\n>20JANSEN VOF FACTUUR 2025-17>21 VAN JULI\n"
         ">31NL96TEST0000000101\n",
         "0555555555", "", "JANSEN VOF FACTUUR 2025-17 VAN JULI", ""},
        {"ABN AMRO, columns: a word goes on in the next one",
         ":61:1307010701C65,00N654NONREF\n:86:SEPA OVERBOEKING                 IBAN: NL47TEST0999999999\n"
         "BIC: TESTNL2A                    NAAM: JANSEN VOF\n"
         "OMSCHRIJVING: FACTUUR 2025-17 EN  FACTUUR 2025-18 VAN JULI 2013 E\n"
         "N MEER                           KENMERK: E-77\n",
         "NL47TEST0999999999", "JANSEN VOF", "FACTUUR 2025-17 EN FACTUUR 2025-18 VAN JULI 2013 EN MEER", "E-77"},
        {"ABN AMRO, domestic", ":61:1307010701C65,00N422NONREF\n:86:54.49.42.108 JANSEN VOF\n", "544942108",
         "JANSEN VOF", "54.49.42.108 JANSEN VOF", ""},
        {"Rabobank, older: account and name in the reference",
         ":61:130701C000000000065,00N0620266050522      Jansen VOF\n:86:factuur 2025-17\n", "0266050522", "Jansen VOF",
         "factuur 2025-17", ""},
        {"ING, older",
         ":61:130701C65,00NGT EREF\n:86:NL47TEST0999999999 TESTNL2A J AAP / FOO B.V. NOTPROVIDED parkeren\n",
         "NL47TEST0999999999", "J AAP / FOO B.V.", "parkeren", ""},
        {"ten digits at the start are anybody's number", ":61:130701C65,00NTRFNONREF\n:86:2025001234 graag\n", "", "",
         "2025001234 graag", ""},
        {"letters and digits at the start may be an invoice number",
         ":61:130701C65,00NTRFNONREF\nFA2025001234567\n:86:FA20250012345678 betaald\n", "", "",
         "FA20250012345678 betaald FA2025001234567", ""},
        {"van Lanschot",
         ":61:130701C65,00NXXX0130045721\n"
         ":86:/TRTP/SEPA Overboeking/IBAN/NL47TEST0999999999/BIC/TESTNL2A/NAME/JANSEN VOF/REMI/2025-17\n",
         "NL47TEST0999999999", "JANSEN VOF", "2025-17", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].bank);
        g_autoptr(Collected) got = read_fields(rows[i].fields);
        const LineRecord *line = line_at(got, 0);
        g_assert_cmpint(line->amount, ==, 6500);
        g_assert_cmpstr(line->account, ==, rows[i].account);
        g_assert_cmpstr(line->name, ==, rows[i].name);
        g_assert_cmpstr(line->text, ==, rows[i].text);
        g_assert_cmpstr(line->end_to_end, ==, rows[i].end_to_end);
    }
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

/* ---- random files with a known truth ---- */

enum { ROUNDS = 60, STATEMENTS_MOST = 3, LINES_MOST = 10 };

typedef struct {
    Mt940Written line;
    char *name, *text, *end_to_end, *bank_reference;
} Truth;

static void truth_clear(gpointer data)
{
    Truth *truth = data;
    g_free(truth->name);
    g_free(truth->text);
    g_free(truth->end_to_end);
    g_free(truth->bank_reference);
}

/* Words of letters, digits and the marks people type, never two blanks in a row. */
static char *random_words(GRand *rand, int most)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-+()";
    GString *text = g_string_new(NULL);
    int words = g_rand_int_range(rand, 1, most);
    for (int w = 0; w < words; w++) {
        if (w > 0)
            g_string_append_c(text, ' ');
        g_string_append_c(text, letters[g_rand_int_range(rand, 0, 52)]);
        for (int i = g_rand_int_range(rand, 1, 14); i > 0; i--)
            g_string_append_c(text, letters[g_rand_int_range(rand, 0, (int)strlen(letters))]);
    }
    return g_string_free(text, FALSE);
}

static void truth_make(GRand *rand, Day day, Truth *truth)
{
    static const char *const issuers[] = {"CUR", "BBA", "ISO"};
    static const char *const references[] = {"5000056789012345", "010806817183", "RF18539007547034"};
    int kind = g_rand_int_range(rand, 0, 9);
    truth->name = random_words(rand, 4);
    truth->text = random_words(rand, 16);
    truth->end_to_end = g_rand_boolean(rand) ? g_strdup_printf("E%d", g_rand_int_range(rand, 1, 999999)) : NULL;
    truth->bank_reference = g_strdup_printf("B%d", g_rand_int_range(rand, 1, 999999));
    truth->line = (Mt940Written){.day = day_plus(day, g_rand_int_range(rand, -5, 6)),
                                 .value_day = day,
                                 .amount = g_rand_int_range(rand, -5000000, 5000000),
                                 .reversal = g_rand_int_range(rand, 0, 10) == 0,
                                 .name = truth->name,
                                 .account = "NL47TEST0999999999",
                                 .reference = kind < 3 ? references[kind] : NULL,
                                 .issuer = kind < 3 ? issuers[kind] : NULL,
                                 .text = truth->text,
                                 .end_to_end = truth->end_to_end,
                                 .bank_reference = truth->bank_reference};
}

typedef struct {
    Mt940Writer *writer;
    GArray *truths; /* Truth */
    GArray *ends;   /* int: how many lines stand before the end of each statement */
} Random;

static Random *random_file(GRand *rand, Mt940Dialect dialect, int statements_most, int lines_most)
{
    Random *made = g_new0(Random, 1);
    made->writer = mt940_writer_new(dialect);
    made->truths = g_array_new(FALSE, FALSE, sizeof(Truth));
    made->ends = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_set_clear_func(made->truths, truth_clear);
    Day day = day_from_number(g_rand_int_range(rand, 14000, 22000));
    for (int statements = g_rand_int_range(rand, 1, statements_most + 1), s = 1; s <= statements;
         s++, day = day_plus(day, 1)) {
        mt940_write_begin(made->writer, "NL96TEST0000000101", s, g_rand_int_range(rand, -100000, 100000), day);
        for (int lines = g_rand_int_range(rand, lines_most / 2, lines_most + 1); lines > 0; lines--) {
            Truth truth = {0};
            truth_make(rand, day, &truth);
            mt940_write_line(made->writer, &truth.line);
            g_array_append_val(made->truths, truth);
        }
        mt940_write_end(made->writer, day);
        g_array_append_val(made->ends, made->truths->len);
    }
    return made;
}

static void random_free(Random *made)
{
    mt940_writer_free(made->writer);
    g_array_unref(made->truths);
    g_array_unref(made->ends);
    g_free(made);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Random, random_free)

static void assert_truth(const LineRecord *line, const Truth *truth, Mt940Dialect dialect)
{
    const Mt940Written *written = &truth->line;
    bool in_text = dialect == MT940_ABN_AMRO || dialect == MT940_GERMAN; /* the reference stands in the text */
    g_assert_cmpint(line->amount, ==, written->amount);
    g_assert_cmpint(line->day.number, ==, written->day.number);
    g_assert_cmpint(line->value_day.number, ==, written->value_day.number);
    g_assert_true(line->reversal == written->reversal);
    g_assert_cmpstr(line->name, ==, written->name);
    g_assert_cmpstr(line->account, ==, written->account);
    g_assert_cmpstr(line->end_to_end, ==, written->end_to_end == NULL ? "" : written->end_to_end);
    g_assert_cmpstr(line->bank_reference, ==, written->bank_reference);
    if (written->reference == NULL)
        g_assert_cmpstr(line->text, ==, written->text);
    else if (in_text)
        g_assert_nonnull(strstr(line->text, written->reference));
    if (dialect != MT940_GERMAN)
        g_assert_cmpstr(line->reference, ==, written->reference == NULL ? "" : written->reference);
}

static void assert_random(const Collected *got, const Random *made)
{
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_cmpuint(got->warnings->len, ==, 0); /* so every statement ties */
    g_assert_cmpuint(got->statements->len, ==, made->ends->len);
    guint at = 0;
    for (guint s = 0; s < got->statements->len; s++) {
        const CollectedStatement *statement = statement_at(got, s);
        for (guint l = 0; l < statement->lines->len; l++, at++)
            assert_truth(&g_array_index(statement->lines, LineRecord, l), &g_array_index(made->truths, Truth, at),
                         made->writer->dialect);
        g_assert_cmpint((int)at, ==, g_array_index(made->ends, int, s));
    }
}

static void test_random_files(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20261122);
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    int lines = 0;
    for (int round = 0; round < ROUNDS * MT940_DIALECTS; round++) {
        g_autoptr(Random) made = random_file(rand, (Mt940Dialect)(round % MT940_DIALECTS), STATEMENTS_MOST, LINES_MOST);
        g_auto(GStrv) split = g_strsplit(made->writer->text->str, "\n", -1);
        g_autofree char *text = g_strjoinv(ends[round % 3], split);
        g_autoptr(Collected) got = read_bytes(text, strlen(text));
        collected_log(got);
        assert_random(got, made);
        lines += (int)made->truths->len;
    }
    g_test_message("%d files, %d lines", ROUNDS * MT940_DIALECTS, lines);
}

/* ---- damage ---- */

static guint movements_begun(const char *bytes, gsize length)
{
    guint count = 0;
    g_autofree char *text = g_strndup(bytes, length);
    for (const char *at = text; (at = strstr(at, ":61:")) != NULL; at++)
        count += at == text || at[-1] == '\n';
    return count;
}

/* Whatever is cut off: each movement that begins is a line with its true amount, or is listed. */
static void test_cut_anywhere(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(61);
    for (int dialect = 0; dialect < MT940_DIALECTS; dialect++) {
        g_autoptr(Random) made = random_file(rand, (Mt940Dialect)dialect, 1, 2);
        const GString *whole = made->writer->text;
        for (gsize cut = 0; cut < whole->len; cut++) {
            g_autoptr(Collected) got = read_bytes(whole->str, cut);
            g_assert_no_error(got->error);
            guint lines = 0;
            for (guint s = 0; s < got->statements->len; s++)
                for (guint l = 0; l < statement_at(got, s)->lines->len; l++, lines++)
                    g_assert_cmpint(g_array_index(statement_at(got, s)->lines, LineRecord, l).amount, ==,
                                    g_array_index(made->truths, Truth, lines).line.amount);
            guint headers = 0;
            for (guint p = 0; p < got->problems->len; p++)
                headers += strstr(g_array_index(got->problems, CollectedRemark, p).sentence, "nothing follows") != NULL;
            g_assert_cmpuint(lines + got->problems->len - headers, ==, movements_begun(whole->str, cut));
        }
    }
}

static void test_random_damage(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(86);
    for (int round = 0; round < 300; round++) {
        g_autoptr(Random) made = random_file(rand, (Mt940Dialect)(round % MT940_DIALECTS), STATEMENTS_MOST, LINES_MOST);
        GString *text = made->writer->text;
        for (int i = g_rand_int_range(rand, 1, 20); i > 0; i--)
            text->str[g_rand_int_range(rand, 0, (int)text->len)] = (char)g_rand_int_range(rand, 0, 256);
        g_autoptr(Collected) got = read_bytes(text->str, text->len);
        g_assert_no_error(got->error);
    }
}

static void test_too_much(void)
{
    g_autofree char *fill = g_strnfill(10 * 1024 * 1024, 'x');
    g_autofree char *fields =
        g_strconcat(":61:130701C1,00NTRFNONREF\n:86:", fill, "\n:61:130701C2,00NTRFNONREF\n", NULL);
    g_autoptr(Collected) got = read_fields(fields);
    g_assert_cmpuint(statement_at(got, 0)->lines->len, ==, 2);
    g_assert_true(collected_listed(got, 6, "longer than any line"));
    g_assert_cmpuint(strlen(line_at(got, 0)->text), <, 1000);
    GString *many = g_string_new(":61:130701C1,00NTRFNONREF\n");
    for (int i = 0; i < 100000; i++)
        g_string_append(many, i % 2 == 0 ? ":86:nog een regel\n" : "en nog een\n");
    g_string_append(many, ":61:130701C2,00NTRFNONREF\n");
    g_autoptr(Collected) texts = read_fields(many->str);
    g_string_free(many, TRUE);
    g_assert_cmpuint(statement_at(texts, 0)->lines->len, ==, 2);
    g_assert_cmpuint(strlen(line_at(texts, 0)->text), <, 64 * 1024);
    g_assert_true(collected_warned(texts, "longer than any bank writes"));
    g_assert_cmpuint(texts->warnings->len, <, 10);
}

static void test_stopping(void)
{
    g_autofree char *text = statement_with(":61:130701C1,00NTRFNONREF\n:61:130701C2,00NTRFNONREF\n");
    g_autofree char *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-mt940-XXXXXX", &path, NULL), NULL));
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(Collected) got = collected_new();
    got->stop_after = 1;
    collected_read(got, path, NULL);
    g_unlink(path);
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_assert_cmpuint(statement_at(got, 0)->lines->len, ==, 1);
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
    g_test_add_func("/mt940/structured references wherever a bank puts them", test_references);
    g_test_add_func("/mt940/a remittance that was cut off is never completed", test_cut_remittance);
    g_test_add_func("/mt940/returns with their reason, mandates", test_returns_and_mandates);
    g_test_add_func("/mt940/one sum for many payments is said where money came in", test_batches);
    g_test_add_func("/mt940/cheques, charges and other currencies", test_cheques_charges_currencies);
    g_test_add_func("/mt940/every bank's way of naming the other side", test_banks);
    g_test_add_func("/mt940/told by content", test_recognised);
    g_test_add_func("/mt940/random files of every dialect give back what was put in", test_random_files);
    g_test_add_func("/mt940/cut off anywhere no movement is lost or changed", test_cut_anywhere);
    g_test_add_func("/mt940/random damage never breaks the reader", test_random_damage);
    g_test_add_func("/mt940/endless lines and fields cost one line", test_too_much);
    g_test_add_func("/mt940/the desk may stop it", test_stopping);
    return g_test_run();
}
