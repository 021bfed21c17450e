/* A small book for the tests of the desk: a fresh database of the real schema in a folder of its own, a fixed
 * clock, and the shipped data. */
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "desk/desk.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    Desk *desk;
} Book;

static inline void good(bool done, GError *error)
{
    g_assert_no_error(error);
    g_assert_true(done);
}

static inline void book_begin(Book *book)
{
    g_autoptr(GError) error = NULL;
    good(store_begin(book->desk->store, &error), error);
}

static inline void book_commit(Book *book)
{
    g_autoptr(GError) error = NULL;
    good(store_commit(book->desk->store, &error), error);
}

static inline void book_run(Book *book, const char *sql, const Bind *binds, size_t count)
{
    g_autoptr(GError) error = NULL;
    bool own = !store_in_transaction(book->desk->store);
    if (own)
        book_begin(book);
    good(store_run(book->desk->store, sql, binds, count, &error), error);
    if (own)
        book_commit(book);
}

static inline gint64 book_insert(Book *book, const char *sql, const Bind *binds, size_t count)
{
    gint64 id = 0;
    g_autoptr(GError) error = NULL;
    bool own = !store_in_transaction(book->desk->store);
    if (own)
        book_begin(book);
    good(store_insert(book->desk->store, sql, binds, count, &id, &error), error);
    if (own)
        book_commit(book);
    return id;
}

static inline gint64 book_number(Book *book, const char *sql)
{
    gint64 value = 0;
    g_autoptr(GError) error = NULL;
    good(store_value(book->desk->store, sql, NO_BINDS, G_MININT64, &value, &error), error);
    return value;
}

static inline char *book_text(Book *book, const char *sql)
{
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    good(store_text(book->desk->store, sql, NO_BINDS, &text, &error), error);
    return text;
}

static inline void folder_remove(const char *path)
{
    GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        folder_remove(child);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_remove(path);
}

/* A desk with nothing but its database: what the record and the drafts need. */
static inline void book_start_bare(Book *book)
{
    g_autoptr(GError) error = NULL;
    book->folder = g_dir_make_tmp("belronde-desk-XXXXXX", NULL);
    g_setenv("XDG_STATE_HOME", book->folder, TRUE);
    good(clock_fix("2026-02-24T14:07", &error), error);
    book->desk = g_new0(Desk, 1);
    g_autofree char *path = g_build_filename(book->folder, "desk.db", NULL);
    book->desk->store = store_open(path, STORE_CREATE, &error);
    g_assert_no_error(error);
    book->desk->agent = g_strdup("an");
    book->desk->zone = g_strdup("Europe/Brussels");
    book->desk->agent_id = book_insert(book, "INSERT INTO agent (name) VALUES ('an') RETURNING id", NO_BINDS);
}

static inline void book_end_bare(Book *book)
{
    store_close(book->desk->store);
    g_free(book->desk->agent);
    g_free(book->desk->zone);
    g_free(book->desk);
    folder_remove(book->folder);
    g_free(book->folder);
    clock_release();
}
