#include "views/settings_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "list.h"
#include "overlay.h"
#include "views/table.h"
#include <string.h>

enum { HEAD_ROWS = 1 };

typedef struct {
    View view;
    Desk *desk;
    const SettingRow *rows; /* the table of all settings */
    size_t count;
    List list;
    Table table;
} SettingsView;

static const TableColumn columns[] = {
    {N_("Section"), .width = 9},
    {N_("Setting"), .width = 18},
    {N_("Value"), 14, .fills = true},
    {N_("Meaning"), 33, .fills = true, .from = 72},
};

/* What only a new start takes over; everything else counts at once. */
static const struct {
    const char *section, *key; /* key NULL: the whole section */
} at_start[] = {
    {"belronde", "agent"}, {"belronde", "language"}, {"keys", "profile"},
    {"keys", "digit_row"}, {"screen", "mouse"},      {"store", NULL},
};

static bool counts_at_start(const SettingRow *row)
{
    for (size_t i = 0; i < G_N_ELEMENTS(at_start); i++)
        if (strcmp(at_start[i].section, row->section) == 0 &&
            (at_start[i].key == NULL || strcmp(at_start[i].key, row->key) == 0))
            return true;
    return false;
}

static gint64 setting_id(gconstpointer rows, size_t row)
{
    (void)rows;
    return (gint64)row + 1;
}

static const SettingRow *chosen(const SettingsView *view)
{
    return &view->rows[view->list.row];
}

static const char *value_of(const SettingsView *view, const SettingRow *row)
{
    return settings_text(view->desk->settings, row->section, row->key);
}

/* --- Changing ---------------------------------------------------------------------------------------------- */

static Next changed(SettingsView *view)
{
    const SettingRow *row = chosen(view);
    app_settings_changed(view->view.app);
    return next_say(next_redraw(),
                    g_strdup_printf(counts_at_start(row) ? _("%s.%s is kept; it counts from the next start.")
                                                         : _("%s.%s is kept and counts from now on."),
                                    row->section, row->key));
}

static Next take_choice(View *base, const char *value, gpointer data)
{
    SettingsView *view = (SettingsView *)base;
    const SettingRow *row = chosen(view);
    GError *error = NULL;
    (void)data;
    if (value == NULL)
        return next_nothing();
    return settings_set(view->desk->settings, row->section, row->key, value, &error) ? changed(view)
                                                                                     : next_error(error);
}

static char *values_words(const SettingRow *row)
{
    switch (row->type) {
    case SETTING_CHOICE: return g_strdup_printf(_("one of %s"), row->choices);
    case SETTING_LIST: return g_strdup_printf(_("any of %s"), row->choices);
    case SETTING_NUMBER: return g_strdup_printf(_("%d to %d"), (int)row->min, (int)row->max);
    case SETTING_BOOLEAN: return g_strdup(_("yes or no"));
    case SETTING_COMMAND: return g_strdup(_("a program and its words, no shell"));
    case SETTING_TEXT: break;
    }
    return g_strdup(_("any text"));
}

/* Checked and kept in one: a value that will not do keeps the prompt open with the reason. */
static char *keep_typed(const char *typed, gpointer data)
{
    const SettingsView *view = data;
    const SettingRow *row = chosen(view);
    g_autoptr(GError) error = NULL;
    if (settings_set(view->desk->settings, row->section, row->key, typed, &error))
        return NULL;
    g_autofree char *values = values_words(row);
    bool short_one = row->type == SETTING_NUMBER || row->type == SETTING_LIST; /* the prompt has little room */
    return short_one ? g_strdup_printf(_("must be %s"), values) : g_strdup(error->message);
}

static Next take_typed(View *base, const char *typed, gpointer data)
{
    (void)data;
    return typed == NULL ? next_nothing() : changed((SettingsView *)base);
}

static Next choose_value(const SettingsView *view, const char *choices)
{
    g_auto(GStrv) values = g_strsplit(choices, " ", -1);
    g_autofree char *name = g_strdup_printf("%s.%s", chosen(view)->section, chosen(view)->key);
    return next_ask(choose_values_new(name, (const char *const *)values, value_of(view, chosen(view))), take_choice,
                    NULL, NULL);
}

static Next act_open(View *base, const Action *action)
{
    SettingsView *view = (SettingsView *)base;
    const SettingRow *row = chosen(view);
    (void)action;
    if (row->type == SETTING_CHOICE)
        return choose_value(view, row->choices);
    if (row->type == SETTING_BOOLEAN)
        return choose_value(view, "yes no");
    g_autofree char *label = g_strdup_printf("%s.%s", row->section, row->key);
    const Prompt prompt = {
        .label = label, .text = value_of(view, row), .check = keep_typed, .help = row->help, .data = view};
    return next_ask(prompt_new(&prompt), take_typed, NULL, NULL);
}

static Next act_move(View *base, const Action *action)
{
    list_act(&((SettingsView *)base)->list, action->id);
    return next_redraw();
}

/* --- Drawing ------------------------------------------------------------------------------------------------- */

static void layout(View *base, int rows, int total)
{
    SettingsView *view = (SettingsView *)base;
    table_layout(&view->table, columns, G_N_ELEMENTS(columns), 3, total);
    list_height(&view->list, (size_t)MAX(1, rows - HEAD_ROWS));
}

/* "auto" that follows the house is shown as what the house says. */
static bool is_as_shipped(const SettingsView *view, const SettingRow *row)
{
    const char *value = value_of(view, row);
    if (row->inherits != NULL && strcmp(value, settings_text(view->desk->settings, "belronde", row->inherits)) == 0)
        return true;
    return strcmp(value, row->fallback) == 0;
}

/* The section stands on its first row only, and on the first row of the screen. */
static void draw_row(const SettingsView *view, const Canvas *canvas, size_t index)
{
    const SettingRow *row = &view->rows[index];
    bool first = index == view->list.top || strcmp(view->rows[index - 1].section, row->section) != 0;
    g_autofree char *value = text_clean(value_of(view, row));
    int at = HEAD_ROWS + (int)(index - view->list.top);
    const char *cells[] = {first ? row->section : "", row->key, value, _(row->help)};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        table_cell(&view->table, canvas, at, i, ROLE_NORMAL, cells[i]);
    if (!is_as_shipped(view, row))
        paint_text(canvas, at, 1, ROLE_NORMAL, "*");
}

static void draw(const View *base, Canvas *canvas)
{
    const SettingsView *view = (const SettingsView *)base;
    table_head(&view->table, canvas, 0);
    for (size_t i = view->list.top; i < MIN(view->list.top + view->list.height, view->count); i++)
        draw_row(view, canvas, i);
    table_selected(canvas, HEAD_ROWS + (int)list_screen_row(&view->list));
}

/* "~/.config/belronde/belronde.ini"; of a file elsewhere its folder and name. */
static char *short_path(const char *path)
{
    const char *home = g_get_home_dir();
    if (home != NULL && g_str_has_prefix(path, home) && path[strlen(home)] == '/')
        return g_strdup_printf("~%s", path + strlen(home));
    g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(path);
    g_autofree char *last = g_path_get_basename(folder), *whole = g_strdup_printf("…/%s/%s", last, name);
    return text_clean(whole);
}

static void title(const View *base, TitleRow *row)
{
    const SettingsView *view = (const SettingsView *)base;
    g_string_assign(row->name, _("7 Settings"));
    title_part(row, short_path(settings_user_path(view->desk->settings)));
}

static char *hint(const View *base)
{
    const SettingsView *view = (const SettingsView *)base;
    const SettingRow *row = chosen(view);
    g_autofree char *values = values_words(row);
    if (base->columns < 100) /* the meaning is cut, or has no column */
        return g_strdup_printf("%s (%s)", _(row->help), values);
    return g_strdup_printf(_("%s; shipped: %s.  Your file keeps its comments."), values,
                           *row->fallback != '\0' ? row->fallback : _("empty"));
}

static void footer(const View *base, Footer *foot)
{
    (void)base;
    footer_words(foot, _("↑↓ choose"));
    footer_add(foot, ACTION_OPEN, _("change"));
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static char *print(const View *base, GError **error)
{
    const SettingsView *view = (const SettingsView *)base;
    GString *text = g_string_new(NULL);
    Table table;
    (void)error;
    table_layout(&table, columns, G_N_ELEMENTS(columns), 2, 110);
    table_text_head(&table, text, _("Settings"));
    for (size_t i = 0; i < view->count; i++) {
        const SettingRow *row = &view->rows[i];
        g_autofree char *value = text_clean(value_of(view, row));
        const char *cells[] = {row->section, row->key, value, _(row->help)};
        table_text_line(&table, text, cells);
    }
    return g_string_free(text, FALSE);
}

static Context context(const View *base)
{
    (void)base;
    return CONTEXT_SETTINGS;
}

static const ViewAct acts[] = {
    {ACTION_MOVE_UP, act_move},   {ACTION_MOVE_DOWN, act_move},
    {ACTION_MOVE_PGUP, act_move}, {ACTION_MOVE_PGDN, act_move},
    {ACTION_MOVE_HOME, act_move}, {ACTION_MOVE_END, act_move},
    {ACTION_OPEN, act_open},      {0, NULL},
};

static const ViewKind kind = {
    .name = "settings",
    .screen = ACTION_GO_SETTINGS,
    .help = N_("Every setting with its value and meaning; a star marks those that are not as shipped.  Enter changes "
               "one: the new value is checked, then one line of your own settings file is written.  Comments, order "
               "and unknown keys stay.  Keys and colours are set in the file itself, under [bind] and [theme]."),
    .acts = acts,
    .context = context,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .print = print,
};

View *settings_view_open(App *app, GError **error)
{
    (void)error;
    SettingsView *view = g_new0(SettingsView, 1);
    view->view.kind = &kind;
    view->view.app = app;
    view->desk = app_desk(app);
    view->rows = settings_rows(&view->count);
    list_rows(&view->list, view->rows, view->count, setting_id);
    return &view->view;
}
