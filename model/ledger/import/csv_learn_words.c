/* What a person reads and may choose while a list is learned. */
#include "base/i18n.h"
#include "ledger/import/csv_learn.h"
#include "ledger/import/csv_learn_parts.h"

#include <string.h>

static const char *const field_labels[CSV_FIELDS + 1] = {
    [CSV_CUSTOMER_NUMBER] = N_("customer number"),
    [CSV_CUSTOMER_NAME] = N_("customer name"),
    [CSV_KIND] = N_("kind of customer"),
    [CSV_LANGUAGE] = N_("language"),
    [CSV_COUNTRY] = N_("country"),
    [CSV_VAT] = N_("VAT number"),
    [CSV_STREET] = N_("street"),
    [CSV_POSTCODE] = N_("postcode"),
    [CSV_CITY] = N_("town"),
    [CSV_CREDIT_LIMIT] = N_("credit limit"),
    [CSV_TERMS_DAYS] = N_("payment term in days"),
    [CSV_PAYMENT_CLASS] = N_("payment class"),
    [CSV_AGENT] = N_("controller"),
    [CSV_STOP_SUPPLY] = N_("deliveries stopped"),
    [CSV_PREPAY] = N_("prepayment only"),
    [CSV_RESTRICTED] = N_("restricted"),
    [CSV_CONTACT] = N_("contact person"),
    [CSV_ROLE] = N_("role of the contact"),
    [CSV_PHONE] = N_("telephone"),
    [CSV_PHONE2] = N_("second telephone"),
    [CSV_EMAIL] = N_("e-mail"),
    [CSV_REACH] = N_("when to reach"),
    [CSV_IBAN] = N_("IBAN of the customer"),
    [CSV_CURRENCY] = N_("currency"),
    [CSV_INVOICE_NUMBER] = N_("invoice number"),
    [CSV_ITEM_KIND] = N_("invoice, credit note or payment"),
    [CSV_INVOICE_DATE] = N_("invoice date"),
    [CSV_DUE_DATE] = N_("due date"),
    [CSV_AMOUNT] = N_("amount of the invoice"),
    [CSV_OPEN_AMOUNT] = N_("open amount"),
    [CSV_REFERENCE] = N_("payment reference"),
    [CSV_OWN_REFERENCE] = N_("the customer's reference"),
    [CSV_DESCRIPTION] = N_("description"),
    [CSV_PAID_DATE] = N_("day of payment"),
    [CSV_DEBIT] = N_("debit side"),
    [CSV_CREDIT] = N_("credit side"),
    [CSV_FOREIGN_AMOUNT] = N_("amount in foreign currency"),
    [CSV_FOREIGN_OPEN] = N_("open in foreign currency"),
    [CSV_COMPANY_CURRENCY] = N_("currency of the books"),
    [CSV_MATCHING] = N_("matching number"),
    [CSV_ENTRY_NUMBER] = N_("entry number"),
    [CSV_ACCOUNT] = N_("ledger account"),
    [CSV_STATUS] = N_("status"),
    [CSV_FIELDS] = N_("not read"),
};

const char *csv_field_label(CsvField field)
{
    return _(field_labels[field]);
}

const char *learn_setting_label(LearnSetting setting)
{
    static const char *const labels[LEARN_SETTINGS] = {
        [LEARN_LIST] = N_("Kind of list"),         [LEARN_DELIMITER] = N_("Cells are parted by"),
        [LEARN_CHARSET] = N_("Charset"),           [LEARN_HEADER] = N_("Row of headers"),
        [LEARN_DECIMAL] = N_("Decimal mark"),      [LEARN_DAYS] = N_("Dates"),
        [LEARN_OWED] = N_("What a customer owes"),
    };
    return _(labels[setting]);
}

/* --- What the values are ----------------------------------------------------------------------------------- */

const LearnSign learn_signs[] = {
    {';', "semicolon", N_("semicolon ;")},
    {',', "comma", N_("comma ,")},
    {'\t', "tab", N_("tab")},
    {'|', "bar", N_("bar |")},
    {':', ":", N_("colon :")},
    {'^', "^", N_("caret ^")},
    {'~', "~", N_("tilde ~")},
};
const size_t learn_sign_count = G_N_ELEMENTS(learn_signs);

const char *const learn_charsets[] = {"UTF-8",     "WINDOWS-1252", "CP850",   "ISO-8859-15",
                                      "MACINTOSH", "UTF-16LE",     "UTF-16BE"};
const size_t learn_charset_count = G_N_ELEMENTS(learn_charsets);

static const struct {
    char sign;
    const char *word, *label;
} decimals[] = {{0, "auto", N_("as each amount shows")},
                {',', "comma", N_("comma: 1.234,56")},
                {'.', "point", N_("point: 1,234.56")}};

static const struct {
    CsvDayOrder order;
    const char *word, *label;
} orders[] = {{CSV_DAYS_AUTO, "auto", N_("day first, or year first where it is")},
              {CSV_DAYS_DMY, "dmy", N_("day first: 31-12-2026")},
              {CSV_DAYS_YMD, "ymd", N_("year first: 2026-12-31")},
              {CSV_DAYS_MDY, "mdy", N_("month first: 12-31-2026")}};

const char *learn_decimal_word(char decimal)
{
    for (size_t i = 0; i < G_N_ELEMENTS(decimals); i++)
        if (decimals[i].sign == decimal)
            return decimals[i].word;
    return decimals[0].word;
}

const char *learn_days_word(CsvDayOrder days)
{
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++)
        if (orders[i].order == days)
            return orders[i].word;
    return orders[0].word;
}

static void value_add(GPtrArray *values, char *value, bool is_it, guint *chosen)
{
    if (is_it)
        *chosen = values->len;
    g_ptr_array_add(values, value);
}

static void header_values(const CsvLearn *learn, GPtrArray *values, guint *chosen)
{
    value_add(values, g_strdup(_("none")), learn->header == 0, chosen);
    for (guint row = 1; row <= learn->rows->len; row++) {
        const CsvRow *cells = g_ptr_array_index(learn->rows, row - 1);
        value_add(values, g_strdup_printf(_("row %d, line %d"), (int)row, cells->line), learn->header == row, chosen);
    }
}

static void two_values(GPtrArray *values, const char *first, const char *second, bool is_second, guint *chosen)
{
    value_add(values, g_strdup(first), !is_second, chosen);
    value_add(values, g_strdup(second), is_second, chosen);
}

char **learn_values(const CsvLearn *learn, LearnSetting setting, guint *chosen)
{
    GPtrArray *values = g_ptr_array_new();
    *chosen = 0;
    switch (setting) {
    case LEARN_LIST: two_values(values, _("open items"), _("customers"), learn->customers, chosen); break;
    case LEARN_DELIMITER:
        for (size_t i = 0; i < learn_sign_count; i++)
            value_add(values, g_strdup(_(learn_signs[i].label)), learn->delimiter == learn_signs[i].sign, chosen);
        break;
    case LEARN_CHARSET:
        for (size_t i = 0; i < learn_charset_count; i++)
            value_add(values, g_strdup(learn_charsets[i]), strcmp(learn->charset, learn_charsets[i]) == 0, chosen);
        break;
    case LEARN_HEADER: header_values(learn, values, chosen); break;
    case LEARN_DECIMAL:
        for (size_t i = 0; i < G_N_ELEMENTS(decimals); i++)
            value_add(values, g_strdup(_(decimals[i].label)), learn->decimal == decimals[i].sign, chosen);
        break;
    case LEARN_DAYS:
        for (size_t i = 0; i < G_N_ELEMENTS(orders); i++)
            value_add(values, g_strdup(_(orders[i].label)), learn->days == orders[i].order, chosen);
        break;
    case LEARN_OWED: two_values(values, _("is positive"), _("is negative"), learn->inverted, chosen); break;
    case LEARN_SETTINGS: break;
    }
    g_ptr_array_add(values, NULL);
    return (char **)g_ptr_array_free(values, FALSE);
}

void learn_take(CsvLearn *learn, LearnSetting setting, guint value)
{
    switch (setting) {
    case LEARN_LIST: learn->customers = value == 1; break;
    case LEARN_DELIMITER: learn->delimiter = learn_signs[MIN(value, learn_sign_count - 1)].sign; break;
    case LEARN_CHARSET:
        g_free(learn->charset);
        learn->charset = g_strdup(learn_charsets[MIN(value, learn_charset_count - 1)]);
        break;
    case LEARN_HEADER: learn->header = MIN(value, learn->rows->len); break;
    case LEARN_DECIMAL: learn->decimal = decimals[MIN(value, G_N_ELEMENTS(decimals) - 1)].sign; break;
    case LEARN_DAYS: learn->days = orders[MIN(value, G_N_ELEMENTS(orders) - 1)].order; break;
    case LEARN_OWED: learn->inverted = value == 1; break;
    case LEARN_SETTINGS: break;
    }
}
