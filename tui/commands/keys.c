#include "action.h"
#include "commands/command.h"
#include "commands/output.h"

int command_keys(Desk *desk, int argc, char **argv, GError **error)
{
    if (!command_options(command_find("keys"), NULL, &argc, &argv, error))
        return EXIT_REFUSED;
    g_autoptr(Keymap) keymap = keymap_of_desk(desk, error);
    if (keymap == NULL)
        return EXIT_REFUSED;
    g_autofree char *text = keymap_list(keymap);
    output_text(text);
    return EXIT_DONE;
}
