/* The receipts: what is read, what stands where.  A row that was decided stays where it was until the list is read
 * anew, so that nothing moves under the cursor. */
#include "views/receipts_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"
#include "views/receipts_inside.h"
#include <string.h>

enum { HEAD_ROWS = 2, LIST_PANE = 74, BESIDE_FROM = 120, BELOW_FROM = 18, DETAIL_LEAST = 11 };

static const TableColumn columns[] = {
    {N_("Day"), .width = 5},        {N_("Amount"), 11, .right = true},
    {N_("From"), 8, .fills = true}, {N_("Customer"), 8, .fills = true},
    {N_("State"), .width = 11},     {N_("Why"), .width = 13, .from = 72},
};

const Receipt *receipts_chosen(const ReceiptsView *view)
{
    return list_view_row(&view->base);
}

/* --- Reading ------------------------------------------------------------------------------------------------ */

static void look(ListView *list)
{
    ReceiptsView *view = (ReceiptsView *)list;
    const Receipt *receipt = receipts_chosen(view);
    g_autoptr(GError) ignored = NULL;
    g_clear_pointer(&view->card, receipt_card_free);
    if (receipt != NULL)
        view->card = receipt_card_load(list->desk, receipt->payment_id, &ignored); /* a detail less is no obstacle */
}

static guint place_of(const GPtrArray *receipts, gint64 payment_id)
{
    for (guint i = 0; i < receipts->len; i++)
        if (((const Receipt *)g_ptr_array_index(receipts, i))->payment_id == payment_id)
            return i;
    return receipts->len;
}

/* Rows that left the list keep their place, as they are now. */
static bool keep_places(ReceiptsView *view, GPtrArray *fresh, GError **error)
{
    Ledger ledger = desk_ledger(view->base.desk);
    guint at = 0;
    for (guint i = 0; view->base.all != NULL && !view->again && i < view->base.all->len; i++) {
        gint64 payment_id = ((const Receipt *)g_ptr_array_index(view->base.all, i))->payment_id;
        guint place = place_of(fresh, payment_id);
        Receipt *gone = place == fresh->len ? receipt_load(&ledger, payment_id, error) : NULL;
        if (place < fresh->len) {
            at = place + 1;
            continue;
        }
        if (gone == NULL)
            return false;
        g_ptr_array_insert(fresh, (gint)at++, gone);
    }
    return true;
}

static bool reload(View *base, GError **error)
{
    ReceiptsView *view = (ReceiptsView *)base;
    Ledger ledger = desk_ledger(view->base.desk);
    const ReceiptsFilter filter = {.which = view->which, .since = DAY_NONE};
    GPtrArray *fresh = receipts_load(&ledger, &filter, error);
    if (fresh == NULL || !keep_places(view, fresh, error)) {
        g_clear_pointer(&fresh, g_ptr_array_unref);
        return false;
    }
    view->again = false;
    view->waiting = receipts_waiting_count(&ledger);
    return list_view_take(&view->base, fresh);
}

void receipts_next(ReceiptsView *view)
{
    const GPtrArray *rows = view->base.rows;
    for (guint i = 0; i < rows->len; i++) {
        guint at = (guint)(view->base.list.row + i) % rows->len;
        const Receipt *receipt = g_ptr_array_index(rows, at);
        if (receipt->waiting) {
            list_select(&view->base.list, receipt->payment_id);
            break;
        }
    }
    look(&view->base);
}

static void layout(View *base, int rows, int total)
{
    ReceiptsView *view = (ReceiptsView *)base;
    view->beside = total >= BESIDE_FROM;
    view->detail = view->beside || rows < BELOW_FROM ? 0 : MAX(DETAIL_LEAST, rows / 2);
    list_view_layout(base, rows - view->detail, view->beside ? total - (BESIDE_FROM - LIST_PANE) : total);
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static char *amount_words(const Receipt *receipt)
{
    bool home = strcmp(receipt->currency, "EUR") == 0;
    return home ? money_text(receipt->whole) : money_text_currency(receipt->whole, receipt->currency);
}

/* "account 85", "reference". */
static char *why_words(const Receipt *receipt)
{
    const char *step = receipt_step_label(receipt->step);
    if (*receipt->decided_by != '\0')
        return g_strdup_printf(_("by %s"), receipt->decided_by);
    if (receipt->score > 0 && receipt->score < 100)
        return g_strdup_printf("%s %d", step, receipt->score);
    return g_strdup(step);
}

/* The name: his number stands in the detail.  Nobody's money is a question, what went out is none. */
static char *customer_words(const Receipt *receipt)
{
    const char *blank = strchr(receipt->customer, ' ');
    if (*receipt->customer == '\0')
        return g_strdup(receipt->waiting ? "?" : "");
    return text_clean(blank != NULL ? blank + 1 : receipt->customer);
}

static void cells(const ListView *list, size_t index, bool first, char **cells)
{
    const Receipt *receipt = g_ptr_array_index(list->rows, index);
    (void)first;
    cells[0] = day_short(receipt->day);
    cells[1] = amount_words(receipt);
    cells[2] = text_clean(receipt->name);
    cells[3] = customer_words(receipt);
    cells[4] = g_strdup(receipt_state_label(receipt));
    cells[5] = why_words(receipt);
}

static Role role(const ListView *list, gconstpointer row)
{
    (void)list;
    return ((const Receipt *)row)->waiting ? ROLE_NORMAL : ROLE_DIM;
}

static const char *sign(const ListView *list, gconstpointer row)
{
    (void)list;
    return ((const Receipt *)row)->waiting ? "!" : NULL;
}

/* What the filter looks in. */
static char *words(gconstpointer row)
{
    const Receipt *receipt = row;
    g_autofree char *amount = money_text(receipt->whole);
    return g_strjoin(" ", receipt->name, receipt->account, receipt->text, receipt->customer, receipt->items, amount,
                     receipt_state_label(receipt), NULL);
}

static gint64 customer(gconstpointer row)
{
    return ((const Receipt *)row)->customer_id;
}

static const char *empty_words(const ReceiptsView *view)
{
    static const char *const empty[] = {
        [RECEIPTS_WAITING] = N_("Nothing waits for you: every receipt has found its customer."),
        [RECEIPTS_MATCHED] = N_("Nothing is matched yet: belronde import FILE reads a bank statement."),
        [RECEIPTS_ASIDE] = N_("Nothing was put aside."),
        [RECEIPTS_RETURNED] = N_("Nothing went back: good."),
        [RECEIPTS_OUTGOING] = N_("No outgoing payments are in."),
        [RECEIPTS_ALL] = N_("No bank statement is in yet: belronde import FILE reads one."),
    };
    return view->base.words != NULL ? _("No line has these words.") : _(empty[view->which]);
}

static void draw(const View *base, Canvas *canvas)
{
    const ReceiptsView *view = (const ReceiptsView *)base;
    if (view->base.all == NULL)
        return;
    int left = view->beside ? canvas->columns - (BESIDE_FROM - LIST_PANE) : canvas->columns;
    int above = canvas->rows - view->detail;
    Canvas list = canvas_part(canvas, 0, 0, above, left);
    list_view_draw(base, &list);
    if (view->base.rows->len == 0)
        paint_text(&list, HEAD_ROWS, 2, ROLE_DIM, empty_words(view));
    Canvas detail = view->beside ? canvas_part(canvas, 0, left + 2, canvas->rows, canvas->columns - left - 2)
                                 : canvas_part(canvas, above, 0, view->detail, canvas->columns);
    if (view->beside)
        paint_vertical(canvas, 0, left, canvas->rows);
    if (view->card != NULL && (view->beside || view->detail > 0))
        receipts_paint_detail(view, &detail);
}

static void title(const View *base, TitleRow *row)
{
    const ReceiptsView *view = (const ReceiptsView *)base;
    g_string_assign(row->name, _("9 Receipts"));
    if (view->which != RECEIPTS_WAITING) /* those are what one comes for */
        title_part(row, g_strdup_printf(_("shown: %s"), receipts_which_label(view->which)));
    if (view->waiting > 0)
        title_part(row, g_strdup_printf(NP_("%d receipt waits", "%d receipts wait", view->waiting), view->waiting));
    title_clock(row);
}

/* "V: [waiting] matched  put aside  …": what there is and which of it is shown. */
static char *which_words(ReceiptsWhich shown)
{
    GString *words = g_string_new("V:");
    for (int i = 0; i <= RECEIPTS_ALL; i++)
        g_string_append_printf(words, i == (int)shown ? " [%s]" : "  %s", receipts_which_label((ReceiptsWhich)i));
    return g_string_free(words, FALSE);
}

/* Where there is no room for the detail the reason stands here. */
static char *hint(const View *base)
{
    const ReceiptsView *view = (const ReceiptsView *)base;
    const Receipt *receipt = receipts_chosen(view);
    char *filter = list_view_filter_hint(&view->base);
    if (filter != NULL)
        return filter;
    if (receipt != NULL && !view->beside && view->detail == 0 && *receipt->reason != '\0')
        return text_clean(receipt->reason);
    return which_words(view->which);
}

static void footer(const View *base, Footer *foot)
{
    const Receipt *receipt = receipts_chosen((const ReceiptsView *)base);
    if (receipt != NULL && receipt->waiting) {
        if (receipt->customer_id != 0)
            footer_add(foot, ACTION_RECEIPT_ACCEPT, NULL);
        footer_add(foot, ACTION_RECEIPT_CHOICES, NULL);
        footer_add(foot, ACTION_RECEIPT_ASSIGN, NULL);
        footer_add(foot, ACTION_RECEIPT_ACCOUNT, NULL);
        footer_add(foot, ACTION_RECEIPT_NOT_OURS, NULL);
    }
    footer_add(foot, ACTION_VIEW_CYCLE, NULL);
    footer_add(foot, ACTION_UNDO, NULL);
    if (receipt != NULL) {
        footer_add(foot, ACTION_OPEN, _("customer"));
        footer_add(foot, ACTION_RECEIPT_WHY, NULL);
    }
    footer_add(foot, ACTION_FILTER, NULL);
    footer_add(foot, ACTION_GO_LEARNED, NULL);
}

static void free_receipts(View *base)
{
    ReceiptsView *view = (ReceiptsView *)base;
    receipt_card_free(view->card);
    list_view_clear(&view->base);
    g_free(view);
}

static const ViewKind kind = {
    .name = "receipts",
    .screen = ACTION_GO_RECEIPTS,
    .help =
        N_("What the bank brought, newest first.  ! waits for an answer: + books the proposal, * shows what else it "
           "may be, > finds the customer and marks his invoices, . puts it on account, - says that it is not ours. "
           "After each the next one is selected and the bottom line says what followed: promises, today's queue.\n"
           "U takes back the decision on the selected row, else the last one.  V goes round: waiting, matched, put "
           "aside, returned, outgoing, all.  = says everything about a line.  ; shows what was learned."),
    .acts = receipts_acts,
    .context = CONTEXT_RECEIPTS,
    .title = title,
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .reload = reload,
    .print = list_view_print,
    .free = free_receipts,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 2,
    .head_rows = HEAD_ROWS,
    .title = N_("Receipts"),
    .paper_columns = 110,
    .nothing = N_("Nothing is selected here."),
    .customer = customer,
    .cells = cells,
    .role = role,
    .sign = sign,
    .moved = look,
    .words = words,
    .words_help =
        N_("Words of the payer, the bank's text, the customer or the invoices, or an amount; all of them must "
           "occur."),
};

View *receipts_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start((ListView *)g_new0(ReceiptsView, 1), &kind, &list_kind, app);
}
