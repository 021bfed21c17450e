#include "paper/letter_table.h"

static void item_clear(gpointer data)
{
    g_free(((LetterItem *)data)->number);
}

static void block_free(gpointer data)
{
    LetterBlock *block = data;
    g_free(block->text);
    letter_table_free(block->table);
    g_free(block);
}

Letter *letter_new(void)
{
    Letter *letter = g_new0(Letter, 1);
    char **const texts[] = {&letter->slug,          &letter->language,          &letter->subject,
                            &letter->place_and_day, &letter->payment.name,      &letter->payment.iban,
                            &letter->payment.bic,   &letter->payment.reference, &letter->payment.text,
                            &letter->logo,          &letter->attachments_line};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        *texts[i] = g_strdup("");
    letter->sender = g_ptr_array_new_with_free_func(g_free);
    letter->recipient = g_ptr_array_new_with_free_func(g_free);
    letter->blocks = g_ptr_array_new_with_free_func(block_free);
    letter->items = g_array_new(FALSE, TRUE, sizeof(LetterItem));
    g_array_set_clear_func(letter->items, item_clear);
    letter->parts = g_array_new(FALSE, TRUE, sizeof(LetterPart));
    return letter;
}

void letter_payment_clear(LetterPayment *payment)
{
    char **const texts[] = {&payment->name, &payment->iban, &payment->bic, &payment->reference, &payment->text};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}

void letter_free(Letter *letter)
{
    if (letter == NULL)
        return;
    char *const texts[] = {letter->slug,          letter->language, letter->subject,
                           letter->place_and_day, letter->logo,     letter->attachments_line};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    letter_payment_clear(&letter->payment);
    g_ptr_array_unref(letter->sender);
    g_ptr_array_unref(letter->recipient);
    g_ptr_array_unref(letter->blocks);
    g_array_unref(letter->items);
    g_array_unref(letter->parts);
    g_free(letter);
}

void letter_block_add(Letter *letter, LetterBlockKind kind, const char *text)
{
    LetterBlock *block = g_new0(LetterBlock, 1);
    *block = (LetterBlock){kind, g_strdup(text), NULL};
    g_ptr_array_add(letter->blocks, block);
}

void letter_grid_add(Letter *letter, LetterTable *table)
{
    if (table->rows->len == 0) {
        letter_table_free(table);
        return;
    }
    letter_block_add(letter, LETTER_GRID, "");
    ((LetterBlock *)g_ptr_array_index(letter->blocks, letter->blocks->len - 1))->table = table;
}

LetterTotals letter_totals(const Letter *letter)
{
    LetterTotals totals = {0};
    for (guint i = 0; i < letter->items->len; i++) {
        const LetterItem *item = &g_array_index(letter->items, LetterItem, i);
        totals.open += item->open;
        totals.interest += item->interest;
        totals.costs += item->costs;
    }
    totals.total = totals.open + totals.interest + totals.costs;
    return totals;
}
