/* What people taught, at work: learning, taking back, using it as evidence.  Private to the ledger. */
#pragma once
#include "ledger/booking/parts.h"
#include "ledger/learned.h"
#include "ledger/matching/waiting.h"

/* The words of a remittance that may be a contract or member number: folded, bare, each once, at most LEARN_WORDS.
 * GPtrArray of char *, free function set. */
GPtrArray *remittance_words(const char *text);
enum { WORD_MIN = 5, WORD_MAX = 14, WORD_DIGITS = 3, LEARN_WORDS = 2, WORDS_TRIED = 40 };

/* An account that a reference with exactly its amount gave away; what a person made forget stays forgotten. */
bool iban_learn(Booking *booking, gint64 customer_id, const char *account, GError **error);
/* The receipt does not pay what it seemed to: what its account gave away is known only where another one says so. */
bool iban_unlearn(Booking *booking, const Waiting *waiting, GError **error);
/* A person's answer: the account, the payer's name where it is not the customer's own, contract numbers. */
bool decision_learn(Booking *booking, const Waiting *waiting, gint64 customer_id, GError **error);
/* What this answer alone had taught is not known any more. */
bool decision_unlearn(Booking *booking, const Waiting *waiting, GError **error);
