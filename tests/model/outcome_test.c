/* Every letter of the shipped playbook: what is recorded and what is planned next. */
#include "outcome_round.h"

#include <locale.h>

static void test_no_answer(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "N", "");
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = touchpoints_of(round->book.desk, round->peeters, &error);
    g_assert_cmpuint(list->len, ==, 1);
    const Touchpoint *next = g_ptr_array_index(list, 0);
    g_assert_cmpstr(next->reason, ==, "no_answer");
    g_assert_cmpint(next->when.day.number, ==, iso("2026-02-25").number);
    g_assert_cmpint(next->when.minute, <, 12 * 60); /* called in the afternoon, so the morning */
    g_assert_false(next->timed);
    say(round, "N", "how=busy");
    planned_is(round, "no_answer 2026-02-24 14:27"); /* engaged: in twenty minutes, in place of the older retry */
}

static void test_fourth_attempt(Round *round, gconstpointer data)
{
    (void)data;
    for (int attempt = 1; attempt <= 4; attempt++)
        say(round, "N", "retry=+3");
    rows_are(round,
             "SELECT reason || ' ' || day AS line FROM touchpoint WHERE closed_event IS NULL AND reason = 'letter'",
             "letter 20508\n");
}

static void test_callback(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "B", "when=tomorrow 14:30");
    planned_is(round, "callback 2026-02-25 14:30 rings");
    rows_are(round, "SELECT zone || ' ' || contact_id AS line FROM touchpoint WHERE timed = 1", "Europe/Brussels 1\n");
    say(round, "N", "retry=+2 9:15"); /* an attempt before the hour keeps the appointment */
    planned_is(round, "callback 2026-02-25 14:30 rings; no_answer 2026-02-26 09:15");
    say(round, "G", "");
    planned_is(round, "callback 2026-02-25 14:30 rings; no_answer 2026-02-26 09:15"); /* good: what was planned stays */
    say(round, "P", "by=fr");
    planned_is(round, "promise 2026-03-02 09:30");
}

static void test_cheque(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "C", "number=4471902|posted=yesterday|bank=KBC");
    planned_is(round, "cheque 2026-03-02");
    rows_are(round, PROMISES, "cheque 485260 due 6 deadline 6 cheque4471902\n");
    rows_are(round, "SELECT (posted - 20508) || ' ' || cheque_bank AS line FROM promise", "-1 KBC\n");
    money_is(round, 485260, 485260, 0);
}

static void test_promise(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "P", "by=fr");
    planned_is(round, "promise 2026-03-02 09:30");
    rows_are(round, PROMISES, "promise 485260 due 3 deadline 6 transfer\n");
    rows_are(round,
             "SELECT i.number || ' ' || x.amount AS line FROM promise_item x JOIN item i ON i.id = x.item_id"
             " ORDER BY x.position",
             "2025-1312 185000\n2025-1355 149260\n2026-0041 151000\n");
    rows_are(round,
             "SELECT document || ' ' || channel || ' ' || recipient || ' ' || (ready_utc - e.utc) || ' ' || state"
             " AS line FROM outbox o JOIN event e ON e.id = o.event_id",
             "confirmation email books@peeters.example 60 waiting\n");
    g_autofree char *amount = book_text(&round->book, "SELECT value FROM event_answer WHERE field = 'amount'");
    g_assert_cmpstr(amount, ==, "4852.60");
    g_autofree char *by = book_text(&round->book, "SELECT value FROM event_answer WHERE field = 'by'");
    g_assert_cmpstr(by, ==, "2026-02-27");
    g_autofree char *note = book_text(&round->book, "SELECT value FROM event_answer WHERE field = 'note'");
    g_assert_cmpstr(note, ==, "said so");
    g_autofree char *spoken = book_text(&round->book, "SELECT value FROM event_answer WHERE field = 'spoken_to'");
    g_assert_cmpstr(spoken, ==, "An Wils");
    rows_are(
        round,
        "SELECT kind || ' ' || outcome || ' ' || duration || ' ' || amount || ' ' || contact_id AS line FROM event",
        "call promise 120 485260 1\n");
}

static void test_in_system(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "I", "run=27/2|missing=approval|approver=Luc Peeters");
    planned_is(round, "approval 2026-02-25; in_system 2026-03-03");
    rows_are(round, "SELECT reason || ' ' || contact_id AS line FROM touchpoint WHERE reason = 'approval'",
             "approval 2\n");
}

static void test_away(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "A", "back=ma|deputy=Kim");
    planned_is(round, "away 2026-03-02 09:20");
    rows_are(round,
             "SELECT name || ' ' || (absent_until - 20508) || ' ' || deputy || ' ' || edited AS line FROM contact"
             " WHERE absent_until IS NOT NULL",
             "An Wils 6 Kim 1\n");
}

static void test_lost(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "L", "");
    planned_is(round, "resend 2026-02-26");
    rows_are(round, "SELECT document || ' ' || channel || ' ' || recipient || ' ' || items AS line FROM outbox",
             "copy_qr email books@peeters.example 2 3 4\n");
}

static void test_dispute(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=3% discount|owner=tom|rest_by=fr");
    planned_is(round, "dispute 2026-03-02 tom; promise 2026-03-02 09:30; dispute_late 2026-03-03");
    rows_are(round,
             "SELECT i.number || ' ' || d.amount || ' ' || d.reason || ' ' || d.what || ' ' || d.owner || ' '"
             " || (d.deadline - 20508) AS line FROM dispute d JOIN item i ON i.id = d.item_id",
             "2025-1355 29260 price 3% discount tom 6\n");
    rows_are(round, PROMISES, "promise 456000 due 3 deadline 6 \n");
    money_is(round, 485260, 456000, 29260);
    rows_are(round, "SELECT reason AS line FROM touchpoint WHERE dispute_id IS NOT NULL", "dispute\ndispute_late\n");
}

static void test_plan(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "S", "parts=3|first=1/3");
    rows_are(round, PROMISES,
             "instalment 161753 due 6 deadline 7 \ninstalment 161753 due 36 deadline 37 \n"
             "instalment 161754 due 69 deadline 70 \n");
    planned_is(round, "plan 2026-03-03 09:30; plan 2026-04-02 09:30; plan 2026-05-05 09:30");
    rows_are(round, "SELECT parts || ' ' || every || ' ' || total AS line FROM plan", "3 month 485260\n");
    rows_are(round,
             "SELECT count(*) AS line FROM touchpoint t JOIN promise p ON p.id = t.promise_id"
             " AND p.plan_id IS NOT NULL AND p.deadline = t.day WHERE t.closed_event IS NULL",
             "3\n");
    money_is(round, 485260, 485260, 0);
}

static void test_refuses(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "R", "reason=money|next=chief|deadline=3/3");
    g_autofree char *text = planned(round, round->peeters);
    g_assert_true(g_str_has_prefix(text, "chief 2026-02-25 els; notice 2026-03-03"));
}

static void test_wrong_number(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "W", "number=+3252441809");
    planned_is(round, "find_no 2026-02-24 16:00");
    rows_are(round, "SELECT raw || ' ' || (wrong_since - 20508) AS line FROM phone WHERE wrong_since IS NOT NULL",
             "+3252441809 0\n");
    say(round, "W", "number=+3252441807|new=+32 52 44 18 11");
    rows_are(round,
             "SELECT c.name || ' ' || p.e164 || ' ' || coalesce(p.wrong_since - 20508, -1) AS line FROM phone p"
             " JOIN contact c ON c.id = p.contact_id WHERE c.name = 'Luc Peeters' ORDER BY p.position",
             "Luc Peeters +3252441807 0\nLuc Peeters +3252441811 -1\n");
}

static void test_says_paid(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "O", "paid_on=yesterday");
    planned_is(round, "paid_check 2026-02-26");
    rows_are(round, PROMISES, "paid 485260 due 2 deadline 2 \n");
}

static void test_good(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    say(round, "G", "");
    g_autoptr(GPtrArray) list = touchpoints_of(round->book.desk, round->peeters, &error);
    g_assert_cmpuint(list->len, ==, 1); /* today's is done, the cadence planned the next */
    g_assert_cmpint(((Touchpoint *)g_ptr_array_index(list, 0))->when.day.number, >, clock_today().number);
}

static void test_hardship(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "H", "again=fr");
    planned_is(round, "arrange 2026-02-27");
}

#define STORY(name, function) g_test_add("/outcome/" name, Round, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("N: the other half of the day, tomorrow; engaged: in twenty minutes", test_no_answer);
    STORY("N: the fourth attempt puts a letter into the queue", test_fourth_attempt);
    STORY("B: exactly then, with an alarm; attempts keep the appointment", test_callback);
    STORY("C: four bank days later, the cheque is a promise", test_cheque);
    STORY("P: the bank day after, set against the invoices, confirmed by mail", test_promise);
    STORY("I: two bank days after the run, the approver tomorrow", test_in_system);
    STORY("A: on the day of return at 09:20", test_away);
    STORY("L: copies to the outbox, a call two days later", test_lost);
    STORY("D: only the disputed part is held, the rest is promised", test_dispute);
    STORY("S: one promise and one contact per part, the last takes the cent", test_plan);
    STORY("R: the chief tomorrow, the notice waits for the deadline", test_refuses);
    STORY("W: the number is wrong from now on, a new one is dialled", test_wrong_number);
    STORY("O: a bank check two bank days later", test_says_paid);
    STORY("G: what was planned stays, else the cadence goes on", test_good);
    STORY("H: the agreed day", test_hardship);
    return g_test_run();
}
