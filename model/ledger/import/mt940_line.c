/* From a movement and its text to the bank line they are. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/import/mt940.h"

#include <string.h>

static void warn(const Mt940Statement *statement, int line, const char *sentence)
{
    statement->sink->warning(line, sentence, statement->sink->data);
}

static const char *said(const char *text)
{
    return text == NULL ? "" : text;
}

static bool is_placeholder(const char *reference)
{
    static const char *const words[] = {"", "NONREF", "EREF", "PREF", "MARF", "NOTPROVIDED"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(reference, words[i]) == 0)
            return true;
    return false;
}

/* An IBAN, ten places filled up with zeros, a giro number behind P; other numbers may mean anything. */
static bool looks_like_account(const char *text)
{
    size_t length = strlen(text);
    return mt940_is_iban(text) ||
           (length == 10 && (text[0] == '0' || text[0] == 'P') && strspn(text + 1, "0123456789") == 9);
}

static bool is_zeros(const char *text)
{
    return strspn(text, "0 ") == strlen(text);
}

static void account_offer(Mt940Remittance *said_in, const char *account)
{
    if (!is_zeros(account))
        mt940_set(&said_in->account, g_strdup(account));
}

/* The second line of :61:: Rabobank's counterparty account, ASN's name, ING's /OCMT/ and /CHGS/, or more text. */
static void extra_take(const Mt940Movement *movement, Mt940Remittance *remittance)
{
    g_autofree char *extra = g_strdup(said(movement->extra));
    if (extra[0] == '/') {
        Mt940Joined joined = mt940_joined(extra);
        mt940_keywords_read(&joined, remittance);
        mt940_joined_clear(&joined);
        return;
    }
    g_strdelimit(extra, "\n", ' ');
    if (looks_like_account(extra))
        account_offer(remittance, extra);
    else if (looks_like_account(movement->reference))
        mt940_set(&remittance->name, g_steal_pointer(&extra));
    else
        mt940_text_add(remittance, extra);
}

static bool is_payment_reference(const char *reference)
{
    ReferenceKind kind = REFERENCE_NONE;
    g_autofree char *normal = reference_normal(reference, &kind);
    bool long_number = strlen(reference) == 16 && strspn(reference, "0123456789") == 16;
    return long_number || (normal != NULL && (kind == REFERENCE_OGM || kind == REFERENCE_RF));
}

/* What the account owner's reference of :61: is depends on the bank: a payment reference (ING), the other side's
 * account (older Rabobank, ASN, van Lanschot), a cheque's number, or the payer's own. */
static void reference_take(const Mt940Movement *movement, Mt940Remittance *remittance)
{
    const char *reference = movement->reference;
    if (is_placeholder(reference))
        return;
    if (strcmp(movement->code, "NCHK") == 0 && strspn(reference, "0123456789") == strlen(reference))
        mt940_set(&remittance->cheque, g_strdup(reference));
    else if (is_payment_reference(reference))
        mt940_set(&remittance->reference, mt940_reference(reference));
    else if (looks_like_account(reference))
        account_offer(remittance, reference);
    else
        mt940_set(&remittance->end_to_end, g_strdup(reference));
}

static void unsplit_warn(const Mt940Statement *statement, const LineRecord *line, const Mt940Remittance *remittance)
{
    if (remittance->payments <= 1 || line->amount <= 0)
        return;
    g_autofree char *amount = money_text_currency(line->amount, line->currency);
    g_autofree char *sentence =
        g_strdup_printf(_("%s needs splitting: the bank gives one amount for several payments."), amount);
    warn(statement, line->line, sentence);
}

static void amounts_fill(LineRecord *line, const Mt940Remittance *remittance, char original[static 4])
{
    char charged[4];
    Cents charges = 0, amount = 0;
    if (remittance->charges != NULL && mt940_money(remittance->charges, charged, &charges) &&
        strcmp(charged, line->currency) == 0)
        line->charges = charges;
    if (remittance->original == NULL || !mt940_money(remittance->original, original, &amount) ||
        strcmp(original, line->currency) == 0)
        return;
    line->original_amount = amount;
    line->original_currency = original;
}

static void movement_remarks(const Mt940Statement *statement, const Mt940Movement *movement, int number)
{
    if (movement->day_remark != NULL)
        warn(statement, number, _(movement->day_remark));
    if (!movement->exact)
        warn(statement, number, _("The bank's amount has more decimals than its currency; it was rounded."));
}

static char *account_of(const Mt940Statement *statement, const Mt940Remittance *remittance)
{
    char *account = mt940_account(said(remittance->account));
    if (strcmp(account, statement->account) == 0)
        account[0] = '\0'; /* Triodos and others repeat ours */
    return account;
}

static bool line_tell(Mt940Statement *statement, const Mt940Movement *movement, const Mt940Remittance *remittance,
                      int number, GError **error)
{
    char original[4] = "";
    bool booked = !movement->expected && !statement->record.interim;
    g_autofree char *name = mt940_text(said(remittance->name)), *account = account_of(statement, remittance);
    g_autofree char *text = mt940_text(remittance->text->len > 0 ? remittance->text->str : said(remittance->type));
    g_autofree char *reference = mt940_text(said(remittance->reference));
    g_autofree char *bank = mt940_text(movement->bank_reference);
    g_autofree char *end_to_end = mt940_text(said(remittance->end_to_end));
    g_autofree char *mandate = mt940_text(said(remittance->mandate));
    g_autofree char *reason = mt940_text(said(remittance->return_reason));
    g_autofree char *cheque = mt940_text(said(remittance->cheque));
    LineRecord line = {
        .day = movement->day,
        .value_day = movement->value_day,
        .amount = movement->amount,
        .currency = statement->record.currency,
        .name = name,
        .account = account,
        .reference = reference,
        .text = text,
        .bank_reference = bank,
        .end_to_end = end_to_end,
        .cheque_number = cheque,
        .mandate = mandate,
        .cheque = cheque[0] != '\0' || strcmp(movement->code, "NCHK") == 0,
        .code = movement->code,
        .booked = booked,
        .reversal = movement->reversal || remittance->returned,
        .return_reason = reason,
        .original_currency = "",
        .sequence = ++statement->sequence,
        .line = number,
    };
    amounts_fill(&line, remittance, original);
    unsplit_warn(statement, &line, remittance);
    mt940_statement_count(statement, line.amount, booked);
    return statement->sink->line(&line, statement->sink->data, error);
}

bool mt940_line_tell(Mt940Statement *statement, const Mt940Movement *movement, const char *lines, int number,
                     GError **error)
{
    Mt940Remittance remittance;
    statement->day = movement->day;
    movement_remarks(statement, movement, number);
    mt940_remittance_read(lines, &remittance);
    extra_take(movement, &remittance);
    reference_take(movement, &remittance);
    bool going = line_tell(statement, movement, &remittance, number, error);
    mt940_remittance_clear(&remittance);
    return going;
}
