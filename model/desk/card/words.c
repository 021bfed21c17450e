/* The words scripts, titles and summaries take from a card. */
#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/card.h"

static const CardContact *asked_contact(const Card *card)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (contact->id == card->ask_contact_id)
            return contact;
    }
    return NULL;
}

/* The invoice that is due longest; NULL when nothing is open. */
static const CardItem *oldest_invoice(const Card *card)
{
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        if (item->open > 0)
            return item;
    }
    return NULL;
}

static char *say_customer(Desk *desk, const Card *card)
{
    (void)desk;
    return g_strdup(card->name);
}

static char *say_number(Desk *desk, const Card *card)
{
    (void)desk;
    return g_strdup(card->number);
}

static char *say_contact(Desk *desk, const Card *card)
{
    (void)desk;
    const CardContact *contact = asked_contact(card);
    return g_strdup(contact != NULL && *contact->name != '\0' ? contact->name : card->name);
}

static char *say_phone(Desk *desk, const Card *card)
{
    (void)desk;
    const CardContact *contact = asked_contact(card);
    if (contact == NULL || contact->phones->len == 0)
        return g_strdup("");
    return g_strdup(((const CardPhone *)g_ptr_array_index(contact->phones, 0))->pretty);
}

static char *say_agent(Desk *desk, const Card *card)
{
    (void)card;
    return g_strdup(desk->agent);
}

static char *say_company(Desk *desk, const Card *card)
{
    (void)card;
    return g_strdup(settings_text(desk->settings, "belronde", "name"));
}

static char *say_company_phone(Desk *desk, const Card *card)
{
    (void)card;
    return g_strdup(settings_text(desk->settings, "belronde", "phone"));
}

static char *say_money(const Card *card, size_t offset)
{
    const MoneyLine *line = card_money(card);
    return money_text_currency(G_STRUCT_MEMBER(Cents, line, offset), line->currency);
}

#define SAY_MONEY(name)                                                                                                \
    static char *say_##name(Desk *desk, const Card *card)                                                              \
    {                                                                                                                  \
        (void)desk;                                                                                                    \
        return say_money(card, G_STRUCT_OFFSET(MoneyLine, name));                                                      \
    }
SAY_MONEY(ask)
SAY_MONEY(open)
SAY_MONEY(overdue)
SAY_MONEY(promised)
SAY_MONEY(disputed)

static char *say_invoices(Desk *desk, const Card *card)
{
    (void)desk;
    return g_strdup_printf("%d", card_money(card)->invoices);
}

/* Scripts are in the customer's language, whatever the interface speaks. */
static char *say_items(Desk *desk, const Card *card)
{
    static const struct {
        const char *language, *one, *many;
    } words[] = {
        {"nl", "1 factuur", "%d facturen"}, {"fr", "1 facture", "%d factures"}, {"en", "1 invoice", "%d invoices"}};
    (void)desk;
    int count = card_money(card)->invoices;
    size_t row = 0;
    while (row + 1 < G_N_ELEMENTS(words) && !g_str_has_prefix(card->language, words[row].language))
        row++;
    g_autofree char *number = g_strdup_printf("%d", count);
    g_auto(GStrv) parts = g_strsplit(words[row].many, "%d", 2);
    return count == 1 ? g_strdup(words[row].one) : g_strconcat(parts[0], number, parts[1], NULL);
}

static char *say_oldest(Desk *desk, const Card *card)
{
    (void)desk;
    const CardItem *item = oldest_invoice(card);
    return g_strdup(item != NULL ? item->number : "");
}

static char *say_days(Desk *desk, const Card *card)
{
    (void)desk;
    const CardItem *item = oldest_invoice(card);
    return g_strdup_printf("%d", item != NULL ? MAX(item->days_late, 0) : 0);
}

/* What `slowing` on the card is made of. */
static char *say_days_before(Desk *desk, const Card *card)
{
    (void)desk;
    return card->behaviour.months.judged ? g_strdup_printf("%d", card->behaviour.months.before) : g_strdup("-");
}

static char *say_days_by_month(Desk *desk, const Card *card)
{
    (void)desk;
    return card->behaviour.months.judged ? slower_months_words(&card->behaviour.months, card->language) : g_strdup("-");
}

static char *say_kept(Desk *desk, const Card *card)
{
    (void)desk;
    return g_strdup_printf("%d", card->promises_kept);
}

static char *say_broken(Desk *desk, const Card *card)
{
    (void)desk;
    return g_strdup_printf("%d", card->promises_broken);
}

static char *say_today(Desk *desk, const Card *card)
{
    (void)desk;
    (void)card;
    return day_words(clock_today());
}

static char *say_bank_day(Desk *desk, const Card *card)
{
    (void)desk;
    return day_known(card->bank_day) ? day_short(card->bank_day) : g_strdup("");
}

static char *say_credit_limit(Desk *desk, const Card *card)
{
    (void)desk;
    return card->credit_limit >= 0 ? money_text_currency(card->credit_limit, card_money(card)->currency) : g_strdup("");
}

/* Who gets the file, as the house has it. */
static char *say_handover_to(Desk *desk, const Card *card)
{
    (void)card;
    return g_strdup(settings_text(desk->settings, "letter", "handover_to"));
}

/* What he is to hear of what he contested, as whoever answered put it last; "" where nothing was put. */
static char *say_answer(Desk *desk, const Card *card)
{
    char *words = NULL;
    g_autoptr(GError) ignored = NULL;
    if (!store_text(desk->store,
                    "SELECT w.value FROM event e JOIN event_answer w ON w.event_id = e.id AND w.field = 'words'"
                    " WHERE e.id = (SELECT max(x.id) FROM event x WHERE x.customer_id = :customer"
                    "   AND x.outcome = 'dispute_answer' AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = x.id))",
                    BINDS(INTEGER("customer", card->id)), &words, &ignored))
        return g_strdup("");
    return words != NULL ? words : g_strdup("");
}

static const struct {
    const char *name;
    char *(*say)(Desk *desk, const Card *card);
} placeholders[] = {
    {"answer", say_answer},
    {"customer", say_customer},
    {"number", say_number},
    {"contact", say_contact},
    {"agent", say_agent},
    {"company", say_company},
    {"company_phone", say_company_phone},
    {"phone", say_phone},
    {"amount", say_ask},
    {"open", say_open},
    {"overdue", say_overdue},
    {"promised", say_promised},
    {"disputed", say_disputed},
    {"invoices", say_invoices},
    {"items", say_items},
    {"oldest", say_oldest},
    {"days", say_days},
    {"kept", say_kept},
    {"broken", say_broken},
    {"days_by_month", say_days_by_month},
    {"days_before", say_days_before},
    {"today", say_today},
    {"bank_day", say_bank_day},
    {"credit_limit", say_credit_limit},
    {"handover_to", say_handover_to},
};

const char *card_placeholder(const char *name, void *card_scope)
{
    CardScope *scope = card_scope;
    for (size_t i = 0; i < G_N_ELEMENTS(placeholders); i++) {
        if (!g_str_equal(placeholders[i].name, name))
            continue;
        g_autofree char *said = placeholders[i].say(scope->desk, scope->card);
        return g_string_chunk_insert(scope->strings, said);
    }
    return NULL;
}

char **card_opening(Desk *desk, const Card *card)
{
    const char *const *lines = playbook_opening(desk->playbook, card->reason, card->language);
    CardScope scope = {desk, card, g_string_chunk_new(256)};
    GPtrArray *filled = g_ptr_array_new();
    for (; lines != NULL && *lines != NULL; lines++) {
        g_autofree char *line = text_fill(*lines, card_placeholder, &scope);
        if (*line != '\0') /* a line of one word that is not known */
            g_ptr_array_add(filled, g_steal_pointer(&line));
    }
    g_ptr_array_add(filled, NULL);
    g_string_chunk_free(scope.strings);
    return (char **)g_ptr_array_free(filled, FALSE);
}
