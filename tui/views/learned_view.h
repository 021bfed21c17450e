/* What people taught the matching: accounts, payers, words, and forgetting them. */
#pragma once
#include "app.h"

View *learned_view_open(App *app, GError **error);
