#include "store/turnstile.h"

#include "base/i18n.h"
#include "store/place.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

struct Turnstile {
    int fd;
    bool inside;
};

Turnstile *turnstile_open(const char *path, GError **error)
{
    int fd = place_open_side_file(path, "-gate", true, error);
    if (fd < 0)
        return NULL;
    Turnstile *turnstile = g_new0(Turnstile, 1);
    turnstile->fd = fd;
    return turnstile;
}

void turnstile_close(Turnstile *turnstile)
{
    if (turnstile == NULL)
        return;
    close(turnstile->fd);
    g_free(turnstile);
}

static void wake(int signal_number)
{
    (void)signal_number;
}

/* A blocking flock queues in the kernel and wakes at once, but knows no time limit.  A timer of our own that
 * interrupts it every few milliseconds is the limit; it fires again, so that a signal which comes just before
 * the call starts to wait does no harm. */
typedef struct {
    timer_t timer;
    struct sigaction old_action;
    sigset_t old_mask;
} Alarm;

#define ALARM_SIGNAL   (SIGRTMAX - 3)
#define ALARM_EVERY_MS 20

static bool alarm_start(Alarm *alarm)
{
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = ALARM_SIGNAL};
    event._sigev_un._tid = gettid();
    if (timer_create(CLOCK_MONOTONIC, &event, &alarm->timer) != 0)
        return false;
    struct sigaction action = {.sa_handler = wake};
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, ALARM_SIGNAL);
    sigaction(ALARM_SIGNAL, &action, &alarm->old_action);
    pthread_sigmask(SIG_UNBLOCK, &ours, &alarm->old_mask);
    struct timespec every = {.tv_nsec = ALARM_EVERY_MS * 1000000L};
    timer_settime(alarm->timer, 0, &(struct itimerspec){.it_interval = every, .it_value = every}, NULL);
    return true;
}

static void alarm_stop(Alarm *alarm)
{
    timer_delete(alarm->timer);
    /* One may still be on its way: it must meet our handler, not the default action, which ends the program. */
    sigset_t pending, ours;
    sigemptyset(&ours);
    sigaddset(&ours, ALARM_SIGNAL);
    pthread_sigmask(SIG_BLOCK, &ours, NULL);
    if (sigpending(&pending) == 0 && sigismember(&pending, ALARM_SIGNAL))
        sigtimedwait(&ours, NULL, &(struct timespec){0});
    sigaction(ALARM_SIGNAL, &alarm->old_action, NULL);
    pthread_sigmask(SIG_SETMASK, &alarm->old_mask, NULL);
}

/* Who waits holds this byte shared, so that whoever is inside can see that somebody does.  A lock of the open file:
 * gone with the desk, like the other. */
enum { WAITING_BYTE = 4096 };

static int waiting_lock(int fd, int command, short type)
{
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = WAITING_BYTE, .l_len = 1};
    return fcntl(fd, command, &lock) == 0 ? lock.l_type : F_UNLCK;
}

bool turnstile_is_awaited(const Turnstile *turnstile)
{
    return waiting_lock(turnstile->fd, F_OFD_GETLK, F_WRLCK) != F_UNLCK;
}

static bool lock_waiting(int fd, int wait_ms);

static bool lock_within(int fd, int wait_ms)
{
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        return true;
    int reason = errno;
    (void)waiting_lock(fd, F_OFD_SETLK, F_RDLCK);
    errno = reason;
    bool locked = lock_waiting(fd, wait_ms);
    reason = errno;
    (void)waiting_lock(fd, F_OFD_SETLK, F_UNLCK);
    errno = reason;
    return locked;
}

static bool lock_waiting(int fd, int wait_ms)
{
    Alarm alarm;
    if (errno != EWOULDBLOCK || wait_ms <= 0 || !alarm_start(&alarm))
        return false;
    gint64 until = g_get_monotonic_time() + (gint64)wait_ms * 1000;
    int result;
    do
        result = flock(fd, LOCK_EX);
    while (result != 0 && errno == EINTR && g_get_monotonic_time() < until);
    int reason = errno;
    alarm_stop(&alarm);
    errno = reason;
    return result == 0;
}

/* "1234 jan": who is inside; only ever shown. */
static void sign(int fd)
{
    char line[64] = {0};
    snprintf(line, sizeof line, "%d %.40s\n", (int)getpid(), g_get_user_name());
    if (pwrite(fd, line, sizeof line, 0) < 0)
        g_debug("the turnstile could not be signed: %s", g_strerror(errno));
}

static bool fail_busy(int fd, int wait_ms, GError **error)
{
    char line[64] = {0};
    ssize_t length = pread(fd, line, sizeof line - 1, 0);
    char *name = NULL;
    long pid = length > 0 ? strtol(line, &name, 10) : 0;
    if (pid <= 0 || (kill((pid_t)pid, 0) != 0 && errno == ESRCH))
        return fail(error, BELRONDE_ERROR_BUSY,
                    _("Another desk has been saving for more than %d seconds: nothing was saved, try again."),
                    wait_ms / 1000);
    return fail(error, BELRONDE_ERROR_BUSY,
                _("%s (process %ld) has been saving for more than %d seconds: nothing was saved, try again."),
                g_strstrip(name), pid, wait_ms / 1000);
}

bool turnstile_enter(Turnstile *turnstile, int wait_ms, GError **error)
{
    g_assert(!turnstile->inside);
    if (!lock_within(turnstile->fd, wait_ms))
        return errno == EWOULDBLOCK || errno == EINTR
                   ? fail_busy(turnstile->fd, wait_ms, error)
                   : fail(error, BELRONDE_ERROR_STORE, _("The queue of desks that save cannot be joined: %s."),
                          g_strerror(errno));
    turnstile->inside = true;
    sign(turnstile->fd);
    return true;
}

void turnstile_leave(Turnstile *turnstile)
{
    if (turnstile == NULL || !turnstile->inside)
        return;
    turnstile->inside = false;
    flock(turnstile->fd, LOCK_UN);
}
