/* Columns of a list: which are shown at this width, and where.  A whole column goes before another is cut. */
#pragma once
#include "paint.h"

enum { TABLE_COLUMNS = 10 };

typedef struct {
    const char *label; /* msgid; "" none */
    int width;         /* at least; where it fills: share of what is left over as well */
    bool right;        /* amounts and counts */
    bool fills;
    int from; /* shown where the canvas has at least so many columns; 0 always */
} TableColumn;

typedef struct {
    const TableColumn *columns; /* borrowed */
    size_t count;
    int left[TABLE_COLUMNS], width[TABLE_COLUMNS]; /* width 0: not shown */
} Table;

/* The first `signs` columns of the canvas stay free for signs; one blank between columns. */
void table_layout(Table *table, const TableColumn *columns, size_t count, int signs, int total);
void table_head(const Table *table, const Canvas *canvas, int row);
void table_cell(const Table *table, const Canvas *canvas, int row, size_t column, Role role, const char *text);
/* The selected row: a sign, reverse, and the real cursor. */
void table_selected(const Canvas *canvas, int row);

/* "1.284": grouped as amounts are.  Caller frees. */
char *count_text(gint64 count);
/* The list as text, for the printer: what it is and of which day, the heads of the columns; then line by line, with
 * cells owned by the caller. */
void table_text_head(const Table *table, GString *out, const char *title);
void table_text_line(const Table *table, GString *out, const char *const *cells);
