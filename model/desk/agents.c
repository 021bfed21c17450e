#include "desk/agents.h"

char **agents_all(Desk *desk, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Query) query = store_query(
        desk->store, "SELECT name FROM agent WHERE active = 1 AND role <> 'system' ORDER BY name", NO_BINDS, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(names, query_dup(query, "name"));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}
