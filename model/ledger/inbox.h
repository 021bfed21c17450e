/* Files that wait to be imported: those somebody names, all that a folder holds, and what is new in the folders
 * that the settings watch (import.watch). */
#pragma once
#include "ledger/booking.h"
#include "ledger/import/peek.h"

typedef struct {
    char *path;
    gint64 size;     /* bytes */
    ImportPeek peek; /* format NULL: it cannot be imported */
    char *reason;    /* why not, a sentence; NULL: it can */
    bool list;       /* it cannot, but it is a text with columns: belronde import --learn shows it */
} InboxFile;

/* The files at `paths` (NULL-terminated), and those in folders among them without hidden ones; of their subfolders
 * only when `recursive`.  In the order that gives the best result at once: customers, lists, invoices, address cards,
 * statements by day, and last what cannot be imported, with its reason.  A single file is not looked
 * at.  `stop` as in BookingOptions.
 * GPtrArray of InboxFile, free function set. */
GPtrArray *inbox_gather(const Ledger *ledger, const BookingOptions *options, const char *const *paths, bool recursive);
