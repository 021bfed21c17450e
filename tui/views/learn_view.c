/* The learning screen: what it holds and what its keys do. */
#include "views/learn_view.h"

#include "app_inside.h"
#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include "views/inbox_view.h"
#include "views/learn_inside.h"

guint learn_chosen_column(const LearnView *view)
{
    size_t row = view->list.row;
    return row >= LEARN_SETTINGS && row < LEARN_SETTINGS + view->learn->columns->len ? (guint)row - LEARN_SETTINGS
                                                                                     : G_MAXUINT;
}

static gint64 row_id(gconstpointer rows, size_t row)
{
    (void)rows;
    return (gint64)row + 1;
}

void learn_again(LearnView *view)
{
    g_clear_pointer(&view->preview, g_ptr_array_unref);
    view->preview = learn_preview(view->learn);
    list_rows(&view->list, view, LEARN_SETTINGS + view->learn->columns->len + 1, row_id);
    learn_share(view, view->view.rows);
    list_height(&view->list, (size_t)MAX(1, view->shares[LEARN_PART_LIST].got - 1));
}

static Next changed(LearnView *view)
{
    view->touched = true;
    learn_again(view);
    return next_redraw();
}

static void layout(View *base, int rows, int columns)
{
    LearnView *view = (LearnView *)base;
    (void)columns;
    learn_share(view, rows);
    list_height(&view->list, (size_t)MAX(1, view->shares[LEARN_PART_LIST].got - 1));
}

/* --- Choosing ------------------------------------------------------------------------------------------------ */

static Next setting_taken(View *base, const char *value, gpointer data)
{
    LearnView *view = (LearnView *)base;
    (void)data;
    if (value == NULL)
        return next_nothing();
    learn_choose(view->learn, (LearnSetting)view->list.row, (guint)g_ascii_strtoull(value, NULL, 10));
    return changed(view);
}

static Next choose_setting(LearnView *view)
{
    LearnSetting setting = (LearnSetting)view->list.row;
    guint now = 0;
    g_auto(GStrv) labels = learn_values(view->learn, setting, &now);
    guint count = g_strv_length(labels);
    g_autofree Pick *picks = g_new0(Pick, count);
    g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++) {
        g_ptr_array_add(numbers, g_strdup_printf("%u", i));
        picks[i] = (Pick){.value = g_ptr_array_index(numbers, i), .label = labels[i]};
    }
    View *menu = choose_new(learn_setting_label(setting), picks, count, g_ptr_array_index(numbers, now), true);
    return next_ask(menu, setting_taken, NULL, NULL);
}

static Next field_taken(View *base, const char *value, gpointer data)
{
    LearnView *view = (LearnView *)base;
    guint column = learn_chosen_column(view);
    (void)data;
    if (value == NULL || column == G_MAXUINT)
        return next_nothing();
    learn_map(view->learn, column, (CsvField)g_ascii_strtoull(value, NULL, 10));
    return changed(view);
}

/* "column 3": which one holds the field now; caller frees; NULL none. */
static char *held_by(const CsvLearn *learn, CsvField field)
{
    for (guint i = 0; field != CSV_FIELDS && i < learn->columns->len; i++)
        if (((const LearnColumn *)g_ptr_array_index(learn->columns, i))->field == field)
            return g_strdup_printf(_("column %u"), i + 1);
    return NULL;
}

static Next choose_field(LearnView *view, guint column)
{
    const CsvLearn *learn = view->learn;
    const LearnColumn *now = g_ptr_array_index(learn->columns, column);
    size_t count = 0;
    g_autofree CsvField *fields = learn_fields(learn, &count);
    g_autofree Pick *picks = g_new0(Pick, count);
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *selected = g_strdup_printf("%d", (int)now->field);
    for (size_t i = 0; i < count; i++) {
        char *value = g_strdup_printf("%d", (int)fields[i]), *detail = held_by(learn, fields[i]);
        char *label =
            g_strdup_printf("%s%s", csv_field_label(fields[i]), csv_field_required(learn, fields[i]) ? " *" : "");
        g_ptr_array_add(strings, value);
        g_ptr_array_add(strings, detail);
        g_ptr_array_add(strings, label);
        picks[i] = (Pick){.value = value, .label = label, .detail = detail};
    }
    g_autofree char *name = text_cut(now->header, 30);
    g_autofree char *title = *name != '\0' ? g_strdup_printf(_("What does “%s” hold?"), name)
                                           : g_strdup_printf(_("What does column %u hold?"), column + 1);
    return next_ask(choose_new(title, picks, count, selected, true), field_taken, NULL, NULL);
}

/* The next field that no other column holds. */
static void field_step(LearnView *view, guint column, int by)
{
    const LearnColumn *now = g_ptr_array_index(view->learn->columns, column);
    size_t count = 0, at = 0;
    g_autofree CsvField *fields = learn_fields(view->learn, &count);
    while (at < count && fields[at] != now->field)
        at++;
    for (size_t tried = 0; tried < count; tried++) {
        at = (at + count + (size_t)by) % count;
        g_autofree char *held = held_by(view->learn, fields[at]);
        if (held == NULL)
            break;
    }
    learn_map(view->learn, column, fields[at]);
}

static Next act_step(View *base, const Action *action)
{
    LearnView *view = (LearnView *)base;
    int by = action->id == ACTION_CHOICE_NEXT ? 1 : -1;
    guint column = learn_chosen_column(view), now = 0;
    if (column != G_MAXUINT) {
        field_step(view, column, by);
    } else if (view->list.row < LEARN_SETTINGS) {
        g_auto(GStrv) values = learn_values(view->learn, (LearnSetting)view->list.row, &now);
        guint count = g_strv_length(values);
        learn_choose(view->learn, (LearnSetting)view->list.row, (now + count + (guint)by) % count);
    } else {
        return next_nothing();
    }
    return changed(view);
}

static Next act_move(View *base, const Action *action)
{
    list_act(&((LearnView *)base)->list, action->id);
    return next_redraw();
}

static Next act_cycle(View *base, const Action *action)
{
    LearnView *view = (LearnView *)base;
    (void)action;
    view->raw = !view->raw;
    return next_redraw();
}

/* --- Keeping -------------------------------------------------------------------------------------------------- */

static char *name_wrong(const char *typed, gpointer data)
{
    const LearnView *view = data;
    g_autofree char *own = path_user_config("import.ini");
    g_autoptr(GError) error = NULL;
    return learn_name_check(view->learn, typed, own, &error) ? NULL : g_strdup(error->message);
}

static char *name_echo(const char *typed, gpointer data)
{
    g_autofree char *slug = learn_slug(typed);
    (void)data;
    return g_strdup_printf("= --profile %s", slug);
}

/* From the desk the list is imported at once, beside it. */
static Next kept_at_desk(LearnView *view, GError *error)
{
    App *app = view->view.app;
    const char *const watched[] = {"--watched", view->learn->path, NULL};
    if (!desk_profiles_reload(app_desk(app), &error))
        return next_error(error);
    bool started = app_import_start(app, view->watched ? watched : watched + 1);
    view->touched = false;
    return view->watched || !started ? next_pop() : next_replace(inbox_view_new(app));
}

static Next name_typed(View *base, const char *typed, gpointer data)
{
    LearnView *view = (LearnView *)base;
    GError *error = NULL;
    g_autofree char *own = path_user_config("import.ini"), *slug = NULL;
    (void)data;
    if (typed == NULL)
        return next_nothing();
    if (!learn_save(view->learn, typed, own, &slug, &error))
        return next_error(error);
    view->touched = false;
    if (view->kept == NULL)
        return kept_at_desk(view, error);
    *view->kept = g_steal_pointer(&slug);
    return next_pop();
}

static Next act_keep(View *base, const Action *action)
{
    LearnView *view = (LearnView *)base;
    g_autofree char *missing = learn_missing(view->learn), *label = learn_label(view->learn->path);
    (void)action;
    if (missing != NULL)
        return next_say(next_nothing(), g_strdup_printf(_("No column holds yet: %s."), missing));
    const Prompt prompt = {.label = _("Name of this list"),
                           .text = label,
                           .suggestion = true,
                           .check = name_wrong,
                           .echo = name_echo,
                           .help = N_("What people call this list: the bookkeeper, the package.  The program knows the "
                                      "list by its columns; the name stands in the summary of an import."),
                           .data = view};
    return next_ask(prompt_new(&prompt), name_typed, NULL, NULL);
}

static Next act_open(View *base, const Action *action)
{
    LearnView *view = (LearnView *)base;
    guint column = learn_chosen_column(view);
    if (column != G_MAXUINT)
        return choose_field(view, column);
    return view->list.row < LEARN_SETTINGS ? choose_setting(view) : act_keep(base, action);
}

static Next leave_answered(View *base, const char *value, gpointer data)
{
    (void)base, (void)data;
    return value != NULL ? next_pop() : next_nothing();
}

static View *leave(View *base)
{
    if (!((LearnView *)base)->touched)
        return NULL;
    View *question = confirm_new(_("Leave without keeping what you chose?"), NULL, false);
    question->on_close = leave_answered;
    return question;
}

/* On the command line there is no other screen to go back to. */
static Next act_back(View *base, const Action *action)
{
    (void)action;
    if (((LearnView *)base)->kept == NULL)
        return next_aside();
    app_unwind(base->app, 0);
    return next_nothing();
}

/* --- The rest ------------------------------------------------------------------------------------------------- */

static void title(const View *base, TitleRow *row)
{
    const LearnView *view = (const LearnView *)base;
    g_autofree char *name = g_path_get_basename(view->learn->path);
    g_string_assign(row->name, _("Learn a list"));
    title_part(row, text_clean(name));
}

static char *hint(const View *base)
{
    g_autofree char *missing = learn_missing(((const LearnView *)base)->learn);
    g_autofree char *key =
        stroke_name(keymap_key(app_keymap(base->app), action_row(ACTION_KEEP), CONTEXT_SETTINGS, false));
    return missing != NULL
               ? g_strdup_printf(_("* No column holds yet: %s."), missing)
               : g_strdup_printf(_("Nothing is missing: %s gives it a name, keeps it and imports the list."), key);
}

static void footer(const View *base, Footer *foot)
{
    const LearnView *view = (const LearnView *)base;
    footer_add(foot, ACTION_OPEN, view->list.row == view->list.count - 1 ? _("keep") : _("choose"));
    footer_words(foot, _("←→ step"));
    if (learn_chosen_column(view) != G_MAXUINT)
        footer_add(foot, ACTION_LEARN_ROWS, NULL);
    footer_add(foot, ACTION_KEEP, _("keep"));
    footer_add(foot, ACTION_VIEW_CYCLE, view->raw ? _("as read") : _("as in the file"));
    footer_words(foot, _("Esc back"));
}

static void free_view(View *base)
{
    LearnView *view = (LearnView *)base;
    g_clear_pointer(&view->preview, g_ptr_array_unref);
    csv_learn_free(view->learn);
    g_free(view);
}

static const ViewAct acts[] = {
    VIEW_MOVES(act_move),
    {ACTION_OPEN, act_open},
    {ACTION_CHOICE_PREV, act_step},
    {ACTION_CHOICE_NEXT, act_step},
    {ACTION_VIEW_CYCLE, act_cycle},
    {ACTION_KEEP, act_keep},
    {ACTION_LEARN_ROWS, learn_act_rows},
    {ACTION_BACK, act_back},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "learn",
    .help =
        N_("A list nobody knows yet.  At the top: how the file is written, as far as it could be told; below it its "
           "columns, with the first values and what each holds for us.  A star marks what every list needs.  Enter "
           "or the arrow keys change what is wrong; at the bottom the first rows stand as they would be read, with "
           "what cannot be read in its place (V: as they stand in the file).  - on a column shows its values: the rows "
           "with one can be left out.  F2 or Ctrl-S gives it a name: from then on the program knows such a list by "
           "its columns."),
    .acts = acts,
    .context = CONTEXT_SETTINGS,
    .title = title,
    .layout = layout,
    .draw = learn_draw,
    .hint = hint,
    .footer = footer,
    .print = learn_print,
    .leave = leave,
    .free = free_view,
};

static LearnView *learn_view_new(App *app, const char *path, GError **error)
{
    LearnView *view = g_new0(LearnView, 1);
    const BookingOptions booking = {0};
    Ledger ledger = desk_ledger(app_desk(app));
    view->view.kind = &kind;
    view->view.app = app;
    view->options = ledger_import_options(&ledger, &booking);
    view->learn = csv_learn_open(path, &view->options, error);
    if (view->learn == NULL) {
        g_free(view);
        return NULL;
    }
    learn_again(view);
    list_select(&view->list, LEARN_SETTINGS + 1);
    view->list.top = 0;
    return view;
}

View *learn_view_open(App *app, const char *path, bool watched, GError **error)
{
    LearnView *view = learn_view_new(app, path, error);
    if (view == NULL)
        return NULL;
    view->watched = watched;
    return &view->view;
}

View *learn_view_alone(App *app, const char *path, char **slug, GError **error)
{
    LearnView *view = learn_view_new(app, path, error);
    if (view == NULL)
        return NULL;
    view->kept = slug;
    return &view->view;
}

/* --- From the palette ----------------------------------------------------------------------------------------- */

static char *no_file(const char *typed, gpointer data)
{
    g_autofree char *path = path_expanded(typed);
    (void)data;
    return g_file_test(path, G_FILE_TEST_IS_REGULAR) ? NULL : g_strdup(_("there is no such file"));
}

static Next file_typed(View *base, const char *typed, gpointer data)
{
    GError *error = NULL;
    (void)data;
    if (typed == NULL)
        return next_nothing();
    g_autofree char *path = path_expanded(typed);
    View *view = learn_view_open(base->app, path, false, &error);
    return next_push_or(view, error);
}

Next learn_act_ask(View *view, const Action *action)
{
    const Prompt prompt = {
        .label = _("List"), .check = no_file, .help = N_("Where the list is: a CSV file, with its folder.")};
    (void)view, (void)action;
    return next_ask(prompt_new(&prompt), file_typed, NULL, NULL);
}
