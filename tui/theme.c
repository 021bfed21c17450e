#include "theme.h"
#include "base/error.h"
#include "base/i18n.h"
#define NCURSES_NOMACROS
#include <curses.h>
#include <string.h>

typedef struct {
    short ink, ground; /* -1: the terminal's own */
    attr_t attributes;
} Look;

/* Attributes carry the meaning; colour comes on top.  No yellow: it cannot be read on a light ground. */
static const Look mono[ROLE_COUNT] = {
    [ROLE_NORMAL] = {-1, -1, A_NORMAL},   [ROLE_TITLE] = {-1, -1, A_REVERSE}, [ROLE_SELECTED] = {-1, -1, A_REVERSE},
    [ROLE_WARN] = {-1, -1, A_BOLD},       [ROLE_GOOD] = {-1, -1, A_NORMAL},   [ROLE_DIM] = {-1, -1, A_DIM},
    [ROLE_FIELD] = {-1, -1, A_UNDERLINE}, [ROLE_PAPER] = {-1, -1, A_REVERSE},
};
static const Look contrast[ROLE_COUNT] = {
    [ROLE_NORMAL] = {-1, -1, A_NORMAL},    [ROLE_TITLE] = {-1, -1, A_REVERSE | A_BOLD},
    [ROLE_SELECTED] = {-1, -1, A_REVERSE}, [ROLE_WARN] = {-1, -1, A_BOLD},
    [ROLE_GOOD] = {-1, -1, A_BOLD},        [ROLE_DIM] = {-1, -1, A_NORMAL},
    [ROLE_FIELD] = {-1, -1, A_REVERSE},    [ROLE_PAPER] = {COLOR_BLACK, COLOR_WHITE, A_NORMAL},
};
static const Look any_ground[ROLE_COUNT] = {
    [ROLE_NORMAL] = {-1, -1, A_NORMAL},        [ROLE_TITLE] = {COLOR_WHITE, COLOR_BLUE, A_BOLD},
    [ROLE_SELECTED] = {-1, -1, A_REVERSE},     [ROLE_WARN] = {COLOR_RED, -1, A_BOLD},
    [ROLE_GOOD] = {COLOR_GREEN, -1, A_NORMAL}, [ROLE_DIM] = {-1, -1, A_DIM},
    [ROLE_FIELD] = {-1, -1, A_UNDERLINE},      [ROLE_PAPER] = {COLOR_BLACK, COLOR_WHITE, A_NORMAL},
};
static const Look light[ROLE_COUNT] = {
    [ROLE_NORMAL] = {-1, -1, A_NORMAL},           [ROLE_TITLE] = {COLOR_WHITE, COLOR_BLUE, A_NORMAL},
    [ROLE_SELECTED] = {-1, -1, A_REVERSE},        [ROLE_WARN] = {COLOR_RED, -1, A_BOLD},
    [ROLE_GOOD] = {COLOR_GREEN, -1, A_NORMAL},    [ROLE_DIM] = {COLOR_BLUE, -1, A_NORMAL},
    [ROLE_FIELD] = {COLOR_BLUE, -1, A_UNDERLINE}, [ROLE_PAPER] = {COLOR_BLACK, COLOR_WHITE, A_NORMAL},
};
static const Look dark[ROLE_COUNT] = {
    [ROLE_NORMAL] = {-1, -1, A_NORMAL},           [ROLE_TITLE] = {COLOR_BLACK, COLOR_CYAN, A_NORMAL},
    [ROLE_SELECTED] = {-1, -1, A_REVERSE},        [ROLE_WARN] = {COLOR_RED, -1, A_BOLD},
    [ROLE_GOOD] = {COLOR_GREEN, -1, A_BOLD},      [ROLE_DIM] = {COLOR_CYAN, -1, A_NORMAL},
    [ROLE_FIELD] = {COLOR_CYAN, -1, A_UNDERLINE}, [ROLE_PAPER] = {COLOR_BLACK, COLOR_WHITE, A_NORMAL},
};

static const struct {
    const char *name;
    const Look *looks;
} themes[] = {{"auto", any_ground}, {"mono", mono}, {"contrast", contrast}, {"light", light}, {"dark", dark}};

static bool colours_wanted(const char *name)
{
    const char *no_color = g_getenv("NO_COLOR");
    return (no_color == NULL || *no_color == '\0') && strcmp(name, "mono") != 0 && has_colors();
}

static bool ascii_wanted(const char *charset)
{
    if (strcmp(charset, "auto") == 0)
        return !i18n_terminal_utf8();
    return strcmp(charset, "ascii") == 0;
}

/* Role numbers are pair numbers less one. */
static guint64 attributes_of(Role role, Look look, bool colours, bool own_ground)
{
    bool coloured = colours && (look.ink >= 0 || look.ground >= 0);
    short ink = look.ink < 0 && !own_ground ? COLOR_WHITE : look.ink;
    short ground = look.ground < 0 && !own_ground ? COLOR_BLACK : look.ground;
    short pair = (short)(role + 1);
    return look.attributes | (coloured && init_pair(pair, ink, ground) == OK ? (attr_t)COLOR_PAIR(pair) : 0);
}

void theme_start(Theme *theme, const char *name, const char *charset, bool flat)
{
    const Look *looks = any_ground;
    for (size_t i = 0; i < G_N_ELEMENTS(themes); i++)
        if (strcmp(themes[i].name, name) == 0)
            looks = themes[i].looks;
    theme->colours = colours_wanted(name);
    if (!theme->colours)
        looks = mono;
    theme->own_ground = theme->colours && start_color() == OK && use_default_colors() == OK;
    for (Role role = 0; role < ROLE_COUNT; role++)
        theme->attributes[role] = attributes_of(role, looks[role], theme->colours, theme->own_ground);
    const char *terminal = g_getenv("TERM");
    theme->ascii = ascii_wanted(charset);
    theme->eighths = !theme->ascii && g_strcmp0(terminal, "linux") != 0;
    theme->flat = flat;
}

/* --- [theme] of the settings --------------------------------------------------------------------------- */

static const char *const role_names[ROLE_COUNT] = {
    [ROLE_NORMAL] = "normal", [ROLE_TITLE] = "title", [ROLE_SELECTED] = "selected", [ROLE_WARN] = "warn",
    [ROLE_GOOD] = "good",     [ROLE_DIM] = "dim",     [ROLE_FIELD] = "field",       [ROLE_PAPER] = NULL,
};
static const char *const colour_names[] = {"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};
static const struct {
    const char *name;
    attr_t attribute;
} attribute_names[] = {{"bold", A_BOLD}, {"reverse", A_REVERSE}, {"underline", A_UNDERLINE}, {"dim", A_DIM}};

static bool word_colour(const char *word, short *colour)
{
    for (size_t i = 0; i < G_N_ELEMENTS(colour_names); i++)
        if (strcmp(word, colour_names[i]) == 0) {
            *colour = (short)i;
            return true;
        }
    *colour = -1;
    return strcmp(word, "default") == 0;
}

/* The first colour is the ink, the second the ground. */
static bool look_parse(const char *text, Look *look)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ,", -1);
    int colours = 0;
    *look = (Look){.ink = -1, .ground = -1};
    for (char **word = words; *word != NULL; word++) {
        bool known = **word == '\0';
        for (size_t i = 0; i < G_N_ELEMENTS(attribute_names); i++)
            if (strcmp(*word, attribute_names[i].name) == 0) {
                look->attributes |= attribute_names[i].attribute;
                known = true;
            }
        if (!known && (colours > 1 || !word_colour(*word, colours++ == 0 ? &look->ink : &look->ground)))
            return false;
    }
    return !(look->ink == COLOR_YELLOW && look->ground == -1); /* unreadable on a light ground */
}

static bool role_parse(const char *name, Role *role)
{
    for (*role = 0; *role < ROLE_COUNT; (*role)++)
        if (g_strcmp0(role_names[*role], name) == 0)
            return true;
    return false;
}

bool theme_lay(Theme *theme, const ThemeRow *rows, GError **error)
{
    for (const ThemeRow *row = rows; row != NULL && row->role != NULL; row++) {
        Look look;
        Role role;
        if (!role_parse(row->role, &role))
            return fail(
                error, BELRONDE_ERROR_INPUT,
                _("[theme] %s: there is no such role; there are normal, title, selected, warn, good, dim, field."),
                row->role);
        if (!look_parse(row->look, &look))
            return fail(error, BELRONDE_ERROR_INPUT,
                        _("[theme] %s = %s: write ink, ground and attributes, for example “red default bold”; "
                          "yellow needs a ground of its own."),
                        row->role, row->look);
        theme->attributes[role] = attributes_of(role, look, theme->colours, theme->own_ground);
    }
    return true;
}
