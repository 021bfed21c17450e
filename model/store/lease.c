/* Layout of PATH-lease: one record of 64 bytes per customer, at customer_id * 64; the one at 0 is for work that one
 * desk does for all.
 *
 *   byte 0       carries the lock (F_OFD_SETLK, exclusive); its content means nothing
 *   bytes 1..63  the holder's name, UTF-8, NUL-padded: for display only, and stale once the lock is gone
 *
 * The lock belongs to the open file of one Store.  The kernel drops it when that is closed, by the desk or by
 * its death, so that there is no time-out and no clock to be wrong.  A desk does not see its own leases as
 * taken, and taking one twice is harmless.  The file is sparse. */
#include "store/lease.h"

#include "base/i18n.h"
#include "store/place.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define RECORD 64

struct Lease {
    char *path;
    int fd; /* -1 until the first use, or until there is such a file to ask */
};

Lease *lease_new(const char *path)
{
    Lease *lease = g_new0(Lease, 1);
    lease->path = g_strdup(path);
    lease->fd = -1;
    return lease;
}

void lease_free(Lease *lease)
{
    if (lease == NULL)
        return;
    if (lease->fd >= 0)
        close(lease->fd);
    g_free(lease->path);
    g_free(lease);
}

static struct flock lock_of(gint64 customer_id, short type)
{
    return (struct flock){.l_type = type, .l_whence = SEEK_SET, .l_start = customer_id * RECORD, .l_len = 1};
}

static void name_write(int fd, gint64 customer_id, const char *given)
{
    char name[RECORD - 1] = {0};
    g_autofree char *holder = g_utf8_make_valid(given, -1);
    const char *end = holder;
    /* Whole characters only, and a NUL at the end. */
    for (const char *next = holder; *next != '\0' && g_utf8_next_char(next) - holder < RECORD - 1;)
        end = next = g_utf8_next_char(next);
    memcpy(name, holder, (size_t)(end - holder));
    if (pwrite(fd, name, sizeof name, customer_id * RECORD + 1) < 0)
        g_debug("the name on a lease could not be written: %s", g_strerror(errno));
}

static char *name_read(int fd, gint64 customer_id)
{
    char name[RECORD] = {0};
    if (pread(fd, name, RECORD - 1, customer_id * RECORD + 1) < 0 || name[0] == '\0')
        return g_strdup(_("another desk"));
    return g_utf8_make_valid(name, -1);
}

bool lease_take(Lease *lease, gint64 customer_id, const char *holder, char **colleague, GError **error)
{
    g_assert(customer_id >= 0 && holder != NULL);
    if (lease->fd < 0 && (lease->fd = place_open_side_file(lease->path, "-lease", true, error)) < 0)
        return false;
    struct flock lock = lock_of(customer_id, F_WRLCK);
    if (fcntl(lease->fd, F_OFD_SETLK, &lock) == 0) {
        name_write(lease->fd, customer_id, holder);
        return true;
    }
    if (errno != EAGAIN && errno != EACCES)
        return fail(error, BELRONDE_ERROR_STORE, _("The customer cannot be reserved for this desk: %s."),
                    g_strerror(errno));
    g_autofree char *name = name_read(lease->fd, customer_id);
    fail(error, BELRONDE_ERROR_BUSY, _("The customer is open at another desk: %s."), name);
    if (colleague != NULL)
        *colleague = g_steal_pointer(&name);
    return false;
}

void lease_drop(Lease *lease, gint64 customer_id)
{
    struct flock lock = lock_of(customer_id, F_UNLCK);
    if (lease->fd >= 0)
        fcntl(lease->fd, F_OFD_SETLK, &lock);
}

char *lease_holder(Lease *lease, gint64 customer_id)
{
    struct flock lock = lock_of(customer_id, F_WRLCK);
    if (lease->fd < 0)
        lease->fd = place_open_side_file(lease->path, "-lease", false, NULL);
    if (lease->fd < 0 || fcntl(lease->fd, F_OFD_GETLK, &lock) != 0 || lock.l_type == F_UNLCK)
        return NULL;
    return name_read(lease->fd, customer_id);
}
