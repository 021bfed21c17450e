/* Roles and what they look like on this terminal.  Meaning is never colour only: in mono every role has an
 * attribute of its own, and the views add a sign. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum {
    ROLE_NORMAL,
    ROLE_TITLE,    /* title row */
    ROLE_SELECTED, /* the selected row; the real cursor is there as well */
    ROLE_WARN,     /* late, broken, error */
    ROLE_GOOD,     /* paid, kept, logged */
    ROLE_DIM,      /* not now, other people's, done */
    ROLE_FIELD,    /* where one types */
    ROLE_PAPER,    /* black on white whatever the theme: QR codes */
    ROLE_COUNT
} Role;

typedef struct {
    guint64 attributes[ROLE_COUNT]; /* ready for wattrset */
    bool colours, own_ground;       /* colours wanted and there; the terminal's own ground can be kept */
    bool ascii;                     /* only ASCII may reach the terminal */
    bool eighths;                   /* ▂▃▅ can be shown (not on the Linux console) */
    bool flat;                      /* no rules and boxes: for screen readers */
} Theme;

/* A role of the [theme] section: name ("warn") and "ink ground attributes" ("red default bold"). */
typedef struct {
    const char *role, *look;
} ThemeRow;

/* After the terminal is up.  name: auto, mono, light, dark, contrast; NO_COLOR (not empty) means mono.
 * charset: auto, utf8, ascii. */
void theme_start(Theme *theme, const char *name, const char *charset, bool flat);
/* Lays rows over it, up to one whose role is NULL.  INPUT at the first one that is no look; the rows before it
 * hold.  Mono stays mono: only attributes count there. */
bool theme_lay(Theme *theme, const ThemeRow *rows, GError **error);
