/* CODA: what its records and letters mean. */
#include "coda_small.h"

#include <locale.h>

/* ---- recognised and refused ---- */

static void test_layout_one(void)
{
    Small small;
    small_open(&small, &(CodaHead){.created = {20518}, .layout = '1'}, NULL);
    g_autoptr(Collected) got = small_close(&small);
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(got->error->message, "layout 1"));
    g_assert_nonnull(strstr(got->error->message, "ask the bank"));
    g_assert_cmpuint(got->statements->len, ==, 0);
}

static void test_header_alone(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    g_string_truncate(small.file, 130);
    g_autoptr(Collected) got = small_read(&small);
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(got->error->message, "breaks off"));
}

/* ---- statements ---- */

static void test_statement(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 12340, .code = "00150000", .bank_reference = "B1"});
    g_autoptr(Collected) got = small_close(&small);
    assert_quiet(got);
    const CollectedStatement *statement = statement_at(got, 0);
    g_assert_cmpstr(got->kind, ==, "coda");
    g_assert_cmpstr(statement->begin.id, ==, "2026-042");
    g_assert_cmpstr(statement->end.id, ==, "2026-042");
    g_assert_cmpint(statement->end.sequence, ==, 42);
    g_assert_cmpstr(statement->end.account, ==, ACCOUNT);
    g_assert_cmpint(statement->end.opening, ==, 100000);
    g_assert_cmpint(statement->end.closing, ==, 101234);
    g_assert_cmpint(statement->end.stated_credits, ==, 1234);
    g_assert_cmpint(statement->end.stated_debits, ==, 0);
    g_assert_cmpint(statement->stated_lines, ==, 1);
    g_assert_cmpint(line_at(got, 0)->line, ==, 3);
}

/* 001 of January: its old balance is of December. */
static void test_year_of_the_number(void)
{
    Small small;
    Day eve = DAY_NONE, new_year = DAY_NONE;
    day_from_date(2025, 12, 31, &eve);
    day_from_date(2026, 1, 2, &new_year);
    small_open(&small, &(CodaHead){.created = new_year},
               &(CodaOpening){.structure = '2', .account = ACCOUNT, .currency = "EUR", .number = 1, .day = eve});
    small_move(&small, (CodaMove){.amount = 1000, .code = "00150000", .entry = new_year});
    small.day = new_year;
    g_autoptr(Collected) got = small_close(&small);
    assert_quiet(got);
    g_assert_cmpstr(statement_at(got, 0)->end.id, ==, "2026-001");
}

static void test_old_account_number(void)
{
    Small small;
    small_open(
        &small, NULL,
        &(CodaOpening){.structure = '0', .account = "435000000080", .currency = "EUR", .number = 1, .day = {20517}});
    small_move(&small, (CodaMove){.amount = 1000, .code = "00150000", .account = "310159253878", .name = "ZAAK"});
    small_move(&small,
               (CodaMove){.amount = 1000, .code = "00150000", .account = "BE69 3101 5925 3878", .name = "ZAAK"});
    small_move(&small, (CodaMove){.amount = 1000, .code = "00150000", .account = "310159253879", .name = "ZAAK"});
    g_autoptr(Collected) got = small_close(&small);
    assert_quiet(got);
    g_assert_cmpstr(statement_at(got, 0)->end.account, ==, "BE47435000000080");
    g_assert_cmpstr(line_at(got, 0)->account, ==, "BE69310159253878");
    g_assert_cmpstr(line_at(got, 1)->account, ==, "BE69310159253878");
    g_assert_cmpstr(line_at(got, 2)->account, ==, "310159253879"); /* its check fails: left as it stands */
}

static void test_wrong_closing(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 12340, .code = "00150000"});
    small.writer.balance += 10;
    small.writer.credits += 20;
    small.writer.records += 3;
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_true(collected_warned(got, "a line may be missing"));
    g_assert_true(collected_warned(got, "adds its lines up to € 12,36, the file to € 12,34"));
    g_assert_true(collected_warned(got, "The bank says 6 records, the file holds 3."));
    g_assert_cmpint(statement_at(got, 0)->stated_lines, ==, 4);
}

static void test_no_end(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 12340, .code = "00150000"});
    coda_write_closing(&small.writer, small.day);
    g_autoptr(Collected) got = small_read(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_true(statement_at(got, 0)->ended);
    g_assert_true(collected_warned(got, "no closing record"));
    g_assert_cmpint(statement_at(got, 0)->stated_lines, ==, -1);
}

static void test_more_should_follow(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    coda_write_closing(&small.writer, small.day);
    coda_write_trailer(&small.writer, true);
    g_autoptr(Collected) got = small_read(&small);
    g_assert_true(collected_warned(got, "another statement follows"));
}

/* ---- amounts and days ---- */

static void test_third_decimal(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 12345, .code = "00150000"});
    small_move(&small, (CodaMove){.amount = -1004, .code = "00101000"});
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpint(line_at(got, 0)->amount, ==, 1235);
    g_assert_cmpint(line_at(got, 1)->amount, ==, -100);
    g_assert_true(collected_warned(got, "more decimals than")); /* said once, with the count */
    g_assert_cmpuint(got->warnings->len, ==, 1);
}

static void test_impossible_day(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1000, .code = "00150000"});
    gsize at = record_at(small.file, "21");
    memcpy(small.file->str + at + 115, "300226", 6);
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpint(day_compare(line_at(got, 0)->day, small.day), ==, 0); /* the value day */
    g_assert_true(collected_warned(got, "no date or an impossible one"));
}

/* ---- what a movement says ---- */

static void test_failed_check_digit(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small,
               (CodaMove){.amount = 1000, .code = "00150000", .structured = true, .communication = "101202600010705"});
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpstr(line_at(got, 0)->reference, ==, "202600010705"); /* kept, and flagged */
    g_assert_true(collected_warned(got, "fails its check digit"));
}

/* Before SEPA other things stood where returns and their reasons stand now. */
static void test_no_return(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1000, .code = "00150000", .return_type = '4', .return_reason = "3246"});
    small_move(&small, (CodaMove){.amount = 1000, .code = "00150000", .return_type = '0', .return_reason = "AC04"});
    g_autoptr(Collected) got = small_close(&small);
    assert_quiet(got);
    g_assert_false(line_at(got, 0)->reversal || line_at(got, 1)->reversal);
    g_assert_cmpstr(line_at(got, 0)->return_reason, ==, "");
}

/* Bank costs are no short payment. */
static void test_costs_of_a_foreign_payment(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small,
               (CodaMove){.amount = 987650, .code = "34150000", .communication = "INVOICE 42", .name = "TITANIA"});
    small_move(&small, (CodaMove){.amount = 1000000,
                                  .code = "84150100",
                                  .detail = true,
                                  .structured = true,
                                  .communication = "105000000001000000000000011500000000115000000NOK000000000000NO"});
    small_move(&small, (CodaMove){.amount = -12350, .code = "84150015", .detail = true});
    g_autoptr(Collected) got = small_close(&small);
    assert_quiet(got);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_cmpint(line_at(got, 0)->amount, ==, 98765);
    g_assert_cmpint(line_at(got, 0)->charges, ==, 1235);
    g_assert_cmpint(line_at(got, 0)->original_amount, ==, 1150000);
    g_assert_cmpstr(line_at(got, 0)->original_currency, ==, "NOK");
    g_assert_cmpstr(line_at(got, 0)->text, ==, "INVOICE 42");
}

static void test_total_not_the_sum(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 100000, .code = "20150000"});
    small_move(&small,
               (CodaMove){.amount = 40000, .code = "60150000", .detail = true, .communication = "EEN", .name = "A"});
    small_move(&small,
               (CodaMove){.amount = 50000, .code = "60150000", .detail = true, .communication = "TWEE", .name = "B"});
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_cmpint(line_at(got, 0)->amount, ==, 10000);
    g_assert_cmpstr(line_at(got, 0)->text, ==, "A EEN B TWEE"); /* nothing that was said is lost */
    g_assert_true(collected_warned(got, "€ 100,00 needs splitting: its details do not add up"));
}

static void test_subtotal_not_the_sum(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 100000, .code = "20150000"});
    small_move(&small, (CodaMove){.amount = 40000, .code = "60150000", .detail = true});
    small_move(&small, (CodaMove){.amount = 60000, .code = "70150000", .detail = true});
    small_move(&small, (CodaMove){.amount = 10000, .code = "90150000", .detail = true});
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 2);
    g_assert_cmpint(line_at(got, 0)->amount + line_at(got, 1)->amount, ==, 10000);
    g_assert_true(collected_warned(got, "a part needs splitting"));
}

/* What follows in the whole file would count twice. */
static void test_cut_inside_a_total(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 5000, .code = "00150000"});
    small_move(&small, (CodaMove){.amount = 100000, .code = "20150000"});
    small_move(&small, (CodaMove){.amount = 40000, .code = "60150000", .detail = true});
    g_autoptr(Collected) got = small_read(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_true(collected_listed(got, 4, "breaks off inside this total"));
}

static void test_message_of_the_bank(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000"});
    coda_write_closing(&small.writer, small.day);
    coda_write_message(&small.writer, "ONS KANTOOR IS GESLOTEN", true);
    coda_write_message(&small.writer, "OP MAANDAG 6 APRIL", false);
    coda_write_message(&small.writer, "", false);
    coda_write_message(&small.writer, "NIEUWE TARIEVEN", true);
    coda_write_trailer(&small.writer, false);
    g_autoptr(Collected) got = small_read(&small);
    g_assert_cmpuint(got->warnings->len, ==, 2);
    g_assert_true(collected_warned(got, "The bank writes: ONS KANTOOR IS GESLOTEN OP MAANDAG 6 APRIL"));
    g_assert_true(collected_warned(got, "The bank writes: NIEUWE TARIEVEN"));
}

/* ---- letters ---- */

static void test_zero_bytes(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000", .communication = "ZA_AK"});
    *strchr(small.file->str, '_') = '\0';
    small.file->str[record_at(small.file, "12") + 100] = '\0';
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpstr(line_at(got, 0)->text, ==, "ZA?AK");
    g_assert_true(collected_warned(got, "could not be read"));
}

/* A program that counted bytes, not letters: the record is 128 bytes of UTF-8. */
static void test_bytes_counted(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000", .communication = "Société Générale"});
    gsize at = record_at(small.file, "21");
    g_string_erase(small.file, (gssize)at + 100, 4); /* as many blanks as the letters have more bytes */
    g_autoptr(Collected) got = small_close(&small);
    assert_quiet(got);
    g_assert_cmpstr(line_at(got, 0)->text, ==, "Société Générale");
}

static void test_trimmed_lines(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000"});
    coda_write_closing(&small.writer, small.day);
    coda_write_trailer(&small.writer, false);
    g_auto(GStrv) lines = g_strsplit(small.file->str, "\r\n", -1);
    g_string_truncate(small.file, 0);
    for (char **line = lines; *line != NULL; line++) { /* an editor took the blanks at the end, then the last figure */
        (*line)[MIN(strlen(*line), 126)] = '\0';
        g_string_append_printf(small.file, "%s\n\n", g_strchomp(*line));
    }
    g_autoptr(Collected) got = small_read(&small);
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_cmpint(line_at(got, 0)->amount, ==, 123);
    g_assert_true(statement_at(got, 0)->end.has_closing);
    g_assert_true(collected_warned(got, "layout 2 is taken"));
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/coda/layout 1 is refused with what to ask for", test_layout_one);
    g_test_add_func("/coda/a header alone is refused", test_header_alone);
    g_test_add_func("/coda/a statement carries its number, balances and totals", test_statement);
    g_test_add_func("/coda/the number of January is of the new year", test_year_of_the_number);
    g_test_add_func("/coda/account numbers of before the IBAN become one", test_old_account_number);
    g_test_add_func("/coda/what the bank counted otherwise is said", test_wrong_closing);
    g_test_add_func("/coda/a statement without its last record is read", test_no_end);
    g_test_add_func("/coda/a statement that should follow is missed", test_more_should_follow);
    g_test_add_func("/coda/a third decimal is rounded and said", test_third_decimal);
    g_test_add_func("/coda/a day that does not exist gives way to the nearest", test_impossible_day);
    g_test_add_func("/coda/a reference that fails its check is kept and flagged", test_failed_check_digit);
    g_test_add_func("/coda/what stood there before SEPA is no return", test_no_return);
    g_test_add_func("/coda/costs of a foreign payment are kept beside it", test_costs_of_a_foreign_payment);
    g_test_add_func("/coda/a total that is not the sum of its details stays one line", test_total_not_the_sum);
    g_test_add_func("/coda/a subtotal that is not the sum of its details stays one line", test_subtotal_not_the_sum);
    g_test_add_func("/coda/a file cut off inside a total does not book it", test_cut_inside_a_total);
    g_test_add_func("/coda/a message of the bank is shown, however long", test_message_of_the_bank);
    g_test_add_func("/coda/zero bytes are told", test_zero_bytes);
    g_test_add_func("/coda/places counted in bytes are understood", test_bytes_counted);
    g_test_add_func("/coda/blanks cut off at the end do not matter", test_trimmed_lines);
    return g_test_run();
}
