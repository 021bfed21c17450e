/* A box of text over the screen. */
#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"

typedef struct {
    View view;
    char *title, *text;
    char **lines;
    int width, top;
} Box;

static int shown_rows(const Box *box, int rows)
{
    return MIN((int)g_strv_length(box->lines), MAX(1, rows - 6));
}

static void layout(View *view, int rows, int columns)
{
    Box *box = (Box *)view;
    g_strfreev(box->lines);
    box->width = MIN(70, MAX(24, columns - 4));
    box->lines = text_wrap(box->text, box->width - 4);
    box->top = CLAMP(box->top, 0, (int)g_strv_length(box->lines) - shown_rows(box, rows));
}

static void draw(const View *view, Canvas *canvas)
{
    const Box *box = (const Box *)view;
    int rows = shown_rows(box, canvas->rows);
    bool more = box->top + rows < (int)g_strv_length(box->lines);
    Canvas frame = canvas_part(canvas, MAX(1, (canvas->rows - rows - 2) / 2), (canvas->columns - box->width) / 2,
                               rows + 2, box->width);
    paint_box(&frame, box->title, more ? _("PgDn more") : _("Esc close"));
    for (int i = 0; i < rows; i++)
        paint_text(&frame, 1 + i, 2, ROLE_NORMAL, box->lines[box->top + i]);
    canvas_cursor(&frame, 1, 2);
}

static Next act_move(View *view, const Action *action)
{
    Box *box = (Box *)view;
    int rows = shown_rows(box, view->rows), last = (int)g_strv_length(box->lines) - rows;
    int step = action->id == ACTION_MOVE_PGUP || action->id == ACTION_MOVE_PGDN ? MAX(1, rows - 1) : 1;
    bool up = action->id == ACTION_MOVE_UP || action->id == ACTION_MOVE_PGUP;
    box->top = CLAMP(box->top + (up ? -step : step), 0, last);
    return next_redraw();
}

static Next act_close(View *view, const Action *action)
{
    (void)view, (void)action;
    return next_pop();
}

static void footer(const View *view, Footer *footer)
{
    (void)view;
    footer_words(footer, _("↑↓ read"));
    footer_words(footer, _("Esc close"));
}

static void free_box(View *view)
{
    Box *box = (Box *)view;
    g_free(box->title);
    g_free(box->text);
    g_strfreev(box->lines);
    g_free(box);
}

static const ViewAct acts[] = {{ACTION_MOVE_UP, act_move},   {ACTION_MOVE_DOWN, act_move}, {ACTION_MOVE_PGUP, act_move},
                               {ACTION_MOVE_PGDN, act_move}, {ACTION_OPEN, act_close},     {0, NULL}};

static const ViewKind kind = {.name = "text",
                              .chrome = OVERLAY,
                              .help = N_("Text to read; Esc closes it."),
                              .acts = acts,
                              .context = CONTEXT_SETTINGS,
                              .layout = layout,
                              .draw = draw,
                              .footer = footer,
                              .free = free_box};

View *text_new(const char *title, const char *text)
{
    Box *box = g_new0(Box, 1);
    box->view.kind = &kind;
    box->title = g_strdup(title);
    box->text = g_strdup(text);
    box->lines = text_wrap(text, 60);
    return &box->view;
}
