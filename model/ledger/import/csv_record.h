/* One row of a list: checked, turned into a record and handed over, or listed as a problem. */
#pragma once
#include "base/fingerprint.h"
#include "ledger/import/csv_matching.h"
#include "ledger/import/csv_profile.h"
#include "ledger/import/csv_rows.h"

typedef struct {
    const ImportSink *sink;
    const ImportOptions *options;
    const CsvPlan *plan;
    const GPtrArray *header; /* char *, as in the file */
    const CsvRow *row;       /* at hand */
    CsvMatching *matching;   /* NULL: the list has open amounts of its own */
    bool first_pass;         /* only fill `matching` */
    GPtrArray *strings;      /* of the record at hand */
    GHashTable *words;       /* cache of csv_word: section and text -> word */
    FingerprintSet *seen;    /* rows already met: customer, kind, number, due day, amounts */
    int left_out;            /* rows the profile does not want */
    int settled;             /* matched payments: nothing is open */
    int remarks;             /* warnings about single rows */
} CsvReading;

bool csv_record_customer(CsvReading *reading, GError **error);
bool csv_record_item(CsvReading *reading, GError **error);
/* Rows that are no records: totals, repeated headers, accounts the profile does not want. */
bool csv_record_skips(CsvReading *reading);

/* For both: */
const char *csv_cell(const CsvReading *reading, CsvField field);                     /* as in the file */
const char *csv_cell_text(CsvReading *reading, CsvField field);                      /* cleaned */
const char *csv_cell_word(CsvReading *reading, const char *section, CsvField field); /* "" none */
/* A code of so many letters, in capitals or small, or what the words of import.ini make of the cell; "" none. */
const char *csv_cell_code(CsvReading *reading, const char *section, CsvField field, size_t letters, bool capitals);
const char *csv_cell_currency(CsvReading *reading, CsvField field);
const char *csv_house_currency(const CsvReading *reading);
const char *csv_cell_identity(CsvReading *reading, CsvField field);
/* A blank cell gives 0 and *known false. */
bool csv_cell_amount(CsvReading *reading, CsvField field, const char *currency, Cents *amount, bool *known);
bool csv_list_problem(CsvReading *reading, const char *reason); /* always true: the next row follows */
void csv_remark(CsvReading *reading, const char *sentence);
/* False when the row names nobody. */
bool csv_customer_fill(CsvReading *reading, CustomerRecord *customer);
