#include "paper/errand.h"

#include "base/i18n.h"
#include "base/program.h"
#include "base/text.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

enum { HEARD_MOST = 2000, SAID_MOST = 300, LOOK_MS = 20, MERCY_MS = 2000, SECOND_US = 1000000 };

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
    if (!program_succeeded(status))
        return ERRAND_REFUSED;
    return program_unread(&errand->program) == 0 ? ERRAND_TAKEN : ERRAND_UNKNOWN;
}

/* Who complains at length has said it at the beginning. */
static char *printed_words(const Errand *errand)
{
    g_autofree char *whole = text_clean(errand->program.said->str);
    g_autofree char *first = text_clean_most(whole, SAID_MOST);
    return g_strconcat(first, strlen(first) < strlen(whole) ? "…" : NULL, NULL);
}

static char *said_words(const Errand *errand, const char *program, int status)
{
    g_autofree char *printed = printed_words(errand);
    if (errand->terminated)
        return g_strdup_printf(_("“%s” took too long and was stopped. %s"), program, printed);
    if (WIFSIGNALED(status))
        return g_strdup_printf(_("“%s” was killed (signal %d). %s"), program, WTERMSIG(status), printed);
    if (WEXITSTATUS(status) != 0)
        return g_strdup_printf(_("“%s” ended with status %d. %s"), program, WEXITSTATUS(status), printed);
    if (program_unread(&errand->program) > 0)
        return g_strdup_printf(_("“%s” ended well and has not read the whole document. %s"), program, printed);
    return g_steal_pointer(&printed);
}

ErrandEnd errand_run(const char *const *argv, GBytes *input, int seconds, char **said)
{
    g_autoptr(GError) error = NULL;
    Errand errand = {.until = g_get_monotonic_time() + (gint64)seconds * SECOND_US};
    ProgramGuard before = program_guard();
    ErrandEnd end = ERRAND_REFUSED;
    if (program_start(&errand.program, argv, input, HEARD_MOST, &error)) {
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
