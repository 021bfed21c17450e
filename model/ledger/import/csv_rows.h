/* The rows of a delimited text: libcsv finds the cells, this finds the lines and survives a quote that is
 * never closed. */
#pragma once
#include "ledger/import/text_stream.h"

typedef struct {
    GPtrArray *cells;  /* char *, trimmed, not cleaned; empty when the row has a fault */
    GString *raw;      /* the row as it stands in the file */
    int line;          /* where it begins, from 1 */
    const char *fault; /* NULL, or a translated sentence why the row cannot be used */
} CsvRow;

CsvRow *csv_row_new(void);
void csv_row_free(CsvRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvRow, csv_row_free)
/* The cell, "" where the row has fewer. */
const char *csv_row_cell(const CsvRow *row, int column);

typedef struct CsvRows CsvRows;

/* Takes the stream. */
CsvRows *csv_rows_new(TextStream *stream, char delimiter);
/* Rows of a text in memory. */
CsvRows *csv_rows_of_text(const char *text, char delimiter);
void csv_rows_free(CsvRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CsvRows, csv_rows_free)

typedef enum { CSV_ROW, CSV_ROWS_END, CSV_ROWS_FAILED } CsvRowsStatus;
CsvRowsStatus csv_rows_next(CsvRows *rows, CsvRow *row, GError **error);
const TextStream *csv_rows_stream(const CsvRows *rows); /* NULL for a text in memory */
