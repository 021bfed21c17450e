/* One file under way.  Private to the booking of files. */
#pragma once
#include "ledger/booking/parts.h"

typedef struct {
    Booking booking;
    StatementWork *statements;
    GHashTable *seen; /* item ids of this file */
    const char *path;
    bool stopped;
} FileWork;

/* sink.c: books what the reader finds, record by record, in transactions of some thousand rows. */
ImportSink file_sink(FileWork *work);
