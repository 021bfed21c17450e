/* The very document of the outbox as it left or was handed over: the mail as its reader has it, the PDF as text. */
#pragma once
#include "app.h"
#include "desk/outbox.h"

/* One that was not made yet is shown as it would leave now, and says so. */
Next document_push(View *view, const OutboxRow *row);
