/* Half-typed notes: every key kept, whatever happens to the desk. */
#include "desk/draft.h"
#include "desk/event.h"
#include "desk_book.h"

#include <locale.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void keep(Book *book, gint64 customer_id, const char *op, const char *note)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GHashTable) fields = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(fields, (gpointer) "amount", (gpointer) "4852,6");
    g_hash_table_insert(fields, (gpointer) "when", (gpointer) " fr");
    const Draft draft = {.customer_id = customer_id,
                         .op = (char *)op,
                         .outcome = (char *)"promise",
                         .note = (char *)note,
                         .fields = fields,
                         .call_started = 1771938240};
    good(draft_save(book->desk, &draft, &error), error);
}

static void note_is(Book *book, gint64 customer_id, const char *note)
{
    g_autoptr(Draft) draft = draft_load(book->desk, customer_id);
    if (note == NULL) {
        g_assert_null(draft);
        return;
    }
    g_assert_nonnull(draft);
    g_assert_cmpstr(draft->note, ==, note);
}

static char *draft_file(Book *book)
{
    g_autofree char *home = g_build_filename(book->folder, "belronde", NULL);
    g_autoptr(GDir) dir = g_dir_open(home, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_prefix(name, "drafts-") && !g_str_has_suffix(name, ".lock"))
            return g_build_filename(home, name, NULL);
    return NULL;
}

static void test_kept_whole(Book *book, gconstpointer data)
{
    (void)data;
    keep(book, 7, "op-7", "Rings Monday; “wants” copy\nof 2025-1312 = [sic] # ; ünïcode \\ end ");
    keep(book, 8, "op-8", "");
    g_autoptr(Draft) draft = draft_load(book->desk, 7);
    g_assert_nonnull(draft);
    g_assert_cmpint(draft->customer_id, ==, 7);
    g_assert_cmpstr(draft->op, ==, "op-7");
    g_assert_cmpstr(draft->outcome, ==, "promise");
    g_assert_cmpstr(draft->note, ==, "Rings Monday; “wants” copy\nof 2025-1312 = [sic] # ; ünïcode \\ end ");
    g_assert_cmpstr(g_hash_table_lookup(draft->fields, "amount"), ==, "4852,6");
    g_assert_cmpstr(g_hash_table_lookup(draft->fields, "when"), ==, " fr");
    g_assert_cmpuint(g_hash_table_size(draft->fields), ==, 2);
    g_assert_cmpint(draft->call_started, ==, 1771938240);
    g_assert_cmpint(draft->saved.day.number, ==, clock_today().number);
    g_assert_cmpint(draft->saved.minute, ==, 14 * 60 + 7);
}

static void test_private(Book *book, gconstpointer data)
{
    (void)data;
    keep(book, 7, "op-7", "note");
    g_autofree char *path = draft_file(book);
    struct stat state;
    g_assert_cmpint(stat(path, &state), ==, 0);
    g_assert_cmpint(state.st_mode & 0777, ==, 0600);
}

static void test_replaced(Book *book, gconstpointer data)
{
    (void)data;
    keep(book, 7, "op-7", "a");
    keep(book, 8, "op-8", "other");
    keep(book, 7, "op-7", "ab");
    note_is(book, 7, "ab");
    note_is(book, 8, "other");
    draft_drop(book->desk, 7);
    note_is(book, 7, NULL);
    note_is(book, 8, "other");
    draft_drop(book->desk, 8);
    g_autofree char *path = draft_file(book);
    g_assert_null(path);
}

/* A draft belongs to one agent and to one database. */
static void test_apart(Book *book, gconstpointer data)
{
    (void)data;
    keep(book, 7, "op-7", "mine");
    char *own = book->desk->agent;
    book->desk->agent = (char *)"../tom";
    note_is(book, 7, NULL);
    keep(book, 7, "op-9", "his");
    book->desk->agent = own;
    note_is(book, 7, "mine");
}

static void test_sweep(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    keep(book, 7, "op-7", "logged already");
    keep(book, 8, "op-8", "still open");
    const EventFacts facts = {.op = "op-7", .kind = "note"};
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_commit(book);
    g_autoptr(GArray) left = drafts_sweep(book->desk);
    g_assert_cmpuint(left->len, ==, 1);
    g_assert_cmpint(g_array_index(left, gint64, 0), ==, 8);
    note_is(book, 7, NULL);
    note_is(book, 8, "still open");
}

static void test_unreadable(Book *book, gconstpointer data)
{
    (void)data;
    keep(book, 7, "op-7", "note");
    g_autofree char *path = draft_file(book);
    g_assert_true(g_file_set_contents(path, "no key file at all\n\x01", -1, NULL));
    note_is(book, 7, NULL);
    keep(book, 7, "op-7", "again");
    note_is(book, 7, "again");
    g_autofree char *aside = g_strconcat(path, ".unreadable", NULL);
    g_assert_true(g_file_test(aside, G_FILE_TEST_EXISTS));
}

/* The child types a letter, keeps the draft, says so; it is killed in the middle of whatever it does. */
static void type_until_killed(Book *book, int said)
{
    g_autoptr(GString) note = g_string_new("");
    for (;;) {
        g_string_append_c(note, (char)('a' + note->len % 26));
        keep(book, 7, "op-7", note->str);
        if (write(said, ".", 1) != 1)
            _exit(1);
    }
}

static void test_kill(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (int round = 0; round < 20; round++) {
        int said[2];
        char dots[4096];
        gssize kept = 0, got = 0;
        g_assert_cmpint(pipe(said), ==, 0);
        pid_t child = fork();
        if (child == 0)
            type_until_killed(book, said[1]);
        close(said[1]);
        g_assert_cmpint(read(said[0], dots, 1), ==, 1);
        g_usleep((gulong)g_rand_int_range(rand, 0, 15000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        for (kept = 1; (got = read(said[0], dots, sizeof dots)) > 0;)
            kept += got;
        close(said[0]);
        g_autoptr(Draft) draft = draft_load(book->desk, 7);
        g_assert_nonnull(draft);
        gssize length = (gssize)strlen(draft->note);
        g_assert_cmpint(length, >=, kept);
        g_assert_cmpint(length, <=, kept + 1);
        g_assert_cmpint(draft->note[length - 1], ==, 'a' + (length - 1) % 26);
    }
}

static void start(Book *book, gconstpointer data)
{
    (void)data;
    book_start_bare(book);
}

static void end(Book *book, gconstpointer data)
{
    (void)data;
    book_end_bare(book);
}

#define STORY(name, function) g_test_add("/draft/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("a half-typed form comes back as it was typed", test_kept_whole);
    STORY("nobody else can read it", test_private);
    STORY("each customer has one draft, gone when dropped", test_replaced);
    STORY("another agent does not see it", test_apart);
    STORY("a draft whose outcome is on record is swept away", test_sweep);
    STORY("a damaged file is set aside, not lost", test_unreadable);
    STORY("kill -9 while typing loses no key that was kept", test_kill);
    return g_test_run();
}
