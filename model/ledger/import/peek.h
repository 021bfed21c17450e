/* What a file brings, told from its first record: which of many files is best read first. */
#pragma once
#include "ledger/import/import.h"

/* In the order in which files are best read: whoever is named later is known by then. */
typedef enum {
    BRINGS_CUSTOMERS,  /* customers, or a whole ledger that begins with them */
    BRINGS_LIST,       /* open items */
    BRINGS_INVOICES,   /* invoices and credit notes themselves */
    BRINGS_CONTACTS,   /* address cards */
    BRINGS_STATEMENTS, /* bank statements and notifications, by day */
    BRINGS_NOTHING,    /* well formed and empty */
} ImportBrings;

typedef struct {
    const ImportFormat *format; /* borrowed from the registry */
    ImportBrings brings;
    Day day; /* of the first statement or its first line; DAY_NONE where it does not matter */
} ImportPeek;

/* INPUT, with the sentence of import_recognise or of the reader, when the file cannot be imported. */
bool import_peek(const char *path, const ImportOptions *options, ImportPeek *peek, GError **error);
