/* Putting text into an ncurses window by columns.  The only place that knows attributes, colours and what a
 * terminal without UTF-8 can show; views say what a thing means (a role), not how it looks. */
#pragma once
#include "theme.h"
#define NCURSES_NOMACROS /* no macros called move, erase, filter … */
#include <curses.h>
#include <glib.h>
#include <stdbool.h>

/* A part of a window.  Rows and columns count from 0 within the part; what falls outside is not painted. */
typedef struct {
    WINDOW *window;
    const Theme *theme;
    int top, left, rows, columns;
    int *cursor; /* row and column in the window, shared by all parts; -1 not set */
} Canvas;

/* A smaller part; clipped to the canvas. */
Canvas canvas_part(const Canvas *canvas, int row, int column, int rows, int columns);
/* The real cursor stands here (selected row, typed field); the last call wins. */
void canvas_cursor(const Canvas *canvas, int row, int column);

/* All return the columns painted.  € → etc. become ASCII where the terminal needs it. */
/* From `column` to the edge of the canvas at most; cut with … */
int paint_text(const Canvas *canvas, int row, int column, Role role, const char *text);
int paint_format(const Canvas *canvas, int row, int column, Role role, const char *format, ...) G_GNUC_PRINTF(5, 6);
/* Exactly `width` columns: cut with … or filled with blanks. */
int paint_fit(const Canvas *canvas, int row, int column, int width, Role role, const char *text);
/* Ends before column + width; an amount is never cut, it grows to the left. */
int paint_right(const Canvas *canvas, int row, int column, int width, Role role, const char *text);
/* `count` times a character of one column ("█"). */
int paint_repeat(const Canvas *canvas, int row, int column, int count, Role role, const char *sign);
/* Lines of text broken at the width of the canvas, from `row` on; returns the rows used. */
int paint_wrap(const Canvas *canvas, int row, int column, Role role, const char *text);
/* Changes the look of what stands there already: a selected row. */
void paint_role(const Canvas *canvas, int row, int column, int width, Role role);
/* "── label ─────────" over the whole canvas; label NULL or "": a plain line.  Blank in flat mode. */
void paint_rule(const Canvas *canvas, int row, const char *label);
/* A dotted line between script and form. */
void paint_dots(const Canvas *canvas, int row);
void paint_vertical(const Canvas *canvas, int row, int column, int rows);
/* A frame around the whole canvas, erased inside, with words in its top and bottom edge. */
void paint_box(const Canvas *canvas, const char *label, const char *foot);
/* A horizontal bar of at most `width` columns for value out of whole. */
int paint_bar(const Canvas *canvas, int row, int column, int width, gint64 value, gint64 whole, Role role);
/* One column per value; figures would be needed where this cannot be shown: returns 0 then (ASCII, linux). */
int paint_spark(const Canvas *canvas, int row, int column, const gint64 *values, size_t count, Role role);
