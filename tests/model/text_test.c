/* Foreign text made safe, folded for searching, measured for the screen. */
#include "base/text.h"
#include <locale.h>
#include <string.h>

typedef char *(*Change)(const char *text);
typedef struct {
    const char *from, *to;
} Pair;

static void assert_changes(Change change, const Pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *to = change(pairs[i].from);
        g_assert_cmpstr(to, ==, pairs[i].to);
    }
}

static void test_clean(void)
{
    static const Pair pairs[] = {
        {"Bakkerij Peeters", "Bakkerij Peeters"},
        {"Crèche € 5", "Crèche € 5"},
        {"\033[2Jgone", "?[2Jgone"},
        {"a\bb\x7f"
         "c",
         "a?b?c"},
        {"\xc2\x9b"
         "31m",
         "?31m"},                      /* C1: an escape in one character */
        {"pay\u202eevil", "pay?evil"}, /* bidi override */
        {"ze\u200bro\ufeff", "ze?ro?"},
        {"\xf3\xa0\x81\x81tag", "?tag"},
        {"private \ue000", "private ?"},
        {"unassigned \u0378", "unassigned ?"},
        {"filler \u3164.", "filler ?."},
        {"bad \xff\xc3(", "bad ?"
                          "?("},
        {"cut \xe2\x82", "cut ??"},
        {"tab\there\r\nline\u2028end", "tab here line end"},
        {"  both ends \t\n", "both ends"},
        {"\u00a0 hard blanks\u00a0", "hard blanks"},
        {"e\u0301\u0301\u0301\u0301x", "e\u0301\u0301x"}, /* at most two marks on a letter */
        {"\u0301alone", "alone"},
        {"a \u0301b", "a b"},
        {"", ""},
        {NULL, ""},
    };
    assert_changes(text_clean, pairs, G_N_ELEMENTS(pairs));
}

static void test_clean_lines(void)
{
    static const Pair pairs[] = {
        {"one\r\ntwo\rthree\n\nfour\n", "one\ntwo\nthree\n\nfour"},
        {"\n\nfirst\tline\033\n", "first line?"},
        {NULL, ""},
    };
    assert_changes(text_clean_lines, pairs, G_N_ELEMENTS(pairs));
}

static bool is_forbidden(gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || (c >= 0xe000 && c <= 0xf8ff) || c == 0xfeff || c >= 0xe0000;
}

/* Random bytes, half of them pieces of the characters that do harm. */
static char *random_text(void)
{
    static const char *const pieces[] = {"\u202e", "\u200b", "\u0301",           " ",    "\n", "\r", "\033", "\u00a0",
                                         "é",      "\u3164", "\xf3\xa0\x81\x81", "\xc2", "€",  "x"};
    GString *text = g_string_new(NULL);
    for (int i = 0, n = g_test_rand_int_range(0, 30); i < n; i++)
        if (g_test_rand_bit())
            g_string_append(text, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
        else
            g_string_append_c(text, (char)g_test_rand_int_range(1, 256));
    return g_string_free(text, FALSE);
}

static void test_clean_text_is_safe_whatever_came_in(void)
{
    for (int i = 0; i < 20000; i++) {
        g_autofree char *text = random_text();
        g_autofree char *once = text_clean(text), *twice = text_clean(once);
        g_autofree char *lines = text_clean_lines(text), *lines_twice = text_clean_lines(lines);
        g_assert_true(g_utf8_validate(once, -1, NULL));
        g_assert_cmpstr(once, ==, twice);
        g_assert_cmpstr(lines, ==, lines_twice);
        for (const char *at = once; *at != '\0'; at = g_utf8_next_char(at))
            g_assert_false(is_forbidden(g_utf8_get_char(at)));
        for (const char *at = lines; *at != '\0'; at = g_utf8_next_char(at))
            g_assert_true(*at == '\n' || !is_forbidden(g_utf8_get_char(at)));
    }
}

static void test_fold(void)
{
    static const Pair folded[] = {
        {"Crèche", "creche"},
        {"Straße", "strasse"},
        {"Ørsted", "orsted"},
        {"ŒUVRE", "oeuvre"},
        {"Łódź", "lodz"},
        {"e\u0301te\u0301", "ete"},
        {"ﬁn", "fin"},
        {"", ""},
        {"Ünal & Zn", "unal & zn"},
        {"\xff", "?"},
    };
    static const Pair bare[] = {{"F-2026/0012", "f20260012"}, {"Crèche 't", "crechet"}, {"--", ""}};
    static const Pair names[] = {
        {"Bakkerij Peeters BV", "bakkerij peeters"},
        {"Jansen Transport B.V.", "jansen transport"},
        {"S.A. Hôtel des Ardennes", "hotel des ardennes"},
        {"Maes, Comm.V", "maes"},
        {"O'Neil Ltd.", "oneil"},
        {"Dhr. Ir. De Smet", "de smet"},
        {"Jansen-Peeters", "jansen peeters"},
        {"N.V.", "nv"}, /* nothing else left: better a legal form than an empty name */
        {"", ""},
    };
    assert_changes(text_fold, folded, G_N_ELEMENTS(folded));
    assert_changes(text_fold_bare, bare, G_N_ELEMENTS(bare));
    assert_changes(text_fold_name, names, G_N_ELEMENTS(names));
}

static void test_width(void)
{
    g_assert_cmpint(text_width("Crèche"), ==, 6);
    g_assert_cmpint(text_width("e\u0301"), ==, 1);
    g_assert_cmpint(text_width("東京"), ==, 4);
    g_assert_cmpint(text_width(""), ==, 0);
    g_assert_cmpint(text_width("\xff"
                               "a"),
                    ==, 2);
}

static void test_cut_and_fit(void)
{
    static const struct {
        const char *text;
        int columns;
        const char *cut, *fit;
    } rows[] = {
        {"Peeters", 7, "Peeters", "Peeters"},
        {"Peeters", 5, "Peet…", "Peet…"},
        {"Peeters", 1, "…", "…"},
        {"Peeters", 0, "", ""},
        {"abc", 5, "abc", "abc  "},
        {"東京都", 4, "東…", "東… "},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301…", "e\u0301…"},
        {"", 3, "", "   "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *cut = text_cut(rows[i].text, rows[i].columns);
        g_autofree char *fit = text_fit(rows[i].text, rows[i].columns);
        g_assert_cmpstr(cut, ==, rows[i].cut);
        g_assert_cmpstr(fit, ==, rows[i].fit);
    }
    g_autofree char *right = text_fit("12,00", -8);
    g_assert_cmpstr(right, ==, "   12,00");
}

static void assert_wrapped(const char *text, int columns, const char *expected)
{
    g_auto(GStrv) lines = text_wrap(text, columns);
    g_autofree char *joined = g_strjoinv("|", lines);
    g_assert_cmpstr(joined, ==, expected);
}

static void test_wrap(void)
{
    assert_wrapped("we ring on Tuesday", 10, "we ring on|Tuesday");
    assert_wrapped("we ring on Tuesday", 9, "we ring|on|Tuesday");
    assert_wrapped("unbreakable", 4, "unbr|eaka|ble");
    assert_wrapped("one\n\ntwo", 10, "one||two");
    assert_wrapped("a   b", 2, "a|b");
    assert_wrapped("", 10, "");
    assert_wrapped("東京", 1, "東|京");
    g_auto(GStrv) empty = text_wrap("", 10);
    g_assert_cmpint((int)g_strv_length(empty), ==, 1);
}

static void test_wrapped_lines_fit_and_lose_no_word(void)
{
    for (int i = 0; i < 3000; i++) {
        g_autofree char *raw = random_text(), *text = text_clean(raw);
        int columns = g_test_rand_int_range(2, 20);
        g_auto(GStrv) lines = text_wrap(text, columns);
        g_autofree char *joined = g_strjoinv("", lines);
        for (char **line = lines; *line != NULL; line++)
            g_assert_cmpint(text_width(*line), <=, columns);
        g_auto(GStrv) before = g_strsplit(text, " ", -1), after = g_strsplit(joined, " ", -1);
        g_autofree char *letters = g_strjoinv("", before), *kept = g_strjoinv("", after);
        g_assert_cmpstr(kept, ==, letters);
    }
}

static void test_ascii(void)
{
    static const Pair pairs[] = {
        {"€ 12,00 — Crèche", "EUR 12,00 - Creche"},
        {"a → b · c…", "a > b . c~"},
        {"├─┐│█", "+-+|#"},
        {"Straße", "Strasse"},
        {"e\u0301", "e"},
        {"plain", "plain"},
        {"“quoted”", "\"quoted\""},
    };
    assert_changes(text_ascii, pairs, G_N_ELEMENTS(pairs));
    for (int i = 0; i < 3000; i++) {
        g_autofree char *text = random_text(), *ascii = text_ascii(text);
        g_assert_true(g_str_is_ascii(ascii));
    }
}

static void test_csv_cells(void)
{
    static const Pair pairs[] = {
        {"plain", "plain"},
        {"a,b", "\"a,b\""},
        {"a;b", "\"a;b\""},
        {"say \"no\"", "\"say \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"=1+1", "\"'=1+1\""},
        {"+3252441807", "+3252441807"},
        {"-12.50", "-12.50"},
        {"-1+2", "\"'-1+2\""},
        {"@sum", "\"'@sum\""},
        {"\tx", "\"'\tx\""},
        {" =1", "\"' =1\""},
        {"-", "\"'-\""},
        {"", ""},
    };
    assert_changes(text_csv_cell, pairs, G_N_ELEMENTS(pairs));
}

static const char *fill_value(const char *name, void *data)
{
    int *asked = data;
    ++*asked;
    return strcmp(name, "customer") == 0 ? "Peeters {amount}" : strcmp(name, "amount") == 0 ? "12,00" : NULL;
}

static void test_fill(void)
{
    int asked = 0;
    g_autofree char *text = text_fill("{customer}: {amount} {unknown} {} { {amount", fill_value, &asked);
    /* A value is never filled again: a customer may call himself {amount}. */
    g_assert_cmpstr(text, ==, "Peeters {amount}: 12,00 {unknown} {} { {amount");
    g_assert_cmpint(asked, ==, 3);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/what does harm on a terminal becomes a question mark", test_clean);
    g_test_add_func("/text/a note keeps its lines", test_clean_lines);
    g_test_add_func("/text/cleaned text is safe whatever came in", test_clean_text_is_safe_whatever_came_in);
    g_test_add_func("/text/names are found without accents and legal forms", test_fold);
    g_test_add_func("/text/width is counted in columns", test_width);
    g_test_add_func("/text/cut and padded to columns", test_cut_and_fit);
    g_test_add_func("/text/lines break at blanks", test_wrap);
    g_test_add_func("/text/wrapped lines fit and lose nothing", test_wrapped_lines_fit_and_lose_no_word);
    g_test_add_func("/text/a terminal without UTF-8 still reads it", test_ascii);
    g_test_add_func("/text/a cell never becomes a formula", test_csv_cells);
    g_test_add_func("/text/names in braces are filled once", test_fill);
    return g_test_run();
}
