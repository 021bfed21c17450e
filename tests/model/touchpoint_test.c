/* Nobody falls off the list: contacts planned by the cadence, closed by money, brought back by returns. */
#include "desk/event.h"
#include "desk/queue.h"
#include "desk/touchpoint.h"
#include "desk_book.h"
#include "ledger/account.h"

#include <locale.h>

static GPtrArray *live(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = touchpoints_of(book->desk, customer_id, &error);
    g_assert_no_error(error);
    return list;
}

static void ensure(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    book_begin(book);
    good(touchpoint_ensure(book->desk, customer_id, 0, &error), error);
    book_commit(book);
}

static ImportSummary *follow_up(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    ImportSummary *summary = g_new0(ImportSummary, 1);
    g_array_append_val(ids, customer_id);
    book_begin(book);
    good(touchpoint_follow_up(ids, summary, book->desk, &error), error);
    book_commit(book);
    return summary;
}

static void only_reason(Book *book, gint64 customer_id, const char *reason)
{
    g_autoptr(GPtrArray) list = live(book, customer_id);
    g_assert_cmpuint(list->len, ==, 1);
    g_assert_cmpstr(((Touchpoint *)g_ptr_array_index(list, 0))->reason, ==, reason);
}

static gint64 plan(Book *book, gint64 customer_id, const char *reason, Day day, const char *owner, gint64 event_id)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    const Touchpoint wanted = {
        .customer_id = customer_id, .reason = (char *)reason, .owner = (char *)owner, .when = {day, MINUTE_NONE}};
    book_begin(book);
    good(touchpoint_plan(book->desk, &wanted, event_id, &id, &error), error);
    book_commit(book);
    return id;
}

static gint64 call_today(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    const EventFacts facts = {.op = op, .kind = "call", .customer_id = customer_id};
    gint64 id = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_commit(book);
    return id;
}

static void test_overdue_is_planned(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    ensure(book, peeters);
    g_autoptr(GPtrArray) list = live(book, peeters);
    g_assert_cmpuint(list->len, ==, 1);
    const Touchpoint *touchpoint = g_ptr_array_index(list, 0);
    g_assert_cmpint(touchpoint->when.day.number, ==, clock_today().number);
    g_assert_cmpstr(touchpoint->owner, ==, "");
    ensure(book, peeters);
    g_autoptr(GPtrArray) again = live(book, peeters);
    g_assert_cmpuint(again->len, ==, 1);
}

static void test_nothing_open(Book *book, gconstpointer data)
{
    (void)data;
    gint64 nobody = book_customer(book, "1", "Nothing Open");
    gint64 insolvent = book_customer(book, "2", "Insolvent");
    gint64 credit = book_customer(book, "3", "Only Credit");
    book_item(book, insolvent, "I-1", "2025-12-01", "2025-12-31", 1000);
    book_item(book, credit, "C-1", "2025-12-01", "2025-12-31", -1000);
    book_run(book, "UPDATE customer SET not_callable = 'insolvency' WHERE number = '2'", NO_BINDS);
    const gint64 ids[] = {nobody, insolvent, credit};
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
        ensure(book, ids[i]);
        g_autoptr(GPtrArray) list = live(book, ids[i]);
        g_assert_cmpuint(list->len, ==, 0);
    }
}

static void test_business_day(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 peeters = book_peeters(book);
    good(clock_fix("2026-05-01T10:00", &error), error); /* Labour Day, a Friday */
    ensure(book, peeters);
    g_autoptr(GPtrArray) list = live(book, peeters);
    g_assert_cmpint(((Touchpoint *)g_ptr_array_index(list, 0))->when.day.number, ==, iso("2026-05-04").number);
}

static void test_quiet_days(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    book_run(book, "UPDATE customer SET quiet_until = :day", BINDS(DAY("day", iso("2026-03-07"))));
    ensure(book, peeters);
    g_autoptr(GPtrArray) list = live(book, peeters);
    g_assert_cmpint(((Touchpoint *)g_ptr_array_index(list, 0))->when.day.number, ==, iso("2026-03-09").number);
}

/* Reminders come at uneven distances: never the same gap twice running. */
static void test_gaps_vary(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 peeters = book_peeters(book);
    int previous = 0;
    for (int round = 0; round < 12; round++) {
        ensure(book, peeters);
        g_autoptr(GPtrArray) list = live(book, peeters);
        g_assert_cmpuint(list->len, ==, 1);
        const Touchpoint *touchpoint = g_ptr_array_index(list, 0);
        g_autofree char *day = day_iso(touchpoint->when.day), *noon = g_strconcat(day, "T12:00", NULL);
        if (round > 0) {
            g_assert_cmpint(day_compare(touchpoint->when.day, clock_today()), >, 0);
            g_assert_cmpint(touchpoint->gap, ==, day_minus(touchpoint->when.day, clock_today()));
        }
        if (round > 1)
            g_assert_cmpint(touchpoint->gap, !=, previous);
        previous = touchpoint->gap;
        good(clock_fix(noon, &error), error);
        gint64 event_id = call_today(book, peeters);
        book_begin(book);
        good(touchpoint_close(book->desk, touchpoint->id, event_id, "done", &error), error);
        book_commit(book);
    }
}

static void test_close_once(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 peeters = book_peeters(book), event_id = call_today(book, peeters);
    gint64 id = plan(book, peeters, "callback", clock_today(), "", 0);
    book_begin(book);
    good(touchpoint_close(book->desk, id, event_id, "done", &error), error);
    g_assert_false(touchpoint_close(book->desk, id, event_id, "done", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_STALE);
    store_rollback(book->desk->store);
}

/* A colleague's task alone does not collect what may be asked for. */
static void test_task_is_not_enough(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    plan(book, peeters, "dispute", day_plus(clock_today(), 6), "tom", 0);
    ensure(book, peeters);
    g_autoptr(GPtrArray) list = live(book, peeters);
    g_assert_cmpuint(list->len, ==, 2);
}

static gint64 item_number(Book *book, const char *number)
{
    g_autofree char *sql = g_strdup_printf("SELECT id FROM item WHERE number = '%s'", number);
    return book_number(book, sql);
}

static void pay_all(Book *book)
{
    static const char *const numbers[] = {"2025-1312", "2025-1355", "2026-0041"};
    static const Cents amounts[] = {185000, 149260, 151000};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        book_payment(book, item_number(book, numbers[i]), amounts[i], "");
}

static void test_paid_leaves(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    ensure(book, peeters);
    plan(book, peeters, "callback", day_plus(clock_today(), 3), "", 0);
    plan(book, peeters, "dispute", day_plus(clock_today(), 6), "tom", 0);
    pay_all(book);
    g_autofree ImportSummary *summary = follow_up(book, peeters);
    g_assert_cmpint(summary->customers_out_of_queue, ==, 1);
    only_reason(book, peeters, "dispute"); /* Tom's task stays */
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'settled'"), ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM touchpoint WHERE closed_how = 'paid'"), ==, 2);
    g_autofree ImportSummary *again = follow_up(book, peeters);
    g_assert_cmpint(again->customers_out_of_queue, ==, 0);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event"), ==, 1);
}

static void test_part_paid_stays(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    ensure(book, peeters);
    book_payment(book, item_number(book, "2025-1312"), 185000, "");
    g_autofree ImportSummary *summary = follow_up(book, peeters);
    g_assert_cmpint(summary->customers_out_of_queue, ==, 0);
    g_autoptr(GPtrArray) list = live(book, peeters);
    g_assert_cmpuint(list->len, ==, 1);
}

static void test_returned(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    ensure(book, peeters);
    pay_all(book);
    g_autofree ImportSummary *paid G_GNUC_UNUSED = follow_up(book, peeters);
    book_payment(book, item_number(book, "2025-1312"), -185000, "AM04");
    g_autofree ImportSummary *returned G_GNUC_UNUSED = follow_up(book, peeters);
    only_reason(book, peeters, "returned");
    g_autoptr(GPtrArray) list = live(book, peeters);
    const Touchpoint *touchpoint = g_ptr_array_index(list, 0);
    g_assert_cmpstr(touchpoint->detail, ==, "insufficient funds");
    g_assert_cmpint(touchpoint->when.day.number, ==, clock_today().number);
    g_autofree ImportSummary *again G_GNUC_UNUSED = follow_up(book, peeters);
    only_reason(book, peeters, "returned");
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'returned'"), ==, 1);
}

/* He owes nothing any more, and stands in today's queue all the same. */
static void in_queue(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Queue) queue = queue_load(book->desk, &(QueueOptions){0}, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < queue->rows->len; i++)
        if (((QueueRow *)g_ptr_array_index(queue->rows, i))->customer_id == customer_id)
            return;
    g_assert_not_reached();
}

static void test_thank_you(Book *book, gconstpointer data)
{
    (void)data;
    gint64 fresh = book_customer(book, "7", "New Shop"), old = book_peeters(book);
    gint64 item = book_item(book, fresh, "N-1", "2026-01-20", "2026-02-19", 10000);
    ensure(book, fresh);
    book_payment(book, item, 10000, "");
    g_autofree ImportSummary *summary G_GNUC_UNUSED = follow_up(book, fresh);
    only_reason(book, fresh, "thank_you");
    g_autofree ImportSummary *again G_GNUC_UNUSED = follow_up(book, fresh);
    only_reason(book, fresh, "thank_you");
    in_queue(book, fresh);
    book_payment(book, item, -10000, "AM04");
    g_autofree ImportSummary *back G_GNUC_UNUSED = follow_up(book, fresh);
    only_reason(book, fresh, "returned");
    pay_all(book);
    g_autofree ImportSummary *other G_GNUC_UNUSED = follow_up(book, old);
    g_autoptr(GPtrArray) list = live(book, old);
    g_assert_cmpuint(list->len, ==, 0);
}

static void pay_on(Book *book, const char *day, gint64 item, Cents amount)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *noon = g_strconcat(day, "T12:00", NULL);
    good(clock_fix(noon, &error), error);
    book_payment(book, item, amount, "");
}

/* Six payments on the day, then one four weeks late in each of three months. */
static gint64 slowing_customer(Book *book)
{
    static const char *const paid[][2] = {
        {"2025-05-30", "2025-05-30"}, {"2025-06-30", "2025-06-30"}, {"2025-07-31", "2025-07-31"},
        {"2025-08-29", "2025-08-29"}, {"2025-09-30", "2025-09-30"}, {"2025-10-31", "2025-10-31"},
        {"2025-11-28", "2025-12-23"}, {"2025-12-31", "2026-01-26"}, {"2026-01-30", "2026-02-23"}};
    gint64 good_one = book_customer(book, "8", "Good Customer");
    for (size_t i = 0; i < G_N_ELEMENTS(paid); i++)
        pay_on(book, paid[i][1], book_item(book, good_one, paid[i][0], "2025-05-01", paid[i][0], 100000), 100000);
    book_item(book, good_one, "open", "2026-01-30", "2026-03-02", 100000);
    return good_one;
}

static int early_calls(Book *book)
{
    return (int)book_number(book, "SELECT count(*) FROM touchpoint WHERE reason = 'slowing'");
}

/* Ring him early and kindly, once, with the figures. */
static void test_slowing(Book *book, gconstpointer data)
{
    (void)data;
    gint64 good_one = slowing_customer(book);
    g_autofree ImportSummary *first G_GNUC_UNUSED = follow_up(book, good_one);
    g_autofree ImportSummary *second G_GNUC_UNUSED = follow_up(book, good_one);
    g_assert_cmpint(early_calls(book), ==, 1);
    const QueueOptions mine = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(Queue) queue = queue_load(book->desk, &mine, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(queue->rows->len, ==, 1);
    g_assert_cmpstr(((const QueueRow *)g_ptr_array_index(queue->rows, 0))->detail, ==, "0 → 25, 26, 24 days late");
    g_autoptr(GPtrArray) planned = live(book, good_one);
    g_assert_cmpuint(planned->len, ==, 1); /* no ordinary call beside it */
    clock_advance(60 * 24 * 60 * 60);
    g_autofree ImportSummary *third G_GNUC_UNUSED = follow_up(book, good_one);
    g_assert_cmpint(early_calls(book), ==, 1);
}

/* The call that was planned about the invoice he paid is not made about the one that is not due yet. */
static void test_paid_what_was_late(Book *book, gconstpointer data)
{
    (void)data;
    gint64 customer = book_customer(book, "8", "Paid What Was Late");
    gint64 late = book_item(book, customer, "late", "2025-09-20", "2026-01-20", 50000);
    g_autofree ImportSummary *first G_GNUC_UNUSED = follow_up(book, customer);
    book_item(book, customer, "coming", "2026-02-20", "2026-03-22", 80000);
    g_autofree ImportSummary *second = follow_up(book, customer);
    g_assert_cmpint(second->customers_out_of_queue, ==, 0);
    book_payment(book, late, 50000, "");
    g_autofree ImportSummary *third = follow_up(book, customer);
    g_assert_cmpint(third->customers_out_of_queue, ==, 1);
    g_autoptr(GPtrArray) list = live(book, customer);
    g_assert_cmpuint(list->len, ==, 1);
    const Touchpoint *next = g_ptr_array_index(list, 0);
    g_assert_cmpint(day_compare(next->when.day, clock_today()), >, 0);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'settled'"), ==, 1);
}

/* Whom somebody put into class C has no friendly early call; whom he put into A has. */
static void test_slowing_by_hand(Book *book, gconstpointer data)
{
    (void)data;
    gint64 good_one = slowing_customer(book);
    book_run(book, "UPDATE customer SET class_manual = 'C'", NO_BINDS);
    g_autofree ImportSummary *first G_GNUC_UNUSED = follow_up(book, good_one);
    g_assert_cmpint(early_calls(book), ==, 0);
    book_run(book, "UPDATE customer SET class_manual = 'A'", NO_BINDS);
    g_autofree ImportSummary *second G_GNUC_UNUSED = follow_up(book, good_one);
    g_assert_cmpint(early_calls(book), ==, 1);
}

/* Insolvency keeps him from being called, also when money of his went back. */
static void test_returned_insolvent(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    pay_all(book);
    book_run(book, "UPDATE customer SET not_callable = 'insolvency'", NO_BINDS);
    book_payment(book, item_number(book, "2025-1312"), -185000, "AM04");
    g_autofree ImportSummary *returned G_GNUC_UNUSED = follow_up(book, peeters);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'returned'"), ==, 1);
    g_autoptr(GPtrArray) list = live(book, peeters);
    g_assert_cmpuint(list->len, ==, 0);
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

#define STORY(name, function) g_test_add("/touchpoint/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("an overdue customer without plan is planned today, once", test_overdue_is_planned);
    STORY("nothing to collect, or a recorded reason, needs no contact", test_nothing_open);
    STORY("nobody is planned on a holiday", test_business_day);
    STORY("quiet days are kept", test_quiet_days);
    STORY("no two distances running are the same", test_gaps_vary);
    STORY("a contact is closed once", test_close_once);
    STORY("a colleague's task does not collect the rest", test_task_is_not_enough);
    STORY("who has paid leaves the queue, tasks of colleagues stay", test_paid_leaves);
    STORY("who has paid a part stays", test_part_paid_stays);
    STORY("a returned payment comes back today with the bank's reason", test_returned);
    STORY("a good customer who slows down is rung early, once", test_slowing);
    STORY("a class set by hand decides on the friendly early call", test_slowing_by_hand);
    STORY("a call about an invoice that is paid is not made about the next one", test_paid_what_was_late);
    STORY("who is insolvent is not called about a returned payment", test_returned_insolvent);
    STORY("the first payment of a new customer is thanked for, once", test_thank_you);
    return g_test_run();
}
