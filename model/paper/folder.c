#include "paper/folder.h"

#include "base/i18n.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* --- Names and files -------------------------------------------------------------------------------------------- */

static void file_clear(gpointer data)
{
    FolderFile *file = data;
    g_free(file->name);
    g_bytes_unref(file->bytes);
}

GArray *folder_files_new(void)
{
    GArray *files = g_array_new(FALSE, TRUE, sizeof(FolderFile));
    g_array_set_clear_func(files, file_clear);
    return files;
}

void folder_files_add(GArray *files, const char *name, GBytes *bytes)
{
    const FolderFile file = {g_strdup(name), g_bytes_ref(bytes)};
    g_array_append_val(files, file);
}

char *folder_name_safe(const char *text)
{
    enum { LONGEST = 80 };
    g_autofree char *plain = text_ascii(text);
    GString *name = g_string_new(NULL);
    for (const char *at = plain; *at != '\0' && name->len < LONGEST; at++) {
        bool good =
            g_ascii_isalnum(*at) || (strchr("._-", *at) != NULL && (strchr(".-", *at) == NULL || name->len > 0));
        if (good)
            g_string_append_c(name, *at);
        else if (name->len > 0 && name->str[name->len - 1] != '-')
            g_string_append_c(name, '-');
    }
    while (name->len > 0 && strchr("-.", name->str[name->len - 1]) != NULL)
        g_string_truncate(name, name->len - 1);
    return name->len > 0 ? g_string_free(name, FALSE) : (g_string_free(name, TRUE), g_strdup("x"));
}

/* --- On disk ---------------------------------------------------------------------------------------------------- */

static bool refuse(GError **error, const char *path, int reason)
{
    return fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be written: %s."), path, g_strerror(reason));
}

static bool folder_sync(const char *path, GError **error)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    int reason = errno;
    if (fd >= 0)
        close(fd);
    return good || refuse(error, path, reason);
}

static bool bytes_put(int fd, GBytes *bytes)
{
    gsize left = 0;
    const char *at = g_bytes_get_data(bytes, &left);
    while (left > 0) {
        ssize_t put = write(fd, at, left);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        at += put;
        left -= (gsize)put;
    }
    return fsync(fd) == 0;
}

static bool file_put(const char *path, GBytes *bytes, GError **error)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool good = fd >= 0 && bytes_put(fd, bytes);
    int reason = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        good = false;
        reason = errno;
    }
    return good || refuse(error, path, reason);
}

static bool files_put(const char *folder, const GArray *files, GError **error)
{
    for (guint i = 0; i < files->len; i++) {
        const FolderFile *file = &g_array_index(files, FolderFile, i);
        g_autofree char *path = g_build_filename(folder, file->name, NULL), *inner = g_path_get_dirname(path);
        if (g_mkdir(inner, 0700) != 0 && errno != EEXIST)
            return refuse(error, inner, errno);
        if (!file_put(path, file->bytes, error) || !folder_sync(inner, error))
            return false;
    }
    return folder_sync(folder, error);
}

/* One folder deep, as it was written. */
static void folder_remove(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR) && !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
            folder_remove(inner);
        else
            (void)g_unlink(inner);
    }
    if (dir != NULL)
        g_dir_close(dir);
    (void)g_rmdir(path);
}

/* --- In its place ------------------------------------------------------------------------------------------------- */

static bool place_is_free(const char *path, const char *mark, bool replace, GError **error)
{
    g_autofree char *known = g_build_filename(path, mark, NULL);
    GStatBuf there;
    if (g_lstat(path, &there) != 0)
        return true;
    if (!replace)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is there already: say --replace to make it anew."), path);
    return (S_ISDIR(there.st_mode) && g_file_test(known, G_FILE_TEST_IS_REGULAR)) ||
           fail(error, BELRONDE_ERROR_INPUT, _("%s is no folder of ours: it is left as it is."), path);
}

/* The old one stands aside until the new one is in its place. */
static bool place_take(const char *fresh, const char *path, GError **error)
{
    g_autofree char *aside = g_strconcat(fresh, ".old", NULL), *above = g_path_get_dirname(path);
    bool old = g_rename(path, aside) == 0;
    if (!old && errno != ENOENT)
        return refuse(error, path, errno);
    if (g_rename(fresh, path) != 0) {
        int reason = errno;
        if (old)
            (void)g_rename(aside, path);
        return refuse(error, path, reason);
    }
    if (old)
        folder_remove(aside);
    return folder_sync(above, error);
}

bool folder_write(const char *path, const GArray *files, const char *mark, bool replace, GError **error)
{
    g_autofree char *above = g_path_get_dirname(path), *name = g_path_get_basename(path);
    g_autofree char *hidden = g_strdup_printf(".%s.XXXXXX", name);
    g_autofree char *fresh = g_build_filename(above, hidden, NULL);
    if (!place_is_free(path, mark, replace, error))
        return false;
    if (g_mkdir_with_parents(above, 0700) != 0)
        return refuse(error, above, errno);
    if (g_mkdtemp_full(fresh, 0700) == NULL)
        return refuse(error, fresh, errno);
    if (files_put(fresh, files, error) && place_take(fresh, path, error))
        return true;
    folder_remove(fresh);
    return false;
}
