#include "reader.h"
#include "base/i18n.h"
#include <string.h>

typedef struct {
    View view;
    ReaderOptions options;
    GPtrArray *lines; /* char * */
    size_t top;
    bool placed; /* at_end has been done */
} Reader;

static void title(const View *view, TitleRow *row)
{
    const Reader *reader = (const Reader *)view;
    g_string_assign(row->name, reader->options.title);
    title_part(row, g_strdup(reader->options.right));
}

static size_t last_top(const Reader *reader)
{
    size_t height = (size_t)MAX(1, reader->view.rows);
    return reader->lines->len > height ? reader->lines->len - height : 0;
}

static void fill(Reader *reader)
{
    if (reader->view.columns == 0)
        return;
    g_ptr_array_set_size(reader->lines, 0);
    reader->options.fill(reader->lines, reader->view.app, reader->view.columns, reader->options.data);
    if (reader->options.at_end && !reader->placed)
        reader->top = reader->lines->len;
    reader->placed = true;
    reader->top = MIN(reader->top, last_top(reader));
}

static void layout(View *view, int rows, int columns)
{
    (void)rows, (void)columns;
    fill((Reader *)view);
}

static bool reload(View *view, GError **error)
{
    (void)error;
    fill((Reader *)view);
    return true;
}

/* A line that starts with a rule sign is a heading over the whole width. */
static void draw(const View *view, Canvas *canvas)
{
    const Reader *reader = (const Reader *)view;
    for (int i = 0; i < canvas->rows && reader->top + (size_t)i < reader->lines->len; i++) {
        const char *line = g_ptr_array_index(reader->lines, reader->top + (size_t)i);
        if (g_str_has_prefix(line, "── "))
            paint_rule(canvas, i, line + strlen("── "));
        else
            paint_text(canvas, i, 0, ROLE_NORMAL, line);
    }
    canvas_cursor(canvas, 0, 0);
}

static char *hint(const View *view)
{
    return g_strdup(((const Reader *)view)->options.hint);
}

static void footer(const View *view, Footer *footer)
{
    const Reader *reader = (const Reader *)view;
    if (reader->top < last_top(reader))
        footer_add(footer, ACTION_MOVE_PGDN, _("more"));
    else if (last_top(reader) > 0)
        footer_add(footer, ACTION_MOVE_PGUP, _("back up"));
    footer_add(footer, ACTION_PALETTE, _("find a command by name"));
    footer_words(footer, _("Esc back"));
}

static Next act_move(View *view, const Action *action)
{
    Reader *reader = (Reader *)view;
    size_t page = (size_t)MAX(1, view->rows - 1), last = last_top(reader);
    switch (action->id) {
    case ACTION_MOVE_UP: reader->top -= reader->top > 0; break;
    case ACTION_MOVE_DOWN: reader->top++; break;
    case ACTION_MOVE_PGUP: reader->top -= MIN(reader->top, page); break;
    case ACTION_MOVE_PGDN: reader->top += page; break;
    case ACTION_MOVE_HOME: reader->top = 0; break;
    default: reader->top = last; break;
    }
    reader->top = MIN(reader->top, last);
    return next_redraw();
}

static char *print(const View *view, GError **error)
{
    const Reader *reader = (const Reader *)view;
    GString *text = g_string_new(NULL);
    (void)error;
    for (guint i = 0; i < reader->lines->len; i++)
        g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(reader->lines, i));
    return g_string_free(text, FALSE);
}

static Next act_print(View *view, const Action *action)
{
    Reader *reader = (Reader *)view;
    (void)action;
    return reader->options.print != NULL ? reader->options.print(view, reader->options.data) : next_aside();
}

static void free_reader(View *view)
{
    Reader *reader = (Reader *)view;
    g_ptr_array_unref(reader->lines);
    g_free(reader->options.title);
    g_free(reader->options.right);
    g_free(reader->options.hint);
    if (reader->options.data_free != NULL)
        reader->options.data_free(reader->options.data);
    g_free((gpointer)view->kind);
    g_free(reader);
}

static const ViewAct acts[] = {VIEW_MOVES(act_move), {ACTION_PRINT, act_print}, {0, NULL}};

/* Each page has a kind of its own, because name and screen differ. */
static ViewKind *kind_of(const ReaderOptions *options)
{
    ViewKind *kind = g_new0(ViewKind, 1);
    *kind = (ViewKind){.name = options->screen_name,
                       .screen = options->screen,
                       .help = N_("Text to read.  The arrow keys and PgUp, PgDn move it; Esc goes back."),
                       .acts = acts,
                       .context = CONTEXT_SETTINGS,
                       .title = title,
                       .layout = layout,
                       .draw = draw,
                       .hint = options->hint == NULL ? NULL : hint,
                       .footer = footer,
                       .reload = reload,
                       .print = print,
                       .free = free_reader};
    return kind;
}

View *reader_new(App *app, const ReaderOptions *options)
{
    Reader *reader = g_new0(Reader, 1);
    reader->view.kind = kind_of(options);
    reader->view.app = app;
    reader->options = *options;
    reader->lines = g_ptr_array_new_with_free_func(g_free);
    return &reader->view;
}
