/* A statement under way: shared by its frame (bank.c) and its lines (bank_line.c). */
#pragma once
#include "ledger/booking/parts.h"

struct StatementWork {
    gint64 id;        /* of the statement under way */
    const char *kind; /* of it, interned */
    bool complete;    /* was booked whole before: nothing of it is written again */
    bool foreign_sum; /* a line in another currency than the balances: they cannot be compared */
    bool dated;       /* the file states its first day */
    bool others;      /* statements of another kind are in: the same money may be there already */
    char *account;
    Day first, last;
    GHashTable *seen;          /* account and identification of the file's statements */
    GHashTable *ordinals;      /* line without ordinal → how many so far */
    GHashTable *places;        /* place → GPtrArray of Counterpart, of another kind, not met by this kind yet */
    StatementSummary *summary; /* borrowed: of the statement under way */
};

enum { PLACES_KEPT = 20000 };
void counterparts_free(gpointer counterparts);

/* --- Totals and their details (bank_batch.c) --- */
/* *known: a total without a payer whose details another kind of file has told of already. */
bool batch_known(Booking *booking, const StatementWork *work, const LineRecord *line, const char *place,
                 const char *fingerprint, bool *known, GError **error);
/* A detail was booked: the total that another kind of file brought is nobody's money any more. */
bool batch_replace(Booking *booking, const StatementWork *work, const LineRecord *line, const char *batch,
                   GError **error);
