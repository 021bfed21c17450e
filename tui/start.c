/* From a desk to its screens: settings become options, the key map is checked, the first screen opens. */
#include "app_inside.h"
#include "base/i18n.h"
#include "desk/outcome.h"
#include "paper/holds_export.h"
#include "rules/weights.h"
#include "views/cadence_view.h"
#include "views/learn_view.h"
#include <string.h>

/* name, keys, name, keys, …, NULL from [bind]; borrowed strings. */
static const char **binds_of(const Desk *desk)
{
    size_t count = 0;
    const IniEntry *entries = settings_free_section(desk->settings, "bind", &count);
    const char **binds = g_new0(const char *, 2 * count + 1);
    for (size_t i = 0; i < count; i++) {
        binds[2 * i] = entries[i].key;
        binds[2 * i + 1] = entries[i].value;
    }
    return binds;
}

static Keymap *keymap_build(const Desk *desk, const char *const *binds, GError **error)
{
    KeymapOptions options = {.binds = binds};
    options.outcomes = playbook_outcomes(desk->playbook, &options.outcome_count);
    options.as400 = strcmp(settings_text(desk->settings, "keys", "profile"), "as400") == 0;
    options.azerty = strcmp(settings_text(desk->settings, "keys", "digit_row"), "off") != 0;
    return keymap_new(&options, error);
}

Keymap *keymap_of_desk(const Desk *desk, GError **error)
{
    g_autofree const char **binds = binds_of(desk);
    return keymap_build(desk, binds, error);
}

static FooterStyle footer_style(const char *name)
{
    static const char *const names[] = {
        [FOOTER_LETTERS] = "letters", [FOOTER_FKEYS] = "fkeys", [FOOTER_BOTH] = "both", [FOOTER_OFF] = "off"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return (FooterStyle)i;
    return FOOTER_LETTERS;
}

static ThemeRow *looks_of(const Desk *desk)
{
    size_t count = 0;
    const IniEntry *entries = settings_free_section(desk->settings, "theme", &count);
    ThemeRow *rows = g_new0(ThemeRow, count + 1);
    for (size_t i = 0; i < count; i++)
        rows[i] = (ThemeRow){.role = entries[i].key, .look = entries[i].value};
    return rows;
}

/* --- What works on every screen because it is the desk's, not the screen's ------------------------------ */

static Next act_undo(View *view, const Action *action)
{
    GError *error = NULL;
    g_autofree char *op = store_operation_id();
    char *toast = NULL;
    gint64 customer_id = 0;
    (void)action;
    if (!outcome_undo(app_desk(view->app), 0, op, &customer_id, &toast, &error))
        return next_error(error);
    app_reload_all(view->app);
    return next_say(next_redraw(), toast);
}

static const ViewAct everywhere[] = {
    {ACTION_UNDO, act_undo},
    {ACTION_IMPORT, app_act_import},
    {ACTION_LEARN, learn_act_ask},
    {ACTION_CADENCE, cadence_act_ask},
    {0, NULL},
};

/* --- Start ------------------------------------------------------------------------------------------------ */

static AppOptions options_of(Desk *desk, const ThemeRow *looks)
{
    const Settings *settings = desk->settings;
    AppOptions options = {.desk = desk,
                          .everywhere = everywhere,
                          .footer = footer_style(settings_text(settings, "keys", "footer")),
                          .theme = settings_text(settings, "screen", "theme"),
                          .charset = settings_text(settings, "screen", "charset"),
                          .looks = looks,
                          .flat = settings_boolean(settings, "screen", "flat"),
                          .quiet_clock = strcmp(settings_text(settings, "screen", "cursor"), "visible") == 0,
                          .notify = settings_text(settings, "alarm", "desktop"),
                          .blank_seconds = (int)settings_number(settings, "privacy", "idle_seconds"),
                          .dial = settings_command(settings, "phone", "dial"),
                          .hang_up = settings_command(settings, "phone", "hangup"),
                          .print = settings_command(settings, "print", "command"),
                          .editor = settings_command(settings, "editor", "command")};
    options.screens = screens(&options.screen_count);
    return options;
}

void app_settings_changed(App *app)
{
    Desk *desk = app->desk;
    g_autofree ThemeRow *looks = looks_of(desk);
    AppOptions fresh = options_of(desk, looks);
    char **const old[] = {app->options.dial, app->options.hang_up, app->options.print, app->options.editor};
    for (size_t i = 0; i < G_N_ELEMENTS(old); i++)
        g_strfreev(old[i]);
    fresh.keymap = app->options.keymap;
    fresh.screens = app->options.screens;
    fresh.screen_count = app->options.screen_count;
    fresh.looks = NULL;
    app->options = fresh;
    theme_start(&app->theme, fresh.theme, fresh.charset, fresh.flat);
    (void)theme_lay(&app->theme, looks, NULL); /* what is wrong with them was said at the start */
    desk->weights = settings_priority_weights(desk->settings);
    desk->limits = settings_behaviour_limits(desk->settings);
    app_inbox_look(app);
    app->repaint = app->dirty = true;
}

static App *app_bare(Desk *desk, GError **error)
{
    g_autoptr(GError) bad_binds = NULL;
    g_autofree ThemeRow *looks = looks_of(desk);
    Keymap *keymap = keymap_of_desk(desk, &bad_binds);
    if (keymap == NULL && (keymap = keymap_build(desk, NULL, error)) == NULL)
        return NULL; /* the playbook's own letters clash: nothing would be where the eye looks for it */
    AppOptions options = options_of(desk, looks);
    options.keymap = keymap;
    App *app = app_new(&options);
    app->options.looks = NULL; /* laid already */
    for (guint i = 0; desk->notices != NULL && i < desk->notices->len; i++)
        app_say(app, MESSAGE_TOAST, g_strdup(g_ptr_array_index(desk->notices, i)));
    if (bad_binds != NULL)
        app_say(app, MESSAGE_ERROR, g_strdup_printf(_("[bind] of the settings is left out: %s"), bad_binds->message));
    return app;
}

static App *app_with(Desk *desk, ViewOpen open, gpointer data, GError **error)
{
    App *app = app_bare(desk, error);
    View *first = app == NULL ? NULL : open(app, data, error);
    if (app != NULL && first == NULL) {
        app_free(app);
        return NULL;
    }
    if (first != NULL)
        app_push(app, first);
    return app;
}

static View *first_screen(App *app, gpointer data, GError **error)
{
    (void)data;
    return app->options.screens[0].open(app, error);
}

App *desk_app(Desk *desk, GError **error)
{
    App *app = app_with(desk, first_screen, NULL, error);
    if (app != NULL) {
        app_inbox_look(app);
        app_bank_warn(app, false);
    }
    return app;
}

bool desk_run_view(Desk *desk, ViewOpen open, gpointer data, GError **error)
{
    const char *mouse = settings_text(desk->settings, "screen", "mouse");
    TerminalOptions terminal = {.mouse_wheel = strcmp(mouse, "wheel") == 0, .mouse_full = strcmp(mouse, "full") == 0};
    g_autoptr(GError) trouble = NULL;
    if (!terminal_open(&terminal, error))
        return false;
    App *app = open != NULL ? app_with(desk, open, data, &trouble) : desk_app(desk, &trouble);
    if (app != NULL && open != NULL) /* one task of a command: no watching beside it */
        g_clear_pointer(&app->inbox, inbox_free);
    if (app != NULL) {
        app_loop(app);
        app_free(app);
    }
    terminal_close();
    if (trouble == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&trouble));
    return false;
}

bool desk_run(Desk *desk, GError **error)
{
    return desk_run_view(desk, NULL, NULL, error) && holds_csv_write(desk, error); /* the day is over here */
}
