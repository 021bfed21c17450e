/* The screens, one row each; the first one is where the desk starts. */
#include "app.h"
#include "help.h"

static View *open_keys(App *app, GError **error)
{
    (void)error;
    return help_keys_new(app);
}

static const Screen table[] = {
    {ACTION_HELP_KEYS, open_keys},
};

const Screen *screens(size_t *count)
{
    *count = G_N_ELEMENTS(table);
    return table;
}
