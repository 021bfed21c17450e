/* Documents about to leave. */
#pragma once
#include "app.h"

View *outbox_view_open(App *app, GError **error);
