/* The letter of a customer before it leaves: what it says, its code, the way it goes. */
#pragma once
#include "desk/reminders.h"
#include "views/dossier.h"

/* Opens the letter that is proposed for him now; the list of all, with the reasons, where none can be written. */
Next letter_view_push(View *view, Dossier *dossier);
/* The letter that is due for him, about what it is about. */
Next letter_view_push_due(View *view, Dossier *dossier, const Reminder *due);
