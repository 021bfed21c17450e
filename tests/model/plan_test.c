/* A payment plan that is made, kept, missed, and made anew. */
#include "plan_round.h"

#include <locale.h>

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
    return g_test_run();
}
