#include "views/agenda_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/agenda.h"
#include "overlay.h"
#include "views/list_view.h"

enum { HEAD_ROWS = 2, LIST_PANE = 74, PANES_FROM = 120 };

/* How far ahead; V goes round. */
static const int spans[] = {14, 31, 92};

static const TableColumn columns[] = {
    {N_("Day"), .width = 9},
    {N_("Time"), .width = 5},
    {N_("Why"), .width = 9},
    {N_("Customer"), 16, .fills = true},
    {N_("Detail"), 12, .fills = true, .from = 72},
    {N_("Who"), .width = 8, .from = 100},
    {N_("Ask"), 11, .right = true},
};

/* --- Reading ---------------------------------------------------------------------------------------------- */

static GPtrArray *load(const ListView *view, GError **error)
{
    return agenda_load(view->desk, spans[view->choice], error);
}

static int list_pane(int total)
{
    return total >= PANES_FROM ? total - (PANES_FROM - LIST_PANE) : total;
}

static void layout(View *base, int rows, int total)
{
    list_view_layout(base, rows, list_pane(total));
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

/* What the filter looks in. */
static char *words(gconstpointer row)
{
    const AgendaRow *agenda = row;
    return g_strjoin(" ", agenda->name, agenda->number, agenda->reason_label, agenda->detail, agenda->owner, NULL);
}

/* The day stands on its first row only, and on the first row of the screen. */
static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const AgendaRow *row = g_ptr_array_index(view->rows, index);
    const AgendaRow *above = index > 0 ? g_ptr_array_index(view->rows, index - 1) : NULL;
    bool new_day = first || above == NULL || day_compare(above->when.day, row->when.day) != 0;
    cells[0] = new_day ? day_weekday_short(row->when.day) : NULL;
    cells[1] = row->when.minute != MINUTE_NONE ? minute_text(row->when.minute) : g_strdup(_("any"));
    cells[2] = g_strdup(row->reason_label);
    cells[3] = text_clean(row->name);
    cells[4] = text_clean(row->detail);
    cells[5] = g_strdup(row->owner);
    cells[6] = row->ask > 0 ? money_text(row->ask) : NULL;
}

static Role role(const ListView *view, gconstpointer row)
{
    (void)view;
    return *((const AgendaRow *)row)->owner != '\0' ? ROLE_DIM : ROLE_NORMAL;
}

static const char *sign(const ListView *view, gconstpointer row)
{
    (void)view;
    return ((const AgendaRow *)row)->timed ? "*" : NULL;
}

static gint64 customer(gconstpointer row)
{
    return ((const AgendaRow *)row)->customer_id;
}

typedef struct {
    Day day;
    int contacts, callbacks;
} Load;

static GArray *loads_of(const ListView *view)
{
    GArray *loads = g_array_new(FALSE, TRUE, sizeof(Load));
    for (guint i = 0; i < view->rows->len; i++) {
        const AgendaRow *row = g_ptr_array_index(view->rows, i);
        Load *last = loads->len > 0 ? &g_array_index(loads, Load, loads->len - 1) : NULL;
        if (last == NULL || day_compare(last->day, row->when.day) != 0) {
            const Load load = {.day = row->when.day};
            g_array_append_val(loads, load);
            last = &g_array_index(loads, Load, loads->len - 1);
        }
        last->contacts++;
        last->callbacks += row->timed;
    }
    return loads;
}

/* How full the days are. */
static void draw_loads(const ListView *view, const Canvas *canvas)
{
    g_autoptr(GArray) loads = loads_of(view);
    int most = 1;
    for (guint i = 0; i < loads->len; i++)
        most = MAX(most, g_array_index(loads, Load, i).contacts);
    paint_text(canvas, 0, 0, ROLE_NORMAL, _("Contacts by day"));
    paint_right(canvas, 0, 20, canvas->columns - 21, ROLE_NORMAL, _("callbacks"));
    paint_rule(canvas, 1, NULL);
    for (guint i = 0; i < loads->len && HEAD_ROWS + (int)i < canvas->rows; i++) {
        const Load *load = &g_array_index(loads, Load, i);
        g_autofree char *day = day_weekday_short(load->day), *callbacks = g_strdup_printf("%d", load->callbacks);
        g_autofree char *contacts = g_strdup_printf("%d", load->contacts);
        int row = HEAD_ROWS + (int)i;
        paint_text(canvas, row, 0, ROLE_NORMAL, day);
        paint_right(canvas, row, 10, 4, ROLE_NORMAL, contacts);
        paint_bar(canvas, row, 16, canvas->columns - 24, load->contacts, most, ROLE_NORMAL);
        paint_right(canvas, row, canvas->columns - 6, 5, ROLE_NORMAL, load->callbacks > 0 ? callbacks : "");
    }
}

static void draw(const View *base, Canvas *canvas)
{
    const ListView *view = (const ListView *)base;
    if (view->all == NULL)
        return;
    int left = list_pane(canvas->columns);
    if (left < canvas->columns) {
        Canvas right = canvas_part(canvas, 0, left + 2, canvas->rows, canvas->columns - left - 2);
        draw_loads(view, &right);
        paint_vertical(canvas, 0, left, canvas->rows);
    }
    Canvas part = canvas_part(canvas, 0, 0, canvas->rows, left);
    list_view_draw(base, &part);
}

static void title(const View *base, TitleRow *row)
{
    const ListView *view = (const ListView *)base;
    g_string_assign(row->name, _("3 Agenda"));
    title_part(row, g_strdup_printf(NP_("%d day", "%d days", spans[view->choice]), spans[view->choice]));
    if (view->all != NULL)
        title_part(row, g_strdup_printf(NP_("%u contact", "%u contacts", view->rows->len), view->rows->len));
    title_clock(row);
}

static char *hint(const View *base)
{
    char *filter = list_view_filter_hint((const ListView *)base);
    return filter != NULL ? filter : g_strdup(_("* agreed callback: it rings.  Dim rows are tasks of colleagues."));
}

static void footer(const View *base, Footer *foot)
{
    footer_add(foot, ACTION_OPEN, NULL);
    footer_add(foot, ACTION_VIEW_CYCLE,
               ((const ListView *)base)->choice + 1 < G_N_ELEMENTS(spans) ? _("further ahead") : _("two weeks"));
    footer_add(foot, ACTION_FILTER, NULL);
    footer_add(foot, ACTION_SNOOZE, NULL);
    footer_add(foot, ACTION_FIND, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    LIST_VIEW_FILTERS,
    LIST_VIEW_CALLS,
    {ACTION_OPEN, list_view_act_customer},
    {ACTION_DOCS, list_view_act_customer},
    {ACTION_SNOOZE, list_view_act_customer},
    {ACTION_SKIP, list_view_act_customer},
    {ACTION_VIEW_CYCLE, list_view_act_cycle},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "agenda",
    .screen = ACTION_GO_AGENDA,
    .help = N_("Every contact that is planned from today on, tasks of colleagues among them, by day and hour; the ask "
               "is what may be asked for now.  Enter opens the customer, the letter of an outcome logs it there.  V "
               "looks further ahead."),
    .acts = acts,
    .context = CONTEXT_QUEUE,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .reload = list_view_reload,
    .print = list_view_print,
    .free = list_view_free,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 3,
    .head_rows = HEAD_ROWS,
    .title = N_("Agenda"),
    .empty = N_("Nothing is planned for these days."),
    .nothing = N_("Nothing is planned here."),
    .customer = customer,
    .load = load,
    .choices = G_N_ELEMENTS(spans),
    .cells = cells,
    .role = role,
    .sign = sign,
    .words = words,
    .words_help = N_("Words of the customer, the reason, the detail or the colleague."),
};

View *agenda_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start(g_new0(ListView, 1), &kind, &list_kind, app);
}
