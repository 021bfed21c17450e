/* Private to the inbox: its files, apart from where they come from. */
#pragma once
#include "ledger/inbox.h"

InboxFile *inbox_file_new(const char *path, gint64 size);
void inbox_file_free(gpointer file);
/* Fills peek, or reason and list. */
void inbox_file_look(InboxFile *file, const ImportOptions *import);
void inbox_sort(GPtrArray *files);
/* Names in a folder that are not hidden, sorted; MISSING when it cannot be read. */
GPtrArray *inbox_names(const char *folder, GError **error);

/* What is known of one path. */
typedef struct {
    gint64 size, seconds, nanoseconds; /* of its last change */
    char *digest;                      /* SHA-256; NULL: not read to its end yet */
    char *refused;                     /* why its import failed; NULL: it did not */
    GChecksum *sum;                    /* while it is being read, */
    gint64 read;                       /* up to here */
    InboxFile *file;                   /* NULL: not looked at yet */
    const Ini *profiles;               /* with which it was looked at; only compared */
    bool complete;                     /* in the books to its last line */
    bool there;                        /* met in this look */
} InboxSeen;
void inbox_seen_free(gpointer seen);

struct Inbox {
    GHashTable *seen;         /* path -> InboxSeen */
    GPtrArray *files, *known; /* InboxFile, borrowed from seen */
    char *trouble;
    int waiting;
    bool loaded, changed;
};

/* inbox_remembered.c: the file in the state folder. */
void inbox_remembered_load(Inbox *inbox);
void inbox_remembered_save(Inbox *inbox);
