/* What letters and statements say of ourselves, and how they want to be paid. */
#pragma once
#include "base/settings.h"
#include "paper/letter.h"

/* The lines of the letterhead, "" left out, with our e-mail address or without; caller unrefs. */
GPtrArray *house_sender(const Settings *settings, bool email);
/* One invoice has its own reference; of several the bank is told `numbers`, blanks between, which matching reads.
 * All strings are the payment's own; amount and currency stay as they are. */
void house_payment(const Settings *settings, const char *reference, const char *customer_number, const char *numbers,
                   LetterPayment *payment);
