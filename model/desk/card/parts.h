/* Inside the card only. */
#pragma once
#include "desk/card.h"

/* card_items.c: what is open, what of it is promised or disputed, and how far each item is.  After the promises. */
bool card_items_load(Desk *desk, Card *card, GError **error);
/* card_next.c: reason and next_if_nothing.  After money and touchpoints. */
void card_name_next(const Desk *desk, Card *card);
