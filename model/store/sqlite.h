/* What the files of the SQLite engine share.  Nobody outside model/store/sqlite*.c includes it. */
#pragma once
#include "store/lease.h"
#include "store/store.h"
#include "store/turnstile.h"

struct sqlite3;
struct sqlite3_stmt;
struct Statement;
typedef struct StoreLoad StoreLoad;

typedef enum { STORE_IDLE, STORE_WRITING, STORE_READING } StoreState;

struct Store {
    char *path;
    StoreMode mode;
    int wait_ms; /* at the turnstile and for SQLite's locks */
    struct sqlite3 *db;
    GHashTable *statements;        /* SQL text -> Statement */
    struct Statement *recent[256]; /* the same by the address of the text, most of which are literals; borrowed */
    Query *spare_queries;          /* closed, to be used again */
    int open_queries;
    StoreLoad *load; /* NULL: none is under way */
    Turnstile *gate; /* NULL when read-only */
    Lease *lease;
    StoreState state;
    gint64 changes_before; /* sqlite3_total_changes at store_begin */
    gint64 own_commits;    /* transactions of this store that changed something */
    gint64 others;         /* PRAGMA data_version as last seen: grows when another connection has committed */
    char *failure;         /* what went wrong first in the transaction: it must not be committed */
    bool suspect;          /* an I/O error was seen: connect anew before the next use */
    bool damaged;          /* SQLite called the file corrupt: no more writing */
};

/* Sets the error of the last call on the connection, in words for the desk; returns false. */
bool sqlite_fail(Store *store, int code, GError **error);
/* WAL can corrupt a file shared by desks (the "WAL-reset" race) in libraries before 3.51.3, save for the
 * repaired 3.44.6 and 3.50.7 lines; 3.52.0 was withdrawn.  `version` as sqlite3_libversion_number gives it. */
bool sqlite_wal_is_safe(int version);
/* First column of the only row of a literal statement without parameters; 0 when there is none. */
bool sqlite_number(Store *store, const char *sql, gint64 *value, GError **error);
/* Runs a literal statement without parameters on the bare connection. */
bool sqlite_command(Store *store, const char *sql, GError **error);
/* Connects anew after an I/O error, where nothing is open any more. */
bool sqlite_ready(Store *store, GError **error);

/* sqlite_query.c */
void sqlite_statements_init(Store *store);
void sqlite_statements_clear(Store *store);

/* sqlite_load.c */
bool sqlite_load_finish(Store *store, GError **error); /* before a commit */
void sqlite_load_clear(Store *store);

/* sqlite_migrate.c */
#define SQLITE_APPLICATION_ID 0x42454c52 /* "BELR" */
/* Refuses what is not a Belronde database, *version is its user_version (0: empty file). */
bool sqlite_identity(Store *store, gint64 *version, GError **error);
bool sqlite_migrate(Store *store, GError **error);
/* Runs the files 1..version on an empty connection, to compare with. */
bool sqlite_schema_build(struct sqlite3 *db, int version, GError **error);

/* sqlite_care.c.  With `gated` the caller holds the turnstile, so that rows can be counted on both sides. */
bool sqlite_copy(Store *store, const char *target, bool gated, GError **error);
