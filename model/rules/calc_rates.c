/* Calculators of rates and of interest on one sum. */
#include "base/error.h"
#include "base/i18n.h"
#include "calc_parts.h"

static bool rate_run(const CalcInput *input, CalcResult *result, GError **error)
{
    const char *name = calc_word(input, "series");
    const RateSeries *series = rates_series(input->context->rates, name);
    if (series == NULL)
        return calc_series(input, name, error) != NULL;
    Day day = calc_day(input, "day");
    const RateRow *row = rate_on(series, day);
    if (row == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s has no rate for that day: its first row is later."), name);
    unsigned marks = row->source.status == RATE_PROJECTED ? INTEREST_PROJECTED : 0;
    if (day_compare(day, rates_confirmed_until(input->context->rates)) > 0)
        marks |= INTEREST_UNCONFIRMED;
    g_autofree char *words = interest_marks_words(input->context->rates, marks);
    calc_put_rate(result, "rate", row->points);
    calc_put_day(result, "since", row->from);
    calc_put_word(result, "status", rate_status_slug(row->source.status), rate_status_words(row->source.status));
    calc_put_word(result, "source", row->source.words, row->source.words);
    calc_explain_source(result, &row->source);
    calc_mark(result, words);
    return true;
}

static const CalcKey rate_keys[] = {{"series", CALC_WORD, NULL, NULL, N_("a series of rates.ini")},
                                    {"day", CALC_DAY, "today", NULL, N_("the day")},
                                    {.name = NULL}};

static gint64 rounded_up(gint64 points, gint64 step)
{
    return (points + step - 1) / step * step;
}

static bool ceil_half_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    const Rates *rates = input->context->rates;
    gint64 points = calc_number(input, "rate");
    if (calc_number(input, "margin") != 0)
        points += rates_figure(rates, FORMULA_BE_MARGIN);
    calc_put_rate(result, "rate", rounded_up(points, rates_figure(rates, FORMULA_BE_STEP)));
    calc_explain_source(result, rates_figure_source(rates, FORMULA_BE_STEP));
    return true;
}

static const CalcKey ceil_half_keys[] = {
    {"rate", CALC_RATE, NULL, NULL, N_("the percentage, margin included")},
    {"margin", CALC_FLAG, "no", NULL, N_("yes: it is the ECB rate, add the Belgian margin")},
    {.name = NULL}};

/* The ministry's rule: ECB rate plus margin to the nearest whole point, halves up, at most two points at once. */
static bool legal_rate_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    const Rates *rates = input->context->rates;
    gint64 points = calc_number(input, "ecb") + rates_figure(rates, FORMULA_NL_LEGAL_MARGIN);
    gint64 most = rates_figure(rates, FORMULA_NL_LEGAL_MOST), before = calc_number(input, "before");
    gint64 rate = (points + 50) / 100 * 100;
    if (calc_given(input, "before"))
        rate = CLAMP(rate, MAX(before - most, 0), before + most);
    calc_put_rate(result, "rate", rate);
    calc_explain_source(result, rates_figure_source(rates, FORMULA_NL_LEGAL_MARGIN));
    calc_mark(result, _("A hint only: the rate is what the Staatsblad says."));
    return true;
}

static const CalcKey legal_rate_keys[] = {{"ecb", CALC_RATE, NULL, NULL, N_("ECB rate at the end of October or April")},
                                          {"before", CALC_RATE, "", NULL, N_("the legal rate until then")},
                                          {.name = NULL}};

/* ---- interest ---- */

static bool rule_read(const CalcInput *input, InterestRule *rule, GError **error)
{
    const RateSeries *series = calc_series(input, calc_word(input, "series"), error);
    if (series == NULL)
        return false;
    *rule = interest_rule(series);
    if (calc_given(input, "count"))
        rule->actual = g_str_equal(calc_word(input, "count"), "actact");
    if (calc_given(input, "rate"))
        rule->agreed = (int)calc_number(input, "rate");
    return true;
}

static bool interest_run(const CalcInput *input, CalcResult *result, GError **error)
{
    InterestRule rule;
    if (!rule_read(input, &rule, error))
        return false;
    const Rates *rates = input->context->rates;
    Day due = calc_day(input, "due"), paid = calc_day(input, "paid");
    g_autoptr(GArray) periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
    Interest interest =
        interest_between(rates, &rule, calc_number(input, "principal"), day_plus(due, 1), paid, periods);
    g_autofree char *words = interest_marks_words(rates, interest.marks);
    calc_put_money(result, "interest", interest.amount);
    calc_put_count(result, "days", MAX(day_minus(paid, due), 0));
    calc_explain_periods(result, periods);
    calc_mark(result, words);
    return true;
}

#define INTEREST_KEYS                                                                                                  \
    {"series", CALC_WORD, NULL, NULL, N_("a series of rates.ini")},                                                    \
        {"principal", CALC_MONEY, NULL, NULL, N_("what is owed")},                                                     \
        {"due", CALC_DAY, NULL, NULL, N_("the last day to pay")},                                                      \
        {"count", CALC_WORD, "", "act365 actact", N_("how a day of a leap year counts; else as the series says")},     \
    {                                                                                                                  \
        "rate", CALC_RATE, "", NULL, N_("a rate that was agreed instead")                                              \
    }

static const CalcKey interest_keys[] = {
    INTEREST_KEYS, {"paid", CALC_DAY, "today", NULL, N_("the day of payment, counted")}, {.name = NULL}};

/* ---- the account of one claim ---- */

static void row_explain(const ClaimRow *row, CalcResult *result)
{
    const Cents *paid = row->allotment.paid.part;
    g_autofree char *costs = money_text(paid[PART_COSTS]), *interest = money_text(paid[PART_INTEREST]);
    g_autofree char *principal = money_text(paid[PART_PRINCIPAL]),
                    *left = money_text(row->allotment.left.part[PART_PRINCIPAL]);
    g_autofree char *text = g_strdup_printf(_("payment: costs %s, interest %s, principal %s; principal left %s"), costs,
                                            interest, principal, left);
    if (row->payment > 0)
        calc_explain_step(result, text, row->day, row->payment);
}

static void balance_put(CalcResult *result, const ClaimBalance *balance)
{
    const Cents *left = balance->left.part;
    calc_put_money(result, "principal", left[PART_PRINCIPAL]);
    calc_put_money(result, "costs", left[PART_COSTS]);
    calc_put_money(result, "interest", left[PART_INTEREST]);
    calc_put_money(result, "total", left[PART_PRINCIPAL] + left[PART_COSTS] + left[PART_INTEREST]);
    calc_put_money(result, "day_rate", balance->day_rate);
    if (balance->over > 0)
        calc_put_money(result, "paid_too_much", balance->over);
}

static bool ledger_run(const CalcInput *input, CalcResult *result, GError **error)
{
    const Rates *rates = input->context->rates;
    ClaimTerms terms = {.rates = rates,
                        .principal = calc_number(input, "principal"),
                        .bears_from = day_plus(calc_day(input, "due"), 1),
                        .costs = {{calc_number(input, "costs"), DAY_NONE}}};
    if (!rule_read(input, &terms.rule, error))
        return false;
    if (!allot_order_find(calc_word(input, "order"), &terms.order))
        return fail(error, BELRONDE_ERROR_INPUT, _("The order names costs, interest and principal, each once."));
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(ClaimRow));
    g_autoptr(GArray) periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
    const GArray *payments = calc_argument(input, "payments")->list;
    ClaimBalance balance = claim_balance(&terms, (const ClaimPayment *)(const void *)payments->data, payments->len,
                                         calc_day(input, "on"), rows, periods);
    g_autofree char *words = interest_marks_words(rates, balance.marks);
    balance_put(result, &balance);
    for (guint i = 0; i < rows->len; i++)
        row_explain(&g_array_index(rows, ClaimRow, i), result);
    calc_explain_periods(result, periods);
    calc_mark(result, words);
    return true;
}

#define ORDER_KEY                                                                                                      \
    {                                                                                                                  \
        "order", CALC_WORD, "costs,interest,principal", NULL, N_("what is paid first, second and last")                \
    }

static const CalcKey ledger_keys[] = {
    INTEREST_KEYS,
    {"costs", CALC_MONEY, "0", NULL, N_("fixed sum and costs, owed from the beginning")},
    {"payments", CALC_PAYMENTS, "", NULL, N_("what was paid, and when")},
    {"on", CALC_DAY, "today", NULL, N_("the day of the statement")},
    ORDER_KEY,
    {.name = NULL}};

static bool allocation_run(const CalcInput *input, CalcResult *result, GError **error)
{
    ClaimParts owed = {.part = {[PART_COSTS] = calc_number(input, "costs"),
                                [PART_INTEREST] = calc_number(input, "interest"),
                                [PART_PRINCIPAL] = calc_number(input, "principal")}};
    AllotOrder order;
    if (!allot_order_find(calc_word(input, "order"), &order))
        return fail(error, BELRONDE_ERROR_INPUT, _("The order names costs, interest and principal, each once."));
    Allotment allotment = allotment_split(&owed, calc_number(input, "payment"), &order);
    const Cents *paid = allotment.paid.part, *left = allotment.left.part;
    calc_put_money(result, "costs", paid[PART_COSTS]);
    calc_put_money(result, "interest", paid[PART_INTEREST]);
    calc_put_money(result, "principal", paid[PART_PRINCIPAL]);
    calc_put_money(result, "costs_left", left[PART_COSTS]);
    calc_put_money(result, "interest_left", left[PART_INTEREST]);
    calc_put_money(result, "principal_left", left[PART_PRINCIPAL]);
    calc_put_money(result, "left", left[PART_COSTS] + left[PART_INTEREST] + left[PART_PRINCIPAL]);
    calc_put_money(result, "over", allotment.over);
    return true;
}

static const CalcKey allocation_keys[] = {{"payment", CALC_MONEY, NULL, NULL, N_("what was paid")},
                                          {"costs", CALC_MONEY, "0", NULL, N_("costs owed")},
                                          {"interest", CALC_MONEY, "0", NULL, N_("interest owed")},
                                          {"principal", CALC_MONEY, NULL, NULL, N_("what is owed")},
                                          ORDER_KEY,
                                          {.name = NULL}};

const Calculator CALC_RATES[] = {
    {"rate", N_("the rate of a series on a day, with its source"), rate_keys, rate_run},
    {"ceil_half", N_("a percentage rounded up to the half point, as in Belgium"), ceil_half_keys, ceil_half_run},
    {"legal_rate", N_("what the Dutch legal rate should become"), legal_rate_keys, legal_rate_run},
    {"interest", N_("late interest on one sum"), interest_keys, interest_run},
    {.name = NULL},
};

const Calculator CALC_CLAIMS[] = {
    {"allocation", N_("one payment over costs, interest and principal"), allocation_keys, allocation_run},
    {"ledger", N_("the account of one claim with its payments"), ledger_keys, ledger_run},
    {.name = NULL},
};
