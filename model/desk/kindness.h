/* Good news that earns a kind word: the first invoice paid, money within three days of the talk, back to class A.
 *
 * The word is a planned contact whose reason names a letter (`document` of the playbook): somebody rings, or sends it,
 * or skips it and it is gone for good.  One at a time, and none again for a while: thanks that come every week are a
 * form letter. */
#pragma once
#include "desk/desk.h"

enum { KINDNESS_PAUSE_DAYS = 90 };

/* Which word his money of today earns; a reason of the playbook, NULL none.  `late`: something of his is late still. */
bool kindness_earned(Desk *desk, gint64 customer_id, bool late, const char **reason, GError **error);
/* Such a reason: his contact needs no debt, and a letter does as well as a call. */
bool kindness_is(Desk *desk, const char *reason);
/* Its letter; NULL: no such reason. */
const char *kindness_letter(Desk *desk, const char *reason);
/* Closes what is planned of it for today.  *closed counts them. */
bool kindness_close(Desk *desk, gint64 customer_id, gint64 event_id, const char *how, int *closed, GError **error);
