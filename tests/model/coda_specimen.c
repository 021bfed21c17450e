#include "coda_maker.h"

#include <string.h>

/* ---- statements ---- */

static void currency_choose(Maker *maker)
{
    static const struct {
        const char *code;
        gint64 unit;
    } currencies[] = {{"EUR", 10}, {"EUR", 10}, {"EUR", 10}, {"USD", 10}, {"JPY", 1000}};
    int at = maker_pick(maker, (int)G_N_ELEMENTS(currencies));
    maker->currency = currencies[at].code;
    maker->unit = currencies[at].unit;
}

static CodaOpening opening_make(Maker *maker, StatementRecord *record)
{
    const char *national = maker_checked12(maker);
    CodaOpening opening = {.structure = (char)('0' + maker_pick(maker, 4)),
                           .currency = maker->currency,
                           .holder = "ATELIER EXEMPLE",
                           .number = 1 + maker_pick(maker, 366),
                           .day = day_plus(maker->day, -1)};
    record->account = maker_iban(maker, "BE", national);
    opening.account = opening.structure == '0' ? national : record->account;
    if (opening.structure == '1')
        opening.account = record->account = maker_checked12(maker); /* foreign, though it looks Belgian */
    if (opening.structure == '3')
        opening.account = record->account =
            maker_iban(maker, "NL", maker_keep(maker, g_strdup_printf("ZZZZ0%s", maker_digits(maker, 9))));
    record->sequence = maker->separate ? 0 : opening.number;
    if (!maker->separate)
        record->opening = g_rand_int_range(maker->rand, -900000000, 900000000);
    opening.opening = record->opening * maker->unit;
    return opening;
}

static void record_finish(Maker *maker, StatementRecord *record, bool closed)
{
    for (guint i = 0; i < maker->statement->lines->len; i++) {
        Cents cents = g_array_index(maker->statement->lines, LineRecord, i).amount;
        *(cents > 0 ? &record->stated_credits : &record->stated_debits) += ABS(cents);
    }
    record->closing = record->opening + record->stated_credits - record->stated_debits;
    record->has_opening = !maker->separate;
    record->has_closing = closed && !maker->separate;
    record->opening_day = day_plus(maker->day, -1);
    record->closing_day = closed ? maker->day : DAY_NONE;
    record->currency = record->opening_currency = record->closing_currency = maker->currency;
}

static void make_statement(Maker *maker, bool more_follow)
{
    CodaTruth truth = {.lines = g_array_new(FALSE, FALSE, sizeof(LineRecord))};
    Date date = {2024 + maker_pick(maker, 3), 1 + maker_pick(maker, 12), 1 + maker_pick(maker, 28)};
    bool empty = maker_chance(maker, 10), closed = !empty || maker_chance(maker, 50);
    day_from_date(date.year, date.month, date.day, &maker->day);
    maker->statement = &truth;
    maker->separate = maker_chance(maker, 10);
    currency_choose(maker);
    truth.record.duplicate = maker_chance(maker, 10);
    coda_write_head(&maker->writer, &(CodaHead){.created = day_plus(maker->day, 1),
                                                .duplicate = truth.record.duplicate,
                                                .application = maker->separate ? "00042" : NULL});
    CodaOpening opening = opening_make(maker, &truth.record);
    coda_write_opening(&maker->writer, &opening);
    for (int i = empty ? 0 : 1 + maker_pick(maker, 14); i > 0; i--)
        maker_movement(maker);
    if (maker->separate)
        maker->writer.balance = 0;
    if (closed)
        coda_write_closing(&maker->writer, maker->day);
    if (maker_chance(maker, 30)) {
        coda_write_message(&maker->writer, "UW KANTOOR IS MAANDAG GESLOTEN", false);
        maker->specimen->messages++;
    }
    coda_write_trailer(&maker->writer, more_follow);
    record_finish(maker, &truth.record, closed);
    /* Without lines and closing the year is that of the old balance, a day earlier. */
    Day told = closed ? maker->day : truth.record.opening_day;
    truth.record.id = maker_keep(
        maker, g_strdup_printf("%04d-%03d%s", day_date(told).year, opening.number, maker->separate ? "-00042" : ""));
    g_array_append_val(maker->specimen->statements, truth);
}

/* ---- the file ---- */

static void truth_clear(gpointer data)
{
    g_array_unref(((CodaTruth *)data)->lines);
}

CodaSpecimen *coda_specimen_new(guint32 seed)
{
    CodaSpecimen *specimen = g_new0(CodaSpecimen, 1);
    specimen->file = g_string_new(NULL);
    specimen->strings = g_string_chunk_new(4096);
    specimen->statements = g_array_new(FALSE, FALSE, sizeof(CodaTruth));
    g_array_set_clear_func(specimen->statements, truth_clear);
    Maker maker = {.rand = g_rand_new_with_seed(seed), .specimen = specimen};
    const char *end = maker_chance(&maker, 60) ? "\r\n" : "\n";
    coda_writer_start(&maker.writer, specimen->file, end);
    for (int left = maker_chance(&maker, 70) ? 0 : 1 + maker_pick(&maker, 3); left >= 0; left--)
        make_statement(&maker, left > 0);
    if (maker_chance(&maker, 30))
        g_string_truncate(specimen->file, specimen->file->len - strlen(end));
    if (maker_chance(&maker, 50)) {
        gsize length = 0;
        g_autofree char *western =
            g_convert(specimen->file->str, (gssize)specimen->file->len, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);
        g_string_truncate(specimen->file, 0);
        g_string_append_len(specimen->file, western, (gssize)length);
    }
    g_rand_free(maker.rand);
    return specimen;
}

void coda_specimen_free(CodaSpecimen *specimen)
{
    g_string_free(specimen->file, TRUE);
    g_array_unref(specimen->statements);
    g_string_chunk_free(specimen->strings);
    g_free(specimen);
}
