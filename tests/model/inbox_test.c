/* Folders of files: in which order they are read, what is new in a watched one, what waits, where it goes. */
#include "ledger/inbox.h"
#include "ledger_book.h"

#include <utime.h>

typedef struct {
    House house;
    char *folder;
} Post;

static void post_start(Post *post, gconstpointer data)
{
    house_start(&post->house, data);
    g_autoptr(GError) error = NULL;
    post->folder = g_build_filename(post->house.folder, "in", NULL);
    g_autofree char *state = g_build_filename(post->house.folder, "state", NULL);
    g_setenv("XDG_STATE_HOME", state, TRUE);
    g_assert_cmpint(g_mkdir(post->folder, 0700), ==, 0);
    g_assert_true(settings_set(post->house.settings, "import", "watch", post->folder, &error));
    g_assert_no_error(error);
}

static void post_end(Post *post, gconstpointer data)
{
    g_free(post->folder);
    house_end(&post->house, data);
}

/* `age` in seconds before the desk's clock. */
static char *put(Post *post, const char *name, const char *text, int age)
{
    char *path = g_build_filename(post->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    time_t moment = (time_t)clock_now().utc - age;
    g_assert_cmpint(utime(path, &(struct utimbuf){.actime = moment, .modtime = moment}), ==, 0);
    return path;
}

static void look(Post *post, Inbox *inbox, gint64 bytes)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(inbox_look(inbox, &post->house.ledger, bytes, &error));
    g_assert_no_error(error);
}

static void import(Post *post, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(import_file(&post->house.ledger, path, &post->house.options, NULL, &error));
    g_assert_no_error(error);
}

static const char LIST[] = "customer_number;customer_name;invoice_number;due_date;open_amount\n"
                           "C1;Bakkerij Peeters BV;2026-1;2026-02-01;100,00\n";
static const char CUSTOMERS[] = "customer_number;customer_name;phone\nC1;Bakkerij Peeters BV;+32 52 44 18 09\n";

static const char *name_of(const GPtrArray *files, guint i)
{
    const InboxFile *file = g_ptr_array_index(files, i);
    return strrchr(file->path, '/') + 1;
}

/* --- Order ------------------------------------------------------------------------------------------------- */

static char *statement(const char *day)
{
    return g_strdup_printf(
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt><Id>%s</Id><Acct><Id>"
        "<IBAN>BE60999000000070</IBAN></Id></Acct><Ntry><Amt Ccy='EUR'>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
        "<Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>",
        day, day);
}

static void a_folder_is_read_customers_first_statements_by_day_and_strangers_last(Post *post, gconstpointer data)
{
    (void)data;
    g_autofree char *march = statement("2026-03-02"), *january = statement("2026-01-05");
    char *paths[] = {put(post, "a.xml", march, 60),      put(post, "b.xml", january, 60),
                     put(post, "c.csv", LIST, 60),       put(post, "d.csv", CUSTOMERS, 60),
                     put(post, "0.pdf", "%PDF-1.7", 60), put(post, ".hidden", LIST, 60)};
    const char *const folders[] = {post->folder, NULL};
    g_autoptr(GPtrArray) files = inbox_gather(&post->house.ledger, &post->house.options, folders, false);
    static const char *const order[] = {"d.csv", "c.csv", "b.xml", "a.xml", "0.pdf"};
    g_assert_cmpuint(files->len, ==, G_N_ELEMENTS(order));
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        g_assert_cmpstr(name_of(files, i), ==, order[i]);
    g_assert_nonnull(((const InboxFile *)g_ptr_array_index(files, 4))->reason);
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        g_clear_pointer(&paths[i], g_free);
}

static void subfolders_are_read_only_when_asked_for_and_links_round_in_a_circle_end(Post *post, gconstpointer data)
{
    (void)data;
    g_autofree char *below = g_build_filename(post->folder, "2025", NULL);
    g_autofree char *circle = g_build_filename(below, "round", NULL);
    g_assert_cmpint(g_mkdir(below, 0700), ==, 0);
    g_assert_cmpint(symlink(post->folder, circle), ==, 0);
    g_free(put(post, "list.csv", LIST, 60));
    g_free(put(post, "2025/customers.csv", CUSTOMERS, 60));
    const char *const folders[] = {post->folder, NULL};
    for (int recursive = 0; recursive <= 1; recursive++) {
        g_autoptr(GPtrArray) files = inbox_gather(&post->house.ledger, &post->house.options, folders, recursive == 1);
        g_assert_cmpuint(files->len, ==, 1 + recursive);
    }
}

/* --- What is new ------------------------------------------------------------------------------------------- */

static void a_file_is_new_until_its_bytes_are_in_the_books_under_whatever_name(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(Inbox) inbox = inbox_new();
    g_autofree char *path = put(post, "list.csv", LIST, 60);
    g_free(put(post, "copy of list.csv", LIST, 60));
    look(post, inbox, 0);
    g_assert_cmpint(inbox_count(inbox), ==, 2);
    import(post, path);
    look(post, inbox, 0);
    g_assert_cmpint(inbox_count(inbox), ==, 0);
    g_assert_cmpuint(inbox_known(inbox)->len, ==, 2);
}

static void a_half_written_file_waits_and_one_from_the_future_does_not(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(Inbox) inbox = inbox_new();
    g_free(put(post, "young.csv", LIST, 1));
    g_free(put(post, "ahead.csv", CUSTOMERS, -3600));
    look(post, inbox, 0);
    g_assert_cmpint(inbox_count(inbox), ==, 1);
    g_assert_cmpint(inbox_waiting(inbox), ==, 1);
    clock_advance(2);
    look(post, inbox, 0);
    g_assert_cmpint(inbox_count(inbox), ==, 2);
    g_assert_cmpint(inbox_waiting(inbox), ==, 0);
}

static void a_large_file_is_read_in_slices_so_that_the_desk_never_waits(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(Inbox) inbox = inbox_new();
    g_autoptr(GString) text = g_string_new(LIST);
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(text, "C1;Bakkerij Peeters BV;2026-%05d;2026-02-01;100,00\n", i + 2);
    g_free(put(post, "large.csv", text->str, 60));
    int looks = 1;
    for (look(post, inbox, 65536); inbox_waiting(inbox) > 0; looks++)
        look(post, inbox, 65536);
    g_assert_cmpint(inbox_count(inbox), ==, 1);
    g_assert_cmpint(looks, >=, (int)(text->len / 65536 / 2));
}

static void what_was_read_is_remembered_from_one_start_to_the_next(Post *post, gconstpointer data)
{
    (void)data;
    g_autofree char *path = put(post, "list.csv", LIST, 60);
    g_autofree char *cache = g_build_filename(post->house.folder, "state", "belronde", "inbox", NULL), *text = NULL;
    for (int start = 0; start < 2; start++) {
        g_autoptr(Inbox) inbox = inbox_new();
        look(post, inbox, start == 0 ? 0 : 1); /* a single byte to read: enough when it is remembered */
        g_assert_cmpint(inbox_count(inbox), ==, 1);
    }
    g_assert_true(g_file_get_contents(cache, &text, NULL, NULL));
    g_assert_nonnull(strstr(text, path));
    g_assert_true(g_file_set_contents(cache, "rubbish\n1\t2\t3\n\t\t\t\t\t\n", -1, NULL));
    g_autoptr(Inbox) after = inbox_new();
    look(post, after, 0);
    g_assert_cmpint(inbox_count(after), ==, 1);
}

static void a_refused_file_is_shown_with_its_reason_and_not_offered_until_it_changes(Post *post, gconstpointer data)
{
    (void)data;
    g_autofree char *path =
        put(post, "broken.xml", "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'>", 60);
    g_autoptr(Inbox) inbox = inbox_new();
    look(post, inbox, 0);
    g_assert_cmpint(inbox_count(inbox), ==, 1);
    inbox_refuse(inbox, path, "it ends in the middle");
    for (int start = 0; start < 2; start++) {
        g_autoptr(Inbox) later = inbox_new();
        look(post, later, 0);
        g_assert_cmpint(inbox_count(later), ==, 0);
        g_assert_cmpstr(((const InboxFile *)g_ptr_array_index(inbox_files(later), 0))->reason, ==,
                        "it ends in the middle");
    }
    g_autofree char *good = statement("2026-02-20");
    g_free(put(post, "broken.xml", good, 30));
    look(post, inbox, 0);
    g_assert_cmpint(inbox_count(inbox), ==, 1);
}

static void an_unknown_list_can_be_learned_and_a_letter_cannot(Post *post, gconstpointer data)
{
    (void)data;
    g_free(put(post, "odd.csv", "Wie;Wat;Wanneer\nPeeters;F1;1/2/2026\n", 60));
    g_free(put(post, "letter.txt", "Dear all,\nthe files follow.\n", 60));
    g_autoptr(Inbox) inbox = inbox_new();
    look(post, inbox, 0);
    g_assert_cmpuint(inbox_files(inbox)->len, ==, 2);
    g_assert_cmpint(inbox_count(inbox), ==, 1);
}

/* --- Where it goes ------------------------------------------------------------------------------------------ */

static void what_is_imported_moves_over_no_other_file_and_what_is_not_stays(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *done = put(post, "list.csv", LIST, 60), *open = put(post, "open.csv", CUSTOMERS, 60);
    g_autofree char *imported = g_build_filename(post->folder, "imported", NULL);
    g_assert_cmpint(g_mkdir(imported, 0700), ==, 0);
    g_autofree char *other = put(post, "imported/list.csv", "another one", 60), *kept = NULL;
    g_assert_true(settings_set(post->house.settings, "import", "after", "move", &error));
    g_autoptr(Inbox) inbox = inbox_new();
    look(post, inbox, 0);
    import(post, done);
    g_assert_true(inbox_put_away(inbox, &post->house.ledger, done, &error));
    g_assert_true(inbox_put_away(inbox, &post->house.ledger, open, &error));
    g_assert_no_error(error);
    g_assert_false(g_file_test(done, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(open, G_FILE_TEST_EXISTS));
    g_autofree char *second = g_build_filename(imported, "list (2).csv", NULL);
    g_assert_true(g_file_test(second, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_get_contents(other, &kept, NULL, NULL));
    g_assert_cmpstr(kept, ==, "another one");
}

static void a_folder_that_is_not_there_is_named(Post *post, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Inbox) inbox = inbox_new();
    g_assert_true(settings_set(post->house.settings, "import", "watch", "/nowhere/at all", &error));
    look(post, inbox, 0);
    g_assert_nonnull(strstr(inbox_trouble(inbox), "/nowhere/at all"));
    g_assert_cmpint(inbox_count(inbox), ==, 0);
}

#define TEST(name) g_test_add("/inbox/" #name, Post, NULL, post_start, name, post_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_folder_is_read_customers_first_statements_by_day_and_strangers_last);
    TEST(subfolders_are_read_only_when_asked_for_and_links_round_in_a_circle_end);
    TEST(a_file_is_new_until_its_bytes_are_in_the_books_under_whatever_name);
    TEST(a_half_written_file_waits_and_one_from_the_future_does_not);
    TEST(a_large_file_is_read_in_slices_so_that_the_desk_never_waits);
    TEST(what_was_read_is_remembered_from_one_start_to_the_next);
    TEST(a_refused_file_is_shown_with_its_reason_and_not_offered_until_it_changes);
    TEST(an_unknown_list_can_be_learned_and_a_letter_cannot);
    TEST(what_is_imported_moves_over_no_other_file_and_what_is_not_stays);
    TEST(a_folder_that_is_not_there_is_named);
    return g_test_run();
}
