/* Money that comes back with the bank's fee in its amount, and among many receipts of the same amount. */
#include "ledger/receipts.h"
#include "ledger_book.h"

#define PEETERS "C1;Bakkerij Peeters BV;"
#define CLAES   "C2;Claes Sport;"

static const char INVOICES[] =
    PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1850,00;1850,00;+++202/5131/20023+++;EUR;\n" PEETERS
            "2025-1340;invoice;2026-01-20;2026-02-19;420,50;420,50;+++202/5134/00010+++;EUR;\n";

/* CAMT cannot say an EndToEndId through the writer of these tests: it comes in the text of the bank. */
static void paid_and_returned(House *house, const char *back, const char *text, ImportSummary **summary)
{
    house_list_quiet(house, INVOICES);
    BANK_QUIET(house, "S1", {.day = "2026-02-18", .amount = "12.00", .name = "Claes", .text = "iets anders"},
               {.day = "2026-02-20", .amount = "1850.00", .iban = "BE71096123456769", .reference = "202513120023"});
    assert_item(house, "2025-1312", 0, "closed");
    *summary = BANK(house, "S2", {.day = "2026-02-23", .amount = back, .text = text, .reason = "MD06"});
}

static void a_return_with_the_banks_fee_in_it_opens_the_invoice_and_names_the_fee(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(ImportSummary) summary = NULL;
    paid_and_returned(house, "-1853.50", "retour +++202/5131/20023+++", &summary);
    g_assert_cmpint(summary->reversals, ==, 1);
    assert_match(house, "reversal", "reference", -185000);
    assert_item(house, "2025-1312", 185000, "open");
    g_autofree char *reason = house_text(house, "SELECT reason FROM payment_match ORDER BY payment_id DESC LIMIT 1");
    g_assert_nonnull(strstr(reason, "3,50"));
    assert_books_true(house);
}

/* The fee is between the bank and us. */
static void the_banks_fee_takes_nothing_off_the_customers_credit(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(ImportSummary) summary = NULL;
    paid_and_returned(house, "-1853.50", "retour +++202/5131/20023+++", &summary);
    BANK_QUIET(house, "S3", {.day = "2026-02-24", .amount = "430.50", .reference = "202513400010"});
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 1000);
    g_assert_cmpint(house_money(house, "C1").ask, ==, 184000);
}

static void a_return_of_much_more_than_was_paid_is_no_fee(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(ImportSummary) summary = NULL;
    paid_and_returned(house, "-1950.00", "retour +++202/5131/20023+++", &summary);
    g_assert_cmpint(summary->unmatched, ==, 1);
    assert_item(house, "2025-1312", 0, "closed");
}

/* The account alone is too little where the amount differs: a person sees it among the choices. */
static void a_fee_without_a_reference_is_offered_and_not_booked(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(ImportSummary) summary = NULL;
    paid_and_returned(house, "-1853.50", "retour", &summary);
    g_assert_cmpint(summary->unmatched, ==, 1);
    gint64 id = house_number(house, "SELECT max(id) FROM payment");
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) choices = receipt_choices(&house->ledger, id, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(choices->len, ==, 1);
    g_assert_true(match_choose(&house->ledger, id, g_ptr_array_index(choices, 0), "op1", NULL, &error));
    g_assert_no_error(error);
    assert_item(house, "2025-1312", 185000, "open");
    assert_books_true(house);
}

/* Paid before the first statement came in: the list alone knows of it. */
static void a_return_with_a_fee_finds_an_invoice_that_only_the_list_knew_paid(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, PEETERS
                     "2025-1312;invoice;2026-01-10;2026-02-09;1850,00;0,00;+++202/5131/20023+++;EUR;2026-02-10\n");
    BANK_QUIET(house, "S2",
               {.day = "2026-02-23", .amount = "-1853.50", .text = "retour +++202/5131/20023+++", .reason = "MD06"});
    assert_item(house, "2025-1312", 185000, "open");
    assert_match(house, "reversal", "reference", -185000);
}

/* The bank books its fee by itself, with the reference of the return. */
static void a_fee_booked_by_itself_opens_no_more_than_was_paid(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, INVOICES);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .reference = "202513120023"});
    BANK_QUIET(house, "S2",
               {.day = "2026-02-23", .amount = "-3.50", .text = "kosten +++202/5131/20023+++", .reason = "MD06"},
               {.day = "2026-02-23", .amount = "-1850.00", .text = "retour +++202/5131/20023+++", .reason = "MD06"});
    assert_item(house, "2025-1312", 185000, "open");
}

/* A club collects the same sum from all its members on one day. */
static void among_thousands_of_equal_amounts_the_account_tells(House *house, gconstpointer data)
{
    enum { MEMBERS = 1500, OURS = 7 };
    (void)data;
    g_autofree BankLine *lines = g_new0(BankLine, MEMBERS);
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    house_list_quiet(house, CLAES "L-10007;invoice;2026-01-10;2026-02-09;29,95;29,95;;EUR;\n");
    for (int i = 0; i < MEMBERS; i++) {
        char *account = g_strdup_printf("GB00BANK%08d", i), *text = g_strdup_printf("L-%05d", 10000 + i);
        g_ptr_array_add(strings, account);
        g_ptr_array_add(strings, text);
        lines[i] = (BankLine){.day = "2026-02-02", .amount = "29.95", .iban = account, .text = text};
    }
    import_summary_free(house_bank(house, "S1", lines, MEMBERS));
    assert_item(house, "L-10007", 0, "closed");
    BANK_QUIET(house, "S2",
               {.day = "2026-02-05", .amount = "-29.95", .iban = lines[OURS].iban, .reason = "AM04", .reversal = true});
    assert_item(house, "L-10007", 2995, "open");
}

#define TEST(name) g_test_add("/returns/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_return_with_the_banks_fee_in_it_opens_the_invoice_and_names_the_fee);
    TEST(the_banks_fee_takes_nothing_off_the_customers_credit);
    TEST(a_return_of_much_more_than_was_paid_is_no_fee);
    TEST(a_fee_without_a_reference_is_offered_and_not_booked);
    TEST(a_return_with_a_fee_finds_an_invoice_that_only_the_list_knew_paid);
    TEST(a_fee_booked_by_itself_opens_no_more_than_was_paid);
    TEST(among_thousands_of_equal_amounts_the_account_tells);
    return g_test_run();
}
