/* Translated text.  English msgids; catalogues in data/po.  N_() marks a string in a table.
 *
 * The language is chosen apart from the machine's locale: glibc translates under C.UTF-8 as long as
 * LANGUAGE names a language, so a desk in Dutch needs no nl_BE locale installed. */
#pragma once
#include <libintl.h>
#include <stdbool.h>
#define _(text)           gettext(text)
#define N_(text)          text
#define NP_(one, many, n) ngettext(one, many, (unsigned long)(n))
/* An English word that is two words elsewhere (“open”: ouvrir, ouvert) names what it is about: NC_("amount", "open")
 * in a table, shown through i18n_word(), which also takes what N_() marks. */
#define NC_(context, text) context "\004" text
const char *i18n_word(const char *text);

/* Once, first thing in main: takes the locale, secures a UTF-8 LC_CTYPE (wcwidth and ncurses need one) and
 * binds the catalogues (BELRONDE_LOCALEDIR, else the installed place).  `language` "en", "nl" or "fr";
 * NULL, "" or anything else = as the environment says, English where it says nothing we speak. */
void i18n_start(const char *language);
/* Changes the language while running; same reading of `language` as above. */
void i18n_set_language(const char *language);
/* "en", "nl" or "fr"; static. */
const char *i18n_language(void);
/* Whether the environment promised a UTF-8 terminal (charset `auto` draws ASCII when it did not). */
bool i18n_terminal_utf8(void);
