/* The claims of a whole book, a line for each customer and currency with something late. */
#pragma once
#include "commands/output.h"
#include "desk/claim.h"

bool claims_run(Desk *desk, Day day, Format format, GError **error);
