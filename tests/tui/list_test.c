/* The selection is a thing, not a row number. */
#include "list.h"

typedef struct {
    gint64 id;
} Row;

static GPtrArray *rows_of(const char *ids)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(g_free);
    for (const char *id = ids; *id != '\0'; id++) {
        Row *row = g_new0(Row, 1);
        row->id = *id;
        g_ptr_array_add(rows, row);
    }
    return rows;
}

static void show(List *list, GPtrArray *rows)
{
    list_rows(list, rows, rows->len, list_id_of_pointers);
}

static void the_selection_follows_its_customer_through_a_reload(void)
{
    g_autoptr(GPtrArray) before = rows_of("abcde"), after = rows_of("ezdcba");
    List list = {0};
    list_height(&list, 3);
    show(&list, before);
    list_select(&list, 'd');
    show(&list, after);
    g_assert_cmpint(list.selected, ==, 'd');
    g_assert_cmpuint(list.row, ==, 2);
    g_assert_cmpuint(list_screen_row(&list), <, 3);
}

static void when_the_customer_is_gone_the_one_that_took_the_place_is_selected(void)
{
    g_autoptr(GPtrArray) before = rows_of("abc"), after = rows_of("ac"), last = rows_of("a"), none = rows_of("");
    List list = {0};
    list_height(&list, 10);
    show(&list, before);
    list_select(&list, 'b');
    show(&list, after);
    g_assert_cmpint(list.selected, ==, 'c');
    show(&list, last);
    g_assert_cmpint(list.selected, ==, 'a');
    show(&list, none);
    g_assert_cmpint(list.selected, ==, 0);
    list_move(&list, 1);
    g_assert_cmpint(list.selected, ==, 0);
}

static void moving_stops_at_both_ends_and_pages_keep_one_row(void)
{
    g_autoptr(GPtrArray) rows = rows_of("abcdefghij");
    List list = {0};
    list_height(&list, 4);
    show(&list, rows);
    static const struct {
        ActionId action;
        gint64 selected;
        size_t top;
    } steps[] = {
        {ACTION_MOVE_UP, 'a', 0},   {ACTION_MOVE_DOWN, 'b', 0}, {ACTION_MOVE_PGDN, 'e', 1},
        {ACTION_MOVE_PGDN, 'h', 4}, {ACTION_MOVE_PGDN, 'j', 6}, {ACTION_MOVE_DOWN, 'j', 6},
        {ACTION_MOVE_PGUP, 'g', 6}, {ACTION_MOVE_HOME, 'a', 0}, {ACTION_MOVE_END, 'j', 6},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_assert_true(list_act(&list, steps[i].action));
        g_assert_cmpint(list.selected, ==, steps[i].selected);
        g_assert_cmpuint(list.top, ==, steps[i].top);
    }
    g_assert_false(list_act(&list, ACTION_OPEN));
}

static void a_smaller_window_keeps_the_selected_row_in_sight(void)
{
    g_autoptr(GPtrArray) rows = rows_of("abcdefghij");
    List list = {0};
    list_height(&list, 10);
    show(&list, rows);
    list_select(&list, 'h');
    list_height(&list, 3);
    g_assert_cmpuint(list_screen_row(&list), <, 3);
    list_height(&list, 10);
    g_assert_cmpuint(list.top, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/list/the selection follows its customer through a reload",
                    the_selection_follows_its_customer_through_a_reload);
    g_test_add_func("/list/when the customer is gone the next one is selected",
                    when_the_customer_is_gone_the_one_that_took_the_place_is_selected);
    g_test_add_func("/list/moving stops at both ends and pages keep one row",
                    moving_stops_at_both_ends_and_pages_keep_one_row);
    g_test_add_func("/list/a smaller window keeps the selected row in sight",
                    a_smaller_window_keeps_the_selected_row_in_sight);
    return g_test_run();
}
