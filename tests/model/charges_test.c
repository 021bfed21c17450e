/* What a customer may be asked on top of his invoice, from which day and why; where a payment goes; which days the law
 * gives.  No row here may ever show a charge a day too early. */
#include "rules/allotment.h"
#include "rules/charges.h"

#include <locale.h>
#include <string.h>

static Rates *rates;
static Calendar *calendar;

static Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(text == NULL || day_parse_iso(text, &day));
    return day;
}

static void same_day(Day day, const char *expected)
{
    g_autofree char *text = day_iso(day);
    g_assert_cmpstr(text, ==, expected != NULL ? expected : "");
}

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

/* ---- days ---- */

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

/* ---- where a payment goes ---- */

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
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_autofree char *rates_path = g_build_filename(g_getenv("BELRONDE_DATA"), "rates.ini", NULL);
    g_autofree char *calendar_path = g_build_filename(g_getenv("BELRONDE_DATA"), "calendar.ini", NULL);
    const char *const files[] = {rates_path, NULL};
    rates = rates_load(files, NULL);
    calendar = calendar_load(calendar_path, NULL);
    g_assert_true(rates != NULL && calendar != NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(STORIES); i++) {
        g_autofree char *name = g_strdup_printf("/charges/allowed/%02zu %s", i + 1, STORIES[i].what);
        g_test_add_data_func(name, &STORIES[i], test_story);
    }
    g_test_add_func("/charges/no charge is shown a day early, and what is not allowed costs nothing",
                    test_no_day_early);
    g_test_add_func("/charges/sums of firms, public bodies and consumers", test_sums);
    g_test_add_func("/charges/costs, VAT, reminders, fixed sums", test_single_figures);
    g_test_add_func("/charges/recurring Dutch terms when their limit is asked for", test_cumulation);
    g_test_add_func("/charges/periods by channel, holiday and proof", test_periods);
    g_test_add_func("/charges/fourteen days at least are the debtor's, whatever the day", test_periods_hold);
    g_test_add_func("/charges/terms of payment", test_terms);
    g_test_add_func("/charges/limitation and what interrupts it", test_limitation);
    g_test_add_func("/charges/a payment keeps every cent and its order", test_allotment);
    g_test_add_func("/charges/an order names each part once", test_orders);
    g_test_add_func("/charges/the account of a claim loses no cent", test_accounts);
    g_test_add_func("/charges/paid early, too much, too late, before costs came up", test_account_edges);
    int failed = g_test_run();
    rates_free(rates);
    calendar_free(calendar);
    return failed;
}
