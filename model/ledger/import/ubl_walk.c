/* Tables say which path below the document fills which slot; what is not in them (lines, taxes, the bytes of a PDF)
 * is passed over. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/import/ubl.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

#define NO_SLOT        (-1)
#define UBL_NAMESPACE  "urn:oasis:names:specification:ubl:"
#define CUSTOMER       "AccountingCustomerParty/"
#define CUSTOMER_PARTY CUSTOMER "Party/"
#define ADDRESS        CUSTOMER_PARTY "PostalAddress/"
#define SUPPLIER_PARTY "AccountingSupplierParty/Party/"
#define TOTALS         "LegalMonetaryTotal/"

enum { JOINED_MOST = 16 * 1024, GROUPS_MOST = 256 };

typedef struct {
    const char *path; /* below the document or the group */
    int slot;
    const char *attribute; /* NULL: only its text */
    int attribute_slot;
    bool joined; /* repeated ones stand on lines of their own; else the first stays */
    bool bulky;  /* only whether there is anything, not what */
} PathRow;

#define TEXT(path_, slot_)                                                                                             \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute_slot = NO_SLOT                                                        \
    }
#define JOINED(path_, slot_)                                                                                           \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute_slot = NO_SLOT, .joined = true                                        \
    }
#define WITH(path_, slot_, attribute_, attribute_slot_)                                                                \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute = attribute_, .attribute_slot = attribute_slot_                       \
    }
#define BYTES(attribute_, attribute_slot_)                                                                             \
    {                                                                                                                  \
        .path = "Attachment/EmbeddedDocumentBinaryObject", .slot = ATTACHMENT_BYTES, .attribute = attribute_,          \
        .attribute_slot = attribute_slot_, .bulky = true                                                               \
    }

/* Where UBL 2.0 had another place for the same, both stand here. */
static const PathRow document_rows[] = {
    TEXT("ID", UBL_ID),
    TEXT("IssueDate", UBL_ISSUED),
    TEXT("DueDate", UBL_DUE),
    TEXT("DocumentCurrencyCode", UBL_CURRENCY),
    TEXT("BuyerReference", UBL_BUYER_REFERENCE),
    TEXT("OrderReference/ID", UBL_ORDER),
    JOINED("Note", UBL_NOTE),
    TEXT(SUPPLIER_PARTY "PartyLegalEntity/RegistrationName", UBL_SUPPLIER),
    TEXT(SUPPLIER_PARTY "PartyName/Name", UBL_SUPPLIER_NAME),
    TEXT(CUSTOMER "SupplierAssignedAccountID", UBL_ACCOUNT),
    WITH(CUSTOMER_PARTY "EndpointID", UBL_ENDPOINT, "schemeID", UBL_ENDPOINT_SCHEME),
    TEXT(CUSTOMER_PARTY "PartyLegalEntity/RegistrationName", UBL_LEGAL_NAME),
    WITH(CUSTOMER_PARTY "PartyLegalEntity/CompanyID", UBL_COMPANY, "schemeID", UBL_COMPANY_SCHEME),
    TEXT(CUSTOMER_PARTY "PartyName/Name", UBL_NAME),
    TEXT(CUSTOMER_PARTY "Person/FirstName", UBL_FIRST_NAME),
    TEXT(CUSTOMER_PARTY "Person/FamilyName", UBL_FAMILY_NAME),
    TEXT(ADDRESS "StreetName", UBL_STREET),
    TEXT(ADDRESS "BuildingNumber", UBL_BUILDING),
    TEXT(ADDRESS "AdditionalStreetName", UBL_STREET_MORE),
    TEXT(ADDRESS "AddressLine/Line", UBL_ADDRESS_LINE),
    TEXT(ADDRESS "PostalZone", UBL_POSTCODE),
    TEXT(ADDRESS "CityName", UBL_CITY),
    TEXT(ADDRESS "Country/IdentificationCode", UBL_COUNTRY),
    TEXT(CUSTOMER_PARTY "Contact/Name", UBL_CONTACT),
    TEXT(CUSTOMER_PARTY "Contact/Telephone", UBL_PHONE),
    TEXT(CUSTOMER_PARTY "Contact/ElectronicMail", UBL_EMAIL),
    TEXT(CUSTOMER "AccountingContact/Name", UBL_CONTACT),
    TEXT(CUSTOMER "AccountingContact/Telephone", UBL_PHONE),
    TEXT(CUSTOMER "AccountingContact/ElectronicMail", UBL_EMAIL),
    TEXT("PayeeParty/PartyName/Name", UBL_PAYEE),
    TEXT("PayeeParty/PartyLegalEntity/RegistrationName", UBL_PAYEE),
    TEXT("PayeeParty/PartyLegalEntity/CompanyID", UBL_PAYEE_NUMBER),
    TEXT("PayeeParty/PartyIdentification/ID", UBL_PAYEE_NUMBER),
    WITH(TOTALS "PayableAmount", UBL_PAYABLE, "currencyID", UBL_PAYABLE_CURRENCY),
    TEXT(TOTALS "TaxInclusiveAmount", UBL_TOTAL),
    TEXT(TOTALS "PrepaidAmount", UBL_PREPAID),
};

static const PathRow means_rows[] = {
    TEXT("PaymentMeansCode", MEANS_CODE),  TEXT("PaymentDueDate", MEANS_DUE),
    JOINED("PaymentID", MEANS_PAYMENT_ID), JOINED("InstructionID", MEANS_INSTRUCTION),
    JOINED("InstructionNote", MEANS_NOTE),
};

static const PathRow terms_rows[] = {
    JOINED("Note", TERMS_NOTE),
    TEXT("PaymentDueDate", TERMS_DUE),
    TEXT("SettlementDiscountPercent", TERMS_PERCENT),
    TEXT("SettlementDiscountAmount", TERMS_AMOUNT),
    TEXT("SettlementPeriod/EndDate", TERMS_UNTIL),
    WITH("SettlementPeriod/DurationMeasure", TERMS_DAYS, "unitCode", TERMS_UNIT),
};

static const PathRow tax_rows[] = {TEXT("CompanyID", TAX_NUMBER), TEXT("TaxScheme/ID", TAX_SCHEME)};
static const PathRow party_id_rows[] = {WITH("ID", PARTY_ID, "schemeID", PARTY_ID_SCHEME)};
static const PathRow billing_rows[] = {TEXT("ID", BILLING_ID)};

static const PathRow attachment_rows[] = {
    TEXT("ID", ATTACHMENT_ID),
    BYTES("filename", ATTACHMENT_FILE),
    BYTES("mimeCode", ATTACHMENT_MIME),
};

static const struct {
    const char *path;
    const PathRow *rows;
    size_t count;
} groups[] = {
    [UBL_MEANS] = {"/PaymentMeans", means_rows, G_N_ELEMENTS(means_rows)},
    [UBL_TERMS] = {"/PaymentTerms", terms_rows, G_N_ELEMENTS(terms_rows)},
    [UBL_TAX] = {"/" CUSTOMER_PARTY "PartyTaxScheme", tax_rows, G_N_ELEMENTS(tax_rows)},
    [UBL_PARTY_ID] = {"/" CUSTOMER_PARTY "PartyIdentification", party_id_rows, G_N_ELEMENTS(party_id_rows)},
    [UBL_BILLING] = {"/BillingReference/InvoiceDocumentReference", billing_rows, G_N_ELEMENTS(billing_rows)},
    [UBL_ATTACHMENT] = {"/AdditionalDocumentReference", attachment_rows, G_N_ELEMENTS(attachment_rows)},
};

typedef struct {
    int group; /* NO_SLOT: the document itself */
    GPtrArray *rows;
} Target;

typedef struct {
    const UblListener *listener;
    GHashTable *index;      /* path below the document -> Target */
    GHashTable *beginnings; /* path below the document -> group kind + 1 */
    GString *path;          /* below the document; meaningful inside one */
    int depth;              /* elements open inside the document, itself counted; 0: outside */
    bool found;
    UblDocument document;
    char *attributes[2]; /* of the element at hand, in the order of its rows */
} Walk;

/* ---- owners ---- */

static void values_clear(char **values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        g_clear_pointer(&values[i], g_free);
}

static void group_free(gpointer data)
{
    UblGroup *group = data;
    values_clear(group->values, UBL_GROUP_SLOTS);
    g_free(group);
}

static void target_free(gpointer data)
{
    Target *target = data;
    g_ptr_array_unref(target->rows);
    g_free(target);
}

static void index_add(GHashTable *index, const char *above, int group, const PathRow *row)
{
    g_autofree char *path = g_strconcat(above, "/", row->path, NULL);
    Target *target = g_hash_table_lookup(index, path);
    if (target == NULL) {
        target = g_new0(Target, 1);
        *target = (Target){group, g_ptr_array_new()};
        g_hash_table_insert(index, g_steal_pointer(&path), target);
    }
    g_ptr_array_add(target->rows, (gpointer)row);
}

static void walk_init(Walk *walk, const UblListener *listener)
{
    *walk = (Walk){.listener = listener,
                   .index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, target_free),
                   .beginnings = g_hash_table_new(g_str_hash, g_str_equal),
                   .path = g_string_new(NULL)};
    for (size_t i = 0; i < G_N_ELEMENTS(document_rows); i++)
        index_add(walk->index, "", NO_SLOT, &document_rows[i]);
    for (int kind = 0; kind < UBL_GROUPS; kind++) {
        g_hash_table_insert(walk->beginnings, (gpointer)groups[kind].path, GINT_TO_POINTER(kind + 1));
        for (size_t i = 0; i < groups[kind].count; i++)
            index_add(walk->index, groups[kind].path, kind, &groups[kind].rows[i]);
        walk->document.groups[kind] = g_ptr_array_new_with_free_func(group_free);
    }
}

static void walk_clear(Walk *walk)
{
    values_clear(walk->document.values, UBL_SLOTS);
    values_clear(walk->attributes, G_N_ELEMENTS(walk->attributes));
    for (int kind = 0; kind < UBL_GROUPS; kind++)
        g_ptr_array_unref(walk->document.groups[kind]);
    g_hash_table_unref(walk->index);
    g_hash_table_unref(walk->beginnings);
    g_string_free(walk->path, TRUE);
}

/* ---- filling slots ---- */

static void value_set(char **value, const char *text, bool joined)
{
    g_autofree char *fresh = g_strstrip(g_strdup(text));
    if (*fresh == '\0')
        return;
    if (*value == NULL) {
        *value = g_steal_pointer(&fresh);
    } else if (joined && strlen(*value) < JOINED_MOST) {
        char *both = g_strconcat(*value, "\n", fresh, NULL);
        g_free(*value);
        *value = both;
    }
}

/* Values of the group that began last; none where there are too many of its kind. */
static char **values_of(Walk *walk, int group)
{
    if (group == NO_SLOT)
        return walk->document.values;
    GPtrArray *list = walk->document.groups[group];
    return list->len == 0 ? NULL : ((UblGroup *)g_ptr_array_index(list, list->len - 1))->values;
}

static void target_fill(Walk *walk, const Target *target, const char *text)
{
    char **values = values_of(walk, target->group);
    for (guint i = 0; values != NULL && i < target->rows->len; i++) {
        const PathRow *row = g_ptr_array_index(target->rows, i);
        bool first = values[row->slot] == NULL || i > 0;
        value_set(&values[row->slot], row->bulky && *text != '\0' ? "+" : text, row->joined);
        if (first && row->attribute != NULL && walk->attributes[i] != NULL && values[row->slot] != NULL)
            value_set(&values[row->attribute_slot], walk->attributes[i], false);
    }
}

static void attributes_keep(Walk *walk, const Target *target, const XmlEvent *event)
{
    values_clear(walk->attributes, G_N_ELEMENTS(walk->attributes));
    for (guint i = 0; target != NULL && i < MIN(target->rows->len, G_N_ELEMENTS(walk->attributes)); i++) {
        const PathRow *row = g_ptr_array_index(target->rows, i);
        if (row->attribute != NULL)
            walk->attributes[i] = xml_attribute(event, row->attribute);
    }
}

/* ---- elements ---- */

bool ubl_is_document(const char *name, const char *uri, UblRoot *root)
{
    bool invoice = strcmp(name, "Invoice") == 0;
    if ((!invoice && strcmp(name, "CreditNote") != 0) || (*uri != '\0' && !g_str_has_prefix(uri, UBL_NAMESPACE)))
        return false;
    *root = invoice ? UBL_INVOICE : UBL_CREDIT_NOTE;
    return true;
}

static void document_start(Walk *walk, const XmlEvent *event, UblRoot root)
{
    values_clear(walk->document.values, UBL_SLOTS);
    for (int kind = 0; kind < UBL_GROUPS; kind++)
        g_ptr_array_set_size(walk->document.groups[kind], 0);
    walk->document.root = root;
    walk->document.line = event->line;
    walk->depth = 1;
    walk->found = true;
    g_string_truncate(walk->path, 0);
}

static bool element_start(const XmlEvent *event, void *data, GError **error)
{
    (void)error;
    Walk *walk = data;
    UblRoot root;
    if (walk->depth == 0) {
        if (ubl_is_document(event->name, event->uri, &root))
            document_start(walk, event, root);
        return true;
    }
    walk->depth++;
    g_string_append_printf(walk->path, "/%s", event->name);
    int kind = GPOINTER_TO_INT(g_hash_table_lookup(walk->beginnings, walk->path->str)) - 1;
    if (kind >= 0 && walk->document.groups[kind]->len < GROUPS_MOST)
        g_ptr_array_add(walk->document.groups[kind], g_new0(UblGroup, 1));
    attributes_keep(walk, g_hash_table_lookup(walk->index, walk->path->str), event);
    return true;
}

static void progress_tell(const Walk *walk, const XmlEvent *event)
{
    if (walk->listener->progress != NULL)
        walk->listener->progress(event->bytes, event->total, walk->listener->data);
}

static bool element_end(const XmlEvent *event, void *data, GError **error)
{
    Walk *walk = data;
    if (walk->depth == 0)
        return true;
    if (--walk->depth == 0) {
        progress_tell(walk, event);
        return walk->listener->document(&walk->document, walk->listener->data, error);
    }
    const Target *target = g_hash_table_lookup(walk->index, walk->path->str);
    if (target != NULL)
        target_fill(walk, target, event->text);
    const char *cut = strrchr(walk->path->str, '/');
    g_string_truncate(walk->path, cut == NULL ? 0 : (gsize)(cut - walk->path->str));
    return true;
}

static void remark_tell(const char *sentence, void *data)
{
    const UblListener *listener = ((Walk *)data)->listener;
    listener->warning(0, sentence, listener->data);
}

bool ubl_walk(const char *path, const UblListener *listener, GError **error)
{
    static const XmlListener handlers = {element_start, element_end, remark_tell};
    Walk walk;
    walk_init(&walk, listener);
    bool done = xml_read(path, &handlers, &walk, error);
    g_autofree char *base = g_path_get_basename(path), *name = text_clean(base);
    if (done && !walk.found)
        done =
            fail(error, BELRONDE_ERROR_INPUT, _("%s holds no invoice and no credit note; ask for the UBL file."), name);
    walk_clear(&walk);
    return done;
}
