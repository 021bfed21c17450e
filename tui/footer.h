/* The bottom row: what works here, most important first, the help key pinned at the right.  Made from the
 * action table; the view only says which and in which order. */
#pragma once
#include "action.h"
#include <glib.h>
#include <stdbool.h>

typedef struct {
    const Action *action; /* NULL: free words */
    char *label;          /* owned */
} FooterItem;

typedef struct {
    GArray *items; /* FooterItem */
    const Keymap *keymap;
    Context context;
    bool (*possible)(const Action *action, gpointer data); /* drops what cannot work now; NULL: all */
    gpointer data;
} Footer;

void footer_start(Footer *footer, const Keymap *keymap, Context context);
void footer_clear(Footer *footer);
/* The action's short label, or `label` (translated, e.g. _("hang up")); skipped when it has no key here. */
void footer_add(Footer *footer, ActionId action, const char *label);
void footer_words(Footer *footer, const char *words); /* _("letter = outcome") */
/* Every action of the context in the table's order. */
void footer_all(Footer *footer);

typedef enum { FOOTER_LETTERS, FOOTER_FKEYS, FOOTER_BOTH, FOOTER_OFF } FooterStyle;
/* The row for `columns` columns.  Caller frees. */
char *footer_text(const Footer *footer, FooterStyle style, int columns);
