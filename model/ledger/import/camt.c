/* Statements: begin, balances, totals.  What a bank says about its own file is compared with what was read;
 * a difference is a warning, never a refusal, because a line must not be lost for it. */
#include "ledger/import/camt.h"

#include "base/i18n.h"
#include "ledger/import/formats.h"
#include "ledger/import/xml_reader.h"

#include <inttypes.h>
#include <string.h>

static char *keep(CamtReading *reading, char *text)
{
    g_ptr_array_add(reading->strings, text);
    return text;
}

/* ---- balances ---- */

/* In the order of preference; without an opening balance the closing one of the day before says the same. */
static const char *const opening_codes[] = {"OPBD", "PRCD", "OPAV", NULL};
static const char *const closing_codes[] = {"CLBD", "CLAV", NULL};

static bool balance_amount(const CamtBalance *balance, Scaled *amount)
{
    const char *sign = balance->values[BALANCE_SIGN];
    if (!camt_amount(balance->values[BALANCE_AMOUNT], amount))
        return false;
    if (sign != NULL && strcmp(sign, "DBIT") == 0) /* missing in Lithuanian files: credit */
        *amount = -*amount;
    return true;
}

/* The first balance of the first code there is; of several in one code the one in the wanted currency. */
static const CamtBalance *balance_find(const CamtStatement *statement, const char *const *codes, const char *currency)
{
    for (; *codes != NULL; codes++) {
        const CamtBalance *found = NULL;
        for (guint i = 0; i < statement->balances->len; i++) {
            const CamtBalance *balance = g_ptr_array_index(statement->balances, i);
            char code[4];
            Scaled amount;
            if (g_strcmp0(balance->values[BALANCE_CODE], *codes) != 0 || !balance_amount(balance, &amount))
                continue;
            camt_currency(balance->values[BALANCE_CURRENCY], code);
            if (found == NULL || strcmp(code, currency) == 0)
                found = balance;
            if (strcmp(code, currency) == 0)
                break;
        }
        if (found != NULL)
            return found;
    }
    return NULL;
}

static bool balance_take(CamtReading *reading, const CamtBalance *balance, Scaled *scaled, Cents *minor,
                         const char **currency, Day *day)
{
    if (balance == NULL)
        return false;
    char code[4];
    bool exact = true;
    camt_currency(balance->values[BALANCE_CURRENCY], code);
    balance_amount(balance, scaled);
    *minor = camt_minor(*scaled, code, &exact);
    *currency = keep(reading, g_strdup(code));
    if (!camt_day(balance->values[BALANCE_DAY], day))
        *day = DAY_NONE;
    return true;
}

static void balances_take(CamtReading *reading)
{
    StatementRecord *record = &reading->record;
    record->opening_currency = record->closing_currency = "";
    record->opening_day = record->closing_day = DAY_NONE;
    record->has_opening =
        balance_take(reading, balance_find(reading->statement, opening_codes, record->currency), &reading->opening,
                     &record->opening, &record->opening_currency, &record->opening_day);
    const char *wanted = record->currency[0] != '\0' ? record->currency : record->opening_currency;
    record->has_closing =
        balance_take(reading, balance_find(reading->statement, closing_codes, wanted), &reading->closing,
                     &record->closing, &record->closing_currency, &record->closing_day);
}

/* ---- begin and end ---- */

static Cents sum_stated(const CamtStatement *statement, CamtStatementSlot slot, const char *currency)
{
    Scaled sum = 0;
    bool exact = true;
    return camt_amount(statement->values[slot], &sum) ? camt_minor(sum < 0 ? -sum : sum, currency, &exact) : -1;
}

/* The number of the electronic statement; where the bank has none, the legal one.  Beyond an int: none. */
static int sequence_of(const CamtStatement *statement)
{
    static const CamtStatementSlot slots[] = {STATEMENT_SEQUENCE, STATEMENT_LEGAL_SEQUENCE};
    for (size_t i = 0; i < G_N_ELEMENTS(slots); i++) {
        const char *text = statement->values[slots[i]];
        guint64 number = 0;
        if (text != NULL && g_ascii_string_to_unsigned(text, 10, 1, G_MAXINT32, &number, NULL))
            return (int)number;
    }
    return 0;
}

/* COPY is not among them: that goes to somebody else, and may be the first we see. */
static bool is_sent_again(const CamtStatement *statement)
{
    const char *mark = statement->values[STATEMENT_COPY];
    return g_strcmp0(mark, "DUPL") == 0 || g_strcmp0(mark, "CODU") == 0;
}

static void record_fill(CamtReading *reading)
{
    const CamtStatement *statement = reading->statement;
    StatementRecord *record = &reading->record;
    const char *iban = statement->values[STATEMENT_IBAN];
    char code[4];
    camt_currency(statement->values[STATEMENT_CURRENCY], code);
    record->id = keep(reading, camt_text(statement->values[STATEMENT_ID]));
    record->account = keep(reading, camt_account(iban != NULL ? iban : statement->values[STATEMENT_OTHER_ACCOUNT]));
    record->currency = keep(reading, g_strdup(code));
    record->sequence = sequence_of(statement);
    record->interim = statement->message == CAMT_REPORT;
    record->duplicate = is_sent_again(statement);
    record->kind = statement->message == CAMT_NOTIFICATION ? "camt.054" : record->interim ? "camt.052" : "camt.053";
    record->line = statement->line;
    balances_take(reading);
    if (record->currency[0] == '\0')
        record->currency = record->has_opening ? record->opening_currency : record->closing_currency;
    if (record->currency[0] == '\0')
        record->currency = reading->first_currency;
    record->stated_credits = sum_stated(statement, STATEMENT_CREDIT_SUM, record->currency);
    record->stated_debits = sum_stated(statement, STATEMENT_DEBIT_SUM, record->currency);
}

static bool statement_begin(CamtReading *reading, GError **error)
{
    reading->begun = true;
    reading->countable = true;
    record_fill(reading);
    return reading->sink->statement_begin(&reading->record, reading->sink->data, error);
}

static void reading_reset(CamtReading *reading)
{
    g_ptr_array_set_size(reading->strings, 0);
    *reading = (CamtReading){.sink = reading->sink, .options = reading->options, .strings = reading->strings};
}

/* ---- checks ---- */

static void warn(const CamtReading *reading, const char *sentence)
{
    reading->sink->warning(reading->record.line, sentence, reading->sink->data);
}

static char *amount_words(Scaled amount, const char *currency)
{
    bool exact = true;
    return money_text_currency(camt_minor(amount, currency, &exact), currency);
}

static void balance_check(const CamtReading *reading)
{
    const StatementRecord *record = &reading->record;
    if (!record->has_opening || !record->has_closing || record->interim)
        return;
    const char *currency = record->opening_currency;
    if (strcmp(currency, record->closing_currency) != 0 || reading->mixed ||
        (reading->booked_currency[0] != '\0' && strcmp(currency, reading->booked_currency) != 0)) {
        warn(reading, _("Its balances and lines are in different currencies: they cannot be checked."));
        return;
    }
    Scaled reached = reading->opening;
    if (!camt_add(&reached, reading->booked) || reached == reading->closing)
        return;
    g_autofree char *expected = amount_words(reached, currency), *stated = amount_words(reading->closing, currency);
    g_autofree char *sentence = g_strdup_printf(
        _("Opening balance and lines lead to %s, the bank says %s: a line may be missing."), expected, stated);
    warn(reading, sentence);
}

static gint64 count_stated(const CamtStatement *statement, CamtStatementSlot slot)
{
    guint64 count = 0;
    const char *text = statement->values[slot];
    return text != NULL && g_ascii_string_to_unsigned(text, 10, 0, G_MAXINT32, &count, NULL) ? (gint64)count : -1;
}

static void count_check(const CamtReading *reading, CamtStatementSlot slot, gint64 counted)
{
    gint64 stated = count_stated(reading->statement, slot);
    if (stated < 0 || stated == counted)
        return;
    g_autofree char *sentence =
        g_strdup_printf(_("The bank says %" PRId64 " lines, the file holds %" PRId64 "."), stated, counted);
    warn(reading, sentence);
}

static void sum_check(const CamtReading *reading, CamtStatementSlot slot, Scaled counted)
{
    Scaled stated = 0;
    if (!camt_amount(reading->statement->values[slot], &stated) || stated == counted)
        return;
    const char *currency = reading->record.currency;
    g_autofree char *theirs = amount_words(stated, currency), *ours = amount_words(counted, currency);
    g_autofree char *sentence = g_strdup_printf(_("The bank adds its lines up to %s, the file to %s."), theirs, ours);
    warn(reading, sentence);
}

static void totals_check(const CamtReading *reading)
{
    count_check(reading, STATEMENT_COUNT, reading->entries);
    count_check(reading, STATEMENT_CREDIT_COUNT, reading->credits);
    count_check(reading, STATEMENT_DEBIT_COUNT, reading->debits);
    if (reading->mixed || !reading->countable)
        return;
    sum_check(reading, STATEMENT_CREDIT_SUM, reading->credit_sum);
    sum_check(reading, STATEMENT_DEBIT_SUM, reading->debit_sum);
}

static gint64 stated_lines(const CamtStatement *statement)
{
    gint64 all = count_stated(statement, STATEMENT_COUNT);
    gint64 credits = count_stated(statement, STATEMENT_CREDIT_COUNT);
    gint64 debits = count_stated(statement, STATEMENT_DEBIT_COUNT);
    return all >= 0 || credits < 0 || debits < 0 ? all : credits + debits;
}

/* ---- the walker's listener ---- */

static bool on_entry(const CamtStatement *statement, const CamtEntry *entry, void *data, GError **error)
{
    CamtReading *reading = data;
    reading->statement = statement;
    if (!reading->begun)
        camt_currency(entry->values[ENTRY_CURRENCY], reading->first_currency);
    return (reading->begun || statement_begin(reading, error)) && camt_entry_lines(reading, entry, error);
}

static bool on_end(const CamtStatement *statement, void *data, GError **error)
{
    CamtReading *reading = data;
    reading->statement = statement;
    if (!reading->begun && !statement_begin(reading, error))
        return false;
    record_fill(reading); /* balances and totals may stand behind the lines */
    balance_check(reading);
    totals_check(reading);
    bool going = reading->sink->statement_end(&reading->record, stated_lines(statement), reading->sink->data, error);
    reading_reset(reading);
    return going;
}

static void on_warning(int line, const char *sentence, void *data)
{
    const CamtReading *reading = data;
    reading->sink->warning(line, sentence, reading->sink->data);
}

static void on_progress(gint64 bytes, gint64 total, void *data)
{
    const CamtReading *reading = data;
    if (reading->sink->progress != NULL)
        reading->sink->progress(bytes, total, reading->sink->data);
}

static bool camt_read(const char *path, const ImportOptions *options, const ImportSink *sink, GError **error)
{
    CamtReading reading = {.sink = sink, .options = options, .strings = g_ptr_array_new_with_free_func(g_free)};
    const CamtListener listener = {
        .data = &reading, .entry = on_entry, .end = on_end, .warning = on_warning, .progress = on_progress};
    bool done = camt_walk(path, &listener, error);
    g_ptr_array_unref(reading.strings);
    return done;
}

/* ---- recognition ---- */

/* The message's element decides; the namespace alone serves where the head ends before it. */
static int points(const guint8 *head, size_t length, const char *element, const char *schema)
{
    if (!xml_head_is_xml(head, length))
        return 0;
    g_autofree char *text = xml_head_text(head, length);
    const char *at = strstr(text, element);
    for (; at != NULL; at = strstr(at + 1, element))
        if (at > text && (at[-1] == '<' || at[-1] == ':') && strchr(" \t\r\n>/", at[strlen(element)]) != NULL)
            return 95;
    return strstr(text, schema) != NULL ? 90 : 0;
}

static int recognise_statement(const guint8 *head, size_t length, const ImportOptions *options)
{
    (void)options;
    return points(head, length, "BkToCstmrStmt", "xsd:camt.053.001.");
}

static int recognise_report(const guint8 *head, size_t length, const ImportOptions *options)
{
    (void)options;
    return points(head, length, "BkToCstmrAcctRpt", "xsd:camt.052.001.");
}

static int recognise_notification(const guint8 *head, size_t length, const ImportOptions *options)
{
    (void)options;
    return points(head, length, "BkToCstmrDbtCdtNtfctn", "xsd:camt.054.001.");
}

const ImportFormat camt_053_format = {
    .slug = "camt.053", .label = N_("bank statement CAMT.053"), .recognise = recognise_statement, .read = camt_read};
const ImportFormat camt_052_format = {
    .slug = "camt.052", .label = N_("interim bank report CAMT.052"), .recognise = recognise_report, .read = camt_read};
const ImportFormat camt_054_format = {.slug = "camt.054",
                                      .label = N_("bank notification CAMT.054"),
                                      .recognise = recognise_notification,
                                      .read = camt_read};
