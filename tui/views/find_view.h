/* Find as you type: who is meant by a few words, and why. */
#pragma once
#include "app.h"

View *find_view_open(App *app, GError **error);
/* The same as a question ("Whose € 980,00 is it?"): closes with the customer's id, or NULL.  `words` stand there at
 * first, as a suggestion. */
View *find_view_pick(App *app, const char *question, const char *words);
