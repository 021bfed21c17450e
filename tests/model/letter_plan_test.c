/* The agreement as the customer reads it: what is in the plan, when each part comes, what follows if one does not.
 * Clock: Tuesday 24 February 2026; Bakkerij Peeters, a Belgian firm, owes 4.852,60 on three invoices, all late. */
#include "outcome_round.h"
#include "paper/letter_post.h"
#include "paper/letter_table.h"
#include "paper/letter_text.h"

#include <locale.h>

enum { WIDE = 400 }; /* no line is broken */

static void house_start(Round *round, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    start(round, data);
    good(settings_set(round->book.desk->settings, "belronde", "name", "Vandenberghe Papier", &error), error);
    good(settings_set(round->book.desk->settings, "belronde", "iban", "BE71096123456769", &error), error);
}

static Letter *letter_try(Round *round, const char *document, gint64 event_id, GError **error)
{
    g_autoptr(LetterTemplates) templates = letter_templates_load(NULL);
    g_assert_nonnull(templates);
    OutboxOrder order = {.id = G_MAXINT64,
                         .event_id = event_id,
                         .customer_id = round->peeters,
                         .document = (char *)document,
                         .channel = (char *)"post",
                         .recipient = (char *)"",
                         .language = (char *)"en",
                         .items = (char *)"",
                         .personal = (char *)"",
                         .agent = (char *)"an",
                         .day = clock_today()};
    return letter_of_order(round->book.desk, templates, &order, NULL, error);
}

/* Of the newest plan, as it would leave now. */
static Letter *agreement(Round *round)
{
    g_autoptr(GError) error = NULL;
    gint64 event_id = book_number(&round->book, "SELECT max(event_id) FROM plan");
    Letter *letter = letter_try(round, "agreement", event_id, &error);
    g_assert_no_error(error);
    return letter;
}

/* Somebody asks for it again: no outcome sends it. */
static Letter *by_hand(Round *round, const char *document)
{
    g_autoptr(GError) error = NULL;
    Letter *letter = letter_try(round, document, G_MAXINT64, &error);
    g_assert_no_error(error);
    return letter;
}

static void refused_by_hand(Round *round, const char *document, const char *sentence)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Letter) letter = letter_try(round, document, G_MAXINT64, &error);
    g_assert_null(letter);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, sentence);
}

static char *read_out(const Letter *letter)
{
    return letter_text(letter, WIDE, LETTER_TEXT_HEAD);
}

static void assert_said(const Letter *letter, const char *words, bool there)
{
    g_autofree char *text = read_out(letter);
    if ((strstr(text, words) != NULL) != there)
        g_error("“%s” is %s in:\n%s", words, there ? "not" : "", text);
}

static Cents parts_sum(const Letter *letter)
{
    Cents sum = 0;
    for (guint i = 0; i < letter->parts->len; i++)
        sum += g_array_index(letter->parts, LetterPart, i).amount;
    return sum;
}

/* The last row of the table of parts, as it is printed. */
static char *total_printed(const Letter *letter)
{
    LetterTable *table = letter_table(letter, LETTER_PARTS);
    char *const *row = g_ptr_array_index(table->rows, table->rows->len - 1);
    char *total = g_strdup(row[2]);
    letter_table_free(table);
    return total;
}

/* --- What is in it ------------------------------------------------------------------------------------------ */

/* 40,00 for each invoice, and 10,50 % up to today: 25,55 + 14,60 + 5,65. */
static void test_charges_are_named(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=3|first=27/02|every=week|charges=yes");
    g_autoptr(Letter) letter = agreement(round);
    assert_said(letter,
                "Added to these invoices: €45.80 interest and €120.00 costs, reckoned up to 24 February 2026. "
                "Together €5,018.40.",
                true);
    g_assert_cmpint(letter_totals(letter).open, ==, 485260);
    g_assert_cmpint(parts_sum(letter), ==, 485260 + 4580 + 12000);
}

static void test_without_charges_it_says_so(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=3|first=27/02|every=week");
    g_autoptr(Letter) letter = agreement(round);
    assert_said(letter, "No interest and no costs are added to these invoices.", true);
    assert_said(letter, "€4,852.60 in 3 parts, from Friday 27 February 2026", true);
}

static void test_it_adds_up(Round *round, gconstpointer data)
{
    static const char *const typed[] = {"parts=7", "parts=36|charges=yes", "parts=333,33|charges=yes",
                                        "parts=1", "parts=11|down=0,07",   "parts=3|down=500|charges=yes"};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autofree char *fields = g_strconcat(typed[i], "|first=31/03|every=month", NULL);
        say(round, "plan", fields);
        g_autoptr(Letter) letter = agreement(round);
        Cents total = book_number(&round->book, "SELECT total FROM plan ORDER BY id DESC LIMIT 1");
        Cents charges =
            book_number(&round->book, "SELECT interest + costs FROM plan_terms ORDER BY plan_id DESC LIMIT 1");
        g_autofree char *printed = total_printed(letter), *expected = money_in("en", total, "EUR");
        g_assert_cmpint(parts_sum(letter), ==, total);
        g_assert_cmpint(letter_totals(letter).open + charges, ==, total);
        g_assert_cmpstr(printed, ==, expected);
        undo(round);
    }
}

/* A credit note of 100,00 is taken off before the rest is split; a table that showed all invoices whole would not add
 * up. */
static void test_credit_is_no_part_of_it(Round *round, gconstpointer data)
{
    (void)data;
    (void)book_item(&round->book, round->peeters, "2026-C7", "2026-02-10", "2026-02-10", -10000);
    say(round, "plan", "parts=2|first=27/02|every=week");
    g_autoptr(Letter) letter = agreement(round);
    g_assert_cmpint(parts_sum(letter), ==, 475260);
    g_assert_cmpint(letter_totals(letter).open, ==, 475260);
}

/* --- The down payment ---------------------------------------------------------------------------------------- */

static void test_down_payment_is_no_part(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=2|first=27/03|every=month|down=500");
    g_autoptr(Letter) letter = agreement(round);
    assert_said(letter, "of which €500.00 as a down payment by Tuesday 24 February 2026 and the rest in 2 parts, ",
                true);
    assert_said(letter, "  Down payment  24/02/2026     500.00\n  1             27/03/2026   2,176.30\n", true);
    g_assert_cmpint(letter->payment.amount, ==, 50000);
}

static void test_down_payment_and_a_rest(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=1|first=27/03|down=500");
    g_autoptr(Letter) letter = agreement(round);
    assert_said(letter, "and the rest on Friday 27 March 2026.", true);
    assert_said(letter, "1 parts", false);
}

static void test_what_came_is_not_asked_again(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=2|first=27/03|every=month|down=500");
    book_payment(&round->book, book_number(&round->book, "SELECT id FROM item WHERE number = '2025-1312'"), 60000, "");
    g_autoptr(Letter) letter = agreement(round);
    g_assert_cmpint(letter->payment.amount, ==, 217630 - 10000);
    assert_said(letter, "Down payment  24/02/2026     500.00", true); /* as agreed all the same */
}

/* A single part is more than its invoices: the code asks all of it. */
static void test_one_part_with_charges(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=1|first=27/02|charges=yes");
    g_autoptr(Letter) letter = agreement(round);
    g_assert_cmpint(letter->payment.amount, ==, 485260 + 4580 + 12000);
}

/* --- When a part is missed ----------------------------------------------------------------------------------- */

static void test_rest_falls_due_where_agreed(Round *round, gconstpointer data)
{
    (void)data;
    say(round, "plan", "parts=3|first=27/02|every=week|falls_due=yes");
    g_autoptr(Letter) agreed = agreement(round);
    assert_said(agreed, "the whole remainder falls due at once, as we agreed", true);
    undo(round);
    say(round, "plan", "parts=3|first=27/02|every=week|falls_due=no");
    g_autoptr(Letter) other = agreement(round);
    assert_said(other, "falls due", false);
    assert_said(other, "Is one of the parts going to be difficult? Ring me beforehand", true);
}

static void test_never_of_a_consumer(Round *round, gconstpointer data)
{
    static const char *const kinds[] = {"consumer", "unknown"};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        book_run(&round->book, "UPDATE customer SET kind = :kind", BINDS(TEXT("kind", kinds[i])));
        say(round, "plan", "parts=3|first=27/02|every=week|falls_due=yes");
        g_autoptr(Letter) letter = agreement(round);
        assert_said(letter, "falls due", false);
        undo(round);
    }
    book_run(&round->book, "UPDATE customer SET kind = 'business'", NO_BINDS);
    say(round, "plan", "parts=3|first=27/02|every=week|falls_due=yes");
    book_run(&round->book, "UPDATE customer SET kind = 'consumer'", NO_BINDS); /* found out later */
    g_autoptr(Letter) letter = agreement(round);
    assert_said(letter, "falls due", false);
}

/* --- Written by hand ------------------------------------------------------------------------------------------- */

static void test_by_hand_it_is_about_the_running_plan(Round *round, gconstpointer data)
{
    (void)data;
    refused_by_hand(round, "agreement",
                    "“Payment plan” cannot be written: no payment plan is running with this customer.");
    say(round, "plan", "parts=3|first=27/02|every=week|down=500|charges=yes");
    g_autoptr(Letter) sent = agreement(round), again = by_hand(round, "agreement");
    g_autofree char *one = read_out(sent), *other = read_out(again);
    g_assert_cmpstr(one, ==, other);
    undo(round);
    refused_by_hand(round, "agreement",
                    "“Payment plan” cannot be written: no payment plan is running with this customer.");
}

/* No letter says yes before the supervisor does. */
static void test_by_hand_it_waits_for_the_supervisor_too(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    good(settings_set(round->book.desk->settings, "plans", "approval_above", "1000", &error), error);
    say(round, "plan", "parts=3|first=27/02|every=week");
    refused_by_hand(round, "agreement",
                    "“Payment plan” cannot be written: no payment plan is running with this customer.");
}

static void test_by_hand_a_promise_is_confirmed_again(Round *round, gconstpointer data)
{
    (void)data;
    refused_by_hand(round, "confirmation",
                    "“Confirmation of a promise” cannot be written: no promise of this customer is running.");
    say(round, "P", "amount=1850|by=fr");
    g_autoptr(Letter) letter = by_hand(round, "confirmation");
    assert_said(letter, "€1,850.00", true);
    assert_said(letter, "Friday 27 February 2026", true);
    book_payment(&round->book, book_number(&round->book, "SELECT id FROM item WHERE number = '2025-1312'"), 60000, "");
    g_autoptr(Letter) rest = by_hand(round, "confirmation");
    assert_said(rest, "€1,250.00", true); /* of it 600,00 came in */
    g_assert_cmpint(rest->payment.amount, ==, 125000);
    say(round, "P", "amount=500|by=fr"); /* in the place of the first */
    g_autoptr(Letter) newer = by_hand(round, "confirmation");
    assert_said(newer, "€500.00", true);
    assert_said(newer, "€1,850.00", false);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define TEST(words, name) g_test_add("/letter of a plan/" words, Round, NULL, house_start, name, end)
    TEST("interest and costs that the plan takes in are named", test_charges_are_named);
    TEST("without them it says that none are added", test_without_charges_it_says_so);
    TEST("parts, invoices and charges add up to the cent", test_it_adds_up);
    TEST("what a credit note takes off is no part of it", test_credit_is_no_part_of_it);
    TEST("a down payment stands before the parts and is asked first", test_down_payment_is_no_part);
    TEST("a down payment and one rest", test_down_payment_and_a_rest);
    TEST("what came in meanwhile is not asked again", test_what_came_is_not_asked_again);
    TEST("one part asks all of it, its charges too", test_one_part_with_charges);
    TEST("the rest falls due only where that was agreed", test_rest_falls_due_where_agreed);
    TEST("the rest of a consumer never falls due at once", test_never_of_a_consumer);
    TEST("by hand it is about the running plan", test_by_hand_it_is_about_the_running_plan);
    TEST("by hand it waits for the supervisor too", test_by_hand_it_waits_for_the_supervisor_too);
    TEST("by hand a promise is confirmed again", test_by_hand_a_promise_is_confirmed_again);
    return g_test_run();
}
