/* Tables say which path of the file fills which slot; the walker knows nothing else about the message.
 * The several spellings of versions 02 to 14 stand beside each other: the first one found is taken. */
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/import/camt.h"
#include "ledger/import/xml_reader.h"

#include <string.h>

typedef enum { SCOPE_STATEMENT, SCOPE_BALANCE, SCOPE_ENTRY, SCOPE_DETAIL, SCOPE_STRUCTURED } Scope;

#define NO_SLOT (-1)

typedef struct {
    const char *path;
    int slot;
    int currency_slot; /* where its Ccy attribute goes */
    bool joined;       /* repeated ones are joined by a blank; else the first stays */
} PathRow;

#define TEXT(path_, slot_)                                                                                             \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .currency_slot = NO_SLOT                                                         \
    }
#define MONEY(path_, slot_, currency_)                                                                                 \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .currency_slot = currency_                                                       \
    }
#define JOINED(path_, slot_)                                                                                           \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .currency_slot = NO_SLOT, .joined = true                                         \
    }

static const PathRow statement_rows[] = {
    TEXT("Id", STATEMENT_ID),
    TEXT("CreDtTm", STATEMENT_CREATED),
    TEXT("FrToDt/ToDtTm", STATEMENT_UNTIL),
    TEXT("Acct/Id/IBAN", STATEMENT_IBAN),
    TEXT("Acct/Id/Othr/Id", STATEMENT_OTHER_ACCOUNT),
    TEXT("Acct/Ccy", STATEMENT_CURRENCY),
    TEXT("Acct/Ownr/Nm", STATEMENT_OWNER),
    TEXT("TxsSummry/TtlNtries/NbOfNtries", STATEMENT_COUNT),
    TEXT("TxsSummry/TtlCdtNtries/NbOfNtries", STATEMENT_CREDIT_COUNT),
    TEXT("TxsSummry/TtlCdtNtries/Sum", STATEMENT_CREDIT_SUM),
    TEXT("TxsSummry/TtlDbtNtries/NbOfNtries", STATEMENT_DEBIT_COUNT),
    TEXT("TxsSummry/TtlDbtNtries/Sum", STATEMENT_DEBIT_SUM),
};

static const PathRow balance_rows[] = {
    TEXT("Tp/CdOrPrtry/Cd", BALANCE_CODE), MONEY("Amt", BALANCE_AMOUNT, BALANCE_CURRENCY),
    TEXT("CdtDbtInd", BALANCE_SIGN),       TEXT("Dt/Dt", BALANCE_DAY),
    TEXT("Dt/DtTm", BALANCE_DAY),
};

static const PathRow entry_rows[] = {
    TEXT("NtryRef", ENTRY_REFERENCE),
    MONEY("Amt", ENTRY_AMOUNT, ENTRY_CURRENCY),
    TEXT("CdtDbtInd", ENTRY_SIGN),
    TEXT("Sts", ENTRY_STATUS),
    TEXT("Sts/Cd", ENTRY_STATUS),
    TEXT("Sts/Prtry", ENTRY_STATUS_OWN),
    TEXT("RvslInd", ENTRY_REVERSAL),
    TEXT("BookgDt/Dt", ENTRY_DAY),
    TEXT("BookgDt/DtTm", ENTRY_DAY),
    TEXT("ValDt/Dt", ENTRY_VALUE_DAY),
    TEXT("ValDt/DtTm", ENTRY_VALUE_DAY),
    TEXT("AcctSvcrRef", ENTRY_BANK_REFERENCE),
    TEXT("AddtlNtryInf", ENTRY_TEXT),
    TEXT("NtryDtls/Btch/NbOfTxs", ENTRY_BATCH_COUNT),
    TEXT("NtryDtls/Btch/PmtInfId", ENTRY_BATCH_ID),
};

/* A party may be a person (Nm, from 07 Pty/Nm) or a bank (Agt); where the file names nobody, the name on the
 * account or the party behind it serves. */
static const PathRow detail_rows[] = {
    MONEY("Amt", DETAIL_AMOUNT, DETAIL_CURRENCY),
    TEXT("CdtDbtInd", DETAIL_SIGN),
    MONEY("AmtDtls/TxAmt/Amt", DETAIL_TRANSACTION_AMOUNT, DETAIL_TRANSACTION_CURRENCY),
    MONEY("AmtDtls/InstdAmt/Amt", DETAIL_INSTRUCTED_AMOUNT, DETAIL_INSTRUCTED_CURRENCY),
    MONEY("AmtDtls/CntrValAmt/Amt", DETAIL_COUNTER_AMOUNT, DETAIL_COUNTER_CURRENCY),
    TEXT("RltdPties/Dbtr/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/Dbtr/Pty/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/Dbtr/Agt/FinInstnId/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/Dbtr/Agt/FinInstnId/BICFI", DETAIL_DEBTOR),
    TEXT("RltdPties/DbtrAcct/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/UltmtDbtr/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/UltmtDbtr/Pty/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/DbtrAcct/Id/IBAN", DETAIL_DEBTOR_ACCOUNT),
    TEXT("RltdPties/DbtrAcct/Id/Othr/Id", DETAIL_DEBTOR_ACCOUNT),
    TEXT("RltdPties/Cdtr/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/Cdtr/Pty/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/Cdtr/Agt/FinInstnId/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/Cdtr/Agt/FinInstnId/BICFI", DETAIL_CREDITOR),
    TEXT("RltdPties/CdtrAcct/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/UltmtCdtr/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/UltmtCdtr/Pty/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/CdtrAcct/Id/IBAN", DETAIL_CREDITOR_ACCOUNT),
    TEXT("RltdPties/CdtrAcct/Id/Othr/Id", DETAIL_CREDITOR_ACCOUNT),
    TEXT("Refs/EndToEndId", DETAIL_END_TO_END),
    TEXT("Refs/ChqNb", DETAIL_CHEQUE),
    TEXT("Refs/AcctSvcrRef", DETAIL_BANK_REFERENCE),
    TEXT("Refs/TxId", DETAIL_TRANSACTION_ID),
    TEXT("Refs/UETR", DETAIL_TRANSACTION_ID),
    JOINED("RmtInf/Ustrd", DETAIL_TEXT),
    TEXT("AddtlTxInf", DETAIL_EXTRA),
    TEXT("RtrInf/Rsn/Cd", DETAIL_RETURN),
    TEXT("RtrInf/Rsn/Prtry", DETAIL_RETURN),
};

/* CdtrRef: as drafts of version 02 had it, still written by some. */
static const PathRow structured_rows[] = {
    TEXT("CdtrRefInf/Ref", STRUCTURED_REFERENCE),
    TEXT("CdtrRefInf/CdtrRef", STRUCTURED_REFERENCE),
    JOINED("RfrdDocInf/Nb", STRUCTURED_DOCUMENT),
    JOINED("AddtlRmtInf", STRUCTURED_EXTRA),
};

/* Where each scope begins below the statement. */
static const struct {
    const char *path;
    const PathRow *rows;
    size_t count;
} scopes[] = {
    [SCOPE_STATEMENT] = {"", statement_rows, G_N_ELEMENTS(statement_rows)},
    [SCOPE_BALANCE] = {"/Bal", balance_rows, G_N_ELEMENTS(balance_rows)},
    [SCOPE_ENTRY] = {"/Ntry", entry_rows, G_N_ELEMENTS(entry_rows)},
    [SCOPE_DETAIL] = {"/Ntry/NtryDtls/TxDtls", detail_rows, G_N_ELEMENTS(detail_rows)},
    [SCOPE_STRUCTURED] = {"/Ntry/NtryDtls/TxDtls/RmtInf/Strd", structured_rows, G_N_ELEMENTS(structured_rows)},
};

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
    Scope scope;
    const PathRow *row;
} Target;

typedef struct {
    const CamtListener *listener;
    XmlReader *xml;
    GHashTable *index; /* path below the statement -> Target */
    GString *path;     /* below the statement; meaningful inside one */
    int depth;         /* elements open below the message, 0: outside */
    CamtMessage message;
    bool found; /* a message was seen at all */
    bool in_statement;
    char *created; /* of the group header, for statements without their own */
    CamtStatement statement;
    CamtEntry entry;
    char *structured[STRUCTURED_SLOTS];
    char *currency; /* Ccy of the element at hand */
} Walk;

/* ---- owners ---- */

static void slots_clear(char **slots, size_t count)
{
    for (size_t i = 0; i < count; i++)
        g_clear_pointer(&slots[i], g_free);
}

static void detail_free(gpointer data)
{
    CamtDetail *detail = data;
    slots_clear(detail->values, DETAIL_SLOTS);
    g_ptr_array_unref(detail->references);
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

static GHashTable *index_new(void)
{
    GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (size_t scope = 0; scope < G_N_ELEMENTS(scopes); scope++)
        for (size_t i = 0; i < scopes[scope].count; i++) {
            Target *target = g_new(Target, 1);
            *target = (Target){.scope = (Scope)scope, .row = &scopes[scope].rows[i]};
            g_hash_table_insert(index, g_strconcat(scopes[scope].path, "/", target->row->path, NULL), target);
        }
    return index;
}

static void walk_init(Walk *walk, const CamtListener *listener)
{
    *walk = (Walk){.listener = listener, .index = index_new(), .path = g_string_new(NULL)};
    walk->statement.balances = g_ptr_array_new_with_free_func(balance_free);
    walk->entry.details = g_ptr_array_new_with_free_func(detail_free);
}

static void walk_clear(Walk *walk)
{
    slots_clear(walk->statement.values, STATEMENT_SLOTS);
    slots_clear(walk->entry.values, ENTRY_SLOTS);
    slots_clear(walk->structured, STRUCTURED_SLOTS);
    g_ptr_array_unref(walk->statement.balances);
    g_ptr_array_unref(walk->entry.details);
    g_hash_table_unref(walk->index);
    g_string_free(walk->path, TRUE);
    g_free(walk->created);
    g_free(walk->currency);
    xml_reader_close(walk->xml);
}

/* ---- filling slots ---- */

static gpointer newest(const GPtrArray *list)
{
    return list->len == 0 ? NULL : g_ptr_array_index(list, list->len - 1);
}

/* Inside a balance or a detail there is one: its start made it. */
static char **slots_of(Walk *walk, Scope scope)
{
    switch (scope) {
    case SCOPE_STATEMENT: return walk->statement.values;
    case SCOPE_BALANCE: return ((CamtBalance *)newest(walk->statement.balances))->values;
    case SCOPE_ENTRY: return walk->entry.values;
    case SCOPE_DETAIL: return ((CamtDetail *)newest(walk->entry.details))->values;
    case SCOPE_STRUCTURED: break;
    }
    return walk->structured;
}

static void slot_set(Walk *walk, const Target *target, const char *text)
{
    const PathRow *row = target->row;
    char **slots = slots_of(walk, target->scope);
    g_autofree char *value = g_strstrip(g_strdup(text));
    if (value[0] == '\0')
        return;
    if (slots[row->slot] == NULL) {
        slots[row->slot] = g_steal_pointer(&value);
        if (row->currency_slot != NO_SLOT)
            slots[row->currency_slot] = g_steal_pointer(&walk->currency);
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

/* ---- elements ---- */

static bool path_is(const Walk *walk, Scope scope)
{
    return strcmp(walk->path->str, scopes[scope].path) == 0;
}

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
    g_string_truncate(walk->path, 0);
}

static void inner_start(Walk *walk, const XmlEvent *event)
{
    g_string_append_printf(walk->path, "/%s", event->name);
    if (path_is(walk, SCOPE_BALANCE)) {
        CamtBalance *balance = g_new0(CamtBalance, 1);
        balance->line = event->line;
        g_ptr_array_add(walk->statement.balances, balance);
    } else if (path_is(walk, SCOPE_ENTRY)) {
        slots_clear(walk->entry.values, ENTRY_SLOTS);
        g_ptr_array_set_size(walk->entry.details, 0);
        walk->entry.line = event->line;
    } else if (path_is(walk, SCOPE_DETAIL)) {
        g_ptr_array_add(walk->entry.details, detail_new());
    }
    g_free(walk->currency);
    walk->currency = xml_reader_attribute(walk->xml, "Ccy");
}

static void element_start(Walk *walk, const XmlEvent *event)
{
    if (walk->depth == 0) {
        message_start(walk, event);
        return;
    }
    walk->depth++;
    if (walk->in_statement)
        inner_start(walk, event);
    else if (walk->depth == 2 && strcmp(event->name, messages[walk->message].statement) == 0)
        statement_start(walk, event);
}

static void progress_tell(const Walk *walk)
{
    gint64 bytes = 0, total = 0;
    xml_reader_position(walk->xml, &bytes, &total);
    if (walk->listener->progress != NULL)
        walk->listener->progress(bytes, total, walk->listener->data);
}

/* Statements without a time of their own have the message's. */
static void created_complete(Walk *walk)
{
    if (walk->statement.values[STATEMENT_CREATED] == NULL)
        walk->statement.values[STATEMENT_CREATED] = g_strdup(walk->created);
}

static bool inner_end(Walk *walk, const XmlEvent *event, GError **error)
{
    const CamtListener *listener = walk->listener;
    const Target *target = g_hash_table_lookup(walk->index, walk->path->str);
    if (target != NULL)
        slot_set(walk, target, event->text);
    else if (path_is(walk, SCOPE_STRUCTURED))
        structured_end(walk);
    bool going = true;
    if (path_is(walk, SCOPE_ENTRY)) {
        created_complete(walk);
        going = listener->entry(&walk->statement, &walk->entry, listener->data, error);
        progress_tell(walk);
    }
    const char *cut = strrchr(walk->path->str, '/');
    g_string_truncate(walk->path, cut == NULL ? 0 : (gsize)(cut - walk->path->str));
    return going;
}

static bool element_end(Walk *walk, const XmlEvent *event, GError **error)
{
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

static bool walk_run(Walk *walk, const char *path, GError **error)
{
    XmlEvent event;
    for (;;) {
        if (!xml_reader_next(walk->xml, &event, error))
            return false;
        if (event.kind == XML_EVENT_DONE)
            break;
        if (event.kind == XML_EVENT_START)
            element_start(walk, &event);
        else if (!element_end(walk, &event, error))
            return false;
    }
    g_autofree char *base = g_path_get_basename(path), *name = camt_text(base);
    return walk->found ||
           fail(error, BELRONDE_ERROR_INPUT, _("%s holds no bank statement; ask the bank for CAMT.053"), name);
}

bool camt_walk(const char *path, const CamtListener *listener, GError **error)
{
    Walk walk;
    walk_init(&walk, listener);
    walk.xml = xml_reader_open(path, error);
    bool done = false;
    if (walk.xml != NULL) {
        if (xml_reader_encoding_forced(walk.xml) != NULL)
            listener->warning(0,
                              _("The file says it is UTF-8 and is not; it was read as Western European text: look at "
                                "the names."),
                              listener->data);
        done = walk_run(&walk, path, error);
    }
    walk_clear(&walk);
    return done;
}
