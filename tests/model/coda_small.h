/* Small CODA files written record by record, and what a reader made of them. */
#pragma once
#include "coda_writer.h"
#include "import_collect.h"

#define ACCOUNT "BE96999000000101"

/* A file of one statement under way. */
typedef struct {
    GString *file;
    CodaWriter writer;
    Day day;
} Small;

static inline void small_open(Small *small, const CodaHead *head, const CodaOpening *opening)
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

static inline void small_move(Small *small, CodaMove move)
{
    move.entry = day_known(move.entry) && move.entry.number != 0 ? move.entry : small->day;
    move.value = small->day;
    coda_write_move(&small->writer, &move);
}

static inline Collected *small_read(Small *small)
{
    Collected *got = collected_bytes(small->file->str, small->file->len, NULL);
    g_string_free(small->file, TRUE);
    return got;
}

static inline Collected *small_close(Small *small)
{
    coda_write_closing(&small->writer, small->day);
    coda_write_trailer(&small->writer, false);
    return small_read(small);
}

static inline void assert_quiet(const Collected *got)
{
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->warnings->len + got->problems->len, ==, 0);
}

/* The first record of a kind, for damaging it. */
static inline gsize record_at(const GString *file, const char *begins)
{
    g_autofree char *needle = g_strconcat("\n", begins, NULL);
    const char *at = strstr(file->str, needle);
    g_assert_nonnull(at);
    return (gsize)(at + 1 - file->str);
}
