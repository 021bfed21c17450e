/* Nothing is unpacked under a name that the archive chose, and never more than was checked: the bytes go into a
 * file that is deleted while it is open, which a link in a folder of ours lends the member's name for messages. */
#include "ledger/import/zip_archive.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

/* A year of daily statements of twenty accounts is 7 000 files.  Deflate reaches 1 000 to 1, bank files and audit
 * files 10 to 60. */
enum { MEMBERS_MOST = 10000, DIRECTORY_MOST = 8 * 1024 * 1024, RATIO_MOST = 250, SMALL = 8 * 1024 * 1024 };
enum { BLOCK = 64 * 1024, NAME_MOST = 200, LOCAL_HEADER = 30 };
#define MEMBER_MOST ((guint64)1024 * 1024 * 1024)

struct ZipArchive {
    char *path;
    zip_t *zip;
    GPtrArray *members; /* ZipMember */
    gint64 bytes, file_size;
    char *folder, *link; /* of ours; the link leads to the descriptor */
    int fd;
};

static bool broken(const char *path, const char *why, GError **error)
{
    g_autofree char *base = g_path_get_basename(path), *name = text_clean(base);
    return fail(error, BELRONDE_ERROR_INPUT, why, name);
}

/* ---- the directory at its end ---- */

enum { END_RECORD = 22, COMMENT_MOST = 65535 };

static guint32 number_at(const guint8 *bytes, size_t count)
{
    guint32 number = 0;
    for (size_t i = count; i-- > 0;)
        number = number << 8 | bytes[i];
    return number;
}

/* Before the library makes room for as many members as the file claims to have. */
static bool claims_absurd(const guint8 *tail, size_t length)
{
    for (size_t at = 0; at + END_RECORD <= length; at++) {
        if (memcmp(tail + at, "PK\5\6", 4) != 0)
            continue;
        if (number_at(tail + at + 10, 2) > MEMBERS_MOST || number_at(tail + at + 12, 4) > DIRECTORY_MOST)
            return true;
    }
    return false;
}

static bool directory_check(ZipArchive *archive, GError **error)
{
    int fd = open(archive->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    if (fd < 0 || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (fd >= 0)
            close(fd);
        return broken(archive->path, _("%s cannot be opened"), error);
    }
    g_autofree guint8 *tail = g_malloc(END_RECORD + COMMENT_MOST);
    off_t from = MAX(status.st_size - END_RECORD - COMMENT_MOST, 0);
    ssize_t got = pread(fd, tail, END_RECORD + COMMENT_MOST, from);
    close(fd);
    archive->file_size = status.st_size;
    return !claims_absurd(tail, got > 0 ? (size_t)got : 0) ||
           broken(archive->path, _("%s holds more files than any bank sends at once; unpack it and import the folder."),
                  error);
}

/* ---- members ---- */

static void member_free(gpointer data)
{
    ZipMember *member = data;
    g_free(member->raw);
    g_free(member->name);
    g_free(member);
}

static int member_compare(gconstpointer a, gconstpointer b)
{
    const ZipMember *one = *(const ZipMember *const *)a, *other = *(const ZipMember *const *)b;
    int order = strcmp(one->raw, other->raw);
    return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

static bool member_add(ZipArchive *archive, zip_uint64_t index)
{
    zip_stat_t found;
    if (zip_stat_index(archive->zip, index, 0, &found) != 0 || (found.valid & ZIP_STAT_NAME) == 0)
        return false;
    ZipMember *member = g_new0(ZipMember, 1);
    *member = (ZipMember){.index = index,
                          .raw = g_strdup(found.name),
                          .name = text_clean(found.name),
                          .size = (found.valid & ZIP_STAT_SIZE) != 0 ? found.size : 0,
                          .packed = (found.valid & ZIP_STAT_COMP_SIZE) != 0 ? found.comp_size : 0,
                          .folder = g_str_has_suffix(found.name, "/"),
                          .locked = found.encryption_method != ZIP_EM_NONE};
    g_ptr_array_add(archive->members, member);
    return true;
}

/* Members that share their bytes are how a small file unpacks to petabytes. */
static bool members_read(ZipArchive *archive, GError **error)
{
    zip_int64_t count = zip_get_num_entries(archive->zip, 0);
    guint64 packed = 0;
    bool whole = true;
    if (count > MEMBERS_MOST)
        return broken(archive->path,
                      _("%s holds more files than any bank sends at once; unpack it and import the "
                        "folder."),
                      error);
    for (zip_int64_t i = 0; whole && i < count; i++)
        whole = member_add(archive, (zip_uint64_t)i);
    if (!whole)
        return broken(archive->path, _("%s is no whole ZIP archive: download it again."), error);
    for (guint i = 0; i < archive->members->len; i++) {
        const ZipMember *member = g_ptr_array_index(archive->members, i);
        packed += LOCAL_HEADER + MIN(member->packed, (guint64)archive->file_size + 1);
        archive->bytes += (gint64)MIN(member->size, MEMBER_MOST);
    }
    g_ptr_array_sort(archive->members, member_compare);
    return packed <= (guint64)archive->file_size ||
           broken(archive->path, _("%s was made to do harm or is damaged, its parts overlap: ask for it again."),
                  error);
}

ZipArchive *zip_archive_open(const char *path, GError **error)
{
    g_autoptr(ZipArchive) archive = g_new0(ZipArchive, 1);
    archive->path = g_strdup(path);
    archive->members = g_ptr_array_new_with_free_func(member_free);
    archive->fd = -1;
    int fault = 0;
    if (!directory_check(archive, error))
        return NULL;
    archive->zip = zip_open(path, ZIP_RDONLY, &fault);
    if (archive->zip == NULL) {
        broken(path, _("%s is no whole ZIP archive: download it again."), error);
        return NULL;
    }
    return members_read(archive, error) ? g_steal_pointer(&archive) : NULL;
}

static void unpacked_drop(ZipArchive *archive)
{
    if (archive->link != NULL)
        g_unlink(archive->link);
    g_clear_pointer(&archive->link, g_free);
    if (archive->fd >= 0)
        close(archive->fd);
    archive->fd = -1;
}

void zip_archive_close(ZipArchive *archive)
{
    if (archive == NULL)
        return;
    unpacked_drop(archive);
    if (archive->folder != NULL)
        g_rmdir(archive->folder);
    if (archive->zip != NULL)
        zip_discard(archive->zip);
    g_ptr_array_unref(archive->members);
    g_free(archive->folder);
    g_free(archive->path);
    g_free(archive);
}

const GPtrArray *zip_archive_members(const ZipArchive *archive)
{
    return archive->members;
}

gint64 zip_archive_bytes(const ZipArchive *archive)
{
    return archive->bytes;
}

bool zip_archive_is_office(const ZipArchive *archive)
{
    static const char *const marks[] = {"[Content_Types].xml", "META-INF/manifest.xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (zip_name_locate(archive->zip, marks[i], 0) >= 0)
            return true;
    return false;
}

/* ---- what is not unpacked ---- */

static bool name_leads_out(const char *name)
{
    if (name[0] == '/' || name[0] == '\\')
        return true;
    g_auto(GStrv) parts = g_strsplit_set(name, "/\\", -1);
    return g_strv_contains((const char *const *)parts, "..");
}

const char *zip_member_refused(const ZipMember *member)
{
    if (name_leads_out(member->raw))
        return _("its name leads out of the archive, which no honest program writes: it was not read");
    if (member->folder)
        return _("it is an empty folder");
    if (member->locked)
        return _("it is locked with a password: unpack it with the password and import what comes out");
    if (member->size > MEMBER_MOST)
        return _("it is larger than any file of a bank or a ledger: unpack it and look at it first");
    if (member->size > SMALL && member->size / RATIO_MOST > member->packed)
        return _("it would grow far beyond what honest files do (a ZIP bomb): it was not read");
    return NULL;
}

/* ---- unpacking ---- */

static int unnamed_file(void)
{
    int fd = open(g_get_tmp_dir(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        return fd;
    g_autofree char *name = NULL;
    fd = g_file_open_tmp("belronde-zip-XXXXXX", &name, NULL); /* where the file system knows no files without a name */
    if (fd >= 0)
        g_unlink(name);
    return fd;
}

static bool block_write(int fd, const guint8 *block, size_t length, GError **error)
{
    while (length > 0) {
        ssize_t written = write(fd, block, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return fail(error, BELRONDE_ERROR_STORE, _("There is no room to unpack the archive in %s: %s"),
                        g_get_tmp_dir(), g_strerror(errno));
        block += written;
        length -= (size_t)written;
    }
    return true;
}

/* The stated size is a claim: not a byte more is taken. */
static bool bytes_unpack(const ZipMember *member, zip_file_t *from, int to, GError **error)
{
    g_autofree guint8 *block = g_malloc(BLOCK);
    guint64 total = 0;
    zip_int64_t got;
    while ((got = zip_fread(from, block, BLOCK)) > 0) {
        total += (guint64)got;
        if (total > member->size)
            break;
        if (!block_write(to, block, (size_t)got, error))
            return false;
    }
    return (got == 0 && total == member->size) ||
           fail(error, BELRONDE_ERROR_INPUT, _("it is damaged: download the archive again"));
}

/* The last part of its name, as a name in a folder of ours. */
static char *link_name(const ZipMember *member)
{
    const char *slash = strrchr(member->name, '/'), *back = strrchr(member->name, '\\');
    const char *last = slash == NULL ? member->name : slash + 1;
    last = back != NULL && back + 1 > last ? back + 1 : last;
    g_autofree char *cut = g_strndup(last, NAME_MOST);
    char *name = g_utf8_make_valid(cut, -1);
    if (name[0] != '\0' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
        return name;
    g_free(name);
    return g_strdup("member");
}

static bool link_make(ZipArchive *archive, const ZipMember *member, GError **error)
{
    g_autofree char *target = g_strdup_printf("/proc/self/fd/%d", archive->fd), *name = link_name(member);
    if (archive->folder == NULL)
        archive->folder = g_dir_make_tmp("belronde-zip-XXXXXX", NULL);
    archive->link = archive->folder == NULL ? NULL : g_build_filename(archive->folder, name, NULL);
    return (archive->link != NULL && symlink(target, archive->link) == 0) ||
           fail(error, BELRONDE_ERROR_STORE, _("There is no room to unpack the archive in %s: %s"), g_get_tmp_dir(),
                g_strerror(errno));
}

const char *zip_archive_unpack(ZipArchive *archive, const ZipMember *member, GError **error)
{
    unpacked_drop(archive);
    zip_file_t *from = zip_fopen_index(archive->zip, member->index, 0);
    if (from == NULL) {
        fail(error, BELRONDE_ERROR_INPUT,
             _("it is damaged or packed in a way this program does not know: unpack it and import what comes out"));
        return NULL;
    }
    archive->fd = unnamed_file();
    bool done = archive->fd >= 0
                    ? bytes_unpack(member, from, archive->fd, error)
                    : fail(error, BELRONDE_ERROR_STORE, _("There is no room to unpack the archive in %s: %s"),
                           g_get_tmp_dir(), g_strerror(errno));
    zip_fclose(from);
    return done && link_make(archive, member, error) ? archive->link : NULL;
}
