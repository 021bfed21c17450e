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
