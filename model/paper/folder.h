/* A folder that is there whole or not at all: written beside its place under another name, put on disk, then renamed.
 */
#pragma once
#include "base/error.h"

typedef struct {
    char *name; /* "letters/2026-02-24-reminder.eml": at most one folder deep, names of folder_name_safe */
    GBytes *bytes;
} FolderFile;

/* GArray of FolderFile that owns what it holds. */
GArray *folder_files_new(void);
void folder_files_add(GArray *files, const char *name, GBytes *bytes); /* keeps a reference */

/* Letters without accents, digits, dot, dash and underline; anything else becomes a dash, and none begins with a dot or
 * a dash. Never empty.  Caller frees. */
char *folder_name_safe(const char *text);

/* mark: a file that every folder of this kind holds.  replace: a folder of the kind that is there already gives way,
 * and comes back when the new one cannot be put in its place; anything else that stands there is never touched. Folders
 * 0700, files 0600.  INPUT: nothing was changed. */
bool folder_write(const char *path, const GArray *files, const char *mark, bool replace, GError **error);
