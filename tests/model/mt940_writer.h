/* Makes MT940 files whose truth is known: for property tests and the benchmark.  Names and accounts are the caller's;
 * texts are wrapped at 65 places as banks do, keywords and words broken wherever a line is full. */
#pragma once
#include "base/day.h"
#include "base/money.h"

typedef enum { MT940_ING, MT940_RABOBANK, MT940_ABN_AMRO, MT940_COLUMNS, MT940_GERMAN, MT940_DIALECTS } Mt940Dialect;

/* One movement.  Texts are ASCII; NULL or "" leaves a part out. */
typedef struct {
    Day day, value_day;
    Cents amount; /* signed; EUR */
    bool reversal;
    const char *name, *account;
    const char *reference; /* structured; `issuer` CUR, BBA or ISO */
    const char *issuer;
    const char *text, *end_to_end, *mandate;
    const char *bank_reference; /* at most 16 places */
} Mt940Written;

typedef struct {
    GString *text; /* the file so far */
    Mt940Dialect dialect;
    Cents balance;
    int statements;
} Mt940Writer;

Mt940Writer *mt940_writer_new(Mt940Dialect dialect);
/* One statement: begin, lines, end.  `number` may be 0, for banks that do not count. */
void mt940_write_begin(Mt940Writer *writer, const char *account, int number, Cents opening, Day day);
void mt940_write_line(Mt940Writer *writer, const Mt940Written *line);
void mt940_write_end(Mt940Writer *writer, Day day);
void mt940_writer_free(Mt940Writer *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Mt940Writer, mt940_writer_free)
