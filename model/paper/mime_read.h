/* A mail as a person reads it again: who, what about, the text, what was enclosed.  For the messages of mime.h that the
 * outbox keeps; anything else is shown as far as it is understood. */
#pragma once
#include <glib.h>

/* Headers From, To, Date and Subject, the text, and a line for each enclosure; lines end in LF, cleaned.  Caller
 * frees. */
char *mime_read(GBytes *message);
