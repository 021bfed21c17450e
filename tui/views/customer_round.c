/* Who comes next: along the list he was opened from, past those a colleague has and those not to be reached. */
#include "desk/queue.h"
#include "views/customer_inside.h"

static bool is_callable(const QueueRow *row, gint64 but)
{
    return row != NULL && (row->state == QUEUE_PINNED || (row->state == QUEUE_CALL && !row->dim)) &&
           row->colleague == NULL && row->customer_id != but;
}

static const QueueRow *row_of(const Queue *queue, gint64 customer_id)
{
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        if (row->customer_id == customer_id)
            return row;
    }
    return NULL;
}

static Queue *load(Desk *desk, GError **error)
{
    const QueueOptions everybody = {.everybody = true}; /* the order may be a colleague's list */
    return queue_load(desk, &everybody, error);
}

GArray *customer_order(Desk *desk, GError **error)
{
    const QueueOptions mine = {0};
    g_autoptr(Queue) queue = queue_load(desk, &mine, error);
    if (queue == NULL)
        return NULL;
    GArray *order = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < queue->rows->len; i++)
        g_array_append_val(order, ((const QueueRow *)g_ptr_array_index(queue->rows, i))->customer_id);
    return order;
}

int customer_position(const CustomerView *view)
{
    for (guint i = 0; i < view->order->len; i++) {
        if (g_array_index(view->order, gint64, i) == view->dossier->customer_id)
            return (int)i + 1;
    }
    return 0;
}

static gint64 walk(const CustomerView *view, const Queue *queue, int from, int step)
{
    for (int i = from + step; i >= 0 && i < (int)view->order->len; i += step) {
        gint64 id = g_array_index(view->order, gint64, i);
        if (is_callable(row_of(queue, id), view->dossier->customer_id))
            return id;
    }
    return 0;
}

gint64 customer_neighbour(const CustomerView *view, int step, GError **error)
{
    g_autoptr(Queue) queue = load(view->dossier->desk, error);
    return queue == NULL ? 0 : walk(view, queue, customer_position(view) - 1, step);
}

/* An agreed callback goes before everything; then on from here, then what was left above. */
gint64 customer_next_to_call(const CustomerView *view, GError **error)
{
    Desk *desk = view->dossier->desk;
    g_autoptr(Queue) queue = load(desk, error);
    if (queue == NULL)
        return 0;
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        bool in_list = false;
        for (guint j = 0; j < view->order->len; j++)
            in_list = in_list || g_array_index(view->order, gint64, j) == row->customer_id;
        if (row->state == QUEUE_PINNED && in_list && is_callable(row, view->dossier->customer_id))
            return row->customer_id;
    }
    gint64 next = walk(view, queue, customer_position(view) - 1, 1);
    return next != 0 ? next : walk(view, queue, -1, 1);
}
