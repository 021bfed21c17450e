/* A customer in a few lines, under a list: whom to ask for, what is open, when he was spoken to, what is planned. */
#pragma once
#include "desk/card.h"
#include "paint.h"

enum { PREVIEW_SMALL = 4, PREVIEW_PLAIN = 5, PREVIEW_TALL = 11 }; /* rows, the rule with the name included */

void find_preview_draw(const Card *card, const Canvas *canvas);
