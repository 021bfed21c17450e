#include "paper/letter_order.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "desk/letter_memory.h"
#include "desk/outcome.h"
#include "desk/reminders.h"
#include "paper/letter_post.h"

#include <string.h>

enum { MEMORY_DAYS = 120 /* who was silent for longer is spoken to kindly again */ };

/* --- The order --------------------------------------------------------------------------------------------- */

/* Whoever is named gets a mail: an address that cannot be used is refused, and not sent by post instead. */
OutboxOrder *letter_order_new(const Desk *desk, const Card *card, const LetterWish *wish)
{
    const CardContact *first = card_with_email(card);
    const char *recipient = wish->recipient != NULL ? wish->recipient : first != NULL ? first->email : "";
    const char *channel = wish->channel;
    if (channel == NULL)
        channel = *recipient != '\0' ? "email" : "post";
    const char *language = wish->language != NULL ? wish->language : card_reader_language(card, recipient);
    OutboxOrder *order = g_new0(OutboxOrder, 1);
    *order = (OutboxOrder){.id = G_MAXINT64,
                           .event_id = G_MAXINT64,
                           .customer_id = card->id,
                           .document = g_strdup(wish->document),
                           .channel = g_strdup(channel),
                           .recipient = g_strdup(recipient),
                           .language = g_strdup(language),
                           .items = g_strdup(wish->items != NULL ? wish->items : ""),
                           .personal = g_strdup(wish->personal != NULL ? wish->personal : ""),
                           .agent = g_strdup(desk->agent),
                           .day = clock_today()};
    return order;
}

/* "reminder, an@peeters.example"; on paper there is no address to name. */
static char *order_summary(const OutboxOrder *order)
{
    const char *label = document_label(order->document);
    if (strcmp(order->channel, "email") == 0)
        return g_strdup_printf("%s, %s", label, order->recipient);
    return g_strdup_printf("%s, %s", label, strcmp(order->channel, "post") == 0 ? _("by post") : _("on paper"));
}

bool letter_order_send(Desk *desk, const LetterTemplates *templates, const OutboxOrder *order, const char *op,
                       char **toast, GError **error)
{
    g_autoptr(Letter) letter = letter_of_order(desk, templates, order, NULL, error);
    if (letter == NULL)
        return false;
    g_autofree char *summary = order_summary(order);
    const LetterFacts facts = {.document = order->document,
                               .channel = order->channel,
                               .recipient = order->recipient,
                               .language = order->language,
                               .items = order->items,
                               .personal = order->personal,
                               .summary = summary};
    return outcome_letter(desk, order->customer_id, &facts, op, toast, error);
}

char *letter_warning(const Desk *desk, const Letter *letter)
{
    g_autofree char *words = interest_marks_words(desk->rates, letter->marks);
    return *words != '\0' ? g_strdup_printf(_("Marked with *: %s"), words) : NULL;
}

/* --- What can be written ----------------------------------------------------------------------------------- */

static void offer_free(gpointer data)
{
    LetterOffer *offer = data;
    g_free(offer->slug);
    g_free(offer->obstacle);
    g_free(offer);
}

static bool is_offered(const GPtrArray *offers, const char *slug)
{
    for (guint i = 0; i < offers->len; i++)
        if (strcmp(((const LetterOffer *)g_ptr_array_index(offers, i))->slug, slug) == 0)
            return true;
    return false;
}

/* False only where the database failed: whatever the house or the customer lacks is the obstacle. */
static bool obstacle_find(Desk *desk, const LetterTemplates *templates, const OutboxOrder *like, LetterOffer *offer,
                          GError **error)
{
    g_autoptr(GError) reason = NULL;
    OutboxOrder order = *like; /* borrows all but the document */
    order.document = offer->slug;
    g_autoptr(Letter) letter = letter_of_order(desk, templates, &order, NULL, &reason);
    if (letter != NULL)
        return true;
    if (!g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_INPUT) &&
        !g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_MISSING)) {
        g_propagate_error(error, g_steal_pointer(&reason));
        return false;
    }
    offer->obstacle = g_strdup(reason->message);
    return true;
}

static const LetterTemplate *shown_as(const LetterTemplates *templates, const Desk *desk, const LetterTemplate *found)
{
    const LetterTemplate *shown = letter_template_find(templates, found->slug, desk->language, NULL);
    return shown != NULL ? shown : found;
}

static bool offers_add(Desk *desk, const LetterTemplates *templates, const OutboxOrder *like, const char *language,
                       GPtrArray *offers, GError **error)
{
    g_autoptr(GPtrArray) list = letter_templates_list(templates, language);
    for (guint i = 0; i < list->len; i++) {
        const LetterTemplate *template = g_ptr_array_index(list, i);
        if (is_offered(offers, template->slug))
            continue;
        LetterOffer *offer = g_new0(LetterOffer, 1);
        offer->slug = g_strdup(template->slug);
        offer->template = shown_as(templates, desk, template);
        g_ptr_array_add(offers, offer);
        if (!obstacle_find(desk, templates, like, offer, error))
            return false;
    }
    return true;
}

static int offers_compare(gconstpointer a, gconstpointer b)
{
    const LetterOffer *one = *(const LetterOffer *const *)a, *other = *(const LetterOffer *const *)b;
    if ((one->obstacle == NULL) != (other->obstacle == NULL))
        return one->obstacle == NULL ? -1 : 1;
    if (one->template->tone != other->template->tone)
        return one->template->tone < other->template->tone ? -1 : 1;
    if (one->template->deadline_days != other->template->deadline_days) /* who gives more days is the friendlier */
        return one->template->deadline_days > other->template->deadline_days ? -1 : 1;
    return strcmp(one->slug, other->slug);
}

/* --- Which one is proposed --------------------------------------------------------------------------------- */

static bool asks(const LetterOffer *offer)
{
    static const char *const money[] = {"open", "total"};
    const GPtrArray *needs = offer->template->needs;
    bool named = false;
    for (guint i = 0; i < needs->len; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(money); k++)
            named = named || strcmp(((const LetterPlaceholder *)needs->pdata[i])->name, money[k]) == 0;
    return named && offer->template->tone >= LETTER_TONE_ASKS;
}

/* The firmest tone he has had lately; *late: something is late now. */
static bool story_read(Desk *desk, const OutboxOrder *like, const GPtrArray *offers, int *tone, bool *late,
                       GError **error)
{
    g_auto(GStrv) had = letters_since(desk, like->customer_id, day_plus(clock_today(), -MEMORY_DAYS), error);
    if (had == NULL || !customer_is_late(desk, like->customer_id, late, error))
        return false;
    for (guint i = 0; i < offers->len; i++) {
        const LetterOffer *offer = g_ptr_array_index(offers, i);
        if (asks(offer) && g_strv_contains((const char *const *)had, offer->slug))
            *tone = MAX(*tone, offer->template->tone);
    }
    return true;
}

/* Sorted by tone: the first one that is firmer, else the firmest there is. */
static LetterOffer *firmer(const GPtrArray *offers, int tone)
{
    LetterOffer *best = NULL;
    for (guint i = 0; i < offers->len; i++) {
        LetterOffer *offer = g_ptr_array_index(offers, i);
        if (offer->obstacle != NULL || !asks(offer))
            continue;
        best = offer;
        if (offer->template->tone > tone)
            break;
    }
    return best;
}

static LetterOffer *offer_of(const GPtrArray *offers, const char *slug)
{
    for (guint i = 0; i < offers->len; i++) {
        LetterOffer *offer = g_ptr_array_index(offers, i);
        if (offer->obstacle == NULL && strcmp(offer->slug, slug) == 0)
            return offer;
    }
    return NULL;
}

/* What the cadence has due for him today; *offer NULL: nothing, or it cannot be written. */
static bool due_find(Desk *desk, const OutboxOrder *like, const GPtrArray *offers, LetterOffer **offer, GError **error)
{
    const ReminderOptions his = {.everybody = true, .customer_id = like->customer_id};
    g_autoptr(GPtrArray) due = reminders_due(desk, &his, error);
    if (due == NULL)
        return false;
    *offer = due->len > 0 ? offer_of(offers, ((const Reminder *)g_ptr_array_index(due, 0))->document) : NULL;
    return true;
}

static bool propose(Desk *desk, const OutboxOrder *like, const GPtrArray *offers, GError **error)
{
    int tone = 0;
    bool late = false;
    LetterOffer *best = NULL;
    if (!due_find(desk, like, offers, &best, error) || !story_read(desk, like, offers, &tone, &late, error))
        return false;
    if (best == NULL)
        best = late ? firmer(offers, tone) : offer_of(offers, "statement");
    if (best == NULL && !late)
        best = offer_of(offers, "thank_you");
    if (best != NULL)
        best->proposed = true;
    return true;
}

GPtrArray *letter_offers(Desk *desk, const LetterTemplates *templates, const OutboxOrder *like, GError **error)
{
    g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func(offer_free);
    if (!offers_add(desk, templates, like, like->language, offers, error) ||
        !offers_add(desk, templates, like, "en", offers, error))
        return NULL;
    g_ptr_array_sort(offers, offers_compare);
    return propose(desk, like, offers, error) ? g_steal_pointer(&offers) : NULL;
}
