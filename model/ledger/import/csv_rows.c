/* Lines go to libcsv one at a time, so a row's line is known exactly.  A row that goes on for too long, or
 * beyond the end of the file, has a quote that nobody closed: its first line is given up as a fault and the
 * lines after it are read anew. */
#include "ledger/import/csv_rows.h"
#include "base/i18n.h"

#include <csv.h>
#include <string.h>

enum { ROW_LINES_MOST = 100, ROW_BYTES_MOST = 64 * 1024, CELLS_MOST = 1000 };

typedef struct {
    GString *text;
    int line;
    bool too_long;
} Line;

struct CsvRows {
    TextStream *stream; /* or NULL: */
    const char *memory;
    char *memory_owned;
    struct csv_parser parser;
    char delimiter;
    int line;     /* lines taken from the source */
    GQueue again; /* Line: to be read anew before the source goes on */
    GQueue open;  /* Line: fed to the parser, the row still open */
    size_t open_bytes;
    GPtrArray *cells;
    bool complete; /* the parser has just ended a row */
};

static void line_free(gpointer data)
{
    Line *line = data;
    g_string_free(line->text, TRUE);
    g_free(line);
}

CsvRow *csv_row_new(void)
{
    CsvRow *row = g_new0(CsvRow, 1);
    row->cells = g_ptr_array_new_with_free_func(g_free);
    row->raw = g_string_new(NULL);
    return row;
}

void csv_row_free(CsvRow *row)
{
    if (row == NULL)
        return;
    g_ptr_array_unref(row->cells);
    g_string_free(row->raw, TRUE);
    g_free(row);
}

const char *csv_row_cell(const CsvRow *row, int column)
{
    return column >= 0 && (guint)column < row->cells->len ? g_ptr_array_index(row->cells, column) : "";
}

/* ---- libcsv ---- */

static void parser_start(CsvRows *rows)
{
    csv_init(&rows->parser, CSV_APPEND_NULL);
    csv_set_delim(&rows->parser, (unsigned char)rows->delimiter);
    csv_set_blk_size(&rows->parser, 4096);
    g_ptr_array_set_size(rows->cells, 0);
    rows->complete = false;
}

static void on_cell(void *cell, size_t length, void *data)
{
    CsvRows *rows = data;
    if (rows->cells->len < CELLS_MOST)
        g_ptr_array_add(rows->cells, g_strstrip(g_strndup(cell, length)));
}

static void on_row(int end, void *data)
{
    (void)end;
    CsvRows *rows = data;
    rows->complete = true;
}

static CsvRows *rows_new(char delimiter)
{
    CsvRows *rows = g_new0(CsvRows, 1);
    rows->delimiter = delimiter;
    rows->cells = g_ptr_array_new_with_free_func(g_free);
    g_queue_init(&rows->again);
    g_queue_init(&rows->open);
    parser_start(rows);
    return rows;
}

CsvRows *csv_rows_new(TextStream *stream, char delimiter)
{
    CsvRows *rows = rows_new(delimiter);
    rows->stream = stream;
    return rows;
}

CsvRows *csv_rows_of_text(const char *text, char delimiter)
{
    CsvRows *rows = rows_new(delimiter);
    rows->memory = rows->memory_owned = g_strdup(text);
    return rows;
}

void csv_rows_free(CsvRows *rows)
{
    if (rows == NULL)
        return;
    text_stream_close(rows->stream);
    g_free(rows->memory_owned);
    csv_free(&rows->parser);
    g_queue_clear_full(&rows->again, line_free);
    g_queue_clear_full(&rows->open, line_free);
    g_ptr_array_unref(rows->cells);
    g_free(rows);
}

const TextStream *csv_rows_stream(const CsvRows *rows)
{
    return rows->stream;
}

/* ---- lines ---- */

static TextStatus memory_next(CsvRows *rows, GString *text)
{
    if (*rows->memory == '\0')
        return TEXT_END;
    size_t length = strcspn(rows->memory, "\r\n");
    g_string_append_len(text, rows->memory, (gssize)length);
    g_string_append(text, rows->memory[length] != '\0' ? "\n" : "");
    rows->memory += length;
    rows->memory += *rows->memory == '\r' ? 1 + (rows->memory[1] == '\n') : *rows->memory == '\n';
    return TEXT_LINE;
}

/* The next line, or NULL with the status that ended it. */
static Line *line_next(CsvRows *rows, TextStatus *status, GError **error)
{
    Line *line = g_queue_pop_head(&rows->again);
    *status = TEXT_LINE;
    if (line != NULL)
        return line;
    line = g_new0(Line, 1);
    line->text = g_string_new(NULL);
    *status = rows->stream != NULL ? text_stream_next(rows->stream, line->text, error) : memory_next(rows, line->text);
    if (*status == TEXT_LINE || *status == TEXT_TOO_LONG) {
        line->line = ++rows->line;
        line->too_long = *status == TEXT_TOO_LONG;
        return line;
    }
    line_free(line);
    return NULL;
}

static void line_feed(CsvRows *rows, const Line *line)
{
    csv_parse(&rows->parser, line->text->str, line->text->len, on_cell, on_row, rows);
    if (line->text->len == 0 || line->text->str[line->text->len - 1] != '\n')
        csv_parse(&rows->parser, "\n", 1, on_cell, on_row, rows); /* the last line of a file */
}

static bool line_blank(const Line *line)
{
    return strspn(line->text->str, " \t\r\n") == line->text->len;
}

/* ---- rows ---- */

static void row_fault(CsvRow *row, Line *line, const char *sentence)
{
    row->fault = sentence;
    row->line = line->line;
    g_string_assign(row->raw, line->text->str);
    line_free(line);
}

/* Gives up the first line of the open row; the others, and `also`, are read anew. */
static void row_give_up(CsvRows *rows, Line *also, CsvRow *row)
{
    csv_free(&rows->parser);
    parser_start(rows);
    if (also != NULL)
        g_queue_push_head(&rows->again, also);
    while (rows->open.length > 1)
        g_queue_push_head(&rows->again, g_queue_pop_tail(&rows->open));
    rows->open_bytes = 0;
    row_fault(row, g_queue_pop_head(&rows->open), _("a quotation mark opens here and is never closed"));
}

static void row_take(CsvRows *rows, CsvRow *row)
{
    GPtrArray *empty = row->cells;
    row->cells = rows->cells;
    rows->cells = empty;
    rows->complete = false;
    const Line *first = g_queue_peek_head(&rows->open);
    row->line = first->line;
    for (const GList *at = rows->open.head; at != NULL; at = at->next)
        g_string_append(row->raw, ((const Line *)at->data)->text->str);
    g_queue_clear_full(&rows->open, line_free);
    rows->open_bytes = 0;
}

static void row_reset(CsvRow *row)
{
    g_ptr_array_set_size(row->cells, 0);
    g_string_truncate(row->raw, 0);
    row->fault = NULL;
}

CsvRowsStatus csv_rows_next(CsvRows *rows, CsvRow *row, GError **error)
{
    row_reset(row);
    for (;;) {
        TextStatus status;
        Line *line = line_next(rows, &status, error);
        if (status == TEXT_FAILED)
            return CSV_ROWS_FAILED;
        bool row_open = rows->open.length > 0;
        if (line == NULL && !row_open)
            return CSV_ROWS_END;
        if (row_open && (line == NULL || line->too_long || rows->open.length >= ROW_LINES_MOST ||
                         rows->open_bytes > ROW_BYTES_MOST)) {
            row_give_up(rows, line, row);
            return CSV_ROW;
        }
        if (line->too_long) {
            row_fault(row, line, _("this line is longer than any row can be"));
            return CSV_ROW;
        }
        if (!row_open && line_blank(line)) {
            line_free(line);
            continue;
        }
        line_feed(rows, line);
        rows->open_bytes += line->text->len;
        g_queue_push_tail(&rows->open, line);
        if (rows->complete) {
            row_take(rows, row);
            return CSV_ROW;
        }
    }
}
