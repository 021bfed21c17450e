/* Outside programs that run beside the loop: dial, print, mail.  An argument vector, never a shell. */
#include "app_inside.h"
#include "base/i18n.h"
#include "base/program.h"

#include <string.h>
#include <sys/wait.h>

enum { OUTPUT_MAX = 65536 };

typedef struct {
    Program program;
    char *name;
    ChildLine line; /* NULL: what it prints goes to the messages when it has ended */
    ChildDone done;
    gpointer data;
} Child;

static void child_free(Child *child)
{
    program_clear(&child->program);
    g_free(child->name);
    g_free(child);
}

static Child *child_start(App *app, const char *const *argv, GBytes *input, ChildLine line, ChildDone done,
                          gpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = input != NULL ? g_bytes_ref(input) : g_bytes_new(NULL, 0);
    Child *child = g_new0(Child, 1);
    /* Lines are taken as they come; without a listener only the beginning is kept. */
    if (!program_start(&child->program, argv, bytes, line != NULL ? G_MAXSIZE : OUTPUT_MAX, &error)) {
        app_say(app, MESSAGE_ERROR,
                g_strdup_printf(_("“%s” did not start: %s.  See the settings (7)."), argv[0], error->message));
        g_free(child);
        if (done != NULL)
            done(app, false, "", data);
        return NULL;
    }
    child->name = g_strdup(argv[0]);
    child->line = line;
    child->done = done;
    child->data = data;
    g_ptr_array_add(app->children, child);
    return child;
}

void app_spawn(App *app, const char *const *argv, const char *input, ChildDone done, gpointer data)
{
    g_autoptr(GBytes) bytes = input != NULL ? g_bytes_new(input, strlen(input)) : NULL;
    app_spawn_bytes(app, argv, bytes, done, data);
}

void app_spawn_bytes(App *app, const char *const *argv, GBytes *input, ChildDone done, gpointer data)
{
    (void)child_start(app, argv, input, NULL, done, data);
}

int app_spawn_lines(App *app, const char *const *argv, GBytes *input, ChildLine line, ChildDone done, gpointer data)
{
    Child *child = child_start(app, argv, input, line, done, data);
    return child != NULL ? (int)child->program.pid : 0;
}

void children_poll(App *app, GArray *pollfds)
{
    for (guint i = 0; i < app->children->len; i++)
        program_poll(&((Child *)g_ptr_array_index(app->children, i))->program, pollfds);
}

/* Whole lines to who listens; at the end also one without a line break. */
static void child_hear(App *app, Child *child, bool ended)
{
    size_t heard = 0;
    GString *said = child->program.said;
    while (child->line != NULL && heard < said->len) {
        const char *start = said->str + heard, *stop = strchr(start, '\n');
        if (stop == NULL && !ended)
            break;
        size_t length = stop != NULL ? (size_t)(stop - start) : strlen(start);
        g_autofree char *line = g_strndup(start, length);
        heard += length + (stop != NULL);
        child->line(app, line, child->data);
    }
    g_string_erase(said, 0, (gssize)heard);
}

/* What it printed goes to the messages, line by line. */
static void child_tell(App *app, const Child *child, int status)
{
    g_auto(GStrv) lines = g_strsplit(child->program.said->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        if (**line != '\0')
            app_say(app, MESSAGE_TOAST, g_strdup_printf("%s: %s", child->name, *line));
    if (!program_succeeded(status))
        app_say(app, MESSAGE_ERROR,
                g_strdup_printf(_("“%s” ended with status %d; :messages shows what it said."), child->name,
                                WIFEXITED(status) ? WEXITSTATUS(status) : -1));
}

void children_ready(App *app)
{
    for (guint i = 0; i < app->children->len; i++) {
        Child *child = g_ptr_array_index(app->children, i);
        int status = 0;
        bool ended = program_ended(&child->program, &status);
        child_hear(app, child, ended);
        if (!ended)
            continue;
        g_ptr_array_remove_index(app->children, i--);
        if (child->line == NULL)
            child_tell(app, child, status);
        if (child->done != NULL)
            child->done(app, program_succeeded(status), child->program.said->str, child->data);
        child_free(child);
    }
}

void children_free(App *app)
{
    while (app->children->len > 0)
        child_free(g_ptr_array_steal_index(app->children, app->children->len - 1));
}
