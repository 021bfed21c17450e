/* What `belronde check` notices, and what --repair mends: each test spoils one thing in a sound book. */
#include "desk/check.h"
#include "desk/event.h"
#include "desk/touchpoint.h"
#include "desk_book.h"
#include "ledger/account.h"

#include <locale.h>
#include <sys/stat.h>

static GPtrArray *findings(Book *book, bool repair)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *found = check_run(book->desk, repair, &error);
    g_assert_no_error(error);
    return found;
}

static const Finding *finding_with(const GPtrArray *found, const char *words)
{
    for (guint i = 0; i < found->len; i++) {
        const Finding *finding = g_ptr_array_index(found, i);
        if (strstr(finding->sentence, words) != NULL)
            return finding;
    }
    return NULL;
}

/* Says what is there when it is not what was expected. */
static void only_finding(Book *book, bool repair, bool fault, const char *words)
{
    g_autoptr(GPtrArray) found = findings(book, repair);
    for (guint i = 0; i < found->len; i++) {
        const Finding *finding = g_ptr_array_index(found, i);
        if (found->len != 1 || strstr(finding->sentence, words) == NULL)
            g_test_message("%s %s: %s", finding->fault ? "fault" : "remark", finding->area, finding->sentence);
    }
    g_assert_cmpuint(found->len, ==, 1);
    const Finding *finding = finding_with(found, words);
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->fault, ==, fault);
}

static void sound(Book *book)
{
    g_autoptr(GPtrArray) found = findings(book, false);
    for (guint i = 0; i < found->len; i++)
        g_test_message("%s", ((Finding *)g_ptr_array_index(found, i))->sentence);
    g_assert_cmpuint(found->len, ==, 0);
}

/* A customer as booking leaves him: planned, classed, to be found. */
static gint64 peeters(Book *book)
{
    g_autoptr(GError) error = NULL;
    gint64 id = book_peeters(book);
    book_begin(book);
    good(customer_class_refresh(book->desk->store, book->desk->settings, id, clock_today(), &error), error);
    good(search_text_refresh(book->desk->store, id, &error), error);
    good(touchpoint_ensure(book->desk, id, 0, &error), error);
    book_commit(book);
    sound(book);
    return id;
}

static void test_item_open(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    book_run(book, "UPDATE item SET open = 100 WHERE number = '2025-1312'", NO_BINDS);
    g_autoptr(GPtrArray) found = findings(book, false);
    g_assert_nonnull(
        finding_with(found, "Item 10418 2025-1312: 1,00 is open, and list and bank lines leave 1.850,00."));
    g_autoptr(GPtrArray) repaired = findings(book, true);
    g_assert_false(finding_with(repaired, "1.850,00")->fault);
    g_assert_cmpint(book_number(book, "SELECT open FROM item WHERE number = '2025-1312'"), ==, 185000);
    sound(book);
}

/* A credit note of 300,00 settles part of an invoice; then the books forget that it took anything off. */
static void test_item_credit(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    book_run(book,
             "INSERT INTO item (customer_id, kind, number, due, currency, amount, ledger_open, open)"
             " SELECT customer_id, 'credit_note', 'C-1', due, currency, -30000, -30000, -30000 FROM item"
             " WHERE number = '2025-1312'",
             NO_BINDS);
    book_run(book,
             "INSERT INTO item_credit (credit_id, position, number, day, invoice_id, amount, known_credit)"
             " SELECT c.id, 1, i.number, 0, i.id, 30000, 30000 FROM item c JOIN item i ON i.number = '2025-1312'"
             " WHERE c.number = 'C-1'",
             NO_BINDS);
    g_autoptr(GPtrArray) found = findings(book, false);
    const Finding *finding =
        finding_with(found, "Item 10418 2025-1312: credit notes took 0,00 off, and what they settle of it is 300,00.");
    g_assert_nonnull(finding);
    g_assert_true(finding->fault);
    book_run(book, "UPDATE item_credit SET amount = 30001, known_invoice = 30001", NO_BINDS);
    g_autoptr(GPtrArray) more = findings(book, false);
    g_assert_nonnull(
        finding_with(more, "Credit note 10418 C-1: 300,01 is set against invoices, and it is over 300,00."));
}

static void test_item_state(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    book_run(book, "UPDATE item SET state = 'closed', closed_day = 20500 WHERE customer_id = :id AND open = 185000",
             BINDS(INTEGER("id", id)));
    g_autoptr(GPtrArray) found = findings(book, false);
    g_assert_true(finding_with(found, "counts as closed though 1.850,00 is open")->fault);
    g_autoptr(GPtrArray) repaired = findings(book, true);
    g_assert_false(finding_with(repaired, "counts as closed though 1.850,00 is open")->fault);
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM item WHERE state = 'open' AND open = 185000"), ==, 1);
    sound(book);
}

static void test_nobody_falls_off(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    book_run(book, "DELETE FROM touchpoint WHERE customer_id = :id", BINDS(INTEGER("id", id)));
    only_finding(book, false, true, "10418 Bakkerij Peeters BV has something to pay and no next contact is planned.");
    only_finding(book, true, false, "no next contact is planned. Repaired.");
    g_assert_cmpint(book_number(book, "SELECT count(*) FROM touchpoint WHERE closed_event IS NULL"), ==, 1);
    sound(book);
}

static void test_excused_is_no_fault(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    book_run(book, "DELETE FROM touchpoint WHERE customer_id = :id", BINDS(INTEGER("id", id)));
    book_run(book, "UPDATE customer SET not_callable = 'insolvency' WHERE id = :id", BINDS(INTEGER("id", id)));
    sound(book);
}

static void test_search_line(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    book_run(book, "UPDATE search_text SET text = replace(text, 'bakkerij peeters bv', 'somebody')", NO_BINDS);
    only_finding(book, false, true, "cannot be found by “bakkerij peeters bv”");
    only_finding(book, true, false, "Repaired.");
    sound(book);
    book_run(book, "DELETE FROM search_text", NO_BINDS);
    only_finding(book, false, true, "his search line is missing");
    only_finding(book, true, false, "Repaired.");
    sound(book);
    book_run(book, "UPDATE search_text SET text = text || char(9) || 'k:somebody else'", NO_BINDS);
    only_finding(book, false, true, "is still found by “somebody else”");
}

static void test_class(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    g_autofree char *class = book_text(book, "SELECT class FROM customer");
    const char *other = *class == 'C' ? "A" : "C";
    book_run(book, "UPDATE customer SET class = :other", BINDS(TEXT("other", other)));
    only_finding(book, false, false, "pays like class");
    only_finding(book, true, false, "Repaired.");
    g_autofree char *again = book_text(book, "SELECT class FROM customer");
    g_assert_cmpstr(again, ==, class);
    sound(book);
}

static void test_allocated_too_much(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    gint64 item = book_number(book, "SELECT id FROM item WHERE number = '2025-1312'");
    gint64 payment = book_payment(book, item, 50000, "");
    book_run(book, "UPDATE import SET complete = 1", NO_BINDS);
    g_autoptr(GPtrArray) before = findings(book, true); /* amount words of the search line follow */
    g_assert_cmpuint(before->len, >, 0);
    sound(book);
    book_run(book, "INSERT INTO allocation (payment_id, item_id, amount, day) VALUES (:payment, :item, 30000, 20500)",
             BINDS(INTEGER("payment", payment), INTEGER("item", item)));
    g_autoptr(GPtrArray) found = findings(book, false);
    g_assert_true(finding_with(found, "800,00 is set against items, and only 500,00 came in")->fault);
    g_assert_nonnull(finding_with(found, "500,00 counts as set against items, and it is 800,00"));
    g_assert_nonnull(finding_with(found, "1.350,00 is open, and list and bank lines leave 1.050,00"));
}

static void test_promised_more_than_open(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    const EventFacts facts = {.op = op, .kind = "call", .outcome = "promise", .customer_id = id, .amount = 600000};
    gint64 event = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &event, &error), error);
    book_run(book,
             "INSERT INTO promise (event_id, customer_id, position, kind, made, due, deadline, amount, currency)"
             " VALUES (:event, :id, 0, 'promise', :today, :due, :due, 600000, 'EUR')",
             BINDS(INTEGER("event", event), INTEGER("id", id), DAY("today", clock_today()),
                   DAY("due", day_plus(clock_today(), 4))));
    book_commit(book);
    only_finding(book, false, true,
                 "promised € 6.000,00 and disputed € 0,00 are more than the € 4.852,60 that is open");
}

static void test_record_is_proved(Book *book, gconstpointer data)
{
    (void)data;
    gint64 id = peeters(book);
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    const EventFacts facts = {.op = op, .kind = "note", .customer_id = id};
    gint64 event = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &event, &error), error);
    book_commit(book);
    sound(book);
    book_run(book, "DROP TRIGGER event_update", NO_BINDS);
    book_run(book, "UPDATE event SET minute = 1", NO_BINDS);
    g_autoptr(GPtrArray) found = findings(book, false);
    g_assert_true(finding_with(found, "Event 1 was changed after it was recorded.")->fault);
    g_assert_true(finding_with(found, "Somebody removed a part of the database: trigger event_update.")->fault);
    g_autoptr(GPtrArray) repaired = findings(book, true);
    g_assert_true(finding_with(repaired, "Nothing was repaired")->fault);
}

static void write_house(Book *book, const char *name, const char *text)
{
    g_autofree char *folder = g_build_filename(book->folder, "belronde", NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void test_broken_files_are_named(Book *book, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *name, *text, *said;
    } files[] = {
        {"playbook.ini", "; ours\n[outcome.promise]\nno_such_key = 1\n", "playbook.ini:3"},
        {"cadence.ini", "[step.courtesy]\nafter_days = soon\n", "cadence.ini:"},
        {"calendar.ini", "[country.be]\nnonsense = 1\n", "calendar.ini:"},
        {"import.ini", "[profile.ours]\nlabel = us\n", "import.ini:1"},
        {"import.ini", "[csv.ours]\nnonsense = 1\n", "import.ini:"},
        {"import.ini", "[csv.ours]\nlike = nobody\n", "import.ini:2"},
        {"belronde.ini", "[keys]\nnonsense = 1\n", "belronde.ini:2"},
    };
    peeters(book);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        write_house(book, files[i].name, files[i].text);
        g_autoptr(GPtrArray) found = findings(book, false);
        const Finding *finding = finding_with(found, files[i].said);
        if (finding == NULL)
            g_error("%s: nothing says %s", files[i].name, files[i].said);
        g_assert_true(finding->fault);
        write_house(book, files[i].name, i + 1 < G_N_ELEMENTS(files) ? "" : "; nothing\n");
    }
}

/* A profile of the house may begin as a shipped one. */
static void test_profiles_of_the_house(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    write_house(book, "import.ini", "[csv.ours]\nlike = dutch\n[csv.ours.columns]\nopen_amount = \"Nog te krijgen\"\n");
    g_autoptr(GPtrArray) found = findings(book, false);
    g_assert_null(finding_with(found, "import.ini"));
}

static void test_open_to_the_world(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    g_assert_cmpint(g_chmod(store_path(book->desk->store), 0644), ==, 0);
    only_finding(book, false, false, "(mode 644)");
}

static void test_unknown_slugs(Book *book, gconstpointer data)
{
    (void)data;
    peeters(book);
    book_run(book, "UPDATE touchpoint SET reason = 'forgotten'", NO_BINDS);
    only_finding(book, false, false, "reason “forgotten”, which the playbook does not know");
}

/* Pages of two hundred: the last customer of a longer book is looked at as well. */
static void test_every_page(Book *book, gconstpointer data)
{
    (void)data;
    for (int i = 0; i < 450; i++) {
        g_autofree char *number = g_strdup_printf("%d", 20000 + i);
        book_customer(book, number, "Somebody");
    }
    g_autoptr(GPtrArray) repaired = findings(book, true);
    g_assert_nonnull(finding_with(repaired, "… and 350 more of the same kind.")); /* a hundred are said one by one */
    sound(book);
    book_run(book, "DELETE FROM search_text WHERE customer_id IN (SELECT max(id) FROM customer)", NO_BINDS);
    only_finding(book, false, true, "20449 Somebody cannot be found");
}

static void start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
}

static void end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

#define STORY(name, function) g_test_add("/check/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("the open amount of an item is what list and bank lines leave", test_item_open);
    STORY("what a credit note settles was taken off, and no more than it is over", test_item_credit);
    STORY("an item with something open counts as open", test_item_state);
    STORY("who owes something has a next contact", test_nobody_falls_off);
    STORY("who may not be called needs none", test_excused_is_no_fault);
    STORY("a customer is found by everything he has and nothing else", test_search_line);
    STORY("the class is what behaviour gives", test_class);
    STORY("no bank line is set against more than came in", test_allocated_too_much);
    STORY("promised and disputed are not more than open", test_promised_more_than_open);
    STORY("a changed record is noticed and nothing is built on it", test_record_is_proved);
    STORY("broken files are named with their line", test_broken_files_are_named);
    STORY("a profile of the house may begin as a shipped one", test_profiles_of_the_house);
    STORY("a database that everybody may read is told", test_open_to_the_world);
    STORY("reasons the playbook does not know are told", test_unknown_slugs);
    STORY("every customer of a long book is looked at", test_every_page);
    return g_test_run();
}
