/* The letters due today, as part of `belronde letter`. */
#pragma once
#include "commands/output.h"
#include "desk/desk.h"

/* send: those of the customers in `named` (NULL-terminated), where none is named all that may leave.  Exit status. */
int letters_due_run(Desk *desk, Format format, bool everybody, bool send, char *const *named, GError **error);
