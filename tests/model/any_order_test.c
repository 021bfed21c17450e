/* One month of an account as the bank tells it four times over: CAMT, CODA and MT940 statements, notifications,
 * by day and by month.  Whatever the order in which the files come, the books are the same. */
#include "bank_files.h"

#include "base/day.h"

#define ACCOUNT "BE96999000000101"
#define BAKER   "BE71096123456769"
#define BUILDER "NL91ABNA0417164300"
#define CAFE    "BE68539007547034"
#define PEETERS "C10418;Bakkerij Peeters BV;"
#define AERTS   "C20001;Aerts Bouw NV;"
#define DE_ZON  "C30007;Taverne De Zon BV;"

static const char LIST[] = PEETERS "2025-1312;invoice;2025-11-18;2025-12-18;1850,00;1850,00;202513120023;EUR;\n" PEETERS
                                   "2025-1340;invoice;2025-12-01;2025-12-31;420,50;420,50;202513400010;EUR;\n" AERTS
                                   "F2026/0007;invoice;2026-01-05;2026-02-04;1000,00;1000,00;;EUR;\n" AERTS
                                   "F2026/0008;invoice;2026-01-09;2026-02-08;640,00;640,00;;EUR;\n";

/* Comes in any order with the bank's files; knows nothing of their money yet. */
static const char MORE[] = DE_ZON "Z-77001;invoice;2026-01-05;2026-02-04;100,00;100,00;;EUR;\n" DE_ZON
                                  "Z-77002;invoice;2026-01-06;2026-02-05;250,00;250,00;;EUR;\n" AERTS
                                  "F2026/0011;invoice;2026-01-06;2026-02-05;315,00;315,00;;EUR;\n" AERTS
                                  "F2026/0012;invoice;2026-01-07;2026-02-06;315,00;315,00;;EUR;\n";

static const Movement MONTH[] = {
    {"2026-02-16", 185000, "BAKKERIJ PEETERS", BAKER, "+++202/5131/20023+++", "R1", NULL, NULL},
    {"2026-02-16", 10000, "Taverne De Zon", CAFE, "Z-77001 januari", "R2", NULL, NULL},
    {"2026-02-16", 10000, "Aerts Bouw", BUILDER, "voorschot", "R3", NULL, NULL},
    {"2026-02-16", 25000, "Taverne De Zon", CAFE, "Z-77002", "R10", NULL, NULL},
    {"2026-02-16", -1240, "", NULL, "kosten", "R4", NULL, NULL},
    {"2026-02-17", 100000, "Aerts Bouw", BUILDER, "F2026/0007", "R5", NULL, NULL},
    {"2026-02-17", 42050, "Bakkerij Peeters", BAKER, "factuur 2025-1340", "R6", NULL, NULL},
    {"2026-02-17", 31500, "Aerts Bouw", BUILDER, "F2026/0012", "R13", NULL, NULL},
    {"2026-02-17", 3300, "Onbekend", NULL, "geen idee", "R7", NULL, NULL},
    {"2026-02-18", -185000, "BAKKERIJ PEETERS", BAKER, "+++202/5131/20023+++", "R8", "AM04", NULL},
    {"2026-02-18", 20000, "Aerts Bouw", BUILDER, "deel F2026/0008", "R9", NULL, NULL},
    {"2026-02-18", 25000, "Taverne De Zon", CAFE, "Z-77002", "R11", NULL, NULL}, /* paid twice */
    {"2026-02-18", 31500, "Aerts Bouw", BUILDER, "een van beide", "R12", NULL, NULL},
};
enum { MOVEMENTS = G_N_ELEMENTS(MONTH) };
static const struct {
    size_t from, count;
} DAYS[] = {{0, 5}, {5, 4}, {9, 4}};

static Cents opening_of(size_t from)
{
    Cents sum = 100000;
    for (size_t i = 0; i < from; i++)
        sum += MONTH[i].amount;
    return sum;
}

static StatementFile days_of(size_t from, size_t count, const char *number, int sequence)
{
    return (StatementFile){ACCOUNT, number, sequence, opening_of(from), MONTH + from, count};
}

static GPtrArray *files_write(House *house)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    StatementFile month = days_of(0, MOVEMENTS, "2026-02", 2);
    g_ptr_array_add(files, camt_file(house, &month, false));
    g_ptr_array_add(files, mt940_file(house, &month));
    for (int day = 0; day < (int)G_N_ELEMENTS(DAYS); day++) {
        g_autofree char *number = g_strdup_printf("2026-02-%d", day);
        StatementFile daily = days_of(DAYS[day].from, DAYS[day].count, number, day + 30);
        g_ptr_array_add(files, camt_file(house, &daily, false));
        g_ptr_array_add(files, coda_file(house, &daily));
        StatementFile told = daily;
        told.number = day == 0 ? "N0" : day == 1 ? "N1" : "N2";
        told.count = 2; /* the first two of the day, before the statement */
        g_ptr_array_add(files, camt_file(house, &told, true));
    }
    g_autofree char *more = g_strconcat(LIST_HEADER, MORE, NULL);
    g_ptr_array_add(files, house_file(house, "csv", more));
    return files;
}

/* --- What must be the same -------------------------------------------------------------------------------- */

static void promises_append(House *house, GString *books)
{
    for (gint64 id = 1; id <= house_number(house, "SELECT count(*) FROM customer"); id++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) promises = promises_of(house->ledger.store, id, clock_today(), 5, 0, &error);
        g_assert_no_error(error);
        for (guint i = 0; i < promises->len; i++) {
            const Promise *promise = g_ptr_array_index(promises, i);
            g_string_append_printf(books, "promise %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %d\n", promise->id,
                                   PROMISE_STATE_SLUGS[promise->state], promise->received, promise->settled.number);
        }
    }
}

static char *books_of(House *house)
{
    g_autoptr(GString) books = g_string_new(NULL);
    house_rows(house, books, "SELECT number || ' ' || state || ' ' || open AS row FROM item ORDER BY number");
    house_rows(house, books,
               "SELECT p.day || ' ' || p.amount || ' ' || m.state || ' ' || m.allocated || ' '"
               " || coalesce(c.number, '-') AS row FROM payment p JOIN payment_match m ON m.payment_id = p.id"
               " LEFT JOIN customer c ON c.id = m.customer_id ORDER BY p.day, p.amount, m.state, c.number");
    promises_append(house, books);
    return g_string_free(g_steal_pointer(&books), FALSE);
}

static void promises_make(House *house)
{
    house_run(house, "INSERT INTO event (id, op, kind, customer_id, agent_id, day, minute, utc, content, hash)"
                     " VALUES (1, 'e1', 'call', 1, 1, 20495, 600, 0, '', ''),"
                     " (2, 'e2', 'call', 2, 1, 20495, 600, 0, '', '')");
    house_run(house, "INSERT INTO promise (id, event_id, customer_id, position, kind, made, due, deadline, amount,"
                     " currency) VALUES (1, 1, 1, 1, 'promise', 20495, 20501, 20503, 185000, 'EUR'),"
                     " (2, 2, 2, 1, 'promise', 20495, 20500, 20502, 100000, 'EUR'),"
                     " (3, 2, 2, 2, 'promise', 20495, 20501, 20503, 64000, 'EUR')");
    house_run(house, "INSERT INTO promise_item (promise_id, position, item_id, amount)"
                     " SELECT CASE number WHEN '2025-1312' THEN 1 WHEN 'F2026/0007' THEN 2 ELSE 3 END, 1, id, open"
                     " FROM item WHERE number IN ('2025-1312', 'F2026/0007', 'F2026/0008')");
}

/* Imports every file once in the order of `seed`, and some of them again. */
static char *books_in_order(guint32 seed)
{
    House house;
    house_start(&house, NULL);
    house_list_quiet(&house, LIST);
    promises_make(&house);
    g_autoptr(GPtrArray) files = files_write(&house);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    for (guint i = seed == 0 ? 0 : files->len; i > 1; i--) {
        guint other = (guint)g_rand_int_range(random, 0, (gint32)i);
        gpointer swap = files->pdata[i - 1];
        files->pdata[i - 1] = files->pdata[other];
        files->pdata[other] = swap;
    }
    for (guint i = 0; i < files->len; i++)
        import_summary_free(house_import(&house, g_ptr_array_index(files, i)));
    g_assert_cmpint(house_number(&house, "SELECT count(*) FROM payment"), ==, MOVEMENTS);
    g_assert_cmpint(house_number(&house, "SELECT sum(amount) FROM payment"), ==, opening_of(MOVEMENTS) - 100000);
    g_assert_cmpint(house_number(&house, "SELECT count(*) FROM statement WHERE balanced = 0 OR counted = 0"), ==, 0);
    assert_books_true(&house);
    char *books = books_of(&house);
    house_end(&house, NULL);
    return books;
}

static void any_order_of_files_gives_the_same_books(void)
{
    enum { ORDERS = 8 };
    g_autofree char *straight = books_in_order(0);
    g_test_message("%s", straight);
    g_assert_nonnull(strstr(straight, "2025-1312 open 185000"));
    g_assert_nonnull(strstr(straight, "F2026/0007 closed 0"));
    g_assert_nonnull(strstr(straight, "promise 1 broken 0"));
    g_assert_nonnull(strstr(straight, "promise 2 kept_late 100000 20501"));
    for (guint32 seed = 1; seed <= ORDERS; seed++) {
        g_autofree char *books = books_in_order(seed);
        if (strcmp(books, straight) != 0)
            g_test_message("order %u:\n%s", seed, books);
        g_assert_cmpstr(books, ==, straight);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/any order/any order of files gives the same books", any_order_of_files_gives_the_same_books);
    return g_test_run();
}
