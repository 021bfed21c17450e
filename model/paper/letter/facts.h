/* What a letter to a customer may say, gathered from the books: who he is and who we are, his invoices, what was said
 * and agreed, what the law allows to ask and by when.  Nothing here decides what is written: the template does. */
#pragma once
#include "desk/outbox.h"
#include "paper/letter_template.h"

/* NULL when the database failed, or with the reason (INPUT) where the law does not let it leave today; what a template
 * needs and is not there is told by letter_compose. */
LetterValues *letter_facts(Desk *desk, const OutboxOrder *order, const LetterTemplate *template, GError **error);
