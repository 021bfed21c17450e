#include "desk/receipt_card.h"

#include "base/i18n.h"
#include "base/text.h"
#include "desk/decision.h"

static void item_free(gpointer data)
{
    ReceiptItem *item = data;
    g_free(item->number);
    g_free(item);
}

void receipt_card_free(ReceiptCard *card)
{
    if (card == NULL)
        return;
    g_clear_pointer(&card->receipt, receipt_free);
    g_clear_pointer(&card->items, g_ptr_array_unref);
    g_clear_pointer(&card->choices, g_ptr_array_unref);
    g_free(card);
}

/* A proposal is gone once it is decided; then what stands booked is in its place. */
static bool items_read(Store *store, ReceiptCard *card, GError **error)
{
    card->items = g_ptr_array_new_with_free_func(item_free);
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT i.number, i.due, i.open, x.amount FROM"
                    " (SELECT item_id, amount FROM payment_proposal WHERE payment_id = :payment"
                    "  UNION ALL SELECT a.item_id, a.amount FROM allocation a WHERE a.payment_id = :payment"
                    "   AND a.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.id)) x"
                    " JOIN item i ON i.id = x.item_id ORDER BY i.due, i.id",
                    BINDS(INTEGER("payment", card->receipt->payment_id)), error);
    while (query != NULL && query_next(query)) {
        ReceiptItem *item = g_new0(ReceiptItem, 1);
        *item = (ReceiptItem){.number = text_clean(query_text(query, "number")),
                              .due = query_day(query, "due"),
                              .open = query_integer(query, "open"),
                              .pays = query_integer(query, "amount")};
        g_ptr_array_add(card->items, item);
    }
    return query != NULL && query_finish(query, error);
}

ReceiptCard *receipt_card_load(Desk *desk, gint64 payment_id, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_autoptr(ReceiptCard) card = g_new0(ReceiptCard, 1);
    card->receipt = receipt_load(&ledger, payment_id, error);
    if (card->receipt == NULL || !items_read(desk->store, card, error))
        return NULL;
    card->choices = card->receipt->waiting ? receipt_choices(&ledger, payment_id, error)
                                           : g_ptr_array_new_with_free_func((GDestroyNotify)match_free);
    return card->choices != NULL ? g_steal_pointer(&card) : NULL;
}

/* --- As text ------------------------------------------------------------------------------------------------ */

static void add_bank(GString *text, const Receipt *receipt)
{
    g_autofree char *money = money_text_currency(receipt->whole, receipt->currency), *day = day_words(receipt->day);
    g_autofree char *name = text_clean(receipt->name), *words = text_clean(receipt->text);
    g_string_append_printf(text, "%s  %s\n%s  %s\n", money, day, name, receipt->account);
    if (*words != '\0')
        g_string_append_printf(text, "“%s”\n", words);
    g_string_append_printf(text, _("Came in on %s\n"), receipt->statement);
}

static void add_decision(GString *text, const Receipt *receipt)
{
    g_autofree char *reason = text_clean(receipt->reason), *customer = text_clean(receipt->customer);
    const char *step = receipt_step_label(receipt->step);
    g_string_append_c(text, '\n');
    g_string_append_printf(text, *customer != '\0' ? _("%s: %s") : "%s", receipt_state_label(receipt), customer);
    if (*step != '\0' && receipt->score > 0)
        g_string_append_printf(text, _("  (%s, %d of 100)"), step, receipt->score);
    g_string_append_c(text, '\n');
    if (*reason != '\0')
        g_string_append_printf(text, "%s\n", reason);
    if (*receipt->decided_by != '\0')
        g_string_append_printf(text, _("Decided by %s\n"), receipt->decided_by);
}

static void add_items(GString *text, const ReceiptCard *card)
{
    for (guint i = 0; i < card->items->len; i++) {
        const ReceiptItem *item = g_ptr_array_index(card->items, i);
        g_autofree char *due = day_iso(item->due), *open = money_text(item->open), *pays = money_text(item->pays);
        g_string_append_printf(text, _("  %s  due %s  open %s  pays %s\n"), item->number, due, open, pays);
    }
}

char *receipt_card_text(Desk *desk, const ReceiptCard *card)
{
    GString *text = g_string_new(NULL);
    add_bank(text, card->receipt);
    add_decision(text, card->receipt);
    add_items(text, card);
    for (guint i = 0; i < card->choices->len; i++) {
        const Match *choice = g_ptr_array_index(card->choices, i);
        g_autofree char *words = choice_words(desk, choice, 0), *reason = text_clean(choice->reason);
        g_string_append_printf(text, "%s%u  %s  (%d)\n   %s\n", i == 0 ? "\n" : "", i + 1, words, choice->score,
                               reason);
    }
    return g_string_free(text, FALSE);
}
