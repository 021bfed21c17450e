/* Opening the database and its transactions. */
#include "store/sqlite.h"

#include "base/i18n.h"
#include "base/settings.h"
#include "store/place.h"
#include <sqlite3.h>
#include <string.h>

#define DEFAULT_WAIT_S 5

/* --- Errors --------------------------------------------------------------------------------------- */

static const struct {
    int code; /* extended codes before the primary ones they belong to */
    BelrondeError kind;
    const char *sentence; /* %s: what SQLite says */
} failures[] = {
    {SQLITE_READONLY_ROLLBACK, BELRONDE_ERROR_STORE,
     N_("A desk was cut off while it was saving (%s): open the database once for writing, which repairs that.")},
    {SQLITE_BUSY, BELRONDE_ERROR_BUSY, N_("Another desk kept the database locked (%s): nothing was saved, try again.")},
    {SQLITE_FULL, BELRONDE_ERROR_STORE, N_("The disk is full (%s): nothing was saved; free some space and try again.")},
    {SQLITE_READONLY, BELRONDE_ERROR_STORE, N_("The database cannot be written to (%s): nothing was saved.")},
    {SQLITE_IOERR, BELRONDE_ERROR_STORE,
     N_("The disk failed (%s): nothing was saved; try again, then check the disk.")},
    {SQLITE_CANTOPEN, BELRONDE_ERROR_STORE, N_("The database or a file beside it cannot be opened (%s).")},
    {SQLITE_CORRUPT, BELRONDE_ERROR_STORE,
     N_("The database file is damaged (%s): stop, keep a copy of it and restore the last backup.")},
    {SQLITE_NOTADB, BELRONDE_ERROR_STORE, N_("The file is not a database (%s): is it the right one?")},
    {SQLITE_CONSTRAINT, BELRONDE_ERROR_STORE, N_("The database refused this, nothing was saved: %s.")},
};

bool sqlite_fail(Store *store, int code, GError **error)
{
    int primary = code & 0xff;
    const char *says = store->db != NULL ? sqlite3_errmsg(store->db) : sqlite3_errstr(code);
    store->suspect |= primary == SQLITE_IOERR;
    store->damaged |= primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
    for (size_t i = 0; i < G_N_ELEMENTS(failures); i++)
        if (failures[i].code == code || failures[i].code == primary)
            return fail(error, failures[i].kind, _(failures[i].sentence), says);
    return fail(error, BELRONDE_ERROR_STORE, _("The database failed: %s."), says);
}

/* --- The connection -------------------------------------------------------------------------------- */

static const struct {
    int option, value;
} switches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0}, /* "misspelt" is a wrong column, not a text */
    {SQLITE_DBCONFIG_DQS_DDL, 0},   {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

static const struct {
    int limit, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 32 << 20},                               /* a letter as it left, with its attachments */
    {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_ATTACHED, 1}, /* VACUUM INTO */
    {SQLITE_LIMIT_TRIGGER_DEPTH, 20},  {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
};

/* Set, then read back: a library built otherwise must not be believed. */
static const struct {
    const char *set, *get;
    gint64 expected;
} pragmas[] = {
    {"PRAGMA synchronous=FULL", "PRAGMA synchronous", 2},
    {"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", 1},
    {"PRAGMA recursive_triggers=ON", "PRAGMA recursive_triggers", 1}, /* REPLACE must meet the DELETE triggers */
    {"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", 0},
    {"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", 1},
    {"PRAGMA secure_delete=ON", "PRAGMA secure_delete", 1},
    {"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", 2},
    {"PRAGMA mmap_size=0", "PRAGMA mmap_size", 0},
};

bool sqlite_number(Store *store, const char *sql, gint64 *value, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    gint64 result = 0;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW)
            result = sqlite3_column_int64(statement, 0);
    }
    bool done = code == SQLITE_DONE || sqlite_fail(store, code, error);
    sqlite3_finalize(statement);
    if (done && value != NULL)
        *value = result;
    return done;
}

bool sqlite_command(Store *store, const char *sql, GError **error)
{
    return sqlite_number(store, sql, NULL, error);
}

bool sqlite_wal_is_safe(int version)
{
    if (version >= 3051003)
        return version != 3052000;
    return (version >= 3044006 && version < 3045000) || (version >= 3050007 && version < 3051000);
}

/* BELRONDE_JOURNAL: auto, truncate, wal. */
static bool wal_wanted(bool *wanted, GError **error)
{
    const char *choice = g_getenv("BELRONDE_JOURNAL");
    bool safe = sqlite_wal_is_safe(sqlite3_libversion_number());
    if (choice == NULL || *choice == '\0' || strcmp(choice, "auto") == 0)
        *wanted = safe;
    else if (strcmp(choice, "truncate") == 0)
        *wanted = false;
    else if (strcmp(choice, "wal") != 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("BELRONDE_JOURNAL is auto, truncate or wal, not %s."), choice);
    else if (!safe)
        return fail(error, BELRONDE_ERROR_INPUT,
                    _("SQLite %s can damage a shared database in WAL mode: take truncate, or SQLite 3.51.3 or newer."),
                    sqlite3_libversion());
    else
        *wanted = true;
    return true;
}

static bool journal_mode(Store *store, const char *sql, char **mode, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    bool done = code == SQLITE_ROW || sqlite_fail(store, code, error);
    if (done)
        *mode = g_strdup((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return done;
}

/* Leaving or entering WAL needs the file alone; while colleagues have it open the mode they use stays, as long
 * as it is a safe one. */
static bool journal_set(Store *store, GError **error)
{
    bool wal = false;
    g_autofree char *mode = NULL;
    if (!wal_wanted(&wal, error))
        return false;
    if (wal)
        (void)journal_mode(store, "PRAGMA journal_mode=WAL", &mode, NULL);
    if (mode == NULL || strcmp(mode, "wal") != 0) {
        g_clear_pointer(&mode, g_free);
        (void)journal_mode(store, "PRAGMA journal_mode=TRUNCATE", &mode, NULL);
    }
    g_clear_pointer(&mode, g_free);
    if (!journal_mode(store, "PRAGMA journal_mode", &mode, error))
        return false;
    if (strcmp(mode, "truncate") == 0 || (strcmp(mode, "wal") == 0 && sqlite_wal_is_safe(sqlite3_libversion_number())))
        return true;
    return fail(
        error, BELRONDE_ERROR_STORE,
        _("The database is open elsewhere in journal mode %s, which is not safe with SQLite %s: close the other "
          "programs first."),
        mode, sqlite3_libversion());
}

static bool pragmas_set(Store *store, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pragmas); i++) {
        gint64 found = -1;
        if (!sqlite_command(store, pragmas[i].set, error) || !sqlite_number(store, pragmas[i].get, &found, error))
            return false;
        if (found != pragmas[i].expected)
            return fail(error, BELRONDE_ERROR_STORE,
                        _("This SQLite library (%s) does not obey %s: install the one of your distribution."),
                        sqlite3_libversion(), pragmas[i].set);
    }
    return true;
}

static bool connection_open(Store *store, GError **error)
{
    int access = store->mode == STORE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    int code = sqlite3_open_v2(store->path, &store->db,
                               access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOFOLLOW, NULL);
    if (code != SQLITE_OK)
        return sqlite_fail(store, code, error);
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_busy_timeout(store->db, store->wait_ms);
    for (size_t i = 0; i < G_N_ELEMENTS(switches); i++)
        sqlite3_db_config(store->db, switches[i].option, switches[i].value, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++)
        sqlite3_limit(store->db, limits[i].limit, limits[i].value);
    gint64 version = 0;
    return sqlite_identity(store, &version, error) && (store->mode == STORE_READ_ONLY || journal_set(store, error)) &&
           pragmas_set(store, error);
}

static void connection_close(Store *store)
{
    sqlite_statements_clear(store);
    sqlite3_close_v2(store->db);
    store->db = NULL;
}

bool sqlite_ready(Store *store, GError **error)
{
    if (!store->suspect || store->open_queries > 0 || store->state != STORE_IDLE)
        return true;
    connection_close(store);
    sqlite_statements_init(store);
    store->own_commits += store->others + 1; /* their count starts anew, and the sum must not come back */
    store->suspect = false;
    if (connection_open(store, error))
        return true;
    store->suspect = true;
    return false;
}

/* --- Open and close --------------------------------------------------------------------------------- */

static int wait_ms(void)
{
    const char *text = g_getenv("BELRONDE_WAIT");
    guint64 seconds = DEFAULT_WAIT_S;
    if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 0, 600, &seconds, NULL))
        seconds = DEFAULT_WAIT_S;
    return (int)seconds * 1000;
}

static char *place_find(const char *path, StoreMode mode, GError **error)
{
    if (path != NULL)
        return place_resolve(path, mode, error);
    g_autofree char *home = path_data_home(error);
    g_autofree char *standard = home != NULL ? g_build_filename(home, "belronde.db", NULL) : NULL;
    return standard != NULL ? place_resolve(standard, mode, error) : NULL;
}

static bool store_start(Store *store, const char *path, GError **error)
{
    store->path = place_find(path, store->mode, error);
    if (store->path == NULL)
        return false;
    store->lease = lease_new(store->path);
    if (store->mode != STORE_READ_ONLY && (store->gate = turnstile_open(store->path, error)) == NULL)
        return false;
    return connection_open(store, error) && sqlite_migrate(store, error);
}

Store *store_open(const char *path, StoreMode mode, GError **error)
{
    Store *store = g_new0(Store, 1);
    store->mode = mode;
    store->wait_ms = wait_ms();
    sqlite_statements_init(store);
    if (store_start(store, path, error))
        return store;
    store_close(store);
    return NULL;
}

void store_close(Store *store)
{
    if (store == NULL)
        return;
    store_rollback(store);
    connection_close(store);
    turnstile_close(store->gate);
    lease_free(store->lease);
    g_free(store->failure);
    g_free(store->path);
    g_free(store);
}

const char *store_path(const Store *store)
{
    return store->path;
}

/* --- Transactions ----------------------------------------------------------------------------------- */

static bool fail_read_only(GError **error)
{
    return fail(error, BELRONDE_ERROR_STORE, _("The database was opened for reading only: nothing was saved."));
}

bool store_begin(Store *store, GError **error)
{
    if (store->state != STORE_IDLE)
        g_error("store_begin inside a transaction");
    if (store->gate == NULL)
        return fail_read_only(error);
    if (store->damaged)
        return fail(error, BELRONDE_ERROR_STORE,
                    _("The database file is damaged: nothing is saved any more; restore the last backup."));
    if (!sqlite_ready(store, error) || !turnstile_enter(store->gate, store->wait_ms, error))
        return false;
    if (!sqlite_command(store, "BEGIN IMMEDIATE", error)) {
        turnstile_leave(store->gate);
        return false;
    }
    store->state = STORE_WRITING;
    store->changes_before = sqlite3_total_changes64(store->db);
    return true;
}

bool store_commit(Store *store, GError **error)
{
    if (store->state != STORE_WRITING)
        g_error("store_commit without store_begin");
    if (store->failure != NULL) { /* half a verb must never be kept */
        fail(error, BELRONDE_ERROR_STORE, "%s", store->failure);
        store_rollback(store);
        return false;
    }
    if (!sqlite_load_finish(store, error)) {
        store_rollback(store);
        return false;
    }
    if (!sqlite_command(store, "COMMIT", NULL)) {
        g_autofree char *reason = g_strdup(sqlite3_errmsg(store->db));
        store_rollback(store);
        return fail(error, BELRONDE_ERROR_UNKNOWN,
                    _("It is not certain that this was saved (%s): look at the customer before you do it again."),
                    reason);
    }
    store->own_commits += sqlite3_total_changes64(store->db) != store->changes_before;
    store->state = STORE_IDLE;
    turnstile_leave(store->gate);
    return true;
}

void store_rollback(Store *store)
{
    if (store->state == STORE_IDLE)
        return;
    if (store->db != NULL && !sqlite3_get_autocommit(store->db) && !sqlite_command(store, "ROLLBACK", NULL))
        store->suspect = true;
    g_clear_pointer(&store->failure, g_free);
    sqlite_load_clear(store);
    store->state = STORE_IDLE;
    turnstile_leave(store->gate);
}

bool store_in_transaction(const Store *store)
{
    return store->state == STORE_WRITING;
}

bool store_is_awaited(const Store *store)
{
    return store->state == STORE_WRITING && turnstile_is_awaited(store->gate);
}

bool store_snapshot_begin(Store *store, GError **error)
{
    if (store->state != STORE_IDLE)
        g_error("store_snapshot_begin inside a transaction");
    if (!sqlite_ready(store, error) || !sqlite_command(store, "BEGIN", error))
        return false;
    store->state = STORE_READING;
    /* BEGIN alone promises nothing: the picture is taken at the first read. */
    if (sqlite_command(store, "SELECT count(*) FROM sqlite_schema", error))
        return true;
    store_rollback(store);
    return false;
}

void store_snapshot_end(Store *store)
{
    if (store->state == STORE_READING)
        store_rollback(store);
}

/* --- News and leases --------------------------------------------------------------------------------- */

gint64 store_version(Store *store)
{
    (void)sqlite_number(store, "PRAGMA data_version", &store->others, NULL);
    return store->others + store->own_commits;
}

bool store_lease_take(Store *store, gint64 customer_id, const char *holder, char **colleague, GError **error)
{
    return (store->gate != NULL || fail_read_only(error)) &&
           lease_take(store->lease, customer_id, holder, colleague, error);
}

void store_lease_drop(Store *store, gint64 customer_id)
{
    lease_drop(store->lease, customer_id);
}

char *store_lease_holder(Store *store, gint64 customer_id)
{
    return lease_holder(store->lease, customer_id);
}
