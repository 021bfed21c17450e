#include "paper/errand.h"

#include "base/i18n.h"
#include "base/program.h"
#include "base/text.h"

#include <signal.h>
#include <sys/wait.h>

enum { SAID_MOST = 2000, LOOK_MS = 20, MERCY_MS = 2000, SECOND_US = 1000000 };

typedef struct {
    Program program;
    gint64 until; /* monotonic µs */
    bool terminated;
} Errand;

/* First asked to stop, then made to. */
static void hurry(Errand *errand)
{
    if (g_get_monotonic_time() < errand->until)
        return;
    (void)kill(errand->program.pid, errand->terminated ? SIGKILL : SIGTERM);
    errand->terminated = true;
    errand->until = g_get_monotonic_time() + (gint64)MERCY_MS * 1000;
}

static int follow(Errand *errand)
{
    int status = 0;
    while (!program_ended(&errand->program, &status)) {
        program_wait(&errand->program, LOOK_MS);
        hurry(errand);
    }
    return status;
}

static ErrandEnd end_of(const Errand *errand, int status)
{
    if (errand->terminated || !WIFEXITED(status))
        return ERRAND_UNKNOWN;
    return program_succeeded(status) ? ERRAND_TAKEN : ERRAND_REFUSED;
}

static char *said_words(const Errand *errand, const char *program, int status)
{
    g_autofree char *printed = text_clean_most(errand->program.said->str, SAID_MOST);
    if (errand->terminated)
        return g_strdup_printf(_("“%s” took too long and was stopped. %s"), program, printed);
    if (WIFSIGNALED(status))
        return g_strdup_printf(_("“%s” was killed (signal %d). %s"), program, WTERMSIG(status), printed);
    if (WEXITSTATUS(status) != 0)
        return g_strdup_printf(_("“%s” ended with status %d. %s"), program, WEXITSTATUS(status), printed);
    return g_steal_pointer(&printed);
}

ErrandEnd errand_run(const char *const *argv, GBytes *input, int seconds, char **said)
{
    g_autoptr(GError) error = NULL;
    Errand errand = {.until = g_get_monotonic_time() + (gint64)seconds * SECOND_US};
    ProgramGuard before = program_guard();
    ErrandEnd end = ERRAND_REFUSED;
    if (program_start(&errand.program, argv, input, SAID_MOST, &error)) {
        int status = follow(&errand);
        end = end_of(&errand, status);
        *said = g_strchomp(said_words(&errand, argv[0], status));
    } else {
        *said = g_strdup_printf(_("“%s” did not start: %s."), argv[0], error->message);
    }
    program_clear(&errand.program);
    program_unguard(before);
    return end;
}
