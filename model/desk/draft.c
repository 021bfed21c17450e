/* Drafts are one small key file, rewritten whole at every key and renamed into place: a killed desk leaves the
 * old or the new text, never half of one.  There is no fsync: a power cut may cost the last keys, a crash none. */
#include "desk/draft.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/event.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define FIELD_PREFIX "field."

/* The agent's file while it is read and written; the lock keeps two desks of one agent apart. */
typedef struct {
    char *path;
    int lock;
    GKeyFile *keys;
} DraftFile;

void draft_free(Draft *draft)
{
    if (draft == NULL)
        return;
    g_free(draft->op);
    g_free(draft->outcome);
    g_free(draft->note);
    g_free(draft->personal);
    g_clear_pointer(&draft->fields, g_hash_table_unref);
    g_free(draft);
}

/* Drafts of a trial database must not turn up in the real one: its path is part of the name. */
static char *draft_path(const Desk *desk, GError **error)
{
    g_autofree char *home = path_state_home(error);
    if (home == NULL)
        return NULL;
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, store_path(desk->store), -1);
    g_autofree char *agent = g_strcanon(g_strdup(desk->agent), G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_", '_');
    return g_strdup_printf("%s/drafts-%s-%.8s", home, agent, digest);
}

static void draft_file_close(DraftFile *file)
{
    g_clear_pointer(&file->keys, g_key_file_unref);
    if (file->lock >= 0)
        close(file->lock);
    g_free(file->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DraftFile, draft_file_close)

/* A file that cannot be read is kept aside, never overwritten. */
static void draft_file_load(DraftFile *file)
{
    g_autoptr(GError) reason = NULL;
    file->keys = g_key_file_new();
    if (g_key_file_load_from_file(file->keys, file->path, G_KEY_FILE_NONE, &reason) ||
        g_error_matches(reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return;
    g_autofree char *aside = g_strconcat(file->path, ".unreadable", NULL);
    g_rename(file->path, aside);
}

static bool draft_file_open(const Desk *desk, DraftFile *file, GError **error)
{
    file->path = draft_path(desk, error);
    if (file->path == NULL)
        return false;
    g_autofree char *lock = g_strconcat(file->path, ".lock", NULL);
    file->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file->lock < 0 || flock(file->lock, LOCK_EX) != 0)
        return fail(error, BELRONDE_ERROR_STORE, _("The draft cannot be kept in %s: %s. Write the note down."),
                    file->path, g_strerror(errno));
    draft_file_load(file);
    return true;
}

static bool write_all(int fd, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, data, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data += written;
        length -= (size_t)written;
    }
    return true;
}

static bool file_replace(const char *path, const char *data, size_t length)
{
    g_autofree char *fresh = g_strconcat(path, ".new", NULL);
    int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return false;
    bool good = write_all(fd, data, length);
    good = close(fd) == 0 && good;
    return good && rename(fresh, path) == 0;
}

static bool draft_file_save(DraftFile *file, GError **error)
{
    size_t length = 0;
    g_autofree char *data = g_key_file_to_data(file->keys, &length, NULL);
    bool good = length == 0 ? g_unlink(file->path) == 0 || errno == ENOENT : file_replace(file->path, data, length);
    return good || fail(error, BELRONDE_ERROR_STORE, _("The draft cannot be kept in %s: %s. Write the note down."),
                        file->path, g_strerror(errno));
}

static void group_name(gint64 customer_id, char name[32])
{
    g_snprintf(name, 32, "%" G_GINT64_FORMAT, customer_id);
}

static void group_fill(GKeyFile *keys, const char *group, const Draft *draft)
{
    Now now = clock_now();
    g_key_file_remove_group(keys, group, NULL);
    g_key_file_set_string(keys, group, "op", draft->op != NULL ? draft->op : "");
    g_key_file_set_string(keys, group, "outcome", draft->outcome != NULL ? draft->outcome : "");
    g_key_file_set_string(keys, group, "note", draft->note != NULL ? draft->note : "");
    g_key_file_set_string(keys, group, "personal", draft->personal != NULL ? draft->personal : "");
    g_key_file_set_int64(keys, group, "call-started", draft->call_started);
    g_key_file_set_integer(keys, group, "saved-day", now.day.number);
    g_key_file_set_integer(keys, group, "saved-minute", now.minute);
    GHashTableIter iter;
    gpointer name, typed;
    if (draft->fields == NULL)
        return;
    g_hash_table_iter_init(&iter, draft->fields);
    while (g_hash_table_iter_next(&iter, &name, &typed)) {
        g_autofree char *key = g_strconcat(FIELD_PREFIX, (const char *)name, NULL);
        g_key_file_set_string(keys, group, key, typed);
    }
}

bool draft_save(Desk *desk, const Draft *draft, GError **error)
{
    char group[32];
    g_auto(DraftFile) file = {.lock = -1};
    if (!draft_file_open(desk, &file, error))
        return false;
    group_name(draft->customer_id, group);
    group_fill(file.keys, group, draft);
    return draft_file_save(&file, error);
}

static char *group_text(GKeyFile *keys, const char *group, const char *key)
{
    char *text = g_key_file_get_string(keys, group, key, NULL);
    return text != NULL ? text : g_strdup("");
}

static Draft *group_read(GKeyFile *keys, const char *group)
{
    Draft *draft = g_new0(Draft, 1);
    draft->customer_id = g_ascii_strtoll(group, NULL, 10);
    draft->op = group_text(keys, group, "op");
    draft->outcome = group_text(keys, group, "outcome");
    draft->note = group_text(keys, group, "note");
    draft->personal = group_text(keys, group, "personal");
    draft->call_started = g_key_file_get_int64(keys, group, "call-started", NULL);
    draft->saved.day = day_from_number(g_key_file_get_integer(keys, group, "saved-day", NULL));
    draft->saved.minute = g_key_file_get_integer(keys, group, "saved-minute", NULL);
    draft->fields = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_auto(GStrv) names = g_key_file_get_keys(keys, group, NULL, NULL);
    for (char **name = names; name != NULL && *name != NULL; name++)
        if (g_str_has_prefix(*name, FIELD_PREFIX))
            g_hash_table_insert(draft->fields, g_strdup(*name + strlen(FIELD_PREFIX)), group_text(keys, group, *name));
    return draft;
}

Draft *draft_load(Desk *desk, gint64 customer_id)
{
    char group[32];
    g_auto(DraftFile) file = {.lock = -1};
    group_name(customer_id, group);
    if (!draft_file_open(desk, &file, NULL) || !g_key_file_has_group(file.keys, group))
        return NULL;
    return group_read(file.keys, group);
}

void draft_drop(Desk *desk, gint64 customer_id)
{
    char group[32];
    g_auto(DraftFile) file = {.lock = -1};
    group_name(customer_id, group);
    if (draft_file_open(desk, &file, NULL) && g_key_file_remove_group(file.keys, group, NULL))
        draft_file_save(&file, NULL);
}

/* Logged, although the desk died before it could drop the draft?  When the database cannot say, it is kept. */
static bool draft_is_logged(Desk *desk, GKeyFile *keys, const char *group)
{
    gint64 event_id = 0;
    g_autofree char *op = group_text(keys, group, "op");
    return *op != '\0' && event_find_op(desk, op, &event_id, NULL) && event_id != 0;
}

GArray *drafts_sweep(Desk *desk)
{
    GArray *left = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_auto(DraftFile) file = {.lock = -1};
    if (!draft_file_open(desk, &file, NULL))
        return left;
    bool dropped = false;
    g_auto(GStrv) groups = g_key_file_get_groups(file.keys, NULL);
    for (char **group = groups; *group != NULL; group++) {
        gint64 customer_id = g_ascii_strtoll(*group, NULL, 10);
        if (draft_is_logged(desk, file.keys, *group))
            dropped |= g_key_file_remove_group(file.keys, *group, NULL);
        else
            g_array_append_val(left, customer_id);
    }
    if (dropped)
        draft_file_save(&file, NULL);
    return left;
}
