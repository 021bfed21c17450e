/* The item's side of a row: amounts and their sign, days, kind, and what to do with one that comes twice. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/import/csv_record.h"
#include "ledger/import/csv_values.h"

#include <string.h>

typedef struct {
    Cents amount, open;
    bool has_amount, has_open;
    char currency[4];
    Cents books_amount; /* the same in the money of the books */
    char books[4];
    const char *fault; /* NULL, or why the row cannot be used */
} Amounts;

/* ---- rows that are no records ---- */

static bool row_is_header(const CsvReading *reading)
{
    const CsvMap *map = &reading->plan->map;
    if (reading->header->len == 0)
        return false;
    for (int field = 0; field < CSV_FIELDS; field++)
        if (map->column[field] >= 0 && g_ascii_strcasecmp(csv_row_cell(reading->row, map->column[field]),
                                                          g_ptr_array_index(reading->header, map->column[field])) != 0)
            return false;
    return true;
}

static const char *first_cell(const CsvRow *row)
{
    for (guint i = 0; i < row->cells->len; i++)
        if (csv_row_cell(row, (int)i)[0] != '\0')
            return csv_row_cell(row, (int)i);
    return "";
}

/* "Totaal" alone; a customer called Total Belgium has an invoice number or a day beside its name. */
static bool row_is_total(const CsvReading *reading)
{
    const CsvPatterns *totals = reading->plan->profile->totals;
    const char *first = first_cell(reading->row), *number = csv_cell(reading, CSV_INVOICE_NUMBER);
    if (totals == NULL || reading->plan->profile->customers || csv_cell(reading, CSV_DUE_DATE)[0] != '\0' ||
        csv_cell(reading, CSV_INVOICE_DATE)[0] != '\0' || (number[0] != '\0' && number != first))
        return false;
    return csv_patterns_fit(totals, first);
}

static bool row_is_wanted(const CsvReading *reading)
{
    const CsvProfile *profile = reading->plan->profile;
    for (int field = 0; field < CSV_FIELDS; field++)
        if (profile->rows[field] != NULL && reading->plan->map.column[field] >= 0 &&
            !csv_patterns_fit(profile->rows[field], csv_cell(reading, (CsvField)field)))
            return false;
    return true;
}

bool csv_record_skips(CsvReading *reading)
{
    if (first_cell(reading->row)[0] == '\0' || row_is_header(reading) || row_is_total(reading))
        return true;
    if (row_is_wanted(reading))
        return false;
    reading->left_out += !reading->first_pass;
    return true;
}

/* ---- amounts ---- */

/* Lists with a column for amounts in foreign money, or with debit and credit, keep the books' money elsewhere. */
static bool books_apart(const CsvReading *reading)
{
    const CsvProfile *profile = reading->plan->profile;
    return profile->headers[CSV_FOREIGN_AMOUNT] != NULL || profile->headers[CSV_FOREIGN_OPEN] != NULL ||
           profile->headers[CSV_DEBIT] != NULL;
}

static const char *currency_of(CsvReading *reading, CsvField field)
{
    const char *code = csv_cell_currency(reading, field);
    return code[0] != '\0' ? code : csv_house_currency(reading);
}

/* Debit less credit. */
static bool pair_read(CsvReading *reading, const char *currency, Cents *amount)
{
    Cents debit = 0, credit = 0;
    bool has_debit = false, has_credit = false;
    if (!csv_cell_amount(reading, CSV_DEBIT, currency, &debit, &has_debit) ||
        !csv_cell_amount(reading, CSV_CREDIT, currency, &credit, &has_credit) || (!has_debit && !has_credit))
        return false;
    *amount = debit - credit;
    return true;
}

static void amounts_in_books(CsvReading *reading, const char *currency, Amounts *amounts)
{
    if (!csv_cell_amount(reading, CSV_AMOUNT, currency, &amounts->amount, &amounts->has_amount) ||
        !csv_cell_amount(reading, CSV_OPEN_AMOUNT, currency, &amounts->open, &amounts->has_open))
        amounts->fault = _("its amount cannot be read");
    else if (reading->plan->map.column[CSV_DEBIT] >= 0 && !amounts->has_amount) {
        amounts->has_amount = pair_read(reading, currency, &amounts->amount);
        if (!amounts->has_amount)
            amounts->fault = _("it has neither debit nor credit");
    }
}

/* In the customer's money where the list has it; else the books' amounts stay. */
static void amounts_in_foreign(CsvReading *reading, const char *currency, Amounts *amounts)
{
    Amounts foreign = {0};
    if (!csv_cell_amount(reading, CSV_FOREIGN_AMOUNT, currency, &foreign.amount, &foreign.has_amount) ||
        !csv_cell_amount(reading, CSV_FOREIGN_OPEN, currency, &foreign.open, &foreign.has_open)) {
        amounts->fault = _("its amount in foreign currency cannot be read");
        return;
    }
    bool enough = foreign.has_open || (foreign.has_amount && !amounts->has_open);
    if (!enough)
        return;
    amounts->amount = foreign.amount;
    amounts->open = foreign.open;
    amounts->has_amount = foreign.has_amount;
    amounts->has_open = foreign.has_open;
    g_strlcpy(amounts->currency, currency, sizeof amounts->currency);
}

static void amounts_read(CsvReading *reading, Amounts *amounts)
{
    const char *code = currency_of(reading, CSV_CURRENCY), *cell = csv_cell(reading, CSV_CURRENCY);
    const char *books = books_apart(reading) ? currency_of(reading, CSV_COMPANY_CURRENCY) : code;
    *amounts = (Amounts){0};
    if (cell[0] != '\0' && csv_cell_currency(reading, CSV_CURRENCY)[0] == '\0') {
        amounts->fault = _("its currency is no code of three letters");
        return;
    }
    g_strlcpy(amounts->currency, books, sizeof amounts->currency);
    g_strlcpy(amounts->books, books, sizeof amounts->books);
    amounts_in_books(reading, books, amounts);
    amounts->books_amount = amounts->amount;
    if (strcmp(code, books) != 0)
        amounts_in_foreign(reading, code, amounts);
    if (reading->plan->profile->inverted) {
        amounts->amount = -amounts->amount;
        amounts->books_amount = -amounts->books_amount;
        amounts->open = -amounts->open;
    }
}

/* ---- matched ledgers ---- */

/* Odoo: what is open of a line follows from its match. */
static void open_from_match(CsvReading *reading, Amounts *amounts, Day *closed)
{
    const char *match = csv_cell(reading, CSV_MATCHING);
    CsvMatched line = {.own = amounts->amount, .books = amounts->books_amount};
    bool in_books = false;
    g_strlcpy(line.currency, amounts->currency, sizeof line.currency);
    if (!csv_day(csv_cell(reading, CSV_INVOICE_DATE), reading->plan->profile->days, &line.day))
        line.day = DAY_NONE;
    amounts->has_open = true;
    if (match[0] == '\0')
        amounts->open = amounts->amount;
    else if (reading->first_pass)
        csv_matching_add(reading->matching, match, &line);
    else
        amounts->open = csv_matching_open(reading->matching, match, &line, &in_books, closed);
    if (!in_books)
        return;
    amounts->amount = amounts->books_amount;
    g_strlcpy(amounts->currency, amounts->books, sizeof amounts->currency);
}

/* ---- kind ---- */

static int kind_of(CsvReading *reading)
{
    static const char *const slugs[CSV_ITEM_KINDS] = {"invoice", "credit_note", "payment"};
    const char *cell = csv_cell(reading, CSV_ITEM_KIND);
    const CsvProfile *profile = reading->plan->profile;
    for (int kind = 0; cell[0] != '\0' && kind < CSV_ITEM_KINDS; kind++)
        if (profile->kinds[kind] != NULL && csv_patterns_fit(profile->kinds[kind], cell))
            return kind;
    const char *word = csv_cell_word(reading, "words.item_kind", CSV_ITEM_KIND);
    for (int kind = 0; kind < CSV_ITEM_KINDS; kind++)
        if (strcmp(word, slugs[kind]) == 0)
            return kind;
    return -1;
}

/* Credit notes and payments lower what is owed, whatever sign the list gives them; without a word for it
 * the sign decides. */
static CsvItemKind kind_settle(const CsvReading *reading, int kind, Amounts *amounts, bool numbered)
{
    bool lowers = kind == CSV_ITEM_CREDIT_NOTE || kind == CSV_ITEM_PAYMENT;
    if (lowers && !reading->plan->profile->credit_signed) {
        amounts->amount = -ABS(amounts->amount);
        amounts->open = -ABS(amounts->open);
    }
    /* An invoice that was overpaid is a credit of what is open, and the other way round. */
    if ((amounts->amount > 0 && amounts->open < 0) || (amounts->amount < 0 && amounts->open > 0))
        amounts->amount = amounts->open;
    if (amounts->amount > 0 || amounts->open > 0)
        return CSV_ITEM_INVOICE;
    if (lowers)
        return (CsvItemKind)kind;
    if (amounts->amount == 0 && amounts->open == 0)
        return CSV_ITEM_INVOICE;
    return numbered ? CSV_ITEM_CREDIT_NOTE : CSV_ITEM_PAYMENT;
}

/* ---- numbers ---- */

static const char *keep(CsvReading *reading, char *text)
{
    g_ptr_array_add(reading->strings, text);
    return text;
}

/* Payments on account have no number of their own: the next best that stays the same from list to list. */
static const char *number_instead(CsvReading *reading, const ItemRecord *item)
{
    const char *const others[] = {csv_cell_identity(reading, CSV_ENTRY_NUMBER), item->reference, item->own_reference};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (others[i][0] != '\0')
            return others[i];
    g_autofree char *day = day_iso(item->issued), *amount = money_plain(item->amount);
    return keep(reading, g_strconcat(day, day[0] != '\0' ? " " : "", amount, NULL));
}

/* The very same row again is listed; the same number with another due day or amount is a further term of the
 * invoice, and the ledger keeps terms apart. */
static bool row_again(CsvReading *reading, const ItemRecord *item)
{
    Fingerprint row = FINGERPRINT_START;
    fingerprint_text(&row, item->customer.number);
    fingerprint_text(&row, item->kind);
    fingerprint_text(&row, item->number);
    fingerprint_number(&row, item->due.number);
    fingerprint_number(&row, item->amount);
    fingerprint_number(&row, item->open);
    return !fingerprint_set_add(reading->seen, row);
}

/* ---- the record ---- */

static const char *reference_of(CsvReading *reading)
{
    char *normal = reference_normal(csv_cell(reading, CSV_REFERENCE), NULL);
    return normal != NULL ? keep(reading, normal) : csv_cell_text(reading, CSV_REFERENCE);
}

static bool days_fill(CsvReading *reading, ItemRecord *item)
{
    CsvDayOrder order = reading->plan->profile->days;
    if (!csv_day(csv_cell(reading, CSV_DUE_DATE), order, &item->due))
        return false;
    if (!csv_day(csv_cell(reading, CSV_INVOICE_DATE), order, &item->issued)) {
        item->issued = DAY_NONE;
        csv_remark(reading, _("The invoice date cannot be read; the item was taken without it."));
    }
    if (!csv_day(csv_cell(reading, CSV_PAID_DATE), order, &item->closed)) {
        item->closed = DAY_NONE;
        csv_remark(reading, _("The day of payment cannot be read; the item was taken without it."));
    }
    return true;
}

/* Open amounts: of the list, of the match, or nothing where a day of payment says so. */
static void open_settle(CsvReading *reading, ItemRecord *item, Amounts *amounts)
{
    Day matched = DAY_NONE;
    if (!amounts->has_open && reading->matching != NULL)
        open_from_match(reading, amounts, &matched);
    if (day_known(matched))
        item->closed = matched;
    if (!amounts->has_open && day_known(item->closed) && amounts->has_amount)
        amounts->has_open = true;
    if (!amounts->has_open && amounts->has_amount && reading->plan->profile->amount_open) {
        amounts->open = amounts->amount;
        amounts->has_open = true;
    }
    if (!amounts->has_open && amounts->fault == NULL)
        amounts->fault = _("it has no open amount");
    if (!amounts->has_amount)
        amounts->amount = amounts->open;
    if (amounts->open != 0)
        item->closed = DAY_NONE;
}

static const char *item_fill(CsvReading *reading, ItemRecord *item)
{
    static const char *const slugs[CSV_ITEM_KINDS] = {"invoice", "credit_note", "payment"};
    Amounts amounts;
    *item = (ItemRecord){.line = reading->row->line, .collect_day = DAY_NONE, .discount_until = DAY_NONE};
    if (!csv_customer_fill(reading, &item->customer))
        return _("the row names no customer");
    if (!days_fill(reading, item))
        return _("its due date cannot be read");
    amounts_read(reading, &amounts);
    if (amounts.fault == NULL)
        open_settle(reading, item, &amounts);
    if (amounts.fault != NULL)
        return amounts.fault;
    item->number = csv_cell_identity(reading, CSV_INVOICE_NUMBER);
    CsvItemKind kind = kind_settle(reading, kind_of(reading), &amounts, item->number[0] != '\0');
    item->kind = slugs[kind];
    item->amount = amounts.amount;
    item->open = amounts.open;
    item->currency = keep(reading, g_strdup(amounts.currency));
    item->reference = reference_of(reading);
    item->own_reference = csv_cell_text(reading, CSV_OWN_REFERENCE);
    item->description = csv_cell_text(reading, CSV_DESCRIPTION);
    if (item->number[0] == '\0' && kind == CSV_ITEM_INVOICE)
        return _("it has no invoice number");
    if (item->number[0] == '\0')
        item->number = number_instead(reading, item);
    return NULL;
}

static bool cells_left_over(const CsvReading *reading)
{
    for (guint i = reading->plan->map.width; i < reading->row->cells->len; i++)
        if (csv_row_cell(reading->row, (int)i)[0] != '\0')
            return true;
    return false;
}

bool csv_record_item(CsvReading *reading, GError **error)
{
    ItemRecord item;
    if (cells_left_over(reading))
        return csv_list_problem(reading, _("it has more cells than the header: a delimiter stands inside a text"));
    const char *fault = item_fill(reading, &item);
    if (fault != NULL)
        return csv_list_problem(reading, fault);
    if (reading->first_pass)
        return true;
    if (item.open == 0 && reading->matching != NULL && strcmp(item.kind, "invoice") != 0) {
        reading->settled++;
        return true;
    }
    if (row_again(reading, &item))
        return csv_list_problem(reading, _("the very same row stands further up"));
    return reading->sink->item(&item, reading->sink->data, error);
}
