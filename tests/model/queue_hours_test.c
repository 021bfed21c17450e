/* The day by hour, and who works at the desks. */
#include "desk/agents.h"
#include "desk/outcome.h"
#include "desk/queue.h"
#include "desk/touchpoint.h"
#include "desk_book.h"
#include <locale.h>

static void log_no_answer(Book *book, gint64 customer_id, const char *op)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Card) card = card_load(book->desk, customer_id, &error);
    g_assert_no_error(error);
    g_autoptr(Form) form = form_new(book->desk, card, playbook_outcome(book->desk->playbook, "N"), &error);
    g_assert_no_error(error);
    OutcomeDone done = {0};
    good(outcome_log(book->desk, form, &(OutcomeCall){.op = op, .note = ""}, &done, &error), error);
    outcome_done_clear(&done);
}

static void calls_count_in_the_hour_they_were_made_and_not_once_they_are_undone(void)
{
    Book book;
    QueueHours hours;
    g_autoptr(GError) error = NULL;
    book_start(&book);
    gint64 peeters = book_peeters(&book);
    log_no_answer(&book, peeters, "op-1");
    good(queue_hours(book.desk, NULL, &hours, &error), error);
    g_assert_cmpint(hours.made[14], ==, 1);
    good(queue_hours(book.desk, "jo", &hours, &error), error);
    g_assert_cmpint(hours.made[14], ==, 0);
    g_autofree char *toast = NULL;
    good(outcome_undo(book.desk, 0, "op-2", &peeters, &toast, &error), error);
    good(queue_hours(book.desk, NULL, &hours, &error), error);
    g_assert_cmpint(hours.made[14], ==, 0);
    book_end(&book);
}

static void what_is_planned_for_an_hour_of_today_stands_in_that_hour(void)
{
    Book book;
    QueueHours hours;
    g_autoptr(GError) error = NULL;
    book_start(&book);
    gint64 peeters = book_peeters(&book);
    Day today = clock_today();
    const Moment moments[] = {{today, 16 * 60 + 30}, {today, MINUTE_NONE}, {day_plus(today, 1), 16 * 60}};
    book_begin(&book);
    for (size_t i = 0; i < G_N_ELEMENTS(moments); i++) {
        Touchpoint wanted = {.customer_id = peeters,
                             .reason = (char *)"callback",
                             .detail = (char *)"",
                             .owner = (char *)"",
                             .when = moments[i],
                             .timed = moments[i].minute != MINUTE_NONE};
        good(touchpoint_plan(book.desk, &wanted, 0, NULL, &error), error);
    }
    book_commit(&book);
    good(queue_hours(book.desk, NULL, &hours, &error), error);
    g_assert_cmpint(hours.planned[16], ==, 1);
    int all = 0;
    for (int hour = 0; hour < 24; hour++)
        all += hours.planned[hour];
    g_assert_cmpint(all, ==, 1);
    book_end(&book);
}

static void colleagues_are_people_in_order_of_name(void)
{
    Book book;
    g_autoptr(GError) error = NULL;
    book_start(&book);
    book_run(&book, "INSERT INTO agent (name) VALUES ('zoe'), ('jo')", NO_BINDS);
    book_run(&book, "INSERT INTO agent (name, active) VALUES ('gone', 0)", NO_BINDS);
    g_auto(GStrv) names = agents_all(book.desk, &error);
    g_assert_no_error(error);
    g_autofree char *all = g_strjoinv(" ", names);
    g_assert_cmpstr(all, ==, "an jo zoe");
    book_end(&book);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/queue/hours/made", calls_count_in_the_hour_they_were_made_and_not_once_they_are_undone);
    g_test_add_func("/queue/hours/planned", what_is_planned_for_an_hour_of_today_stands_in_that_hour);
    g_test_add_func("/queue/agents", colleagues_are_people_in_order_of_name);
    return g_test_run();
}
