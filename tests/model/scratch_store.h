/* A scratch database for the store's own tests: its folder, its schema files, gone afterwards. */
#pragma once
#include "store/store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char scratch_schema[] =
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, due INTEGER) STRICT;\n"
    "CREATE TABLE note (id INTEGER PRIMARY KEY, op TEXT NOT NULL UNIQUE,\n"
    "    customer INTEGER NOT NULL REFERENCES customer (id), text TEXT NOT NULL) STRICT;\n"
    "CREATE TRIGGER note_delete BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'notes stay'); END;\n";

typedef struct {
    char *folder, *path;
} Scratch;

static inline void scratch_schema_write(Scratch *scratch, int number, const char *sql)
{
    g_autofree char *folder = g_build_filename(scratch->folder, "data", "schema", "sqlite", NULL);
    g_autofree char *name = g_strdup_printf("%s/%04d.sql", folder, number);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(name, sql, -1, NULL));
}

static inline void scratch_start(Scratch *scratch, gconstpointer data)
{
    (void)data;
    scratch->folder = g_dir_make_tmp("belronde-store-XXXXXX", NULL);
    g_assert_nonnull(scratch->folder);
    scratch->path = g_build_filename(scratch->folder, "house", "desk.db", NULL);
    g_autofree char *shipped = g_build_filename(scratch->folder, "data", NULL);
    g_setenv("BELRONDE_DATA", shipped, TRUE);
    g_setenv("BELRONDE_WAIT", "1", TRUE);
    g_unsetenv("BELRONDE_JOURNAL");
    scratch_schema_write(scratch, 1, scratch_schema);
    g_autofree char *settings = g_build_filename(shipped, "belronde.ini", NULL); /* marks a data folder as ours */
    g_assert_true(g_file_set_contents(settings, "", 0, NULL));
}

static inline void scratch_remove(const char *path)
{
    GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        scratch_remove(child);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_remove(path);
}

static inline void scratch_end(Scratch *scratch, gconstpointer data)
{
    (void)data;
    scratch_remove(scratch->folder);
    g_free(scratch->folder);
    g_free(scratch->path);
}

static inline Store *scratch_open(Scratch *scratch)
{
    g_autoptr(GError) error = NULL;
    Store *store = store_open(scratch->path, STORE_CREATE, &error);
    g_assert_no_error(error);
    g_assert_nonnull(store);
    return store;
}

/* Opening must be refused with a sentence that contains `part`. */
static inline void scratch_refused(const char *path, StoreMode mode, BelrondeError code, const char *part)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, mode, &error);
    g_assert_null(store);
    g_assert_error(error, BELRONDE_ERROR, (int)code);
    if (strstr(error->message, part) == NULL)
        g_error("\"%s\" does not say \"%s\"", error->message, part);
}

static inline gint64 scratch_number(Store *store, const char *sql)
{
    gint64 value = 0;
    g_autoptr(GError) error = NULL;
    store_value(store, sql, NO_BINDS, -1, &value, &error);
    g_assert_no_error(error);
    return value;
}

static inline void scratch_customer(Store *store, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(store_begin(store, &error));
    store_run(store, "INSERT INTO customer (name) VALUES (:name)", BINDS(TEXT("name", name)), &error);
    g_assert_no_error(error);
    g_assert_true(store_commit(store, &error));
}
