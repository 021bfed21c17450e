/* The selected receipt: the bank's words, why it stands as it stands, what it pays, what else it may pay. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"
#include "views/receipts_inside.h"

enum { LABEL = 11, AFTER_WORDS = 6 };

/* The part right of the labels, from `row` down. */
static Canvas values(const Canvas *canvas, int row)
{
    return canvas_part(canvas, row, LABEL, canvas->rows - row, canvas->columns - LABEL - 1);
}

static void label(const Canvas *canvas, int row, const char *words)
{
    paint_fit(canvas, row, 1, LABEL - 2, ROLE_DIM, words);
}

/* At most `most` rows; the rest is one = away. */
static int wrapped(const Canvas *canvas, int row, int most, Role role, const char *text)
{
    Canvas part = values(canvas, row);
    g_auto(GStrv) lines = text_wrap(text, MAX(part.columns, 10));
    int count = (int)g_strv_length(lines), shown = MIN(count, MAX(most, 1));
    for (int i = 0; i < shown; i++) {
        bool cut = i + 1 == shown && shown < count;
        paint_format(&part, i, 0, role, cut ? "%s …" : "%s", lines[i]);
    }
    return shown;
}

static int paint_bank(const Receipt *receipt, const Canvas *canvas, int row)
{
    g_autofree char *name = text_clean(receipt->name), *account = text_clean(receipt->account);
    g_autofree char *text = text_clean(receipt->text), *quoted = g_strdup_printf("“%s”", text);
    g_autofree char *statement = text_clean(receipt->statement);
    int start = row;
    Canvas part = values(canvas, row);
    label(canvas, row, _("From"));
    int used = paint_text(&part, 0, 0, ROLE_NORMAL, name);
    if (used + 2 + text_width(account) > part.columns && *account != '\0' && used > 0)
        part = values(canvas, ++row), used = -2;
    paint_text(&part, 0, used + 2, ROLE_NORMAL, account);
    row++;
    if (*text != '\0')
        row += wrapped(canvas, row, canvas->rows - row - AFTER_WORDS, ROLE_NORMAL, quoted);
    label(canvas, row, _("Came in"));
    row += wrapped(canvas, row, 2, ROLE_NORMAL, statement);
    return row - start;
}

static int paint_why(const Receipt *receipt, const Canvas *canvas, int row)
{
    g_autofree char *reason = text_clean(receipt->reason), *customer = text_clean(receipt->customer);
    const char *step = receipt_step_label(receipt->step);
    g_autoptr(GString) state = g_string_new(NULL);
    int start = row;
    g_string_append_printf(state, *customer != '\0' ? _("%s: %s") : "%s", receipt_state_label(receipt), customer);
    if (*receipt->decided_by != '\0')
        g_string_append_printf(state, _(", by %s"), receipt->decided_by);
    else if (*step != '\0' && receipt->score > 0)
        g_string_append_printf(state, _("  (%s, %d of 100)"), step, receipt->score);
    label(canvas, row, _("State"));
    bool tall = canvas->rows >= 16;
    row += wrapped(canvas, row, tall ? 3 : 2, ROLE_NORMAL, state->str);
    if (*reason != '\0')
        row += wrapped(canvas, row, tall ? 5 : 2, ROLE_NORMAL, reason);
    return row - start;
}

/* "of 1.850,00, due 07/01" before it is booked, "leaves 350,00" after; shorter where there is little room. */
static char *item_words(const ReceiptCard *card, const ReceiptItem *item, bool narrow)
{
    g_autofree char *open = money_text(item->open), *due = day_short(item->due);
    if (!card->receipt->waiting)
        return narrow && item->open == 0 ? g_strdup(_("in full")) : g_strdup_printf(_("leaves %s"), open);
    if (narrow && item->open == item->pays)
        return g_strdup(_("in full"));
    bool with_day = !narrow && day_known(item->due);
    return with_day ? g_strdup_printf(_("of %s, due %s"), open, due) : g_strdup_printf(_("of %s"), open);
}

static int paint_items(const ReceiptCard *card, const Canvas *canvas, int row)
{
    guint room = (guint)MAX(0, canvas->rows - row - 1), shown = MIN(card->items->len, MAX(room, 1));
    if (shown > 0)
        label(canvas, row, _("Pays"));
    for (guint i = 0; i < shown; i++) {
        const ReceiptItem *item = g_ptr_array_index(card->items, i);
        Canvas part = values(canvas, row + (int)i);
        bool narrow = part.columns < 50, last = i + 1 == shown && shown < card->items->len;
        g_autofree char *pays = money_text(item->pays), *words = item_words(card, item, narrow);
        g_autofree char *more = g_strdup_printf(_("%u more"), card->items->len - shown);
        int left = narrow ? 12 : 16;
        paint_fit(&part, 0, 0, left, ROLE_NORMAL, item->number);
        paint_right(&part, 0, left, 10, ROLE_NORMAL, pays);
        paint_text(&part, 0, left + 11, ROLE_DIM, last ? more : words);
    }
    return (int)shown;
}

/* The proposal stands above already; where there is room a long one takes two rows. */
static void paint_choices(const ReceiptsView *view, const Canvas *canvas, int row)
{
    const GPtrArray *choices = view->card->choices;
    guint first = view->card->items->len > 0 ? 1 : 0;
    gint64 known = view->card->receipt->customer_id;
    int most = canvas->rows - row >= 2 * (int)choices->len ? 2 : 1;
    if (choices->len > first)
        label(canvas, row, first > 0 ? _("Or") : _("May be"));
    for (guint i = first; i < choices->len && row < canvas->rows; i++) {
        g_autofree char *words = choice_words(view->base.desk, g_ptr_array_index(choices, i), known);
        g_autofree char *numbered = g_strdup_printf("%u %s", i + 1, words);
        row += wrapped(canvas, row, most, ROLE_NORMAL, numbered);
    }
}

void receipts_paint_detail(const ReceiptsView *view, const Canvas *canvas)
{
    const Receipt *receipt = view->card->receipt;
    g_autofree char *money = money_text_currency(receipt->whole, receipt->currency), *day = day_words(receipt->day);
    g_autofree char *head = g_strdup_printf("%s  %s", money, day);
    int row = 0;
    paint_rule(canvas, row++, head);
    row += paint_bank(receipt, canvas, row);
    row += paint_why(receipt, canvas, row);
    row += paint_items(view->card, canvas, row);
    paint_choices(view, canvas, row);
}
