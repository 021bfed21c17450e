/* Promises judged from receipts, and the money line they stand in. */
#include "ledger_book.h"

#define OGM     "202513120023"
#define PEETERS "C1;Bakkerij Peeters BV;"

static const char BOOK[] = PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;1000,00;202513120023;EUR;\n" PEETERS
                                   "2025-1340;invoice;2026-01-20;2026-02-19;500,00;500,00;202513400010;EUR;\n";

static gint32 day_of(const char *iso)
{
    Day day;
    g_assert_true(day_parse_iso(iso, &day));
    return day.number;
}

static gint64 event(House *house, const char *kind, gint64 undoes)
{
    gint64 id = house_number(house, "SELECT coalesce(max(id), 0) + 1 FROM event");
    g_autofree char *undone = undoes > 0 ? g_strdup_printf("%" G_GINT64_FORMAT, undoes) : g_strdup("NULL");
    g_autofree char *sql = g_strdup_printf(
        "INSERT INTO event (id, op, kind, customer_id, agent_id, undoes, day, minute, utc, content, hash)"
        " VALUES (%" G_GINT64_FORMAT ", 'op%" G_GINT64_FORMAT "', '%s', 1, 1, %s, %d, 600, 0, '', '')",
        id, id, kind, undone, clock_today().number);
    house_run(house, sql);
    return id;
}

/* A promise of today on one invoice ("" none), broken two days after it was due. */
static gint64 promise_for(House *house, gint64 event_id, const char *number, Cents amount, const char *due)
{
    gint64 id = house_number(house, "SELECT coalesce(max(id), 0) + 1 FROM promise");
    g_autofree char *sql = g_strdup_printf(
        "INSERT INTO promise (id, event_id, customer_id, position, kind, made, due, deadline, amount, currency)"
        " VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 1, 1, 'promise', %d, %d, %d, %" G_GINT64_FORMAT
        ", 'EUR')",
        id, event_id, clock_today().number, day_of(due), day_of(due) + 2, amount);
    house_run(house, sql);
    house_promise_item(house, id, number, amount);
    return id;
}

static void promise_end(House *house, gint64 promise_id, gint64 event_id, const char *how)
{
    g_autofree char *sql = g_strdup_printf("INSERT INTO promise_end (promise_id, event_id, how)"
                                           " VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", '%s')",
                                           promise_id, event_id, how);
    house_run(house, sql);
}

static void assert_promise_within(House *house, gint64 id, const char *state, Cents received, Cents tolerance)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) promises = promises_of(house->ledger.store, 1, clock_today(), tolerance, 0, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->id != id)
            continue;
        g_assert_cmpstr(PROMISE_STATE_SLUGS[promise->state], ==, state);
        g_assert_cmpint(promise->received, ==, received);
        return;
    }
    g_assert_not_reached();
}

static void assert_promise(House *house, gint64 id, const char *state, Cents received)
{
    assert_promise_within(house, id, state, received, 5);
}

static void pay(House *house, const char *day, const char *amount, const char *reference)
{
    g_autofree char *id = g_strdup_printf("S%d", house->files);
    BANK_QUIET(house, id, {.day = day, .amount = amount, .iban = "BE71096123456769", .reference = reference});
}

/* --- Keeping one's word --------------------------------------------------------------------------------- */

static void a_promise_is_open_then_kept_by_the_receipt(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-27");
    assert_promise(house, id, "open", 0);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 100000);
    g_assert_cmpint(house_money(house, "C1").ask, ==, 50000);
    house_clock("2026-02-27T09:00");
    g_autoptr(ImportSummary) summary = BANK(house, "S1", {.day = "2026-02-26", .amount = "1000.00", .reference = OGM});
    g_assert_cmpint(summary->promises_kept, ==, 1);
    assert_promise(house, id, "kept", 100000);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 0);
}

static void money_after_the_day_keeps_it_late(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-03-02T09:00");
    assert_promise(house, id, "broken", 0);
    pay(house, "2026-03-02", "1000.00", OGM);
    assert_promise(house, id, "kept_late", 100000);
}

static void a_promise_breaks_on_its_deadline_and_not_before(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-02-26T23:59");
    assert_promise(house, id, "open", 0);
    house_clock("2026-02-27T00:00");
    assert_promise(house, id, "broken", 0);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 0);
    g_assert_cmpint(house_money(house, "C1").ask, ==, 150000);
}

static void part_of_it_is_partly(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-02-25T09:00");
    g_autoptr(ImportSummary) summary = BANK(house, "S1", {.day = "2026-02-25", .amount = "400.00", .reference = OGM});
    g_assert_cmpint(summary->promises_partly, ==, 1);
    assert_promise(house, id, "open", 40000);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 60000);
    house_clock("2026-02-27T09:00");
    assert_promise(house, id, "partly", 40000);
}

static void a_few_cents_short_is_kept_within_the_tolerance(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 50000, "2026-02-25");
    house_clock("2026-02-25T09:00");
    pay(house, "2026-02-25", "499.96", OGM);
    assert_promise_within(house, id, "kept", 49996, 5);
    assert_promise_within(house, id, "open", 49996, 0);
}

static void money_booked_before_the_promise_was_spoken_does_not_keep_it(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    pay(house, "2026-02-24", "300.00", OGM);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 70000, "2026-02-27");
    assert_promise(house, id, "open", 0);
    house_clock("2026-02-26T09:00");
    pay(house, "2026-02-23", "700.00", OGM);
    assert_promise(house, id, "kept", 70000);
}

static void a_reversal_breaks_a_kept_promise_again(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-02-26T09:00");
    pay(house, "2026-02-25", "1000.00", OGM);
    assert_promise(house, id, "kept", 100000);
    house_clock("2026-03-02T09:00");
    BANK_QUIET(house, "R1", {.day = "2026-02-27", .amount = "-1000.00", .iban = "BE71096123456769", .reason = "MD06"});
    assert_item(house, "2025-1312", 100000, "open");
    assert_promise(house, id, "broken", 0);
    assert_books_true(house);
}

/* --- Lists count too ------------------------------------------------------------------------------------ */

static void what_a_newer_list_takes_off_keeps_a_promise(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-27");
    house_clock("2026-02-26T09:00");
    g_autoptr(ImportSummary) summary =
        house_list(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;0,00;202513120023;EUR;\n");
    g_assert_cmpint(summary->promises_kept, ==, 1);
    assert_promise(house, id, "kept", 100000);
    pay(house, "2026-02-25", "1000.00", OGM);
    assert_promise(house, id, "kept", 100000);
    g_assert_cmpint(house_money(house, "C1").unallocated, ==, 0);
}

static void a_list_that_puts_the_invoice_back_breaks_the_promise_it_had_kept(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;0,00;202513120023;EUR;\n");
    assert_promise(house, id, "kept", 100000);
    house_clock("2026-02-27T09:00");
    house_list_quiet(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;1000,00;202513120023;EUR;\n");
    assert_item(house, "2025-1312", 100000, "open");
    assert_promise(house, id, "broken", 0);
}

static void interest_added_to_an_invoice_takes_no_receipt_back(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 50000, "2026-02-27");
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;500,00;202513120023;EUR;\n");
    assert_promise(house, id, "kept", 50000);
    house_list_quiet(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1040,00;540,00;202513120023;EUR;\n");
    assert_item(house, "2025-1312", 54000, "open");
    assert_promise(house, id, "kept", 50000);
}

static void a_list_of_this_morning_does_not_keep_what_is_promised_after_it(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    event(house, "call", 0);
    house_list_quiet(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;600,00;202513120023;EUR;\n");
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 60000, "2026-02-27");
    assert_promise(house, id, "open", 0);
}

static void a_bank_line_the_list_knew_does_not_keep_a_later_promise(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    house_list_quiet(house, PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1000,00;600,00;202513120023;EUR;\n");
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 60000, "2026-02-27");
    house_clock("2026-02-25T09:00");
    pay(house, "2026-02-23", "400.00", OGM);
    assert_item(house, "2025-1312", 60000, "open");
    assert_promise(house, id, "open", 0);
}

/* --- Several promises ----------------------------------------------------------------------------------- */

static void receipts_serve_promises_on_the_same_invoice_in_order_of_their_day(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 call = event(house, "call", 0);
    gint64 second = promise_for(house, call, "2025-1312", 50000, "2026-03-06");
    gint64 first = promise_for(house, call, "2025-1312", 50000, "2026-02-27");
    house_clock("2026-02-27T09:00");
    pay(house, "2026-02-26", "700.00", OGM);
    assert_promise(house, first, "kept", 50000);
    assert_promise(house, second, "open", 20000);
}

static void a_second_promise_before_the_first_is_due_waits_its_turn(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 first = promise_for(house, event(house, "call", 0), "2025-1312", 50000, "2026-02-27");
    house_clock("2026-02-25T09:00");
    gint64 second = promise_for(house, event(house, "call", 0), "2025-1312", 50000, "2026-03-06");
    house_clock("2026-02-27T09:00");
    pay(house, "2026-02-26", "500.00", OGM);
    assert_promise(house, first, "kept", 50000);
    assert_promise(house, second, "open", 0);
}

static void money_for_another_invoice_is_not_counted_as_part_of_a_promise(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-27");
    g_autoptr(ImportSummary) summary =
        BANK(house, "S1", {.day = "2026-02-24", .amount = "500.00", .reference = "202513400010"});
    g_assert_cmpint(summary->promises_partly, ==, 0);
    g_assert_cmpint(summary->promises_kept, ==, 0);
    assert_promise(house, id, "open", 0);
}

static void a_superseded_promise_leaves_the_money_to_the_new_one(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 old = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-27");
    house_clock("2026-02-25T09:00");
    gint64 call = event(house, "call", 0);
    gint64 new = promise_for(house, call, "2025-1312", 100000, "2026-03-06");
    promise_end(house, old, call, "superseded");
    assert_promise(house, old, "superseded", 0);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 100000);
    house_clock("2026-03-05T09:00");
    pay(house, "2026-03-05", "1000.00", OGM);
    assert_promise(house, old, "superseded", 0);
    assert_promise(house, new, "kept", 100000);
}

static void a_broken_promise_stays_broken_when_a_new_one_takes_its_place(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 old = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-02-27T09:00");
    gint64 call = event(house, "call", 0);
    gint64 new = promise_for(house, call, "2025-1312", 100000, "2026-03-06");
    promise_end(house, old, call, "superseded");
    house_clock("2026-03-05T09:00");
    pay(house, "2026-03-05", "1000.00", OGM);
    assert_promise(house, old, "broken", 0);
    assert_promise(house, new, "kept", 100000);
}

static void without_a_word_too_a_new_promise_after_a_broken_one_gets_the_money(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 old = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-25");
    house_clock("2026-02-27T09:00");
    gint64 new = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-03-06");
    house_clock("2026-03-05T09:00");
    pay(house, "2026-03-05", "1000.00", OGM);
    assert_promise(house, old, "broken", 0);
    assert_promise(house, new, "kept", 100000);
}

static void a_withdrawn_promise_is_open_again_when_the_withdrawal_is_undone(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "2025-1312", 100000, "2026-02-27");
    gint64 call = event(house, "call", 0);
    promise_end(house, id, call, "withdrawn");
    assert_promise(house, id, "withdrawn", 0);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 0);
    event(house, "undo", call);
    assert_promise(house, id, "open", 0);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 100000);
}

static void an_undone_call_takes_its_promise_with_it(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 call = event(house, "call", 0);
    gint64 id = promise_for(house, call, "2025-1312", 100000, "2026-02-27");
    event(house, "undo", call);
    assert_promise(house, id, "undone", 0);
    g_assert_cmpint(house_money(house, "C1").promised, ==, 0);
    pay(house, "2026-02-24", "1000.00", OGM);
    assert_promise(house, id, "undone", 0);
}

static void a_promise_without_an_invoice_takes_any_receipt_of_the_customer(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 id = promise_for(house, event(house, "call", 0), "none", 60000, "2026-02-27");
    house_clock("2026-02-26T09:00");
    pay(house, "2026-02-25", "500.00", "202513400010");
    assert_promise(house, id, "open", 50000);
    pay(house, "2026-02-26", "150.00", "202513400010");
    assert_promise(house, id, "kept", 60000);
}

/* --- The money line ------------------------------------------------------------------------------------- */

static void promised_and_disputed_never_exceed_what_is_open(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    gint64 call = event(house, "call", 0);
    promise_for(house, call, "2025-1312", 100000, "2026-02-27");
    promise_for(house, call, "2025-1340", 50000, "2026-02-27");
    house_run(house,
              "INSERT INTO dispute (id, event_id, customer_id, item_id, amount, currency, reason, what, deadline)"
              " SELECT 1, 1, 1, id, 90000, 'EUR', 'price', 'x', 20520 FROM item WHERE number = '2025-1340'");
    MoneyLine money = house_money(house, "C1");
    g_assert_cmpint(money.open, ==, 150000);
    g_assert_cmpint(money.disputed, ==, 50000);
    g_assert_cmpint(money.promised, ==, 100000);
    g_assert_cmpint(money.ask, ==, 0);
}

static void a_dispute_ends_and_comes_back_with_the_undo_of_its_end(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, BOOK);
    event(house, "call", 0);
    house_run(house,
              "INSERT INTO dispute (id, event_id, customer_id, item_id, amount, currency, reason, what, deadline)"
              " SELECT 1, 1, 1, id, 20000, 'EUR', 'price', 'x', 20520 FROM item WHERE number = '2025-1340'");
    g_assert_cmpint(house_money(house, "C1").disputed, ==, 20000);
    gint64 end = event(house, "call", 0);
    house_run(house, "INSERT INTO dispute_end (dispute_id, event_id, how) VALUES (1, 2, 'rejected')");
    g_assert_cmpint(house_money(house, "C1").disputed, ==, 0);
    event(house, "undo", end);
    g_assert_cmpint(house_money(house, "C1").disputed, ==, 20000);
}

static void currencies_stand_apart_and_the_customers_own_comes_first(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *rows =
        g_strconcat(PEETERS "CHF-00001;invoice;2026-01-10;2026-02-09;70,00;70,00;;CHF;\n", BOOK,
                    PEETERS "CN-00001;credit_note;2026-01-10;2026-02-09;-30,00;-30,00;;EUR;\n", NULL);
    house_list_quiet(house, rows);
    house_run(house, "UPDATE customer SET currency = 'EUR'");
    g_autoptr(GArray) lines = money_lines(house->ledger.store, 1, clock_today(), &error);
    g_assert_no_error(error);
    g_assert_cmpuint(lines->len, ==, 2);
    const MoneyLine *own = &g_array_index(lines, MoneyLine, 0), *other = &g_array_index(lines, MoneyLine, 1);
    g_assert_cmpstr(own->currency, ==, "EUR");
    g_assert_cmpint(own->open, ==, 150000);
    g_assert_cmpint(own->unallocated, ==, 3000);
    g_assert_cmpint(own->ask, ==, 147000);
    g_assert_cmpint(own->overdue_invoices, ==, 2);
    g_assert_cmpint(own->days_oldest, ==, 15);
    g_assert_cmpint(own->days_weighted, ==, 12); /* (1000 × 15 + 500 × 5) / 1500 = 11,7 */
    g_assert_cmpstr(other->currency, ==, "CHF");
    g_assert_cmpint(other->open, ==, 7000);
}

static void the_class_follows_how_late_he_pays_and_whether_he_keeps_his_word(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, BOOK);
    pay(house, "2026-02-24", "1000.00", OGM); /* 15 days late */
    g_autofree char *late = house_text(house, "SELECT class FROM customer");
    g_assert_cmpstr(late, ==, "B");
    Behaviour behaviour;
    g_assert_true(customer_behaviour(house->ledger.store, house->settings, 1, clock_today(), &behaviour, &error));
    g_assert_true(behaviour.known);
    g_assert_cmpint(behaviour.days_late, ==, 15);
    gint64 call = event(house, "call", 0);
    for (int i = 0; i < 3; i++)
        promise_for(house, call, "2025-1340", 10000, "2026-02-25");
    house_clock("2026-03-10T09:00");
    pay(house, "2026-03-09", "1.00", "202513400010");
    g_autofree char *broken = house_text(house, "SELECT class FROM customer");
    g_assert_cmpstr(broken, ==, "C");
}

#define TEST(name) g_test_add("/promise/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_promise_is_open_then_kept_by_the_receipt);
    TEST(money_after_the_day_keeps_it_late);
    TEST(a_promise_breaks_on_its_deadline_and_not_before);
    TEST(part_of_it_is_partly);
    TEST(a_few_cents_short_is_kept_within_the_tolerance);
    TEST(money_booked_before_the_promise_was_spoken_does_not_keep_it);
    TEST(a_reversal_breaks_a_kept_promise_again);
    TEST(what_a_newer_list_takes_off_keeps_a_promise);
    TEST(a_list_that_puts_the_invoice_back_breaks_the_promise_it_had_kept);
    TEST(interest_added_to_an_invoice_takes_no_receipt_back);
    TEST(a_list_of_this_morning_does_not_keep_what_is_promised_after_it);
    TEST(a_bank_line_the_list_knew_does_not_keep_a_later_promise);
    TEST(receipts_serve_promises_on_the_same_invoice_in_order_of_their_day);
    TEST(a_second_promise_before_the_first_is_due_waits_its_turn);
    TEST(money_for_another_invoice_is_not_counted_as_part_of_a_promise);
    TEST(a_superseded_promise_leaves_the_money_to_the_new_one);
    TEST(a_broken_promise_stays_broken_when_a_new_one_takes_its_place);
    TEST(without_a_word_too_a_new_promise_after_a_broken_one_gets_the_money);
    TEST(a_withdrawn_promise_is_open_again_when_the_withdrawal_is_undone);
    TEST(an_undone_call_takes_its_promise_with_it);
    TEST(a_promise_without_an_invoice_takes_any_receipt_of_the_customer);
    TEST(promised_and_disputed_never_exceed_what_is_open);
    TEST(a_dispute_ends_and_comes_back_with_the_undo_of_its_end);
    TEST(currencies_stand_apart_and_the_customers_own_comes_first);
    TEST(the_class_follows_how_late_he_pays_and_whether_he_keeps_his_word);
    return g_test_run();
}
