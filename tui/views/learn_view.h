/* A screen on which somebody says what the columns of an unknown list hold. */
#pragma once
#include "app.h"

/* `watched`: the file lies in a watched folder, and goes on from there once it is imported.  INPUT when it is no list.
 */
View *learn_view_open(App *app, const char *path, bool watched, GError **error);
/* The same for the command line, without an import afterwards: *slug (caller frees) is the profile that was kept, NULL
 * where nothing was. */
View *learn_view_alone(App *app, const char *path, char **slug, GError **error);
/* ACTION_LEARN: asks which file. */
Next learn_act_ask(View *view, const Action *action);
