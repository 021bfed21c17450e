#include "base/program.h"

#include <errno.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

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

bool program_start(Program *program, const char *const *argv, GBytes *input, gsize most, GError **error)
{
    enum { READS, WRITES };
    const GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD;
    int ends[2] = {-1, -1};
    *program = (Program){.in = -1, .out = -1, .kept = -1};
    if (!g_unix_open_pipe(ends, FD_CLOEXEC, error))
        return false;
    Program started = {.in = ends[WRITES], .out = -1, .kept = ends[READS], .most = most};
    if (!g_spawn_async_with_pipes_and_fds(NULL, argv, NULL, flags, join_complaints, NULL, ends[READS], -1, -1, NULL,
                                          NULL, 0, &started.pid, NULL, &started.out, NULL, error)) {
        close_one(&started.in);
        close_one(&started.kept);
        return false;
    }
    (void)g_unix_set_fd_nonblocking(started.in, TRUE, NULL);
    (void)g_unix_set_fd_nonblocking(started.out, TRUE, NULL);
    started.input = input != NULL ? g_bytes_ref(input) : g_bytes_new_static("", 0);
    started.said = g_string_new(NULL);
    *program = started;
    return true;
}

void program_clear(Program *program)
{
    if (program->said == NULL)
        return;
    close_one(&program->in);
    close_one(&program->out);
    close_one(&program->kept);
    g_spawn_close_pid(program->pid);
    g_bytes_unref(program->input);
    g_string_free(program->said, TRUE);
    *program = (Program){.in = -1, .out = -1, .kept = -1};
}

void program_poll(const Program *program, GArray *pollfds)
{
    const struct pollfd in = {.fd = program->in, .events = POLLOUT}, out = {.fd = program->out, .events = POLLIN};
    if (program->in >= 0)
        g_array_append_val(pollfds, in);
    if (program->out >= 0)
        g_array_append_val(pollfds, out);
}

static void feed(Program *program)
{
    gsize length = 0;
    const char *bytes = g_bytes_get_data(program->input, &length);
    while (program->in >= 0 && program->given < length) {
        ssize_t written = write(program->in, bytes + program->given, length - program->given);
        if (written < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (written <= 0)
            break; /* it takes no more; program_unread tells */
        program->given += (gsize)written;
    }
    close_one(&program->in);
}

static void hear(Program *program)
{
    char bytes[4096];
    ssize_t got = -1;
    while (program->out >= 0 && (got = read(program->out, bytes, sizeof bytes)) > 0)
        if (program->said->len < program->most)
            g_string_append_len(program->said, bytes, got);
    if (got == 0)
        close_one(&program->out);
}

bool program_ended(Program *program, int *status)
{
    feed(program);
    hear(program);
    if (waitpid(program->pid, status, WNOHANG) != program->pid)
        return false;
    hear(program); /* what it said between the two */
    return true;
}

void program_wait(const Program *program, int milliseconds)
{
    struct pollfd fds[] = {{.fd = program->in, .events = POLLOUT}, {.fd = program->out, .events = POLLIN}};
    (void)poll(fds, G_N_ELEMENTS(fds), milliseconds);
}

bool program_succeeded(int status)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

gsize program_unread(const Program *program)
{
    int lying = 0;
    if (program->kept >= 0 && ioctl(program->kept, FIONREAD, &lying) != 0)
        lying = 0;
    return g_bytes_get_size(program->input) - program->given + (gsize)MAX(lying, 0);
}

ProgramGuard program_guard(void)
{
    return signal(SIGPIPE, SIG_IGN);
}

void program_unguard(ProgramGuard before)
{
    signal(SIGPIPE, before);
}
