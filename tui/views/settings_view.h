/* Everything that can be set, with its meaning. */
#pragma once
#include "app.h"

View *settings_view_open(App *app, GError **error);
