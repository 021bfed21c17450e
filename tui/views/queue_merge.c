/* The list never moves under the cursor: what a reload brings is laid over the order that stands on the screen. */
#include "views/queue_inside.h"

static GHashTable *rows_by_customer(const GPtrArray *rows)
{
    GHashTable *table = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < rows->len; i++) {
        QueueRow *row = g_ptr_array_index(rows, i);
        g_hash_table_insert(table, &row->customer_id, row);
    }
    return table;
}

/* In the order that stood: the fresh row where there is one, else the old one, which is done with. */
static GPtrArray *places_kept(GPtrArray *old, GHashTable *fresh)
{
    GPtrArray *kept = g_ptr_array_new();
    guint i = 0;
    while (i < old->len) {
        QueueRow *row = g_ptr_array_index(old, i), *now = g_hash_table_lookup(fresh, &row->customer_id);
        if (now == NULL) {
            row->state = QUEUE_DONE;
            row->late = false;
            g_ptr_array_add(kept, g_ptr_array_steal_index(old, i));
            continue;
        }
        g_ptr_array_add(kept, now);
        i++;
    }
    return kept;
}

/* A new row stands behind the one it follows in the fresh order. */
static guint place_of_new(const GPtrArray *kept, const GPtrArray *fresh, guint index)
{
    guint place = 0;
    if (index == 0 || !g_ptr_array_find((GPtrArray *)kept, g_ptr_array_index(fresh, index - 1), &place))
        return 0;
    return place + 1;
}

/* A callback whose time is near goes on top, where everybody looks for it; the row under the cursor stays. */
static void pin_on_top(GPtrArray *kept, const GPtrArray *fresh, gint64 selected)
{
    guint top = 0;
    for (guint i = 0; i < fresh->len; i++) {
        QueueRow *row = g_ptr_array_index(fresh, i);
        guint at = 0;
        if (row->state != QUEUE_PINNED || row->customer_id == selected || !g_ptr_array_find(kept, row, &at))
            continue;
        g_ptr_array_remove_index(kept, at);
        g_ptr_array_insert(kept, (gint)MIN(top, kept->len), row);
        top++;
    }
}

void queue_keep_places(Queue *fresh, Queue *before, gint64 selected, bool pin)
{
    g_autoptr(GHashTable) now = rows_by_customer(fresh->rows);
    g_autoptr(GPtrArray) kept = places_kept(before->rows, now);
    for (guint i = 0; i < fresh->rows->len; i++) {
        gpointer row = g_ptr_array_index(fresh->rows, i);
        if (!g_ptr_array_find(kept, row, NULL))
            g_ptr_array_insert(kept, (gint)place_of_new(kept, fresh->rows, i), row);
    }
    if (pin)
        pin_on_top(kept, fresh->rows, selected);
    gsize count = 0;
    g_free(g_ptr_array_steal(fresh->rows, &count));
    for (guint i = 0; i < kept->len; i++)
        g_ptr_array_add(fresh->rows, g_ptr_array_index(kept, i));
}

static bool may_be_called(const QueueRow *row)
{
    return row != NULL && row->state != QUEUE_DONE && row->colleague == NULL;
}

gint64 queue_after(const Queue *before, const Queue *fresh, gint64 customer_id)
{
    g_autoptr(GHashTable) now = rows_by_customer(fresh->rows);
    bool passed = false;
    for (guint i = 0; i < before->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(before->rows, i);
        const QueueRow *next = g_hash_table_lookup(now, &row->customer_id);
        if (passed && may_be_called(next))
            return row->customer_id;
        passed = passed || row->customer_id == customer_id;
    }
    return 0;
}
