#include "views/settings_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include "views/list_view.h"
#include <string.h>

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

static const char *value_of(const ListView *view, const SettingRow *row)
{
    return settings_text(view->desk->settings, row->section, row->key);
}

/* --- Changing ---------------------------------------------------------------------------------------------- */

static Next changed(const ListView *view)
{
    const SettingRow *row = list_view_row(view);
    app_settings_changed(view->view.app);
    return next_say(next_redraw(),
                    g_strdup_printf(counts_at_start(row) ? _("%s.%s is kept; it counts from the next start.")
                                                         : _("%s.%s is kept and counts from now on."),
                                    row->section, row->key));
}

static Next take_choice(View *base, const char *value, gpointer data)
{
    ListView *view = (ListView *)base;
    const SettingRow *row = list_view_row(view);
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
    const ListView *view = data;
    const SettingRow *row = list_view_row(view);
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
    return typed == NULL ? next_nothing() : changed((ListView *)base);
}

static Next choose_value(const ListView *view, const char *choices)
{
    const SettingRow *row = list_view_row(view);
    g_auto(GStrv) values = g_strsplit(choices, " ", -1);
    g_autofree char *name = g_strdup_printf("%s.%s", row->section, row->key);
    return next_ask(choose_values_new(name, (const char *const *)values, value_of(view, row)), take_choice, NULL, NULL);
}

static Next act_open(View *base, const Action *action)
{
    ListView *view = (ListView *)base;
    const SettingRow *row = list_view_row(view);
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

/* --- Drawing ------------------------------------------------------------------------------------------------- */

/* "auto" that follows the house is shown as what the house says. */
static bool is_as_shipped(const ListView *view, const SettingRow *row)
{
    const char *value = value_of(view, row);
    if (row->inherits != NULL && strcmp(value, settings_text(view->desk->settings, "belronde", row->inherits)) == 0)
        return true;
    return strcmp(value, row->fallback) == 0;
}

/* The section stands on its first row only, and on the first row of the screen. */
static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const SettingRow *row = g_ptr_array_index(view->rows, index);
    const SettingRow *above = index > 0 ? g_ptr_array_index(view->rows, index - 1) : NULL;
    bool new_section = first || above == NULL || strcmp(above->section, row->section) != 0;
    cells[0] = new_section ? g_strdup(row->section) : NULL;
    cells[1] = g_strdup(row->key);
    cells[2] = text_clean(value_of(view, row));
    cells[3] = g_strdup(_(row->help));
}

static const char *sign(const ListView *view, gconstpointer row)
{
    return is_as_shipped(view, row) ? NULL : "*";
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
    const ListView *view = (const ListView *)base;
    g_string_assign(row->name, _("7 Settings"));
    title_part(row, short_path(settings_user_path(view->desk->settings)));
}

static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    const SettingRow *row = list_view_row(view);
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

static const ViewAct acts[] = {LIST_VIEW_MOVES, {ACTION_OPEN, act_open}, {0, NULL}};

static const ViewKind kind = {
    .name = "settings",
    .screen = ACTION_GO_SETTINGS,
    .help = N_("Every setting with its value and meaning; a star marks those that are not as shipped.  Enter changes "
               "one: the new value is checked, then one line of your own settings file is written.  Comments, order "
               "and unknown keys stay.  Keys and colours are set in the file itself, under [bind] and [theme]."),
    .acts = acts,
    .context = CONTEXT_SETTINGS,
    .title = title,
    .layout = list_view_layout,
    .draw = list_view_draw,
    .hint = hint,
    .footer = footer,
    .print = list_view_print,
    .free = list_view_free,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 3,
    .head_rows = 1,
    .title = N_("Settings"),
    .paper_columns = 110,
    .id = setting_id,
    .cells = cells,
    .sign = sign,
};

View *settings_view_open(App *app, GError **error)
{
    (void)error;
    ListView *view = g_new0(ListView, 1);
    size_t count = 0;
    const SettingRow *rows = settings_rows(&count);
    GPtrArray *all = g_ptr_array_new();
    View *opened = list_view_start(view, &kind, &list_kind, app);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(all, (gpointer)&rows[i]);
    (void)list_view_take(view, all);
    return opened;
}
