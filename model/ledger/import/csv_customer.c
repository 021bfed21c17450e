/* The customer's side of a row, and the reading of cells. */
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/csv_record.h"
#include "ledger/import/csv_values.h"

#include <string.h>

enum { WORDS_CACHED_MOST = 5000, REMARKS_MOST = 20, RAW_MOST = 500 };

/* ---- cells ---- */

const char *csv_cell(const CsvReading *reading, CsvField field)
{
    return csv_row_cell(reading->row, reading->plan->map.column[field]);
}

static const char *keep(CsvReading *reading, char *text)
{
    g_ptr_array_add(reading->strings, text);
    return text;
}

const char *csv_cell_text(CsvReading *reading, CsvField field)
{
    const char *cell = csv_cell(reading, field);
    return cell[0] == '\0' ? "" : keep(reading, csv_text(cell));
}

const char *csv_cell_word(CsvReading *reading, const char *section, CsvField field)
{
    const char *cell = csv_cell(reading, field);
    if (cell[0] == '\0')
        return "";
    g_autofree char *key = g_strconcat(section, ":", cell, NULL);
    gpointer known = NULL;
    if (!g_hash_table_lookup_extended(reading->words, key, NULL, &known)) {
        if (g_hash_table_size(reading->words) > WORDS_CACHED_MOST)
            g_hash_table_remove_all(reading->words);
        known = (gpointer)csv_word(reading->options->profiles, section, cell);
        g_hash_table_insert(reading->words, g_steal_pointer(&key), known);
    }
    return known == NULL ? "" : known;
}

const char *csv_cell_code(CsvReading *reading, const char *section, CsvField field, size_t letters, bool capitals)
{
    const char *word = csv_cell_word(reading, section, field);
    if (word[0] != '\0')
        return keep(reading, capitals ? g_ascii_strup(word, -1) : g_strdup(word));
    const char *cell = csv_cell(reading, field);
    if (strlen(cell) != letters)
        return "";
    for (size_t i = 0; i < letters; i++)
        if (!g_ascii_isalpha(cell[i]))
            return "";
    return keep(reading, capitals ? g_ascii_strup(cell, -1) : g_ascii_strdown(cell, -1));
}

const char *csv_cell_currency(CsvReading *reading, CsvField field)
{
    static const struct {
        const char *sign, *code;
    } signs[] = {{"€", "EUR"}, {"$", "USD"}, {"£", "GBP"}};
    const char *cell = csv_cell(reading, field);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strcmp(cell, signs[i].sign) == 0)
            return signs[i].code;
    return csv_cell_code(reading, "words.currency", field, 3, true);
}

const char *csv_cell_identity(CsvReading *reading, CsvField field)
{
    const char *cell = csv_cell(reading, field);
    bool rounded = false;
    if (cell[0] == '\0')
        return "";
    const char *identity = keep(reading, csv_identity(cell, &rounded));
    if (rounded && !reading->first_pass) {
        g_autofree char *sentence = g_strdup_printf(
            _("Excel has rounded %s and its last digits are lost: export again with that column as text."), identity);
        csv_remark(reading, sentence);
    }
    return identity;
}

bool csv_cell_amount(CsvReading *reading, CsvField field, const char *currency, Cents *amount, bool *known)
{
    const char *cell = csv_cell(reading, field);
    int decimals = currency_decimals(currency);
    *amount = 0;
    *known = cell[0] != '\0' && strcmp(cell, "-") != 0;
    if (!*known)
        return true;
    if (money_parse_file(cell, reading->plan->decimal, decimals, amount, NULL))
        return true;
    /* 1210.50 in a list with commas leaves no doubt either. */
    return reading->plan->decimal != 0 && money_parse_file(cell, 0, decimals, amount, NULL);
}

const char *csv_house_currency(const CsvReading *reading)
{
    return reading->options->default_currency != NULL ? reading->options->default_currency : "EUR";
}

/* ---- remarks ---- */

bool csv_list_problem(CsvReading *reading, const char *reason)
{
    if (reading->first_pass)
        return true;
    g_autofree char *start = g_strndup(reading->row->raw->str, RAW_MOST);
    g_autofree char *raw = text_clean(start);
    reading->sink->problem(reading->row->line, reason, raw, reading->sink->data);
    return true;
}

void csv_remark(CsvReading *reading, const char *sentence)
{
    if (!reading->first_pass && reading->remarks++ < REMARKS_MOST)
        reading->sink->warning(reading->row->line, sentence, reading->sink->data);
    else if (!reading->first_pass && reading->remarks == REMARKS_MOST + 1)
        reading->sink->warning(reading->row->line, _("There are more remarks of this kind further down."),
                               reading->sink->data);
}

/* ---- the customer ---- */

static int flag_of(CsvReading *reading, CsvField field)
{
    const char *word = csv_cell_word(reading, "words.flag", field);
    return word[0] == '\0' ? -1 : strcmp(word, "yes") == 0;
}

/* "30", "30 dagen". */
static int days_of(const CsvReading *reading, CsvField field)
{
    const char *cell = csv_cell(reading, field);
    size_t digits = strspn(cell, "0123456789");
    return digits > 0 && digits <= 3 && strchr(" djt", g_ascii_tolower(cell[digits])) != NULL
               ? (int)g_ascii_strtoll(cell, NULL, 10)
               : -1;
}

static Cents limit_of(CsvReading *reading, const char *currency)
{
    Cents limit = 0;
    bool known = false;
    if (!csv_cell_amount(reading, CSV_CREDIT_LIMIT, currency, &limit, &known)) {
        csv_remark(reading, _("The credit limit cannot be read; the customer was taken without one."));
        return -1;
    }
    return known && limit >= 0 ? limit : -1;
}

static const char *class_of(CsvReading *reading)
{
    const char *class = csv_cell_code(reading, "words.class", CSV_PAYMENT_CLASS, 1, true);
    return class[0] >= 'A' && class[0] <= 'C' ? class : "";
}

static const char *iban_of(CsvReading *reading)
{
    char *iban = iban_normal(csv_cell(reading, CSV_IBAN));
    return iban != NULL ? keep(reading, iban) : csv_cell_text(reading, CSV_IBAN);
}

bool csv_customer_fill(CsvReading *reading, CustomerRecord *customer)
{
    const char *number = csv_cell_identity(reading, CSV_CUSTOMER_NUMBER);
    const char *name = csv_cell_text(reading, CSV_CUSTOMER_NAME);
    if (number[0] == '\0' && name[0] == '\0')
        return false;
    const char *currency = reading->plan->profile->customers ? csv_cell_currency(reading, CSV_CURRENCY)
                                                             : ""; /* that of an item is not the customer's */
    *customer = (CustomerRecord){
        .number = number[0] != '\0' ? number : name,
        .name = name[0] != '\0' ? name : number,
        .kind = csv_cell_word(reading, "words.kind", CSV_KIND),
        .language = csv_cell_code(reading, "words.language", CSV_LANGUAGE, 2, false),
        .country = csv_cell_code(reading, "words.country", CSV_COUNTRY, 2, true),
        .currency = currency,
        .vat = csv_cell_text(reading, CSV_VAT),
        .street = csv_cell_text(reading, CSV_STREET),
        .postcode = csv_cell_text(reading, CSV_POSTCODE),
        .city = csv_cell_text(reading, CSV_CITY),
        .credit_limit = limit_of(reading, currency[0] != '\0' ? currency : csv_house_currency(reading)),
        .terms_days = days_of(reading, CSV_TERMS_DAYS),
        .payment_class = class_of(reading),
        .stop_supply = flag_of(reading, CSV_STOP_SUPPLY),
        .prepay = flag_of(reading, CSV_PREPAY),
        .restricted = flag_of(reading, CSV_RESTRICTED),
        .agent = csv_cell_text(reading, CSV_AGENT),
        .contact = csv_cell_text(reading, CSV_CONTACT),
        .role = csv_cell_word(reading, "words.role", CSV_ROLE),
        .phone = csv_cell_text(reading, CSV_PHONE),
        .phone2 = csv_cell_text(reading, CSV_PHONE2),
        .email = csv_cell_text(reading, CSV_EMAIL),
        .reach = csv_cell_text(reading, CSV_REACH),
        .iban = iban_of(reading),
    };
    return true;
}

bool csv_record_customer(CsvReading *reading, GError **error)
{
    CustomerRecord customer;
    if (!csv_customer_fill(reading, &customer))
        return csv_list_problem(reading, _("the row names no customer"));
    return reading->sink->customer(&customer, reading->sink->data, error);
}
