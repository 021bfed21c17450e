/* Which rows of a list are marked, by an id that outlives their being read anew. */
#pragma once
#include <glib.h>
#include <stdbool.h>

GHashTable *marks_new(void); /* g_hash_table_unref */
bool marks_have(GHashTable *marks, gint64 id);
void marks_set(GHashTable *marks, gint64 id, bool on);
GArray *marks_ids(GHashTable *marks); /* gint64 */
