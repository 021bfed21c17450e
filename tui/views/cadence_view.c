#include "views/cadence_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include "paper/cadence_trial.h"
#include "views/list_view.h"

#include <string.h>

typedef struct {
    ListView base; /* its rows: CadenceChange */
    char *file;
    CadenceTrial *trial; /* NULL: the file cannot be taken as it is */
    char *fault;         /* why; NULL it can */
} CadenceView;

static const TableColumn COLUMNS_OF_LIST[] = {
    {N_("Customer"), 22, .fills = true}, {N_("Today"), .width = 13},      {N_("Now"), 16, .fills = true, .from = 100},
    {N_("Would be"), .width = 14},       {N_("Then"), 14, .fills = true}, {N_("Day"), .width = 9},
};

static CadenceView *self(View *view)
{
    return (CadenceView *)view;
}

/* --- Reading ------------------------------------------------------------------------------------------------ */

/* The sentence names the file as it was found; people know it as they call it. */
static char *fault_words(const CadenceView *view, const GError *reason)
{
    g_autofree char *called = path_shortened(view->file);
    GString *words = g_string_new(reason->message);
    g_string_replace(words, view->file, called, 1);
    return g_string_free(words, FALSE);
}

/* A file that cannot be taken is told on the screen, so that it can be mended from here. */
static bool reload(View *base, GError **error)
{
    CadenceView *view = self(base);
    GError *reason = NULL;
    CadenceTrial *trial = cadence_trial(view->base.desk, view->file, &reason);
    if (trial == NULL && !g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_INPUT) &&
        !g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_MISSING)) {
        g_propagate_error(error, reason);
        return false;
    }
    cadence_trial_free(view->trial);
    g_free(view->fault);
    view->trial = trial;
    view->fault = trial == NULL ? fault_words(view, reason) : NULL;
    g_clear_error(&reason);
    return list_view_take(&view->base, trial != NULL ? g_ptr_array_ref(trial->changes) : g_ptr_array_new());
}

/* --- Taking it ------------------------------------------------------------------------------------------------ */

static Next take_answered(View *base, const char *value, gpointer data)
{
    CadenceView *view = self(base);
    GError *error = NULL;
    (void)data;
    if (value == NULL)
        return next_nothing();
    g_autofree char *kept = g_path_get_basename(view->trial->kept);
    if (!cadence_trial_take(view->base.desk, view->trial, &error)) {
        app_reload_all(base->app); /* what was planned until then stands */
        return next_error(error);
    }
    app_reload_all(base->app);
    return next_say(next_pop(), g_strdup_printf(_("Taken.  What held before is kept beside it: %s"), kept));
}

static Next act_take(View *base, const Action *action)
{
    const CadenceView *view = self(base);
    (void)action;
    if (view->trial == NULL)
        return next_say(next_nothing(), g_strdup(_("This file cannot be taken as it is: the fault stands above.")));
    if (strcmp(cadence_text(view->trial->wanted), cadence_text(view->base.desk->cadence)) == 0)
        return next_say(next_nothing(), g_strdup(_("This is the cadence that holds: change the file first.")));
    g_autofree char *counts = cadence_counts_words(view->trial->changes), *where = cadence_trial_words(view->trial);
    g_autofree char *more = g_strdup_printf("%s\n%s", counts, where);
    return next_ask(confirm_new(_("Take this cadence from now on?"), more, false), take_answered, NULL, NULL);
}

/* --- Changing it ---------------------------------------------------------------------------------------------- */

static Next edited(View *base, const char *text, gpointer data)
{
    CadenceView *view = self(base);
    GError *error = NULL;
    (void)data;
    if (text == NULL)
        return next_redraw();
    if (!cadence_file_write(view->file, text, &error))
        return next_error(error);
    return next_reload();
}

static Next act_edit(View *base, const Action *action)
{
    CadenceView *view = self(base);
    GError *error = NULL;
    g_autofree char *text = NULL;
    (void)action;
    if (!g_file_get_contents(view->file, &text, NULL, &error))
        return next_error(error);
    app_edit(base->app, text, edited, NULL);
    return next_redraw();
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static void draw(const View *base, Canvas *canvas)
{
    const CadenceView *view = (const CadenceView *)base;
    if (view->fault == NULL) {
        list_view_draw(base, canvas);
        return;
    }
    g_auto(GStrv) lines = text_wrap(view->fault, canvas->columns - 4);
    int row = 1;
    for (char **line = lines; *line != NULL && row < canvas->rows; line++)
        paint_text(canvas, row++, 2, ROLE_WARN, *line);
    paint_text(canvas, row + 1, 2, ROLE_NORMAL, _("Nothing was changed.  Mend the line; then it is tried again."));
}

static void cells(const ListView *list, size_t index, bool first, char **cells)
{
    const CadenceChange *change = g_ptr_array_index(list->rows, index);
    (void)first;
    cells[0] = text_clean(change->name);
    cells[1] = g_strdup(cadence_place_words(change->was));
    cells[2] = text_clean(change->was_label);
    cells[3] = g_strdup(cadence_place_words(change->becomes));
    cells[4] = text_clean(change->becomes_label);
    cells[5] = change->becomes == CADENCE_PLACE_LATER ? day_weekday_short(change->becomes_day) : g_strdup("");
}

/* Comes to today's lists, leaves them, or goes from one to the other. */
static const char *sign(const ListView *list, gconstpointer row)
{
    const CadenceChange *change = row;
    bool comes = (change->becomes & ~change->was) != 0, goes = (change->was & ~change->becomes) != 0;
    (void)list;
    return comes && goes ? "~" : comes ? "+" : goes ? "-" : NULL;
}

static gint64 customer(gconstpointer row)
{
    return ((const CadenceChange *)row)->customer_id;
}

static char *words(gconstpointer row)
{
    const CadenceChange *change = row;
    return g_strjoin(" ", change->name, change->number, change->was_label, change->becomes_label, NULL);
}

static void title(const View *base, TitleRow *row)
{
    const CadenceView *view = (const CadenceView *)base;
    g_autofree char *name = g_path_get_basename(view->file);
    g_autofree char *clean = text_clean(name);
    g_string_printf(row->name, _("Cadence: %s"), clean);
    if (view->trial == NULL)
        return;
    CadenceCounts counts = cadence_counts(view->trial->changes);
    title_part(row, g_strdup_printf(_("calls +%d -%d"), counts.calls_come, counts.calls_go));
    title_part(row, g_strdup_printf(_("letters +%d -%d"), counts.letters_come, counts.letters_go));
    title_part(row, g_strdup_printf(_("planned anew %d"), counts.replanned));
}

/* "friendly reminder (call, letter)", "day 30 (Mon 09/03)". */
static char *step_words(const char *label, CadencePlace place, Day day)
{
    g_autofree char *when =
        place == CADENCE_PLACE_LATER ? day_weekday_short(day) : g_strdup(cadence_place_words(place));
    return g_strdup_printf("%s (%s)", label, when);
}

static char *hint(const View *base)
{
    const ListView *list = (const ListView *)base;
    const CadenceChange *change = list_view_row(list);
    char *filter = list_view_filter_hint(list);
    if (filter != NULL || change == NULL)
        return filter;
    g_autofree char *was = step_words(change->was_label, change->was, change->was_day);
    g_autofree char *becomes = step_words(change->becomes_label, change->becomes, change->becomes_day);
    return g_strdup_printf(_("now %s; then %s"), was, becomes);
}

static void footer(const View *base, Footer *foot)
{
    if (((const CadenceView *)base)->trial != NULL)
        footer_add(foot, ACTION_KEEP, _("take it"));
    footer_add(foot, ACTION_EDIT_EXTERNAL, _("change the file"));
    if (list_view_row((const ListView *)base) != NULL)
        footer_add(foot, ACTION_OPEN, _("customer"));
    footer_add(foot, ACTION_REFRESH, _("try again"));
    footer_words(foot, _("Esc back"));
}

static void free_view(View *base)
{
    CadenceView *view = self(base);
    list_view_clear(&view->base);
    cadence_trial_free(view->trial);
    g_free(view->fault);
    g_free(view->file);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES, {ACTION_KEEP, act_take}, {ACTION_EDIT_EXTERNAL, act_edit}, {ACTION_OPEN, list_view_act_customer},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "cadence",
    .help =
        N_("What this cadence would change, before it is taken: who comes to today's calls and letters (+), who "
           "leaves them (-), who goes from one to the other (~), and whose next contact gets another day.  "
           "Nothing is written until F2 takes it: then the file goes into its place, the present one is kept beside "
           "it, and the changed contacts are planned anew, each with a line in the history of the customer.  What "
           "was agreed with a customer stays.  Taking the file that was kept brings the old cadence back."),
    .acts = acts,
    .context = CONTEXT_SETTINGS,
    .title = title,
    .layout = list_view_layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .reload = reload,
    .print = list_view_print,
    .free = free_view,
};

static const ListKind list_kind = {
    .columns = COLUMNS_OF_LIST,
    .count = G_N_ELEMENTS(COLUMNS_OF_LIST),
    .signs = 3,
    .head_rows = 2,
    .title = N_("What this cadence would change"),
    .paper_columns = 120,
    .empty = N_("Nobody comes to today's lists or leaves them, and no planned contact moves."),
    .nothing = N_("Nobody's contact changes."),
    .customer = customer,
    .cells = cells,
    .sign = sign,
    .words = words,
};

/* --- Which file ------------------------------------------------------------------------------------------------- */

static Next opened(View *base, const char *path)
{
    CadenceView *view = g_new0(CadenceView, 1);
    view->file = g_strdup(path);
    return next_push(list_view_start(&view->base, &kind, &list_kind, base->app));
}

static Next copy_answered(View *base, const char *value, gpointer path)
{
    GError *error = NULL;
    if (value == NULL)
        return next_nothing();
    return cadence_copy(app_desk(base->app), path, &error) ? opened(base, path) : next_error(error);
}

static Next file_typed(View *base, const char *typed, gpointer data)
{
    (void)data;
    if (typed == NULL || *typed == '\0')
        return next_nothing();
    g_autofree char *path = path_expanded(typed);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return opened(base, path);
    g_autofree char *question = g_strdup_printf(_("There is no %s yet: make it?"), typed);
    return next_ask(
        confirm_new(question, _("A copy of the cadence that holds now, to change; nothing else happens."), true),
        copy_answered, g_steal_pointer(&path), g_free);
}

Next cadence_act_ask(View *view, const Action *action)
{
    g_autofree char *copy = cadence_copy_path(), *offered = path_shortened(copy);
    const Prompt prompt = {.label = _("Cadence file"),
                           .text = offered,
                           .suggestion = true,
                           .help =
                               N_("The file with the other cadence.  Where there is none of that name yet, a copy of "
                                  "the present one is made to be changed.")};
    (void)view, (void)action;
    return next_ask(prompt_new(&prompt), file_typed, NULL, NULL);
}
