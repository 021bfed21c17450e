/* Every outcome of the shipped playbook on a real book: logged from the form, planned, and undone again. */
#include "desk/outcome.h"
#include "model/desk_book.h"

#include <locale.h>

static const struct {
    const char *code, *typed;
    const char *record; /* promises, disputes, documents, touchpoints live afterwards */
} rows[] = {
    {"NA", "", "0 promises, 0 disputes, 0 documents: no_answer 2026-02-25"},
    {"CB", "when=tomorrow 14:30", "0 promises, 0 disputes, 0 documents: callback 2026-02-25 14:30"},
    {"PIP", "number=4471902 | posted=yesterday", "1 promises, 0 disputes, 1 documents: cheque 2026-03-02"},
    {"PTP", "by=fr", "1 promises, 0 disputes, 1 documents: promise 2026-03-02 09:30"},
    {"SYS", "run=27/2 | missing=A | approver=Luc",
     "0 promises, 0 disputes, 0 documents: approval 2026-02-25, in_system 2026-03-03"},
    {"ABS", "back=mo", "0 promises, 0 disputes, 0 documents: away 2026-03-02 09:20"},
    {"INV", "", "0 promises, 0 disputes, 1 documents: resend 2026-02-26"},
    {"DSP", "invoice=1355 | reason=P | disputed=292,60 | what=discount | owner=tom | rest_by=fr",
     "1 promises, 1 disputes, 0 documents: dispute 2026-03-02 of tom, promise 2026-03-02 09:30, dispute_late "
     "2026-03-03"},
    {"PLAN", "parts=3 | first=1/3",
     "3 promises, 0 disputes, 1 documents: plan 2026-03-03 09:30, plan 2026-04-02 09:30, plan 2026-05-05 09:30"},
    {"REF", "reason=M | next=C | deadline=3/3",
     "0 promises, 0 disputes, 0 documents: chief 2026-02-25 of els, notice 2026-03-03"},
    {"WN", "", "0 promises, 0 disputes, 0 documents: find_no 2026-02-24 16:00"},
    {"PAID", "paid_on=yesterday", "1 promises, 0 disputes, 0 documents: paid_check 2026-02-26"},
    {"HARD", "", "0 promises, 0 disputes, 1 documents: arrange 2026-03-03"},
    {"PART", "amount=2000 | by=fr | rest_by=1/4",
     "2 promises, 0 disputes, 1 documents: promise 2026-03-02 09:30, promise 2026-04-02 09:30"},
    {"GK", "with=Kim", "0 promises, 0 disputes, 0 documents: message 2026-02-25"},
    {"DEM", "consequence=N", "0 promises, 0 disputes, 1 documents: deadline 2026-03-05"},
    {"ESC", "", "0 promises, 0 disputes, 0 documents: call 2026-02-25"},
    {"NOT", "letter_id=77", "0 promises, 0 disputes, 0 documents: notice 2026-03-17"},
    {"AGY", "whom=B | file=77", "0 promises, 0 disputes, 0 documents:"},
    {"INS", "opened=yesterday | administrator=Mr Bos", "0 promises, 0 disputes, 0 documents: claim 2026-03-10 of els"},
};

static void type(Form *form, const char *typed)
{
    g_auto(GStrv) pairs = g_strsplit(typed, " | ", -1);
    for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++) {
        g_autoptr(GError) error = NULL;
        g_auto(GStrv) sides = g_strsplit(*pair, "=", 2);
        good(form_set_named(form, sides[0], sides[1], &error), error);
    }
}

static gint64 log_outcome(Book *book, gint64 customer, const char *code, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Card) card = card_load(book->desk, customer, &error);
    g_assert_no_error(error);
    g_autoptr(Form) form = form_new(book->desk, card, playbook_outcome(book->desk->playbook, code), &error);
    g_assert_no_error(error);
    type(form, typed);
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    good(outcome_log(book->desk, form, &(OutcomeCall){.op = op, .note = ""}, &done, &error), error);
    gint64 event = done.event_id;
    outcome_done_clear(&done);
    return event;
}

static char *record(Book *book, gint64 customer)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) live = touchpoints_of(book->desk, customer, &error);
    g_assert_no_error(error);
    GString *text = g_string_new(NULL);
    g_string_append_printf(
        text, "%d promises, %d disputes, %d documents:", (int)book_number(book, "SELECT count(*) AS n FROM promise"),
        (int)book_number(book, "SELECT count(*) AS n FROM dispute"),
        (int)book_number(book, "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"));
    for (guint i = 0; i < live->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(live, i);
        bool retry = strcmp(touchpoint->reason, "no_answer") == 0; /* its minute varies on purpose */
        g_autofree char *day = day_iso(touchpoint->when.day),
                        *minute = minute_text(retry ? MINUTE_NONE : touchpoint->when.minute);
        g_string_append_printf(text, "%s %s %s%s%s", i > 0 ? "," : "", touchpoint->reason, day,
                               *minute != '\0' ? " " : "", minute);
        if (*touchpoint->owner != '\0')
            g_string_append_printf(text, " of %s", touchpoint->owner);
    }
    return g_string_free(text, FALSE);
}

static void test_logged(Book *book, gconstpointer data)
{
    const size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(GError) error = NULL;
    gint64 customer = book_peeters(book), back = 0;
    gint64 event = log_outcome(book, customer, rows[row].code, rows[row].typed);
    g_autofree char *after = record(book, customer), *toast = NULL, *op = store_operation_id();
    g_assert_cmpstr(after, ==, rows[row].record);
    bool ensured = false;
    good(touchpoint_is_ensured(book->desk, customer, &ensured, &error), error);
    g_assert_true(ensured);
    good(outcome_undo(book->desk, event, op, &back, &toast, &error), error);
    g_assert_cmpint(back, ==, customer);
    g_assert_cmpint(book_number(book, "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"), ==, 0);
    g_autoptr(Card) card = card_load(book->desk, customer, &error);
    g_assert_no_error(error);
    g_assert_cmpint(card_money(card)->ask, ==, 485260); /* nothing promised, nothing disputed any more */
    g_assert_null(card->not_callable);
}

/* The third “I will call you back” has its own script; reaching somebody otherwise starts the count anew. */
static void test_repetition(Book *book, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    gint64 customer = book_peeters(book);
    (void)data;
    for (int i = 1; i <= 3; i++) {
        g_autoptr(Card) card = card_load(book->desk, customer, &error);
        g_assert_no_error(error);
        g_autoptr(Form) form = form_new(book->desk, card, playbook_outcome(book->desk->playbook, "B"), &error);
        g_assert_cmpint(form_times(form), ==, i);
        g_assert_true((strstr(form_script(form)[0], "zullen we het nu regelen") != NULL ||
                       strstr(form_script(form)[0], "Zullen we het nu regelen") != NULL) == (i == 3));
        log_outcome(book, customer, "B", "when=tomorrow 14:30");
    }
}

/* A callback of another customer at that hour is shown beside the date. */
static void test_taken_hour(Book *book, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    gint64 peeters = book_peeters(book), garage = book_customer(book, "10777", "Garage Van Dijck NV");
    (void)data;
    book_item(book, garage, "2026-0398", "2026-01-07", "2026-02-06", 98000);
    log_outcome(book, garage, "B", "when=tomorrow 14:30");
    g_autoptr(Card) card = card_load(book->desk, peeters, &error);
    g_autoptr(Form) form = form_new(book->desk, card, playbook_outcome(book->desk->playbook, "B"), &error);
    g_assert_no_error(error);
    form_set(form, form_first(form), "tomorrow 14:35");
    g_assert_cmpstr(form_field(form, form_first(form))->echo, ==,
                    "Wed 25 Feb 14:35  then also: 14:30 Garage Van Dijck NV");
    form_set(form, form_first(form), "tomorrow 15:35");
    g_assert_cmpstr(form_field(form, form_first(form))->echo, ==, "Wed 25 Feb 15:35  free");
}

/* A dispute is settled by its own outcome, and the customer hears the answer. */
static void test_dispute_answer(Book *book, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    gint64 customer = book_peeters(book);
    (void)data;
    log_outcome(book, customer, "D", "invoice=1355 | reason=P | disputed=292,60 | what=discount | owner=tom");
    g_autoptr(Card) held = card_load(book->desk, customer, &error);
    g_assert_cmpint(card_money(held)->disputed, ==, 29260);
    log_outcome(book, customer, "DSE", "how=S | words=agreed in March");
    g_autoptr(Card) card = card_load(book->desk, customer, &error);
    g_assert_no_error(error);
    g_assert_cmpint(card_money(card)->disputed, ==, 0);
    g_autofree char *after = record(book, customer);
    g_assert_nonnull(strstr(after, "dispute 2026-02-24"));
}

/* The good call leaves the plan as it was; a courtesy call comes back when the invoice falls due. */
static void test_courtesy(Book *book, gconstpointer data)
{
    gint64 customer = book_customer(book, "10900", "Wouters & Zonen");
    (void)data;
    book_contact(book, customer, "Els Wouters", "accounts", "+3211287341");
    book_item(book, customer, "2026-0500", "2026-02-20", "2026-03-22", 118800);
    log_outcome(book, customer, "CRT", "");
    g_autofree char *after = record(book, customer);
    g_assert_nonnull(strstr(after, "call 2026-03-23")); /* the 22nd is a Sunday */
    log_outcome(book, customer, "G", "");
    g_autofree char *kept = record(book, customer);
    g_assert_nonnull(strstr(kept, "call 2026-03-23"));
}

/* All well with the new invoice, but an old one is late: nobody rests until the new one falls due. */
static void test_courtesy_while_late(Book *book, gconstpointer data)
{
    gint64 customer = book_customer(book, "10901", "Late & Zonen");
    (void)data;
    book_contact(book, customer, "Els Late", "accounts", "+3211287342");
    book_item(book, customer, "2025-0900", "2025-12-02", "2026-01-02", 50000);
    book_item(book, customer, "2026-0501", "2026-02-20", "2026-12-31", 118800);
    log_outcome(book, customer, "CRT", "");
    gint64 next = book_number(book, "SELECT min(day) AS n FROM touchpoint WHERE closed_event IS NULL");
    g_assert_cmpint(next, <, iso("2026-03-24").number);
}

/* Who has no desk here cannot be given a task that nobody would see. */
static void test_stranger(Book *book, gconstpointer data)
{
    gint64 customer = book_peeters(book);
    (void)data;
    log_outcome(book, customer, "D", "invoice=1355 | reason=P | disputed=292,60 | what=discount | owner=Bert (sales)");
    g_autofree char *after = record(book, customer),
                    *detail = book_text(book, "SELECT detail FROM touchpoint WHERE reason = 'dispute'");
    g_assert_nonnull(strstr(after, "dispute 2026-03-02"));
    g_assert_null(strstr(after, " of "));
    g_assert_cmpstr(detail, ==, "2025-1355: price, 292,60 (Bert (sales))");
}

static void start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
    book_run(book, "INSERT INTO agent (name, role) VALUES ('tom', 'agent'), ('els', 'supervisor')", NO_BINDS);
}

static void end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *name = g_strdup_printf("/playbook log/%s is recorded, planned and undone", rows[i].code);
        g_test_add(name, Book, GSIZE_TO_POINTER(i), start, test_logged, end);
    }
    g_test_add("/playbook log/the third callback has its own script", Book, NULL, start, test_repetition, end);
    g_test_add("/playbook log/an hour taken by another callback is shown", Book, NULL, start, test_taken_hour, end);
    g_test_add("/playbook log/the answer to a dispute frees the sum", Book, NULL, start, test_dispute_answer, end);
    g_test_add("/playbook log/a task for somebody without a desk stays in our list", Book, NULL, start, test_stranger,
               end);
    g_test_add("/playbook log/a good call leaves the plan, a courtesy call waits for the due date", Book, NULL, start,
               test_courtesy, end);
    g_test_add("/playbook log/all well, but something is late: the usual way goes on", Book, NULL, start,
               test_courtesy_while_late, end);
    return g_test_run();
}
