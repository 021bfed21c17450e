/* Which days the law gives a debtor, and which it takes from a creditor. */
#include "law_book.h"
#include "rules/legal_term.h"

static void test_periods(void)
{
    /* from the eve of Easter weekend: Monday is a holiday */
    LegalPeriod free = legal_free_period(rates, calendar, SENT_BY_POST, iso("2026-04-03"));
    same_day(free.first, "2026-04-09");
    same_day(free.last, "2026-04-22");
    same_day(free.after, "2026-04-23");
    g_assert_false(day_known(legal_free_period(rates, calendar, SENT_BY_PHONE, iso("2026-04-03")).after));
    g_assert_false(day_known(legal_free_period(rates, calendar, SENT_BY_POST, DAY_NONE).after));
    g_assert_false(day_known(legal_free_period(rates, calendar, SENT_BY_POST, iso("2023-08-31")).after));
    g_assert_false(day_known(legal_letter14(rates, calendar, SENT_BY_PHONE, iso("2026-04-03"), DAY_NONE).after));
    /* a proof of receipt counts, but by post never before the seventeenth day */
    same_day(legal_letter14(rates, calendar, SENT_BY_POST, iso("2026-11-05"), iso("2026-11-12")).after, "2026-11-27");
    same_day(legal_letter14(rates, calendar, SENT_BY_POST, iso("2026-11-02"), iso("2026-11-03")).after, "2026-11-19");
    LegalPeriod plan = legal_plan_undecided(rates, calendar, iso("2026-11-06"));
    same_day(plan.first, "2026-11-09");
    same_day(plan.after, "2026-12-09");
}

/* Whatever the day: fourteen days at least are the debtor's, and the creditor's first day follows the last of them. */
static void test_periods_hold(void)
{
    for (Day sent = iso("2026-01-01"); day_compare(sent, iso("2028-01-01")) < 0; sent = day_plus(sent, 1)) {
        for (int by = SENT_BY_POST; by <= SENT_ELECTRONICALLY; by++) {
            LegalPeriod free = legal_free_period(rates, calendar, (SentBy)by, sent);
            LegalPeriod letter = legal_letter14(rates, calendar, (SentBy)by, sent, DAY_NONE);
            g_assert_cmpint(day_minus(free.after, free.first), ==, 14);
            g_assert_cmpint(day_minus(free.first, sent), >=, by == SENT_BY_POST ? 3 : 1);
            g_assert_cmpint(day_minus(letter.last, letter.received), >=, 14);
            g_assert_cmpint(day_minus(letter.after, letter.last), ==, 1);
            g_assert_cmpint(day_minus(letter.after, sent), >=, by == SENT_BY_POST ? 17 : 15);
            g_assert_true(calendar_is_business_day(calendar, "NL", letter.last));
        }
    }
}

static void test_terms(void)
{
    same_day(legal_due(rates, "BE", iso("2026-01-31")), "2026-03-02");
    same_day(legal_due_most(rates, "BE", false, iso("2026-01-31")), "2026-04-01");
    same_day(legal_due_most(rates, "NL", true, iso("2026-01-31")), "2026-03-02");
    same_day(legal_due_most(rates, "NL", false, iso("2026-01-31")), "2026-04-01");
    g_assert_false(day_known(legal_due(rates, "BE", DAY_NONE)));
}

static void test_limitation(void)
{
    bool interrupts = false;
    same_day(limitation_last(iso("2024-02-29"), 5), "2029-02-28");
    Day dutch = limitation_last(iso("2021-12-01"), 5), belgian = limitation_last(iso("2021-12-01"), 10);
    same_day(limitation_interrupted(rates, "NL", INTERRUPTED_BY_REMINDER, dutch, 5, iso("2026-11-21"), &interrupts),
             "2031-11-21");
    g_assert_true(interrupts);
    same_day(limitation_interrupted(rates, "NL", INTERRUPTED_BY_REMINDER, dutch, 5, iso("2026-12-02"), &interrupts),
             "2026-12-01"); /* a day too late */
    g_assert_false(interrupts);
    same_day(limitation_interrupted(rates, "NL", INTERRUPTED_BY_REMINDER, iso("2040-01-01"), 20, iso("2030-01-01"),
                                    &interrupts),
             "2040-01-01"); /* five years at most, never earlier than the old end */
    same_day(limitation_interrupted(rates, "BE", INTERRUPTED_BY_REMINDER, belgian, 10, iso("2026-11-21"), &interrupts),
             "2031-12-01"); /* a plain reminder does nothing in Belgium */
    g_assert_false(interrupts);
    same_day(limitation_interrupted(rates, "BE", INTERRUPTED_BY_LAWYER, belgian, 10, iso("2031-11-21"), &interrupts),
             "2032-11-21");
    same_day(limitation_interrupted(rates, "BE", INTERRUPTED_BY_ACKNOWLEDGEMENT, belgian, 10, iso("2026-11-21"),
                                    &interrupts),
             "2036-11-21");
}

int main(int argc, char **argv)
{
    law_open(&argc, &argv);
    g_test_add_func("/days/periods by channel, holiday and proof", test_periods);
    g_test_add_func("/days/fourteen days at least are the debtor's, whatever the day", test_periods_hold);
    g_test_add_func("/days/terms of payment", test_terms);
    g_test_add_func("/days/limitation and what interrupts it", test_limitation);
    return law_run();
}
