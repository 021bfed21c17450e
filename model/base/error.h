/* One error domain for the whole program.
 *
 * Every fallible function returns bool (or the object) and takes GError ** last.  The message is one
 * translated sentence for the person at the desk and says what to do.  Outputs are untouched on
 * failure.  The codes exist only because somebody acts on them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum {
    BELRONDE_ERROR_INPUT,   /* what was typed or handed in cannot be used: exit status 2, the field keeps the cursor */
    BELRONDE_ERROR_MISSING, /* no such customer, item, file … */
    BELRONDE_ERROR_STALE,   /* somebody else changed it meanwhile: reload and look again */
    BELRONDE_ERROR_BUSY,    /* the database stayed locked: try again */
    BELRONDE_ERROR_STORE,   /* the database refused or failed: nothing was saved */
    BELRONDE_ERROR_UNKNOWN, /* COMMIT failed: look the operation id up before telling anybody */
} BelrondeError;

#define BELRONDE_ERROR (belronde_error_quark())
GQuark belronde_error_quark(void);

/* Sets a BELRONDE_ERROR; always returns false, so that callers may `return fail(...)`. */
bool fail(GError **error, BelrondeError code, const char *format, ...) G_GNUC_PRINTF(3, 4);
