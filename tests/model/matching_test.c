/* Cash application: which bank line pays what by itself, what is only proposed, and what never happens. */
#include "ledger/receipts.h"
#include "ledger_book.h"

#define PEETERS "C1;Bakkerij Peeters BV;"
#define AERTS   "C2;Aerts Bouw NV;"

static const char TWO_CUSTOMERS[] =
    PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1850,00;1850,00;+++202/5131/20023+++;EUR;\n" PEETERS
            "2025-1340;invoice;2026-01-20;2026-02-19;420,50;420,50;+++202/5134/00010+++;EUR;\n" AERTS
            "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n";

static void a_reference_typed_into_the_free_text_closes_its_invoice(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    g_autoptr(ImportSummary) summary = BANK(house, "S1",
                                            {.day = "2026-02-23",
                                             .amount = "1850.00",
                                             .name = "PEETERS JAN",
                                             .iban = "BE71096123456769",
                                             .text = "betaling +++202/5131/20023+++ dank"});
    g_assert_cmpint(summary->matched[MATCH_REFERENCE], ==, 1);
    assert_item(house, "2025-1312", 0, "closed");
    assert_match(house, "matched", "reference", 185000);
    g_assert_cmpint(house_number(house, "SELECT closed_day FROM item WHERE number = '2025-1312'"), ==, 20507);
    assert_books_true(house);
}

static void an_exact_reference_teaches_the_account_and_a_part_payment_does_not(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-23", .amount = "100.00", .iban = "BE71096123456769", .reference = "202513120023"});
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM customer_iban"), ==, 0);
    BANK_QUIET(house, "S2",
               {.day = "2026-02-23", .amount = "420.50", .iban = "BE71096123456769", .reference = "202513400010"});
    g_autofree char *iban = house_text(house, "SELECT iban || ' ' || source FROM customer_iban");
    g_assert_cmpstr(iban, ==, "BE71096123456769 learned");
}

static void a_part_payment_leaves_the_rest_open(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "800.00", .reference = "202513120023"});
    assert_item(house, "2025-1312", 105000, "open");
    assert_match(house, "matched", "reference", 80000);
    assert_books_true(house);
}

static void a_cent_short_is_let_go_and_said_so(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1849.97", .reference = "202513120023"});
    assert_item(house, "2025-1312", 0, "closed");
    assert_match(house, "matched", "reference", 184997);
    g_autofree char *reason = house_text(house, "SELECT reason FROM payment_match");
    g_assert_nonnull(strstr(reason, "0,03"));
    g_assert_nonnull(strstr(reason, "write-off"));
    g_assert_cmpint(house_number(house, "SELECT waived FROM allocation"), ==, 3);
    assert_books_true(house);
}

static void each_currency_has_a_tolerance_of_its_own(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    settings_free(house->settings);
    g_autofree char *config = g_build_filename(house->folder, "own.ini", NULL);
    g_assert_true(g_file_set_contents(config, "[match]\ntolerance_foreign = USD 50, GBP 0\n", -1, NULL));
    g_assert_cmpint(g_chmod(config, 0600), ==, 0);
    house->settings = settings_load(config, &error);
    g_assert_no_error(error);
    house->ledger.settings = house->settings;
    house_list_quiet(house, AERTS "U-20001;invoice;2026-01-05;2026-02-04;100,00;100,00;;USD;\n" AERTS
                                  "P-20001;invoice;2026-01-05;2026-02-04;100,00;100,00;;GBP;\n" AERTS
                                  "E-20001;invoice;2026-01-05;2026-02-04;100,00;100,00;;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "99.60", .text = "U-20001", .currency = "USD"});
    BANK_QUIET(house, "S2", {.day = "2026-02-20", .amount = "99.98", .text = "P-20001", .currency = "GBP"});
    BANK_QUIET(house, "S3", {.day = "2026-02-20", .amount = "99.96", .text = "E-20001"});
    assert_item(house, "U-20001", 0, "closed");
    assert_item(house, "P-20001", 10000, "open");
    assert_item(house, "E-20001", 0, "closed");
}

static void ten_cents_short_stay_open(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1849.90", .reference = "202513120023"});
    assert_item(house, "2025-1312", 10, "open");
}

static void an_overpayment_is_credit_and_never_netted_silently(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "2000.00", .reference = "202513120023"});
    assert_item(house, "2025-1312", 0, "closed");
    assert_item(house, "2025-1340", 42050, "open");
    assert_match(house, "matched", "reference", 185000);
    MoneyLine money = house_money(house, "C1");
    g_assert_cmpint(money.open, ==, 42050);
    g_assert_cmpint(money.unallocated, ==, 15000);
    g_assert_cmpint(money.ask, ==, 27050);
}

static void paying_a_paid_invoice_is_flagged_as_a_duplicate(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .reference = "202513120023"});
    g_autoptr(ImportSummary) summary =
        BANK(house, "S2", {.day = "2026-02-23", .amount = "1850.00", .reference = "202513120023"});
    g_assert_cmpint(summary->duplicates, ==, 1);
    assert_match(house, "duplicate", "closed_reference", 0);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 185000);
    assert_item(house, "2025-1312", 0, "closed");
}

static void two_invoices_named_in_one_payment_close_together(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "2270.50", .text = "fact 2025-1312 / 2025.1340cursus"});
    assert_item(house, "2025-1312", 0, "closed");
    assert_item(house, "2025-1340", 0, "closed");
    assert_match(house, "matched", "invoice_number", 227050);
    assert_books_true(house);
}

static void only_the_tail_of_a_further_number_is_enough_behind_a_full_one(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, PEETERS "2026-07-10196;invoice;2026-01-10;2026-02-09;10,00;10,00;;EUR;\n" PEETERS
                                    "2026-07-10203;invoice;2026-01-10;2026-02-09;20,00;20,00;;EUR;\n" PEETERS
                                    "2026-07-10211;invoice;2026-01-10;2026-02-09;30,00;30,00;;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "60.00", .text = "2026-07-10196+10203+10211"});
    assert_match(house, "matched", "invoice_number", 6000);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item WHERE state = 'closed'"), ==, 3);
}

static void a_number_wrapped_in_its_middle_is_found(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1000.00", .text = "BETALING F2026/00 07 AERTS"});
    assert_match(house, "matched", "invoice_number", 100000);
}

static void a_paid_invoice_named_with_another_amount_says_whose_money_it_is(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1000.00", .text = "F2026/0007"});
    BANK_QUIET(house, "S2", {.day = "2026-02-24", .amount = "75.00", .text = "F2026/0007 nog eens"});
    assert_match(house, "on_account", "invoice_number", 0);
    g_assert_cmpint(house_money(house, "C2").unallocated, ==, 7500);
}

static void an_invoice_number_with_another_amount_is_only_proposed(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "500.00", .text = "voorschot F2026/0007"});
    assert_match(house, "proposed", "invoice_number", 0);
    assert_item(house, "F2026/0007", 100000, "open");
    g_assert_cmpint(house_number(house, "SELECT amount FROM payment_proposal"), ==, 50000);
    MoneyLine money = house_money(house, "C2");
    g_assert_cmpint(money.unallocated, ==, 50000);
    g_assert_cmpint(money.ask, ==, 50000);
}

static void a_credit_note_the_payer_took_off_is_proposed_with_it(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n" AERTS
                                  "CN2026/0001;credit_note;2026-01-15;2026-01-15;-200,00;-200,00;;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "800.00", .text = "F2026/0007"});
    assert_match(house, "proposed", "invoice_number", 0);
    g_assert_cmpint(house_number(house, "SELECT sum(amount) FROM payment_proposal"), ==, 80000);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment_proposal"), ==, 2);
}

static void a_credit_note_named_with_its_invoice_closes_both(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n" AERTS
                                  "CN2026/0001;credit_note;2026-01-15;2026-01-15;-200,00;-200,00;;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "800.00", .text = "F2026/0007 - CN2026/0001"});
    assert_match(house, "matched", "invoice_number", 80000);
    assert_item(house, "F2026/0007", 0, "closed");
    assert_item(house, "CN2026/0001", 0, "closed");
    assert_books_true(house);
}

static void the_same_number_of_two_customers_is_never_guessed(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, PEETERS "F-10001;invoice;2026-01-10;2026-02-09;300,00;300,00;;EUR;\n" AERTS
                                    "F-10001;invoice;2026-01-10;2026-02-09;300,00;300,00;;EUR;\n");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item WHERE number = 'F-10001'"), ==, 2);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "300.00", .text = "F-10001"});
    assert_match(house, "unmatched", "", 0);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item WHERE state = 'open'"), ==, 2);
}

static void of_two_customers_with_the_number_the_amount_proposes_one(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, PEETERS "F-10001;invoice;2026-01-10;2026-02-09;300,00;300,00;;EUR;\n" AERTS
                                    "F-10001;invoice;2026-01-10;2026-02-09;450,00;450,00;;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "450.00", .text = "F-10001"});
    assert_match(house, "proposed", "invoice_number", 0);
    g_assert_cmpint(house_number(house, "SELECT customer_id FROM payment_match"), ==, 2);
}

static void a_known_account_with_a_fitting_amount_is_proposed_and_not_booked(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    house_run(house,
              "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES ('BE71096123456769', 1, 'ledger', 0)");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "420.50", .iban = "BE71096123456769", .text = "factuur"});
    assert_match(house, "proposed", "iban", 0);
    assert_item(house, "2025-1340", 42050, "open");
    BANK_QUIET(house, "S2", {.day = "2026-02-23", .amount = "2270.50", .iban = "BE71096123456769", .text = "alles"});
    assert_match(house, "proposed", "iban", 0);
    BANK_QUIET(house, "S3", {.day = "2026-02-23", .amount = "77.00", .iban = "BE71096123456769", .text = "alles"});
    assert_match(house, "on_account", "iban", 0);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 42050 + 227050 + 7700);
}

static void a_name_or_an_amount_alone_closes_nothing(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1000.00", .name = "NV AERTS BOUW"});
    assert_match(house, "proposed", "name", 0);
    BANK_QUIET(house, "S2", {.day = "2026-02-23", .amount = "999.00", .name = "Aerts Bouw"});
    assert_match(house, "unmatched", "", 0);
    g_autofree char *named = house_text(house, "SELECT reason FROM payment_match ORDER BY payment_id DESC LIMIT 1");
    g_assert_nonnull(strstr(named, "C2 Aerts Bouw NV"));
    BANK_QUIET(house, "S3", {.day = "2026-02-23", .amount = "1850.00", .name = "onbekend"});
    assert_match(house, "unmatched", "amount", 0);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment_match WHERE customer_id IS NULL"), ==, 2);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM allocation"), ==, 0);
}

static void foreign_currency_never_closes_by_itself(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1850.00", .reference = "202513120023", .currency = "USD"});
    assert_match(house, "on_account", "reference", 0);
    BANK_QUIET(house, "S2",
               {.day = "2026-02-23", .amount = "1850.00", .reference = "202513120023", .instructed = "2000.00"});
    assert_match(house, "proposed", "reference", 0);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM allocation"), ==, 0);
    assert_item(house, "2025-1312", 185000, "open");
}

static void a_failed_check_digit_is_proposed_not_booked(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;10,00;10,00;1234567812345678;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "10.00", .reference = "1234567812345678"});
    assert_match(house, "proposed", "reference", 0);
}

static void a_return_opens_the_invoice_again(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-20", .amount = "1850.00", .iban = "BE71096123456769", .reference = "202513120023"});
    assert_item(house, "2025-1312", 0, "closed");
    g_autoptr(ImportSummary) summary = BANK(house, "S2",
                                            {.day = "2026-02-23",
                                             .amount = "-1850.00",
                                             .iban = "BE71096123456769",
                                             .text = "REFUSED",
                                             .reason = "MD06",
                                             .reversal = true});
    g_assert_cmpint(summary->reversals, ==, 1);
    assert_match(house, "reversal", "iban", -185000);
    assert_item(house, "2025-1312", 185000, "open");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM allocation WHERE reverses IS NOT NULL"), ==, 1);
    g_assert_cmpint(house_money(house, "C1").ask, ==, 185000 + 42050);
    assert_books_true(house);
}

static void a_returned_receipt_on_account_is_no_credit_any_more(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    house_run(house,
              "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES ('BE71096123456769', 1, 'ledger', 0)");
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "77.00", .iban = "BE71096123456769"});
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 7700);
    BANK_QUIET(house, "S2", {.day = "2026-02-23", .amount = "-77.00", .iban = "BE71096123456769", .reason = "AC04"});
    assert_match(house, "reversal", "iban", 0);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 0);
}

static void a_refund_of_what_stood_on_account_is_not_just_money_out(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-20", .amount = "1900.00", .iban = "BE71096123456769", .reference = "202513120023"});
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 5000);
    BANK_QUIET(house, "S2",
               {.day = "2026-02-23", .amount = "-50.00", .iban = "BE71096123456769", .text = "terugbetaling"});
    assert_match(house, "reversal", "iban", 0);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 0);
    assert_item(house, "2025-1312", 0, "closed");
}

static void a_purchase_from_a_customer_opens_none_of_his_invoices(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-20",
                .amount = "1850.00",
                .name = "Peeters",
                .iban = "BE71096123456769",
                .reference = "202513120023"});
    BANK_QUIET(house, "S2",
               {.day = "2026-02-23",
                .amount = "-1850.00",
                .name = "Peeters",
                .iban = "BE71096123456769",
                .text = "aankoop oven"});
    assert_match(house, "outgoing", "", 0);
    assert_item(house, "2025-1312", 0, "closed");
}

static void our_own_payments_and_their_return_touch_no_customer(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    g_autoptr(ImportSummary) summary = BANK(
        house, "S1", {.day = "2026-02-20", .amount = "-1000.00", .name = "Leverancier", .iban = "NL91ABNA0417164300"},
        {.day = "2026-02-23",
         .amount = "1000.00",
         .name = "Leverancier",
         .iban = "NL91ABNA0417164300",
         .reason = "AC04"});
    g_assert_cmpint(summary->outgoing, ==, 2);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment_match WHERE customer_id IS NOT NULL"), ==, 0);
}

static void a_return_without_its_receipt_waits_for_a_person(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "-1850.00", .name = "niemand", .reason = "AC04"});
    assert_match(house, "unmatched", "", 0);
}

static void a_person_confirms_a_proposal_and_the_account_is_remembered(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-23", .amount = "1000.00", .name = "NV AERTS BOUW", .iban = "NL91ABNA0417164300"});
    g_autoptr(GPtrArray) waiting = receipts_waiting(&house->ledger, &error);
    g_assert_cmpint(waiting->len, ==, 1);
    const Receipt *receipt = g_ptr_array_index(waiting, 0);
    g_assert_cmpstr(receipt->customer, ==, "C2 Aerts Bouw NV");
    g_assert_cmpstr(receipt->items, ==, "F2026/0007 1000.00");
    int before = house->follow_ups;
    g_assert_true(match_confirm(&house->ledger, receipt->payment_id, "op-1", &house->options, &error));
    g_assert_no_error(error);
    g_assert_cmpint(house->follow_ups, ==, before + 1);
    assert_match(house, "matched", "person", 100000);
    assert_item(house, "F2026/0007", 0, "closed");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment_proposal"), ==, 0);
    g_assert_cmpint(
        house_number(house, "SELECT count(*) FROM customer_iban WHERE iban = 'NL91ABNA0417164300' AND customer_id = 2"),
        ==, 1);
    g_assert_false(match_confirm(&house->ledger, receipt->payment_id, "op-2", &house->options, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STALE);
    assert_books_true(house);
}

static void a_proposal_whose_invoice_moved_is_refused(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    house_run(house,
              "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES ('BE71096123456769', 1, 'ledger', 0)");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1850.00", .iban = "BE71096123456769"},
               {.day = "2026-02-23", .amount = "1850.00", .name = "Mama Peeters"});
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 item = house_number(house, "SELECT id FROM item WHERE number = '2025-1312'");
    g_array_append_val(items, item);
    g_assert_true(match_assign(&house->ledger, 2, 1, items, "op-0", &house->options, &error));
    g_assert_false(match_confirm(&house->ledger, 1, "op-1", &house->options, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STALE);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM allocation"), ==, 1);
}

static void an_older_receipt_finds_its_invoice_once_the_list_brings_it(House *house, gconstpointer data)
{
    (void)data;
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "420.50", .reference = "202513400010"});
    assert_match(house, "unmatched", "", 0);
    g_autoptr(ImportSummary) summary = house_list(house, TWO_CUSTOMERS);
    g_assert_cmpint(summary->matched[MATCH_REFERENCE], ==, 1);
    assert_match(house, "matched", "reference", 42050);
    assert_item(house, "2025-1340", 0, "closed");
}

static void a_proposal_the_bookkeeping_has_booked_is_no_credit_any_more(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1000.00", .name = "NV AERTS BOUW"});
    assert_match(house, "proposed", "name", 0);
    g_assert_cmpint(house_money(house, "C2").unallocated, ==, 100000);
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;0,00;;EUR;\n");
    assert_match(house, "matched", "name", 100000);
    assert_item(house, "F2026/0007", 0, "closed");
    g_assert_cmpint(house_money(house, "C2").unallocated, ==, 0);
    assert_books_true(house);
}

static void what_the_list_took_off_never_closes_what_is_still_open(House *house, gconstpointer data)
{
    (void)data;
    const char *before = AERTS "M-00001;invoice;2026-01-05;2026-02-04;100,00;100,00;;EUR;\n" AERTS
                               "M-00002;invoice;2026-02-05;2026-03-04;100,00;100,00;;EUR;\n";
    house_list_quiet(house, before);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "100.00", .name = "Aerts Bouw"});
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, AERTS "M-00001;invoice;2026-01-05;2026-02-04;100,00;0,00;;EUR;\n");
    assert_match(house, "matched", "name", 10000);
    assert_item(house, "M-00001", 0, "closed");
    assert_item(house, "M-00002", 10000, "open");
    g_assert_cmpint(house_money(house, "C2").ask, ==, 10000);
    assert_books_true(house);
}

static void half_taken_off_and_half_open_is_left_to_a_person(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, AERTS "M-00001;invoice;2026-01-05;2026-02-04;200,00;200,00;;EUR;\n");
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, AERTS "M-00001;invoice;2026-01-05;2026-02-04;200,00;100,00;;EUR;\n");
    BANK_QUIET(house, "S1", {.day = "2026-02-24", .amount = "100.00", .name = "Aerts Bouw"});
    assert_match(house, "proposed", "name", 0);
    assert_item(house, "M-00001", 10000, "open");
}

static void a_person_assigns_money_that_nothing_pointed_to(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-23", .amount = "2000.00", .name = "Mama Peeters", .iban = "BE71096123456769"});
    assert_match(house, "unmatched", "", 0);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 first = house_number(house, "SELECT id FROM item WHERE number = '2025-1312'");
    gint64 second = house_number(house, "SELECT id FROM item WHERE number = '2025-1340'");
    g_array_append_val(items, first);
    g_array_append_val(items, second);
    g_assert_true(match_assign(&house->ledger, 1, 1, items, "op-1", &house->options, &error));
    g_assert_no_error(error);
    assert_match(house, "matched", "person", 200000);
    assert_item(house, "2025-1312", 0, "closed");
    assert_item(house, "2025-1340", 27050, "open");
    g_assert_cmpint(house_number(house, "SELECT customer_id FROM customer_iban WHERE iban = 'BE71096123456769'"), ==,
                    1);
    g_assert_false(match_assign(&house->ledger, 1, 2, items, "op-2", &house->options, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STALE);
    assert_books_true(house);
}

static void a_mistaken_yes_taken_back_leaves_the_list_its_say(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1000.00", .name = "NV AERTS BOUW"});
    g_assert_true(match_confirm(&house->ledger, 1, "op-1", &house->options, &error));
    assert_item(house, "F2026/0007", 0, "closed");
    g_assert_true(match_revoke(&house->ledger, 1, &house->options, &error));
    g_assert_no_error(error);
    assert_item(house, "F2026/0007", 100000, "open");
    assert_match(house, "proposed", "name", 0);
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;0,00;;EUR;\n");
    assert_item(house, "F2026/0007", 0, "closed");
    assert_match(house, "matched", "name", 100000);
    assert_books_true(house);
}

static void the_rest_of_an_overpayment_can_be_assigned_later(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "2270.50", .reference = "202513120023"});
    assert_match(house, "matched", "reference", 185000);
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 second = house_number(house, "SELECT id FROM item WHERE number = '2025-1340'");
    g_array_append_val(items, second);
    g_assert_true(match_assign(&house->ledger, 1, 1, items, "op-1", &house->options, &error));
    g_assert_no_error(error);
    assert_match(house, "matched", "person", 227050);
    assert_item(house, "2025-1340", 0, "closed");
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 0);
    assert_books_true(house);
}

static void a_promised_cheque_is_recognised_by_its_number(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    house_run(house, "INSERT INTO event (id, op, kind, customer_id, agent_id, day, minute, utc, content, hash)"
                     " VALUES (1, 'e1', 'call', 2, 1, 20500, 600, 0, '', '')");
    house_run(house,
              "INSERT INTO promise (id, event_id, customer_id, position, kind, made, due, deadline, amount, currency,"
              " cheque_number) VALUES (1, 1, 2, 1, 'cheque', 20500, 20507, 20509, 75000, 'EUR', '4471902')");
    house_run(house, "INSERT INTO promise_item (promise_id, position, item_id, amount)"
                     " SELECT 1, 1, id, 75000 FROM item WHERE number = 'F2026/0007'");
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "750.00", .text = "REMISE CHEQUE 4471902"});
    assert_match(house, "matched", "reference", 75000);
    g_assert_cmpint(house_number(house, "SELECT customer_id FROM payment_match"), ==, 2);
    assert_item(house, "F2026/0007", 25000, "open");
}

#define TEST(name) g_test_add("/matching/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_reference_typed_into_the_free_text_closes_its_invoice);
    TEST(an_exact_reference_teaches_the_account_and_a_part_payment_does_not);
    TEST(a_part_payment_leaves_the_rest_open);
    TEST(a_cent_short_is_let_go_and_said_so);
    TEST(each_currency_has_a_tolerance_of_its_own);
    TEST(ten_cents_short_stay_open);
    TEST(an_overpayment_is_credit_and_never_netted_silently);
    TEST(paying_a_paid_invoice_is_flagged_as_a_duplicate);
    TEST(two_invoices_named_in_one_payment_close_together);
    TEST(only_the_tail_of_a_further_number_is_enough_behind_a_full_one);
    TEST(a_number_wrapped_in_its_middle_is_found);
    TEST(a_paid_invoice_named_with_another_amount_says_whose_money_it_is);
    TEST(an_invoice_number_with_another_amount_is_only_proposed);
    TEST(a_credit_note_the_payer_took_off_is_proposed_with_it);
    TEST(a_credit_note_named_with_its_invoice_closes_both);
    TEST(the_same_number_of_two_customers_is_never_guessed);
    TEST(of_two_customers_with_the_number_the_amount_proposes_one);
    TEST(a_known_account_with_a_fitting_amount_is_proposed_and_not_booked);
    TEST(a_name_or_an_amount_alone_closes_nothing);
    TEST(foreign_currency_never_closes_by_itself);
    TEST(a_failed_check_digit_is_proposed_not_booked);
    TEST(a_return_opens_the_invoice_again);
    TEST(a_returned_receipt_on_account_is_no_credit_any_more);
    TEST(a_refund_of_what_stood_on_account_is_not_just_money_out);
    TEST(a_purchase_from_a_customer_opens_none_of_his_invoices);
    TEST(our_own_payments_and_their_return_touch_no_customer);
    TEST(a_return_without_its_receipt_waits_for_a_person);
    TEST(a_person_confirms_a_proposal_and_the_account_is_remembered);
    TEST(a_proposal_whose_invoice_moved_is_refused);
    TEST(an_older_receipt_finds_its_invoice_once_the_list_brings_it);
    TEST(a_proposal_the_bookkeeping_has_booked_is_no_credit_any_more);
    TEST(what_the_list_took_off_never_closes_what_is_still_open);
    TEST(half_taken_off_and_half_open_is_left_to_a_person);
    TEST(a_person_assigns_money_that_nothing_pointed_to);
    TEST(a_mistaken_yes_taken_back_leaves_the_list_its_say);
    TEST(the_rest_of_an_overpayment_can_be_assigned_later);
    TEST(a_promised_cheque_is_recognised_by_its_number);
    return g_test_run();
}
