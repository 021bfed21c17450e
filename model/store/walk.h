/* Tables walked side by side, in the order of one number they share: what concerns a thousand customers in a handful
 * of statements instead of a handful for each.
 *
 *     Walk items;
 *     if (walk_open(&items, store, "SELECT customer_id AS owner, … BETWEEN :first AND :last ORDER BY customer_id", run,
 * …)) for each id of the run, rising: while (walk_next(&items, id)) … query_integer(items.query, …) …
 *     walk_close(&items, error) */
#pragma once
#include "store/store.h"

typedef struct {
    Query *query; /* on a row whenever walk_next said so */
    gint64 owner; /* of the row it stands on */
    bool on_row, fresh;
} Walk;

/* Numbers `from` up to, not including, `until` of a rising array: near enough to each other that reading all between
 * them costs less than a statement for each. */
typedef struct {
    guint from, until;
    gint64 first, last;
} WalkRun;

/* The next run behind `run` (all zero: the first one); false when there is none. */
bool walk_run_next(WalkRun *run, const GArray *ids);
/* The statement names :first and :last and gives the shared number as `owner`, rising.  `more` are further binds. */
bool walk_open(Walk *walk, Store *store, const char *sql, const WalkRun *run, const Bind *more, GError **error);
/* Moves on to the next row of `owner`; false when it has no more.  Rows of smaller owners are passed over. */
bool walk_next(Walk *walk, gint64 owner);
bool walk_has(Walk *walk, gint64 owner); /* a row of his is there; it may be asked for again */
/* Ends the walk; false when it broke off.  May be called for one that was never opened (all zero). */
bool walk_close(Walk *walk, GError **error);
