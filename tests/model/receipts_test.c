/* What a person does with a receipt: the choices, the answers, what they teach, and taking them back. */
#include "ledger/receipts.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ledger/bank.h"
#include "ledger/learned.h"
#include "ledger/return_reason.h"
#include "ledger_book.h"

#define PEETERS "C1;Bakkerij Peeters BV;"
#define AERTS   "C2;Aerts Bouw NV;"
#define TWO_CUSTOMERS                                                                                                  \
    PEETERS "2025-1312;invoice;2025-11-18;2025-12-18;1850,00;1850,00;202513120023;EUR;\n" PEETERS                      \
            "2025-1340;invoice;2025-12-01;2025-12-31;420,50;420,50;202513400010;EUR;\n" AERTS                          \
            "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n"

static Receipt *receipt_of(House *house, gint64 id)
{
    g_autoptr(GError) error = NULL;
    Receipt *receipt = receipt_load(&house->ledger, id, &error);
    g_assert_no_error(error);
    return receipt;
}

static GPtrArray *receipts_of(House *house, ReceiptsWhich which)
{
    g_autoptr(GError) error = NULL;
    const ReceiptsFilter filter = {.which = which, .since = DAY_NONE};
    GPtrArray *receipts = receipts_load(&house->ledger, &filter, &error);
    g_assert_no_error(error);
    return receipts;
}

static void assert_count(House *house, ReceiptsWhich which, guint count)
{
    g_autoptr(GPtrArray) receipts = receipts_of(house, which);
    g_assert_cmpint(receipts->len, ==, count);
}

static GPtrArray *choices_of(House *house, gint64 id)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *choices = receipt_choices(&house->ledger, id, &error);
    g_assert_no_error(error);
    return choices;
}

static void good(bool done, const GError *error)
{
    g_assert_no_error(error);
    g_assert_true(done);
}

static void unknown_money(House *house)
{
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-23",
                .amount = "1000.00",
                .name = "Notaris Claes",
                .iban = "BE71096123456769",
                .text = "dossier K-47112 ref 23/02/2026"});
}

static void every_receipt_is_found_where_it_belongs(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .reference = "202513120023"},
               {.day = "2026-02-21", .amount = "-33.00", .name = "De Post"},
               {.day = "2026-02-22", .amount = "77.00", .name = "Niemand"});
    assert_count(house, RECEIPTS_ALL, 3);
    assert_count(house, RECEIPTS_MATCHED, 1);
    assert_count(house, RECEIPTS_OUTGOING, 1);
    assert_count(house, RECEIPTS_WAITING, 1);
    g_assert_cmpint(receipts_waiting_count(&house->ledger), ==, 1);
    g_autoptr(GPtrArray) matched = receipts_of(house, RECEIPTS_MATCHED);
    const Receipt *receipt = g_ptr_array_index(matched, 0);
    g_assert_cmpint(receipt->whole, ==, 185000);
    g_assert_cmpint(receipt->amount, ==, 0);
    g_assert_cmpstr(receipt->items, ==, "2025-1312 1850.00");
    g_assert_cmpstr(receipt->statement, ==, "BE96999000000101 S1");
    g_assert_cmpstr(receipt->step, ==, "reference");
    g_assert_false(receipt->waiting || receipt->by_person);
}

static void a_receipt_that_does_not_exist_is_said_to_be_missing(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_assert_null(receipt_load(&house->ledger, 4711, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
}

static void the_invoice_of_that_amount_is_among_the_choices(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    unknown_money(house);
    g_autoptr(GPtrArray) choices = choices_of(house, 1);
    g_assert_cmpint(choices->len, ==, 1);
    const Match *choice = g_ptr_array_index(choices, 0);
    g_assert_cmpint(choice->customer_id, ==, 2);
    good(match_choose(&house->ledger, 1, choice, "op-1", &house->options, &error), error);
    assert_item(house, "F2026/0007", 0, "closed");
    g_autoptr(Receipt) receipt = receipt_of(house, 1);
    g_assert_true(receipt->by_person);
    g_assert_cmpstr(receipt->decided_by, ==, "Lotte");
    g_assert_false(match_choose(&house->ledger, 1, choice, "op-2", &house->options, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STALE);
    assert_books_true(house);
}

static void a_known_customer_brings_the_oldest_first_and_on_account(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "2000.00", .text = "factuur 2025-1340"});
    g_autoptr(GPtrArray) choices = choices_of(house, 1);
    bool oldest = false, account = false;
    for (guint i = 0; i < choices->len; i++) {
        const Match *choice = g_ptr_array_index(choices, i);
        g_assert_cmpint(choice->customer_id, ==, 1);
        oldest |= choice->parts->len == 2 && g_array_index(choice->parts, MatchPart, 0).amount == 185000;
        account |= choice->parts->len == 0;
        g_assert_true(i == 0 || choice->score <= ((const Match *)g_ptr_array_index(choices, i - 1))->score);
    }
    g_assert_true(oldest && account);
}

static void money_put_on_account_is_credit_and_can_be_taken_back(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    unknown_money(house);
    g_assert_false(match_on_account(&house->ledger, 1, 0, "op-0", &house->options, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_clear_error(&error);
    good(match_on_account(&house->ledger, 1, 2, "op-1", &house->options, &error), error);
    g_assert_cmpint(house_money(house, "C2").unallocated, ==, 100000);
    assert_count(house, RECEIPTS_ASIDE, 1);
    assert_count(house, RECEIPTS_WAITING, 0);
    good(match_revoke(&house->ledger, 1, &house->options, &error), error);
    g_assert_cmpint(house_money(house, "C2").unallocated, ==, 0);
    assert_count(house, RECEIPTS_WAITING, 1);
    assert_books_true(house);
}

static void what_is_not_ours_asks_nothing_until_taken_back(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    unknown_money(house);
    good(match_not_ours(&house->ledger, 1, "op-1", &house->options, &error), error);
    assert_match(house, "not_ours", "person", 0);
    g_assert_cmpint(receipts_waiting_count(&house->ledger), ==, 0);
    house_list_quiet(house, AERTS "F2026/0099;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n");
    assert_match(house, "not_ours", "person", 0);
    good(match_revoke(&house->ledger, 1, &house->options, &error), error);
    g_assert_cmpint(receipts_waiting_count(&house->ledger), ==, 1);
}

/* --- Learning ------------------------------------------------------------------------------------------- */

static GPtrArray *learned_of(House *house, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *learned = learned_load(&house->ledger, customer_id, &error);
    g_assert_no_error(error);
    return learned;
}

static const Learned *learned_kind(const GPtrArray *learned, LearnedKind kind)
{
    for (guint i = 0; i < learned->len; i++) {
        const Learned *one = g_ptr_array_index(learned, i);
        if (one->kind == kind)
            return one;
    }
    return NULL;
}

static void an_answer_teaches_account_payer_and_contract_number(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    unknown_money(house);
    good(match_on_account(&house->ledger, 1, 2, "op-1", &house->options, &error), error);
    g_autoptr(GPtrArray) learned = learned_of(house, 2);
    g_assert_cmpint(learned->len, ==, 3);
    g_assert_cmpstr(learned_kind(learned, LEARNED_IBAN)->value, ==, "BE71096123456769");
    g_assert_cmpstr(learned_kind(learned, LEARNED_PAYER)->value, ==, "claes notaris");
    g_assert_cmpstr(learned_kind(learned, LEARNED_WORD)->value, ==, "k47112");
    g_assert_cmpint(learned_kind(learned, LEARNED_WORD)->payment_id, ==, 1);
    g_assert_cmpstr(learned_kind(learned, LEARNED_WORD)->customer, ==, "C2 Aerts Bouw NV");
    g_autoptr(GPtrArray) others = learned_of(house, 1);
    g_assert_cmpint(others->len, ==, 0);
}

static void an_answer_taken_back_is_not_booked_by_the_next_file(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .reference = "202513120023"});
    assert_item(house, "2025-1312", 0, "closed");
    good(match_revoke(&house->ledger, 1, &house->options, &error), error);
    assert_item(house, "2025-1312", 185000, "open");
    BANK_QUIET(house, "S2", {.day = "2026-02-23", .amount = "77.00", .name = "Niemand"});
    assert_item(house, "2025-1312", 185000, "open");
    g_autoptr(Receipt) receipt = receipt_of(house, 1);
    g_assert_cmpstr(receipt->state, ==, "proposed");
    good(match_confirm(&house->ledger, 1, "op-1", &house->options, &error), error);
    assert_item(house, "2025-1312", 0, "closed");
    assert_books_true(house);
}

static void an_answer_taken_back_teaches_nothing(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    unknown_money(house);
    good(match_on_account(&house->ledger, 1, 2, "op-1", &house->options, &error), error);
    good(match_revoke(&house->ledger, 1, &house->options, &error), error);
    g_autoptr(GPtrArray) learned = learned_of(house, 0);
    g_assert_cmpint(learned->len, ==, 0);
}

static void what_was_forgotten_is_learned_again_by_a_person_only(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-23", .amount = "1850.00", .reference = "202513120023", .iban = "BE71096123456769"});
    good(learned_forget(&house->ledger, LEARNED_IBAN, "BE71096123456769", 1, &error), error);
    g_assert_false(learned_forget(&house->ledger, LEARNED_IBAN, "BE71096123456769", 1, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
    g_clear_error(&error);
    BANK_QUIET(house, "S2",
               {.day = "2026-02-24", .amount = "420.50", .reference = "202513400010", .iban = "BE71096123456769"},
               {.day = "2026-02-24", .amount = "12.00", .name = "X", .iban = "BE71096123456769"});
    assert_match(house, "unmatched", "", 0);
    g_autoptr(GPtrArray) forgotten = learned_of(house, 1);
    g_assert_null(learned_kind(forgotten, LEARNED_IBAN));
    good(match_on_account(&house->ledger, 3, 1, "op-1", &house->options, &error), error);
    g_autoptr(GPtrArray) learned = learned_of(house, 1);
    g_assert_nonnull(learned_kind(learned, LEARNED_IBAN));
}

/* --- Reasons -------------------------------------------------------------------------------------------- */

static void the_bank_s_reason_is_said_in_words(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-20", .amount = "1850.00", .reference = "202513120023", .iban = "BE71096123456769"},
               {.day = "2026-02-23",
                .amount = "-1850.00",
                .reference = "202513120023",
                .iban = "BE71096123456769",
                .reason = "AM04"});
    g_autoptr(Receipt) receipt = receipt_of(house, 1);
    g_assert_nonnull(strstr(receipt->reason, "insufficient funds"));
    g_autoptr(Receipt) back = receipt_of(house, 2);
    g_assert_nonnull(strstr(back->reason, "insufficient funds"));
    assert_count(house, RECEIPTS_RETURNED, 2);
    g_autofree char *unknown = return_reason_words("XX99");
    g_assert_cmpstr(unknown, ==, "XX99");
}

static void a_person_shows_a_return_its_receipt(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, TWO_CUSTOMERS);
    BANK_QUIET(house, "S1",
               {.day = "2026-02-20", .amount = "1850.00", .reference = "202513120023", .iban = "BE71096123456769"},
               {.day = "2026-02-23", .amount = "-1850.00", .name = "unclear", .reason = "MD06"});
    assert_item(house, "2025-1312", 0, "closed");
    assert_count(house, RECEIPTS_WAITING, 1);
    g_autoptr(GPtrArray) choices = choices_of(house, 2);
    g_assert_cmpint(choices->len, ==, 1);
    good(match_choose(&house->ledger, 2, g_ptr_array_index(choices, 0), "op-1", &house->options, &error), error);
    assert_item(house, "2025-1312", 185000, "open");
    assert_match(house, "reversal", "person", -185000);
    assert_books_true(house);
}

#define TEST(name) g_test_add("/receipts/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_receipt_is_found_where_it_belongs);
    TEST(a_receipt_that_does_not_exist_is_said_to_be_missing);
    TEST(the_invoice_of_that_amount_is_among_the_choices);
    TEST(a_known_customer_brings_the_oldest_first_and_on_account);
    TEST(money_put_on_account_is_credit_and_can_be_taken_back);
    TEST(what_is_not_ours_asks_nothing_until_taken_back);
    TEST(an_answer_teaches_account_payer_and_contract_number);
    TEST(an_answer_taken_back_is_not_booked_by_the_next_file);
    TEST(an_answer_taken_back_teaches_nothing);
    TEST(what_was_forgotten_is_learned_again_by_a_person_only);
    TEST(the_bank_s_reason_is_said_in_words);
    TEST(a_person_shows_a_return_its_receipt);
    return g_test_run();
}
