/* Goes through the audit file once.  What it knows of the format is the table of paths; everything else in the
 * file, the general ledger's words above all, passes by unread. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/xaf.h"
#include "ledger/import/xml_paths.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

enum { PROGRESS_LINES = 2000 };

typedef enum {
    SCOPE_HEADER = XML_SCOPE_NONE + 1,
    SCOPE_PARTY,
    SCOPE_ACCOUNT,
    SCOPE_OPENING,
    SCOPE_OPENING_LINE,
    SCOPE_TRANSACTIONS,
    SCOPE_TRANSACTION_LINE,
    SCOPE_SUBLEDGER,
    SCOPE_SUBLEDGER_LINE,
    SCOPES
} Scope;

#define TEXT(path_, slot_)                                                                                             \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute_slot = XML_NO_SLOT                                                    \
    }

static const XmlPath header_rows[] = {
    TEXT("curCode", XAF_CURRENCY),
    TEXT("endDate", XAF_END),
    TEXT("dateCreated", XAF_CREATED),
    TEXT("softwareDesc", XAF_SOFTWARE),
};

static const XmlPath party_rows[] = {
    TEXT("custSupID", PARTY_ID),
    TEXT("custSupName", PARTY_NAME),
    TEXT("contact", PARTY_CONTACT),
    TEXT("telephone", PARTY_PHONE),
    TEXT("eMail", PARTY_MAIL),
    TEXT("commerceNr", PARTY_COMPANY_NUMBER),
    TEXT("taxRegistrationCountry", PARTY_VAT_COUNTRY),
    TEXT("taxRegIdent", PARTY_VAT),
    TEXT("custSupTp", PARTY_TYPE),
    TEXT("custCreditLimit", PARTY_LIMIT),
    TEXT("streetAddress/streetname", PARTY_STREET),
    TEXT("streetAddress/number", PARTY_HOUSE),
    TEXT("streetAddress/numberExtension", PARTY_HOUSE_MORE),
    TEXT("streetAddress/city", PARTY_CITY),
    TEXT("streetAddress/postalCode", PARTY_POSTCODE),
    TEXT("streetAddress/country", PARTY_COUNTRY),
    TEXT("postalAddress/streetname", PARTY_POST_STREET),
    TEXT("postalAddress/number", PARTY_POST_HOUSE),
    TEXT("postalAddress/numberExtension", PARTY_POST_HOUSE_MORE),
    TEXT("postalAddress/city", PARTY_POST_CITY),
    TEXT("postalAddress/postalCode", PARTY_POST_POSTCODE),
    TEXT("postalAddress/country", PARTY_POST_COUNTRY),
};

static const XmlPath account_rows[] = {TEXT("bankAccNr", PARTY_ACCOUNT)};

static const XmlPath block_rows[] = {
    TEXT("linesCount", BLOCK_LINES), TEXT("totalDebit", BLOCK_DEBIT), TEXT("totalCredit", BLOCK_CREDIT),
    TEXT("sbType", BLOCK_TYPE),      TEXT("sbDesc", BLOCK_NAME),
};

static const XmlPath amount_rows[] = {TEXT("amnt", LINE_AMOUNT), TEXT("amntTp", LINE_SIDE)};

static const XmlPath line_rows[] = {
    TEXT("custSupID", LINE_PARTY),
    TEXT("invRef", LINE_INVOICE),
    TEXT("invPurSalTp", LINE_SALE),
    TEXT("invDt", LINE_ISSUED),
    TEXT("invDueDt", LINE_DUE),
    TEXT("amnt", LINE_AMOUNT),
    TEXT("amntTp", LINE_SIDE),
    TEXT("mutTp", LINE_CHANGE),
    TEXT("matchKeyID", LINE_MATCH),
    TEXT("docRef", LINE_DOCUMENT),
    TEXT("trNr", LINE_TRANSACTION),
    TEXT("nr", LINE_NUMBER),
    TEXT("desc", LINE_TEXT),
    TEXT("currency/curCode", LINE_CURRENCY),
    TEXT("currency/curAmnt", LINE_FOREIGN),
};

#define OPENING      "company/openingBalance"
#define TRANSACTIONS "company/transactions"
#define SCOPE(scope_, path_, rows_)                                                                                    \
    {                                                                                                                  \
        scope_, path_, rows_, G_N_ELEMENTS(rows_)                                                                      \
    }

static const XmlScope scopes[] = {
    SCOPE(SCOPE_HEADER, "header", header_rows),
    SCOPE(SCOPE_PARTY, "company/customersSuppliers/customerSupplier", party_rows),
    SCOPE(SCOPE_ACCOUNT, "company/customersSuppliers/customerSupplier/bankAccount", account_rows),
    SCOPE(SCOPE_OPENING, OPENING, block_rows),
    SCOPE(SCOPE_OPENING_LINE, OPENING "/obLine", amount_rows),
    SCOPE(SCOPE_TRANSACTIONS, TRANSACTIONS, block_rows),
    SCOPE(SCOPE_TRANSACTION_LINE, TRANSACTIONS "/journal/transaction/trLine", amount_rows),
    SCOPE(SCOPE_SUBLEDGER, OPENING "/obSubledgers/obSubledger", block_rows),
    SCOPE(SCOPE_SUBLEDGER, TRANSACTIONS "/subledgers/subledger", block_rows),
    SCOPE(SCOPE_SUBLEDGER_LINE, OPENING "/obSubledgers/obSubledger/obSbLine", line_rows),
    SCOPE(SCOPE_SUBLEDGER_LINE, TRANSACTIONS "/subledgers/subledger/sbLine", line_rows),
};

static const XmlNode *root_node(void)
{
    static gsize root;
    if (g_once_init_enter(&root))
        g_once_init_leave(&root, GPOINTER_TO_SIZE(xml_paths_tree(scopes, G_N_ELEMENTS(scopes))));
    return GSIZE_TO_POINTER(root);
}

G_STATIC_ASSERT((int)PARTY_SLOTS >= (int)LINE_SLOTS && (int)PARTY_SLOTS <= XAF_SLOTS);

typedef struct {
    const XafListener *listener;
    GPtrArray *nodes; /* from the root down to the element at hand */
    XafSlots slots[SCOPES];
    bool found;
    guint lines;
} Walk;

static XafSlots *slots_of(Walk *walk, int scope)
{
    return &walk->slots[scope == SCOPE_ACCOUNT ? SCOPE_PARTY : scope];
}

static void slots_clear(XafSlots *slots)
{
    for (size_t i = 0; i < G_N_ELEMENTS(slots->values); i++)
        g_string_truncate(slots->values[i], 0);
}

/* ---- one element ---- */

static void progress_tell(Walk *walk, const XmlEvent *event)
{
    if (++walk->lines % PROGRESS_LINES == 0)
        walk->listener->progress(event->bytes, event->total, walk->listener->data);
}

/* A party may have several accounts, of which the IBAN is the one that payments show. */
static void account_set(GString *slot, const char *text)
{
    g_autofree char *iban = iban_normal(text);
    g_autofree char *known = slot->len == 0 ? NULL : iban_normal(slot->str);
    if (slot->len == 0 || (iban != NULL && iban_valid(iban) && known == NULL))
        g_string_assign(slot, iban != NULL ? iban : text);
}

static void slot_set(Walk *walk, const XmlNode *node, const char *text)
{
    GString *slot = slots_of(walk, node->row_scope)->values[node->row->slot];
    text += strspn(text, " \t\r\n");
    if (*text == '\0')
        return;
    if (node->row_scope == SCOPE_ACCOUNT) {
        account_set(slot, text);
        return;
    }
    if (slot->len > 0)
        return;
    g_string_assign(slot, text);
    while (slot->len > 0 && g_ascii_isspace(slot->str[slot->len - 1]))
        g_string_truncate(slot, slot->len - 1);
}

static bool scope_end(Walk *walk, int scope, const XmlEvent *event, GError **error)
{
    const XafListener *listener = walk->listener;
    const XafSlots *slots = &walk->slots[scope];
    switch ((Scope)scope) {
    case SCOPE_HEADER: listener->header(slots, listener->data); break;
    case SCOPE_PARTY: progress_tell(walk, event); return listener->party(slots, listener->data, error);
    case SCOPE_OPENING_LINE:
    case SCOPE_TRANSACTION_LINE:
        progress_tell(walk, event);
        listener->ledger_line(scope == SCOPE_OPENING_LINE ? XAF_OPENING : XAF_TRANSACTIONS, slots, listener->data);
        break;
    case SCOPE_SUBLEDGER_LINE:
        progress_tell(walk, event);
        return listener->subledger_line(&walk->slots[SCOPE_SUBLEDGER], slots, listener->data, error);
    case SCOPE_OPENING: listener->block_end(XAF_OPENING, slots, listener->data); break;
    case SCOPE_TRANSACTIONS: listener->block_end(XAF_TRANSACTIONS, slots, listener->data); break;
    case SCOPE_SUBLEDGER: listener->block_end(XAF_SUBLEDGER, slots, listener->data); break;
    case SCOPE_ACCOUNT:
    case SCOPES: break;
    }
    return true;
}

static bool element_start(const XmlEvent *event, void *data, GError **error)
{
    Walk *walk = data;
    const XmlNode *node = NULL;
    if (walk->nodes->len > 0)
        node = xml_paths_child(g_ptr_array_index(walk->nodes, walk->nodes->len - 1), event->name);
    else if (strcmp(event->name, "auditfile") == 0)
        node = root_node();
    else
        return true; /* an envelope */
    g_ptr_array_add(walk->nodes, (gpointer)node);
    if (node == NULL)
        return true;
    if (walk->nodes->len == 1) {
        walk->found = true;
        return walk->listener->root(event->uri, event->line, walk->listener->data, error);
    }
    if (node->scope != XML_SCOPE_NONE && node->scope != SCOPE_ACCOUNT) {
        slots_clear(&walk->slots[node->scope]);
        walk->slots[node->scope].line = event->line;
    }
    return true;
}

static bool element_end(const XmlEvent *event, void *data, GError **error)
{
    Walk *walk = data;
    if (walk->nodes->len == 0)
        return true;
    const XmlNode *node = g_ptr_array_index(walk->nodes, walk->nodes->len - 1);
    g_ptr_array_set_size(walk->nodes, (int)walk->nodes->len - 1);
    if (node == NULL)
        return true;
    if (node->row != NULL)
        slot_set(walk, node, event->text);
    return node->scope == XML_SCOPE_NONE || scope_end(walk, node->scope, event, error);
}

static void remark_tell(const char *sentence, void *data)
{
    const XafListener *listener = ((Walk *)data)->listener;
    listener->remark(sentence, listener->data);
}

bool xaf_walk(const char *path, const XafListener *listener, GError **error)
{
    static const XmlListener handlers = {element_start, element_end, remark_tell};
    Walk walk = {.listener = listener, .nodes = g_ptr_array_new()};
    for (int scope = 0; scope < SCOPES; scope++)
        for (size_t i = 0; i < G_N_ELEMENTS(walk.slots[scope].values); i++)
            walk.slots[scope].values[i] = g_string_new(NULL);
    bool done = xml_read(path, &handlers, &walk, error);
    g_autofree char *base = g_path_get_basename(path), *name = text_clean(base);
    if (done && !walk.found)
        done = fail(error, BELRONDE_ERROR_INPUT, _("%s holds no audit file"), name);
    for (int scope = 0; scope < SCOPES; scope++)
        for (size_t i = 0; i < G_N_ELEMENTS(walk.slots[scope].values); i++)
            g_string_free(walk.slots[scope].values[i], TRUE);
    g_ptr_array_unref(walk.nodes);
    return done;
}
