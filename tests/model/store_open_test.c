/* Which files are opened, how a schema is upgraded, and what a backup and a check are worth. */
#include "scratch_store.h"

#include "store/place.h"
#include "store/sqlite.h"
#include <errno.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

static char *beside(Scratch *scratch, const char *suffix)
{
    return g_strconcat(scratch->path, suffix, NULL);
}

static guint rights(const char *path)
{
    struct stat is;
    g_assert_cmpint(lstat(path, &is), ==, 0);
    return is.st_mode & 0777;
}

/* As another program would: without the store. */
static void shell(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(path, &db), ==, SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        g_error("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

static gint64 shell_number(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    g_assert_cmpint(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_step(statement), ==, SQLITE_ROW);
    gint64 value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return value;
}

static void close_now(Store *store)
{
    store_close(store);
}

/* --- Which file ------------------------------------------------------------------------------------ */

static void test_rights(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *folder = g_path_get_dirname(scratch->path), *gate = beside(scratch, "-gate");
    g_autofree char *lease = beside(scratch, "-lease");
    g_autoptr(Store) store = scratch_open(scratch);
    scratch_customer(store, "a");
    g_assert_true(store_lease_take(store, 1, "Jan", NULL, NULL));
    g_assert_cmpstr(store_path(store), ==, scratch->path);
    g_assert_cmpuint(rights(folder), ==, 0700);
    g_assert_cmpuint(rights(scratch->path), ==, 0600);
    g_assert_cmpuint(rights(gate), ==, 0600);
    g_assert_cmpuint(rights(lease), ==, 0600);
}

static void test_missing(Scratch *scratch, gconstpointer data)
{
    (void)data;
    scratch_refused(scratch->path, STORE_EXISTING, BELRONDE_ERROR_MISSING, "no database");
    scratch_refused(scratch->path, STORE_READ_ONLY, BELRONDE_ERROR_MISSING, "no database");
    g_assert_false(g_file_test(scratch->path, G_FILE_TEST_EXISTS));
}

static void test_standard_place(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *before = g_strdup(g_getenv("XDG_DATA_HOME"));
    g_autofree char *expected = g_build_filename(scratch->folder, "belronde", "belronde.db", NULL);
    g_setenv("XDG_DATA_HOME", scratch->folder, TRUE);
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(NULL, STORE_CREATE, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(store_path(store), ==, expected);
    if (before != NULL)
        g_setenv("XDG_DATA_HOME", before, TRUE);
    else
        g_unsetenv("XDG_DATA_HOME");
}

static void test_links(Scratch *scratch, gconstpointer data)
{
    (void)data;
    close_now(scratch_open(scratch));
    g_autofree char *soft = beside(scratch, ".soft"), *hard = beside(scratch, ".hard");
    g_assert_cmpint(symlink(scratch->path, soft), ==, 0);
    scratch_refused(soft, STORE_CREATE, BELRONDE_ERROR_STORE, "is a link");
    g_assert_cmpint(link(scratch->path, hard), ==, 0);
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_STORE, "second name");
    g_remove(hard);
    g_autofree char *dangling = beside(scratch, ".dangling");
    g_assert_cmpint(symlink("/nowhere/at/all", dangling), ==, 0);
    scratch_refused(dangling, STORE_CREATE, BELRONDE_ERROR_STORE, "is a link");
    close_now(scratch_open(scratch));
}

static void test_folder_reached_by_link(Scratch *scratch, gconstpointer data)
{
    (void)data;
    close_now(scratch_open(scratch));
    g_autofree char *house = g_path_get_dirname(scratch->path), *other = g_build_filename(scratch->folder, "o", NULL);
    g_autofree char *through = g_build_filename(other, "desk.db", NULL);
    g_assert_cmpint(symlink(house, other), ==, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(through, STORE_EXISTING, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(store_path(store), ==, scratch->path); /* both names lead to the same locks */
}

static void test_not_ours(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *folder = g_path_get_dirname(scratch->path), *text = g_build_filename(folder, "text", NULL);
    g_autofree char *foreign = g_build_filename(folder, "foreign", NULL), *before = NULL, *after = NULL;
    gsize length_before, length_after;
    close_now(scratch_open(scratch));
    g_assert_true(g_file_set_contents(text, "Dear Sir, this is no database but a letter of some length.", -1, NULL));
    scratch_refused(text, STORE_CREATE, BELRONDE_ERROR_STORE, "not a database");
    scratch_refused(folder, STORE_CREATE, BELRONDE_ERROR_STORE, "not a file");
    shell(foreign, "PRAGMA journal_mode=WAL; CREATE TABLE recipe (id)");
    g_assert_true(g_file_get_contents(foreign, &before, &length_before, NULL));
    scratch_refused(foreign, STORE_CREATE, BELRONDE_ERROR_STORE, "another program");
    g_assert_true(g_file_get_contents(foreign, &after, &length_after, NULL));
    g_assert_cmpuint(length_before, ==, length_after);
    g_assert_true(memcmp(before, after, length_after) == 0);
}

static void test_network(void)
{
    g_assert_true(place_is_network(0x6969));
    g_assert_true(place_is_network(0xff534d42));
    g_assert_false(place_is_network(0xef53));     /* ext4 */
    g_assert_false(place_is_network(0x58465342)); /* xfs */
    g_assert_false(place_is_network(0x9123683e)); /* btrfs */
    g_assert_false(place_is_network(0x01021994)); /* tmpfs */
}

static void test_read_only(Scratch *scratch, gconstpointer data)
{
    (void)data;
    {
        g_autoptr(Store) store = scratch_open(scratch);
        scratch_customer(store, "a");
    }
    g_autofree char *gate = beside(scratch, "-gate"), *lease = beside(scratch, "-lease");
    g_remove(gate);
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(scratch->path, STORE_READ_ONLY, &error);
    g_assert_no_error(error);
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM customer"), ==, 1);
    g_assert_false(store_begin(store, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_clear_error(&error);
    g_assert_null(store_lease_holder(store, 1));
    g_assert_false(store_lease_take(store, 1, "Jan", NULL, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_assert_false(g_file_test(gate, G_FILE_TEST_EXISTS)); /* nothing is made on a read-only mount */
    g_assert_false(g_file_test(lease, G_FILE_TEST_EXISTS));
}

/* A desk dies inside a transaction that had begun to reach the file: database and journal as it left them. */
static void leave_cut_off(const char *path)
{
    pid_t desk = fork();
    if (desk == 0) {
        sqlite3 *db = NULL;
        int code = sqlite3_open(path, &db);
        if (code == SQLITE_OK)
            code = sqlite3_exec(db,
                                "PRAGMA cache_size=1; BEGIN; WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL"
                                " SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO customer (name) SELECT i FROM n",
                                NULL, NULL, NULL);
        _exit(code == SQLITE_OK ? 0 : 1);
    }
    int status = -1;
    g_assert_cmpint(waitpid(desk, &status, 0), ==, desk);
    g_assert_cmpint(status, ==, 0);
}

static void test_cut_off(Scratch *scratch, gconstpointer data)
{
    (void)data;
    {
        g_autoptr(Store) store = scratch_open(scratch);
        scratch_customer(store, "saved");
    }
    leave_cut_off(scratch->path);
    scratch_refused(scratch->path, STORE_READ_ONLY, BELRONDE_ERROR_STORE, "cut off while it was saving");
    g_autoptr(Store) store = scratch_open(scratch);
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM customer"), ==, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) reader G_GNUC_UNUSED = store_open(scratch->path, STORE_READ_ONLY, &error);
    g_assert_no_error(error);
}

static void test_wal_versions(void)
{
    static const struct {
        int version;
        bool safe;
    } rows[] = {{3007000, false}, {3040001, false}, {3044005, false}, {3044006, true},  {3045000, false},
                {3050006, false}, {3050007, true},  {3051000, false}, {3051002, false}, {3051003, true},
                {3052000, false}, {3052001, true},  {3053002, true}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_true(sqlite_wal_is_safe(rows[i].version) == rows[i].safe);
}

/* Byte 18 of the file: 1 = rollback journal, 2 = WAL. */
static int write_format(const char *path)
{
    g_autofree char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    return bytes[18];
}

static void test_journal_choice(Scratch *scratch, gconstpointer data)
{
    (void)data;
    bool safe = sqlite_wal_is_safe(sqlite3_libversion_number());
    close_now(scratch_open(scratch));
    shell(scratch->path, "PRAGMA journal_mode=WAL");
    g_assert_cmpint(write_format(scratch->path), ==, 2);
    g_setenv("BELRONDE_JOURNAL", "truncate", TRUE);
    close_now(scratch_open(scratch));
    g_assert_cmpint(write_format(scratch->path), ==, 1);
    g_setenv("BELRONDE_JOURNAL", "fast", TRUE);
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_INPUT, "not fast");
    g_setenv("BELRONDE_JOURNAL", "wal", TRUE);
    if (!safe)
        scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_INPUT, "can damage");
}

/* Another program keeps the file in WAL mode with a library that may damage it. */
static void test_unsafe_wal_in_use(Scratch *scratch, gconstpointer data)
{
    (void)data;
    if (sqlite_wal_is_safe(sqlite3_libversion_number())) {
        g_test_skip("this SQLite has the repaired WAL");
        return;
    }
    close_now(scratch_open(scratch));
    sqlite3 *db = NULL;
    g_assert_cmpint(sqlite3_open(scratch->path, &db), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(db, "PRAGMA journal_mode=WAL; SELECT * FROM customer", NULL, NULL, NULL), ==,
                    SQLITE_OK);
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_STORE, "not safe");
    sqlite3_close(db);
    close_now(scratch_open(scratch));
}

/* --- Upgrades ---------------------------------------------------------------------------------------- */

static void test_upgrade(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *first = beside(scratch, ".before-0001"), *second = beside(scratch, ".before-0002");
    {
        g_autoptr(Store) store = scratch_open(scratch);
        scratch_customer(store, "Jansen");
    }
    g_assert_false(g_file_test(first, G_FILE_TEST_EXISTS)); /* nothing to keep of an empty file */
    scratch_schema_write(scratch, 2,
                         "ALTER TABLE customer ADD COLUMN city TEXT;\nUPDATE customer SET city = 'Gent';\n");
    scratch_schema_write(scratch, 3, "CREATE INDEX customer_city ON customer (city);\n-- the end\n");
    scratch_refused(scratch->path, STORE_READ_ONLY, BELRONDE_ERROR_STORE, "older schema");
    g_autoptr(Store) store = scratch_open(scratch);
    g_assert_cmpint(scratch_number(store, "PRAGMA user_version"), ==, 3);
    g_assert_cmpint(scratch_number(store, "PRAGMA application_id"), ==, 0x42454c52);
    g_assert_cmpint(scratch_number(store, "PRAGMA foreign_keys"), ==, 1);
    g_assert_cmpint(scratch_number(store, "SELECT count(*) FROM customer WHERE city = 'Gent'"), ==, 1);
    g_assert_cmpint(shell_number(second, "SELECT count(*) FROM customer"), ==, 1);
    g_assert_cmpint(shell_number(second, "PRAGMA user_version"), ==, 1);
    g_assert_cmpuint(rights(second), ==, 0600);
}

static void test_upgrade_fails(Scratch *scratch, gconstpointer data)
{
    (void)data;
    {
        g_autoptr(Store) store = scratch_open(scratch);
        scratch_customer(store, "Jansen");
    }
    scratch_schema_write(scratch, 2, "CREATE TABLE city (id INTEGER) STRICT;\n");
    scratch_schema_write(scratch, 3, "DROP TABLE note;\n\nCREATE TABEL oops;\n");
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_STORE, "0003.sql, line 3");
    g_assert_cmpint(shell_number(scratch->path, "PRAGMA user_version"), ==, 1);
    g_assert_cmpint(shell_number(scratch->path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('city', 'note')"),
                    ==, 1);
    scratch_schema_write(scratch, 3, "DELETE FROM customer; INSERT INTO note VALUES (1, 'a', 77, 'b');\n");
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_STORE, "1 row would refer");
    g_assert_cmpint(shell_number(scratch->path, "SELECT count(*) FROM customer"), ==, 1);
    /* Each attempt kept a backup of its own. */
    g_autofree char *backup = beside(scratch, ".before-0002-2");
    g_assert_cmpint(shell_number(backup, "SELECT count(*) FROM customer"), ==, 1);
}

static void test_newer(Scratch *scratch, gconstpointer data)
{
    (void)data;
    close_now(scratch_open(scratch));
    shell(scratch->path, "PRAGMA user_version=2");
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_STORE, "newer Belronde (schema 2");
    scratch_refused(scratch->path, STORE_READ_ONLY, BELRONDE_ERROR_STORE, "newer Belronde");
}

static void test_incomplete_installation(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *schema = g_build_filename(scratch->folder, "data", "schema", "sqlite", "0001.sql", NULL);
    g_assert_cmpint(g_remove(schema), ==, 0);
    scratch_refused(scratch->path, STORE_CREATE, BELRONDE_ERROR_STORE, "0001.sql is missing");
}

/* Eight desks start at the same moment on a machine without a database, and eight more on an old one. */
static void test_first_start_together(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_setenv("BELRONDE_WAIT", "20", TRUE);
    for (int round = 1; round <= 2; round++) {
        if (round == 2)
            scratch_schema_write(scratch, 2, "ALTER TABLE customer ADD COLUMN city TEXT;\n");
        pid_t desks[8];
        for (size_t i = 0; i < G_N_ELEMENTS(desks); i++) {
            desks[i] = fork();
            if (desks[i] == 0) {
                g_autoptr(GError) trouble = NULL;
                Store *store = store_open(scratch->path, STORE_CREATE, &trouble);
                if (store == NULL)
                    g_test_message("a desk could not start: %s", trouble->message);
                _exit(store != NULL ? 0 : 1);
            }
        }
        for (size_t i = 0; i < G_N_ELEMENTS(desks); i++) {
            int status = -1;
            g_assert_cmpint(waitpid(desks[i], &status, 0), ==, desks[i]);
            g_assert_cmpint(status, ==, 0);
        }
    }
    g_assert_cmpint(shell_number(scratch->path, "PRAGMA user_version"), ==, 2);
    g_autofree char *once = beside(scratch, ".before-0002"), *twice = beside(scratch, ".before-0002-2");
    g_assert_true(g_file_test(once, G_FILE_TEST_EXISTS));
    g_assert_false(g_file_test(twice, G_FILE_TEST_EXISTS));
}

/* --- Backup and check ---------------------------------------------------------------------------------- */

static void test_backup(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *target = beside(scratch, ".copy");
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    scratch_customer(store, "Jansen");
    g_assert_true(store_backup(store, target, &error));
    g_assert_no_error(error);
    scratch_customer(store, "Peeters");
    g_assert_cmpuint(rights(target), ==, 0600);
    g_autoptr(Store) copy = store_open(target, STORE_EXISTING, &error);
    g_assert_no_error(error);
    g_assert_cmpint(scratch_number(copy, "SELECT count(*) FROM customer"), ==, 1);
    g_assert_false(store_backup(store, target, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_cmpint(scratch_number(copy, "SELECT count(*) FROM customer"), ==, 1);
    g_clear_error(&error);
    g_assert_false(store_backup(store, "/nowhere/at/all/copy.db", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
}

/* A copy with something wrong in it gets no name, and nothing half-made stays behind. */
static void test_backup_of_damage(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autofree char *target = beside(scratch, ".copy"), *folder = g_path_get_dirname(scratch->path);
    g_autoptr(GError) error = NULL;
    close_now(scratch_open(scratch));
    shell(scratch->path, "PRAGMA foreign_keys=OFF; INSERT INTO note VALUES (1, 'a', 77, 'b')");
    g_autoptr(Store) store = scratch_open(scratch);
    g_assert_false(store_backup(store, target, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_assert_nonnull(strstr(error->message, "Row 1 of note"));
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
        g_assert_false(g_str_has_prefix(name, "desk.db.copy"));
}

static guint verify(Store *store, const char *part)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    g_assert_true(store_verify(store, findings, &error));
    g_assert_no_error(error);
    bool said = part == NULL;
    for (guint i = 0; i < findings->len; i++)
        said |= strstr(findings->pdata[i], part) != NULL;
    if (!said)
        g_error("no finding says \"%s\" (%u findings)", part, findings->len);
    return findings->len;
}

static void test_verify_schema(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    scratch_customer(store, "a");
    shell(scratch->path, "ANALYZE");
    g_assert_cmpuint(verify(store, NULL), ==, 0);
    shell(scratch->path, "DROP TRIGGER note_delete; CREATE TABLE own (id)");
    g_assert_cmpuint(verify(store, "removed a part of the database: trigger note_delete"), ==, 2);
    g_assert_cmpuint(verify(store, "added to the database: table own"), ==, 2);
    shell(scratch->path, "DROP TABLE own; CREATE TRIGGER note_delete BEFORE DELETE ON note BEGIN SELECT 1; END");
    g_assert_cmpuint(verify(store, "changed a part of the database: trigger note_delete"), ==, 1);
}

static void test_verify_references(Scratch *scratch, gconstpointer data)
{
    (void)data;
    g_autoptr(Store) store = scratch_open(scratch);
    shell(scratch->path, "PRAGMA foreign_keys=OFF; INSERT INTO note VALUES (5, 'a', 77, 'b')");
    g_assert_cmpuint(verify(store, "Row 5 of note refers to a row of customer"), ==, 1);
}

static void test_verify_damage(Scratch *scratch, gconstpointer data)
{
    (void)data;
    {
        g_autoptr(Store) store = scratch_open(scratch);
        scratch_customer(store, "a");
    }
    /* One letter of an operation id is changed: the row and its index entry no longer agree. */
    shell(scratch->path, "INSERT INTO note VALUES (1, 'operation-one', 1, 'text')");
    g_autofree char *bytes = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(scratch->path, &bytes, &length, NULL));
    char *hit = memmem(bytes, length, "operation-one", 13);
    g_assert_nonnull(hit);
    hit[0] = 'O';
    g_assert_true(g_file_set_contents(scratch->path, bytes, (gssize)length, NULL));
    g_autoptr(Store) store = scratch_open(scratch);
    g_assert_cmpuint(verify(store, "is damaged"), >=, 1);
}

static void test_damaged_is_not_written(Scratch *scratch, gconstpointer data)
{
    (void)data;
    {
        g_autoptr(Store) store = scratch_open(scratch);
        scratch_customer(store, "a");
    }
    gint64 root = shell_number(scratch->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'customer'");
    gint64 page = shell_number(scratch->path, "PRAGMA page_size");
    g_autofree char *bytes = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(scratch->path, &bytes, &length, NULL));
    memset(bytes + (root - 1) * page, 0x55, (size_t)page);
    g_assert_true(g_file_set_contents(scratch->path, bytes, (gssize)length, NULL));
    g_autoptr(Store) store = scratch_open(scratch);
    g_autoptr(GError) error = NULL;
    gint64 count;
    g_assert_false(store_value(store, "SELECT count(*) FROM customer", NO_BINDS, 0, &count, &error));
    g_assert_nonnull(strstr(error->message, "restore the last backup"));
    g_clear_error(&error);
    g_assert_false(store_begin(store, &error));
    g_assert_nonnull(strstr(error->message, "nothing is saved any more"));
}

#define ADD(name, function) g_test_add("/store-open/" name, Scratch, NULL, scratch_start, function, scratch_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("a new database can be read by its owner alone", test_rights);
    ADD("a missing database is not made unless asked", test_missing);
    ADD("without a name the database is in the agent's data folder", test_standard_place);
    ADD("a link in place of the database is refused", test_links);
    ADD("a folder reached by a link leads to the same locks", test_folder_reached_by_link);
    ADD("a letter, a folder and another program's database are refused untouched", test_not_ours);
    g_test_add_func("/store-open/network file systems are known by number", test_network);
    ADD("for reading nothing is made or written", test_read_only);
    ADD("what a desk left half done is undone at the next start", test_cut_off);
    g_test_add_func("/store-open/WAL is trusted only in repaired libraries", test_wal_versions);
    ADD("the journal can be chosen, but not an unsafe one", test_journal_choice);
    ADD("an unsafe journal in use elsewhere is refused", test_unsafe_wal_in_use);
    ADD("an upgrade applies every file and keeps a backup", test_upgrade);
    ADD("a failed upgrade leaves the database as it was", test_upgrade_fails);
    ADD("a database of a newer program is refused", test_newer);
    ADD("a program without its schema files says so", test_incomplete_installation);
    ADD("desks that start together migrate once", test_first_start_together);
    ADD("a backup is whole, private and never over another file", test_backup);
    ADD("a backup with something wrong in it is refused", test_backup_of_damage);
    ADD("the check sees removed, changed and added parts", test_verify_schema);
    ADD("the check sees broken references", test_verify_references);
    ADD("the check sees a changed byte in an index", test_verify_damage);
    ADD("a damaged database is not written to", test_damaged_is_not_written);
    return g_test_run();
}
