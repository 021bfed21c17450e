/* No delivery, payment in advance, credit limit, a last day to pay: decided with a day and a reason, shown in words,
 * ended with a reason, and proposed to end when the money is in.  Day: Tuesday 24 February 2026. */
#include "desk/holds.h"
#include "desk/queue.h"
#include "desk/search.h"
#include "outcome_round.h"
#include "paper/holds_export.h"
#include "paper/letter_post.h"
#include "paper/letter_text.h"

#include <locale.h>

static void day_is(const char *now)
{
    g_autoptr(GError) error = NULL;
    good(clock_fix(now, &error), error);
}

static void words_are(Round *round, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(card->holds_words, ==, expected);
}

static char *proposed(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    return g_strdup(card_proposed(card));
}

static void follow_up(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(ids, round->peeters);
    book_begin(&round->book);
    good(touchpoint_follow_up(ids, NULL, round->book.desk, &error), error);
    book_commit(&round->book);
}

static void pay(Round *round, const char *number)
{
    g_autofree char *id = g_strdup_printf("SELECT id FROM item WHERE number = '%s'", number);
    g_autofree char *open = g_strdup_printf("SELECT open FROM item WHERE number = '%s'", number);
    book_payment(&round->book, book_number(&round->book, id), book_number(&round->book, open), "");
}

static void pay_all(Round *round)
{
    static const char *const numbers[] = {"2025-1312", "2025-1355", "2026-0041"};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        pay(round, numbers[i]);
    follow_up(round);
}

static void found_is(Round *round, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Search) search = search_run(round->book.desk, "peeters", true, 10, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(search->hits->len, ==, 1);
    g_assert_cmpstr(((SearchHit *)g_ptr_array_index(search->hits, 0))->holds, ==, expected);
}

/* --- Supply stop ------------------------------------------------------------------------------------------------ */

static void test_stop(Round *round, gconstpointer data)
{
    (void)data;
    g_autofree char *before = planned(round, round->peeters);
    words_are(round, "");
    say(round, "supply_stop", "why=unpaid");
    words_are(round, "no delivery since 24/02: unpaid");
    found_is(round, "no delivery since 24/02: unpaid");
    planned_is(round, before); /* a decision is no talk: who was to be rung is rung */
    say(round, "lift", "what=supply_stop|why=agreed");
    words_are(round, "");
    planned_is(round, before);
}

static void test_stop_ahead(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "since=3/3|why=unpaid");
    words_are(round, "no delivery from 03/03: unpaid");
    g_autoptr(GError) error = NULL;
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_assert_false(card->stop_supply);
    day_is("2026-03-03T08:00");
    words_are(round, "no delivery since 03/03: unpaid");
}

static void test_stop_ahead_ended(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "since=3/3|why=unpaid");
    say(round, "lift", "what=supply_stop|why=agreed");
    words_are(round, "");
    day_is("2026-03-04T08:00");
    words_are(round, "");
}

/* The day of the newest word counts, also before and after that of an older one. */
static void test_newest_word(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "since=10/3|why=unpaid");
    say(round, "supply_stop", "why=over_limit");
    words_are(round, "no delivery since 24/02: over the limit");
    day_is("2026-03-11T08:00");
    words_are(round, "no delivery since 24/02: over the limit");
}

static void test_list_says_stop(Round *round, gconstpointer data)
{
    (void)data;
    book_run(&round->book, "UPDATE customer SET stop_supply = 1 WHERE id = 1", NO_BINDS);
    words_are(round, "no delivery (customer list)");
    say(round, "lift", "what=supply_stop|why=mistake");
    words_are(round, "");
    undo(round);
    words_are(round, "no delivery (customer list)");
}

/* A list that does not know of it yet takes nothing away. */
static void test_list_is_behind(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "why=unpaid");
    book_run(&round->book, "UPDATE customer SET stop_supply = 0 WHERE id = 1", NO_BINDS);
    words_are(round, "no delivery since 24/02: unpaid");
}

static void test_nothing_to_end(Round *round, gconstpointer data)
{
    (void)data;
    refused(round, "lift", "what=supply_stop|why=agreed");
    refused(round, "supply_stop", "why=unpaid|letter=yes"); /* a letter cannot announce what is there */
}

static void test_announced_by_letter(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "since=3/3|why=unpaid|letter=yes");
    rows_are(round, "SELECT document || ' ' || recipient AS line FROM outbox", "delivery_stop books@peeters.example\n");
}

/* What was agreed on the telephone stands in the letter, whatever its template would have proposed. */
static char *letter_said(Round *round)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(round->book.desk->settings, "belronde", "name", "Vanden Berghe", &error), error);
    g_autoptr(LetterTemplates) templates = letter_templates_load(&error);
    g_assert_no_error(error);
    gint64 id = book_number(&round->book, "SELECT max(id) FROM outbox");
    g_autoptr(OutboxOrder) order = outbox_order(round->book.desk, id, &error);
    g_assert_no_error(error);
    g_autoptr(Letter) letter = letter_of_order(round->book.desk, templates, order, NULL, &error);
    g_assert_no_error(error);
    return letter_text(letter, 400, LETTER_TEXT_BODY);
}

static void test_letter_days(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "demand", "deadline=12/3|consequence=supply_stop|by=email");
    g_autofree char *demand = letter_said(round);
    g_assert_nonnull(strstr(demand, "donderdag 12 maart 2026"));
    g_assert_nonnull(strstr(demand, "vrijdag 13 maart 2026"));
    say(round, "prepay", "since=16/3|why=unpaid|letter=yes");
    g_autofree char *prepay = letter_said(round);
    g_assert_nonnull(strstr(prepay, "vrijdag 13 maart 2026"));
    g_assert_nonnull(strstr(prepay, "maandag 16 maart 2026"));
}

static void test_prepay(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "prepay", "why=agreed");
    words_are(round, "pays in advance since 24/02: agreed");
    say(round, "supply_stop", "since=3/3|why=unpaid");
    words_are(round, "no delivery from 03/03: unpaid · pays in advance since 24/02: agreed");
}

/* --- Credit limit ----------------------------------------------------------------------------------------------- */

static int credit_use(Round *round)
{
    g_autoptr(GError) error = NULL;
    PriorityFacts facts;
    Priority priority;
    good(queue_facts(round->book.desk, round->peeters, &facts, &priority, &error), error);
    return facts.credit_use_percent;
}

static void test_limit(Round *round, gconstpointer data)
{
    (void)data;
    book_run(&round->book, "UPDATE customer SET credit_limit = 750000 WHERE id = 1", NO_BINDS);
    words_are(round, "");
    say(round, "credit_limit", "limit=3000|why=insurer");
    words_are(round, "€ 1.852,60 over the credit limit of € 3.000,00");
    g_assert_cmpint(credit_use(round), ==, 162);
    say(round, "lift", "what=credit_limit|why=agreed");
    words_are(round, "");
    g_assert_cmpint(credit_use(round), ==, 65);
    refused(round, "lift", "what=credit_limit|why=agreed"); /* that of the list is not ours to end */
}

/* --- Deadline --------------------------------------------------------------------------------------------------- */

static QueueRow *first_row(Queue *queue)
{
    g_assert_cmpuint(queue->rows->len, >, 0);
    return g_ptr_array_index(queue->rows, 0);
}

/* Somebody with more money and a broken promise stands below him whose deadline is over. */
static void rival(Round *round)
{
    gint64 other = book_customer(&round->book, "900", "Rival NV");
    book_item(&round->book, other, "R1", "2025-10-01", "2025-10-31", 90000000);
    g_autoptr(GError) error = NULL;
    const Touchpoint wanted = {
        .customer_id = other, .reason = (char *)"returned", .when = {iso("2026-03-02"), MINUTE_NONE}};
    book_begin(&round->book);
    good(touchpoint_plan(round->book.desk, &wanted, 0, NULL, &error), error);
    book_commit(&round->book);
}

static void test_deadline_passes(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    const QueueOptions options = {0};
    rival(round);
    say(round, "demand", "deadline=3/3|consequence=supply_stop|by=email");
    words_are(round, "to be paid by 03/03, else: stop deliveries");
    rows_are(round, "SELECT document AS line FROM outbox", "delivery_stop\n");
    day_is("2026-03-03T17:00");
    g_autofree char *early = proposed(round);
    g_assert_cmpstr(early, ==, "");
    day_is("2026-03-04T09:00");
    words_are(round, "the deadline of 03/03 has passed; announced: stop deliveries");
    g_autoptr(Queue) queue = queue_load(round->book.desk, &options, &error);
    g_assert_cmpint(first_row(queue)->customer_id, ==, round->peeters);
    g_assert_cmpstr(first_row(queue)->reason, ==, "deadline");
    g_autofree char *now = proposed(round);
    g_assert_cmpstr(now, ==, "supply_stop");
}

/* What was announced is done: the deadline has said what it had to say, and its contact with it. */
static void test_announced_is_done(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "demand", "deadline=3/3|consequence=supply_stop|by=email");
    day_is("2026-03-04T09:00");
    say(round, "supply_stop", "");
    words_are(round, "no delivery since 04/03: deadline passed");
    rows_are(round, "SELECT closed_how AS line FROM touchpoint WHERE reason = 'deadline'", "done\n");
    g_autofree char *after = planned(round, round->peeters);
    g_assert_cmpstr(after, !=, ""); /* he owes: he is rung again */
    undo(round);
    words_are(round, "the deadline of 03/03 has passed; announced: stop deliveries");
}

static void test_deadline_kept(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "demand", "deadline=3/3|consequence=agency|by=email");
    book_item(&round->book, round->peeters, "2026-0099", "2026-02-20", "2026-02-27", 10000);
    clock_advance(24 * 60 * 60);
    pay_all(round); /* what was late that day; the newer invoice stays */
    rows_are(round, "SELECT closed_how AS line FROM touchpoint WHERE reason = 'deadline'", "paid\n");
    day_is("2026-03-05T09:00");
    words_are(round, "");
    g_autofree char *left = planned(round, round->peeters);
    g_assert_cmpstr(left, !=, "");
}

static void test_deadline_agreed(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "demand", "deadline=3/3|consequence=notice_sent|by=email");
    clock_advance(24 * 60 * 60);
    say(round, "P", "by=27/3");
    day_is("2026-03-10T09:00");
    words_are(round, ""); /* an agreement took its place */
}

/* --- Paid ------------------------------------------------------------------------------------------------------- */

static void test_lift_proposed(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "why=unpaid");
    day_is("2026-03-03T09:00");
    pay_all(round);
    planned_is(round, "lift 2026-03-03");
    g_autofree char *what = proposed(round);
    g_assert_cmpstr(what, ==, "lift");
    follow_up(round);
    planned_is(round, "lift 2026-03-03"); /* once */
    say(round, "lift", "");
    planned_is(round, "");
    words_are(round, "");
    follow_up(round);
    planned_is(round, "");
}

static void test_lift_taken_back(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "prepay", "why=unpaid");
    day_is("2026-03-03T09:00");
    pay_all(round);
    planned_is(round, "lift 2026-03-03");
    say(round, "lift", "what=prepay");
    undo(round);
    planned_is(round, "lift 2026-03-03");
    words_are(round, "pays in advance since 24/02: unpaid");
}

/* --- For the order desk ----------------------------------------------------------------------------------------- */

static void csv_is(Round *round, const char *since, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *csv = holds_csv(round->book.desk, since != NULL ? iso(since) : DAY_NONE, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(strchr(csv, '\n') + 1, ==, expected);
}

static void test_export(Round *round, gconstpointer data)
{
    (void)data;
    csv_is(round, NULL, "");
    book_run(&round->book, "UPDATE customer SET name = '=HYPERLINK(\"x\"),Peeters' WHERE id = 1", NO_BINDS);
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    good(say_to(round, round->peeters, "supply_stop", "since=3/3|why=unpaid", op, &done, &error), error);
    outcome_done_clear(&done);
    csv_is(round, NULL,
           "10418,\"'=HYPERLINK(\"\"x\"\"),Peeters\",no,2026-03-03,unpaid,no,,,,EUR,,,no,,,2026-02-24,an\n");
    day_is("2026-03-03T18:00");
    csv_is(round, "2026-03-03", /* its day came */
           "10418,\"'=HYPERLINK(\"\"x\"\"),Peeters\",yes,2026-03-03,unpaid,no,,,,EUR,,,no,,,2026-02-24,an\n");
    day_is("2026-03-04T18:00");
    csv_is(round, "2026-03-04", "");
}

static void test_export_ended(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "why=unpaid");
    day_is("2026-02-25T09:00");
    say(round, "lift", "what=supply_stop|why=agreed");
    csv_is(round, "2026-02-25", "10418,Bakkerij Peeters BV,no,,agreed,no,,,,EUR,,,no,,,2026-02-25,an\n");
}

static void test_facts_stay(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "supply_stop", "why=unpaid");
    static const char *const attempts[] = {"UPDATE hold SET holds = 0", "DELETE FROM hold"};
    for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(store_run(round->book.desk->store, attempts[i], NO_BINDS, &error));
        g_assert_nonnull(error);
    }
}

static void test_handed_over(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "agency", "whom=lawyer|name=Lemmens|file=26-14");
    words_are(round, "handed over since 24/02: lawyer, Lemmens");
    planned_is(round, "");
    clock_advance(24 * 60 * 60);
    g_autofree char *before = book_state(&round->book);
    say(round, "file_back", "why=agreed");
    words_are(round, "");
    planned_is(round, "call 2026-02-25");
    rows_are(round, "SELECT coalesce(not_callable, '-') AS line FROM customer WHERE id = 1", "-\n");
    undo(round);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

#define STORY(words, run) g_test_add("/holds/" words, Round, NULL, start, run, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("no delivery is seen by whoever looks him up, until it is ended", test_stop);
    STORY("a stop that lies ahead begins on its day", test_stop_ahead);
    STORY("a stop that lies ahead and is ended never begins", test_stop_ahead_ended);
    STORY("the newest decision counts", test_newest_word);
    STORY("a stop of the customer list is told as such and can be ended", test_list_says_stop);
    STORY("a list that does not know of it yet takes no stop away", test_list_is_behind);
    STORY("what does not hold cannot be ended, what holds cannot be announced", test_nothing_to_end);
    STORY("a stop that lies ahead may be announced by letter", test_announced_by_letter);
    STORY("a letter says the days that were agreed", test_letter_days);
    STORY("payment in advance stands beside a stop", test_prepay);
    STORY("a limit of ours goes before that of the list, and says by how much he is over it", test_limit);
    STORY("a deadline that passes brings him to the top, with what was announced", test_deadline_passes);
    STORY("once what was announced is done the deadline is over", test_announced_is_done);
    STORY("a deadline is kept when what was late is paid", test_deadline_kept);
    STORY("an agreement takes the place of a deadline", test_deadline_agreed);
    STORY("who has paid is proposed to get his goods again, once", test_lift_proposed);
    STORY("undoing the end of payment in advance proposes it again", test_lift_taken_back);
    STORY("the order desk gets a table with safe cells, and what changed since a day", test_export);
    STORY("the order desk hears that a stop has ended", test_export_ended);
    STORY("decisions are never changed", test_facts_stay);
    STORY("a file that is taken back brings him back to the list", test_handed_over);
    return g_test_run();
}
