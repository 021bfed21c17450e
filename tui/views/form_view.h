/* The form of one outcome: its questions stand in the place of the script, what is known of the customer stays.
 * Closes with "logged", or with NULL when the agent went back (the draft is kept). */
#pragma once
#include "app.h"
#include "views/dossier.h"

/* Shares the dossier.  NULL with a sentence where a colleague has the customer. */
View *form_view_open(Dossier *dossier, const Outcome *outcome, GError **error);
