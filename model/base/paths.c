/* Where files are found: the user's, the house's, the shipped ones. */
#include "error.h"
#include "i18n.h"
#include "settings.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* XDG: a relative path in the environment is to be ignored. */
static char *home_folder(const char *variable, const char *below_home)
{
    const char *folder = g_getenv(variable);
    if (folder != NULL && g_path_is_absolute(folder))
        return g_build_filename(folder, "belronde", NULL);
    return g_build_filename(g_get_home_dir(), below_home, "belronde", NULL);
}

static const char *user_home(void)
{
    const char *home = g_getenv("HOME");
    return home != NULL && *home != '\0' ? home : g_get_home_dir();
}

char *path_expanded(const char *typed)
{
    return g_str_has_prefix(typed, "~/") ? g_build_filename(user_home(), typed + 2, NULL) : g_strdup(typed);
}

char *path_shortened(const char *path)
{
    size_t length = strlen(user_home());
    bool inside = strncmp(path, user_home(), length) == 0 && path[length] == '/';
    return inside ? g_strconcat("~", path + length, NULL) : g_strdup(path);
}

static char *home_made(const char *variable, const char *below_home, GError **error)
{
    g_autofree char *folder = home_folder(variable, below_home);
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        fail(error, BELRONDE_ERROR_STORE, _("the folder %s cannot be made: %s"), folder, g_strerror(errno));
        return NULL;
    }
    return g_steal_pointer(&folder);
}

char *path_data_home(GError **error)
{
    return home_made("XDG_DATA_HOME", ".local/share", error);
}

char *path_state_home(GError **error)
{
    return home_made("XDG_STATE_HOME", ".local/state", error);
}

char *path_user_config(const char *name)
{
    g_autofree char *folder = home_folder("XDG_CONFIG_HOME", ".config");
    return g_build_filename(folder, name, NULL);
}

char *path_house_config(const char *name)
{
    const char *folder = g_getenv("BELRONDE_ETC");
    return g_build_filename(folder != NULL ? folder : "/etc/belronde", name, NULL);
}

static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program == NULL ? g_strdup(".") : g_path_get_dirname(program);
}

/* A folder called data may be anybody's; ours holds one of these two. */
static bool is_data_folder(const char *folder)
{
    g_autofree char *playbook = g_build_filename(folder, "playbook.ini", NULL);
    g_autofree char *settings = g_build_filename(folder, "belronde.ini", NULL);
    return g_file_test(playbook, G_FILE_TEST_IS_REGULAR) || g_file_test(settings, G_FILE_TEST_IS_REGULAR);
}

/* In the order they are asked; the last one is the installed place. */
static GPtrArray *shipped_folders(void)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *program = program_folder();
    if (g_getenv("BELRONDE_DATA") != NULL)
        g_ptr_array_add(folders, g_strdup(g_getenv("BELRONDE_DATA")));
    static const char *const near[] = {"data", "../data", "../../data"};
    for (size_t i = 0; i < G_N_ELEMENTS(near); i++) {
        g_autofree char *folder = g_build_filename(program, near[i], NULL);
        g_ptr_array_add(folders, g_canonicalize_filename(folder, "/"));
    }
    g_ptr_array_add(folders, g_strdup(BELRONDE_DATADIR));
    return folders;
}

char *path_catalogues(void)
{
    if (g_getenv("BELRONDE_LOCALEDIR") != NULL)
        return g_strdup(g_getenv("BELRONDE_LOCALEDIR"));
    g_autofree char *program = program_folder();
    static const char *const near[] = {"data/po", "../data/po", "../../data/po"}; /* of the program, of test programs */
    for (size_t i = 0; i < G_N_ELEMENTS(near); i++) {
        g_autofree char *folder = g_build_filename(program, near[i], NULL);
        g_autofree char *dutch = g_build_filename(folder, "nl", "LC_MESSAGES", NULL);
        if (g_file_test(dutch, G_FILE_TEST_IS_DIR))
            return g_steal_pointer(&folder);
    }
    return g_strdup(BELRONDE_LOCALEDIR);
}

char *path_shipped(const char *name)
{
    g_autoptr(GPtrArray) folders = shipped_folders();
    g_autofree char *looked_for = NULL;
    for (guint i = 0; i < folders->len; i++) {
        bool installed = i + 1 == folders->len;
        if (!installed && !is_data_folder(folders->pdata[i]))
            continue;
        g_autofree char *path = g_build_filename(folders->pdata[i], name, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&path);
        if (looked_for == NULL)
            looked_for = g_steal_pointer(&path);
    }
    return g_steal_pointer(&looked_for);
}

char *path_house(const char *name)
{
    g_autofree char *own = path_user_config(name);
    if (g_file_test(own, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&own);
    g_autofree char *house = path_house_config(name);
    if (g_file_test(house, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&house);
    return path_shipped(name);
}

char *path_kept(const char *name, bool *house)
{
    g_autofree char *own = path_user_config(name), *shared = path_house_config(name);
    g_autofree char *folder = g_path_get_dirname(shared);
    bool writable = access(folder, W_OK) == 0 && (access(shared, F_OK) != 0 || access(shared, W_OK) == 0);
    bool for_all = writable && !g_file_test(own, G_FILE_TEST_EXISTS);
    if (house != NULL)
        *house = for_all;
    return g_strdup(for_all ? shared : own);
}
