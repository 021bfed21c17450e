/* Files that are cut off, damaged or made to hurt: a sentence or listed problems, never a crash, and never
 * anything used of a statement that is not whole. */
#include "import_collect.h"

#include "ledger/import/text_stream.h"

#include <locale.h>

static char *fixture_read(const char *name, gsize *length)
{
    g_autofree char *data = g_path_get_dirname(g_getenv("BELRONDE_DATA"));
    g_autofree char *path = g_build_filename(data, "tests", "import", name, NULL);
    char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, length, NULL));
    return bytes;
}

static void assert_refused(const Collected *got, const char *part)
{
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (strstr(got->error->message, part) == NULL)
        g_error("refused, but: %s", got->error->message);
    g_assert_cmpuint(got->statements->len + got->items->len + got->customers->len, ==, 0);
}

/* ---- cut off ---- */

static void test_statement_cut_anywhere(void)
{
    gsize length = 0;
    g_autofree char *bytes = fixture_read("statement.xml", &length);
    gsize whole = (gsize)(strstr(bytes, "</Document>") + strlen("</Document>") - bytes);
    for (gsize cut = 0; cut <= length; cut++) {
        g_autoptr(Collected) got = collected_bytes(bytes, cut, NULL);
        if (cut < whole) {
            assert_refused(got, "");
            continue;
        }
        g_assert_no_error(got->error);
        g_assert_cmpuint(got->statements->len, ==, 1);
        g_assert_cmpuint(got->warnings->len + got->problems->len, ==, 0);
    }
}

static void test_list_cut_anywhere(void)
{
    const char *text = "customer_number;customer_name;invoice_number;due_date;open_amount\r\n"
                       "7;\"Café \"\"De\r\nZon\"\"\";F1;2026-02-04;€ 12,50\r\n8;Ander;F2;;(1,00)\r\n";
    gsize length = strlen(text);
    guint most = 0;
    for (gsize cut = 0; cut <= length; cut++) {
        g_autoptr(Collected) got = collected_bytes(text, cut, NULL);
        if (got->error != NULL) {
            assert_refused(got, "");
            continue;
        }
        g_assert_cmpuint(got->items->len + got->problems->len, <=, 3);
        most = MAX(most, got->items->len);
        if (got->items->len > 0 && cut < length) /* a half amount may be read, a whole row stays as it is */
            g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).number, ==, "F1");
    }
    g_assert_cmpuint(most, ==, 2);
}

/* ---- damaged ---- */

static void damage(const char *name)
{
    gsize length = 0;
    g_autofree char *whole = fixture_read(name, &length);
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260224);
    for (int round = 0; round < 120; round++) {
        g_autofree char *bytes = g_memdup2(whole, length);
        int changes = g_rand_int_range(rand, 1, 12);
        for (int i = 0; i < changes; i++)
            bytes[g_rand_int_range(rand, 0, (int)length)] = (char)g_rand_int_range(rand, 0, 256);
        g_autoptr(Collected) got = collected_bytes(bytes, length, NULL);
        g_assert_true(got->kind != NULL || got->error != NULL);
    }
}

static void test_damage(void)
{
    static const char *const names[] = {"statement.xml", "belronde.csv", "odoo-journal-items.csv", "exact.csv"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        damage(names[i]);
}

static void test_zero_bytes(void)
{
    static const char list[] = "customer_number;customer_name;invoice_number;due_date;open_amount\n"
                               "7;Za\0ak;F\0001;;1,00\n8;Ander;F2;;2,00\n";
    g_autoptr(Collected) got = collected_bytes(list, sizeof list - 1, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->items->len, ==, 2);
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).customer.name, ==, "Za?ak");
    gsize length = 0;
    g_autofree char *xml = fixture_read("statement.xml", &length);
    strstr(xml, "Bakkerij")[3] = '\0';
    g_autoptr(Collected) statement = collected_bytes(xml, length, NULL);
    assert_refused(statement, "not complete XML");
}

/* ---- too much ---- */

enum { HUGE_BYTES = 10 * 1024 * 1024 };

static void test_huge_line(void)
{
    GString *text =
        g_string_new("customer_number;customer_name;invoice_number;due_date;open_amount\n7;Zaak;F1;;1,00\n8;");
    g_autofree char *fill = g_strnfill(HUGE_BYTES, 'x');
    g_string_append(text, fill);
    g_string_append(text, ";F2;;1,00\n9;Ander;F3;;3,00\n");
    g_autoptr(Collected) got = collected_bytes(text->str, text->len, NULL);
    g_string_free(text, TRUE);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->items->len, ==, 2);
    g_assert_true(collected_listed(got, 3, "longer than any row"));
    g_assert_cmpuint(strlen(g_array_index(got->problems, CollectedRemark, 0).raw), <, 1000);
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 1).line, ==, 4);
    g_autoptr(Collected) alone = collected_bytes(fill, HUGE_BYTES, NULL);
    assert_refused(alone, "cannot be imported");
}

/* Of a text of ten megabytes the beginning is kept; raw characters the library gives up on are refused. */
static void test_huge_text_in_xml(void)
{
    g_autofree char *fill = g_strnfill(HUGE_BYTES + 1024, 'x');
    static const char *const AROUND[][2] = {{"", ""}, {"<![CDATA[", "]]>"}};
    for (size_t i = 0; i < G_N_ELEMENTS(AROUND); i++) {
        g_autofree char *text =
            g_strconcat("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Id>",
                        AROUND[i][0], fill, AROUND[i][1], "</Id></Stmt></BkToCstmrStmt></Document>", NULL);
        g_autoptr(Collected) got = collected_text(text, NULL);
        if (i > 0) {
            assert_refused(got, "is not complete XML");
            continue;
        }
        g_assert_no_error(got->error);
        g_assert_cmpuint(got->statements->len, ==, 1);
        g_assert_cmpuint(strlen(g_array_index(got->statements, CollectedStatement, 0).end.id), <=, 64 * 1024 + 1);
    }
}

static void test_many_texts_in_one_entry(void)
{
    GString *text =
        g_string_new("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>"
                     "<Ntry><Amt Ccy='EUR'>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><ValDt><Dt>2026-01-01</Dt></ValDt>"
                     "<NtryDtls><TxDtls><RmtInf>");
    for (int i = 0; i < 50000; i++)
        g_string_append(text, "<Ustrd>abc</Ustrd><Strd><CdtrRefInf><Ref>1</Ref></CdtrRefInf></Strd>");
    g_string_append(text, "</RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>");
    g_autoptr(Collected) got = collected_bytes(text->str, text->len, NULL);
    g_string_free(text, TRUE);
    g_assert_no_error(got->error);
    const CollectedStatement *statement = &g_array_index(got->statements, CollectedStatement, 0);
    g_assert_cmpuint(strlen(g_array_index(statement->lines, LineRecord, 0).text), <, 20000);
}

static void test_deep_nesting(void)
{
    GString *text = g_string_new("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt>");
    for (int i = 0; i < 1000; i++)
        g_string_append(text, "<Stmt>");
    for (int i = 0; i < 1000; i++)
        g_string_append(text, "</Stmt>");
    g_string_append(text, "</BkToCstmrStmt></Document>");
    g_autoptr(Collected) got = collected_bytes(text->str, text->len, NULL);
    g_string_free(text, TRUE);
    assert_refused(got, "nested too deep");
}

/* The library compares each attribute with each other one. */
static void test_attributes_without_number(void)
{
    GString *text = g_string_new("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt");
    for (int i = 0; i < 400000; i++)
        g_string_append_printf(text, " a%d='>'", i);
    g_string_append(text, "/></Document>");
    gint64 began = g_get_monotonic_time();
    g_autoptr(Collected) got = collected_bytes(text->str, text->len, NULL);
    g_string_free(text, TRUE);
    assert_refused(got, "too many attributes");
    g_assert_cmpint(g_get_monotonic_time() - began, <, 10 * G_USEC_PER_SEC); /* minutes without the limit */
}

/* Every line opens a quote of its own: rows are lost one by one, and the end is reached. */
static void test_quotes_everywhere(void)
{
    GString *text = g_string_new("customer_number;customer_name;invoice_number;due_date;open_amount\n");
    for (int i = 0; i < 3000; i++)
        g_string_append_printf(text, "%d;\"a;F%d;;1,00;\"b\";\"c\n", i, i);
    g_string_append(text, "9;Ander;F;;3,00\n");
    g_autoptr(Collected) got = collected_bytes(text->str, text->len, NULL);
    g_string_free(text, TRUE);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->problems->len, >, 0);
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, got->items->len - 1).number, ==, "F");
}

/* ---- DOCTYPE ---- */

#define AFTER                                                                                                          \
    "<Document "                                                                                                       \
    "xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Id>&a;</Id></Stmt></"                \
    "BkToCstmrStmt></Document>"

static void test_doctype(void)
{
    static const char *const files[] = {
        "<!DOCTYPE Document [<!ENTITY a 'x'>]>" AFTER,
        "<!DOCTYPE Document [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" AFTER,
        "<!DOCTYPE Document SYSTEM 'http://127.0.0.1/nothing.dtd'>" AFTER,
        "<?xml version='1.0'?><!-- x --><!DOCTYPE Document [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]>" AFTER,
        "<!DOCTYPE Document [<!ENTITY b0 'ha'><!ENTITY b1 '&b0;&b0;&b0;&b0;&b0;&b0;&b0;&b0;&b0;&b0;'>"
        "<!ENTITY b2 '&b1;&b1;&b1;&b1;&b1;&b1;&b1;&b1;&b1;&b1;'><!ENTITY b3 '&b2;&b2;&b2;&b2;&b2;&b2;&b2;&b2;&b2;'>"
        "<!ENTITY b4 '&b3;&b3;&b3;&b3;&b3;&b3;&b3;&b3;&b3;'><!ENTITY b5 '&b4;&b4;&b4;&b4;&b4;&b4;&b4;&b4;&b4;'>"
        "<!ENTITY a '&b5;&b5;&b5;&b5;&b5;&b5;&b5;&b5;&b5;&b5;'>]>" AFTER,
        "<!DOCTYPE Document>" AFTER,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(Collected) got = collected_text(files[i], NULL);
        assert_refused(got, "DOCTYPE");
        gsize length = 0;
        g_autofree char *wide = g_convert(files[i], -1, "UTF-16", "UTF-8", NULL, &length, NULL);
        g_autoptr(Collected) again = collected_bytes(wide, length, NULL);
        assert_refused(again, "DOCTYPE");
    }
    g_autoptr(Collected) undeclared = collected_text(AFTER, NULL);
    assert_refused(undeclared, "not complete XML");
}

/* ---- small buffers ---- */

static char *stream_lines(const char *path, size_t block)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TextStream) stream = text_stream_open(path, NULL, block, &error);
    g_assert_no_error(error);
    GString *all = g_string_new(NULL);
    g_autoptr(GString) line = g_string_new(NULL);
    TextStatus status;
    while ((status = text_stream_next(stream, line, &error)) == TEXT_LINE)
        g_string_append_printf(all, "[%s]", line->str);
    g_assert_cmpint(status, ==, TEXT_END);
    g_string_append_printf(all, "%" G_GINT64_FORMAT, text_stream_replaced(stream));
    return g_string_free(all, FALSE);
}

/* A letter or a line end may fall between two reads. */
static void test_any_block_size(void)
{
    static const char *const charsets[] = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "WINDOWS-1252"};
    const char *text = "een € zaak\r\nété\n\r\rlaatste\rzonder einde";
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        gsize length = 0;
        g_autofree char *path = NULL, *bytes = g_convert(text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
        g_assert_true(g_close(g_file_open_tmp("belronde-block-XXXXXX", &path, NULL), NULL));
        g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
        for (size_t block = 1; block < 40; block++) {
            g_autofree char *lines = stream_lines(path, block);
            g_assert_cmpstr(lines, ==, "[een € zaak\n][été\n][\n][\n][laatste\n][zonder einde]0");
        }
        g_unlink(path);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hostile/a statement cut off anywhere is refused whole", test_statement_cut_anywhere);
    g_test_add_func("/hostile/a list cut off anywhere gives its whole rows", test_list_cut_anywhere);
    g_test_add_func("/hostile/random damage is refused or listed", test_damage);
    g_test_add_func("/hostile/zero bytes never pass", test_zero_bytes);
    g_test_add_func("/hostile/a line of ten megabytes costs one row", test_huge_line);
    g_test_add_func("/hostile/of a text of ten megabytes in XML the beginning is kept", test_huge_text_in_xml);
    g_test_add_func("/hostile/texts without number do not grow without limit", test_many_texts_in_one_entry);
    g_test_add_func("/hostile/elements a thousand deep are refused", test_deep_nesting);
    g_test_add_func("/hostile/attributes without number are refused at once", test_attributes_without_number);
    g_test_add_func("/hostile/quotes opened on every line come to an end", test_quotes_everywhere);
    g_test_add_func("/hostile/a DOCTYPE is refused before anything it declares", test_doctype);
    g_test_add_func("/hostile/any size of buffer reads the same", test_any_block_size);
    return g_test_run();
}
