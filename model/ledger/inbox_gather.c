/* What stands in a folder, and in which order to read it. */
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/inbox.h"
#include "ledger/inbox_parts.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST = 16 }; /* folders in folders */

void inbox_file_free(gpointer data)
{
    InboxFile *file = data;
    g_free(file->path);
    g_free(file->reason);
    g_free(file);
}

InboxFile *inbox_file_new(const char *path, gint64 size)
{
    InboxFile *file = g_new0(InboxFile, 1);
    *file = (InboxFile){.path = g_strdup(path), .size = size, .peek = {.brings = BRINGS_NOTHING, .day = DAY_NONE}};
    return file;
}

void inbox_file_look(InboxFile *file, const ImportOptions *import)
{
    g_autoptr(GError) trouble = NULL;
    g_clear_pointer(&file->reason, g_free);
    file->list = false;
    if (import_peek(file->path, import, &file->peek, &trouble))
        return;
    file->reason = g_strdup(trouble->message);
    file->list = import_is_list(file->path);
}

static gint64 size_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_size : 0;
}

static int name_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *inbox_names(const char *folder, GError **error)
{
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        fail(error, BELRONDE_ERROR_MISSING, _("The folder %s cannot be read: %s."), folder, g_strerror(errno));
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            g_ptr_array_add(names, g_strdup(entry->d_name));
    closedir(dir);
    g_ptr_array_sort(names, name_compare);
    return names;
}

typedef struct {
    GPtrArray *files;
    bool recursive;
} Gathering;

static void folder_gather(Gathering *gathering, const char *folder, int depth);

/* Links to folders are not followed: they may lead round in a circle. */
static void inside_gather(Gathering *gathering, const char *path, int depth)
{
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add(gathering->files, inbox_file_new(path, size_of(path)));
    else if (gathering->recursive && depth < DEEPEST && !g_file_test(path, G_FILE_TEST_IS_SYMLINK) &&
             g_file_test(path, G_FILE_TEST_IS_DIR))
        folder_gather(gathering, path, depth + 1);
}

static void folder_gather(Gathering *gathering, const char *folder, int depth)
{
    g_autoptr(GError) trouble = NULL;
    g_autoptr(GPtrArray) names = inbox_names(folder, &trouble);
    if (names == NULL) {
        InboxFile *file = inbox_file_new(folder, 0);
        file->reason = g_strdup(trouble->message);
        g_ptr_array_add(gathering->files, file);
        return;
    }
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
        inside_gather(gathering, path, depth);
    }
}

static int file_rank(const InboxFile *file)
{
    return file->reason != NULL ? (int)BRINGS_NOTHING + 1 : (int)file->peek.brings;
}

static int file_compare(gconstpointer a, gconstpointer b)
{
    const InboxFile *one = *(const InboxFile *const *)a, *other = *(const InboxFile *const *)b;
    if (file_rank(one) != file_rank(other))
        return file_rank(one) - file_rank(other);
    int days = day_compare(one->peek.day, other->peek.day);
    return days != 0 ? days : strcmp(one->path, other->path);
}

void inbox_sort(GPtrArray *files)
{
    g_ptr_array_sort(files, file_compare);
}

GPtrArray *inbox_gather(const Ledger *ledger, const BookingOptions *options, const char *const *paths, bool recursive)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(inbox_file_free);
    Gathering gathering = {.files = files, .recursive = recursive};
    for (const char *const *path = paths; *path != NULL; path++) {
        if (g_file_test(*path, G_FILE_TEST_IS_DIR))
            folder_gather(&gathering, *path, 0);
        else
            g_ptr_array_add(files, inbox_file_new(*path, size_of(*path)));
    }
    ImportOptions import = ledger_import_options(ledger, options);
    if (files->len == 1) /* nothing to put in order: the import itself says what is wrong with it */
        return files;
    for (guint i = 0; i < files->len && (options->stop == NULL || !*options->stop); i++) {
        InboxFile *file = g_ptr_array_index(files, i);
        if (file->reason == NULL)
            inbox_file_look(file, &import);
    }
    inbox_sort(files);
    return files;
}
