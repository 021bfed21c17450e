/* A box over the screen: what waits in the watched folders, how far its import is, what it brought. */
#pragma once
#include "app.h"

View *inbox_view_new(App *app);
