/* The schema: data/schema/sqlite/0001.sql, 0002.sql …  user_version is the number of the last file applied.
 * All that are due are applied in one transaction under the write lock, after a verified backup. */
#include "store/sqlite.h"

#include "base/i18n.h"
#include "base/settings.h"
#include "store/place.h"
#include <sqlite3.h>
#include <string.h>

/* All files from one folder: those of two versions must not mix. */
static char *schema_file(int number)
{
    g_autofree char *folder = path_shipped("schema/sqlite");
    return g_strdup_printf("%s/%04d.sql", folder, number);
}

static bool schema_exists(int number)
{
    g_autofree char *file = schema_file(number);
    return g_file_test(file, G_FILE_TEST_IS_REGULAR);
}

/* The newest schema this program knows; 0 when its files are not there. */
static int schema_newest(void)
{
    int number = 0;
    while (schema_exists(number + 1))
        number++;
    return number;
}

static bool fail_script(sqlite3 *db, const char *file, const char *text, const char *statement, GError **error)
{
    int offset = sqlite3_error_offset(db); /* -1 unless a word of the statement is to blame */
    const char *spot = statement + strspn(statement, " \t\n");
    spot = offset >= 0 ? statement + offset : spot;
    int line = 1;
    for (const char *c = text; c < spot; c++)
        line += *c == '\n';
    return fail(error, BELRONDE_ERROR_STORE, _("%s, line %d: %s."), file, line, sqlite3_errmsg(db));
}

static bool script_run(sqlite3 *db, const char *file, const char *text, GError **error)
{
    for (const char *rest = text; *rest != '\0';) {
        sqlite3_stmt *statement = NULL;
        const char *start = rest;
        int code = sqlite3_prepare_v2(db, start, -1, &statement, &rest);
        while (code == SQLITE_OK || code == SQLITE_ROW)
            code = statement != NULL ? sqlite3_step(statement) : SQLITE_DONE;
        bool done = code == SQLITE_DONE || fail_script(db, file, text, start, error);
        sqlite3_finalize(statement);
        if (!done)
            return false;
    }
    return true;
}

static bool schema_apply(sqlite3 *db, int number, GError **error)
{
    g_autofree char *file = schema_file(number);
    g_autofree char *text = NULL;
    g_autoptr(GError) reason = NULL;
    if (!g_file_get_contents(file, &text, NULL, &reason))
        return fail(error, BELRONDE_ERROR_STORE, _("The schema file cannot be read: %s."), reason->message);
    return script_run(db, file, text, error);
}

bool sqlite_schema_build(sqlite3 *db, int version, GError **error)
{
    for (int number = 1; number <= version; number++)
        if (!schema_apply(db, number, error))
            return false;
    return true;
}

/* In one read: another desk may be migrating the file between two. */
static bool marks_read(Store *store, gint64 *application, gint64 *user_version, gint64 *objects, GError **error)
{
    g_autoptr(GError) reason = NULL;
    gint64 marks = 0;
    if (!sqlite_number(store,
                       "SELECT (SELECT application_id FROM pragma_application_id) * 4294967296"
                       "     + (SELECT user_version FROM pragma_user_version) * 2"
                       "     + EXISTS (SELECT 1 FROM sqlite_schema)",
                       &marks, &reason))
        return fail(error, (BelrondeError)reason->code, "%s: %s", store->path, reason->message);
    *application = marks >> 32;
    *user_version = (marks & G_MAXUINT32) >> 1;
    *objects = marks & 1;
    return true;
}

bool sqlite_identity(Store *store, gint64 *version, GError **error)
{
    gint64 application = 0, user_version = 0, objects = 0;
    if (!marks_read(store, &application, &user_version, &objects, error))
        return false;
    bool empty = application == 0 && user_version == 0 && objects == 0;
    if (!empty && (application != SQLITE_APPLICATION_ID || user_version < 1))
        return fail(error, BELRONDE_ERROR_STORE, _("%s is the database of another program: name another file."),
                    store->path);
    if (user_version > schema_newest())
        return fail(error, BELRONDE_ERROR_STORE,
                    _("%s was made by a newer Belronde (schema %d, this one knows up to %d): use the newer program."),
                    store->path, (int)user_version, schema_newest());
    *version = user_version;
    return true;
}

/* --- Upgrading ---------------------------------------------------------------------------------------- */

/* PATH.before-0002, or the first free one of PATH.before-0002-2, -3 … */
static char *backup_name(const char *path, int version)
{
    char *name = g_strdup_printf("%s.before-%04d", path, version);
    for (int i = 2; g_file_test(name, G_FILE_TEST_EXISTS); i++) {
        g_free(name);
        name = g_strdup_printf("%s.before-%04d-%d", path, version, i);
    }
    return name;
}

static bool references_hold(Store *store, GError **error)
{
    gint64 broken = 0;
    if (!sqlite_number(store, "SELECT count(*) FROM pragma_foreign_key_check", &broken, error))
        return false;
    return broken == 0 || fail(error, BELRONDE_ERROR_STORE,
                               NP_("%d row would refer to something that is not there.",
                                   "%d rows would refer to something that is not there.", broken),
                               (int)broken);
}

/* Inside the transaction, where user_version is read again: a colleague may have been first. */
static bool files_apply(Store *store, int newest, GError **error)
{
    gint64 version = 0;
    if (!sqlite_identity(store, &version, error))
        return false;
    for (int number = (int)version + 1; number <= newest; number++)
        if (!schema_apply(store->db, number, error))
            return false;
    g_autofree char *stamp = g_strdup_printf("PRAGMA user_version=%d", newest);
    g_autofree char *owner = g_strdup_printf("PRAGMA application_id=%d", SQLITE_APPLICATION_ID);
    return references_hold(store, error) && sqlite_command(store, owner, error) && sqlite_command(store, stamp, error);
}

static bool upgrade(Store *store, int newest, GError **error)
{
    g_autoptr(GError) reason = NULL;
    /* A file may rebuild a table that others refer to; that is checked at the end, and the switch has no
     * effect inside a transaction. */
    bool done = sqlite_command(store, "PRAGMA foreign_keys=OFF", &reason) &&
                sqlite_command(store, "BEGIN IMMEDIATE", &reason) && files_apply(store, newest, &reason) &&
                sqlite_command(store, "COMMIT", &reason);
    if (!done && !sqlite3_get_autocommit(store->db))
        sqlite_command(store, "ROLLBACK", NULL);
    if (done)
        return sqlite_command(store, "PRAGMA foreign_keys=ON", error);
    return fail(error, reason->code == BELRONDE_ERROR_BUSY ? BELRONDE_ERROR_BUSY : BELRONDE_ERROR_STORE,
                _("The database was not upgraded and is as it was. %s"), reason->message);
}

static bool upgrade_alone(Store *store, int newest, GError **error)
{
    gint64 version = 0;
    if (!sqlite_identity(store, &version, error) || version == newest)
        return version == newest;
    g_autofree char *backup = backup_name(store->path, (int)version + 1);
    return (version == 0 || sqlite_copy(store, backup, true, error)) && upgrade(store, newest, error);
}

bool sqlite_migrate(Store *store, GError **error)
{
    int newest = schema_newest();
    gint64 version = 0;
    if (newest == 0) {
        g_autofree char *missing = schema_file(1);
        return fail(error, BELRONDE_ERROR_STORE, _("The program is not installed completely: %s is missing."), missing);
    }
    if (!sqlite_identity(store, &version, error) || version == newest)
        return version == newest;
    if (store->mode == STORE_READ_ONLY)
        return fail(error, BELRONDE_ERROR_STORE, _("%s has an older schema: open it once for writing."), store->path);
    if (!turnstile_enter(store->gate, store->wait_ms, error))
        return false;
    bool done = upgrade_alone(store, newest, error);
    turnstile_leave(store->gate);
    return done;
}
