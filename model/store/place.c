#include "store/place.h"

#include "base/i18n.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* From linux/magic.h and statfs(2).  FUSE is among them: sshfs looks like any other of its kind. */
static const guint32 network_file_systems[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB2 */
    0x65735546, /* FUSE */
    0x01021997, /* 9P */
    0x73757245, /* CODA */
    0x5346414f, /* AFS */
    0x00c36400, /* CEPH */
    0x01161970, /* GFS2 */
    0x7461636f, /* OCFS2 */
};

bool place_is_network(guint32 f_type)
{
    for (size_t i = 0; i < G_N_ELEMENTS(network_file_systems); i++)
        if (network_file_systems[i] == f_type)
            return true;
    return false;
}

static char *folder_resolve(const char *path, StoreMode mode, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (mode == STORE_CREATE && g_mkdir_with_parents(folder, 0700) != 0) {
        fail(error, BELRONDE_ERROR_STORE, _("The folder %s cannot be made: %s."), folder, g_strerror(errno));
        return NULL;
    }
    char *real = realpath(folder, NULL);
    if (real == NULL) {
        fail(error, BELRONDE_ERROR_MISSING, _("There is no database %s: %s."), path, g_strerror(errno));
        return NULL;
    }
    struct statfs system;
    if (statfs(real, &system) == 0 && place_is_network((guint32)system.f_type)) {
        free(real);
        fail(error, BELRONDE_ERROR_STORE,
             _("%s lies on a network file system, where two desks could damage it: keep it on a local disk."), path);
        return NULL;
    }
    return real;
}

bool place_sync_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = fd >= 0 && fsync(fd) == 0;
    if (!done)
        fail(error, BELRONDE_ERROR_STORE, _("The folder %s cannot be flushed to disk: %s."), folder, g_strerror(errno));
    if (fd >= 0)
        close(fd);
    return done;
}

/* Made by us, since SQLite would make it readable for everybody.  Two desks that start together both end up
 * with the same empty file. */
static bool file_create(const char *path, GError **error)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno == EEXIST ||
               fail(error, BELRONDE_ERROR_STORE, _("The database %s cannot be made: %s."), path, g_strerror(errno));
    close(fd);
    return place_sync_folder(path, error);
}

static bool file_check(const char *path, GError **error)
{
    struct stat is;
    if (lstat(path, &is) != 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("There is no database %s: %s."), path, g_strerror(errno));
    if (S_ISLNK(is.st_mode))
        return fail(error, BELRONDE_ERROR_STORE, _("%s is a link: name the database itself."), path);
    if (!S_ISREG(is.st_mode))
        return fail(error, BELRONDE_ERROR_STORE, _("%s is not a file that can hold a database."), path);
    if (is.st_nlink > 1)
        return fail(error, BELRONDE_ERROR_STORE,
                    _("%s is known under a second name (hard link), under which its locks would not count: remove "
                      "that name."),
                    path);
    return true;
}

char *place_resolve(const char *path, StoreMode mode, GError **error)
{
    char *folder = folder_resolve(path, mode, error);
    if (folder == NULL)
        return NULL;
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *full = g_build_filename(folder, name, NULL);
    free(folder);
    struct stat is;
    bool missing = lstat(full, &is) != 0 && errno == ENOENT;
    if (missing && mode == STORE_CREATE && !file_create(full, error))
        return NULL;
    return file_check(full, error) ? g_steal_pointer(&full) : NULL;
}

int place_open_side_file(const char *path, const char *suffix, bool create, GError **error)
{
    g_autofree char *name = g_strconcat(path, suffix, NULL);
    struct stat database;
    mode_t rights = stat(path, &database) == 0 ? database.st_mode & 0660 : 0600;
    int fd = create ? open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600) : -1;
    if (fd >= 0 && fchmod(fd, rights) == 0) /* a shared database stays shared whatever the umask */
        return fd;
    if (fd >= 0)
        close(fd);
    fd = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        fail(error, BELRONDE_ERROR_STORE, _("The file %s beside the database cannot be opened: %s."), name,
             g_strerror(errno));
    return fd;
}
