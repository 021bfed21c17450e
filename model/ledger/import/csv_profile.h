/* What data/import.ini says about the lists of each package: which header is which field, how numbers and
 * days are written, which rows count.  Headers are compared without case, accents, dots and blanks. */
#pragma once
#include "ledger/import/csv_rows.h"
#include "ledger/import/import.h"

typedef enum {
    /* customers */
    CSV_CUSTOMER_NUMBER,
    CSV_CUSTOMER_NAME,
    CSV_KIND,
    CSV_LANGUAGE,
    CSV_COUNTRY,
    CSV_VAT,
    CSV_STREET,
    CSV_POSTCODE,
    CSV_CITY,
    CSV_CREDIT_LIMIT,
    CSV_TERMS_DAYS,
    CSV_PAYMENT_CLASS,
    CSV_AGENT,
    CSV_STOP_SUPPLY,
    CSV_PREPAY,
    CSV_RESTRICTED,
    CSV_CONTACT,
    CSV_ROLE,
    CSV_PHONE,
    CSV_PHONE2,
    CSV_EMAIL,
    CSV_REACH,
    CSV_IBAN,
    CSV_CURRENCY,
    /* items: columns from here on mean nothing to a list of customers */
    CSV_INVOICE_NUMBER,
    CSV_ITEM_KIND,
    CSV_INVOICE_DATE,
    CSV_DUE_DATE,
    CSV_AMOUNT,
    CSV_OPEN_AMOUNT,
    CSV_REFERENCE,
    CSV_OWN_REFERENCE,
    CSV_DESCRIPTION,
    CSV_PAID_DATE,
    /* items, in ledgers that keep no open amount or two currencies */
    CSV_DEBIT,
    CSV_CREDIT,
    CSV_FOREIGN_AMOUNT,
    CSV_FOREIGN_OPEN,
    CSV_COMPANY_CURRENCY,
    CSV_MATCHING,
    CSV_ENTRY_NUMBER, /* stands in where there is no invoice number */
    /* only for telling rows apart */
    CSV_ACCOUNT,
    CSV_STATUS,
    CSV_FIELDS
} CsvField;

typedef enum { CSV_DAYS_AUTO, CSV_DAYS_YMD, CSV_DAYS_DMY, CSV_DAYS_MDY } CsvDayOrder;

/* "400* | *debiteur* | !*btw*": one must fit, none with ! may. */
typedef struct CsvPatterns CsvPatterns;
bool csv_patterns_fit(const CsvPatterns *patterns, const char *text);

typedef enum { CSV_ITEM_INVOICE, CSV_ITEM_CREDIT_NOTE, CSV_ITEM_PAYMENT, CSV_ITEM_KINDS } CsvItemKind;

typedef struct {
    char *slug, *label;
    bool customers; /* a list of customers, without items */
    char delimiter; /* 0: found out */
    char decimal;   /* '.' or ',', 0: found out */
    char *charset;  /* NULL: found out */
    CsvDayOrder days;
    bool inverted;      /* what the customer owes is negative in this list */
    bool credit_signed; /* credit notes and payments bear their true sign; else they always lower the balance */
    bool headless;      /* no row of headers: columns are told by their place */
    bool preferred;     /* learned from this very list: taken before one that fits more columns */
    bool amount_open;   /* a list of open items only: its amount, or debit less credit, is what is open */
    int width;          /* headless: cells of each row */
    guint64 needs;      /* bit per field whose column must be there */
    /* Names of the column: folded; with "#2" behind it the second column of that name; "#5" alone the fifth column. */
    GPtrArray *headers[CSV_FIELDS];
    CsvPatterns *rows[CSV_FIELDS];      /* NULL: any */
    CsvPatterns *kinds[CSV_ITEM_KINDS]; /* NULL: the general words */
    CsvPatterns *totals;                /* first cell of rows that only add up */
    int line;                           /* of its section, for messages */
} CsvProfile;

/* The profiles of the ini file in its order; INPUT names file and line. */
GPtrArray *csv_profiles_load(const Ini *ini, GError **error);
/* A section's word for `text`: [words.language] nl = "nl* | dutch" gives "nl"; NULL when none fits.  Borrowed. */
const char *csv_word(const Ini *ini, const char *section, const char *text);
void csv_patterns_free(CsvPatterns *patterns);

/* Which column holds which field; -1 none. */
typedef struct {
    int column[CSV_FIELDS];
    int matched; /* columns with a meaning */
    int missing; /* the first field that is needed and not there, -1 none */
    guint width; /* cells of the header */
} CsvMap;
/* Reads a row as header; false when a needed column is missing (map.missing says which). */
bool csv_profile_map(const CsvProfile *profile, const CsvRow *row, CsvMap *map);
/* As a header is compared: letters and digits, and the number of a column behind #.  Caller frees. */
char *csv_header_fold(const char *name);
/* The field's name as in the ini file. */
const char *csv_field_name(CsvField field);

/* How a file is to be read. */
typedef struct {
    const CsvProfile *profile; /* borrowed from the list */
    char delimiter;
    char decimal; /* 0: each amount for itself */
    CsvMap map;
    int header_line; /* 0: there is none */
} CsvPlan;

/* Finds the header among the first rows and the profile it fits best, or the one asked for by name.  False
 * without error when nothing fits; *found (may be NULL) then lists the cells of the likeliest header, for a message. */
bool csv_plan_find(const GPtrArray *profiles, const char *wanted, const char *text, CsvPlan *plan, char **found);

/* The first rows of a text, at most `most`; CsvRow, free function set. */
GPtrArray *csv_head_rows(const char *text, char delimiter, guint most);
/* The delimiter by which most rows have the same number of cells, three or more; 0: it is no list. */
char csv_delimiter_guess(const char *text);
/* The decimal mark an amount shows: '.' or ',' with one or two digits behind it, or where both occur; 0 none. */
char csv_mark_of(const char *amount);
