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

/* --- Watched folders -------------------------------------------------------------------------------------- */

/* What stands in the folders of import.watch and is not in the books yet.  Which bytes a file holds is remembered by
 * size and time in $XDG_STATE_HOME/belronde/inbox, so that looking again costs next to nothing. */
typedef struct Inbox Inbox;

Inbox *inbox_new(void);
void inbox_free(Inbox *inbox);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Inbox, inbox_free)
/* Looks into the folders, reading at most about `bytes` of new files (0: all of them).  A file younger than two
 * seconds, or whose size changes while it is read, waits.  A folder that cannot be read is no error: see
 * inbox_trouble.  STORE only. */
bool inbox_look(Inbox *inbox, const Ledger *ledger, gint64 bytes, GError **error);
/* New files by name, told by their first bytes only (peek.brings is not known); with those that were refused before.
 * Borrowed until the next look. */
const GPtrArray *inbox_files(const Inbox *inbox);
/* Files that are in the books already; as inbox_files. */
const GPtrArray *inbox_known(const Inbox *inbox);
int inbox_count(const Inbox *inbox);           /* new ones that can be imported, or whose columns can be mapped */
int inbox_waiting(const Inbox *inbox);         /* still being written */
bool inbox_more(const Inbox *inbox);           /* not all could be read within `bytes`: look again */
const char *inbox_trouble(const Inbox *inbox); /* a folder that cannot be read, a sentence; NULL none */
/* The import of this file failed with this sentence: it is shown and not counted until it changes. */
void inbox_refuse(Inbox *inbox, const char *path, const char *reason);
/* With import.after = move: what is in the books to its last line goes to the folder "imported" beside it, never over
 * another file.  Nothing is done to any other file.  MISSING when it cannot be moved. */
bool inbox_put_away(const Inbox *inbox, const Ledger *ledger, const char *path, GError **error);
/* The folders of import.watch, "~/" resolved; g_strfreev. */
char **inbox_folders(const Settings *settings);
