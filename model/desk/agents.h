/* Who works at the desks. */
#pragma once
#include "desk/desk.h"

/* Short names of the people (not of the program itself), by name; g_strfreev. */
char **agents_all(Desk *desk, GError **error);
