#include "views/inbox_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "list.h"
#include "overlay.h"
#include "views/learn_view.h"
#include <string.h>

enum { WIDEST = 100, NOTE_ROWS = 3, BAR_WIDEST = 50 };

/* The rows of the list: all files together first, where one of them can be imported, then each file. */
typedef struct {
    View view;
    List list;
    int top;      /* first line shown of the summary */
    char **lines; /* of the summary, broken at the width of the box */
} InboxView;

typedef enum { SHOWS_FILES, SHOWS_PROGRESS, SHOWS_SUMMARY } Shows;

static Shows shows(const View *view)
{
    const ImportRun *run = app_import(view->app);
    return run->pid != 0 ? SHOWS_PROGRESS : run->finished ? SHOWS_SUMMARY : SHOWS_FILES;
}

static const GPtrArray *files_of(const View *view)
{
    static const GPtrArray none;
    const Inbox *inbox = app_inbox(view->app);
    return inbox == NULL ? &none : inbox_files(inbox);
}

static int importable(const GPtrArray *files)
{
    int count = 0;
    for (guint i = 0; i < files->len; i++)
        count += ((const InboxFile *)g_ptr_array_index(files, i))->reason == NULL;
    return count;
}

/* The file of a row; NULL: the row of all of them, or there is none. */
static const InboxFile *file_at(const GPtrArray *files, size_t row)
{
    size_t first = importable(files) > 0 ? 1 : 0;
    return row >= first && row - first < files->len ? g_ptr_array_index(files, row - first) : NULL;
}

static const InboxFile *chosen(const InboxView *view)
{
    return file_at(files_of(&view->view), view->list.row);
}

static gint64 row_id(gconstpointer rows, size_t row)
{
    const InboxFile *file = file_at(rows, row);
    return file == NULL ? 1 : 2 + g_str_hash(file->path);
}

/* --- Size --------------------------------------------------------------------------------------------------- */

static int box_width(int columns)
{
    return MIN(WIDEST, MAX(24, columns - 4));
}

static int inner_rows(int rows)
{
    return MAX(1, rows - 6);
}

static void lines_make(InboxView *view)
{
    GPtrArray *lines = g_ptr_array_new();
    g_auto(GStrv) said = g_strsplit(app_import(view->view.app)->text->str, "\n", -1);
    int width = box_width(view->view.columns) - 4;
    for (char **line = said; *line != NULL && (line[1] != NULL || **line != '\0'); line++) {
        g_auto(GStrv) wrapped = text_wrap(*line, width);
        bool indented = g_str_has_prefix(*line, "  ");
        for (char **part = wrapped; *part != NULL; part++)
            g_ptr_array_add(lines, g_strconcat(indented && !g_str_has_prefix(*part, "  ") ? "    " : "", *part, NULL));
    }
    g_ptr_array_add(lines, NULL);
    g_strfreev(view->lines);
    view->lines = (char **)g_ptr_array_free(lines, FALSE);
}

static int last_top(const InboxView *view)
{
    return MAX(0, (int)g_strv_length(view->lines) - inner_rows(view->view.rows));
}

static bool reload(View *base, GError **error)
{
    InboxView *view = (InboxView *)base;
    (void)error;
    const GPtrArray *files = files_of(base);
    list_rows(&view->list, files, files->len + (importable(files) > 0 ? 1 : 0), row_id);
    lines_make(view);
    view->top = MIN(view->top, last_top(view));
    return true;
}

static void layout(View *base, int rows, int columns)
{
    InboxView *view = (InboxView *)base;
    (void)columns;
    list_height(&view->list, (size_t)MAX(1, inner_rows(rows) - NOTE_ROWS));
    lines_make(view);
    view->top = MIN(view->top, last_top(view));
}

/* --- Drawing ------------------------------------------------------------------------------------------------- */

static Canvas frame_paint(const Canvas *canvas, int rows, const char *title, const char *foot)
{
    int width = box_width(canvas->columns), height = MIN(rows, inner_rows(canvas->rows)) + 2;
    Canvas frame =
        canvas_part(canvas, MAX(1, (canvas->rows - height) / 2), (canvas->columns - width) / 2, height, width);
    paint_box(&frame, title, foot);
    return canvas_part(&frame, 1, 2, height - 2, width - 4);
}

static void draw_file(const Canvas *inner, int at, const InboxFile *file)
{
    g_autofree char *base = g_path_get_basename(file->path), *name = text_clean(base), *size = size_text(file->size);
    const char *kind = file->reason == NULL ? _(file->peek.format->label)
                       : file->list         ? _("an unknown list")
                                            : _("cannot be imported");
    int left = MAX(16, inner->columns * 2 / 5);
    paint_fit(inner, at, 2, left - 3, ROLE_NORMAL, name);
    paint_fit(inner, at, left, inner->columns - left - 11, file->reason == NULL ? ROLE_NORMAL : ROLE_WARN, kind);
    paint_right(inner, at, inner->columns - 10, 10, ROLE_NORMAL, size);
}

static void draw_all(const View *view, const Canvas *inner, int at)
{
    int count = importable(files_of(view));
    gint64 bytes = 0;
    for (guint i = 0; i < files_of(view)->len; i++) {
        const InboxFile *file = g_ptr_array_index(files_of(view), i);
        bytes += file->reason == NULL ? file->size : 0;
    }
    g_autofree char *size = size_text(bytes);
    paint_format(inner, at, 2, ROLE_NORMAL, NP_("Import %d file", "Import all %d files", count), count);
    paint_right(inner, at, inner->columns - 10, 10, ROLE_NORMAL, size);
}

/* Below the list: what is to be said of the chosen row, or of the folders. */
static char *note(const InboxView *view)
{
    const Inbox *inbox = app_inbox(view->view.app);
    const InboxFile *file = chosen(view);
    if (file != NULL && file->list)
        return g_strdup(_("No profile knows its columns.  Enter shows them: say once which is which."));
    if (file != NULL && file->reason != NULL)
        return g_strdup(file->reason);
    if (file != NULL)
        return path_shortened(file->path);
    if (inbox_trouble(inbox) != NULL)
        return g_strdup(inbox_trouble(inbox));
    if (inbox_waiting(inbox) > 0)
        return g_strdup_printf(_("Still being written: %d"), inbox_waiting(inbox));
    return g_strdup("");
}

static char *folders_words(char **folders)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (char **folder = folders; *folder != NULL; folder++) {
        g_autofree char *shown = path_shortened(*folder);
        g_string_append_printf(words, "%s%s", words->len > 0 ? "\n" : "", shown);
    }
    return text_clean_lines(words->str);
}

static void draw_empty(const View *view, Canvas *canvas)
{
    g_auto(GStrv) folders = inbox_folders(app_desk(view->app)->settings);
    g_autofree char *clean = folders_words(folders);
    const Inbox *inbox = app_inbox(view->app);
    GString *words = g_string_new(NULL);
    if (folders[0] == NULL)
        g_string_append(words, _("No folder is watched.  Put one in the setting import.watch (7), or import by hand: "
                                 "belronde import FILE"));
    else
        g_string_append_printf(words, _("Nothing new in the watched folders:\n%s"), clean);
    if (inbox_trouble(inbox) != NULL)
        g_string_append_printf(words, "\n%s", inbox_trouble(inbox));
    if (inbox_waiting(inbox) > 0)
        g_string_append_printf(words, _("\nStill being written: %d"), inbox_waiting(inbox));
    g_auto(GStrv) lines = text_wrap(words->str, box_width(canvas->columns) - 4);
    Canvas inner = frame_paint(canvas, (int)g_strv_length(lines), _("Import"), _("Esc close"));
    paint_wrap(&inner, 0, 0, ROLE_NORMAL, words->str);
    canvas_cursor(&inner, 0, 0);
    g_string_free(words, TRUE);
}

static void draw_files(const InboxView *view, Canvas *canvas)
{
    const GPtrArray *files = files_of(&view->view);
    if (files->len == 0) {
        draw_empty(&view->view, canvas);
        return;
    }
    Canvas inner =
        frame_paint(canvas, (int)view->list.count + NOTE_ROWS, _("New in the watched folders"), _("Esc close"));
    int shown = inner.rows - NOTE_ROWS;
    for (int i = 0; i < shown && view->list.top + (size_t)i < view->list.count; i++) {
        size_t row = view->list.top + (size_t)i;
        const InboxFile *file = file_at(files, row);
        if (file == NULL)
            draw_all(&view->view, &inner, i);
        else
            draw_file(&inner, i, file);
        if (row != view->list.row)
            continue;
        paint_text(&inner, i, 0, ROLE_NORMAL, ">");
        paint_role(&inner, i, 0, inner.columns, ROLE_SELECTED);
        canvas_cursor(&inner, i, 0);
    }
    g_autofree char *words = note(view), *clean = text_clean(words);
    Canvas below = canvas_part(&inner, shown + 1, 0, NOTE_ROWS - 1, inner.columns);
    paint_wrap(&below, 0, 0, ROLE_DIM, clean);
}

static void draw_progress(const View *view, Canvas *canvas)
{
    const ImportRun *run = app_import(view->app);
    g_autofree char *words = progress_words(&run->progress);
    Canvas inner = frame_paint(canvas, 5, _("Import"), _("Esc close, it goes on"));
    if (run->name == NULL)
        paint_text(&inner, 0, 0, ROLE_NORMAL, _("Looking at the files …"));
    else
        paint_format(&inner, 0, 0, ROLE_NORMAL, _("File %d of %d: %s"), run->file, run->files, run->name);
    paint_bar(&inner, 2, 0, MIN(BAR_WIDEST, inner.columns), progress_percent(&run->progress), 100, ROLE_NORMAL);
    paint_text(&inner, 3, 0, ROLE_NORMAL, words);
    canvas_cursor(&inner, 3, 0);
}

static void draw_summary(const InboxView *view, Canvas *canvas)
{
    int lines = (int)g_strv_length(view->lines);
    bool more = view->top < last_top(view);
    Canvas inner = frame_paint(canvas, lines, _("What the import brought"), more ? _("PgDn more") : _("Esc close"));
    for (int i = 0; i < inner.rows && view->top + i < lines; i++) {
        const char *line = view->lines[view->top + i];
        bool trouble = g_str_has_prefix(line, "belronde:") || g_str_has_prefix(line, "  !");
        paint_text(&inner, i, 0, trouble ? ROLE_WARN : ROLE_NORMAL, line);
    }
    canvas_cursor(&inner, 0, 0);
}

static void draw(const View *view, Canvas *canvas)
{
    switch (shows(view)) {
    case SHOWS_FILES: draw_files((const InboxView *)view, canvas); break;
    case SHOWS_PROGRESS: draw_progress(view, canvas); break;
    case SHOWS_SUMMARY: draw_summary((const InboxView *)view, canvas); break;
    }
}

/* --- Keys ---------------------------------------------------------------------------------------------------- */

static Next act_move(View *base, const Action *action)
{
    InboxView *view = (InboxView *)base;
    int page = MAX(1, inner_rows(base->rows) - 1);
    if (shows(base) == SHOWS_FILES) {
        list_act(&view->list, action->id);
        return next_redraw();
    }
    int step = action->id == ACTION_MOVE_UP     ? -1
               : action->id == ACTION_MOVE_DOWN ? 1
               : action->id == ACTION_MOVE_PGUP ? -page
               : action->id == ACTION_MOVE_PGDN ? page
               : action->id == ACTION_MOVE_HOME ? -last_top(view)
                                                : last_top(view);
    view->top = CLAMP(view->top + step, 0, last_top(view));
    return next_redraw();
}

static Next start(View *base, const char *path)
{
    const char *const words[] = {"--watched", path, NULL};
    ((InboxView *)base)->top = 0;
    (void)app_import_start(base->app, words);
    return next_reload();
}

static Next act_open(View *base, const Action *action)
{
    const InboxFile *file = chosen((InboxView *)base);
    GError *error = NULL;
    (void)action;
    if (shows(base) == SHOWS_SUMMARY) {
        app_import_read(base->app);
        return next_pop();
    }
    if (shows(base) == SHOWS_PROGRESS || files_of(base)->len == 0)
        return next_nothing();
    if (file != NULL && file->list) {
        View *view = learn_view_open(base->app, file->path, true, &error);
        return next_push_or(view, error);
    }
    if (file != NULL && file->reason != NULL)
        return next_say(next_nothing(), g_strdup(file->reason));
    return start(base, file == NULL ? NULL : file->path);
}

static Next act_back(View *base, const Action *action)
{
    (void)action;
    if (shows(base) == SHOWS_SUMMARY)
        app_import_read(base->app);
    return next_pop();
}

static Next stopped(View *base, const char *value, gpointer data)
{
    (void)data;
    if (value != NULL)
        app_import_stop(base->app);
    return next_redraw();
}

static Next act_stop(View *base, const Action *action)
{
    (void)action;
    if (shows(base) != SHOWS_PROGRESS)
        return next_aside();
    View *question =
        confirm_new(_("Stop the import?"), _("What is booked stays; the same file goes on where it was."), false);
    return next_ask(question, stopped, NULL, NULL);
}

static void footer(const View *view, Footer *foot)
{
    switch (shows(view)) {
    case SHOWS_FILES: {
        const InboxFile *file = chosen((const InboxView *)view);
        if (files_of(view)->len == 0)
            break;
        footer_words(foot, _("↑↓ choose"));
        footer_add(foot, ACTION_OPEN, file != NULL && file->list ? _("map its columns") : _("import"));
        break;
    }
    case SHOWS_PROGRESS: footer_add(foot, ACTION_STOP, _("stop")); break;
    case SHOWS_SUMMARY: footer_words(foot, _("↑↓ read")); break;
    }
    footer_words(foot, _("Esc close"));
}

static char *print(const View *view, GError **error)
{
    (void)error;
    return g_strdup(app_import(view->app)->text->str);
}

static void free_view(View *base)
{
    InboxView *view = (InboxView *)base;
    g_strfreev(view->lines);
    g_free(view);
}

static const ViewAct acts[] = {
    VIEW_MOVES(act_move), {ACTION_OPEN, act_open}, {ACTION_BACK, act_back}, {ACTION_STOP, act_stop}, {0, NULL},
};

static const ViewKind kind = {
    .name = "inbox",
    .chrome = OVERLAY,
    .help = N_("New files in the folders of the setting import.watch.  Enter imports all of them, or the one that is "
               "chosen; an unknown list is shown, so that you can say what its columns hold.  The import runs beside "
               "the desk: Esc closes this box and you go on working.  What it brought stands here when it is done."),
    .acts = acts,
    .context = CONTEXT_SETTINGS,
    .layout = layout,
    .draw = draw,
    .footer = footer,
    .reload = reload,
    .print = print,
    .free = free_view,
};

View *inbox_view_new(App *app)
{
    InboxView *view = g_new0(InboxView, 1);
    view->view.kind = &kind;
    view->view.app = app;
    view->lines = g_new0(char *, 1);
    return &view->view;
}
