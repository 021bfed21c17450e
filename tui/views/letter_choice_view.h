/* All letters for a customer: what each is for, and why another cannot be written to him now. */
#pragma once
#include "app.h"

/* The answer is the slug of the letter taken.  offers: GPtrArray of LetterOffer, taken; their templates must live as
 * long as the view. */
View *letter_choice_new(App *app, GPtrArray *offers, const char *customer, const char *selected);
