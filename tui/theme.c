#include "theme.h"
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

void theme_start(Theme *theme, const char *name, const char *charset, bool flat)
{
    const Look *looks = any_ground;
    for (size_t i = 0; i < G_N_ELEMENTS(themes); i++)
        if (strcmp(themes[i].name, name) == 0)
            looks = themes[i].looks;
    bool colours = colours_wanted(name);
    if (!colours)
        looks = mono;
    bool own_ground = colours && start_color() == OK && use_default_colors() == OK;
    for (short role = 0; role < ROLE_COUNT; role++) {
        Look look = looks[role];
        bool coloured = colours && (look.ink >= 0 || look.ground >= 0);
        short ink = look.ink < 0 && !own_ground ? COLOR_WHITE : look.ink;
        short ground = look.ground < 0 && !own_ground ? COLOR_BLACK : look.ground;
        attr_t pair = coloured && init_pair((short)(role + 1), ink, ground) == OK ? COLOR_PAIR(role + 1) : 0;
        theme->attributes[role] = look.attributes | pair;
    }
    const char *terminal = g_getenv("TERM");
    theme->ascii = ascii_wanted(charset);
    theme->eighths = !theme->ascii && g_strcmp0(terminal, "linux") != 0;
    theme->flat = flat;
}
