/* From a list to the customer of its row. */
#pragma once
#include "app.h"

/* Opens the customer on top of `view`; an action that belongs to the customer (an outcome, dial, note …) is carried
 * out there.  action NULL or ACTION_OPEN: only opens. */
Next to_customer(View *view, gint64 customer_id, const Action *action);
