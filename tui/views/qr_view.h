/* The code of a letter by itself, as large as the screen is: for a telephone held before it. */
#pragma once
#include "paint.h"
#include "paper/letter_code.h"
#include "view.h"

/* Why this terminal cannot show the code at all, or not in so many rows and columns; NULL: it can.  Caller frees. */
char *qr_obstacle(const Theme *theme, const LetterCode *code, int rows, int columns);
/* Black on white whatever the theme, with its quiet zone; `turned`: for a light terminal without colours. */
void qr_paint(const Canvas *canvas, const Qr *qr, bool turned);
/* Its answer is "text" when V went on, NULL for Esc.  `words`: lines beside the code where there is room, taken. */
View *qr_view_new(App *app, const LetterCode *code, char **words);
