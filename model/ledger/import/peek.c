#include "ledger/import/peek.h"
#include "base/error.h"

typedef struct {
    ImportPeek *peek;
    bool seen; /* the reader was stopped because enough is known */
} Peeking;

/* Enough is known: the error only makes the reader stop and is never shown. */
static bool seen(Peeking *peeking, ImportBrings brings, GError **error)
{
    peeking->peek->brings = brings;
    peeking->seen = true;
    g_set_error_literal(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT, "seen");
    return false;
}

static bool on_customer(const CustomerRecord *customer, void *data, GError **error)
{
    (void)customer;
    return seen(data, BRINGS_CUSTOMERS, error);
}

static bool on_item(const ItemRecord *item, void *data, GError **error)
{
    return seen(data, item->document ? BRINGS_INVOICES : BRINGS_LIST, error);
}

static bool on_contact(const ContactRecord *contact, void *data, GError **error)
{
    (void)contact;
    return seen(data, BRINGS_CONTACTS, error);
}

/* Some banks state the balances behind the lines: then the first line tells the day. */
static bool on_statement(const StatementRecord *statement, void *data, GError **error)
{
    Peeking *peeking = data;
    peeking->peek->brings = BRINGS_STATEMENTS;
    peeking->peek->day = statement->opening_day;
    return !day_known(statement->opening_day) || seen(peeking, BRINGS_STATEMENTS, error);
}

static bool on_line(const LineRecord *line, void *data, GError **error)
{
    Peeking *peeking = data;
    peeking->peek->day = line->day;
    return seen(peeking, BRINGS_STATEMENTS, error);
}

static bool on_statement_end(const StatementRecord *statement, gint64 stated, void *data, GError **error)
{
    Peeking *peeking = data;
    (void)stated;
    peeking->peek->day = statement->closing_day;
    return !day_known(statement->closing_day) || seen(peeking, BRINGS_STATEMENTS, error);
}

static void on_problem(int line, const char *reason, const char *raw, void *data)
{
    (void)line, (void)reason, (void)raw, (void)data;
}

static void on_warning(int line, const char *sentence, void *data)
{
    (void)line, (void)sentence, (void)data;
}

bool import_peek(const char *path, const ImportOptions *options, ImportPeek *peek, GError **error)
{
    ImportPeek found = {.brings = BRINGS_NOTHING, .day = DAY_NONE};
    Peeking peeking = {.peek = &found};
    const ImportSink sink = {.data = &peeking,
                             .customer = on_customer,
                             .item = on_item,
                             .contact = on_contact,
                             .statement_begin = on_statement,
                             .line = on_line,
                             .statement_end = on_statement_end,
                             .problem = on_problem,
                             .warning = on_warning};
    g_autoptr(GError) trouble = NULL;
    found.format = import_recognise(path, options, error);
    if (found.format == NULL)
        return false;
    if (!found.format->read(path, options, &sink, &trouble) && !peeking.seen) {
        g_propagate_error(error, g_steal_pointer(&trouble));
        return false;
    }
    *peek = found;
    return true;
}
