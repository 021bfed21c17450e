#include "views/learned_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"
#include "ledger/learned.h"
#include "overlay.h"
#include "views/list_view.h"

typedef struct {
    ListView base;  /* its rows: Learned, those that fit the filter, borrowed from all */
    GPtrArray *all; /* Learned, newest first */
    char *words;    /* filter; NULL none */
} LearnedView;

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

static void filter_rows(LearnedView *view)
{
    GPtrArray *rows = view->base.rows;
    g_ptr_array_set_size(rows, 0);
    for (guint i = 0; i < view->all->len; i++) {
        Learned *learned = g_ptr_array_index(view->all, i);
        g_autofree char *all =
            g_strjoin(" ", learned->value, learned->customer, learned_kind_label(learned->kind), NULL);
        if (words_fit(all, view->words))
            g_ptr_array_add(rows, learned);
    }
    list_view_rows(&view->base, rows);
}

static bool reload(View *base, GError **error)
{
    LearnedView *view = (LearnedView *)base;
    Ledger ledger = desk_ledger(view->base.desk);
    GPtrArray *fresh = learned_load(&ledger, 0, error);
    if (fresh == NULL)
        return false;
    g_clear_pointer(&view->all, g_ptr_array_unref);
    view->all = fresh;
    filter_rows(view);
    return true;
}

/* --- Forgetting ------------------------------------------------------------------------------------------------ */

static Next forget(View *owner, const char *answer, gpointer data)
{
    const LearnedView *view = (const LearnedView *)owner;
    const Learned *learned = list_view_row(&view->base);
    GError *error = NULL;
    (void)data;
    if (answer == NULL || learned == NULL)
        return next_redraw();
    Ledger ledger = desk_ledger(view->base.desk);
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

/* --- Filter ----------------------------------------------------------------------------------------------------- */

static Next filtered(View *owner, const char *words, gpointer data)
{
    LearnedView *view = (LearnedView *)owner;
    (void)data;
    if (words == NULL)
        return next_redraw();
    g_free(view->words);
    view->words = *words == '\0' ? NULL : g_strdup(words);
    filter_rows(view);
    return next_redraw();
}

static Next act_filter(View *base, const Action *action)
{
    const Prompt prompt = {.label = _("Filter"),
                           .text = ((const LearnedView *)base)->words,
                           .help = N_("Words of the account, the payer or the customer.")};
    (void)action;
    return next_ask(prompt_new(&prompt), filtered, NULL, NULL);
}

static Next act_back(View *base, const Action *action)
{
    (void)action;
    return ((const LearnedView *)base)->words == NULL ? next_aside() : filtered(base, "", NULL);
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

static void draw(const View *base, Canvas *canvas)
{
    const LearnedView *view = (const LearnedView *)base;
    if (view->all != NULL)
        list_view_draw(&view->base, canvas);
}

static void layout(View *base, int rows, int total)
{
    list_view_layout((ListView *)base, rows, total);
}

static void title(const View *base, TitleRow *row)
{
    const LearnedView *view = (const LearnedView *)base;
    g_string_assign(row->name, _("What was learned"));
    if (view->all != NULL && view->base.rows->len > 0)
        title_part(row, g_strdup_printf("%u", view->base.rows->len));
    title_clock(row);
}

static char *hint(const View *base)
{
    const LearnedView *view = (const LearnedView *)base;
    if (view->words != NULL)
        return g_strdup_printf(_("Filter: %s   (Esc shows all)"), view->words);
    if (view->base.rows->len == 0)
        return NULL;
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

static void free_learned(View *base)
{
    LearnedView *view = (LearnedView *)base;
    g_clear_pointer(&view->base.rows, g_ptr_array_unref);
    g_clear_pointer(&view->all, g_ptr_array_unref);
    g_free(view->words);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, list_view_act_customer},
    {ACTION_LEARNED_FORGET, act_forget},
    {ACTION_FILTER, act_filter},
    {ACTION_BACK, act_back},
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
    .layout = layout,
    .draw = draw,
    .hint = hint,
    .footer = footer,
    .has = list_view_has,
    .reload = reload,
    .print = list_view_print,
    .free = free_learned,
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
    .cells = cells,
};

View *learned_view_open(App *app, GError **error)
{
    (void)error;
    LearnedView *view = g_new0(LearnedView, 1);
    view->base.rows = g_ptr_array_new();
    return list_view_start(&view->base, &kind, &list_kind, app);
}
