/* The rows of the queue on the screen, and their text twin for the printer. */
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "views/queue_inside.h"

enum { LIST_LEFT = 3, NAME_LEAST = 21, NAME_MOST = 40, LAST_LEAST = 17, WIDE = 120 };

/* --- Columns --------------------------------------------------------------------------------------------------- */

/* The hour of an earlier day says nothing any more; of an agreed callback that was missed the day does. */
static char *cell_when(const QueueRow *row)
{
    bool earlier = day_compare(row->when.day, clock_today()) < 0;
    if (earlier && row->state == QUEUE_PINNED)
        return day_short(row->when.day);
    return earlier || row->when.minute == MINUTE_NONE ? g_strdup(_("any")) : minute_text(row->when.minute);
}

static char *cell_why(const QueueRow *row)
{
    return g_strdup(row->reason_label);
}

static char *cell_name(const QueueRow *row)
{
    return g_strdup(row->name);
}

static char *cell_class(const QueueRow *row)
{
    return g_strdup_printf("%c", row->payment_class);
}

static char *cell_invoices(const QueueRow *row)
{
    return g_strdup_printf("%d", row->invoices);
}

static char *cell_days(const QueueRow *row)
{
    return g_strdup_printf("%d", row->days_late);
}

static char *cell_ask(const QueueRow *row)
{
    return money_text_column(row->money.ask, row->money.currency);
}

static char *cell_open(const QueueRow *row)
{
    return money_text_column(row->money.open, row->money.currency);
}

static char *cell_phone(const QueueRow *row)
{
    return g_strdup(row->phone);
}

static char *cell_last(const QueueRow *row)
{
    if (row->colleague != NULL)
        return g_strdup_printf(_("open at %s"), row->colleague);
    if (*row->owner != '\0')
        return g_strdup_printf(_("for %s: %s"), row->owner, row->detail);
    bool said = row->last_outcome != NULL && *row->last_outcome != '\0';
    return g_strdup(said ? row->last_outcome : row->detail);
}

typedef struct {
    const char *title;
    char *(*cell)(const QueueRow *row);
    int width; /* 0: shares what is left */
    int from;  /* columns of the screen from which on it is shown: it goes as a whole */
    int gap;   /* before it */
    bool right;
} Column;

static const Column table[] = {
    {N_("When"), cell_when, 5, 0, 0, false},       {N_("Why"), cell_why, 9, 0, 1, false},
    {N_("Customer"), cell_name, 0, 0, 1, false},   {N_("Cl"), cell_class, 2, 0, 1, false},
    {N_("Inv"), cell_invoices, 3, WIDE, 1, true},  {N_("Days"), cell_days, 4, 0, 1, true},
    {N_("Ask"), cell_ask, 12, 0, 1, true},         {N_("Open"), cell_open, 12, 140, 1, true},
    {N_("Phone"), cell_phone, 17, WIDE, 2, false}, {N_("Last"), cell_last, 0, 70, 2, false},
};

enum { COLUMN_COUNT = G_N_ELEMENTS(table) };

/* What is left beside the fixed columns goes to the name up to NAME_MOST, the rest to the last contact. */
static void widths_of(int total, int widths[COLUMN_COUNT])
{
    int left = total - LIST_LEFT;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        bool shown = total >= table[i].from;
        widths[i] = shown ? table[i].width : -1;
        left -= shown ? table[i].width + table[i].gap : 0;
    }
    bool last = widths[COLUMN_COUNT - 1] >= 0;
    int name = last ? NAME_LEAST + MAX(0, left - NAME_LEAST - LAST_LEAST) / 3 : left;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (table[i].cell == cell_name)
            widths[i] = MIN(name, last ? NAME_MOST : name);
    }
    if (last)
        widths[COLUMN_COUNT - 1] = left - MIN(name, NAME_MOST);
}

static void paint_cell(const Canvas *canvas, int row, int left, int width, Role role, const Column *column,
                       const char *text)
{
    if (column->right)
        paint_right(canvas, row, left, width, role, text);
    else
        paint_fit(canvas, row, left, width, role, text);
}

static void paint_header(const Canvas *canvas)
{
    int widths[COLUMN_COUNT], left = LIST_LEFT;
    widths_of(canvas->columns, widths);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (widths[i] < 0)
            continue;
        left += table[i].gap;
        paint_cell(canvas, 0, left, widths[i], ROLE_NORMAL, &table[i], _(table[i].title));
        left += widths[i];
    }
    paint_rule(canvas, 1, NULL);
}

/* --- One row ----------------------------------------------------------------------------------------------------- */

static const char *state_sign(const QueueRow *row)
{
    if (row->state == QUEUE_DONE)
        return "x";
    if (row->colleague != NULL)
        return "o";
    if (row->late)
        return "!";
    return row->dim ? "-" : "";
}

/* Two columns: what he is, then selected or marked (the cursor and reverse video say selected as well). */
static void signs_of(const QueueView *view, const QueueRow *row, bool selected, char signs[3])
{
    const char *state = state_sign(row);
    size_t used = 0;
    if (*state != '\0')
        signs[used++] = *state;
    if (queue_is_marked(view, row->customer_id))
        signs[used++] = 'm';
    if (selected && used < 2)
        signs[used++] = '>';
    while (used < 2)
        signs[used++] = ' ';
    signs[2] = '\0';
}

static Role role_of(const QueueRow *row)
{
    if (row->state == QUEUE_DONE || row->colleague != NULL || row->dim)
        return ROLE_DIM;
    return ROLE_NORMAL;
}

static void paint_row(const QueueView *view, const Canvas *canvas, int at, const QueueRow *row, bool selected)
{
    int widths[COLUMN_COUNT], left = LIST_LEFT;
    char signs[3];
    widths_of(canvas->columns, widths);
    signs_of(view, row, selected, signs);
    Role role = role_of(row), early = row->late ? ROLE_WARN : role;
    paint_text(canvas, at, 0, early, signs);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (widths[i] < 0)
            continue;
        g_autofree char *text = table[i].cell(row);
        left += table[i].gap;
        paint_cell(canvas, at, left, widths[i], i == 0 ? early : role, &table[i], text != NULL ? text : "");
        left += widths[i];
    }
    if (!selected)
        return;
    paint_role(canvas, at, 0, canvas->columns, ROLE_SELECTED);
    canvas_cursor(canvas, at, 0);
}

/* --- The screen ------------------------------------------------------------------------------------------------ */

/* Title, rule, list, “more”, preview, hours, status: the list gets what is over, the preview only on a big screen. */
QueueRows queue_share_rows(int rows, int columns)
{
    QueueRows shares = {.header = 2};
    int left = rows - shares.header - 1 - 1; /* “more” and status */
    if (columns >= WIDE && rows >= 30) {
        shares.hours = 2;
        shares.preview = rows >= 50 ? 12 : 8;
        left -= shares.hours + shares.preview;
    }
    shares.list = MAX(left, 0);
    return shares;
}

static char *more_words(const QueueView *view)
{
    GString *words = g_string_new(NULL);
    guint hidden = view->list.count > view->list.top + view->list.height
                       ? (guint)(view->list.count - view->list.top - view->list.height)
                       : 0;
    if (hidden > 0)
        g_string_append_printf(words, NP_("%u more below", "%u more below", hidden), hidden);
    if (view->queue->later > 0) {
        g_string_append(words, words->len > 0 ? ", " : "");
        g_string_append_printf(words, NP_("%d comes later today", "%d come later today", view->queue->later),
                               view->queue->later);
    }
    return g_string_free(words, FALSE);
}

static void paint_more(const QueueView *view, const Canvas *canvas, int row)
{
    g_autofree char *words = more_words(view);
    const char *dash = canvas->theme->flat ? "" : "──";
    if (*words != '\0')
        paint_format(canvas, row, 2, ROLE_DIM, "%s %s %s", dash, words, dash);
}

static void paint_empty(const QueueView *view, const Canvas *canvas)
{
    Canvas inner = canvas_part(canvas, 0, LIST_LEFT, canvas->rows, canvas->columns - 2 * LIST_LEFT);
    const char *words = view->words != NULL ? _("Nobody in the list matches the filter; Esc takes it away.")
                                            : _("Nobody to ring now. 3 shows what is planned for the coming days, F "
                                                "finds a customer, 5 what the day has "
                                                "brought.");
    paint_wrap(&inner, 1, 0, ROLE_NORMAL, words);
    canvas_cursor(&inner, 1, 0);
}

static void paint_list(const QueueView *view, const Canvas *canvas)
{
    if (view->list.count == 0)
        paint_empty(view, canvas);
    for (size_t i = 0; i < view->list.height && view->list.top + i < view->list.count; i++) {
        size_t at = view->list.top + i;
        paint_row(view, canvas, (int)i, g_ptr_array_index(view->queue->rows, at), at == view->list.row);
    }
}

void queue_draw(const View *base, Canvas *canvas)
{
    const QueueView *view = (const QueueView *)base;
    if (view->queue == NULL)
        return;
    int row = view->rows.header;
    paint_header(canvas);
    Canvas list = canvas_part(canvas, row, 0, view->rows.list, canvas->columns);
    paint_list(view, &list);
    row += view->rows.list;
    paint_more(view, canvas, row++);
    Canvas preview = canvas_part(canvas, row, 0, view->rows.preview, canvas->columns);
    if (view->rows.preview > 0)
        queue_paint_preview(view, &preview);
    row += view->rows.preview;
    if (view->rows.hours > 0)
        queue_paint_hours(view, canvas, row);
    queue_paint_status(view, canvas, canvas->rows - 1);
}

/* --- Title ----------------------------------------------------------------------------------------------------- */

void queue_title(const View *base, TitleRow *title)
{
    const QueueView *view = (const QueueView *)base;
    const Queue *queue = view->queue;
    bool wide = base->columns >= WIDE;
    g_string_assign(title->name, _("1 Queue"));
    title_clock(title);
    if (queue == NULL)
        return;
    g_autofree char *promised = money_text_currency(queue->promised, "EUR");
    g_autofree char *at = minute_text(queue->next_callback.minute);
    title_part(title, g_strdup_printf(wide ? _("done %d of %d") : _("done %d/%d"), queue->done, view->due));
    title_part(title, g_strdup_printf(_("promised %s"), promised));
    if (day_known(queue->next_callback.day))
        title_part(title, wide ? g_strdup_printf(_("next %s %s"), at, queue->next_callback_name)
                               : g_strdup_printf(_("next %s"), at));
    title_part(title, g_strdup_printf(_("reached %d"), queue->reached));
}

/* --- The text twin --------------------------------------------------------------------------------------------- */

static void print_line(GString *text, const QueueRow *row, int total)
{
    int widths[COLUMN_COUNT];
    widths_of(total, widths);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (widths[i] < 0)
            continue;
        g_autofree char *cell = row == NULL ? g_strdup(_(table[i].title)) : table[i].cell(row);
        g_autofree char *fitted = text_fit(cell != NULL ? cell : "", table[i].right ? -widths[i] : widths[i]);
        g_string_append_printf(text, "%*s%s", table[i].gap, "", fitted);
    }
    g_string_append_c(text, '\n');
}

char *queue_print(const View *base, GError **error)
{
    const QueueView *view = (const QueueView *)base;
    GString *text = g_string_new(NULL);
    (void)error;
    g_autofree char *day = day_long(clock_today());
    g_string_append_printf(text, "%s  %s  %s\n\n", _("Queue"), day, view->desk->agent);
    print_line(text, NULL, 80);
    for (guint i = 0; view->queue != NULL && i < view->queue->rows->len; i++)
        print_line(text, g_ptr_array_index(view->queue->rows, i), 80);
    return g_string_free(text, FALSE);
}
