/* The supervisor's page: ageing, twenty working days, desks, and what needs somebody. */
#include "desk/overview.h"
#include "desk_calls.h"

#include <locale.h>

static Overview *overview(Book *book)
{
    g_autoptr(GError) error = NULL;
    Overview *seen = overview_load(book->desk, &error);
    g_assert_no_error(error);
    return seen;
}

static const OverviewDesk *desk_of(const Overview *seen, const char *agent)
{
    for (guint i = 0; i < seen->desks->len; i++) {
        const OverviewDesk *row = g_ptr_array_index(seen->desks, i);
        if (strcmp(row->agent, agent) == 0)
            return row;
    }
    return NULL;
}

static void test_ageing(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book); /* 48, 34 and 13 days late on 24 February */
    book_item(book, peeters, "2026-0090", "2026-02-20", "2026-03-20", 10000);
    book_item(book, peeters, "2026-0091", "2026-02-20", "2026-02-24", 1000); /* due today is not late */
    book_item(book, peeters, "2025-0900", "2025-09-01", "2025-10-01", 500);
    book_item(book, peeters, "C-1", "2026-01-01", "2026-01-01", -700);
    book_run(book,
             "INSERT INTO item (customer_id, kind, number, due, currency, amount, ledger_open, open)"
             " VALUES (1, 'invoice', 'P-1', 20000, 'GBP', 900, 900, 900)",
             NO_BINDS);
    g_autoptr(Overview) seen = overview(book);
    static const Cents bands[AGE_BANDS] = {11000, 151000, 185000 + 149260, 0, 500};
    for (int i = 0; i < AGE_BANDS; i++)
        g_assert_cmpint(seen->band[i], ==, bands[i]);
    g_assert_cmpint(seen->total, ==, 485260 + 11500);
    g_assert_cmpint(seen->late, ==, seen->total - 11000);
    g_assert_cmpint(seen->class_open[1], ==, seen->total);
}

static void test_bands(void)
{
    static const int first_day[AGE_BANDS] = {G_MININT, 1, 31, 61, 91};
    for (int i = 0; i < AGE_BANDS; i++) {
        g_assert_cmpint(age_band(first_day[i]), ==, i);
        g_assert_cmpint(age_band(i + 1 < AGE_BANDS ? first_day[i + 1] - 1 : G_MAXINT), ==, i);
    }
}

static void test_working_days(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    g_autoptr(GError) error = NULL;
    good(clock_fix("2026-02-21T10:00", &error), error); /* a Saturday: counts on Monday */
    book_call(book, peeters, &(Call){"promise", "", NULL, 185000, 0, NULL});
    good(clock_fix("2026-02-24T10:00", &error), error);
    book_call(book, peeters, &(Call){"no_answer", "", NULL, 0, 0, NULL});
    book_payment(book, book_number(book, "SELECT id FROM item WHERE number = '2025-1312'"), 185000, "");
    g_autoptr(Overview) seen = overview(book);
    int last = OVERVIEW_DAYS - 1;
    g_assert_cmpint(seen->day[last].number, ==, clock_today().number);
    g_assert_cmpint(day_weekday(seen->day[last - 1]), ==, 1);
    for (int i = 0; i < last; i++) {
        g_assert_cmpint(seen->day[i].number, <, seen->day[i + 1].number);
        g_assert_cmpint(day_weekday(seen->day[i]), <=, 5);
    }
    g_assert_cmpint(seen->calls[last - 1], ==, 1);
    g_assert_cmpint(seen->reached[last - 1], ==, 1);
    g_assert_cmpint(seen->calls[last], ==, 1);
    g_assert_cmpint(seen->reached[last], ==, 0);
    g_assert_cmpint(seen->received[last], ==, 185000);
    g_assert_cmpint(seen->bank_day.number, ==, clock_today().number);
    g_assert_cmpuint(seen->reasons->len, ==, 2);
    g_assert_cmpint(((OverviewReason *)g_ptr_array_index(seen->reasons, 0))->amount, ==, 185000);
}

static void test_desks(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book), lens = book_customer(book, "2", "Lens"),
           nobody = book_customer(book, "3", "Free");
    gint64 jo = book_agent(book, "jo");
    book_run(book, "UPDATE customer SET agent_id = :me WHERE id = :id",
             BINDS(INTEGER("me", book->desk->agent_id), INTEGER("id", peeters)));
    book_run(book, "UPDATE customer SET agent_id = :jo WHERE id = :id", BINDS(INTEGER("jo", jo), INTEGER("id", lens)));
    gint64 call = book_call(book, peeters, &(Call){"promise", "", NULL, 5000, 60, NULL});
    book_promise(book, call, peeters, book_number(book, "SELECT id FROM item WHERE number = '2025-1312'"),
                 iso("2026-02-27"), 5000);
    Day today = clock_today();
    book_plan(book, peeters, 0, "callback", (Moment){today, 14 * 60}, true); /* seven minutes late */
    book_plan(book, peeters, 0, "callback", (Moment){today, 16 * 60}, true);
    book_plan(book, lens, 0, "retry", (Moment){today, MINUTE_NONE}, false);
    book_plan(book, nobody, 0, "retry", (Moment){today, MINUTE_NONE}, false);
    book_plan(book, nobody, 0, "retry", (Moment){day_plus(today, 1), MINUTE_NONE}, false);
    g_autoptr(Overview) seen = overview(book);
    g_assert_cmpuint(seen->desks->len, ==, 3);
    const OverviewDesk *mine = desk_of(seen, "an");
    g_assert_cmpint(mine->due, ==, 2); /* one done, one to go */
    g_assert_cmpint(mine->done, ==, 1);
    g_assert_cmpint(mine->reached, ==, 1);
    g_assert_cmpint(mine->open_callbacks, ==, 2);
    g_assert_cmpint(mine->late_callbacks, ==, 1);
    g_assert_cmpint(mine->promised, ==, 5000);
    g_assert_cmpint(mine->kept_percent, ==, -1);
    g_assert_cmpint(desk_of(seen, "jo")->due, ==, 1);
    g_assert_cmpint(desk_of(seen, "")->due, ==, 1);
    g_assert_cmpstr(((OverviewDesk *)g_ptr_array_index(seen->desks, 2))->agent, ==, "");
}

static void test_promises_kept(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book);
    gint64 one = book_number(book, "SELECT id FROM item WHERE number = '2025-1312'");
    gint64 two = book_number(book, "SELECT id FROM item WHERE number = '2025-1355'");
    gint64 three = book_number(book, "SELECT id FROM item WHERE number = '2026-0041'");
    g_autoptr(GError) error = NULL;
    good(clock_fix("2026-02-10T10:00", &error), error);
    gint64 call = book_call(book, peeters, &(Call){"promise", "", NULL, 0, 0, NULL});
    book_promise(book, call, peeters, one, iso("2026-02-16"), 185000);
    book_promise(book, call, peeters, two, iso("2026-02-17"), 149260);
    book_promise(book, call, peeters, three, iso("2026-02-18"), 151000);
    good(clock_fix("2026-02-12T10:00", &error), error);
    book_payment(book, one, 185000, "");
    good(clock_fix("2026-02-24T10:00", &error), error);
    g_autoptr(Overview) seen = overview(book);
    g_assert_cmpint(seen->kept_percent, ==, 33);
    g_assert_cmpint(seen->kept_percent_before, ==, -1);
    g_assert_cmpint(desk_of(seen, "an")->kept_percent, ==, 33);
    g_assert_cmpuint(seen->needs->len, ==, 1);
    const OverviewNeed *need = g_ptr_array_index(seen->needs, 0);
    g_assert_cmpint(need->customer_id, ==, peeters);
    g_assert_cmpstr(need->number, ==, "10418");
    g_assert_cmpstr(need->text, ==, "2 promises not kept");
    g_assert_cmpint(need->amount, ==, 149260 + 151000);
}

static void test_what_is_overdue(Book *book, gconstpointer data)
{
    (void)data;
    gint64 peeters = book_peeters(book), lens = book_customer(book, "2", "Lens");
    gint64 item = book_number(book, "SELECT id FROM item WHERE number = '2025-1312'");
    gint64 call = book_call(book, peeters, &(Call){"dispute", "", NULL, 0, 0, NULL});
    book_run(book,
             "INSERT INTO dispute (event_id, customer_id, item_id, amount, currency, reason, what, owner, deadline)"
             " VALUES (:event, :customer, :item, 5000, 'EUR', 'price', 'wrong price', 'Tom', :deadline)",
             BINDS(INTEGER("event", call), INTEGER("customer", peeters), INTEGER("item", item),
                   DAY("deadline", day_plus(clock_today(), -12))));
    book_plan(book, lens, 0, "callback", (Moment){clock_today(), 13 * 60}, true);
    g_autoptr(Overview) seen = overview(book);
    g_assert_cmpuint(seen->needs->len, ==, 2);
    g_assert_cmpstr(((OverviewNeed *)g_ptr_array_index(seen->needs, 0))->text, ==, "dispute 12 days late, Tom");
    g_assert_nonnull(
        strstr(((OverviewNeed *)g_ptr_array_index(seen->needs, 1))->text, "callback of Tue 24 Feb 13:00 not made"));
    book_undo(book, call, peeters);
    g_autoptr(Overview) after = overview(book);
    g_assert_cmpuint(after->needs->len, ==, 1);
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

#define STORY(name, function) g_test_add("/overview/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overview/a band of age ends after day 0, 30, 60 and 90", test_bands);
    STORY("open amounts by age, one currency only", test_ageing);
    STORY("twenty working days, a day off counts on the next", test_working_days);
    STORY("each desk its due, done, callbacks and promises", test_desks);
    STORY("promises of four weeks, and who breaks them", test_promises_kept);
    STORY("disputes and callbacks past their day need somebody", test_what_is_overdue);
    return g_test_run();
}
