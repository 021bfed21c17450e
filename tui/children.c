/* Outside programs that run beside the loop: dial, print, mail.  An argument vector, never a shell. */
#include "app_inside.h"
#include "base/i18n.h"
#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OUTPUT_MAX = 65536 };

typedef struct {
    GPid pid;
    int in, out; /* -1: closed */
    char *name, *input;
    size_t given, length;
    GString *output;
    ChildLine line; /* NULL: what it prints goes to the messages when it has ended */
    ChildDone done;
    gpointer data;
} Child;

static void close_one(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void child_free(Child *child)
{
    close_one(&child->in);
    close_one(&child->out);
    g_spawn_close_pid(child->pid);
    g_free(child->name);
    g_free(child->input);
    g_string_free(child->output, TRUE);
    g_free(child);
}

/* In the child: its complaints go where its output goes, in order. */
static void join_complaints(gpointer data)
{
    (void)data;
    (void)dup2(STDOUT_FILENO, STDERR_FILENO);
}

static Child *child_start(App *app, const char *const *argv, const char *input, bool joined, ChildDone done,
                          gpointer data)
{
    g_autoptr(GError) error = NULL;
    Child *child = g_new0(Child, 1);
    child->in = child->out = -1;
    GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD;
    if (!g_spawn_async_with_pipes(NULL, (char **)argv, NULL, flags, joined ? join_complaints : NULL, NULL, &child->pid,
                                  &child->in, &child->out, NULL, &error)) {
        app_say(app, MESSAGE_ERROR,
                g_strdup_printf(_("“%s” did not start: %s.  See the settings (7)."), argv[0], error->message));
        g_free(child);
        if (done != NULL)
            done(app, false, "", data);
        return NULL;
    }
    child->name = g_strdup(argv[0]);
    child->input = g_strdup(input == NULL ? "" : input);
    child->length = strlen(child->input);
    child->output = g_string_new(NULL);
    child->done = done;
    child->data = data;
    (void)g_unix_set_fd_nonblocking(child->in, TRUE, NULL);
    (void)g_unix_set_fd_nonblocking(child->out, TRUE, NULL);
    g_ptr_array_add(app->children, child);
    return child;
}

void app_spawn(App *app, const char *const *argv, const char *input, ChildDone done, gpointer data)
{
    (void)child_start(app, argv, input, false, done, data);
}

int app_spawn_lines(App *app, const char *const *argv, ChildLine line, ChildDone done, gpointer data)
{
    Child *child = child_start(app, argv, NULL, true, done, data);
    if (child != NULL)
        child->line = line;
    return child != NULL ? (int)child->pid : 0;
}

void children_poll(App *app, GArray *pollfds)
{
    for (guint i = 0; i < app->children->len; i++) {
        const Child *child = g_ptr_array_index(app->children, i);
        struct pollfd in = {.fd = child->in, .events = POLLOUT}, out = {.fd = child->out, .events = POLLIN};
        if (child->in >= 0)
            g_array_append_val(pollfds, in);
        if (child->out >= 0)
            g_array_append_val(pollfds, out);
    }
}

static void feed(Child *child)
{
    while (child->in >= 0 && child->given < child->length) {
        ssize_t written = write(child->in, child->input + child->given, child->length - child->given);
        if (written < 0 && errno == EAGAIN)
            return;
        if (written <= 0)
            break; /* it does not want the rest; its exit status tells */
        child->given += (size_t)written;
    }
    close_one(&child->in);
}

static void drain(Child *child)
{
    char bytes[4096];
    ssize_t got = 0;
    while (child->out >= 0 && (got = read(child->out, bytes, sizeof bytes)) > 0)
        if (child->output->len < OUTPUT_MAX || child->line != NULL)
            g_string_append_len(child->output, bytes, got);
    if (got == 0)
        close_one(&child->out);
}

/* Whole lines to who listens; at the end also one without a line break. */
static void child_hear(App *app, Child *child, bool ended)
{
    size_t heard = 0;
    while (child->line != NULL && heard < child->output->len) {
        const char *start = child->output->str + heard, *stop = strchr(start, '\n');
        if (stop == NULL && !ended)
            break;
        size_t length = stop != NULL ? (size_t)(stop - start) : strlen(start);
        g_autofree char *line = g_strndup(start, length);
        heard += length + (stop != NULL);
        child->line(app, line, child->data);
    }
    g_string_erase(child->output, 0, (gssize)heard);
}

/* What it printed goes to the messages, line by line. */
static void child_tell(App *app, const Child *child, bool ok, int status)
{
    g_auto(GStrv) lines = g_strsplit(child->output->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        if (**line != '\0')
            app_say(app, MESSAGE_TOAST, g_strdup_printf("%s: %s", child->name, *line));
    if (!ok)
        app_say(app, MESSAGE_ERROR,
                g_strdup_printf(_("“%s” ended with status %d; :messages shows what it said."), child->name,
                                WIFEXITED(status) ? WEXITSTATUS(status) : -1));
}

void children_ready(App *app)
{
    for (guint i = 0; i < app->children->len; i++) {
        Child *child = g_ptr_array_index(app->children, i);
        int status = 0;
        feed(child);
        drain(child);
        child_hear(app, child, false);
        if (waitpid(child->pid, &status, WNOHANG) != child->pid)
            continue;
        drain(child);
        child_hear(app, child, true);
        bool ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        g_ptr_array_remove_index(app->children, i--);
        if (child->line == NULL)
            child_tell(app, child, ok, status);
        if (child->done != NULL)
            child->done(app, ok, child->output->str, child->data);
        child_free(child);
    }
}

void children_free(App *app)
{
    while (app->children->len > 0)
        child_free(g_ptr_array_steal_index(app->children, app->children->len - 1));
}
