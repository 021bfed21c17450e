/* What is owed in two currencies is two letters: each names the invoices and the sums of its own, and no other. */
#include "base/i18n.h"
#include "letter_book.h"
#include "letter_desk.h"
#include "paper/letter_code.h"
#include "paper/letter_post.h"
#include "paper/letter_text.h"

#include <locale.h>

typedef struct {
    Book book;
    LetterTemplates *templates;
    gint64 customer;
    char *euros, *dollars, *note; /* ids of items */
} Trade;

static char *dollars(Trade *trade, const char *number, Cents amount)
{
    gint64 id = book_item(&trade->book, trade->customer, number, "2026-01-05", "2026-02-04", amount);
    book_run(&trade->book, "UPDATE item SET currency = 'USD' WHERE id = :id", BINDS(INTEGER("id", id)));
    return g_strdup_printf("%" G_GINT64_FORMAT, id);
}

/* O'Neill & Sons of Brussels, who reads English: what is late of his in euros, an invoice and a credit note in dollars.
 */
static void trade_start(Trade *trade, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    (void)data;
    letter_desk_start(&trade->book);
    good(settings_set(trade->book.desk->settings, "letter", "copies", "", &error), error);
    trade->templates = letter_templates_load(&error);
    g_assert_no_error(error);
    trade->customer = book_number(&trade->book, "SELECT id FROM customer WHERE number = '10412'");
    trade->euros = book_text(&trade->book, "SELECT CAST(id AS TEXT) FROM item WHERE number = '2025-1314'");
    trade->dollars = dollars(trade, "US-7", 500000);
    trade->note = dollars(trade, "US-8", -40000);
}

static void trade_end(Trade *trade, gconstpointer data)
{
    (void)data;
    letter_templates_free(trade->templates);
    g_free(trade->euros);
    g_free(trade->dollars);
    g_free(trade->note);
    book_end(&trade->book);
}

static OutboxOrder *order(Trade *trade, const char *document, const char *items)
{
    const LetterTemplate *template = template_of(trade->templates, document, "en");
    OutboxOrder *made = letter_desk_order(&trade->book, template);
    g_assert_cmpint(made->customer_id, ==, trade->customer);
    g_free(made->items);
    made->items = g_strdup(items);
    return made;
}

static char *letter(Trade *trade, const char *document, const char *items)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(OutboxOrder) about = order(trade, document, items);
    g_autoptr(Letter) made = letter_of_order(trade->book.desk, trade->templates, about, NULL, &error);
    g_assert_no_error(error);
    return letter_text(made, 76, LETTER_TEXT_HEAD);
}

static void says(const char *text, const char *words, bool does)
{
    if ((strstr(text, words) != NULL) != does)
        g_error("“%s” %s:\n%s", words, does ? "is missing" : "must not stand here", text);
}

static void test_own(Trade *trade, gconstpointer data)
{
    (void)data;
    g_autofree char *text = letter(trade, "reminder", "");
    says(text, "€1,847.00", true);
    says(text, "US-7", false);
    says(text, "US-8", false);
    says(text, "USD", false);
}

static void test_other(Trade *trade, gconstpointer data)
{
    (void)data;
    g_autofree char *items = g_strjoin(" ", trade->dollars, trade->note, NULL),
                    *text = letter(trade, "reminder", items);
    says(text, "US-7", true);
    says(text, "US-8", true);
    says(text, "4,600.00", true);
    says(text, "USD", true);
    says(text, "€", false);
    says(text, "2025-1314", false);
}

static void test_mixed(Trade *trade, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *items = g_strjoin(" ", trade->euros, trade->dollars, NULL);
    g_autoptr(OutboxOrder) about = order(trade, "reminder", items);
    g_assert_null(letter_of_order(trade->book.desk, trade->templates, about, NULL, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, "These invoices are in EUR and in USD: write a letter about each.");
}

static void test_code(Trade *trade, gconstpointer data)
{
    (void)data;
    const char *const items[] = {trade->euros, trade->dollars};
    for (size_t i = 0; i < G_N_ELEMENTS(items); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(OutboxOrder) about = order(trade, "reminder", items[i]);
        g_autoptr(Letter) made = letter_of_order(trade->book.desk, trade->templates, about, NULL, &error);
        g_assert_no_error(error);
        LetterCode *code = letter_code(made, false, NULL);
        g_assert_true((code != NULL) == (i == 0));
        letter_code_free(code);
    }
    g_autofree char *text = letter(trade, "reminder", trade->dollars);
    says(text, "QR", false);
    says(text, "BE71 0961 2345 6769", true);
}

static void test_nothing_in_his_own(Trade *trade, gconstpointer data)
{
    (void)data;
    book_run(
        &trade->book,
        "UPDATE item SET state = 'closed', open = 0, closed_day = due WHERE currency = 'EUR' AND customer_id = :id",
        BINDS(INTEGER("id", trade->customer)));
    g_autofree char *text = letter(trade, "statement", "");
    says(text, "US-7", true);
    says(text, "€", false);
}

/* The fixed sum of the law is forty euros, not forty dollars. */
static void test_law(Trade *trade, gconstpointer data)
{
    (void)data;
    g_autofree char *in_euros = letter(trade, "notice_b2b", trade->euros);
    g_autofree char *in_dollars = letter(trade, "notice_b2b", trade->dollars);
    says(in_euros, "€40.00", true);
    says(in_dollars, "40.00", false);
    says(in_dollars, "€", false);
    says(in_dollars, "5,000.00", true);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *name;
        void (*test)(Trade *trade, gconstpointer data);
    } tests[] = {
        {"a letter about everything is about his own currency", test_own},
        {"a letter about dollars names nothing else", test_other},
        {"invoices in two currencies are never in one letter", test_mixed},
        {"only euros have a code", test_code},
        {"who owes dollars alone gets a statement in dollars", test_nothing_in_his_own},
        {"the law's sums in euros are not asked in dollars", test_law},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/letters in two currencies/", tests[i].name, NULL);
        g_test_add(path, Trade, NULL, trade_start, tests[i].test, trade_end);
    }
    return g_test_run();
}
