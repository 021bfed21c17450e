#include "views/decisions_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/holds.h"
#include "views/list_view.h"

typedef struct {
    gint64 id; /* of customer, kind and whether it lies ahead */
    const HoldsRow *of;
    const Hold *hold;
    HoldKind kind;
    bool ahead;
    GPtrArray *all; /* HoldsRow: what the pointers above are borrowed from */
} Decision;

static const TableColumn columns[] = {
    {N_("From"), .width = 9},
    {N_("Decision"), 19, .fills = true},
    {N_("Customer"), 20, .fills = true},
    {N_("Why"), 14, .fills = true, .from = 76},
    {N_("Decided"), .width = 9, .from = 100},
    {N_("Who"), .width = 8, .from = 72},
};

/* --- Reading ------------------------------------------------------------------------------------------------ */

static void decision_free(gpointer data)
{
    Decision *decision = data;
    g_ptr_array_unref(decision->all);
    g_free(decision);
}

/* A limit of the customer list alone nobody here decided. */
static void decision_add(GPtrArray *rows, GPtrArray *all, const HoldsRow *of, HoldKind kind, bool ahead)
{
    const Hold *hold = ahead ? &of->holds->ahead[kind] : &of->holds->now[kind];
    if (hold->state == HOLD_NONE || (hold->state == HOLD_BY_LIST && kind == HOLD_CREDIT_LIMIT))
        return;
    Decision *decision = g_new0(Decision, 1);
    *decision = (Decision){.id = (of->customer_id * HOLD_KINDS + kind) * 2 + ahead,
                           .of = of,
                           .hold = hold,
                           .kind = kind,
                           .ahead = ahead,
                           .all = g_ptr_array_ref(all)};
    g_ptr_array_add(rows, decision);
}

/* What has passed asks for somebody first; then the newest. */
static int by_need(gconstpointer a, gconstpointer b)
{
    const Decision *one = *(Decision *const *)a, *other = *(Decision *const *)b;
    bool passed = one->hold->state == HOLD_PASSED, its = other->hold->state == HOLD_PASSED;
    if (passed != its)
        return passed ? -1 : 1;
    int order = day_compare(other->hold->from, one->hold->from);
    return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static GPtrArray *load(const ListView *view, GError **error)
{
    g_autoptr(GPtrArray) all = holds_list(view->desk, DAY_NONE, error);
    if (all == NULL)
        return NULL;
    GPtrArray *rows = g_ptr_array_new_with_free_func(decision_free);
    for (guint i = 0; i < all->len; i++)
        for (HoldKind kind = 0; kind < HOLD_KINDS; kind++) {
            decision_add(rows, all, g_ptr_array_index(all, i), kind, false);
            decision_add(rows, all, g_ptr_array_index(all, i), kind, true);
        }
    g_ptr_array_sort(rows, by_need);
    return rows;
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static char *what(const Decision *decision)
{
    static const char *const LABELS[] = {[HOLD_SUPPLY_STOP] = N_("no delivery"),
                                         [HOLD_PREPAY] = N_("pays in advance"),
                                         [HOLD_CREDIT_LIMIT] = N_("limit %s"),
                                         [HOLD_DEADLINE] = N_("last day to pay"),
                                         [HOLD_HANDOVER] = N_("handed over")};
    if (decision->kind != HOLD_CREDIT_LIMIT)
        return g_strdup(_(LABELS[decision->kind]));
    g_autofree char *amount = money_text_currency(decision->hold->amount, decision->of->holds->currency);
    return g_strdup_printf(_(LABELS[HOLD_CREDIT_LIMIT]), amount);
}

static void cells(const ListView *view, size_t index, bool first, char **cells)
{
    const Decision *row = g_ptr_array_index(view->rows, index);
    bool here = row->hold->state != HOLD_BY_LIST;
    (void)first;
    cells[0] = here ? day_weekday_short(row->hold->from) : NULL;
    cells[1] = what(row);
    cells[2] = text_clean(row->of->name);
    cells[3] = here ? text_clean(row->hold->reason_words) : g_strdup(_("customer list"));
    cells[4] = here ? day_weekday_short(row->hold->decided) : NULL;
    cells[5] = text_clean(row->hold->agent);
}

static Role role(const ListView *view, gconstpointer row)
{
    const Decision *decision = row;
    (void)view;
    return decision->hold->state == HOLD_PASSED ? ROLE_WARN : decision->ahead ? ROLE_DIM : ROLE_NORMAL;
}

static const char *sign(const ListView *view, gconstpointer row)
{
    return role(view, row) == ROLE_WARN ? "!" : NULL;
}

static gint64 customer(gconstpointer row)
{
    return ((const Decision *)row)->of->customer_id;
}

static char *words(gconstpointer row)
{
    const Decision *decision = row;
    g_autofree char *label = what(decision);
    return g_strjoin(" ", label, decision->of->name, decision->of->number, decision->hold->reason_words,
                     decision->hold->agent, NULL);
}

static void title(const View *base, TitleRow *row)
{
    guint count = ((const ListView *)base)->rows->len;
    g_string_assign(row->name, _("Decisions"));
    title_part(row, g_strdup_printf(NP_("%u in force or to come", "%u in force or to come", count), count));
    title_clock(row);
}

static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    const Decision *row = list_view_row(view);
    char *filter = list_view_filter_hint(view);
    if (filter != NULL || row == NULL)
        return filter;
    return hold_words(row->kind, row->hold, row->ahead, row->of->holds->currency);
}

static void footer(const View *base, Footer *foot)
{
    (void)base;
    footer_add(foot, ACTION_OPEN, _("customer"));
    footer_add(foot, ACTION_OUTCOME_LIST, _("decide, end"));
    footer_add(foot, ACTION_FILTER, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES, LIST_VIEW_FILTERS, LIST_VIEW_CALLS, {ACTION_OPEN, list_view_act_customer}, {0, NULL},
};

static const ViewKind kind = {
    .name = "decisions",
    .screen = ACTION_GO_DECISIONS,
    .help =
        N_("What was decided about customers: no delivery, payment in advance, a credit limit, a last day to pay, a "
           "file in other hands; since when, why and by whom.  With ! a last day has passed.  Enter opens the "
           "customer; + and “End a stop, a limit or a deadline” lifts one, with the reason, and U takes that back.  "
           "belronde holds hands the same to the order desk."),
    .acts = acts,
    .context = CONTEXT_QUEUE,
    .title = title,
    .hint = hint,
    .footer = footer,
    LIST_VIEW_WHOLE,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 3,
    .head_rows = 2,
    .title = N_("Decisions"),
    .paper_columns = 110,
    .empty = N_("Nothing is decided about any customer."),
    .nothing = N_("Nothing is selected here."),
    .customer = customer,
    .load = load,
    .cells = cells,
    .role = role,
    .sign = sign,
    .words = words,
    .words_help = N_("Words of the decision, the customer, the reason or who decided."),
};

View *decisions_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start(g_new0(ListView, 1), &kind, &list_kind, app);
}
