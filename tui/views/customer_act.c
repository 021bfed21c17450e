/* What the keys do on the call screen. */
#include "base/i18n.h"
#include "overlay.h"
#include "views/customer_inside.h"
#include "views/customer_view.h"
#include "views/form_view.h"
#include "views/letter_view.h"
#include "views/verbs.h"
#include <string.h>

enum { WIDE = 120 };

static CustomerView *self(View *view)
{
    return (CustomerView *)view;
}

/* --- Going on -------------------------------------------------------------------------------------------------- */

static Next go_to(CustomerView *view, gint64 customer_id)
{
    GError *error = NULL;
    View *next = customer_view_open(view->view.app, customer_id, view->order, &error);
    return next != NULL ? next_replace(next) : next_error(error);
}

static Next go_on(CustomerView *view)
{
    GError *error = NULL;
    gint64 next = customer_next_to_call(view, &error);
    if (error != NULL)
        return next_error(error);
    if (next == 0)
        return next_say(next_pop(), g_strdup(_("That was the last one who can be called now.")));
    return go_to(view, next);
}

/* What happens after an outcome is the agent's own choice, in the settings. */
static Next go_after_log(CustomerView *view)
{
    const char *after = settings_text(view->dossier->desk->settings, "belronde", "after_log");
    view->forced = false;
    if (strcmp(after, "next") == 0)
        return go_on(view);
    return strcmp(after, "queue") == 0 ? next_pop() : next_reload();
}

/* --- Leaving after a call: asked once (reference ux, P1) ------------------------------------------------------- */

static View *leave_question(const CustomerView *view)
{
    g_autofree char *question =
        g_strdup_printf(_("You have called %s: leave without an outcome?"), view->dossier->card->name);
    return confirm_new(question, _("The day report will count it as a call without outcome; he stays on today's list."),
                       false);
}

static Next leave_answered(View *owner, const char *value, gpointer data)
{
    CustomerView *view = self(owner);
    GError *error = NULL;
    (void)data;
    view->forced = value == NULL && !dossier_on_line(view->dossier);
    if (value == NULL)
        return next_redraw();
    return dossier_give_up(view->dossier, &error) ? next_pop() : next_error(error);
}

View *customer_leave(View *base)
{
    CustomerView *view = self(base);
    if (!view->dossier->dialled)
        return NULL;
    View *question = leave_question(view);
    question->on_close = leave_answered;
    return question;
}

static Next step_answered(View *owner, const char *value, gpointer data)
{
    CustomerView *view = self(owner);
    GError *error = NULL;
    if (value == NULL)
        return next_redraw();
    if (!dossier_give_up(view->dossier, &error))
        return next_error(error);
    return go_to(view, *(const gint64 *)data);
}

static Next act_step(View *base, const Action *action)
{
    CustomerView *view = self(base);
    GError *error = NULL;
    bool on = action->id == ACTION_CUST_NEXT;
    gint64 next = customer_neighbour(view, on ? 1 : -1, &error);
    if (error != NULL)
        return next_error(error);
    if (next == 0)
        return next_say(next_redraw(), g_strdup(on ? _("Nobody after this one who can be called now.")
                                                   : _("Nobody before this one who can be called now.")));
    if (view->dossier->dialled)
        return next_ask(leave_question(view), step_answered, g_memdup2(&next, sizeof next), g_free);
    return go_to(view, next);
}

/* --- The telephone --------------------------------------------------------------------------------------------- */

static Next act_dial(View *base, const Action *action)
{
    CustomerView *view = self(base);
    (void)action;
    if (!dossier_on_line(view->dossier))
        return dossier_dial(view->dossier, customer_view_phone(view));
    int seconds = app_call_seconds(base->app);
    (void)dossier_hang_up(view->dossier);
    view->forced = true;
    view->pane = PANE_SCRIPT;
    return next_say(next_redraw(), g_strdup_printf(_("Hung up after %02d:%02d.  Press the letter of the outcome."),
                                                   seconds / 60, seconds % 60));
}

/* --- Outcomes -------------------------------------------------------------------------------------------------- */

static Next logged(View *owner, const char *value, gpointer data)
{
    (void)data;
    return value == NULL ? next_reload() : go_after_log(self(owner));
}

static Next open_form(CustomerView *view, const Outcome *outcome)
{
    GError *error = NULL;
    View *form = form_view_open(view->dossier, outcome, &error);
    return form == NULL ? next_error(error) : next_ask(form, logged, NULL, NULL);
}

static Next act_outcome(View *base, const Action *action)
{
    return open_form(self(base), action->outcome);
}

static Next outcome_picked(View *owner, const char *slug, gpointer data)
{
    (void)data;
    if (slug == NULL)
        return next_redraw();
    return open_form(self(owner), playbook_outcome(self(owner)->dossier->desk->playbook, slug));
}

static Next act_outcome_list(View *base, const Action *action)
{
    (void)action;
    return verb_outcomes(base, card_proposed(self(base)->dossier->card), outcome_picked);
}

static Next act_skip(View *base, const Action *action)
{
    CustomerView *view = self(base);
    (void)action;
    char *obstacle = dossier_obstacle(view->dossier);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    Next next = verb_skip(base, view->dossier->customer_id);
    if (next.step != NEXT_RELOAD)
        return next;
    (void)dossier_hang_up(view->dossier);
    view->dossier->dialled = false;
    Next on = go_on(view);
    if (on.message != NULL) {
        g_free(next.message);
        return on;
    }
    return next_say(on, next.message);
}

static Next act_snooze(View *base, const Action *action)
{
    CustomerView *view = self(base);
    (void)action;
    char *obstacle = dossier_obstacle(view->dossier);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    return verb_snooze(base, view->dossier->customer_id, view->dossier->card->country);
}

/* --- Moving and looking ---------------------------------------------------------------------------------------- */

static void move_history(CustomerView *view, ActionId id)
{
    List rows = {.count = view->dossier->card->timeline->len, .row = view->history, .height = 1};
    int step = id == ACTION_MOVE_PGUP || id == ACTION_MOVE_PGDN ? 5 : 1;
    gint64 last = (gint64)rows.count - 1, to = (gint64)view->history;
    if (id == ACTION_MOVE_HOME || id == ACTION_MOVE_END)
        to = id == ACTION_MOVE_HOME ? 0 : last;
    else
        to += id == ACTION_MOVE_UP || id == ACTION_MOVE_PGUP ? -step : step;
    view->history = (size_t)CLAMP(to, 0, MAX(last, 0));
}

static Next act_move(View *base, const Action *action)
{
    CustomerView *view = self(base);
    bool up = action->id == ACTION_MOVE_UP || action->id == ACTION_MOVE_PGUP || action->id == ACTION_MOVE_HOME;
    view->forced = false;
    if (view->pane == PANE_HISTORY)
        move_history(view, action->id);
    else if (view->pane == PANE_PEOPLE)
        view->phone = CLAMP(view->phone + (up ? -1 : 1), 0, MAX(customer_view_phones(view) - 1, 0));
    else
        (void)list_act(&view->items, action->id);
    return next_redraw();
}

static Next act_pane(View *base, const Action *action)
{
    CustomerView *view = self(base);
    int step = action->id == ACTION_PANE_PREV ? PANE_COUNT - 1 : 1;
    do
        view->pane = (Pane)(((int)view->pane + step) % PANE_COUNT);
    while (view->pane == PANE_SAYS && base->columns >= WIDE); /* there the answers are always in sight */
    view->forced = false;
    return next_redraw();
}

/* What only the invoice itself says; a line each, nothing where it says nothing. */
static char *item_document_text(const CardItem *item)
{
    g_autofree char *collect = day_long(item->collect_day), *until = day_long(item->discount_until);
    g_autofree char *discount = money_text_currency(item->discount, item->currency);
    g_autoptr(GString) text = g_string_new(NULL);
    if (day_known(item->collect_day))
        g_string_append_printf(g_string_append_c(text, '\n'), _("direct debit on %s"), collect);
    if (item->discount != 0)
        g_string_append_printf(g_string_append_c(text, '\n'), _("discount %s until %s"), discount, until);
    if (*item->copy != '\0')
        g_string_append_printf(g_string_append_c(text, '\n'), _("copy %s"), item->copy);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *item_text(const CardItem *item)
{
    g_autofree char *issued = day_long(item->issued), *due = day_long(item->due);
    g_autofree char *amount = money_text_currency(item->amount, item->currency);
    g_autofree char *open = money_text_currency(item->open, item->currency);
    g_autofree char *disputed = money_text_currency(item->disputed, item->currency);
    g_autofree char *promised = money_text_currency(item->promised, item->currency);
    g_autofree char *document = item_document_text(item);
    g_autofree char *books =
        g_strdup_printf(_("of %s, due %s\namount %s\nopen %s\ndisputed %s\npromised %s\nreference %s\n%s"), issued, due,
                        amount, open, disputed, promised, item->reference, item->description);
    return g_strconcat(books, document, NULL);
}

static char *event_text(const TimelineRow *event)
{
    g_autofree char *when = moment_words(event->when);
    return g_strdup_printf("%s  %s  %s\n\n%s\n\n%s", when, event->agent, event->letter, event->text, event->note);
}

/* Enter shows what is selected in full. */
static Next act_open(View *base, const Action *action)
{
    CustomerView *view = self(base);
    const Card *card = view->dossier->card;
    const CardItem *item = customer_view_item(view);
    (void)action;
    if (view->pane == PANE_HISTORY && view->history < card->timeline->len) {
        g_autofree char *text = event_text(g_ptr_array_index(card->timeline, (guint)view->history));
        return next_push(text_new(_("What was said"), text));
    }
    if (view->pane != PANE_PEOPLE && view->pane != PANE_HISTORY && item != NULL) {
        g_autofree char *text = item_text(item);
        return next_push(text_new(item->number, text));
    }
    g_autofree char *address = g_strdup_printf("%s  %s\n%s\n%s", card->name, card->number, card->address, card->vat);
    return next_push(text_new(_("Who he is"), address));
}

static Next act_mark(View *base, const Action *action)
{
    CustomerView *view = self(base);
    CardItem *item = (CardItem *)customer_view_item(view);
    (void)action;
    if (item == NULL)
        return next_nothing();
    view->pane = PANE_SCRIPT;
    item->marked = !item->marked;
    list_move(&view->items, 1);
    return next_redraw();
}

static Next act_docs(View *base, const Action *action)
{
    (void)action;
    return letter_view_push(base, self(base)->dossier);
}

static Next act_mark_all(View *base, const Action *action)
{
    GPtrArray *items = self(base)->dossier->card->items;
    bool all = true;
    (void)action;
    for (guint i = 0; i < items->len; i++)
        all = all && ((const CardItem *)g_ptr_array_index(items, i))->marked;
    for (guint i = 0; i < items->len; i++)
        ((CardItem *)g_ptr_array_index(items, i))->marked = !all;
    return next_redraw();
}

static Next act_copy(View *base, const Action *action)
{
    (void)action;
    return verb_copy(base, self(base)->dossier->card, customer_view_item(self(base)));
}

static Next act_why(View *base, const Action *action)
{
    const Dossier *dossier = self(base)->dossier;
    GError *error = NULL;
    const QueueOptions everybody = {.everybody = true};
    (void)action;
    g_autoptr(Queue) queue = queue_load(dossier->desk, &everybody, &error);
    if (queue == NULL)
        return next_error(error);
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        if (row->customer_id == dossier->customer_id)
            return verb_explain(base, row);
    }
    return verb_way(dossier->card);
}

/* --- The note -------------------------------------------------------------------------------------------------- */

static Next act_note(View *base, const Action *action)
{
    CustomerView *view = self(base);
    (void)action;
    char *obstacle = dossier_obstacle(view->dossier);
    if (obstacle != NULL)
        return next_say(next_redraw(), obstacle);
    line_start(&view->note, view->dossier->draft->note, false);
    view->noting = true;
    return next_redraw();
}

static Next note_closed(View *base, const Action *action)
{
    (void)action;
    CustomerView *view = self(base);
    if (!view->noting)
        return next_aside();
    view->noting = false;
    bool said = *view->dossier->draft->note != '\0';
    return said ? next_say(next_redraw(), g_strdup(_("Note kept; it goes with the outcome."))) : next_redraw();
}

/* Ctrl-S: on record at once, without an outcome. */
static Next note_logged(View *base, const Action *action)
{
    CustomerView *view = self(base);
    GError *error = NULL;
    (void)action;
    if (*view->dossier->draft->note == '\0')
        return note_closed(base, action);
    if (!dossier_log_note(view->dossier, &error))
        return next_error(error);
    view->noting = false;
    return next_say(next_reload(), g_strdup(_("Note on record.  U undo")));
}

static Next note_typed(CustomerView *view)
{
    dossier_note(view->dossier, view->note.text->str);
    return next_redraw();
}

Next customer_text(View *base, const char *text, bool pasted)
{
    CustomerView *view = self(base);
    (void)pasted;
    return line_insert(&view->note, text) ? note_typed(view) : next_nothing();
}

static Next act_edit(View *base, const Action *action)
{
    CustomerView *view = self(base);
    return line_act(&view->note, action->id) ? note_typed(view) : next_nothing();
}

static Next note_edited(View *owner, const char *text, gpointer data)
{
    CustomerView *view = self(owner);
    (void)data;
    if (text == NULL)
        return next_redraw();
    g_autofree char *trimmed = g_strdelimit(g_strstrip(g_strdup(text)), "\n", ' ');
    line_start(&view->note, trimmed, false);
    return note_typed(view);
}

static Next act_editor(View *base, const Action *action)
{
    (void)action;
    app_edit(base->app, self(base)->dossier->draft->note, note_edited, NULL);
    return next_redraw();
}

const ViewAct customer_acts[] = {
    {ACTION_DIAL, act_dial},
    {ACTION_OUTCOME, act_outcome},
    {ACTION_OUTCOME_LIST, act_outcome_list},
    {ACTION_CUST_NEXT, act_step},
    {ACTION_CUST_PREV, act_step},
    {ACTION_OPEN, act_open},
    VIEW_MOVES(act_move),
    {ACTION_VIEW_CYCLE, act_pane},
    {ACTION_PANE_NEXT, act_pane},
    {ACTION_PANE_PREV, act_pane},
    {ACTION_MARK, act_mark},
    {ACTION_MARK_ALL, act_mark_all},
    {ACTION_SKIP, act_skip},
    {ACTION_SNOOZE, act_snooze},
    {ACTION_COPY, act_copy},
    {ACTION_WHY, act_why},
    {ACTION_DOCS, act_docs},
    {ACTION_NOTE, act_note},
    {ACTION_FIELD_ACCEPT, note_closed},
    {ACTION_FIELD_CANCEL, note_closed},
    {ACTION_FIELD_NEXT, note_closed},
    {ACTION_FIELD_PREV, note_closed},
    {ACTION_FIELD_SUBMIT, note_logged},
    VIEW_EDITS(act_edit),
    {ACTION_EDIT_KILL_END, act_edit},
    {ACTION_EDIT_EXTERNAL, act_editor},
    {0, NULL},
};
