/* The larger parts of a card: invoices, history, ageing, the number in large figures. */
#include "base/i18n.h"
#include "base/text.h"
#include "rules/ageing.h"
#include "views/card_paint.h"
#include <string.h>

/* --- Invoices -------------------------------------------------------------------------------------------------- */

typedef struct {
    int number, issued, due, days, open, stage; /* left edges; of days and open the right ones */
    int number_width;
} ItemPlaces;

static ItemPlaces item_places(int columns)
{
    int width = 10 + CLAMP(columns - 68, 0, 5), at = 4 + width + 1, tight = columns < 68 ? 2 : 0;
    return (ItemPlaces){.number = 4,
                        .number_width = width,
                        .issued = at,
                        .due = at + 10,
                        .days = at + 21,
                        .open = at + 34 - tight,
                        .stage = at + 36 - tight - tight / 2};
}

static void paint_item_header(const Canvas *canvas, const ItemPlaces *at)
{
    paint_text(canvas, 0, at->number, ROLE_NORMAL, _("Invoice"));
    paint_text(canvas, 0, at->issued, ROLE_NORMAL, _("Date"));
    paint_text(canvas, 0, at->due, ROLE_NORMAL, _("Due"));
    paint_right(canvas, 0, 0, at->days, ROLE_NORMAL, _("Days"));
    paint_right(canvas, 0, 0, at->open, ROLE_NORMAL, _("Open"));
    paint_text(canvas, 0, at->stage, ROLE_NORMAL, _("Stage"));
}

static void paint_item(const Canvas *canvas, int row, const ItemPlaces *at, const CardItem *item)
{
    g_autofree char *issued = day_numeric(item->issued), *due = day_short(item->due);
    g_autofree char *days = item->days_late > 0 ? g_strdup_printf("%d", item->days_late) : g_strdup("-");
    g_autofree char *open = money_text_column(item->open, item->currency);
    Role role = item->days_late > 0 || item->open < 0 ? ROLE_NORMAL : ROLE_DIM;
    paint_text(canvas, row, 0, role, item->marked ? "[x]" : "[ ]");
    paint_fit(canvas, row, at->number, at->number_width, role, item->number);
    paint_text(canvas, row, at->issued, role, issued);
    paint_text(canvas, row, at->due, role, due);
    paint_right(canvas, row, 0, at->days, role, days);
    paint_right(canvas, row, at->days + 1, at->open - at->days - 1, role, open);
    paint_text(canvas, row, at->stage, item->disputed > 0 ? ROLE_WARN : role, item->stage);
}

/* What is marked in one currency. */
static Cents marked_open(const Card *card, const char *currency)
{
    Cents sum = 0;
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        if (item->marked && g_str_equal(item->currency, currency))
            (void)money_add(&sum, item->open);
    }
    return sum;
}

/* "+ $ 120,00 + £ 80,00": marked amounts in other currencies than `own`, each beside the other, never added. */
static char *marked_beside(const Card *card, const char *own)
{
    GString *beside = g_string_new(NULL);
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        bool named = !item->marked || g_str_equal(item->currency, own);
        for (guint j = 0; j < i && !named; j++) {
            const CardItem *before = g_ptr_array_index(card->items, j);
            named = before->marked && g_str_equal(before->currency, item->currency);
        }
        if (named)
            continue;
        g_autofree char *amount = money_text_currency(marked_open(card, item->currency), item->currency);
        g_string_append_printf(beside, "%s+ %s", beside->len > 0 ? " " : "", amount);
    }
    return g_string_free(beside, FALSE);
}

static guint marked_count(const Card *card)
{
    guint count = 0;
    for (guint i = 0; i < card->items->len; i++)
        count += ((const CardItem *)g_ptr_array_index(card->items, i))->marked;
    return count;
}

/* "4.852,60" of the customer's own currency. */
static void paint_item_total(const Card *card, const Canvas *canvas, int row, const ItemPlaces *at)
{
    const char *own = card_money(card)->currency;
    g_autofree char *total = money_text(marked_open(card, own)), *beside = marked_beside(card, own);
    paint_format(canvas, row, at->number, ROLE_NORMAL, _("Selected %u of %u"), marked_count(card), card->items->len);
    paint_right(canvas, row, at->number, at->open - at->number, ROLE_NORMAL, total);
    if (*beside != '\0') {
        paint_text(canvas, row, at->stage, ROLE_NORMAL, beside);
        return;
    }
    g_autofree char *bank = card_bank_words(card);
    paint_text(canvas, row, at->stage, card->bank_stale ? ROLE_WARN : ROLE_NORMAL, bank);
}

void card_paint_items(const Card *card, const Canvas *canvas, const List *list, bool cursor)
{
    ItemPlaces at = item_places(canvas->columns);
    int height = canvas->rows - 2;
    size_t top = list != NULL ? list->top : 0;
    paint_item_header(canvas, &at);
    for (int row = 0; row < height && top + (size_t)row < card->items->len; row++) {
        const CardItem *item = g_ptr_array_index(card->items, (guint)(top + (size_t)row));
        paint_item(canvas, row + 1, &at, item);
        if (!cursor || list == NULL || list->selected != item->id)
            continue;
        paint_role(canvas, row + 1, 0, canvas->columns, ROLE_SELECTED);
        canvas_cursor(canvas, row + 1, 1);
    }
    if (card->items->len == 0 && height > 0)
        paint_text(canvas, 1, at.number, ROLE_DIM, _("nothing open"));
    paint_item_total(card, canvas, MIN(canvas->rows - 1, MAX(1, (int)card->items->len) + 1), &at);
    int hidden = (int)card->items->len - (int)top - MAX(height, 0);
    if (hidden > 0)
        paint_format(canvas, canvas->rows - 2, at.stage, ROLE_DIM, _("%d more"), hidden);
}

/* --- History --------------------------------------------------------------------------------------------------- */

static void paint_event(const Canvas *canvas, int row, const TimelineRow *event)
{
    g_autofree char *day = day_weekday_short(event->when.day), *at = minute_text(event->when.minute);
    g_autofree char *text = *event->note != '\0' && *event->text != '\0'
                                ? g_strdup_printf("%s · %s", event->text, event->note)
                                : g_strdup(*event->text != '\0' ? event->text : event->note);
    Role role = event->undone ? ROLE_DIM : ROLE_NORMAL;
    paint_fit(canvas, row, 0, 9, role, day);
    paint_fit(canvas, row, 10, 5, role, at);
    paint_fit(canvas, row, 16, 3, role, event->agent);
    paint_fit(canvas, row, 20, 2, role, event->letter);
    int used = event->undone ? paint_text(canvas, row, 23, role, _("undone: ")) : 0;
    paint_text(canvas, row, 23 + used, role, g_strdelimit(text, "\n", ' '));
}

int card_paint_timeline(const Card *card, const Canvas *canvas, size_t top)
{
    int row = 0;
    for (; row < canvas->rows && top + (size_t)row < card->timeline->len; row++)
        paint_event(canvas, row, g_ptr_array_index(card->timeline, (guint)(top + (size_t)row)));
    if (card->timeline->len == 0 && canvas->rows > 0)
        paint_text(canvas, row++, 0, ROLE_DIM, _("no calls, letters or payments yet"));
    return row;
}

/* --- Ageing ---------------------------------------------------------------------------------------------------- */

static void sum_bands(const Card *card, Cents bands[AGE_BANDS])
{
    const char *own = card_money(card)->currency;
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        if (item->open > 0 && g_str_equal(item->currency, own))
            (void)money_add(&bands[age_band(item->days_late)], item->open);
    }
}

/* "not due 0,00  1-30 1.510,00 …" where the bars have no room. */
static int paint_ageing_line(const Canvas *canvas, const Cents bands[AGE_BANDS])
{
    int left = 0;
    for (int i = 0; i < AGE_BANDS; i++) {
        g_autofree char *money = money_text(bands[i]);
        if (bands[i] != 0)
            left += paint_format(canvas, 0, left, ROLE_NORMAL, "%s%s %s", left > 0 ? "   " : "", _(AGE_BAND_NAMES[i]),
                                 money);
    }
    return 1;
}

int card_paint_ageing(const Card *card, Canvas canvas)
{
    Cents bands[AGE_BANDS] = {0}, top = 1;
    sum_bands(card, bands);
    for (int i = 0; i < AGE_BANDS; i++)
        top = MAX(top, bands[i]);
    if (canvas.rows < AGE_BANDS)
        return canvas.rows > 0 ? paint_ageing_line(&canvas, bands) : 0;
    int row = 0, amount = MIN(canvas.columns, 60);
    for (; row < AGE_BANDS && row < canvas.rows; row++) {
        g_autofree char *money = money_text(bands[row]);
        paint_text(&canvas, row, 0, ROLE_NORMAL, _(AGE_BAND_NAMES[row]));
        paint_bar(&canvas, row, 9, amount - 9 - 14, bands[row], top, ROLE_NORMAL);
        paint_right(&canvas, row, amount - 13, 13, ROLE_NORMAL, money);
    }
    return row;
}

/* --- The number, large ----------------------------------------------------------------------------------------- */

enum { BIG_ROWS = 5, BIG_WIDTH = 4 };

/* Three dots wide, five high; a row is three bits. */
static const struct {
    char sign;
    unsigned char rows[BIG_ROWS];
} big_signs[] = {
    {'0', {7, 5, 5, 5, 7}}, {'1', {2, 6, 2, 2, 7}}, {'2', {7, 1, 7, 4, 7}}, {'3', {7, 1, 3, 1, 7}},
    {'4', {5, 5, 7, 1, 1}}, {'5', {7, 4, 7, 1, 7}}, {'6', {7, 4, 7, 5, 7}}, {'7', {7, 1, 2, 2, 2}},
    {'8', {7, 5, 7, 5, 7}}, {'9', {7, 5, 7, 1, 7}}, {'+', {0, 2, 7, 2, 0}},
};

static void paint_big_sign(const Canvas *canvas, int left, char sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(big_signs); i++) {
        if (big_signs[i].sign != sign)
            continue;
        for (int dot = 0; dot < BIG_ROWS * 3; dot++) {
            if (big_signs[i].rows[dot / 3] & (4 >> dot % 3))
                paint_repeat(canvas, dot / 3, left + dot % 3, 1, ROLE_NORMAL, "█");
        }
    }
}

/* Blanks stand narrow, so that a whole number fits. */
static int big_width(const char *number)
{
    int width = 0;
    for (const char *at = number; *at != '\0'; at++)
        width += *at == ' ' ? 2 : BIG_WIDTH;
    return width;
}

static int paint_spaced(const char *number, const Canvas *canvas)
{
    GString *spaced = g_string_new("[ ");
    for (const char *at = number; *at != '\0'; at = g_utf8_next_char(at)) {
        g_string_append_len(spaced, at, g_utf8_next_char(at) - at);
        g_string_append_c(spaced, ' ');
    }
    g_string_append_c(spaced, ']');
    paint_text(canvas, 0, 0, ROLE_NORMAL, spaced->str);
    g_string_free(spaced, TRUE);
    return 1;
}

int card_paint_number(const char *number, Canvas canvas)
{
    if (canvas.rows < BIG_ROWS || big_width(number) > canvas.columns)
        return paint_spaced(number, &canvas);
    int left = 0;
    for (const char *at = number; *at != '\0'; at++) {
        paint_big_sign(&canvas, left, *at);
        left += *at == ' ' ? 2 : BIG_WIDTH;
    }
    return BIG_ROWS;
}
