/* The only door to a database engine.
 *
 * The model writes SQL that SQLite 3.40 and PostgreSQL 15 both speak, with named parameters only.  Days
 * are integers (days since 1970-01-01), clock times minutes, money minor units, enumerations slugs.  A
 * name that the statement does not have, or a parameter left out, is an error.
 *
 * Reading: many.  Writing: one short transaction between store_begin and store_commit, never across a key
 * press; writers queue at a turnstile, so that no desk starves (reference reliability, decisions 1-4). */
#pragma once
#include "base/day.h"
#include "base/error.h"

typedef struct Store Store;
typedef struct Query Query;

typedef enum {
    STORE_CREATE,    /* open; make the file (0600, folder 0700) when missing; migrate */
    STORE_EXISTING,  /* open and migrate; MISSING when there is no file */
    STORE_READ_ONLY, /* report, check on a read-only mount */
} StoreMode;

/* path NULL = $XDG_DATA_HOME/belronde/belronde.db.  Refuses a newer or foreign file, a link, a network file
 * system; makes a verified backup before it migrates. */
Store *store_open(const char *path, StoreMode mode, GError **error);
void store_close(Store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_close)
const char *store_path(const Store *store);

/* --- Transactions --------------------------------------------------------------------------------- */
/* Nesting is a programming error.  BUSY when the turnstile or the lock stayed taken for store.wait s. */
bool store_begin(Store *store, GError **error);
/* UNKNOWN: it may or may not be on disk; look the operation id up.  STORE, and nothing saved, when a
 * statement of the transaction had failed: half a verb is never kept. */
bool store_commit(Store *store, GError **error);
void store_rollback(Store *store); /* safe when none is open */
bool store_in_transaction(const Store *store);
bool store_is_awaited(const Store *store); /* a colleague waits to write until our transaction ends */
/* One consistent picture for several reads (reports). */
bool store_snapshot_begin(Store *store, GError **error);
void store_snapshot_end(Store *store);

/* --- Loading ---------------------------------------------------------------------------------------- */
/* How many megabytes of the database are kept at hand: 2 unless said otherwise. */
void store_room(Store *store, int megabytes);
typedef struct {
    const char *name;
    bool keeps_indexes;
} StoreLoadTable;
/* A first load into tables that nobody works with yet: their indexes that only serve looking up are away until
 * store_load_indexes (table NULL: of all), or store_commit, makes them again, and their CHECKs are looked at once,
 * before the commit.  Within a transaction; a rollback brings back everything as it was. */
bool store_load_begin(Store *store, const StoreLoadTable *tables, size_t count, GError **error);
bool store_load_indexes(Store *store, const char *table, GError **error);

/* --- Statements ----------------------------------------------------------------------------------- */
typedef enum { BIND_INTEGER, BIND_TEXT, BIND_BYTES, BIND_NULL } BindType;
typedef struct {
    const char *name; /* without the colon */
    BindType type;
    gint64 integer;
    const char *text;
    GBytes *bytes; /* borrowed */
} Bind;

#define INTEGER(n, v) ((Bind){.name = (n), .type = BIND_INTEGER, .integer = (gint64)(v)})
#define TEXT(n, v)    store_bind_text((n), (v)) /* NULL text binds NULL */
#define BYTES(n, v)   ((Bind){.name = (n), .type = BIND_BYTES, .bytes = (v)})
#define DAY(n, v)     store_bind_day((n), (v))                /* DAY_NONE binds NULL */
#define MINUTE(n, v)  store_bind_optional((n), (v), (v) >= 0) /* MINUTE_NONE binds NULL */
#define ID(n, v)      store_bind_optional((n), (v), (v) > 0)  /* 0 binds NULL */
Bind store_bind_text(const char *name, const char *text);
Bind store_bind_day(const char *name, Day day);
Bind store_bind_optional(const char *name, gint64 value, bool present);

#define BINDS(...) (const Bind[]){__VA_ARGS__}, (sizeof((const Bind[]){__VA_ARGS__}) / sizeof(Bind))
#define NO_BINDS   NULL, 0

/* Runs a statement that returns no rows.  Statements are prepared once per text and kept. */
bool store_run(Store *store, const char *sql, const Bind *binds, size_t count, GError **error);
/* Runs INSERT … RETURNING id; *id is set. */
bool store_insert(Store *store, const char *sql, const Bind *binds, size_t count, gint64 *id, GError **error);
/* INSERT … ON CONFLICT DO NOTHING RETURNING id; *id is 0 when the row was there. */
bool store_insert_new(Store *store, const char *sql, const Bind *binds, size_t count, gint64 *id, GError **error);
/* First column of the first row as an integer, or `otherwise` when there is no row or it is NULL. */
bool store_value(Store *store, const char *sql, const Bind *binds, size_t count, gint64 otherwise, gint64 *value,
                 GError **error);
/* As store_value, for text; *text NULL when there is none.  Caller frees. */
bool store_text(Store *store, const char *sql, const Bind *binds, size_t count, char **text, GError **error);
gint64 store_changed_rows(Store *store); /* of the last statement that wrote */

/* A row cursor; NULL on a bad statement or bind.
 *     g_autoptr(Query) query = store_query(store, "SELECT …", BINDS(…), error);
 *     while (query != NULL && query_next(query)) …
 *     return query != NULL && query_finish(query, error);
 * The same SQL text may be open twice (recursion): the second gets a statement of its own. */
Query *store_query(Store *store, const char *sql, const Bind *binds, size_t count, GError **error);
bool query_next(Query *query);
bool query_finish(Query *query, GError **error); /* false when the walk ended by an error */
void query_close(Query *query);                  /* g_autoptr; after query_finish as well */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Query, query_close)
/* Columns by name; a wrong name is a programming error (g_error). */
gint64 query_integer(Query *query, const char *column);
gint64 query_integer_or(Query *query, const char *column, gint64 if_null);
bool query_is_null(Query *query, const char *column);
const char *query_text(Query *query, const char *column); /* "" for NULL; borrowed until the next query_next */
char *query_dup(Query *query, const char *column);        /* NULL for NULL; caller frees */
GBytes *query_bytes(Query *query, const char *column);    /* NULL for NULL; caller unrefs */
Day query_day(Query *query, const char *column);          /* DAY_NONE for NULL */
int query_minute(Query *query, const char *column);       /* MINUTE_NONE for NULL */

/* --- News ------------------------------------------------------------------------------------------ */
/* Changes whenever anybody, this connection included, has committed a change. */
gint64 store_version(Store *store);

/* --- The lease on a customer ------------------------------------------------------------------------ */
/* A kernel lock: gone with the desk, whatever the clock says.  One store holds any number of leases; customer 0 stands
 * for work that one desk does for all (the courier).
 * true only when this desk has the customer now; BUSY when a colleague has, whose name then is in *colleague
 * (may be NULL; caller frees). */
bool store_lease_take(Store *store, gint64 customer_id, const char *holder, char **colleague, GError **error);
void store_lease_drop(Store *store, gint64 customer_id);
/* The name of the colleague at another desk who has the customer open, or NULL.  Caller frees. */
char *store_lease_holder(Store *store, gint64 customer_id);

/* --- Care ------------------------------------------------------------------------------------------- */
bool store_backup(Store *store, const char *target, GError **error); /* consistent and verified; refuses to overwrite */
/* Engine-level checks (integrity, foreign keys, schema hash); each finding is one sentence in `findings`. */
bool store_verify(Store *store, GPtrArray *findings, GError **error);
/* A new operation id (UUID), made before the first try of a verb.  Caller frees. */
char *store_operation_id(void);
