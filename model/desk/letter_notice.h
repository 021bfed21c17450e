/* What a letter that left starts in law: the word `notice` in the header of its file (docs/letters.md). */
#pragma once
#include "desk/desk.h"
#include "rules/charges.h"

/* Of the file in force in that language, else in English; false: it starts nothing, or there is no such letter. */
bool letter_notice(const Desk *desk, const char *document, const char *language, NoticeKind *kind);
