/* Payment references, account numbers, company numbers, telephone numbers (reference formats §7).
 * A failed check digit is flagged, never refused. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef enum { REFERENCE_NONE, REFERENCE_OGM, REFERENCE_RF, REFERENCE_NL } ReferenceKind;

bool ogm_valid(const char *digits12);
bool rf_valid(const char *reference);        /* RF.., blanks and case do not matter */
bool nl_reference_valid(const char *digits); /* 7 (no check), 9-14, 16 */
/* The bare form ("010806817183", "RF18539007547034") of a reference that passes its check, or NULL.  Seven
 * digits have none to pass and count as Dutch; twelve are Belgian first.  kind may be NULL; typed, too. */
char *reference_normal(const char *typed, ReferenceKind *kind);
/* For people: +++010/8068/17183+++, RF18 5390 0754 7034. */
char *reference_pretty(const char *normal);
/* Every valid reference found anywhere in a remittance text, in the order found, without repetition;
 * bare forms.  NL references are only taken where the text is nothing else or says so (16 digits, or a
 * word such as betalingskenmerk before it).  GPtrArray of char*, free function set. */
/* What is found need not be ours: look it up. */
GPtrArray *references_in_text(const char *text);

bool iban_valid(const char *iban);   /* mod 97 and, where it is certain, the country's length */
char *iban_normal(const char *iban); /* upper case without blanks; NULL when it cannot be one */
char *iban_pretty(const char *normal);
char *iban_of_belgian(
    const char *number);               /* of an account number of before the IBAN ("435-0000000-80"); NULL: is none */
bool vat_be_valid(const char *number); /* enterprise or VAT number, 9-digit old form included */
bool vat_nl_valid(const char *number);
char *vat_normal(const char *country, const char *number); /* BE0123456789, NL123456789B01, else upper bare */

/* One address, local@domain of plain letters, as every mail server takes it: no quotes, no comments, no accents. */
bool email_valid(const char *address);

/* E.164 ("+3252441807") or NULL when unsure; the raw text is always kept beside it.  `country` BE, NL, LU,
 * FR, DE decides for national forms. */
char *phone_e164(const char *raw, const char *country);
char *phone_pretty(const char *e164); /* +32 52 44 18 07 */
