/* The desk on real terminals: it starts clean or says why not, survives what terminals do, and leaves clean. */
#include "driver.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;

static Pty *start_with(int rows, int columns, const char *const *env, bool ignore_hangup)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_ptr_array_add(all, (gpointer) "BELRONDE_SYNC=1");
    g_ptr_array_add(all, (gpointer) "TERM=xterm-256color");
    for (const char *const *name = env; name != NULL && *name != NULL; name++)
        g_ptr_array_add(all, (gpointer)*name);
    g_ptr_array_add(all, NULL);
    PtyOptions options = {
        .rows = rows, .columns = columns, .env = (const char *const *)all->pdata, .ignore_hangup = ignore_hangup};
    return pty_start(&options);
}

static Pty *start(void)
{
    Pty *pty = start_with(24, 80, NULL, false);
    g_assert_true(pty_idle(pty));
    return pty;
}

static void tell_screen(const Pty *pty, int status)
{
    g_auto(GStrv) screen = pty_screen(pty);
    g_autofree char *shown = g_strjoinv("\n", screen);
    g_test_message("status %d, screen:\n%s", status, shown);
}

static void check_left_clean(Pty *pty, int status)
{
    int got = pty_wait(pty, 5000);
    if (got != status)
        tell_screen(pty, got);
    g_assert_cmpint(got, ==, status);
    g_assert_false(pty_alternate(pty));
}

/* A marker may still be on its way from before: look again until the words are there. */
static void wait_for(Pty *pty, const char *words)
{
    while (!pty_shows(pty, words) && pty_idle(pty))
        continue;
    g_assert_true(pty_shows(pty, words));
}

static void leave(Pty *pty)
{
    pty_keys(pty, "<Esc>");
    g_assert_true(pty_idle(pty));
    g_assert_true(pty_cooked(pty) == false);
    pty_keys(pty, "q");
    check_left_clean(pty, 0);
    pty_free(pty);
}

/* --- Every terminal ------------------------------------------------------------------------------------------ */

static void it_works_on(gconstpointer data)
{
    const char *const *env = data;
    Pty *pty = start_with(24, 80, env, false);
    g_assert_true(pty_idle(pty));
    g_assert_true(pty_shows(pty, "DESK"));
    pty_keys(pty, "0");
    g_assert_true(pty_idle(pty));
    g_assert_true(pty_shows(pty, "Outcomes"));
    pty_keys(pty, "<Esc> : h e l p");
    g_assert_true(pty_idle(pty));
    g_assert_true(pty_shows(pty, "> help"));
    pty_keys(pty, "<Esc>");
    leave(pty);
}

static void it_refuses(gconstpointer data)
{
    const char *const *env = data;
    Pty *pty = start_with(24, 80, env, false);
    g_assert_cmpint(pty_wait(pty, 5000), ==, 2 << 8);
    g_auto(GStrv) screen = pty_screen(pty);
    int rows = 0;
    for (char **row = screen; *row != NULL; row++)
        rows += **row != '\0';
    g_assert_cmpint(rows, >=, 1); /* one sentence, perhaps on two lines */
    g_assert_cmpint(rows, <=, 2);
    g_assert_false(pty_alternate(pty));
    pty_free(pty);
}

static void it_refuses_a_pipe(void)
{
    const char *argv[] = {"/bin/sh", "-c", "\"$BELRONDE\" | cat; exit 0", NULL};
    const char *env[] = {"TERM=xterm-256color", NULL};
    PtyOptions options = {.rows = 24, .columns = 80, .argv = argv, .env = env};
    Pty *pty = pty_start(&options);
    g_assert_cmpint(pty_wait(pty, 5000), ==, 0);
    g_assert_true(pty_shows(pty, "terminal"));
    g_assert_false(pty_shows(pty, "DESK"));
    pty_free(pty);
}

/* --- Sizes --------------------------------------------------------------------------------------------------- */

static void a_storm_of_resizes_ends_on_the_right_screen(void)
{
    static const int sizes[][2] = {{0, 0},   {1, 1},     {12, 52}, {65535, 65535}, {24, 80},
                                   {16, 60}, {200, 300}, {2, 500}, {35, 120}};
    Pty *pty = start();
    for (int i = 0; i < 400; i++) {
        const int *size = sizes[i % (int)G_N_ELEMENTS(sizes)];
        pty_resize(pty, size[0] > 500 ? 500 : size[0], size[1] > 1000 ? 1000 : size[1]);
        if (i % 40 == 0)
            pty_keys(pty, "<Down>");
    }
    g_assert_true(pty_idle(pty));
    pty_resize(pty, 12, 52);
    wait_for(pty, "60 x 16");
    pty_resize(pty, 24, 80);
    wait_for(pty, "? help");
    leave(pty);
}

/* --- The end of the line ------------------------------------------------------------------------------------- */

static void a_cut_line_ends_the_desk_within_a_second(void)
{
    for (int ignored = 0; ignored <= 1; ignored++) { /* and when SIGHUP is ignored, as under nohup */
        Pty *pty = start_with(24, 80, NULL, ignored == 1);
        g_assert_true(pty_idle(pty));
        pty_close(pty);
        g_assert_cmpint(pty_wait(pty, 1000), !=, -1);
        pty_free(pty);
    }
}

static void a_hangup_signal_ends_it_within_a_second(void)
{
    Pty *pty = start();
    pty_signal(pty, SIGHUP);
    g_assert_cmpint(pty_wait(pty, 1000), ==, 0);
    pty_free(pty);
}

static void asked_to_end_it_leaves_the_terminal_clean(void)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGQUIT};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        Pty *pty = start();
        pty_signal(pty, numbers[i]);
        check_left_clean(pty, 0);
        pty_free(pty);
    }
}

static void blocked_output_cannot_hold_it(void)
{
    static const int numbers[] = {SIGTERM, SIGHUP};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        Pty *pty = start();
        pty_deaf(pty);
        pty_keys(pty, "0");
        g_usleep(50000); /* it is in write() now, or will be: both must end */
        pty_signal(pty, numbers[i]);
        gint64 before = g_get_monotonic_time();
        int status = -1;
        while (g_get_monotonic_time() - before < G_USEC_PER_SEC && status == -1) {
            status = kill(pty_pid(pty), 0) == 0 ? -1 : 0;
            g_usleep(5000);
        }
        g_assert_cmpint(status, ==, 0);
        pty_free(pty);
    }
}

/* --- Keys ---------------------------------------------------------------------------------------------------- */

static void send_and_wait(Pty *pty, const char *bytes, const char *words)
{
    pty_send(pty, bytes, strlen(bytes));
    wait_for(pty, words);
}

static void the_keypad_types_digits_even_in_application_mode(void)
{
    Pty *pty = start();
    pty_keys(pty, ":");
    g_assert_true(pty_idle(pty));
    send_and_wait(pty, "\033Oq\033Or\033Os\033Oo\033Oj", "> 123/*");
    pty_keys(pty, "<Esc>");
    g_assert_true(pty_idle(pty));
    leave(pty);
}

static void a_paste_outside_a_field_does_nothing_and_inside_is_text(void)
{
    Pty *pty = start();
    send_and_wait(pty, "\033[200~q\rq\r\033[201~", "paste");
    pty_keys(pty, ":");
    g_assert_true(pty_idle(pty));
    send_and_wait(pty, "\033[200~he\rlp\033[201~", "> he lp");
    pty_keys(pty, "<Esc>");
    g_assert_true(pty_idle(pty));
    leave(pty);
}

static void stopped_and_continued_it_comes_back(void)
{
    Pty *pty = start();
    for (int i = 0; i < 20; i++) {
        if (i % 2 == 0)
            pty_keys(pty, "<Ctrl-Z>");
        else
            pty_signal(pty, SIGTSTP);
        while (pty_stops(pty) <= i && pty_idle(pty))
            continue;
        g_assert_cmpint(pty_stops(pty), ==, i + 1);
        wait_for(pty, "DESK");
    }
    leave(pty);
}

static void noise_on_the_line_is_survived(void)
{
    Pty *pty = start();
    g_autoptr(GRand) random = g_rand_new_with_seed(20260224);
    for (int i = 0; i < 200; i++) {
        char noise[1000];
        for (size_t k = 0; k < sizeof noise; k++) {
            noise[k] = (char)g_rand_int_range(random, 0, 256);
            if (strchr("qQ\032\017\020", noise[k]) != NULL) /* leave, suspend, editor, print */
                noise[k] = 'x';
        }
        pty_send(pty, noise, sizeof noise);
    }
    pty_send(pty, "\033[201~", strlen("\033[201~"));
    while (!pty_shows(pty, "DESK") && pty_idle(pty))
        continue;
    int status = pty_wait(pty, 0); /* the palette may have been used to leave */
    tell_screen(pty, status);
    g_assert_true(status == 0 || (status == -1 && pty_shows(pty, "DESK")));
    pty_free(pty);
}

/* --- A morning on the real program ---------------------------------------------------------------------------- */

/* The book of tests/books/round.sh in a folder of its own. */
static Pty *start_round(const char *now)
{
    static bool built = false;
    if (!built) {
        g_autofree char *script = g_build_filename(g_getenv("BELRONDE_TESTS"), "books", "round.sh", NULL);
        const char *argv[] = {"/bin/bash", "-eu", script, NULL};
        g_autoptr(GError) error = NULL;
        int status = 0;
        built = true;
        g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
        g_assert_no_error(error);
        g_assert_cmpint(status, ==, 0);
    }
    g_autofree char *clock = g_strconcat(now == NULL ? "BELRONDE_NOT" : "BELRONDE_NOW=", now, NULL);
    const char *env[] = {clock, "LANGUAGE=en", NULL};
    Pty *pty = start_with(24, 80, env, false);
    g_assert_true(pty_idle(pty));
    return pty;
}

static gsize bytes_of_key(Pty *pty, const char *key)
{
    gsize before = pty_bytes(pty);
    pty_keys(pty, key);
    g_assert_true(pty_idle(pty));
    return pty_bytes(pty) - before;
}

static void moving_and_typing_send_few_bytes(void)
{
    Pty *pty = start_round("2026-02-24T14:07");
    (void)bytes_of_key(pty, "<Down>"); /* the first one also clears a message */
    for (int i = 0; i < 4; i++)
        g_assert_cmpuint(bytes_of_key(pty, "<Down>"), <=, 300);
    pty_keys(pty, "<F4>");
    g_assert_true(pty_idle(pty));
    (void)bytes_of_key(pty, "a");
    for (int i = 0; i < 4; i++)
        g_assert_cmpuint(bytes_of_key(pty, "b"), <=, 40);
    pty_keys(pty, "<Esc>");
    leave(pty);
}

static void nothing_is_sent_while_nothing_happens(void)
{
    Pty *pty = start_round("2026-02-24T14:07");
    gsize before = pty_bytes(pty);
    g_assert_cmpint(pty_wait(pty, 1500), ==, -1);
    g_assert_cmpuint(pty_bytes(pty), ==, before);
    leave(pty);
}

static void a_call_sends_one_group_of_cells_a_second(void)
{
    Pty *pty = start_round(NULL);
    pty_keys(pty, "3 1 f peerd <Enter>");
    g_assert_true(pty_idle(pty));
    pty_keys(pty, "t");
    wait_for(pty, "CALL 00:0");
    gsize before = pty_bytes(pty);
    g_assert_cmpint(pty_wait(pty, 2500), ==, -1);
    g_assert_cmpuint(pty_bytes(pty), >, before);
    g_assert_cmpuint(pty_bytes(pty) - before, <=, 150); /* the minute may turn meanwhile */
    pty_free(pty);
}

/* Off as shipped; with mouse = full a click selects and the wheel moves, and neither opens or logs anything. */
static void the_mouse_selects_where_it_was_asked_for(void)
{
    static const char *const asked[] = {"off", "full"};
    g_autofree char *place = g_build_filename(folder, "belronde", NULL);
    g_autofree char *settings = g_build_filename(place, "belronde.ini", NULL);
    g_mkdir_with_parents(place, 0700);
    for (int full = 0; full <= 1; full++) {
        int row = 0, column = 0;
        g_autofree char *lines = g_strdup_printf("[screen]\nmouse = %s\n", asked[full]);
        g_assert_true(g_file_set_contents(settings, lines, -1, NULL));
        Pty *pty = start_round("2026-02-24T14:07");
        const char *click = "\033[<0;10;7M\033[<0;10;7m", *wheel = "\033[<65;10;7M";
        if (full == 1)
            pty_send(pty, click, strlen(click));
        pty_keys(pty, "8"); /* says so: then what came before has been handled */
        wait_for(pty, "8 does nothing here");
        pty_cursor(pty, &row, &column);
        g_assert_cmpint(row, ==, full == 1 ? 6 : 3);
        if (full == 1)
            pty_send(pty, wheel, strlen(wheel));
        pty_keys(pty, "%");
        wait_for(pty, "% does nothing here");
        pty_cursor(pty, &row, &column);
        g_assert_cmpint(row, ==, full == 1 ? 7 : 3);
        leave(pty);
    }
    g_unlink(settings);
}

static void a_half_typed_note_survives_kill_nine(void)
{
    Pty *pty = start_round("2026-02-24T14:07");
    pty_keys(pty, "<Enter> e half-a-sentence");
    g_assert_true(pty_idle(pty));
    pty_signal(pty, SIGKILL);
    g_assert_cmpint(pty_wait(pty, 2000), ==, SIGKILL);
    pty_free(pty);
    pty = start_round("2026-02-24T14:09");
    pty_keys(pty, "<Enter>");
    wait_for(pty, "half-a-sentence");
    pty_signal(pty, SIGTERM);
    check_left_clean(pty, 0);
    pty_free(pty);
}

/* --- An import at a terminal ------------------------------------------------------------------------------------- */

static char *large_list(int rows)
{
    g_autoptr(GString) text = g_string_new("customer_number;customer_name;invoice_number;due_date;open_amount\n");
    for (int i = 0; i < rows; i++)
        g_string_append_printf(text, "C%d;Bakkerij %d BV;F%06d;2026-02-01;100,00\n", i % 500, i % 500, i);
    char *path = g_build_filename(folder, "large.csv", NULL);
    g_assert_true(g_file_set_contents(path, text->str, -1, NULL));
    return path;
}

static Pty *start_import(const char *path)
{
    g_autofree char *book = g_build_filename(folder, "import.db", NULL);
    const char *argv[] = {g_getenv("BELRONDE"), "--db", book, "import", path, NULL};
    const char *env[] = {"TERM=xterm-256color", "LANGUAGE=en", NULL};
    PtyOptions options = {.rows = 24, .columns = 100, .argv = argv, .env = env};
    return pty_start(&options);
}

/* A bar with rate and time left; Ctrl-C ends it after the row at hand, and the same file goes on from there. */
static void ctrl_c_stops_an_import_clean_and_the_same_file_goes_on(void)
{
    enum { ROWS = 100000 }; /* long enough for the time left to be known */
    g_autofree char *path = large_list(ROWS), *book = g_build_filename(folder, "import.db", NULL);
    Pty *pty = start_import(path);
    for (int i = 0; i < 3000 && !pty_shows(pty, " left"); i++)
        g_assert_cmpint(pty_wait(pty, 10), ==, -1);
    g_assert_true(pty_shows(pty, "/s  about "));
    pty_keys(pty, "<Ctrl-C>");
    g_assert_cmpint(pty_wait(pty, 20000), ==, 1 << 8); /* done, with a warning */
    g_assert_true(pty_shows(pty, "Stopped"));
    pty_free(pty);
    pty = start_import(path);
    g_assert_cmpint(pty_wait(pty, 120000), ==, 0);
    g_autofree char *all = g_strdup_printf("%d lines read", ROWS);
    g_assert_true(pty_shows(pty, all));
    g_assert_false(pty_shows(pty, " 0 known already")); /* it did not begin anew */
    g_assert_false(pty_shows(pty, "["));                /* the bar is gone */
    pty_free(pty);
    const char *argv[] = {g_getenv("BELRONDE"), "--db", book, "check", NULL};
    g_autofree char *said = NULL;
    int status = -1;
    g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
}

/* --- The table ----------------------------------------------------------------------------------------------- */

static const char *const xterm[] = {"TERM=xterm-256color", NULL};
static const char *const screen[] = {"TERM=screen-256color", NULL};
static const char *const console[] = {"TERM=linux", NULL};
static const char *const vt100[] = {"TERM=vt100", NULL};
static const char *const no_color[] = {"NO_COLOR=1", NULL};
static const char *const c_locale[] = {"LC_ALL=C", NULL};
static const char *const c_vt100[] = {"LC_ALL=C", "TERM=vt100", NULL};
static const char *const dumb[] = {"TERM=dumb", NULL};
static const char *const unknown[] = {"TERM=no-such-terminal", NULL};
static const char *const none[] = {"TERM", NULL};

static void enter_folder(void)
{
    static const char *const places[] = {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "BELRONDE_ETC", "HOME"};
    folder = g_dir_make_tmp("belronde-pty-XXXXXX", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        g_setenv(places[i], folder, TRUE);
}

static void remove_folder(void)
{
    const char *argv[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    enter_folder();
    g_test_add_data_func("/terminals/xterm-256color", xterm, it_works_on);
    g_test_add_data_func("/terminals/screen-256color", screen, it_works_on);
    g_test_add_data_func("/terminals/the Linux console", console, it_works_on);
    g_test_add_data_func("/terminals/vt100", vt100, it_works_on);
    g_test_add_data_func("/terminals/NO_COLOR", no_color, it_works_on);
    g_test_add_data_func("/terminals/the C locale", c_locale, it_works_on);
    g_test_add_data_func("/terminals/vt100 in the C locale", c_vt100, it_works_on);
    g_test_add_data_func("/terminals/a dumb one is refused", dumb, it_refuses);
    g_test_add_data_func("/terminals/an unknown one is refused", unknown, it_refuses);
    g_test_add_data_func("/terminals/none is refused", none, it_refuses);
    g_test_add_func("/terminals/a pipe is refused", it_refuses_a_pipe);
    g_test_add_func("/sizes/a storm of resizes ends on the right screen", a_storm_of_resizes_ends_on_the_right_screen);
    g_test_add_func("/end/a cut line ends the desk within a second", a_cut_line_ends_the_desk_within_a_second);
    g_test_add_func("/end/a hang-up signal ends it within a second", a_hangup_signal_ends_it_within_a_second);
    g_test_add_func("/end/asked to end it leaves the terminal clean", asked_to_end_it_leaves_the_terminal_clean);
    g_test_add_func("/end/blocked output cannot hold it", blocked_output_cannot_hold_it);
    g_test_add_func("/keys/the keypad types digits", the_keypad_types_digits_even_in_application_mode);
    g_test_add_func("/keys/a paste is text or nothing", a_paste_outside_a_field_does_nothing_and_inside_is_text);
    g_test_add_func("/keys/stopped and continued it comes back", stopped_and_continued_it_comes_back);
    g_test_add_func("/keys/noise on the line is survived", noise_on_the_line_is_survived);
    g_test_add_func("/morning/moving and typing send few bytes", moving_and_typing_send_few_bytes);
    g_test_add_func("/morning/nothing is sent while nothing happens", nothing_is_sent_while_nothing_happens);
    g_test_add_func("/morning/a call sends one group of cells a second", a_call_sends_one_group_of_cells_a_second);
    g_test_add_func("/morning/the mouse selects where it was asked for", the_mouse_selects_where_it_was_asked_for);
    g_test_add_func("/morning/a half-typed note survives kill -9", a_half_typed_note_survives_kill_nine);
    g_test_add_func("/import/Ctrl-C stops an import clean and the same file goes on",
                    ctrl_c_stops_an_import_clean_and_the_same_file_goes_on);
    int status = g_test_run();
    remove_folder();
    return status;
}
