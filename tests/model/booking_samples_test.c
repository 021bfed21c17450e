/* Real bank statements and lists of other people's programs, booked whole and compared with an independent reading
 * (samples/expected).  Each file gets a book of its own; then all of them share one. */
#include "ledger_book.h"

#include <json-glib/json-glib.h>

static const char *shared_folder(void)
{
    const char *folder = g_getenv("BELRONDE_SHARED");
    return folder != NULL && g_file_test(folder, G_FILE_TEST_IS_DIR) ? folder : NULL;
}

/* Lines of expected/NAME.jsonl, or NULL after saying why the test is left out. */
static char **expected_lines(const char *name)
{
    if (shared_folder() == NULL) {
        g_test_skip("the samples are not here: set BELRONDE_SHARED");
        return NULL;
    }
    g_autofree char *path = g_build_filename(shared_folder(), "samples", "expected", name, NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return g_strsplit(g_strchomp(text), "\n", -1);
}

static char *sample_path(JsonObject *expected)
{
    const char *file = json_object_get_string_member(expected, "file");
    g_assert_true(g_str_has_prefix(file, "public/"));
    return g_build_filename(shared_folder(), "samples", file + strlen("public/"), NULL);
}

static bool stated(JsonObject *object, const char *name, Cents *cents)
{
    if (json_object_get_null_member(object, name))
        return false;
    g_assert_true(money_parse_file(json_object_get_string_member(object, name), '.', 2, cents, NULL));
    return true;
}

static void statement_compare(const StatementSummary *found, JsonObject *expected)
{
    Cents open = 0, close = 0, credit = 0, debit = 0;
    bool has_open = stated(expected, "open", &open), has_close = stated(expected, "close", &close);
    g_assert_true(stated(expected, "sum_credit", &credit) && stated(expected, "sum_debit", &debit));
    g_assert_cmpstr(found->account, ==, json_object_get_string_member(expected, "account"));
    g_assert_cmpstr(found->number, ==, json_object_get_string_member(expected, "id"));
    g_assert_cmpint(found->has_opening, ==, has_open);
    g_assert_cmpint(found->has_closing, ==, has_close);
    g_assert_cmpint(found->opening, ==, open);
    g_assert_cmpint(found->closing, ==, close);
    g_assert_cmpint(found->sum, ==, credit - debit);
    bool balanced =
        !json_object_get_null_member(expected, "balanced") && json_object_get_boolean_member(expected, "balanced");
    g_assert_cmpint(found->balanced, ==, balanced);
}

static void file_compare(const ImportSummary *summary, JsonObject *expected)
{
    JsonArray *statements =
        json_object_get_array_member(json_object_get_object_member(expected, "facts"), "statements");
    g_test_message("%s: %d lines, %d booked", summary->file, summary->lines, summary->booked);
    g_assert_cmpuint(summary->statements->len, ==, json_array_get_length(statements));
    for (guint i = 0; i < summary->statements->len; i++)
        statement_compare(g_ptr_array_index(summary->statements, i), json_array_get_object_element(statements, i));
}

static JsonNode *line_parse(const char *line)
{
    g_autoptr(GError) error = NULL;
    JsonNode *root = json_from_string(line, &error);
    g_assert_no_error(error);
    return root;
}

static void every_sample_statement_books_to_its_closing_balance(void)
{
    g_auto(GStrv) lines = expected_lines("camt053.jsonl");
    for (char **line = lines; lines != NULL && *line != NULL; line++) {
        House house;
        house_start(&house, NULL);
        g_autoptr(JsonNode) root = line_parse(*line);
        JsonObject *expected = json_node_get_object(root);
        g_autofree char *path = sample_path(expected);
        g_autoptr(ImportSummary) summary = house_import(&house, path);
        file_compare(summary, expected);
        g_autoptr(ImportSummary) again = house_import(&house, path);
        g_assert_true(again->already_known);
        house_end(&house, NULL);
    }
}

static void one_statement_in_three_versions_is_booked_once(void)
{
    g_auto(GStrv) lines = expected_lines("camt053.jsonl");
    House house;
    house_start(&house, NULL);
    int files = 0;
    for (char **line = lines; lines != NULL && *line != NULL; line++) {
        g_autoptr(JsonNode) root = line_parse(*line);
        g_autofree char *path = sample_path(json_node_get_object(root));
        if (strstr(path, "golden.camt.053") == NULL)
            continue;
        g_autoptr(ImportSummary) summary = house_import(&house, path);
        g_assert_cmpint(summary->booked > 0, ==, files == 0);
        g_assert_cmpint(summary->known > 0, ==, files > 0);
        files++;
    }
    if (lines != NULL) {
        g_assert_cmpint(files, ==, 3);
        g_assert_cmpint(house_number(&house, "SELECT sum(amount) FROM payment"), ==, 56236);
        g_assert_cmpint(house_number(&house, "SELECT count(*) FROM statement"), ==, 1);
    }
    house_end(&house, NULL);
}

/* The order of the files does not matter, and a second round adds nothing. */
static void all_samples_together_make_the_same_book_in_either_order(void)
{
    g_auto(GStrv) lines = expected_lines("camt053.jsonl");
    gint64 sums[2] = {0};
    for (int round = 0; lines != NULL && round < 2; round++) {
        House house;
        house_start(&house, NULL);
        guint count = g_strv_length(lines);
        for (guint i = 0; i < count; i++) {
            g_autoptr(JsonNode) root = line_parse(lines[round == 0 ? i : count - 1 - i]);
            g_autofree char *path = sample_path(json_node_get_object(root));
            import_summary_free(house_import(&house, path));
        }
        sums[round] = house_number(&house, "SELECT sum(amount) * 1000 + count(*) FROM payment");
        assert_books_true(&house);
        house_end(&house, NULL);
    }
    g_assert_cmpint(sums[0], ==, sums[1]);
}

/* --- Nothing is lost ------------------------------------------------------------------------------------ */

static void files_gather(const char *folder, GPtrArray *files)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            files_gather(path, files);
        else
            g_ptr_array_add(files, g_steal_pointer(&path));
    }
}

static int name_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What the readers hand over, counted apart from booking. */
static int lines_previewed(House *house, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = import_preview_json(&house->ledger, path, &house->options, &error);
    g_assert_no_error(error);
    g_autoptr(JsonNode) root = line_parse(text);
    JsonObject *file = json_node_get_object(root);
    JsonArray *statements = json_object_get_array_member(file, "statements");
    guint lines = json_array_get_length(json_object_get_array_member(file, "problems"));
    for (guint i = 0; i < json_array_get_length(statements); i++)
        lines +=
            json_array_get_length(json_object_get_array_member(json_array_get_object_element(statements, i), "lines"));
    return (int)lines;
}

static void assert_nothing_lost(House *house, const char *path, const ImportSummary *summary)
{
    g_assert_cmpint(summary->lines, ==, summary->booked + summary->known + summary->listed);
    g_assert_cmpint(summary->listed, ==, summary->problems->len);
    if (summary->statements->len > 0)
        g_assert_cmpint(summary->lines, ==, lines_previewed(house, path));
}

/* The same content in a file of other bytes is known, line by line. */
static void assert_known_again(House *house, const char *path)
{
    g_autofree char *content = NULL;
    gsize length = 0;
    g_assert_true(g_file_get_contents(path, &content, &length, NULL));
    g_autofree char *longer = g_malloc(length + 2);
    memcpy(longer, content, length);
    memcpy(longer + length, "\r\n", 2);
    g_autofree char *copy = g_build_filename(house->folder, "copy", NULL);
    g_assert_true(g_file_set_contents(copy, longer, (gssize)length + 2, NULL));
    g_autoptr(ImportSummary) again = house_import(house, copy);
    g_assert_false(again->already_known);
    g_assert_cmpint(again->booked, ==, 0);
}

static void no_sample_loses_a_line_in_silence(void)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    if (shared_folder() == NULL) {
        g_test_skip("the samples are not here: set BELRONDE_SHARED");
        return;
    }
    g_autofree char *folder = g_build_filename(shared_folder(), "samples", NULL);
    files_gather(folder, files);
    g_ptr_array_sort(files, name_compare);
    House house;
    house_start(&house, NULL);
    int statements = 0;
    for (guint i = 0; i < files->len; i++) {
        const char *path = g_ptr_array_index(files, i);
        g_autoptr(GError) refused = NULL;
        g_autoptr(ImportSummary) summary = NULL;
        if (!import_file(&house.ledger, path, &house.options, &summary, &refused) || summary->already_known)
            continue; /* no list and no statement: notes, licences, expected values; a copy of another sample */
        g_test_message("%-46.46s %-9s %4d lines = %4d booked + %4d known + %3d listed", path + strlen(folder) + 1,
                       summary->kind, summary->lines, summary->booked, summary->known, summary->listed);
        assert_nothing_lost(&house, path, summary);
        statements += summary->statements->len > 0;
        if (summary->statements->len > 0)
            assert_known_again(&house, path);
    }
    g_assert_cmpint(statements, >, 40);
    assert_books_true(&house);
    house_end(&house, NULL);
}

static void the_odoo_list_brings_its_receivable_and_nothing_else(void)
{
    g_auto(GStrv) lines = expected_lines("openitems-csv.jsonl");
    House house;
    house_start(&house, NULL);
    for (char **line = lines; lines != NULL && *line != NULL; line++) {
        g_autoptr(JsonNode) root = line_parse(*line);
        g_autofree char *path = sample_path(json_node_get_object(root));
        g_autoptr(ImportSummary) summary = house_import(&house, path);
        g_assert_cmpint(summary->booked, >, 0);
    }
    if (lines != NULL) {
        g_assert_cmpint(house_number(&house, "SELECT count(*) FROM item"), ==, 1);
        g_assert_cmpint(house_number(&house, "SELECT amount FROM item WHERE number = 'INV/2025/00001'"), ==, 121000);
        g_autofree char *name = house_text(&house, "SELECT c.name FROM item i JOIN customer c ON c.id = i.customer_id");
        g_assert_cmpstr(name, ==, "Atelier Sirocco");
        g_autofree char *email =
            house_text(&house, "SELECT email FROM contact WHERE customer_id = (SELECT customer_id FROM item)");
        g_assert_cmpstr(email, ==, "accounts@sirocco.example");
    }
    house_end(&house, NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/samples/every_sample_statement_books_to_its_closing_balance",
                    every_sample_statement_books_to_its_closing_balance);
    g_test_add_func("/samples/one_statement_in_three_versions_is_booked_once",
                    one_statement_in_three_versions_is_booked_once);
    g_test_add_func("/samples/all_samples_together_make_the_same_book_in_either_order",
                    all_samples_together_make_the_same_book_in_either_order);
    g_test_add_func("/samples/the_odoo_list_brings_its_receivable_and_nothing_else",
                    the_odoo_list_brings_its_receivable_and_nothing_else);
    g_test_add_func("/samples/no_sample_loses_a_line_in_silence", no_sample_loses_a_line_in_silence);
    return g_test_run();
}
