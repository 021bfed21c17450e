/* Calculators of sums that may be added, of whether they may be, and of plans. */
#include "base/error.h"
#include "base/i18n.h"
#include "calc_parts.h"
#include "instalment.h"
#include <string.h>

static void scale_source(const CalcInput *input, CalcResult *result, ScaleName name, Day day)
{
    const Scale *scale = rates_scale(input->context->rates, name, day);
    if (scale != NULL)
        calc_explain_source(result, &scale->source);
}

/* What is left of the principals after a part payment. */
static Cents balance_of(const CalcInput *input)
{
    return MAX(calc_number(input, "principal") - calc_number(input, "paid"), 0);
}

#define DAY_KEY                                                                                                        \
    {                                                                                                                  \
        "day", CALC_DAY, "today", NULL, N_("the day whose rules hold")                                                 \
    }
#define PAID_KEY                                                                                                       \
    {                                                                                                                  \
        "paid", CALC_MONEY, "0", NULL, N_("what was paid of it inside the term")                                       \
    }

static bool cap_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    Day day = calc_day(input, "day");
    calc_put_money(result, "most", charge_indemnity_most(input->context->rates, day, balance_of(input)));
    scale_source(input, result, SCALE_BE_INDEMNITY, day);
    return true;
}

static const CalcKey cap_keys[] = {
    {"principal", CALC_SUM, NULL, NULL, N_("the balance that is owed")}, PAID_KEY, DAY_KEY, {.name = NULL}};

static bool reminder_cost_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    Day day = calc_day(input, "day");
    const Rule *rule = rates_rule(input->context->rates, RULE_BE_REMINDER, day);
    calc_put_money(result, "most",
                   charge_reminder_cost(input->context->rates, day, (int)calc_number(input, "nth"),
                                        calc_number(input, "postage")));
    if (rule != NULL)
        calc_explain_source(result, &rule->source);
    return true;
}

static const CalcKey reminder_cost_keys[] = {
    {"nth", CALC_COUNT, NULL, NULL, N_("the number of the unpaid due date within the calendar year")},
    {"postage", CALC_MONEY, "0", NULL, N_("postage in force")},
    DAY_KEY,
    {.name = NULL}};

/* ---- Dutch collection costs ---- */

/* A letter each month for a recurring term, by the limit of 2024. */
static Cents cumulated(const CalcInput *input, Day day)
{
    size_t count = (size_t)MAX(calc_number(input, "letters"), 1);
    g_autofree CostLetter *letters = g_new0(CostLetter, count);
    Cents sum = 0;
    for (size_t i = 0; i < count; i++)
        letters[i] = (CostLetter){.day = day_plus_months(day, (int)i), .principal = balance_of(input)};
    charge_cumulated_costs(input->context->rates, letters, count);
    for (size_t i = 0; i < count; i++)
        sum += letters[i].costs;
    return sum;
}

static bool bik_put(const CalcInput *input, CalcResult *result, bool vat)
{
    const Rates *rates = input->context->rates;
    Day day = calc_day(input, "day");
    Cents costs = charge_collection_costs(rates, day, balance_of(input));
    if (vat) {
        Cents tax = charge_costs_vat(rates, day, costs);
        calc_put_money(result, "total", costs + tax);
        calc_put_money(result, "costs", costs);
        calc_put_money(result, "vat", tax);
        calc_mark(result,
                  _("VAT only where an outside collector charges it, it cannot be deducted, and the letter says so."));
    } else {
        calc_put_money(result, "costs", costs);
    }
    scale_source(input, result, SCALE_NL_COSTS, day);
    return true;
}

static bool bik_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    Day day = calc_day(input, "day");
    if (calc_number(input, "cumulation") == 0) {
        Cents costs = charge_collection_costs(input->context->rates, day, balance_of(input));
        gint64 letters = MAX(calc_number(input, "letters"), 1);
        if (letters == 1)
            return bik_put(input, result, false);
        calc_put_money(result, "costs", money_share(costs, letters, 1));
        return true;
    }
    const Rule *rule = rates_rule(input->context->rates, RULE_NL_CUMULATION, day);
    calc_put_money(result, "costs", cumulated(input, day));
    calc_mark(result, _("The limit on recurring terms is known from secondary sources only."));
    if (rule != NULL)
        calc_explain_source(result, &rule->source);
    return true;
}

static bool bik_vat_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    return bik_put(input, result, true);
}

#define BIK_KEYS                                                                                                       \
    {"principal", CALC_SUM, NULL, NULL, N_("what is owed; several claims in one letter with +")}, PAID_KEY, DAY_KEY

static const CalcKey bik_keys[] = {
    BIK_KEYS,
    {"letters", CALC_COUNT, "1", NULL, N_("so many months running")},
    {"cumulation", CALC_FLAG, "no", NULL, N_("apply the limit on recurring terms of October 2024")},
    {.name = NULL}};
static const CalcKey bik_vat_keys[] = {BIK_KEYS, {.name = NULL}};

static bool fixed_sum_run(const CalcInput *input, CalcResult *result, GError **error)
{
    const RateSeries *series = calc_series(input, calc_word(input, "series"), error);
    const Scale *scale = series != NULL ? rates_fixed_sum(input->context->rates, series->name) : NULL;
    if (series == NULL)
        return false;
    if (scale == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("There is no fixed sum for %s."), series->name);
    calc_put_money(result, "sum",
                   scale_amount(scale, calc_number(input, "principal")) * calc_number(input, "invoices"));
    calc_explain_source(result, &scale->source);
    return true;
}

static const CalcKey fixed_sum_keys[] = {{"series", CALC_WORD, "be_b2b", NULL, N_("a series of rates.ini")},
                                         {"principal", CALC_MONEY, "1", NULL, N_("what is owed on each invoice")},
                                         {"invoices", CALC_COUNT, "1", NULL, N_("how many late invoices")},
                                         {.name = NULL}};

/* ---- what may be charged ---- */

typedef struct {
    ChargeCase about;
    Notice notices[2];
} Asked;

static bool asked_read(const CalcInput *input, Asked *asked, GError **error)
{
    Notice *notice = &asked->notices[0];
    Day sent = calc_day(input, "sent"), collector = calc_day(input, "collector");
    *asked = (Asked){.about = {.country = calc_word(input, "country"),
                               .clause = calc_number(input, "clause") != 0,
                               .creditor_sme = calc_number(input, "sme") != 0,
                               .third_party = calc_number(input, "third_party") != 0,
                               .held = calc_number(input, "held") != 0,
                               .agreed = calc_given(input, "rate") ? (int)calc_number(input, "rate") : RATE_AGREED_NONE,
                               .due = calc_day(input, "due"),
                               .notices = asked->notices}};
    debtor_kind_find(calc_word(input, "kind"), &asked->about.kind);
    if (calc_given(input, "notice") && !day_known(sent))
        return fail(error, BELRONDE_ERROR_INPUT, _("A notice needs its day as well: sent=DAY."));
    if (day_known(sent)) {
        bool dutch = g_ascii_strcasecmp(asked->about.country, "NL") == 0;
        *notice = (Notice){.kind = dutch && asked->about.kind == DEBTOR_CONSUMER ? NOTICE_LETTER14 : NOTICE_REMINDER,
                           .sent = sent,
                           .received = calc_day(input, "received")};
        if (calc_given(input, "notice"))
            notice_kind_find(calc_word(input, "notice"), &notice->kind);
        sent_by_find(calc_word(input, "channel"), &notice->by);
        asked->about.notice_count = 1;
    }
    if (day_known(collector))
        asked->notices[asked->about.notice_count++] =
            (Notice){.kind = NOTICE_COLLECTOR, .by = SENT_BY_POST, .sent = collector, .received = DAY_NONE};
    return true;
}

static void answer_put(CalcResult *result, Charge charge, const ChargeAnswer *answer)
{
    const char *slug = charge_slug(charge);
    g_autofree char *from = g_strconcat(slug, "_from", NULL), *reason = g_strconcat(slug, "_why", NULL);
    calc_put_flag(result, slug, answer->allowed);
    calc_put_day(result, from, answer->from);
    calc_put_word(result, reason, answer->reason, _(answer->words));
}

static bool allowed_run(const CalcInput *input, CalcResult *result, GError **error)
{
    Asked asked;
    ChargeAnswer answers[CHARGE_COUNT];
    if (!asked_read(input, &asked, error))
        return false;
    charges_judge(&asked.about, input->context->rates, input->context->calendar, calc_day(input, "on"), answers);
    for (int i = 0; i < CHARGE_COUNT; i++)
        answer_put(result, (Charge)i, &answers[i]);
    return true;
}

#define CASE_KEYS(KIND, NOTICE, CLAUSE)                                                                                \
    {"country", CALC_WORD, "BE", NULL, N_("country of the customer")},                                                 \
        {"kind", CALC_WORD, KIND, "unknown consumer business public", N_("what the customer is")},                     \
        {"due", CALC_DAY, "", NULL, N_("the last day to pay")},                                                        \
        {"on", CALC_DAY, "today", NULL, N_("the day that is asked about")},                                            \
        {"notice", CALC_WORD, NOTICE, "reminder letter14 formal collector", N_("what went out")},                      \
        {"sent", CALC_DAY, "", NULL, N_("when it went out")},                                                          \
        {"channel", CALC_WORD, "post", "post electronic email phone", N_("how it went")},                              \
        {"received", CALC_DAY, "", NULL, N_("when it arrived, where that is proven")},                                 \
        {"collector", CALC_DAY, "", NULL, N_("when the collector's own notice was posted")},                           \
        {"clause", CALC_FLAG, CLAUSE, NULL, N_("the contract has a clause on interest or indemnity")},                 \
        {"sme", CALC_FLAG, "no", NULL, N_("the creditor is a small firm")},                                            \
        {"third_party", CALC_FLAG, "no", NULL, N_("somebody collects for the creditor")},                              \
        {"held", CALC_FLAG, "no", NULL, N_("a dispute or debt mediation runs")},                                       \
    {                                                                                                                  \
        "rate", CALC_RATE, "", NULL, N_("the interest of the contract")                                                \
    }

static const CalcKey allowed_keys[] = {CASE_KEYS("unknown", "", "no"), {.name = NULL}};

static bool total_run(const CalcInput *input, CalcResult *result, GError **error)
{
    Asked asked;
    const CalcContext *context = input->context;
    Day on = calc_day(input, "on");
    if (!asked_read(input, &asked, error))
        return false;
    if (!day_known(asked.about.due)) /* a reminder goes out when something is late */
        asked.about.due = day_plus(day_known(calc_day(input, "sent")) ? calc_day(input, "sent") : on, -1);
    g_autoptr(GArray) periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
    Charges charges =
        charges_reckon(&asked.about, context->rates, context->calendar, calc_number(input, "principal"), on, periods);
    ChargeAnswer answers[CHARGE_COUNT];
    charges_judge(&asked.about, context->rates, context->calendar, on, answers);
    g_autofree char *words = interest_marks_words(context->rates, charges.marks);
    calc_put_money(result, "interest", charges.of[CHARGE_INTEREST]);
    calc_put_money(result, "fixed_sum", charges.of[CHARGE_FIXED_SUM]);
    calc_put_money(result, "indemnity", charges.of[CHARGE_COSTS]);
    calc_put_money(result, "total", charges.total);
    calc_put_day(result, "interest_from", answers[CHARGE_INTEREST].bears_from);
    calc_put_day(result, "costs_from", answers[CHARGE_COSTS].from);
    calc_explain_periods(result, periods);
    for (int i = 0; i < CHARGE_COUNT; i++) {
        g_autofree char *why = g_strdup_printf("%s: %s", charge_label((Charge)i), _(answers[i].words));
        calc_explain(result, "rule", why);
    }
    calc_mark(result, words);
    return true;
}

static const CalcKey total_keys[] = {{"principal", CALC_MONEY, NULL, NULL, N_("the balance that is owed")},
                                     CASE_KEYS("consumer", "", "yes"),
                                     {.name = NULL}};

/* ---- plans ---- */

static bool split_run(const CalcInput *input, CalcResult *result, GError **error)
{
    Instalment rows[INSTALMENT_PARTS];
    InstalmentEvery every = EVERY_MONTH;
    int parts = (int)calc_number(input, "parts");
    instalment_every_find(calc_word(input, "every"), &every);
    if (!instalments_split(calc_number(input, "amount"), parts, 0, calc_day(input, "first"), every,
                           input->context->calendar, calc_word(input, "country"), rows))
        return fail(error, BELRONDE_ERROR_INPUT, _("A plan has 1 to %d parts of at least a cent."), INSTALMENT_PARTS);
    g_autoptr(GString) amounts = g_string_new(NULL), words = g_string_new(NULL);
    for (int i = 0; i < parts; i++) {
        g_autofree char *plain = money_plain(rows[i].amount), *pretty = money_text(rows[i].amount);
        g_string_append_printf(amounts, "%s%s", i > 0 ? " " : "", plain);
        g_string_append_printf(words, "%s%s", i > 0 ? " + " : "", pretty);
        calc_explain_step(result, _("part"), rows[i].due, rows[i].amount);
    }
    calc_put_word(result, "amounts", amounts->str, words->str);
    return true;
}

static const CalcKey split_keys[] = {
    {"amount", CALC_MONEY, NULL, NULL, N_("what is to be paid")},
    {"parts", CALC_COUNT, NULL, NULL, N_("in how many parts")},
    {"first", CALC_DAY, "today", NULL, N_("the day of the first part")},
    {"every", CALC_WORD, "month", "month two_weeks week", N_("from one part to the next")},
    {"country", CALC_WORD, "BE", NULL, N_("country code, for its holidays")},
    {.name = NULL}};

const Calculator CALC_CHARGES[] = {
    {"fixed_sum", N_("fixed sum for late invoices between businesses"), fixed_sum_keys, fixed_sum_run},
    {"bik", N_("Dutch collection costs"), bik_keys, bik_run},
    {"bik_vat", N_("Dutch collection costs with VAT"), bik_vat_keys, bik_vat_run},
    {"cap", N_("highest indemnity of a Belgian consumer"), cap_keys, cap_run},
    {"reminder_cost", N_("highest cost of a reminder under a regular Belgian contract"), reminder_cost_keys,
     reminder_cost_run},
    {"allowed", N_("which charges the law allows, from when on and why"), allowed_keys, allowed_run},
    {"total", N_("what a customer owes with all that may be charged"), total_keys, total_run},
    {"split", N_("a sum in parts"), split_keys, split_run},
    {.name = NULL},
};
