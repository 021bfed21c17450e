/* Runs the screen stories: tests/screens/NAME.story, a readable file of keys and the screens that must follow.
 *
 *   # any words
 *   now 2026-02-24T14:07        header: how the stage is set
 *   size 80x24
 *   language en                 en (default), nl, fr
 *   charset utf8                utf8 (default), ascii
 *   theme mono                  mono (default), auto, light, dark, contrast
 *   book calls                  tests/books/calls.sh builds the book; none: an empty one
 *   set keys.footer fkeys       a setting
 *   needs pdftotext             skipped, and says so, where that program is not installed
 *   also 120x35 nl              the same story again; its screens are in NAME.120x35.nl
 *
 *   copy import/x.csv in/x.csv  a file of tests/ stands below the home folder
 *   program story/slow-import   stands in for the program in imports beside the desk
 *
 *   keys <Down> N <Enter>       <Name> is one key, other characters are a key each; text:… types to the line's end
 *   paste …                     resize 60x16        wait 60 (seconds)
 *   row … / no …                some row of the screen holds these words / none does
 *   heard / ended               a program beside the desk has said something / has ended
 *   ends                        the agent has left the program
 *   screen                      the whole screen, between two lines of ---
 *
 * BELRONDE_RECORD=1 writes what the screens are (scripts/record-screens); the difference is reviewed like code. */
#include "base/text.h"
#include "stage.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *path, *name;
    char *size, *language; /* of the variant; NULL: as the story says */
} Story;

typedef struct {
    const Story *story;
    Stage *stage;
    StageOptions options;
    GString *settings, *copies;
    char **lines;
    guint line;        /* index into lines */
    GString *recorded; /* the file as it should be */
    char **expected;   /* lines of the variant's file; NULL: the story's own */
    guint at;          /* into expected */
    bool recording, failed, skipped;
} Play;

static void complain(Play *play, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void complain(Play *play, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *words = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_printerr("%s:%u: %s\n", play->story->path, play->line + 1, words);
    play->failed = true;
}

static void size_parse(Play *play, const char *words, int *rows, int *columns)
{
    if (sscanf(words, "%dx%d", columns, rows) != 2 || *rows < 1 || *columns < 1)
        complain(play, "a size is COLUMNSxROWS, not “%s”", words);
}

/* --- Header ------------------------------------------------------------------------------------------------ */

static void header_set(Play *play, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", 2);
    g_auto(GStrv) name = g_strsplit(parts[0], ".", 2);
    if (g_strv_length(parts) != 2 || g_strv_length(name) != 2) {
        complain(play, "set SECTION.KEY VALUE");
        return;
    }
    g_autofree char *head = g_strdup_printf("[%s]\n", name[0]), *line = g_strdup_printf("%s = %s\n", name[1], parts[1]);
    const char *there = strstr(play->settings->str, head); /* a section stands in a file once */
    if (there == NULL)
        g_string_append_printf(play->settings, "%s%s", head, line);
    else
        g_string_insert(play->settings, there - play->settings->str + (gssize)strlen(head), line);
}

static bool program_missing(const Play *play, const char *word, const char *program)
{
    if (play->stage != NULL || strcmp(word, "needs") != 0)
        return false;
    g_autofree char *path = g_find_program_in_path(program);
    g_autofree char *why = g_strdup_printf("%s is not installed", program);
    if (path == NULL)
        g_test_skip(why);
    return path == NULL;
}

/* false: not a header line. */
static bool header_line(Play *play, const char *word, const char *rest)
{
    StageOptions *options = &play->options;
    struct {
        const char *word, **value;
    } texts[] = {{"now", &options->now},     {"language", &options->language}, {"charset", &options->charset},
                 {"theme", &options->theme}, {"program", &options->program},   {"book", &options->book}};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (strcmp(word, texts[i].word) == 0) {
            *texts[i].value = g_intern_string(rest);
            return true;
        }
    if (strcmp(word, "size") == 0)
        size_parse(play, rest, &options->rows, &options->columns);
    else if (strcmp(word, "set") == 0)
        header_set(play, rest);
    else if (strcmp(word, "copy") == 0)
        g_string_append_printf(play->copies, "%s\n", rest);
    else
        return strcmp(word, "also") == 0 || strcmp(word, "needs") == 0;
    return true;
}

static void raise_curtain(Play *play)
{
    if (play->stage != NULL)
        return;
    if (play->story->size != NULL)
        size_parse(play, play->story->size, &play->options.rows, &play->options.columns);
    if (play->story->language != NULL)
        play->options.language = play->story->language;
    if (g_strcmp0(play->options.book, "none") == 0)
        play->options.book = NULL;
    play->options.settings = play->settings->str;
    play->options.copies = play->copies->str;
    play->stage = stage_open(&play->options);
}

/* --- Lines that do something ---------------------------------------------------------------------------------- */

static void play_keys(Play *play, const char *rest)
{
    const char *text = strstr(rest, "text:");
    g_autofree char *before = text == NULL ? g_strdup(rest) : g_strndup(rest, (size_t)(text - rest));
    g_auto(GStrv) tokens = g_strsplit(before, " ", -1);
    for (char **token = tokens; *token != NULL; token++)
        if (**token != '\0' && !stage_keys(play->stage, *token))
            complain(play, "%s is no key", *token);
    if (text != NULL)
        stage_type(play->stage, text + strlen("text:"));
    g_autofree char *fault = stage_running(play->stage) ? stage_fault(play->stage) : NULL;
    if (fault != NULL)
        complain(play, "%s", fault);
}

static void play_rows(Play *play, const char *words, bool wanted)
{
    g_auto(GStrv) screen = stage_screen(play->stage);
    bool found = false;
    for (char **row = screen; *row != NULL; row++)
        found = found || strstr(*row, words) != NULL;
    if (found != wanted && play->story->language == NULL) /* the words are in the story's own language */
        complain(play, wanted ? "no row holds “%s”" : "a row holds “%s”", words);
}

static void record_screen(Play *play, char **screen)
{
    g_string_append(play->recorded, "---\n");
    for (char **row = screen; *row != NULL; row++)
        g_string_append_printf(play->recorded, "%s\n", *row);
    g_string_append(play->recorded, "---\n");
}

/* Between the two lines of --- ; moves *at behind the second. */
static char **expected_screen(char **lines, guint *at)
{
    GPtrArray *rows = g_ptr_array_new();
    if (lines[*at] != NULL && strcmp(lines[*at], "---") == 0)
        for (++*at; lines[*at] != NULL && strcmp(lines[*at], "---") != 0; ++*at)
            g_ptr_array_add(rows, g_strchomp(g_strdup(lines[*at])));
    if (lines[*at] != NULL && strcmp(lines[*at], "---") == 0)
        ++*at;
    g_ptr_array_add(rows, NULL);
    return (char **)g_ptr_array_free(rows, FALSE);
}

static void show_difference(Play *play, char **wanted, char **screen)
{
    complain(play, "the screen is another one:");
    guint rows = MAX(g_strv_length(wanted), g_strv_length(screen));
    for (guint row = 0; row < rows; row++) {
        const char *want = row < g_strv_length(wanted) ? wanted[row] : "(no row)";
        const char *have = row < g_strv_length(screen) ? screen[row] : "(no row)";
        if (strcmp(want, have) == 0)
            g_printerr("      %s\n", have);
        else
            g_printerr("    - %s\n    + %s\n", want, have);
    }
}

static void play_screen(Play *play)
{
    g_auto(GStrv) screen = stage_screen(play->stage);
    guint own = play->line + 1;
    bool has_own = play->lines[own] != NULL && strcmp(play->lines[own], "---") == 0;
    g_auto(GStrv) in_story = has_own ? expected_screen(play->lines, &own) : NULL;
    g_auto(GStrv) in_variant = play->expected == NULL ? NULL : expected_screen(play->expected, &play->at);
    char **wanted = play->story->size != NULL ? in_variant : in_story;
    record_screen(play, screen);
    if (has_own)
        play->line = own - 1;
    if (play->recording)
        return;
    if (wanted == NULL || g_strv_length(wanted) == 0)
        complain(play, "this screen has not been recorded: scripts/record-screens");
    else if (!g_strv_equal((const char *const *)wanted, (const char *const *)screen))
        show_difference(play, wanted, screen);
}

static void play_line(Play *play, const char *word, const char *rest)
{
    int rows = 0, columns = 0;
    if (strcmp(word, "keys") == 0)
        play_keys(play, rest);
    else if (strcmp(word, "paste") == 0)
        stage_paste(play->stage, rest);
    else if (strcmp(word, "wait") == 0)
        stage_wait(play->stage, (int)g_ascii_strtoll(rest, NULL, 10));
    else if (strcmp(word, "row") == 0 || strcmp(word, "no") == 0)
        play_rows(play, rest, strcmp(word, "row") == 0);
    else if (strcmp(word, "ends") == 0) {
        if (stage_running(play->stage))
            complain(play, "the program goes on");
    } else if (strcmp(word, "resize") == 0) {
        size_parse(play, rest, &rows, &columns);
        stage_resize(play->stage, rows, columns);
    } else if (strcmp(word, "heard") == 0)
        stage_heard(play->stage);
    else if (strcmp(word, "ended") == 0)
        stage_ended(play->stage);
    else if (strcmp(word, "screen") == 0)
        play_screen(play);
    else
        complain(play, "a story knows no “%s”", word);
}

/* --- A whole story -------------------------------------------------------------------------------------------- */

static char *variant_path(const Story *story)
{
    g_autofree char *stem = g_strndup(story->path, strlen(story->path) - strlen(".story"));
    return story->language != NULL ? g_strdup_printf("%s.%s.%s", stem, story->size, story->language)
                                   : g_strdup_printf("%s.%s", stem, story->size);
}

static void play_lines(Play *play)
{
    for (play->line = 0; play->lines[play->line] != NULL && !play->skipped; play->line++) {
        char *line = play->lines[play->line];
        bool last = play->lines[play->line + 1] == NULL;
        bool own = play->story->size == NULL;
        if (own && !(last && *line == '\0'))
            g_string_append_printf(play->recorded, "%s\n", line);
        if (*line == '\0' || *line == '#')
            continue;
        g_auto(GStrv) words = g_strsplit(line, " ", 2);
        const char *rest = words[1] == NULL ? "" : words[1];
        play->skipped = program_missing(play, words[0], rest);
        if (play->stage == NULL && header_line(play, words[0], rest))
            continue;
        raise_curtain(play);
        play_line(play, words[0], rest);
    }
}

static void play_story(gconstpointer data)
{
    const Story *story = data;
    g_autofree char *text = NULL, *variant = story->size == NULL ? NULL : variant_path(story), *wanted = NULL;
    g_assert_true(g_file_get_contents(story->path, &text, NULL, NULL));
    Play play = {.story = story,
                 .options = {.rows = 24, .columns = 80, .now = "2026-02-24T14:07"},
                 .settings = g_string_new(NULL),
                 .copies = g_string_new(NULL),
                 .recorded = g_string_new(NULL),
                 .lines = g_strsplit(text, "\n", -1),
                 .recording = g_getenv("BELRONDE_RECORD") != NULL};
    if (variant != NULL)
        g_file_get_contents(variant, &wanted, NULL, NULL);
    play.expected = wanted == NULL ? NULL : g_strsplit(wanted, "\n", -1);
    play_lines(&play);
    if (play.stage != NULL)
        stage_close(play.stage);
    if (play.recording && !play.skipped)
        g_assert_true(g_file_set_contents(variant != NULL ? variant : story->path, play.recorded->str, -1, NULL));
    g_string_free(play.settings, TRUE);
    g_string_free(play.copies, TRUE);
    g_string_free(play.recorded, TRUE);
    g_strfreev(play.lines);
    g_strfreev(play.expected);
    if (play.failed)
        g_test_fail();
}

/* --- Finding the stories ---------------------------------------------------------------------------------------- */

static void story_free(gpointer data)
{
    Story *story = data;
    g_free(story->path);
    g_free(story->name);
    g_free(story->size);
    g_free(story->language);
    g_free(story);
}

static void story_add(const char *path, const char *name, const char *size, const char *language)
{
    Story *story = g_new0(Story, 1);
    story->path = g_strdup(path);
    story->name = g_strdup(name);
    story->size = g_strdup(size);
    story->language = g_strdup(language);
    g_autofree char *test = size == NULL
                                ? g_strdup_printf("/stories/%s", name)
                                : g_strdup_printf("/stories/%s at %s %s", name, size, language ? language : "");
    g_test_add_data_func_full(g_strchomp(test), story, play_story, story_free);
}

static void add_variants(const char *path, const char *name)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        if (g_str_has_prefix(*line, "also ")) {
            g_auto(GStrv) words = g_strsplit(g_strstrip(*line + strlen("also ")), " ", 2);
            story_add(path, name, words[0], words[1]);
        }
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autofree char *folder = g_build_filename(g_getenv("BELRONDE_TESTS"), "screens", NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name = NULL; (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(name, ".story"))
            g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        const char *file = g_ptr_array_index(names, i);
        g_autofree char *path = g_build_filename(folder, file, NULL);
        g_autofree char *name = g_strndup(file, strlen(file) - strlen(".story"));
        story_add(path, name, NULL, NULL);
        add_variants(path, name);
    }
    return g_test_run();
}
