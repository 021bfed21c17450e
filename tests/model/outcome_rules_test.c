/* What holds whatever is logged: once is once, undo brings everything back, no cent is promised twice, nobody falls off
 * the list. */
#include "outcome_round.h"

#include <locale.h>

static void test_once(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    OutcomeDone first = {0}, second = {0};
    good(say_to(round, round->peeters, "P", "by=fr", "op-twice", &first, &error), error);
    g_autofree char *state = book_state(&round->book);
    good(say_to(round, round->peeters, "P", "by=fr", "op-twice", &second, &error), error);
    g_autofree char *again = book_state(&round->book);
    same_state(again, state);
    g_assert_cmpint(first.event_id, ==, second.event_id);
    g_assert_cmpint(second.next.day.number, ==, first.next.day.number);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, 1);
    outcome_done_clear(&first);
    outcome_done_clear(&second);
}

static const struct {
    const char *outcome, *typed;
} EVERY[] = {
    {"N", ""},
    {"B", "when=tomorrow 14:30"},
    {"C", "number=1|posted=yesterday"},
    {"P", "by=fr"},
    {"I", "run=27/2"},
    {"A", "back=ma|deputy=Kim"},
    {"L", ""},
    {"D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount|owner=tom|rest_by=fr"},
    {"S", "parts=3|first=1/3"},
    {"R", "reason=money|next=chief|deadline=3/3"},
    {"W", "number=+3252441807|new=+32 52 44 18 11"},
    {"O", "paid_on=yesterday"},
    {"G", ""},
    {"H", "again=fr"},
    {"part", "amount=100|by=fr|rest_by=+14"},
    {"demand", "deadline=3/3|consequence=supply_stop"},
    {"supply_stop", ""},
    {"prepay", "since=+7|letter=yes"},
    {"credit_limit", "limit=1000"},
    {"agency", "whom=agency|file=A-77|anyway=yes"},
    {"insolvency", "opened=yesterday|administrator=Mr X|claim_by=+20"},
};
enum { EVERY_CALLABLE = G_N_ELEMENTS(EVERY) - 2 }; /* after the last two a customer is not called any more */

static void test_undo_each(Round *round, gconstpointer data)
{
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(EVERY); i++) {
        g_test_message("%s", EVERY[i].outcome);
        g_autofree char *before = book_state(&round->book);
        say(round, EVERY[i].outcome, EVERY[i].typed);
        undo(round);
        g_autofree char *after = book_state(&round->book);
        same_state(after, before);
    }
    money_is(round, 485260, 0, 0);
}

static void test_mail_gone(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 customer = 0;
    say(round, "L", "");
    book_run(&round->book, "UPDATE outbox SET state = 'sent', sent_utc = ready_utc", NO_BINDS);
    good(outcome_undo(round->book.desk, 0, "op-u", &customer, &toast, &error), error);
    g_assert_nonnull(strstr(toast, "mail has left"));
    rows_are(round, "SELECT state AS line FROM outbox", "sent\n");
}

static void test_kept_promise_leaves(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(ids, round->peeters);
    say(round, "P", "amount=1850|by=fr");
    clock_advance(24 * 60 * 60);
    book_payment(&round->book, book_number(&round->book, "SELECT id FROM item WHERE number = '2025-1312'"), 185000, "");
    book_begin(&round->book);
    good(touchpoint_follow_up(ids, NULL, round->book.desk, &error), error);
    book_commit(&round->book);
    rows_are(round, "SELECT reason || ' ' || closed_how AS line FROM touchpoint WHERE reason = 'promise'",
             "promise paid\n");
    g_autofree char *text = planned(round, round->peeters);
    g_assert_cmpstr(text, !=, ""); /* two invoices are still open: the next contact stands */
}

static void test_too_much(Round *round, gconstpointer data)
{
    (void)data;
    refused(round, "P", "amount=4852,61|by=fr");
    refused(round, "D", "invoice=2025-1355|reason=price|disputed=1492,61|what=all");
    refused(round, "P", "amount=100|by=");
    refused(round, "B", "when=32/1");
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount");
    refused(round, "P", "amount=4852,60|by=fr");
    refused(round, "D", "invoice=2025-1355|reason=price|disputed=1300|what=more");
}

/* A form that stood open while a colleague logged a dispute promises and disputes no cent twice. */
static void late_form(Round *round, const char *outcome, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_autoptr(Form) form =
        form_new(round->book.desk, card, playbook_outcome(round->book.desk->playbook, outcome), &error);
    OutcomeDone done = {0};
    const OutcomeCall call = {.op = "op-late"};
    type_into(form, typed, &error);
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount");
    g_autofree char *before = book_state(&round->book);
    g_assert_false(outcome_log(round->book.desk, form, &call, &done, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
    money_is(round, 485260, 0, 29260);
    undo(round);
}

static void test_stale_card(Round *round, gconstpointer data)
{
    (void)data;
    late_form(round, "D", "invoice=2025-1355|reason=price|disputed=1492,60|what=all of it");
    late_form(round, "P", "by=fr");
    late_form(round, "S", "parts=3|first=2/3");
}

/* Each outcome that names money takes the place of an earlier promise of the same money, and says so on the screen. */
static void test_newer_word(Round *round, gconstpointer data)
{
    (void)data;
    static const char *const newer[][3] = {
        {"C", "number=7|posted=yesterday", "cheque 2026-03-02"},
        {"O", "paid_on=yesterday", "paid_check 2026-02-26"},
        {"S", "parts=1|first=2/3", "plan 2026-03-03 09:30"},
        {"part", "amount=4000|by=2/3|rest_by=1/4", "promise 2026-03-03 09:30; promise 2026-04-02 09:30"}};
    say(round, "P", "by=fr");
    for (size_t i = 0; i < G_N_ELEMENTS(newer); i++) {
        g_autofree char *before = book_state(&round->book);
        say(round, newer[i][0], newer[i][1]);
        money_is(round, 485260, 485260, 0);
        planned_is(round, newer[i][2]);
        undo(round);
        g_autofree char *after = book_state(&round->book);
        same_state(after, before);
    }
}

/* Half on Friday and half at the end of the month: two calls, two promises. */
static void test_second_half(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "P", "amount=2000|by=fr");
    say(round, "P", "amount=2852,60|by=31/3");
    money_is(round, 485260, 485260, 0);
    planned_is(round, "promise 2026-03-02 09:30; promise 2026-04-01 09:30");
    rows_are(round, "SELECT count(*) AS line FROM promise_end", "0\n");
}

/* What is disputed will not be paid: the promise on it falls, and its contact with it. */
static void test_dispute_breaks_promise(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "P", "by=fr");
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount|owner=tom");
    money_is(round, 485260, 0, 29260);
    rows_are(round, "SELECT reason || ' ' || closed_how AS line FROM touchpoint WHERE reason = 'promise'",
             "promise superseded\n");
    undo(round);
    money_is(round, 485260, 485260, 0);
    planned_is(round, "promise 2026-03-02 09:30");
}

static void test_dispute_answered(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount|owner=tom");
    say(round, "dispute_answer", "invoice=2025-1355|how=rejected|words=the price list says so");
    money_is(round, 485260, 0, 0);
    rows_are(round, "SELECT closed_how AS line FROM touchpoint WHERE dispute_id IS NOT NULL", "done\ndone\n");
    undo(round);
    money_is(round, 485260, 0, 29260);
}

/* The day an answer is due somebody calls in vain: the dispute is looked at again, never lost. */
static void test_dispute_watched(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount|owner=");
    good(clock_fix("2026-03-02T10:00", &error), error);
    say(round, "N", "retry=+1 10:00");
    rows_are(round,
             "SELECT reason || ' ' || (day - 20508) AS line FROM touchpoint WHERE dispute_id = 1"
             " AND closed_event IS NULL",
             "dispute 10\n"); /* Friday 6 March: four bank days later */
}

static void test_handed_over(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "P", "amount=1850|by=fr");
    say(round, "agency", "whom=agency|file=A-77|anyway=yes");
    planned_is(round, "");
    rows_are(round, "SELECT closed_how AS line FROM touchpoint WHERE reason = 'promise'", "handed_over\n");
    rows_are(round, "SELECT not_callable AS line FROM customer WHERE id = 1", "agency\n");
    undo(round);
    planned_is(round, "promise 2026-03-02 09:30");
}

/* --- Nobody falls off the list ----------------------------------------------------------------------- */

static Cents still_promised(Round *round, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    Cents sum = 0;
    g_autoptr(GPtrArray) promises = desk_promises(round->book.desk, customer_id, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise_state_is_live(promise->state))
            sum += promise->amount - promise->received;
    }
    return sum;
}

static void customer_holds(Round *round, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    bool ensured = false;
    gint64 left = 0;
    good(touchpoint_is_ensured(round->book.desk, customer_id, &ensured, &error), error);
    g_assert_true(ensured);
    good(store_value(round->book.desk->store,
                     "SELECT sum(max(i.open - (SELECT coalesce(sum(d.amount), 0) FROM dispute d WHERE d.item_id = i.id"
                     "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = d.event_id)"
                     "   AND NOT EXISTS (SELECT 1 FROM dispute_end x WHERE x.dispute_id = d.id"
                     "     AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = x.event_id))), 0)) AS undisputed"
                     " FROM item i WHERE i.customer_id = :id AND i.kind = 'invoice' AND i.state = 'open'",
                     BINDS(INTEGER("id", customer_id)), 0, &left, &error),
         error);
    g_assert_cmpint(still_promised(round, customer_id), <=, left);
}

static void receipt(Round *round, GRand *rand, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autofree char *sql = g_strdup_printf("SELECT id FROM item WHERE customer_id = %" G_GINT64_FORMAT
                                           " AND open > 0 ORDER BY (id * %d) %% 7 LIMIT 1",
                                           customer_id, g_rand_int_range(rand, 1, 7));
    gint64 item = book_number(&round->book, sql);
    if (item == G_MININT64)
        return;
    g_autofree char *open = g_strdup_printf("SELECT open FROM item WHERE id = %" G_GINT64_FORMAT, item);
    book_payment(&round->book, item, MIN(book_number(&round->book, open), g_rand_int_range(rand, 1, 40) * 1000), "");
    g_array_append_val(ids, customer_id);
    book_begin(&round->book);
    good(search_text_refresh(round->book.desk->store, customer_id, &error), error);
    good(touchpoint_follow_up(ids, NULL, round->book.desk, &error), error);
    book_commit(&round->book);
}

/* Whatever stood before: logged and undone at once leaves everything as it was. */
static void say_and_undo(Round *round, gint64 customer_id, size_t i)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id(), *before = book_state(&round->book);
    OutcomeDone done = {0};
    if (say_to(round, customer_id, EVERY[i].outcome, EVERY[i].typed, op, &done, &error))
        undo(round);
    g_test_message("%s", EVERY[i].outcome);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
    outcome_done_clear(&done);
}

static void random_step(Round *round, GRand *rand, const gint64 *customers, int count)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id(), *toast = NULL;
    gint64 customer = customers[g_rand_int_range(rand, 0, count)];
    OutcomeDone done = {0};
    int dice = g_rand_int_range(rand, 0, 20);
    if (dice < 4)
        outcome_undo(round->book.desk, 0, op, &customer, &toast, &error);
    else if (dice < 5)
        receipt(round, rand, customer);
    else if (dice < 6)
        clock_advance(g_rand_int_range(rand, 1, 3) * 24 * 60 * 60);
    else if (dice < 7)
        outcome_skip(round->book.desk, customer, op, &error);
    else if (dice < 8)
        outcome_snooze(round->book.desk, customer, (Moment){day_plus(clock_today(), 2), MINUTE_NONE}, "later", op,
                       &toast, &error);
    else {
        size_t i = (size_t)g_rand_int_range(rand, 0, EVERY_CALLABLE);
        if (dice < 10)
            say_and_undo(round, customer, (size_t)g_rand_int_range(rand, 0, G_N_ELEMENTS(EVERY)));
        say_to(round, customer, EVERY[i].outcome, EVERY[i].typed, op, &done, &error);
    }
    if (error != NULL && error->code != BELRONDE_ERROR_INPUT && error->code != BELRONDE_ERROR_MISSING)
        g_error("step failed: %s", error->message);
    outcome_done_clear(&done);
}

static void test_random_days(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260224);
    gint64 customers[4] = {round->peeters};
    for (int i = 1; i < 4; i++) {
        g_autofree char *number = g_strdup_printf("%d", 20000 + i), *invoice = g_strdup_printf("2025-1355%d", i);
        customers[i] = book_customer(&round->book, number, number);
        book_contact(&round->book, customers[i], "An", "accounts", "+3252441807");
        book_item(&round->book, customers[i], invoice, "2025-12-01", "2025-12-31", 30000 + i);
        book_item(&round->book, customers[i], "2025-1355", "2025-12-22", "2026-01-21", 149260);
        book_planned(&round->book, customers[i]);
    }
    for (int step = 0; step < 300; step++) {
        random_step(round, rand, customers, G_N_ELEMENTS(customers));
        for (size_t i = 0; i < G_N_ELEMENTS(customers); i++)
            customer_holds(round, customers[i]);
    }
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event WHERE kind = 'call'"), >, 80);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event WHERE kind = 'undo'"), >, 20);
}

#define STORY(name, function) g_test_add("/outcome/" name, Round, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("logging twice with one operation id logs once", test_once);
    STORY("undo brings back everything, whatever the outcome", test_undo_each);
    STORY("undo says when the mail has left already", test_mail_gone);
    STORY("a kept promise is not called about", test_kept_promise_leaves);
    STORY("promised and disputed never exceed what is open", test_too_much);
    STORY("what a colleague logged meanwhile counts", test_stale_card);
    STORY("a newer word takes the place of an older promise", test_newer_word);
    STORY("two halves stand beside each other", test_second_half);
    STORY("a dispute on promised money replaces the promise", test_dispute_breaks_promise);
    STORY("an answered dispute is due again", test_dispute_answered);
    STORY("a dispute nobody answered is looked at again", test_dispute_watched);
    STORY("a customer handed over is planned no more", test_handed_over);
    STORY("nobody falls off the list in 300 random steps", test_random_days);
    return g_test_run();
}
