/* What can be done to a customer from several screens: skip, snooze, copy, the list of all outcomes. */
#pragma once
#include "app.h"
#include "desk/card.h"
#include "desk/queue.h"

Next verb_skip(View *view, gint64 customer_id);
/* Asks for the day, then for the reason. */
Next verb_snooze(View *view, gint64 customer_id, const char *country);
/* A small choice: phone, e-mail, our IBAN, reference of `item` (NULL: the oldest). */
Next verb_copy(View *view, const Card *card, const CardItem *item);
/* The reply gets the slug of the outcome. */
/* proposed: slug of the outcome the list begins at; "" none. */
Next verb_outcomes(View *view, const char *proposed, ViewReply picked);
/* “Why is he here?”: the points of the row. */
Next verb_explain(View *view, const QueueRow *row);
/* What comes by the cadence for a customer who is not in today's list. */
Next verb_way(const Card *card);
