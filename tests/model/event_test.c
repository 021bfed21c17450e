/* The record: numbered, chained, and every byte of it proved. */
#include "desk/event.h"
#include "desk_book.h"

#include <locale.h>

static gint64 append(Book *book, const char *op, const char *note)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    const EventAnswer answers[] = {{"note", note, "as seen"}, {"how", "voicemail", ""}};
    const EventFacts facts = {.op = op,
                              .kind = "call",
                              .outcome = "noanswer",
                              .duration = 42,
                              .amount = 485260,
                              .currency = "EUR",
                              .answers = answers,
                              .answer_count = G_N_ELEMENTS(answers)};
    good(event_append(book->desk, &facts, &id, &error), error);
    return id;
}

static void record_three(Book *book)
{
    book_begin(book);
    append(book, "op-1", "first");
    clock_advance(60);
    append(book, "op-2", "second");
    append(book, "op-3", "");
    book_commit(book);
}

/* Faults found; the sentences are checked for the event number they must name. */
static guint faults(Book *book, const char *names)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head = NULL;
    good(event_verify(book->desk->store, findings, &head, &error), error);
    if (findings->len > 0 && names != NULL)
        g_assert_nonnull(strstr(g_ptr_array_index(findings, 0), names));
    return findings->len;
}

static void test_numbered(Book *book, gconstpointer data)
{
    (void)data;
    record_three(book);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event"), ==, 3);
    g_assert_cmpint(book_number(book, "SELECT day FROM event WHERE id = 1"), ==, clock_today().number);
    g_assert_cmpint(book_number(book, "SELECT minute FROM event WHERE id = 1"), ==, 14 * 60 + 7);
    g_assert_cmpint(book_number(book, "SELECT minute FROM event WHERE id = 2"), ==, 14 * 60 + 8);
    g_autofree char *zone = book_text(book, "SELECT zone FROM event WHERE id = 1");
    g_assert_cmpstr(zone, ==, "Europe/Brussels");
    g_autofree char *note = book_text(book, "SELECT value FROM event_answer WHERE event_id = 2 AND field = 'note'");
    g_assert_cmpstr(note, ==, "second");
    g_assert_cmpint(book_number(book, "SELECT count(DISTINCT salt) FROM event_answer"), ==, 6);
}

static void test_head(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head = NULL, *empty = NULL;
    good(event_verify(book->desk->store, findings, &empty, &error), error);
    g_assert_cmpstr(empty, ==, "0 ");
    record_three(book);
    good(event_verify(book->desk->store, findings, &head, &error), error);
    g_assert_cmpuint(findings->len, ==, 0);
    g_autofree char *hash = book_text(book, "SELECT hash FROM event WHERE id = 3");
    g_autofree char *wanted = g_strdup_printf("3 %s", hash + strlen(hash) - 16);
    g_assert_cmpstr(head, ==, wanted);
}

static void test_op_once(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    record_three(book);
    good(event_find_op(book->desk, "op-2", &id, &error), error);
    g_assert_cmpint(id, ==, 2);
    good(event_find_op(book->desk, "op-9", &id, &error), error);
    g_assert_cmpint(id, ==, 0);
    const EventFacts again = {.op = "op-2", .kind = "note"};
    book_begin(book);
    g_assert_false(event_append(book->desk, &again, &id, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    store_rollback(book->desk->store);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event"), ==, 3);
}

static void refused(Book *book, const char *sql)
{
    g_autoptr(GError) error = NULL;
    book_begin(book);
    g_assert_false(store_run(book->desk->store, sql, NO_BINDS, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    store_rollback(book->desk->store);
}

static void test_never_changed(Book *book, gconstpointer data)
{
    (void)data;
    record_three(book);
    refused(book, "UPDATE event SET amount = 0 WHERE id = 1");
    refused(book, "DELETE FROM event WHERE id = 3");
    refused(book, "UPDATE event_answer SET value = 'x' WHERE event_id = 1");
    refused(book, "DELETE FROM event_answer WHERE event_id = 1");
    refused(book, "REPLACE INTO event SELECT * FROM event WHERE id = 2");
    refused(book, "INSERT INTO event (id, op, kind, agent_id, day, minute, utc, content, hash)"
                  " VALUES (9, 'gap', 'note', 1, 1, 1, 1, '', '')");
    g_assert_cmpuint(faults(book, NULL), ==, 0);
}

static void test_every_column(Book *book, gconstpointer data)
{
    (void)data;
    record_three(book);
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Query) query =
        store_query(book->desk->store, "SELECT name, type FROM pragma_table_info('event')", NO_BINDS, NULL);
    while (query_next(query))
        g_ptr_array_add(columns, g_strdup_printf(strcmp(query_text(query, "type"), "TEXT") == 0
                                                     ? "UPDATE event SET %s = coalesce(%s, '') || 'x' WHERE id = 2"
                                                     : "UPDATE event SET %s = coalesce(%s, 0) + 5 WHERE id = 2",
                                                 query_text(query, "name"), query_text(query, "name")));
    g_assert_cmpuint(columns->len, ==, 17);
    for (guint i = 0; i < columns->len; i++) {
        const char *sql = g_ptr_array_index(columns, i);
        book_begin(book);
        book_run(book, "PRAGMA defer_foreign_keys = ON", NO_BINDS);
        book_run(book, "DROP TRIGGER event_update", NO_BINDS);
        if (strstr(sql, "kind") != NULL)
            sql = "UPDATE event SET kind = 'letter' WHERE id = 2";
        book_run(book, sql, NO_BINDS);
        if (faults(book, NULL) == 0)
            g_error("not noticed: %s", sql);
        store_rollback(book->desk->store);
    }
}

static void test_every_answer(Book *book, gconstpointer data)
{
    (void)data;
    static const char *const columns[] = {"field", "value", "shown", "salt", "position"};
    record_three(book);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autofree char *sql =
            g_strdup_printf(i < 4 ? "UPDATE event_answer SET %s = %s || ' ' WHERE event_id = 2 AND position = 1"
                                  : "UPDATE event_answer SET %s = %s + 5 WHERE event_id = 2 AND position = 1",
                            columns[i], columns[i]);
        book_begin(book);
        book_run(book, "DROP TRIGGER event_answer_update", NO_BINDS);
        book_run(book, sql, NO_BINDS);
        g_assert_cmpuint(faults(book, "Event 2"), ==, 1);
        store_rollback(book->desk->store);
    }
    book_begin(book);
    book_run(book, "DROP TRIGGER event_answer_delete", NO_BINDS);
    book_run(book, "DELETE FROM event_answer WHERE event_id = 3", NO_BINDS);
    g_assert_cmpuint(faults(book, "Event 3"), ==, 1);
    store_rollback(book->desk->store);
}

static void test_missing(Book *book, gconstpointer data)
{
    (void)data;
    record_three(book);
    book_begin(book);
    book_run(book, "DROP TRIGGER event_delete", NO_BINDS);
    book_run(book, "DROP TRIGGER event_answer_delete", NO_BINDS);
    book_run(book, "DELETE FROM event_answer WHERE event_id = 2", NO_BINDS);
    book_run(book, "DELETE FROM event WHERE id = 2", NO_BINDS);
    g_assert_cmpuint(faults(book, "Before event 3"), ==, 2);
    store_rollback(book->desk->store);
}

/* The right to be forgotten: the words go, the chain still holds; half an erasure is noticed. */
static void test_erasure(Book *book, gconstpointer data)
{
    (void)data;
    record_three(book);
    book_begin(book);
    book_run(book, "INSERT INTO erasure (event_id) VALUES (1)", NO_BINDS);
    book_run(book, "DELETE FROM event_answer WHERE event_id = 1 AND position = 0", NO_BINDS);
    g_assert_cmpuint(faults(book, "Event 1"), ==, 1);
    book_run(book, "DELETE FROM event_answer WHERE event_id = 1", NO_BINDS);
    g_assert_cmpuint(faults(book, NULL), ==, 0);
    book_commit(book);
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

#define STORY(name, function) g_test_add("/event/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("each event carries its number, its clock and what was said", test_numbered);
    STORY("the head of the chain is the count and the last 16 digits", test_head);
    STORY("an operation id is on record once", test_op_once);
    STORY("nothing on record can be changed, deleted or slipped in", test_never_changed);
    STORY("a change in any column of an event is noticed", test_every_column);
    STORY("a change in any answer is noticed", test_every_answer);
    STORY("a missing event is noticed", test_missing);
    STORY("erased answers leave a chain that still holds", test_erasure);
    return g_test_run();
}
