/* Transactions, statements, news and leases of the store, on a scratch schema. */
#include "scratch_store.h"

#include <sys/wait.h>

#define INSERT_CUSTOMER "INSERT INTO customer (name, due) VALUES (:name, :due) RETURNING id"

static gint64 customer_insert(Store *store, const char *name, Day due)
{
    gint64 id = 0;
    g_autoptr(GError) error = NULL;
    store_insert(store, INSERT_CUSTOMER, BINDS(TEXT("name", name), DAY("due", due)), &id, &error);
    g_assert_no_error(error);
    return id;
}

static void begin(Store *store)
{
    g_autoptr(GError) error = NULL;
    store_begin(store, &error);
    g_assert_no_error(error);
}

static void commit(Store *store)
{
    g_autoptr(GError) error = NULL;
    store_commit(store, &error);
    g_assert_no_error(error);
}

static void assert_says(GError *error, BelrondeError code, const char *part)
{
    g_assert_error(error, BELRONDE_ERROR, (int)code);
    if (strstr(error->message, part) == NULL)
        g_error("\"%s\" does not say \"%s\"", error->message, part);
}

static void test_commit_and_rollback(Scratch *scratch, gconstpointer data)
{
    (void)data;
    {
        g_autoptr(Store) store = scratch_open(scratch);
        begin(store);
        g_assert_true(store_in_transaction(store));
        g_assert_cmpint(customer_insert(store, "Jansen", DAY_NONE), ==, 1);
        commit(store);
        g_assert_false(store_in_transaction(store));
        begin(store);
        customer_insert(store, "Peeters", DAY_NONE);
        store_rollback(store);
        store_rollback(store);
        begin(store);
        customer_insert(store, "Never committed", DAY_NONE);
    }
    g_autoptr(Store) again = scratch_open(scratch);
    g_autofree char *name = NULL;
    g_assert_cmpint(scratch_number(again, "SELECT count(*) FROM customer"), ==, 1);
    g_assert_true(store_text(again, "SELECT name FROM customer", NO_BINDS, &name, NULL));
    g_assert_cmpstr(name, ==, "Jansen");
}

static void test_write_needs_transaction(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    g_assert_false(store_run(store, "INSERT INTO customer (name) VALUES ('x')", NO_BINDS, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "outside a transaction");
    g_clear_error(&error);
    g_assert_true(store_snapshot_begin(store, &error));
    g_assert_false(store_run(store, "INSERT INTO customer (name) VALUES ('x')", NO_BINDS, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "outside a transaction");
    store_snapshot_end(store);
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM customer"), ==, 0);
}

/* A verb that goes on after a failed statement must not save its other half. */
static void test_failed_statement_spoils_commit(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    begin(store);
    customer_insert(store, "Half", DAY_NONE);
    g_assert_false(store_run(store, "INSERT INTO note (op, customer, text) VALUES ('a', 99, 'b')", NO_BINDS, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "FOREIGN KEY");
    g_clear_error(&error);
    g_assert_false(store_commit(store, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "FOREIGN KEY");
    g_assert_false(store_in_transaction(store));
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM customer"), ==, 0);
    begin(store);
    customer_insert(store, "Whole", DAY_NONE);
    commit(store);
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM customer"), ==, 1);
}

static void test_triggers_speak(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    begin(store);
    gint64 id = customer_insert(store, "Jansen", DAY_NONE);
    g_assert_true(store_run(store, "INSERT INTO note (op, customer, text) VALUES ('a', :id, 'first')",
                            BINDS(ID("id", id)), NULL));
    g_assert_cmpint(store_changed_rows(store), ==, 1);
    /* Without recursive triggers REPLACE would delete the old note in silence. */
    g_assert_false(store_run(store, "INSERT OR REPLACE INTO note (op, customer, text) VALUES ('a', :id, 'second')",
                             BINDS(ID("id", id)), &error));
    assert_says(error, BELRONDE_ERROR_STORE, "notes stay");
    store_rollback(store);
}

static void test_bind_names(Scratch *scratch, gconstpointer data)
{
    (void)data;
    static const char sql[] = "SELECT id FROM customer WHERE name = :name AND due = :due";
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    gint64 id = 7;
    g_assert_false(store_value(store, sql, BINDS(TEXT("name", "a"), INTEGER("day", 1)), 0, &id, &error));
    assert_says(error, BELRONDE_ERROR_STORE, ":day");
    g_clear_error(&error);
    g_assert_false(store_value(store, sql, BINDS(TEXT("name", "a")), 0, &id, &error));
    assert_says(error, BELRONDE_ERROR_STORE, ":due");
    g_clear_error(&error);
    g_assert_false(store_value(store, "SELECT id FROM customer WHERE name = ?", NO_BINDS, 0, &id, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "left out ?");
    g_clear_error(&error);
    g_assert_false(store_value(store, "SELECT nonsense FROM customer", NO_BINDS, 0, &id, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "nonsense");
    g_clear_error(&error);
    g_assert_false(store_value(store, "SELECT 1; SELECT 2", NO_BINDS, 0, &id, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "not one statement");
    g_assert_cmpint(id, ==, 7);
    /* A name that was bound once must not linger in the kept statement. */
    g_assert_true(store_value(store, sql, BINDS(TEXT("name", "a"), INTEGER("due", 1)), 0, &id, NULL));
    g_assert_false(store_value(store, sql, BINDS(TEXT("name", "a")), 0, &id, NULL));
}

static void test_unknown_values(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(Query) query =
        store_query(store, "SELECT :text AS text, :day AS day, :minute AS minute, :id AS id, :number AS number",
                    BINDS(TEXT("text", NULL), DAY("day", DAY_NONE), MINUTE("minute", MINUTE_NONE), ID("id", 0),
                          INTEGER("number", 0)),
                    NULL);
    g_assert_true(query_next(query));
    g_assert_true(query_is_null(query, "text"));
    g_assert_cmpstr(query_text(query, "text"), ==, "");
    g_assert_null(query_dup(query, "text"));
    g_assert_false(day_known(query_day(query, "day")));
    g_assert_cmpint(query_minute(query, "minute"), ==, MINUTE_NONE);
    g_assert_true(query_is_null(query, "id"));
    g_assert_cmpint(query_integer_or(query, "id", 12), ==, 12);
    g_assert_false(query_is_null(query, "number"));
    g_assert_false(query_next(query));
    g_assert_true(query_finish(query, NULL));
}

static void test_known_values(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    begin(store);
    customer_insert(store, "Crèche 'De Zon'; DROP TABLE customer", day_from_number(20508));
    commit(store);
    g_autoptr(Query) query = store_query(store, "SELECT id, name, due, 870 AS minute FROM customer", NO_BINDS, NULL);
    g_assert_true(query_next(query));
    g_assert_cmpint(query_minute(query, "minute"), ==, 870);
    g_autofree char *name = query_dup(query, "name");
    g_assert_cmpstr(name, ==, "Crèche 'De Zon'; DROP TABLE customer");
    g_assert_cmpstr(query_text(query, "name"), ==, name);
    g_assert_cmpint(query_day(query, "due").number, ==, 20508);
    g_assert_cmpint(query_integer(query, "id"), ==, 1);
}

static void test_same_text_twice(Scratch *scratch, gconstpointer data)
{
    (void)data;
    static const char sql[] = "SELECT name FROM customer WHERE id >= :from ORDER BY id";
    g_autoptr(Store) store = scratch_open(scratch);
    for (int i = 0; i < 3; i++)
        scratch_customer(store, i == 0 ? "a" : i == 1 ? "b" : "c");
    g_autoptr(GString) seen = g_string_new(NULL);
    g_autoptr(Query) outer = store_query(store, sql, BINDS(INTEGER("from", 1)), NULL);
    while (query_next(outer)) {
        g_string_append(seen, query_text(outer, "name"));
        g_autoptr(Query) inner = store_query(store, sql, BINDS(INTEGER("from", 2)), NULL);
        while (query_next(inner))
            g_string_append(seen, query_text(inner, "name"));
    }
    g_assert_true(query_finish(outer, NULL));
    g_assert_cmpstr(seen->str, ==, "abcbbccbc");
}

static void test_failed_walk(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    scratch_customer(store, "a");
    g_autoptr(Query) query = store_query(
        store, "SELECT 1 AS n UNION ALL SELECT abs(-9223372036854775807 - id) FROM customer", NO_BINDS, NULL);
    g_assert_true(query_next(query));
    g_assert_false(query_next(query));
    g_assert_false(query_next(query));
    g_assert_false(query_finish(query, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "overflow");
}

static void test_value_or_otherwise(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    gint64 value = 0;
    g_autofree char *text = g_strdup("");
    g_assert_true(store_value(store, "SELECT id FROM customer", NO_BINDS, 42, &value, NULL));
    g_assert_cmpint(value, ==, 42);
    g_assert_true(store_value(store, "SELECT max(id) FROM customer", NO_BINDS, 43, &value, NULL));
    g_assert_cmpint(value, ==, 43);
    g_free(text);
    g_assert_true(store_text(store, "SELECT name FROM customer", NO_BINDS, &text, NULL));
    g_assert_null(text);
}

static void test_insert_without_row(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    gint64 id = 5;
    begin(store);
    g_assert_false(store_insert(store, "INSERT INTO customer (name) SELECT name FROM customer RETURNING id", NO_BINDS,
                                &id, &error));
    assert_says(error, BELRONDE_ERROR_STORE, "no number");
    g_assert_cmpint(id, ==, 5);
    g_assert_false(store_commit(store, NULL));
}

static void test_version(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) here = scratch_open(scratch);
    g_autoptr(Store) there = scratch_open(scratch);
    gint64 before = store_version(here);
    g_assert_cmpint(store_version(here), ==, before);
    scratch_customer(there, "by a colleague");
    gint64 after = store_version(here);
    g_assert_cmpint(after, !=, before);
    scratch_customer(here, "by me");
    g_assert_cmpint(store_version(here), !=, after);
    after = store_version(here);
    begin(here);
    commit(here); /* nothing was written */
    g_assert_cmpint(store_version(here), ==, after);
}

static void test_snapshot(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) reader = scratch_open(scratch);
    g_autoptr(Store) writer = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    g_assert_true(store_snapshot_begin(reader, NULL));
    begin(writer);
    customer_insert(writer, "later", DAY_NONE);
    g_assert_cmpint(scratch_number(reader, "SELECT count(*) FROM customer"), ==, 0);
    /* With a rollback journal the writer has to wait for the picture: it is told that it does not know. */
    g_assert_false(store_commit(writer, &error));
    assert_says(error, BELRONDE_ERROR_UNKNOWN, "not certain");
    g_assert_cmpint(scratch_number(reader, "SELECT count(*) FROM customer"), ==, 0);
    store_snapshot_end(reader);
    scratch_customer(writer, "once more");
    g_assert_cmpint(scratch_number(reader, "SELECT count(*) FROM customer"), ==, 1);
}

static void test_one_writer_at_a_time(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) first = scratch_open(scratch);
    g_autoptr(Store) second = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    begin(first);
    gint64 start = g_get_monotonic_time();
    g_assert_false(store_begin(second, &error));
    gint64 waited = g_get_monotonic_time() - start;
    assert_says(error, BELRONDE_ERROR_BUSY, g_get_user_name());
    g_autofree char *process = g_strdup_printf("process %d", (int)getpid());
    assert_says(error, BELRONDE_ERROR_BUSY, process);
    g_assert_cmpint(waited, >, 900 * 1000);
    g_assert_cmpint(waited, <, 3000 * 1000);
    g_assert_false(store_in_transaction(second));
    store_rollback(first);
    scratch_customer(second, "after all");
}

/* Whoever imports a large file lets a colleague go first as soon as he waits, and not before. */
static void test_awaited(Scratch *scratch, gconstpointer data)
{
    (void)data;
    int go[2];
    g_assert_cmpint(pipe(go), ==, 0);
    pid_t colleague = fork(); /* before anything is open: SQLite cannot be taken along */
    if (colleague == 0) {
        char word;
        if (read(go[0], &word, 1) != 1)
            _exit(2);
        Store *other = store_open(scratch->path, STORE_EXISTING, NULL);
        _exit(other != NULL && store_begin(other, NULL) && store_commit(other, NULL) ? 0 : 1);
    }
    g_autoptr(Store) store = scratch_open(scratch);
    begin(store);
    g_assert_false(store_is_awaited(store));
    g_assert_cmpint(write(go[1], "!", 1), ==, 1);
    gint64 until = g_get_monotonic_time() + 900 * 1000; /* he waits a second */
    while (!store_is_awaited(store) && g_get_monotonic_time() < until)
        g_usleep(1000);
    g_assert_true(store_is_awaited(store));
    commit(store);
    int status = 0;
    g_assert_cmpint(waitpid(colleague, &status, 0), ==, colleague);
    g_assert_cmpint(status, ==, 0);
    begin(store);
    g_assert_false(store_is_awaited(store));
    commit(store);
    g_assert_false(store_is_awaited(store));
    close(go[0]);
    close(go[1]);
}

/* Somebody who holds SQLite's lock without passing the turnstile: the sqlite3 shell, for instance. */
static void test_lock_past_the_turnstile(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) other = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    begin(other);
    g_autofree char *gate = g_strconcat(scratch->path, "-gate", NULL);
    g_assert_cmpint(g_remove(gate), ==, 0);
    g_autoptr(Store) third = scratch_open(scratch); /* with a gate of its own */
    g_assert_false(store_begin(third, &error));
    assert_says(error, BELRONDE_ERROR_BUSY, "locked");
    store_rollback(other);
    scratch_customer(third, "now it works");
}

static void test_lease(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) here = scratch_open(scratch);
    Store *there = scratch_open(scratch);
    g_autofree char *colleague = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_null(store_lease_holder(here, 12));
    g_assert_true(store_lease_take(there, 12, "Mieke", NULL, NULL));
    g_assert_true(store_lease_take(there, 13, "Mieke", NULL, NULL));
    g_assert_true(store_lease_take(there, 12, "Mieke", NULL, NULL)); /* twice is no harm */
    g_assert_false(store_lease_take(here, 12, "Jan", &colleague, &error));
    assert_says(error, BELRONDE_ERROR_BUSY, "Mieke");
    g_assert_cmpstr(colleague, ==, "Mieke");
    g_assert_null(store_lease_holder(there, 12)); /* her own */
    g_assert_true(store_lease_take(here, 11, "Jan", NULL, NULL));
    g_assert_true(store_lease_take(here, G_MAXINT32, "Jan", NULL, NULL));
    g_free(colleague);
    colleague = store_lease_holder(here, 13);
    g_assert_cmpstr(colleague, ==, "Mieke");
    store_lease_drop(there, 12);
    g_assert_null(store_lease_holder(here, 12));
    g_assert_true(store_lease_take(here, 12, "Jan", NULL, NULL));
    store_close(there);
    g_assert_true(store_lease_take(here, 13, "Jan", NULL, NULL));
}

static void test_lease_names(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) here = scratch_open(scratch);
    g_autoptr(Store) there = scratch_open(scratch);
    g_autofree char *long_name = g_strnfill(61, 'x');
    g_autofree char *accented = g_strconcat(long_name, "é€", NULL); /* é does not fit any more */
    g_assert_true(store_lease_take(there, 1, accented, NULL, NULL));
    g_autofree char *seen = store_lease_holder(here, 1);
    g_assert_cmpstr(seen, ==, long_name);
    g_assert_true(store_lease_take(there, 2, "", NULL, NULL));
    g_autofree char *nameless = store_lease_holder(here, 2);
    g_assert_cmpstr(nameless, ==, "another desk");
}

static void test_operation_ids(void)
{
    g_autofree char *first = store_operation_id(), *second = store_operation_id();
    g_assert_true(g_uuid_string_is_valid(first));
    g_assert_cmpstr(first, !=, second);
    /* Two processes with the same past must not arrive at the same id. */
    int pipes[2];
    g_assert_cmpint(pipe(pipes), ==, 0);
    pid_t child = fork();
    if (child == 0) {
        char *other = store_operation_id();
        _exit(write(pipes[1], other, 36) == 36 ? 0 : 1);
    }
    char theirs[37] = {0};
    g_autofree char *ours = store_operation_id();
    g_assert_cmpint(waitpid(child, NULL, 0), ==, child);
    g_assert_cmpint(read(pipes[0], theirs, 36), ==, 36);
    g_assert_cmpstr(ours, !=, theirs);
    close(pipes[0]);
    close(pipes[1]);
}

#define ADD(name, function) g_test_add("/store/" name, Scratch, NULL, scratch_start, function, scratch_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("what was committed is there after a restart, what was not is gone", test_commit_and_rollback);
    ADD("writing outside a transaction is refused", test_write_needs_transaction);
    ADD("a failed statement makes the whole transaction fail", test_failed_statement_spoils_commit);
    ADD("the record refuses deletion and replacement in its own words", test_triggers_speak);
    ADD("a wrong, missing or nameless parameter is named", test_bind_names);
    ADD("unknown texts, days, times and ids are NULL both ways", test_unknown_values);
    ADD("values come back by column name as they were given", test_known_values);
    ADD("the same question may be asked within itself", test_same_text_twice);
    ADD("a walk that breaks off says so", test_failed_walk);
    ADD("a value that is not there is the one given instead", test_value_or_otherwise);
    ADD("an insert that inserts nothing is an error", test_insert_without_row);
    ADD("the version changes with every saved change, mine or a colleague's", test_version);
    ADD("a report sees one picture while a colleague writes", test_snapshot);
    ADD("a second writer waits, then hears who is saving", test_one_writer_at_a_time);
    ADD("who saves sees that a colleague waits", test_awaited);
    ADD("a lock taken past the turnstile makes a writer wait, then busy", test_lock_past_the_turnstile);
    ADD("a customer is open at one desk only, and free when the desk goes", test_lease);
    ADD("the holder's name is cut at a whole character", test_lease_names);
    g_test_add_func("/store/every verb gets an operation id of its own", test_operation_ids);
    return g_test_run();
}
