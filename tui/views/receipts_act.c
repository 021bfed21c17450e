/* What the keys do on the receipts screen. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"
#include "overlay.h"
#include "views/find_view.h"
#include "views/receipt_items_view.h"
#include "views/receipts_inside.h"

static ReceiptsView *self(View *view)
{
    return (ReceiptsView *)view;
}

/* --- Deciding ------------------------------------------------------------------------------------------------- */

/* Every screen behind this one learns of it; here the next receipt that waits is selected. */
static Next decided(ReceiptsView *view, gint64 payment_id, char *said)
{
    view->decided = payment_id;
    app_reload_all(view->base.view.app);
    receipts_next(view);
    return next_say(next_redraw(), said);
}

/* Somebody else was faster: the list is read again and the sentence stays. */
static Next refused(ReceiptsView *view, GError *error)
{
    app_reload_all(view->base.view.app);
    return next_error(error);
}

static Next decide(View *base, const Decision *decision)
{
    GError *error = NULL;
    char *said = NULL;
    if (!decision_make(self(base)->base.desk, decision, &said, &error))
        return refused(self(base), error);
    return decided(self(base), decision->payment_id, said);
}

static Next act_decide(View *base, const Action *action)
{
    DecisionKind kind = action->id == ACTION_RECEIPT_ACCEPT ? DECISION_ACCEPT : DECISION_NOT_OURS;
    const Decision decision = {.kind = kind, .payment_id = receipts_chosen(self(base))->payment_id};
    return decide(base, &decision);
}

/* --- A customer of one's own choice ---------------------------------------------------------------------------- */

static Next items_closed(View *owner, const char *said, gpointer payment_id)
{
    return said == NULL ? next_redraw() : decided(self(owner), *(gint64 *)payment_id, g_strdup(said));
}

static Next mark_items(View *owner, gint64 payment_id, gint64 customer_id)
{
    GError *error = NULL;
    View *items = receipt_items_view_open(owner->app, payment_id, customer_id, &error);
    if (items == NULL)
        return next_error(error);
    return next_ask(items, items_closed, g_memdup2(&payment_id, sizeof payment_id), g_free);
}

static Next customer_found(View *owner, const char *customer_id, gpointer payment_id)
{
    if (customer_id == NULL)
        return next_redraw();
    return mark_items(owner, *(gint64 *)payment_id, g_ascii_strtoll(customer_id, NULL, 10));
}

static Next customer_found_for_account(View *owner, const char *customer_id, gpointer payment_id)
{
    if (customer_id == NULL)
        return next_redraw();
    const Decision decision = {.kind = DECISION_ACCOUNT,
                               .payment_id = *(gint64 *)payment_id,
                               .customer_id = g_ascii_strtoll(customer_id, NULL, 10)};
    return decide(owner, &decision);
}

static Next find_for(View *base, ViewReply found)
{
    const Receipt *receipt = receipts_chosen(self(base));
    g_autofree char *money = money_text_currency(receipt->whole, receipt->currency);
    g_autofree char *question = g_strdup_printf(_("Whose %s is it?"), money), *name = text_clean(receipt->name);
    return next_ask(find_view_pick(base->app, question, name), found,
                    g_memdup2(&receipt->payment_id, sizeof receipt->payment_id), g_free);
}

/* Nothing is asked where the answer is refused anyway. */
static char *not_to_assign(const Receipt *receipt)
{
    if (receipt->whole < 0)
        return g_strdup(_("This money went out: * shows which receipt it may take back."));
    if (!receipt->waiting)
        return g_strdup(_("This receipt waits for no answer any more: U takes the decision back first."));
    return NULL;
}

static Next act_assign(View *base, const Action *action)
{
    char *obstacle = not_to_assign(receipts_chosen(self(base)));
    (void)action;
    return obstacle != NULL ? next_say(next_nothing(), obstacle) : find_for(base, customer_found);
}

static Next act_account(View *base, const Action *action)
{
    const Receipt *receipt = receipts_chosen(self(base));
    char *obstacle = not_to_assign(receipt);
    const Decision decision = {.kind = DECISION_ACCOUNT, .payment_id = receipt->payment_id};
    (void)action;
    if (obstacle != NULL)
        return next_say(next_nothing(), obstacle);
    return receipt->customer_id != 0 ? decide(base, &decision) : find_for(base, customer_found_for_account);
}

/* --- The other choices ------------------------------------------------------------------------------------------ */

static const char SOMEBODY_ELSE[] = "else";

static Next choice_picked(View *owner, const char *value, gpointer data)
{
    ReceiptsView *view = self(owner);
    (void)data;
    if (value == NULL || view->card == NULL)
        return next_redraw();
    if (g_str_equal(value, SOMEBODY_ELSE))
        return act_assign(owner, action_row(ACTION_RECEIPT_ASSIGN));
    guint index = (guint)g_ascii_strtoull(value, NULL, 10);
    if (index >= view->card->choices->len) /* read anew while the menu was open */
        return next_redraw();
    const Decision decision = {.kind = DECISION_CHOOSE,
                               .payment_id = view->card->receipt->payment_id,
                               .choice = g_ptr_array_index(view->card->choices, index)};
    return decide(owner, &decision);
}

static View *choices_menu(const ReceiptsView *view)
{
    enum { MOST = 9 };
    const GPtrArray *choices = view->card->choices;
    const Receipt *receipt = view->card->receipt;
    guint count = MIN(choices->len, MOST), all = count;
    char *labels[MOST] = {NULL}, *details[MOST] = {NULL}, values[MOST][2], keys[MOST][2];
    Pick picks[MOST + 1];
    for (guint i = 0; i < count; i++) {
        const Match *choice = g_ptr_array_index(choices, i);
        labels[i] = choice_words(view->base.desk, choice, 0);
        details[i] = g_strdup_printf(_("%d of 100"), choice->score);
        g_snprintf(values[i], 2, "%u", i);
        g_snprintf(keys[i], 2, "%u", i + 1);
        picks[i] = (Pick){.value = values[i], .key = keys[i], .label = labels[i], .detail = details[i]};
    }
    if (receipt->whole > 0)
        picks[all++] = (Pick){.value = SOMEBODY_ELSE, .key = ">", .label = _("another customer")};
    g_autofree char *money = money_text_currency(receipt->whole, receipt->currency);
    g_autofree char *question = g_strdup_printf(_("What does %s pay?"), money);
    View *menu = choose_new(question, picks, all, NULL, false);
    for (guint i = 0; i < count; i++) {
        g_free(labels[i]);
        g_free(details[i]);
    }
    return menu;
}

static Next act_choices(View *base, const Action *action)
{
    const ReceiptsView *view = self(base);
    (void)action;
    if (view->card == NULL || !view->card->receipt->waiting)
        return next_say(next_nothing(), g_strdup(_("This receipt waits for no answer: nothing is to be chosen.")));
    if (view->card->choices->len == 0 && view->card->receipt->whole < 0)
        return next_say(next_nothing(), g_strdup(_("No receipt is known that it could take back.")));
    return next_ask(choices_menu(view), choice_picked, NULL, NULL);
}

/* --- Taking back -------------------------------------------------------------------------------------------------- */

/* What a person decided about the selected row, else what was decided here last; else the day's last outcome. */
static Next act_undo(View *base, const Action *action)
{
    ReceiptsView *view = self(base);
    const Receipt *receipt = receipts_chosen(view);
    gint64 payment_id = receipt != NULL && receipt->by_person ? receipt->payment_id : view->decided;
    GError *error = NULL;
    char *said = NULL;
    (void)action;
    if (payment_id == 0)
        return next_aside();
    if (!decision_undo(view->base.desk, payment_id, &said, &error))
        return refused(view, error);
    view->decided = 0;
    app_reload_all(base->app);
    list_select(&view->base.list, payment_id);
    view->base.kind->moved(&view->base);
    return next_say(next_redraw(), said);
}

/* --- Which lines ----------------------------------------------------------------------------------------------- */

static Next act_cycle(View *base, const Action *action)
{
    ReceiptsView *view = self(base);
    (void)action;
    view->which = (view->which + 1) % (RECEIPTS_ALL + 1);
    view->again = true;
    view->base.list.selected = 0;
    view->base.list.row = 0;
    return next_reload();
}

static Next act_refresh(View *base, const Action *action)
{
    (void)action;
    self(base)->again = true;
    return next_say(next_reload(), g_strdup(_("Read again and put in order.")));
}

/* --- Reading --------------------------------------------------------------------------------------------------- */

static Next act_customer(View *base, const Action *action)
{
    const Receipt *receipt = receipts_chosen(self(base));
    if (receipt != NULL && receipt->customer_id == 0)
        return next_say(next_nothing(), g_strdup(_("No customer is known for this line: > finds one.")));
    return list_view_act_customer(base, action);
}

static Next act_why(View *base, const Action *action)
{
    const ReceiptsView *view = self(base);
    (void)action;
    if (view->card == NULL)
        return next_say(next_nothing(), g_strdup(need_sentence(NEED_ROW)));
    g_autofree char *text = receipt_card_text(view->base.desk, view->card);
    return next_push(text_new(_("Everything about this line"), text));
}

const ViewAct receipts_acts[] = {
    LIST_VIEW_MOVES,
    {ACTION_OPEN, act_customer},
    {ACTION_RECEIPT_ACCEPT, act_decide},
    {ACTION_RECEIPT_NOT_OURS, act_decide},
    {ACTION_RECEIPT_CHOICES, act_choices},
    {ACTION_RECEIPT_ASSIGN, act_assign},
    {ACTION_RECEIPT_ACCOUNT, act_account},
    {ACTION_UNDO, act_undo},
    {ACTION_RECEIPT_WHY, act_why},
    {ACTION_VIEW_CYCLE, act_cycle},
    {ACTION_FILTER, list_view_act_filter},
    {ACTION_REFRESH, act_refresh},
    {ACTION_BACK, list_view_act_back},
    {0, NULL},
};
