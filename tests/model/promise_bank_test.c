/* Promises and plans judged from real bank files: in which order the money serves them, what is forgiven, and what a
 * cheque, a discount or a return does to them. */
#include "bank_files.h"
#include "ledger/receipts.h"

#define ACCOUNT "BE96999000000101"
#define BAKER   "BE71096123456769"
#define PEETERS "C1;Bakkerij Peeters BV;"

static const char BOOK[] = PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;1000,00;202513120023;EUR;\n" PEETERS
                                   "2025-1340;invoice;2026-01-20;2026-02-19;500,00;500,00;202513400010;EUR;\n";

static int day_number(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day.number;
}

/* Spoken today in event 1; amounts on one invoice. */
static void promise(House *house, const char *kind, Cents amount, const char *due, const char *cheque,
                    const char *number)
{
    gint64 id = house_number(house, "SELECT coalesce(max(id), 0) + 1 FROM promise");
    if (id == 1)
        house_run(house, "INSERT INTO event (id, op, kind, customer_id, agent_id, day, minute, utc, content, hash)"
                         " VALUES (1, 'op1', 'call', 1, 1, 20508, 600, 0, '', '')");
    g_autofree char *sql = g_strdup_printf(
        "INSERT INTO promise (id, event_id, customer_id, position, kind, made, due, deadline, amount, currency,"
        " cheque_number) VALUES (%" G_GINT64_FORMAT ", 1, 1, %" G_GINT64_FORMAT ", '%s', 20508, %d, %d,"
        " %" G_GINT64_FORMAT ", 'EUR', '%s')",
        id, id, kind, day_number(due), day_number(due) + 2, amount, cheque);
    house_run(house, sql);
    house_promise_item(house, id, number, amount);
}

static const Promise *promise_at(const GPtrArray *promises, guint position)
{
    g_assert_cmpint(promises->len, >, position);
    return g_ptr_array_index(promises, position);
}

static void assert_states_within(House *house, const char *states, Cents tolerance, int permille)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) promises = promises_of(house->ledger.store, 1, clock_today(), tolerance, permille, &error);
    g_assert_no_error(error);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < promises->len; i++)
        g_string_append_printf(found, "%s%s", i > 0 ? " " : "", PROMISE_STATE_SLUGS[promise_at(promises, i)->state]);
    g_assert_cmpstr(found->str, ==, states);
}

static void assert_states(House *house, const char *states)
{
    assert_states_within(house, states, 5, 0);
}

static ImportSummary *bank(House *house, const char *number, const Movement *movements, size_t count, bool coda)
{
    StatementFile file = {ACCOUNT, number, 1, 0, movements, count};
    g_autofree char *path = coda ? coda_file(house, &file) : camt_file(house, &file, false);
    return house_import(house, path);
}

#define MONEY(house, number, ...)                                                                                      \
    import_summary_free(bank((house), (number), (const Movement[]){__VA_ARGS__},                                       \
                             sizeof((const Movement[]){__VA_ARGS__}) / sizeof(Movement), false))

static void book(House *house, gconstpointer data)
{
    house_start(house, data);
    house_list_quiet(house, BOOK);
}

static void the_parts_of_a_plan_are_served_in_order_of_their_day(House *house, gconstpointer data)
{
    (void)data;
    promise(house, "instalment", 40000, "2026-03-02", "", "2025-1312");
    promise(house, "instalment", 30000, "2026-04-01", "", "2025-1312");
    promise(house, "instalment", 30000, "2026-05-01", "", "2025-1312");
    assert_states(house, "open open open");
    house_clock("2026-03-03T09:00");
    MONEY(house, "S1", {"2026-03-02", 40000, "P", BAKER, "+++202/5131/20023+++", "R1", NULL, NULL});
    assert_states(house, "kept open open");
    house_clock("2026-04-04T09:00");
    assert_states(house, "kept broken open");
    MONEY(house, "S2", {"2026-04-03", 35000, "P", BAKER, "+++202/5131/20023+++", "R2", NULL, NULL});
    assert_states(house, "kept kept_late open");
    house_clock("2026-05-04T09:00");
    assert_states(house, "kept kept_late partly");
    MONEY(house, "S3", {"2026-05-04", -40000, "P", BAKER, "+++202/5131/20023+++", "R3", "AM04", NULL});
    assert_states(house, "partly broken broken"); /* what is left serves the first in line */
}

static void a_share_per_mille_is_forgiven_as_well(House *house, gconstpointer data)
{
    (void)data;
    promise(house, "promise", 100000, "2026-02-25", "", "2025-1312");
    house_clock("2026-03-02T09:00");
    MONEY(house, "S1", {"2026-02-25", 99500, "P", BAKER, "+++202/5131/20023+++", "R1", NULL, NULL});
    assert_states_within(house, "partly", 0, 4);
    assert_states_within(house, "kept", 0, 5);
    assert_states_within(house, "partly", 499, 0);
    assert_states_within(house, "kept", 500, 0);
}

static void a_discount_agreed_keeps_the_promise_of_the_whole(House *house, gconstpointer data)
{
    (void)data;
    house_run(house, "UPDATE item SET discount = 2000, discount_until = 20600 WHERE number = '2025-1312'");
    promise(house, "promise", 100000, "2026-02-25", "", "2025-1312");
    house_clock("2026-02-26T09:00");
    MONEY(house, "S1", {"2026-02-25", 98000, "P", BAKER, "+++202/5131/20023+++", "R1", NULL, NULL});
    assert_item(house, "2025-1312", 0, "closed");
    assert_states(house, "kept");
}

static void a_cheque_settles_its_promise_and_comes_back_unpaid(House *house, gconstpointer data)
{
    bool coda = data != NULL;
    const Movement in[] = {{"2026-02-25", 50000, "", NULL, "", NULL, NULL, "4471902"}};
    const Movement back[] = {{"2026-03-02", -50000, "", NULL, "", NULL, NULL, "4471902"}};
    const Movement back_camt[] = {{"2026-03-02", -50000, "", NULL, "", NULL, "AM04", "4471902"}};
    promise(house, "cheque", 50000, "2026-02-25", "004471902", "2025-1340");
    house_clock("2026-02-26T09:00");
    import_summary_free(bank(house, "S1", in, 1, coda));
    assert_match(house, "matched", "reference", 50000);
    assert_item(house, "2025-1340", 0, "closed");
    assert_states(house, "kept");
    house_clock("2026-03-03T09:00");
    g_autoptr(ImportSummary) summary = bank(house, "S2", coda ? back : back_camt, 1, coda);
    g_assert_cmpint(summary->reversals, ==, 1);
    assert_item(house, "2025-1340", 50000, "open");
    assert_states(house, "broken");
    assert_books_true(house);
}

static void a_cheque_of_another_amount_is_shown_to_a_person(House *house, gconstpointer data)
{
    (void)data;
    promise(house, "cheque", 50000, "2026-02-25", "4471902", "2025-1340");
    MONEY(house, "S1", {"2026-02-24", 45000, "", NULL, "", NULL, NULL, "4471902"});
    assert_match(house, "proposed", "reference", 0);
    assert_states(house, "open");
}

static void an_answer_taken_back_opens_the_promise_again(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 item = house_number(house, "SELECT id FROM item WHERE number = '2025-1340'");
    g_array_append_val(items, item);
    promise(house, "promise", 50000, "2026-02-25", "", "2025-1340");
    MONEY(house, "S1", {"2026-02-24", 50000, "Notaris", NULL, "voor klant", NULL, NULL, NULL});
    assert_states(house, "open");
    g_assert_true(match_assign(&house->ledger, 1, 1, items, "op-1", &house->options, &error));
    g_assert_no_error(error);
    assert_states(house, "kept");
    g_assert_true(match_revoke(&house->ledger, 1, &house->options, &error));
    g_assert_no_error(error);
    assert_states(house, "open");
}

#define TEST(name)      g_test_add("/promise and bank/" #name, House, NULL, book, name, house_end)
#define CODA_TEST(name) g_test_add("/promise and bank/" #name " (coda)", House, BOOK, book, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(the_parts_of_a_plan_are_served_in_order_of_their_day);
    TEST(a_share_per_mille_is_forgiven_as_well);
    TEST(a_discount_agreed_keeps_the_promise_of_the_whole);
    TEST(a_cheque_settles_its_promise_and_comes_back_unpaid);
    CODA_TEST(a_cheque_settles_its_promise_and_comes_back_unpaid);
    TEST(a_cheque_of_another_amount_is_shown_to_a_person);
    TEST(an_answer_taken_back_opens_the_promise_again);
    return g_test_run();
}
