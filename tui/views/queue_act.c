/* What the keys do in the queue. */
#include "base/i18n.h"
#include "desk/agents.h"
#include "overlay.h"
#include "views/customer_view.h"
#include "views/form_view.h"
#include "views/letter_view.h"
#include "views/queue_inside.h"
#include "views/verbs.h"
#include <string.h>

static QueueView *self(View *view)
{
    return (QueueView *)view;
}

static Next again(QueueView *view)
{
    view->resort = true;
    return next_reload();
}

/* --- To the customer --------------------------------------------------------------------------------------- */

static GArray *order_of(const Queue *queue)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        if (row->state != QUEUE_DONE)
            g_array_append_val(order, row->customer_id);
    }
    return order;
}

static Next act_open(View *base, const Action *action)
{
    QueueView *view = self(base);
    GError *error = NULL;
    const QueueRow *row = queue_selected(view);
    (void)action;
    if (row == NULL)
        return next_say(next_nothing(), g_strdup(_("The list is empty: F finds a customer, 3 shows what is planned.")));
    g_autoptr(GArray) order = order_of(view->queue);
    View *customer = customer_view_open(base->app, row->customer_id, order, &error);
    if (customer == NULL)
        return next_error(error);
    view->resort = view->acted = true;
    return next_push(customer);
}

/* T and E work at the customer: he is opened, then the key is pressed there. */
static Next act_open_then(View *base, const Action *action)
{
    Next next = act_open(base, action);
    if (next.step == NEXT_PUSH)
        app_later(base->app, action);
    return next;
}

static Next logged(View *owner, const char *value, gpointer data)
{
    (void)owner, (void)value, (void)data;
    return next_redraw();
}

static Next open_form(View *base, const Outcome *outcome)
{
    QueueView *view = self(base);
    GError *error = NULL;
    Dossier *dossier = dossier_open(base->app, queue_selected(view)->customer_id, &error);
    if (dossier == NULL)
        return next_error(error);
    View *form = form_view_open(dossier, outcome, &error);
    dossier_close(dossier);
    if (form == NULL)
        return next_error(error);
    view->acted = strcmp(settings_text(view->desk->settings, "belronde", "after_log"), "stay") != 0;
    return next_ask(form, logged, NULL, NULL);
}

static Next act_outcome(View *base, const Action *action)
{
    if (queue_selected(self(base)) == NULL)
        return next_say(next_nothing(), g_strdup(need_sentence(NEED_ROW)));
    return open_form(base, action->outcome);
}

static Next outcome_picked(View *owner, const char *slug, gpointer data)
{
    (void)data;
    if (slug == NULL || queue_selected(self(owner)) == NULL)
        return next_redraw();
    return open_form(owner, playbook_outcome(self(owner)->desk->playbook, slug));
}

/* What a deadline announced, or the end of a stop, stands first in the list. */
static Next act_outcome_list(View *base, const Action *action)
{
    const QueueRow *row = queue_selected(self(base));
    GError *error = NULL;
    (void)action;
    if (row == NULL)
        return verb_outcomes(base, "", outcome_picked);
    g_autoptr(Holds) holds = holds_load(self(base)->desk, row->customer_id, &error);
    if (holds == NULL)
        return next_error(error);
    return verb_outcomes(base, strcmp(row->reason, "lift") == 0 ? "lift" : holds_announced(holds), outcome_picked);
}

/* --- Moving and marking --------------------------------------------------------------------------------------- */

static Next act_move(View *base, const Action *action)
{
    QueueView *view = self(base);
    gint64 before = view->list.selected;
    if (view->queue == NULL || !list_act(&view->list, action->id))
        return next_nothing();
    if (view->list.selected != before)
        queue_look(view);
    return next_redraw();
}

static void mark(QueueView *view, gint64 customer_id, bool on)
{
    if (!on)
        g_hash_table_remove(view->marked, &customer_id);
    else
        g_hash_table_add(view->marked, g_memdup2(&customer_id, sizeof customer_id));
}

static Next act_mark(View *base, const Action *action)
{
    QueueView *view = self(base);
    const QueueRow *row = queue_selected(view);
    (void)action;
    if (row->state != QUEUE_DONE)
        mark(view, row->customer_id, !queue_is_marked(view, row->customer_id));
    list_move(&view->list, 1);
    queue_look(view);
    return next_redraw();
}

static Next act_mark_all(View *base, const Action *action)
{
    QueueView *view = self(base);
    bool all = true;
    (void)action;
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < view->queue->rows->len; i++) {
            const QueueRow *row = g_ptr_array_index(view->queue->rows, i);
            if (row->state == QUEUE_DONE)
                continue;
            if (pass == 0)
                all = all && queue_is_marked(view, row->customer_id);
            else
                mark(view, row->customer_id, !all);
        }
    }
    return next_redraw();
}

/* --- Which rows, in which order --------------------------------------------------------------------------------- */

static Next filtered(View *owner, const char *words, gpointer data)
{
    (void)data;
    QueueView *view = self(owner);
    if (words == NULL)
        return next_redraw();
    g_free(view->words);
    view->words = *words == '\0' ? NULL : g_strdup(words);
    return again(view);
}

static Next act_filter(View *base, const Action *action)
{
    QueueView *view = self(base);
    (void)action;
    Prompt prompt = {.label = _("Filter"),
                     .text = view->words,
                     .help = N_("Words from name, number, place, reason or last outcome; all of them must occur.  "
                                "Empty shows everybody again.")};
    return next_ask(prompt_new(&prompt), filtered, NULL, NULL);
}

/* Esc first takes the filter away (reference ux, P22). */
static Next act_back(View *base, const Action *action)
{
    QueueView *view = self(base);
    (void)action;
    if (view->words == NULL)
        return next_aside();
    g_clear_pointer(&view->words, g_free);
    return again(view);
}

static Next sorted(QueueView *view, QueueSort sort, bool descending)
{
    view->sort = sort;
    view->descending = descending;
    return again(view);
}

static Next sort_picked(View *owner, const char *value, gpointer data)
{
    (void)data;
    QueueView *view = self(owner);
    if (value == NULL)
        return next_redraw();
    QueueSort sort = (QueueSort)(*value - '0');
    return sorted(view, sort, sort == view->sort && sort != SORT_DEFAULT && !view->descending);
}

static Next act_sort(View *base, const Action *action)
{
    char values[SORT_COUNT][2];
    Pick picks[SORT_COUNT];
    (void)action;
    for (int i = 0; i < SORT_COUNT; i++) {
        values[i][0] = (char)('0' + i);
        values[i][1] = '\0';
        picks[i] = (Pick){.value = values[i], .key = values[i], .label = queue_sort_label((QueueSort)i)};
    }
    View *menu = choose_new(_("Sort by (the same once more turns it round)"), picks, SORT_COUNT,
                            values[self(base)->sort], false);
    return next_ask(menu, sort_picked, NULL, NULL);
}

static Next act_sort_column(View *base, const Action *action)
{
    int step = action->id == ACTION_SORT_NEXTCOL ? 1 : SORT_COUNT - 1;
    return sorted(self(base), (QueueSort)(((int)self(base)->sort + step) % SORT_COUNT), false);
}

static Next act_refresh(View *base, const Action *action)
{
    (void)action;
    return next_say(again(self(base)), g_strdup(_("Read again and put in order.")));
}

/* --- Whose list ----------------------------------------------------------------------------------------------- */

static const char MINE[] = "/mine", EVERYBODY[] = "/everybody"; /* no agent is called so */

static Next list_picked(View *owner, const char *value, gpointer data)
{
    (void)data;
    QueueView *view = self(owner);
    if (value == NULL)
        return next_redraw();
    bool mine = strcmp(value, MINE) == 0 || strcmp(value, view->desk->agent) == 0;
    g_free(view->agent);
    view->everybody = strcmp(value, EVERYBODY) == 0;
    view->agent = mine || view->everybody ? NULL : g_strdup(value);
    return again(view);
}

static Next act_whose(View *base, const Action *action)
{
    GError *error = NULL;
    (void)action;
    g_auto(GStrv) agents = agents_all(self(base)->desk, &error);
    if (agents == NULL)
        return next_error(error);
    g_autoptr(GArray) picks = g_array_new(FALSE, TRUE, sizeof(Pick));
    Pick mine = {.value = MINE, .key = "1", .label = _("my list")};
    Pick team = {.value = EVERYBODY, .key = "2", .label = _("the whole team")};
    g_array_append_val(picks, mine);
    g_array_append_val(picks, team);
    for (char **agent = agents; *agent != NULL; agent++) {
        Pick pick = {.value = *agent, .label = *agent};
        if (strcmp(*agent, self(base)->desk->agent) != 0)
            g_array_append_val(picks, pick);
    }
    const QueueView *view = self(base);
    const char *now = view->everybody ? EVERYBODY : view->agent != NULL ? view->agent : MINE;
    return next_ask(choose_new(_("Whose list?"), (const Pick *)(gpointer)picks->data, picks->len, now, false),
                    list_picked, NULL, NULL);
}

/* --- Verbs on the selected customer ------------------------------------------------------------------------------ */

static Next act_skip(View *base, const Action *action)
{
    (void)action;
    QueueView *view = self(base);
    gint64 customer_id = queue_selected(view)->customer_id;
    Next next = verb_skip(base, customer_id);
    if (next.step == NEXT_RELOAD)
        list_move(&view->list, 1);
    return next;
}

static Next act_snooze(View *base, const Action *action)
{
    (void)action;
    const QueueRow *row = queue_selected(self(base));
    self(base)->acted = true;
    return verb_snooze(base, row->customer_id, row->country);
}

static Next act_copy(View *base, const Action *action)
{
    (void)action;
    GError *error = NULL;
    g_autoptr(Card) card = card_load(self(base)->desk, queue_selected(self(base))->customer_id, &error);
    return card == NULL ? next_error(error) : verb_copy(base, card, NULL);
}

static Next act_docs(View *base, const Action *action)
{
    GError *error = NULL;
    (void)action;
    Dossier *dossier = dossier_open(base->app, queue_selected(self(base))->customer_id, &error);
    if (dossier == NULL)
        return next_error(error);
    Next next = letter_view_push(base, dossier);
    dossier_close(dossier);
    return next;
}

static Next act_why(View *base, const Action *action)
{
    (void)action;
    return verb_explain(base, queue_selected(self(base)));
}

const ViewAct queue_acts[] = {
    {ACTION_OPEN, act_open},
    {ACTION_GO_CUSTOMER, act_open},
    {ACTION_DIAL, act_open_then},
    {ACTION_NOTE, act_open_then},
    {ACTION_OUTCOME, act_outcome},
    {ACTION_OUTCOME_LIST, act_outcome_list},
    VIEW_MOVES(act_move),
    {ACTION_MARK, act_mark},
    {ACTION_MARK_ALL, act_mark_all},
    {ACTION_FILTER, act_filter},
    {ACTION_BACK, act_back},
    {ACTION_SORT, act_sort},
    {ACTION_SORT_PREVCOL, act_sort_column},
    {ACTION_SORT_NEXTCOL, act_sort_column},
    {ACTION_REFRESH, act_refresh},
    {ACTION_VIEW_CYCLE, act_whose},
    {ACTION_SKIP, act_skip},
    {ACTION_SNOOZE, act_snooze},
    {ACTION_COPY, act_copy},
    {ACTION_WHY, act_why},
    {ACTION_DOCS, act_docs},
    {0, NULL},
};
