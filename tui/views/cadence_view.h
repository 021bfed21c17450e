/* Another cadence on trial: whom it would bring to today's lists or take off them, and taking it. */
#pragma once
#include "app.h"

/* ACTION_CADENCE: asks which file, and offers a copy to change where there is none yet. */
Next cadence_act_ask(View *view, const Action *action);
