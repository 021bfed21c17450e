#include "views/agenda_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/agenda.h"
#include "list.h"
#include "overlay.h"
#include "views/table.h"
#include "views/to_customer.h"
#include <string.h>

enum { HEAD_ROWS = 2, LIST_PANE = 74, PANES_FROM = 120 };

/* How far ahead; V goes round. */
static const int spans[] = {14, 31, 92};

typedef struct {
    View view;
    Desk *desk;
    size_t span;
    GPtrArray *all;  /* AgendaRow */
    GPtrArray *rows; /* those that fit the filter, borrowed from all */
    char *words;     /* filter; NULL none */
    List list;
    Table table;
} AgendaView;

static const TableColumn columns[] = {
    {N_("Day"), .width = 9},
    {N_("Time"), .width = 5},
    {N_("Why"), .width = 9},
    {N_("Customer"), 16, .fills = true},
    {N_("Detail"), 12, .fills = true, .from = 72},
    {N_("Who"), .width = 8, .from = 100},
    {N_("Ask"), 11, .right = true},
};

static const AgendaRow *chosen(const AgendaView *view)
{
    bool there = view->rows != NULL && view->list.row < view->rows->len;
    return there ? g_ptr_array_index(view->rows, view->list.row) : NULL;
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

static bool fits(const AgendaRow *row, char *const *words)
{
    g_autofree char *all = g_strjoin(" ", row->name, row->number, row->reason_label, row->detail, row->owner, NULL);
    g_autofree char *folded = text_fold(all);
    for (char *const *word = words; word != NULL && *word != NULL; word++)
        if (strstr(folded, *word) == NULL)
            return false;
    return true;
}

static void filter_rows(AgendaView *view)
{
    g_autofree char *folded = text_fold(view->words != NULL ? view->words : "");
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);
    g_ptr_array_set_size(view->rows, 0);
    for (guint i = 0; i < view->all->len; i++)
        if (fits(g_ptr_array_index(view->all, i), words))
            g_ptr_array_add(view->rows, g_ptr_array_index(view->all, i));
    list_rows(&view->list, view->rows, view->rows->len, list_id_of_pointers);
}

static bool reload(View *base, GError **error)
{
    AgendaView *view = (AgendaView *)base;
    GPtrArray *fresh = agenda_load(view->desk, spans[view->span], error);
    if (fresh == NULL)
        return false;
    g_clear_pointer(&view->all, g_ptr_array_unref);
    view->all = fresh;
    filter_rows(view);
    return true;
}

static void layout(View *base, int rows, int total)
{
    AgendaView *view = (AgendaView *)base;
    table_layout(&view->table, columns, G_N_ELEMENTS(columns), 3,
                 total >= PANES_FROM ? total - (PANES_FROM - LIST_PANE) : total);
    list_height(&view->list, (size_t)MAX(1, rows - HEAD_ROWS));
}

/* --- What can be done -------------------------------------------------------------------------------------- */

static Next act_move(View *base, const Action *action)
{
    list_act(&((AgendaView *)base)->list, action->id);
    return next_redraw();
}

static Next act_customer(View *base, const Action *action)
{
    const AgendaRow *row = chosen((AgendaView *)base);
    if (row == NULL)
        return next_say(next_nothing(), g_strdup(_("Nothing is planned here.")));
    return to_customer(base, row->customer_id, action);
}

static Next act_cycle(View *base, const Action *action)
{
    AgendaView *view = (AgendaView *)base;
    (void)action;
    view->span = (view->span + 1) % G_N_ELEMENTS(spans);
    return next_reload();
}

static Next take_words(View *base, const char *words, gpointer data)
{
    AgendaView *view = (AgendaView *)base;
    (void)data;
    if (words == NULL)
        return next_nothing();
    g_free(view->words);
    view->words = *words != '\0' ? g_strdup(words) : NULL;
    filter_rows(view);
    return next_redraw();
}

static Next act_filter(View *base, const Action *action)
{
    const AgendaView *view = (const AgendaView *)base;
    const Prompt prompt = {.label = _("Filter"),
                           .text = view->words,
                           .help = N_("Words of the customer, the reason, the detail or the colleague.")};
    (void)action;
    return next_ask(prompt_new(&prompt), take_words, NULL, NULL);
}

static Next act_back(View *base, const Action *action)
{
    const AgendaView *view = (const AgendaView *)base;
    (void)action;
    return view->words == NULL ? next_aside() : take_words(base, "", NULL);
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

/* The day stands on its first row only, and on the first row of the screen. */
static void draw_row(const AgendaView *view, const Canvas *canvas, size_t index, bool first)
{
    const AgendaRow *row = g_ptr_array_index(view->rows, index);
    const AgendaRow *above = index > 0 ? g_ptr_array_index(view->rows, index - 1) : NULL;
    bool new_day = first || above == NULL || day_compare(above->when.day, row->when.day) != 0;
    g_autofree char *day = day_weekday_short(row->when.day), *time = minute_text(row->when.minute);
    g_autofree char *ask = money_text(row->ask), *name = text_clean(row->name), *detail = text_clean(row->detail);
    const char *cells[] = {new_day ? day : "", *time != '\0' ? time : _("any"), row->reason_label, name, detail,
                           row->owner,         row->ask > 0 ? ask : ""};
    int at = HEAD_ROWS + (int)(index - view->list.top);
    Role role = *row->owner != '\0' ? ROLE_DIM : ROLE_NORMAL;
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        table_cell(&view->table, canvas, at, i, role, cells[i]);
    if (row->timed)
        paint_text(canvas, at, 1, ROLE_WARN, "*");
}

static void draw_list(const AgendaView *view, const Canvas *canvas)
{
    table_head(&view->table, canvas, 0);
    paint_rule(canvas, 1, NULL);
    for (size_t i = view->list.top; i < MIN(view->list.top + view->list.height, view->rows->len); i++)
        draw_row(view, canvas, i, i == view->list.top);
    if (view->rows->len > 0)
        table_selected(canvas, HEAD_ROWS + (int)list_screen_row(&view->list));
    else
        paint_text(canvas, HEAD_ROWS, 2, ROLE_DIM, _("Nothing is planned for these days."));
}

typedef struct {
    Day day;
    int contacts, callbacks;
} Load;

static GArray *loads_of(const AgendaView *view)
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
static void draw_loads(const AgendaView *view, const Canvas *canvas)
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
    const AgendaView *view = (const AgendaView *)base;
    if (view->all == NULL)
        return;
    int left = canvas->columns >= PANES_FROM ? canvas->columns - (PANES_FROM - LIST_PANE) : canvas->columns;
    if (left < canvas->columns) {
        Canvas right = canvas_part(canvas, 0, left + 2, canvas->rows, canvas->columns - left - 2);
        draw_loads(view, &right);
        paint_vertical(canvas, 0, left, canvas->rows);
    }
    Canvas part = canvas_part(canvas, 0, 0, canvas->rows, left);
    draw_list(view, &part);
}

static void title(const View *base, TitleRow *row)
{
    const AgendaView *view = (const AgendaView *)base;
    g_string_assign(row->name, _("3 Agenda"));
    title_part(row, g_strdup_printf(NP_("%d day", "%d days", spans[view->span]), spans[view->span]));
    if (view->rows != NULL)
        title_part(row, g_strdup_printf(NP_("%u contact", "%u contacts", view->rows->len), view->rows->len));
    title_clock(row);
}

static char *hint(const View *base)
{
    const AgendaView *view = (const AgendaView *)base;
    if (view->words != NULL)
        return g_strdup_printf(_("Filter: %s   (Esc shows all)"), view->words);
    return g_strdup(_("* agreed callback: it rings.  Dim rows are tasks of colleagues."));
}

static void footer(const View *base, Footer *foot)
{
    footer_add(foot, ACTION_OPEN, NULL);
    footer_add(foot, ACTION_VIEW_CYCLE,
               ((const AgendaView *)base)->span + 1 < G_N_ELEMENTS(spans) ? _("further ahead") : _("two weeks"));
    footer_add(foot, ACTION_FILTER, NULL);
    footer_add(foot, ACTION_SNOOZE, NULL);
    footer_add(foot, ACTION_FIND, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static char *print(const View *base, GError **error)
{
    const AgendaView *view = (const AgendaView *)base;
    GString *text = g_string_new(NULL);
    Table table;
    (void)error;
    table_layout(&table, columns, G_N_ELEMENTS(columns), 2, 80);
    table_text_head(&table, text, _("Agenda"));
    for (guint i = 0; i < view->rows->len; i++) {
        const AgendaRow *row = g_ptr_array_index(view->rows, i);
        g_autofree char *day = day_weekday_short(row->when.day), *time = minute_text(row->when.minute);
        g_autofree char *ask = money_text(row->ask), *name = text_clean(row->name), *detail = text_clean(row->detail);
        const char *cells[] = {day, time, row->reason_label, name, detail, row->owner, ask};
        table_text_line(&table, text, cells);
    }
    return g_string_free(text, FALSE);
}

static Context context(const View *base)
{
    (void)base;
    return CONTEXT_QUEUE;
}

static bool has(const View *base, Need need)
{
    return need == NEED_NOTHING || chosen((const AgendaView *)base) != NULL;
}

static void free_agenda(View *base)
{
    AgendaView *view = (AgendaView *)base;
    g_clear_pointer(&view->rows, g_ptr_array_unref);
    g_clear_pointer(&view->all, g_ptr_array_unref);
    g_free(view->words);
    g_free(view);
}

static const ViewAct acts[] = {
    {ACTION_MOVE_UP, act_move},
    {ACTION_MOVE_DOWN, act_move},
    {ACTION_MOVE_PGUP, act_move},
    {ACTION_MOVE_PGDN, act_move},
    {ACTION_MOVE_HOME, act_move},
    {ACTION_MOVE_END, act_move},
    {ACTION_OPEN, act_customer},
    {ACTION_OUTCOME, act_customer},
    {ACTION_DIAL, act_customer},
    {ACTION_NOTE, act_customer},
    {ACTION_DOCS, act_customer},
    {ACTION_COPY, act_customer},
    {ACTION_SNOOZE, act_customer},
    {ACTION_SKIP, act_customer},
    {ACTION_OUTCOME_LIST, act_customer},
    {ACTION_VIEW_CYCLE, act_cycle},
    {ACTION_FILTER, act_filter},
    {ACTION_BACK, act_back},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "agenda",
    .screen = ACTION_GO_AGENDA,
    .help = N_("Every contact that is planned from today on, tasks of colleagues among them, by day and hour; the ask "
               "is what may be asked for now.  Enter opens the customer, the letter of an outcome logs it there.  V "
               "looks further ahead."),
    .acts = acts,
    .context = context,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = has,
    .reload = reload,
    .print = print,
    .free = free_agenda,
};

View *agenda_view_open(App *app, GError **error)
{
    (void)error;
    AgendaView *view = g_new0(AgendaView, 1);
    view->view.kind = &kind;
    view->view.app = app;
    view->desk = app_desk(app);
    view->rows = g_ptr_array_new();
    return &view->view;
}
