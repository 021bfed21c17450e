/* Cash application case by case: what a payer types, and what it closes. */
#include "ledger_book.h"

#define PEETERS "C10418;Bakkerij Peeters BV;"
#define AERTS   "C20001;Aerts Bouw NV;"
#define OGM_A   "202513120023"
#define OGM_B   "202513400010"

static const char BOOK[] = PEETERS "2025-1312;invoice;2025-11-18;2025-12-18;1850,00;1850,00;" OGM_A ";EUR;\n" PEETERS
                                   "2025-1340;invoice;2025-12-01;2025-12-31;420,50;420,50;" OGM_B ";EUR;\n" PEETERS
                                   "CN2026-4;credit_note;2026-01-05;2026-01-05;-50,00;-50,00;;EUR;\n" PEETERS
                                   "2022-12-13196;invoice;2026-01-05;2026-02-04;100,00;100,00;;EUR;\n" PEETERS
                                   "2022-12-13189;invoice;2026-01-05;2026-02-04;200,00;200,00;;EUR;\n" PEETERS
                                   "2022-12-13343;invoice;2026-01-05;2026-02-04;300,00;300,00;;EUR;\n" PEETERS
                                   "2026-07-10196;invoice;2026-01-05;2026-02-04;11,00;11,00;;EUR;\n" PEETERS
                                   "2026-07-10203;invoice;2026-01-05;2026-02-04;12,00;12,00;;EUR;\n" PEETERS
                                   "2026-07-10211;invoice;2026-01-05;2026-02-04;13,00;13,00;;EUR;\n" PEETERS
                                   "86047442;invoice;2026-01-05;2026-02-04;21,00;21,00;;EUR;\n" PEETERS
                                   "86047472;invoice;2026-01-05;2026-02-04;22,00;22,00;;EUR;\n" PEETERS
                                   "201303-111;invoice;2026-01-05;2026-02-04;31,00;31,00;;EUR;\n" PEETERS
                                   "201303-112;invoice;2026-01-05;2026-02-04;32,00;32,00;;EUR;\n" PEETERS
                                   "201303-088;invoice;2026-01-05;2026-02-04;41,00;41,00;;EUR;\n" PEETERS
                                   "201303-128;invoice;2026-01-05;2026-02-04;51,00;51,00;;EUR;\n" AERTS
                                   "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;202600070015;EUR;\n" AERTS
                                   "USD-44001;invoice;2026-01-05;2026-02-04;500,00;500,00;;USD;\n";

static void book_start(House *house, gconstpointer data)
{
    house_start(house, data);
    house_list_quiet(house, BOOK);
}

static LineRecord line_of(Cents amount, const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso("2026-02-23", &day));
    return (LineRecord){.day = day,
                        .value_day = day,
                        .amount = amount,
                        .currency = "EUR",
                        .name = "",
                        .account = "",
                        .reference = "",
                        .text = text,
                        .bank_reference = "",
                        .end_to_end = "",
                        .cheque_number = "",
                        .booked = true,
                        .return_reason = "",
                        .original_currency = ""};
}

static Match *match_of(House *house, const LineRecord *line)
{
    g_autoptr(GError) error = NULL;
    Match *match = match_line(&house->ledger, line, &error);
    g_assert_no_error(error);
    g_assert_nonnull(match->reason);
    g_assert_cmpstr(match->reason, !=, "");
    return match;
}

static Cents parts_sum(const Match *match)
{
    Cents sum = 0;
    for (guint i = 0; i < match->parts->len; i++)
        sum += g_array_index(match->parts, MatchPart, i).amount;
    return sum;
}

static const MatchPart *part_of(House *house, const Match *match, const char *number)
{
    gint64 id = house_number(house, "SELECT id FROM item WHERE number = '%s'", number);
    for (guint i = 0; i < match->parts->len; i++)
        if (g_array_index(match->parts, MatchPart, i).item_id == id)
            return &g_array_index(match->parts, MatchPart, i);
    g_error("invoice %s is no part of it: %s", number, match->reason);
}

static void several_numbers_are_read_as_people_type_them(House *house, gconstpointer data)
{
    static const struct {
        const char *text;
        Cents amount;
        guint items;
    } TYPED[] = {
        {"2022-12-13196+13189+13343", 60000, 3},
        {"2026-07-10196+10203+10211", 3600, 3},
        {"2026-07-10196, 10203, 10211", 3600, 3},
        {"86047442,86047472", 4300, 2},
        {"NR.201303-111/11.3.2013 NR.201303-112/11.3.2013", 6300, 2},
        {"12420/20001512 201303-088 XX201303-088XX", 4100, 1},
        {"factuurnummer 201303-128cursus", 5100, 1},
        {"betaling fact 2025-13 12 en 2025-1340", 227050, 2},
        {"2025-1312 2025-1340 min CN2026-4", 222050, 3},
        {"invoices:2022-12-13196/2022-12-13189", 30000, 2},
    };
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(TYPED); i++) {
        LineRecord line = line_of(TYPED[i].amount, TYPED[i].text);
        g_autoptr(Match) match = match_of(house, &line);
        g_test_message("%s: %s", TYPED[i].text, match->reason);
        g_assert_cmpint(match->step, ==, MATCH_INVOICE_NUMBER);
        g_assert_true(match->closes);
        g_assert_cmpint(match->parts->len, ==, TYPED[i].items);
        g_assert_cmpint(parts_sum(match), ==, TYPED[i].amount);
    }
}

static void a_reference_and_more_numbers_close_together(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(227050, "en factuur 2025-1340");
    line.reference = OGM_A;
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_true(match->closes);
    g_assert_cmpint(match->parts->len, ==, 2);
    line.amount = 180000;
    line.text = "min creditnota CN2026-4";
    g_autoptr(Match) less = match_of(house, &line);
    g_assert_cmpint(parts_sum(less), ==, 180000);
    g_assert_true(less->closes);
}

static void a_credit_note_taken_off_a_reference_is_said_and_not_netted(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(180000, "");
    line.reference = OGM_A;
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_cmpint(match->parts->len, ==, 1);
    g_assert_nonnull(strstr(match->reason, "CN2026-4"));
    line.amount = 170000;
    g_autoptr(Match) other = match_of(house, &line);
    g_assert_null(strstr(other->reason, "CN2026-4"));
}

static void two_references_close_when_the_amount_settles_both(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(227050, "+++202/5134/00010+++");
    line.reference = OGM_A;
    g_autoptr(Match) both = match_of(house, &line);
    g_assert_true(both->closes);
    g_assert_cmpint(both->parts->len, ==, 2);
    line.amount = 42050;
    g_autoptr(Match) one = match_of(house, &line);
    g_assert_false(one->closes);
    g_assert_cmpint(part_of(house, one, "2025-1340")->amount, ==, 42050);
}

static void references_of_two_customers_are_left_to_a_person(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(185000, "202600070015 2025-1312");
    line.reference = OGM_A;
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_false(match->closes);
}

static void a_discount_taken_in_time_closes_and_says_so(House *house, gconstpointer data)
{
    (void)data;
    house_run(house, "UPDATE item SET discount = 3700, discount_until = 20507 WHERE number = '2025-1312'"); /* 23/02 */
    LineRecord line = line_of(181300, "");
    line.reference = OGM_A;
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_true(match->closes);
    const MatchPart *part = part_of(house, match, "2025-1312");
    g_assert_cmpint(part->amount, ==, 181300);
    g_assert_cmpint(part->waived, ==, 3700);
    g_assert_cmpstr(part->waived_for, ==, "discount");
    g_assert_nonnull(strstr(match->reason, "discount"));
    line.reference = "";
    line.text = "2025-1312";
    g_autoptr(Match) named = match_of(house, &line);
    g_assert_true(named->closes);
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1813.00", .reference = OGM_A});
    assert_item(house, "2025-1312", 0, "closed");
    g_autofree char *why = house_text(house, "SELECT waived_for FROM allocation");
    g_assert_cmpstr(why, ==, "discount");
}

static void a_discount_taken_late_stays_open_with_the_reason(House *house, gconstpointer data)
{
    (void)data;
    house_run(house, "UPDATE item SET discount = 3700, discount_until = 20506 WHERE number = '2025-1312'");
    LineRecord line = line_of(181300, "");
    line.reference = OGM_A;
    g_autoptr(Match) match = match_of(house, &line);
    const MatchPart *part = part_of(house, match, "2025-1312");
    g_assert_cmpint(part->waived, ==, 0);
    g_assert_cmpint(part->amount, ==, 181300);
    g_assert_nonnull(strstr(match->reason, "22/02/26"));
    BANK_QUIET(house, "S1", {.day = "2026-02-23", .amount = "1813.00", .reference = OGM_A});
    assert_item(house, "2025-1312", 3700, "open");
    assert_books_true(house);
}

static void the_discounts_of_two_invoices_close_both(House *house, gconstpointer data)
{
    (void)data;
    house_run(house, "UPDATE item SET discount = 3700, discount_until = 20600 WHERE number = '2025-1312'");
    house_run(house, "UPDATE item SET discount = 841, discount_until = 20600 WHERE number = '2025-1340'");
    LineRecord line = line_of(227050 - 3700 - 841, "2025-1312 + 2025-1340");
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_true(match->closes);
    g_assert_cmpint(part_of(house, match, "2025-1312")->waived, ==, 3700);
    g_assert_cmpint(part_of(house, match, "2025-1340")->waived, ==, 841);
    line.amount += 841;
    g_autoptr(Match) one = match_of(house, &line);
    g_assert_true(one->closes);
    g_assert_cmpint(part_of(house, one, "2025-1340")->waived, ==, 0);
}

static void what_the_bank_kept_is_no_short_payment(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(183500, "");
    line.reference = OGM_A;
    line.charges = 1500;
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_true(match->closes);
    g_assert_cmpint(part_of(house, match, "2025-1312")->waived, ==, 1500);
    g_assert_cmpstr(part_of(house, match, "2025-1312")->waived_for, ==, "charges");
    line.charges = 0;
    line.code = "04150000";
    g_autoptr(Match) open = match_of(house, &line);
    g_assert_cmpstr(part_of(house, open, "2025-1312")->waived_for, ==, "charges");
    line.code = "00150000";
    g_autoptr(Match) inland = match_of(house, &line);
    g_assert_cmpint(part_of(house, inland, "2025-1312")->waived, ==, 0);
    line.code = "04150000";
    line.amount = 150000;
    g_autoptr(Match) much = match_of(house, &line);
    g_assert_cmpint(part_of(house, much, "2025-1312")->waived, ==, 0);
}

static void foreign_money_closes_nothing_even_with_its_number(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(50000, "USD-44001");
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_false(match->closes);
    g_assert_cmpint(match->parts->len, ==, 0);
    g_assert_cmpint(match->customer_id, ==, 2);
}

/* --- The customer is known ------------------------------------------------------------------------------ */

static void a_customer_number_in_the_text_tells_the_customer(House *house, gconstpointer data)
{
    (void)data;
    LineRecord line = line_of(100000, "klant C20001 dank u");
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_cmpint(match->customer_id, ==, 2);
    g_assert_false(match->closes);
    g_assert_cmpint(parts_sum(match), ==, 100000);
    line.amount = 77777;
    g_autoptr(Match) account = match_of(house, &line);
    g_assert_cmpint(account->customer_id, ==, 2);
    g_assert_cmpint(account->parts->len, ==, 0);
}

static void what_was_taught_knows_the_customer_and_disagreement_nobody(House *house, gconstpointer data)
{
    (void)data;
    house_run(house, "INSERT INTO customer_word (word, customer_id, kind, source, day)"
                     " VALUES ('claes notaris', 2, 'payer', 'learned', 20500), ('k47112', 2, 'word', 'desk', 20500)");
    LineRecord line = line_of(77777, "dossier K-47112");
    line.name = "Notaris Claes";
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_cmpint(match->customer_id, ==, 2);
    house_run(house, "INSERT INTO customer_iban (iban, customer_id, source, day)"
                     " VALUES ('BE71096123456769', 1, 'ledger', 20500)");
    line.account = "BE71096123456769";
    g_autoptr(Match) nobody = match_of(house, &line);
    g_assert_cmpint(nobody->customer_id, ==, 0);
    house_run(house, "UPDATE customer_word SET forgotten = 20501");
    g_autoptr(Match) account = match_of(house, &line);
    g_assert_cmpint(account->customer_id, ==, 1);
}

static void the_sum_of_many_small_invoices_ends_in_bounded_time(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GString) rows = g_string_new(NULL);
    for (int i = 0; i < 300; i++)
        g_string_append_printf(rows, "C3;Veel Kleine BV;K-%05d;invoice;2026-01-05;2026-02-04;%d,%02d;%d,%02d;;EUR;\n",
                               i, 100 + i % 7, i % 10, 100 + i % 7, i % 10);
    house_list_quiet(house, rows->str);
    house_run(house, "INSERT INTO customer_iban (iban, customer_id, source, day)"
                     " SELECT 'BE71096123456769', id, 'ledger', 20500 FROM customer WHERE number = 'C3'");
    LineRecord line = line_of(61299, "");
    line.account = "BE71096123456769";
    gint64 start = g_get_monotonic_time();
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_cmpint(match->customer_id, ==, 3);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 2 * G_USEC_PER_SEC); /* sanitizers included */
}

static void a_direct_debit_comes_back_by_its_mandate(House *house, gconstpointer data)
{
    (void)data;
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .reference = OGM_A});
    house_run(house, "DROP TRIGGER payment_update");
    house_run(house, "UPDATE payment SET mandate = 'MND-77'");
    LineRecord line = line_of(-185000, "");
    line.return_reason = "MD06";
    line.mandate = "MND-77";
    g_autoptr(Match) match = match_of(house, &line);
    g_assert_cmpint(match->original_id, ==, 1);
    g_assert_cmpint(match->customer_id, ==, 1);
}

static void a_return_that_names_an_invoice_opens_it(House *house, gconstpointer data)
{
    (void)data;
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;0,00;202600070015;EUR;\n");
    assert_item(house, "F2026/0007", 0, "closed");
    BANK_QUIET(house, "S1", {.day = "2026-02-25", .amount = "-1000.00", .text = "retour F2026/0007", .reason = "MD06"});
    assert_match(house, "reversal", "invoice_number", -100000);
    assert_item(house, "F2026/0007", 100000, "open");
    assert_books_true(house);
}

#define TEST(name) g_test_add("/cash/" #name, House, NULL, book_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(several_numbers_are_read_as_people_type_them);
    TEST(a_reference_and_more_numbers_close_together);
    TEST(a_credit_note_taken_off_a_reference_is_said_and_not_netted);
    TEST(two_references_close_when_the_amount_settles_both);
    TEST(references_of_two_customers_are_left_to_a_person);
    TEST(a_discount_taken_in_time_closes_and_says_so);
    TEST(a_discount_taken_late_stays_open_with_the_reason);
    TEST(the_discounts_of_two_invoices_close_both);
    TEST(what_the_bank_kept_is_no_short_payment);
    TEST(foreign_money_closes_nothing_even_with_its_number);
    TEST(a_customer_number_in_the_text_tells_the_customer);
    TEST(what_was_taught_knows_the_customer_and_disagreement_nobody);
    TEST(the_sum_of_many_small_invoices_ends_in_bounded_time);
    TEST(a_direct_debit_comes_back_by_its_mandate);
    TEST(a_return_that_names_an_invoice_opens_it);
    return g_test_run();
}
