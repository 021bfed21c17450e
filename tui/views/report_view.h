/* The day report: as it is printed, or line by line. */
#pragma once
#include "app.h"

View *report_view_open(App *app, GError **error);
/* Of a day and an agent; agent NULL: the whole team. */
View *report_view_new(App *app, Day day, const char *agent, GError **error);
