/* Find: whatever is known of a customer leads to him, in any order and spelling, and the list says why. */
#include "desk/search.h"
#include "desk_book.h"
#include "ledger/account.h"

#include <locale.h>

static void refresh(Book *book, gint64 id)
{
    g_autoptr(GError) error = NULL;
    book_begin(book);
    good(search_text_refresh(book->desk->store, id, &error), error);
    book_commit(book);
}

static Search *search(Book *book, const char *words, bool closed)
{
    g_autoptr(GError) error = NULL;
    Search *found = search_run(book->desk, words, closed, 40, &error);
    g_assert_no_error(error);
    return found;
}

static void town(Book *book)
{
    gint64 peeters = book_peeters(book);
    book_run(book,
             "UPDATE customer SET city = 'Dendermonde', street = 'Kerkstraat 7', vat = 'BE0403019261' WHERE id = :id",
             BINDS(INTEGER("id", peeters)));
    book_run(
        book,
        "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES ('BE68539007547034', :id, 'desk', 20000)",
        BINDS(INTEGER("id", peeters)));
    book_run(book, "UPDATE item SET reference = '090933755493' WHERE number = '2025-1312'", NO_BINDS);
    gint64 creche = book_customer(book, "20001", "Crèche Zonnebloem vzw");
    book_item(book, creche, "2026-0007", "2026-01-02", "2026-02-01", 31250);
    gint64 closed = book_customer(book, "11802", "Peeters-Claes Tuinaanleg");
    refresh(book, peeters);
    refresh(book, creche);
    refresh(book, closed);
}

/* words, the only customer found, part of why. */
static void test_everything_leads_there(Book *book, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *words, *number, *why;
    } cases[] = {
        {"peet", "10418", "name"},
        {"PEETERS bakkerij", "10418", "name"},
        {"kerij eter", "10418", "name"},
        {"dendermonde", "10418", "place"},
        {"peet 104", "10418", "no 10418"},
        {"+32 52 44 18 09", "10418", "phone"},
        {"052/44.18.07", "10418", "phone 052441807"},
        {"4418", "10418", "phone"},
        {"books@peeters.example", "10418", "e-mail"},
        {"2025-1355", "10418", "inv. 2025-1355"},
        {"20251355", "10418", "inv."},
        {"BE68 5390 0754 7034", "10418", "IBAN"},
        {"be68-5390-0754-7034", "10418", "IBAN"},
        {"+++090/9337/55493+++", "10418", "ref. 090933755493"},
        {"0403.019.261", "10418", "VAT"},
        {"1.492,60", "10418", "amount"},
        {"1492.60", "10418", "amount"},
        {"wils", "10418", "contact"},
        {"creche", "20001", "name"},
        {"CRÈCHE zonne", "20001", "name"},
        {"312,50", "20001", "amount"},
    };
    town(book);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Search *found = search(book, cases[i].words, false);
        if (found->hits->len != 1)
            g_error("“%s” finds %u", cases[i].words, found->hits->len);
        const SearchHit *hit = g_ptr_array_index(found->hits, 0);
        g_assert_cmpstr(hit->number, ==, cases[i].number);
        if (strstr(hit->matched, cases[i].why) == NULL)
            g_error("“%s” is found by “%s”, not by “%s”", cases[i].words, hit->matched, cases[i].why);
        search_free(found);
    }
}

static void test_all_words_must_fit(Book *book, gconstpointer data)
{
    (void)data;
    static const char *const nobody[] = {"peet zonne", "peet 99999", "%", "_", "n:peet zz", "e e e e e e e e zz"};
    town(book);
    for (size_t i = 0; i < G_N_ELEMENTS(nobody); i++) {
        Search *found = search(book, nobody[i], true);
        if (found->found != 0)
            g_error("“%s” finds %d", nobody[i], found->found);
        search_free(found);
    }
}

/* The clipboard held something else. */
static void test_a_page_pasted(Book *book, gconstpointer data)
{
    (void)data;
    town(book);
    g_autofree char *page = g_strnfill(60000, '%');
    Search *found = search(book, page, true);
    g_assert_cmpint(found->found, ==, 0);
    search_free(found);
}

static void test_closed_on_request(Book *book, gconstpointer data)
{
    (void)data;
    town(book);
    Search *open = search(book, "peet", false), *all = search(book, "peet", true);
    g_assert_cmpint(open->found, ==, 1);
    g_assert_cmpint(open->total, ==, 2);
    g_assert_cmpint(all->found, ==, 2);
    g_assert_cmpint(all->total, ==, 3);
    const SearchHit *first = g_ptr_array_index(all->hits, 0);
    g_assert_cmpstr(first->number, ==, "10418"); /* who has something to pay comes first */
    search_free(open);
    search_free(all);
}

static void test_nothing_typed(Book *book, gconstpointer data)
{
    (void)data;
    town(book);
    Search *found = search(book, "  ", false);
    g_assert_cmpint(found->found, ==, 0);
    g_assert_cmpint(found->total, ==, 2);
    search_free(found);
}

/* However many there are, the list holds the best: who pays first, then the alphabet. */
static void test_the_best_are_kept(Book *book, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 debtor = 0;
    for (int i = 199; i >= 100; i--) {
        g_autofree char *name = g_strdup_printf("Same %d", i), *number = g_strdup_printf("%d", i);
        gint64 id = book_customer(book, number, name);
        if (i == 170)
            book_item(book, debtor = id, "I-1", "2026-01-01", "2026-02-01", 100);
        refresh(book, id);
    }
    Search *found = search_run(book->desk, "same", true, 5, &error);
    g_assert_no_error(error);
    g_assert_cmpint(found->found, ==, 100);
    g_assert_cmpuint(found->hits->len, ==, 5);
    static const char *const names[] = {"Same 170", "Same 100", "Same 101", "Same 102", "Same 103"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_cmpstr(((SearchHit *)g_ptr_array_index(found->hits, i))->name, ==, names[i]);
    g_assert_cmpint(((SearchHit *)g_ptr_array_index(found->hits, 0))->customer_id, ==, debtor);
    search_free(found);
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

#define STORY(name, function) g_test_add("/search/" name, Book, NULL, start, function, end)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    STORY("whatever is known of a customer leads to him", test_everything_leads_there);
    STORY("every word must fit, and no sign is a joker", test_all_words_must_fit);
    STORY("a page pasted by mistake finds nobody and is no fault", test_a_page_pasted);
    STORY("customers with nothing open are found on request", test_closed_on_request);
    STORY("of many the best are kept", test_the_best_are_kept);
    STORY("nothing typed finds nobody and counts everybody", test_nothing_typed);
    return g_test_run();
}
