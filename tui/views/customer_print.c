/* The call screen as text, for the printer: who, what is open, what was said. */
#include "base/i18n.h"
#include "base/text.h"
#include "desk/claim_words.h"
#include "views/card_paint.h"
#include "views/customer_inside.h"

enum { PRINTED_EVENTS = 20, PRINTED_COLUMNS = 78 };

static void print_contacts(GString *text, const Card *card)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        g_string_append_printf(text, "%s, %s  %s", contact->name, contact->role_label, contact->email);
        for (guint j = 0; j < contact->phones->len; j++)
            g_string_append_printf(text, "  %s", ((const CardPhone *)g_ptr_array_index(contact->phones, j))->pretty);
        g_string_append_printf(text, "  %s\n", contact->reach);
    }
}

static void print_money(GString *text, const Card *card)
{
    for (guint i = 0; i < card->money->len; i++) {
        const MoneyLine *line = &g_array_index(card->money, MoneyLine, i);
        g_autofree char *open = money_text(line->open), *promised = money_text(line->promised);
        g_autofree char *disputed = money_text(line->disputed), *credit = money_text(line->unallocated);
        g_autofree char *ask = money_text_currency(line->ask, line->currency);
        g_string_append_printf(text, _("open %s  promised %s  disputed %s  credit %s  ASK FOR %s\n"), open, promised,
                               disputed, credit, ask);
    }
    g_autofree char *bank = card_bank_words(card);
    g_string_append_printf(text, "%s\n", bank);
}

static void print_items(GString *text, const Card *card)
{
    for (guint i = 0; i < card->items->len; i++) {
        const CardItem *item = g_ptr_array_index(card->items, i);
        g_autofree char *number = text_fit(item->number, 16), *issued = day_numeric(item->issued);
        g_autofree char *due = day_numeric(item->due), *open = money_text_currency(item->open, item->currency);
        g_autofree char *amount = text_fit(open, -16);
        g_string_append_printf(text, "%s  %s  %s  %4d  %s  %s\n", number, issued, due, MAX(item->days_late, 0), amount,
                               item->stage);
    }
}

static void print_events(GString *text, const Card *card)
{
    for (guint i = 0; i < card->timeline->len && i < PRINTED_EVENTS; i++) {
        const TimelineRow *event = g_ptr_array_index(card->timeline, i);
        g_autofree char *when = moment_words(event->when);
        g_string_append_printf(text, "%s  %s  %s  %s%s\n", when, event->agent, event->letter,
                               event->undone ? _("undone: ") : "", event->text);
    }
}

static void print_charges(GString *text, const Dossier *dossier)
{
    g_autoptr(GPtrArray) lines = claim_lines(dossier->claim, dossier->desk->rates, PRINTED_COLUMNS, true);
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(lines, i));
}

/* Notes stay out of print: paper is read by others (reference rules, §5). */
char *customer_print(const View *base, GError **error)
{
    const Card *card = ((const CustomerView *)base)->dossier->card;
    g_autofree char *day = day_long(clock_today()), *behaviour = card_behaviour_words(card);
    GString *text = g_string_new(NULL);
    (void)error;
    g_string_append_printf(text, "%s  %s  %s\n", card->name, card->number, day);
    g_string_append_printf(text, "%s\n", card->address);
    g_string_append_printf(text, _("class %c"), card->payment_class);
    g_string_append_printf(text, "  %s\n\n", behaviour);
    print_contacts(text, card);
    g_string_append_c(text, '\n');
    print_money(text, card);
    g_string_append_c(text, '\n');
    print_items(text, card);
    g_string_append_c(text, '\n');
    print_charges(text, ((const CustomerView *)base)->dossier);
    g_autofree char *next = card_next_words(card);
    if (next != NULL)
        g_string_append_printf(text, "%s\n", next);
    g_string_append_c(text, '\n');
    print_events(text, card);
    return g_string_free(text, FALSE);
}
