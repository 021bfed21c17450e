/* Some hundred generated CODA files whose every line is known: read whole, cut and hurt. */
#include "coda_specimen.h"
#include "import_collect.h"

#include <locale.h>

static Collected *read_specimen(const CodaSpecimen *specimen)
{
    return collected_straight("coda", specimen->file->str, specimen->file->len);
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
        const CollectedStatement *statement = statement_at(got, i);
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
            seed <= 20 ? collected_bytes(specimen->file->str, specimen->file->len, NULL) : read_specimen(specimen);
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
        g_autoptr(Collected) got = read_specimen(specimen);
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
        g_autoptr(Collected) got = read_specimen(specimen);
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
        g_autoptr(Collected) got = read_specimen(specimen);
        if (!was_told(got, specimen->unsplit))
            g_error("seed %u: a record is gone and nobody was told", seed);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/coda/generated files give exactly what they hold", test_generated);
    g_test_add_func("/coda/generated files cut anywhere lose nothing silently", test_cut_anywhere);
    g_test_add_func("/coda/generated files hurt anywhere lose no movement silently", test_hurt_anywhere);
    g_test_add_func("/coda/a record left out is always told", test_record_missing);
    return g_test_run();
}
