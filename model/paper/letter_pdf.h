/* A letter on paper: A4 for a window envelope, with the invoices, the way to pay and the code a bank app reads.
 *
 * The same letter gives the same bytes wherever the same fonts are: its day is the day of the letter, no clock is
 * asked.  The document names its title, author and language, and its parts are tagged for screen readers. */
#pragma once
#include "base/settings.h"
#include "paper/letter.h"
#include <stdbool.h>

typedef struct {
    Day day;          /* of the letter */
    bool window_left; /* the address stands where the window of the envelope is: right in Belgium and the Netherlands */
    bool ogm_structured; /* as qr_payload() */
    const char *font;    /* families in order of preference, borrowed; "" those every Debian has */
} LetterPaper;

/* As the settings say; `font` is borrowed from them. */
LetterPaper letter_paper(const Settings *settings, Day day);

/* Where no code can be made (qr_payload() says why) the way to pay stands there without one.  NULL where the logo
 * cannot be read. */
GBytes *letter_pdf(const Letter *letter, const LetterPaper *paper, GError **error);
/* The same into a file that only its owner reads; an older one is replaced when the new one is whole. */
bool letter_pdf_write(const Letter *letter, const LetterPaper *paper, const char *path, GError **error);
