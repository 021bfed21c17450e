/* CODA: what records mean, files that are not as they should be, and some hundred generated files whose every line
 * is known. */
#include "coda_specimen.h"
#include "coda_writer.h"
#include "import_collect.h"

#include <locale.h>

#define ACCOUNT "BE96999000000101"

/* ---- small files ---- */

typedef struct {
    GString *file;
    CodaWriter writer;
    Day day;
} Small;

static void small_open(Small *small, const CodaHead *head, const CodaOpening *opening)
{
    g_assert_true(day_from_date(2026, 3, 5, &small->day));
    small->file = g_string_new(NULL);
    coda_writer_start(&small->writer, small->file, "\r\n");
    CodaHead usual = {.created = day_plus(small->day, 1)};
    CodaOpening account = {.structure = '2',
                           .account = ACCOUNT,
                           .currency = "EUR",
                           .holder = "ATELIER EXEMPLE",
                           .number = 42,
                           .opening = 1000000,
                           .day = day_plus(small->day, -1)};
    coda_write_head(&small->writer, head != NULL ? head : &usual);
    coda_write_opening(&small->writer, opening != NULL ? opening : &account);
}

static void small_move(Small *small, CodaMove move)
{
    move.entry = day_known(move.entry) && move.entry.number != 0 ? move.entry : small->day;
    move.value = small->day;
    coda_write_move(&small->writer, &move);
}

static Collected *small_read(Small *small)
{
    Collected *got = collected_bytes(small->file->str, small->file->len, NULL);
    g_string_free(small->file, TRUE);
    return got;
}

static Collected *small_close(Small *small)
{
    coda_write_closing(&small->writer, small->day);
    coda_write_trailer(&small->writer, false);
    return small_read(small);
}

static const CollectedStatement *statement_of(const Collected *got, guint at)
{
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->statements->len, >, at);
    return &g_array_index(got->statements, CollectedStatement, at);
}

static const LineRecord *line_of(const Collected *got, guint at)
{
    const CollectedStatement *statement = statement_of(got, 0);
    g_assert_cmpuint(statement->lines->len, >, at);
    return &g_array_index(statement->lines, LineRecord, at);
}

static guint lines_in(const Collected *got)
{
    guint lines = 0;
    for (guint i = 0; i < got->statements->len; i++)
        lines += g_array_index(got->statements, CollectedStatement, i).lines->len;
    return lines;
}

static void assert_quiet(const Collected *got)
{
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->warnings->len + got->problems->len, ==, 0);
}

/* The first record of a kind, for damaging it. */
static gsize record_at(const GString *file, const char *begins)
{
    g_autofree char *needle = g_strconcat("\n", begins, NULL);
    const char *at = strstr(file->str, needle);
    g_assert_nonnull(at);
    return (gsize)(at + 1 - file->str);
}

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
    const CollectedStatement *statement = statement_of(got, 0);
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
    g_assert_cmpint(line_of(got, 0)->line, ==, 3);
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
    g_assert_cmpstr(statement_of(got, 0)->end.id, ==, "2026-001");
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
    g_assert_cmpstr(statement_of(got, 0)->end.account, ==, "BE47435000000080");
    g_assert_cmpstr(line_of(got, 0)->account, ==, "BE69310159253878");
    g_assert_cmpstr(line_of(got, 1)->account, ==, "BE69310159253878");
    g_assert_cmpstr(line_of(got, 2)->account, ==, "310159253879"); /* its check fails: left as it stands */
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
    g_assert_cmpint(statement_of(got, 0)->stated_lines, ==, 4);
}

static void test_no_end(void)
{
    Small small;
    small_open(&small, NULL, NULL);
    small_move(&small, (CodaMove){.amount = 12340, .code = "00150000"});
    coda_write_closing(&small.writer, small.day);
    g_autoptr(Collected) got = small_read(&small);
    g_assert_cmpuint(lines_in(got), ==, 1);
    g_assert_true(statement_of(got, 0)->ended);
    g_assert_true(collected_warned(got, "no closing record"));
    g_assert_cmpint(statement_of(got, 0)->stated_lines, ==, -1);
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, 1235);
    g_assert_cmpint(line_of(got, 1)->amount, ==, -100);
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
    g_assert_cmpint(day_compare(line_of(got, 0)->day, small.day), ==, 0); /* the value day */
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
    g_assert_cmpstr(line_of(got, 0)->reference, ==, "202600010705"); /* kept, and flagged */
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
    g_assert_false(line_of(got, 0)->reversal || line_of(got, 1)->reversal);
    g_assert_cmpstr(line_of(got, 0)->return_reason, ==, "");
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, 98765);
    g_assert_cmpint(line_of(got, 0)->charges, ==, 1235);
    g_assert_cmpint(line_of(got, 0)->original_amount, ==, 1150000);
    g_assert_cmpstr(line_of(got, 0)->original_currency, ==, "NOK");
    g_assert_cmpstr(line_of(got, 0)->text, ==, "INVOICE 42");
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, 10000);
    g_assert_cmpstr(line_of(got, 0)->text, ==, "A EEN B TWEE"); /* nothing that was said is lost */
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
    g_assert_cmpint(line_of(got, 0)->amount + line_of(got, 1)->amount, ==, 10000);
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
        const CollectedStatement *statement = statement_of(got, 0);
        g_assert_cmpuint(got->problems->len, ==, 0);
        g_assert_cmpuint(lines_in(got), ==, 1);
        g_assert_cmpint(line_of(got, 0)->amount, ==, 123);
        g_assert_cmpint(day_compare(line_of(got, 0)->day, small.day), ==, 0);
        g_assert_true(statement->end.has_opening && statement->end.has_closing);
        g_assert_cmpint(statement->end.opening, ==, 100000);
        g_assert_cmpint(statement->end.closing, ==, 100123);
        g_assert_cmpint(statement->end.stated_credits, ==, 123);
        g_assert_cmpstr(statement->end.account, ==, ACCOUNT);
        g_assert_true(collected_warned(got, "128 letters"));
    }
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, 456);
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, 300);
    g_assert_cmpstr(line_of(got, 0)->text, ==, "EEN DRIE");
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
        g_assert_cmpstr(line_of(got, 0)->name, ==, "Société");
        g_assert_cmpuint(statement_of(got, 0)->end.stated_credits, ==, 246);
        g_assert_cmpuint(got->problems->len, ==, numbered ? 6 : 0);
        if (numbered)
            g_assert_true(collected_listed(got, 3, "behind the 128 letters"));
    }
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
    g_assert_cmpstr(line_of(got, 0)->text, ==, "ZA?AK");
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
    g_assert_cmpstr(line_of(got, 0)->text, ==, "Société Générale");
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, 123);
    g_assert_true(statement_of(got, 0)->end.has_closing);
    g_assert_true(collected_warned(got, "layout 2 is taken"));
}

/* ---- generated files ---- */

/* By its reader alone: which format it is, is asked where that is the question. */
static Collected *read_file(const GString *bytes)
{
    Collected *to = collected_new();
    ImportOptions options = {.profiles = collected_profiles(), .default_currency = "EUR"};
    size_t count = 0;
    const ImportFormat *format = import_formats(&count);
    while (strcmp(format->slug, "coda") != 0)
        format++;
    g_autofree char *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-coda-XXXXXX", &path, NULL), NULL));
    g_assert_true(g_file_set_contents_full(path, bytes->str, (gssize)bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    g_assert_true(format->read(path, &options, &to->sink, &to->error) == (to->error == NULL));
    g_unlink(path);
    return to;
}

static void assert_line(const LineRecord *line, const LineRecord *truth)
{
    g_assert_cmpint(line->amount, ==, truth->amount);
    g_assert_cmpint(day_compare(line->day, truth->day), ==, 0);
    g_assert_cmpint(day_compare(line->value_day, truth->value_day), ==, 0);
    g_assert_cmpstr(line->currency, ==, truth->currency);
    g_assert_cmpstr(line->name, ==, truth->name);
    g_assert_cmpstr(line->account, ==, truth->account);
    g_assert_cmpstr(line->reference, ==, truth->reference);
    if (truth->text != NULL)
        g_assert_cmpstr(line->text, ==, truth->text);
    g_assert_cmpstr(line->bank_reference, ==, truth->bank_reference);
    g_assert_cmpstr(line->end_to_end, ==, truth->end_to_end);
    g_assert_cmpstr(line->cheque_number, ==, truth->cheque_number);
    g_assert_cmpstr(line->mandate, ==, truth->mandate);
    g_assert_cmpstr(line->code, ==, truth->code);
    g_assert_cmpstr(line->return_reason, ==, truth->return_reason);
    g_assert_true(line->cheque == truth->cheque && line->reversal == truth->reversal && line->booked);
    g_assert_cmpint(line->charges, ==, truth->charges);
    g_assert_cmpint(line->original_amount, ==, truth->original_amount);
    g_assert_cmpstr(line->original_currency, ==, truth->original_currency);
    g_assert_cmpint(line->sequence, ==, truth->sequence);
}

static void assert_record(const StatementRecord *record, const StatementRecord *truth)
{
    g_assert_cmpstr(record->id, ==, truth->id);
    g_assert_cmpstr(record->account, ==, truth->account);
    g_assert_cmpstr(record->currency, ==, truth->currency);
    g_assert_cmpint(record->sequence, ==, truth->sequence);
    g_assert_true(record->duplicate == truth->duplicate && !record->interim);
    g_assert_true(record->has_opening == truth->has_opening && record->has_closing == truth->has_closing);
    if (truth->has_opening)
        g_assert_cmpint(record->opening, ==, truth->opening);
    if (truth->has_closing)
        g_assert_cmpint(record->closing, ==, truth->closing);
    g_assert_cmpint(day_compare(record->opening_day, truth->opening_day), ==, 0);
    g_assert_cmpint(day_compare(record->closing_day, truth->closing_day), ==, 0);
    g_assert_cmpint(record->stated_credits, ==, truth->stated_credits);
    g_assert_cmpint(record->stated_debits, ==, truth->stated_debits);
}

static void assert_truth(const Collected *got, const CodaSpecimen *specimen)
{
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_cmpuint(got->statements->len, ==, specimen->statements->len);
    for (guint i = 0; i < got->statements->len; i++) {
        const CollectedStatement *statement = statement_of(got, i);
        const CodaTruth *truth = &g_array_index(specimen->statements, CodaTruth, i);
        g_assert_cmpuint(statement->lines->len, ==, truth->lines->len);
        for (guint line = 0; line < truth->lines->len; line++)
            assert_line(&g_array_index(statement->lines, LineRecord, line),
                        &g_array_index(truth->lines, LineRecord, line));
        assert_record(&statement->end, &truth->record);
        g_assert_cmpstr(statement->begin.id, ==, truth->record.id);
        g_assert_cmpint(statement->stated_lines, ==, truth->lines->len);
    }
    g_assert_cmpuint(got->warnings->len, ==, specimen->unsplit + specimen->messages);
}

enum { SPECIMENS = 400 };

static void test_generated(void)
{
    guint lines = 0, statements = 0;
    for (guint32 seed = 1; seed <= SPECIMENS; seed++) {
        g_autoptr(CodaSpecimen) specimen = coda_specimen_new(seed);
        g_autoptr(Collected) got =
            seed <= 20 ? collected_bytes(specimen->file->str, specimen->file->len, NULL) : read_file(specimen->file);
        if (g_test_verbose() || got->problems->len > 0 || got->warnings->len != specimen->unsplit) {
            g_test_message("seed %u", seed);
            collected_log(got);
        }
        assert_truth(got, specimen);
        lines += lines_in(got);
        statements += got->statements->len;
    }
    g_test_message("%d files, %u statements, %u lines: every one as it was made", SPECIMENS, statements, lines);
}

/* ---- generated files, hurt ---- */

static bool same_amounts(const Collected *got, const CodaSpecimen *specimen)
{
    if (got->statements->len != specimen->statements->len)
        return false;
    for (guint i = 0; i < got->statements->len; i++) {
        const GArray *lines = g_array_index(got->statements, CollectedStatement, i).lines;
        const GArray *truth = g_array_index(specimen->statements, CodaTruth, i).lines;
        if (lines->len != truth->len)
            return false;
        for (guint line = 0; line < lines->len; line++)
            if (g_array_index(lines, LineRecord, line).amount != g_array_index(truth, LineRecord, line).amount)
                return false;
    }
    return true;
}

/* Something was said beside the totals that need splitting, or more of these do than before. */
static bool was_told(const Collected *got, guint unsplit)
{
    guint splits = 0;
    for (guint i = 0; i < got->warnings->len; i++)
        splits += strstr(g_array_index(got->warnings, CollectedRemark, i).sentence, "needs splitting") != NULL;
    return got->error != NULL || got->problems->len > 0 || got->warnings->len > splits || splits > unsplit;
}

/* Whatever money is no longer as it was: somebody was told. */
static void assert_told(const Collected *got, const CodaSpecimen *specimen, guint32 seed)
{
    if (!was_told(got, specimen->unsplit) && !same_amounts(got, specimen))
        g_error("seed %u: money is lost and nobody was told", seed);
    for (guint i = 0; i < got->statements->len; i++)
        g_assert_true(g_array_index(got->statements, CollectedStatement, i).ended || got->error != NULL);
}

/* Every record 2.1 is a line, is listed, is a total told by its details, or is a detail kept in its total. */
static void assert_none_lost(const Collected *got, const GString *file)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < got->statements->len; i++) {
        const GArray *lines = g_array_index(got->statements, CollectedStatement, i).lines;
        for (guint line = 0; line < lines->len; line++)
            g_hash_table_add(known, GINT_TO_POINTER(g_array_index(lines, LineRecord, line).line));
    }
    for (guint i = 0; i < got->problems->len; i++)
        g_hash_table_add(known, GINT_TO_POINTER(g_array_index(got->problems, CollectedRemark, i).line));
    g_auto(GStrv) rows = g_regex_split_simple("\r\n|\n|\r", file->str, G_REGEX_RAW, 0);
    int total = 0; /* line of the total before, where it is not known by itself */
    for (int line = 1; rows[line - 1] != NULL && got->error == NULL; line++) {
        const char *row = rows[line - 1];
        if (!g_str_has_prefix(row, "21") || strlen(row) < 10)
            continue;
        bool detail = strncmp(row + 6, "0000", 4) != 0, is_known = g_hash_table_contains(known, GINT_TO_POINTER(line));
        if (is_known && detail)
            total = 0; /* its total is told by it */
        if (!detail) {
            g_assert_cmpint(total, ==, 0);
            total = is_known ? 0 : line;
        }
        g_assert_true(is_known || total == line || detail);
    }
    g_assert_cmpint(total, ==, 0);
}

static void test_cut_anywhere(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260305);
    for (guint32 seed = 1; seed <= 150; seed++) {
        g_autoptr(CodaSpecimen) specimen = coda_specimen_new(seed);
        gsize whole = specimen->file->len;
        g_string_truncate(specimen->file, (gsize)g_rand_int_range(rand, 1, (int)whole));
        g_autoptr(Collected) got = read_file(specimen->file);
        assert_told(got, specimen, seed);
        assert_none_lost(got, specimen->file);
    }
}

/* Letters taken away, added and changed; records doubled and left out. */
static void hurt(GString *file, GRand *rand)
{
    gssize at = g_rand_int_range(rand, 0, (int)file->len);
    switch (g_rand_int_range(rand, 0, 4)) {
    case 0: g_string_erase(file, at, 1); return;
    case 1: g_string_insert_c(file, at, ' '); return;
    case 2: file->str[at] = (char)g_rand_int_range(rand, ' ', 127); return;
    default: {
        const char *start = strchr(file->str + at, '\n');
        const char *end = start == NULL ? NULL : strchr(start + 1, '\n');
        if (end != NULL)
            g_string_erase(file, start - file->str, end - start);
    }
    }
}

static void test_hurt_anywhere(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260306);
    for (guint32 seed = 1; seed <= 400; seed++) {
        g_autoptr(CodaSpecimen) specimen = coda_specimen_new(seed);
        hurt(specimen->file, rand);
        g_autoptr(Collected) got = read_file(specimen->file);
        assert_told(got, specimen, seed);
        assert_none_lost(got, specimen->file);
    }
}

/* A whole record is gone: count and sums tell. */
static void test_record_missing(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260307);
    for (guint32 seed = 1; seed <= 300; seed++) {
        g_autoptr(CodaSpecimen) specimen = coda_specimen_new(seed);
        GString *file = specimen->file;
        gssize at = g_rand_int_range(rand, 0, (int)file->len);
        const char *start = strchr(file->str + at, '\n'), *end = start == NULL ? NULL : strchr(start + 1, '\n');
        if (end == NULL || start[1] == '4' || start[1] == '\r')
            continue;
        g_string_erase(file, start - file->str, end - start);
        g_autoptr(Collected) got = read_file(file);
        if (!was_told(got, specimen->unsplit))
            g_error("seed %u: a record is gone and nobody was told", seed);
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
    g_assert_cmpint(line_of(got, 0)->amount, ==, DETAILS);
    g_assert_cmpuint(strlen(line_of(got, 0)->text), <, 20000);
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
    g_assert_cmpuint(strlen(line_of(got, 0)->text), <, 20000);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {
        {"layout 1 is refused with what to ask for", test_layout_one},
        {"a header alone is refused", test_header_alone},
        {"a statement carries its number, balances and totals", test_statement},
        {"the number of January is of the new year", test_year_of_the_number},
        {"account numbers of before the IBAN become one", test_old_account_number},
        {"what the bank counted otherwise is said", test_wrong_closing},
        {"a statement without its last record is read", test_no_end},
        {"a statement that should follow is missed", test_more_should_follow},
        {"a third decimal is rounded and said", test_third_decimal},
        {"a day that does not exist gives way to the nearest", test_impossible_day},
        {"a reference that fails its check is kept and flagged", test_failed_check_digit},
        {"what stood there before SEPA is no return", test_no_return},
        {"costs of a foreign payment are kept beside it", test_costs_of_a_foreign_payment},
        {"a total that is not the sum of its details stays one line", test_total_not_the_sum},
        {"a subtotal that is not the sum of its details stays one line", test_subtotal_not_the_sum},
        {"a file cut off inside a total does not book it", test_cut_inside_a_total},
        {"records out of place by one letter are put right", test_shifted},
        {"a message of the bank is shown, however long", test_message_of_the_bank},
        {"a damaged amount is listed, never guessed", test_amount_damaged},
        {"a damaged detail leaves its total whole", test_detail_damaged},
        {"records without their movement are listed", test_orphans},
        {"records without line ends between them are read", test_no_line_ends},
        {"zero bytes are told", test_zero_bytes},
        {"places counted in bytes are understood", test_bytes_counted},
        {"blanks cut off at the end do not matter", test_trimmed_lines},
        {"generated files give exactly what they hold", test_generated},
        {"generated files cut anywhere lose nothing silently", test_cut_anywhere},
        {"generated files hurt anywhere lose no movement silently", test_hurt_anywhere},
        {"a record left out is always told", test_record_missing},
        {"a line of ten megabytes costs one line", test_huge_line},
        {"details without end stay one line", test_endless_details},
        {"information without end is bounded", test_endless_information},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/coda/", tests[i].name, NULL);
        g_test_add_func(path, tests[i].run);
    }
    return g_test_run();
}
