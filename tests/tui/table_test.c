/* Columns of a list: a whole column goes before another is cut, and no row is wider than the screen. */
#include "base/text.h"
#include "views/table.h"

#include <locale.h>
#include <string.h>

static const TableColumn columns[] = {
    {"Customer", 20, .fills = true},
    {"Open", .width = 12, .right = true},
    {"Place", .width = 13, .from = 76},
    {"Matched", 12, .fills = true},
};

static Table laid(int total)
{
    Table table;
    table_layout(&table, columns, G_N_ELEMENTS(columns), 2, total);
    return table;
}

static void test_never_wider(void)
{
    for (int total = 60; total <= 250; total++) {
        Table table = laid(total);
        for (size_t i = 0; i < table.count; i++)
            g_assert_cmpint(table.left[i] + table.width[i], <=, total);
    }
}

static void test_columns_go_whole(void)
{
    Table narrow = laid(75), wide = laid(76);
    g_assert_cmpint(narrow.width[2], ==, 0);
    g_assert_cmpint(wide.width[2], ==, 13);
    g_assert_cmpint(narrow.width[1], ==, 12);
}

static void test_fillers_share(void)
{
    Table table = laid(120);
    g_assert_cmpint(table.width[0] - 20 - (table.width[3] - 12), <=, 1);
    g_assert_cmpint(table.left[3] + table.width[3] + 1, ==, 120);
}

static void test_text(void)
{
    Table table = laid(60);
    g_autoptr(GString) out = g_string_new(NULL);
    const char *const cells[] = {"Hôtel des Ardennes, Société anonyme de la vallée", "1,00", "Marche", "name"};
    table_text_line(&table, out, cells);
    g_assert_cmpint(text_width(g_strchomp(out->str)), <=, 60);
    g_assert_nonnull(strstr(out->str, "…"));
    g_assert_nonnull(strstr(out->str, "        1,00 name"));
    g_assert_null(strstr(out->str, "Marche"));
}

static void test_counts(void)
{
    const struct {
        gint64 count;
        const char *text;
    } cases[] = {{0, "0"}, {999, "999"}, {1284, "1.284"}, {1000000, "1.000.000"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = count_text(cases[i].count);
        g_assert_cmpstr(text, ==, cases[i].text);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/no column ends outside the screen", test_never_wider);
    g_test_add_func("/table/a whole column goes before another is cut", test_columns_go_whole);
    g_test_add_func("/table/what is left over is shared by the columns that fill", test_fillers_share);
    g_test_add_func("/table/the text twin has the same columns", test_text);
    g_test_add_func("/table/counts are grouped as amounts are", test_counts);
    return g_test_run();
}
