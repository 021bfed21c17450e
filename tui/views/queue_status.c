/* Below the list: preview of the selected customer, the day by hour, filter and order and marks. */
#include "base/i18n.h"
#include "views/card_paint.h"
#include "views/queue_inside.h"

/* --- Status line ----------------------------------------------------------------------------------------------- */

const char *queue_sort_label(QueueSort sort)
{
    static const struct {
        const char *words;
    } labels[SORT_COUNT] = {
        [SORT_DEFAULT] = {N_("timed callbacks, then by priority")},
        [SORT_WHEN] = {N_("when")},
        [SORT_REASON] = {N_("why")},
        [SORT_NAME] = {N_("customer")},
        [SORT_CLASS] = {N_("class")},
        [SORT_DAYS] = {N_("days late")},
        [SORT_ASK] = {N_("what may be asked")},
        [SORT_OPEN] = {NC_("amount", "open")},
    };
    return i18n_word(labels[sort].words);
}

typedef struct {
    char currency[4];
    Cents sum;
} Sum;

static void sum_add(GArray *sums, const MoneyLine *money)
{
    for (guint i = 0; i < sums->len; i++) {
        Sum *sum = &g_array_index(sums, Sum, i);
        if (g_str_equal(sum->currency, money->currency)) {
            (void)money_add(&sum->sum, money->ask);
            return;
        }
    }
    Sum sum = {.sum = money->ask};
    g_strlcpy(sum.currency, money->currency, sizeof sum.currency);
    g_array_append_val(sums, sum);
}

/* "2  € 1.832,80 · USD 12,00": amounts of different currencies are never added. */
static char *marked_words(const QueueView *view)
{
    g_autoptr(GArray) sums = g_array_new(FALSE, TRUE, sizeof(Sum));
    int count = 0;
    for (guint i = 0; i < view->queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(view->queue->rows, i);
        if (!queue_is_marked(view, row->customer_id))
            continue;
        sum_add(sums, &row->money);
        count++;
    }
    GString *words = g_string_new(NULL);
    g_string_printf(words, "%d", count);
    for (guint i = 0; i < sums->len; i++) {
        const Sum *sum = &g_array_index(sums, Sum, i);
        g_autofree char *money = money_text_currency(sum->sum, sum->currency);
        g_string_append_printf(words, "%s%s", i == 0 ? "  " : " · ", money);
    }
    return g_string_free(words, FALSE);
}

void queue_paint_status(const QueueView *view, const Canvas *canvas, int row)
{
    g_autofree char *marked = marked_words(view);
    int left = 0;
    if (view->everybody || view->agent != NULL)
        left += paint_format(canvas, row, left, ROLE_WARN, _("List: %s   "),
                             view->everybody ? _("the whole team") : view->agent);
    left += paint_format(canvas, row, left, view->words != NULL ? ROLE_WARN : ROLE_NORMAL, _("Filter: %s"),
                         view->words != NULL ? view->words : _("none"));
    bool narrow = canvas->columns < 80; /* what is counted matters more than the order, which one sees */
    if (narrow)
        left += paint_format(canvas, row, left, ROLE_NORMAL, _("   Marked: %s"), marked);
    left += paint_format(canvas, row, left, ROLE_NORMAL, _("   Sort: %s"), queue_sort_label(view->sort));
    if (view->descending)
        left += paint_text(canvas, row, left, ROLE_NORMAL, _(", turned round"));
    if (!narrow)
        paint_format(canvas, row, left, ROLE_NORMAL, _("   Marked: %s"), marked);
}

/* --- Preview --------------------------------------------------------------------------------------------------- */

static void paint_facts(const QueueView *view, const QueueRow *row, const Canvas *canvas, int at)
{
    const Card *card = view->preview;
    g_autofree char *behaviour = card_behaviour_words(card);
    int left = 2;
    left += paint_text(canvas, at, left, ROLE_NORMAL, card->name);
    left += paint_format(canvas, at, left, ROLE_NORMAL, _("   class %c"), card->payment_class);
    left += paint_format(canvas, at, left, ROLE_NORMAL, ", %s", behaviour);
    if (row->contact != NULL && *row->contact != '\0')
        left += paint_format(canvas, at, left, ROLE_NORMAL, _("   contact %s"), row->contact);
    paint_format(canvas, at, left, ROLE_NORMAL, "   %s", card->language);
}

static int paint_item(const Canvas *canvas, int at, const CardItem *item)
{
    g_autofree char *money = money_text_currency(item->open, item->currency);
    paint_text(canvas, at, 2, ROLE_NORMAL, item->number);
    if (item->days_late > 0)
        paint_format(canvas, at, 18, ROLE_NORMAL, NP_("%d day late", "%d days late", item->days_late), item->days_late);
    paint_right(canvas, at, 34, 16, ROLE_NORMAL, money);
    paint_text(canvas, at, 53, ROLE_NORMAL, item->stage);
    return 1;
}

void queue_paint_preview(const QueueView *view, const Canvas *canvas)
{
    const QueueRow *row = queue_selected(view);
    const Card *card = view->preview;
    int at = 0;
    paint_rule(canvas, at++, _("Preview of the selected row"));
    if (row == NULL || card == NULL)
        return;
    paint_facts(view, row, canvas, at++);
    if (*card->holds_words != '\0')
        paint_fit(canvas, at++, 2, canvas->columns - 3, ROLE_WARN, card->holds_words);
    at += card_paint_money(card, canvas_part(canvas, at, 2, 2, canvas->columns - 3));
    int items = MIN((int)card->items->len, canvas->rows >= 12 ? 3 : 1);
    for (int i = 0; i < items; i++)
        at += paint_item(canvas, at, g_ptr_array_index(card->items, (guint)i));
    g_autofree char *next = card_next_words(card);
    if (next != NULL && at < canvas->rows)
        paint_fit(canvas, at++, 2, canvas->columns - 3, ROLE_NORMAL, next);
    Canvas history = canvas_part(canvas, at, 2, canvas->rows - at, canvas->columns - 3);
    card_paint_timeline(card, &history, 0);
}

/* --- The day by hour ------------------------------------------------------------------------------------------- */

enum { FIRST_HOUR = 8, LAST_HOUR = 19, BARS_MOST = 6 };

static int paint_hour(const QueueHours *hours, const Canvas *canvas, int row, int left, int hour)
{
    int made = MIN(hours->made[hour], BARS_MOST), planned = MIN(hours->planned[hour], BARS_MOST - made);
    int used = paint_format(canvas, row, left, ROLE_NORMAL, "%02d ", hour);
    if (made + planned == 0)
        return used + paint_text(canvas, row, left + used, ROLE_DIM, "-");
    used += paint_repeat(canvas, row, left + used, made, ROLE_NORMAL, "▇");
    return used + paint_repeat(canvas, row, left + used, planned, ROLE_NORMAL, "░");
}

void queue_paint_hours(const QueueView *view, const Canvas *canvas, int row)
{
    int left = 2;
    left += paint_text(canvas, row, left, ROLE_NORMAL, _("Today by hour (calls made ▇, due ░)"));
    for (int hour = FIRST_HOUR; hour <= LAST_HOUR && left < canvas->columns - 12; hour++) {
        bool something = view->hours.made[hour] + view->hours.planned[hour] > 0;
        if (something || (hour >= 9 && hour <= 16))
            left += 2 + paint_hour(&view->hours, canvas, row, left + 2, hour);
    }
}
