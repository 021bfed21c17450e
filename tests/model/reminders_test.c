/* Letters due: for whom, about what, what makes them wait, and that sending one is done once and undone whole. */
#include "desk/cadence_effect.h"
#include "desk/check.h"
#include "desk/outbox.h"
#include "desk/outcome.h"
#include "desk/queue.h"
#include "desk/reminders.h"
#include "desk/way.h"
#include "desk_book.h"

#include <locale.h>

static GPtrArray *due(Book *book)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = reminders_due(book->desk, &(ReminderOptions){.everybody = true}, &error);
    g_assert_no_error(error);
    return list;
}

static void check_due(Book *book, guint count)
{
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, count);
}

static Queue *queue(Book *book)
{
    g_autoptr(GError) error = NULL;
    Queue *loaded = queue_load(book->desk, &(QueueOptions){.everybody = true}, &error);
    g_assert_no_error(error);
    return loaded;
}

static void ensure(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    book_begin(book);
    good(touchpoint_ensure(book->desk, customer_id, 0, &error), error);
    book_commit(book);
}

static gint64 planned(Book *book, gint64 customer_id, const char *reason, Day day)
{
    return book_insert(book,
                       "INSERT INTO touchpoint (customer_id, reason, day) VALUES (:customer, :reason, :day)"
                       " RETURNING id",
                       BINDS(INTEGER("customer", customer_id), TEXT("reason", reason), DAY("day", day)));
}

/* Peeters, three invoices late, with a letter planned for today, and a house that can write letters. */
static gint64 peeters(Book *book)
{
    gint64 id = book_peeters(book);
    planned(book, id, "friendly_letter", clock_today());
    return id;
}

static RemindersSent send(Book *book, gint64 customer_id, ReminderCheck check)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    RemindersSent sent = {0};
    g_array_append_val(ids, customer_id);
    good(reminders_send(book->desk, ids, check, NULL, &sent, &error), error);
    return sent;
}

/* Nobody falls off the list. */
static void sound(Book *book)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = check_run(book->desk, false, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (finding->fault && g_str_equal(finding->area, "contacts"))
            g_error("%s", finding->sentence);
    }
}

static void test_start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
}

static void test_end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

static void test_listed(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 1);
    const Reminder *reminder = g_ptr_array_index(list, 0);
    g_assert_cmpint(reminder->customer_id, ==, id);
    g_assert_cmpstr(reminder->document, ==, "reminder");
    g_assert_cmpstr(reminder->channel, ==, "email");
    g_assert_cmpstr(reminder->recipient, ==, "books@peeters.example");
    g_assert_cmpint(reminder->amount, ==, 485260);
    g_assert_cmpint(reminder->invoices, ==, 3);
    g_assert_cmpint(reminder->days_late, ==, 48);
    g_assert_cmpstr(reminder->why, ==, "48 days late, no contact yet");
    g_assert_null(reminder->block);
}

/* A letter is no call: the queue counts it and does not show it. */
static void test_no_call(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpuint(loaded->rows->len, ==, 0);
    g_assert_cmpint(loaded->letters_due, ==, 1);
    g_assert_cmpint(loaded->letters_blocked, ==, 0);
}

/* The call that nobody made does not keep the letter. */
static void test_missed_call(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = book_peeters(book);
    ensure(book, id);
    check_due(book, 1);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpuint(loaded->rows->len, ==, 1);
}

static void test_no_address(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    book_run(book, "UPDATE contact SET email = ''", NO_BINDS);
    g_autoptr(GPtrArray) list = due(book);
    const Reminder *reminder = g_ptr_array_index(list, 0);
    g_assert_nonnull(reminder->block);
    g_assert_true(reminder->by_call);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpuint(loaded->rows->len, ==, 1);
    g_assert_cmpstr(((QueueRow *)g_ptr_array_index(loaded->rows, 0))->detail, ==, reminder->block);
    g_assert_cmpint(loaded->letters_blocked, ==, 1);
    book_run(book, "UPDATE customer SET street = 'Korenmarkt 4', city = 'Mechelen'", NO_BINDS);
    g_autoptr(GPtrArray) posted = due(book);
    const Reminder *letter = g_ptr_array_index(posted, 0);
    g_assert_null(letter->block);
    g_assert_cmpstr(letter->channel, ==, "post");
}

static void log_call(Book *book, gint64 customer_id)
{
    static int made;
    g_autoptr(GError) error = NULL;
    g_autofree char *op = g_strdup_printf("call %d", ++made);
    const EventFacts facts = {.op = op, .kind = "call", .outcome = "good", .customer_id = customer_id};
    gint64 id = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_run(book, "UPDATE touchpoint SET closed_event = :event, closed_how = 'done' WHERE closed_event IS NULL",
             BINDS(INTEGER("event", id)));
    good(touchpoint_ensure(book->desk, customer_id, id, &error), error);
    book_commit(book);
}

/* Nobody is rung every other day because no letter can be written to him. */
static void test_no_address_rings_as_others(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    book_run(book, "UPDATE contact SET email = 'not an address'", NO_BINDS);
    int decisions = 0;
    for (int call = 0; call < 6; call++) {
        log_call(book, id);
        g_autofree char *reason = book_text(book, "SELECT reason FROM touchpoint WHERE closed_event IS NULL");
        Day next = day_from_number(book_number(book, "SELECT day AS n FROM touchpoint WHERE closed_event IS NULL"));
        bool decision = strcmp(reason, "hand_over") == 0;
        decisions += decision;
        g_assert_true(decision || strcmp(reason, "reminder_call") == 0);
        g_assert_cmpint(day_minus(next, clock_today()), >=, decision ? 2 : 6);
        g_autofree char *day = day_iso(next), *noon = g_strconcat(day, "T12:00", NULL);
        g_autoptr(GError) error = NULL;
        good(clock_fix(noon, &error), error);
    }
    g_assert_cmpint(decisions, <=, 1);
    book_run(book, "UPDATE contact SET email = 'books@peeters.example'", NO_BINDS);
    check_due(book, 1);
}

static gint64 talk(Book *book, gint64 customer_id)
{
    static int made;
    g_autoptr(GError) error = NULL;
    g_autofree char *op = g_strdup_printf("talk %d", ++made);
    const EventFacts facts = {.op = op, .kind = "note", .customer_id = customer_id};
    gint64 id = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_commit(book);
    return id;
}

static gint64 promised(Book *book, gint64 customer_id, const char *kind, Day day)
{
    gint64 event_id = talk(book, customer_id);
    return book_insert(
        book,
        "INSERT INTO promise (event_id, customer_id, position, kind, made, due, deadline, amount,"
        " currency) VALUES (:event, :customer, 1, :kind, :today, :due, :due, 100000, 'EUR') RETURNING id",
        BINDS(INTEGER("event", event_id), INTEGER("customer", customer_id), TEXT("kind", kind),
              DAY("today", clock_today()), DAY("due", day)));
}

static void test_promise_waits(Book *book, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    promised(book, id, data, day_plus(clock_today(), 3));
    check_due(book, 0);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpint(loaded->letters_due, ==, 0);
    g_assert_cmpuint(loaded->rows->len, ==, 0);
    good(clock_fix("2026-03-02T10:00", &error), error); /* it was not kept */
    check_due(book, 1);
}

static void dispute(Book *book, gint64 customer_id, const char *number)
{
    gint64 event_id = talk(book, customer_id);
    book_run(book,
             "INSERT INTO dispute (event_id, customer_id, item_id, amount, currency, reason, what, deadline)"
             " SELECT :event, customer_id, id, open, currency, 'price', 'too much', :deadline FROM item"
             " WHERE number = :number",
             BINDS(INTEGER("event", event_id), TEXT("number", number), DAY("deadline", day_plus(clock_today(), 9))));
}

/* Only what is disputed is held: the rest is asked, and of all of it nothing. */
static void test_dispute(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    dispute(book, id, "2025-1312");
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 1);
    g_assert_cmpint(((Reminder *)g_ptr_array_index(list, 0))->amount, ==, 485260 - 185000);
    dispute(book, id, "2025-1355");
    dispute(book, id, "2026-0041");
    check_due(book, 0);
}

static void dispute_part(Book *book, gint64 customer_id, const char *number, Cents amount)
{
    gint64 event_id = talk(book, customer_id);
    gint64 id =
        book_insert(book,
                    "INSERT INTO dispute (event_id, customer_id, item_id, amount, currency, reason, what, deadline)"
                    " SELECT :event, customer_id, id, :amount, currency, 'price', 'too much', :deadline FROM item"
                    " WHERE number = :number RETURNING id",
                    BINDS(INTEGER("event", event_id), INTEGER("amount", amount), TEXT("number", number),
                          DAY("deadline", day_plus(clock_today(), 4))));
    book_run(book,
             "INSERT INTO touchpoint (customer_id, reason, day, dispute_id) VALUES (:customer, 'dispute', :day, :id)",
             BINDS(INTEGER("customer", customer_id), DAY("day", day_plus(clock_today(), 4)), INTEGER("id", id)));
}

/* Whoever waits for the answer keeps nothing back: the letter asks for the rest, and names the invoice. */
static void test_part_disputed(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    dispute_part(book, id, "2025-1312", 35000);
    good(clock_fix("2026-02-27T09:00", &error), error);
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 1);
    const Reminder *reminder = g_ptr_array_index(list, 0);
    g_assert_cmpint(reminder->amount, ==, 485260 - 35000);
    g_assert_cmpint(reminder->invoices, ==, 3);
    g_assert_cmpint(reminder->days_late, ==, 51);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpint(loaded->letters_due, ==, 1);
    good(clock_fix("2026-03-02T09:00", &error), error); /* its day has come: he is rung, and the letter still goes */
    check_due(book, 1);
    g_autoptr(Queue) later = queue(book);
    g_assert_cmpuint(later->rows->len, ==, 1);
}

/* The oldest one is disputed: the days and the terms of the letter are those of the oldest that is not. */
static void test_whole_disputed_does_not_lead(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    dispute_part(book, id, "2025-1312", 185000);
    good(clock_fix("2026-02-27T09:00", &error), error);
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 1);
    const Reminder *reminder = g_ptr_array_index(list, 0);
    g_assert_cmpint(reminder->amount, ==, 149260 + 151000);
    g_assert_cmpint(reminder->days_late, ==, 37);
}

static void test_agreed_contact_first(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    planned(book, id, "callback", day_plus(clock_today(), 4));
    check_due(book, 0);
}

static void test_holds(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    book_run(book, "UPDATE customer SET quiet_until = :day", BINDS(DAY("day", day_plus(clock_today(), 2))));
    check_due(book, 0);
    book_run(book, "UPDATE customer SET quiet_until = NULL, not_callable = 'mediation'", NO_BINDS);
    check_due(book, 0);
    book_run(book, "UPDATE customer SET not_callable = NULL, restricted = 1", NO_BINDS);
    check_due(book, 0);
    book_run(book, "UPDATE customer SET restricted = 0", NO_BINDS);
    check_due(book, 1);
}

static gint64 live_of(Book *book, gint64 customer_id)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL AND customer_id = %" G_GINT64_FORMAT, customer_id);
    return book_number(book, sql);
}

static void test_sent_once(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    g_auto(RemindersSent) sent = send(book, id, NULL);
    g_assert_cmpint(sent.sent, ==, 1);
    g_assert_cmpuint(sent.events->len, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE document = 'reminder'"), ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'letter'"), ==, 1);
    g_assert_cmpint(live_of(book, id), ==, 1);
    g_assert_cmpint(book_number(book, "SELECT day FROM touchpoint WHERE closed_event IS NULL"), >,
                    clock_today().number);
    check_due(book, 0);
    g_auto(RemindersSent) again = send(book, id, NULL);
    g_assert_cmpint(again.sent, ==, 0);
    g_assert_cmpint(again.held, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox"), ==, 1);
    sound(book);
}

static void test_undone(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 id = peeters(book), customer = 0;
    g_auto(RemindersSent) sent = send(book, id, NULL);
    good(outcome_undo(book->desk, g_array_index(sent.events, gint64, 0), "undo", &customer, &toast, &error), error);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 0);
    g_assert_cmpint(live_of(book, id), ==, 1);
    check_due(book, 1);
    g_auto(RemindersSent) again = send(book, id, NULL);
    g_assert_cmpint(again.sent, ==, 1);
    sound(book);
}

static char *unwritable(Desk *desk, const Reminder *reminder, void *data)
{
    (void)desk, (void)reminder, (void)data;
    return g_strdup("no company number");
}

/* Whose letter cannot be written is rung, and the row says why. */
static void test_unwritable_is_a_call(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    g_auto(RemindersSent) sent = send(book, id, unwritable);
    g_assert_cmpint(sent.sent, ==, 0);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox"), ==, 0);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpuint(loaded->rows->len, ==, 1);
    g_assert_cmpstr(((QueueRow *)g_ptr_array_index(loaded->rows, 0))->detail, ==, "no company number");
    sound(book);
}

/* By hand: the planned step is done, and the next one counts from here. */
static void test_by_hand_counts(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 id = peeters(book);
    const LetterFacts copy = {.document = "copy",
                              .channel = "email",
                              .recipient = "a@b.example",
                              .language = "nl",
                              .items = "",
                              .summary = "copy"};
    good(outcome_letter(book->desk, id, &copy, "1", &toast, &error), error);
    g_clear_pointer(&toast, g_free);
    g_assert_cmpint(live_of(book, id), ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"
                                      " AND reason = 'friendly_letter'"),
                    ==, 1);
    const LetterFacts letter = {.document = "reminder",
                                .channel = "email",
                                .recipient = "a@b.example",
                                .language = "nl",
                                .items = "",
                                .summary = "reminder"};
    good(outcome_letter(book->desk, id, &letter, "2", &toast, &error), error);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"
                                      " AND reason = 'friendly_letter'"),
                    ==, 0);
    g_assert_cmpint(live_of(book, id), ==, 1);
    check_due(book, 0);
}

static void test_small_change(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    book_run(book,
             "UPDATE item SET open = 1000, ledger_open = 1000, amount = 1000 WHERE customer_id = :id"
             " AND state = 'open'",
             BINDS(INTEGER("id", id)));
    check_due(book, 1); /* 30,00 in all */
    book_run(book,
             "UPDATE item SET open = 100, ledger_open = 100, amount = 100 WHERE customer_id = :id"
             " AND state = 'open'",
             BINDS(INTEGER("id", id)));
    check_due(book, 0); /* not worth a letter */
}

/* What another file would do is seen without a trace, and happens when it is taken. */
static void test_other_cadence(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    g_autofree char *path = g_build_filename(g_getenv("BELRONDE_TESTS"), "model", "cadence_calls.ini", NULL);
    Cadence *calls = cadence_load(path, &error);
    g_assert_no_error(error);
    g_autoptr(GPtrArray) changes = cadence_effect(book->desk, calls, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(changes->len, ==, 1);
    const CadenceChange *change = g_ptr_array_index(changes, 0);
    g_assert_cmpint(change->was, ==, CADENCE_PLACE_LETTER);
    g_assert_cmpint(change->becomes, ==, CADENCE_PLACE_CALL);
    check_due(book, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event"), ==, 0);
    good(cadence_take(book->desk, calls, changes, &error), error);
    check_due(book, 0);
    g_assert_cmpint(live_of(book, id), ==, 1);
    g_autoptr(Queue) loaded = queue(book);
    g_assert_cmpuint(loaded->rows->len, ==, 1);
    sound(book);
}

/* His letter is put off by weeks: he is rung meanwhile, and waits for nobody unseen. */
static void test_letters_later(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    g_autofree char *shipped = path_shipped("cadence.ini"), *text = NULL;
    g_autofree char *path = g_build_filename(book->folder, "later.ini", NULL);
    g_assert_true(g_file_get_contents(shipped, &text, NULL, NULL));
    GString *later = g_string_new(text);
    g_string_replace(later, "after_days = 8\n", "after_days = 90\n", 0);
    good(g_file_set_contents(path, later->str, -1, &error), error);
    g_string_free(later, TRUE);
    Cadence *wanted = cadence_load(path, &error);
    g_assert_no_error(error);
    g_autoptr(GPtrArray) changes = cadence_effect(book->desk, wanted, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(changes->len, ==, 1);
    const CadenceChange *change = g_ptr_array_index(changes, 0);
    g_assert_true(change->replanned);
    g_assert_cmpint(cadence_counts(changes).letters_go, ==, 1);
    good(cadence_take(book->desk, wanted, changes, &error), error);
    g_assert_cmpint(live_of(book, id), ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"
                                      " AND reason LIKE '%letter'"),
                    ==, 0);
    sound(book);
}

/* Nobody rang him on the fifteenth day: the letter's day came as well, and goes where nobody rings today either. */
static void test_unrung(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    book_run(book, "UPDATE touchpoint SET reason = 'day_15' WHERE closed_event IS NULL", NO_BINDS);
    g_autoptr(Card) card = card_load(book->desk, id, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(card->way->if_unrung, ==, "If nobody rings: letter today: friendly reminder.");
    g_assert_true(way_next(card->way)->letter);
    g_assert_cmpint(day_compare(way_next(card->way)->day, clock_today()), >, 0); /* after the call */
    check_due(book, 1);
}

static void test_way(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 id = peeters(book);
    g_autoptr(Card) card = card_load(book->desk, id, &error);
    g_assert_no_error(error);
    g_autofree char *text = way_text(card->way);
    g_test_message("%s", text);
    g_assert_nonnull(strstr(text, "letter: friendly reminder"));
    g_assert_nonnull(strstr(text, "letter: demand with a deadline"));
    g_assert_null(card->way->pause);
    promised(book, id, "promise", day_plus(clock_today(), 3));
    g_autoptr(Card) waiting = card_load(book->desk, id, &error);
    g_assert_cmpstr(waiting->way->pause, ==, "payment is promised for Fri 27/02");
}

/* --- In two currencies --------------------------------------------------------------------------------------- */

/* Peeters owes 500,00 dollars as well. */
static gint64 peeters_dollars(Book *book)
{
    gint64 id = peeters(book);
    gint64 item = book_item(book, id, "US-7", "2025-12-22", "2026-01-21", 50000);
    book_run(book, "UPDATE item SET currency = 'USD' WHERE id = :id", BINDS(INTEGER("id", item)));
    return id;
}

static void test_two_currencies(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *toast = NULL;
    gint64 id = peeters_dollars(book), customer = 0;
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 2);
    const Reminder *euros = g_ptr_array_index(list, 0), *dollars = g_ptr_array_index(list, 1);
    g_assert_cmpstr(euros->currency, ==, "EUR");
    g_assert_cmpint(euros->amount, ==, 485260);
    g_assert_cmpstr(dollars->currency, ==, "USD");
    g_assert_cmpint(dollars->amount, ==, 50000);
    g_assert_cmpint(dollars->days_late, ==, 34);
    g_auto(RemindersSent) sent = send(book, id, NULL);
    g_assert_cmpint(sent.sent, ==, 2);
    g_assert_cmpuint(sent.events->len, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 2);
    check_due(book, 0);
    sound(book);
    good(outcome_undo(book->desk, g_array_index(sent.events, gint64, 0), "undo", &customer, &toast, &error), error);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 0);
    check_due(book, 2);
}

static char *unwritable_in_euros(Desk *desk, const Reminder *reminder, void *data)
{
    return strcmp(reminder->currency, "EUR") == 0 ? unwritable(desk, reminder, data) : NULL;
}

/* What stands in the way of one does not hold the other back, and is said. */
static void test_one_currency_held(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters_dollars(book);
    g_auto(RemindersSent) sent = send(book, id, unwritable_in_euros);
    g_assert_cmpint(sent.sent, ==, 1);
    g_assert_cmpint(sent.held, ==, 0);
    g_assert_cmpuint(sent.sentences->len, ==, 1);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox o JOIN item i ON CAST(i.id AS TEXT) = o.items"
                                      " WHERE i.currency = 'USD'"),
                    ==, 1);
    sound(book);
}

static void test_dollars_alone(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters_dollars(book);
    book_run(book,
             "UPDATE item SET open = 0, ledger_open = 0, state = 'closed', closed_day = due WHERE currency = 'EUR'",
             NO_BINDS);
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, 1);
    g_assert_cmpstr(((Reminder *)g_ptr_array_index(list, 0))->currency, ==, "USD");
    g_auto(RemindersSent) sent = send(book, id, NULL);
    g_assert_cmpint(sent.sent, ==, 1);
    sound(book);
}

/* --- Sent together ------------------------------------------------------------------------------------------- */

static char *undo_newest(Book *book)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    char *toast = NULL;
    gint64 customer = 0;
    good(outcome_undo(book->desk, 0, op, &customer, &toast, &error), error);
    return toast;
}

/* Peeters and Van Dijck, each with a letter planned for today, sent in one go. */
static void send_both(Book *book)
{
    g_autoptr(GError) error = NULL;
    gint64 customers[] = {peeters(book), book_customer(book, "10419", "Garage Van Dijck")};
    (void)book_contact(book, customers[1], "Rita", "accounts", "+3231112233");
    book_run(book, "UPDATE contact SET email = 'rita@garage.example' WHERE email = ''", NO_BINDS);
    (void)book_item(book, customers[1], "2026-0050", "2025-12-22", "2026-01-21", 30000);
    (void)planned(book, customers[1], "friendly_letter", clock_today());
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_vals(ids, customers, 2);
    g_auto(RemindersSent) sent = {0};
    good(reminders_send(book->desk, ids, NULL, NULL, &sent, &error), error);
    g_assert_cmpint(sent.sent, ==, 2);
    check_due(book, 0);
}

static void test_batch_undone(Book *book, gconstpointer data)
{
    (void)data;
    send_both(book);
    g_autofree char *said = undo_newest(book);
    g_assert_cmpstr(said, ==, "2 documents taken back.");
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM outbox WHERE state = 'waiting'"), ==, 0);
    check_due(book, 2);
    sound(book);
}

/* What has left is named and stays on record; only a person takes that back, knowing it. */
static void test_batch_partly_left(Book *book, gconstpointer data)
{
    (void)data;
    send_both(book);
    book_run(book,
             "UPDATE outbox SET state = 'sent', sent_utc = 1 WHERE customer_id ="
             " (SELECT id FROM customer WHERE number = '10419')",
             NO_BINDS);
    g_autofree char *said = undo_newest(book);
    g_assert_cmpstr(said, ==, "1 document taken back. 1 has left already: Garage Van Dijck.");
    check_due(book, 1);
    g_autofree char *again = undo_newest(book);
    g_assert_nonnull(strstr(again, "The mail has left already"));
    sound(book);
}

static void test_recalled_together(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;
    send_both(book);
    g_autoptr(GPtrArray) rows = outbox_load(book->desk, &error);
    g_assert_no_error(error);
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < rows->len; i++)
        g_array_append_val(events, ((OutboxRow *)g_ptr_array_index(rows, i))->event_id);
    good(outcomes_recall(book->desk, events, "recall", &said, &error), error);
    g_assert_cmpstr(said, ==, "2 documents taken back.");
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM event WHERE kind = 'undo'"), ==, 2);
    g_clear_pointer(&said, g_free);
    good(outcomes_recall(book->desk, events, "recall again", &said, &error), error);
    g_assert_cmpstr(said, ==, "0 documents taken back."); /* undone once and for all */
    sound(book);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        void (*test)(Book *book, gconstpointer data);
        const char *data;
    } tests[] = {
        {"who it is for, what about and why", test_listed, NULL},
        {"a letter that is due is no call", test_no_call, NULL},
        {"a call that was never made does not keep the letter", test_missed_call, NULL},
        {"without any address it is a call that says so", test_no_address, NULL},
        {"after that call he is rung no more often than others", test_no_address_rings_as_others, NULL},
        {"a promise makes it wait, until it is broken", test_promise_waits, "promise"},
        {"a payment plan makes it wait", test_promise_waits, "instalment"},
        {"what is disputed is not asked", test_dispute, NULL},
        {"of what is disputed in part the rest is asked meanwhile", test_part_disputed, NULL},
        {"what is disputed whole does not say how late he is", test_whole_disputed_does_not_lead, NULL},
        {"an agreed contact comes first", test_agreed_contact_first, NULL},
        {"rest, mediation and restriction keep it back", test_holds, NULL},
        {"it is sent once, and the next step planned", test_sent_once, NULL},
        {"undo brings everything back", test_undone, NULL},
        {"a letter nobody can write comes back as a call", test_unwritable_is_a_call, NULL},
        {"a reminder by hand counts, a copy does not", test_by_hand_counts, NULL},
        {"nobody gets a letter about small change", test_small_change, NULL},
        {"another cadence is tried without a trace, then taken", test_other_cadence, NULL},
        {"a letter that another cadence puts off becomes a call", test_letters_later, NULL},
        {"a call that nobody makes keeps no letter back, and his card says so", test_unrung, NULL},
        {"the way says what comes and what waits", test_way, NULL},
        {"two currencies are two letters, sent and undone together", test_two_currencies, NULL},
        {"what holds one currency does not hold the other", test_one_currency_held, NULL},
        {"who owes dollars alone gets his letter", test_dollars_alone, NULL},
        {"letters sent together are taken back in one step", test_batch_undone, NULL},
        {"what had left already is said and stays", test_batch_partly_left, NULL},
        {"all that waits is taken back at once", test_recalled_together, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/reminders/", tests[i].name, NULL);
        g_test_add(path, Book, tests[i].data, test_start, tests[i].test, test_end);
    }
    return g_test_run();
}
