/* What the bank brought: each line with its customer or a question mark, and why; a key decides. */
#pragma once
#include "app.h"

View *receipts_view_open(App *app, GError **error);
