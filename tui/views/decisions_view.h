/* What was decided about customers and holds, or will: no delivery, payment in advance, limits, last days, hand-overs.
 */
#pragma once
#include "app.h"

View *decisions_view_open(App *app, GError **error);
