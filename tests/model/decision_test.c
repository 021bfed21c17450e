/* What a person says about a receipt: it is booked, what followed is told, and it can be taken back. */
#include "desk/decision.h"
#include "desk/receipt_card.h"
#include "desk_calls.h"

#include <locale.h>

typedef struct {
    Book book;
    gint64 peeters, oldest, middle, newest; /* 1.850,00, 1.492,60 and 1.510,00 open */
} Round;

static gint64 item(Round *round, const char *number)
{
    g_autofree char *sql = g_strdup_printf("SELECT id FROM item WHERE number = '%s'", number);
    return book_number(&round->book, sql);
}

static void start(Round *round, gconstpointer data)
{
    (void)data;
    book_start(&round->book);
    round->peeters = book_peeters(&round->book);
    round->oldest = item(round, "2025-1312");
    round->middle = item(round, "2025-1355");
    round->newest = item(round, "2026-0041");
    book_planned(&round->book, round->peeters);
}

static void end(Round *round, gconstpointer data)
{
    (void)data;
    book_end_verified(&round->book);
}

/* A line of this morning that no step could place. */
static gint64 receipt(Round *round, Cents amount)
{
    static int made;
    g_autofree char *key = g_strdup_printf("decision %d", ++made);
    book_run(
        &round->book,
        "INSERT INTO import (file, sha256, kind, day, minute, utc, agent_id) VALUES ('m', :key, 'camt.053', 20508, "
        "420, 0, 1)",
        BINDS(TEXT("key", key)));
    gint64 statement = book_insert(&round->book,
                                   "INSERT INTO statement (import_id, account, number)"
                                   " SELECT max(id), 'BE60999000000070', :key FROM import RETURNING id",
                                   BINDS(TEXT("key", key)));
    gint64 payment = book_insert(
        &round->book,
        "INSERT INTO payment (statement_id, fingerprint, day, value_day, amount, currency, name, account, text,"
        " imported_day) VALUES (:statement, :key, 20508, 20508, :amount, 'EUR', 'SOMEBODY', '', 'thanks', 20508)"
        " RETURNING id",
        BINDS(INTEGER("statement", statement), TEXT("key", key), INTEGER("amount", amount)));
    book_run(&round->book, "INSERT INTO payment_match (payment_id, state) VALUES (:payment, 'unmatched')",
             BINDS(INTEGER("payment", payment)));
    return payment;
}

static void says(char *said, const char *words)
{
    g_assert_cmpstr(said, ==, words);
    g_free(said);
}

static char *assign(Round *round, gint64 payment, const gint64 *items, guint count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    char *said = NULL;
    g_array_append_vals(ids, items, count);
    const Decision decision = {
        .kind = DECISION_ASSIGN, .payment_id = payment, .customer_id = round->peeters, .item_ids = ids};
    good(decision_make(round->book.desk, &decision, &said, &error), error);
    return said;
}

static void test_promise(Round *round, gconstpointer data)
{
    (void)data;
    const Call call = {.outcome = "promise", .summary = "promised"};
    gint64 event = book_call(&round->book, round->peeters, &call);
    book_promise(&round->book, event, round->peeters, round->newest, iso("2026-02-27"), 151000);
    gint64 payment = receipt(round, 151000);
    says(assign(round, payment, &round->newest, 1), "Booked on 2026-0041: € 1.510,00; promise of 27/02 kept.");
}

static void test_out_of_queue(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    const gint64 all[] = {round->oldest, round->middle, round->newest};
    gint64 payment = receipt(round, 500000);
    says(assign(round, payment, all, G_N_ELEMENTS(all)),
         "Booked on 3 invoices: € 4.852,60; € 147,40 stays on account; out of today's queue.");
    g_assert_cmpint(book_number(&round->book, "SELECT sum(open) FROM item"), ==, 0);
    char *said = NULL;
    good(decision_undo(round->book.desk, payment, &said, &error), error);
    says(said, "Undone: Bakkerij Peeters BV: receipt assigned; everything is back as it was.");
    g_assert_cmpint(book_number(&round->book, "SELECT sum(open) FROM item"), ==, 485260);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"), ==, 1);
}

static void test_credit_first(Round *round, gconstpointer data)
{
    (void)data;
    gint64 credit = book_item(&round->book, round->peeters, "CN-7", "2026-02-01", "2026-02-01", -10000);
    const gint64 items[] = {round->newest, credit};
    gint64 payment = receipt(round, 141000);
    says(assign(round, payment, items, G_N_ELEMENTS(items)), "Booked on CN-7, 2026-0041: € 1.410,00.");
    g_assert_cmpint(book_number(&round->book, "SELECT open FROM item WHERE number = '2026-0041'"), ==, 0);
}

static void test_not_ours(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    char *said = NULL;
    const Decision decision = {.kind = DECISION_NOT_OURS, .payment_id = receipt(round, 41200)};
    good(decision_make(round->book.desk, &decision, &said, &error), error);
    says(said, "Not ours: € 412,00 asks nothing any more.");
    Ledger ledger = desk_ledger(round->book.desk);
    g_assert_cmpint(receipts_waiting_count(&ledger), ==, 0);
    /* tomorrow a colleague sees that it is a customer's after all */
    good(clock_fix("2026-02-25T09:00", &error), error);
    round->book.desk->agent_id = book_agent(&round->book, "jo");
    good(decision_undo(round->book.desk, decision.payment_id, &said, &error), error);
    says(said, "Undone: receipt put aside; it waits for an answer again.");
    g_assert_cmpint(receipts_waiting_count(&ledger), ==, 1);
    g_assert_false(decision_undo(round->book.desk, decision.payment_id, &said, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
}

static void test_nothing_proposed(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    char *said = NULL;
    const Decision decision = {.kind = DECISION_ACCEPT, .payment_id = receipt(round, 41200)};
    g_assert_false(decision_make(round->book.desk, &decision, &said, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_null(said);
}

static void test_card(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 payment = receipt(round, 200000);
    g_free(assign(round, payment, &round->oldest, 1));
    g_autoptr(ReceiptCard) card = receipt_card_load(round->book.desk, payment, &error);
    g_assert_no_error(error);
    const ReceiptItem *paid = g_ptr_array_index(card->items, 0);
    g_assert_cmpuint(card->items->len, ==, 1);
    g_assert_cmpstr(paid->number, ==, "2025-1312");
    g_assert_cmpint(paid->pays, ==, 185000);
    g_assert_cmpint(paid->open, ==, 0);
    g_assert_cmpuint(card->choices->len, ==, 0);
    g_autofree char *text = receipt_card_text(round->book.desk, card);
    g_assert_nonnull(strstr(text, "“thanks”"));
    g_assert_nonnull(strstr(text, "Decided by an"));
}

static void test_words(Round *round, gconstpointer data)
{
    static const char *const states[] = {"matched",  "proposed",  "on_account", "duplicate",
                                         "reversal", "unmatched", "outgoing",   "not_ours"};
    (void)round, (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++)
        g_assert_cmpstr(receipt_state_label(&(Receipt){.state = (char *)states[i]}), !=, "");
    g_assert_cmpstr(receipt_state_label(&(Receipt){.state = (char *)"duplicate"}), ==, "paid twice");
    g_assert_cmpstr(receipt_state_label(&(Receipt){.state = (char *)"matched", .went_back = true}), ==, "went back");
    for (int step = MATCH_NONE + 1; step <= MATCH_PERSON; step++)
        g_assert_cmpstr(receipt_step_label(MATCH_STEP_SLUGS[step]), !=, "");
    for (int which = 0; which <= RECEIPTS_ALL; which++)
        g_assert_cmpstr(receipts_which_label((ReceiptsWhich)which), !=, "");
}

#define STORY(name, function) g_test_add("/decision/" name, Round, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("money that keeps a promise says so", test_promise);
    STORY("who has paid all is out of today's queue, and back when it is taken back", test_out_of_queue);
    STORY("a credit note makes room wherever it was named", test_credit_first);
    STORY("what is nobody's can be taken back tomorrow, by a colleague", test_not_ours);
    STORY("without a proposal there is nothing to say yes to", test_nothing_proposed);
    STORY("the card of a receipt has what is booked and the bank's words", test_card);
    STORY("every state and every evidence has a word", test_words);
    return g_test_run();
}
