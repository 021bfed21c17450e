/* What a customer may be asked on top of his invoice, from which day and why.  No row here may ever show a charge a
 * day too early. */
#include "law_book.h"
#include "rules/charges.h"

#include <string.h>

/* ---- what may be charged ---- */

typedef struct {
    const char *what; /* the case in words */
    const char *country;
    DebtorKind kind;
    bool clause, sme, third_party, held;
    Notice notices[3];
    const char *sent[3]; /* of the notices; NULL ends them */
    const char *today;
    struct {
        bool allowed;
        const char *from, *reason;
    } expected[CHARGE_COUNT];
    const char *bears_from;
} Story;

#define REMINDER(channel)                                                                                              \
    {                                                                                                                  \
        .kind = NOTICE_REMINDER, .by = (channel)                                                                       \
    }
#define LETTER14(channel)                                                                                              \
    {                                                                                                                  \
        .kind = NOTICE_LETTER14, .by = (channel)                                                                       \
    }

/* All invoices are due on 31 October 2026. */
static const Story STORIES[] = {
    {.what = "a Belgian firm on the due day owes nothing more",
     .country = "BE",
     .kind = DEBTOR_BUSINESS,
     .today = "2026-10-31",
     .expected = {{false, "2026-11-01", "not_late"}, {false, "2026-11-01", "not_late"}, {false, NULL, "needs_judge"}},
     .bears_from = "2026-11-01"},
    {.what = "a Belgian firm a day late owes interest and the fixed sum without a notice",
     .country = "be",
     .kind = DEBTOR_BUSINESS,
     .today = "2026-11-01",
     .expected = {{true, "2026-11-01", "by_law"}, {true, "2026-11-01", "by_law"}, {false, NULL, "needs_judge"}},
     .bears_from = "2026-11-01"},
    {.what = "a Belgian public body as well",
     .country = "BE",
     .kind = DEBTOR_PUBLIC,
     .today = "2026-11-01",
     .expected = {{true, "2026-11-01", "by_law"}, {true, "2026-11-01", "by_law"}, {false, NULL, "needs_judge"}},
     .bears_from = "2026-11-01"},
    {.what = "whom nobody knows is asked for nothing, whatever went out",
     .country = "BE",
     .kind = DEBTOR_UNKNOWN,
     .clause = true,
     .notices = {REMINDER(SENT_BY_POST)},
     .sent = {"2026-11-02"},
     .today = "2026-12-31",
     .expected = {{false, NULL, "kind_unknown"}, {false, NULL, "kind_unknown"}, {false, NULL, "kind_unknown"}}},
    {.what = "nor where nobody knows the country",
     .country = "",
     .kind = DEBTOR_BUSINESS,
     .today = "2026-12-31",
     .expected = {{false, NULL, "country_unknown"},
                  {false, NULL, "country_unknown"},
                  {false, NULL, "country_unknown"}}},
    {.what = "a Belgian consumer without a clause owes nothing more",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .notices = {REMINDER(SENT_BY_POST)},
     .sent = {"2026-11-02"},
     .today = "2026-12-31",
     .expected = {{false, NULL, "no_clause"}, {false, NULL, "business_only"}, {false, NULL, "no_clause"}}},
    {.what = "a call to a Belgian consumer starts nothing",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .notices = {REMINDER(SENT_BY_PHONE)},
     .sent = {"2026-11-02"},
     .today = "2026-12-31",
     .expected = {{false, NULL, "no_reminder"}, {false, NULL, "business_only"}, {false, NULL, "no_reminder"}}},
    {.what = "nor does a reminder that went out before the invoice was late",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .notices = {REMINDER(SENT_ELECTRONICALLY)},
     .sent = {"2026-10-31"},
     .today = "2026-12-31",
     .expected = {{false, NULL, "no_reminder"}, {false, NULL, "business_only"}, {false, NULL, "no_reminder"}}},
    {.what = "on the last free day of a Belgian consumer nothing may be asked",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .sme = true,
     .notices = {REMINDER(SENT_ELECTRONICALLY)},
     .sent = {"2026-11-06"},
     .today = "2026-11-20",
     .expected = {{false, "2026-11-21", "free_period"},
                  {false, NULL, "business_only"},
                  {false, "2026-11-21", "free_period"}},
     .bears_from = "2026-11-07"},
    {.what = "the day after it interest and indemnity may be asked, and the first reminder counts, not the second",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .notices = {REMINDER(SENT_BY_POST), REMINDER(SENT_ELECTRONICALLY)},
     .sent = {"2026-11-18", "2026-11-06"},
     .today = "2026-11-21",
     .expected = {{true, "2026-11-21", "free_period_over"},
                  {false, NULL, "business_only"},
                  {true, "2026-11-21", "free_period_over"}},
     .bears_from = "2026-11-21"},
    {.what = "a small firm's interest then runs from the day after the reminder",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .sme = true,
     .notices = {REMINDER(SENT_BY_POST)},
     .sent = {"2026-11-02"},
     .today = "2026-11-19",
     .expected = {{true, "2026-11-19", "free_period_over"},
                  {false, NULL, "business_only"},
                  {true, "2026-11-19", "free_period_over"}},
     .bears_from = "2026-11-03"},
    {.what = "a flawed reminder is none",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .notices = {{.kind = NOTICE_REMINDER, .by = SENT_BY_POST, .flawed = true}},
     .sent = {"2026-11-02"},
     .today = "2026-12-31",
     .expected = {{false, NULL, "no_reminder"}, {false, NULL, "business_only"}, {false, NULL, "no_reminder"}}},
    {.what = "who collects for others asks a Belgian consumer nothing before his own notice",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .third_party = true,
     .notices = {REMINDER(SENT_BY_POST)},
     .sent = {"2026-11-02"},
     .today = "2026-12-31",
     .expected = {{false, NULL, "no_collector_notice"},
                  {false, NULL, "business_only"},
                  {false, NULL, "no_collector_notice"}}},
    {.what = "nor while its waiting period runs",
     .country = "BE",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .third_party = true,
     .notices = {REMINDER(SENT_BY_POST), {.kind = NOTICE_COLLECTOR, .by = SENT_BY_POST}},
     .sent = {"2026-11-02", "2026-11-20"},
     .today = "2026-12-08",
     .expected = {{false, "2026-12-09", "collector_waits"},
                  {false, NULL, "business_only"},
                  {false, "2026-12-09", "collector_waits"}},
     .bears_from = "2026-11-19"},
    {.what = "while a dispute runs nothing is asked",
     .country = "BE",
     .kind = DEBTOR_BUSINESS,
     .held = true,
     .today = "2026-12-31",
     .expected = {{false, NULL, "on_hold"}, {false, NULL, "on_hold"}, {false, NULL, "needs_judge"}}},
    {.what = "a Dutch firm owes interest and the fixed sum by law, costs only after a reminder",
     .country = "NL",
     .kind = DEBTOR_BUSINESS,
     .today = "2026-11-10",
     .expected = {{true, "2026-11-01", "by_law"}, {true, "2026-11-01", "by_law"}, {false, NULL, "no_notice"}},
     .bears_from = "2026-11-01"},
    {.what = "from the day after a written reminder the Dutch scale counts",
     .country = "NL",
     .kind = DEBTOR_BUSINESS,
     .notices = {REMINDER(SENT_ELECTRONICALLY)},
     .sent = {"2026-11-09"},
     .today = "2026-11-10",
     .expected = {{true, "2026-11-01", "by_law"}, {true, "2026-11-01", "by_law"}, {true, "2026-11-10", "after_notice"}},
     .bears_from = "2026-11-01"},
    {.what = "a Dutch consumer owes legal interest by law, costs only after the 14-day letter",
     .country = "NL",
     .kind = DEBTOR_CONSUMER,
     .notices = {REMINDER(SENT_BY_POST)},
     .sent = {"2026-11-02"},
     .today = "2026-12-31",
     .expected = {{true, "2026-11-01", "by_law"}, {false, NULL, "business_only"}, {false, NULL, "no_letter14"}},
     .bears_from = "2026-11-01"},
    {.what = "not on the last day of the letter, which moved over a weekend",
     .country = "NL",
     .kind = DEBTOR_CONSUMER,
     .notices = {LETTER14(SENT_BY_POST)},
     .sent = {"2026-11-05"},
     .today = "2026-11-23",
     .expected = {{true, "2026-11-01", "by_law"},
                  {false, NULL, "business_only"},
                  {false, "2026-11-24", "letter14_runs"}},
     .bears_from = "2026-11-01"},
    {.what = "but on the day after",
     .country = "NL",
     .kind = DEBTOR_CONSUMER,
     .notices = {LETTER14(SENT_BY_POST)},
     .sent = {"2026-11-05"},
     .today = "2026-11-24",
     .expected = {{true, "2026-11-01", "by_law"},
                  {false, NULL, "business_only"},
                  {true, "2026-11-24", "letter14_over"}},
     .bears_from = "2026-11-01"},
    {.what = "a British firm by its own rates",
     .country = "GB",
     .kind = DEBTOR_BUSINESS,
     .today = "2026-11-02",
     .expected = {{true, "2026-11-01", "by_law"}, {true, "2026-11-01", "by_law"}, {false, NULL, "needs_judge"}},
     .bears_from = "2026-11-01"},
    {.what = "a country without rates",
     .country = "FR",
     .kind = DEBTOR_BUSINESS,
     .today = "2026-11-02",
     .expected = {{false, NULL, "no_rules"}, {false, NULL, "no_rules"}, {false, NULL, "no_rules"}}},
    {.what = "a consumer of another country",
     .country = "GB",
     .kind = DEBTOR_CONSUMER,
     .clause = true,
     .today = "2026-12-31",
     .expected = {{false, NULL, "no_rules"}, {false, NULL, "no_rules"}, {false, NULL, "no_rules"}}},
};

static ChargeCase case_of(const Story *story, Notice notices[3])
{
    ChargeCase about = {.country = story->country,
                        .kind = story->kind,
                        .clause = story->clause,
                        .creditor_sme = story->sme,
                        .third_party = story->third_party,
                        .held = story->held,
                        .agreed = RATE_AGREED_NONE,
                        .due = iso("2026-10-31"),
                        .notices = notices};
    for (; about.notice_count < 3 && story->sent[about.notice_count] != NULL; about.notice_count++) {
        notices[about.notice_count] = story->notices[about.notice_count];
        notices[about.notice_count].sent = iso(story->sent[about.notice_count]);
        notices[about.notice_count].received = DAY_NONE;
    }
    return about;
}

static void test_story(gconstpointer data)
{
    const Story *story = data;
    Notice notices[3];
    ChargeCase about = case_of(story, notices);
    ChargeAnswer answers[CHARGE_COUNT];
    charges_judge(&about, rates, calendar, iso(story->today), answers);
    for (int i = 0; i < CHARGE_COUNT; i++) {
        g_test_message("%s: %s", charge_slug((Charge)i), answers[i].words);
        g_assert_cmpstr(answers[i].reason, ==, story->expected[i].reason);
        g_assert_cmpint(answers[i].allowed, ==, story->expected[i].allowed);
        same_day(answers[i].from, story->expected[i].from);
        g_assert_cmpuint(strlen(answers[i].words), >, 10);
    }
    same_day(answers[CHARGE_INTEREST].bears_from, story->bears_from);
}

/* The answer of every day agrees with the day it names, and what is not allowed costs nothing. */
static void test_no_day_early(void)
{
    for (size_t s = 0; s < G_N_ELEMENTS(STORIES); s++) {
        Notice notices[3];
        ChargeCase about = case_of(&STORIES[s], notices);
        for (Day day = iso("2026-10-20"); day_compare(day, iso("2027-01-10")) < 0; day = day_plus(day, 1)) {
            ChargeAnswer answers[CHARGE_COUNT];
            charges_judge(&about, rates, calendar, day, answers);
            Charges charges = charges_reckon(&about, rates, calendar, 123456, day, NULL);
            Cents total = 123456;
            for (int i = 0; i < CHARGE_COUNT; i++) {
                bool come = day_known(answers[i].from) && day_compare(answers[i].from, day) <= 0;
                g_assert_cmpint(answers[i].allowed, ==, come);
                g_assert_true(come || charges.of[i] == 0);
                total += charges.of[i];
            }
            g_assert_cmpint(charges.total, ==, total);
        }
    }
}

/* ---- sums ---- */

static ChargeCase plain_case(const char *country, DebtorKind kind, const Notice *notice)
{
    return (ChargeCase){.country = country,
                        .kind = kind,
                        .clause = true,
                        .agreed = RATE_AGREED_NONE,
                        .due = iso("2026-10-31"),
                        .notices = notice,
                        .notice_count = notice != NULL ? 1 : 0};
}

static void test_sums(void)
{
    ChargeCase firm = plain_case("BE", DEBTOR_BUSINESS, NULL);
    Charges charges = charges_reckon(&firm, rates, calendar, 100000, iso("2026-11-30"), NULL);
    g_assert_cmpint(charges.of[CHARGE_INTEREST], ==, 863);
    g_assert_cmpint(charges.of[CHARGE_FIXED_SUM], ==, 4000);
    g_assert_cmpint(charges.of[CHARGE_COSTS], ==, 0);
    firm.agreed = 1200;
    g_assert_cmpint(charges_reckon(&firm, rates, calendar, 100000, iso("2026-11-30"), NULL).of[CHARGE_INTEREST], ==,
                    986);
    firm.kind = DEBTOR_PUBLIC; /* its rate is the law's */
    g_assert_cmpint(charges_reckon(&firm, rates, calendar, 100000, iso("2026-11-30"), NULL).of[CHARGE_INTEREST], ==,
                    863);

    Notice mail = {.kind = NOTICE_REMINDER, .by = SENT_ELECTRONICALLY, .sent = iso("2026-11-06"), .received = DAY_NONE};
    ChargeCase consumer = plain_case("BE", DEBTOR_CONSUMER, &mail);
    charges = charges_reckon(&consumer, rates, calendar, 40000, iso("2026-12-31"), NULL);
    g_assert_cmpint(charges.of[CHARGE_INTEREST], ==, 472);
    g_assert_cmpint(charges.of[CHARGE_COSTS], ==, 5500);
    g_assert_cmpint(charges.total, ==, 45972);
    consumer.creditor_sme = true; /* 55 days instead of 41 */
    g_assert_cmpint(charges_reckon(&consumer, rates, calendar, 40000, iso("2026-12-31"), NULL).of[CHARGE_INTEREST], ==,
                    633);
    consumer.agreed = 2000; /* a clause above the ceiling comes down to it */
    g_assert_cmpint(charges_reckon(&consumer, rates, calendar, 40000, iso("2026-12-31"), NULL).of[CHARGE_INTEREST], ==,
                    633);

    ChargeCase dutch = plain_case("NL", DEBTOR_BUSINESS, &mail);
    charges = charges_reckon(&dutch, rates, calendar, 100000, iso("2026-11-30"), NULL);
    g_assert_cmpint(charges.of[CHARGE_FIXED_SUM] + charges.of[CHARGE_COSTS], ==, 15000); /* the scale holds the 40 */
    charges = charges_reckon(&dutch, rates, calendar, 10000, iso("2026-11-30"), NULL);
    g_assert_cmpint(charges.of[CHARGE_FIXED_SUM] + charges.of[CHARGE_COSTS], ==, 4000);
    /* two invoices of 100 in one letter: twice the fixed sum is more than the scale of both */
    g_assert_cmpint(charge_costs(&dutch, rates, 20000, 8000, iso("2026-11-30")), ==, 0);
    g_assert_cmpint(charge_costs(&dutch, rates, 200000, 8000, iso("2026-11-30")), ==, 30000 - 8000);
    g_assert_cmpint(charges_reckon(&dutch, rates, calendar, 0, iso("2026-11-30"), NULL).total, ==, 0);
    g_assert_cmpint(charges_reckon(&dutch, rates, calendar, -500, iso("2026-11-30"), NULL).total, ==, -500);
}

static void test_single_figures(void)
{
    Day day = iso("2026-11-21");
    g_assert_cmpint(charge_collection_costs(rates, day, 30000), ==, 4500);          /* three times 100 in one letter */
    g_assert_cmpint(charge_collection_costs(rates, day, 100000 - 60000), ==, 6000); /* 600 of 1000 paid in the term */
    g_assert_cmpint(charge_collection_costs(rates, day, 0), ==, 0);                 /* all paid */
    g_assert_cmpint(charge_costs_vat(rates, day, 4000), ==, 840);
    g_assert_cmpint(charge_reminder_cost(rates, day, 3, 176), ==, 0);
    g_assert_cmpint(charge_reminder_cost(rates, day, 4, 176), ==, 926);
    g_assert_cmpint(charge_fixed_sum(rates, "fr_b2b", 1000), ==, 0);
    g_assert_cmpint(3 * charge_fixed_sum(rates, "be_b2b", 1), ==, 12000);
}

static void test_cumulation(void)
{
    CostLetter letters[12];
    Cents window = 0;
    for (int i = 0; i < 12; i++)
        letters[i] = (CostLetter){.day = day_plus_months(iso("2026-01-15"), i), .principal = 10000};
    charge_cumulated_costs(rates, letters, 12);
    g_assert_cmpint(letters[0].costs, ==, 4000);
    for (int i = 1; i < 12; i++)
        g_assert_cmpint(letters[i].costs, ==, 2000);
    for (int i = 0; i < 6; i++)
        window += letters[i].costs;
    g_assert_cmpint(window, ==, 14000);
    /* a letter each week: the limit of six months stops them */
    CostLetter weekly[20];
    Cents sum = 0;
    for (int i = 0; i < 20; i++)
        weekly[i] = (CostLetter){.day = day_plus(iso("2026-01-15"), 7 * i), .principal = 10000};
    charge_cumulated_costs(rates, weekly, 20);
    for (int i = 0; i < 20; i++)
        sum += weekly[i].costs;
    g_assert_cmpint(sum, ==, 14000);
    /* before October 2024, and for larger terms, the scale alone */
    CostLetter old[2] = {{.day = iso("2024-08-01"), .principal = 10000},
                         {.day = iso("2024-09-01"), .principal = 10000}};
    charge_cumulated_costs(rates, old, 2);
    g_assert_cmpint(old[1].costs, ==, 4000);
    CostLetter large[2] = {{.day = iso("2026-08-01"), .principal = 30000},
                           {.day = iso("2026-09-01"), .principal = 30000}};
    charge_cumulated_costs(rates, large, 2);
    g_assert_cmpint(large[1].costs, ==, 4500);
}

int main(int argc, char **argv)
{
    law_open(&argc, &argv);
    for (size_t i = 0; i < G_N_ELEMENTS(STORIES); i++) {
        g_autofree char *name = g_strdup_printf("/charges/allowed/%02zu %s", i + 1, STORIES[i].what);
        g_test_add_data_func(name, &STORIES[i], test_story);
    }
    g_test_add_func("/charges/no charge is shown a day early, and what is not allowed costs nothing",
                    test_no_day_early);
    g_test_add_func("/charges/sums of firms, public bodies and consumers", test_sums);
    g_test_add_func("/charges/costs, VAT, reminders, fixed sums", test_single_figures);
    g_test_add_func("/charges/recurring Dutch terms when their limit is asked for", test_cumulation);
    return law_run();
}
