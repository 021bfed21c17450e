/* The letters due today: whose, which, by which way and why; looked at, marked and sent together. */
#pragma once
#include "app.h"

View *reminders_view_open(App *app, GError **error);
