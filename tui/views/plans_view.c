#include "views/plans_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/plan.h"
#include "views/list_view.h"

static const TableColumn columns[] = {
    {N_("Next"), .width = 9},
    {N_("Amount"), 10, .right = true},
    {N_("State"), .width = 14},
    {N_("Customer"), 16, .fills = true},
    {N_("Kept"), 5, .right = true},
    {N_("Total"), 11, .right = true},
    {N_("Received"), 11, .right = true, .from = 100},
    {N_("Since"), .width = 9, .from = 100},
    {N_("Who"), .width = 8, .from = 72},
};

static GPtrArray *load(const ListView *view, GError **error)
{
    return plans_load(view->desk, view->choice > 0, error);
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const Plan *row = g_ptr_array_index(view->rows, index);
    bool next = day_known(row->next_day) && plan_state_is_live(row->state);
    (void)first;
    cells[0] = next ? day_weekday_short(row->next_day) : NULL;
    cells[1] = next ? money_text(row->next_amount) : NULL;
    cells[2] = g_strdup(plan_state_label(row->state));
    cells[3] = text_clean(row->name);
    cells[4] = g_strdup_printf("%d/%d", row->kept, row->parts);
    cells[5] = money_text(row->total);
    cells[6] = money_text(row->received);
    cells[7] = day_weekday_short(row->made);
    cells[8] = text_clean(row->agent);
}

static Role role(const ListView *view, gconstpointer row)
{
    const Plan *plan = row;
    (void)view;
    if (!plan_state_is_live(plan->state))
        return ROLE_DIM;
    return plan->state == PLAN_RUNNING ? ROLE_NORMAL : ROLE_WARN;
}

static const char *sign(const ListView *view, gconstpointer row)
{
    return role(view, row) == ROLE_WARN ? "!" : NULL;
}

static gint64 customer(gconstpointer row)
{
    return ((const Plan *)row)->customer_id;
}

/* What the filter looks in. */
static char *words(gconstpointer row)
{
    const Plan *plan = row;
    return g_strjoin(" ", plan->name, plan->number, plan->agent, plan_state_label(plan->state), NULL);
}

static void title(const View *base, TitleRow *row)
{
    const ListView *view = (const ListView *)base;
    guint live = 0, asked = 0;
    for (guint i = 0; i < view->rows->len; i++) {
        const Plan *plan = g_ptr_array_index(view->rows, i);
        live += plan_state_is_live(plan->state);
        asked += plan->state == PLAN_ASKED;
    }
    g_string_assign(row->name, _("Payment plans"));
    title_part(row, g_strdup_printf(_("%u running"), live - asked));
    if (asked > 0)
        title_part(row, g_strdup_printf(_("%u to approve"), asked));
    title_clock(row);
}

static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    const Plan *row = list_view_row(view);
    char *filter = list_view_filter_hint(view);
    if (filter != NULL || row == NULL)
        return filter;
    if (row->state == PLAN_ASKED && agent_is_supervisor(view->desk))
        return g_strdup(_("It waits for your answer: + and “approve a payment plan”."));
    return plan_words(row);
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
    .name = "plans",
    .screen = ACTION_GO_PLANS,
    .help =
        N_("Payment plans: what waits for a supervisor's yes, then what is late, then by the day of the next part.  "
           "Enter opens the customer; + and “approve a payment plan” or “cancel a payment plan” says what was "
           "decided, and U takes that back.  V shows those that are over as well."),
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
    .title = N_("Payment plans"),
    .paper_columns = 110,
    .empty = N_("No payment plan is running."),
    .nothing = N_("Nothing is selected here."),
    .customer = customer,
    .load = load,
    .choices = 2, /* open, all */
    .cells = cells,
    .role = role,
    .sign = sign,
    .words = words,
    .words_help = N_("Words of the customer, the state or who agreed it."),
};

View *plans_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start(g_new0(ListView, 1), &kind, &list_kind, app);
}
