/* A payment plan from the first word to its end: agreed, approved, kept, missed, cancelled.  Clock: Tuesday 24 February
 * 2026; Bakkerij Peeters owes 4.852,60 on three invoices, all late. */
#include "desk/check.h"
#include "desk/claim.h"
#include "desk/outbox.h"
#include "desk/plan.h"
#include "desk/queue.h"
#include "outcome_round.h"

#include <locale.h>

#define THREE "parts=3|first=27/02|every=week"

/* --- Looking ----------------------------------------------------------------------------------------------- */

static GPtrArray *plans(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) promises = desk_promises(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    GPtrArray *list = plans_of(round->book.desk, round->peeters, promises, &error);
    g_assert_no_error(error);
    return list;
}

static void newest_is(Round *round, const char *state, int kept, int missed)
{
    g_autoptr(GPtrArray) list = plans(round);
    g_assert_cmpuint(list->len, >, 0);
    const Plan *plan = g_ptr_array_index(list, 0);
    g_assert_cmpstr(PLAN_STATE_SLUGS[plan->state], ==, state);
    g_assert_cmpint(plan->kept, ==, kept);
    g_assert_cmpint(plan->missed, ==, missed);
}

static void day_is(const char *day)
{
    g_autoptr(GError) error = NULL;
    good(clock_fix(day, &error), error);
}

static Cents ask(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) lines = money_lines(round->book.desk->store, round->peeters, clock_today(), &error);
    g_assert_no_error(error);
    return g_array_index(lines, MoneyLine, 0).ask;
}

/* What the outbox says of the agreement. */
static void letter_is(Round *round, const char *state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = outbox_load(round->book.desk, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(list->len, >, 0);
    const OutboxRow *row = g_ptr_array_index(list, 0);
    g_assert_cmpstr(row->document, ==, "agreement");
    g_assert_cmpstr(OUTBOX_STATE_SLUGS[row->state], ==, state);
}

static guint letters_due(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) due = outbox_due(round->book.desk, &error);
    g_assert_no_error(error);
    return due->len;
}

static void sound(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = check_run(round->book.desk, false, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (finding->fault)
            g_error("%s: %s", finding->area, finding->sentence);
    }
}

/* --- Talking ----------------------------------------------------------------------------------------------- */

static void agent_is(Round *round, const char *name)
{
    Desk *desk = round->book.desk;
    g_autofree char *sql = g_strdup_printf("SELECT id FROM agent WHERE name = '%s'", name);
    g_free(desk->agent);
    desk->agent = g_strdup(name);
    desk->agent_id = book_number(&round->book, sql);
}

static void approval_above(Round *round, const char *amount)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(round->book.desk->settings, "plans", "approval_above", amount, &error), error);
}

static void refused_with(Round *round, const char *outcome, const char *typed, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book), *op = store_operation_id();
    OutcomeDone done = {0};
    g_assert_false(say_to(round, round->peeters, outcome, typed, op, &done, &error));
    g_assert_nonnull(error);
    if (strstr(error->message, words) == NULL)
        g_error("“%s” does not say “%s”", error->message, words);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void pay(Round *round, const char *number, Cents amount)
{
    g_autofree char *sql = g_strdup_printf("SELECT id FROM item WHERE number = '%s'", number);
    book_payment(&round->book, book_number(&round->book, sql), amount, "");
}

/* --- Made -------------------------------------------------------------------------------------------------- */

static void test_each_part_is_watched(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE);
    newest_is(round, "running", 0, 0);
    planned_is(round, "plan 2026-03-02 09:30; plan 2026-03-09 09:30; plan 2026-03-16 09:30");
    g_assert_cmpint(ask(round), ==, 0);
    rows_are(round, "SELECT p.amount || ' ' || (p.due - 20508) AS line FROM promise p ORDER BY id",
             "161753 3\n161753 10\n161754 17\n");
    letter_is(round, "waiting");
    sound(round);
}

static void test_what_he_can_pay_each_time(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=2.000|first=27/02|every=month");
    rows_are(round, "SELECT amount AS line FROM promise ORDER BY id", "200000\n200000\n85260\n");
    undo(round);
    say(round, "plan", "parts=30,00|first=27/02|every=week|down=4.800");
    rows_are(round,
             "SELECT p.amount AS line FROM promise p JOIN plan l ON l.id = p.plan_id WHERE l.id = 2 ORDER BY p.id",
             "480000\n3000\n2260\n");
    sound(round);
}

static void test_too_small_an_amount(Round *round, gconstpointer data)
{
    (void)data;
    refused_with(round, "plan", "parts=100|first=27/02|every=month", "would take 49 parts, at most 36: from 134,80");
    refused_with(round, "plan", "parts=0|first=27/02", "how many parts");
    refused_with(round, "plan", "parts=-5|first=27/02", "amount");
}

static void test_parts_add_up_to_the_cent(Round *round, gconstpointer data)
{
    static const char *const typed[] = {"parts=7", "parts=36",      "parts=333,33",
                                        "parts=1", "parts=4852,60", "parts=11|down=0,07"};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autofree char *fields = g_strconcat(typed[i], "|first=31/03|every=month", NULL);
        say(round, "plan", fields);
        g_assert_cmpint(book_number(&round->book, "SELECT sum(amount) FROM promise WHERE plan_id ="
                                                  " (SELECT max(id) FROM plan)"),
                        ==, 485260);
        undo(round);
    }
}

/* --- With interest and costs ------------------------------------------------------------------------------- */

/* Three late invoices between Belgian firms: 40,00 each, and 10,50 % up to today and not a day further: 25,55 for 48
 * days of 1.850,00, 14,60 for 34 days of 1.492,60, 5,65 for 13 days of 1.510,00. */
static void test_charges_are_in_when_asked(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE);
    rows_are(round, "SELECT interest || ' ' || costs AS line FROM plan_terms", "0 0\n");
    undo(round);
    say(round, "plan", THREE "|charges=yes");
    gint64 interest = book_number(&round->book, "SELECT interest FROM plan_terms WHERE plan_id = 2");
    g_assert_cmpint(interest, ==, 2555 + 1460 + 565);
    g_assert_cmpint(book_number(&round->book, "SELECT costs FROM plan_terms WHERE plan_id = 2"), ==, 12000);
    g_assert_cmpint(book_number(&round->book, "SELECT total FROM plan WHERE id = 2"), ==, 485260 + 12000 + interest);
    g_assert_cmpint(book_number(&round->book, "SELECT sum(amount) FROM promise WHERE plan_id = 2"), ==,
                    485260 + 12000 + interest);
    g_assert_cmpint(book_number(&round->book, "SELECT sum(x.amount) FROM promise_item x JOIN promise p"
                                              " ON p.id = x.promise_id WHERE p.plan_id = 2"),
                    ==, 485260);
    money_is(round, 485260, 485260, 0);
    sound(round);
}

/* What is over the invoices is met by what he pays beyond them. */
static void test_charges_are_paid_by_the_last_part(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=1|first=27/02|charges=yes");
    pay(round, "2025-1312", 185000);
    pay(round, "2025-1355", 149260);
    newest_is(round, "running", 0, 0);
    pay(round, "2026-0041", 151000);
    newest_is(round, "running", 0, 0);
    day_is("2026-03-03T09:00");
    newest_is(round, "broken", 0, 1); /* the 165,71 are still missing */
}

static void test_a_consumer_is_asked_for_nothing_more(Round *round, gconstpointer data)
{
    (void)data;
    book_run(&round->book, "UPDATE customer SET kind = 'consumer'", NO_BINDS);
    say(round, "plan", THREE "|charges=yes");
    rows_are(round, "SELECT interest || ' ' || costs || ' ' || falls_due AS line FROM plan_terms", "0 0 0\n");
    g_assert_cmpint(book_number(&round->book, "SELECT total FROM plan"), ==, 485260);
}

/* --- Kept and missed --------------------------------------------------------------------------------------- */

static void test_money_keeps_the_parts(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE);
    day_is("2026-02-27T10:00");
    pay(round, "2025-1312", 161753);
    newest_is(round, "running", 1, 0);
    day_is("2026-03-03T10:00");
    pay(round, "2025-1312", 23247);
    pay(round, "2025-1355", 149260);
    pay(round, "2026-0041", 151000);
    newest_is(round, "kept", 3, 0);
}

static void test_a_missed_part_is_asked_for_and_no_more(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE);
    day_is("2026-03-02T10:00");
    newest_is(round, "late", 0, 1);
    g_assert_cmpint(ask(round), ==, 161753); /* the other two parts stay promised */
    g_autofree char *due = book_text(&round->book, "SELECT detail FROM touchpoint WHERE closed_event IS NULL"
                                                   " AND day <= 20514 ORDER BY day LIMIT 1");
    g_assert_cmpstr(due, ==, "1/3: 1.617,53, 27/02");
    day_is("2026-03-20T10:00");
    newest_is(round, "broken", 0, 3);
    g_assert_cmpint(ask(round), ==, 485260);
}

static void test_a_newer_word_replaces_it(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE);
    say(round, "plan", "parts=2|first=27/02|every=month");
    g_autoptr(GPtrArray) list = plans(round);
    g_assert_cmpuint(list->len, ==, 2);
    g_assert_cmpint(((Plan *)g_ptr_array_index(list, 0))->state, ==, PLAN_RUNNING);
    g_assert_cmpint(((Plan *)g_ptr_array_index(list, 1))->state, ==, PLAN_REPLACED);
    undo(round);
    newest_is(round, "running", 0, 0);
    g_autoptr(GPtrArray) one = plans(round);
    g_assert_cmpuint(one->len, ==, 1);
}

/* --- Made anew ----------------------------------------------------------------------------------------------- */

/* Of all that is late, with what the law adds. */
static Cents claimed(Round *round)
{
    g_autoptr(GError) error = NULL;
    const ClaimQuestion question = {.customer_id = round->peeters, .day = clock_today()};
    g_autoptr(Claim) claim = claim_load(round->book.desk, &question, &error);
    g_assert_no_error(error);
    return g_array_index(claim->totals, ClaimTotal, 0).total;
}

/* What may be asked today once the plan is cancelled; it stands again afterwards. */
static Cents claimed_if_cancelled(Round *round)
{
    say(round, "plan_end", "how=cancelled|why=new days");
    Cents total = claimed(round);
    undo(round);
    return total;
}

static Cents newest_total(Round *round)
{
    return book_number(&round->book, "SELECT total FROM plan ORDER BY id DESC LIMIT 1");
}

static void test_a_plan_asks_what_the_claim_asks(Round *round, gconstpointer data)
{
    (void)data;
    pay(round, "2025-1312", 100000); /* goes to costs and interest first, whatever the list says is open */
    day_is("2026-02-26T10:00");
    Cents total = claimed(round);
    say(round, "plan", "parts=3|first=6/3|every=week|charges=yes");
    g_assert_cmpint(newest_total(round), ==, total);
    sound(round);
}

static void test_made_anew_charges_are_those_without_the_old_plan(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE "|charges=yes");
    day_is("2026-03-03T10:00"); /* nothing came: one part missed, two still put off */
    Cents total = claimed_if_cancelled(round);
    g_assert_cmpint(total, >, 485260 + 12000);
    say(round, "plan", "parts=4|first=10/3|every=week|charges=yes");
    g_assert_cmpint(newest_total(round), ==, total);
    g_autoptr(GPtrArray) list = plans(round);
    g_assert_cmpint(((Plan *)g_ptr_array_index(list, 1))->state, ==, PLAN_REPLACED);
    sound(round);
    undo(round);
    newest_is(round, "late", 0, 1);
}

/* What is over is over: the list of plans shows the new one alone, until that is refused. */
static void test_made_anew_a_broken_one_is_replaced(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE);
    day_is("2026-03-20T10:00");
    newest_is(round, "broken", 0, 3);
    approval_above(round, "1000");
    say(round, "plan", "parts=2|first=27/03|every=week|down=500");
    g_autoptr(GPtrArray) list = plans(round);
    g_assert_cmpint(((Plan *)g_ptr_array_index(list, 1))->state, ==, PLAN_REPLACED);
    rows_are(round, "SELECT detail AS line FROM touchpoint WHERE reason = 'plan' AND closed_event IS NULL ORDER BY day",
             "down payment: 500,00, 20/03\n1/2: 2.176,30, 27/03\n2/2: 2.176,30, 03/04\n");
    agent_is(round, "els");
    say(round, "plan_answer", "how=refused|why=too long");
    g_autoptr(GPtrArray) after = plans(round);
    g_assert_cmpint(((Plan *)g_ptr_array_index(after, 1))->state, ==, PLAN_BROKEN);
    sound(round);
}

static void test_made_anew_what_was_paid_counts(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", THREE "|charges=yes");
    day_is("2026-02-27T10:00");
    pay(round, "2025-1312", 167280);
    day_is("2026-03-11T10:00"); /* the second part is missed */
    newest_is(round, "late", 1, 1);
    Cents total = claimed_if_cancelled(round);
    say(round, "plan", "parts=2|first=20/3|every=week|charges=yes");
    g_assert_cmpint(newest_total(round), ==, total);
    g_assert_cmpint(book_number(&round->book, "SELECT interest + costs FROM plan_terms ORDER BY plan_id DESC LIMIT 1"),
                    ==, total - (485260 - 167280));
    sound(round);
}

/* A plan of one of his invoices, the oldest first. */
static void say_of(Round *round, guint index, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    for (guint i = 0; i < card->items->len; i++)
        ((CardItem *)g_ptr_array_index(card->items, i))->marked = i == index;
    g_autoptr(Form) form =
        form_new(round->book.desk, card, playbook_outcome(round->book.desk->playbook, "plan"), &error);
    const OutcomeCall call = {.op = op, .duration = 120, .contact_id = round->an, .note = ""};
    good(type_into(form, typed, &error) && outcome_log(round->book.desk, form, &call, &done, &error), error);
    outcome_done_clear(&done);
}

/* The other plan goes on, and what it puts off bears nothing. */
static void test_made_anew_for_one_invoice(Round *round, gconstpointer data)
{
    (void)data;
    say_of(round, 0, "parts=1|first=27/02|every=week");
    say_of(round, 1, "parts=1|first=27/02|every=week|charges=yes");
    g_assert_cmpint(book_number(&round->book, "SELECT interest FROM plan_terms WHERE plan_id = 2"), ==, 1460);
    newest_is(round, "running", 0, 0);
    g_autoptr(GPtrArray) list = plans(round);
    g_assert_cmpint(((Plan *)g_ptr_array_index(list, 1))->state, ==, PLAN_RUNNING);
}

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
#define TEST(words, name) g_test_add("/plan/" words, Round, NULL, start, name, end)
    TEST("each part is a promise and is watched", test_each_part_is_watched);
    TEST("what he can pay each time makes the number of parts", test_what_he_can_pay_each_time);
    TEST("an amount that takes too many parts says from where on it works", test_too_small_an_amount);
    TEST("the parts add up to the cent, the last takes the rest", test_parts_add_up_to_the_cent);
    TEST("interest and costs are in when asked, as the law allows today", test_charges_are_in_when_asked);
    TEST("what is over the invoices is missing until it is paid", test_charges_are_paid_by_the_last_part);
    TEST("a consumer without a clause is asked for nothing more", test_a_consumer_is_asked_for_nothing_more);
    TEST("money keeps the parts, first in first out", test_money_keeps_the_parts);
    TEST("a missed part is asked for, the others stay promised", test_a_missed_part_is_asked_for_and_no_more);
    TEST("a newer plan replaces it, and undo brings it back", test_a_newer_word_replaces_it);
    TEST("a plan with charges asks what the claim asks", test_a_plan_asks_what_the_claim_asks);
    TEST("made anew its charges are those without the old plan", test_made_anew_charges_are_those_without_the_old_plan);
    TEST("made anew a broken one is replaced until the new one is refused", test_made_anew_a_broken_one_is_replaced);
    TEST("made anew what was paid meanwhile counts", test_made_anew_what_was_paid_counts);
    TEST("made for one invoice the plan of another goes on", test_made_anew_for_one_invoice);
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
