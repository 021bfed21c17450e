/* The invoices of one customer beside one receipt.  Marked ones are paid in the order shown, credit notes first, as
 * match_assign books them: what each gets is seen while marking. */
#include "views/receipt_items_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/card.h"
#include "desk/decision.h"
#include "views/list_view.h"
#include <string.h>

enum { HEAD_ROWS = 2, FOOT_ROWS = 4 };

typedef struct {
    gint64 id;
    const CardItem *item; /* of the card */
    bool marked;
    Cents gets; /* of the receipt, if it were booked now */
} Row;

typedef struct {
    ListView base; /* its rows: Row */
    gint64 payment_id, customer_id;
    Receipt *receipt;
    Card *card;
    GPtrArray *choices; /* Match: what is marked at first */
    bool marked_once;
    Cents left; /* of the receipt, after what is marked */
} ItemsView;

static const TableColumn columns[] = {
    {N_("Invoice"), 14, .fills = true},         {N_("Date"), .width = 8, .from = 76},
    {NC_("invoice", "Due"), .width = 8},        {N_("Days"), 5, .right = true, .from = 70},
    {NC_("amount", "Open"), 11, .right = true}, {N_("Gets"), 11, .right = true},
};

/* --- What each gets ------------------------------------------------------------------------------------------- */

static void give(ItemsView *view, bool credits)
{
    for (guint i = 0; i < view->base.rows->len; i++) {
        Row *row = g_ptr_array_index(view->base.rows, i);
        if ((row->item->open < 0) != credits)
            continue;
        row->gets = !row->marked ? 0 : credits ? row->item->open : MIN(row->item->open, view->left);
        view->left -= row->gets;
    }
}

static void share_out(ItemsView *view)
{
    view->left = view->receipt->amount;
    give(view, true); /* they make room for more */
    give(view, false);
}

static int marked_count(const ItemsView *view)
{
    int count = 0;
    for (guint i = 0; i < view->base.rows->len; i++)
        count += ((const Row *)g_ptr_array_index(view->base.rows, i))->marked;
    return count;
}

static Cents marked_sum(const ItemsView *view)
{
    Cents sum = 0;
    for (guint i = 0; i < view->base.rows->len; i++) {
        const Row *row = g_ptr_array_index(view->base.rows, i);
        (void)money_add(&sum, row->marked ? row->item->open : 0);
    }
    return sum;
}

/* --- Reading --------------------------------------------------------------------------------------------------- */

static bool in_choice(const ItemsView *view, gint64 item_id)
{
    for (guint i = 0; i < view->choices->len; i++) {
        const Match *choice = g_ptr_array_index(view->choices, i);
        if (choice->customer_id != view->customer_id)
            continue;
        for (guint k = 0; k < choice->parts->len; k++)
            if (g_array_index(choice->parts, MatchPart, k).item_id == item_id)
                return true;
        return false; /* only the best one counts */
    }
    return false;
}

static bool was_marked(const GPtrArray *rows, gint64 item_id)
{
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = g_ptr_array_index(rows, i);
        if (row->id == item_id)
            return row->marked;
    }
    return false;
}

/* Amounts of different currencies are never set against each other. */
static GPtrArray *rows_of(const ItemsView *view, const Card *card)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        if (strcmp(item->currency, view->receipt->currency) != 0 || item->open == 0)
            continue;
        Row *row = g_new0(Row, 1);
        row->id = item->id;
        row->item = item;
        row->marked = view->marked_once ? was_marked(view->base.rows, item->id) : in_choice(view, item->id);
        g_ptr_array_add(rows, row);
    }
    return rows;
}

static bool reload(View *base, GError **error)
{
    ItemsView *view = (ItemsView *)base;
    Ledger ledger = desk_ledger(view->base.desk);
    Receipt *receipt = receipt_load(&ledger, view->payment_id, error);
    Card *card = receipt != NULL ? card_load(view->base.desk, view->customer_id, error) : NULL;
    if (card == NULL) {
        g_clear_pointer(&receipt, receipt_free);
        return false;
    }
    g_clear_pointer(&view->receipt, receipt_free);
    view->receipt = receipt;
    (void)list_view_take(&view->base, rows_of(view, card));
    card_free(view->card);
    view->card = card;
    view->marked_once = true;
    share_out(view);
    return true;
}

/* --- What can be done --------------------------------------------------------------------------------------------- */

static Next act_mark(View *base, const Action *action)
{
    ItemsView *view = (ItemsView *)base;
    Row *row = (Row *)list_view_row(&view->base);
    (void)action;
    row->marked = !row->marked;
    share_out(view);
    list_move(&view->base.list, 1);
    return next_redraw();
}

static Next act_mark_all(View *base, const Action *action)
{
    ItemsView *view = (ItemsView *)base;
    bool all = marked_count(view) == (int)view->base.rows->len;
    (void)action;
    for (guint i = 0; i < view->base.rows->len; i++)
        ((Row *)g_ptr_array_index(view->base.rows, i))->marked = !all;
    share_out(view);
    return next_redraw();
}

/* Credit notes first, then the invoices from the top: the order in which match_assign gives the money away. */
static GArray *marked_ids(const ItemsView *view)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (int pass = 0; pass < 2; pass++)
        for (guint i = 0; i < view->base.rows->len; i++) {
            const Row *row = g_ptr_array_index(view->base.rows, i);
            if (row->marked && (row->item->open < 0) == (pass == 0))
                g_array_append_val(ids, row->id);
        }
    return ids;
}

static Next act_book(View *base, const Action *action)
{
    const ItemsView *view = (const ItemsView *)base;
    GError *error = NULL;
    g_autofree char *said = NULL;
    g_autoptr(GArray) ids = marked_ids(view);
    const Decision decision = {
        .kind = DECISION_ASSIGN, .payment_id = view->payment_id, .customer_id = view->customer_id, .item_ids = ids};
    (void)action;
    if (!decision_make(view->base.desk, &decision, &said, &error))
        return next_error(error);
    return next_pop_value(said);
}

/* --- Drawing --------------------------------------------------------------------------------------------------- */

static void cells(const ListView *list, size_t index, bool first, char **cells)
{
    const Row *row = g_ptr_array_index(list->rows, index);
    (void)first;
    cells[0] = text_clean(row->item->number);
    cells[1] = day_numeric(row->item->issued);
    cells[2] = day_numeric(row->item->due);
    cells[3] = row->item->days_late > 0 ? g_strdup_printf("%d", row->item->days_late) : NULL;
    cells[4] = money_text(row->item->open);
    cells[5] = row->gets != 0 ? money_text(row->gets) : row->marked ? g_strdup("-") : NULL;
}

static const char *sign(const ListView *list, gconstpointer row)
{
    (void)list;
    return ((const Row *)row)->marked ? "[x]" : "[ ]";
}

/* "Marked 2: 3.342,60 of € 1.480,00; short by 1.862,60". */
static char *sum_words(const ItemsView *view)
{
    int count = marked_count(view);
    Cents sum = marked_sum(view), rest = view->receipt->amount - sum;
    g_autofree char *marked = money_text(sum), *left = money_text(ABS(rest));
    g_autofree char *whole = money_text_currency(view->receipt->amount, view->receipt->currency);
    if (count == 0)
        return g_strdup_printf(_("Nothing is marked: all of %s stays on account."), whole);
    if (rest > 0)
        return g_strdup_printf(_("Marked %d: %s of %s; %s stays on account."), count, marked, whole, left);
    if (rest < 0)
        return g_strdup_printf(_("Marked %d: %s of %s; %s stays open."), count, marked, whole, left);
    return g_strdup_printf(_("Marked %d: exactly %s."), count, whole);
}

static void draw_foot(const ItemsView *view, Canvas canvas)
{
    g_autofree char *words = sum_words(view), *bank = text_clean(view->receipt->text);
    g_autofree char *name = text_clean(view->receipt->name);
    paint_rule(&canvas, 0, NULL);
    paint_text(&canvas, 1, 1, ROLE_GOOD, words);
    int used = paint_text(&canvas, 2, 1, ROLE_NORMAL, name);
    if (*bank != '\0')
        paint_format(&canvas, 2, used + 2, ROLE_DIM, "“%s”", bank);
}

static void draw(const View *base, Canvas *canvas)
{
    const ItemsView *view = (const ItemsView *)base;
    if (view->receipt == NULL)
        return;
    Canvas list = canvas_part(canvas, 0, 0, canvas->rows - FOOT_ROWS, canvas->columns);
    list_view_draw(base, &list);
    draw_foot(view, canvas_part(canvas, canvas->rows - FOOT_ROWS, 0, FOOT_ROWS, canvas->columns));
}

static void layout(View *base, int rows, int total)
{
    list_view_layout(base, rows - FOOT_ROWS, total);
}

static void title(const View *base, TitleRow *row)
{
    const ItemsView *view = (const ItemsView *)base;
    g_string_assign(row->name, _("Which invoices?"));
    if (view->receipt == NULL)
        return;
    g_autofree char *money = money_text_currency(view->receipt->amount, view->receipt->currency);
    g_autofree char *day = day_short(view->receipt->day);
    title_part(row, g_strdup_printf("%s %s", view->card->number, view->card->name));
    title_part(row, g_strdup_printf("%s  %s", money, day));
}

static char *hint(const View *base)
{
    (void)base;
    return g_strdup(_("Enter books it as it stands; Esc leaves the receipt as it was."));
}

static void footer(const View *base, Footer *foot)
{
    footer_add(foot, ACTION_OPEN, marked_count((const ItemsView *)base) > 0 ? _("book") : _("on account"));
    footer_add(foot, ACTION_MARK, NULL);
    footer_add(foot, ACTION_MARK_ALL, NULL);
    footer_words(foot, _("↑↓ choose"));
    footer_words(foot, _("Esc back"));
}

static void free_items(View *base)
{
    ItemsView *view = (ItemsView *)base;
    list_view_clear(&view->base);
    g_clear_pointer(&view->choices, g_ptr_array_unref);
    g_clear_pointer(&view->receipt, receipt_free);
    card_free(view->card);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES, {ACTION_MARK, act_mark}, {ACTION_MARK_ALL, act_mark_all}, {ACTION_OPEN, act_book}, {0, NULL},
};

static const ViewKind kind = {
    .name = "receipt items",
    .help =
        N_("The open invoices of the customer, in the currency of the receipt.  Space marks one, * all of them; what "
           "each gets is shown: credit notes first, then the invoices from the top.  What is left stays on account. "
           " Enter books it."),
    .acts = acts,
    .context = CONTEXT_CUSTOMER, /* invoices are marked here as they are at the customer */
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .reload = reload,
    .free = free_items,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 5,
    .head_rows = HEAD_ROWS,
    .empty = N_("Nothing is open for this customer in this currency: Enter puts the money on account."),
    .cells = cells,
    .sign = sign,
};

View *receipt_items_view_open(App *app, gint64 payment_id, gint64 customer_id, GError **error)
{
    Ledger ledger = desk_ledger(app_desk(app));
    GPtrArray *choices = receipt_choices(&ledger, payment_id, error);
    if (choices == NULL)
        return NULL;
    ItemsView *view = g_new0(ItemsView, 1);
    view->payment_id = payment_id;
    view->customer_id = customer_id;
    view->choices = choices;
    return list_view_start(&view->base, &kind, &list_kind, app);
}
