/* Backups that are verified before they count, and the checks of a whole database. */
#include "store/sqlite.h"

#include "base/i18n.h"
#include "store/place.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(sqlite3_stmt, sqlite3_finalize)

/* Calls `row` for each row of a statement; false with the error set when the walk ends badly. */
static bool rows_walk(sqlite3 *db, const char *sql, void (*row)(sqlite3_stmt *row, void *data), void *data,
                      GError **error)
{
    g_autoptr(sqlite3_stmt) statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW)
            row(statement, data);
    }
    return code == SQLITE_DONE ||
           fail(error, BELRONDE_ERROR_STORE, _("The database could not be examined: %s."), sqlite3_errmsg(db));
}

static const char *cell(sqlite3_stmt *row, int column)
{
    const void *text = sqlite3_column_text(row, column);
    return text != NULL ? text : "";
}

/* --- Findings -------------------------------------------------------------------------------------- */

static void finding_damage(sqlite3_stmt *row, void *findings)
{
    if (strcmp(cell(row, 0), "ok") != 0)
        g_ptr_array_add(findings, g_strdup_printf(_("The database file is damaged: %s."), cell(row, 0)));
}

static void finding_reference(sqlite3_stmt *row, void *findings)
{
    g_ptr_array_add(findings, g_strdup_printf(_("Row %s of %s refers to a row of %s that is not there."), cell(row, 1),
                                              cell(row, 0), cell(row, 2)));
}

static void object_collect(sqlite3_stmt *row, void *objects)
{
    g_hash_table_insert(objects, g_strdup_printf("%s %s", cell(row, 0), cell(row, 1)), g_strdup(cell(row, 2)));
}

/* "table customer" -> its SQL.  What SQLite keeps for itself (statistics, automatic indexes) is left out. */
static GHashTable *objects_load(sqlite3 *db, GError **error)
{
    g_autoptr(GHashTable) objects = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!rows_walk(db, "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                   object_collect, objects, error))
        return NULL;
    return g_steal_pointer(&objects);
}

static void objects_compare(GHashTable *ours, GHashTable *theirs, GPtrArray *findings)
{
    GHashTableIter walk;
    gpointer name, sql;
    g_hash_table_iter_init(&walk, ours);
    while (g_hash_table_iter_next(&walk, &name, &sql)) {
        const char *found = g_hash_table_lookup(theirs, name);
        if (found == NULL)
            g_ptr_array_add(findings, g_strdup_printf(_("Somebody removed a part of the database: %s."), (char *)name));
        else if (strcmp(found, sql) != 0)
            g_ptr_array_add(findings, g_strdup_printf(_("Somebody changed a part of the database: %s."), (char *)name));
    }
    g_hash_table_iter_init(&walk, theirs);
    while (g_hash_table_iter_next(&walk, &name, &sql))
        if (!g_hash_table_contains(ours, name))
            g_ptr_array_add(findings, g_strdup_printf(_("Somebody added to the database: %s."), (char *)name));
}

static bool schema_compare(Store *store, GPtrArray *findings, GError **error)
{
    g_autoptr(sqlite3) fresh = NULL;
    gint64 version = 0;
    if (!sqlite_identity(store, &version, error))
        return false;
    if (sqlite3_open(":memory:", &fresh) != SQLITE_OK)
        return fail(error, BELRONDE_ERROR_STORE, _("The database could not be examined: %s."), sqlite3_errmsg(fresh));
    if (!sqlite_schema_build(fresh, (int)version, error))
        return false;
    g_autoptr(GHashTable) ours = objects_load(fresh, error);
    g_autoptr(GHashTable) theirs = ours != NULL ? objects_load(store->db, error) : NULL;
    if (theirs == NULL)
        return false;
    objects_compare(ours, theirs, findings);
    return true;
}

bool store_verify(Store *store, GPtrArray *findings, GError **error)
{
    return rows_walk(store->db, "PRAGMA integrity_check", finding_damage, findings, error) &&
           rows_walk(store->db, "PRAGMA foreign_key_check", finding_reference, findings, error) &&
           schema_compare(store, findings, error);
}

/* --- Copies ----------------------------------------------------------------------------------------- */

static void count_collect(sqlite3_stmt *row, void *counts)
{
    g_string_append_printf(counts, "%s=%s ", cell(row, 0), cell(row, 1));
}

static void table_collect(sqlite3_stmt *row, void *tables)
{
    g_ptr_array_add(tables, g_strdup(cell(row, 0)));
}

/* "customer=20 item=310 …": the rows of every table. */
static bool rows_count(sqlite3 *db, char **counts, GError **error)
{
    g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) text = g_string_new(NULL);
    if (!rows_walk(
            db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
            table_collect, tables, error))
        return false;
    for (guint i = 0; i < tables->len; i++) {
        char *sql = sqlite3_mprintf("SELECT %Q, count(*) FROM \"%w\"", tables->pdata[i], tables->pdata[i]);
        bool done = rows_walk(db, sql, count_collect, text, error);
        sqlite3_free(sql);
        if (!done)
            return false;
    }
    *counts = g_string_free(g_steal_pointer(&text), FALSE);
    return true;
}

/* Opens the copy as its own database: sound, references whole, ours, and with the same rows as the original
 * where that stands still. */
static bool copy_check(Store *store, const char *copy, bool gated, GError **error)
{
    g_autoptr(sqlite3) db = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    if (sqlite3_open_v2(copy, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        return fail(error, BELRONDE_ERROR_STORE, _("The backup cannot be opened: %s."), sqlite3_errmsg(db));
    if (!rows_walk(db, "PRAGMA integrity_check", finding_damage, findings, error) ||
        !rows_walk(db, "PRAGMA foreign_key_check", finding_reference, findings, error))
        return false;
    if (findings->len > 0)
        return fail(error, BELRONDE_ERROR_STORE, _("The backup is of no use. %s"), (char *)findings->pdata[0]);
    if (!gated)
        return true;
    g_autofree char *here = NULL, *there = NULL;
    if (!rows_count(store->db, &here, error) || !rows_count(db, &there, error))
        return false;
    return strcmp(here, there) == 0 ||
           fail(error, BELRONDE_ERROR_STORE, _("The backup does not have the same rows as the database."));
}

static bool file_flush(const char *path, GError **error)
{
    int fd = open(path, O_RDWR | O_CLOEXEC);
    bool done = fd >= 0 && fsync(fd) == 0;
    if (!done)
        fail(error, BELRONDE_ERROR_STORE, _("The backup %s cannot be flushed to disk: %s."), path, g_strerror(errno));
    if (fd >= 0)
        close(fd);
    return done;
}

static bool copy_write(Store *store, const char *copy, GError **error)
{
    g_autoptr(sqlite3_stmt) statement = NULL;
    int code = sqlite3_prepare_v2(store->db, "VACUUM INTO :copy", -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 1, copy, -1, SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    return code == SQLITE_DONE || sqlite_fail(store, code, error);
}

/* Its final name only once it is whole; never over another file, not even one that appeared meanwhile. */
static bool copy_name(const char *copy, const char *target, GError **error)
{
    int result = renameat2(AT_FDCWD, copy, AT_FDCWD, target, RENAME_NOREPLACE);
    if (result != 0 && (errno == EINVAL || errno == ENOSYS)) /* a file system that cannot */
        result = g_file_test(target, G_FILE_TEST_EXISTS) ? (errno = EEXIST, -1) : g_rename(copy, target);
    if (result != 0)
        return fail(error, BELRONDE_ERROR_STORE, _("The backup cannot be called %s: %s."), target, g_strerror(errno));
    return place_sync_folder(target, error);
}

bool sqlite_copy(Store *store, const char *target, bool gated, GError **error)
{
    if (g_file_test(target, G_FILE_TEST_EXISTS))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s exists already: choose another name for the backup."), target);
    g_autofree char *copy = g_strconcat(target, ".XXXXXX", NULL);
    int fd = g_mkstemp(copy); /* mode 0600 */
    if (fd < 0)
        return fail(error, BELRONDE_ERROR_STORE, _("The backup %s cannot be made: %s."), target, g_strerror(errno));
    close(fd);
    bool done = copy_write(store, copy, error) && file_flush(copy, error) && copy_check(store, copy, gated, error) &&
                copy_name(copy, target, error);
    if (!done)
        g_unlink(copy);
    return done;
}

bool store_backup(Store *store, const char *target, GError **error)
{
    if (store->state != STORE_IDLE)
        g_error("store_backup inside a transaction");
    if (!sqlite_ready(store, error))
        return false;
    if (store->gate == NULL)
        return sqlite_copy(store, target, false, error);
    if (!turnstile_enter(store->gate, store->wait_ms, error))
        return false;
    bool done = sqlite_copy(store, target, true, error);
    turnstile_leave(store->gate);
    return done;
}
