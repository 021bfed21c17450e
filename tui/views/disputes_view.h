/* The list of disputes: what is contested, who answers by when. */
#pragma once
#include "app.h"

View *disputes_view_open(App *app, GError **error);
