/* Archives of many files: what honest ones hold is read like the files themselves, what others do costs a
 * sentence. */
#include "import_collect.h"

#include <locale.h>
#include <stdlib.h>
#include <zip.h>

#define STATEMENT(id, amount)                                                                                          \
    "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Id>" id                    \
    "</Id><Acct><Id><IBAN>BE96999000000101</IBAN></Id></Acct><Ntry><Amt Ccy='EUR'>" amount                             \
    "</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-02</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>"
#define LIST                                                                                                           \
    "customer_number;customer_name;invoice_number;due_date;open_amount\n7;Zaak;F1;2026-02-04;12,50\n8;Zij;;;x\n"

/* ---- making archives ---- */

typedef struct {
    const char *name, *text;
    const char *password; /* NULL none */
} Entry;

static char *archive_path(void)
{
    char *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-archive-XXXXXX", &path, NULL), NULL));
    return path;
}

static void entry_add(zip_t *zip, const Entry *entry)
{
    if (g_str_has_suffix(entry->name, "/")) {
        g_assert_cmpint(zip_dir_add(zip, entry->name, ZIP_FL_ENC_UTF_8), >=, 0);
        return;
    }
    zip_source_t *source = zip_source_buffer(zip, entry->text, strlen(entry->text), 0);
    zip_int64_t index = zip_file_add(zip, entry->name, source, ZIP_FL_ENC_GUESS);
    g_assert_cmpint(index, >=, 0);
    if (entry->password != NULL)
        g_assert_cmpint(zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_AES_256, entry->password), ==, 0);
}

static char *archive_make(const Entry *entries, size_t count)
{
    char *path = archive_path();
    int fault = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &fault);
    g_assert_nonnull(zip);
    for (size_t i = 0; i < count; i++)
        entry_add(zip, &entries[i]);
    g_assert_cmpint(zip_close(zip), ==, 0);
    return path;
}

static Collected *archive_read(const Entry *entries, size_t count)
{
    g_autofree char *path = archive_make(entries, count);
    Collected *got = collected_file(path, NULL);
    collected_log(got);
    g_unlink(path);
    return got;
}

#define READ(...) archive_read((const Entry[]){__VA_ARGS__}, sizeof((const Entry[]){__VA_ARGS__}) / sizeof(Entry))

static void assert_refused(const Collected *got, const char *part)
{
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (strstr(got->error->message, part) == NULL)
        g_error("refused, but: %s", got->error->message);
    g_assert_cmpuint(got->statements->len + got->items->len + got->customers->len + got->problems->len, ==, 0);
}

/* ---- honest ones ---- */

static void test_many_files(void)
{
    g_autoptr(Collected) got = READ({"b/2026-03-02.xml", STATEMENT("B", "2"), NULL}, {"openstaand.txt", LIST, NULL},
                                    {"b/", "", NULL}, {"a.camt", STATEMENT("A", "1"), NULL});
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "zip");
    g_assert_cmpuint(got->statements->len, ==, 2);
    g_assert_cmpstr(g_array_index(got->statements, CollectedStatement, 0).end.id, ==, "A");
    g_assert_cmpstr(g_array_index(got->statements, CollectedStatement, 1).end.id, ==, "B");
    g_assert_cmpuint(got->items->len, ==, 1);
    g_assert_cmpuint(got->problems->len, ==, 1);
    const CollectedRemark *problem = &g_array_index(got->problems, CollectedRemark, 0);
    g_assert_true(g_str_has_prefix(problem->sentence, "openstaand.txt: "));
    g_assert_cmpint(problem->line, ==, 3);
}

static void test_any_order_in_the_archive(void)
{
    static const Entry entries[] = {{"3.xml", STATEMENT("C", "3"), NULL},
                                    {"1.xml", STATEMENT("A", "1"), NULL},
                                    {"2.csv", LIST, NULL},
                                    {"0.pdf", "%PDF-1.7", NULL}};
    g_autoptr(GString) first = g_string_new(NULL);
    for (guint turn = 0; turn < G_N_ELEMENTS(entries); turn++) {
        Entry turned[G_N_ELEMENTS(entries)];
        for (guint i = 0; i < G_N_ELEMENTS(entries); i++)
            turned[i] = entries[(i + turn) % G_N_ELEMENTS(entries)];
        g_autoptr(Collected) got = archive_read(turned, G_N_ELEMENTS(turned));
        g_autoptr(GString) said = g_string_new(NULL);
        for (guint i = 0; i < got->statements->len; i++)
            g_string_append(said, g_array_index(got->statements, CollectedStatement, i).end.id);
        for (guint i = 0; i < got->problems->len; i++)
            g_string_append(said, g_array_index(got->problems, CollectedRemark, i).sentence);
        if (turn == 0)
            g_string_assign(first, said->str);
        g_assert_cmpstr(said->str, ==, first->str);
    }
}

static void test_members_that_cannot_be_read(void)
{
    static const struct {
        Entry entry;
        const char *part;
    } rows[] = {
        {{"letter.pdf", "%PDF-1.7", NULL}, "letter.pdf cannot be imported: it is a PDF"},
        {{"deep/letter.pdf", "%PDF-1.7", NULL}, "deep/letter.pdf: letter.pdf cannot be imported: it is a PDF"},
        {{"inner.zip", "PK\3\4....", NULL}, "inner.zip: it is a ZIP archive inside the archive"},
        {{"cut.xml", "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt>", NULL},
         "cut.xml is not complete XML"},
        {{"bomb.xml", "<!DOCTYPE Document [<!ENTITY a 'x'>]><Document><BkToCstmrStmt>&a;</BkToCstmrStmt></Document>",
          NULL},
         "bomb.xml holds a DOCTYPE"},
        {{"nothing/", "", NULL}, "nothing/: it is an empty folder"},
        {{"empty.xml", "", NULL}, "empty.xml cannot be imported: it is empty"},
        {{"secret.xml", STATEMENT("S", "1"), "pw"}, "secret.xml: it is locked with a password"},
        {{"../../etc/cron.d/x", STATEMENT("S", "1"), NULL}, "its name leads out of the archive"},
        {{"/etc/passwd", STATEMENT("S", "1"), NULL}, "its name leads out of the archive"},
        {{"a\\..\\..\\x", STATEMENT("S", "1"), NULL}, "its name leads out of the archive"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) alone = READ(rows[i].entry);
        assert_refused(alone, rows[i].part);
        g_autoptr(Collected) got = READ({"good.xml", STATEMENT("A", "1"), NULL}, rows[i].entry);
        g_assert_no_error(got->error);
        g_assert_cmpuint(got->statements->len, ==, 1);
        g_assert_cmpuint(got->problems->len, ==, 1);
        g_assert_true(collected_listed(got, 0, rows[i].part));
    }
}

static void test_names_are_only_names(void)
{
    g_autoptr(Collected) got =
        READ({"..", STATEMENT("A", "1"), NULL}, {"een\nnaam\x1b[2J.xml", STATEMENT("B", "1"), NULL},
             {"héé.xml", "%PDF", NULL}, {".", STATEMENT("C", "1"), NULL});
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->statements->len, ==, 2);
    g_assert_true(collected_listed(got, 0, "..: its name leads out"));
    g_assert_true(collected_listed(got, 0, "héé.xml cannot be imported"));
}

static void test_documents_are_no_archives(void)
{
    static const char *const names[] = {"[Content_Types].xml", "mimetype", "xl/workbook.xml", "word/document.xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(Collected) got = READ({names[i], "x", NULL}, {"sheet.csv", LIST, NULL});
        assert_refused(got, "save the sheet as CSV");
    }
    g_autoptr(Collected) late = READ({"sheet.csv", LIST, NULL}, {"[Content_Types].xml", "x", NULL});
    assert_refused(late, "save the sheet as CSV");
    g_autoptr(Collected) inside = READ({"a.xml", STATEMENT("A", "1"), NULL});
    g_assert_no_error(inside->error);
}

static void test_sink_stops_the_archive(void)
{
    g_autofree char *path = archive_make((const Entry[]){{"a.xml", STATEMENT("A", "1"), NULL},
                                                         {"b.xml", STATEMENT("B", "1"), NULL},
                                                         {"c.xml", STATEMENT("C", "1"), NULL}},
                                         3);
    g_autoptr(Collected) got = collected_new();
    got->stop_after = 2;
    collected_read(got, path, NULL);
    g_unlink(path);
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_assert_cmpint(got->taken, ==, 2);
}

static guint temporary_files(void)
{
    guint count = 0;
    g_autoptr(GDir) folder = g_dir_open(g_get_tmp_dir(), 0, NULL);
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;)
        count += g_str_has_prefix(name, "belronde-zip-");
    return count;
}

static void test_nothing_is_left_behind(void)
{
    guint before = temporary_files();
    g_autoptr(Collected) got = READ({"a.xml", STATEMENT("A", "1"), NULL}, {"b.pdf", "%PDF", NULL});
    g_assert_no_error(got->error);
    g_assert_cmpuint(temporary_files(), ==, before);
}

/* ---- the others ---- */

static void test_bombs(void)
{
    enum { GROWN = 64 * 1024 * 1024 };
    g_autofree char *zeros = g_strnfill(GROWN, ' ');
    g_autoptr(Collected) got = READ({"bomb.csv", zeros, NULL});
    assert_refused(got, "a ZIP bomb");
}

/* An archive byte by byte: stored members, everything in it as claimed. */
typedef struct {
    GByteArray *bytes, *directory;
    guint count;
} Raw;

static void number_add(GByteArray *bytes, guint32 number, guint length)
{
    for (guint i = 0; i < length; i++, number >>= 8)
        g_byte_array_append(bytes, &(guint8){(guint8)number}, 1);
}

static void text_add(GByteArray *bytes, const char *text)
{
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
}

static void directory_add(Raw *raw, const char *name, guint32 packed, guint32 size, guint32 offset)
{
    text_add(raw->directory, "PK\1\2");
    number_add(raw->directory, 20, 2);
    number_add(raw->directory, 20, 2);
    number_add(raw->directory, 0, 4); /* flags, stored */
    number_add(raw->directory, 0, 4); /* time */
    number_add(raw->directory, 0, 4); /* checksum */
    number_add(raw->directory, packed, 4);
    number_add(raw->directory, size, 4);
    number_add(raw->directory, (guint32)strlen(name), 2);
    number_add(raw->directory, 0, 2);
    number_add(raw->directory, 0, 2);
    number_add(raw->directory, 0, 4);
    number_add(raw->directory, 0, 4);
    number_add(raw->directory, offset, 4);
    text_add(raw->directory, name);
    raw->count++;
}

static void local_add(Raw *raw, const char *name, const char *content)
{
    text_add(raw->bytes, "PK\3\4");
    number_add(raw->bytes, 20, 2);
    number_add(raw->bytes, 0, 4);
    number_add(raw->bytes, 0, 4);
    number_add(raw->bytes, 0, 4);
    number_add(raw->bytes, (guint32)strlen(content), 4);
    number_add(raw->bytes, (guint32)strlen(content), 4);
    number_add(raw->bytes, (guint32)strlen(name), 2);
    number_add(raw->bytes, 0, 2);
    text_add(raw->bytes, name);
    text_add(raw->bytes, content);
}

static Raw raw_new(void)
{
    return (Raw){.bytes = g_byte_array_new(), .directory = g_byte_array_new()};
}

static Collected *raw_read(Raw *raw, guint32 claimed)
{
    guint32 at = raw->bytes->len;
    g_byte_array_append(raw->bytes, raw->directory->data, raw->directory->len);
    text_add(raw->bytes, "PK\5\6");
    number_add(raw->bytes, 0, 4);
    number_add(raw->bytes, claimed, 2);
    number_add(raw->bytes, claimed, 2);
    number_add(raw->bytes, raw->directory->len, 4);
    number_add(raw->bytes, at, 4);
    number_add(raw->bytes, 0, 2);
    Collected *got = collected_bytes(raw->bytes->data, raw->bytes->len, NULL);
    collected_log(got);
    g_byte_array_unref(raw->bytes);
    g_byte_array_unref(raw->directory);
    return got;
}

static void test_overlapping_members(void)
{
    Raw raw = raw_new();
    g_autofree char *content = g_strnfill(4000, 'x');
    local_add(&raw, "a", content);
    for (int i = 0; i < 200; i++)
        directory_add(&raw, "a", 4000, 4000, 0);
    g_autoptr(Collected) got = raw_read(&raw, raw.count);
    assert_refused(got, "its parts overlap");
}

static void test_absurd_counts(void)
{
    Raw raw = raw_new();
    local_add(&raw, "a", "x");
    directory_add(&raw, "a", 1, 1, 0);
    g_autoptr(Collected) claimed = raw_read(&raw, 60000);
    assert_refused(claimed, "more files than any bank sends");
    raw = raw_new();
    local_add(&raw, "a", "x");
    for (int i = 0; i < 12000; i++)
        directory_add(&raw, "a", 0, 0, 0);
    g_autoptr(Collected) many = raw_read(&raw, raw.count);
    assert_refused(many, "more files than any bank sends");
}

static void test_lies_about_sizes(void)
{
    static const struct {
        guint32 packed, size;
    } rows[] = {{5, 4000000}, {5, 4}, {5, 0}, {4, 4}, {0xfffffff0U, 0xfffffff0U}, {5, 5}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Raw raw = raw_new();
        local_add(&raw, "a", "hello");
        directory_add(&raw, "a", rows[i].packed, rows[i].size, 0);
        g_autoptr(Collected) got = raw_read(&raw, 1);
        assert_refused(got, "");
    }
}

static char *good_archive(gsize *length)
{
    g_autofree char *path =
        archive_make((const Entry[]){{"a.xml", STATEMENT("A", "1"), NULL}, {"b.csv", LIST, NULL}}, 2);
    char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, length, NULL));
    g_unlink(path);
    return bytes;
}

static void test_cut_anywhere(void)
{
    gsize length = 0;
    g_autofree char *bytes = good_archive(&length);
    for (gsize cut = 1; cut < length; cut++) {
        g_autoptr(Collected) got = collected_bytes(bytes, cut, NULL);
        assert_refused(got, "");
    }
    g_autoptr(Collected) whole = collected_bytes(bytes, length, NULL);
    g_assert_no_error(whole->error);
}

static void test_damaged_anywhere(void)
{
    gsize length = 0;
    g_autofree char *whole = good_archive(&length);
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260302);
    for (int round = 0; round < 400; round++) {
        g_autofree char *bytes = g_memdup2(whole, length);
        for (int i = g_rand_int_range(rand, 1, 6); i > 0; i--)
            bytes[g_rand_int_range(rand, 0, (int)length)] = (char)g_rand_int_range(rand, 0, 256);
        g_autoptr(Collected) got = collected_bytes(bytes, length, NULL);
        g_assert_true(got->kind != NULL || got->error != NULL);
    }
}

int main(int argc, char **argv)
{
    char own[] = "/tmp/belronde-archives-XXXXXX"; /* what others unpack meanwhile is not counted */
    g_assert_nonnull(mkdtemp(own));
    g_setenv("TMPDIR", own, TRUE);
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/archives/every file in it is read by what it is", test_many_files);
    g_test_add_func("/archives/the order in the archive changes nothing", test_any_order_in_the_archive);
    g_test_add_func("/archives/a file that cannot be read costs itself", test_members_that_cannot_be_read);
    g_test_add_func("/archives/names are shown, never used as places", test_names_are_only_names);
    g_test_add_func("/archives/workbooks and documents are not unpacked", test_documents_are_no_archives);
    g_test_add_func("/archives/the reader stops when told to", test_sink_stops_the_archive);
    g_test_add_func("/archives/nothing unpacked is left behind", test_nothing_is_left_behind);
    g_test_add_func("/archives/a bomb is not unpacked", test_bombs);
    g_test_add_func("/archives/members that share their bytes are refused", test_overlapping_members);
    g_test_add_func("/archives/counts beyond reason are refused", test_absurd_counts);
    g_test_add_func("/archives/sizes are claims", test_lies_about_sizes);
    g_test_add_func("/archives/an archive cut off anywhere is refused whole", test_cut_anywhere);
    g_test_add_func("/archives/random damage is refused or listed", test_damaged_anywhere);
    int result = g_test_run();
    g_rmdir(own);
    return result;
}
