/* The first large list of a book goes in as a whole; the book is the same as if it had gone in row by row. */
#include "ledger_book.h"

enum { CUSTOMERS = 4000 };

/* About 1.2 MB: customers not in order of number, terms under one number, credit notes, a part paid, oddities. */
static char *large_list(void)
{
    GString *list = g_string_new("customer_number;customer_name;country;contact;phone;email;iban;invoice_number;"
                                 "item_kind;invoice_date;due_date;amount;open_amount;reference\n");
    for (int i = 0; i < CUSTOMERS; i++) {
        int number = (i * 7) % CUSTOMERS;
        for (int item = 0; item <= i % 3; item++)
            g_string_append_printf(
                list,
                "C%d;Bakkerij Crèche %d BV;BE;An Peeters;0470 12 %02d %02d;an%d@klant.example;;%d-%d;%s;2026-01-%02d;"
                "2026-%02d-15;%d.50;%d.50;\n",
                number, number, number / 100, number % 100, number, 2026, i * 3 + item,
                item == 2 ? "credit_note" : "invoice", 1 + i % 28, 1 + item, 100 + i % 900,
                item == 1 && i % 5 == 0 ? 50 : 100 + i % 900);
    }
    for (int term = 1; term <= 3; term++) /* one invoice in three terms, and a line that names no day */
        g_string_append_printf(
            list, "C5;Bakkerij Crèche 5 BV;BE;;;;;TERMS;invoice;2026-01-01;2026-0%d-01;90.00;90.00;\n", term + 2);
    g_string_append(list, "C9;Bakkerij Crèche 9 BV;BE;;;;;ODD;invoice;2026-01-01;nonsense;1.00;1.00;\n");
    return g_string_free(list, FALSE);
}

/* All that the list can have changed, as one text. */
static char *book_of(House *house)
{
    static const char *const SQL[] = {
        "SELECT c.number || c.name || c.country || c.class FROM customer c ORDER BY c.number",
        "SELECT c.number || t.position || t.name || t.email FROM contact t JOIN customer c ON c.id = t.customer_id"
        " ORDER BY c.number, t.position",
        "SELECT c.number || p.raw || p.e164 || p.position FROM phone p JOIN contact t ON t.id = p.contact_id"
        " JOIN customer c ON c.id = t.customer_id ORDER BY c.number, p.position",
        "SELECT c.number || i.number || i.kind || i.term || i.due || ' ' || i.amount || ' ' || i.open || i.state"
        " FROM item i JOIN customer c ON c.id = i.customer_id ORDER BY c.number, i.number, i.term",
        "SELECT c.number || s.name_key || s.text FROM search_text s JOIN customer c ON c.id = s.customer_id"
        " ORDER BY c.number",
        "SELECT i.number || c.amount || c.first FROM item_change c JOIN item i ON i.id = c.item_id ORDER BY i.number",
        "SELECT name || sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
    };
    GString *book = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(SQL); i++) {
        g_autofree char *rows = g_strdup_printf("WITH lines(line) AS (%s) SELECT line FROM lines", SQL[i]);
        g_autoptr(GError) error = NULL;
        g_autoptr(Query) query = store_query(house->ledger.store, rows, NO_BINDS, &error);
        g_assert_no_error(error);
        while (query_next(query))
            g_string_append_printf(book, "%s\n", query_text(query, "line"));
        g_assert_true(query_finish(query, &error));
    }
    return g_string_free(book, FALSE);
}

static void verify(House *house)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_assert_true(store_verify(house->ledger.store, findings, &error));
    g_assert_cmpuint(findings->len, ==, 0);
}

static void test_same_book(void)
{
    House whole, rows;
    g_autofree char *list = large_list();
    house_start(&whole, NULL);
    house_start(&rows, NULL);
    g_autofree char *first = house_file(&whole, "csv", list);
    g_autoptr(ImportSummary) at_once = house_import(&whole, first);
    g_assert_cmpint(whole.follow_ups, ==, 1); /* one transaction, each customer once */
    /* Cut into pieces that are each too small to be taken as a whole. */
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    int booked = 0, listed = 0;
    for (guint from = 1; lines[from] != NULL && *lines[from] != '\0'; from += 3001) {
        GString *piece = g_string_new(lines[0]);
        for (guint i = from; i < from + 3001 && lines[i] != NULL && *lines[i] != '\0'; i++)
            g_string_append_printf(piece, "\n%s", lines[i]);
        g_autofree char *path = house_file(&rows, "csv", piece->str);
        g_autoptr(ImportSummary) summary = house_import(&rows, path);
        booked += summary->booked;
        listed += summary->listed;
        g_string_free(piece, TRUE);
        if (g_strv_length(lines) < from + 3001)
            break;
    }
    g_assert_cmpint(at_once->booked, ==, booked);
    g_assert_cmpint(at_once->listed, ==, listed);
    g_assert_cmpint(listed, ==, 1);
    g_assert_cmpint(house_number(&whole, "SELECT count(*) FROM item WHERE number = 'TERMS'"), ==, 3);
    g_autofree char *one = book_of(&whole), *other = book_of(&rows);
    g_assert_cmpstr(one, ==, other);
    verify(&whole);
    house_end(&rows, NULL);
    house_end(&whole, NULL);
}

/* Who presses ^C in the middle of it keeps what was read, and the same file goes on. */
static void stop_soon(gint64 bytes, gint64 total, void *data)
{
    *(bool *)data |= bytes * 2 > total;
}

static void test_stopped(House *house, gconstpointer data)
{
    (void)data;
    bool stop = false;
    g_autofree char *list = large_list(), *path = house_file(house, "csv", list);
    house->options.stop = &stop;
    house->options.progress = stop_soon;
    house->options.progress_data = &stop;
    g_autoptr(ImportSummary) first = house_import(house, path);
    gint64 items = house_number(house, "SELECT count(*) FROM item");
    g_assert_cmpint(items, >, 1000);
    g_assert_cmpint(items, <, 2 * CUSTOMERS - 1000);
    verify(house);
    stop = false;
    house->options.progress = NULL;
    g_autoptr(ImportSummary) second = house_import(house, path);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item"), ==, first->new_items + second->new_items);
    g_assert_cmpint(second->known, ==, first->new_items);
    verify(house);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/booking load/a large first list gives the same book as its rows one by one", test_same_book);
    g_test_add("/booking load/a first list that is stopped leaves a book in order and goes on", House, NULL,
               house_start, test_stopped, house_end);
    return g_test_run();
}
