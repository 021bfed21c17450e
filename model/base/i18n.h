/* Translated text.  English msgids; catalogues in data/po.  N_() marks a string in a table. */
#pragma once
#include <libintl.h>
#define _(text) gettext(text)
#define N_(text) text
#define NP_(one, many, n) ngettext(one, many, (unsigned long)(n))
