/* Small views over another one.  Push them with next_ask; the reply gets the answer, or NULL for Esc. */
#pragma once
#include "view.h"

/* A question with yes and no in the letters of the language; the answer is "yes" or NULL.  `question` and `more`
 * (a second sentence, may be NULL) are copied.  Enter takes the default. */
View *confirm_new(const char *question, const char *more, bool yes_is_default);

typedef struct {
    const char *value; /* what the reply gets */
    const char *key;   /* letter or sign that picks it at once; NULL or "" none */
    const char *label;
    const char *detail; /* right of the label, dim; NULL none */
} Pick;

/* A menu or list of values; typing picks a letter, or (narrow) narrows the list.  All strings are copied. */
View *choose_new(const char *title, const Pick *choices, size_t count, const char *selected, bool narrow);
/* The same from plain strings: form_values. */
View *choose_values_new(const char *title, const char *const *values, const char *selected);

/* A line at the bottom: "Filter> peet_".  The answer is what was typed; check returns a sentence that keeps the
 * prompt open (caller frees), or NULL when good; echo what was understood ("= Wed 25 Feb").  Both may be NULL. */
typedef struct {
    const char *label, *text; /* copied */
    bool suggestion;          /* the first typed character replaces text */
    char *(*check)(const char *typed, gpointer data);
    char *(*echo)(const char *typed, gpointer data);
    const char *help; /* msgid: F1; borrowed */
    gpointer data;    /* for check and echo */
} Prompt;
View *prompt_new(const Prompt *prompt);

/* Text to read, scrolling: help, explanations ("why is he here?").  Copied. */
View *text_new(const char *title, const char *text);
