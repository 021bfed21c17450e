/* A small house for the tests of the ledger: a fresh database of the real schema, a fixed clock, the shipped
 * import profiles.  Lists and statements are written as files and go through the real readers. */
#pragma once
#include "base/clock.h"
#include "base/settings.h"
#include "ledger/account.h"
#include "ledger/booking.h"
#include "ledger/matching.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

typedef struct {
    char *folder;
    Ledger ledger;
    Ini *profiles;
    Settings *settings;
    BookingOptions options;
    GHashTable *followed; /* customer ids the follow-up was called with, number of times */
    int files, follow_ups;
} House;

static inline void house_remove(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        house_remove(child);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_remove(path);
}

static inline void house_clock(const char *iso)
{
    g_autoptr(GError) error = NULL;
    clock_fix(iso, &error);
    g_assert_no_error(error);
}

static inline void house_run(House *house, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(store_begin(house->ledger.store, &error));
    store_run(house->ledger.store, sql, NO_BINDS, &error);
    g_assert_no_error(error);
    g_assert_true(store_commit(house->ledger.store, &error));
}

/* What a promise is for; a number that is no item's: nothing in particular. */
static inline void house_promise_item(House *house, gint64 promise_id, const char *number, Cents amount)
{
    g_autofree char *sql =
        g_strdup_printf("INSERT INTO promise_item (promise_id, position, item_id, amount)"
                        " SELECT %" G_GINT64_FORMAT ", 1, id, %" G_GINT64_FORMAT " FROM item WHERE number = '%s'",
                        promise_id, amount, number);
    house_run(house, sql);
}

static inline gint64 house_number(House *house, const char *format, ...) G_GNUC_PRINTF(2, 3);
static inline gint64 house_number(House *house, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *sql = g_strdup_vprintf(format, values);
    va_end(values);
    gint64 number = 0;
    g_autoptr(GError) error = NULL;
    store_value(house->ledger.store, sql, NO_BINDS, G_MININT64, &number, &error);
    g_assert_no_error(error);
    return number;
}

static inline char *house_text(House *house, const char *sql)
{
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    store_text(house->ledger.store, sql, NO_BINDS, &text, &error);
    g_assert_no_error(error);
    return text != NULL ? text : g_strdup("");
}

/* Column `row` of each row, a line each. */
static inline void house_rows(House *house, GString *text, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Query) query = store_query(house->ledger.store, sql, NO_BINDS, &error);
    while (query != NULL && query_next(query))
        g_string_append_printf(text, "%s\n", query_text(query, "row"));
    g_assert_true(query != NULL && query_finish(query, &error));
    g_assert_no_error(error);
}

static inline bool house_follow_up(const GArray *ids, ImportSummary *summary, void *data, GError **error)
{
    House *house = data;
    (void)summary, (void)error;
    g_assert_true(store_in_transaction(house->ledger.store));
    house->follow_ups++;
    for (guint i = 0; i < ids->len; i++) {
        gint64 *id = g_memdup2(&g_array_index(ids, gint64, i), sizeof *id);
        int times = GPOINTER_TO_INT(g_hash_table_lookup(house->followed, id));
        g_hash_table_replace(house->followed, id, GINT_TO_POINTER(times + 1));
    }
    return true;
}

static inline void house_start(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    *house = (House){.folder = g_dir_make_tmp("belronde-ledger-XXXXXX", NULL)};
    house_clock("2026-02-24T09:00");
    g_autofree char *path = g_build_filename(house->folder, "book.db", NULL);
    g_autofree char *config = g_build_filename(house->folder, "belronde.ini", NULL);
    g_autofree char *profiles = path_shipped("import.ini");
    house->ledger.store = store_open(path, STORE_CREATE, &error);
    g_assert_no_error(error);
    house->profiles = ini_load(profiles, &error);
    g_assert_no_error(error);
    house->settings = settings_load(config, &error);
    g_assert_no_error(error);
    house_run(house, "INSERT INTO agent (id, name) VALUES (1, 'Lotte')");
    house->ledger.agent_id = 1;
    house->ledger.profiles = house->profiles;
    house->ledger.settings = house->settings;
    house->followed = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    house->options = (BookingOptions){.follow_up = house_follow_up, .follow_up_data = house};
}

static inline void house_end(House *house, gconstpointer data)
{
    (void)data;
    store_close(house->ledger.store);
    ini_free(house->profiles);
    settings_free(house->settings);
    g_hash_table_unref(house->followed);
    house_remove(house->folder);
    g_free(house->folder);
    clock_release();
}

/* --- Files ------------------------------------------------------------------------------------------------ */

static inline char *house_file(House *house, const char *extension, const char *content)
{
    g_autofree char *name = g_strdup_printf("file%d.%s", ++house->files, extension);
    char *path = g_build_filename(house->folder, name, NULL);
    g_assert_true(g_file_set_contents(path, content, -1, NULL));
    return path;
}

static inline ImportSummary *house_import(House *house, const char *path)
{
    ImportSummary *summary = NULL;
    g_autoptr(GError) error = NULL;
    import_file(&house->ledger, path, &house->options, &summary, &error);
    g_assert_no_error(error);
    g_assert_nonnull(summary);
    g_assert_cmpint(summary->lines, ==, summary->booked + summary->known + summary->listed);
    return summary;
}

/* Rows without header: customer, name, number, kind, issued, due, amount, open, reference, currency, paid. */
#define LIST_HEADER                                                                                                    \
    "customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;reference;"       \
    "currency;paid_date\n"

static inline ImportSummary *house_list(House *house, const char *rows)
{
    g_autofree char *content = g_strconcat(LIST_HEADER, rows, NULL);
    g_autofree char *path = house_file(house, "csv", content);
    return house_import(house, path);
}

static inline void house_list_quiet(House *house, const char *rows)
{
    import_summary_free(house_list(house, rows));
}

typedef struct {
    const char *day, *amount; /* "2026-02-23", "1850.00", "-12.00" */
    const char *name, *iban, *text, *reference, *bank, *reason;
    const char *currency;   /* NULL EUR */
    const char *instructed; /* amount in USD that was exchanged */
    bool reversal;
} BankLine;

static inline void bank_line_write(GString *xml, const BankLine *line)
{
    bool debit = line->amount[0] == '-';
    const char *side = debit ? "Cdtr" : "Dbtr";
    g_string_append_printf(xml, "<Ntry><Amt Ccy=\"%s\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>",
                           line->currency != NULL ? line->currency : "EUR", line->amount + debit,
                           debit ? "DBIT" : "CRDT");
    if (line->reversal)
        g_string_append(xml, "<RvslInd>true</RvslInd>");
    g_string_append_printf(xml, "<Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>", line->day,
                           line->day);
    if (line->bank != NULL)
        g_string_append_printf(xml, "<AcctSvcrRef>%s</AcctSvcrRef>", line->bank);
    g_string_append(xml, "<NtryDtls><TxDtls>");
    if (line->instructed != NULL)
        g_string_append_printf(
            xml,
            "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">%s</Amt></InstdAmt><TxAmt><Amt Ccy=\"EUR\">%s</Amt></TxAmt></AmtDtls>",
            line->instructed, line->amount + debit);
    g_string_append_printf(xml, "<RltdPties><%s><Nm>%s</Nm></%s>", side, line->name != NULL ? line->name : "", side);
    if (line->iban != NULL)
        g_string_append_printf(xml, "<%sAcct><Id><IBAN>%s</IBAN></Id></%sAcct>", side, line->iban, side);
    g_string_append(xml, "</RltdPties><RmtInf>");
    if (line->text != NULL)
        g_string_append_printf(xml, "<Ustrd>%s</Ustrd>", line->text);
    if (line->reference != NULL)
        g_string_append_printf(xml,
                               "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></"
                               "Tp><Ref>%s</Ref></CdtrRefInf></Strd>",
                               line->reference);
    g_string_append(xml, "</RmtInf>");
    if (line->reason != NULL)
        g_string_append_printf(xml, "<RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf>", line->reason);
    g_string_append(xml, "</TxDtls></NtryDtls></Ntry>");
}

/* A statement of our account without balances; `id` tells statements apart. */
static inline char *house_statement(House *house, const char *id, const BankLine *lines, size_t count)
{
    g_autoptr(GString) xml =
        g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>");
    g_string_append_printf(xml, "<Stmt><Id>%s</Id><Acct><Id><IBAN>BE96999000000101</IBAN></Id><Ccy>EUR</Ccy></Acct>",
                           id);
    for (size_t i = 0; i < count; i++)
        bank_line_write(xml, &lines[i]);
    g_string_append(xml, "</Stmt></BkToCstmrStmt></Document>\n");
    return house_file(house, "xml", xml->str);
}

static inline ImportSummary *house_bank(House *house, const char *id, const BankLine *lines, size_t count)
{
    g_autofree char *path = house_statement(house, id, lines, count);
    return house_import(house, path);
}

#define BANK(house, id, ...)                                                                                           \
    house_bank((house), (id), (const BankLine[]){__VA_ARGS__},                                                         \
               sizeof((const BankLine[]){__VA_ARGS__}) / sizeof(BankLine))
#define BANK_QUIET(house, id, ...) import_summary_free(BANK(house, id, __VA_ARGS__))

/* --- What is asked again and again -------------------------------------------------------------------------- */

static inline Cents open_of(House *house, const char *number)
{
    return house_number(house, "SELECT open FROM item WHERE number = '%s'", number);
}

/* "open", "closed", "gone" */
static inline void assert_item(House *house, const char *number, Cents open, const char *state)
{
    g_autofree char *sql = g_strdup_printf("SELECT state FROM item WHERE number = '%s'", number);
    g_autofree char *found = house_text(house, sql);
    g_assert_cmpstr(found, ==, state);
    g_assert_cmpint(open_of(house, number), ==, open);
}

/* The match of the newest bank line. */
static inline void assert_match(House *house, const char *state, const char *step, Cents allocated)
{
    g_autofree char *found =
        house_text(house, "SELECT state || ' ' || step FROM payment_match ORDER BY payment_id DESC LIMIT 1");
    g_autofree char *wanted = g_strconcat(state, " ", step, NULL);
    g_assert_cmpstr(found, ==, wanted);
    g_assert_cmpint(house_number(house, "SELECT allocated FROM payment_match ORDER BY payment_id DESC LIMIT 1"), ==,
                    allocated);
}

static inline MoneyLine house_money(House *house, const char *number)
{
    g_autoptr(GError) error = NULL;
    gint64 id = house_number(house, "SELECT id FROM customer WHERE number = '%s'", number);
    g_autoptr(GArray) lines = money_lines(house->ledger.store, id, clock_today(), &error);
    g_assert_no_error(error);
    return g_array_index(lines, MoneyLine, 0);
}

/* item.open of every item is what its parts say. */
static inline void assert_books_true(House *house)
{
    g_assert_cmpint(
        house_number(house, "SELECT count(*) FROM item i WHERE open <> ledger_open"
                            " - coalesce((SELECT sum(a.amount + a.waived) FROM allocation a WHERE a.item_id = i.id), 0)"
                            " + coalesce((SELECT sum(b.amount) FROM allocation a JOIN allocation_absorbed b"
                            "   ON b.allocation_id = a.id WHERE a.item_id = i.id), 0)"),
        ==, 0);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item WHERE (open <> 0) <> (state = 'open')"), ==, 0);
    g_assert_cmpint(
        house_number(house, "SELECT count(*) FROM payment_match m WHERE allocated <> coalesce((SELECT sum(a.amount)"
                            " FROM allocation a WHERE a.payment_id = m.payment_id), 0)"),
        ==, 0);
}
