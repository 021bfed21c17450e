/* Help made from the action table: all keys on one page, and what works here. */
#pragma once
#include "app.h"

View *help_keys_new(App *app);
View *help_context_new(App *app, const View *about);
/* The same page as plain text, for the manual page and `belronde keys`.  Caller frees. */
char *help_keys_text(const Keymap *keymap, int columns);
