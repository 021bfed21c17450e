/* The first load of a book: indexes are sorted together once instead of being kept up row by row. */
#include "store/sqlite.h"

#include "base/i18n.h"
#include <sqlite3.h>

void store_room(Store *store, int megabytes)
{
    g_autofree char *sql = g_strdup_printf("PRAGMA cache_size=%d", -1024 * megabytes);
    (void)sqlite_command(store, sql, NULL);
}

/* Indexes that refuse nothing: a unique one, or one that SQLite made for a key (it has no text), stays. */
static bool indexes_find(Store *store, const char *table, GPtrArray *names, GPtrArray *texts, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = :table"
                    " AND sql LIKE 'CREATE INDEX %' ORDER BY rowid",
                    BINDS(TEXT("table", table)), error);
    while (query != NULL && query_next(query)) {
        g_ptr_array_add(names, query_dup(query, "name"));
        g_ptr_array_add(texts, query_dup(query, "sql"));
    }
    return query != NULL && query_finish(query, error);
}

bool store_load_begin(Store *store, const char *const *tables, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    if (store->state != STORE_WRITING || store->load != NULL)
        g_error("store_load_begin outside a transaction or inside a load");
    for (const char *const *table = tables; *table != NULL; table++)
        if (!indexes_find(store, *table, names, texts, error))
            return false;
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *sql = g_strdup_printf("DROP INDEX \"%s\"", (const char *)g_ptr_array_index(names, i));
        if (!sqlite_command(store, sql, error)) {
            store->failure = g_strdup(_("A load could not begin."));
            return false;
        }
    }
    store->load = g_steal_pointer(&texts);
    return true;
}

bool store_load_end(Store *store, GError **error)
{
    g_autoptr(GPtrArray) texts = g_steal_pointer(&store->load);
    for (guint i = 0; texts != NULL && i < texts->len; i++)
        if (!sqlite_command(store, g_ptr_array_index(texts, i), error)) {
            if (store->failure == NULL)
                store->failure = g_strdup(_("A load could not be completed."));
            return false;
        }
    return true;
}
