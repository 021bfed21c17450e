/* The one-line editor of every field. */
#include "line.h"
#include <locale.h>

static void check(const Line *line, const char *text, size_t cursor)
{
    g_assert_cmpstr(line->text->str, ==, text);
    g_assert_cmpuint(line->cursor, ==, cursor);
}

static void typing_replaces_a_suggestion_once(void)
{
    Line line = {0};
    line_start(&line, "4.852,60", true);
    line_insert(&line, "1");
    check(&line, "1", 1);
    line_insert(&line, "2");
    check(&line, "12", 2);
    line_start(&line, "4.852,60", true);
    line_act(&line, ACTION_EDIT_LEFT); /* whoever edits keeps it */
    line_insert(&line, "5");
    check(&line, "4.852,650", 8);
    line_clear(&line);
}

static void every_editing_key_does_its_work(void)
{
    static const struct {
        ActionId action;
        size_t from;
        const char *text;
        size_t cursor;
    } rows[] = {
        {ACTION_EDIT_LEFT, 6, "één twee", 5},
        {ACTION_EDIT_LEFT, 0, "één twee", 0},
        {ACTION_EDIT_RIGHT, 0, "één twee", 2},
        {ACTION_EDIT_RIGHT, 10, "één twee", 10},
        {ACTION_EDIT_HOME, 6, "één twee", 0},
        {ACTION_EDIT_END, 2, "één twee", 10},
        {ACTION_EDIT_BACKSPACE, 4, "én twee", 2},
        {ACTION_EDIT_BACKSPACE, 0, "één twee", 0},
        {ACTION_EDIT_DELETE, 2, "én twee", 2},
        {ACTION_EDIT_DELETE, 10, "één twee", 10},
        {ACTION_EDIT_CLEAR, 6, "", 0},
        {ACTION_EDIT_KILL_END, 6, "één ", 6},
        {ACTION_EDIT_KILL_WORD, 10, "één ", 6},
        {ACTION_EDIT_KILL_WORD, 6, "twee", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        Line line = {0};
        line_start(&line, "één twee", false);
        line.cursor = rows[i].from;
        g_assert_true(line_act(&line, rows[i].action));
        check(&line, rows[i].text, rows[i].cursor);
        line_clear(&line);
    }
}

static void other_actions_are_left_to_the_form(void)
{
    Line line = {0};
    line_start(&line, "x", false);
    g_assert_false(line_act(&line, ACTION_FIELD_NEXT));
    g_assert_false(line_act(&line, ACTION_UNDO));
    check(&line, "x", 1);
    line_clear(&line);
}

static void a_blank_may_be_typed_and_a_pasted_line_break_becomes_one(void)
{
    Line line = {0};
    line_start(&line, "", false);
    line_insert(&line, "a");
    line_insert(&line, " ");
    line_insert(&line, "b\nc\td");
    check(&line, "a b c d", 7);
    line_clear(&line);
}

static void a_paste_cannot_carry_terminal_commands(void)
{
    Line line = {0};
    line_start(&line, "", false);
    line_insert(&line, "x\033[2Jy");
    g_assert_null(strchr(line.text->str, '\033'));
    line_clear(&line);
}

static void a_mark_moves_and_goes_with_its_letter(void)
{
    Line line = {0};
    line_start(&line, "e\xCC\x81x", false); /* e with a combining acute */
    line_act(&line, ACTION_EDIT_LEFT);
    line_act(&line, ACTION_EDIT_LEFT);
    check(&line, "e\xCC\x81x", 0);
    line_act(&line, ACTION_EDIT_DELETE);
    check(&line, "x", 0);
    line_clear(&line);
}

static void a_full_field_takes_what_fits_and_no_half_character(void)
{
    Line line = {.limit = 4};
    line_start(&line, "ab", false);
    g_assert_true(line_insert(&line, "cé"));
    check(&line, "abc", 3);
    g_assert_false(line_insert(&line, "é"));
    line_clear(&line);
}

static void a_long_line_scrolls_with_the_cursor(void)
{
    Line line = {0};
    int column = -1;
    line_start(&line, "abcdefghij", false);
    g_autofree char *end = line_window(&line, 5, &column);
    g_assert_cmpstr(end, ==, "ghij");
    g_assert_cmpint(column, ==, 4);
    line_act(&line, ACTION_EDIT_HOME);
    g_autofree char *start = line_window(&line, 5, &column);
    g_assert_cmpstr(start, ==, "abcde");
    g_assert_cmpint(column, ==, 0);
    line_clear(&line);
}

static void a_wide_character_is_never_shown_by_half(void)
{
    Line line = {0};
    int column = -1;
    line_start(&line, "日本語x", false); /* 2 + 2 + 2 + 1 columns */
    g_autofree char *shown = line_window(&line, 4, &column);
    g_assert_cmpstr(shown, ==, "語x");
    g_assert_cmpint(column, ==, 3);
    line_clear(&line);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/line/typing replaces a suggestion once", typing_replaces_a_suggestion_once);
    g_test_add_func("/line/every editing key does its work", every_editing_key_does_its_work);
    g_test_add_func("/line/other actions are left to the form", other_actions_are_left_to_the_form);
    g_test_add_func("/line/a pasted line break becomes a blank",
                    a_blank_may_be_typed_and_a_pasted_line_break_becomes_one);
    g_test_add_func("/line/a paste cannot carry terminal commands", a_paste_cannot_carry_terminal_commands);
    g_test_add_func("/line/a mark moves and goes with its letter", a_mark_moves_and_goes_with_its_letter);
    g_test_add_func("/line/a full field takes what fits", a_full_field_takes_what_fits_and_no_half_character);
    g_test_add_func("/line/a long line scrolls with the cursor", a_long_line_scrolls_with_the_cursor);
    g_test_add_func("/line/a wide character is never shown by half", a_wide_character_is_never_shown_by_half);
    return g_test_run();
}
