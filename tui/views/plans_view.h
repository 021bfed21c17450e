/* The list of payment plans: what waits for a yes, what is late, what comes next. */
#pragma once
#include "app.h"

View *plans_view_open(App *app, GError **error);
