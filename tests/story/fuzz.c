/* Random keys on a real book: whatever is pressed, the promises made for every screen hold.
 *
 * The seed is fixed, so that a fault can be walked back to; BELRONDE_SEED and BELRONDE_KEYS change it. */
#include "stage.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
    int rows, columns;
    const char *language, *charset, *theme;
} Cast;

static guint64 state;

/* xorshift64*: the same keys on every machine. */
static guint chance(guint below)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (guint)((state * G_GUINT64_CONSTANT(2685821657736338717)) >> 33) % below;
}

static const char *const named[] = {
    "<Enter>",  "<Tab>",    "<S-Tab>",  "<Esc>",    "<Backspace>", "<Del>",    "<Up>",     "<Down>",   "<Left>",
    "<Right>",  "<PgUp>",   "<PgDn>",   "<Home>",   "<End>",       "<F1>",     "<F2>",     "<F3>",     "<F4>",
    "<F5>",     "<F6>",     "<F7>",     "<F8>",     "<F9>",        "<F12>",    "<Ctrl-A>", "<Ctrl-U>", "<Ctrl-K>",
    "<Ctrl-W>", "<Ctrl-L>", "<Ctrl-R>", "<Ctrl-S>", "<Ctrl-N>",    "<Ctrl-G>", "<Space>",  "<F24>"};

/* Ctrl-Z and Ctrl-O would hand a terminal away that is not there; Ctrl-P would print. */
static char *random_key(void)
{
    switch (chance(10)) {
    case 0:
    case 1:
    case 2: return g_strdup(named[chance(G_N_ELEMENTS(named))]);
    case 3: return g_strdup_printf("%u", chance(10));
    case 4: return g_strdup(chance(2) ? "+" : ":");
    case 5: return g_strdup(chance(2) ? "é" : "日");
    case 6: return g_strdup_printf("%c", (char)('!' + chance(94)));
    default: return g_strdup_printf("%c", (char)('a' + chance(26)));
    }
}

static void random_step(Stage *stage, GString *walked)
{
    static const int sizes[][2] = {{16, 60}, {24, 80}, {30, 100}, {35, 120}, {12, 52}, {1, 1}, {60, 200}, {3, 7}};
    guint step = chance(200);
    if (step < 2) {
        const int *size = sizes[chance(G_N_ELEMENTS(sizes))];
        g_string_append_printf(walked, " (%dx%d)", size[1], size[0]);
        stage_resize(stage, size[0], size[1]);
    } else if (step == 2) {
        g_string_append(walked, " (wait)");
        stage_wait(stage, 1 + (int)chance(90));
    } else if (step == 3) {
        g_string_append(walked, " (paste)");
        stage_paste(stage, "één\ttwee\r\n+1 \033[31m1430");
    } else {
        g_autofree char *key = random_key();
        g_string_append_printf(walked, " %s", key);
        stage_keys(stage, key);
    }
}

static guint64 number_from(const char *variable, guint64 otherwise)
{
    const char *text = g_getenv(variable);
    return text == NULL ? otherwise : g_ascii_strtoull(text, NULL, 10);
}

static void random_keys(gconstpointer data)
{
    const Cast *cast = data;
    guint64 keys = number_from("BELRONDE_KEYS", 1500);
    StageOptions options = {.rows = cast->rows,
                            .columns = cast->columns,
                            .now = "2026-02-24T14:07",
                            .language = cast->language,
                            .charset = cast->charset,
                            .theme = cast->theme,
                            .book = "round"};
    state = number_from("BELRONDE_SEED", 20260224) + (guint64)cast->columns;
    Stage *stage = stage_open(&options);
    g_autoptr(GString) walked = g_string_new(NULL);
    for (guint64 i = 0; i < keys; i++) {
        if (!stage_running(stage)) { /* Q at the first screen: come back */
            stage_close(stage);
            stage = stage_open(&options);
            g_string_assign(walked, "");
        }
        random_step(stage, walked);
        g_autofree char *fault = stage_running(stage) ? stage_fault(stage) : NULL;
        if (fault != NULL) {
            g_auto(GStrv) screen = stage_screen(stage);
            g_autofree char *shown = g_strjoinv("\n", screen);
            g_test_message("keys:%s\n%s\n%s", walked->str, fault, shown);
            g_test_fail();
            break;
        }
    }
    stage_close(stage);
}

int main(int argc, char **argv)
{
    static const Cast casts[] = {{24, 80, "en", "utf8", "mono"},
                                 {35, 120, "nl", "utf8", "auto"},
                                 {16, 60, "fr", "utf8", "contrast"},
                                 {24, 80, "en", "ascii", "light"}};
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(casts); i++) {
        g_autofree char *name = g_strdup_printf("/random keys/%dx%d in %s, %s", casts[i].columns, casts[i].rows,
                                                casts[i].language, casts[i].charset);
        g_test_add_data_func(name, &casts[i], random_keys);
    }
    return g_test_run();
}
