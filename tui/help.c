#include "help.h"
#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"
#include "reader.h"
#include <string.h>

/* Lines of the page "All keys": actions whose keys stand in front, and what they are called there. */
typedef struct {
    ActionId ids[3];
    Context context;
    const char *label;
} HelpRow;

static const HelpRow commands[] = {
    {{ACTION_NOTE}, CONTEXT_CUSTOMER, N_("edit note")},
    {{ACTION_FIND}, CONTEXT_GLOBAL, N_("find")},
    {{ACTION_MOVE_DOWN, ACTION_MOVE_UP}, CONTEXT_GLOBAL, N_("down, up")},
    {{ACTION_DOCS}, CONTEXT_CUSTOMER, N_("mail or letter")},
    {{ACTION_BACK}, CONTEXT_GLOBAL, N_("back (F3, Esc)")},
    {{ACTION_DIAL}, CONTEXT_CUSTOMER, N_("dial, hang up")},
    {{ACTION_UNDO}, CONTEXT_GLOBAL, N_("undo")},
    {{ACTION_VIEW_CYCLE}, CONTEXT_CUSTOMER, N_("other view")},
    {{ACTION_SKIP}, CONTEXT_CUSTOMER, N_("skip to end")},
    {{ACTION_COPY}, CONTEXT_CUSTOMER, N_("copy to clipboard")},
    {{ACTION_SNOOZE}, CONTEXT_CUSTOMER, N_("snooze")},
    {{ACTION_OPEN}, CONTEXT_CUSTOMER, N_("open / log")},
    {{ACTION_MARK}, CONTEXT_CUSTOMER, N_("mark")},
    {{ACTION_PANE_NEXT}, CONTEXT_CUSTOMER, N_("next pane/field")},
};
static const HelpRow screens_and_keys[] = {
    {{ACTION_GO_QUEUE}, CONTEXT_GLOBAL, N_("queue")},
    {{ACTION_GO_CUSTOMER}, CONTEXT_GLOBAL, N_("customer")},
    {{ACTION_GO_AGENDA}, CONTEXT_GLOBAL, N_("agenda")},
    {{ACTION_GO_OUTBOX}, CONTEXT_GLOBAL, N_("outbox")},
    {{ACTION_GO_REPORT}, CONTEXT_GLOBAL, N_("day report")},
    {{ACTION_GO_DASHBOARD}, CONTEXT_GLOBAL, N_("dashboard")},
    {{ACTION_GO_SETTINGS}, CONTEXT_GLOBAL, N_("settings")},
    {{ACTION_GO_RECEIPTS}, CONTEXT_GLOBAL, N_("receipts")},
    {{ACTION_HELP_KEYS}, CONTEXT_GLOBAL, N_("this list")},
    {{ACTION_HELP_CONTEXT}, CONTEXT_GLOBAL, N_("help here")},
    {{ACTION_PALETTE}, CONTEXT_GLOBAL, N_("command by name")},
    {{ACTION_FILTER}, CONTEXT_QUEUE, N_("filter / list")},
    {{ACTION_REFRESH}, CONTEXT_GLOBAL, N_("refresh")},
    {{ACTION_SORT}, CONTEXT_QUEUE, N_("sort, < >")},
    {{ACTION_CUST_PREV, ACTION_CUST_NEXT}, CONTEXT_CUSTOMER, N_("prev, next")},
};

static const char *const typing[] = {
    N_(" When    tomorrow 14:30 · morgen 14u30 · +1 1430 · ma 9u · fr · 3/12 · +2w · +3h"),
    N_(" Amount  1234,56 · 1.234,56 · 1234.56 · 1234      (= shows what was understood)"),
    N_(" Ctrl-U clear · Ctrl-R repeat last value · Ctrl-O editor · PgUp/PgDn date ±1 day"),
};

/* A letter or sign where there is one: it is on every keyboard. */
static char *short_key(const Keymap *keymap, const Action *action, Context context)
{
    g_autofree char *all = keymap_keys(keymap, action, context);
    g_auto(GStrv) keys = g_strsplit(all, ", ", -1);
    for (char **key = keys; *key != NULL; key++)
        if (g_utf8_strlen(*key, -1) == 1)
            return g_strdup(*key);
    return g_strdup(keys[0] == NULL ? "" : keys[0]);
}

/* "J K", "F7 F8", "F or /". */
static char *keys_of(const Keymap *keymap, const HelpRow *row)
{
    GString *keys = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(row->ids) && row->ids[i] != ACTION_NONE; i++) {
        g_autofree char *key = short_key(keymap, action_row(row->ids[i]), row->context);
        g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "", key);
    }
    if (row->ids[0] == ACTION_FIND || row->ids[0] == ACTION_HELP_CONTEXT) {
        g_autofree char *all = keymap_keys(keymap, action_row(row->ids[0]), row->context);
        const char *second = strstr(all, ", ");
        if (second != NULL)
            g_string_append_printf(keys, _(" or %s"), second + 2);
    }
    return g_string_free(keys, FALSE);
}

/* --- The page of all keys ------------------------------------------------------------------------------- */

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Outcomes with a letter, by letter; one line for all others. */
static GPtrArray *outcome_column(const Keymap *keymap)
{
    GPtrArray *column = g_ptr_array_new_with_free_func(g_free);
    size_t count = 0, others = 0;
    const Action *const *actions = keymap_actions(keymap, &count);
    for (size_t i = 0; i < count; i++) {
        if (actions[i]->outcome == NULL)
            continue;
        g_autofree char *key = short_key(keymap, actions[i], CONTEXT_CUSTOMER);
        if (*key != '\0')
            g_ptr_array_add(column, g_strdup_printf("%s %s", key, actions[i]->brief));
        else
            others++;
    }
    g_ptr_array_sort(column, by_text);
    g_autofree char *key = short_key(keymap, action_row(ACTION_OUTCOME_LIST), CONTEXT_CUSTOMER);
    if (others > 0)
        g_ptr_array_add(column, g_strdup_printf(_("%s list: %zu others"), key, others));
    return column;
}

static GPtrArray *row_column(const Keymap *keymap, const HelpRow *rows, size_t count)
{
    GPtrArray *column = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *keys = keys_of(keymap, &rows[i]);
        g_ptr_array_add(column, g_strdup_printf("%s %s", keys, _(rows[i].label)));
    }
    return column;
}

static const char *cell(const GPtrArray *column, guint row)
{
    return row < column->len ? g_ptr_array_index(column, row) : "";
}

static void add_columns(GPtrArray *lines, const Keymap *keymap, int columns)
{
    g_autoptr(GPtrArray) first = outcome_column(keymap);
    g_autoptr(GPtrArray) second = row_column(keymap, commands, G_N_ELEMENTS(commands));
    g_autoptr(GPtrArray) third = row_column(keymap, screens_and_keys, G_N_ELEMENTS(screens_and_keys));
    int margin = columns >= 100 ? 2 : 1, width = columns >= 100 ? 40 : columns >= 80 ? 27 : columns / 3;
    int last = columns >= 100 ? 38 : columns >= 80 ? 26 : columns / 3;
    g_autofree char *one = text_fit(_("Outcomes"), width), *two = text_fit(_("Commands"), last);
    g_ptr_array_add(lines, g_strdup_printf("%*s%s%s%s", margin, "", one, two, _("Screens and keys")));
    for (guint row = 0; row < MAX(first->len, MAX(second->len, third->len)); row++) {
        g_autofree char *a = text_fit(cell(first, row), width - 1), *b = text_fit(cell(second, row), last - 1);
        char *line = g_strdup_printf("%*s%s %s %s", margin + 1, "", a, b, cell(third, row));
        g_ptr_array_add(lines, g_strchomp(line));
    }
}

/* Every action once: name for [bind], keys, what it does. */
static void add_every_action(GPtrArray *lines, const Keymap *keymap, int columns)
{
    size_t count = 0;
    const Action *const *actions = keymap_actions(keymap, &count);
    g_ptr_array_add(lines, g_strdup(""));
    g_ptr_array_add(lines, g_strdup_printf("── %s", _("Every command by name")));
    for (size_t i = 0; i < count; i++) {
        GString *keys = g_string_new(NULL);
        for (const char *context = CONTEXTS; *context != '\0' && keys->len == 0; context++) {
            g_autofree char *here = keymap_keys(keymap, actions[i], (Context)*context);
            g_string_assign(keys, here);
        }
        g_autofree char *name = text_fit(actions[i]->name, 17), *shown = text_fit(keys->str, 21);
        g_autofree char *line = g_strdup_printf(" %s %s %s", name, shown, action_label(actions[i], CONTEXT_GLOBAL));
        g_ptr_array_add(lines, text_cut(line, columns));
        g_string_free(keys, TRUE);
    }
}

static void keys_page(GPtrArray *lines, const Keymap *keymap, int columns)
{
    add_columns(lines, keymap, columns);
    g_ptr_array_add(lines, g_strdup(""));
    g_ptr_array_add(lines, g_strdup_printf("── %s", _("While typing")));
    for (size_t i = 0; i < G_N_ELEMENTS(typing); i++)
        g_ptr_array_add(lines, g_strdup(_(typing[i])));
    add_every_action(lines, keymap, columns);
}

static void fill_keys(GPtrArray *lines, App *app, int columns, gconstpointer data)
{
    (void)data;
    keys_page(lines, app_keymap(app), columns);
}

View *help_keys_new(App *app)
{
    ReaderOptions options = {
        .screen_name = "keys",
        .screen = ACTION_HELP_KEYS,
        .title = g_strdup(_("0 All keys")),
        .right = g_strdup(_("letters mean the same on every screen")),
        .hint = g_strdup(_("Capitals do not matter. No F-keys? Every command also has a name: press \":\".")),
        .fill = fill_keys};
    return reader_new(app, &options);
}

char *help_keys_text(const Keymap *keymap, int columns)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    keys_page(lines, keymap, columns);
    g_ptr_array_add(lines, g_strdup(""));
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("\n", (char **)lines->pdata);
}

/* --- Help for one screen ------------------------------------------------------------------------------------ */

typedef struct {
    char *words;
    Context context;
    GPtrArray *actions; /* const Action *: what works there now */
} About;

static void about_free(gpointer data)
{
    About *about = data;
    g_free(about->words);
    g_ptr_array_unref(about->actions);
    g_free(about);
}

/* "T, F9   Telephone: dial/hang up   Dials the number …", the last part broken into lines of its own column. */
static void add_help_lines(GPtrArray *lines, const char *keys, const char *label, const char *help, int columns)
{
    enum { KEYS = 14, LABEL = 30, NARROWEST = 24 };
    g_autofree char *shown = text_fit(keys, KEYS), *named = text_fit(label, LABEL);
    int room = columns - KEYS - LABEL - 4;
    g_auto(GStrv) words = text_wrap(room < NARROWEST ? "" : help, MAX(room, NARROWEST));
    char *line = g_strdup_printf(" %s %s %s", shown, named, words[0] == NULL ? "" : words[0]);
    g_ptr_array_add(lines, g_strchomp(line));
    for (char **more = words; *more != NULL && more[1] != NULL; more++)
        g_ptr_array_add(lines, g_strdup_printf("%*s%s", KEYS + LABEL + 3, "", more[1]));
}

static void fill_context(GPtrArray *lines, App *app, int columns, gconstpointer data)
{
    const About *about = data;
    g_auto(GStrv) words = text_wrap(about->words, MAX(20, columns - 2));
    for (char **line = words; *line != NULL; line++)
        g_ptr_array_add(lines, g_strconcat(" ", *line, NULL));
    g_ptr_array_add(lines, g_strdup(""));
    g_ptr_array_add(lines, g_strdup_printf("── %s", _("What works here")));
    for (guint i = 0; i < about->actions->len; i++) {
        const Action *action = g_ptr_array_index(about->actions, i);
        g_autofree char *keys = keymap_keys(app_keymap(app), action, about->context);
        add_help_lines(lines, keys, action_label(action, about->context),
                       action->outcome == NULL ? _(action->help) : "", columns);
    }
}

/* "Help: Queue"; a box that belongs to no screen is just help. */
static char *help_title(const View *about)
{
    if (about->kind->screen == ACTION_NONE)
        return g_strdup(_("Help here"));
    return g_strdup_printf(_("Help: %s"), action_label(action_row(about->kind->screen), CONTEXT_GLOBAL));
}

View *help_context_new(App *app, const View *about)
{
    About *data = g_new0(About, 1);
    size_t count = 0;
    const Action *const *actions = keymap_actions(app_keymap(app), &count);
    data->context = view_context(about);
    data->words = g_strdup(about->kind->help == NULL ? "" : _(about->kind->help));
    data->actions = g_ptr_array_new();
    for (int global = 0; global <= 1; global++) /* this screen's own keys first */
        for (size_t i = 0; i < count; i++) {
            g_autofree char *keys = keymap_keys(app_keymap(app), actions[i], data->context);
            if (*keys != '\0' && (actions[i]->keys[0] == 'G') == (global == 1) && app_can(app, about, actions[i]))
                g_ptr_array_add(data->actions, (gpointer)actions[i]);
        }
    ReaderOptions options = {
        .screen_name = "help", .title = help_title(about), .fill = fill_context, .data = data, .data_free = about_free};
    return reader_new(app, &options);
}
