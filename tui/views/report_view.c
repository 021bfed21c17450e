/* What is on the screen is what is printed; its outcomes and customers can be chosen and opened. */
#include "views/report_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "paper/report.h"
#include "views/list_view.h"
#include "views/to_customer.h"

enum { HEAD_ROWS = 2, PAPER_COLUMNS = 80, PAPER_LINES = 66 };

/* V goes round; the team's after one's own. */
typedef enum { SHOW_TOTALS, SHOW_LINES, SHOW_TEAM, SHOW_TEAM_LINES, SHOW_COUNT } Show;

typedef struct {
    ListView base; /* its rows: ReportRow, owned; its list goes over places */
    Day day;
    char *agent; /* whose; the team where it shows that */
    Show show;
    char *outcome; /* only these lines; NULL all */
    Report *report;
    GArray *places; /* guint: rows that can be chosen, by their place in rows */
} ReportView;

static bool shows_team(const ReportView *view)
{
    return view->show >= SHOW_TEAM || view->agent == NULL;
}

static bool shows_lines(const ReportView *view)
{
    return view->show == SHOW_LINES || view->show == SHOW_TEAM_LINES;
}

static gint64 place_id(gconstpointer rows, size_t row)
{
    return (gint64)g_array_index((const GArray *)rows, guint, row) + 1;
}

static const ReportRow *chosen(const ReportView *view)
{
    if (view->base.list.row >= view->base.list.count)
        return NULL;
    return g_ptr_array_index(view->base.rows, g_array_index(view->places, guint, view->base.list.row));
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

/* Line by line only those of one outcome, where one was opened. */
static bool is_shown(const ReportView *view, const ReportRow *row)
{
    if (!shows_lines(view))
        return true;
    return row->line != NULL && (view->outcome == NULL || g_str_equal(row->line->outcome, view->outcome));
}

static void rows_make(ReportView *view)
{
    const ReportLayout layout = {.columns = MAX(view->base.view.columns, 40), .screen = true};
    g_clear_pointer(&view->base.rows, g_ptr_array_unref);
    view->base.rows = report_rows(view->report, &layout);
    for (guint i = view->base.rows->len; i > 0; i--)
        if (!is_shown(view, g_ptr_array_index(view->base.rows, i - 1)))
            g_ptr_array_remove_index(view->base.rows, i - 1);
    g_array_set_size(view->places, 0);
    for (guint i = 0; i < view->base.rows->len; i++) {
        const ReportRow *row = g_ptr_array_index(view->base.rows, i);
        if (row->outcome != NULL || row->line != NULL)
            g_array_append_val(view->places, i);
    }
    list_rows(&view->base.list, view->places, view->places->len, place_id);
}

static bool reload(View *base, GError **error)
{
    ReportView *view = (ReportView *)base;
    Report *fresh = report_load(view->base.desk, view->day, shows_team(view) ? NULL : view->agent, error);
    if (fresh == NULL)
        return false;
    g_clear_pointer(&view->base.rows, g_ptr_array_unref);
    report_free(view->report);
    view->report = fresh;
    rows_make(view);
    return true;
}

static void layout(View *base, int rows, int columns)
{
    ReportView *view = (ReportView *)base;
    (void)columns;
    list_height(&view->base.list, (size_t)MAX(1, rows - HEAD_ROWS));
    if (view->report != NULL)
        rows_make(view);
}

/* --- What can be done -------------------------------------------------------------------------------------- */

static Next show_other(ReportView *view, Show show, const char *outcome)
{
    char *wanted = g_strdup(outcome);
    g_free(view->outcome);
    view->outcome = wanted;
    view->show = show;
    view->base.list.selected = 0;
    view->base.list.row = 0;
    return next_reload();
}

/* An outcome opens its lines, a line its customer. */
static Next act_open(View *base, const Action *action)
{
    ReportView *view = (ReportView *)base;
    const ReportRow *row = chosen(view);
    if (row == NULL)
        return next_say(next_nothing(), g_strdup(_("There is nothing to open on this day.")));
    if (row->line != NULL)
        return to_customer(base, row->line->customer_id, action);
    return show_other(view, shows_team(view) ? SHOW_TEAM_LINES : SHOW_LINES, row->outcome->slug);
}

static Next act_cycle(View *base, const Action *action)
{
    ReportView *view = (ReportView *)base;
    (void)action;
    return show_other(view, (view->show + 1) % SHOW_COUNT, NULL);
}

static Next act_day(View *base, const Action *action)
{
    ReportView *view = (ReportView *)base;
    Day wanted = day_plus(view->day, action->id == ACTION_PERIOD_NEXT ? 1 : -1);
    if (day_compare(wanted, clock_today()) > 0)
        return next_say(next_nothing(), g_strdup(_("That day has not come yet.")));
    view->day = wanted;
    return show_other(view, view->show, view->outcome);
}

/* Back from the lines of one outcome is back to the totals. */
static Next act_back(View *base, const Action *action)
{
    ReportView *view = (ReportView *)base;
    (void)action;
    if (view->outcome == NULL)
        return next_aside();
    return show_other(view, view->show == SHOW_TEAM_LINES ? SHOW_TEAM : SHOW_TOTALS, NULL);
}

static char *print(const View *base, GError **error)
{
    const ReportView *view = (const ReportView *)base;
    const ReportLayout layout_of_paper = {.columns = PAPER_COLUMNS, .page_lines = PAPER_LINES};
    (void)error;
    return report_text(view->report, &layout_of_paper);
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static void draw_head(const ReportView *view, const Canvas *canvas)
{
    g_autofree char *day = day_long(view->day);
    g_autofree char *who =
        shows_team(view) ? g_strdup(_("the whole team")) : g_strdup_printf(_("desk: %s"), view->agent);
    paint_format(canvas, 0, 0, ROLE_NORMAL, _(" DAY REPORT  %s"), day);
    paint_right(canvas, 0, canvas->columns / 2, canvas->columns - canvas->columns / 2 - 1, ROLE_NORMAL, who);
    if (shows_lines(view))
        paint_rule(canvas, 1, view->outcome != NULL ? _("Per customer, one outcome") : _("Per customer"));
}

/* The chosen row is always in sight; while the first one is chosen so is everything above it. */
static guint first_row(const ReportView *view, guint height)
{
    if (view->base.list.count == 0 || view->base.list.row == 0)
        return 0;
    guint place = g_array_index(view->places, guint, view->base.list.row);
    bool last = view->base.list.row + 1 == view->base.list.count;
    guint wanted = last ? view->base.rows->len - 1 : place;
    return wanted >= height ? MIN(wanted - height + 1, place) : 0;
}

static void draw(const View *base, Canvas *canvas)
{
    const ReportView *view = (const ReportView *)base;
    if (view->report == NULL)
        return;
    draw_head(view, canvas);
    guint height = (guint)MAX(0, canvas->rows - HEAD_ROWS), first = first_row(view, height);
    const ReportRow *selected = chosen(view);
    for (guint i = 0; i < height && first + i < view->base.rows->len; i++) {
        const ReportRow *row = g_ptr_array_index(view->base.rows, first + i);
        paint_text(canvas, HEAD_ROWS + (int)i, 0, ROLE_NORMAL, row->text);
        if (row == selected)
            table_selected(canvas, HEAD_ROWS + (int)i);
    }
    if (shows_lines(view) && view->base.rows->len == 0)
        paint_text(canvas, HEAD_ROWS, 2, ROLE_DIM, _("No calls on this day."));
}

static void title(const View *base, TitleRow *row)
{
    const ReportView *view = (const ReportView *)base;
    g_string_assign(row->name, _("5 Day report"));
    title_part(row, day_words(view->day));
    title_part(row, shows_team(view) ? g_strdup(_("team")) : text_clean(view->agent));
}

static char *hint(const View *base)
{
    const ReportView *view = (const ReportView *)base;
    const char *command = settings_text(view->base.desk->settings, "print", "command");
    g_autofree char *day = day_iso(view->day);
    return g_strdup_printf(_("Printer: %s.  Same text with: belronde report --day %s"),
                           *command != '\0' ? command : _("none is set"), day);
}

static void footer(const View *base, Footer *foot)
{
    static const char *const next[SHOW_COUNT] = {N_("by customer"), N_("the team"), N_("the team by customer"),
                                                 N_("totals")};
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_add(foot, ACTION_VIEW_CYCLE, _(next[((const ReportView *)base)->show]));
    footer_words(foot, _("< > other day"));
    footer_add(foot, ACTION_OPEN, NULL);
    footer_words(foot, _("Esc back"));
}

static bool has(const View *base, Need need)
{
    return need == NEED_NOTHING || chosen((const ReportView *)base) != NULL;
}

static void free_report(View *base)
{
    ReportView *view = (ReportView *)base;
    list_view_clear(&view->base);
    g_array_unref(view->places);
    report_free(view->report);
    g_free(view->agent);
    g_free(view->outcome);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, act_open},
    {ACTION_VIEW_CYCLE, act_cycle},
    {ACTION_PERIOD_PREV, act_day},
    {ACTION_PERIOD_NEXT, act_day},
    {ACTION_BACK, act_back},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "report",
    .screen = ACTION_GO_REPORT,
    .help = N_("What a day has brought: calls, outcomes with their amounts and what follows, promises, receipts, and "
               "each customer who was called.  < and > go to another day, V shows it by customer and for the team, "
               "Enter opens the lines of an outcome or the customer of a line.  Ctrl-P prints it."),
    .acts = acts,
    .context = CONTEXT_REPORT,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = has,
    .reload = reload,
    .print = print,
    .free = free_report,
};

View *report_view_new(App *app, Day day, const char *agent, GError **error)
{
    static const ListKind list_kind = {.id = place_id};
    (void)error;
    ReportView *view = g_new0(ReportView, 1);
    view->day = day;
    view->agent = g_strdup(agent);
    view->places = g_array_new(FALSE, FALSE, sizeof(guint));
    return list_view_start(&view->base, &kind, &list_kind, app);
}

View *report_view_open(App *app, GError **error)
{
    return report_view_new(app, clock_today(), app_desk(app)->agent, error);
}
