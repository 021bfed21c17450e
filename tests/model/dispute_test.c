/* A dispute from what the customer says to its end: held, answered, credited.  Clock: Tuesday 24 February 2026;
 * Bakkerij Peeters owes 4.852,60 on three invoices and contests 292,60 of 2025-1355. */
#include "desk/dispute.h"
#include "outcome_round.h"

#include <locale.h>

#define CONTESTED "invoice=2025-1355|reason=price|disputed=292,60|what=discount|owner=tom"

/* --- Looking ----------------------------------------------------------------------------------------------- */

static GPtrArray *disputes(Round *round, bool ended)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = disputes_load(round->book.desk, round->peeters, ended, &error);
    g_assert_no_error(error);
    return list;
}

/* "late 29260 2025-1355 tom": every one, those that are over last. */
static void disputes_are(Round *round, const char *expected)
{
    g_autoptr(GPtrArray) list = disputes(round, true);
    g_autoptr(GString) text = g_string_new("");
    for (guint i = 0; i < list->len; i++) {
        const Dispute *one = g_ptr_array_index(list, i);
        g_string_append_printf(text, "%s%s %" G_GINT64_FORMAT " %s %s", i > 0 ? "; " : "",
                               DISPUTE_STATE_SLUGS[one->state], one->amount, one->invoice, one->owner);
    }
    g_assert_cmpstr(text->str, ==, expected);
}

static void day_is(const char *day)
{
    g_autoptr(GError) error = NULL;
    good(clock_fix(day, &error), error);
}

static void refused_with(Round *round, const char *typed, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    g_assert_false(say_to(round, round->peeters, "dispute_answer", typed, op, &done, &error));
    g_assert_nonnull(error);
    if (strstr(error->message, words) == NULL)
        g_error("“%s” does not say “%s”", error->message, words);
}

static void agent_is(Round *round, const char *name)
{
    Desk *desk = round->book.desk;
    g_autofree char *sql = g_strdup_printf("SELECT id FROM agent WHERE name = '%s'", name);
    g_free(desk->agent);
    desk->agent = g_strdup(name);
    desk->agent_id = book_number(&round->book, sql);
}

/* --- Money that moves without the bank ------------------------------------------------------------------------ */

static gint64 item_of(Round *round, const char *number)
{
    g_autofree char *sql = g_strdup_printf("SELECT id FROM item WHERE number = '%s'", number);
    return book_number(&round->book, sql);
}

static void followed(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) customers = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(customers, round->peeters);
    book_begin(&round->book);
    good(touchpoint_follow_up(customers, NULL, round->book.desk, &error), error);
    book_commit(&round->book);
}

/* As booking leaves a list or a credit note (0: a list) that takes so much off an invoice. */
static void moved(Round *round, const char *number, Cents amount, gint64 credit_id)
{
    gint64 item = item_of(round, number);
    book_run(
        &round->book,
        "INSERT INTO item_change (item_id, day, amount, after_event, credit_id)"
        " SELECT :item, :day, :amount, coalesce(max(id), 0), :credit FROM event",
        BINDS(INTEGER("item", item), DAY("day", clock_today()), INTEGER("amount", amount), ID("credit", credit_id)));
    book_run(&round->book,
             "UPDATE item SET open = open - :amount, ledger_open = ledger_open - :amount,"
             " state = CASE WHEN open = :amount THEN 'closed' ELSE 'open' END,"
             " closed_day = CASE WHEN open = :amount THEN :day END WHERE id = :item",
             BINDS(INTEGER("amount", amount), INTEGER("item", item), DAY("day", clock_today())));
    followed(round);
}

static gint64 note(Round *round, const char *number, const char *issued, Cents amount)
{
    return book_item(&round->book, round->peeters, number, issued, issued, -amount);
}

/* --- Said -------------------------------------------------------------------------------------------------- */

static void test_only_that_part_is_held(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    disputes_are(round, "open 29260 2025-1355 tom");
    money_is(round, 485260, 0, 29260);
    planned_is(round, "friendly_letter 2026-02-26; dispute 2026-03-02 tom; dispute_late 2026-03-03");
}

static void test_the_desk_sees_a_missed_day(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    day_is("2026-03-02T16:00");
    disputes_are(round, "open 29260 2025-1355 tom");
    day_is("2026-03-03T09:00");
    disputes_are(round, "late 29260 2025-1355 tom");
    say(round, "P", "amount=1.000|by=fr"); /* rung about it: the desk looks again, Tom still has his task */
    planned_is(round, "dispute 2026-03-02 tom; dispute_late 2026-03-09; promise 2026-03-09 09:30");
}

static void test_without_a_colleague_it_is_ours(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", "invoice=2025-1355|reason=price|disputed=292,60|what=discount|owner=the driver");
    planned_is(round, "friendly_letter 2026-02-26; dispute 2026-03-02");
}

/* Whoever must answer is not given the words that tell the answer. */
static void test_who_answers_is_asked_for_it(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    say(round, "D", CONTESTED);
    agent_is(round, "tom");
    day_is("2026-03-02T09:00");
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(card->reason, ==, "dispute_open");
    g_assert_cmpstr(card_proposed(card), ==, "dispute_answer");
    say(round, "dispute_answer", "invoice=2025-1355|how=accepted");
    g_autoptr(Card) after = card_load(round->book.desk, round->peeters, &error);
    g_assert_cmpstr(after->reason, ==, "dispute");
    g_assert_cmpstr(card_proposed(after), ==, "");
}

static const Touchpoint *own_contact(GPtrArray *touchpoints)
{
    for (guint i = 0; i < touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(touchpoints, i);
        if (touchpoint->dispute_id == 0)
            return touchpoint;
    }
    return NULL;
}

/* 4.560,00 are not contested: their next contact comes as if nothing were. */
static void test_the_rest_has_a_contact_of_its_own(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book);
    say(round, "D", CONTESTED);
    g_autoptr(GPtrArray) touchpoints = touchpoints_of(round->book.desk, round->peeters, &error);
    const Touchpoint *own = own_contact(touchpoints);
    g_assert_nonnull(own);
    g_assert_cmpint(cadence_find(round->book.desk->cadence, own->reason) != NULL, ==, true);
    g_assert_cmpint(day_minus(own->when.day, clock_today()), >, 0);
    g_assert_cmpint(day_minus(own->when.day, clock_today()), <=, 14);
    undo(round);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void test_the_rest_is_promised(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED "|rest_by=fr");
    planned_is(round, "dispute 2026-03-02 tom; promise 2026-03-02 09:30; dispute_late 2026-03-03");
}

/* Nothing is left to ask: whoever answers has the next word. */
static void test_all_of_it_is_contested(Round *round, gconstpointer data)
{
    static const char *const numbers[][2] = {
        {"2025-1312", "1.850,00"}, {"2025-1355", "1.492,60"}, {"2026-0041", "1.510,00"}};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autofree char *typed =
            g_strdup_printf("invoice=%s|reason=price|disputed=%s|what=x|owner=tom", numbers[i][0], numbers[i][1]);
        say(round, "D", typed);
    }
    money_is(round, 485260, 0, 485260);
    g_autoptr(GError) error = NULL;
    bool ensured = false;
    good(touchpoint_is_ensured(round->book.desk, round->peeters, &ensured, &error), error);
    g_assert_true(ensured);
}

/* --- Answered ---------------------------------------------------------------------------------------------- */

static void test_accepted_it_stays_held(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    agent_is(round, "tom");
    g_autofree char *before = book_state(&round->book);
    say(round, "dispute_answer", "invoice=2025-1355|how=accepted|by=3/3");
    disputes_are(round, "accepted 29260 2025-1355 tom");
    money_is(round, 485260, 0, 29260);
    planned_is(round, "dispute 2026-02-24; friendly_letter 2026-02-26; credit 2026-03-04");
    refused_with(round, "invoice=2025-1355|how=accepted", "accepted already");
    day_is("2026-03-04T09:00");
    disputes_are(round, "overdue 29260 2025-1355 tom");
    day_is("2026-02-24T14:20");
    undo(round);
    disputes_are(round, "open 29260 2025-1355 tom");
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void test_partly_the_rest_is_due(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    g_autofree char *before = book_state(&round->book);
    say(round, "dispute_answer", "invoice=2025-1355|how=partly|credit=100|words=the discount was for January only");
    disputes_are(round, "accepted 10000 2025-1355 tom; rejected 29260 2025-1355 tom");
    money_is(round, 485260, 0, 10000);
    g_autofree char *told =
        book_text(&round->book, "SELECT detail FROM touchpoint WHERE reason = 'dispute' AND closed_event IS NULL");
    g_assert_cmpstr(told, ==, "2025-1355: in part, the discount was for January only");
    undo(round);
    disputes_are(round, "open 29260 2025-1355 tom");
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static void test_partly_is_less_than_all(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    refused_with(round, "invoice=2025-1355|how=partly|credit=292,60|words=x", "Less than what is disputed");
    refused_with(round, "invoice=2025-1355|how=partly|words=x", "needs an answer");
    money_is(round, 485260, 0, 29260);
}

static void test_rejected_with_words(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    refused_with(round, "invoice=2025-1355|how=rejected", "needs an answer");
    say(round, "dispute_answer", "invoice=2025-1355|how=rejected|words=the contract says 3 % from 1 March");
    disputes_are(round, "rejected 29260 2025-1355 tom");
    money_is(round, 485260, 0, 0);
    planned_is(round, "dispute 2026-02-24; friendly_letter 2026-02-26");
    g_autofree char *told =
        book_text(&round->book, "SELECT detail FROM touchpoint WHERE reason = 'dispute' AND closed_event IS NULL");
    g_assert_cmpstr(told, ==, "2025-1355: invoice stands, the contract says 3 % from 1 March");
}

/* The words stand in the script of whoever rings him, and nothing where nothing was put. */
static void test_the_answer_is_read_out(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    say(round, "D", CONTESTED);
    day_is("2026-03-02T10:00");
    say(round, "dispute_answer", "invoice=2025-1355|how=rejected|words=het contract zegt 3 % vanaf 1 maart");
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = card_opening(round->book.desk, card);
    g_assert_cmpstr(card->reason, ==, "dispute");
    g_assert_cmpuint(g_strv_length(lines), ==, 3);
    g_assert_cmpstr(lines[1], ==, "het contract zegt 3 % vanaf 1 maart");
    undo(round);
    say(round, "dispute_answer", "invoice=2025-1355|how=accepted");
    g_autoptr(Card) other = card_load(round->book.desk, round->peeters, &error);
    g_auto(GStrv) shorter = card_opening(round->book.desk, other);
    g_assert_cmpuint(g_strv_length(shorter), ==, 2);
}

static void test_withdrawn_nobody_is_told(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    say(round, "dispute_answer", "invoice=2025-1355|how=withdrawn");
    disputes_are(round, "withdrawn 29260 2025-1355 tom");
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"
                                              " AND owner = '' AND reason <> 'dispute'"),
                    ==, 1); /* and still nobody falls off the list */
}

/* --- Credited ---------------------------------------------------------------------------------------------- */

static void test_a_credit_note_ends_it(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    day_is("2026-02-26T09:00");
    gint64 credit = note(round, "CN-1", "2026-02-25", 29260);
    book_run(&round->book,
             "UPDATE item SET open = 0, ledger_open = 0, state = 'closed', closed_day = issued"
             " WHERE number = 'CN-1'",
             NO_BINDS);
    moved(round, "2025-1355", 29260, credit);
    disputes_are(round, "credited 29260 2025-1355 tom");
    money_is(round, 456000, 0, 0);
    rows_are(round, "SELECT value AS line FROM event_answer WHERE field = 'summary' AND value LIKE 'credit note%'",
             "credit note in: dispute settled\n");
    rows_are(round, "SELECT count(*) AS line FROM touchpoint WHERE dispute_id IS NOT NULL AND closed_event IS NULL",
             "0\n");
}

/* Said by hand it must be true: else he would be asked for what was promised to be taken off. */
static void test_credited_by_hand(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    refused_with(round, "invoice=2025-1355|how=credited", "answer “accepted”");
    money_is(round, 485260, 0, 29260);
    (void)note(round, "CN-1", "2026-02-24", 30000); /* more than was contested: it ends nothing by itself */
    followed(round);
    disputes_are(round, "open 29260 2025-1355 tom");
    say(round, "dispute_answer", "invoice=2025-1355|how=credited");
    disputes_are(round, "credited 29260 2025-1355 tom");
    planned_is(round, "friendly_letter 2026-02-26"); /* nobody rings about it */
    rows_are(round, "SELECT count(*) AS line FROM touchpoint WHERE dispute_id IS NOT NULL AND closed_event IS NULL",
             "0\n");
}

static void test_a_smaller_credit_does_not(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    gint64 credit = note(round, "CN-1", "2026-02-25", 10000);
    moved(round, "2025-1355", 10000, credit);
    disputes_are(round, "open 29260 2025-1355 tom");
}

static void test_a_note_that_names_no_invoice(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    (void)note(round, "CN-OLD", "2026-02-01", 29260); /* made out before anybody complained */
    followed(round);
    disputes_are(round, "open 29260 2025-1355 tom");
    (void)note(round, "CN-NEW", "2026-02-25", 29260);
    followed(round);
    disputes_are(round, "credited 29260 2025-1355 tom");
}

/* What a list takes off may be money: it ends what was agreed to, else only what it meets to the cent. */
static void test_what_a_list_takes_off(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    moved(round, "2025-1355", 50000, 0);
    disputes_are(round, "open 29260 2025-1355 tom");
    say(round, "dispute_answer", "invoice=2025-1355|how=accepted");
    followed(round);
    disputes_are(round, "credited 29260 2025-1355 tom");
}

static void test_one_note_ends_one_dispute(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    say(round, "D", "invoice=2026-0041|reason=goods|disputed=292,60|what=broken|owner=tom");
    (void)note(round, "CN-1", "2026-02-24", 29260);
    followed(round);
    followed(round);
    g_autoptr(GPtrArray) left = disputes(round, false);
    g_assert_cmpuint(left->len, ==, 1);
}

static void test_paid_after_all(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "D", CONTESTED);
    book_payment(&round->book, item_of(round, "2025-1355"), 149260, "");
    followed(round);
    disputes_are(round, "withdrawn 29260 2025-1355 tom");
    money_is(round, 336000, 0, 0);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define TEST(words, name) g_test_add("/dispute/" words, Round, NULL, start, name, end)
    TEST("only that part is held, its owner has a task", test_only_that_part_is_held);
    TEST("a missed day brings it to the desk, and the owner keeps his task", test_the_desk_sees_a_missed_day);
    TEST("of somebody without a desk here it is ours", test_without_a_colleague_it_is_ours);
    TEST("who must answer is asked for it, and not told to ring", test_who_answers_is_asked_for_it);
    TEST("what is not disputed keeps a contact of its own", test_the_rest_has_a_contact_of_its_own);
    TEST("what is promised of the rest is watched, nothing more", test_the_rest_is_promised);
    TEST("of all that is disputed nothing is asked", test_all_of_it_is_contested);
    TEST("accepted it stays held until the credit note", test_accepted_it_stays_held);
    TEST("accepted in part the rest is due again", test_partly_the_rest_is_due);
    TEST("a part is less than all of it", test_partly_is_less_than_all);
    TEST("rejected the customer hears why", test_rejected_with_words);
    TEST("what was answered is read out to him", test_the_answer_is_read_out);
    TEST("withdrawn by the customer there is nothing to tell", test_withdrawn_nobody_is_told);
    TEST("a credit note that names the invoice ends it", test_a_credit_note_ends_it);
    TEST("credited by hand there must be credit, and nobody is rung", test_credited_by_hand);
    TEST("a smaller credit note does not", test_a_smaller_credit_does_not);
    TEST("a note of that very amount ends it, one from before does not", test_a_note_that_names_no_invoice);
    TEST("what a list takes off ends what was accepted", test_what_a_list_takes_off);
    TEST("one note ends one dispute", test_one_note_ends_one_dispute);
    TEST("paid in full it is over", test_paid_after_all);
    return g_test_run();
}
