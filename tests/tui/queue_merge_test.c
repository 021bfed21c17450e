/* The list stands still under the cursor while the world changes. */
#include "views/queue_inside.h"

/* "a" a row to call, "A" pinned, "a." done; the letter is the customer. */
static Queue *queue_of(const char *rows)
{
    Queue *queue = g_new0(Queue, 1);
    queue->rows = g_ptr_array_new_with_free_func(g_free);
    for (const char *at = rows; *at != '\0'; at++) {
        QueueRow *row = g_new0(QueueRow, 1);
        row->customer_id = g_ascii_tolower(*at);
        row->state = g_ascii_isupper(*at) ? QUEUE_PINNED : at[1] == '.' ? QUEUE_DONE : QUEUE_CALL;
        at += at[1] == '.';
        g_ptr_array_add(queue->rows, row);
    }
    return queue;
}

static void queue_drop(Queue *queue)
{
    g_ptr_array_unref(queue->rows);
    g_free(queue);
}

static char *shown(const Queue *queue)
{
    GString *rows = g_string_new(NULL);
    for (guint i = 0; i < queue->rows->len; i++) {
        const QueueRow *row = g_ptr_array_index(queue->rows, i);
        char letter = (char)row->customer_id;
        g_string_append_c(rows, row->state == QUEUE_PINNED ? g_ascii_toupper(letter) : letter);
        g_string_append(rows, row->state == QUEUE_DONE ? "." : "");
    }
    return g_string_free(rows, FALSE);
}

static void expect(const char *before, const char *fresh, char selected, const char *wanted)
{
    Queue *then = queue_of(before), *now = queue_of(fresh);
    queue_keep_places(now, then, selected, true);
    g_autofree char *rows = shown(now);
    g_assert_cmpstr(rows, ==, wanted);
    queue_drop(then);
    queue_drop(now);
}

static void rows_that_are_still_there_keep_their_place(void)
{
    expect("abcd", "dcba", 'b', "abcd");
}

static void a_row_that_is_done_or_gone_stays_where_it_was(void)
{
    expect("abcd", "acdb.", 'a', "ab.cd");
    expect("abcd", "acd", 'a', "ab.cd");
}

static void a_new_row_comes_in_behind_the_one_it_follows(void)
{
    expect("abcd", "abxcd", 'a', "abxcd");
    expect("abcd", "xabcd", 'a', "xabcd");
    expect("", "ab", 0, "ab");
}

static void a_callback_that_is_near_goes_on_top_but_not_under_the_cursor(void)
{
    expect("abcd", "Cabd", 'a', "Cabd");
    expect("abcd", "Cabd", 'c', "abCd");
}

static void after_a_customer_the_next_one_who_can_be_called_is_selected(void)
{
    Queue *then = queue_of("abcd"), *now = queue_of("adb.c.");
    g_assert_cmpint(queue_after(then, now, 'b'), ==, 'd');
    g_assert_cmpint(queue_after(then, now, 'd'), ==, 0);
    queue_drop(then);
    queue_drop(now);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/queue on the screen/keeps places", rows_that_are_still_there_keep_their_place);
    g_test_add_func("/queue on the screen/done stays", a_row_that_is_done_or_gone_stays_where_it_was);
    g_test_add_func("/queue on the screen/new rows", a_new_row_comes_in_behind_the_one_it_follows);
    g_test_add_func("/queue on the screen/near callbacks",
                    a_callback_that_is_near_goes_on_top_but_not_under_the_cursor);
    g_test_add_func("/queue on the screen/next", after_a_customer_the_next_one_who_can_be_called_is_selected);
    return g_test_run();
}
