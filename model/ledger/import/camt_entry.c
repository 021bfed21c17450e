/* From one entry to its lines.  Booked is the entry; a batch is split only where its details sum exactly to
 * it, so that the lines of a statement always add up to the statement. */
#include "ledger/import/camt.h"

#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"

#include <string.h>

enum { TEXT_MOST = 16 * 1024 };

/* One entry, read. */
typedef struct {
    const CamtEntry *entry;
    Scaled amount; /* unsigned unless the bank wrote a minus */
    char currency[4];
    bool credit, booked, reversal;
    Day day, value_day;
} Booking;

typedef struct {
    const char *name, *account;
} Party;

static const char *entry_text(const CamtEntry *entry, CamtEntrySlot slot)
{
    return entry->values[slot] == NULL ? "" : entry->values[slot];
}

static const char *detail_text(const CamtDetail *detail, CamtDetailSlot slot)
{
    return detail == NULL || detail->values[slot] == NULL ? "" : detail->values[slot];
}

/* ---- what cannot be used ---- */

static bool list_problem(CamtReading *reading, const CamtEntry *entry, const char *reason)
{
    g_autofree char *raw =
        g_strdup_printf("%s %s %s %s %s %s", entry_text(entry, ENTRY_REFERENCE), entry_text(entry, ENTRY_DAY),
                        entry_text(entry, ENTRY_AMOUNT), entry_text(entry, ENTRY_CURRENCY),
                        entry_text(entry, ENTRY_SIGN), entry_text(entry, ENTRY_TEXT));
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

static bool days_read(CamtReading *reading, Booking *booking)
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
    const char *status = entry_text(entry, ENTRY_STATUS);
    return entry->values[ENTRY_STATUS_OWN] == NULL && (status[0] == '\0' || strcmp(status, "BOOK") == 0);
}

static void currency_read(const CamtReading *reading, Booking *booking)
{
    camt_currency(booking->entry->values[ENTRY_CURRENCY], booking->currency);
    if (booking->currency[0] == '\0')
        camt_currency(reading->record.currency, booking->currency);
    if (booking->currency[0] == '\0')
        camt_currency(reading->options->default_currency, booking->currency);
    if (booking->currency[0] == '\0')
        g_strlcpy(booking->currency, "EUR", sizeof booking->currency);
}

static const char *booking_read(CamtReading *reading, Booking *booking)
{
    const CamtEntry *entry = booking->entry;
    const char *sign = entry_text(entry, ENTRY_SIGN);
    booking->credit = strcmp(sign, "CRDT") == 0;
    if (!booking->credit && strcmp(sign, "DBIT") != 0)
        return _("it does not say whether the money came in or went out");
    if (!camt_amount(entry->values[ENTRY_AMOUNT], &booking->amount))
        return _("its amount cannot be read");
    currency_read(reading, booking);
    booking->booked = status_is_booked(entry) && !reading->record.interim;
    booking->reversal = word_is_true(entry_text(entry, ENTRY_REVERSAL));
    return days_read(reading, booking) ? NULL : _("it has no date, and neither has the statement");
}

/* ---- counting ---- */

static void booking_count(CamtReading *reading, const Booking *booking)
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

/* ---- the other side ---- */

static bool party_is_us(const CamtReading *reading, const Party *party)
{
    const char *owner = reading->statement->values[STATEMENT_OWNER];
    if (party->account[0] != '\0') {
        g_autofree char *account = camt_account(party->account);
        return strcmp(account, reading->record.account) == 0;
    }
    if (owner == NULL)
        return false;
    g_autofree char *ours = text_fold_name(owner), *theirs = text_fold_name(party->name);
    return strchr(ours, '?') == NULL && strcmp(ours, theirs) == 0; /* '?': letters that fold to nothing */
}

static bool party_usable(const CamtReading *reading, const Party *party)
{
    return (party->name[0] != '\0' || party->account[0] != '\0') && !party_is_us(reading, party);
}

/* Money in: the debtor.  On a reversal the standard keeps the roles of the first payment, some banks swap
 * them: whichever side is not us. */
static Party counterparty(const CamtReading *reading, const Booking *booking, const CamtDetail *detail)
{
    Party debtor = {detail_text(detail, DETAIL_DEBTOR), detail_text(detail, DETAIL_DEBTOR_ACCOUNT)};
    Party creditor = {detail_text(detail, DETAIL_CREDITOR), detail_text(detail, DETAIL_CREDITOR_ACCOUNT)};
    bool debtor_first = booking->credit != booking->reversal;
    const Party *first = debtor_first ? &debtor : &creditor, *other = debtor_first ? &creditor : &debtor;
    if (party_usable(reading, first))
        return *first;
    if (party_usable(reading, other))
        return *other;
    return (Party){"", ""};
}

/* ---- texts ---- */

/* Bare where it is a reference that passes its check, digits only where it is written as one, else as it stands. */
static char *reference_bare(const char *reference)
{
    char *normal = reference_normal(reference, NULL);
    if (normal != NULL)
        return normal;
    char *clean = camt_text(reference);
    if (strspn(clean, "0123456789+*/. -") == strlen(clean)) {
        char *to = clean;
        for (const char *from = clean; *from != '\0'; from++)
            if (g_ascii_isdigit(*from))
                *to++ = *from;
        *to = '\0';
    }
    return clean;
}

/* The first that passes its check, else the first. */
static const char *reference_best(const CamtDetail *detail)
{
    if (detail == NULL || detail->references->len == 0)
        return NULL;
    for (guint i = 0; i < detail->references->len; i++) {
        g_autofree char *normal = reference_normal(g_ptr_array_index(detail->references, i), NULL);
        if (normal != NULL)
            return g_ptr_array_index(detail->references, i);
    }
    return g_ptr_array_index(detail->references, 0);
}

static void text_add(GString *text, const char *more)
{
    if (more == NULL || more[0] == '\0' || text->len >= TEXT_MOST)
        return;
    if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, more);
}

/* Everything the payer said, `except` the reference that has its own place. */
static void remittance_add(GString *text, const CamtDetail *detail, const char *except)
{
    text_add(text, detail_text(detail, DETAIL_TEXT));
    text_add(text, detail->documents->str);
    for (guint i = 0; i < detail->references->len; i++)
        if (g_ptr_array_index(detail->references, i) != except)
            text_add(text, g_ptr_array_index(detail->references, i));
}

/* Banks put what has no place of its own into the remarks. */
static char *line_text(const CamtEntry *entry, const CamtDetail *detail, bool whole)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const char *reference = reference_best(detail);
    if (detail != NULL)
        remittance_add(text, detail, reference);
    for (guint i = 0; detail == NULL && i < entry->details->len; i++)
        remittance_add(text, g_ptr_array_index(entry->details, i), NULL);
    if (text->len == 0 && reference == NULL)
        text_add(text, detail_text(detail, DETAIL_EXTRA));
    if (text->len == 0 && reference == NULL && whole)
        text_add(text, entry_text(entry, ENTRY_TEXT));
    return camt_text(text->str);
}

static const char *first_of(const char *const *candidates)
{
    while (*candidates != NULL && **candidates == '\0')
        candidates++;
    return *candidates == NULL ? "" : *candidates;
}

static const char *bank_reference(const CamtEntry *entry, const CamtDetail *detail, bool whole)
{
    const char *own = detail_text(detail, DETAIL_BANK_REFERENCE), *id = detail_text(detail, DETAIL_TRANSACTION_ID);
    const char *booked = entry_text(entry, ENTRY_BANK_REFERENCE), *number = entry_text(entry, ENTRY_REFERENCE);
    const char *batch = entry_text(entry, ENTRY_BATCH_ID);
    const char *const of_whole[] = {booked, own, id, number, batch, NULL};
    const char *const of_part[] = {own, id, booked, number, batch, NULL};
    return first_of(whole ? of_whole : of_part);
}

/* ---- amounts of details ---- */

static const struct {
    CamtDetailSlot amount, currency;
} detail_amounts[] = {
    {DETAIL_AMOUNT, DETAIL_CURRENCY},
    {DETAIL_TRANSACTION_AMOUNT, DETAIL_TRANSACTION_CURRENCY},
    {DETAIL_COUNTER_AMOUNT, DETAIL_COUNTER_CURRENCY},
    {DETAIL_INSTRUCTED_AMOUNT, DETAIL_INSTRUCTED_CURRENCY},
};

/* The detail's amount in the currency of the entry. */
static bool detail_amount(const CamtDetail *detail, const char *currency, Scaled *amount)
{
    for (size_t i = 0; i < G_N_ELEMENTS(detail_amounts); i++)
        if (strcmp(detail_text(detail, detail_amounts[i].currency), currency) == 0 &&
            camt_amount(detail->values[detail_amounts[i].amount], amount))
            return true;
    return false;
}

/* What was instructed in another currency: the instruction tells best, so the table is read backwards. */
static void original_amount(const CamtDetail *detail, LineRecord *line, char currency[static 4])
{
    for (size_t left = G_N_ELEMENTS(detail_amounts); detail != NULL && left > 0; left--) {
        size_t i = left - 1;
        Scaled amount = 0;
        bool exact = true;
        camt_currency(detail->values[detail_amounts[i].currency], currency);
        if (currency[0] == '\0' || strcmp(currency, line->currency) == 0 ||
            !camt_amount(detail->values[detail_amounts[i].amount], &amount) || amount == 0)
            continue;
        line->original_amount = camt_minor(amount, currency, &exact);
        line->original_currency = currency;
        return;
    }
}

/* Parts of the details, as they count towards the entry; NULL when one is missing, rounded or too large.
 * `signs`: a detail that runs against the entry counts negative. */
static GArray *parts_read(const Booking *booking, bool signs)
{
    g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(Scaled));
    Scaled sum = 0;
    for (guint i = 0; i < booking->entry->details->len; i++) {
        const CamtDetail *detail = g_ptr_array_index(booking->entry->details, i);
        Scaled part = 0;
        bool exact = true;
        const char *sign = detail_text(detail, DETAIL_SIGN);
        if (!detail_amount(detail, booking->currency, &part))
            return NULL;
        if (signs && sign[0] != '\0' && (strcmp(sign, "CRDT") == 0) != booking->credit)
            part = -part;
        camt_minor(part, booking->currency, &exact);
        if (!exact || !camt_add(&sum, part))
            return NULL;
        g_array_append_val(parts, part);
    }
    return sum == booking->amount ? g_steal_pointer(&parts) : NULL;
}

/* ---- handing over ---- */

static bool line_tell(CamtReading *reading, const Booking *booking, const CamtDetail *detail, Scaled amount, bool whole,
                      GError **error)
{
    const CamtEntry *entry = booking->entry;
    Party party = detail == NULL ? (Party){"", ""} : counterparty(reading, booking, detail);
    const char *marked = reference_best(detail), *end_to_end = detail_text(detail, DETAIL_END_TO_END);
    bool exact = true;
    char original_currency[4] = "";
    g_autofree char *name = camt_text(party.name), *account = camt_account(party.account);
    g_autofree char *reference = marked == NULL ? g_strdup("") : reference_bare(marked);
    g_autofree char *text = line_text(entry, detail, whole);
    g_autofree char *bank = camt_text(bank_reference(entry, detail, whole));
    g_autofree char *ours = camt_text(strcmp(end_to_end, "NOTPROVIDED") == 0 ? "" : end_to_end);
    g_autofree char *cheque = camt_text(detail_text(detail, DETAIL_CHEQUE));
    g_autofree char *reason = camt_text(detail_text(detail, DETAIL_RETURN));
    LineRecord line = {
        .day = booking->day,
        .value_day = booking->value_day,
        .amount = camt_minor(booking->credit ? amount : -amount, booking->currency, &exact),
        .currency = booking->currency,
        .name = name,
        .account = account,
        .reference = reference,
        .text = text,
        .bank_reference = bank,
        .end_to_end = ours,
        .cheque_number = cheque,
        .booked = booking->booked,
        .reversal = booking->reversal,
        .return_reason = reason,
        .original_currency = "",
        .sequence = ++reading->sequence,
        .line = entry->line,
    };
    original_amount(detail, &line, original_currency);
    if (!exact)
        warn(reading, entry->line, _("The bank's amount has more decimals than its currency; it was rounded."));
    return reading->sink->line(&line, reading->sink->data, error);
}

static bool parts_tell(CamtReading *reading, const Booking *booking, const GArray *parts, GError **error)
{
    for (guint i = 0; i < parts->len; i++)
        if (!line_tell(reading, booking, g_ptr_array_index(booking->entry->details, i), g_array_index(parts, Scaled, i),
                       false, error))
            return false;
    return true;
}

/* Money that came in as one sum for several payments has to be divided by a person. */
static void unsplit_warn(const CamtReading *reading, const Booking *booking)
{
    guint details = booking->entry->details->len;
    gint64 stated = g_ascii_strtoll(entry_text(booking->entry, ENTRY_BATCH_COUNT), NULL, 10);
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
    Booking booking = {.entry = entry};
    const char *reason = booking_read(reading, &booking);
    if (reason != NULL)
        return list_problem(reading, entry, reason);
    booking_count(reading, &booking);
    if (booking.amount < 0)
        warn(reading, entry->line, _("The bank wrote a minus before this amount, which the format does not know."));
    g_autoptr(GArray) parts = entry->details->len > 1 ? parts_read(&booking, true) : NULL;
    if (parts == NULL && entry->details->len > 1)
        parts = parts_read(&booking, false);
    if (parts != NULL)
        return parts_tell(reading, &booking, parts, error);
    unsplit_warn(reading, &booking);
    const CamtDetail *only = entry->details->len == 1 ? g_ptr_array_index(entry->details, 0) : NULL;
    return line_tell(reading, &booking, only, booking.amount, true, error);
}
