/* The turnstile in front of every write transaction.
 *
 * SQLite lets waiting writers race, and under load some desks never win.  An flock on the side file PATH-gate
 * lets them pass one by one; the kernel opens it again when a desk dies.  Whether data is safe never depends
 * on it: SQLite's own locks stay in force. */
#pragma once
#include "store/store.h"

typedef struct Turnstile Turnstile;

Turnstile *turnstile_open(const char *path, GError **error);
void turnstile_close(Turnstile *turnstile);
/* Waits at most wait_ms; then BUSY, naming the desk that is inside where that is known. */
bool turnstile_enter(Turnstile *turnstile, int wait_ms, GError **error);
void turnstile_leave(Turnstile *turnstile);
/* Does a colleague wait while we are inside? */
bool turnstile_is_awaited(const Turnstile *turnstile);
