/* Goes through the file with the tree of known paths beside it and fills the slots it names; the walker knows
 * nothing else about the message. */
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/import/camt_paths.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

/* The message's element, the statement's below it, and the names they have in a namespace. */
static const struct {
    const char *message, *statement, *schema;
} messages[] = {
    [CAMT_STATEMENT] = {"BkToCstmrStmt", "Stmt", "camt.053.001."},
    [CAMT_REPORT] = {"BkToCstmrAcctRpt", "Rpt", "camt.052.001."},
    [CAMT_NOTIFICATION] = {"BkToCstmrDbtCdtNtfctn", "Ntfctn", "camt.054.001."},
};
enum { NAMESPACE_NEWEST = 14, JOINED_MOST = 16 * 1024 };
#define NAMESPACE_ROOT "urn:iso:std:iso:20022:tech:xsd:"

typedef struct {
    const CamtListener *listener;
    GPtrArray *nodes; /* from the statement down to the element at hand; NULL where nothing matters */
    int depth;        /* elements open below the message, 0: outside */
    CamtMessage message;
    bool found; /* a message was seen at all */
    bool in_statement;
    char *created; /* of the group header, for statements without their own */
    CamtStatement statement;
    CamtEntry entry;
    char *structured[STRUCTURED_SLOTS];
    char *charge[CHARGE_SLOTS];
    char *currency; /* Ccy of the element at hand */
} Walk;

/* ---- owners ---- */

static void slots_clear(char **slots, size_t count)
{
    for (size_t i = 0; i < count; i++)
        g_clear_pointer(&slots[i], g_free);
}

static void charge_free(gpointer data)
{
    CamtCharge *charge = data;
    slots_clear(charge->values, CHARGE_SLOTS);
    g_free(charge);
}

static void detail_free(gpointer data)
{
    CamtDetail *detail = data;
    slots_clear(detail->values, DETAIL_SLOTS);
    g_ptr_array_unref(detail->references);
    g_clear_pointer(&detail->charges, g_ptr_array_unref);
    g_string_free(detail->documents, TRUE);
    g_free(detail);
}

static CamtDetail *detail_new(void)
{
    CamtDetail *detail = g_new0(CamtDetail, 1);
    detail->references = g_ptr_array_new_with_free_func(g_free);
    detail->documents = g_string_new(NULL);
    return detail;
}

static void balance_free(gpointer data)
{
    CamtBalance *balance = data;
    slots_clear(balance->values, BALANCE_SLOTS);
    g_free(balance);
}

static void walk_init(Walk *walk, const CamtListener *listener)
{
    *walk = (Walk){.listener = listener, .nodes = g_ptr_array_new()};
    walk->statement.balances = g_ptr_array_new_with_free_func(balance_free);
    walk->entry.details = g_ptr_array_new_with_free_func(detail_free);
    walk->entry.charges = g_ptr_array_new_with_free_func(charge_free);
}

static void walk_clear(Walk *walk)
{
    slots_clear(walk->statement.values, STATEMENT_SLOTS);
    slots_clear(walk->entry.values, ENTRY_SLOTS);
    slots_clear(walk->structured, STRUCTURED_SLOTS);
    slots_clear(walk->charge, CHARGE_SLOTS);
    g_ptr_array_unref(walk->statement.balances);
    g_ptr_array_unref(walk->entry.details);
    g_ptr_array_unref(walk->entry.charges);
    g_ptr_array_unref(walk->nodes);
    g_free(walk->created);
    g_free(walk->currency);
}

/* ---- filling slots ---- */

static gpointer newest(const GPtrArray *list)
{
    return list->len == 0 ? NULL : g_ptr_array_index(list, list->len - 1);
}

/* Inside a balance or a detail there is one: its start made it. */
static char **slots_of(Walk *walk, int scope)
{
    switch ((CamtScope)scope) {
    case CAMT_SCOPE_BALANCE: return ((CamtBalance *)newest(walk->statement.balances))->values;
    case CAMT_SCOPE_ENTRY: return walk->entry.values;
    case CAMT_SCOPE_DETAIL: return ((CamtDetail *)newest(walk->entry.details))->values;
    case CAMT_SCOPE_STRUCTURED: return walk->structured;
    case CAMT_SCOPE_ENTRY_CHARGE:
    case CAMT_SCOPE_DETAIL_CHARGE: return walk->charge;
    case CAMT_SCOPE_STATEMENT: break;
    }
    return walk->statement.values;
}

static void slot_set(Walk *walk, const XmlNode *node, const char *text)
{
    const XmlPath *row = node->row;
    char **slots = slots_of(walk, node->row_scope);
    g_autofree char *value = g_strstrip(g_strdup(text));
    if (value[0] == '\0')
        return;
    if (slots[row->slot] == NULL) {
        slots[row->slot] = g_steal_pointer(&value);
        if (row->attribute_slot != XML_NO_SLOT)
            slots[row->attribute_slot] = g_steal_pointer(&walk->currency);
    } else if (row->joined && strlen(slots[row->slot]) < JOINED_MOST) {
        char *joined = g_strconcat(slots[row->slot], " ", value, NULL);
        g_free(slots[row->slot]);
        slots[row->slot] = joined;
    }
}

static void structured_end(Walk *walk)
{
    char **slots = walk->structured;
    CamtDetail *detail = newest(walk->entry.details);
    if (slots[STRUCTURED_REFERENCE] != NULL)
        g_ptr_array_add(detail->references, g_steal_pointer(&slots[STRUCTURED_REFERENCE]));
    for (int slot = STRUCTURED_DOCUMENT; slot <= STRUCTURED_EXTRA; slot++)
        if (slots[slot] != NULL && detail->documents->len < JOINED_MOST)
            g_string_append_printf(detail->documents, "%s%s", detail->documents->len > 0 ? " " : "", slots[slot]);
    slots_clear(slots, STRUCTURED_SLOTS);
}

/* The element around the records of a later version has no amount of its own. */
static void charge_end(Walk *walk, GPtrArray *charges)
{
    if (walk->charge[CHARGE_AMOUNT] != NULL) {
        CamtCharge *charge = g_new0(CamtCharge, 1);
        memcpy(charge->values, walk->charge, sizeof charge->values);
        memset(walk->charge, 0, sizeof walk->charge);
        g_ptr_array_add(charges, charge);
    }
    slots_clear(walk->charge, CHARGE_SLOTS);
}

static GPtrArray *detail_charges(Walk *walk)
{
    CamtDetail *detail = newest(walk->entry.details);
    if (detail->charges == NULL)
        detail->charges = g_ptr_array_new_with_free_func(charge_free);
    return detail->charges;
}

/* ---- elements ---- */

static void namespace_check(const Walk *walk, const XmlEvent *event)
{
    g_autofree char *usual = g_strconcat(NAMESPACE_ROOT, messages[walk->message].schema, NULL);
    g_autofree char *name = camt_text(event->uri);
    g_autofree char *sentence = NULL;
    guint64 version = 0;
    bool usual_root = g_str_has_prefix(event->uri, usual);
    if (usual_root && g_ascii_string_to_unsigned(event->uri + strlen(usual), 10, 1, 999, &version, NULL) &&
        version >= 2 && version <= NAMESPACE_NEWEST)
        return;
    if (usual_root)
        sentence = g_strdup_printf(_("This is version %s, which this program does not know; it was read as the newest "
                                     "one it knows: compare the totals with the bank."),
                                   name + strlen(NAMESPACE_ROOT));
    else
        sentence = g_strdup_printf(_("The file has the shape of a bank statement but calls itself “%s”: compare the "
                                     "totals with the bank."),
                                   name);
    walk->listener->warning(event->line, sentence, walk->listener->data);
}

static void message_start(Walk *walk, const XmlEvent *event)
{
    for (size_t i = 0; i < G_N_ELEMENTS(messages); i++) {
        if (strcmp(event->name, messages[i].message) != 0)
            continue;
        walk->message = (CamtMessage)i;
        walk->depth = 1;
        walk->found = true;
        namespace_check(walk, event);
    }
}

static void statement_start(Walk *walk, const XmlEvent *event)
{
    slots_clear(walk->statement.values, STATEMENT_SLOTS);
    g_ptr_array_set_size(walk->statement.balances, 0);
    walk->statement.message = walk->message;
    walk->statement.line = event->line;
    walk->in_statement = true;
    g_ptr_array_set_size(walk->nodes, 0);
    g_ptr_array_add(walk->nodes, (gpointer)camt_paths_root());
}

static void scope_start(Walk *walk, int scope, const XmlEvent *event)
{
    if (scope == CAMT_SCOPE_BALANCE) {
        CamtBalance *balance = g_new0(CamtBalance, 1);
        balance->line = event->line;
        g_ptr_array_add(walk->statement.balances, balance);
    } else if (scope == CAMT_SCOPE_ENTRY) {
        slots_clear(walk->entry.values, ENTRY_SLOTS);
        g_ptr_array_set_size(walk->entry.details, 0);
        g_ptr_array_set_size(walk->entry.charges, 0);
        walk->entry.line = event->line;
    } else if (scope == CAMT_SCOPE_DETAIL) {
        g_ptr_array_add(walk->entry.details, detail_new());
    }
}

static void inner_start(Walk *walk, const XmlEvent *event)
{
    const XmlNode *node = xml_paths_child(newest(walk->nodes), event->name);
    g_ptr_array_add(walk->nodes, (gpointer)node);
    if (node == NULL)
        return;
    scope_start(walk, node->scope, event);
    if (node->row == NULL || node->row->attribute_slot == XML_NO_SLOT)
        return;
    g_free(walk->currency);
    walk->currency = xml_attribute(event, "Ccy");
}

static bool element_start(const XmlEvent *event, void *data, GError **error)
{
    (void)error;
    Walk *walk = data;
    if (walk->depth == 0) {
        message_start(walk, event);
        return true;
    }
    walk->depth++;
    if (walk->in_statement)
        inner_start(walk, event);
    else if (walk->depth == 2 && strcmp(event->name, messages[walk->message].statement) == 0)
        statement_start(walk, event);
    return true;
}

static void progress_tell(const Walk *walk, const XmlEvent *event)
{
    if (walk->listener->progress != NULL)
        walk->listener->progress(event->bytes, event->total, walk->listener->data);
}

/* Statements without a time of their own have the message's. */
static void created_complete(Walk *walk)
{
    if (walk->statement.values[STATEMENT_CREATED] == NULL)
        walk->statement.values[STATEMENT_CREATED] = g_strdup(walk->created);
}

static bool entry_end(Walk *walk, const XmlEvent *event, GError **error)
{
    const CamtListener *listener = walk->listener;
    created_complete(walk);
    bool going = listener->entry(&walk->statement, &walk->entry, listener->data, error);
    progress_tell(walk, event);
    return going;
}

static bool inner_end(Walk *walk, const XmlEvent *event, GError **error)
{
    const XmlNode *node = newest(walk->nodes);
    g_ptr_array_set_size(walk->nodes, (int)walk->nodes->len - 1);
    if (node == NULL)
        return true;
    if (node->row != NULL)
        slot_set(walk, node, event->text);
    if (node->scope == CAMT_SCOPE_STRUCTURED)
        structured_end(walk);
    else if (node->scope == CAMT_SCOPE_ENTRY_CHARGE)
        charge_end(walk, walk->entry.charges);
    else if (node->scope == CAMT_SCOPE_DETAIL_CHARGE)
        charge_end(walk, detail_charges(walk));
    return node->scope != CAMT_SCOPE_ENTRY || entry_end(walk, event, error);
}

static bool element_end(const XmlEvent *event, void *data, GError **error)
{
    Walk *walk = data;
    if (walk->depth == 0)
        return true;
    walk->depth--;
    if (walk->in_statement && walk->depth > 1)
        return inner_end(walk, event, error);
    if (walk->in_statement && walk->depth == 1) {
        walk->in_statement = false;
        created_complete(walk);
        return walk->listener->end(&walk->statement, walk->listener->data, error);
    }
    if (walk->depth == 2 && strcmp(event->name, "CreDtTm") == 0 && walk->created == NULL)
        walk->created = g_strdup(event->text);
    return true;
}

static void remark_tell(const char *sentence, void *data)
{
    const CamtListener *listener = ((Walk *)data)->listener;
    listener->warning(0, sentence, listener->data);
}

bool camt_walk(const char *path, const CamtListener *listener, GError **error)
{
    static const XmlListener handlers = {element_start, element_end, remark_tell};
    Walk walk;
    walk_init(&walk, listener);
    bool done = xml_read(path, &handlers, &walk, error);
    g_autofree char *base = g_path_get_basename(path), *name = camt_text(base);
    if (done && !walk.found)
        done = fail(error, BELRONDE_ERROR_INPUT, _("%s holds no bank statement; ask the bank for CAMT.053"), name);
    walk_clear(&walk);
    return done;
}
