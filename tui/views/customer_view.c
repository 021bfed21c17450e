/* The call screen: opened with a lease, left with an outcome. */
#include "views/customer_view.h"

#include "base/i18n.h"
#include "views/card_paint.h"
#include "views/customer_inside.h"

/* --- What is selected ------------------------------------------------------------------------------------------ */

static const CardPhone *phone_at(const Card *card, int wanted, int *count)
{
    const CardPhone *found = NULL;
    *count = 0;
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        for (guint j = 0; j < contact->phones->len; j++) {
            if ((*count)++ == wanted)
                found = g_ptr_array_index(contact->phones, j);
        }
    }
    return found;
}

const CardPhone *customer_view_phone(const CustomerView *view)
{
    int count = 0;
    return view->pane == PANE_PEOPLE ? phone_at(view->dossier->card, view->phone, &count) : NULL;
}

int customer_view_phones(const CustomerView *view)
{
    int count = 0;
    (void)phone_at(view->dossier->card, -1, &count);
    return count;
}

const CardItem *customer_view_item(const CustomerView *view)
{
    const GPtrArray *items = view->dossier->card->items;
    return view->items.row < items->len ? g_ptr_array_index(items, (guint)view->items.row) : NULL;
}

/* --- The view -------------------------------------------------------------------------------------------------- */

/* The card may be read again while the screen is not looking (a form has closed): the list asks the dossier. */
static gint64 item_id(gconstpointer dossier, size_t row)
{
    const GPtrArray *items = ((const Dossier *)dossier)->card->items;
    return row < items->len ? ((const CardItem *)g_ptr_array_index(items, (guint)row))->id : 0;
}

static bool customer_reload(View *base, GError **error)
{
    CustomerView *view = (CustomerView *)base;
    if (!dossier_reload(view->dossier, error))
        return false;
    list_rows(&view->items, view->dossier, view->dossier->card->items->len, item_id);
    if (!view->noting)
        line_start(&view->note, view->dossier->draft->note, false);
    return true;
}

static Context customer_context(const View *base)
{
    return ((const CustomerView *)base)->noting ? CONTEXT_TYPING : CONTEXT_CUSTOMER;
}

static bool customer_has(const View *base, Need need)
{
    const CustomerView *view = (const CustomerView *)base;
    return need != NEED_ROW || view->items.count > 0;
}

static void customer_title(const View *base, TitleRow *title)
{
    const CustomerView *view = (const CustomerView *)base;
    int position = customer_position(view);
    g_string_assign(title->name, _("2 Customer"));
    title_clock(title);
    if (position > 0)
        title_part(title, g_strdup_printf(_("customer %d of %u"), position, view->order->len));
}

static char *customer_hint(const View *base)
{
    const CustomerView *view = (const CustomerView *)base;
    if (view->noting)
        return g_strdup(_("Facts and agreements only: no health, no family, no other debts."));
    if (view->dossier->colleague != NULL)
        return dossier_obstacle(view->dossier);
    if (view->forced)
        return g_strdup(_("Hung up: press the letter of what came out of it; X puts it to the end of today."));
    return NULL;
}

static void note_footer(Footer *footer)
{
    footer_add(footer, ACTION_FIELD_ACCEPT, _("keep for the outcome"));
    footer_add(footer, ACTION_FIELD_SUBMIT, _("on record now"));
    footer_add(footer, ACTION_EDIT_EXTERNAL, NULL);
    footer_add(footer, ACTION_DIAL, NULL);
}

static void customer_footer(const View *base, Footer *footer)
{
    const CustomerView *view = (const CustomerView *)base;
    if (view->noting) {
        note_footer(footer);
        return;
    }
    footer_add(footer, ACTION_DIAL, dossier_on_line(view->dossier) ? _("hang up") : NULL);
    footer_words(footer, _("letter = outcome"));
    footer_add(footer, ACTION_NOTE, NULL);
    footer_add(footer, ACTION_VIEW_CYCLE, NULL);
    footer_add(footer, ACTION_CUST_NEXT, NULL);
    footer_add(footer, ACTION_MARK, _("pick invoice"));
    footer_add(footer, ACTION_DOCS, NULL);
    footer_add(footer, ACTION_OUTCOME_LIST, NULL);
    footer_add(footer, ACTION_COPY, NULL);
    footer_add(footer, ACTION_SNOOZE, NULL);
    footer_add(footer, ACTION_SKIP, NULL);
    footer_add(footer, ACTION_WHY, NULL);
    footer_add(footer, ACTION_CUST_PREV, NULL);
}

static void customer_free(View *base)
{
    CustomerView *view = (CustomerView *)base;
    dossier_close(view->dossier);
    g_array_unref(view->order);
    line_clear(&view->note);
    g_free(view);
}

static const ViewKind kind = {
    .name = "customer",
    .screen = ACTION_GO_CUSTOMER,
    .help = N_("The customer on the line.  T dials and hangs up; then the letter of what came out of it.\n"
               "Space picks the invoices the outcome is about.  V shows script, history, contacts in turn; the arrows "
               "move in what is shown, Enter shows it in full.\n"
               "ASK FOR is open less promises, disputes and credits, as far as the bank data go.\n"
               "E writes a note: every key is kept; it goes with the outcome, or Ctrl-S puts it on record at once."),
    .acts = customer_acts,
    .context_now = customer_context,
    .title = customer_title,
    .layout = customer_layout,
    .draw = customer_draw,
    .hint = customer_hint,
    .footer = customer_footer,
    .has = customer_has,
    .text = customer_text,
    .reload = customer_reload,
    .print = customer_print,
    .leave = customer_leave,
    .free = customer_free,
};

static GArray *order_copy(Desk *desk, const GArray *order, GError **error)
{
    if (order == NULL)
        return customer_order(desk, error);
    GArray *copy = g_array_sized_new(FALSE, FALSE, sizeof(gint64), order->len);
    return g_array_append_vals(copy, order->data, order->len);
}

View *customer_view_open(App *app, gint64 customer_id, const GArray *order, GError **error)
{
    GArray *walk = order_copy(app_desk(app), order, error);
    if (walk == NULL)
        return NULL;
    Dossier *dossier = dossier_open(app, customer_id, error);
    if (dossier == NULL) {
        g_array_unref(walk);
        return NULL;
    }
    CustomerView *view = g_new0(CustomerView, 1);
    view->view.kind = &kind;
    view->dossier = dossier;
    view->order = walk;
    char *words = dossier->colleague != NULL ? dossier_obstacle(dossier) : g_steal_pointer(&dossier->restored);
    app_bank_warn(app, true);
    if (words != NULL)
        app_say(app, MESSAGE_TOAST, words);
    return &view->view;
}

View *customer_screen_open(App *app, GError **error)
{
    g_autoptr(GArray) order = customer_order(app_desk(app), error);
    if (order == NULL)
        return NULL;
    if (order->len == 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("Nobody to ring now; F finds a customer."));
        return NULL;
    }
    return customer_view_open(app, g_array_index(order, gint64, 0), order, error);
}
