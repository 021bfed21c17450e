/* Painting by columns, whatever the characters and the terminal. */
#include "base/i18n.h"
#include "paint.h"
#include <locale.h>
#include <string.h>

static WINDOW *window;
static int cursor[2];

static Canvas canvas_of(const Theme *theme, int rows, int columns)
{
    werase(window);
    cursor[0] = cursor[1] = -1;
    return (Canvas){.window = window, .theme = theme, .rows = rows, .columns = columns, .cursor = cursor};
}

static char *row_text(int row)
{
    wchar_t wide[200] = L"";
    mvwinnwstr(window, row, 0, wide, 80);
    char *text = g_ucs4_to_utf8((gunichar *)(gpointer)wide, -1, NULL, NULL, NULL);
    return g_strchomp(text);
}

static void check_row(int row, const char *wanted)
{
    g_autofree char *text = row_text(row);
    g_assert_cmpstr(text, ==, wanted);
}

static const Theme utf8 = {.eighths = true}, ascii = {.ascii = true}, console = {0},
                   flat = {.eighths = true, .flat = true};

static void names_are_cut_by_display_width(void)
{
    Canvas canvas = canvas_of(&utf8, 4, 12);
    paint_fit(&canvas, 0, 0, 8, ROLE_NORMAL, "Hôtel des Ardennes");
    paint_fit(&canvas, 1, 0, 5, ROLE_NORMAL, "日本語");
    paint_text(&canvas, 2, 6, ROLE_NORMAL, "abcdefghij");
    check_row(0, "Hôtel d…");
    check_row(1, "日本…");
    check_row(2, "      abcde…");
}

static void an_amount_is_never_cut_but_grows_to_the_left(void)
{
    Canvas canvas = canvas_of(&utf8, 2, 20);
    paint_right(&canvas, 0, 10, 10, ROLE_NORMAL, "980,00");
    paint_right(&canvas, 1, 14, 6, ROLE_NORMAL, "1.234.567,89");
    check_row(0, "              980,00");
    check_row(1, "        1.234.567,89");
}

static void a_hostile_name_stays_in_its_cells(void)
{
    Canvas canvas = canvas_of(&utf8, 4, 30);
    paint_text(&canvas, 0, 0, ROLE_NORMAL, "  Bakk\033[31mer\bij\nPeeters");
    paint_fit(&canvas, 1, 0, 12, ROLE_NORMAL, "An\xe2\x80\xae\xe2\x80\x8bWils");
    paint_text(&canvas, 2, 0, ROLE_NORMAL, "next row");
    check_row(0, "  Bakk?[31mer?ij Peeters");
    check_row(1, "An??Wils");
    check_row(2, "next row");
}

static void ascii_has_a_word_for_everything(void)
{
    Canvas canvas = canvas_of(&ascii, 5, 24);
    paint_right(&canvas, 0, 0, 20, ROLE_NORMAL, "€ 4.852,60");
    paint_fit(&canvas, 1, 0, 12, ROLE_NORMAL, "Crèche Zonnebloem");
    paint_rule(&canvas, 2, "Script");
    paint_bar(&canvas, 3, 0, 10, 1, 2, ROLE_NORMAL);
    check_row(0, "        EUR 4.852,60");
    g_autofree char *name = row_text(1);
    g_assert_true(g_str_is_ascii(name));
    g_assert_true(g_str_has_prefix(name, "Creche Zonn"));
    check_row(2, "-- Script --------------");
    check_row(3, "#####");
}

static void bars_show_what_is_there_and_nothing_where_nothing_is(void)
{
    Canvas canvas = canvas_of(&utf8, 4, 40);
    g_assert_cmpint(paint_bar(&canvas, 0, 0, 20, 1, 1000000, ROLE_NORMAL), ==, 1);
    g_assert_cmpint(paint_bar(&canvas, 1, 0, 20, 0, 1000000, ROLE_NORMAL), ==, 0);
    g_assert_cmpint(paint_bar(&canvas, 2, 0, 20, 5, 0, ROLE_NORMAL), ==, 0);
    g_assert_cmpint(paint_bar(&canvas, 3, 0, 20, 99, 10, ROLE_NORMAL), ==, 20);
}

static void small_columns_are_left_to_terminals_that_have_them(void)
{
    static const gint64 values[] = {0, 3, 6};
    Canvas canvas = canvas_of(&utf8, 1, 10), plain = canvas_of(&console, 1, 10);
    g_assert_cmpint(paint_spark(&canvas, 0, 0, values, 3, ROLE_NORMAL), ==, 3);
    check_row(0, "▁▄▇");
    g_assert_cmpint(paint_spark(&plain, 0, 0, values, 3, ROLE_NORMAL), ==, 0);
}

static void flat_leaves_out_what_a_screen_reader_would_read_aloud(void)
{
    Canvas canvas = canvas_of(&flat, 4, 20);
    paint_rule(&canvas, 0, "Script");
    paint_rule(&canvas, 1, NULL);
    paint_dots(&canvas, 2);
    paint_vertical(&canvas, 0, 19, 4);
    check_row(0, "Script");
    check_row(1, "");
    check_row(2, "");
}

static void a_part_paints_nothing_outside_itself(void)
{
    Canvas canvas = canvas_of(&utf8, 4, 20);
    Canvas part = canvas_part(&canvas, 1, 5, 2, 6), outside = canvas_part(&canvas, 9, 30, 5, 5);
    paint_text(&part, 0, 0, ROLE_NORMAL, "abcdefghij");
    paint_text(&part, 2, 0, ROLE_NORMAL, "below");
    paint_text(&part, -1, 0, ROLE_NORMAL, "above");
    paint_text(&outside, 0, 0, ROLE_NORMAL, "nowhere");
    canvas_cursor(&part, 9, 9);
    check_row(0, "");
    check_row(1, "     abcde…");
    check_row(3, "");
    g_assert_cmpint(cursor[0], ==, 2);
    g_assert_cmpint(cursor[1], ==, 10);
}

static void a_box_has_its_words_in_its_edges(void)
{
    Canvas canvas = canvas_of(&utf8, 3, 30);
    paint_box(&canvas, "Command", "Esc close");
    check_row(0, "┌ Command ───────────────────┐");
    check_row(1, "│                            │");
    check_row(2, "└─────────── Esc close ──────┘");
}

int main(int argc, char **argv)
{
    FILE *nowhere = fopen("/dev/null", "r+");
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    if (newterm("xterm-256color", nowhere, nowhere) == NULL)
        g_error("this system does not know the terminal xterm-256color");
    resize_term(10, 80);
    window = newwin(0, 0, 0, 0);
    g_test_add_func("/paint/names are cut by display width", names_are_cut_by_display_width);
    g_test_add_func("/paint/an amount is never cut", an_amount_is_never_cut_but_grows_to_the_left);
    g_test_add_func("/paint/a hostile name stays in its cells", a_hostile_name_stays_in_its_cells);
    g_test_add_func("/paint/ASCII has a word for everything", ascii_has_a_word_for_everything);
    g_test_add_func("/paint/bars show what is there", bars_show_what_is_there_and_nothing_where_nothing_is);
    g_test_add_func("/paint/small columns where the terminal has them",
                    small_columns_are_left_to_terminals_that_have_them);
    g_test_add_func("/paint/flat leaves decoration out", flat_leaves_out_what_a_screen_reader_would_read_aloud);
    g_test_add_func("/paint/a part paints nothing outside itself", a_part_paints_nothing_outside_itself);
    g_test_add_func("/paint/a box has its words in its edges", a_box_has_its_words_in_its_edges);
    return g_test_run();
}
