/* Verbs without a form: skip, put off, a call without outcome, a note; and undo of each. */
#include "desk/outcome.h"
#include "desk_calls.h"
#include "ledger/matching.h"

#include <locale.h>

typedef struct {
    Book book;
    gint64 peeters;
} Round;

static void start(Round *round, gconstpointer data)
{
    (void)data;
    book_start(&round->book);
    round->peeters = book_peeters(&round->book);
    book_planned(&round->book, round->peeters);
}

static void end(Round *round, gconstpointer data)
{
    (void)data;
    book_end_verified(&round->book);
}

static Moment next(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = touchpoints_of(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(list->len, >, 0);
    return ((Touchpoint *)g_ptr_array_index(list, 0))->when;
}

static void undo(Round *round, const char *op, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 customer = 0;
    good(outcome_undo(round->book.desk, 0, op, &customer, &toast, &error), error);
    g_assert_cmpint(customer, ==, round->peeters);
    if (strstr(toast, words) == NULL)
        g_error("“%s” does not say “%s”", toast, words);
}

static void nothing_to_undo(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 customer = 0;
    g_assert_false(outcome_undo(round->book.desk, 0, "op-none", &customer, &toast, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
    g_assert_null(toast);
}

static void test_skip(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book);
    good(outcome_skip(round->book.desk, round->peeters, "op-skip", &error), error);
    g_assert_cmpint(book_number(&round->book, "SELECT skipped_day FROM touchpoint"), ==, clock_today().number);
    good(outcome_skip(round->book.desk, round->peeters, "op-skip", &error), error);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event WHERE kind = 'skip'"), ==, 1);
    undo(round, "op-undo", "skipped");
    g_autofree char *after = book_state(&round->book);
    g_assert_cmpstr(after, ==, before);
    nothing_to_undo(round);
}

static void test_skip_nothing(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 other = book_customer(&round->book, "5", "Nobody Due");
    g_assert_false(outcome_skip(round->book.desk, other, "op-skip", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, 0);
}

static void test_snooze(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book), *toast = NULL, *reason = NULL;
    g_autofree char *was = book_text(&round->book, "SELECT reason FROM touchpoint WHERE closed_event IS NULL");
    const Moment sunday = {iso("2026-03-01"), 10 * 60};
    good(outcome_snooze(round->book.desk, round->peeters, sunday, "stock-taking", "op-z", &toast, &error), error);
    g_assert_cmpstr(toast, ==, "Put off: Bakkerij Peeters BV, until Mon 2 Mar 10:00.");
    g_assert_cmpint(next(round).day.number, ==, iso("2026-03-02").number);
    g_assert_cmpint(next(round).minute, ==, 10 * 60);
    reason = book_text(&round->book, "SELECT reason FROM touchpoint WHERE closed_event IS NULL");
    g_assert_cmpstr(reason, ==, was);
    g_autofree char *why = book_text(&round->book, "SELECT value FROM event_answer WHERE field = 'note'");
    g_assert_cmpstr(why, ==, "stock-taking");
    undo(round, "op-undo", "put off");
    g_autofree char *after = book_state(&round->book);
    g_assert_cmpstr(after, ==, before);
}

static void test_snooze_refused(Round *round, gconstpointer data)
{
    (void)data;
    const struct {
        Moment until;
        const char *reason;
    } rows[] = {{{clock_today(), MINUTE_NONE}, "why"},
                {{day_plus(clock_today(), -1), MINUTE_NONE}, "why"},
                {{DAY_NONE, MINUTE_NONE}, "why"},
                {{day_plus(clock_today(), 3), MINUTE_NONE}, ""}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *toast = NULL;
        g_assert_false(
            outcome_snooze(round->book.desk, round->peeters, rows[i].until, rows[i].reason, "op-z", &toast, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_null(toast);
    }
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, 0);
}

static void test_no_outcome(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book);
    good(outcome_none(round->book.desk, round->peeters, "op-t", 95, "line was cut", &error), error);
    g_assert_cmpint(next(round).day.number, ==, clock_today().number);
    g_assert_cmpint(book_number(&round->book, "SELECT duration FROM event WHERE outcome IS NULL AND kind = 'call'"), ==,
                    95);
    g_autofree char *after = book_state(&round->book);
    g_assert_cmpstr(after, ==, before);
    undo(round, "op-u", "call without outcome");
    nothing_to_undo(round);
}

static void test_walks_back(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *first = book_state(&round->book), *toast = NULL;
    good(outcome_note(round->book.desk, round->peeters, "op-1", "asks for Luc", &error), error);
    good(outcome_skip(round->book.desk, round->peeters, "op-2", &error), error);
    g_autofree char *second = book_state(&round->book);
    good(outcome_snooze(round->book.desk, round->peeters, (Moment){iso("2026-03-04"), MINUTE_NONE}, "fair", "op-3",
                        &toast, &error),
         error);
    undo(round, "op-4", "put off");
    g_autofree char *state = book_state(&round->book);
    g_assert_cmpstr(state, ==, second);
    undo(round, "op-5", "skipped");
    g_autofree char *again = book_state(&round->book);
    g_assert_cmpstr(again, ==, first);
    undo(round, "op-5", "skipped"); /* the same key press tried twice undoes once */
    undo(round, "op-6", "note");
    nothing_to_undo(round);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, 6);
}

static void test_only_today_and_own(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    good(outcome_note(round->book.desk, round->peeters, "op-1", "mine", &error), error);
    gint64 own = round->book.desk->agent_id;
    round->book.desk->agent_id =
        book_insert(&round->book, "INSERT INTO agent (name) VALUES ('tom') RETURNING id", NO_BINDS);
    nothing_to_undo(round);
    round->book.desk->agent_id = own;
    clock_advance(24 * 60 * 60);
    nothing_to_undo(round);
    clock_advance(-24 * 60 * 60);
    undo(round, "op-2", "note");
}

static void test_letter(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    book_run(&round->book, "INSERT INTO touchpoint (customer_id, reason, day) VALUES (1, 'letter', 20508)", NO_BINDS);
    g_autofree char *before = book_state(&round->book);
    const LetterFacts letter = {.document = "reminder",
                                .channel = "email",
                                .recipient = "books@peeters.example",
                                .language = "nl",
                                .items = "2 3",
                                .summary = "reminder to books@peeters.example"};
    good(outcome_letter(round->book.desk, round->peeters, &letter, "op-m", &toast, &error), error);
    g_assert_nonnull(strstr(toast, "leaves in 60 s"));
    g_autofree char *waiting = book_text(&round->book, "SELECT document || ' ' || items || ' ' || state FROM outbox");
    g_assert_cmpstr(waiting, ==, "reminder 2 3 waiting");
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"), ==, 1);
    undo(round, "op-u", "letter");
    g_autofree char *after = book_state(&round->book);
    g_assert_cmpstr(after, ==, before);
}

/* A bank line that a name and an amount make likely: it waits for a person's yes. */
static gint64 receipt_proposed(Round *round)
{
    Book *book = &round->book;
    g_autoptr(GError) error = NULL;
    ImportSummary summary = {0};
    Ledger ledger = desk_ledger(book->desk);
    BookingOptions options = desk_booking(book->desk);
    book_run(book,
             "INSERT INTO import (id, file, sha256, kind, day, minute, utc, agent_id) VALUES (1, 'b', 'b', 'csv', "
             "20508, 0, 0, 1)",
             NO_BINDS);
    book_run(book, "INSERT INTO statement (id, import_id, account, number) VALUES (1, 1, 'BE', '1')", NO_BINDS);
    gint64 payment = book_insert(
        book,
        "INSERT INTO payment (statement_id, fingerprint, day, value_day, amount, currency, name, account, text, "
        "imported_day)"
        " VALUES (1, 'p', 20508, 20508, 149260, 'EUR', 'BAKKERIJ PEETERS', 'BE68539007547034', 'thanks', 20508)"
        " RETURNING id",
        NO_BINDS);
    book_run(book, "INSERT INTO payment_match (payment_id, state) VALUES (1, 'unmatched')", NO_BINDS);
    good(match_again(&ledger, &options, &summary, &error), error);
    g_autofree char *state = book_text(book, "SELECT state FROM payment_match");
    g_assert_cmpstr(state, ==, "proposed");
    return payment;
}

#define MONEY                                                                                                          \
    "SELECT (SELECT sum(open) FROM item) || ' ' || m.state || ' ' || m.allocated || ' ' ||"                            \
    " (SELECT count(*) FROM payment_proposal) || ' ' || (SELECT count(*) FROM customer_iban) FROM payment_match m"

static void test_receipt_taken_back(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 payment = receipt_proposed(round);
    Ledger ledger = desk_ledger(round->book.desk);
    BookingOptions options = desk_booking(round->book.desk);
    book_run(&round->book, "UPDATE item SET open = 0, state = 'closed', closed_day = 20500 WHERE open <> 149260",
             NO_BINDS);
    book_run(&round->book, "UPDATE item SET ledger_open = open", NO_BINDS);
    book_begin(&round->book);
    good(search_text_refresh(round->book.desk->store, round->peeters, &error), error);
    book_commit(&round->book);
    g_autofree char *before = book_state(&round->book), *money = book_text(&round->book, MONEY);
    good(match_confirm(&ledger, payment, "op-yes", &options, &error), error);
    g_autofree char *paid = book_text(&round->book, MONEY);
    g_assert_cmpstr(paid, ==, "0 matched 149260 0 1");
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM touchpoint WHERE closed_how = 'paid'"), ==, 1);
    undo(round, "op-no", "receipt assigned");
    g_autofree char *again = book_text(&round->book, MONEY), *after = book_state(&round->book);
    g_assert_cmpstr(again, ==, money);
    g_assert_cmpstr(again, ==, "149260 proposed 0 1 0");
    g_assert_cmpstr(after, ==, before);
    good(match_confirm(&ledger, payment, "op-yes-again", &options, &error), error);
    g_autofree char *once_more = book_text(&round->book, MONEY);
    g_assert_cmpstr(once_more, ==, "0 matched 149260 0 1");
}

#define STORY(name, function) g_test_add("/verbs/" name, Round, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("skip puts a customer to the end of today, once", test_skip);
    STORY("who is not due cannot be skipped", test_skip_nothing);
    STORY("put off keeps the reason of the contact and rolls to a business day", test_snooze);
    STORY("put off needs a later day and a reason", test_snooze_refused);
    STORY("a call without outcome leaves the customer due", test_no_outcome);
    STORY("undo walks back through the day", test_walks_back);
    STORY("only one's own verbs of today can be undone", test_only_today_and_own);
    STORY("a letter waits to be recalled, and what waited for it is done", test_letter);
    STORY("a receipt assigned by mistake waits for an answer again", test_receipt_taken_back);
    return g_test_run();
}
