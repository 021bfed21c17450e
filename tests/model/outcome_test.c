/* Every outcome of the shipped playbook, through the form as the screen fills it: what is recorded, what is planned
 * next, what undo brings back.  Clock: Tuesday 24 February 2026, 14:07; the book is that of the frames. */
#include "desk/outcome.h"
#include "desk/touchpoint.h"
#include "desk_book.h"
#include "ledger/account.h"

#include <locale.h>

typedef struct {
    Book book;
    gint64 peeters, luc, an;
} Round;

static void start(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    book_start(&round->book);
    round->peeters = book_peeters(&round->book);
    book_run(&round->book, "INSERT INTO agent (name, role) VALUES ('tom', 'agent'), ('els', 'supervisor')", NO_BINDS);
    round->an = book_number(&round->book, "SELECT id FROM contact WHERE name = 'An Wils'");
    round->luc = book_number(&round->book, "SELECT id FROM contact WHERE name = 'Luc Peeters'");
    book_begin(&round->book);
    good(search_text_refresh(round->book.desk->store, round->peeters, &error), error);
    good(touchpoint_ensure(round->book.desk, round->peeters, 0, &error), error);
    book_commit(&round->book);
}

static void end(Round *round, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head = NULL;
    good(event_verify(round->book.desk->store, findings, &head, &error), error);
    g_assert_cmpuint(findings->len, ==, 0);
    book_end(&round->book);
}

/* Two pictures of the book must be one; only the lines that differ are shown. */
static void same_state(const char *after, const char *before)
{
    g_auto(GStrv) now = g_strsplit(after, "\n", -1), then = g_strsplit(before, "\n", -1);
    for (char **line = now; *line != NULL; line++)
        if (!g_strv_contains((const char *const *)then, *line))
            g_printerr("now:  %s\n", *line);
    for (char **line = then; *line != NULL; line++)
        if (!g_strv_contains((const char *const *)now, *line))
            g_printerr("then: %s\n", *line);
    g_assert_true(strcmp(after, before) == 0);
}

/* --- Talking ----------------------------------------------------------------------------------------- */

/* "amount=100,00|by=fr" typed into the form, the rest as suggested. */
static bool type_into(Form *form, const char *typed, GError **error)
{
    g_auto(GStrv) fields = g_strsplit(typed, "|", -1);
    for (char **field = fields; *field != NULL && **field != '\0'; field++) {
        char *value = strchr(*field, '=');
        *value = '\0';
        if (!form_set_named(form, *field, value + 1, error))
            return false;
    }
    return true;
}

static bool say_to(Round *round, gint64 customer_id, const char *outcome, const char *typed, const char *op,
                   OutcomeDone *done, GError **error)
{
    g_autoptr(Card) card = card_load(round->book.desk, customer_id, error);
    g_assert_nonnull(card);
    g_autoptr(Form) form =
        form_new(round->book.desk, card, playbook_outcome(round->book.desk->playbook, outcome), error);
    g_assert_nonnull(form);
    if (!type_into(form, typed, error))
        return false;
    const OutcomeCall call = {.op = op, .duration = 120, .contact_id = round->an, .note = "said so"};
    return outcome_log(round->book.desk, form, &call, done, error);
}

static void say(Round *round, const char *outcome, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    good(say_to(round, round->peeters, outcome, typed, op, &done, &error), error);
    g_assert_cmpint(done.event_id, >, 0);
    g_assert_true(g_str_has_prefix(done.toast, "Logged: Bakkerij Peeters BV: "));
    outcome_done_clear(&done);
}

static void refused(Round *round, const char *outcome, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book), *op = store_operation_id();
    gint64 events = book_number(&round->book, "SELECT count(*) FROM event");
    OutcomeDone done = {0};
    g_assert_false(say_to(round, round->peeters, outcome, typed, op, &done, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, events);
}

/* --- Looking ----------------------------------------------------------------------------------------- */

/* "promise 2026-03-02 09:30; dispute 2026-03-02 tom": what is planned, earliest first. */
static char *planned(Round *round, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = touchpoints_of(round->book.desk, customer_id, &error);
    g_assert_no_error(error);
    GString *text = g_string_new("");
    for (guint i = 0; i < list->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(list, i);
        g_autofree char *day = day_iso(touchpoint->when.day), *minute = minute_text(touchpoint->when.minute);
        g_string_append_printf(text, "%s%s %s%s%s%s%s%s", i == 0 ? "" : "; ", touchpoint->reason, day,
                               *minute != '\0' ? " " : "", minute, touchpoint->timed ? " rings" : "",
                               *touchpoint->owner != '\0' ? " " : "", touchpoint->owner);
    }
    return g_string_free(text, FALSE);
}

static void planned_is(Round *round, const char *expected)
{
    g_autofree char *text = planned(round, round->peeters);
    g_assert_cmpstr(text, ==, expected);
}

static char *rows(Round *round, const char *sql)
{
    GString *text = g_string_new("");
    state_rows(&round->book, text, sql);
    return g_string_free(text, FALSE);
}

static void rows_are(Round *round, const char *sql, const char *expected)
{
    g_autofree char *text = rows(round, sql);
    g_assert_cmpstr(text, ==, expected);
}

static void money_is(Round *round, Cents open, Cents promised, Cents disputed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) lines = money_lines(round->book.desk->store, round->peeters, clock_today(), &error);
    g_assert_no_error(error);
    const MoneyLine *line = &g_array_index(lines, MoneyLine, 0);
    g_assert_cmpint(line->open, ==, open);
    g_assert_cmpint(line->promised, ==, promised);
    g_assert_cmpint(line->disputed, ==, disputed);
}

#define PROMISES                                                                                                       \
    "SELECT p.kind || ' ' || p.amount || ' due ' || (p.due - 20508) || ' deadline ' || (p.deadline - 20508) || ' '"    \
    " || p.method || p.cheque_number AS line FROM promise p ORDER BY p.id"
/* Day 20508 is Tuesday 24 February 2026: the rows count days from the day of the call. */

static void undo(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id(), *toast = NULL;
    gint64 customer = 0;
    good(outcome_undo(round->book.desk, 0, op, &customer, &toast, &error), error);
}

/* --- The fourteen letters ---------------------------------------------------------------------------- */

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
    planned_is(round, "dispute 2026-03-02 tom; promise 2026-03-02 09:30");
    rows_are(round,
             "SELECT i.number || ' ' || d.amount || ' ' || d.reason || ' ' || d.what || ' ' || d.owner || ' '"
             " || (d.deadline - 20508) AS line FROM dispute d JOIN item i ON i.id = d.item_id",
             "2025-1355 29260 price 3% discount tom 6\n");
    rows_are(round, PROMISES, "promise 456000 due 3 deadline 6 \n");
    money_is(round, 485260, 456000, 29260);
    rows_are(round, "SELECT reason AS line FROM touchpoint WHERE dispute_id IS NOT NULL", "dispute\n");
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

/* --- Rules over all of them -------------------------------------------------------------------------- */

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
    {"agency", "whom=agency|file=A-77"},
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
    say(round, "dispute_answer", "invoice=2025-1355|how=rejected");
    money_is(round, 485260, 0, 0);
    rows_are(round, "SELECT closed_how AS line FROM touchpoint WHERE dispute_id IS NOT NULL", "done\n");
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
    say(round, "agency", "whom=agency|file=A-77");
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
    g_autoptr(GError) error = NULL;
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260224);
    gint64 customers[4] = {round->peeters};
    for (int i = 1; i < 4; i++) {
        g_autofree char *number = g_strdup_printf("%d", 20000 + i), *invoice = g_strdup_printf("2025-1355%d", i);
        customers[i] = book_customer(&round->book, number, number);
        book_contact(&round->book, customers[i], "An", "accounts", "+3252441807");
        book_item(&round->book, customers[i], invoice, "2025-12-01", "2025-12-31", 30000 + i);
        book_item(&round->book, customers[i], "2025-1355", "2025-12-22", "2026-01-21", 149260);
        book_begin(&round->book);
        good(search_text_refresh(round->book.desk->store, customers[i], &error), error);
        good(touchpoint_ensure(round->book.desk, customers[i], 0, &error), error);
        book_commit(&round->book);
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
