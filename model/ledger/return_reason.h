/* Why a bank sent money back: ISO 20022 external reason codes in the words of a credit controller. */
#pragma once

/* "account closed" for AC04, "insufficient funds" for AM04; in the interface language.  A code that is not known is
 * given as it stands, none gives "".  Caller frees. */
char *return_reason_words(const char *code);
