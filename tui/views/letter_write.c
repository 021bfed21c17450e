/* Which letter it is, about what, and its text: written anew whenever a choice changes. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/letter_way.h"
#include "paper/letter_pdf.h"
#include "paper/letter_post.h"
#include "views/letter_inside.h"
#include <string.h>

/* --- What it is about---------------------------------------- */

/* All that is open: what the letter says of itself where it asks for the late part of it only. */
static bool is_statement(const LetterView *view)
{
    const LetterTemplate *template =
        letter_template_find(view->templates, view->slug, letter_view_language(view), NULL);
    for (guint i = 0; template != NULL && template->pays != NULL && i < template->pays->len; i++)
        if (strcmp(((const LetterPlaceholder *)template->pays->pdata[i])->name, "late") == 0)
            return true;
    return false;
}

static bool is_held(const CardItem *item)
{
    return item->disputed > 0 && item->disputed >= item->open;
}

static bool is_own(const LetterView *view, const CardItem *item)
{
    return strcmp(item->currency, view->currency) == 0;
}

/* All that is open in the currency of the letter; of his own it needs no names. */
static char *items_all(const LetterView *view)
{
    const Card *card = view->dossier->card;
    GString *ids = g_string_new(NULL);
    if (strcmp(view->currency, card_money(card)->currency) == 0)
        return g_string_free(ids, FALSE);
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        if (is_own(view, item))
            g_string_append_printf(ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", item->id);
    }
    return g_string_free(ids, FALSE);
}

/* The invoices that are marked; whoever has not narrowed them down asks less the credit, and nothing that is held. */
static char *items_marked(const LetterView *view)
{
    const Card *card = view->dossier->card;
    GString *ids = g_string_new(NULL);
    bool narrowed = false;
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        narrowed = narrowed || (is_own(view, item) && !item->marked && item->open > 0 && item->days_late > 0);
    }
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        bool credit = item->open < 0 && !narrowed;
        if (is_own(view, item) && ((item->marked && (narrowed || !is_held(item))) || credit))
            g_string_append_printf(ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", item->id);
    }
    return g_string_free(ids, FALSE);
}

static OutboxOrder *order_of(const LetterView *view, const char *personal)
{
    const LetterWay *way = letter_view_way(view);
    g_autofree char *items = view->items != NULL  ? g_strdup(view->items)
                             : is_statement(view) ? items_all(view)
                                                  : items_marked(view);
    const LetterWish wish = {.document = view->slug,
                             .channel = way->channel,
                             .recipient = way->recipient,
                             .language = view->language,
                             .items = items,
                             .personal = personal};
    return letter_order_new(view->dossier->desk, view->dossier->card, &wish);
}

/* --- In which currency -------------------------------------------------------------------------------------- */

static void currency_add(GPtrArray *currencies, const char *currency)
{
    for (guint i = 0; i < currencies->len; i++)
        if (strcmp(g_ptr_array_index(currencies, i), currency) == 0)
            return;
    g_ptr_array_add(currencies, (gpointer)currency);
}

GPtrArray *letter_currencies(const LetterView *view)
{
    GPtrArray *currencies = g_ptr_array_new();
    const Card *card = view->dossier->card;
    for (guint i = 0; i < card->money->len && view->items == NULL; i++) {
        const MoneyLine *line = &g_array_index(card->money, MoneyLine, i);
        if (line->open > 0)
            currency_add(currencies, line->currency);
    }
    if (currencies->len == 0)
        currency_add(currencies, view->currency);
    return currencies;
}

void letter_currency_take(LetterView *view, const char *currency)
{
    char *taken = g_strdup(currency);
    g_free(view->currency);
    view->currency = taken;
    view->top = -1;
}

static bool is_marked_in(const Card *card, const char *currency)
{
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        if (item->marked && strcmp(item->currency, currency) == 0)
            return true;
    }
    return false;
}

void letter_currency_find(LetterView *view)
{
    const Card *card = view->dossier->card;
    g_autoptr(GPtrArray) currencies = letter_currencies(view);
    guint first = 0;
    while (first < currencies->len && !is_marked_in(card, g_ptr_array_index(currencies, first)))
        first++;
    letter_currency_take(view, g_ptr_array_index(currencies, first < currencies->len ? first : 0));
}

/* --- Its words ---------------------------------------------------------------------------------------------- */

/* What the house or the customer lacks is shown in the place of the letter; anything else is a failure. */
static bool is_obstacle(const GError *error)
{
    return g_error_matches(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT) ||
           g_error_matches(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
}

static void code_make(LetterView *view)
{
    g_autoptr(GError) reason = NULL;
    const Settings *settings = view->dossier->desk->settings;
    const LetterPaper paper = letter_paper(settings, clock_today());
    g_clear_pointer(&view->code, letter_code_free);
    g_clear_pointer(&view->code_obstacle, g_free);
    view->code = letter_code(view->letter, paper.ogm_structured, &reason);
    /* Without an account no letter says how to pay, whatever it asks. */
    const char *account = settings_text(settings, "belronde", "iban");
    if (view->code == NULL)
        view->code_obstacle = g_strdup(*account != '\0' ? reason->message
                                                        : _("There is no account to pay into: fill in iban under "
                                                            "[belronde] in the settings."));
}

/* A line that finds no place in the letter must not be believed to be there. */
static char *personal_lost(const LetterView *view)
{
    g_autofree char *line = text_clean_lines(view->order->personal);
    for (guint i = 0; i < view->letter->blocks->len; i++)
        if (strcmp(((const LetterBlock *)g_ptr_array_index(view->letter->blocks, i))->text, line) == 0)
            return NULL;
    return *line != '\0' ? g_strdup(_("This letter has no place for a line of your own: empty it with E.")) : NULL;
}

/* It can be read and not sent: it would reach nobody, or not say all that was typed. */
static char *sending_obstacle(const LetterView *view)
{
    const OutboxOrder *order = view->order;
    char *way = letter_way_obstacle(order->channel, order->recipient, view->dossier->card->postal);
    return way != NULL ? way : personal_lost(view);
}

bool letter_write(LetterView *view, GError **error)
{
    g_autoptr(GError) reason = NULL;
    OutboxOrder *order = order_of(view, view->dossier->draft->personal);
    Letter *letter = letter_of_order(view->dossier->desk, view->templates, order, NULL, &reason);
    if (letter == NULL && !is_obstacle(reason)) {
        outbox_order_free(order);
        g_propagate_error(error, g_steal_pointer(&reason));
        return false;
    }
    outbox_order_free(view->order);
    view->order = order;
    g_free(view->obstacle);
    view->obstacle = letter == NULL ? g_strdup(reason->message) : NULL;
    if (letter != NULL || !view->typing) {
        letter_free(view->letter);
        view->letter = letter;
    }
    if (letter != NULL) {
        view->obstacle = sending_obstacle(view);
        code_make(view);
    }
    letter_layout(&view->view, view->view.rows, view->view.columns);
    return true;
}

Next letter_written(LetterView *view)
{
    GError *error = NULL;
    return letter_write(view, &error) ? next_redraw() : next_error(error);
}

/* --- Which one ---------------------------------------------------------------------------------------------- */

GPtrArray *letter_offers_load(const LetterView *view, GError **error)
{
    g_autoptr(OutboxOrder) like = order_of(view, NULL);
    return letter_offers(view->dossier->desk, view->templates, like, error);
}

void letter_take(LetterView *view, const char *slug)
{
    const LetterTemplate *template = letter_template_find(view->templates, slug, view->dossier->desk->language, NULL);
    char *taken = g_strdup(slug);
    g_free(view->slug);
    g_free(view->label);
    view->slug = taken;
    view->label = g_strdup(template != NULL ? template->label : slug);
    view->top = -1;
}

bool letter_propose(LetterView *view, GError **error)
{
    g_autoptr(GPtrArray) offers = letter_offers_load(view, error);
    if (offers == NULL)
        return false;
    const LetterOffer *best = offers->len > 0 ? g_ptr_array_index(offers, 0) : NULL;
    for (guint i = 0; i < offers->len; i++) {
        const LetterOffer *offer = g_ptr_array_index(offers, i);
        best = offer->proposed ? offer : best;
    }
    letter_take(view, best != NULL ? best->slug : "reminder");
    return true;
}
