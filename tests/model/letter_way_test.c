/* A letter that can reach nobody is refused when it is asked for, with a sentence that says what to do; an outcome that
 * would send one is logged all the same and says so. */
#include "desk/letter_way.h"

#include "outcome_round.h"
#include "paper/letter_post.h"

#include <locale.h>

static void reached(Round *round, const char *email, const char *street, const char *city)
{
    book_run(&round->book, "UPDATE contact SET email = :email", BINDS(TEXT("email", email)));
    book_run(&round->book, "UPDATE customer SET street = :street, city = :city",
             BINDS(TEXT("street", street), TEXT("city", city)));
}

static void test_ways(void)
{
    static const struct {
        const char *channel, *recipient;
        bool postal;
        const char *word; /* of the sentence; NULL: it can go */
    } cases[] = {
        {"email", "an@peeters.example", false, NULL},
        {"post", "", true, NULL},
        {"print", "", false, NULL},
        {"email", "", true, "let it go by post"},
        {"email", "", false, "ask for one"},
        {"email", "peeters.example", true, "correct it"},
        {"email", "an peeters@example", true, "correct it"},
        {"email", "an@peeters.example\nBcc: all@peeters.example", true, "correct it"},
        {"post", "", false, "Street and town"},
        {"post", "an@peeters.example", false, "Street and town"},
        {"peppol", "", true, "from the bookkeeping"},
        {"fax", "", true, "take email, post or print"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *obstacle = letter_way_obstacle(cases[i].channel, cases[i].recipient, cases[i].postal);
        g_assert_true((obstacle == NULL) == (cases[i].word == NULL));
        g_assert_true(obstacle == NULL || (strstr(obstacle, cases[i].word) != NULL && strchr(obstacle, '\n') == NULL));
    }
}

/* --- By hand ------------------------------------------------------------------------------------------- */

static bool letter_asked(Round *round, const char *channel, const char *recipient, GError **error)
{
    g_autofree char *op = store_operation_id(), *toast = NULL;
    const LetterFacts letter = {.document = "first_reminder_be",
                                .channel = channel,
                                .recipient = recipient,
                                .language = "nl",
                                .items = "2 3",
                                .summary = "reminder"};
    return outcome_letter(round->book.desk, round->peeters, &letter, op, &toast, error);
}

static void test_refused_at_once(Round *round, gconstpointer data)
{
    static const char *const ways[][2] = {
        {"email", ""}, {"email", "foo bar@x"}, {"post", ""}, {"peppol", ""}, {"fax", ""}};
    (void)data;
    reached(round, "", "", "");
    g_autofree char *before = book_state(&round->book);
    gint64 events = book_number(&round->book, "SELECT count(*) FROM event");
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(letter_asked(round, ways[i][0], ways[i][1], &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    }
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, events);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM outbox"), ==, 0);
}

/* It was good when it was written: what went since is seen before it leaves, so that no term starts. */
static void test_address_lost_meanwhile(Round *round, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_auto(CourierRound) carried = {0};
    (void)data;
    reached(round, "", "Kerkstraat 7", "Dendermonde");
    good(letter_asked(round, "post", "", &error), error);
    reached(round, "", "", "Dendermonde");
    good(settings_set(round->book.desk->settings, "outbox", "folder", round->book.folder, &error), error);
    good(clock_fix("2026-02-24T14:20", &error), error);
    good(letter_post_round(round->book.desk, &carried, &error), error);
    g_assert_cmpint(carried.refused, ==, 1);
    g_assert_cmpint(carried.sent, ==, 0);
    g_assert_nonnull(strstr(carried.trouble, "Street and town"));
}

/* --- By an outcome --------------------------------------------------------------------------------------- */

static void test_outcome_is_logged_without(Round *round, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    OutcomeDone done = {0};
    (void)data;
    reached(round, "", "", "");
    good(say_to(round, round->peeters, "L", "by=post", "op-lost", &done, &error), error);
    g_assert_nonnull(strstr(done.toast, "No letter goes: Street and town"));
    planned_is(round, "resend 2026-02-26");
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM outbox"), ==, 0);
    g_autofree char *summary = book_text(&round->book, "SELECT value FROM event_answer WHERE field = 'summary'");
    g_assert_nonnull(strstr(summary, "No letter goes: Street and town"));
    outcome_done_clear(&done);
}

static void test_said_before_it_is_logged(Round *round, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    (void)data;
    g_autoptr(Card) card = card_load(round->book.desk, round->peeters, &error);
    g_autoptr(Form) form = form_new(round->book.desk, card, playbook_outcome(round->book.desk->playbook, "L"), &error);
    g_assert_no_error(error);
    g_assert_false(g_str_has_prefix(form_consequences(form)[0], "No letter goes"));
    good(form_set_named(form, "by", "peppol", &error), error);
    g_assert_true(g_str_has_prefix(form_consequences(form)[0], "No letter goes: The invoice itself goes to Peppol"));
    good(form_set_named(form, "by", "email", &error), error);
    g_assert_false(g_str_has_prefix(form_consequences(form)[0], "No letter goes"));
}

/* The first person has none: the letter goes to the one who has. */
static void test_next_address_is_taken(Round *round, gconstpointer data)
{
    (void)data;
    book_run(&round->book, "UPDATE contact SET email = '' WHERE id = :an", BINDS(INTEGER("an", round->an)));
    book_run(&round->book, "UPDATE contact SET email = 'luc@peeters.example' WHERE id = :luc",
             BINDS(INTEGER("luc", round->luc)));
    say(round, "P", "by=fr|amount=100,00|confirm=yes");
    rows_are(round, "SELECT document || ' ' || channel || ' ' || recipient AS line FROM outbox",
             "confirmation email luc@peeters.example\n");
}

#define STORY(name, function) g_test_add("/letter_way/" name, Round, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/letter_way/each way says what it needs, in one line", test_ways);
    STORY("a letter that can reach nobody is refused and writes nothing", test_refused_at_once);
    STORY("an address that went since keeps the letter here", test_address_lost_meanwhile);
    STORY("an outcome whose letter can reach nobody is logged and says so", test_outcome_is_logged_without);
    STORY("what cannot go is said before it is logged", test_said_before_it_is_logged);
    STORY("the first address that can be used is taken", test_next_address_is_taken);
    return g_test_run();
}
