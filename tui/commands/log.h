/* Logging an outcome from a command that has its own words for it. */
#pragma once
#include "desk/desk.h"

/* pairs: "how=approved", NULL-terminated.  Prints what followed. */
bool log_pairs(Desk *desk, gint64 customer_id, const char *outcome, const char *const *pairs, GError **error);
