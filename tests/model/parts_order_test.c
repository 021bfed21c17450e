/* Several receipts for one invoice, each in its own file: whichever file comes first, the earlier day pays first and
 * only what is too much stays credit. */
#include "ledger_book.h"

#define PEETERS "C1;Bakkerij Peeters BV;"

static const char INVOICES[] =
    PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;100,00;100,00;+++202/5131/20023+++;EUR;\n" PEETERS
            "2025-1340;invoice;2026-01-20;2026-02-19;80,00;80,00;+++202/5134/00010+++;EUR;\n";

#define OF_1312 .reference = "202513120023"

/* In part, in part, too much, and once more. */
static const BankLine DAYS[] = {
    {.day = "2026-02-16", .amount = "60.00", .iban = "BE71096123456769", .bank = "R1", OF_1312},
    {.day = "2026-02-17", .amount = "20.00", .iban = "BE68539007547034", .bank = "R2", OF_1312},
    {.day = "2026-02-18", .amount = "50.00", .iban = "NL91ABNA0417164300", .bank = "R3", OF_1312},
    {.day = "2026-02-19", .amount = "100.00", .bank = "R4", OF_1312},
};

/* On one day, in statements of two accounts or twice over the day. */
static const BankLine ONE_DAY[] = {
    {.day = "2026-02-16", .amount = "40.00", .bank = "R1", OF_1312},
    {.day = "2026-02-16", .amount = "50.00", .bank = "R2", OF_1312},
    {.day = "2026-02-16", .amount = "70.00", .bank = "R3", OF_1312},
};

/* The first names two invoices, which are then paid once more. */
static const BankLine TWO_INVOICES[] = {
    {.day = "2026-02-17", .amount = "180.00", .bank = "R1", .text = "facturen 2025-1312 en 2025-1340"},
    {.day = "2026-02-18", .amount = "80.00", .bank = "R2", .reference = "202513400010"},
    {.day = "2026-02-19", .amount = "100.00", .bank = "R3", OF_1312},
};

/* By its number alone nothing closes but the exact amount: the middle one finds something of it paid before. */
static const BankLine BY_NUMBER[] = {
    {.day = "2026-02-16", .amount = "30.00", .bank = "R1", OF_1312},
    {.day = "2026-02-17", .amount = "100.00", .bank = "R2", .text = "factuur 2025-1312"},
    {.day = "2026-02-18", .amount = "70.00", .bank = "R3", OF_1312},
};

/* Twice the same sum; the second comes back, and whichever file comes first it is the second that did. */
static const BankLine TAKEN_BACK[] = {
    {.day = "2026-02-16", .amount = "50.00", .iban = "BE71096123456769", .bank = "R1", OF_1312},
    {.day = "2026-02-17", .amount = "50.00", .iban = "BE71096123456769", .bank = "R2", .reference = "202513400010"},
    {.day = "2026-02-18", .amount = "-50.00", .iban = "BE71096123456769", .bank = "R3", .reason = "MD06"},
    {.day = "2026-02-19", .amount = "60.00", .bank = "R4", OF_1312},
};

/* Returned money leaves its invoice to what came after it. */
static const BankLine OPEN_AGAIN[] = {
    {.day = "2026-02-16", .amount = "80.00", .iban = "BE71096123456769", .bank = "R1", OF_1312},
    {.day = "2026-02-17", .amount = "60.00", .bank = "R2", OF_1312},
    {.day = "2026-02-18", .amount = "-80.00", .iban = "BE71096123456769", .bank = "R3", .reason = "MD06"},
};

/* Paid exactly by a receipt that gives way: its account says nothing any more. */
static const BankLine LEARNED_TOO_SOON[] = {
    {.day = "2026-02-16", .amount = "20.00", .bank = "R1", OF_1312},
    {.day = "2026-02-17", .amount = "100.00", .iban = "NL91ABNA0417164300", .bank = "R2", OF_1312},
    {.day = "2026-02-18", .amount = "33.00", .iban = "NL91ABNA0417164300", .bank = "R3", .text = "dank u"},
};

/* The same sum on the same day, each in its own words: no order of files chooses between them. */
static const BankLine ALIKE[] = {
    {.day = "2026-02-17", .amount = "100.00", .iban = "NL91ABNA0417164300", .bank = "R1", OF_1312},
    {.day = "2026-02-17", .amount = "100.00", .bank = "R2", .text = "factuur 2025-1312"},
};

/* The first names two invoices and pays one of them; that a later receipt pays the other says nothing of it. */
static const BankLine LEFT_OVER[] = {
    {.day = "2026-02-16", .amount = "80.00", .bank = "R1", .text = "facturen 2025-1312 en 2025-1340"},
    {.day = "2026-02-17", .amount = "100.00", .bank = "R2", OF_1312},
    {.day = "2026-02-18", .amount = "80.00", .bank = "R3", .reference = "202513400010"},
};

static char *books_of(House *house)
{
    g_autoptr(GString) books = g_string_new(NULL);
    house_rows(house, books, "SELECT number || ' ' || state || ' ' || open AS row FROM item ORDER BY number");
    house_rows(house, books,
               "SELECT p.day || ' ' || p.amount || ' ' || m.state || ' ' || m.step || ' ' || m.allocated || ' ' ||"
               " m.reason AS row FROM payment p JOIN payment_match m ON m.payment_id = p.id WHERE m.state <> 'reversal'"
               " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) ORDER BY p.day, p.amount, "
               "p.bank_reference");
    house_rows(
        house, books,
        "SELECT 'back ' || p.day || ' of ' || o.day AS row FROM payment_match m JOIN payment p ON p.id = m.payment_id"
        " JOIN payment o ON o.id = m.original_id ORDER BY p.day");
    house_rows(house, books, "SELECT iban AS row FROM customer_iban ORDER BY iban");
    return g_string_free(g_steal_pointer(&books), FALSE);
}

static char *books_in_order(const BankLine *lines, const guint *order, guint count)
{
    House house;
    house_start(&house, NULL);
    house_list_quiet(&house, INVOICES);
    for (guint i = 0; i < count; i++) {
        g_autofree char *id = g_strdup_printf("S%u", order[i]);
        import_summary_free(house_bank(&house, id, &lines[order[i]], 1));
    }
    assert_books_true(&house);
    char *books = books_of(&house);
    house_end(&house, NULL);
    return books;
}

static void orders_walk(const BankLine *lines, guint *order, guint fixed, guint count, char **straight)
{
    if (fixed < count) {
        for (guint i = fixed; i < count; i++) {
            guint swap = order[fixed];
            order[fixed] = order[i];
            order[i] = swap;
            orders_walk(lines, order, fixed + 1, count, straight);
            order[i] = order[fixed];
            order[fixed] = swap;
        }
        return;
    }
    g_autofree char *books = books_in_order(lines, order, count);
    if (*straight == NULL)
        *straight = g_strdup(books);
    if (strcmp(*straight, books) != 0)
        g_test_message("order %u %u %u …", order[0], order[1], order[2]);
    g_assert_cmpstr(books, ==, *straight);
}

static char *every_order(const BankLine *lines, guint count)
{
    guint order[] = {0, 1, 2, 3, 4};
    char *straight = NULL;
    g_assert_cmpuint(count, <=, G_N_ELEMENTS(order));
    orders_walk(lines, order, 0, count, &straight);
    g_test_message("%s", straight);
    return straight;
}

static void the_earlier_day_pays_first_whichever_file_comes_first(void)
{
    g_autofree char *books = every_order(DAYS, G_N_ELEMENTS(DAYS));
    g_assert_nonnull(strstr(books, "2025-1312 closed 0"));
    g_assert_nonnull(strstr(books, "20500 6000 matched reference 6000"));
    g_assert_nonnull(strstr(books, "20502 5000 matched reference 2000"));
    g_assert_nonnull(strstr(books, "20503 10000 duplicate closed_reference 0"));
}

static void receipts_of_one_day_give_the_same_books_in_any_order(void)
{
    g_autofree char *books = every_order(ONE_DAY, G_N_ELEMENTS(ONE_DAY));
    g_assert_nonnull(strstr(books, "2025-1312 closed 0"));
}

static void a_receipt_for_two_invoices_keeps_its_turn(void)
{
    g_autofree char *books = every_order(TWO_INVOICES, G_N_ELEMENTS(TWO_INVOICES));
    g_assert_nonnull(strstr(books, "20501 18000 matched invoice_number 18000"));
    g_assert_nonnull(strstr(books, "20502 8000 duplicate closed_reference 0"));
    g_assert_nonnull(strstr(books, "20503 10000 duplicate closed_reference 0"));
}

static void what_a_number_cannot_close_turns_nothing_round(void)
{
    g_autofree char *books = every_order(BY_NUMBER, G_N_ELEMENTS(BY_NUMBER));
    g_assert_nonnull(strstr(books, "20502 7000 matched reference 7000"));
    g_assert_nonnull(strstr(books, "20501 10000 duplicate closed_reference 0"));
}

static void a_return_takes_back_the_right_one_of_equal_receipts(void)
{
    g_autofree char *books = every_order(TAKEN_BACK, G_N_ELEMENTS(TAKEN_BACK));
    g_assert_nonnull(strstr(books, "2025-1312 closed 0"));
    g_assert_nonnull(strstr(books, "2025-1340 open 8000"));
    g_assert_nonnull(strstr(books, "20503 6000 matched reference 5000"));
}

static void what_came_after_a_returned_receipt_takes_its_place(void)
{
    g_autofree char *books = every_order(OPEN_AGAIN, G_N_ELEMENTS(OPEN_AGAIN));
    g_assert_nonnull(strstr(books, "2025-1312 open 4000"));
    g_assert_nonnull(strstr(books, "20501 6000 matched reference 6000"));
}

static void an_account_learned_from_what_gave_way_is_not_known(void)
{
    g_autofree char *books = every_order(LEARNED_TOO_SOON, G_N_ELEMENTS(LEARNED_TOO_SOON));
    g_assert_nonnull(strstr(books, "20502 3300 unmatched"));
    g_assert_null(strstr(books, "NL91"));
}

static void receipts_alike_are_told_apart_by_their_words(void)
{
    g_autofree char *books = every_order(ALIKE, G_N_ELEMENTS(ALIKE));
    g_assert_nonnull(strstr(books, "matched reference 10000"));
    g_assert_nonnull(strstr(books, "duplicate closed_reference 0"));
}

static void what_a_later_receipt_leaves_over_closes_nothing_by_itself(void)
{
    g_autofree char *books = every_order(LEFT_OVER, G_N_ELEMENTS(LEFT_OVER));
    g_assert_nonnull(strstr(books, "20500 8000 duplicate"));
    g_assert_nonnull(strstr(books, "20502 8000 matched reference 8000"));
}

static void the_summary_counts_what_its_own_file_brought(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, INVOICES);
    BANK_QUIET(house, "S1", {.day = "2026-02-18", .amount = "50.00", .bank = "R3", OF_1312});
    g_autoptr(ImportSummary) earlier =
        BANK(house, "S2", {.day = "2026-02-17", .amount = "20.00", .bank = "R2", OF_1312});
    g_assert_cmpint(earlier->matched[MATCH_REFERENCE], ==, 1);
    g_autoptr(ImportSummary) both = BANK(house, "S3", {.day = "2026-02-16", .amount = "10.00", .bank = "R1", OF_1312},
                                         {.day = "2026-02-15", .amount = "40.00", .bank = "R0", OF_1312});
    g_assert_cmpint(both->matched[MATCH_REFERENCE], ==, 2);
    g_assert_cmpint(both->closed_items, ==, 1);
}

/* What a newer list has taken over is not turned round any more: nobody is asked for money twice. */
static void a_receipt_the_list_has_taken_over_keeps_its_place(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, INVOICES);
    BANK_QUIET(house, "S1", {.day = "2026-02-18", .amount = "100.00", .bank = "R3", OF_1312});
    house_clock("2026-02-25T09:00");
    house_list_quiet(house,
                     PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;100,00;0,00;+++202/5131/20023+++;EUR;\n" PEETERS
                             "2025-1340;invoice;2026-01-20;2026-02-19;80,00;80,00;+++202/5134/00010+++;EUR;\n");
    BANK_QUIET(house, "S2", {.day = "2026-02-16", .amount = "100.00", .bank = "R1", OF_1312});
    assert_item(house, "2025-1312", 0, "closed");
    g_assert_cmpint(house_number(house, "SELECT sum(allocated) FROM payment_match"), ==, 10000);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 10000);
    assert_books_true(house);
}

/* A promise made after the money had come is not kept by it because it was looked at again. */
static void money_that_was_known_stays_known_when_it_gives_way(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, INVOICES);
    BANK_QUIET(house, "S1", {.day = "2026-02-18", .amount = "50.00", .bank = "R3", OF_1312});
    house_run(house, "INSERT INTO event (id, op, kind, customer_id, agent_id, day, minute, utc, content, hash)"
                     " VALUES (1, 'e1', 'call', 1, 1, 20508, 600, 0, '', '')");
    house_run(house, "INSERT INTO promise (id, event_id, customer_id, position, kind, made, due, deadline, amount,"
                     " currency) VALUES (1, 1, 1, 1, 'promise', 20508, 20515, 20517, 5000, 'EUR')");
    house_run(house, "INSERT INTO promise_item (promise_id, position, item_id, amount)"
                     " SELECT 1, 1, id, 5000 FROM item WHERE number = '2025-1312'");
    BANK_QUIET(house, "S2", {.day = "2026-02-17", .amount = "20.00", .bank = "R1", OF_1312});
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) promises = promises_of(house->ledger.store, 1, clock_today(), 5, 0, &error);
    g_assert_no_error(error);
    g_assert_cmpint(((const Promise *)g_ptr_array_index(promises, 0))->received, ==, 2000);
    assert_item(house, "2025-1312", 3000, "open");
}

#define TEST(name) g_test_add("/order of parts/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/order of parts/the earlier day pays first whichever file comes first",
                    the_earlier_day_pays_first_whichever_file_comes_first);
    g_test_add_func("/order of parts/receipts of one day give the same books in any order",
                    receipts_of_one_day_give_the_same_books_in_any_order);
    g_test_add_func("/order of parts/a receipt for two invoices keeps its turn",
                    a_receipt_for_two_invoices_keeps_its_turn);
    g_test_add_func("/order of parts/what a number cannot close turns nothing round",
                    what_a_number_cannot_close_turns_nothing_round);
    g_test_add_func("/order of parts/a return takes back the right one of equal receipts",
                    a_return_takes_back_the_right_one_of_equal_receipts);
    g_test_add_func("/order of parts/what came after a returned receipt takes its place",
                    what_came_after_a_returned_receipt_takes_its_place);
    g_test_add_func("/order of parts/an account learned from what gave way is not known",
                    an_account_learned_from_what_gave_way_is_not_known);
    g_test_add_func("/order of parts/receipts alike are told apart by their words",
                    receipts_alike_are_told_apart_by_their_words);
    g_test_add_func("/order of parts/what a later receipt leaves over closes nothing by itself",
                    what_a_later_receipt_leaves_over_closes_nothing_by_itself);
    TEST(the_summary_counts_what_its_own_file_brought);
    TEST(a_receipt_the_list_has_taken_over_keeps_its_place);
    TEST(money_that_was_known_stays_known_when_it_gives_way);
    return g_test_run();
}
