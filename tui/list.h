/* A scrolling list whose selection is an id, never a row number: rows may come, go and move, the selected
 * thing stays selected and stays on the screen.  Pure: no curses. */
#pragma once
#include "action.h"
#include <glib.h>
#include <stdbool.h>

typedef struct {
    gint64 selected; /* id; 0: nothing, the list is empty */
    size_t row;      /* where it was found last; the row to fall back on when it is gone */
    size_t top;      /* first row shown */
    size_t count, height;
    gint64 (*id)(gconstpointer rows, size_t row);
    gconstpointer rows; /* borrowed, handed to id */
} List;

/* After every reload: finds the selected id again; when it is gone the row that took its place is selected. */
void list_rows(List *list, gconstpointer rows, size_t count, gint64 (*id)(gconstpointer rows, size_t row));
void list_height(List *list, size_t height); /* at layout; keeps the selected row in sight */
void list_select(List *list, gint64 id);     /* unknown id: nothing changes */
void list_move(List *list, gint64 delta);
/* move.up, move.down, move.pgup, move.pgdn, move.home, move.end; false: not one of them. */
bool list_act(List *list, ActionId action);
/* Row on the screen of the selected row: row - top. */
size_t list_screen_row(const List *list);
/* A GPtrArray whose rows start with a gint64 id, the common case. */
gint64 list_id_of_pointers(gconstpointer rows, size_t row);
