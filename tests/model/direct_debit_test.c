/* What a direct debit takes: nobody asks for it before its day, and what comes back is asked for again. */
#include "desk/card.h"
#include "desk/queue.h"
#include "desk_book.h"
#include "ledger_book.h"
#include "ubl_write.h"

#include <locale.h>

typedef struct {
    Book book;
    House house; /* borrows the desk's store */
} Firm;

static void start(Firm *firm, gconstpointer data)
{
    (void)data;
    book_start(&firm->book);
    Desk *desk = firm->book.desk;
    firm->house = (House){.folder = firm->book.folder, .ledger = desk_ledger(desk), .options = desk_booking(desk)};
}

static void end(Firm *firm, gconstpointer data)
{
    (void)data;
    book_end(&firm->book);
}

/* Issued in January, due on 20 February, taken on 2 March. */
static void invoice(Firm *firm, const char *number, bool debit)
{
    UblDraft draft = {.number = number,
                      .issued = "2026-01-21",
                      .due = "2026-02-20",
                      .currency = "EUR",
                      .payable = "100.00",
                      .payment = debit ? "<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>"
                                         "<cbc:PaymentDueDate>2026-03-02</cbc:PaymentDueDate>"
                                         "<cbc:PaymentID>010676609538</cbc:PaymentID></cac:PaymentMeans>"
                                       : NULL};
    g_autofree char *text = ubl_text_of(&draft);
    g_autofree char *path = house_file(&firm->house, "xml", text);
    import_summary_free(house_import(&firm->house, path));
}

static MoneyLine money(Firm *firm)
{
    return house_money(&firm->house, "Bakkerij Peeters BV");
}

static guint queued(Firm *firm)
{
    g_autoptr(GError) error = NULL;
    const QueueOptions all = {0};
    g_autoptr(Queue) queue = queue_load(firm->book.desk, &all, &error);
    g_assert_no_error(error);
    return queue->rows->len;
}

static const CardItem *only_item(const Card *card)
{
    g_assert_cmpuint(card->items->len, ==, 1);
    return g_ptr_array_index(card->items, 0);
}

static Card *peeters_card(Firm *firm)
{
    g_autoptr(GError) error = NULL;
    Card *card = card_load(firm->book.desk, house_number(&firm->house, "SELECT id FROM customer"), &error);
    g_assert_no_error(error);
    return card;
}

static void test_not_before_its_day(Firm *firm, gconstpointer data)
{
    (void)data;
    invoice(firm, "I1", true);
    g_assert_cmpint(money(firm).collecting, ==, 10000);
    g_assert_cmpint(money(firm).ask, ==, 0);
    g_assert_cmpint(money(firm).overdue, ==, 0);
    g_assert_cmpuint(queued(firm), ==, 0);
    Day planned = day_from_number(house_number(&firm->house, "SELECT min(day) AS day FROM touchpoint"));
    Day taken;
    g_assert_true(day_parse_iso("2026-03-02", &taken));
    g_assert_cmpint(day_compare(planned, taken), >, 0);
    g_autoptr(Card) card = peeters_card(firm);
    g_assert_cmpstr(only_item(card)->stage, ==, "direct debit 02/03");
    g_assert_cmpint(only_item(card)->days_late, ==, -6);
    g_assert_false(only_item(card)->marked);
}

static void test_after_its_day(Firm *firm, gconstpointer data)
{
    (void)data;
    invoice(firm, "I1", true);
    house_clock("2026-03-05T09:00");
    g_assert_cmpint(money(firm).collecting, ==, 0);
    g_assert_cmpint(money(firm).ask, ==, 10000);
    g_assert_cmpint(money(firm).days_oldest, ==, 3);
    g_autoptr(Card) card = peeters_card(firm);
    g_assert_cmpstr(only_item(card)->stage, ==, "-");
}

/* Another invoice of his is asked for as ever. */
static void test_beside_others(Firm *firm, gconstpointer data)
{
    (void)data;
    invoice(firm, "I1", true);
    invoice(firm, "I2", false);
    g_assert_cmpint(money(firm).open, ==, 20000);
    g_assert_cmpint(money(firm).ask, ==, 10000);
    g_assert_cmpint(money(firm).overdue, ==, 10000);
    g_assert_cmpint(money(firm).days_oldest, ==, 4);
}

static void test_came_back(Firm *firm, gconstpointer data)
{
    (void)data;
    invoice(firm, "I1", true);
    house_clock("2026-03-02T09:00");
    BANK_QUIET(&firm->house, "S1",
               {.day = "2026-03-02",
                .amount = "100.00",
                .name = "Bakkerij Peeters",
                .reference = "010676609538",
                .bank = "R1"});
    assert_item(&firm->house, "I1", 0, "closed");
    BANK_QUIET(&firm->house, "S2",
               {.day = "2026-03-02",
                .amount = "-100.00",
                .name = "Bakkerij Peeters",
                .reference = "010676609538",
                .bank = "R1",
                .reason = "AM04",
                .reversal = true});
    assert_item(&firm->house, "I1", 10000, "open");
    g_assert_cmpint(money(firm).collecting, ==, 0);
    g_assert_cmpint(money(firm).ask, ==, 10000);
    g_assert_cmpint(money(firm).days_oldest, ==, 10); /* since it was due */
    g_assert_cmpuint(queued(firm), ==, 1);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define ADD(path, test) g_test_add("/direct debit/" path, Firm, NULL, start, test, end)
    ADD("is not asked for before its day", test_not_before_its_day);
    ADD("is asked for when its day is over", test_after_its_day);
    ADD("leaves other invoices as they are", test_beside_others);
    ADD("that came back is asked for again", test_came_back);
    return g_test_run();
}
