/* What an entry says in words: the other side, references, remittance, kind of movement, why it came back. */
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/camt.h"

#include <string.h>

enum { TEXT_MOST = 16 * 1024, REASON_MOST = 140, REASON_CODE = 4 };

const char *camt_entry_text(const CamtEntry *entry, CamtEntrySlot slot)
{
    return entry->values[slot] == NULL ? "" : entry->values[slot];
}

const char *camt_detail_text(const CamtDetail *detail, CamtDetailSlot slot)
{
    return detail == NULL || detail->values[slot] == NULL ? "" : detail->values[slot];
}

/* ---- the other side ---- */

static bool party_is_us(const CamtReading *reading, const CamtParty *party)
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

static bool party_usable(const CamtReading *reading, const CamtParty *party)
{
    return (party->name[0] != '\0' || party->account[0] != '\0') && !party_is_us(reading, party);
}

/* Money in: the debtor.  On a reversal the standard keeps the roles of the first payment, some banks swap
 * them: whichever side is not us. */
CamtParty camt_counterparty(const CamtReading *reading, const CamtBooking *booking, const CamtDetail *detail)
{
    CamtParty debtor = {camt_detail_text(detail, DETAIL_DEBTOR), camt_detail_text(detail, DETAIL_DEBTOR_ACCOUNT)};
    CamtParty creditor = {camt_detail_text(detail, DETAIL_CREDITOR), camt_detail_text(detail, DETAIL_CREDITOR_ACCOUNT)};
    bool debtor_first = booking->credit != booking->reversal;
    const CamtParty *first = debtor_first ? &debtor : &creditor, *other = debtor_first ? &creditor : &debtor;
    if (party_usable(reading, first))
        return *first;
    if (party_usable(reading, other))
        return *other;
    return (CamtParty){"", ""};
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

char *camt_line_reference(const CamtDetail *detail)
{
    const char *marked = reference_best(detail);
    return marked == NULL ? g_strdup("") : reference_bare(marked);
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
    text_add(text, camt_detail_text(detail, DETAIL_TEXT));
    text_add(text, detail->documents->str);
    for (guint i = 0; i < detail->references->len; i++)
        if (g_ptr_array_index(detail->references, i) != except)
            text_add(text, g_ptr_array_index(detail->references, i));
}

/* Banks put what has no place of its own into the remarks. */
char *camt_line_text(const CamtEntry *entry, const CamtDetail *detail, bool whole)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const char *reference = reference_best(detail);
    if (detail != NULL)
        remittance_add(text, detail, reference);
    for (guint i = 0; detail == NULL && i < entry->details->len; i++)
        remittance_add(text, g_ptr_array_index(entry->details, i), NULL);
    if (text->len == 0 && reference == NULL)
        text_add(text, camt_detail_text(detail, DETAIL_EXTRA));
    if (text->len == 0 && reference == NULL && whole)
        text_add(text, camt_entry_text(entry, ENTRY_TEXT));
    text_add(text, camt_detail_text(detail, DETAIL_RETURN_TEXT));
    return camt_text(text->str);
}

static const char *first_of(const char *const *candidates)
{
    while (*candidates != NULL && **candidates == '\0')
        candidates++;
    return *candidates == NULL ? "" : *candidates;
}

char *camt_line_bank_reference(const CamtEntry *entry, const CamtDetail *detail, bool whole)
{
    const char *own = camt_detail_text(detail, DETAIL_BANK_REFERENCE),
               *id = camt_detail_text(detail, DETAIL_TRANSACTION_ID);
    const char *booked = camt_entry_text(entry, ENTRY_BANK_REFERENCE),
               *number = camt_entry_text(entry, ENTRY_REFERENCE);
    const char *batch = camt_entry_text(entry, ENTRY_BATCH_ID);
    const char *const of_whole[] = {booked, own, id, number, batch, NULL};
    const char *const of_part[] = {own, id, booked, number, batch, NULL};
    return camt_text(first_of(whole ? of_whole : of_part));
}

/* ---- kind of movement ---- */

static void code_add(GString *code, const char *part)
{
    if (part[0] != '\0')
        g_string_append_printf(code, "%s%s", code->len > 0 ? "/" : "", part);
}

char *camt_line_code(const CamtEntry *entry, const CamtDetail *detail)
{
    bool own = camt_detail_text(detail, DETAIL_DOMAIN)[0] != '\0';
    const char *const standard[] = {
        own ? camt_detail_text(detail, DETAIL_DOMAIN) : camt_entry_text(entry, ENTRY_DOMAIN),
        own ? camt_detail_text(detail, DETAIL_FAMILY) : camt_entry_text(entry, ENTRY_FAMILY),
        own ? camt_detail_text(detail, DETAIL_SUBFAMILY) : camt_entry_text(entry, ENTRY_SUBFAMILY),
    };
    const char *const bank[] = {camt_detail_text(detail, DETAIL_CODE_OWN), camt_entry_text(entry, ENTRY_CODE_OWN),
                                NULL};
    g_autoptr(GString) code = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(standard); i++)
        code_add(code, standard[i]);
    return camt_text(code->len > 0 ? code->str : first_of(bank));
}

/* Received cheques are a family of their own; a number alone may be that of a cheque we wrote. */
bool camt_line_cheque(const CamtBooking *booking, const CamtDetail *detail)
{
    const char *family = camt_detail_text(detail, DETAIL_FAMILY);
    if (family[0] == '\0')
        family = camt_entry_text(booking->entry, ENTRY_FAMILY);
    if (strcmp(family, "RCHQ") == 0)
        return true;
    return strcmp(family, "ICHQ") != 0 && camt_detail_text(detail, DETAIL_CHEQUE)[0] != '\0' &&
           (booking->credit || booking->reversal);
}

/* ---- why it came back ---- */

/* AC04, MD06: two capitals and two digits, standing alone. */
static char *reason_code(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        bool starts = at == text || !g_ascii_isalnum(at[-1]);
        if (starts && g_ascii_isupper(at[0]) && g_ascii_isupper(at[1]) && g_ascii_isdigit(at[2]) &&
            g_ascii_isdigit(at[3]) && !g_ascii_isalnum(at[REASON_CODE]))
            return g_strndup(at, REASON_CODE);
    }
    return NULL;
}

/* Banks without a code of the standard write one into their words, or only words. */
char *camt_line_return(const CamtDetail *detail)
{
    const char *code = camt_detail_text(detail, DETAIL_RETURN);
    const char *const own[] = {camt_detail_text(detail, DETAIL_RETURN_OWN),
                               camt_detail_text(detail, DETAIL_RETURN_TEXT), NULL};
    if (code[0] != '\0')
        return camt_text(code);
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(own); i++) {
        char *found = reason_code(own[i]);
        if (found != NULL)
            return found;
    }
    g_autofree char *words = camt_text(first_of(own));
    return text_clean_most(words, REASON_MOST);
}
