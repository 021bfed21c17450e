#include "views/reminders_view.h"

#include "base/i18n.h"
#include "base/text.h"
#include "overlay.h"
#include "paper/letter_due.h"
#include "views/dossier.h"
#include "views/letter_view.h"
#include "views/list_view.h"
#include "views/marks.h"

enum { HEAD_ROWS = 2 };

typedef struct {
    ListView base; /* its rows: Reminder */
    LetterTemplates *templates;
    GHashTable *marked; /* gint64 customer ids, owned */
} RemindersView;

static const TableColumn COLUMNS_OF_LIST[] = {
    {N_("Customer"), 22, .fills = true},
    {N_("Letter"), 22, .fills = true},
    {N_("By"), .width = 6},
    {N_("Days"), 4, .right = true},
    {NC_("amount", "Open"), 13, .right = true},
    {N_("Why"), 30, .fills = true, .from = 110},
};

static RemindersView *self(View *view)
{
    return (RemindersView *)view;
}

static bool is_marked(const RemindersView *view, const Reminder *reminder)
{
    return marks_have(view->marked, reminder->customer_id);
}

/* --- Reading ------------------------------------------------------------------------------------------------ */

/* A customer has a row for each currency. */
static gint64 reminder_id(gconstpointer rows, size_t row)
{
    const Reminder *reminder = g_ptr_array_index((const GPtrArray *)rows, row);
    gint64 id = reminder->touchpoint_id;
    for (int i = 0; i < 3; i++)
        id = id * 32 + (reminder->currency[i] & 31);
    return id;
}

/* Whose letter is not due any more is not marked any more. */
static void marks_keep(RemindersView *view)
{
    g_autoptr(GHashTable) before = view->marked;
    view->marked = marks_new();
    for (guint i = 0; i < view->base.all->len; i++) {
        const Reminder *reminder = g_ptr_array_index(view->base.all, i);
        if (reminder->block == NULL && marks_have(before, reminder->customer_id))
            marks_set(view->marked, reminder->customer_id, true);
    }
}

static bool reload(View *base, GError **error)
{
    RemindersView *view = self(base);
    const ReminderOptions mine = {0};
    GPtrArray *due = reminders_due(view->base.desk, &mine, error);
    if (due == NULL)
        return false;
    letter_due_judge(view->base.desk, view->templates, due);
    (void)list_view_take(&view->base, due);
    marks_keep(view);
    return true;
}

/* --- What can be done --------------------------------------------------------------------------------------- */

static void mark(RemindersView *view, const Reminder *reminder, bool on)
{
    if (!on || reminder->block == NULL)
        marks_set(view->marked, reminder->customer_id, on);
}

static Next act_mark(View *base, const Action *action)
{
    RemindersView *view = self(base);
    const Reminder *reminder = list_view_row(&view->base);
    (void)action;
    if (reminder->block != NULL)
        return next_say(next_redraw(), g_strdup(reminder->block));
    mark(view, reminder, !is_marked(view, reminder));
    list_move(&view->base.list, 1);
    return next_redraw();
}

/* A kind word is a proposal: it goes only when somebody marks it by itself. */
static Next act_mark_all(View *base, const Action *action)
{
    RemindersView *view = self(base);
    bool all = true;
    (void)action;
    for (guint i = 0; i < view->base.rows->len; i++) {
        const Reminder *reminder = g_ptr_array_index(view->base.rows, i);
        all = all && (reminder->block != NULL || reminder->proposal || is_marked(view, reminder));
    }
    for (guint i = 0; i < view->base.rows->len; i++) {
        const Reminder *reminder = g_ptr_array_index(view->base.rows, i);
        mark(view, reminder, !all && (!reminder->proposal || is_marked(view, reminder)));
    }
    return next_redraw();
}

static GArray *marked_ids(const RemindersView *view)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < view->base.all->len; i++) {
        const Reminder *reminder = g_ptr_array_index(view->base.all, i);
        if (is_marked(view, reminder))
            g_array_append_val(ids, reminder->customer_id);
    }
    return ids;
}

static Next sent_say(View *base, const RemindersSent *sent)
{
    int delay = (int)settings_number(app_desk(base->app)->settings, "outbox", "delay_seconds");
    g_autofree char *words =
        g_strdup_printf(NP_("%d letter leaves in %d s: 4 shows it, U takes it back.",
                            "%d letters leave in %d s: 4 shows them, U takes them all back.", sent->sent),
                        sent->sent, delay);
    app_reload_all(base->app);
    if (sent->held == 0)
        return next_say(next_redraw(), g_steal_pointer(&words));
    g_ptr_array_add(sent->sentences, NULL);
    g_autofree char *held = g_strjoinv("\n", (char **)sent->sentences->pdata);
    g_autofree char *text = g_strdup_printf("%s\n\n%s", words, held);
    return next_push(text_new(_("Not everything was sent"), text));
}

static Next act_send(View *base, const Action *action)
{
    RemindersView *view = self(base);
    GError *error = NULL;
    (void)action;
    g_autoptr(GArray) ids = marked_ids(view);
    g_auto(RemindersSent) sent = {0};
    if (ids->len == 0)
        return next_say(next_redraw(), g_strdup(_("Nothing is marked: Space marks one, * all of them.")));
    if (!reminders_send(view->base.desk, ids, letter_due_check, view->templates, &sent, &error))
        return next_error(error);
    g_hash_table_remove_all(view->marked);
    return sent_say(base, &sent);
}

/* The letter itself, with its code; from there it can be sent as well. */
static Next act_open(View *base, const Action *action)
{
    RemindersView *view = self(base);
    const Reminder *reminder = list_view_row(&view->base);
    GError *error = NULL;
    (void)action;
    if (reminder == NULL)
        return next_say(next_nothing(), g_strdup(need_sentence(NEED_ROW)));
    Dossier *dossier = dossier_open(base->app, reminder->customer_id, &error);
    if (dossier == NULL)
        return next_error(error);
    Next next = letter_view_push_due(base, dossier, reminder);
    dossier_close(dossier);
    return next;
}

/* --- Drawing ------------------------------------------------------------------------------------------------ */

static void cells(const ListView *list, size_t index, bool first, char **cells)
{
    const Reminder *reminder = g_ptr_array_index(list->rows, index);
    (void)first;
    cells[0] = text_clean(reminder->name);
    cells[1] = g_strdup(reminder->label);
    cells[2] = g_strdup(*reminder->channel == '\0'                ? "-"
                        : g_str_equal(reminder->channel, "email") ? _("e-mail")
                                                                  : _("post"));
    cells[3] = reminder->invoices > 0 ? g_strdup_printf("%d", reminder->days_late) : g_strdup("");
    cells[4] = reminder->invoices > 0 ? money_text_column(reminder->amount, reminder->currency) : g_strdup("");
    cells[5] = g_strdup(reminder->block != NULL ? reminder->block : reminder->why);
}

static Role role(const ListView *list, gconstpointer row)
{
    (void)list;
    return ((const Reminder *)row)->block != NULL ? ROLE_DIM : ROLE_NORMAL;
}

static const char *sign(const ListView *list, gconstpointer row)
{
    const Reminder *reminder = row;
    return reminder->block != NULL ? "!" : is_marked((const RemindersView *)list, reminder) ? "x" : NULL;
}

static gint64 customer(gconstpointer row)
{
    return ((const Reminder *)row)->customer_id;
}

static char *words(gconstpointer row)
{
    const Reminder *reminder = row;
    return g_strjoin(" ", reminder->name, reminder->number, reminder->city, reminder->label, reminder->why, NULL);
}

static void title(const View *base, TitleRow *row)
{
    const RemindersView *view = (const RemindersView *)base;
    guint marked = 0, due = view->base.rows->len;
    for (guint i = 0; i < due; i++) {
        const Reminder *reminder = g_ptr_array_index(view->base.rows, i);
        marked += reminder->block == NULL && is_marked(view, reminder);
    }
    g_string_assign(row->name, _("Letters due today"));
    title_part(row, g_strdup_printf(NP_("%u letter due", "%u letters due", due), due));
    title_part(row, marked > 0 ? g_strdup_printf(NP_("%u marked", "%u marked", marked), marked) : NULL);
    title_clock(row);
}

static char *hint(const View *base)
{
    const ListView *list = (const ListView *)base;
    const Reminder *reminder = list_view_row(list);
    char *filter = list_view_filter_hint(list);
    if (filter != NULL || reminder == NULL)
        return filter;
    return g_strdup(reminder->block != NULL ? reminder->block : reminder->why);
}

static void footer(const View *base, Footer *foot)
{
    bool marked = g_hash_table_size(((const RemindersView *)base)->marked) > 0;
    if (marked)
        footer_add(foot, ACTION_SEND_NOW, _("send what is marked"));
    footer_add(foot, ACTION_OPEN, _("the letter"));
    footer_add(foot, ACTION_MARK, NULL);
    footer_add(foot, ACTION_MARK_ALL, NULL);
    footer_add(foot, ACTION_DIAL, NULL);
    footer_add(foot, ACTION_FILTER, NULL);
    footer_words(foot, _("Esc back"));
}

static void free_view(View *base)
{
    RemindersView *view = self(base);
    list_view_clear(&view->base);
    letter_templates_free(view->templates);
    g_hash_table_unref(view->marked);
    g_free(view);
}

static const ViewAct acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, act_open},
    {ACTION_DOCS, act_open},
    {ACTION_MARK, act_mark},
    {ACTION_MARK_ALL, act_mark_all},
    {ACTION_SEND_NOW, act_send},
    LIST_VIEW_FILTERS,
    {ACTION_GO_CUSTOMER, list_view_act_customer},
    LIST_VIEW_CALLS,
    {0, NULL},
};

static const ViewKind kind = {
    .name = "reminders",
    .screen = ACTION_GO_REMINDERS,
    .help =
        N_("The letters whose day has come, by the cadence.  Enter shows one as it would leave; Space marks one, * "
           "all, F2 sends what is marked: each with its own entry in the history, and a minute to take it back (U).  "
           "With ! in front something stands in the way: the line below says what."),
    .acts = acts,
    .context = CONTEXT_QUEUE,
    .title = title,
    .hint = hint,
    .footer = footer,
    .reload = reload,
    LIST_VIEW_DRAWN,
    .free = free_view,
};

static const ListKind list_kind = {
    .columns = COLUMNS_OF_LIST,
    .count = G_N_ELEMENTS(COLUMNS_OF_LIST),
    .signs = 3,
    .head_rows = HEAD_ROWS,
    .title = N_("Letters due today"),
    .paper_columns = 120,
    .empty = N_("No letter is due today."),
    .nothing = N_("No letter is due today."),
    .id = reminder_id,
    .customer = customer,
    .cells = cells,
    .role = role,
    .sign = sign,
    .words = words,
    .words_help =
        N_("Words from name, number, place, letter or reason; all of them must occur.  Empty shows all again."),
};

View *reminders_view_open(App *app, GError **error)
{
    LetterTemplates *templates = letter_templates_load(error);
    if (templates == NULL)
        return NULL;
    RemindersView *view = g_new0(RemindersView, 1);
    view->templates = templates;
    view->marked = marks_new();
    return list_view_start(&view->base, &kind, &list_kind, app);
}
