/* One outside program that is given bytes and says by its exit status whether it took them: sendmail, lp.  An argument
 * vector, never a shell. */
#pragma once
#include "base/error.h"

typedef enum {
    ERRAND_TAKEN,   /* exit status 0, and all the bytes read */
    ERRAND_REFUSED, /* did not start, or ended with another status: the bytes went nowhere */
    ERRAND_UNKNOWN, /* was killed, or had to be, because it took longer than `seconds`; or says that all is well and
                       has not read all: nobody can know */
} ErrandEnd;

/* Waits for it.  *said: what it printed, or why it did not start, cleaned; caller frees. */
ErrandEnd errand_run(const char *const *argv, GBytes *input, int seconds, char **said);
