/* A letter a person asks for: what is missing in the wish is filled up from what is known of the customer; which
 * letters can be written to him now, and why another cannot. */
#pragma once
#include "desk/card.h"
#include "desk/outbox.h"
#include "paper/letter_template.h"

typedef struct {
    const char *document;  /* slug of a template */
    const char *channel;   /* email, post, print; NULL: e-mail where there is an address, else post */
    const char *recipient; /* NULL: the first contact who has an address */
    const char *language;  /* NULL: of whoever reads there */
    const char *items;     /* item ids, blank between; NULL or "": all that are open */
    const char *personal;  /* a line of one's own; NULL none */
} LetterWish;

/* As the outbox would have it, newer than all that is there. */
OutboxOrder *letter_order_new(const Desk *desk, const Card *card, const LetterWish *wish);
/* Puts it into the outbox: one event of kind letter.  Written first: nothing goes there that could not be.  `op` as in
 * outcome.h; *toast: what happened, the caller frees it. */
bool letter_order_send(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, const char *op,
                       char **toast, GError **error);

/* What whoever sends it must know of its figures: a rate in it that nobody confirmed.  Interface language; NULL
 * nothing; caller frees. */
char *letter_warning(const Desk *desk, const Letter *letter);

typedef struct {
    char *slug;
    const LetterTemplate *template; /* in the desk's language where there is one; of the templates */
    char *obstacle;                 /* one sentence why it cannot be written now; NULL: it can */
    bool proposed;                  /* of one at most */
} LetterOffer;
/* Every letter for an order like this one but for its document, tone by tone, those that can be written first; a
 * GPtrArray of LetterOffer, free function set.
 *
 * Proposed is what the cadence has due for him; else the friendliest letter that asks for money and is one step firmer
 * than the last one he got about what he owes now; who owes nothing that is late is told where he stands.
 */
GPtrArray *letter_offers(Desk *desk, const LetterTemplates *templates, const OutboxOrder *like, GError **error);
