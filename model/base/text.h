/* Text from outside is hostile.  These functions make it safe and measure it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A cleaned copy: valid UTF-8 only; C0, DEL, C1, bidi controls, zero-width, tags, private use and
 * unassigned become '?' (tab and line breaks become a blank), at most 2 combining marks in a row, blanks
 * trimmed at both ends.  Idempotent.  Caller frees.  NULL gives "". */
char *text_clean(const char *foreign);
/* text_clean of at most so many letters; a blank that the cut leaves at the end goes as well. */
char *text_clean_most(const char *foreign, int letters);
/* As text_clean, but keeps '\n' between lines (notes). */
char *text_clean_lines(const char *foreign);

/* Folded for searching and matching: ASCII, lower case, accents and ligatures resolved (Crèche → creche,
 * ß → ss, Ø → o), anything else '?'.  Caller frees. */
char *text_fold(const char *text);
/* Letters and digits of text_fold only. */
char *text_fold_bare(const char *text);
/* Folded name without its legal form (bv, nv, bvba, srl, sa, vzw, asbl, vof, cv, commv …) and titles. */
char *text_fold_name(const char *name);

/* Columns on a terminal, 0 for combining marks.  wcwidth needs a UTF-8 LC_CTYPE: i18n_start secures one. */
int text_width(const char *text);
/* Cut to at most `columns` columns by display width, with '…' when something was cut.  Caller frees. */
char *text_cut(const char *text, int columns);
/* text_cut and padded with blanks to exactly `columns`; right-aligned when columns < 0. */
char *text_fit(const char *text, int columns);
/* Lines of at most `columns` columns, broken at blanks where possible.  NULL-terminated; g_strfreev. */
char **text_wrap(const char *text, int columns);
/* € → EUR, — → -, é → e: what a terminal without UTF-8 or a line printer can show.  Caller frees. */
char *text_ascii(const char *text);
/* A CSV cell: quoted where needed, formula starts (= + - @ TAB CR) defused with ' unless it is a number. */
char *text_csv_cell(const char *text);
/* Replaces each {name} by the value found under that name; an unknown name stays as it is. */
char *text_fill(const char *pattern, const char *(*value)(const char *name, void *data), void *data);
