#include "stage.h"
#include "base/i18n.h"
#include "base/text.h"
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* --- Book and folders ------------------------------------------------------------------------------------ */

static char *first_folder; /* of this program: built books are kept here and copied per stage */

static void remove_folder(const char *path)
{
    GDir *folder = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    const char *name = NULL;
    while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        remove_folder(inside);
    }
    if (folder != NULL)
        g_dir_close(folder);
    g_remove(path);
}

static void remove_first_folder(void)
{
    remove_folder(first_folder);
    g_free(first_folder);
}

static void enter_folder(const char *folder)
{
    static const char *const places[][2] = {{"XDG_DATA_HOME", "share"},
                                            {"XDG_STATE_HOME", "state"},
                                            {"XDG_CONFIG_HOME", "config"},
                                            {"BELRONDE_ETC", "etc"},
                                            {"HOME", "home"}};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_build_filename(folder, places[i][1], NULL);
        g_assert_cmpint(g_mkdir_with_parents(path, 0700), ==, 0);
        g_setenv(places[i][0], path, TRUE);
    }
}

static char *database_in(const char *folder)
{
    return g_build_filename(folder, "share", "belronde", "belronde.db", NULL);
}

/* Runs tests/books/NAME.sh through the real program, once per program run. */
static char *book_built(const char *name, const char *now)
{
    g_autofree char *file = g_strconcat(name, ".sh", NULL);
    g_autofree char *script = g_build_filename(g_getenv("BELRONDE_TESTS"), "books", file, NULL);
    char *folder = g_build_filename(first_folder, name, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *output = NULL, *complaints = NULL;
    int status = 0;
    if (g_file_test(folder, G_FILE_TEST_IS_DIR))
        return folder;
    enter_folder(folder);
    g_setenv("BELRONDE_NOW", now, TRUE);
    g_setenv("LANGUAGE", "en", TRUE); /* what a book says must not depend on the story before */
    char *argv[] = {(char *)"/bin/bash", (char *)"-eu", script, NULL};
    bool ran = g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &complaints, &status, &error) &&
               g_spawn_check_wait_status(status, &error);
    g_unsetenv("BELRONDE_NOW");
    if (!ran)
        g_error("%s: %s\n%s%s", script, error->message, output, complaints);
    return folder;
}

static void take_book(const char *name, const char *now, const char *folder)
{
    g_autofree char *built = book_built(name, now), *from = database_in(built), *to = database_in(folder);
    g_autofree char *place = g_path_get_dirname(to), *bytes = NULL;
    gsize length = 0;
    g_autoptr(GError) error = NULL;
    enter_folder(folder);
    g_mkdir_with_parents(place, 0700);
    if (!g_file_get_contents(from, &bytes, &length, &error) ||
        !g_file_set_contents_full(to, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, &error))
        g_error("%s", error->message);
}

static void write_settings(const char *folder, const char *lines)
{
    g_autofree char *path = g_build_filename(folder, "config", "belronde", "belronde.ini", NULL);
    g_autofree char *place = g_path_get_dirname(path);
    g_mkdir_with_parents(place, 0700);
    g_assert_true(g_file_set_contents(path, lines, -1, NULL));
}

static void copy_files(const char *folder, const char *copies)
{
    g_auto(GStrv) lines = g_strsplit(copies, "\n", -1);
    for (char **line = lines; *line != NULL && **line != '\0'; line++) {
        g_auto(GStrv) words = g_strsplit(*line, " ", 2);
        g_autofree char *from = g_build_filename(g_getenv("BELRONDE_TESTS"), words[0], NULL), *bytes = NULL;
        g_autofree char *to = g_build_filename(folder, "home", words[1], NULL), *place = g_path_get_dirname(to);
        gsize length = 0;
        g_mkdir_with_parents(place, 0700);
        if (!g_file_get_contents(from, &bytes, &length, NULL) || !g_file_set_contents(to, bytes, (gssize)length, NULL))
            g_error("%s cannot be copied", from);
    }
}

/* --- Opening --------------------------------------------------------------------------------------------- */

static void screen_up(void)
{
    static bool up = false;
    if (up)
        return;
    up = true;
    FILE *nowhere = fopen("/dev/null", "r+");
    setlocale(LC_ALL, "C.UTF-8");
    if (newterm("xterm-256color", nowhere, nowhere) == NULL)
        g_error("this system does not know the terminal xterm-256color");
    first_folder = g_dir_make_tmp("belronde-stage-XXXXXX", NULL);
    atexit(remove_first_folder);
}

static char *settings_of(const StageOptions *options)
{
    return g_strdup_printf("[screen]\ntheme = %s\ncharset = %s\n\n%s", options->theme == NULL ? "mono" : options->theme,
                           options->charset == NULL ? "utf8" : options->charset,
                           options->settings == NULL ? "" : options->settings);
}

Stage *stage_open(const StageOptions *options)
{
    static int number = 0;
    g_autoptr(GError) error = NULL;
    screen_up();
    Stage *stage = g_new0(Stage, 1);
    stage->rows = options->rows;
    stage->columns = options->columns;
    stage->folder = g_strdup_printf("%s/stage-%d", first_folder, number++);
    enter_folder(stage->folder);
    if (options->book != NULL)
        take_book(options->book, options->now, stage->folder);
    g_autofree char *settings = settings_of(options);
    write_settings(stage->folder, settings);
    if (options->copies != NULL)
        copy_files(stage->folder, options->copies);
    g_assert_true(clock_fix(options->now, NULL));
    DeskOptions desk = {
        .agent = "An", .language = options->language == NULL ? "en" : options->language, .mode = STORE_CREATE};
    stage->desk = desk_open(&desk, &error);
    if (stage->desk == NULL)
        g_error("%s", error->message);
    resize_term(options->rows, options->columns);
    stage->app = desk_app(stage->desk, &error);
    if (stage->app == NULL)
        g_error("%s", error->message);
    g_free(stage->app->program);
    stage->app->program = options->program != NULL
                              ? g_build_filename(g_getenv("BELRONDE_TESTS"), options->program, NULL)
                              : g_strdup(g_getenv("BELRONDE"));
    app_draw(stage->app);
    return stage;
}

void stage_close(Stage *stage)
{
    app_free(stage->app);
    desk_close(stage->desk);
    remove_folder(stage->folder);
    g_free(stage->folder);
    g_free(stage);
    clock_release();
}

bool stage_running(const Stage *stage)
{
    return !stage->app->done;
}

/* --- Keys --------------------------------------------------------------------------------------------------- */

static void stage_event(Stage *stage, Event *event)
{
    if (!stage_running(stage))
        return;
    app_event(stage->app, event);
    children_ready(stage->app);
    if (stage_running(stage))
        app_draw(stage->app);
}

void stage_stroke(Stage *stage, Stroke stroke, const char *text)
{
    Event event = {.kind = EVENT_STROKE, .stroke = stroke};
    g_strlcpy(event.text, text, sizeof event.text);
    stage_event(stage, &event);
}

void stage_type(Stage *stage, const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        g_autofree char *character = g_utf8_substring(at, 0, 1);
        stage_stroke(stage, stroke_of_character(g_utf8_get_char(at)), character);
    }
}

bool stage_keys(Stage *stage, const char *token)
{
    size_t length = strlen(token);
    if (token[0] != '<' || length < 3 || token[length - 1] != '>') {
        stage_type(stage, token);
        return true;
    }
    g_autofree char *name = g_strndup(token + 1, length - 2);
    Stroke stroke = stroke_parse(name);
    stage_stroke(stage, stroke, stroke == ' ' ? " " : "");
    return stroke != STROKE_NONE;
}

void stage_paste(Stage *stage, const char *text)
{
    Event event = {.kind = EVENT_PASTE, .pasted = g_strdup(text)};
    stage_event(stage, &event);
}

void stage_resize(Stage *stage, int rows, int columns)
{
    stage->rows = rows;
    stage->columns = columns;
    resize_term(rows, columns);
    app_size(stage->app);
    app_draw(stage->app);
}

void stage_wait(Stage *stage, int seconds)
{
    if (!stage_running(stage))
        return;
    clock_advance(seconds);
    app_tick(stage->app);
    if (stage_running(stage))
        app_draw(stage->app);
}

/* --- Programs beside the desk ----------------------------------------------------------------------------------- */

enum { PATIENCE = 6000, NAP_US = 10000 };

void stage_heard(Stage *stage)
{
    for (int i = 0; i < PATIENCE && stage->app->import.name == NULL; i++) {
        g_usleep(NAP_US);
        children_ready(stage->app);
    }
    app_draw(stage->app);
}

void stage_ended(Stage *stage)
{
    for (int i = 0; i < PATIENCE && stage->app->children->len > 0; i++) {
        g_usleep(NAP_US);
        children_ready(stage->app);
    }
    app_draw(stage->app);
}

/* --- Reading back ------------------------------------------------------------------------------------------- */

static void read_cell(int row, int column, cchar_t *cell, wchar_t text[CCHARW_MAX + 1])
{
    attr_t attributes = 0;
    short pair = 0;
    memset(text, 0, sizeof(wchar_t) * (CCHARW_MAX + 1));
    mvwin_wch(curscr, row, column, cell);
    getcchar(cell, text, &attributes, &pair, NULL);
}

char **stage_screen(const Stage *stage)
{
    GPtrArray *rows = g_ptr_array_new();
    int cursor_row = 0, cursor_column = 0;
    getyx(curscr, cursor_row, cursor_column); /* reading moves it */
    for (int row = 0; row < stage->rows; row++) {
        GString *line = g_string_new(NULL);
        for (int column = 0; column < stage->columns;) {
            cchar_t cell;
            wchar_t text[CCHARW_MAX + 1];
            read_cell(row, column, &cell, text);
            int width = 0;
            for (int i = 0; text[i] != L'\0'; i++) {
                g_string_append_unichar(line, (gunichar)text[i]);
                width += MAX(0, wcwidth(text[i]));
            }
            column += MAX(1, width);
        }
        g_ptr_array_add(rows, g_strchomp(g_string_free(line, FALSE)));
    }
    wmove(curscr, cursor_row, cursor_column);
    g_ptr_array_add(rows, NULL);
    return (char **)g_ptr_array_free(rows, FALSE);
}

void stage_cursor(const Stage *stage, int *row, int *column)
{
    (void)stage;
    getyx(curscr, *row, *column);
}

/* Rows painted as selected: reverse from edge to edge of the list would be too strict, so any reversed cell between
 * title and footer counts. */
static bool reversed_row(const Stage *stage, int row)
{
    for (int column = 0; column < stage->columns; column++) {
        chtype cell = mvwinch(curscr, row, column);
        if (cell & A_REVERSE)
            return true;
    }
    return false;
}

static char *cursor_fault(const Stage *stage)
{
    int row = 0, column = 0, selected = 0;
    stage_cursor(stage, &row, &column);
    for (int i = 1; i < stage->rows - 1; i++)
        selected += reversed_row(stage, i);
    wmove(curscr, row, column);
    if (row < 0 || row >= stage->rows || column < 0 || column >= stage->columns)
        return g_strdup_printf("the cursor is at %d,%d, outside the screen", row, column);
    View *top = app_top(stage->app);
    bool typing = context_typing(view_context(top)), on_it = reversed_row(stage, row);
    wmove(curscr, row, column);
    bool reading = strcmp(top->kind->name, "text") == 0 || /* a box to read has nothing selected */
                   strcmp(top->kind->name, "inbox") == 0;
    if (selected == 1 && !typing && !reading && !on_it)
        return g_strdup_printf("the cursor is in row %d, which is not the selected one", row);
    return NULL;
}

/* Exempt: a window too small, the page of all keys, footer = off. */
static char *footer_fault(const Stage *stage, char **screen)
{
    const View *top = app_top(stage->app);
    const char *footer = screen[stage->rows - 1];
    if (stage->app->small || stage->app->blank || top->kind->chrome & NO_FOOTER ||
        stage->app->options.footer == FOOTER_OFF)
        return NULL;
    if (stage->app->shown != NULL && app_base(stage->app)->kind->chrome & NO_MESSAGE)
        return NULL; /* the message stands there until the next key */
    const char *help = _("help");
    g_autofree char *question = g_strdup_printf("? %s", help), *fkey = g_strdup_printf("F1 %s", help);
    bool ends = g_str_has_suffix(footer, question) || g_str_has_suffix(footer, fkey);
    return ends ? NULL : g_strdup_printf("the footer of %s names no help: “%s”", top->kind->name, footer);
}

char *stage_fault(const Stage *stage)
{
    g_auto(GStrv) screen = stage_screen(stage);
    for (int row = 0; row < stage->rows; row++) {
        if (text_width(screen[row]) > stage->columns)
            return g_strdup_printf("row %d is %d columns wide", row, text_width(screen[row]));
        if (stage->app->theme.ascii && !g_str_is_ascii(screen[row]))
            return g_strdup_printf("row %d is not ASCII: %s", row, screen[row]);
    }
    char *fault = footer_fault(stage, screen);
    return fault != NULL ? fault : cursor_fault(stage);
}
