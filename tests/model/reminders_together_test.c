/* Letters due in two currencies, and letters sent together: each is judged by itself, taken back in one step. */
#include "reminders_book.h"

#include <locale.h>

/* --- In two currencies --------------------------------------------------------------------------------------- */

/* Peeters owes 500,00 dollars as well. */
static gint64 peeters_dollars(Book *book)
{
    gint64 id = peeters(book);
    gint64 item = book_item(book, id, "US-7", "2025-12-22", "2026-01-21", 50000);
    book_run(book, "UPDATE item SET currency = 'USD' WHERE id = :id", BINDS(INTEGER("id", item)));
    return id;
}

static void test_two_currencies(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 id = peeters_dollars(book), customer = 0;
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 2);
    const Reminder *euros = g_ptr_array_index(list, 0), *dollars = g_ptr_array_index(list, 1);
    g_assert_cmpstr(euros->currency, ==, "EUR");
    g_assert_cmpint(euros->amount, ==, 485260);
    g_assert_cmpstr(dollars->currency, ==, "USD");
    g_assert_cmpint(dollars->amount, ==, 50000);
    g_assert_cmpint(dollars->days_late, ==, 34);
    g_auto(RemindersSent) sent = send(book, id, NULL);
    g_assert_cmpint(sent.sent, ==, 2);
    g_assert_cmpuint(sent.events->len, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 2);
    check_due(book, 0);
    sound(book);
    good(outcome_undo(book->desk, g_array_index(sent.events, gint64, 0), "undo", &customer, &toast, &error), error);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 0);
    check_due(book, 2);
}

static char *unwritable_in_euros(Desk *desk, const Reminder *reminder, void *data)
{
    return strcmp(reminder->currency, "EUR") == 0 ? unwritable(desk, reminder, data) : NULL;
}

/* What stands in the way of one does not hold the other back, and is said. */
static void test_one_currency_held(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters_dollars(book);
    g_auto(RemindersSent) sent = send(book, id, unwritable_in_euros);
    g_assert_cmpint(sent.sent, ==, 1);
    g_assert_cmpint(sent.held, ==, 0);
    g_assert_cmpuint(sent.sentences->len, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox o JOIN item i ON CAST(i.id AS TEXT) = o.items"
                                      " WHERE i.currency = 'USD'"),
                    ==, 1);
    sound(book);
}

static void test_dollars_alone(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters_dollars(book);
    book_run(book,
             "UPDATE item SET open = 0, ledger_open = 0, state = 'closed', closed_day = due WHERE currency = 'EUR'",
             NO_BINDS);
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 1);
    g_assert_cmpstr(((Reminder *)g_ptr_array_index(list, 0))->currency, ==, "USD");
    g_auto(RemindersSent) sent = send(book, id, NULL);
    g_assert_cmpint(sent.sent, ==, 1);
    sound(book);
}

/* --- Sent together ------------------------------------------------------------------------------------------- */

static char *undo_newest(Book *book)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    char *toast = NULL;
    gint64 customer = 0;
    good(outcome_undo(book->desk, 0, op, &customer, &toast, &error), error);
    return toast;
}

/* Peeters and Van Dijck, each with a letter planned for today, sent in one go. */
static void send_both(Book *book)
{
    g_autoptr(GError) error = NULL;
    gint64 customers[] = {peeters(book), book_customer(book, "10419", "Garage Van Dijck")};
    (void)book_contact(book, customers[1], "Rita", "accounts", "+3231112233");
    book_run(book, "UPDATE contact SET email = 'rita@garage.example' WHERE email = ''", NO_BINDS);
    (void)book_item(book, customers[1], "2026-0050", "2025-12-22", "2026-01-21", 30000);
    (void)planned(book, customers[1], "friendly_letter", clock_today());
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_vals(ids, customers, 2);
    g_auto(RemindersSent) sent = {0};
    good(reminders_send(book->desk, ids, NULL, NULL, &sent, &error), error);
    g_assert_cmpint(sent.sent, ==, 2);
    check_due(book, 0);
}

static void test_batch_undone(Book *book, gconstpointer data)
{
    (void)data;
    send_both(book);
    g_autofree char *said = undo_newest(book);
    g_assert_cmpstr(said, ==, "2 documents taken back.");
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 0);
    check_due(book, 2);
    sound(book);
}

/* What has left is named and stays on record; only a person takes that back, knowing it. */
static void test_batch_partly_left(Book *book, gconstpointer data)
{
    (void)data;
    send_both(book);
    book_run(book,
             "UPDATE outbox SET state = 'sent', sent_utc = 1 WHERE customer_id ="
             " (SELECT id FROM customer WHERE number = '10419')",
             NO_BINDS);
    g_autofree char *said = undo_newest(book);
    g_assert_cmpstr(said, ==, "1 document taken back. 1 has left already: Garage Van Dijck.");
    check_due(book, 1);
    g_autofree char *again = undo_newest(book);
    g_assert_nonnull(strstr(again, "The mail has left already"));
    sound(book);
}

static void test_recalled_together(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;
    send_both(book);
    g_autoptr(GPtrArray) rows = outbox_load(book->desk, &error);
    g_assert_no_error(error);
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < rows->len; i++)
        g_array_append_val(events, ((OutboxRow *)g_ptr_array_index(rows, i))->event_id);
    good(outcomes_recall(book->desk, events, "recall", &said, &error), error);
    g_assert_cmpstr(said, ==, "2 documents taken back.");
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'undo'"), ==, 2);
    g_clear_pointer(&said, g_free);
    good(outcomes_recall(book->desk, events, "recall again", &said, &error), error);
    g_assert_cmpstr(said, ==, "0 documents taken back."); /* undone once and for all */
    sound(book);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    static const ReminderTest tests[] = {
        {"two currencies are two letters, sent and undone together", test_two_currencies, NULL},
        {"what holds one currency does not hold the other", test_one_currency_held, NULL},
        {"who owes dollars alone gets his letter", test_dollars_alone, NULL},
        {"letters sent together are taken back in one step", test_batch_undone, NULL},
        {"what had left already is said and stays", test_batch_partly_left, NULL},
        {"all that waits is taken back at once", test_recalled_together, NULL},
    };
    return reminders_run("reminders together", tests, G_N_ELEMENTS(tests));
}
