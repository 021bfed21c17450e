#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"

View *app_base(const App *app)
{
    for (guint i = app->stack->len; i > 0; i--) {
        View *view = g_ptr_array_index(app->stack, i - 1);
        if (!(view->kind->chrome & OVERLAY))
            return view;
    }
    return NULL;
}

static Canvas whole(App *app)
{
    return (Canvas){
        .window = app->window, .theme = &app->theme, .rows = app->rows, .columns = app->columns, .cursor = app->cursor};
}

/* --- Title ---------------------------------------------------------------------------------------------- */

static void title_call(App *app, TitleRow *title)
{
    if (app->call.customer_id == 0)
        return;
    g_autofree char *clock = app_call_clock(app);
    title_part(title, g_strdup_printf(_("CALL %s"), clock));
}

/* The parts that fit beside the name, the last ones dropped first. */
static char *title_right(const GPtrArray *parts, int room, const char *gap)
{
    GString *right = g_string_new(NULL);
    for (guint i = 0; i < parts->len; i++) {
        const char *part = g_ptr_array_index(parts, i);
        int more = text_width(part) + (i > 0 ? text_width(gap) : 0);
        if (text_width(right->str) + more > room)
            break;
        g_string_append_printf(right, "%s%s", i > 0 ? gap : "", part);
    }
    return g_string_free(right, FALSE);
}

static void paint_title(App *app, const Canvas *canvas, const View *view)
{
    TitleRow title = {.name = g_string_new(NULL), .parts = g_ptr_array_new_with_free_func(g_free)};
    title_call(app, &title);
    if (app->alarm != NULL)
        title_part(&title, g_strconcat("! ", app->alarm, NULL));
    if (view->kind->title != NULL)
        view->kind->title(view, &title);
    Role role = app->alarm != NULL ? ROLE_WARN : ROLE_TITLE;
    paint_fit(canvas, 0, 0, canvas->columns, role, "");
    int used = paint_text(canvas, 0, 0, role, app->theme.ascii ? "#" : "▌");
    used += paint_format(canvas, 0, used, role, "DESK %s", title.name->str);
    g_autofree char *right =
        title_right(title.parts, canvas->columns - used - 3, canvas->columns >= 100 ? "   " : "  ");
    paint_right(canvas, 0, used, canvas->columns - used - 1, role, right);
    if (app->alarm != NULL)
        paint_role(canvas, 0, 0, canvas->columns, ROLE_SELECTED);
    g_string_free(title.name, TRUE);
    g_ptr_array_unref(title.parts);
}

/* --- Message row and footer ------------------------------------------------------------------------------- */

static void paint_message(const App *app, const Canvas *canvas, int row, const View *view)
{
    if (app->shown != NULL) {
        bool error = app->shown->kind == MESSAGE_ERROR;
        g_autofree char *words = g_strconcat(error ? "! " : "", app->shown->text, NULL);
        paint_fit(canvas, row, 0, canvas->columns, error ? ROLE_WARN : ROLE_GOOD, words);
        return;
    }
    g_autofree char *hint = view->kind->hint == NULL ? NULL : view->kind->hint(view);
    if (hint != NULL)
        paint_text(canvas, row, 0, ROLE_NORMAL, hint);
}

typedef struct {
    const App *app;
    const View *view;
} Asking;

static bool possible(const Action *action, gpointer data)
{
    const Asking *asking = data;
    return app_can(asking->app, asking->view, action);
}

static void paint_footer(const App *app, const Canvas *canvas, const View *view)
{
    Asking asking = {.app = app, .view = view};
    Footer footer;
    footer_start(&footer, app->keymap, view_context(view));
    footer.possible = possible;
    footer.data = &asking;
    if (view->kind->footer != NULL)
        view->kind->footer(view, &footer);
    else
        footer_all(&footer);
    g_autofree char *text = footer_text(&footer, app->options.footer, canvas->columns);
    if (app->options.footer != FOOTER_OFF)
        paint_fit(canvas, canvas->rows - 1, 0, canvas->columns, ROLE_TITLE, text);
    footer_clear(&footer);
}

/* --- The page of a window that is too small ----------------------------------------------------------------- */

static void paint_small(App *app)
{
    Canvas canvas = whole(app);
    paint_fit(&canvas, 0, 0, canvas.columns, ROLE_TITLE, "");
    int used = paint_text(&canvas, 0, 0, ROLE_TITLE, app->theme.ascii ? "#" : "▌");
    paint_format(&canvas, 0, used, ROLE_TITLE, _("DESK  window %dx%d"), app->columns, app->rows);
    g_autofree char *size =
        g_strdup_printf(_("Please make the window at least %d x %d."), SMALLEST_COLUMNS, SMALLEST_ROWS);
    bool call = app->call.customer_id != 0;
    g_autofree char *words = g_strdup_printf(
        "%s\n%s", size,
        call ? _("Nothing is lost: your draft is saved, the call runs on. Keys T (hang up) and Q still work.")
             : _("Nothing is lost: your draft is saved. Key Q still works."));
    int row = canvas.rows > 8 ? 2 : 1;
    row += paint_wrap(&canvas, row, 1, ROLE_NORMAL, words);
    canvas_cursor(&canvas, row, 1);
    if (!call)
        return;
    g_autofree char *clock = app_call_clock(app);
    row += canvas.rows > 8 ? 1 : 0;
    paint_format(&canvas, row, 1, ROLE_NORMAL, "%s   %s", app->call.name, app->call.phone);
    paint_format(&canvas, row + 1, 1, ROLE_NORMAL, _("CALL %s"), clock);
    canvas_cursor(&canvas, row, 1);
}

/* An unattended screen shows no customer. */
static void paint_blank(App *app)
{
    Canvas canvas = whole(app);
    paint_text(&canvas, canvas.rows / 2, 2, ROLE_NORMAL, _("The screen is resting.  Press any key."));
    canvas_cursor(&canvas, canvas.rows / 2, 2);
}

/* --- The whole screen ----------------------------------------------------------------------------------------- */

static Canvas body(App *app, const View *view)
{
    Canvas canvas = whole(app);
    unsigned chrome = view->kind->chrome;
    return chrome & OVERLAY ? canvas : canvas_part(&canvas, !(chrome & NO_TITLE), 0, view->rows, view->columns);
}

static void paint_views(App *app)
{
    guint base = 0;
    (void)g_ptr_array_find(app->stack, app_base(app), &base);
    for (guint i = base; i < app->stack->len; i++) {
        const View *view = g_ptr_array_index(app->stack, i);
        Canvas canvas = body(app, view);
        view->kind->draw(view, &canvas);
    }
}

static void paint_all(App *app)
{
    Canvas canvas = whole(app);
    const View *base = app_base(app), *top = app_top(app);
    unsigned chrome =
        top->kind->chrome & OVERLAY ? base->kind->chrome | (top->kind->chrome & NO_MESSAGE) : base->kind->chrome;
    const View *hinting = top->kind->hint != NULL ? top : base;
    if (!(chrome & NO_TITLE))
        paint_title(app, &canvas, base);
    if (!(chrome & NO_MESSAGE))
        paint_message(app, &canvas, app->rows - 2, hinting);
    if (!(chrome & NO_FOOTER))
        paint_footer(app, &canvas, top);
    paint_views(app);
    if (chrome & NO_MESSAGE && app->shown != NULL) /* no row of its own: the bottom row until the next key */
        paint_message(app, &canvas, app->rows - 1, hinting);
}

void app_paint(App *app)
{
    app->cursor[0] = app->cursor[1] = -1;
    werase(app->window);
    if (app->blank)
        paint_blank(app);
    else if (app->small)
        paint_small(app);
    else
        paint_all(app);
    bool placed = app->cursor[0] >= 0;
    wmove(app->window, placed ? app->cursor[0] : app->rows - 1, placed ? app->cursor[1] : 0);
}
