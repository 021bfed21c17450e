/* Opening the desk: settings, the trade's files, the database, the agent. */
#include "base/i18n.h"
#include "desk_book.h"
#include "ledger/account.h"

#include <locale.h>
#include <sys/stat.h>

static void start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
}

static void end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

static char *database(Book *book)
{
    return g_build_filename(book->folder, "desk.db", NULL);
}

static Desk *open_again(Book *book, const DeskOptions *more, GError **error)
{
    g_autofree char *path = database(book);
    DeskOptions options = *more;
    if (options.database == NULL)
        options.database = path;
    return desk_open(&options, error);
}

static void house_file(Book *book, const char *name, const char *text)
{
    g_autofree char *folder = g_build_filename(book->folder, "belronde", NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void test_everything_there(Book *book, gconstpointer data)
{
    (void)data;
    const Desk *desk = book->desk;
    g_assert_nonnull(desk->settings);
    g_assert_nonnull(desk->calendar);
    g_assert_nonnull(desk->cadence);
    g_assert_nonnull(desk->profiles);
    g_assert_nonnull(playbook_outcome(desk->playbook, "P"));
    g_assert_cmpstr(desk->agent, ==, "an");
    g_assert_cmpstr(desk->language, ==, "en");
    g_assert_cmpstr(desk->zone, ==, "Europe/Brussels");
    g_assert_cmpint(desk->weights.broken_promise, ==, 40);
    g_assert_cmpint(desk->limits.a_days, ==, 7);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM agent"), ==, 1);
}

static void test_agent_kept(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Desk) again = open_again(book, &(DeskOptions){.agent = "an", .mode = STORE_EXISTING}, &error);
    g_assert_no_error(error);
    g_assert_cmpint(again->agent_id, ==, book->desk->agent_id);
    g_autoptr(Desk) tom = open_again(book, &(DeskOptions){.agent = "tom", .mode = STORE_EXISTING}, &error);
    g_assert_no_error(error);
    g_assert_cmpint(tom->agent_id, !=, book->desk->agent_id);
}

static void test_only_looking(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Desk) visitor = open_again(book, &(DeskOptions){.agent = "visitor", .mode = STORE_READ_ONLY}, &error);
    g_assert_no_error(error);
    g_assert_cmpint(visitor->agent_id, ==, 0);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM agent"), ==, 1);
}

static void test_no_database(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(book->folder, "elsewhere.db", NULL);
    g_autoptr(Desk) desk = open_again(book, &(DeskOptions){.database = path, .mode = STORE_EXISTING}, &error);
    g_assert_null(desk);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
    g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void test_broken_house_file(Book *book, gconstpointer data)
{
    (void)data;
    static const char *const names[] = {"playbook.ini", "calendar.ini", "cadence.ini", "import.ini"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GError) error = NULL;
        house_file(book, names[i], "[a section without end\n");
        g_autoptr(Desk) desk = open_again(book, &(DeskOptions){.agent = "an", .mode = STORE_EXISTING}, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(desk->notices->len, ==, i + 1);
        bool named = false;
        for (guint n = 0; n < desk->notices->len; n++)
            named |= strstr(g_ptr_array_index(desk->notices, n), names[i]) != NULL;
        g_assert_true(named);
        g_assert_nonnull(playbook_outcome(desk->playbook, "promise"));
    }
}

static void test_broken_settings(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_file(book, "belronde.ini", "[belronde]\nagnet = tom\n");
    g_autoptr(Desk) desk = open_again(book, &(DeskOptions){.mode = STORE_EXISTING}, &error);
    g_assert_null(desk);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, "agnet"));
}

static void test_settings_speak(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_file(book, "belronde.ini", "[belronde]\nagent = tom\nlanguage = nl\n[priority]\nbroken_promise = 33\n");
    g_autoptr(Desk) desk = open_again(book, &(DeskOptions){.mode = STORE_EXISTING}, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(desk->agent, ==, "tom");
    g_assert_cmpstr(desk->language, ==, "nl");
    g_assert_cmpint(desk->weights.broken_promise, ==, 33);
    i18n_set_language("en");
}

static void test_who_is_meant(Book *book, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *words;
        int customer; /* 0: nobody or several */
    } rows[] = {
        {"10418", 1}, {"Bakkerij Peeters BV", 1}, {"peeters", 0}, {"bakk", 1}, {"kapper", 2}, {"Twin", 0}, {"zzz", 0},
        {"10", 0}};
    book_peeters(book);
    book_customer(book, "10420", "Kapper Peeters");
    book_customer(book, "10421", "Twin");
    book_customer(book, "10422", "Twin");
    book_begin(book);
    for (gint64 id = 1; id <= 4; id++)
        good(search_text_refresh(book->desk->store, id, NULL), NULL);
    book_commit(book);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        gint64 found = 0;
        g_test_message("%s", rows[i].words);
        g_assert_cmpint(desk_customer(book->desk, rows[i].words, &found, &error), ==, rows[i].customer != 0);
        g_assert_cmpint(found, ==, rows[i].customer);
        if (rows[i].customer == 0)
            g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
    }
}

#define STORY(name, function) g_test_add("/desk/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("the shipped desk opens whole and knows its agent", test_everything_there);
    STORY("an agent keeps his number, a new one gets his own", test_agent_kept);
    STORY("who only looks leaves no trace", test_only_looking);
    STORY("a missing database is named, not made", test_no_database);
    STORY("a broken file of the house falls back to the shipped one and says so", test_broken_house_file);
    STORY("a broken settings file is refused", test_broken_settings);
    STORY("settings name the agent, the language and the weights", test_settings_speak);
    STORY("a few words mean one customer, or are asked again", test_who_is_meant);
    return g_test_run();
}
