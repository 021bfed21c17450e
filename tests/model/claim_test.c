/* What a customer may be asked for on a day: by country and kind, after payments, disputes, notes and letters. */
#include "claim_book.h"

#include "base/i18n.h"
#include <locale.h>

static void start(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    claim_book_start(claims);
}

static void end(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    book_end(&claims->book);
}

/* Every sum of a claim is the sum of its rows, and of what each payment went to no cent is lost. */
static void assert_adds_up(const Claim *claim)
{
    for (guint t = 0; t < claim->totals->len; t++) {
        const ClaimTotal *total = total_at(claim, t);
        Cents sum = total->open - total->disputed - total->planned - total->credit;
        for (int i = 0; i < CHARGE_COUNT; i++)
            sum += total->charges[i];
        g_assert_cmpint(sum, ==, total->total);
    }
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = invoice_at(claim, i);
        Cents sum = claim_asked(invoice), paid = 0;
        for (int c = 0; c < CHARGE_COUNT; c++)
            sum += invoice->charges[c];
        g_assert_cmpint(sum, ==, invoice->total);
        for (guint p = 0; p < invoice->payments->len; p++) {
            const ClaimPaid *row = &g_array_index(invoice->payments, ClaimPaid, p);
            g_assert_cmpint(row->parts.part[0] + row->parts.part[1] + row->parts.part[2], ==, row->amount);
            paid += row->amount;
        }
        g_assert_cmpint(paid, ==, invoice->paid);
        g_assert_cmpint(invoice->amount - invoice->credited - invoice->paid, ==, invoice->open);
    }
}

static void assert_charges(const ClaimInvoice *invoice, Cents interest, Cents fixed, Cents costs)
{
    g_assert_cmpint(invoice->charges[CHARGE_INTEREST], ==, interest);
    g_assert_cmpint(invoice->charges[CHARGE_FIXED_SUM], ==, fixed);
    g_assert_cmpint(invoice->charges[CHARGE_COSTS], ==, costs);
}

static void assert_waits(const Claim *claim, Charge charge, const char *reason, const char *from)
{
    const ChargeAnswer *answer = claim_waits(claim, "EUR", charge);
    g_assert_nonnull(answer);
    g_autofree char *day = day_iso(answer->from);
    g_assert_cmpstr(answer->reason, ==, reason);
    g_assert_cmpstr(day, ==, from);
}

/* 1 850,00 for 48 days: in the first half of 2026 at 10.5 %. */
static void test_belgian_firm(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "2025-1312", "2026-01-07", 185000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    const ClaimInvoice *invoice = invoice_at(claim, 0);
    assert_charges(invoice, 2555, 4000, 0);
    g_assert_cmpint(invoice->day_rate, ==, 53);
    g_assert_cmpstr(invoice->rule.series->name, ==, "be_b2b");
    g_assert_cmpuint(invoice->periods->len, ==, 1);
    g_assert_cmpint(total_at(claim, 0)->total, ==, 185000 + 2555 + 4000);
    assert_waits(claim, CHARGE_COSTS, "needs_judge", "");
    assert_adds_up(claim);
}

static void test_not_late_is_no_part(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-01-07", 185000);
    invoice_add(claims, "b", "2026-02-24", 50000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    assert_charges(invoice_at(claim, 1), 0, 0, 0);
    g_assert_cmpint(total_at(claim, 0)->invoices, ==, 1);
    g_assert_cmpint(total_at(claim, 0)->early, ==, 1);
    g_assert_cmpint(total_at(claim, 0)->early_open, ==, 50000);
    g_assert_cmpint(total_at(claim, 0)->open, ==, 185000);
    g_autoptr(Claim) tomorrow = claim_of(claims, "2026-02-25");
    assert_charges(invoice_at(tomorrow, 1), 14, 4000, 0);
    g_assert_cmpint(total_at(tomorrow, 0)->invoices, ==, 2);
}

/* Nothing in the free period of fourteen days from the third working day; the indemnity and interest after it. */
static void test_belgian_consumer(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    invoice_add(claims, "a", "2026-01-07", 60000);
    g_autoptr(Claim) silent = claim_of(claims, "2026-02-24");
    assert_waits(silent, CHARGE_COSTS, "no_clause", "");
    house_says(claims, "clause", "yes");
    g_autoptr(Claim) before = claim_of(claims, "2026-02-24");
    assert_waits(before, CHARGE_INTEREST, "no_reminder", "");
    letter_left(claims, "first_reminder_be", "post", "2026-02-02", "");
    g_autoptr(Claim) inside = claim_of(claims, "2026-02-18");
    assert_charges(invoice_at(inside, 0), 0, 0, 0);
    g_assert_cmpint(total_at(inside, 0)->total, ==, 60000);
    assert_waits(inside, CHARGE_COSTS, "free_period", "2026-02-19");
    g_autoptr(Claim) after = claim_of(claims, "2026-02-19");
    assert_charges(invoice_at(after, 0), 17, 0, 7000); /* 65 + 5 % of what is above 500; one day at 10.5 % */
    g_assert_null(claim_waits(after, "EUR", CHARGE_COSTS));
    assert_waits(after, CHARGE_FIXED_SUM, "business_only", "");
    assert_adds_up(after);
}

static void test_belgian_consumer_pays_inside_the_period(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    house_says(claims, "clause", "yes");
    gint64 item = invoice_add(claims, "a", "2026-01-07", 60000);
    letter_left(claims, "first_reminder_be", "post", "2026-02-02", "");
    money_came(claims, item, "2026-02-10", 50000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    const ClaimPaid *paid = &g_array_index(invoice_at(claim, 0)->payments, ClaimPaid, 0);
    g_assert_cmpint(paid->parts.part[PART_PRINCIPAL], ==, 50000);
    assert_charges(invoice_at(claim, 0), 17, 0, 2000); /* six days on the 100 that are left, the least indemnity */
    assert_adds_up(claim);
}

/* Two claims of 500 in one letter: 15 % of 1 000 less the 40 of each. */
static void test_dutch_firm(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "business");
    invoice_add(claims, "a", "2026-01-07", 50000);
    invoice_add(claims, "b", "2026-01-21", 50000);
    g_autoptr(Claim) before = claim_of(claims, "2026-02-24");
    assert_waits(before, CHARGE_COSTS, "no_notice", "");
    letter_left(claims, "notice_b2b", "email", "2026-02-20", "");
    g_autoptr(Claim) same_day = claim_of(claims, "2026-02-20");
    assert_waits(same_day, CHARGE_COSTS, "no_notice", "2026-02-21");
    g_autoptr(Claim) after = claim_of(claims, "2026-02-24");
    g_assert_cmpstr(invoice_at(after, 0)->rule.series->name, ==, "nl_b2b");
    g_assert_cmpint(invoice_at(after, 0)->charges[CHARGE_COSTS], ==, 15000 - 8000);
    g_assert_cmpint(invoice_at(after, 1)->charges[CHARGE_COSTS], ==, 0);
    assert_adds_up(after);
}

static void test_dutch_consumer(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "consumer");
    gint64 item = invoice_add(claims, "a", "2026-01-07", 50000);
    g_autoptr(Claim) before = claim_of(claims, "2026-02-24");
    g_assert_cmpstr(invoice_at(before, 0)->rule.series->name, ==, "nl_legal");
    assert_waits(before, CHARGE_COSTS, "no_letter14", "");
    letter_left(claims, "notice_14_days", "email", "2026-02-02", "");
    g_autoptr(Claim) inside = claim_of(claims, "2026-02-16");
    assert_waits(inside, CHARGE_COSTS, "letter14_runs", "2026-02-17");
    g_assert_cmpint(invoice_at(inside, 0)->charges[CHARGE_COSTS], ==, 0);
    g_autoptr(Claim) after = claim_of(claims, "2026-02-17");
    g_assert_cmpint(invoice_at(after, 0)->charges[CHARGE_COSTS], ==, 7500);
    /* what was paid inside the fourteen days costs nothing: 15 % of the 300 that are left */
    money_came(claims, item, "2026-02-12", 20000);
    g_autoptr(Claim) less = claim_of(claims, "2026-02-24");
    g_assert_cmpint(invoice_at(less, 0)->charges[CHARGE_COSTS], ==, 4500);
    assert_adds_up(less);
}

/* Paid after the fourteen days without the costs: they stay, and so does as much of the invoice. */
static void test_charges_stay_after_the_invoice_is_paid(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "consumer");
    gint64 item = invoice_add(claims, "a", "2026-01-07", 50000);
    letter_left(claims, "notice_14_days", "email", "2026-02-02", "");
    money_came(claims, item, "2026-02-20", 50000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    const ClaimInvoice *invoice = invoice_at(claim, 0);
    const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, 0);
    g_assert_cmpint(invoice->open, ==, 0);
    g_assert_cmpint(paid->parts.part[PART_COSTS], ==, 7500);
    g_assert_cmpint(invoice->left.part[PART_PRINCIPAL], ==, 7500 + paid->parts.part[PART_INTEREST]);
    g_assert_cmpint(total_at(claim, 0)->total, >, 7500);
    assert_adds_up(claim);
}

static void test_paid_without_a_letter_is_settled(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 50000);
    invoice_add(claims, "b", "2026-02-01", 10000);
    money_came(claims, item, "2026-02-10", 50000);
    letter_left(claims, "notice_b2b", "email", "2026-02-20", "");
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_assert_cmpuint(claim->invoices->len, ==, 1);
    g_assert_cmpstr(invoice_at(claim, 0)->number, ==, "b");
    /* as of a day on which it was not paid yet it is open */
    g_autoptr(Claim) earlier = claim_of(claims, "2026-02-05");
    g_assert_cmpint(total_at(earlier, 0)->open, ==, 60000);
}

/* 1 000 due on 7 January, 300 on the 27th: 40 costs, 20 days of interest, the rest the invoice. */
static void test_part_payment(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 100000);
    money_came(claims, item, "2026-01-27", 30000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    const ClaimInvoice *invoice = invoice_at(claim, 0);
    const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, 0);
    g_assert_cmpint(paid->parts.part[PART_COSTS], ==, 4000);
    g_assert_cmpint(paid->parts.part[PART_INTEREST], ==, 575);
    g_assert_cmpint(paid->parts.part[PART_PRINCIPAL], ==, 25425);
    g_assert_cmpint(invoice->left.part[PART_PRINCIPAL], ==, 74575);
    g_assert_cmpint(invoice->left.part[PART_INTEREST], ==, 601); /* 28 days on 745.75 */
    g_assert_cmpint(invoice->open, ==, 70000);
    assert_charges(invoice, 575 + 601, 4000, 0);
    g_assert_cmpuint(invoice->periods->len, ==, 2);
    assert_adds_up(claim);
    house_says(claims, "first", "principal");
    g_autoptr(Claim) kind = claim_of(claims, "2026-02-24");
    g_assert_cmpint(invoice_at(kind, 0)->left.part[PART_PRINCIPAL], ==, 70000);
    assert_adds_up(kind);
}

static void test_money_that_went_back_never_came(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 100000);
    g_autoptr(Claim) plain = claim_of(claims, "2026-02-24");
    money_came(claims, item, "2026-01-05", 100000);
    money_came(claims, item, "2026-01-30", -100000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_assert_cmpuint(invoice_at(claim, 0)->payments->len, ==, 0);
    g_assert_cmpint(total_at(claim, 0)->total, ==, total_at(plain, 0)->total);
}

/* What lists took off, as credit notes do, never bore anything. */
static void test_credited_never_bore_interest(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 100000);
    book_run(&claims->book, "UPDATE item SET open = 60000, ledger_open = 60000 WHERE id = :id",
             BINDS(INTEGER("id", item)));
    gint64 other = invoice_add(claims, "b", "2026-01-07", 60000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_assert_cmpint(invoice_at(claim, 0)->credited, ==, 40000);
    g_assert_cmpint(invoice_at(claim, 1)->id, ==, other);
    g_assert_cmpint(invoice_at(claim, 0)->total, ==, invoice_at(claim, 1)->total);
    assert_adds_up(claim);
}

/* A note that names no invoice goes off the oldest and bears nothing. */
static void test_note_without_invoice_goes_off_the_oldest(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "old", "2025-12-07", 30000);
    invoice_add(claims, "new", "2026-01-07", 100000);
    invoice_add(claims, "note", "2026-02-01", -50000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_assert_cmpint(invoice_at(claim, 0)->by_notes, ==, 30000);
    assert_charges(invoice_at(claim, 0), 0, 0, 0);
    g_assert_cmpint(claim_asked(invoice_at(claim, 1)), ==, 80000);
    assert_charges(invoice_at(claim, 1), 1105, 4000, 0); /* 48 days on 800 */
    g_assert_cmpint(total_at(claim, 0)->credit, ==, 50000);
    g_assert_cmpint(total_at(claim, 0)->total, ==, 80000 + 1105 + 4000);
    assert_adds_up(claim);
}

static void test_only_the_disputed_part_is_held(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 100000);
    gint64 dispute = dispute_add(claims, item, 20000);
    g_autoptr(Claim) part = claim_of(claims, "2026-02-24");
    g_assert_cmpint(claim_asked(invoice_at(part, 0)), ==, 80000);
    assert_charges(invoice_at(part, 0), 1105, 4000, 0);
    g_assert_cmpint(total_at(part, 0)->disputed, ==, 20000);
    assert_adds_up(part);
    dispute_add(claims, item, 80000);
    g_autoptr(Claim) whole = claim_of(claims, "2026-02-24");
    assert_charges(invoice_at(whole, 0), 0, 0, 0);
    g_assert_cmpint(total_at(whole, 0)->total, ==, 0);
    assert_waits(whole, CHARGE_INTEREST, "on_hold", "");
    dispute_ended(claims, dispute);
    g_autoptr(Claim) rejected = claim_of(claims, "2026-02-24");
    g_assert_cmpint(claim_asked(invoice_at(rejected, 0)), ==, 20000);
}

static void test_mediation_holds_all(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-01-07", 100000);
    book_run(&claims->book, "UPDATE customer SET not_callable = 'mediation'", NO_BINDS);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_assert_cmpint(total_at(claim, 0)->total, ==, 100000);
    assert_waits(claim, CHARGE_FIXED_SUM, "on_hold", "");
}

/* A plan that is kept puts off what it still expects. */
static void test_plan_puts_off(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 100000);
    gint64 event = event_add(claims, "call");
    book_run(&claims->book,
             "INSERT INTO plan (id, event_id, customer_id, parts, every, first_day, total, currency)"
             " VALUES (1, :event, :customer, 1, 'month', :due, 60000, 'EUR')",
             BINDS(INTEGER("event", event), INTEGER("customer", claims->customer), DAY("due", iso("2026-03-02"))));
    book_run(&claims->book,
             "INSERT INTO promise (id, event_id, customer_id, plan_id, position, kind, made, due, deadline, amount,"
             " currency) VALUES (1, :event, :customer, 1, 0, 'instalment', :made, :due, :deadline, 60000, 'EUR')",
             BINDS(INTEGER("event", event), INTEGER("customer", claims->customer), DAY("made", iso("2026-02-20")),
                   DAY("due", iso("2026-03-02")), DAY("deadline", iso("2026-03-06"))));
    book_run(&claims->book,
             "INSERT INTO promise_item (promise_id, position, item_id, amount) VALUES (1, 0, :item, 60000)",
             BINDS(INTEGER("item", item)));
    g_autoptr(Claim) kept = claim_of(claims, "2026-02-24");
    g_assert_cmpint(invoice_at(kept, 0)->planned, ==, 60000);
    g_assert_cmpint(claim_asked(invoice_at(kept, 0)), ==, 40000);
    assert_adds_up(kept);
    g_autoptr(Claim) broken = claim_of(claims, "2026-03-10");
    g_assert_cmpint(invoice_at(broken, 0)->planned, ==, 0);
    g_assert_cmpint(total_at(broken, 0)->open, ==, 100000);
}

static void test_unknown_kind_is_asked_nothing(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "unknown");
    invoice_add(claims, "a", "2026-01-07", 100000);
    letter_left(claims, "notice_b2b", "post", "2026-01-10", "");
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    assert_charges(invoice_at(claim, 0), 0, 0, 0);
    assert_waits(claim, CHARGE_INTEREST, "kind_unknown", "");
    g_assert_cmpint(total_at(claim, 0)->total, ==, 100000);
}

static void test_currencies_stay_apart(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-01-07", 100000);
    gint64 dollars = invoice_add(claims, "b", "2025-12-07", 100000);
    book_run(&claims->book, "UPDATE item SET currency = 'USD' WHERE id = :id", BINDS(INTEGER("id", dollars)));
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_assert_cmpuint(claim->totals->len, ==, 2);
    g_assert_cmpstr(total_at(claim, 0)->currency, ==, "EUR");
    g_assert_cmpint(total_at(claim, 0)->open, ==, 100000);
    g_assert_cmpstr(total_at(claim, 1)->currency, ==, "USD");
    assert_adds_up(claim);
}

static void test_rates_that_are_not_confirmed_are_marked(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-01-07", 100000);
    g_autoptr(Claim) sure = claim_of(claims, "2026-02-24");
    g_assert_cmpuint(total_at(sure, 0)->marks, ==, 0);
    g_autoptr(Claim) far = claim_of(claims, "2029-02-24");
    g_assert_cmpuint(total_at(far, 0)->marks & INTEREST_UNCONFIRMED, !=, 0);
}

static void test_some_invoices_of_many(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    debtor_is(claims, "NL", "consumer");
    invoice_add(claims, "a", "2026-01-07", 50000);
    gint64 item = invoice_add(claims, "b", "2026-01-21", 50000);
    letter_left(claims, "notice_14_days", "email", "2026-02-02", "");
    g_autofree char *items = g_strdup_printf("%" G_GINT64_FORMAT, item);
    const ClaimQuestion question = {.customer_id = claims->customer, .day = iso("2026-02-24"), .items = items};
    g_autoptr(Claim) claim = claim_load(claims->book.desk, &question, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(claim->invoices->len, ==, 1);
    g_assert_cmpint(invoice_at(claim, 0)->charges[CHARGE_COSTS], ==, 7500); /* 15 % of this one alone */
    const ClaimQuestion nobody = {.customer_id = 4711, .day = iso("2026-02-24")};
    g_assert_null(claim_load(claims->book.desk, &nobody, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_MISSING);
}

/* ---- which letters count ---- */

static void house_letter(const ClaimBook *claims, const char *slug, const char *notice)
{
    g_setenv("XDG_CONFIG_HOME", claims->book.folder, TRUE);
    g_autofree char *name = g_strdup_printf("letters/nl/%s.txt", slug), *path = path_user_config(name);
    g_autofree char *folder = g_path_get_dirname(path), *text = NULL;
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    text =
        g_strdup_printf("label: a\nabout: b\ntone: 4\nfor: all\nnotice: %s\nsubject: s\n---\nnotice: none\n", notice);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void test_house_letter_counts_by_its_header(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "business");
    invoice_add(claims, "a", "2026-01-07", 100000);
    house_letter(claims, "our_demand", "formal");
    house_letter(claims, "our_greeting", "none");
    letter_left(claims, "our_greeting", "email", "2026-01-20", "");
    letter_left(claims, "gone_from_disk", "email", "2026-01-20", "");
    letter_left(claims, "../../evil", "email", "2026-01-20", "");
    g_autoptr(Claim) greeted = claim_of(claims, "2026-02-24");
    assert_waits(greeted, CHARGE_COSTS, "no_notice", "");
    letter_left(claims, "our_demand", "email", "2026-02-02", "");
    g_autoptr(Claim) asked = claim_of(claims, "2026-02-24");
    g_assert_cmpuint(asked->notices->len, ==, 1);
    g_assert_cmpint(invoice_at(asked, 0)->charges[CHARGE_COSTS], ==, 11000); /* 15 % less the 40 */
}

/* Book XIX.9: who collects for others sends a formal notice of his own, and waits. */
static void test_collector_sends_his_own_notice(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    house_says(claims, "clause", "yes");
    house_says(claims, "third_party", "yes");
    invoice_add(claims, "a", "2026-01-07", 50000);
    house_letter(claims, "our_notice", "collector");
    letter_left(claims, "first_reminder_be", "email", "2026-01-12", "");
    g_autoptr(Claim) reminded = claim_of(claims, "2026-02-24");
    assert_waits(reminded, CHARGE_COSTS, "no_collector_notice", "");
    letter_left(claims, "our_notice", "post", "2026-02-02", "");
    g_autoptr(Claim) waiting = claim_of(claims, "2026-02-10");
    g_assert_cmpint(total_at(waiting, 0)->total, ==, 50000);
    g_autoptr(Claim) over = claim_of(claims, "2026-03-10");
    g_assert_cmpint(invoice_at(over, 0)->charges[CHARGE_COSTS], >, 0);
}

/* ---- the whole book ---- */

static bool total_note(const Claim *claim, void *data, GError **error)
{
    (void)error;
    g_autoptr(GString) line = g_string_new(claim->number);
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = invoice_at(claim, i);
        g_string_append_printf(line, " %s %" G_GINT64_FORMAT " %u", invoice->number, invoice->total,
                               invoice->payments->len);
    }
    g_ptr_array_add(data, g_string_free(g_steal_pointer(&line), FALSE));
    return true;
}

/* Money, disputes, plans, notes and letters of one customer stay his own when all are read side by side. */
static void test_whole_book_is_the_claims_one_by_one(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) together = g_ptr_array_new_with_free_func(g_free),
                         apart = g_ptr_array_new_with_free_func(g_free);
    for (int n = 0; n < 24; n++) {
        g_autofree char *number = g_strdup_printf("20%02d", n);
        claims->customer = book_customer(&claims->book, number, number);
        if (n % 6 == 5)
            continue; /* of him nothing is open */
        debtor_is(claims, n % 3 == 0 ? "NL" : "BE", n % 4 == 1 ? "consumer" : "business");
        gint64 first = invoice_add(claims, "a", "2026-01-07", 100000 + n),
               last = invoice_add(claims, "b", "2026-02-04", 7000);
        if (n % 2 == 0)
            letter_left(claims, n % 4 == 2 ? "notice_14_days" : "demand", "email", "2026-01-28", "");
        if (n % 5 == 0)
            money_came(claims, first, "2026-02-16", 30000);
        if (n % 7 == 0)
            money_came(claims, last, "2026-02-16", 7000);
        if (n % 3 == 1)
            dispute_add(claims, first, 20000);
    }
    good(claims_each(claims->book.desk, iso("2026-02-24"), total_note, together, &error), error);
    g_assert_cmpuint(together->len, ==, 20);
    for (gint64 id = 1; id <= claims->customer; id++) {
        const ClaimQuestion question = {.customer_id = id, .day = iso("2026-02-24")};
        g_autoptr(Claim) claim = claim_load(claims->book.desk, &question, &error);
        g_assert_no_error(error);
        if (claim->invoices->len > 0)
            total_note(claim, apart, NULL);
    }
    g_assert_cmpuint(apart->len, ==, together->len);
    for (guint i = 0; i < apart->len; i++)
        g_assert_cmpstr(g_ptr_array_index(together, i), ==, g_ptr_array_index(apart, i));
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define ADD(name, test) g_test_add("/claim/" name, ClaimBook, NULL, start, test, end)
    ADD("a Belgian firm owes interest and 40 by law", test_belgian_firm);
    ADD("what is not late is no part of the claim", test_not_late_is_no_part);
    ADD("a Belgian consumer owes nothing before the free period is over", test_belgian_consumer);
    ADD("what a consumer pays inside the free period bears nothing", test_belgian_consumer_pays_inside_the_period);
    ADD("a Dutch firm owes costs beyond the 40 after a letter", test_dutch_firm);
    ADD("a Dutch consumer owes costs after the fourteen days", test_dutch_consumer);
    ADD("charges stay when the invoice is paid after the letter", test_charges_stay_after_the_invoice_is_paid);
    ADD("what was paid before any letter is settled", test_paid_without_a_letter_is_settled);
    ADD("a part payment goes to costs, interest, invoice", test_part_payment);
    ADD("money that went back never came", test_money_that_went_back_never_came);
    ADD("what was credited never bore interest", test_credited_never_bore_interest);
    ADD("a note without invoice goes off the oldest", test_note_without_invoice_goes_off_the_oldest);
    ADD("only the disputed part is held", test_only_the_disputed_part_is_held);
    ADD("debt mediation holds all", test_mediation_holds_all);
    ADD("a plan that is kept puts off its parts", test_plan_puts_off);
    ADD("whom nobody knows is asked for nothing on top", test_unknown_kind_is_asked_nothing);
    ADD("amounts of two currencies stay apart", test_currencies_stay_apart);
    ADD("rates that are not confirmed are marked", test_rates_that_are_not_confirmed_are_marked);
    ADD("a claim of some invoices alone", test_some_invoices_of_many);
    ADD("a letter of the house counts by its header", test_house_letter_counts_by_its_header);
    ADD("who collects for others sends his own notice and waits", test_collector_sends_his_own_notice);
    ADD("the whole book is the claims one by one", test_whole_book_is_the_claims_one_by_one);
    return g_test_run();
}
