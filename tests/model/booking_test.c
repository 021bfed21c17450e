/* What an import leaves behind: nothing twice, nothing lost, nothing of the desk overwritten. */
#include "booking_lists.h"

static const char ONE_HALF[] = PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1850,00;850,00;202513120023;EUR;\n";
static const char ONE_PAID[] = PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1850,00;0,00;202513120023;EUR;\n";
static const char OTHER[] = AERTS "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n";

/* --- Once and only once --------------------------------------------------------------------------------- */

static void a_first_list_plans_nothing_itself_but_hands_its_customers_on(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *rows = g_strconcat(ONE, OTHER, NULL);
    g_autoptr(ImportSummary) summary = house_list(house, rows);
    g_assert_cmpint(summary->new_customers, ==, 2);
    g_assert_cmpint(summary->new_items, ==, 2);
    g_assert_cmpint(summary->booked, ==, 2);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM touchpoint"), ==, 0);
    g_assert_cmpint(house->follow_ups, ==, 1);
    g_assert_cmpuint(g_hash_table_size(house->followed), ==, 2);
    g_assert_cmpint(house_number(house, "SELECT complete FROM import"), ==, 1);
}

static void the_same_file_again_changes_nothing(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    const BankLine line = {.day = "2026-02-20", .amount = "1000.00", .reference = OGM, .bank = "B1"};
    g_autofree char *path = house_statement(house, "S1", &line, 1);
    import_summary_free(house_import(house, path));
    g_autofree char *before = dump(house);
    g_autoptr(ImportSummary) again = house_import(house, path);
    g_assert_true(again->already_known);
    g_assert_cmpint(again->lines, ==, 0);
    assert_unchanged(house, before);
}

static void an_unchanged_list_under_another_name_is_known_and_writes_no_item(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    int follow_ups = house->follow_ups;
    g_autofree char *items = house_text(house, "SELECT text FROM search_text");
    g_autofree char *spaced = g_strconcat(ONE, "\n", NULL);
    g_autoptr(ImportSummary) again = house_list(house, spaced);
    g_assert_false(again->already_known);
    g_assert_cmpint(again->known, ==, 1);
    g_assert_cmpint(again->booked, ==, 0);
    g_assert_cmpint(house->follow_ups, ==, follow_ups);
    g_autofree char *after = house_text(house, "SELECT text FROM search_text");
    g_assert_cmpstr(after, ==, items);
}

static void an_overlapping_statement_books_no_line_twice(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    BANK_QUIET(house, "DAY", {.day = "2026-02-20", .amount = "500.00", .reference = OGM, .bank = "B1"});
    g_autoptr(ImportSummary) month =
        BANK(house, "MONTH", {.day = "2026-02-20", .amount = "500.00", .reference = OGM, .bank = "B1"},
             {.day = "2026-02-21", .amount = "500.00", .reference = OGM, .bank = "B2"});
    g_assert_cmpint(month->known, ==, 1);
    g_assert_cmpint(month->booked, ==, 1);
    assert_item(house, "2025-1312", 85000, "open");
}

static void two_equal_payments_in_one_file_are_two_payments(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    const BankLine twin = {.day = "2026-02-20", .amount = "500.00", .reference = OGM, .text = "deel"};
    g_autoptr(ImportSummary) first = BANK(house, "S1", twin, twin);
    g_assert_cmpint(first->booked, ==, 2);
    assert_item(house, "2025-1312", 85000, "open");
    g_autoptr(ImportSummary) overlap = BANK(house, "S2", twin, twin, {.day = "2026-02-22", .amount = "1.00"});
    g_assert_cmpint(overlap->known, ==, 2);
    assert_item(house, "2025-1312", 85000, "open");
}

/* --- The list and the bank speak of the same money ------------------------------------------------------ */

static void bank_first_then_the_list_that_knows_it(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1000.00", .reference = OGM});
    assert_item(house, "2025-1312", 85000, "open");
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, ONE_HALF);
    assert_item(house, "2025-1312", 85000, "open");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item_change"), ==, 0);
    house_list_quiet(house, ONE_PAID);
    assert_item(house, "2025-1312", 0, "closed");
    g_assert_cmpint(house_number(house, "SELECT amount FROM item_change"), ==, 85000);
    assert_books_true(house);
}

static void the_list_first_then_the_bank_line_it_knew(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, ONE_HALF);
    assert_item(house, "2025-1312", 85000, "open");
    BANK_QUIET(house, "S1", {.day = "2026-02-24", .amount = "1000.00", .reference = OGM});
    assert_match(house, "matched", "reference", 100000);
    assert_item(house, "2025-1312", 85000, "open");
    BANK_QUIET(house, "S2", {.day = "2026-02-25", .amount = "850.00", .reference = OGM});
    assert_item(house, "2025-1312", 0, "closed");
    assert_match(house, "matched", "reference", 85000);
    assert_books_true(house);
}

static void a_line_of_exactly_what_is_open_pays_that_whatever_the_list_took_off(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, ONE_HALF);
    BANK_QUIET(house, "S1", {.day = "2026-02-24", .amount = "850.00", .reference = OGM});
    assert_item(house, "2025-1312", 0, "closed");
    assert_books_true(house);
}

static void money_for_an_invoice_the_list_closed_is_no_duplicate(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, ONE_PAID);
    assert_item(house, "2025-1312", 0, "closed");
    g_autoptr(ImportSummary) late = BANK(house, "S1", {.day = "2026-02-24", .amount = "1850.00", .reference = OGM});
    g_assert_cmpint(late->duplicates, ==, 0);
    assert_match(house, "matched", "reference", 185000);
    g_autoptr(ImportSummary) twice = BANK(house, "S2", {.day = "2026-02-25", .amount = "1850.00", .reference = OGM});
    g_assert_cmpint(twice->duplicates, ==, 1);
    assert_books_true(house);
}

static void a_return_after_the_list_knew_the_payment_opens_the_invoice_until_the_list_says_so_too(House *house,
                                                                                                  gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .iban = "BE71096123456769", .reference = OGM});
    house_list_quiet(house, ONE_PAID);
    BANK_QUIET(house, "S2", {.day = "2026-02-23", .amount = "-1850.00", .iban = "BE71096123456769", .reason = "MD06"});
    assert_item(house, "2025-1312", 185000, "open");
    g_autofree char *spaced = g_strconcat(ONE, "\n", NULL);
    house_list_quiet(house, spaced);
    assert_item(house, "2025-1312", 185000, "open");
    g_assert_cmpint(house_number(house, "SELECT ledger_open FROM item"), ==, 185000);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item_change"), ==, 0);
    assert_books_true(house);
}

static void a_payment_that_came_and_went_does_not_hide_what_the_list_takes_off_later(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .iban = "BE71096123456769", .reference = OGM},
               {.day = "2026-02-21", .amount = "-1850.00", .iban = "BE71096123456769", .reason = "MD06"});
    assert_item(house, "2025-1312", 185000, "open");
    house_list_quiet(house, ONE_PAID);
    assert_item(house, "2025-1312", 0, "closed");
    assert_books_true(house);
}

static void a_payment_on_the_list_that_the_bank_brought_too_counts_once(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    house_run(house,
              "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES ('BE71096123456769', 1, 'ledger', 0)");
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "77.00", .iban = "BE71096123456769"});
    g_autofree char *rows = g_strconcat(ONE, PEETERS "BNK-12;payment;2026-02-20;2026-02-20;-77,00;-77,00;;EUR;\n",
                                        PEETERS "BNK-09;payment;2026-01-05;2026-01-05;-23,00;-23,00;;EUR;\n", NULL);
    house_list_quiet(house, rows);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 7700 + 2300);
}

/* --- Full lists ----------------------------------------------------------------------------------------- */

static void what_a_full_list_lacks_is_gone_only_after_a_yes(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *both = g_strconcat(ONE, OTHER, NULL);
    house_list_quiet(house, both);
    house->options.full = true;
    house_clock("2026-02-25T09:00");
    g_autofree char *path = house_file(
        house, "csv", LIST_HEADER "C2;Aerts Bouw NV;F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n");
    import_summary_free(house_import(house, path));
    assert_item(house, "2025-1312", 185000, "open");
    g_autoptr(ImportSummary) summary = house_import(house, path);
    g_assert_true(summary->already_known);
    g_assert_cmpint(summary->missing_items->len, ==, 1);
    int follow_ups = house->follow_ups;
    g_assert_true(items_mark_gone(&house->ledger, summary->missing_items, clock_today(), &house->options, &error));
    assert_item(house, "2025-1312", 0, "gone");
    g_assert_cmpint(house->follow_ups, ==, follow_ups + 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item"), ==, 2);
    BANK_QUIET(house, "S1", {.day = "2026-02-24", .amount = "1850.00", .reference = OGM});
    assert_match(house, "matched", "reference", 185000);
    assert_item(house, "2025-1312", 0, "gone");
    assert_books_true(house);
}

static void an_old_full_list_cannot_declare_newer_invoices_gone(House *house, gconstpointer data)
{
    (void)data;
    house->options.full = true;
    g_autofree char *content = g_strconcat(LIST_HEADER, ONE, NULL);
    g_autofree char *monday = house_file(house, "csv", content);
    import_summary_free(house_import(house, monday));
    g_autofree char *both = g_strconcat(ONE, OTHER, NULL);
    house_list_quiet(house, both);
    g_autoptr(ImportSummary) again = house_import(house, monday);
    g_assert_true(again->already_known);
    g_assert_cmpint(again->missing_items->len, ==, 0);
}

static void what_the_bank_paid_is_not_asked_about_when_the_full_list_lacks_it(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *both = g_strconcat(ONE, OTHER, NULL);
    house_list_quiet(house, both);
    BANK_QUIET(house, "S1", {.day = "2026-02-20", .amount = "1850.00", .reference = OGM});
    house->options.full = true;
    g_autoptr(ImportSummary) summary = house_list(house, OTHER);
    g_assert_cmpint(summary->missing_items->len, ==, 0);
    g_assert_cmpint(house_number(house, "SELECT ledger_open FROM item WHERE number = '2025-1312'"), ==, 0);
    assert_item(house, "2025-1312", 0, "closed");
    assert_books_true(house);
}

static void each_term_of_an_invoice_is_an_item_of_its_own(House *house, gconstpointer data)
{
    (void)data;
    const char *terms = PEETERS "T-9001;invoice;2026-01-10;2026-02-09;500,00;500,00;;EUR;\n" PEETERS
                                "T-9001;invoice;2026-01-10;2026-03-09;500,00;500,00;;EUR;\n";
    g_autoptr(ImportSummary) summary = house_list(house, terms);
    g_assert_cmpint(summary->new_items, ==, 2);
    g_assert_cmpint(house_money(house, "C1").overdue, ==, 50000);
    g_autoptr(ImportSummary) later =
        house_list(house, PEETERS "T-9001;invoice;2026-01-10;2026-03-09;500,00;250,00;;EUR;\n");
    g_assert_cmpint(later->new_items, ==, 0);
    g_assert_cmpint(house_number(house, "SELECT open FROM item WHERE term = 1"), ==, 50000);
    g_assert_cmpint(house_number(house, "SELECT open FROM item WHERE term = 2"), ==, 25000);
}

/* --- Master data ---------------------------------------------------------------------------------------- */

#define CUSTOMERS_HEADER "customer_number;customer_name;city;language;contact;phone;email;reach;iban\n"

static ImportSummary *customers(House *house, const char *rows)
{
    g_autofree char *content = g_strconcat(CUSTOMERS_HEADER, rows, NULL);
    g_autofree char *path = house_file(house, "csv", content);
    return house_import(house, path);
}

static void a_list_fills_and_corrects_the_customer_and_his_contact(House *house, gconstpointer data)
{
    (void)data;
    import_summary_free(customers(house, "C1;Bakkerij Peeters BV;Gent;nl;An Maes;09 223 11 "
                                         "22;an@peeters.example;mon-thu 09:00-16:00;BE71096123456769\n"));
    g_assert_cmpint(house_number(house, "SELECT reach_days FROM contact"), ==, 15);
    g_assert_cmpint(house_number(house, "SELECT reach_from FROM contact"), ==, 540);
    g_autoptr(ImportSummary) summary =
        customers(house, "C1;Bakkerij Peeters BV;Aalst;nl;An Maes;053 77 88 99;an.maes@peeters.example;;\n");
    g_assert_cmpint(summary->changed_customers, ==, 1);
    g_autofree char *city = house_text(house, "SELECT city FROM customer");
    g_assert_cmpstr(city, ==, "Aalst");
    g_autofree char *email = house_text(house, "SELECT email FROM contact");
    g_assert_cmpstr(email, ==, "an.maes@peeters.example");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM contact"), ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM phone"), ==, 2);
    g_autofree char *line = house_text(house, "SELECT text FROM search_text");
    g_assert_nonnull(strstr(line, "n:bakkerij peeters bv\t"));
    g_assert_nonnull(strstr(line, "\tp:3292231122\tp:092231122"));
    g_assert_nonnull(strstr(line, "\tb:be71096123456769"));
    g_assert_nonnull(strstr(line, "\tk:an maes\t"));
}

static void reachable_hours_are_read_in_three_languages(House *house, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *reach;
        gint64 days, from, until;
    } ROWS[] = {
        {"mon-thu 09:00-16:00", 15, 540, 960}, {"mar-ven 9h00-12h30", 30, 540, 750},  {"ma-di 9u-12u", 3, 540, 720},
        {"dim 10:00-11:00", 64, 600, 660},     {"za-ma", 97, G_MININT64, G_MININT64}, {"14-17", 127, 840, 1020},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autofree char *row = g_strdup_printf("C%zu;Zaak;Gent;nl;An;;an@zaak.example;%s;\n", i, ROWS[i].reach);
        g_autoptr(ImportSummary) summary = customers(house, row);
        if (summary->warnings->len > 0)
            g_error("%s", (char *)g_ptr_array_index(summary->warnings, 0));
        g_assert_cmpint(house_number(house, "SELECT reach_days FROM contact ORDER BY id DESC LIMIT 1"), ==,
                        ROWS[i].days);
        g_assert_cmpint(house_number(house, "SELECT reach_from FROM contact ORDER BY id DESC LIMIT 1"), ==,
                        ROWS[i].from);
        g_assert_cmpint(house_number(house, "SELECT reach_until FROM contact ORDER BY id DESC LIMIT 1"), ==,
                        ROWS[i].until);
    }
    g_autoptr(ImportSummary) odd = customers(house, "C9;Zaak;Gent;nl;An;;an@zaak.example;when the sun shines;\n");
    g_assert_cmpuint(odd->warnings->len, ==, 1);
}

static void a_contact_edited_at_the_desk_survives_every_list(House *house, gconstpointer data)
{
    (void)data;
    const char *row = "C1;Bakkerij Peeters BV;Gent;nl;An Maes;09 223 11 22;an@peeters.example;;\n";
    import_summary_free(customers(house, row));
    house_run(house, "UPDATE contact SET name = 'Els Maes', email = 'els@peeters.example', edited = 1");
    house_run(house, "INSERT INTO event (id, op, kind, customer_id, agent_id, day, minute, utc, content, hash)"
                     " VALUES (1, 'e1', 'call', 1, 1, 20500, 600, 0, '', '')");
    house_run(house,
              "INSERT INTO event_change (event_id, position, entity, entity_id, field, old_value, new_value) VALUES"
              " (1, 1, 'contact', 1, 'name', 'An Maes', 'Els Maes'),"
              " (1, 2, 'contact', 1, 'email', 'an@peeters.example', 'els@peeters.example')");
    g_autofree char *spaced = g_strconcat(row, "\n", NULL);
    g_autoptr(ImportSummary) same = customers(house, spaced);
    g_assert_cmpint(same->known, ==, 1);
    g_autofree char *contact = house_text(house, "SELECT name || ' ' || email FROM contact WHERE id = 1");
    g_assert_cmpstr(contact, ==, "Els Maes els@peeters.example");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM contact"), ==, 1);
    import_summary_free(
        customers(house, "C1;Bakkerij Peeters BV;Gent;nl;An Maes;0470 12 34 56;boekhouding@peeters.example;;\n"));
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM contact WHERE email = 'boekhouding@peeters.example'"), ==,
                    1);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM phone WHERE e164 = '+32470123456'"), ==, 1);
    g_autofree char *still = house_text(house, "SELECT name || ' ' || email FROM contact WHERE id = 1");
    g_assert_cmpstr(still, ==, "Els Maes els@peeters.example");
}

#define TEST(name) g_test_add("/booking/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_first_list_plans_nothing_itself_but_hands_its_customers_on);
    TEST(the_same_file_again_changes_nothing);
    TEST(an_unchanged_list_under_another_name_is_known_and_writes_no_item);
    TEST(an_overlapping_statement_books_no_line_twice);
    TEST(two_equal_payments_in_one_file_are_two_payments);
    TEST(bank_first_then_the_list_that_knows_it);
    TEST(the_list_first_then_the_bank_line_it_knew);
    TEST(a_line_of_exactly_what_is_open_pays_that_whatever_the_list_took_off);
    TEST(money_for_an_invoice_the_list_closed_is_no_duplicate);
    TEST(a_return_after_the_list_knew_the_payment_opens_the_invoice_until_the_list_says_so_too);
    TEST(a_payment_that_came_and_went_does_not_hide_what_the_list_takes_off_later);
    TEST(a_payment_on_the_list_that_the_bank_brought_too_counts_once);
    TEST(what_a_full_list_lacks_is_gone_only_after_a_yes);
    TEST(an_old_full_list_cannot_declare_newer_invoices_gone);
    TEST(what_the_bank_paid_is_not_asked_about_when_the_full_list_lacks_it);
    TEST(each_term_of_an_invoice_is_an_item_of_its_own);
    TEST(a_list_fills_and_corrects_the_customer_and_his_contact);
    TEST(reachable_hours_are_read_in_three_languages);
    TEST(a_contact_edited_at_the_desk_survives_every_list);
    return g_test_run();
}
