/* A payment plan that is asked, approved or refused, replaced, cancelled or called in. */
#include "plan_round.h"

#include <locale.h>

/* --- Asked and answered ------------------------------------------------------------------------------------- */

static void test_over_the_amount_it_is_asked(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "4852");
    say(round, "plan", THREE);
    newest_is(round, "asked", 0, 0);
    planned_is(round,
               "plan_approval 2026-02-24 els; plan 2026-03-02 09:30; plan 2026-03-09 09:30; plan 2026-03-16 09:30");
    g_assert_cmpint(ask(round), ==, 0); /* nobody rings him meanwhile */
    letter_is(round, "held");
    day_is("2026-02-24T14:30");
    g_assert_cmpuint(letters_due(round), ==, 0);
    sound(round);
}

static bool in_queue(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Queue) queue = queue_load(round->book.desk, &(QueueOptions){0}, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < queue->rows->len; i++)
        if (((const QueueRow *)g_ptr_array_index(queue->rows, i))->customer_id == round->peeters)
            return true;
    return false;
}

/* The down payment is not seen at the bank, and nobody has said yes yet: he is not rung about it.  Once a day of the
 * plan has passed somebody must speak with him. */
static void test_asked_nobody_rings_him(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    say(round, "plan", "parts=3|first=6/3|every=week|down=500");
    day_is("2026-02-27T10:00");
    newest_is(round, "asked", 0, 1);
    g_assert_false(in_queue(round));
    day_is("2026-03-09T10:00");
    g_assert_true(in_queue(round));
    day_is("2026-02-27T10:00");
    agent_is(round, "els");
    g_assert_true(in_queue(round)); /* for her answer */
    say(round, "plan_answer", "how=approved");
    agent_is(round, "an");
    g_assert_true(in_queue(round)); /* the down payment is missing */
}

static void test_up_to_the_amount_it_is_not(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "4853");
    say(round, "plan", THREE);
    newest_is(round, "running", 0, 0);
    letter_is(round, "waiting");
}

static void test_a_supervisor_needs_nobody(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    agent_is(round, "els");
    say(round, "plan", THREE);
    newest_is(round, "running", 0, 0);
    planned_is(round, "plan 2026-03-02 09:30; plan 2026-03-09 09:30; plan 2026-03-16 09:30");
}

static void test_without_a_supervisor_it_cannot_be_asked(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    book_run(&round->book, "UPDATE agent SET role = 'agent'", NO_BINDS);
    refused_with(round, "plan", THREE, "plans.supervisors");
}

static void test_approved_the_letter_leaves(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    say(round, "plan", THREE);
    day_is("2026-02-25T09:00");
    refused_with(round, "plan_answer", "how=approved", "Only a supervisor");
    agent_is(round, "els");
    g_autofree char *before = book_state(&round->book);
    say(round, "plan_answer", "how=approved");
    newest_is(round, "running", 0, 0);
    planned_is(round, "plan 2026-03-02 09:30; plan 2026-03-09 09:30; plan 2026-03-16 09:30");
    letter_is(round, "waiting");
    day_is("2026-02-25T09:02");
    g_assert_cmpuint(letters_due(round), ==, 1);
    undo(round);
    newest_is(round, "asked", 0, 0);
    g_assert_cmpuint(letters_due(round), ==, 0);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void test_a_day_that_has_passed_is_not_approved(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    say(round, "plan", THREE);
    agent_is(round, "els");
    day_is("2026-03-02T09:00");
    refused_with(round, "plan_answer", "how=approved", "refuse this plan and agree new days");
}

static void test_refused_no_letter_leaves(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    say(round, "plan", THREE);
    agent_is(round, "els");
    g_autofree char *before = book_state(&round->book);
    say(round, "plan_answer", "how=refused|why=too long");
    newest_is(round, "refused", 0, 0);
    g_assert_cmpint(ask(round), ==, 485260);
    planned_is(round, "call 2026-02-24");
    letter_is(round, "recalled");
    refused_with(round, "plan_answer", "how=approved", "no payment plan that is running");
    sound(round);
    undo(round);
    newest_is(round, "asked", 0, 0);
    letter_is(round, "held");
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void test_replaced_nobody_is_asked(Round *round, gconstpointer data)
{
    (void)data;
    approval_above(round, "1000");
    say(round, "plan", THREE);
    approval_above(round, "0");
    say(round, "plan", "parts=2|first=27/02|every=month");
    planned_is(round, "plan 2026-03-02 09:30; plan 2026-03-30 09:30");
}

static void test_replaced_its_letter_does_not_leave(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "promise", "amount=1.000|by=27/02|confirm=yes");
    g_autofree char *before = book_state(&round->book);
    say(round, "plan", THREE);
    rows_are(round, "SELECT document || ' ' || state AS line FROM outbox ORDER BY id",
             "confirmation recalled\nagreement waiting\n");
    say(round, "plan", "parts=2|first=27/02|every=month");
    rows_are(round, "SELECT document || ' ' || state AS line FROM outbox ORDER BY id",
             "confirmation recalled\nagreement recalled\nagreement waiting\n");
    undo(round);
    rows_are(round, "SELECT document || ' ' || state AS line FROM outbox ORDER BY id",
             "confirmation recalled\nagreement waiting\nagreement recalled\n");
    undo(round);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

/* --- Cancelled ---------------------------------------------------------------------------------------------- */

static void due_tomorrow(Round *round)
{
    book_run(&round->book, "UPDATE item SET due = :day WHERE number = '2026-0041'",
             BINDS(DAY("day", iso("2026-04-30"))));
}

static void test_cancelled_the_invoices_are_due_on_their_own_days(Round *round, gconstpointer data)
{
    (void)data;
    due_tomorrow(round);
    say(round, "plan", "parts=3|first=27/02|every=week");
    g_autofree char *before = book_state(&round->book);
    say(round, "plan_end", "how=cancelled|why=he asked for it");
    newest_is(round, "cancelled", 0, 0);
    rows_are(round, "SELECT count(*) AS line FROM item WHERE called_in IS NOT NULL", "0\n");
    g_assert_cmpint(ask(round), ==, 485260);
    planned_is(round, "call 2026-02-24");
    letter_is(round, "recalled");
    sound(round);
    undo(round);
    newest_is(round, "running", 0, 0);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static Cents overdue(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) lines = money_lines(round->book.desk->store, round->peeters, clock_today(), &error);
    g_assert_no_error(error);
    return g_array_index(lines, MoneyLine, 0).overdue;
}

/* Two invoices are late, the third falls due in April; the plan is about all three. */
static void test_the_rest_falls_due_where_that_was_agreed(Round *round, gconstpointer data)
{
    (void)data;
    book_run(&round->book, "UPDATE item SET due = :day", BINDS(DAY("day", iso("2026-04-30"))));
    say(round, "plan", THREE "|falls_due=yes");
    refused_with(round, "plan_end", "how=called_in|why=x", "No part was missed");
    day_is("2026-03-03T10:00");
    g_assert_cmpint(overdue(round), ==, 0);
    g_autofree char *before = book_state(&round->book);
    say(round, "plan_end", "why=first part not paid");
    newest_is(round, "called_in", 0, 1);
    day_is("2026-03-04T10:00");
    g_assert_cmpint(overdue(round), ==, 485260);
    g_assert_cmpint(ask(round), ==, 485260);
    sound(round);
    day_is("2026-03-03T11:00");
    undo(round);
    day_is("2026-03-04T10:00");
    g_assert_cmpint(overdue(round), ==, 0);
    newest_is(round, "late", 0, 1);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void test_it_does_not_fall_due_where_nobody_agreed(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE "|falls_due=no");
    day_is("2026-03-03T10:00");
    refused_with(round, "plan_end", "how=called_in|why=x", "does not say that the rest falls due");
    say(round, "plan_end", "why=new talk");
    newest_is(round, "cancelled", 0, 1);
}

static void test_check_repairs_what_a_plan_called_in(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    say(round, "plan", THREE);
    day_is("2026-03-03T10:00");
    say(round, "plan_end", "why=first part not paid");
    book_run(&round->book, "UPDATE item SET called_in = NULL", NO_BINDS);
    g_autoptr(GPtrArray) findings = check_run(round->book.desk, true, &error);
    g_assert_no_error(error);
    g_assert_nonnull(findings);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM item WHERE called_in = 20515"), ==, 3);
}

static void test_nothing_to_decide(Round *round, gconstpointer data)
{
    (void)data;
    refused_with(round, "plan_end", "why=x", "no payment plan that is running");
    agent_is(round, "els");
    refused_with(round, "plan_answer", "how=approved", "no payment plan that is running");
    say(round, "plan", THREE);
    refused_with(round, "plan_answer", "how=approved", "No plan of this customer waits");
}

/* --- Of everybody -------------------------------------------------------------------------------------------- */

static void test_what_waits_for_an_answer_comes_first(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    say(round, "plan", THREE);
    approval_above(round, "10");
    gint64 other = book_customer(&round->book, "10999", "Zonnehoeve");
    book_item(&round->book, other, "Z1", "2026-01-01", "2026-01-31", 50000);
    book_planned(&round->book, other);
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    good(say_to(round, other, "plan", THREE, op, &done, &error), error);
    outcome_done_clear(&done);
    g_autoptr(GPtrArray) all = plans_load(round->book.desk, false, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(all->len, ==, 2);
    const Plan *first = g_ptr_array_index(all, 0), *second = g_ptr_array_index(all, 1);
    g_assert_cmpstr(first->number, ==, "10999");
    g_assert_cmpint(first->state, ==, PLAN_ASKED);
    g_assert_cmpstr(second->number, ==, "10418");
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define TEST(words, name) g_test_add("/plan end/" words, Round, NULL, start, name, end)
    TEST("over the amount it is asked: no letter, no call", test_over_the_amount_it_is_asked);
    TEST("asked nobody rings him about a part until its first day has passed", test_asked_nobody_rings_him);
    TEST("up to the amount nobody is asked", test_up_to_the_amount_it_is_not);
    TEST("a supervisor needs nobody's yes", test_a_supervisor_needs_nobody);
    TEST("without a supervisor it cannot be asked", test_without_a_supervisor_it_cannot_be_asked);
    TEST("approved by a supervisor the letter leaves, and undo holds it again", test_approved_the_letter_leaves);
    TEST("a plan of which a day has passed is not approved", test_a_day_that_has_passed_is_not_approved);
    TEST("refused no letter leaves and the customer hears it today", test_refused_no_letter_leaves);
    TEST("of a plan that was replaced nobody is asked any more", test_replaced_nobody_is_asked);
    TEST("replaced its letter does not leave, and undo lets it wait again", test_replaced_its_letter_does_not_leave);
    TEST("cancelled the invoices are due on their own days", test_cancelled_the_invoices_are_due_on_their_own_days);
    TEST("the rest falls due where that was agreed and a part was missed",
         test_the_rest_falls_due_where_that_was_agreed);
    TEST("it does not fall due where nobody agreed to that", test_it_does_not_fall_due_where_nobody_agreed);
    TEST("check rebuilds what a plan made due", test_check_repairs_what_a_plan_called_in);
    TEST("without a plan there is nothing to decide", test_nothing_to_decide);
    TEST("of everybody: what waits for an answer comes first", test_what_waits_for_an_answer_comes_first);
    return g_test_run();
}
