#include "views/overview_inside.h"

#include "base/i18n.h"
#include "base/text.h"
#include "views/table.h"

enum { LABEL = 11, AMOUNT = 14, PERCENT = 7, REASONS = 6, SIDE_FROM = 100, LAST_DAYS = 4 };

/* --- Rows ------------------------------------------------------------------------------------------------- */

void overview_share(OverviewView *view, int rows)
{
    const Overview *overview = view->overview;
    int desks = overview != NULL ? (int)overview->desks->len : 1,
        needs = overview != NULL ? (int)overview->needs->len : 1;
    Share *shares = view->shares;
    shares[PART_AGEING] = (Share){.least = 1 + AGE_BANDS, .wanted = 1 + AGE_BANDS};
    shares[PART_BANK] = overview_bank_share(overview, rows);
    shares[PART_NEEDS] = (Share){.least = 3, .wanted = 2 + MAX(needs, 1)};
    shares[PART_DESKS] = (Share){.least = 4, .wanted = 2 + MAX(desks, 1)};
    shares[PART_TRENDS] = (Share){.least = 5, .wanted = 5};
    shares[PART_REASONS] = (Share){.least = rows >= 28 ? 4 : 0, .wanted = rows >= 28 ? 1 + REASONS : 0};
    share_rows(shares, PART_COUNT, rows);
    if (shares[PART_TRENDS].got < 5) /* half a part says nothing: its rows go to what needs somebody */
        shares[PART_NEEDS].got += shares[PART_TRENDS].got, shares[PART_TRENDS].got = 0;
}

/* First row of `count` that is shown, so that the chosen one (-1: none of these) is in sight. */
static guint first_shown(int chosen, guint count, int height)
{
    if (chosen < height || height <= 0)
        return 0;
    return MIN((guint)(chosen - height + 1), count);
}

/* --- Ageing ------------------------------------------------------------------------------------------------- */

static void draw_ageing(const Overview *overview, const Canvas *canvas)
{
    g_autofree char *total = money_text(overview->total), *late = money_text(overview->late);
    int bar = canvas->columns - LABEL - AMOUNT - PERCENT - 4;
    Cents most = 1;
    for (int i = 0; i < AGE_BANDS; i++)
        most = MAX(most, overview->band[i]);
    paint_text(canvas, 0, 1, ROLE_NORMAL, _("Ageing"));
    g_autofree char *sums = g_strdup_printf(_("total %s   of which late %s"), total, late);
    paint_right(canvas, 0, LABEL, canvas->columns - LABEL - 1, ROLE_NORMAL, sums);
    for (int i = 0; i < AGE_BANDS; i++) {
        g_autofree char *amount = money_text(overview->band[i]);
        paint_fit(canvas, 1 + i, 1, LABEL - 2, ROLE_NORMAL, _(AGE_BAND_NAMES[i]));
        paint_bar(canvas, 1 + i, LABEL, bar, overview->band[i], most, i >= 3 ? ROLE_WARN : ROLE_NORMAL);
        paint_right(canvas, 1 + i, LABEL + bar + 1, AMOUNT, ROLE_NORMAL, amount);
        g_autofree char *share = g_strdup_printf("%d%%", percent_of(overview->band[i], overview->total));
        paint_right(canvas, 1 + i, LABEL + bar + AMOUNT + 2, PERCENT - 1, ROLE_NORMAL, share);
    }
}

/* --- Twenty working days -------------------------------------------------------------------------------------- */

/* One column a day; where the terminal cannot show that, the figures of the last days. */
static int draw_spark(const Canvas *canvas, int row, const gint64 *values, bool money)
{
    int used = paint_spark(canvas, row, LABEL, values, OVERVIEW_DAYS, ROLE_NORMAL);
    if (used > 0)
        return LABEL + used + 3;
    for (int i = 0; i < LAST_DAYS; i++) {
        gint64 value = values[OVERVIEW_DAYS - LAST_DAYS + i];
        g_autofree char *text = money ? whole_text(value) : count_text(value);
        paint_right(canvas, row, LABEL + 7 * i, 6, ROLE_NORMAL, text);
    }
    return LABEL + 7 * LAST_DAYS + 2;
}

static void amounts_line(const Canvas *canvas, int row, const char *label, const Cents *values, char *words)
{
    g_autofree char *taken = words;
    paint_fit(canvas, row, 1, LABEL - 2, ROLE_NORMAL, label);
    int column = draw_spark(canvas, row, values, true);
    paint_text(canvas, row, column, ROLE_NORMAL, taken);
}

static void counts_line(const Canvas *canvas, int row, const char *label, const int *values, char *words)
{
    gint64 wide[OVERVIEW_DAYS];
    g_autofree char *taken = words;
    for (int i = 0; i < OVERVIEW_DAYS; i++)
        wide[i] = values[i];
    paint_fit(canvas, row, 1, LABEL - 2, ROLE_NORMAL, label);
    int column = draw_spark(canvas, row, wide, false);
    paint_text(canvas, row, column, ROLE_NORMAL, taken);
}

/* By the bank's days: what it books today is in a file of tomorrow, so the newest day with money is named. */
static char *received_words(const Overview *overview)
{
    Cents least = G_MAXINT64, most = 0;
    int newest = 0;
    for (int i = 0; i < OVERVIEW_DAYS; i++) {
        least = MIN(least, overview->received[i]);
        most = MAX(most, overview->received[i]);
        newest = overview->received[i] > 0 ? i : newest;
    }
    if (most == 0)
        return g_strdup(_("nothing"));
    g_autofree char *low = whole_text(least), *high = whole_text(most);
    g_autofree char *last = whole_text(overview->received[newest]), *day = day_short(overview->day[newest]);
    return g_strdup_printf(_("min %s  max %s  %s %s"), low, high, day, last);
}

static char *kept_words(const Overview *overview)
{
    g_autofree char *now = kept_text(overview->kept_percent), *before = kept_text(overview->kept_percent_before);
    return g_strdup_printf(_("kept %s   (4 weeks before: %s)"), now, before);
}

static int sum_of(const int *values)
{
    int sum = 0;
    for (int i = 0; i < OVERVIEW_DAYS; i++)
        sum += values[i];
    return sum;
}

static void draw_trends(const Overview *overview, const Canvas *canvas)
{
    int calls = sum_of(overview->calls), reached = sum_of(overview->reached);
    paint_rule(canvas, 0, _("Last 20 working days"));
    amounts_line(canvas, 1, _("received"), overview->received, received_words(overview));
    amounts_line(canvas, 2, _("promised"), overview->promised, kept_words(overview));
    counts_line(canvas, 3, _("calls"), overview->calls,
                g_strdup_printf(_("%d in all, today %d"), calls, overview->calls[OVERVIEW_DAYS - 1]));
    counts_line(canvas, 4, _("reached"), overview->reached,
                g_strdup_printf(_("%d%% of all calls"), percent_of(reached, calls)));
}

/* --- Desks ---------------------------------------------------------------------------------------------------- */

static const TableColumn desk_columns[] = {
    {N_("Desk"), 10, .fills = true},
    {N_("due"), 5, .right = true},
    {N_("done"), 5, .right = true},
    {N_("reached"), 7, .right = true, .from = 70},
    {N_("promised"), 12, .right = true},
    {N_("kept 4w"), 8, .right = true},
    {N_("callbacks"), 9, .right = true, .from = 76},
    {N_("late"), 5, .right = true},
};

static void draw_desk(const Table *table, const Canvas *canvas, int at, const OverviewDesk *row)
{
    g_autofree char *name = text_clean(*row->agent != '\0' ? row->agent : _("nobody's"));
    g_autofree char *promised = money_text(row->promised), *kept = kept_text(row->kept_percent);
    const int counts[] = {row->due, row->done, row->reached, row->open_callbacks, row->late_callbacks};
    char *numbers[G_N_ELEMENTS(counts)];
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        numbers[i] = g_strdup_printf("%d", counts[i]);
    const char *cells[] = {name, numbers[0], numbers[1], numbers[2], promised, kept, numbers[3], numbers[4]};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        table_cell(table, canvas, at, i, i == 7 && row->late_callbacks > 0 ? ROLE_WARN : ROLE_NORMAL, cells[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        g_free(numbers[i]);
}

static void draw_desks(const OverviewView *view, const Canvas *canvas)
{
    const GPtrArray *desks = view->overview->desks;
    Table table;
    int chosen = overview_chosen_desk(view) != NULL ? (int)view->base.list.row : -1, height = canvas->rows - 2;
    guint first = first_shown(chosen, desks->len, height);
    table_layout(&table, desk_columns, G_N_ELEMENTS(desk_columns), 3, canvas->columns);
    paint_rule(canvas, 0, _("Desks today"));
    table_head(&table, canvas, 1);
    for (guint i = first; i < desks->len && (int)(i - first) < height; i++)
        draw_desk(&table, canvas, 2 + (int)(i - first), g_ptr_array_index(desks, i));
    if (chosen >= 0)
        table_selected(canvas, 2 + chosen - (int)first);
}

/* --- Needs ---------------------------------------------------------------------------------------------------- */

static const TableColumn need_columns[] = {
    {"", 18, .fills = true},
    {"", 8, .right = true, .from = 70},
    {"", 12, .right = true},
    {"", 20, .fills = true},
};

static void draw_need(const Table *table, const Canvas *canvas, int at, const OverviewNeed *row)
{
    g_autofree char *name = text_clean(row->name), *text = text_clean(row->text), *amount = money_text(row->amount);
    g_autofree char *days = row->days > 0 ? g_strdup_printf(_("%d days"), row->days) : g_strdup("");
    const char *cells[] = {name, days, amount, text};
    paint_text(canvas, at, 1, ROLE_WARN, "!");
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        table_cell(table, canvas, at, i, ROLE_NORMAL, cells[i]);
}

static void draw_needs(const OverviewView *view, const Canvas *canvas)
{
    const Overview *overview = view->overview;
    const GPtrArray *needs = overview->needs;
    Table table;
    bool slowing = overview->slowing > 0 && canvas->rows > 2;
    int chosen = overview_chosen_need(view) != NULL ? (int)(view->base.list.row - overview_desk_count(view)) : -1;
    int height = canvas->rows - 1 - slowing;
    guint first = first_shown(chosen, needs->len, height);
    table_layout(&table, need_columns, G_N_ELEMENTS(need_columns), 3, canvas->columns);
    paint_rule(canvas, 0, _("Needs you"));
    if (needs->len == 0)
        paint_text(canvas, 1, 2, ROLE_DIM, _("Nothing is waiting for a decision."));
    for (guint i = first; i < needs->len && (int)(i - first) < height; i++)
        draw_need(&table, canvas, 1 + (int)(i - first), g_ptr_array_index(needs, i));
    if (slowing)
        paint_format(canvas, 1 + MIN(height, MAX(1, (int)needs->len)), 1, ROLE_NORMAL,
                     NP_("* %d good customer pays slower than his habit",
                         "* %d good customers pay slower than their habit", overview->slowing),
                     overview->slowing);
    if (chosen >= 0)
        table_selected(canvas, 1 + chosen - (int)first);
}

/* --- What was said -------------------------------------------------------------------------------------------- */

static void draw_side(const Overview *overview, const Canvas *canvas)
{
    const int shares[] = {percent_of(overview->class_open[0], overview->total),
                          percent_of(overview->class_open[1], overview->total),
                          percent_of(overview->class_open[2], overview->total)};
    paint_format(canvas, 0, 0, ROLE_NORMAL, _("A %d%%  B %d%%  C %d%% of what is open"), shares[0], shares[1],
                 shares[2]);
    paint_format(canvas, 1, 0, ROLE_NORMAL, _("credit limits exceeded: %d"), overview->over_limit);
    paint_format(canvas, 2, 0, ROLE_NORMAL, _("deliveries stopped: %d"), overview->stops);
}

static void draw_reasons(const Overview *overview, const Canvas *canvas)
{
    bool side = canvas->columns >= SIDE_FROM;
    int width = side ? canvas->columns - 40 : canvas->columns, bar = width - 22 - AMOUNT - 3;
    Cents most = 1;
    paint_rule(canvas, 0, _("What was said in 4 weeks, by amount"));
    for (guint i = 0; i < overview->reasons->len && 1 + (int)i < canvas->rows; i++) {
        const OverviewReason *row = g_ptr_array_index(overview->reasons, i);
        g_autofree char *amount = money_text(row->amount);
        most = MAX(most, row->amount);
        paint_fit(canvas, 1 + (int)i, 1, 20, ROLE_NORMAL, row->label);
        paint_bar(canvas, 1 + (int)i, 22, bar, row->amount, most, ROLE_NORMAL);
        paint_right(canvas, 1 + (int)i, 22 + bar + 1, AMOUNT, ROLE_NORMAL, amount);
    }
    if (overview->reasons->len == 0)
        paint_text(canvas, 1, 2, ROLE_DIM, _("No calls in these weeks."));
    Canvas right = canvas_part(canvas, 1, width + 2, canvas->rows - 1, canvas->columns - width - 2);
    if (side)
        draw_side(overview, &right);
}

/* --- The page --------------------------------------------------------------------------------------------------- */

static void draw_figures(const Overview *overview, const Canvas *canvas)
{
    g_autofree char *head = overview_days_head();
    int shown = MIN(OVERVIEW_DAYS, canvas->rows - 1);
    paint_text(canvas, 0, 0, ROLE_NORMAL, head);
    for (int i = 0; i < shown; i++) {
        g_autofree char *line = overview_day_line(overview, OVERVIEW_DAYS - shown + i);
        paint_text(canvas, 1 + i, 0, ROLE_NORMAL, line);
    }
    canvas_cursor(canvas, shown, 0);
}

void overview_draw(const View *base, Canvas *canvas)
{
    const OverviewView *view = (const OverviewView *)base;
    const Share *shares = view->shares;
    if (view->overview == NULL)
        return;
    if (view->figures) {
        draw_figures(view->overview, canvas);
        return;
    }
    int row = 0;
    static const OverviewPart order[] = {PART_AGEING, PART_TRENDS, PART_DESKS, PART_BANK, PART_NEEDS, PART_REASONS};
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        Canvas part = canvas_part(canvas, row, 0, shares[order[i]].got, canvas->columns);
        row += part.rows;
        switch (part.rows > 0 ? order[i] : PART_COUNT) {
        case PART_AGEING: draw_ageing(view->overview, &part); break;
        case PART_BANK: overview_draw_bank(view->overview, &part); break;
        case PART_TRENDS: draw_trends(view->overview, &part); break;
        case PART_DESKS: draw_desks(view, &part); break;
        case PART_NEEDS: draw_needs(view, &part); break;
        case PART_REASONS: draw_reasons(view->overview, &part); break;
        case PART_COUNT: break;
        }
    }
}
