#include "print.h"

#include "base/error.h"
#include "base/i18n.h"
#include <gio/gio.h>

bool print_text(const Settings *settings, const char *text, GError **error)
{
    g_auto(GStrv) words = settings_command(settings, "print", "command");
    if (words == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("No print command is set: see [print] command in the settings."));
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
    g_autoptr(GError) trouble = NULL;
    g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, (const char *const *)words, &trouble);
    if (process == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("The print command “%s” cannot be started: %s"), words[0],
                    trouble->message);
    g_autofree char *complaint = NULL;
    if (!g_subprocess_communicate_utf8(process, text, NULL, NULL, &complaint, &trouble))
        return fail(error, BELRONDE_ERROR_INPUT, _("Printing failed: %s"), trouble->message);
    if (!g_subprocess_get_successful(process))
        return fail(error, BELRONDE_ERROR_INPUT, _("The print command “%s” refused: %s"), words[0],
                    g_strchomp(complaint));
    return true;
}
