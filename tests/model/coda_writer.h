/* Writes CODA records in their places, counting as a trailer counts.  For tests, the benchmark and seeds of the
 * fuzzers; files with a known truth are made by coda_specimen.h. */
#pragma once
#include "base/day.h"

#include <glib.h>

/* Amounts are thousandths, as in the file; days may be DAY_NONE; texts are UTF-8, NULL is blank, too long is cut. */
typedef struct {
    GString *out;         /* the file so far; the caller may empty it whenever it likes */
    const char *end;      /* of a line */
    int sequence, detail; /* of the movement under way; both run on by themselves */
    gint64 records, debits, credits, balance;
    const char *account, *currency; /* of the statement under way */
    char structure;
} CodaWriter;

typedef struct {
    Day created;
    bool duplicate;
    const char *application; /* NULL: "00000" */
    char layout;             /* 0: '2' */
} CodaHead;

typedef struct {
    char structure; /* '0' Belgian number, '1' foreign number, '2' Belgian IBAN, '3' foreign IBAN */
    const char *account, *currency, *holder;
    int number;
    gint64 opening;
    Day day;
} CodaOpening;

typedef struct {
    gint64 amount;
    const char *code; /* 8 digits */
    Day entry, value;
    bool detail; /* of the total before it */
    bool structured;
    const char *communication; /* up to 149 letters; structured: the three digits of its kind first */
    const char *bank_reference, *end_to_end, *account, *name;
    char return_type; /* 0 none */
    const char *return_reason;
    int globalisation;
} CodaMove;

void coda_writer_start(CodaWriter *writer, GString *out, const char *end);
void coda_write_head(CodaWriter *writer, const CodaHead *head);          /* 0 */
void coda_write_opening(CodaWriter *writer, const CodaOpening *opening); /* 1 */
void coda_write_move(CodaWriter *writer, const CodaMove *move);          /* 2.1, and 2.2 and 2.3 where needed */
/* 3.1 to 3.3 for the movement before; up to 268 letters, structured: three digits of its kind first. */
void coda_write_information(CodaWriter *writer, const char *code, bool structured, const char *text);
void coda_write_message(CodaWriter *writer, const char *text, bool goes_on); /* 4 */
void coda_write_closing(CodaWriter *writer, Day day);                        /* 8: what the movements lead to */
void coda_write_trailer(CodaWriter *writer, bool more_follow);               /* 9 */
