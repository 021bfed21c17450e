/* Where a payment goes, and the account of a claim through its payments. */
#include "law_book.h"
#include "rules/allotment.h"

static void test_allotment(void)
{
    static const AllotOrder orders[] = {{{PART_COSTS, PART_INTEREST, PART_PRINCIPAL}},
                                        {{PART_INTEREST, PART_COSTS, PART_PRINCIPAL}},
                                        {{PART_PRINCIPAL, PART_INTEREST, PART_COSTS}}};
    guint32 seed = 7;
    for (int turn = 0; turn < 5000; turn++) {
        ClaimParts owed;
        Cents sum = 0, all = 0;
        for (int i = 0; i < PART_COUNT; i++) {
            seed = seed * 1664525 + 1013904223;
            owed.part[i] = seed >> 8 & 0x1ffff;
            all += owed.part[i];
        }
        seed = seed * 1664525 + 1013904223;
        Cents payment = seed >> 8 & 0x7ffff;
        const AllotOrder *order = &orders[turn % 3];
        Allotment allotment = allotment_split(&owed, payment, order);
        for (int i = 0; i < PART_COUNT; i++) {
            ClaimPart part = order->at[i];
            g_assert_cmpint(allotment.paid.part[part] + allotment.left.part[part], ==, owed.part[part]);
            g_assert_cmpint(allotment.paid.part[part], >=, 0);
            g_assert_cmpint(allotment.left.part[part], >=, 0);
            /* the next part gets something only when this one is paid */
            if (i + 1 < PART_COUNT && allotment.paid.part[order->at[i + 1]] > 0)
                g_assert_cmpint(allotment.left.part[part], ==, 0);
            sum += allotment.paid.part[part];
        }
        g_assert_cmpint(sum + allotment.over, ==, payment); /* no cent is lost, none is made */
        g_assert_cmpint(allotment.over, ==, MAX(payment - all, 0));
    }
}

static void test_orders(void)
{
    AllotOrder order = ALLOT_COSTS_FIRST;
    g_assert_true(allot_order_find("interest>costs>principal", &order));
    g_assert_cmpint(order.at[0], ==, PART_INTEREST);
    g_assert_false(allot_order_find("interest,interest,principal", &order));
    g_assert_false(allot_order_find("interest,principal", &order));
    g_assert_false(allot_order_find("interest,costs,tips", &order));
    g_assert_cmpint(order.at[0], ==, PART_INTEREST);
}

static ClaimTerms terms_of(const char *series, Cents principal, Cents costs)
{
    return (ClaimTerms){.rates = rates,
                        .rule = interest_rule(rates_series(rates, series)),
                        .principal = principal,
                        .bears_from = iso("2024-04-01"),
                        .costs = {{costs, DAY_NONE}},
                        .order = ALLOT_COSTS_FIRST};
}

static void test_accounts(void)
{
    static const char *const names[] = {"be_b2b", "nl_b2b", "nl_legal", "uk_b2b"};
    for (size_t s = 0; s < G_N_ELEMENTS(names); s++) {
        ClaimTerms terms = terms_of(names[s], 500000, 4000);
        ClaimPayment payments[12];
        Cents paid = 0, allotted = 0;
        g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(ClaimRow));
        for (int i = 0; i < 12; i++) {
            payments[i] = (ClaimPayment){.day = day_plus(iso("2024-05-15"), 71 * i), .amount = 12345 + 1000 * i};
            paid += payments[i].amount;
        }
        ClaimBalance balance = claim_balance(&terms, payments, 12, iso("2026-11-21"), rows, NULL);
        g_assert_cmpuint(rows->len, ==, 13);
        for (guint i = 0; i < rows->len; i++)
            for (int part = 0; part < PART_COUNT; part++)
                allotted += g_array_index(rows, ClaimRow, i).allotment.paid.part[part];
        g_assert_cmpint(allotted + balance.over, ==, paid);
        g_assert_cmpint(balance.left.part[PART_PRINCIPAL], >, 0);
        /* with nothing paid the account is the plain interest */
        g_assert_cmpint(claim_balance(&terms, NULL, 0, iso("2026-11-21"), NULL, NULL).left.part[PART_INTEREST], ==,
                        interest_between(rates, &terms.rule, 500000, terms.bears_from, iso("2026-11-21"), NULL).amount);
    }
}

static void test_account_edges(void)
{
    ClaimTerms terms = terms_of("be_b2b", 100000, 4000);
    ClaimPayment early = {.day = iso("2024-03-01"), .amount = 104000};
    ClaimBalance balance = claim_balance(&terms, &early, 1, iso("2026-11-21"), NULL, NULL);
    g_assert_cmpint(balance.left.part[PART_INTEREST], ==, 0); /* paid in time: nothing ever ran */
    g_assert_cmpint(balance.left.part[PART_PRINCIPAL], ==, 0);
    ClaimPayment twice = {.day = iso("2024-03-01"), .amount = 150000};
    g_assert_cmpint(claim_balance(&terms, &twice, 1, iso("2026-11-21"), NULL, NULL).over, ==, 46000);
    ClaimPayment later = {.day = iso("2026-12-01"), .amount = 50000}; /* not paid yet on that day */
    g_assert_cmpint(claim_balance(&terms, &later, 1, iso("2026-11-21"), NULL, NULL).left.part[PART_PRINCIPAL], ==,
                    100000);
    terms.costs[0].from = iso("2026-11-01"); /* costs that came up after the payment took nothing of it */
    ClaimPayment before = {.day = iso("2024-04-01"), .amount = 10000};
    balance = claim_balance(&terms, &before, 1, iso("2026-11-21"), NULL, NULL);
    g_assert_cmpint(balance.left.part[PART_COSTS], ==, 4000);
    g_assert_cmpint(balance.left.part[PART_PRINCIPAL], ==, 90000 + 34);
    g_assert_cmpint(balance.day_rate, ==, 26);
}

int main(int argc, char **argv)
{
    law_open(&argc, &argv);
    g_test_add_func("/payments/a payment keeps every cent and its order", test_allotment);
    g_test_add_func("/payments/an order names each part once", test_orders);
    g_test_add_func("/payments/the account of a claim loses no cent", test_accounts);
    g_test_add_func("/payments/paid early, too much, too late, before costs came up", test_account_edges);
    return law_run();
}
