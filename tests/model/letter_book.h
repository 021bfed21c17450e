/* The shipped letters, and values to write them with: for the tests of letters. */
#pragma once
#include "paper/letter_template.h"

#define LETTER_LANGUAGES 4
extern const char *const letter_languages[LETTER_LANGUAGES]; /* "en", "nl", "fr", "de" */

/* Both stop the test with the sentence where a file is faulty or missing. */
LetterTemplates *templates_load(void);
const LetterTemplate *template_of(const LetterTemplates *templates, const char *slug, const char *language);

/* Somebody the letter is for.  Free with letter_values_free. */
LetterValues *values_for(const LetterTemplate *template);
LetterValues *values_full(const LetterTemplate *template);  /* everything that can be known */
LetterValues *values_least(const LetterTemplate *template); /* only what the header says it needs */
void items_set(LetterValues *values, guint count);          /* at most three invoices */

Letter *composed(const LetterTemplate *template, const LetterValues *values,
                 char **wordings); /* stops the test on failure */
