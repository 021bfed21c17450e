/* Calculators of legal days: terms, free periods, waiting, limitation. */
#include "base/error.h"
#include "base/i18n.h"
#include "calc_parts.h"

static void figure_source(const CalcInput *input, CalcResult *result, RateFigure figure)
{
    calc_explain_source(result, rates_figure_source(input->context->rates, figure));
}

static bool default_term_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    bool dutch = g_str_equal(calc_word(input, "country"), "NL");
    Day due = legal_due(input->context->rates, calc_word(input, "country"), calc_day(input, "received"));
    calc_put_day(result, "due", due);
    calc_put_day(result, "interest_from", day_plus(due, 1));
    figure_source(input, result, dutch ? TERM_NL_DEFAULT : TERM_BE_DEFAULT);
    return true;
}

static const CalcKey default_term_keys[] = {{"received", CALC_DAY, NULL, NULL, N_("when the invoice arrived")},
                                            {"country", CALC_WORD, "BE", "BE NL", N_("country code")},
                                            {.name = NULL}};

static bool max_term_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    bool dutch = g_str_equal(calc_word(input, "country"), "NL"), large = calc_number(input, "large_to_sme") != 0;
    Day due = legal_due_most(input->context->rates, calc_word(input, "country"), large, calc_day(input, "received"));
    calc_put_day(result, "due", due);
    calc_put_day(result, "interest_from", day_plus(due, 1));
    figure_source(input, result, !dutch ? TERM_BE_MOST : large ? TERM_NL_LARGE_TO_SME : TERM_NL_MOST);
    return true;
}

static const CalcKey max_term_keys[] = {
    {"received", CALC_DAY, NULL, NULL, N_("when the invoice arrived")},
    {"country", CALC_WORD, "BE", "BE NL", N_("country code")},
    {"large_to_sme", CALC_FLAG, "no", NULL, N_("a large Dutch buyer of a small seller")},
    {.name = NULL}};

static bool grace_run(const CalcInput *input, CalcResult *result, GError **error)
{
    SentBy by = SENT_BY_POST;
    Day sent = calc_day(input, "sent");
    sent_by_find(calc_word(input, "channel"), &by);
    const Rule *rule = rates_rule(input->context->rates, RULE_BE_REMINDER, sent);
    LegalPeriod free = legal_free_period(input->context->rates, input->context->calendar, by, sent);
    if (rule == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("The free period exists since September 2023 only."));
    calc_put_day(result, "starts", free.first);
    calc_put_day(result, "last_free_day", free.last);
    calc_put_day(result, "costs_from", free.after);
    calc_explain_source(result, &rule->source);
    return true;
}

static const CalcKey grace_keys[] = {
    {"sent", CALC_DAY, NULL, NULL, N_("when the first reminder went out")},
    {"channel", CALC_WORD, NULL, "post electronic email", N_("how it went; a call does not count")},
    {.name = NULL}};

static bool letter14_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    SentBy by = SENT_BY_POST;
    sent_by_find(calc_word(input, "by"), &by);
    LegalPeriod term = legal_letter14(input->context->rates, input->context->calendar, by, calc_day(input, "sent"),
                                      calc_day(input, "received"));
    calc_put_day(result, "received", term.received);
    calc_put_day(result, "first", term.first);
    calc_put_day(result, "last", term.last);
    calc_put_day(result, "bik_from", term.after);
    figure_source(input, result, TERM_NL_LETTER_DAYS);
    figure_source(input, result, TERM_NL_POST_DAYS);
    return true;
}

static const CalcKey letter14_keys[] = {{"sent", CALC_DAY, NULL, NULL, N_("when the letter went out")},
                                        {"by", CALC_WORD, NULL, "post email electronic", N_("how it went")},
                                        {"received", CALC_DAY, "", NULL, N_("when it arrived, where that is proven")},
                                        {.name = NULL}};

static bool collector_run(const CalcInput *input, CalcResult *result, GError **error)
{
    (void)error;
    const Rates *rates = input->context->rates;
    LegalPeriod wait = legal_collector_wait(rates, input->context->calendar, calc_day(input, "posted"));
    calc_put_day(result, "starts", wait.first);
    calc_put_day(result, "last_wait_day", wait.last);
    calc_put_day(result, "next_act_from", wait.after);
    calc_put_day(result, "suspension_until", legal_suspension_end(rates, &wait));
    if (calc_given(input, "requested")) {
        LegalPeriod plan = legal_plan_undecided(rates, input->context->calendar, calc_day(input, "requested"));
        calc_put_day(result, "undecided_until", plan.last);
        calc_put_day(result, "interest_stops", plan.after);
    }
    figure_source(input, result, TERM_BE_COLLECTOR_WAIT);
    figure_source(input, result, TERM_BE_COLLECTOR_SUSPENSION);
    return true;
}

static const CalcKey collector_keys[] = {{"posted", CALC_DAY, NULL, NULL, N_("when the formal notice was posted")},
                                         {"requested", CALC_DAY, "", NULL, N_("when a payment plan was asked for")},
                                         {.name = NULL}};

/* ---- limitation ---- */

static int claim_years(const CalcInput *input, const RateSource **source, GError **error)
{
    const char *claim = calc_word(input, "claim");
    int years = rates_limitation(input->context->rates, claim, source);
    if (years == 0) {
        g_autofree char *names = g_strjoinv(", ", (char **)rates_limitation_names(input->context->rates));
        fail(error, BELRONDE_ERROR_INPUT, _("There is no claim “%s”: take one of %s."), claim, names);
    }
    return years;
}

static bool limitation_run(const CalcInput *input, CalcResult *result, GError **error)
{
    const RateSource *source = NULL;
    int years = claim_years(input, &source, error);
    if (years == 0)
        return false;
    Day last = limitation_last(calc_day(input, "claimable"), years);
    calc_put_day(result, "last_day", last);
    calc_put_day(result, "time_barred_from", day_plus(last, 1));
    calc_put_count(result, "years", years);
    calc_explain_source(result, source);
    return true;
}

static const CalcKey limitation_keys[] = {
    {"claimable", CALC_DAY, NULL, NULL, N_("from when on payment could be asked")},
    {"claim", CALC_WORD, "nl_claim", NULL, N_("a claim of [limitation] in rates.ini")},
    {.name = NULL}};

static bool interruption_run(const CalcInput *input, CalcResult *result, GError **error)
{
    const RateSource *source = NULL;
    const char *claim = calc_word(input, "claim");
    const char *country = g_str_has_prefix(claim, "nl_") ? "NL" : "BE";
    Interruption kind = INTERRUPTED_BY_REMINDER;
    bool interrupts = false;
    int years = claim_years(input, &source, error);
    if (years == 0)
        return false;
    interruption_find(calc_word(input, "kind"), &kind);
    Day last = limitation_interrupted(input->context->rates, country, kind,
                                      limitation_last(calc_day(input, "claimable"), years), years,
                                      calc_day(input, "received"), &interrupts);
    calc_put_day(result, "last_day", last);
    calc_put_day(result, "time_barred_from", day_plus(last, 1));
    calc_put_flag(result, "interrupts", interrupts);
    calc_explain_source(result, source);
    return true;
}

static const CalcKey interruption_keys[] = {
    {"claimable", CALC_DAY, NULL, NULL, N_("from when on payment could be asked")},
    {"received", CALC_DAY, NULL, NULL, N_("when the interruption arrived")},
    {"claim", CALC_WORD, "nl_claim", NULL, N_("a claim of [limitation] in rates.ini")},
    {"kind", CALC_WORD, "reminder", "reminder acknowledgement lawyer summons", N_("what interrupted")},
    {.name = NULL}};

const Calculator CALC_TERMS[] = {
    {"default_term", N_("due day where no term was agreed between businesses"), default_term_keys, default_term_run},
    {"max_term", N_("last due day that businesses may agree on"), max_term_keys, max_term_run},
    {"grace", N_("free period of a Belgian consumer after the first reminder"), grace_keys, grace_run},
    {"letter14", N_("days of the Dutch 14-day letter"), letter14_keys, letter14_run},
    {"collector", N_("waiting and suspension of a Belgian third-party collector"), collector_keys, collector_run},
    {"limitation", N_("last day of a claim"), limitation_keys, limitation_run},
    {"interruption", N_("last day of a claim after an interruption"), interruption_keys, interruption_run},
    {.name = NULL},
};
