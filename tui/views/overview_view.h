/* The supervisor's page: ageing, trends, desks, what needs somebody. */
#pragma once
#include "app.h"

View *overview_view_open(App *app, GError **error);
