/* From one entry to its lines.  Booked is the entry; a batch is split only where its details sum exactly to
 * it, so that the lines of a statement always add up to the statement. */
#include "ledger/import/camt.h"

#include "base/i18n.h"

#include <string.h>

/* ---- what cannot be used ---- */

static bool list_problem(CamtReading *reading, const CamtEntry *entry, const char *reason)
{
    g_autofree char *raw =
        g_strdup_printf("%s %s %s %s %s %s", camt_entry_text(entry, ENTRY_REFERENCE), camt_entry_text(entry, ENTRY_DAY),
                        camt_entry_text(entry, ENTRY_AMOUNT), camt_entry_text(entry, ENTRY_CURRENCY),
                        camt_entry_text(entry, ENTRY_SIGN), camt_entry_text(entry, ENTRY_TEXT));
    g_autofree char *clean = camt_text(raw);
    reading->sink->problem(entry->line, reason, clean, reading->sink->data);
    reading->countable = false;
    return true;
}

static void warn(const CamtReading *reading, int line, const char *sentence)
{
    reading->sink->warning(line, sentence, reading->sink->data);
}

/* ---- days, signs, amounts ---- */

/* Some banks date only the statement: its last day is the best that is known. */
static bool day_of_statement(CamtReading *reading, int line, Day *day)
{
    const CamtStatement *statement = reading->statement;
    if (reading->record.has_closing && day_known(reading->record.closing_day))
        *day = reading->record.closing_day;
    else if (!camt_day(statement->values[STATEMENT_UNTIL], day) && !camt_day(statement->values[STATEMENT_CREATED], day))
        return false;
    if (!reading->day_warned)
        warn(reading, line, _("The lines of this statement carry no date: the day of the statement is taken."));
    reading->day_warned = true;
    return true;
}

static bool days_read(CamtReading *reading, CamtBooking *booking)
{
    const CamtEntry *entry = booking->entry;
    bool has_day = camt_day(entry->values[ENTRY_DAY], &booking->day);
    bool has_value = camt_day(entry->values[ENTRY_VALUE_DAY], &booking->value_day);
    if (!has_day && has_value)
        booking->day = booking->value_day;
    if (!has_day && !has_value && !day_of_statement(reading, entry->line, &booking->day))
        return false;
    if (!has_value)
        booking->value_day = booking->day;
    return true;
}

static bool word_is_true(const char *word)
{
    return g_ascii_strcasecmp(word, "true") == 0 || strcmp(word, "1") == 0;
}

/* Missing means booked; PDNG, INFO, FUTR and whatever a bank invents mean: not yet. */
static bool status_is_booked(const CamtEntry *entry)
{
    const char *status = camt_entry_text(entry, ENTRY_STATUS);
    return entry->values[ENTRY_STATUS_OWN] == NULL && (status[0] == '\0' || strcmp(status, "BOOK") == 0);
}

static void currency_read(const CamtReading *reading, CamtBooking *booking)
{
    camt_currency(booking->entry->values[ENTRY_CURRENCY], booking->currency);
    if (booking->currency[0] == '\0')
        camt_currency(reading->record.currency, booking->currency);
    if (booking->currency[0] == '\0')
        camt_currency(reading->options->default_currency, booking->currency);
    if (booking->currency[0] == '\0')
        g_strlcpy(booking->currency, "EUR", sizeof booking->currency);
}

static const char *booking_read(CamtReading *reading, CamtBooking *booking)
{
    const CamtEntry *entry = booking->entry;
    const char *sign = camt_entry_text(entry, ENTRY_SIGN);
    booking->credit = strcmp(sign, "CRDT") == 0;
    if (!booking->credit && strcmp(sign, "DBIT") != 0)
        return _("it does not say whether the money came in or went out");
    if (!camt_amount(entry->values[ENTRY_AMOUNT], &booking->amount))
        return _("its amount cannot be read");
    currency_read(reading, booking);
    booking->booked = status_is_booked(entry) && !reading->record.interim;
    booking->reversal = word_is_true(camt_entry_text(entry, ENTRY_REVERSAL));
    return days_read(reading, booking) ? NULL : _("it has no date, and neither has the statement");
}

/* ---- counting ---- */

static void booking_count(CamtReading *reading, const CamtBooking *booking)
{
    Scaled signed_amount = booking->credit ? booking->amount : -booking->amount;
    reading->entries++;
    *(booking->credit ? &reading->credits : &reading->debits) += 1;
    bool fits = camt_add(booking->credit ? &reading->credit_sum : &reading->debit_sum, booking->amount);
    if (booking->booked) {
        if (reading->booked_currency[0] == '\0')
            g_strlcpy(reading->booked_currency, booking->currency, sizeof reading->booked_currency);
        if (strcmp(reading->booked_currency, booking->currency) != 0)
            reading->mixed = true;
        fits = camt_add(&reading->booked, signed_amount) && fits;
    }
    reading->countable = reading->countable && fits;
}

/* ---- handing over ---- */

/* The strings of a line, owned while it is told. */
typedef struct {
    char *name, *account, *reference, *text, *bank, *end_to_end, *cheque, *mandate, *code, *reason;
    char original_currency[4];
} LineWords;

static char *detail_clean(const CamtDetail *detail, CamtDetailSlot slot)
{
    const char *text = camt_detail_text(detail, slot);
    return camt_text(strcmp(text, "NOTPROVIDED") == 0 ? "" : text);
}

static void words_fill(const CamtReading *reading, const CamtBooking *booking, const CamtDetail *detail, bool whole,
                       LineWords *words)
{
    CamtParty party = camt_counterparty(reading, booking, detail);
    *words = (LineWords){.name = camt_text(party.name),
                         .account = camt_account(party.account),
                         .reference = camt_line_reference(detail),
                         .text = camt_line_text(booking->entry, detail, whole),
                         .bank = camt_line_bank_reference(booking->entry, detail, whole),
                         .end_to_end = detail_clean(detail, DETAIL_END_TO_END),
                         .cheque = detail_clean(detail, DETAIL_CHEQUE),
                         .mandate = detail_clean(detail, DETAIL_MANDATE),
                         .code = camt_line_code(booking->entry, detail),
                         .reason = camt_line_return(detail)};
}

static void words_clear(LineWords *words)
{
    g_free(words->name);
    g_free(words->account);
    g_free(words->reference);
    g_free(words->text);
    g_free(words->bank);
    g_free(words->end_to_end);
    g_free(words->cheque);
    g_free(words->mandate);
    g_free(words->code);
    g_free(words->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LineWords, words_clear)

static bool line_tell(CamtReading *reading, const CamtBooking *booking, const CamtDetail *detail, Scaled amount,
                      bool whole, GError **error)
{
    bool exact = true;
    g_auto(LineWords) words = {0};
    words_fill(reading, booking, detail, whole, &words);
    LineRecord line = {
        .day = booking->day,
        .value_day = booking->value_day,
        .amount = camt_minor(booking->credit ? amount : -amount, booking->currency, &exact),
        .currency = booking->currency,
        .name = words.name,
        .account = words.account,
        .reference = words.reference,
        .text = words.text,
        .bank_reference = words.bank,
        .end_to_end = words.end_to_end,
        .cheque_number = words.cheque,
        .mandate = words.mandate,
        .cheque = camt_line_cheque(booking, detail),
        .charges = camt_charges(booking, detail, whole),
        .code = words.code,
        .booked = booking->booked,
        .reversal = booking->reversal,
        .return_reason = words.reason,
        .original_currency = "",
        .sequence = ++reading->sequence,
        .line = booking->entry->line,
    };
    if (!whole)
        line.batch_amount = camt_minor(booking->credit ? booking->amount : -booking->amount, booking->currency, &exact);
    camt_original(booking->entry, detail, whole, &line, words.original_currency);
    if (!exact)
        warn(reading, line.line, _("The bank's amount has more decimals than its currency; it was rounded."));
    return reading->sink->line(&line, reading->sink->data, error);
}

static bool parts_tell(CamtReading *reading, const CamtBooking *booking, const GArray *parts, GError **error)
{
    for (guint i = 0; i < parts->len; i++)
        if (!line_tell(reading, booking, g_ptr_array_index(booking->entry->details, i), g_array_index(parts, Scaled, i),
                       false, error))
            return false;
    return true;
}

/* Money that came in as one sum for several payments has to be divided by a person. */
static void unsplit_warn(const CamtReading *reading, const CamtBooking *booking)
{
    guint details = booking->entry->details->len;
    gint64 stated = g_ascii_strtoll(camt_entry_text(booking->entry, ENTRY_BATCH_COUNT), NULL, 10);
    bool exact = true;
    if (details <= 1 && (stated <= 1 || !booking->credit))
        return;
    g_autofree char *amount =
        money_text_currency(camt_minor(booking->amount, booking->currency, &exact), booking->currency);
    g_autofree char *sentence = g_strdup_printf(
        details > 1 ? _("%s needs splitting: its details do not add up to it, so it was kept as one line.")
                    : _("%s needs splitting: the bank gives one amount for several payments."),
        amount);
    warn(reading, booking->entry->line, sentence);
}

bool camt_entry_lines(CamtReading *reading, const CamtEntry *entry, GError **error)
{
    CamtBooking booking = {.entry = entry};
    const char *reason = booking_read(reading, &booking);
    if (reason != NULL)
        return list_problem(reading, entry, reason);
    booking_count(reading, &booking);
    if (booking.amount < 0)
        warn(reading, entry->line, _("The bank wrote a minus before this amount, which the format does not know."));
    g_autoptr(GArray) parts = entry->details->len > 1 ? camt_parts(&booking, true) : NULL;
    if (parts == NULL && entry->details->len > 1)
        parts = camt_parts(&booking, false);
    if (parts != NULL)
        return parts_tell(reading, &booking, parts, error);
    unsplit_warn(reading, &booking);
    const CamtDetail *only = entry->details->len == 1 ? g_ptr_array_index(entry->details, 0) : NULL;
    return line_tell(reading, &booking, only, booking.amount, true, error);
}
