/* Statements: prepared once per text, bound by name, walked by column name. */
#include "store/sqlite.h"

#include "base/i18n.h"
#include <sqlite3.h>
#include <string.h>

#define RETURNING_ID " RETURNING id"

typedef struct Statement {
    sqlite3_stmt *handle;
    char *sql;
    int parameters;
    char **names; /* of the parameters, without the colon; copies, for SQLite prepares anew when the schema changes */
    int columns;  /* -1: not asked yet since the statement was last prepared */
    char **column_names;
    int prepared; /* how often SQLite had prepared it anew when the columns were asked for */
    bool plain;   /* an INSERT without its RETURNING, for store_insert alone */
    bool kept;    /* belongs to store->statements */
    bool in_use;
} Statement;

struct Query {
    Store *store;
    Statement *statement;
    GError *failure;
    bool on_row, done;
    bool named;  /* its columns were looked at: a statement is prepared anew at its first step only */
    int near;    /* the column after the one last asked for: rows are mostly read in order */
    Query *next; /* among those that wait to be used again */
};

static void statement_free(gpointer data)
{
    Statement *statement = data;
    sqlite3_finalize(statement->handle);
    g_strfreev(statement->names);
    g_strfreev(statement->column_names);
    g_free(statement->sql);
    g_free(statement);
}

void sqlite_statements_init(Store *store)
{
    store->statements = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, statement_free);
}

void sqlite_statements_clear(Store *store)
{
    memset(store->recent, 0, sizeof store->recent);
    g_clear_pointer(&store->statements, g_hash_table_unref);
    while (store->spare_queries != NULL) {
        Query *query = store->spare_queries;
        store->spare_queries = query->next;
        g_free(query);
    }
}

/* The texts are mostly literals of the program, so the same address mostly means the same text; it is compared all
 * the same, and only the hashing is saved. */
static Statement **recent_place(Store *store, const char *sql)
{
    guintptr address = (guintptr)sql;
    return &store->recent[(address >> 4 ^ address >> 12) % G_N_ELEMENTS(store->recent)];
}

static Statement *statement_kept(Store *store, const char *sql)
{
    Statement **place = recent_place(store, sql);
    if (*place == NULL || strcmp((*place)->sql, sql) != 0)
        *place = g_hash_table_lookup(store->statements, sql);
    return *place;
}

/* Remembers the first failure inside a write transaction, as PostgreSQL does: it cannot be committed then. */
static bool statement_failed(Store *store, const GError *reason)
{
    if (store->state == STORE_WRITING && store->failure == NULL)
        store->failure = g_strdup(reason->message);
    return false;
}

static void parameters_name(Statement *statement)
{
    statement->parameters = sqlite3_bind_parameter_count(statement->handle);
    statement->names = g_new0(char *, statement->parameters + 1);
    for (int i = 0; i < statement->parameters; i++) {
        const char *name = sqlite3_bind_parameter_name(statement->handle, i + 1);
        statement->names[i] = g_strdup(name != NULL ? name + 1 : "?"); /* "?": cannot be bound by name */
    }
}

/* `text` is what SQLite is given for `sql`; mostly the same. */
static Statement *statement_prepare(Store *store, const char *sql, const char *text, GError **error)
{
    Statement *cached = statement_kept(store, sql);
    if (cached != NULL && !cached->in_use && cached->plain == (text != sql)) {
        cached->in_use = true;
        return cached;
    }
    sqlite3_stmt *handle = NULL;
    const char *rest = NULL;
    int code = sqlite3_prepare_v3(store->db, text, -1, SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_ERROR) {
        sqlite_fail(store, code, error);
        return NULL;
    }
    if (code != SQLITE_OK || handle == NULL || (rest != NULL && *rest != '\0')) {
        fail(error, BELRONDE_ERROR_STORE, _("The program sent the database something wrong (%s): %s"),
             code != SQLITE_OK ? sqlite3_errmsg(store->db) : "not one statement", sql);
        sqlite3_finalize(handle);
        return NULL;
    }
    Statement *statement = g_new0(Statement, 1);
    statement->handle = handle;
    statement->sql = g_strdup(sql);
    statement->columns = -1;
    parameters_name(statement);
    statement->plain = text != sql;
    statement->in_use = true;
    statement->kept = cached == NULL; /* a second user of the same text gets its own, for this once */
    if (statement->kept)
        g_hash_table_insert(store->statements, statement->sql, statement);
    return statement;
}

static void statement_return(Statement *statement)
{
    if (!statement->kept) {
        statement_free(statement);
        return;
    }
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
    statement->in_use = false;
}

/* Binds mostly come in the order of the statement: `near` is where to look first. */
static int parameter_index(const Statement *statement, const char *name, int near)
{
    for (int i = 0; i < statement->parameters; i++) {
        int at = (near + i) % statement->parameters;
        if (strcmp(statement->names[at], name) == 0)
            return at + 1;
    }
    return 0;
}

static int bytes_set(sqlite3_stmt *handle, int index, GBytes *bytes, bool borrow)
{
    gsize length = 0;
    const void *data = g_bytes_get_data(bytes, &length);
    if (data == NULL) /* nothing is not NULL */
        return sqlite3_bind_zeroblob(handle, index, 0);
    return sqlite3_bind_blob64(handle, index, data, length, borrow ? SQLITE_STATIC : SQLITE_TRANSIENT);
}

/* SQLite copies the texts of a cursor, whose caller may let go of them before its last row; a statement that runs
 * to its end within the call borrows them. */
static int parameter_set(sqlite3_stmt *handle, int index, const Bind *bind, bool borrow)
{
    switch (bind->type) {
    case BIND_INTEGER: return sqlite3_bind_int64(handle, index, bind->integer);
    case BIND_TEXT: return sqlite3_bind_text(handle, index, bind->text, -1, borrow ? SQLITE_STATIC : SQLITE_TRANSIENT);
    case BIND_BYTES: return bytes_set(handle, index, bind->bytes, borrow);
    case BIND_NULL: break;
    }
    return sqlite3_bind_null(handle, index);
}

static bool parameters_complete(const Statement *statement, const Bind *binds, size_t count, GError **error)
{
    for (int i = 0; i < statement->parameters; i++) {
        bool given = (size_t)i < count && strcmp(statement->names[i], binds[i].name) == 0;
        for (size_t b = 0; !given && b < count; b++)
            given = strcmp(statement->names[i], binds[b].name) == 0;
        if (!given)
            return fail(error, BELRONDE_ERROR_STORE, _("The program left out %s of a statement: %s"),
                        statement->names[i], sqlite3_sql(statement->handle));
    }
    return true;
}

static bool statement_bind(Store *store, const Statement *statement, const Bind *binds, size_t count, bool borrow,
                           GError **error)
{
    int index = 0;
    bool in_order = count == (size_t)statement->parameters;
    for (size_t b = 0; b < count; b++) {
        index = parameter_index(statement, binds[b].name, index);
        if (index == 0)
            return fail(error, BELRONDE_ERROR_STORE, _("The program gave :%s to a statement that has no such name: %s"),
                        binds[b].name, sqlite3_sql(statement->handle));
        in_order &= (size_t)index == b + 1;
        int code = parameter_set(statement->handle, index, &binds[b], borrow);
        if (code != SQLITE_OK)
            return sqlite_fail(store, code, error);
    }
    return in_order || parameters_complete(statement, binds, count, error);
}

/* Writing belongs between store_begin and store_commit; SQLite ends a transaction by itself on some errors
 * and would then save each further statement on its own. */
static bool statement_may_run(Store *store, sqlite3_stmt *handle, GError **error)
{
    if (sqlite3_stmt_readonly(handle) || (store->state == STORE_WRITING && !sqlite3_get_autocommit(store->db)))
        return true;
    return fail(error, BELRONDE_ERROR_STORE, _("The program wanted to write outside a transaction: %s"),
                sqlite3_sql(handle));
}

static Query *query_new(Store *store, Statement *statement)
{
    Query *query = store->spare_queries;
    if (query != NULL)
        store->spare_queries = query->next;
    else
        query = g_new(Query, 1);
    *query = (Query){.store = store, .statement = statement};
    store->open_queries++;
    return query;
}

static Query *query_open(Store *store, const char *sql, const Bind *binds, size_t count, bool borrow, GError **error)
{
    g_autoptr(GError) reason = NULL;
    Statement *statement = sqlite_ready(store, &reason) ? statement_prepare(store, sql, sql, &reason) : NULL;
    if (statement != NULL && statement_bind(store, statement, binds, count, borrow, &reason) &&
        statement_may_run(store, statement->handle, &reason))
        return query_new(store, statement);
    if (statement != NULL)
        statement_return(statement);
    statement_failed(store, reason);
    g_propagate_error(error, g_steal_pointer(&reason));
    return NULL;
}

Query *store_query(Store *store, const char *sql, const Bind *binds, size_t count, GError **error)
{
    return query_open(store, sql, binds, count, false, error);
}

bool query_next(Query *query)
{
    if (query == NULL || query->done)
        return false;
    int code = sqlite3_step(query->statement->handle);
    query->on_row = code == SQLITE_ROW;
    query->done = code != SQLITE_ROW;
    query->near = 0;
    if (query->done && code != SQLITE_DONE) {
        sqlite_fail(query->store, code, &query->failure);
        statement_failed(query->store, query->failure);
    }
    return query->on_row;
}

/* Lets go of the statement, and so of the lock that a reader holds. */
static void query_release(Query *query)
{
    if (query->statement == NULL)
        return;
    statement_return(query->statement);
    query->statement = NULL;
    query->on_row = false;
    query->done = true;
    query->store->open_queries--;
}

bool query_finish(Query *query, GError **error)
{
    query_release(query);
    if (query->failure == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&query->failure));
    return false;
}

void query_close(Query *query)
{
    if (query == NULL)
        return;
    query_release(query);
    g_clear_error(&query->failure);
    query->next = query->store->spare_queries;
    query->store->spare_queries = query;
}

/* --- Columns ---------------------------------------------------------------------------------------- */

/* Copies of the names, for as long as SQLite does not prepare the statement anew. */
static void columns_name(Statement *statement)
{
    int prepared = sqlite3_stmt_status(statement->handle, SQLITE_STMTSTATUS_REPREPARE, 0);
    if (statement->columns >= 0 && statement->prepared == prepared)
        return;
    g_strfreev(statement->column_names);
    statement->prepared = prepared;
    statement->columns = sqlite3_column_count(statement->handle);
    statement->column_names = g_new0(char *, statement->columns + 1);
    for (int i = 0; i < statement->columns; i++)
        statement->column_names[i] = g_strdup(sqlite3_column_name(statement->handle, i));
}

static int column_index(Query *query, const char *column)
{
    if (!query->on_row)
        g_error("column %s was asked for without a row", column);
    Statement *statement = query->statement;
    if (!query->named)
        columns_name(statement);
    query->named = true;
    for (int i = 0; i < statement->columns; i++) {
        int index = query->near + i;
        index -= index >= statement->columns ? statement->columns : 0;
        if (strcmp(statement->column_names[index], column) == 0) {
            query->near = index + 1;
            return index;
        }
    }
    g_error("no column %s in: %s", column, sqlite3_sql(statement->handle));
}

gint64 query_integer(Query *query, const char *column)
{
    return query_integer_or(query, column, 0);
}

gint64 query_integer_or(Query *query, const char *column, gint64 if_null)
{
    int index = column_index(query, column);
    sqlite3_stmt *handle = query->statement->handle;
    return sqlite3_column_type(handle, index) == SQLITE_NULL ? if_null : sqlite3_column_int64(handle, index);
}

bool query_is_null(Query *query, const char *column)
{
    return sqlite3_column_type(query->statement->handle, column_index(query, column)) == SQLITE_NULL;
}

const char *query_text(Query *query, const char *column)
{
    const void *text = sqlite3_column_text(query->statement->handle, column_index(query, column));
    return text != NULL ? text : "";
}

char *query_dup(Query *query, const char *column)
{
    return g_strdup((const char *)sqlite3_column_text(query->statement->handle, column_index(query, column)));
}

GBytes *query_bytes(Query *query, const char *column)
{
    int index = column_index(query, column);
    sqlite3_stmt *handle = query->statement->handle;
    if (sqlite3_column_type(handle, index) == SQLITE_NULL)
        return NULL;
    const void *data = sqlite3_column_blob(handle, index);
    return g_bytes_new(data, (gsize)sqlite3_column_bytes(handle, index));
}

Day query_day(Query *query, const char *column)
{
    return day_from_number(query_integer_or(query, column, DAY_NONE.number));
}

int query_minute(Query *query, const char *column)
{
    return (int)query_integer_or(query, column, MINUTE_NONE);
}

/* --- Whole statements --------------------------------------------------------------------------------- */

static void nothing(Query *query, void *result)
{
    (void)query;
    (void)result;
}

/* Hands the first row to `first`, walks to the end, and says whether that went well. */
static bool statement_run(Store *store, const char *sql, const Bind *binds, size_t count,
                          void (*first)(Query *query, void *result), void *result, GError **error)
{
    Query *query = query_open(store, sql, binds, count, true, error);
    if (query == NULL)
        return false;
    if (query_next(query))
        first(query, result);
    /* A statement that writes is walked to its end; of one that reads the first row is enough. */
    while (!sqlite3_stmt_readonly(query->statement->handle) && query_next(query))
        ;
    bool done = query_finish(query, error);
    query_close(query);
    return done;
}

bool store_run(Store *store, const char *sql, const Bind *binds, size_t count, GError **error)
{
    return statement_run(store, sql, binds, count, nothing, NULL, error);
}

static void take_integer(Query *query, void *result)
{
    sqlite3_stmt *handle = query->statement->handle;
    if (sqlite3_column_type(handle, 0) != SQLITE_NULL)
        *(gint64 *)result = sqlite3_column_int64(handle, 0);
}

bool store_value(Store *store, const char *sql, const Bind *binds, size_t count, gint64 otherwise, gint64 *value,
                 GError **error)
{
    gint64 found = otherwise;
    if (!statement_run(store, sql, binds, count, take_integer, &found, error))
        return false;
    *value = found;
    return true;
}

/* The id is the row's own number, which SQLite tells without being asked: RETURNING costs it a table in memory for
 * each statement.  Not of an upsert, where another row may be meant. */
static char *insert_plain(const char *sql)
{
    return g_str_has_suffix(sql, RETURNING_ID) && strstr(sql, " DO UPDATE ") == NULL
               ? g_strndup(sql, strlen(sql) - strlen(RETURNING_ID))
               : NULL;
}

static Statement *insert_prepare(Store *store, const char *sql, GError **error)
{
    Statement *statement = statement_kept(store, sql);
    if (statement != NULL && !statement->in_use) {
        statement->in_use = true;
        return statement;
    }
    g_autofree char *plain = insert_plain(sql);
    return statement_prepare(store, sql, plain != NULL ? plain : sql, error);
}

static bool insert_walk(Store *store, Statement *statement, gint64 *id, GError **error)
{
    sqlite3_stmt *handle = statement->handle;
    int code = sqlite3_step(handle);
    if (code == SQLITE_ROW)
        *id = sqlite3_column_int64(handle, 0);
    else if (code == SQLITE_DONE && sqlite3_changes64(store->db) > 0)
        *id = sqlite3_last_insert_rowid(store->db);
    while (code == SQLITE_ROW)
        code = sqlite3_step(handle);
    return code == SQLITE_DONE || sqlite_fail(store, code, error);
}

bool store_insert_new(Store *store, const char *sql, const Bind *binds, size_t count, gint64 *id, GError **error)
{
    g_autoptr(GError) reason = NULL;
    gint64 found = 0;
    Statement *statement = sqlite_ready(store, &reason) ? insert_prepare(store, sql, &reason) : NULL;
    bool done = statement != NULL && statement_bind(store, statement, binds, count, true, &reason) &&
                statement_may_run(store, statement->handle, &reason) && insert_walk(store, statement, &found, &reason);
    if (statement != NULL)
        statement_return(statement);
    if (done) {
        *id = found;
        return true;
    }
    statement_failed(store, reason);
    g_propagate_error(error, g_steal_pointer(&reason));
    return false;
}

bool store_insert(Store *store, const char *sql, const Bind *binds, size_t count, gint64 *id, GError **error)
{
    gint64 found = 0;
    if (!store_insert_new(store, sql, binds, count, &found, error))
        return false;
    if (found == 0) {
        g_autoptr(GError) reason = NULL;
        fail(&reason, BELRONDE_ERROR_STORE, _("The database gave no number to a new row: %s"), sql);
        statement_failed(store, reason);
        g_propagate_error(error, g_steal_pointer(&reason));
        return false;
    }
    *id = found;
    return true;
}

static void take_text(Query *query, void *result)
{
    *(char **)result = g_strdup((const char *)sqlite3_column_text(query->statement->handle, 0));
}

bool store_text(Store *store, const char *sql, const Bind *binds, size_t count, char **text, GError **error)
{
    g_autofree char *found = NULL;
    if (!statement_run(store, sql, binds, count, take_text, &found, error))
        return false;
    *text = g_steal_pointer(&found);
    return true;
}

gint64 store_changed_rows(Store *store)
{
    return sqlite3_changes64(store->db);
}
