#include "paper/errand.h"

#include "base/i18n.h"
#include "base/text.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID_MOST = 2000, LOOK_MS = 20, MERCY_MS = 2000, SECOND_US = 1000000 };

typedef struct {
    GPid pid;
    int in, out; /* -1: closed */
    const char *bytes;
    gsize given, length;
    GString *said;
    gint64 until; /* monotonic µs */
    bool terminated, killed;
} Errand;

static void close_one(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* In the child: its complaints go where its output goes, in order. */
static void join_complaints(gpointer data)
{
    (void)data;
    (void)dup2(STDOUT_FILENO, STDERR_FILENO);
}

static void feed(Errand *errand)
{
    while (errand->in >= 0 && errand->given < errand->length) {
        ssize_t written = write(errand->in, errand->bytes + errand->given, errand->length - errand->given);
        if (written < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (written <= 0)
            break; /* it does not want the rest; its exit status tells */
        errand->given += (gsize)written;
    }
    close_one(&errand->in);
}

static void hear(Errand *errand)
{
    char bytes[4096];
    ssize_t got = 0;
    while (errand->out >= 0 && (got = read(errand->out, bytes, sizeof bytes)) > 0)
        if (errand->said->len < SAID_MOST)
            g_string_append_len(errand->said, bytes, got);
    if (got == 0)
        close_one(&errand->out);
}

/* First asked to stop, then made to. */
static void hurry(Errand *errand)
{
    if (g_get_monotonic_time() < errand->until)
        return;
    errand->killed = errand->terminated;
    (void)kill(errand->pid, errand->terminated ? SIGKILL : SIGTERM);
    errand->terminated = true;
    errand->until = g_get_monotonic_time() + (gint64)MERCY_MS * 1000;
}

static int follow(Errand *errand)
{
    int status = 0;
    while (waitpid(errand->pid, &status, WNOHANG) == 0) {
        struct pollfd fds[] = {{.fd = errand->in, .events = POLLOUT}, {.fd = errand->out, .events = POLLIN}};
        (void)poll(fds, G_N_ELEMENTS(fds), LOOK_MS);
        feed(errand);
        hear(errand);
        hurry(errand);
    }
    hear(errand);
    return status;
}

static ErrandEnd end_of(const Errand *errand, int status)
{
    if (errand->terminated || !WIFEXITED(status))
        return ERRAND_UNKNOWN;
    return WEXITSTATUS(status) == 0 ? ERRAND_TAKEN : ERRAND_REFUSED;
}

static char *said_words(const Errand *errand, const char *program, int status)
{
    g_autofree char *printed = text_clean_most(errand->said->str, SAID_MOST);
    if (errand->terminated)
        return g_strdup_printf(_("“%s” took too long and was stopped. %s"), program, printed);
    if (WIFSIGNALED(status))
        return g_strdup_printf(_("“%s” was killed (signal %d). %s"), program, WTERMSIG(status), printed);
    if (WEXITSTATUS(status) != 0)
        return g_strdup_printf(_("“%s” ended with status %d. %s"), program, WEXITSTATUS(status), printed);
    return g_steal_pointer(&printed);
}

static bool start(Errand *errand, const char *const *argv, char **said)
{
    g_autoptr(GError) error = NULL;
    GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD;
    if (g_spawn_async_with_pipes(NULL, (char **)argv, NULL, flags, join_complaints, NULL, &errand->pid, &errand->in,
                                 &errand->out, NULL, &error)) {
        (void)g_unix_set_fd_nonblocking(errand->in, TRUE, NULL);
        (void)g_unix_set_fd_nonblocking(errand->out, TRUE, NULL);
        return true;
    }
    *said = g_strdup_printf(_("“%s” did not start: %s."), argv[0], error->message);
    return false;
}

ErrandEnd errand_run(const char *const *argv, GBytes *input, int seconds, char **said)
{
    Errand errand = {.in = -1, .out = -1, .said = g_string_new(NULL)};
    /* A program that ends early must not take us with it; the child gets its own default back from GLib. */
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    ErrandEnd end = ERRAND_REFUSED;
    errand.bytes = g_bytes_get_data(input, &errand.length);
    errand.until = g_get_monotonic_time() + (gint64)seconds * SECOND_US;
    if (start(&errand, argv, said)) {
        int status = follow(&errand);
        end = end_of(&errand, status);
        *said = g_strchomp(said_words(&errand, argv[0], status));
        close_one(&errand.in);
        close_one(&errand.out);
        g_spawn_close_pid(errand.pid);
    }
    signal(SIGPIPE, before);
    g_string_free(errand.said, TRUE);
    return end;
}
