/* From an order in the outbox to the bytes that leave: a mail with the letter as text and as PDF, or the PDF for the
 * printer; copies of invoices go with it. */
#pragma once
#include "paper/courier.h"
#include "paper/letter_template.h"

/* The letter of an order as things are now; *wordings (may be NULL; caller frees) are those taken.  INPUT: it cannot be
 * written. */
Letter *letter_of_order(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, char **wordings,
                        GError **error);
/* A CourierMake; data: const LetterTemplates *. */
bool letter_post_make(Desk *desk, const OutboxOrder *order, OutboxCopy *copy, void *templates, GError **error);
/* courier_round with the house's templates. */
bool letter_post_round(Desk *desk, CourierRound *round, GError **error);
