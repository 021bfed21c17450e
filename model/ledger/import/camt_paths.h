/* The paths of a CAMT statement that mean something. */
#pragma once
#include "ledger/import/camt.h"
#include "ledger/import/xml_paths.h"

typedef enum {
    CAMT_SCOPE_STATEMENT = XML_SCOPE_NONE + 1,
    CAMT_SCOPE_BALANCE,
    CAMT_SCOPE_ENTRY,
    CAMT_SCOPE_ENTRY_CHARGE,
    CAMT_SCOPE_DETAIL,
    CAMT_SCOPE_DETAIL_CHARGE,
    CAMT_SCOPE_STRUCTURED,
} CamtScope;

/* The statement's element; lives as long as the program.  The attribute that matters is Ccy. */
const XmlNode *camt_paths_root(void);
