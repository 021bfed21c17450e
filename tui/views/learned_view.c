#include "views/learned_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"
#include "ledger/learned.h"
#include "overlay.h"
#include "views/list_view.h"

static const TableColumn columns[] = {
    {N_("Kind"), .width = 8},
    {N_("Means"), 16, .fills = true},
    {N_("Customer"), 14, .fills = true},
    {N_("Where from"), .width = 15, .from = 76},
    {N_("Since"), .width = 8},
    {N_("Used"), 4, .right = true},
};

/* The same thing keeps its number through a reload. */
static gint64 learned_id(gconstpointer rows, size_t row)
{
    const Learned *learned = g_ptr_array_index((const GPtrArray *)rows, row);
    return (gint64)g_str_hash(learned->value) * LEARNED_KINDS + learned->kind + (learned->customer_id << 36) + 1;
}

static GPtrArray *load(const ListView *view, GError **error)
{
    Ledger ledger = desk_ledger(view->desk);
    return learned_load(&ledger, 0, error); /* newest first */
}

/* --- Forgetting ------------------------------------------------------------------------------------------------ */

static Next forget(View *owner, const char *answer, gpointer data)
{
    const ListView *view = (const ListView *)owner;
    const Learned *learned = list_view_row(view);
    GError *error = NULL;
    (void)data;
    if (answer == NULL || learned == NULL)
        return next_redraw();
    Ledger ledger = desk_ledger(view->desk);
    g_autofree char *value = text_clean(learned->value);
    if (!learned_forget(&ledger, learned->kind, learned->value, learned->customer_id, &error))
        return next_error(error);
    app_reload_all(owner->app);
    return next_say(next_redraw(), g_strdup_printf(_("Forgotten: %s.  What was booked with it stays."), value));
}

static Next act_forget(View *base, const Action *action)
{
    const Learned *learned = list_view_row((const ListView *)base);
    g_autofree char *value = text_clean(learned->value), *customer = text_clean(learned->customer);
    g_autofree char *question = g_strdup_printf(_("Forget that %s means %s?"), value, customer);
    (void)action;
    return next_ask(confirm_new(question, _("It is not learned again by itself."), false), forget, NULL, NULL);
}

/* --- Drawing ------------------------------------------------------------------------------------------------------ */

static void cells(const ListView *list, size_t index, bool first, char **cells)
{
    const Learned *learned = g_ptr_array_index(list->rows, index);
    (void)first;
    cells[0] = g_strdup(learned_kind_label(learned->kind));
    cells[1] = text_clean(learned->value);
    cells[2] = text_clean(learned->customer);
    cells[3] = g_strdup(learned_source_label(learned->source));
    cells[4] = day_numeric(learned->day);
    cells[5] = g_strdup_printf("%d", learned->uses);
}

static gint64 customer(gconstpointer row)
{
    return ((const Learned *)row)->customer_id;
}

/* What the filter looks in. */
static char *words(gconstpointer row)
{
    const Learned *learned = row;
    return g_strjoin(" ", learned->value, learned->customer, learned_kind_label(learned->kind), NULL);
}

static void title(const View *base, TitleRow *row)
{
    const ListView *view = (const ListView *)base;
    g_string_assign(row->name, _("What was learned"));
    if (view->rows->len > 0)
        title_part(row, g_strdup_printf(_("%u learned"), view->rows->len));
    title_clock(row);
}

static char *hint(const View *base)
{
    const ListView *view = (const ListView *)base;
    char *filter = list_view_filter_hint(view);
    if (filter != NULL || view->rows->len == 0)
        return filter;
    return g_strdup(_("A receipt with one of these is proposed for that customer."));
}

static void footer(const View *base, Footer *foot)
{
    footer_add(foot, ACTION_LEARNED_FORGET, NULL);
    if (list_view_row((const ListView *)base) != NULL)
        footer_add(foot, ACTION_OPEN, _("customer"));
    footer_add(foot, ACTION_FILTER, NULL);
    footer_add(foot, ACTION_PRINT, _("print"));
    footer_words(foot, _("Esc back"));
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES, {ACTION_OPEN, list_view_act_customer}, {ACTION_LEARNED_FORGET, act_forget}, LIST_VIEW_FILTERS,
    {0, NULL},
};

static const ViewKind kind = {
    .name = "learned",
    .screen = ACTION_GO_LEARNED,
    .help = N_("What answers about receipts have taught: this account, this payer, this word of the bank's text means "
               "that customer.  Each says where it comes from, since when, and how many receipts it has decided or "
               "proposed.  Del forgets one; what was booked with it stays."),
    .acts = acts,
    .context = CONTEXT_RECEIPTS,
    .title = title,
    .hint = hint,
    .footer = footer,
    LIST_VIEW_WHOLE,
};

static const ListKind list_kind = {
    .columns = columns,
    .count = G_N_ELEMENTS(columns),
    .signs = 2,
    .head_rows = 2,
    .title = N_("What was learned"),
    .paper_columns = 110,
    .empty = N_("Nothing was learned yet: every answer about a receipt teaches something."),
    .nothing = N_("Nothing is selected here."),
    .id = learned_id,
    .customer = customer,
    .load = load,
    .cells = cells,
    .words = words,
    .words_help = N_("Words of the account, the payer or the customer."),
};

View *learned_view_open(App *app, GError **error)
{
    (void)error;
    return list_view_start(g_new0(ListView, 1), &kind, &list_kind, app);
}
