/* Parts of a customer's card on the screen; the queue's preview, the call screen and the form share them. */
#pragma once
#include "desk/card.h"
#include "list.h"
#include "paint.h"

/* "pays 12 days late on average (agreed 30)"; caller frees. */
char *card_behaviour_words(const Card *card);
/* "slower lately by 11 days", "" no trend; caller frees. */
char *card_trend_words(const Card *card);
/* "bank to 23/02", marked where it is old; caller frees. */
char *card_bank_words(const Card *card);

/* "Next (=): Thu 26/02 letter: friendly reminder (8 d after due day)", NULL nothing comes; caller frees. */
char *card_next_words(const Card *card);

/* Each paints at the top of its canvas and returns the rows used. */
/* Open, promised, disputed, credit at the left, ask for this at the right; a line per currency. */
int card_paint_money(const Card *card, Canvas canvas);
/* Name, class, language, behaviour, and at the right stop of supply and the like. */
int card_paint_name(const Card *card, Canvas canvas);
/* One line per number, the selected one (NULL none) shown so. */
int card_paint_contacts(const Card *card, Canvas canvas, const CardPhone *selected);
/* Not to be called, outside contact hours; 0 rows when all is well. */
int card_paint_guard(const Card *card, Canvas canvas);
int card_guard_rows(const Card *card);
int card_contact_rows(const Card *card);
/* Newest first from row `top` of the timeline on. */
int card_paint_timeline(const Card *card, const Canvas *canvas, size_t top);
/* Bars by age. */
int card_paint_ageing(const Card *card, Canvas canvas);
int card_paint_promises(const Card *card, Canvas canvas);
/* Header, invoices with mark, age and stage, and the line of what is marked.  `list` says what is scrolled and
 * selected; NULL: from the top, nothing selected.  `cursor`: the real cursor stands on the selected one. */
void card_paint_items(const Card *card, const Canvas *canvas, const List *list, bool cursor);
/* A number so large that it can be read while dialling: five rows where the canvas allows, else one. */
int card_paint_number(const char *number, Canvas canvas);
/* Sentences behind a sign ("›", "→"), broken at the width; rows used.  script_rows: what they would need. */
int script_paint(const char *const *lines, const char *sign, Canvas canvas, Role role);
int script_rows(const char *const *lines, int columns);
