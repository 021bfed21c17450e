#include "store/walk.h"

enum { RUN_MOST = 1000, GAP_MOST = 8 };

bool walk_run_next(WalkRun *run, const GArray *ids)
{
    guint from = run->until, until = from + 1;
    if (from >= ids->len)
        return false;
    const gint64 *id = (const gint64 *)(const void *)ids->data;
    while (until < ids->len && until - from < RUN_MOST && id[until] - id[until - 1] <= GAP_MOST)
        until++;
    *run = (WalkRun){from, until, id[from], id[until - 1]};
    return true;
}

static void step(Walk *walk)
{
    walk->on_row = query_next(walk->query);
    walk->owner = walk->on_row ? query_integer(walk->query, "owner") : 0;
    walk->fresh = true;
}

bool walk_open(Walk *walk, Store *store, const char *sql, const WalkRun *run, const Bind *more, GError **error)
{
    const Bind binds[] = {INTEGER("first", run->first), INTEGER("last", run->last), more != NULL ? *more : (Bind){0}};
    *walk = (Walk){.query = store_query(store, sql, binds, more != NULL ? 3 : 2, error)};
    if (walk->query == NULL)
        return false;
    step(walk);
    return true;
}

/* `fresh`: the row it stands on was not handed out yet. */
bool walk_has(Walk *walk, gint64 owner)
{
    while (walk->on_row && (walk->owner < owner || !walk->fresh))
        step(walk);
    return walk->on_row && walk->owner == owner;
}

bool walk_next(Walk *walk, gint64 owner)
{
    bool has = walk_has(walk, owner);
    if (has)
        walk->fresh = false;
    return has;
}

bool walk_close(Walk *walk, GError **error)
{
    bool done = walk->query == NULL || query_finish(walk->query, error);
    query_close(walk->query);
    *walk = (Walk){0};
    return done;
}
