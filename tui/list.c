#include "list.h"

static void list_scroll(List *list)
{
    if (list->row < list->top)
        list->top = list->row;
    if (list->height > 0 && list->row >= list->top + list->height)
        list->top = list->row - list->height + 1;
    size_t last_top = list->count > list->height ? list->count - list->height : 0;
    list->top = MIN(list->top, last_top);
}

static void list_go(List *list, size_t row)
{
    list->row = list->count == 0 ? 0 : MIN(row, list->count - 1);
    list->selected = list->count == 0 ? 0 : list->id(list->rows, list->row);
    list_scroll(list);
}

static bool list_find(const List *list, gint64 id, size_t *row)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->id(list->rows, i) == id) {
            *row = i;
            return true;
        }
    return false;
}

void list_rows(List *list, gconstpointer rows, size_t count, gint64 (*id)(gconstpointer rows, size_t row))
{
    list->rows = rows;
    list->count = count;
    list->id = id;
    size_t row = list->row;
    if (list->selected != 0)
        (void)list_find(list, list->selected, &row);
    list_go(list, row);
}

void list_height(List *list, size_t height)
{
    list->height = height;
    list_scroll(list);
}

void list_select(List *list, gint64 id)
{
    size_t row = 0;
    if (list_find(list, id, &row))
        list_go(list, row);
}

void list_move(List *list, gint64 delta)
{
    gint64 row = (gint64)list->row + delta;
    list_go(list, row < 0 ? 0 : (size_t)row);
}

bool list_act(List *list, ActionId action)
{
    gint64 page = MAX((gint64)list->height - 1, 1); /* one row stays in sight, so that the eye has a hold */
    switch (action) {
    case ACTION_MOVE_UP: list_move(list, -1); return true;
    case ACTION_MOVE_DOWN: list_move(list, 1); return true;
    case ACTION_MOVE_PGUP: list_move(list, -page); return true;
    case ACTION_MOVE_PGDN: list_move(list, page); return true;
    case ACTION_MOVE_HOME: list_go(list, 0); return true;
    case ACTION_MOVE_END: list_go(list, list->count); return true;
    default: return false;
    }
}

size_t list_screen_row(const List *list)
{
    return list->row - list->top;
}

gint64 list_id_of_pointers(gconstpointer rows, size_t row)
{
    return *(const gint64 *)g_ptr_array_index((const GPtrArray *)rows, row);
}
