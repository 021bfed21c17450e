/* Customers and suppliers of an audit file.  A customer is handed over when its element ends; of the others
 * everything is kept, packed, until a subledger of customers names them or the file ends. */
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/xaf.h"

#include <string.h>

typedef struct {
    guint32 id, name, rest; /* texts; rest: the other fields, a line each; 0 when told */
    char type;              /* B both, C customer, S supplier, O other, '\0' not said */
    bool told;
} Party;

struct XafParties {
    XafTexts texts;
    GArray *list; /* Party */
    XafIndex index;
    int told, unlisted;
};

XafParties *xaf_parties_new(void)
{
    XafParties *parties = g_new0(XafParties, 1);
    parties->texts.bytes = g_byte_array_new();
    parties->list = g_array_new(FALSE, TRUE, sizeof(Party));
    return parties;
}

void xaf_parties_free(XafParties *parties)
{
    g_byte_array_unref(parties->texts.bytes);
    g_array_unref(parties->list);
    g_free(parties->index.slots);
    g_free(parties);
}

static Party *party_at(const XafParties *parties, guint32 number)
{
    return &g_array_index(parties->list, Party, number);
}

static bool same_id(gconstpointer owner, guint32 number, gconstpointer key)
{
    const XafParties *parties = owner;
    return strcmp(xaf_text(&parties->texts, party_at(parties, number)->id), key) == 0;
}

static guint32 hash_of(gconstpointer owner, guint32 number)
{
    const XafParties *parties = owner;
    return xaf_hash(0, xaf_text(&parties->texts, party_at(parties, number)->id));
}

static guint32 party_find(const XafParties *parties, const char *id)
{
    return xaf_index_find(&parties->index, xaf_hash(0, id), same_id, parties, id);
}

static Party party_made(XafParties *parties, const char *id, const char *name, char type)
{
    return (Party){.id = xaf_text_keep(&parties->texts, id),
                   .name = xaf_text_keep(&parties->texts, name[0] != '\0' ? name : id),
                   .type = type};
}

static guint32 party_add(XafParties *parties, const char *id, const char *name, char type)
{
    Party party = party_made(parties, id, name, type);
    guint32 number = parties->list->len;
    g_array_append_val(parties->list, party);
    xaf_index_add(&parties->index, xaf_hash(0, id), number, hash_of, parties);
    return number;
}

/* ---- from slots to the record's fields ---- */

typedef enum { VAT, STREET, POSTCODE, CITY, COUNTRY, CONTACT, PHONE, MAIL, ACCOUNT, ENDPOINT, LIMIT, FIELDS } Field;

static char *clean(const XafSlots *slots, XafPartySlot slot)
{
    return text_clean(slots->values[slot]->str);
}

static bool stated(const XafSlots *slots, XafPartySlot slot)
{
    return slots->values[slot]->len > 0;
}

/* Letters go to the postal address, where there is one. */
static void address_fill(const XafSlots *slots, char *fields[FIELDS])
{
    static const XafPartySlot post[] = {PARTY_POST_STREET, PARTY_POST_HOUSE,    PARTY_POST_HOUSE_MORE,
                                        PARTY_POST_CITY,   PARTY_POST_POSTCODE, PARTY_POST_COUNTRY};
    static const XafPartySlot visit[] = {PARTY_STREET, PARTY_HOUSE,    PARTY_HOUSE_MORE,
                                         PARTY_CITY,   PARTY_POSTCODE, PARTY_COUNTRY};
    const XafPartySlot *slot = stated(slots, post[0]) || stated(slots, post[3]) ? post : visit;
    g_autoptr(GString) street = g_string_new(slots->values[slot[0]]->str);
    for (int i = 1; i <= 2; i++)
        if (stated(slots, slot[i]))
            g_string_append_printf(street, " %s", slots->values[slot[i]]->str);
    fields[STREET] = text_clean(street->str);
    fields[CITY] = clean(slots, slot[3]);
    fields[POSTCODE] = clean(slots, slot[4]);
    fields[COUNTRY] = clean(slots, stated(slots, slot[5]) ? slot[5] : PARTY_VAT_COUNTRY);
}

/* A number without its country is told which. */
static char *vat_of(const XafSlots *slots)
{
    const char *number = slots->values[PARTY_VAT]->str;
    g_autofree char *whole =
        g_ascii_isdigit(number[0]) ? g_strconcat(slots->values[PARTY_VAT_COUNTRY]->str, number, NULL) : NULL;
    return text_clean(whole != NULL ? whole : number);
}

/* The number in the trade register with the scheme it is addressed by: KvK 0106, KBO 0208.  Some packages write
 * the KvK number of eight digits with four zeros behind it, as that of the branch. */
static char *endpoint_of(const XafSlots *slots, const char *country)
{
    const char *number = slots->values[PARTY_COMPANY_NUMBER]->str;
    size_t length = strlen(number);
    bool digits = strspn(number, "0123456789") == length;
    bool branch = length == 12 && strcmp(number + 8, "0000") == 0;
    if (digits && strcmp(country, "NL") == 0 && (length == 8 || branch))
        return g_strdup_printf("0106:%.8s", number);
    if (digits && strcmp(country, "BE") == 0 && length == 10 && vat_be_valid(number))
        return g_strdup_printf("0208:%s", number);
    return g_strdup("");
}

/* Packages write 0 where no limit was set. */
static char *limit_of(const XafSlots *slots, const char *currency)
{
    Cents limit = 0;
    bool usable = xaf_amount(slots->values[PARTY_LIMIT]->str, "D", currency, &limit) && limit > 0;
    return g_strdup_printf("%" G_GINT64_FORMAT, usable ? limit : -1);
}

static char **fields_of(const XafSlots *slots, const char *currency)
{
    char **fields = g_new0(char *, FIELDS + 1);
    address_fill(slots, fields);
    fields[VAT] = vat_of(slots);
    fields[CONTACT] = clean(slots, PARTY_CONTACT);
    fields[PHONE] = clean(slots, PARTY_PHONE);
    fields[MAIL] = clean(slots, PARTY_MAIL);
    fields[ACCOUNT] = clean(slots, PARTY_ACCOUNT);
    fields[ENDPOINT] = endpoint_of(slots, fields[COUNTRY]);
    fields[LIMIT] = limit_of(slots, currency);
    return fields;
}

/* ---- handing over ---- */

CustomerRecord xaf_party_short(const XafParties *parties, guint32 number)
{
    const Party *party = party_at(parties, number);
    return (CustomerRecord){.number = xaf_text(&parties->texts, party->id),
                            .name = xaf_text(&parties->texts, party->name),
                            .kind = "",
                            .language = "",
                            .country = "",
                            .currency = "",
                            .vat = "",
                            .street = "",
                            .postcode = "",
                            .city = "",
                            .credit_limit = -1,
                            .terms_days = -1,
                            .payment_class = "",
                            .stop_supply = -1,
                            .prepay = -1,
                            .restricted = -1,
                            .agent = "",
                            .contact = "",
                            .role = "",
                            .phone = "",
                            .phone2 = "",
                            .email = "",
                            .reach = "",
                            .iban = "",
                            .endpoint = ""};
}

static bool party_tell(XafParties *parties, guint32 number, char *const *fields, const char *currency,
                       const ImportSink *sink, GError **error)
{
    Party *party = party_at(parties, number);
    CustomerRecord record = xaf_party_short(parties, number);
    record.currency = currency;
    record.country = fields[COUNTRY];
    record.vat = fields[VAT];
    record.street = fields[STREET];
    record.postcode = fields[POSTCODE];
    record.city = fields[CITY];
    record.contact = fields[CONTACT];
    record.phone = fields[PHONE];
    record.email = fields[MAIL];
    record.iban = fields[ACCOUNT];
    record.endpoint = fields[ENDPOINT];
    record.credit_limit = g_ascii_strtoll(fields[LIMIT], NULL, 10);
    party->told = true;
    parties->told++;
    return sink->customer(&record, sink->data, error);
}

static char type_of(const XafSlots *slots)
{
    return (char)g_ascii_toupper(slots->values[PARTY_TYPE]->str[0]);
}

bool xaf_party_take(XafParties *parties, const XafSlots *slots, const char *currency, const ImportSink *sink,
                    GError **error)
{
    g_autofree char *id = clean(slots, PARTY_ID), *name = clean(slots, PARTY_NAME);
    if (id[0] == '\0' && name[0] == '\0')
        return true;
    const char *key = id[0] != '\0' ? id : name;
    char type = type_of(slots);
    bool customer = type == 'C' || type == 'B';
    guint32 number = party_find(parties, key);
    if (number == G_MAXUINT32)
        number = party_add(parties, key, name, type);
    else if (party_at(parties, number)->told || !customer) /* the same twice */
        return true;
    else /* a supplier before, under the same number */
        *party_at(parties, number) = party_made(parties, key, name, type);
    g_auto(GStrv) fields = fields_of(slots, currency);
    if (customer)
        return party_tell(parties, number, fields, currency, sink, error);
    g_autofree char *packed = g_strjoinv("\n", fields);
    party_at(parties, number)->rest = xaf_text_keep(&parties->texts, packed);
    return true;
}

guint32 xaf_party_customer(XafParties *parties, const char *id, const char *currency, const ImportSink *sink,
                           GError **error)
{
    g_autofree char *key = text_clean(id);
    guint32 number = party_find(parties, key);
    if (number == G_MAXUINT32) {
        number = party_add(parties, key, "", '\0');
        party_at(parties, number)->told = true; /* its items say all that is known */
        parties->unlisted++;
    }
    if (party_at(parties, number)->told || party_at(parties, number)->rest == 0)
        return number;
    g_auto(GStrv) fields = g_strsplit(xaf_text(&parties->texts, party_at(parties, number)->rest), "\n", FIELDS);
    return party_tell(parties, number, fields, currency, sink, error) ? number : G_MAXUINT32;
}

char xaf_party_type(const XafParties *parties, const char *id)
{
    g_autofree char *key = text_clean(id);
    guint32 number = party_find(parties, key);
    return number == G_MAXUINT32 ? '\0' : party_at(parties, number)->type;
}

/* ---- counts ---- */

int xaf_parties_told(const XafParties *parties)
{
    return parties->told;
}

int xaf_parties_untyped(const XafParties *parties)
{
    int count = 0;
    for (guint i = 0; i < parties->list->len; i++)
        count += !party_at(parties, i)->told && party_at(parties, i)->type == '\0';
    return count;
}

int xaf_parties_unlisted(const XafParties *parties)
{
    return parties->unlisted;
}
