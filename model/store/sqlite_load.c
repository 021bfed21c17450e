/* The first load of a book: indexes are sorted together once instead of being kept up row by row, and what the CHECKs
 * of the schema say is verified once over the whole tables (SQLite builds a table in memory for each IN of more than
 * two words, for each row).  Types, NOT NULL, unique and foreign keys are watched all the time. */
#include "store/sqlite.h"

#include "base/i18n.h"
#include <sqlite3.h>
#include <string.h>

/* Belongs to a load. */
struct StoreLoad {
    GPtrArray *tables;  /* char *: to be verified */
    GPtrArray *indexes; /* char *: table and text in turn; to be made again */
};

void store_room(Store *store, int megabytes)
{
    g_autofree char *sql = g_strdup_printf("PRAGMA cache_size=%d", -1024 * megabytes);
    (void)sqlite_command(store, sql, NULL);
}

void sqlite_load_clear(Store *store)
{
    StoreLoad *load = g_steal_pointer(&store->load);
    if (load == NULL)
        return;
    (void)sqlite_command(store, "PRAGMA ignore_check_constraints=OFF", NULL);
    g_ptr_array_unref(load->tables);
    g_ptr_array_unref(load->indexes);
    g_free(load);
}

/* A load that goes wrong must not be committed. */
static bool load_fail(Store *store, const GError *reason)
{
    if (store->failure == NULL)
        store->failure = g_strdup(reason->message);
    return false;
}

static bool load_command(Store *store, const char *sql, GError **error)
{
    g_autoptr(GError) reason = NULL;
    if (sqlite_command(store, sql, &reason))
        return true;
    load_fail(store, reason);
    g_propagate_error(error, g_steal_pointer(&reason));
    return false;
}

/* Indexes that refuse nothing: a unique one, or one that SQLite made for a key (it has no text), stays. */
static bool indexes_find(Store *store, const char *table, GPtrArray *names, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = :table"
                    " AND sql LIKE 'CREATE INDEX %' ORDER BY rowid",
                    BINDS(TEXT("table", table)), error);
    while (query != NULL && query_next(query)) {
        g_ptr_array_add(names, query_dup(query, "name"));
        g_ptr_array_add(store->load->indexes, g_strdup(table));
        g_ptr_array_add(store->load->indexes, query_dup(query, "sql"));
    }
    return query != NULL && query_finish(query, error);
}

static bool indexes_drop(Store *store, const char *table, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    if (!indexes_find(store, table, names, error))
        return false;
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *sql = g_strdup_printf("DROP INDEX \"%s\"", (const char *)g_ptr_array_index(names, i));
        if (!load_command(store, sql, error))
            return false;
    }
    return true;
}

bool store_load_begin(Store *store, const StoreLoadTable *tables, size_t count, GError **error)
{
    if (store->state != STORE_WRITING || store->load != NULL)
        g_error("store_load_begin outside a transaction or inside a load");
    if (!load_command(store, "PRAGMA ignore_check_constraints=ON", error))
        return false;
    store->load = g_new0(StoreLoad, 1);
    store->load->tables = g_ptr_array_new_with_free_func(g_free);
    store->load->indexes = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < count; i++) {
        g_ptr_array_add(store->load->tables, g_strdup(tables[i].name));
        if (!tables[i].keeps_indexes && !indexes_drop(store, tables[i].name, error))
            return false;
    }
    return true;
}

bool store_load_indexes(Store *store, const char *table, GError **error)
{
    if (store->load == NULL)
        return true;
    GPtrArray *indexes = store->load->indexes;
    for (guint i = 0; i < indexes->len; i += 2) {
        char *sql = g_ptr_array_index(indexes, i + 1);
        if (sql == NULL || (table != NULL && strcmp(g_ptr_array_index(indexes, i), table) != 0))
            continue;
        if (!load_command(store, sql, error))
            return false;
        g_clear_pointer(&indexes->pdata[i + 1], g_free);
    }
    return true;
}

/* Behind the bracket that closes the one at `text`; what stands in quotes or in a comment is passed over. */
static const char *bracket_end(const char *text)
{
    int depth = 0;
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            text += 1 + strcspn(text + 1, "'");
        else if (g_str_has_prefix(text, "--"))
            text += strcspn(text, "\n");
        depth += (*text == '(') - (*text == ')');
        if (*text == '\0' || depth == 0)
            break;
    }
    return *text != '\0' ? text + 1 : text;
}

/* "WHERE NOT (…) OR NOT (…)" of all that the text of a table CHECKs; "WHERE 0" when it checks nothing. */
static char *violations(const char *table_sql)
{
    static const char word[] = "CHECK (";
    GString *where = g_string_new(" WHERE 0");
    for (const char *at = table_sql; *at != '\0'; at++) {
        if (g_str_has_prefix(at, "--"))
            at += strcspn(at, "\n");
        if (!g_str_has_prefix(at, word))
            continue;
        const char *start = at + strlen(word) - 1, *end = bracket_end(start);
        g_string_append(where, " OR NOT ");
        g_string_append_len(where, start, end - start);
        at = end - 1;
    }
    return g_string_free(where, FALSE);
}

static bool table_verify(Store *store, const char *table, GError **error)
{
    gint64 wrong = 0;
    g_autofree char *text = NULL;
    if (!store_text(store, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :table",
                    BINDS(TEXT("table", table)), &text, error))
        return false;
    g_autofree char *where = violations(text != NULL ? text : "");
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM \"%s\"%s", table, where);
    g_autoptr(GError) reason = NULL;
    if (sqlite_number(store, sql, &wrong, &reason)) {
        if (wrong == 0)
            return true;
        fail(&reason, BELRONDE_ERROR_STORE, _("The database refused this, nothing was saved: %s."), sql);
    }
    load_fail(store, reason);
    g_propagate_error(error, g_steal_pointer(&reason));
    return false;
}

bool sqlite_load_finish(Store *store, GError **error)
{
    if (store->load == NULL)
        return true;
    if (!store_load_indexes(store, NULL, error) || !load_command(store, "PRAGMA ignore_check_constraints=OFF", error))
        return false;
    for (guint i = 0; i < store->load->tables->len; i++)
        if (!table_verify(store, g_ptr_array_index(store->load->tables, i), error))
            return false;
    sqlite_load_clear(store);
    return true;
}
