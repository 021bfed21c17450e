/* A desk reduced to its outcomes, for the harnesses that kill it, fail its disk or run many of it.
 *
 *   store_driver setup DB            makes a database
 *   store_driver save DB [DEFECT]    saves outcomes; one line "ok OP" per outcome known to be saved, "no OP" per
 *                                    outcome known not to be, no line where it cannot be known
 *   store_driver list DB             checks the database whole; one line "ok OP" per outcome in it
 *   store_driver setup-old DB        makes a database of schema 1
 *   store_driver upgrade DB [DEFECT] opens, and so upgrades it
 *   store_driver inspect DB          checks that it is wholly old, or wholly new beside a backup of the old
 *
 * The planted defects: `early` says ok before the COMMIT, `trusting` takes a failed COMMIT for "not saved", `hasty`
 * gives the backup its final name before it is whole, and notes the new version in a second transaction. */
#include "store/store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OUTCOMES 2 /* per run of `save` */

static int complain(const GError *error)
{
    fprintf(stderr, "%s\n", error->message);
    return 1;
}

static void say(const char *word, const char *op)
{
    printf("%s %s\n", word, op);
    fflush(stdout);
}

/* --- save ------------------------------------------------------------------------------------------ */

static bool outcome_write(Store *store, const char *op, GError **error)
{
    gint64 id;
    return store_insert(store,
                        "INSERT INTO outcome (op, call, desk) SELECT :op, min(id), 'one' FROM call WHERE done = 0"
                        " RETURNING id",
                        BINDS(TEXT("op", op)), &id, error) &&
           store_run(store, "INSERT INTO next_contact (outcome, day) VALUES (:id, 20000)", BINDS(INTEGER("id", id)),
                     error) &&
           store_run(store, "UPDATE call SET done = 1 WHERE id = (SELECT call FROM outcome WHERE id = :id)",
                     BINDS(INTEGER("id", id)), error);
}

/* After an uncertain COMMIT only the operation id tells. */
static void outcome_look_up(Store *store, const char *op, bool trusting)
{
    gint64 found = 0;
    if (trusting)
        say("no", op);
    else if (store_value(store, "SELECT count(*) FROM outcome WHERE op = :op", BINDS(TEXT("op", op)), 0, &found, NULL))
        say(found > 0 ? "ok" : "no", op);
}

static bool outcome_save(Store *store, const char *defect)
{
    g_autofree char *op = store_operation_id();
    g_autoptr(GError) error = NULL;
    if (!store_begin(store, &error) || !outcome_write(store, op, &error)) {
        store_rollback(store);
        say("no", op);
        return false;
    }
    bool early = strcmp(defect, "early") == 0;
    if (early)
        say("ok", op);
    bool saved = store_commit(store, &error);
    if (saved && !early)
        say("ok", op);
    else if (!saved && error->code == BELRONDE_ERROR_UNKNOWN)
        outcome_look_up(store, op, strcmp(defect, "trusting") == 0);
    else if (!saved)
        say("no", op);
    return saved;
}

static int save(const char *path, const char *defect)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, STORE_CREATE, &error);
    if (store == NULL)
        return complain(error);
    int failed = 0;
    for (int i = 0; i < OUTCOMES; i++)
        failed += !outcome_save(store, defect);
    return failed > 0;
}

/* --- list ------------------------------------------------------------------------------------------ */

static bool whole(Store *store, GError **error)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    gint64 halves = 0;
    if (!store_verify(store, findings, error) ||
        !store_value(store,
                     "SELECT count(*) FROM outcome o JOIN call c ON c.id = o.call LEFT JOIN next_contact n"
                     " ON n.outcome = o.id WHERE n.outcome IS NULL OR c.done = 0",
                     NO_BINDS, 0, &halves, error))
        return false;
    if (findings->len > 0)
        return fail(error, BELRONDE_ERROR_STORE, "%s", (char *)findings->pdata[0]);
    return halves == 0 || fail(error, BELRONDE_ERROR_STORE, "%d half outcomes", (int)halves);
}

static int list(const char *path, const char *defect)
{
    (void)defect;
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, STORE_EXISTING, &error);
    if (store == NULL || !whole(store, &error))
        return complain(error);
    g_autoptr(Query) query = store_query(store, "SELECT op FROM outcome", NO_BINDS, &error);
    while (query_next(query))
        say("ok", query_text(query, "op"));
    return query != NULL && query_finish(query, &error) ? 0 : complain(error);
}

/* --- upgrades, past the store where it must not be trusted --------------------------------------------- */

static bool raw(const char *path, const char *sql, gint64 *value)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
    for (const char *rest = sql; code == SQLITE_OK && *rest != '\0';) {
        code = sqlite3_prepare_v2(db, rest, -1, &statement, &rest);
        while (statement != NULL && (code = sqlite3_step(statement)) == SQLITE_ROW)
            if (value != NULL)
                *value = sqlite3_column_int64(statement, 0);
        code = statement == NULL || code == SQLITE_DONE ? SQLITE_OK : code;
        sqlite3_finalize(statement);
        statement = NULL;
    }
    if (code != SQLITE_OK)
        fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    sqlite3_close(db);
    return code == SQLITE_OK;
}

static char *schema_text(int number)
{
    g_autofree char *name = g_strdup_printf("%s/schema/sqlite/%04d.sql", g_getenv("BELRONDE_DATA"), number);
    char *text = NULL;
    if (!g_file_get_contents(name, &text, NULL, NULL))
        fprintf(stderr, "%s cannot be read\n", name);
    return text;
}

static int setup_old(const char *path, const char *defect)
{
    (void)defect;
    g_autofree char *schema = schema_text(1);
    g_autofree char *sql =
        g_strconcat("BEGIN;", schema, "PRAGMA application_id=0x42454c52; PRAGMA user_version=1; COMMIT;", NULL);
    return schema != NULL && g_file_set_contents(path, "", 0, NULL) && raw(path, sql, NULL) ? 0 : 1;
}

static int upgrade_hastily(const char *path)
{
    g_autofree char *schema = schema_text(2);
    g_autofree char *sql =
        g_strdup_printf("VACUUM INTO '%s.before-0002'; BEGIN; %s COMMIT; PRAGMA user_version=2", path, schema);
    gint64 version = 0;
    if (!raw(path, "PRAGMA user_version", &version) || (version < 2 && !raw(path, sql, NULL)))
        return 1;
    say("ok", "upgraded");
    return 0;
}

static int upgrade(const char *path, const char *defect)
{
    if (strcmp(defect, "hasty") == 0)
        return upgrade_hastily(path);
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, STORE_EXISTING, &error);
    if (store == NULL)
        return complain(error);
    say("ok", "upgraded");
    return 0;
}

static bool sound(const char *path, gint64 version)
{
    gint64 found = 0, calls = 0, reasons = 0, broken = 1;
    return raw(path, "PRAGMA user_version", &found) && found == version &&
           raw(path, "SELECT count(*) FROM call", &calls) && calls == 1200 &&
           raw(path, "SELECT count(*) FROM pragma_table_info('call') WHERE name = 'reason'", &reasons) &&
           reasons == version - 1 &&
           raw(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &broken) &&
           broken == 0;
}

static int inspect(const char *path, const char *defect)
{
    (void)defect;
    g_autofree char *backup = g_strconcat(path, ".before-0002", NULL);
    if (g_file_test(backup, G_FILE_TEST_EXISTS) && !sound(backup, 1))
        return 1;
    if (sound(path, 1))
        return 0;
    if (!sound(path, 2) || !g_file_test(backup, G_FILE_TEST_EXISTS))
        return 1;
    say("ok", "upgraded");
    return 0;
}

/* ------------------------------------------------------------------------------------------------------- */

static int setup(const char *path, const char *defect)
{
    (void)defect;
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, STORE_CREATE, &error);
    return store != NULL ? 0 : complain(error);
}

static const struct {
    const char *name;
    int (*run)(const char *path, const char *defect);
} commands[] = {
    {"setup", setup},         {"save", save},       {"list", list},
    {"setup-old", setup_old}, {"upgrade", upgrade}, {"inspect", inspect},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc >= 3 && i < G_N_ELEMENTS(commands); i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argv[2], argc > 3 ? argv[3] : "");
    fprintf(stderr, "store_driver setup|save|list|setup-old|upgrade|inspect DB [DEFECT]\n");
    return 2;
}
