#include "other_program.h"

#include <glib/gstdio.h>

bool program_there(const char *name)
{
    g_autofree char *path = g_find_program_in_path(name);
    g_autofree char *why = g_strdup_printf("%s is not installed", name);
    if (path == NULL)
        g_test_skip(why);
    return path != NULL;
}

char *scratch_new(void)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("belronde-paper-XXXXXX", &error);
    g_assert_no_error(error);
    return folder;
}

void scratch_end(char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_assert_cmpint(g_unlink(path), ==, 0);
    }
    g_assert_cmpint(g_rmdir(folder), ==, 0);
    g_free(folder);
}

char *scratch_file(const char *folder, const char *name, GBytes *content)
{
    g_autoptr(GError) error = NULL;
    char *path = g_build_filename(folder, name, NULL);
    gsize size;
    const char *data = g_bytes_get_data(content, &size);
    g_file_set_contents(path, data, (gssize)size, &error);
    g_assert_no_error(error);
    return path;
}

char *program_output(const char *const *words)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *complaint = NULL;
    char *printed = NULL;
    int status = 0;
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, &complaint, &status, &error);
    g_assert_no_error(error);
    if (!g_spawn_check_wait_status(status, &error))
        g_error("%s: %s", words[0], complaint);
    return printed;
}

char *qr_read_by_other(const char *picture)
{
    return program_output((const char *const[]){"zbarimg", "-q", "--raw", "--nodbus", "-Sbinary", "-1", picture, NULL});
}
