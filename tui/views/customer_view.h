/* The call screen: who, what is open, what to say, what was said, what may come out of it. */
#pragma once
#include "app.h"

/* F7 and F8 walk through `order` (customer ids, copied); NULL: today's queue. */
View *customer_view_open(App *app, gint64 customer_id, const GArray *order, GError **error);
/* The same, and the telephone is dialled at once. */
View *customer_view_open_and_dial(App *app, gint64 customer_id, const GArray *order, GError **error);
/* Screen 2 from anywhere: the next customer to call. */
View *customer_screen_open(App *app, GError **error);
