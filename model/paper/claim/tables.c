/* The tables of a statement of claim.  A column stands only where it says something. */
#include "paper/claim/parts.h"

#include "base/i18n.h"
#include "desk/outbox.h"
#include <string.h>

static char *amount(const Statement *statement, Cents cents)
{
    return amount_in(statement->language, cents, statement->total->currency);
}

static char *sum(const Statement *statement, Cents cents)
{
    return money_in(statement->language, cents, statement->total->currency);
}

static char *day_cell(const Statement *statement, Day day)
{
    return letter_day(letter_words(statement->language), day);
}

bool claim_counts(const ClaimInvoice *invoice, const char *currency)
{
    return invoice->late && strcmp(invoice->currency, currency) == 0;
}

/* The next late invoice of the currency from *at on; NULL behind the last. */
static const ClaimInvoice *next_invoice(const Statement *statement, guint *at)
{
    while (*at < statement->claim->invoices->len) {
        const ClaimInvoice *invoice = g_ptr_array_index(statement->claim->invoices, (*at)++);
        if (claim_counts(invoice, statement->total->currency))
            return invoice;
    }
    return NULL;
}

static void table_add(const Statement *statement, const char *heading, LetterTable *table)
{
    if (table->rows->len > 0)
        letter_block_add(statement->letter, LETTER_HEADING, heading);
    letter_grid_add(statement->letter, table);
}

static void total_row(LetterTable *table, guint column, char *text)
{
    table->total = true;
    letter_table_row(table);
    letter_table_cell(table, 0, g_strdup(_("Total")));
    letter_table_cell(table, column, text);
}

/* ---- invoices ---- */

/* Later than the day after the due day: a direct debit was to come. */
static bool is_late_later(const ClaimInvoice *invoice)
{
    return day_minus(invoice->late_from, invoice->due) > 1;
}

static bool some_late_later(const Statement *statement)
{
    guint at = 0;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;)
        if (is_late_later(invoice))
            return true;
    return false;
}

void claim_invoices_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    Cents all = 0;
    bool later = some_late_later(statement);
    letter_table_column(table, _("Invoice"), false);
    letter_table_column(table, _("Date"), false);
    letter_table_column(table, _("Due on"), false);
    if (later)
        letter_table_column(table, _("Late since"), false);
    letter_table_column(table, _("Days late"), true);
    letter_table_column(table, _("Amount"), true);
    guint at = 0, last = table->columns - 1;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;) {
        int days = day_minus(statement->claim->day, invoice->late_from) + 1;
        letter_table_row(table);
        letter_table_cell(table, 0, g_strdup(invoice->number));
        letter_table_cell(table, 1, day_cell(statement, invoice->issued));
        letter_table_cell(table, 2, day_cell(statement, invoice->due));
        if (later)
            letter_table_cell(table, 3, day_cell(statement, invoice->late_from));
        letter_table_cell(table, last - 1, g_strdup_printf("%d", days));
        letter_table_cell(table, last, amount(statement, invoice->amount));
        all += invoice->amount;
    }
    if (table->rows->len > 1)
        total_row(table, last, sum(statement, all));
    table_add(statement, _("Invoices"), table);
}

static Cents set_off(const ClaimInvoice *invoice)
{
    return invoice->on_account + invoice->by_notes;
}

/* What lowers an invoice, by column. */
static const struct {
    const char *head; /* msgid */
    gsize at;         /* of a Cents of the invoice; 0: set_off */
} LOWERED[] = {
    {N_("Credited"), offsetof(ClaimInvoice, credited)},
    {N_("Paid"), offsetof(ClaimInvoice, paid)},
    {N_("Disputed"), offsetof(ClaimInvoice, disputed)},
    {N_("In a plan"), offsetof(ClaimInvoice, planned)},
    {N_("Set off"), 0},
};

static Cents lowered_by(const ClaimInvoice *invoice, size_t column)
{
    gsize at = LOWERED[column].at;
    return at == 0 ? set_off(invoice) : *(const Cents *)(const void *)((const char *)invoice + at);
}

static bool is_lowered(const Statement *statement, size_t column)
{
    guint at = 0;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;)
        if (lowered_by(invoice, column) != 0)
            return true;
    return false;
}

void claim_asked_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    size_t shown[G_N_ELEMENTS(LOWERED)], count = 0;
    for (size_t c = 0; c < G_N_ELEMENTS(LOWERED); c++)
        if (is_lowered(statement, c))
            shown[count++] = c;
    letter_table_column(table, _("Invoice"), false);
    letter_table_column(table, _("Amount"), true);
    for (size_t c = 0; c < count; c++)
        letter_table_column(table, _(LOWERED[shown[c]].head), true);
    letter_table_column(table, _("Asked"), true);
    Cents all = 0;
    guint at = 0;
    for (const ClaimInvoice *invoice; count > 0 && (invoice = next_invoice(statement, &at)) != NULL;) {
        letter_table_row(table);
        letter_table_cell(table, 0, g_strdup(invoice->number));
        letter_table_cell(table, 1, amount(statement, invoice->amount));
        for (size_t c = 0; c < count; c++)
            letter_table_cell(table, (guint)c + 2, amount(statement, lowered_by(invoice, shown[c])));
        letter_table_cell(table, (guint)count + 2, amount(statement, claim_asked(invoice)));
        all += claim_asked(invoice);
    }
    if (table->rows->len > 1)
        total_row(table, (guint)count + 2, sum(statement, all));
    table_add(statement, _("What is asked of them"), table);
}

/* ---- interest ---- */

void claim_interest_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    Cents rows = 0;
    letter_table_column(table, _("Invoice"), false);
    letter_table_column(table, _("From"), false);
    letter_table_column(table, _("Up to and with"), false);
    letter_table_column(table, _("Days"), true);
    letter_table_column(table, _("On"), true);
    letter_table_column(table, _("A year"), true);
    letter_table_column(table, _("Interest"), true);
    guint at = 0;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;)
        for (guint p = 0; p < invoice->periods->len; p++) {
            const InterestPeriod *period = &g_array_index(invoice->periods, InterestPeriod, p);
            const LetterPeriod row =
                letter_period_of(invoice->number, period, interest_period_marks(statement->desk->rates, period));
            letter_period_row(table, statement->language, &row, statement->total->currency);
            rows += period->amount;
        }
    Cents all = statement->total->charges[CHARGE_INTEREST];
    bool shown = table->rows->len > 0;
    if (shown)
        total_row(table, 6, sum(statement, all));
    table_add(statement, _("Interest"), table);
    if (shown && rows != all)
        letter_block_add(statement->letter, LETTER_PARAGRAPH,
                         _("Interest is rounded once for each invoice and payment: the rows may differ from the sum by "
                           "cents."));
}

/* ---- costs ---- */

static void cost_row(const Statement *statement, LetterTable *table, const ClaimInvoice *invoice, Charge charge)
{
    if (invoice->charges[charge] == 0)
        return;
    letter_table_row(table);
    letter_table_cell(table, 0, g_strdup(invoice->number));
    letter_table_cell(table, 1, g_strdup(charge_label(charge)));
    letter_table_cell(table, 2, day_cell(statement, invoice->answers[charge].from));
    letter_table_cell(table, 3, amount(statement, invoice->charges[charge]));
}

void claim_costs_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    letter_table_column(table, _("Invoice"), false);
    letter_table_column(table, _("What"), false);
    letter_table_column(table, _("Since"), false);
    letter_table_column(table, _("Amount"), true);
    guint at = 0;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;) {
        cost_row(statement, table, invoice, CHARGE_FIXED_SUM);
        cost_row(statement, table, invoice, CHARGE_COSTS);
    }
    if (table->rows->len > 1)
        total_row(
            table, 3,
            sum(statement, statement->total->charges[CHARGE_FIXED_SUM] + statement->total->charges[CHARGE_COSTS]));
    table_add(statement, _("Fixed sums and costs"), table);
}

/* ---- payments ---- */

void claim_payments_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    letter_table_column(table, _("Paid on"), false);
    letter_table_column(table, _("Invoice"), false);
    letter_table_column(table, _("Amount"), true);
    letter_table_column(table, _("Costs"), true);
    letter_table_column(table, _("Interest"), true);
    letter_table_column(table, _("Invoice itself"), true);
    guint at = 0;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;)
        for (guint p = 0; p < invoice->payments->len; p++) {
            const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, p);
            letter_table_row(table);
            letter_table_cell(table, 0, day_cell(statement, paid->day));
            letter_table_cell(table, 1, g_strdup(invoice->number));
            letter_table_cell(table, 2, amount(statement, paid->amount));
            letter_table_cell(table, 3, amount(statement, paid->parts.part[PART_COSTS]));
            letter_table_cell(table, 4, amount(statement, paid->parts.part[PART_INTEREST]));
            letter_table_cell(table, 5, amount(statement, paid->parts.part[PART_PRINCIPAL]));
        }
    table_add(statement, _("Payments and what they went to"), table);
}

/* ---- where the figures come from ---- */

static void source_row(const Statement *statement, LetterTable *table, const InterestPeriod *period)
{
    const RateSource *source = &period->row->source;
    letter_table_row(table);
    letter_table_cell(table, 0, day_cell(statement, period->row->from));
    letter_table_cell(table, 1, percent_in(statement->language, period->row->points));
    letter_table_cell(table, 2, g_strdup_printf("%s: %s", rate_status_words(source->status), source->words));
}

void claim_rates_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    g_autoptr(GPtrArray) seen = g_ptr_array_new();
    letter_table_column(table, _("Rate from"), false);
    letter_table_column(table, _("A year"), true);
    letter_table_column(table, _("Source"), false);
    guint at = 0;
    for (const ClaimInvoice *invoice; (invoice = next_invoice(statement, &at)) != NULL;)
        for (guint p = 0; p < invoice->periods->len; p++) {
            const InterestPeriod *period = &g_array_index(invoice->periods, InterestPeriod, p);
            if (period->row == NULL || g_ptr_array_find(seen, period->row, NULL))
                continue;
            g_ptr_array_add(seen, (gpointer)period->row);
            source_row(statement, table, period);
        }
    table_add(statement, _("Where the rates come from"), table);
}

void claim_letters_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    const GPtrArray *notices = statement->claim->notices;
    letter_table_column(table, _("Left on"), false);
    letter_table_column(table, _("Letter"), false);
    letter_table_column(table, _("How"), false);
    for (guint i = 0; i < notices->len; i++) {
        const ClaimNotice *notice = g_ptr_array_index(notices, i);
        letter_table_row(table);
        letter_table_cell(table, 0, day_cell(statement, notice->notice.sent));
        letter_table_cell(table, 1, g_strdup(document_label(notice->document)));
        letter_table_cell(table, 2, g_strdup(notice->notice.by == SENT_BY_POST ? _("by post") : _("by e-mail")));
    }
    table_add(statement, _("Letters that count in law"), table);
}

/* ---- what was promised ---- */

/* The customer's own currency goes without saying. */
static char *promised(const Statement *statement, const Promise *promise, Cents cents)
{
    bool own = strcmp(promise->currency, statement->claim->currency) == 0;
    return own ? amount_in(statement->language, cents, promise->currency)
               : money_in(statement->language, cents, promise->currency);
}

static void promise_row(const Statement *statement, LetterTable *table, const Promise *promise)
{
    letter_table_row(table);
    letter_table_cell(table, 0, day_cell(statement, promise->made));
    letter_table_cell(table, 1, g_strdup(promise_kind_words(promise->kind)));
    letter_table_cell(table, 2, day_cell(statement, promise->due));
    letter_table_cell(table, 3, promised(statement, promise, promise->amount));
    letter_table_cell(table, 4, promised(statement, promise, promise->received));
    letter_table_cell(table, 5, g_strdup(promise_state_words(promise->state)));
}

void claim_promises_add(const Statement *statement)
{
    LetterTable *table = letter_table_new();
    const GPtrArray *promises = statement->claim->promises;
    letter_table_column(table, _("Said on"), false);
    letter_table_column(table, _("What"), false);
    letter_table_column(table, _("To pay by"), false);
    letter_table_column(table, _("Amount"), true);
    letter_table_column(table, _("Received"), true);
    letter_table_column(table, _("What came of it"), false);
    for (guint i = 0; promises != NULL && i < promises->len; i++)
        promise_row(statement, table, g_ptr_array_index(promises, i));
    table_add(statement, _("Promises and payment plans"), table);
}

/* ---- all together ---- */

static void summary_row(const Statement *statement, LetterTable *table, const char *label, Cents cents)
{
    if (cents == 0)
        return;
    letter_table_row(table);
    letter_table_cell(table, 0, g_strdup(label));
    letter_table_cell(table, 1, amount(statement, cents));
}

void claim_summary_add(const Statement *statement)
{
    const ClaimTotal *total = statement->total;
    LetterTable *table = letter_table_new();
    g_autofree char *day = day_cell(statement, statement->claim->day);
    g_autofree char *heading = g_strdup_printf(_("To pay on %s"), day);
    letter_table_column(table, "", false);
    letter_table_column(table, total->currency, true);
    summary_row(statement, table, _("Late invoices, open"), total->open);
    summary_row(statement, table, _("Disputed, not asked"), -total->disputed);
    summary_row(statement, table, _("In a payment plan, not asked"), -total->planned);
    summary_row(statement, table, _("Credit set off"), -total->credit);
    g_autofree char *interest = g_strconcat(_("Interest"), total->marks != 0 ? " *" : "", NULL);
    summary_row(statement, table, interest, total->charges[CHARGE_INTEREST]);
    summary_row(statement, table, _("Fixed sums"), total->charges[CHARGE_FIXED_SUM]);
    summary_row(statement, table, _("Costs"), total->charges[CHARGE_COSTS]);
    total_row(table, 1, sum(statement, total->total));
    if (total->marks != 0)
        letter_table_cell(table, 0, g_strconcat(_("Total"), " *", NULL));
    table_add(statement, heading, table);
}
