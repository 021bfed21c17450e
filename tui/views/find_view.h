/* Find as you type: who is meant by a few words, and why. */
#pragma once
#include "app.h"

View *find_view_open(App *app, GError **error);
