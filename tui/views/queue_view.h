/* Today's queue: the first screen. */
#pragma once
#include "app.h"

View *queue_view_open(App *app, GError **error);
