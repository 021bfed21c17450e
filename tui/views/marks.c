#include "views/marks.h"

GHashTable *marks_new(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
}

bool marks_have(GHashTable *marks, gint64 id)
{
    return g_hash_table_contains(marks, &id);
}

void marks_set(GHashTable *marks, gint64 id, bool on)
{
    if (on)
        g_hash_table_add(marks, g_memdup2(&id, sizeof id));
    else
        g_hash_table_remove(marks, &id);
}

GArray *marks_ids(GHashTable *marks)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    GHashTableIter at;
    gpointer id;
    g_hash_table_iter_init(&at, marks);
    while (g_hash_table_iter_next(&at, &id, NULL))
        g_array_append_val(ids, *(gint64 *)id);
    return ids;
}
