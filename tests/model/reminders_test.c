/* Letters due: for whom, about what, what makes them wait, and that sending one is done once and undone whole. */
#include "reminders_book.h"

#include <locale.h>

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

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    static const ReminderTest tests[] = {
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
    };
    return reminders_run("reminders", tests, G_N_ELEMENTS(tests));
}
