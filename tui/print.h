/* To the printer: text on standard input of the print command of the settings; never a shell. */
#pragma once
#include "base/settings.h"

bool print_text(const Settings *settings, const char *text, GError **error);
