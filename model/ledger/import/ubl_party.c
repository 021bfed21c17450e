/* Who owes it: the customer as the document describes him. */
#include "base/text.h"
#include "ledger/import/ubl.h"

#include <string.h>

static const char *slot(UblReading *reading, UblSlot at)
{
    return ubl_text(reading, reading->document->values[at]);
}

static const char *first_of(UblReading *reading, UblSlot first, UblSlot second)
{
    const char *text = slot(reading, first);
    return *text != '\0' ? text : slot(reading, second);
}

/* "Frituur 't Hoekje", or a person. */
static const char *name_of(UblReading *reading)
{
    const char *name = first_of(reading, UBL_LEGAL_NAME, UBL_NAME);
    if (*name != '\0')
        return name;
    g_autofree char *person = g_strconcat(slot(reading, UBL_FIRST_NAME), " ", slot(reading, UBL_FAMILY_NAME), NULL);
    name = ubl_text(reading, person);
    return *name != '\0' ? name : slot(reading, UBL_CONTACT);
}

static const char *street_of(UblReading *reading)
{
    g_autofree char *street = g_strconcat(slot(reading, UBL_STREET), " ", slot(reading, UBL_BUILDING), NULL);
    const char *text = ubl_text(reading, street), *more = slot(reading, UBL_STREET_MORE);
    if (*text == '\0')
        text = slot(reading, UBL_ADDRESS_LINE);
    if (*text == '\0' || *more == '\0')
        return *text == '\0' ? more : text;
    return ubl_keep(reading, g_strconcat(text, ", ", more, NULL));
}

static const char *country_of(UblReading *reading)
{
    const char *code = slot(reading, UBL_COUNTRY);
    bool known = strlen(code) == 2 && g_ascii_isalpha(code[0]) && g_ascii_isalpha(code[1]);
    return known ? ubl_keep(reading, g_ascii_strup(code, -1)) : "";
}

/* A tax office's number stands beside the VAT number under a scheme of its own. */
static const char *vat_of(UblReading *reading)
{
    for (guint i = 0; i < ubl_count(reading->document, UBL_TAX); i++) {
        const UblGroup *tax = ubl_group(reading->document, UBL_TAX, i);
        const char *number = ubl_text(reading, tax->values[TAX_NUMBER]), *scheme = tax->values[TAX_SCHEME];
        if (*number != '\0' && (scheme == NULL || g_ascii_strcasecmp(scheme, "VAT") == 0))
            return number;
    }
    return slot(reading, UBL_COMPANY);
}

static const char *endpoint_of(UblReading *reading)
{
    const char *address = slot(reading, UBL_ENDPOINT), *scheme = slot(reading, UBL_ENDPOINT_SCHEME);
    if (*address == '\0' || *scheme == '\0')
        return address;
    return ubl_keep(reading, g_strconcat(scheme, ":", address, NULL));
}

/* ---- our number of him ---- */

static char *bare(const char *text)
{
    char *upper = g_ascii_strup(text == NULL ? "" : text, -1), *to = upper;
    for (const char *from = upper; *from != '\0'; from++)
        if (g_ascii_isalnum(*from))
            *to++ = *from;
    *to = '\0';
    return upper;
}

static bool same_bare(const char *one, const char *other)
{
    g_autofree char *a = bare(one), *b = bare(other);
    const char *without_country = strlen(b) > 2 && g_ascii_isalpha(b[0]) && g_ascii_isalpha(b[1]) ? b + 2 : b;
    return strcmp(a, b) == 0 || strcmp(a, without_country) == 0;
}

/* Under no scheme it is one that seller and buyer agreed on (EN 16931, BT-46): the number in our books.  Some write
 * the company number there once more. */
static const char *number_of(UblReading *reading)
{
    const char *account = slot(reading, UBL_ACCOUNT);
    if (*account != '\0')
        return account;
    const UblDocument *document = reading->document;
    for (guint i = 0; i < ubl_count(document, UBL_PARTY_ID); i++) {
        const UblGroup *party = ubl_group(document, UBL_PARTY_ID, i);
        const char *id = ubl_text(reading, party->values[PARTY_ID]);
        if (*id != '\0' && party->values[PARTY_ID_SCHEME] == NULL && !same_bare(id, vat_of(reading)) &&
            !same_bare(id, document->values[UBL_COMPANY]) && !same_bare(id, document->values[UBL_ENDPOINT]))
            return id;
    }
    return "";
}

void ubl_customer(UblReading *reading)
{
    const char *vat = vat_of(reading);
    reading->record.customer = (CustomerRecord){
        .number = number_of(reading),
        .name = name_of(reading),
        .kind = *vat != '\0' ? "business" : "",
        .language = "",
        .country = country_of(reading),
        .currency = "",
        .vat = vat,
        .street = street_of(reading),
        .postcode = slot(reading, UBL_POSTCODE),
        .city = slot(reading, UBL_CITY),
        .credit_limit = -1,
        .terms_days = -1,
        .payment_class = "",
        .stop_supply = -1,
        .prepay = -1,
        .restricted = -1,
        .agent = "",
        .contact = slot(reading, UBL_CONTACT),
        .role = "",
        .phone = slot(reading, UBL_PHONE),
        .phone2 = "",
        .email = slot(reading, UBL_EMAIL),
        .reach = "",
        .iban = "",
        .endpoint = endpoint_of(reading),
    };
}
