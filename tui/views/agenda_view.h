/* What is planned: the coming days, contact by contact. */
#pragma once
#include "app.h"

View *agenda_view_open(App *app, GError **error);
