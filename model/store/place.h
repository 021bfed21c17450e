/* Where the database file may live, and the side files beside it (turnstile, leases). */
#pragma once
#include "store/store.h"

/* The full name of the database: its folder resolved, the file made (0600, its folder 0700) when the mode
 * says so.  MISSING when it is not there; STORE for a link, something that is no plain file, or a network
 * file system, on which the locks of SQLite cannot be trusted.  Caller frees. */
char *place_resolve(const char *path, StoreMode mode, GError **error);
/* The kernel's name for a file system (f_type of statfs) is one that other hosts share. */
bool place_is_network(guint32 f_type);
/* Opens PATH + suffix for reading and writing; with `create` it is made with the rights of the database file
 * when missing.  -1 on failure.  The caller closes. */
int place_open_side_file(const char *path, const char *suffix, bool create, GError **error);
/* Flushes the entry of a new or renamed file to disk. */
bool place_sync_folder(const char *path, GError **error);
