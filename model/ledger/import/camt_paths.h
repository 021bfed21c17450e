/* The paths of a CAMT statement that mean something, as a tree that the walker goes down and up. */
#pragma once
#include "ledger/import/camt.h"

typedef enum {
    CAMT_SCOPE_NONE,
    CAMT_SCOPE_STATEMENT,
    CAMT_SCOPE_BALANCE,
    CAMT_SCOPE_ENTRY,
    CAMT_SCOPE_ENTRY_CHARGE,
    CAMT_SCOPE_DETAIL,
    CAMT_SCOPE_DETAIL_CHARGE,
    CAMT_SCOPE_STRUCTURED,
} CamtScope;

enum { CAMT_NO_SLOT = -1 };

typedef struct {
    const char *path; /* below its scope */
    int slot;
    int currency_slot; /* where its Ccy attribute goes */
    bool joined;       /* repeated ones are joined by a blank; else the first stays */
} CamtPath;

typedef struct CamtNode CamtNode;
struct CamtNode {
    char *name;
    CamtNode *first, *next; /* child, sibling */
    CamtScope scope;        /* that begins here */
    const CamtPath *row;    /* the text here means something; NULL: it does not */
    CamtScope row_scope;    /* to whom */
};

/* The statement's element; lives as long as the program. */
const CamtNode *camt_paths_root(void);
/* NULL where nothing below that name matters; node may be NULL. */
const CamtNode *camt_paths_child(const CamtNode *node, const char *name);
