/* The firm's own accounts: up to which day the bank is in, whether its statements tie, and what is missing. */
#include "ledger/bank.h"

#include "bank_files.h"

#define ACCOUNT "BE96999000000101"

static const Movement MONDAY = {"2026-02-16", 10000, "A", NULL, "een", "R1", NULL, NULL};
static const Movement TUESDAY = {"2026-02-17", -2500, "B", NULL, "twee", "R2", NULL, NULL};
static const Movement WEDNESDAY = {"2026-02-18", 5000, "C", NULL, "drie", "R3", NULL, NULL};

static StatementFile day_of(const Movement *movement, int sequence, Cents opening)
{
    return (StatementFile){ACCOUNT, movement->text, sequence, opening, movement, 1};
}

static ImportSummary *import_day(House *house, const Movement *movement, int sequence, Cents opening)
{
    StatementFile file = day_of(movement, sequence, opening);
    g_autofree char *path = camt_file(house, &file, false);
    return house_import(house, path);
}

static const StatementSummary *first_of(const ImportSummary *summary)
{
    return g_ptr_array_index(summary->statements, 0);
}

static Calendar *calendar(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_shipped("calendar.ini");
    Calendar *loaded = calendar_load(path, &error);
    g_assert_no_error(error);
    return loaded;
}

static GPtrArray *accounts_of(House *house)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Calendar) days = calendar();
    GPtrArray *accounts = bank_accounts(house->ledger.store, house->settings, days, clock_today(), &error);
    g_assert_no_error(error);
    return accounts;
}

static void statements_that_follow_each_other_lack_nothing(House *house, gconstpointer data)
{
    (void)data;
    import_summary_free(import_day(house, &MONDAY, 1, 100000));
    g_autoptr(ImportSummary) second = import_day(house, &TUESDAY, 2, 110000);
    g_assert_cmpstr(first_of(second)->gap, ==, NULL);
    g_assert_true(first_of(second)->balanced);
    g_autoptr(GPtrArray) accounts = accounts_of(house);
    g_assert_cmpint(accounts->len, ==, 1);
    const BankAccount *account = g_ptr_array_index(accounts, 0);
    g_assert_cmpstr(account->account, ==, ACCOUNT);
    g_assert_cmpint(account->closing, ==, 107500);
    g_assert_cmpint(account->statements, ==, 2);
    g_assert_cmpint(account->gaps->len + (guint)account->untied, ==, 0);
}

static void a_missing_statement_is_named_until_it_comes(House *house, gconstpointer data)
{
    (void)data;
    import_summary_free(import_day(house, &MONDAY, 41, 100000));
    g_autoptr(ImportSummary) third = import_day(house, &WEDNESDAY, 43, 107500);
    g_assert_nonnull(strstr(first_of(third)->gap, "42"));
    g_assert_nonnull(strstr(first_of(third)->gap, "1.100,00"));
    g_autoptr(GPtrArray) before = accounts_of(house);
    g_assert_cmpint(((BankAccount *)g_ptr_array_index(before, 0))->gaps->len, ==, 1);
    g_autoptr(ImportSummary) second = import_day(house, &TUESDAY, 42, 110000);
    g_assert_cmpstr(first_of(second)->gap, ==, NULL);
    g_autoptr(GPtrArray) after = accounts_of(house);
    g_assert_cmpint(((BankAccount *)g_ptr_array_index(after, 0))->gaps->len, ==, 0);
}

static void days_inside_a_month_lack_nothing(House *house, gconstpointer data)
{
    const Movement month[] = {MONDAY, TUESDAY, WEDNESDAY};
    (void)data;
    StatementFile whole = {ACCOUNT, "february", 2, 100000, month, 3};
    g_autofree char *path = camt_file(house, &whole, false);
    import_summary_free(house_import(house, path));
    g_autoptr(ImportSummary) third = import_day(house, &WEDNESDAY, 43, 107500);
    g_assert_cmpstr(first_of(third)->gap, ==, NULL);
    g_assert_cmpint(third->known, ==, 1);
    g_autoptr(GPtrArray) accounts = accounts_of(house);
    g_assert_cmpint(((BankAccount *)g_ptr_array_index(accounts, 0))->gaps->len, ==, 0);
}

static void a_statement_whose_lines_do_not_tie_is_counted(House *house, gconstpointer data)
{
    (void)data;
    StatementFile file = day_of(&MONDAY, 1, 100000);
    g_autofree char *path = camt_file(house, &file, false), *xml = NULL;
    g_assert_true(g_file_get_contents(path, &xml, NULL, NULL));
    char *closing = strstr(xml, ">1100.00<");
    g_assert_nonnull(closing);
    closing[4] = '7'; /* the closing balance says 1107.00 */
    g_autofree char *broken = house_file(house, "xml", xml);
    g_autoptr(ImportSummary) summary = house_import(house, broken);
    g_assert_false(first_of(summary)->balanced);
    g_assert_cmpint(summary->booked, ==, 1);
    g_autoptr(GPtrArray) accounts = accounts_of(house);
    g_assert_cmpint(((BankAccount *)g_ptr_array_index(accounts, 0))->untied, ==, 1);
}

static void old_bank_data_warns_before_a_call(House *house, gconstpointer data)
{
    (void)data;
    import_summary_free(import_day(house, &MONDAY, 1, 100000));
    house_clock("2026-02-18T09:00");
    g_autoptr(GPtrArray) fresh = accounts_of(house);
    g_assert_cmpint(((BankAccount *)g_ptr_array_index(fresh, 0))->business_days, ==, 1);
    g_assert_null(bank_warning(fresh));
    house_clock("2026-02-24T09:00"); /* Tue Wed Thu Fri Mon: five bank days */
    g_autoptr(GPtrArray) old = accounts_of(house);
    g_assert_cmpint(((BankAccount *)g_ptr_array_index(old, 0))->business_days, ==, 5);
    g_autofree char *warning = bank_warning(old);
    g_assert_cmpstr(warning, ==, "The bank is in up to 16/02/26 only: import the newest statement before calling.");
}

static void a_notification_brings_no_account_up_to_date(House *house, gconstpointer data)
{
    (void)data;
    StatementFile file = day_of(&MONDAY, 1, 100000);
    g_autofree char *path = camt_file(house, &file, true);
    g_autoptr(ImportSummary) summary = house_import(house, path);
    g_assert_cmpint(summary->booked, ==, 1);
    g_autoptr(GPtrArray) accounts = accounts_of(house);
    g_assert_cmpint(accounts->len, ==, 0);
}

static void coda_says_its_sums_and_its_number(House *house, gconstpointer data)
{
    (void)data;
    StatementFile file = day_of(&MONDAY, 42, 100000);
    g_autofree char *path = coda_file(house, &file);
    g_autoptr(ImportSummary) summary = house_import(house, path);
    g_assert_cmpint(first_of(summary)->stated_credits, ==, 10000);
    g_assert_cmpint(first_of(summary)->credits, ==, 10000);
    g_assert_cmpint(house_number(house, "SELECT counted * 1000 + sequence FROM statement"), ==, 1042);
}

/* --- A total in the statement, its details in the notification ------------------------------------------- */

#define BATCH_BOOK                                                                                                     \
    "C1;Bakkerij Peeters BV;2025-1312;invoice;2026-01-10;2026-02-09;100,00;100,00;;EUR;\n"                             \
    "C2;Aerts Bouw NV;2025-1340;invoice;2026-01-20;2026-02-19;200,00;200,00;;EUR;\n"

/* One entry of two payments: as a notification tells it with both, or a statement without. */
static char *batch_file(House *house, bool details)
{
    const char *message = details ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt", *part = details ? "Ntfctn" : "Stmt";
    g_autofree char *xml = g_strdup_printf(
        "<?xml version=\"1.0\"?>\n<Document "
        "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.05%d.001.02\"><%s><%s><Id>B</Id>"
        "<Acct><Id><IBAN>" ACCOUNT "</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy=\"EUR\">300.00</Amt>"
        "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-16</Dt></BookgDt><AcctSvcrRef>R9</AcctSvcrRef>"
        "%s</Ntry></%s></%s></Document>\n",
        details ? 4 : 3, message, part,
        details ? "<NtryDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">100.00</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>"
                  "2025-1312</Ustrd></RmtInf></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">200.00</Amt></TxAmt>"
                  "</AmtDtls><RmtInf><Ustrd>2025-1340</Ustrd></RmtInf></TxDtls></NtryDtls>"
                : "",
        part, message);
    return house_file(house, "xml", xml);
}

static void a_total_and_its_details_are_one_sum_of_money(House *house, gconstpointer data)
{
    bool details_first = data != NULL;
    house_list_quiet(house, BATCH_BOOK);
    for (int file = 0; file < 2; file++) {
        g_autofree char *path = batch_file(house, details_first == (file == 0));
        import_summary_free(house_import(house, path));
    }
    assert_item(house, "2025-1312", 0, "closed");
    assert_item(house, "2025-1340", 0, "closed");
    g_assert_cmpint(house_number(house, "SELECT sum(p.amount) FROM payment p JOIN payment_match m"
                                        " ON m.payment_id = p.id WHERE m.state <> 'not_ours'"),
                    ==, 30000);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment_match WHERE state = 'unmatched'"), ==, 0);
    assert_books_true(house);
}

#define TEST(name) g_test_add("/bank/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(statements_that_follow_each_other_lack_nothing);
    TEST(a_missing_statement_is_named_until_it_comes);
    TEST(days_inside_a_month_lack_nothing);
    TEST(a_statement_whose_lines_do_not_tie_is_counted);
    TEST(old_bank_data_warns_before_a_call);
    TEST(a_notification_brings_no_account_up_to_date);
    TEST(coda_says_its_sums_and_its_number);
    TEST(a_total_and_its_details_are_one_sum_of_money);
    g_test_add("/bank/a_total_and_its_details_are_one_sum_of_money (details first)", House, ACCOUNT, house_start,
               a_total_and_its_details_are_one_sum_of_money, house_end);
    return g_test_run();
}
