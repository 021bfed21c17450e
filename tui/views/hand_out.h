/* A document of its own bytes, on paper or into a file. */
#pragma once
#include "view.h"

/* Asks which, or for the name of the file at once where no printer is set.  `paper`: a printer can take it (PDF). */
Next hand_out(View *view, GBytes *bytes, const char *name, bool paper);
