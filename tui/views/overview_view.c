#include "views/overview_view.h"

#include "base/i18n.h"
#include "views/overview_inside.h"
#include "views/report_view.h"
#include "views/to_customer.h"

size_t overview_desk_count(const OverviewView *view)
{
    return view->overview != NULL ? view->overview->desks->len : 0;
}

const OverviewDesk *overview_chosen_desk(const OverviewView *view)
{
    bool there = view->base.list.count > 0 && view->base.list.row < overview_desk_count(view);
    return there ? g_ptr_array_index(view->overview->desks, view->base.list.row) : NULL;
}

const OverviewNeed *overview_chosen_need(const OverviewView *view)
{
    size_t desks = overview_desk_count(view);
    bool there = view->base.list.row >= desks && view->base.list.row < view->base.list.count;
    return there ? g_ptr_array_index(view->overview->needs, view->base.list.row - desks) : NULL;
}

/* Desks are known by their place, needs by their customer: a list that changes does not move the choice. */
static gint64 row_id(gconstpointer rows, size_t row)
{
    const Overview *overview = rows;
    if (row < overview->desks->len)
        return -(gint64)row - 1;
    return ((const OverviewNeed *)g_ptr_array_index(overview->needs, row - overview->desks->len))->customer_id;
}

static bool reload(View *base, GError **error)
{
    OverviewView *view = (OverviewView *)base;
    Overview *fresh = overview_load(view->base.desk, error);
    if (fresh == NULL)
        return false;
    overview_free(view->overview);
    view->overview = fresh;
    list_rows(&view->base.list, fresh, fresh->desks->len + fresh->needs->len, row_id);
    overview_share(view, base->rows);
    return true;
}

static void layout(View *base, int rows, int columns)
{
    OverviewView *view = (OverviewView *)base;
    (void)columns;
    overview_share(view, rows);
    list_height(&view->base.list, (size_t)MAX(rows / 2, 1));
}

/* From the desks to what needs somebody and back. */
static Next act_pane(View *base, const Action *action)
{
    OverviewView *view = (OverviewView *)base;
    size_t desks = overview_desk_count(view);
    (void)action;
    if (view->base.list.count == 0)
        return next_nothing();
    size_t wanted = overview_chosen_desk(view) != NULL && view->base.list.count > desks ? desks : 0;
    list_select(&view->base.list, row_id(view->overview, wanted));
    return next_redraw();
}

static Next act_open(View *base, const Action *action)
{
    OverviewView *view = (OverviewView *)base;
    const OverviewNeed *need = overview_chosen_need(view);
    const OverviewDesk *desk = overview_chosen_desk(view);
    GError *error = NULL;
    if (view->figures || (need == NULL && desk == NULL))
        return next_say(next_nothing(), g_strdup(_("Nothing is selected here.")));
    if (need != NULL)
        return to_customer(base, need->customer_id, action);
    return next_push_or(report_view_new(base->app, clock_today(), *desk->agent != '\0' ? desk->agent : NULL, &error),
                        error);
}

static Next act_cycle(View *base, const Action *action)
{
    OverviewView *view = (OverviewView *)base;
    (void)action;
    view->figures = !view->figures;
    return next_redraw();
}

static char *print(const View *base, GError **error)
{
    (void)error;
    return overview_text(((const OverviewView *)base)->overview);
}

/* Week of the year as on the calendar (ISO 8601): the week of its Thursday. */
static int week_number(Day day)
{
    Day thursday = day_plus(day, 4 - day_weekday(day)), first = DAY_NONE;
    day_from_date(day_date(thursday).year, 1, 1, &first);
    return day_minus(thursday, first) / 7 + 1;
}

static void title(const View *base, TitleRow *row)
{
    (void)base;
    g_string_assign(row->name, _("6 Dashboard"));
    title_part(row, g_strdup_printf(_("week %d"), week_number(clock_today())));
    title_clock(row);
}

static char *hint(const View *base)
{
    const OverviewView *view = (const OverviewView *)base;
    if (view->overview == NULL)
        return NULL;
    g_autofree char *bank = day_words(view->overview->bank_day);
    return day_known(view->overview->bank_day)
               ? g_strdup_printf(_("All amounts in %s, bank up to %s."), view->overview->currency, bank)
               : g_strdup_printf(_("All amounts in %s; no bank statement yet."), view->overview->currency);
}

static void footer(const View *base, Footer *foot)
{
    const OverviewView *view = (const OverviewView *)base;
    if (!view->figures) {
        footer_add(foot, ACTION_OPEN, overview_chosen_desk(view) != NULL ? _("day report") : _("customer"));
        footer_add(foot, ACTION_PANE_NEXT, _("panel"));
    }
    footer_add(foot, ACTION_VIEW_CYCLE, view->figures ? _("bars") : _("figures"));
    footer_add(foot, ACTION_FIND, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static void free_overview(View *base)
{
    OverviewView *view = (OverviewView *)base;
    list_view_clear(&view->base);
    overview_free(view->overview);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,         {ACTION_PANE_NEXT, act_pane},   {ACTION_PANE_PREV, act_pane},
    {ACTION_OPEN, act_open}, {ACTION_VIEW_CYCLE, act_cycle}, {0, NULL},
};

static const ViewKind kind = {
    .name = "dashboard",
    .screen = ACTION_GO_DASHBOARD,
    .help = N_("What is open by age, the last twenty working days, what each desk has done today, and what needs "
               "somebody: broken promises, disputes and tasks past their day, callbacks not made.  Enter opens the day "
               "report of a desk or the customer.  V shows the days as figures."),
    .acts = acts,
    .context = CONTEXT_DASHBOARD,
    .title = title,
    .layout = layout,
    .draw = overview_draw,
    .hint = hint,
    .footer = footer,
    .reload = reload,
    .print = print,
    .free = free_overview,
};

View *overview_view_open(App *app, GError **error)
{
    static const ListKind list_kind = {.id = row_id};
    (void)error;
    return list_view_start((ListView *)g_new0(OverviewView, 1), &kind, &list_kind, app);
}
