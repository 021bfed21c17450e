/* Small pieces shared by the files behind reference.h; nobody else needs them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

bool digits_only(const char *text); /* at least one, and nothing else */
/* Letters count as 10 (A) to 35 (Z), as in IBAN and RF; only letters and digits may be in the text. */
int mod97(const char *text);
/* Upper case without blanks and without the characters in `drop`; NULL when anything but ASCII letters
 * and digits remains.  Caller frees. */
char *bare_upper(const char *typed, const char *drop);
/* Groups of `size`, with a blank between.  Caller frees. */
char *grouped(const char *bare, size_t size);
