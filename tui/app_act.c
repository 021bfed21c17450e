#include "app_inside.h"
#include "base/i18n.h"
#include "help.h"
#include "messages.h"
#include "overlay.h"
#include "palette.h"

/* --- What must happen next ------------------------------------------------------------------------------ */

/* The question of a view that should close has its answer: go on closing, or forget what was asked for. */
static void app_goes_on(App *app, const View *view, NextStep step)
{
    if (app->unwinding < 0 || view != app->asked)
        return;
    app->asked = NULL;
    int keep = app->unwinding;
    app->unwinding = -1;
    if (step == NEXT_POP) /* else the answer was no */
        app_unwind(app, keep);
}

/* Takes the view off the stack and gives its answer to the one below. */
static void app_pop(App *app, View *view, const char *value)
{
    bool overlay = view->kind->chrome & OVERLAY;
    guint index = 0;
    if (!g_ptr_array_find(app->stack, view, &index))
        return;
    g_ptr_array_remove_index(app->stack, index);
    View *below = index == 0 ? NULL : g_ptr_array_index(app->stack, index - 1);
    ViewReply reply = view->on_close;
    app->dirty = true;
    app->done = below == NULL;
    if (below != NULL && !overlay)
        app_view_reload(app, below);
    if (below != NULL && below == view->owner && reply != NULL) {
        Next next = reply(below, value, view->data);
        NextStep step = next.step;
        app_perform(app, below, next);
        app_goes_on(app, below, step);
    }
    view_free(view);
}

static void app_replace(App *app, View *view, View *by)
{
    guint index = 0;
    if (g_ptr_array_find(app->stack, view, &index)) {
        g_ptr_array_remove_index(app->stack, index);
        view_free(view);
    }
    app_push(app, by);
}

static void app_home(App *app)
{
    while (app->stack->len > 1)
        view_free(g_ptr_array_steal_index(app->stack, app->stack->len - 1));
    app_view_reload(app, app_top(app));
}

void app_perform(App *app, View *view, Next next)
{
    switch (next.step) {
    case NEXT_NOTHING:
    case NEXT_ASIDE: break;
    case NEXT_REDRAW: app->dirty = true; break;
    case NEXT_RELOAD: app_view_reload(app, view); break;
    case NEXT_PUSH: app_push(app, next.view); break;
    case NEXT_REPLACE: app_replace(app, view, next.view); break;
    case NEXT_POP: app_pop(app, view, next.value); break;
    case NEXT_HOME: app_home(app); break;
    }
    if (next.message != NULL)
        app_say(app, next.kind, g_steal_pointer(&next.message));
    g_free(next.value);
}

/* --- Closing views, asking first where one wants to be asked -------------------------------------------- */

bool app_unwind(App *app, int keep)
{
    while ((int)app->stack->len > keep) {
        View *top = app_top(app);
        View *question = top->kind->leave == NULL ? NULL : top->kind->leave(top);
        if (question != NULL) {
            app->unwinding = keep;
            app->asked = top;
            app_push(app, question);
            return false;
        }
        g_ptr_array_remove_index(app->stack, app->stack->len - 1);
        view_free(top);
    }
    app->dirty = true;
    app->done = app->stack->len == 0;
    if (!app->done)
        app_view_reload(app, app_top(app));
    return !app->done;
}

/* --- What actions do on every screen --------------------------------------------------------------------- */

static Next act_back(View *view, const Action *action)
{
    App *app = view->app;
    (void)action;
    if (app->stack->len == 1 && app->stroke != 'Q')
        return next_say(next_nothing(), g_strdup(_("This is the first screen; Q leaves the program.")));
    if (view->on_close != NULL)
        return next_pop();
    app_unwind(app, (int)app->stack->len - 1);
    return next_nothing();
}

static Next act_close(View *view, const Action *action)
{
    (void)view, (void)action;
    return next_pop();
}

static Next act_quit(View *view, const Action *action)
{
    (void)action;
    app_unwind(view->app, 0);
    return next_nothing();
}

/* Brings the screen that is open already to the top; the first one stays the first, so it closes what is above. */
static bool raise_screen(App *app, ActionId screen)
{
    for (guint i = 0; i < app->stack->len; i++) {
        View *view = g_ptr_array_index(app->stack, i);
        if (view->kind->screen != screen)
            continue;
        if (i == 0) {
            app_unwind(app, 1);
            return true;
        }
        g_ptr_array_remove_index(app->stack, i);
        g_ptr_array_add(app->stack, view);
        app_view_reload(app, view);
        return true;
    }
    return false;
}

static Next act_screen(View *view, const Action *action)
{
    App *app = view->app;
    GError *error = NULL;
    if (raise_screen(app, action->id))
        return next_nothing();
    for (size_t i = 0; i < app->options.screen_count; i++)
        if (app->options.screens[i].action == action->id) {
            View *opened = app->options.screens[i].open(app, &error);
            return next_push_or(opened, error);
        }
    return next_aside();
}

static Next act_redraw(View *view, const Action *action)
{
    (void)action;
    view->app->repaint = true;
    return next_redraw();
}

static Next act_refresh(View *view, const Action *action)
{
    (void)view, (void)action;
    return next_reload();
}

static Next act_suspend(View *view, const Action *action)
{
    (void)action;
    terminal_suspend();
    view->app->repaint = true;
    return next_redraw();
}

static Next act_help_keys(View *view, const Action *action)
{
    (void)action;
    return raise_screen(view->app, ACTION_HELP_KEYS) ? next_nothing() : next_push(help_keys_new(view->app));
}

static Next act_help_context(View *view, const Action *action)
{
    (void)action;
    return next_push(help_context_new(view->app, view));
}

static Next act_help_field(View *view, const Action *action)
{
    char *words = view->kind->field_help == NULL ? NULL : view->kind->field_help(view);
    if (words == NULL)
        return act_help_context(view, action);
    Next next = next_push(text_new(_("What may I type here?"), words));
    g_free(words);
    return next;
}

static Next act_palette(View *view, const Action *action)
{
    (void)action;
    return next_push(palette_new(view->app, view));
}

static Next act_messages(View *view, const Action *action)
{
    (void)action;
    return raise_screen(view->app, ACTION_MESSAGES) ? next_nothing() : next_push(messages_new(view->app));
}

static void print_done(App *app, bool ok, const char *output, gpointer data)
{
    (void)output, (void)data;
    if (ok)
        app_say(app, MESSAGE_TOAST, g_strdup(_("Sent to the printer.")));
}

static Next act_print(View *view, const Action *action)
{
    App *app = view->app;
    GError *error = NULL;
    (void)action;
    if (view->kind->print == NULL)
        return next_say(next_nothing(), g_strdup(_("This screen has nothing to print.")));
    if (app->options.print == NULL)
        return next_say(next_nothing(), g_strdup(_("No printer is set: put its command in the settings (7).")));
    g_autofree char *text = view->kind->print(view, &error);
    if (text == NULL)
        return next_error(error);
    app_spawn(app, (const char *const *)app->options.print, text, print_done, NULL);
    return next_say(next_redraw(), g_strdup(_("Printing …")));
}

const ViewAct app_acts[] = {
    {ACTION_BACK, act_back},
    {ACTION_FIELD_CANCEL, act_close},
    {ACTION_NO, act_close},
    {ACTION_QUIT, act_quit},
    {ACTION_GO_QUEUE, act_screen},
    {ACTION_GO_CUSTOMER, act_screen},
    {ACTION_GO_AGENDA, act_screen},
    {ACTION_GO_OUTBOX, act_screen},
    {ACTION_GO_REPORT, act_screen},
    {ACTION_GO_DASHBOARD, act_screen},
    {ACTION_GO_SETTINGS, act_screen},
    {ACTION_GO_RECEIPTS, act_screen},
    {ACTION_GO_PLANS, act_screen},
    {ACTION_GO_DISPUTES, act_screen},
    {ACTION_GO_DECISIONS, act_screen},
    {ACTION_GO_REMINDERS, act_screen},
    {ACTION_GO_LEARNED, act_screen},
    {ACTION_FIND, act_screen},
    {ACTION_REDRAW, act_redraw},
    {ACTION_REFRESH, act_refresh},
    {ACTION_SUSPEND, act_suspend},
    {ACTION_HELP_KEYS, act_help_keys},
    {ACTION_HELP_CONTEXT, act_help_context},
    {ACTION_HELP_FIELD, act_help_field},
    {ACTION_PALETTE, act_palette},
    {ACTION_MESSAGES, act_messages},
    {ACTION_PRINT, act_print},
    {0, NULL},
};

/* --- From a key to what happens --------------------------------------------------------------------------- */

static const ViewAct *act_of(const ViewAct *acts, ActionId id)
{
    for (const ViewAct *act = acts; act != NULL && act->run != NULL; act++)
        if (act->action == id)
            return act;
    return NULL;
}

static bool screen_exists(const App *app, ActionId id)
{
    if (id < ACTION_GO_QUEUE || (id > ACTION_GO_LEARNED && id != ACTION_FIND))
        return true;
    for (size_t i = 0; i < app->options.screen_count; i++)
        if (app->options.screens[i].action == id)
            return true;
    return false;
}

static bool missing(const View *view, const Action *action)
{
    return action->need != NEED_NOTHING && view->kind->has != NULL && !view->kind->has(view, action->need);
}

bool app_can(const App *app, const View *view, const Action *action)
{
    bool known = act_of(view->kind->acts, action->id) != NULL || act_of(app->options.everywhere, action->id) != NULL ||
                 (act_of(app_acts, action->id) != NULL && screen_exists(app, action->id));
    return known && !missing(view, action);
}

static void say_cannot(App *app, const View *view, const Action *action)
{
    const char *label = action_label(action, view_context(view));
    app_say(app, MESSAGE_TOAST, g_strdup_printf(_("“%s” does not work on this screen; ? shows what does."), label));
}

void app_do(App *app, const Action *action)
{
    View *view = app_top(app);
    const ViewAct *tries[] = {act_of(view->kind->acts, action->id), act_of(app->options.everywhere, action->id),
                              act_of(app_acts, action->id)};
    for (size_t i = 0; i < G_N_ELEMENTS(tries); i++) {
        if (tries[i] == NULL)
            continue;
        if (missing(view, action)) {
            app_say(app, MESSAGE_TOAST, g_strdup(need_sentence(action->need)));
            return;
        }
        Next next = tries[i]->run(view, action);
        if (next.step != NEXT_ASIDE) {
            app_perform(app, view, next);
            return;
        }
    }
    say_cannot(app, view, action);
}

/* Hangs up the way the view with the call does it, so that the outcome is asked for as always. */
static void small_dial(App *app)
{
    for (guint i = app->stack->len; i > 0 && app->call.customer_id != 0; i--) {
        View *view = g_ptr_array_index(app->stack, i - 1);
        const ViewAct *act = act_of(view->kind->acts, ACTION_DIAL);
        if (act == NULL)
            continue;
        app_perform(app, view, act->run(view, action_row(ACTION_DIAL)));
        return;
    }
    app_call_stop(app);
}

/* In a window that is too small only hanging up and leaving work: nobody should type blind. */
static void small_stroke(App *app, Stroke stroke)
{
    if (stroke == 'T' || stroke == STROKE_F1 + 8) {
        small_dial(app);
    } else if (stroke == 'Q') {
        app_do(app, action_row(ACTION_BACK));
    }
    app->dirty = true;
}

/* A toast goes at the next key, an error at Esc; true when the key is used up by that. */
static bool clear_message(App *app, Stroke stroke)
{
    bool error = app->shown != NULL && app->shown->kind == MESSAGE_ERROR;
    if (app->alarm != NULL || (app->shown != NULL && !error)) {
        g_clear_pointer(&app->alarm, g_free);
        app->shown = error ? app->shown : NULL;
        app->dirty = true;
    }
    if (!error || stroke != STROKE_ESC)
        return false;
    app->shown = NULL;
    app->dirty = true;
    return true;
}

static const Action *find_action(const App *app, Context context, Stroke stroke)
{
    if (stroke == STROKE_WHEEL_UP)
        return action_row(ACTION_MOVE_UP);
    if (stroke == STROKE_WHEEL_DOWN)
        return action_row(ACTION_MOVE_DOWN);
    return keymap_find(app->keymap, context, stroke);
}

static void say_unbound(App *app, Context context, Stroke stroke)
{
    if (stroke == STROKE_NONE || stroke == STROKE_CLICK)
        return;
    g_autofree char *key = stroke_name(stroke);
    const char *words = context_typing(context) ? _("%s does nothing here; F1 shows what does.")
                                                : _("%s does nothing here; ? shows what does.");
    app_say(app, MESSAGE_TOAST, g_strdup_printf(words, key));
}

void app_stroke(App *app, Stroke stroke, const char *text)
{
    View *view = app_top(app);
    app->stroke = stroke;
    if (clear_message(app, stroke))
        return;
    if (app->small) {
        small_stroke(app, stroke);
        return;
    }
    Context context = view_context(view);
    bool takes_text = (context_typing(context) || context == CONTEXT_CONFIRM) && view->kind->text != NULL;
    if (takes_text && text != NULL && *text != '\0') {
        Next next = view->kind->text(view, text, false);
        if (next.step != NEXT_ASIDE) {
            app_perform(app, view, next);
            return;
        }
    }
    const Action *action = find_action(app, context, stroke);
    if (action != NULL)
        app_do(app, action);
    else
        say_unbound(app, context, stroke);
}

/* The cursor stands on the selected row, so a click n rows below it is n times Down. */
void app_click(App *app, int row)
{
    int rows = row - app->cursor[0];
    const Action *action = action_row(rows < 0 ? ACTION_MOVE_UP : ACTION_MOVE_DOWN);
    const View *view = app_top(app);
    bool lists = app->cursor[0] >= 0 && row > 0 && row < app->rows - 2 && !app->small;
    if (!lists || context_typing(view_context(view)) || !app_can(app, view, action))
        return;
    for (int i = 0; i < ABS(rows); i++)
        app_do(app, action);
}
