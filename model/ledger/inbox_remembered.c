/* Which bytes a file holds, kept from one start to the next: a line per file with size, time, digest, why it was
 * refused, path.  It may be deleted at any time: the files are read once more. */
#include "base/settings.h"
#include "base/text.h"
#include "ledger/inbox_parts.h"

#include <string.h>

enum { DIGEST_LENGTH = 64 };

void inbox_seen_free(gpointer data)
{
    InboxSeen *seen = data;
    g_clear_pointer(&seen->file, inbox_file_free);
    g_clear_pointer(&seen->sum, g_checksum_free);
    g_free(seen->digest);
    g_free(seen->refused);
    g_free(seen);
}

static char *remembered_path(void)
{
    g_autofree char *folder = path_state_home(NULL);
    return folder == NULL ? NULL : g_build_filename(folder, "inbox", NULL);
}

static void line_take(Inbox *inbox, const char *line)
{
    g_auto(GStrv) cells = g_strsplit(line, "\t", 6);
    gint64 numbers[3];
    if (g_strv_length(cells) != 6 || strlen(cells[3]) != DIGEST_LENGTH)
        return;
    for (int i = 0; i < 3; i++)
        if (!ini_integer(cells[i], 0, G_MAXINT64, &numbers[i]))
            return;
    InboxSeen *seen = g_new0(InboxSeen, 1);
    *seen = (InboxSeen){.size = numbers[0],
                        .seconds = numbers[1],
                        .nanoseconds = numbers[2],
                        .digest = g_strdup(cells[3]),
                        .refused = cells[4][0] != '\0' ? text_clean(cells[4]) : NULL};
    g_hash_table_replace(inbox->seen, g_strdup(cells[5]), seen);
}

/* What another desk or a command wrote is taken over where this one knows nothing better. */
void inbox_remembered_load(Inbox *inbox)
{
    g_autofree char *path = remembered_path(), *text = NULL;
    if (inbox->loaded || path == NULL)
        return;
    inbox->loaded = true;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        line_take(inbox, *line);
}

void inbox_remembered_save(Inbox *inbox)
{
    g_autofree char *path = remembered_path();
    if (!inbox->changed || path == NULL)
        return;
    g_autoptr(GString) text = g_string_new(NULL);
    GHashTableIter iter;
    gpointer name, value;
    g_hash_table_iter_init(&iter, inbox->seen);
    while (g_hash_table_iter_next(&iter, &name, &value)) {
        const InboxSeen *seen = value;
        if (seen->digest != NULL && strpbrk(name, "\t\n") == NULL)
            g_string_append_printf(text,
                                   "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\n",
                                   seen->size, seen->seconds, seen->nanoseconds, seen->digest,
                                   seen->refused != NULL ? seen->refused : "", (const char *)name);
    }
    inbox->changed = false;
    (void)g_file_set_contents_full(path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
