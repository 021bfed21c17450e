/* MT940 by the thousand: random files of every dialect give back what was put in, and damage loses nothing silently. */
#include "mt940_fields.h"
#include "mt940_writer.h"

#include <locale.h>

/* ---- random files with a known truth ---- */

enum { ROUNDS = 60, STATEMENTS_MOST = 3, LINES_MOST = 10 };

typedef struct {
    Mt940Written line;
    char *name, *text, *end_to_end, *bank_reference;
} Truth;

static void truth_clear(gpointer data)
{
    Truth *truth = data;
    g_free(truth->name);
    g_free(truth->text);
    g_free(truth->end_to_end);
    g_free(truth->bank_reference);
}

/* Words of letters, digits and the marks people type, never two blanks in a row. */
static char *random_words(GRand *rand, int most)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-+()";
    GString *text = g_string_new(NULL);
    int words = g_rand_int_range(rand, 1, most);
    for (int w = 0; w < words; w++) {
        if (w > 0)
            g_string_append_c(text, ' ');
        g_string_append_c(text, letters[g_rand_int_range(rand, 0, 52)]);
        for (int i = g_rand_int_range(rand, 1, 14); i > 0; i--)
            g_string_append_c(text, letters[g_rand_int_range(rand, 0, (int)strlen(letters))]);
    }
    return g_string_free(text, FALSE);
}

static void truth_make(GRand *rand, Day day, Truth *truth)
{
    static const char *const issuers[] = {"CUR", "BBA", "ISO"};
    static const char *const references[] = {"5000056789012345", "010806817183", "RF18539007547034"};
    int kind = g_rand_int_range(rand, 0, 9);
    truth->name = random_words(rand, 4);
    truth->text = random_words(rand, 16);
    truth->end_to_end = g_rand_boolean(rand) ? g_strdup_printf("E%d", g_rand_int_range(rand, 1, 999999)) : NULL;
    truth->bank_reference = g_strdup_printf("B%d", g_rand_int_range(rand, 1, 999999));
    truth->line = (Mt940Written){.day = day_plus(day, g_rand_int_range(rand, -5, 6)),
                                 .value_day = day,
                                 .amount = g_rand_int_range(rand, -5000000, 5000000),
                                 .reversal = g_rand_int_range(rand, 0, 10) == 0,
                                 .name = truth->name,
                                 .account = "NL47TEST0999999999",
                                 .reference = kind < 3 ? references[kind] : NULL,
                                 .issuer = kind < 3 ? issuers[kind] : NULL,
                                 .text = truth->text,
                                 .end_to_end = truth->end_to_end,
                                 .bank_reference = truth->bank_reference};
}

typedef struct {
    Mt940Writer *writer;
    GArray *truths; /* Truth */
    GArray *ends;   /* int: how many lines stand before the end of each statement */
} Random;

static Random *random_file(GRand *rand, Mt940Dialect dialect, int statements_most, int lines_most)
{
    Random *made = g_new0(Random, 1);
    made->writer = mt940_writer_new(dialect);
    made->truths = g_array_new(FALSE, FALSE, sizeof(Truth));
    made->ends = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_set_clear_func(made->truths, truth_clear);
    Day day = day_from_number(g_rand_int_range(rand, 14000, 22000));
    for (int statements = g_rand_int_range(rand, 1, statements_most + 1), s = 1; s <= statements;
         s++, day = day_plus(day, 1)) {
        mt940_write_begin(made->writer, "NL96TEST0000000101", s, g_rand_int_range(rand, -100000, 100000), day);
        for (int lines = g_rand_int_range(rand, lines_most / 2, lines_most + 1); lines > 0; lines--) {
            Truth truth = {0};
            truth_make(rand, day, &truth);
            mt940_write_line(made->writer, &truth.line);
            g_array_append_val(made->truths, truth);
        }
        mt940_write_end(made->writer, day);
        g_array_append_val(made->ends, made->truths->len);
    }
    return made;
}

static void random_free(Random *made)
{
    mt940_writer_free(made->writer);
    g_array_unref(made->truths);
    g_array_unref(made->ends);
    g_free(made);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Random, random_free)

static void assert_truth(const LineRecord *line, const Truth *truth, Mt940Dialect dialect)
{
    const Mt940Written *written = &truth->line;
    bool in_text = dialect == MT940_ABN_AMRO || dialect == MT940_GERMAN; /* the reference stands in the text */
    g_assert_cmpint(line->amount, ==, written->amount);
    g_assert_cmpint(line->day.number, ==, written->day.number);
    g_assert_cmpint(line->value_day.number, ==, written->value_day.number);
    g_assert_true(line->reversal == written->reversal);
    g_assert_cmpstr(line->name, ==, written->name);
    g_assert_cmpstr(line->account, ==, written->account);
    g_assert_cmpstr(line->end_to_end, ==, written->end_to_end == NULL ? "" : written->end_to_end);
    g_assert_cmpstr(line->bank_reference, ==, written->bank_reference);
    if (written->reference == NULL)
        g_assert_cmpstr(line->text, ==, written->text);
    else if (in_text)
        g_assert_nonnull(strstr(line->text, written->reference));
    if (dialect != MT940_GERMAN)
        g_assert_cmpstr(line->reference, ==, written->reference == NULL ? "" : written->reference);
}

static void assert_random(const Collected *got, const Random *made)
{
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_cmpuint(got->warnings->len, ==, 0); /* so every statement ties */
    g_assert_cmpuint(got->statements->len, ==, made->ends->len);
    guint at = 0;
    for (guint s = 0; s < got->statements->len; s++) {
        const CollectedStatement *statement = statement_at(got, s);
        for (guint l = 0; l < statement->lines->len; l++, at++)
            assert_truth(&g_array_index(statement->lines, LineRecord, l), &g_array_index(made->truths, Truth, at),
                         made->writer->dialect);
        g_assert_cmpint((int)at, ==, g_array_index(made->ends, int, s));
    }
}

static void test_random_files(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20261122);
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    int lines = 0;
    for (int round = 0; round < ROUNDS * MT940_DIALECTS; round++) {
        g_autoptr(Random) made = random_file(rand, (Mt940Dialect)(round % MT940_DIALECTS), STATEMENTS_MOST, LINES_MOST);
        g_auto(GStrv) split = g_strsplit(made->writer->text->str, "\n", -1);
        g_autofree char *text = g_strjoinv(ends[round % 3], split);
        g_autoptr(Collected) got = collected_straight("mt940", text, strlen(text));
        collected_log(got);
        assert_random(got, made);
        lines += (int)made->truths->len;
    }
    g_test_message("%d files, %d lines", ROUNDS * MT940_DIALECTS, lines);
}

/* ---- damage ---- */

static guint movements_begun(const char *bytes, gsize length)
{
    guint count = 0;
    g_autofree char *text = g_strndup(bytes, length);
    for (const char *at = text; (at = strstr(at, ":61:")) != NULL; at++)
        count += at == text || at[-1] == '\n';
    return count;
}

/* Whatever is cut off: each movement that begins is a line with its true amount, or is listed. */
static void test_cut_anywhere(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(61);
    for (int dialect = 0; dialect < MT940_DIALECTS; dialect++) {
        g_autoptr(Random) made = random_file(rand, (Mt940Dialect)dialect, 1, 2);
        const GString *whole = made->writer->text;
        for (gsize cut = 0; cut < whole->len; cut++) {
            g_autoptr(Collected) got = collected_straight("mt940", whole->str, cut);
            g_assert_no_error(got->error);
            guint lines = 0;
            for (guint s = 0; s < got->statements->len; s++)
                for (guint l = 0; l < statement_at(got, s)->lines->len; l++, lines++)
                    g_assert_cmpint(g_array_index(statement_at(got, s)->lines, LineRecord, l).amount, ==,
                                    g_array_index(made->truths, Truth, lines).line.amount);
            guint headers = 0;
            for (guint p = 0; p < got->problems->len; p++)
                headers += strstr(g_array_index(got->problems, CollectedRemark, p).sentence, "nothing follows") != NULL;
            g_assert_cmpuint(lines + got->problems->len - headers, ==, movements_begun(whole->str, cut));
        }
    }
}

static void test_random_damage(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(86);
    for (int round = 0; round < 300; round++) {
        g_autoptr(Random) made = random_file(rand, (Mt940Dialect)(round % MT940_DIALECTS), STATEMENTS_MOST, LINES_MOST);
        GString *text = made->writer->text;
        for (int i = g_rand_int_range(rand, 1, 20); i > 0; i--)
            text->str[g_rand_int_range(rand, 0, (int)text->len)] = (char)g_rand_int_range(rand, 0, 256);
        g_autoptr(Collected) got = collected_straight("mt940", text->str, text->len);
        g_assert_no_error(got->error);
    }
}

static void test_too_much(void)
{
    g_autofree char *fill = g_strnfill(10 * 1024 * 1024, 'x');
    g_autofree char *fields =
        g_strconcat(":61:130701C1,00NTRFNONREF\n:86:", fill, "\n:61:130701C2,00NTRFNONREF\n", NULL);
    g_autoptr(Collected) got = read_fields(fields);
    g_assert_cmpuint(statement_at(got, 0)->lines->len, ==, 2);
    g_assert_true(collected_listed(got, 6, "longer than any line"));
    g_assert_cmpuint(strlen(line_at(got, 0)->text), <, 1000);
    GString *many = g_string_new(":61:130701C1,00NTRFNONREF\n");
    for (int i = 0; i < 100000; i++)
        g_string_append(many, i % 2 == 0 ? ":86:nog een regel\n" : "en nog een\n");
    g_string_append(many, ":61:130701C2,00NTRFNONREF\n");
    g_autoptr(Collected) texts = read_fields(many->str);
    g_string_free(many, TRUE);
    g_assert_cmpuint(statement_at(texts, 0)->lines->len, ==, 2);
    g_assert_cmpuint(strlen(line_at(texts, 0)->text), <, 64 * 1024);
    g_assert_true(collected_warned(texts, "longer than any bank writes"));
    g_assert_cmpuint(texts->warnings->len, <, 10);
}

static void test_stopping(void)
{
    g_autofree char *text = statement_with(":61:130701C1,00NTRFNONREF\n:61:130701C2,00NTRFNONREF\n");
    g_autofree char *path = NULL;
    g_assert_true(g_close(g_file_open_tmp("belronde-mt940-XXXXXX", &path, NULL), NULL));
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(Collected) got = collected_new();
    got->stop_after = 1;
    collected_read(got, path, NULL);
    g_unlink(path);
    g_assert_error(got->error, BELRONDE_ERROR, BELRONDE_ERROR_STORE);
    g_assert_cmpuint(lines_in(got), ==, 1);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mt940/random files of every dialect give back what was put in", test_random_files);
    g_test_add_func("/mt940/cut off anywhere no movement is lost or changed", test_cut_anywhere);
    g_test_add_func("/mt940/random damage never breaks the reader", test_random_damage);
    g_test_add_func("/mt940/endless lines and fields cost one line", test_too_much);
    g_test_add_func("/mt940/the desk may stop it", test_stopping);
    return g_test_run();
}
