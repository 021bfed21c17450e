/* The watched folders: what is new in them. */
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/inbox_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { YOUNG_SECONDS = 2, BLOCK = 64 * 1024 };

Inbox *inbox_new(void)
{
    Inbox *inbox = g_new0(Inbox, 1);
    inbox->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, inbox_seen_free);
    inbox->files = g_ptr_array_new();
    inbox->known = g_ptr_array_new();
    return inbox;
}

void inbox_free(Inbox *inbox)
{
    if (inbox == NULL)
        return;
    g_hash_table_unref(inbox->seen);
    g_ptr_array_unref(inbox->files);
    g_ptr_array_unref(inbox->known);
    g_free(inbox->trouble);
    g_free(inbox);
}

/* --- Folders ---------------------------------------------------------------------------------------------- */

char **inbox_folders(const Settings *settings)
{
    g_auto(GStrv) words = g_strsplit(settings_text(settings, "import", "watch"), ":", -1);
    GPtrArray *folders = g_ptr_array_new();
    for (char **word = words; *word != NULL; word++) {
        const char *name = g_strstrip(*word);
        if (*name != '\0')
            g_ptr_array_add(folders, path_expanded(name));
    }
    g_ptr_array_add(folders, NULL);
    return (char **)g_ptr_array_free(folders, FALSE);
}

/* --- What bytes a file holds ------------------------------------------------------------------------------ */

static bool same_time(const InboxSeen *seen, const struct stat *status)
{
    return seen->size == status->st_size && seen->seconds == status->st_mtim.tv_sec &&
           seen->nanoseconds == status->st_mtim.tv_nsec;
}

/* A file dated in the future (a clock that runs ahead on the other side) must not wait for ever. */
static bool is_young(const struct stat *status)
{
    gint64 age = clock_now().utc - status->st_mtim.tv_sec;
    return age >= 0 && age < YOUNG_SECONDS;
}

static InboxSeen *seen_of(Inbox *inbox, const char *path, const struct stat *status)
{
    InboxSeen *seen = g_hash_table_lookup(inbox->seen, path);
    if (seen != NULL && same_time(seen, status))
        return seen;
    seen = g_new0(InboxSeen, 1);
    *seen =
        (InboxSeen){.size = status->st_size, .seconds = status->st_mtim.tv_sec, .nanoseconds = status->st_mtim.tv_nsec};
    g_hash_table_replace(inbox->seen, g_strdup(path), seen);
    return seen;
}

/* Reads on where the look before stopped; `left` is what may still be read now. */
static bool digest_go_on(InboxSeen *seen, int fd, gint64 *left)
{
    guint8 block[BLOCK];
    ssize_t got = 1;
    if (seen->sum == NULL)
        seen->sum = g_checksum_new(G_CHECKSUM_SHA256);
    while (*left > 0 && (got = pread(fd, block, sizeof block, seen->read)) > 0) {
        g_checksum_update(seen->sum, block, got);
        seen->read += got;
        *left -= got;
    }
    struct stat status;
    return got == 0 && fstat(fd, &status) == 0 && same_time(seen, &status) && seen->read == seen->size;
}

/* True when the digest is known; false: later, or the file changes while it is read. */
static bool digest_take(Inbox *inbox, InboxSeen *seen, const char *path, gint64 *left)
{
    if (seen->digest != NULL)
        return true;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool whole = digest_go_on(seen, fd, left);
    close(fd);
    if (!whole)
        return false;
    seen->digest = g_strdup(g_checksum_get_string(seen->sum));
    g_clear_pointer(&seen->sum, g_checksum_free);
    inbox->changed = true;
    return true;
}

/* --- Known or new ----------------------------------------------------------------------------------------- */

static bool in_books(Store *store, const char *digest, bool *complete, GError **error)
{
    gint64 count = 0;
    bool asked = store_value(store, "SELECT count(*) AS n FROM import WHERE sha256 = :sha256 AND complete = 1",
                             BINDS(TEXT("sha256", digest)), 0, &count, error);
    *complete = count > 0;
    return asked;
}

/* By its first bytes; again when there are other profiles. */
static void recognise(InboxSeen *seen, const char *path, const Ledger *ledger, const ImportOptions *import)
{
    g_autoptr(GError) trouble = NULL;
    if (seen->file != NULL && (seen->file->reason == NULL || seen->profiles == ledger->profiles))
        return;
    g_clear_pointer(&seen->file, inbox_file_free);
    seen->file = inbox_file_new(path, seen->size);
    seen->profiles = ledger->profiles;
    seen->file->peek.format = import_recognise(path, import, &trouble);
    if (seen->file->peek.format != NULL)
        return;
    seen->file->reason = g_strdup(trouble->message);
    seen->file->list = import_is_list(path);
}

static void refusal_show(InboxSeen *seen)
{
    if (seen->refused == NULL || seen->file->list)
        return;
    g_free(seen->file->reason);
    seen->file->reason = g_strdup(seen->refused);
}

typedef struct {
    Inbox *inbox;
    const Ledger *ledger;
    ImportOptions import;
    gint64 left; /* bytes that may still be read */
} Looking;

static bool file_look(Looking *looking, const char *path, GError **error)
{
    Inbox *inbox = looking->inbox;
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return true;
    InboxSeen *seen = seen_of(inbox, path, &status);
    bool readable = access(path, R_OK) == 0;
    seen->there = true;
    if (is_young(&status) || (readable && !digest_take(inbox, seen, path, &looking->left))) {
        inbox->waiting++;
        return true;
    }
    if (readable && !seen->complete && !in_books(looking->ledger->store, seen->digest, &seen->complete, error))
        return false;
    recognise(seen, path, looking->ledger, &looking->import);
    refusal_show(seen);
    g_ptr_array_add(seen->complete ? inbox->known : inbox->files, seen->file);
    return true;
}

static bool folder_look(Looking *looking, const char *folder, GError **error)
{
    g_autoptr(GError) trouble = NULL;
    g_autoptr(GPtrArray) names = inbox_names(folder, &trouble);
    if (names == NULL && looking->inbox->trouble == NULL)
        looking->inbox->trouble = g_strdup(trouble->message);
    for (guint i = 0; names != NULL && i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
        if (!file_look(looking, path, error))
            return false;
    }
    return true;
}

static gboolean is_gone(gpointer path, gpointer data, gpointer inbox)
{
    InboxSeen *seen = data;
    bool gone = !seen->there;
    (void)path;
    seen->there = false;
    ((Inbox *)inbox)->changed |= gone;
    return gone;
}

bool inbox_look(Inbox *inbox, const Ledger *ledger, gint64 bytes, GError **error)
{
    const BookingOptions options = {0};
    Looking looking = {.inbox = inbox,
                       .ledger = ledger,
                       .import = ledger_import_options(ledger, &options),
                       .left = bytes > 0 ? bytes : G_MAXINT64};
    g_auto(GStrv) folders = inbox_folders(ledger->settings);
    inbox_remembered_load(inbox);
    g_ptr_array_set_size(inbox->files, 0);
    g_ptr_array_set_size(inbox->known, 0);
    g_clear_pointer(&inbox->trouble, g_free);
    inbox->waiting = 0;
    for (char **folder = folders; *folder != NULL; folder++)
        if (!folder_look(&looking, *folder, error))
            return false;
    g_hash_table_foreach_remove(inbox->seen, is_gone, inbox);
    inbox_remembered_save(inbox);
    return true;
}

/* --- Answers ------------------------------------------------------------------------------------------------ */

const GPtrArray *inbox_files(const Inbox *inbox)
{
    return inbox->files;
}

const GPtrArray *inbox_known(const Inbox *inbox)
{
    return inbox->known;
}

int inbox_count(const Inbox *inbox)
{
    int count = 0;
    for (guint i = 0; i < inbox->files->len; i++) {
        const InboxFile *file = g_ptr_array_index(inbox->files, i);
        count += file->reason == NULL || file->list;
    }
    return count;
}

int inbox_waiting(const Inbox *inbox)
{
    return inbox->waiting;
}

const char *inbox_trouble(const Inbox *inbox)
{
    return inbox->trouble;
}

void inbox_refuse(Inbox *inbox, const char *path, const char *reason)
{
    InboxSeen *seen = g_hash_table_lookup(inbox->seen, path);
    if (seen == NULL)
        return;
    g_free(seen->refused);
    seen->refused = g_strdup(reason);
    inbox->changed = true;
    inbox_remembered_save(inbox);
}

/* --- Putting away ------------------------------------------------------------------------------------------- */

/* "statement.xml", "statement (2).xml", … : the first name that is free.  renameat2 never writes over a file. */
static bool move_into(const char *path, const char *folder, GError **error)
{
    g_autofree char *name = g_path_get_basename(path);
    const char *dot = strrchr(name, '.');
    int stem = dot == NULL || dot == name ? (int)strlen(name) : (int)(dot - name);
    int reason = EEXIST;
    for (int copy = 1; copy < 10000 && reason == EEXIST; copy++) {
        g_autofree char *number = copy == 1 ? g_strdup("") : g_strdup_printf(" (%d)", copy);
        g_autofree char *other = g_strdup_printf("%.*s%s%s", stem, name, number, name + stem);
        g_autofree char *target = g_build_filename(folder, other, NULL);
        if (renameat2(AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
            return true;
        reason = errno;
        if (reason == EINVAL || reason == ENOSYS) /* a file system without it: a second name, then the first goes */
            reason = link(path, target) != 0 ? errno : unlink(path) == 0 ? 0 : errno;
        if (reason == 0)
            return true;
    }
    return fail(error, BELRONDE_ERROR_MISSING, _("%s is imported and could not be moved to %s: %s."), path, folder,
                g_strerror(reason));
}

bool inbox_put_away(const Inbox *inbox, const Ledger *ledger, const char *path, GError **error)
{
    const InboxSeen *seen = g_hash_table_lookup(inbox->seen, path);
    bool complete = false;
    if (strcmp(settings_text(ledger->settings, "import", "after"), "move") != 0 || seen == NULL || seen->digest == NULL)
        return true;
    if (!in_books(ledger->store, seen->digest, &complete, error))
        return false;
    if (!complete)
        return true;
    g_autofree char *place = g_path_get_dirname(path), *folder = g_build_filename(place, "imported", NULL);
    if (g_mkdir_with_parents(folder, 0700) != 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("the folder %s cannot be made: %s"), folder, g_strerror(errno));
    return move_into(path, folder, error);
}
