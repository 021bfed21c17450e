/* The courier: takes what the outbox may let go to the mail command, the printer's command or a folder, one document
 * after the other, and writes down how each ended before it takes the next. */
#pragma once
#include "desk/outbox.h"

/* Makes the bytes of a document.  INPUT: it cannot be made as things are (no address …); it waits with that sentence.
 */
typedef bool (*CourierMake)(Desk *desk, const OutboxOrder *order, OutboxCopy *copy, void *data, GError **error);

typedef struct {
    int sent, refused, unsure;
    int stay;      /* there is no way out for them: no command, no folder */
    char *trouble; /* of the last that did not leave; NULL none */
} CourierRound;
void courier_round_clear(CourierRound *round);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CourierRound, courier_round_clear)

/* All that may leave now.  With a courier at work elsewhere it does nothing.  False when the database failed. */
bool courier_round(Desk *desk, CourierMake make, void *data, CourierRound *round, GError **error);
/* Whether anything of that channel can leave at all, by the settings. */
bool courier_has_way(const Settings *settings, const char *channel);
/* Seconds until something may leave that has a way out; -1: nothing has. */
bool courier_next(Desk *desk, int *seconds, GError **error);
