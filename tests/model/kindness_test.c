/* Kind words: whoever pays quickly, for the first time or well again is thanked once, by call or letter, and a skip is
 * a no; a good customer who slows down is rung before he is late, with the figures. */
#include "desk/card.h"
#include "desk/event.h"
#include "desk/kindness.h"
#include "desk/outcome.h"
#include "desk/queue.h"
#include "desk/reminders.h"
#include "desk/touchpoint.h"
#include "desk_book.h"
#include "ledger/account.h"

#include <locale.h>

static void time_is(const char *day)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *noon = g_strconcat(day, "T12:00", NULL);
    good(clock_fix(noon, &error), error);
}

static void follow_up(Book *book, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(ids, customer);
    book_begin(book);
    good(touchpoint_follow_up(ids, NULL, book->desk, &error), error);
    book_commit(book);
}

static void pay(Book *book, gint64 customer, gint64 item, Cents amount, const char *day)
{
    time_is(day);
    book_payment(book, item, amount, "");
    follow_up(book, customer);
}

static void talk(Book *book, gint64 customer, const char *day)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    g_autofree char *sql = g_strdup_printf("SELECT id FROM contact WHERE customer_id = %" G_GINT64_FORMAT, customer);
    const EventFacts facts = {.op = op, .kind = "call", .customer_id = customer, .contact_id = book_number(book, sql)};
    gint64 id = 0;
    time_is(day);
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_commit(book);
}

/* The live reason of today that has a letter; "" none. */
static const char *kind_word(Book *book, gint64 customer)
{
    static char word[20];
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = touchpoints_of(book->desk, customer, &error);
    g_assert_no_error(error);
    *word = '\0';
    for (guint i = 0; i < list->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(list, i);
        if (kindness_is(book->desk, touchpoint->reason))
            g_strlcpy(word, touchpoint->reason, sizeof word);
    }
    return word;
}

static int kind_words(Book *book)
{
    return (int)book_number(book,
                            "SELECT count(*) FROM touchpoint WHERE reason IN ('thank_you', 'reward', 'improved')");
}

/* A customer of long standing, who pays a bit late, with one invoice open. */
static gint64 customer_old(Book *book, int late, gint64 *open)
{
    gint64 customer = book_customer(book, "10418", "Bakkerij Peeters BV");
    static const char *const due[] = {"2025-06-30", "2025-09-30", "2025-11-28"};
    book_contact(book, customer, "An Wils", "accounts", "+3252441809");
    for (size_t i = 0; i < G_N_ELEMENTS(due); i++) {
        gint64 item = book_item(book, customer, due[i], "2025-05-01", due[i], 20000);
        g_autofree char *day = day_iso(day_plus(iso(due[i]), late));
        time_is(day);
        book_payment(book, item, 20000, "");
    }
    *open = book_item(book, customer, "2026-0041", "2026-01-12", "2026-02-11", 100000);
    return customer;
}

/* --- Paid quickly ---------------------------------------------------------------------------------------- */

static void test_quick(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 100000, "2026-02-23");
    g_assert_cmpstr(kind_word(book, customer), ==, "reward");
    follow_up(book, customer);
    g_assert_cmpint(kind_words(book), ==, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(Queue) queue = queue_load(book->desk, &(QueueOptions){0}, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(queue->rows->len, ==, 1);
}

static void test_not_quick(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-19");
    pay(book, customer, open, 100000, "2026-02-23");
    g_assert_cmpstr(kind_word(book, customer), ==, "");
}

static void test_still_late(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 40000, "2026-02-23");
    g_assert_cmpstr(kind_word(book, customer), ==, "");
}

static void test_returned(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 100000, "2026-02-23");
    book_payment(book, open, -100000, "AM04");
    follow_up(book, customer);
    g_assert_cmpstr(kind_word(book, customer), ==, "");
}

/* Next month he does it again: the thanks of last month still hold. */
static void test_not_every_month(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 100000, "2026-02-23");
    g_autoptr(GError) error = NULL;
    good(outcome_skip(book->desk, customer, "skip-1", &error), error);
    gint64 next = book_item(book, customer, "2026-0100", "2026-02-24", "2026-03-20", 5000);
    talk(book, customer, "2026-03-23");
    pay(book, customer, next, 5000, "2026-03-24");
    g_assert_cmpstr(kind_word(book, customer), ==, "");
    gint64 later = book_item(book, customer, "2026-0300", "2026-05-01", "2026-06-01", 5000);
    talk(book, customer, "2026-06-08");
    pay(book, customer, later, 5000, "2026-06-09");
    g_assert_cmpstr(kind_word(book, customer), ==, "reward");
}

/* --- Well again -------------------------------------------------------------------------------------------- */

static void test_improved(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 12, &open);
    pay(book, customer, open, 100000, "2026-02-11");
    g_assert_cmpstr(kind_word(book, customer), ==, "improved");
}

static void test_not_improved(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    pay(book, customer, open, 100000, "2026-02-11");
    g_assert_cmpstr(kind_word(book, customer), ==, "");
}

/* --- Taken or left ----------------------------------------------------------------------------------------- */

static void test_skipped(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 open = 0, customer = customer_old(book, 5, &open), undone = 0;
    g_autofree char *toast = NULL;
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 100000, "2026-02-23");
    good(outcome_skip(book->desk, customer, "skip-1", &error), error);
    g_assert_cmpstr(kind_word(book, customer), ==, "");
    follow_up(book, customer);
    g_assert_cmpint(kind_words(book), ==, 1);
    good(outcome_undo(book->desk, 0, "undo-1", &undone, &toast, &error), error);
    g_assert_cmpstr(kind_word(book, customer), ==, "reward");
}

static void letter_write(Book *book, gint64 customer, const char *document)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL, *op = store_operation_id();
    const LetterFacts letter = {.document = document,
                                .channel = "email",
                                .recipient = "books@peeters.example",
                                .language = "nl",
                                .items = "",
                                .summary = document};
    good(outcome_letter(book->desk, customer, &letter, op, &toast, &error), error);
}

static void test_written(Book *book, gconstpointer data)
{
    (void)data;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 100000, "2026-02-23");
    letter_write(book, customer, "copy");
    g_assert_cmpstr(kind_word(book, customer), ==, "reward");
    letter_write(book, customer, "reward");
    g_assert_cmpstr(kind_word(book, customer), ==, "");
}

static GPtrArray *letters_due(Book *book)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *due = reminders_due(book->desk, &(ReminderOptions){0}, &error);
    g_assert_no_error(error);
    return due;
}

static void test_listed(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 open = 0, customer = customer_old(book, 5, &open);
    talk(book, customer, "2026-02-20");
    pay(book, customer, open, 100000, "2026-02-23");
    g_autoptr(GPtrArray) due = letters_due(book);
    g_assert_cmpuint(due->len, ==, 1);
    const Reminder *reminder = g_ptr_array_index(due, 0);
    g_assert_cmpstr(reminder->document, ==, "reward");
    g_assert_cmpstr(reminder->recipient, ==, "books@peeters.example");
    g_assert_true(reminder->proposal);
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(ids, customer);
    g_auto(RemindersSent) sent = {0};
    good(reminders_send(book->desk, ids, NULL, NULL, &sent, &error), error);
    g_assert_cmpint(sent.sent, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE document = 'reward'"), ==, 1);
    g_autoptr(GPtrArray) after = letters_due(book);
    g_assert_cmpuint(after->len, ==, 0);
    g_assert_cmpstr(kind_word(book, customer), ==, "");
}

/* --- Slower --------------------------------------------------------------------------------------------------- */

/* Months on the day, then three payments four weeks late; the next invoice is not even due. */
static void test_slower(Book *book, gconstpointer data)
{
    (void)data;
    static const char *const paid[][2] = {
        {"2025-05-30", "2025-05-30"}, {"2025-06-30", "2025-06-30"}, {"2025-07-31", "2025-07-31"},
        {"2025-08-29", "2025-08-29"}, {"2025-09-30", "2025-09-30"}, {"2025-10-31", "2025-10-31"},
        {"2025-11-28", "2025-12-26"}, {"2025-12-31", "2026-01-28"}, {"2026-01-26", "2026-02-23"}};
    gint64 customer = book_customer(book, "8", "Good Customer");
    book_contact(book, customer, "An Wils", "accounts", "+3252441809");
    for (size_t i = 0; i < G_N_ELEMENTS(paid); i++) {
        time_is(paid[i][1]);
        book_payment(book, book_item(book, customer, paid[i][0], "2025-05-01", paid[i][0], 100000), 100000, "");
    }
    book_item(book, customer, "open", "2026-02-20", "2026-03-20", 100000);
    follow_up(book, customer);
    g_autoptr(GError) error = NULL;
    g_autoptr(Queue) queue = queue_load(book->desk, &(QueueOptions){0}, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(queue->rows->len, ==, 1);
    g_autoptr(Card) card = card_load(book->desk, customer, &error);
    g_assert_no_error(error);
    g_assert_true(card->slowing);
    g_auto(GStrv) lines = card_opening(book->desk, card);
    g_assert_cmpuint(g_strv_length(lines), ==, 3);
    g_assert_nonnull(strstr(lines[2], "28"));
    g_assert_nonnull(strstr(lines[2], " 0"));
}

static void start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
}

static void end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

#define STORY(name, function) g_test_add("/kindness/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("who pays within three days of the talk is thanked", test_quick);
    STORY("who pays on the fourth day is not", test_not_quick);
    STORY("nor who still has something late", test_still_late);
    STORY("nobody is thanked for money that went back", test_returned);
    STORY("thanks do not come every month", test_not_every_month);
    STORY("who pays on time again is thanked for it", test_improved);
    STORY("who always did needs no word", test_not_improved);
    STORY("a skipped word does not come again, unless the skip is undone", test_skipped);
    STORY("its letter does as well as the call, another letter does not", test_written);
    STORY("it stands among the letters that are due, and is sent from there", test_listed);
    STORY("a good customer who slows down is rung before he is late, with the figures", test_slower);
    return g_test_run();
}
