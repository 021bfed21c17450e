/* A one-line editor.  Pure: no curses, no view; UTF-8 in and out; a combining mark moves with its letter. */
#pragma once
#include "action.h"
#include <glib.h>
#include <stdbool.h>

typedef struct {
    GString *text;
    size_t cursor;   /* bytes from the start, always between two characters */
    int scroll;      /* columns hidden at the left */
    bool suggestion; /* the first typed character replaces the text */
    size_t limit;    /* bytes at most; 0: 4000 */
} Line;

void line_start(Line *line, const char *text, bool suggestion); /* also starts over */
void line_clear(Line *line);                                    /* frees */
/* Puts text in at the cursor, cleaned (line breaks become blanks).  false: nothing went in (full, or empty). */
bool line_insert(Line *line, const char *text);
/* edit.left … edit.killword; false: not an action of the editor. */
bool line_act(Line *line, ActionId action);
/* Scrolls so that the cursor is within `width` columns.  What stands there (caller frees); *cursor_column is
 * where the cursor is within it. */
char *line_window(Line *line, int width, int *cursor_column);
