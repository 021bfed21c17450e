/* Everything the message row has said today. */
#pragma once
#include "app.h"

View *messages_new(App *app);
