/* ":" — every action by name, narrowing as one types. */
#pragma once
#include "app.h"

View *palette_new(App *app, const View *below);
/* How well what is typed fits a name: 0 not at all; higher is better.  All its letters must occur in order. */
int palette_score(const char *typed, const char *name);
