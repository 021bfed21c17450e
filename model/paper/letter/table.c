#include "base/reference.h"
#include "paper/letter_table.h"

typedef struct {
    const Letter *letter;
    const LetterWords *words;
    bool alone; /* no sum below: the amounts themselves name the currency */
} Making;

LetterTable *letter_table_new(void)
{
    LetterTable *table = g_new0(LetterTable, 1);
    table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    return table;
}

void letter_table_free(LetterTable *table)
{
    if (table == NULL)
        return;
    g_ptr_array_unref(table->rows);
    g_free(table);
}

static void row_add(LetterTable *table)
{
    g_ptr_array_add(table->rows, g_new0(char *, LETTER_COLUMNS + 1));
}

static char **row_new(LetterTable *table)
{
    row_add(table);
    return g_ptr_array_index(table->rows, table->rows->len - 1);
}

static char *sum_text(const Making *making, Cents cents)
{
    return money_in(making->letter->language, cents, making->letter->currency);
}

static char *amount_text(const Making *making, Cents cents)
{
    return making->alone ? sum_text(making, cents)
                         : amount_in(making->letter->language, cents, making->letter->currency);
}

/* ---- invoices ---- */

static const LetterItem *item_at(const Letter *letter, guint index)
{
    return &g_array_index(letter->items, LetterItem, index);
}

static bool some(const Letter *letter, bool (*is)(const LetterItem *item))
{
    for (guint i = 0; i < letter->items->len; i++)
        if (is(item_at(letter, i)))
            return true;
    return false;
}

static bool is_credit(const LetterItem *item)
{
    return item->open < 0;
}
static bool is_issued(const LetterItem *item)
{
    return day_known(item->issued);
}
static bool is_due(const LetterItem *item)
{
    return day_known(item->due) || is_credit(item);
}
static bool is_late(const LetterItem *item)
{
    return item->days_late > 0 && !is_credit(item);
}
static bool is_partly_open(const LetterItem *item)
{
    return item->amount != item->open;
}
static bool has_interest(const LetterItem *item)
{
    return item->interest != 0;
}
static bool has_costs(const LetterItem *item)
{
    return item->costs != 0;
}
static bool is_marked(const LetterItem *item)
{
    return has_interest(item) && item->marks != 0;
}
static bool has_charges(const LetterItem *item)
{
    return has_interest(item) || has_costs(item);
}

static char *number_cell(const Making *making, const LetterItem *item)
{
    (void)making;
    return g_strdup(item->number);
}
static char *issued_cell(const Making *making, const LetterItem *item)
{
    return letter_day(making->words, item->issued);
}
/* A credit note falls due for nobody. */
static char *due_cell(const Making *making, const LetterItem *item)
{
    return is_credit(item) ? g_strdup(making->words->credit_note) : letter_day(making->words, item->due);
}
static char *late_cell(const Making *making, const LetterItem *item)
{
    (void)making;
    return is_late(item) ? g_strdup_printf("%d", item->days_late) : g_strdup("");
}
static char *amount_cell(const Making *making, const LetterItem *item)
{
    return amount_text(making, item->amount);
}
static char *open_cell(const Making *making, const LetterItem *item)
{
    return amount_text(making, item->open);
}
static char *interest_cell(const Making *making, const LetterItem *item)
{
    g_autofree char *text = has_interest(item) ? amount_text(making, item->interest) : g_strdup("");
    return g_strconcat(text, is_marked(item) ? "*" : "", NULL);
}
static char *costs_cell(const Making *making, const LetterItem *item)
{
    return has_costs(item) ? amount_text(making, item->costs) : g_strdup("");
}
static char *together_cell(const Making *making, const LetterItem *item)
{
    return amount_text(making, item->open + item->interest + item->costs);
}

#define NO_SUM (-1)

/* One row per column, in the order of the paper; `head` and `sum` are places in LetterWords and LetterTotals. */
static const struct {
    gsize head;
    bool right;
    bool (*needed)(const LetterItem *item); /* by one of them; NULL: always */
    char *(*cell)(const Making *making, const LetterItem *item);
    glong sum;
} item_columns[] = {
    {offsetof(LetterWords, invoice), false, NULL, number_cell, NO_SUM},
    {offsetof(LetterWords, issued), false, is_issued, issued_cell, NO_SUM},
    {offsetof(LetterWords, due), false, is_due, due_cell, NO_SUM},
    {offsetof(LetterWords, days_late), true, is_late, late_cell, NO_SUM},
    {offsetof(LetterWords, amount), true, is_partly_open, amount_cell, NO_SUM},
    {offsetof(LetterWords, open), true, NULL, open_cell, offsetof(LetterTotals, open)},
    {offsetof(LetterWords, interest), true, has_interest, interest_cell, offsetof(LetterTotals, interest)},
    {offsetof(LetterWords, costs), true, has_costs, costs_cell, offsetof(LetterTotals, costs)},
    {offsetof(LetterWords, together), true, has_charges, together_cell, offsetof(LetterTotals, total)},
};
G_STATIC_ASSERT(G_N_ELEMENTS(item_columns) == LETTER_COLUMNS);

static char *sum_cell(const Making *making, const LetterTotals *totals, size_t column)
{
    if (item_columns[column].sum == NO_SUM)
        return g_strdup(column == 0 ? making->words->total : "");
    g_autofree char *sum = sum_text(making, G_STRUCT_MEMBER(Cents, totals, item_columns[column].sum));
    bool marked = item_columns[column].cell == interest_cell && some(making->letter, is_marked);
    return g_strconcat(sum, marked ? "*" : "", NULL);
}

static LetterTable *items_table(Making *making)
{
    const Letter *letter = making->letter;
    LetterTotals totals = letter_totals(letter);
    LetterTable *table = letter_table_new();
    table->total = letter->items->len > 1;
    making->alone = !table->total;
    for (guint i = 0; i < letter->items->len + (table->total ? 1 : 0); i++)
        row_add(table);
    for (size_t c = 0; c < G_N_ELEMENTS(item_columns); c++) {
        if (item_columns[c].needed != NULL && !some(letter, item_columns[c].needed))
            continue;
        guint at = table->columns++;
        table->column[at] =
            (LetterColumn){G_STRUCT_MEMBER(const char *, making->words, item_columns[c].head), item_columns[c].right};
        for (guint i = 0; i < letter->items->len; i++)
            ((char **)table->rows->pdata[i])[at] = item_columns[c].cell(making, item_at(letter, i));
        if (table->total)
            ((char **)table->rows->pdata[letter->items->len])[at] = sum_cell(making, &totals, c);
    }
    return table;
}

/* ---- instalments ---- */

static LetterTable *parts_table(Making *making)
{
    const LetterWords *words = making->words;
    LetterTable *table = letter_table_new();
    Cents sum = 0;
    guint number = 0;
    table->columns = 3;
    table->column[0] = (LetterColumn){words->part, false};
    table->column[1] = (LetterColumn){words->part_due, false};
    table->column[2] = (LetterColumn){words->part_amount, true};
    table->total = making->letter->parts->len > 1;
    making->alone = !table->total;
    for (guint i = 0; i < making->letter->parts->len; i++) {
        const LetterPart *part = &g_array_index(making->letter->parts, LetterPart, i);
        char **row = row_new(table);
        row[0] = part->down ? g_strdup(words->part_down) : g_strdup_printf("%u", ++number);
        row[1] = letter_day(words, part->due);
        row[2] = amount_text(making, part->amount);
        sum += part->amount;
    }
    if (table->total) {
        char **row = row_new(table);
        row[0] = g_strdup(words->total);
        row[1] = g_strdup("");
        row[2] = sum_text(making, sum);
    }
    return table;
}

/* ---- how to pay ---- */

static char *pretty_reference(const LetterPayment *payment)
{
    g_autofree char *normal = reference_normal(payment->reference, NULL);
    if (normal != NULL)
        return reference_pretty(normal);
    return g_strdup(payment->reference[0] != '\0' ? payment->reference : payment->text);
}

static char *pretty_iban(const char *iban)
{
    g_autofree char *normal = iban_normal(iban);
    return normal != NULL ? iban_pretty(normal) : g_strdup(iban);
}

static void pay_row(LetterTable *table, const char *label, char *value)
{
    if (value[0] == '\0') {
        g_free(value);
        return;
    }
    char **row = row_new(table);
    row[0] = g_strdup(label);
    row[1] = value;
}

static LetterTable *pay_table(Making *making)
{
    const LetterPayment *payment = &making->letter->payment;
    LetterTable *table = letter_table_new();
    table->columns = 2;
    pay_row(table, making->words->to_pay, money_in(making->letter->language, payment->amount, payment->currency));
    pay_row(table, making->words->payee, g_strdup(payment->name));
    pay_row(table, making->words->account, pretty_iban(payment->iban));
    pay_row(table, making->words->bic, g_strdup(payment->bic));
    pay_row(table, making->words->reference, pretty_reference(payment));
    return table;
}

/* ---- a table of one's own ---- */

void letter_table_column(LetterTable *table, const char *head, bool right)
{
    table->column[table->columns++] = (LetterColumn){head, right};
}

void letter_table_row(LetterTable *table)
{
    char **row = row_new(table);
    for (guint c = 0; c < table->columns; c++)
        row[c] = g_strdup("");
}

void letter_table_cell(LetterTable *table, guint column, char *text)
{
    char **row = g_ptr_array_index(table->rows, table->rows->len - 1);
    g_free(row[column]);
    row[column] = text;
}

void letter_period_row(LetterTable *table, const char *language, const LetterPeriod *period, const char *currency)
{
    const LetterWords *words = letter_words(language);
    g_autofree char *rate = percent_in(language, period->rate);
    letter_table_row(table);
    letter_table_cell(table, 0, g_strdup(period->number));
    letter_table_cell(table, 1, letter_day(words, period->from));
    letter_table_cell(table, 2, letter_day(words, period->until));
    letter_table_cell(table, 3, g_strdup_printf("%d", period->days));
    letter_table_cell(table, 4, amount_in(language, period->base, currency));
    letter_table_cell(table, 5, g_strconcat(rate, period->marks != 0 ? "*" : "", NULL));
    letter_table_cell(table, 6, amount_in(language, period->interest, currency));
}

LetterTable *letter_periods_table(const char *language, const GArray *periods, const char *currency)
{
    const LetterWords *words = letter_words(language);
    LetterTable *table = letter_table_new();
    letter_table_column(table, words->invoice, false);
    letter_table_column(table, words->from, false);
    letter_table_column(table, words->until, false);
    letter_table_column(table, words->days, true);
    letter_table_column(table, words->base, true);
    letter_table_column(table, words->yearly, true);
    letter_table_column(table, words->interest, true);
    for (guint i = 0; i < periods->len; i++)
        letter_period_row(table, language, &g_array_index(periods, LetterPeriod, i), currency);
    return table;
}

static LetterTable *table_copy(const LetterTable *table)
{
    LetterTable *copy = letter_table_new();
    GPtrArray *rows = copy->rows;
    *copy = *table;
    copy->rows = rows;
    for (guint r = 0; r < table->rows->len; r++) {
        char *const *row = g_ptr_array_index(table->rows, r);
        char **own = row_new(copy);
        for (guint c = 0; c < table->columns; c++)
            own[c] = g_strdup(row[c]);
    }
    return copy;
}

LetterTable *letter_block_table(const Letter *letter, const LetterBlock *block)
{
    return block->kind == LETTER_GRID ? table_copy(block->table) : letter_table(letter, block->kind);
}

LetterTable *letter_table(const Letter *letter, LetterBlockKind kind)
{
    Making making = {letter, letter_words(letter->language), false};
    if (kind == LETTER_ITEMS && letter->items->len > 0)
        return items_table(&making);
    if (kind == LETTER_PARTS && letter->parts->len > 0)
        return parts_table(&making);
    if (kind == LETTER_PAY && letter->payment.amount > 0)
        return pay_table(&making);
    return NULL;
}
