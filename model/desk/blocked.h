/* What keeps a customer from being called, and from being asked for money in writing. */
#pragma once
#include "desk/desk.h"

/* The sentence of customer.not_callable ("" nothing) or of his own wish; NULL: nothing does.  Caller frees. */
char *blocked_words(const char *slug, bool restricted);
/* INPUT with that sentence where something does. */
bool blocked_check(Desk *desk, gint64 customer_id, GError **error);
