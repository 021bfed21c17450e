/* CODA files of every kind of record, made from a seed, with what they hold: the truth a reader must find. */
#pragma once
#include "ledger/import/import.h"

#include <glib.h>

typedef struct {
    StatementRecord record; /* as it must be when the statement ends */
    GArray *lines;          /* LineRecord; text NULL: not told here (details joined into their total) */
} CodaTruth;

typedef struct {
    GString *file;      /* bytes, in UTF-8 or Windows-1252 */
    GArray *statements; /* CodaTruth */
    guint unsplit;      /* totals that need splitting */
    guint messages;     /* of the bank */
    GStringChunk *strings;
} CodaSpecimen;

/* The same seed gives the same file. */
CodaSpecimen *coda_specimen_new(guint32 seed);
void coda_specimen_free(CodaSpecimen *specimen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CodaSpecimen, coda_specimen_free)
