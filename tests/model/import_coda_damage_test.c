/* CODA files that are not as they should be: records out of place, damaged, alone, without end. */
#include "coda_small.h"

#include <locale.h>

/* ---- records out of place ---- */

typedef struct {
    const char *begins;
    int place, by; /* before which place a blank is added (1) or a letter taken away (-1) */
} Shift;

static void damage(GString *file, Shift shift)
{
    gsize at = record_at(file, shift.begins) + (gsize)shift.place - 1;
    if (shift.by > 0)
        g_string_insert_c(file, (gssize)at, ' ');
    else
        g_string_erase(file, (gssize)at, 1);
}

static void test_shifted(void)
{
    static const Shift shifts[] = {
        {"12", 25, -1}, {"12", 25, 1}, {"12", 1, 1},   {"21", 12, -1}, {"21", 12, 1}, {"21", 1, 1},
        {"21", 70, -1}, {"21", 70, 1}, {"8", 30, -1},  {"8", 30, 1},   {"8", 1, 1},   {"9 ", 5, -1},
        {"9 ", 5, 1},   {"9 ", 1, 1},  {"23", 60, -1}, {"22", 1, 1},   {"23", 1, 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(shifts); i++) {
        Small small;
        small_open(&small, NULL, NULL);
        small_move(&small, (CodaMove){.amount = 1230,
                                      .code = "00150000",
                                      .bank_reference = "B 1",
                                      .structured = i % 2 == 0,
                                      .communication = i % 2 == 0 ? "101202600010704" : "WAREN VAN MAART",
                                      .name = "BAKKERIJ",
                                      .account = "BE85999000000202"});
        coda_write_closing(&small.writer, small.day);
        coda_write_trailer(&small.writer, false);
        damage(small.file, shifts[i]);
        g_autoptr(Collected) got = small_read(&small);
        g_test_message("record %s, place %d, %+d", shifts[i].begins, shifts[i].place, shifts[i].by);
        collected_log(got);
        const CollectedStatement *statement = statement_at(got, 0);
        g_assert_cmpuint(got->problems->len, ==, 0);
        g_assert_cmpuint(lines_in(got), ==, 1);
        g_assert_cmpint(line_at(got, 0)->amount, ==, 123);
        g_assert_cmpint(day_compare(line_at(got, 0)->day, small.day), ==, 0);
        g_assert_true(statement->end.has_opening && statement->end.has_closing);
        g_assert_cmpint(statement->end.opening, ==, 100000);
        g_assert_cmpint(statement->end.closing, ==, 100123);
        g_assert_cmpint(statement->end.stated_credits, ==, 123);
        g_assert_cmpstr(statement->end.account, ==, ACCOUNT);
        g_assert_true(collected_warned(got, "128 letters"));
    }
}

/* A figure is gone: nobody guesses an amount. */
static void test_amount_damaged(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000", .communication = "EERSTE"});
    small_move(&small, (CodaMove){.amount = 4560, .code = "00150000", .communication = "TWEEDE"});
    small.file->str[record_at(small.file, "21") + 40] = 'x';
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_cmpint(line_at(got, 0)->amount, ==, 456);
    g_assert_true(collected_listed(got, 3, "the amount cannot be read"));
    g_assert_nonnull(strstr(g_array_index(got->problems, CollectedRemark, 0).raw, "EERSTE"));
    g_assert_true(collected_warned(got, "a line may be missing"));
}

/* One detail cannot be read: the others are still heard, and the total is kept whole. */
static void test_detail_damaged(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 3000, .code = "20150000"});
    for (int i = 0; i < 3; i++)
        small_move(&small, (CodaMove){.amount = 1000,
                                      .code = "60150000",
                                      .detail = true,
                                      .communication = (const char *[]){"EEN", "TWEE", "DRIE"}[i]});
    small.file->str[record_at(small.file, "2100010002") + 40] = 'x';
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_cmpint(line_at(got, 0)->amount, ==, 300);
    g_assert_cmpstr(line_at(got, 0)->text, ==, "EEN DRIE");
    g_assert_cmpuint(got->problems->len, ==, 1);
    g_assert_true(collected_listed(got, 5, "the amount cannot be read"));
    g_assert_cmpuint(got->warnings->len, ==, 1); /* it needs splitting; balance and totals hold */
}

static void test_orphans(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "20150000", .name = "ZAAK"});
    small_move(&small, (CodaMove){.amount = 1230, .code = "60150000", .detail = true, .name = "KLANT"});
    coda_write_information(&small.writer, "60150000", false, "WOORDEN");
    small.file->str[record_at(small.file, "21") + 40] = 'x';
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 0);
    for (int line = 3; line <= 9; line++)
        g_assert_true(collected_listed(got, line, ""));
}

/* A file of a machine that knows no line ends, and one that numbers its records. */
static void test_no_line_ends(void)
{
    for (int numbered = 0; numbered < 2; numbered++) {
        Small small;
        small_open(&small, NULL, NULL);
        small.writer.end = numbered ? "00000010\n" : "";
        if (!numbered)
            g_string_erase(small.file, 128, 2);
        small_move(&small, (CodaMove){.amount = 1230, .code = "00150000", .communication = "ÉÉN", .name = "Société"});
        small_move(&small, (CodaMove){.amount = 1230, .code = "00150000"});
        g_autoptr(Collected) got = small_close(&small);
        g_assert_cmpuint(lines_in(got), ==, 2);
        g_assert_cmpstr(line_at(got, 0)->name, ==, "Société");
        g_assert_cmpuint(statement_at(got, 0)->end.stated_credits, ==, 246);
        g_assert_cmpuint(got->problems->len, ==, numbered ? 6 : 0);
        if (numbered)
            g_assert_true(collected_listed(got, 3, "behind the 128 letters"));
    }
}

/* ---- too much ---- */

static void test_huge_line(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000"});
    g_autofree char *fill = g_strnfill(10 * 1024 * 1024, '2');
    g_string_append_printf(small.file, "%s\r\n", fill);
    small_move(&small, (CodaMove){.amount = 4560, .code = "00150000"});
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 2);
    g_assert_true(collected_listed(got, 4, "longer than any record"));
    g_assert_cmpuint(strlen(g_array_index(got->problems, CollectedRemark, 0).raw), <, 1000);
}

/* One total with details without end: kept as one line, in bounded memory. */
static void test_endless_details(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    enum { DETAILS = 60000 };
    small_move(&small, (CodaMove){.amount = DETAILS * 10, .code = "20150000"});
    for (int i = 0; i < DETAILS; i++) {
        small_move(&small, (CodaMove){.amount = 10, .code = "60150000", .detail = true});
        small.writer.detail %= 9999;
    }
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_cmpint(line_at(got, 0)->amount, ==, DETAILS);
    g_assert_cmpuint(strlen(line_at(got, 0)->text), <, 20000);
    g_assert_true(collected_warned(got, "needs splitting"));
}

static void test_endless_information(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 1230, .code = "00150000"});
    for (int i = 0; i < 20000; i++) {
        coda_write_information(&small.writer, "00150000", i % 2 == 0,
                               i % 2 == 0 ? "002WOORDEN VAN DE BANK" : "WOORDEN");
        small.writer.detail %= 9999;
    }
    g_autoptr(Collected) got = small_close(&small);
    g_assert_cmpuint(strlen(line_at(got, 0)->text), <, 20000);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/coda/records out of place by one letter are put right", test_shifted);
    g_test_add_func("/coda/a damaged amount is listed, never guessed", test_amount_damaged);
    g_test_add_func("/coda/a damaged detail leaves its total whole", test_detail_damaged);
    g_test_add_func("/coda/records without their movement are listed", test_orphans);
    g_test_add_func("/coda/records without line ends between them are read", test_no_line_ends);
    g_test_add_func("/coda/a line of ten megabytes costs one line", test_huge_line);
    g_test_add_func("/coda/details without end stay one line", test_endless_details);
    g_test_add_func("/coda/information without end is bounded", test_endless_information);
    return g_test_run();
}
