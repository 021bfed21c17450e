/* The code of a letter as the terminal shows it, cell by cell made into a picture, read by another program. */
#include "../model/other_program.h"
#include "stage.h"
#include <string.h>

enum { MODULE_DOTS = 6, CELL_HIGH = 2 * MODULE_DOTS, CELL_WIDE = MODULE_DOTS };

#define SETTINGS                                                                                                       \
    "[belronde]\nname = \"Vandenberghe Papier\"\niban = \"BE71 0961 2345 6769\"\n[mail]\ncommand = \"true\"\n"

/* Grey of the eight colours of a terminal, and of its own ink and ground. */
typedef struct {
    guchar ink, ground;
} Glass;

static guchar shade(short colour, guchar own)
{
    static const guchar shades[] = {0, 54, 140, 200, 30, 90, 160, 229};
    return colour < 0 ? own : shades[colour % 8];
}

/* Which of the two halves of a cell have ink; any other sign is paper with a stroke in its lower half. */
static void halves(wchar_t sign, bool ink[2])
{
    ink[0] = sign == L'█' || sign == L'▀';
    ink[1] = sign == L'█' || sign == L'▄' || (sign != L' ' && sign != L'▀');
}

static void cell_dots(int row, int column, Glass glass, guchar shades[2])
{
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1] = {0};
    attr_t attributes = 0;
    short pair = 0, ink = -1, ground = -1;
    bool inked[2];
    mvwin_wch(curscr, row, column, &cell);
    getcchar(&cell, text, &attributes, &pair, NULL);
    if (pair > 0)
        pair_content(pair, &ink, &ground);
    guchar colours[2] = {shade(ground, glass.ground), shade(ink, glass.ink)};
    halves(text[0], inked);
    for (int half = 0; half < 2; half++)
        shades[half] = colours[inked[half] != ((attributes & A_REVERSE) != 0)];
}

/* A portable graymap of the whole screen. */
static GBytes *screen_picture(const Stage *stage, Glass glass)
{
    int wide = stage->columns * CELL_WIDE, high = stage->rows * CELL_HIGH;
    GString *picture = g_string_new(NULL);
    g_string_printf(picture, "P5\n%d %d\n255\n", wide, high);
    for (int row = 0; row < stage->rows; row++) {
        g_autoptr(GString) upper = g_string_new(NULL);
        g_autoptr(GString) lower = g_string_new(NULL);
        GString *const lines[2] = {upper, lower};
        for (int column = 0; column < stage->columns; column++) {
            guchar shades[2];
            cell_dots(row, column, glass, shades);
            for (int half = 0; half < 2; half++)
                for (int dot = 0; dot < CELL_WIDE; dot++)
                    g_string_append_c(lines[half], (char)shades[half]);
        }
        for (int half = 0; half < 2; half++)
            for (int dot = 0; dot < MODULE_DOTS; dot++)
                g_string_append_len(picture, lines[half]->str, wide);
    }
    return g_string_free_to_bytes(picture);
}

static void assert_scanned(const Stage *stage, Glass glass, const char *expected)
{
    char *folder = scratch_new();
    g_autoptr(GBytes) picture = screen_picture(stage, glass);
    g_autofree char *path = scratch_file(folder, "screen.pgm", picture);
    g_autofree char *read = qr_read_by_other(path);
    g_assert_cmpstr(read, ==, expected);
    scratch_end(folder);
}

static void keys(Stage *stage, const char *const *tokens)
{
    for (; *tokens != NULL; tokens++)
        g_assert_true(stage_keys(stage, *tokens));
}

static const char ONE[] = "BCD\n002\n1\nSCT\n\nVandenberghe Papier\nBE71096123456769\nEUR2310.45\n\n\n1004 2025-1340";
static const char THREE[] = "BCD\n002\n1\nSCT\n\nVandenberghe Papier\nBE71096123456769\nEUR4852.60\n\n\n"
                            "1001 2025-1312 2025-1355 2026-0041";

static const Glass DARK = {.ink = 229, .ground = 0}, LIGHT = {.ink = 0, .ground = 255};

typedef struct {
    const char *name, *theme;
    const Glass *glass;
    int rows, columns;
    bool full; /* V: the code by itself */
    const char *find, *expected;
} Case;

static const Case cases[] = {
    {"beside the letter of one invoice, 80 columns, dark", "dark", &DARK, 24, 80, false, "ardennes", ONE},
    {"beside it, 80 columns, light", "light", &LIGHT, 24, 80, false, "ardennes", ONE},
    {"beside it, any terminal with a dark ground", "auto", &DARK, 24, 80, false, "ardennes", ONE},
    {"beside it, any terminal with a light ground", "auto", &LIGHT, 24, 80, false, "ardennes", ONE},
    {"beside it, high contrast", "contrast", &DARK, 24, 80, false, "ardennes", ONE},
    {"beside it, without colours", "mono", &DARK, 24, 80, false, "ardennes", ONE},
    {"of three invoices beside the letter, 120 columns", "dark", &DARK, 35, 120, false, "peeters", THREE},
    {"of three invoices alone, 80 columns", "auto", &LIGHT, 24, 80, true, "peeters", THREE},
    {"of three invoices alone, without colours", "mono", &DARK, 24, 80, true, "peeters", THREE},
};

static void test_scanned(gconstpointer data)
{
    const Case *row = data;
    if (!program_there("zbarimg"))
        return;
    Stage *stage = stage_open(&(StageOptions){.rows = row->rows,
                                              .columns = row->columns,
                                              .now = "2026-02-24T14:07",
                                              .book = "calls",
                                              .theme = row->theme,
                                              .settings = SETTINGS});
    keys(stage, (const char *const[]){"F", row->find, "<Enter>", "M", row->full ? "V" : NULL, NULL});
    assert_scanned(stage, *row->glass, row->expected);
    stage_close(stage);
}

/* Where colours are wanting nobody knows the ground: on a light one V turns the code round. */
static void test_turned(void)
{
    if (!program_there("zbarimg"))
        return;
    Stage *stage = stage_open(&(StageOptions){
        .rows = 24, .columns = 80, .now = "2026-02-24T14:07", .book = "calls", .theme = "mono", .settings = SETTINGS});
    keys(stage, (const char *const[]){"F", "peeters", "<Enter>", "M", "V", "V", NULL});
    assert_scanned(stage, LIGHT, THREE);
    stage_close(stage);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/letter/code/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_scanned);
    }
    g_test_add_func("/letter/code/turned round on a light ground without colours", test_turned);
    return g_test_run();
}
