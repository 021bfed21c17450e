#include "views/disputes_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/dispute.h"
#include "views/list_view.h"

static const TableColumn columns[] = {
    {N_("Answer by"), .width = 9},
    {N_("State"), .width = 14},
    {N_("Customer"), 14, .fills = true},
    {N_("Invoice"), .width = 10},
    {N_("Reason"), .width = 12, .from = 100},
    {N_("What"), 20, .fills = true, .from = 100},
    {N_("Amount"), 10, .right = true},
    {N_("Days"), 4, .right = true},
    {N_("Owner"), .width = 9, .from = 72},
};

static GPtrArray *load(const ListView *view, GError **error)
{
    return disputes_load(view->desk, 0, view->choice > 0, error);
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const Dispute *row = g_ptr_array_index(view->rows, index);
    (void)first;
    cells[0] = day_weekday_short(row->deadline);
    cells[1] = g_strdup(dispute_state_label(row->state));
    cells[2] = text_clean(row->name);
    cells[3] = text_clean(row->invoice);
    cells[4] = g_strdup(row->reason_label);
    cells[5] = text_clean(row->what);
    cells[6] = money_text(row->amount);
    cells[7] = g_strdup_printf("%d", row->age);
    cells[8] = text_clean(row->owner);
}

static Role role(const ListView *view, gconstpointer row)
{
    const Dispute *dispute = row;
    (void)view;
    if (!dispute_state_is_live(dispute->state))
        return ROLE_DIM;
    return dispute->state == DISPUTE_LATE || dispute->state == DISPUTE_OVERDUE ? ROLE_WARN : ROLE_NORMAL;
}

static const char *sign(const ListView *view, gconstpointer row)
{
    return role(view, row) == ROLE_WARN ? "!" : NULL;
}

static gint64 customer(gconstpointer row)
{
    return ((const Dispute *)row)->customer_id;
}

/* What the filter looks in. */
static char *words(gconstpointer row)
{
    const Dispute *dispute = row;
    return g_strjoin(" ", dispute->name, dispute->number, dispute->invoice, dispute->reason_label, dispute->what,
                     dispute->owner, dispute_state_label(dispute->state), NULL);
}

static void title(const View *base, TitleRow *row)
{
    const ListView *view = (const ListView *)base;
    guint live = 0, late = 0;
    for (guint i = 0; i < view->rows->len; i++) {
        const Dispute *dispute = g_ptr_array_index(view->rows, i);
        live += dispute_state_is_live(dispute->state);
        late += dispute->state == DISPUTE_LATE || dispute->state == DISPUTE_OVERDUE;
    }
    g_string_assign(row->name, _("Disputes"));
    title_part(row, g_strdup_printf(_("%u open"), live));
    if (late > 0)
        title_part(row, g_strdup_printf(_("%u late"), late));
    title_clock(row);
}

static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    const Dispute *row = list_view_row(view);
    char *filter = list_view_filter_hint(view);
    if (filter != NULL || row == NULL)
        return filter;
    g_autofree char *what = text_clean(row->what);
    return g_strdup_printf("%s, %s: %s", row->number, row->reason_label, what);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    LIST_VIEW_FILTERS,
    LIST_VIEW_CALLS,
    {ACTION_OPEN, list_view_act_customer},
    {ACTION_VIEW_CYCLE, list_view_act_cycle},
    {0, NULL},
};

static const ViewKind kind = {
    .name = "disputes",
    .screen = ACTION_GO_DISPUTES,
    .help = N_("What customers contest, who answers and by when; what is late stands first.  Only that part of an "
               "invoice is held.  Enter opens the customer; + and “answer to a dispute” says what was decided, and U "
               "takes that back.  A credit note that comes in ends a dispute by itself.  V shows those that are over "
               "as well."),
    .acts = acts,
    .context = CONTEXT_QUEUE,
    .title = title,
    .hint = hint,
    .footer = list_view_footer_answers,
    LIST_VIEW_WHOLE,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 3,
    .head_rows = 2,
    .title = N_("Disputes"),
    .paper_columns = 120,
    .empty = N_("Nothing is disputed."),
    .nothing = N_("Nothing is selected here."),
    .customer = customer,
    .load = load,
    .choices = 2, /* open, all */
    .cells = cells,
    .role = role,
    .sign = sign,
    .words = words,
    .words_help = N_("Words of the customer, the invoice, the reason or who answers."),
};

View *disputes_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start(g_new0(ListView, 1), &kind, &list_kind, app);
}
