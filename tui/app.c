#include "app_inside.h"
#include "base/i18n.h"
#include <poll.h>
#include <stdlib.h>
#include <string.h>

enum { BURST_MAX = 512, VERSION_MS = 5000, MINUTE_MS = 60000 };

static void message_free(gpointer data)
{
    Message *message = data;
    g_free(message->text);
    g_free(message);
}

App *app_new(const AppOptions *options)
{
    App *app = g_new0(App, 1);
    app->options = *options;
    app->desk = options->desk;
    app->keymap = options->keymap;
    app->stack = g_ptr_array_new();
    app->later = g_ptr_array_new();
    app->messages = g_ptr_array_new_with_free_func(message_free);
    app->children = g_ptr_array_new();
    app->unwinding = -1;
    app->minute = clock_now().minute;
    app->last_stroke = clock_monotonic_ms();
    theme_start(&app->theme, options->theme, options->charset, options->flat);
    g_autoptr(GError) error = NULL;
    if (!theme_lay(&app->theme, options->looks, &error))
        app_say(app, MESSAGE_ERROR, g_strdup(error->message));
    app_size(app);
    app_import_open(app);
    app->courier_said = g_ptr_array_new_with_free_func(g_free);
    return app;
}

void app_free(App *app)
{
    children_free(app);
    app_import_free(app);
    g_ptr_array_unref(app->courier_said);
    while (app->stack->len > 0)
        view_free(g_ptr_array_steal_index(app->stack, app->stack->len - 1));
    g_ptr_array_unref(app->stack);
    g_ptr_array_unref(app->later);
    g_ptr_array_unref(app->messages);
    g_ptr_array_unref(app->children);
    keymap_free(app->keymap);
    g_strfreev(app->options.dial);
    g_strfreev(app->options.hang_up);
    g_strfreev(app->options.print);
    g_strfreev(app->options.editor);
    g_free(app->alarm);
    g_free(app->call.name);
    g_free(app->call.phone);
    g_free(app->edit.text);
    if (app->window != NULL)
        delwin(app->window);
    g_free(app);
}

View *app_top(const App *app)
{
    return app->stack->len == 0 ? NULL : g_ptr_array_index(app->stack, app->stack->len - 1);
}

void app_layout(App *app, View *view)
{
    unsigned chrome = view->kind->chrome;
    int taken = chrome & OVERLAY ? 0 : !(chrome & NO_TITLE) + !(chrome & NO_MESSAGE) + !(chrome & NO_FOOTER);
    view->rows = app->small ? 0 : MAX(0, app->rows - taken);
    view->columns = app->small ? 0 : app->columns;
    if (view->kind->layout != NULL)
        view->kind->layout(view, view->rows, view->columns);
}

void app_size(App *app)
{
    app->rows = LINES;
    app->columns = COLS;
    app->small = app->rows < SMALLEST_ROWS || app->columns < SMALLEST_COLUMNS;
    if (app->window != NULL)
        delwin(app->window);
    app->window = newwin(0, 0, 0, 0); /* may be NULL in a window of 1x1: then nothing is painted */
    for (guint i = 0; i < app->stack->len; i++)
        app_layout(app, g_ptr_array_index(app->stack, i));
    app->repaint = true;
    app->dirty = true;
}

bool app_view_reload(App *app, View *view)
{
    g_autoptr(GError) error = NULL;
    app->dirty = true;
    if (view->kind->reload == NULL || view->kind->reload(view, &error))
        return true;
    app_say(app, MESSAGE_ERROR, g_strdup(error->message));
    return false;
}

void app_push(App *app, View *view)
{
    view->app = app;
    view->owner = app_top(app);
    g_ptr_array_add(app->stack, view);
    app_layout(app, view);
    app_view_reload(app, view);
}

void app_reload_all(App *app)
{
    for (guint i = 0; i < app->stack->len; i++)
        app_view_reload(app, g_ptr_array_index(app->stack, i));
}

void app_save(App *app)
{
    if (app->save != NULL)
        app->save(app->save_data);
}

/* --- Events -------------------------------------------------------------------------------------------- */

static void app_pasted(App *app, char *pasted)
{
    View *top = app_top(app);
    if (context_typing(view_context(top)) && top->kind->text != NULL && !app->small)
        app_perform(app, top, top->kind->text(top, g_strdelimit(pasted, "\r\n\t", ' '), true));
    else
        app_say(app, MESSAGE_TOAST, g_strdup(_("A paste goes into a field only; nothing was done with it.")));
    g_free(pasted);
}

static void app_leave(App *app)
{
    app_save(app);
    app->done = true;
}

/* The key that brings a blanked screen back does nothing else. */
static bool app_wake(App *app)
{
    bool slept = app->blank;
    app->last_stroke = clock_monotonic_ms();
    app->blank = false;
    app->dirty = app->dirty || slept;
    return slept;
}

void app_event(App *app, Event *event)
{
    switch (event->kind) {
    case EVENT_STROKE:
        app->strokes++;
        if (app_wake(app))
            break;
        if (event->stroke == STROKE_CLICK)
            app_click(app, event->row);
        else
            app_stroke(app, event->stroke, event->text);
        break;
    case EVENT_PASTE: app_pasted(app, g_steal_pointer(&event->pasted)); break;
    case EVENT_RESIZE:
        terminal_resize();
        app_size(app);
        break;
    case EVENT_CONTINUE: app_size(app); break;
    case EVENT_SUSPEND: terminal_suspend(); break;
    case EVENT_CHILD: break; /* children_ready looks after every wake-up */
    case EVENT_LEAVE:
    case EVENT_GONE: app_leave(app); break;
    case EVENT_NONE: break;
    }
    while (app->later->len > 0 && !app->done)
        app_do(app, g_ptr_array_steal_index(app->later, 0));
}

/* --- Time ---------------------------------------------------------------------------------------------- */

static bool tick_due(const View *view, bool minute_turned, gint64 now_ms)
{
    gint64 every = (gint64)view->kind->tick_seconds * 1000;
    return minute_turned || (every > 0 && now_ms - view->ticked >= every);
}

static void tick_views(App *app, bool minute_turned)
{
    gint64 now_ms = clock_monotonic_ms();
    g_autoptr(GPtrArray) views = g_ptr_array_new();
    for (guint i = 0; i < app->stack->len; i++)
        g_ptr_array_add(views, g_ptr_array_index(app->stack, i));
    for (guint i = 0; i < views->len; i++) {
        View *view = g_ptr_array_index(views, i);
        bool alive = g_ptr_array_find(app->stack, view, NULL); /* a tick may have closed it */
        if (!alive || view->kind->tick == NULL || !tick_due(view, minute_turned, now_ms))
            continue;
        view->ticked = now_ms;
        app_perform(app, view, view->kind->tick(view, clock_now()));
    }
}

/* Colleagues work on the same book: what they changed comes on the screen without a key. */
static void look_for_news(App *app)
{
    gint64 now_ms = clock_monotonic_ms();
    if (app->desk == NULL || app->desk->store == NULL || now_ms - app->version_checked < VERSION_MS)
        return;
    gint64 version = store_version(app->desk->store);
    bool first = app->version_checked == 0;
    app->version_checked = now_ms;
    if (version != app->store_version && !first)
        app_reload_all(app);
    app->store_version = version;
}

void app_tick(App *app)
{
    Now now = clock_now();
    bool minute_turned = now.minute != app->minute;
    app->minute = now.minute;
    app->dirty = app->dirty || minute_turned;
    if (app->call.customer_id != 0 && !app->options.quiet_clock && app_call_seconds(app) != app->second) {
        app->second = app_call_seconds(app);
        app->dirty = true;
    }
    if (app->options.blank_seconds > 0 && !app->blank &&
        clock_monotonic_ms() - app->last_stroke >= (gint64)app->options.blank_seconds * 1000)
        app->blank = app->dirty = true;
    app_import_tick(app, minute_turned);
    app_outbox_tick(app);
    tick_views(app, minute_turned);
    if (!app->done)
        look_for_news(app);
}

int app_wait_ms(const App *app)
{
    if (clock_is_fixed())
        return -1;
    Now now = clock_now();
    gint64 now_ms = clock_monotonic_ms();
    gint64 wait = MINUTE_MS - now.second * 1000;
    if (app->call.customer_id != 0)
        wait = MIN(wait, 1000 - (now_ms - app->call.started) % 1000);
    if (app->options.blank_seconds > 0 && !app->blank)
        wait = MIN(wait, app->last_stroke + (gint64)app->options.blank_seconds * 1000 - now_ms);
    if (app->desk != NULL)
        wait = MIN(wait, VERSION_MS);
    if (app_import_wait_ms(app) >= 0)
        wait = MIN(wait, app_import_wait_ms(app));
    for (guint i = 0; i < app->stack->len; i++) {
        const View *view = g_ptr_array_index(app->stack, i);
        if (view->kind->tick != NULL && view->kind->tick_seconds > 0)
            wait = MIN(wait, view->ticked + (gint64)view->kind->tick_seconds * 1000 - now_ms);
    }
    return (int)CLAMP(wait, 10, MINUTE_MS);
}

/* --- The loop ------------------------------------------------------------------------------------------ */

void app_draw(App *app)
{
    if (!app->dirty || app->window == NULL)
        return;
    if (app->repaint)
        clearok(curscr, TRUE);
    app->dirty = false;
    app->repaint = false;
    app_paint(app);
    wnoutrefresh(app->window);
    terminal_update();
}

static void tell_idle(const App *app)
{
    if (g_getenv("BELRONDE_SYNC") == NULL)
        return;
    g_autofree char *marker = g_strdup_printf("\033]7777;%" G_GUINT64_FORMAT "\a", app->strokes);
    terminal_write(marker, strlen(marker));
}

/* Sleeps until a key, a signal, a child or a timer; true when the terminal itself has something. */
static void app_sleep(App *app, bool more)
{
    int fds[2];
    terminal_descriptors(fds);
    g_autoptr(GArray) pollfds = g_array_new(FALSE, TRUE, sizeof(struct pollfd));
    for (size_t i = 0; i < G_N_ELEMENTS(fds); i++) {
        struct pollfd one = {.fd = fds[i], .events = POLLIN};
        g_array_append_val(pollfds, one);
    }
    children_poll(app, pollfds);
    int wait = more ? 0 : app_wait_ms(app);
    if (poll((struct pollfd *)(gpointer)pollfds->data, pollfds->len, wait) < 0)
        return; /* a signal: its byte is in the pipe */
    if (g_array_index(pollfds, struct pollfd, 0).revents & (POLLHUP | POLLERR | POLLNVAL))
        terminal_hung_up();
}

void app_loop(App *app)
{
    bool more = false;
    while (!app->done) {
        app_draw(app);
        if (!more)
            tell_idle(app);
        app_sleep(app, more);
        int taken = 0;
        Event event = {0};
        while (!app->done && taken < BURST_MAX && (event = terminal_event()).kind != EVENT_NONE) {
            app_event(app, &event);
            taken++;
        }
        more = taken == BURST_MAX;
        children_ready(app);
        if (!app->done)
            app_tick(app);
        if (!app->done)
            app_carry_out_edit(app);
    }
}
