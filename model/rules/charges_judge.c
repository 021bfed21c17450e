/* Whether a charge may be asked: by country and kind of debtor, a row for each, and what must have happened first. */
#include "base/i18n.h"
#include "charges.h"

#include <string.h>

typedef enum {
    WHY_BY_LAW,
    WHY_NOT_LATE,
    WHY_KIND_UNKNOWN,
    WHY_COUNTRY_UNKNOWN,
    WHY_NO_RULES,
    WHY_ON_HOLD,
    WHY_NO_CLAUSE,
    WHY_NO_REMINDER,
    WHY_FREE_PERIOD,
    WHY_FREE_PERIOD_OVER,
    WHY_NO_LETTER14,
    WHY_LETTER14_RUNS,
    WHY_LETTER14_OVER,
    WHY_NO_NOTICE,
    WHY_AFTER_NOTICE,
    WHY_NO_COLLECTOR_NOTICE,
    WHY_COLLECTOR_WAITS,
    WHY_BUSINESS_ONLY,
    WHY_NEEDS_JUDGE,
} Why;

static const struct {
    const char *slug, *words;
} reasons[] = {
    [WHY_BY_LAW] = {"by_law", N_("by law, without a notice, from the first late day")},
    [WHY_NOT_LATE] = {"not_late", N_("the invoice is not late")},
    [WHY_KIND_UNKNOWN] = {"kind_unknown", N_("business or consumer? nobody said: set it first")},
    [WHY_COUNTRY_UNKNOWN] = {"country_unknown", N_("country of the customer not known: set it first")},
    [WHY_NO_RULES] = {"no_rules", N_("no rates for this country: add them to rates.ini")},
    [WHY_ON_HOLD] = {"on_hold", N_("a dispute or debt mediation is not decided")},
    [WHY_NO_CLAUSE] = {"no_clause", N_("without a clause a consumer owes nothing more")},
    [WHY_NO_REMINDER] = {"no_reminder", N_("first a reminder in writing; a call does not count")},
    [WHY_FREE_PERIOD] = {"free_period", N_("the reminder's free period runs")},
    [WHY_FREE_PERIOD_OVER] = {"free_period_over", N_("the free period of the first reminder has passed")},
    [WHY_NO_LETTER14] = {"no_letter14", N_("first a 14-day letter with the exact costs")},
    [WHY_LETTER14_RUNS] = {"letter14_runs", N_("the letter's fourteen days run")},
    [WHY_LETTER14_OVER] = {"letter14_over", N_("the fourteen days of the letter have passed")},
    [WHY_NO_NOTICE] = {"no_notice", N_("above the fixed sum: first a written reminder")},
    [WHY_AFTER_NOTICE] = {"after_notice", N_("a written reminder went out")},
    [WHY_NO_COLLECTOR_NOTICE] = {"no_collector_notice", N_("a collector must send his own formal notice first")},
    [WHY_COLLECTOR_WAITS] = {"collector_waits", N_("the collector's waiting time runs")},
    [WHY_BUSINESS_ONLY] = {"business_only", N_("a fixed sum exists between businesses only")},
    [WHY_NEEDS_JUDGE] = {"needs_judge", N_("above the fixed sum: proof, and agreement or a judge")},
};

bool debtor_kind_find(const char *slug, DebtorKind *kind)
{
    static const char *const slugs[] = {[DEBTOR_UNKNOWN] = "unknown",
                                        [DEBTOR_CONSUMER] = "consumer",
                                        [DEBTOR_BUSINESS] = "business",
                                        [DEBTOR_PUBLIC] = "public"};
    for (size_t i = 0; i < G_N_ELEMENTS(slugs); i++)
        if (strcmp(slugs[i], slug) == 0) {
            *kind = (DebtorKind)i;
            return true;
        }
    return false;
}

bool notice_kind_find(const char *slug, NoticeKind *kind)
{
    static const char *const slugs[] = {[NOTICE_REMINDER] = "reminder",
                                        [NOTICE_LETTER14] = "letter14",
                                        [NOTICE_FORMAL] = "formal",
                                        [NOTICE_COLLECTOR] = "collector"};
    for (size_t i = 0; i < G_N_ELEMENTS(slugs); i++)
        if (strcmp(slugs[i], slug) == 0) {
            *kind = (NoticeKind)i;
            return true;
        }
    return false;
}

const char *charge_slug(Charge charge)
{
    static const char *const slugs[CHARGE_COUNT] = {
        [CHARGE_INTEREST] = "interest", [CHARGE_FIXED_SUM] = "fixed_sum", [CHARGE_COSTS] = "costs"};
    return slugs[charge];
}

const char *charge_label(Charge charge)
{
    static const char *const labels[CHARGE_COUNT] = {
        [CHARGE_INTEREST] = N_("interest"), [CHARGE_FIXED_SUM] = N_("fixed sum"), [CHARGE_COSTS] = N_("costs")};
    return _(labels[charge]);
}

/* ---- answers ---- */

typedef struct {
    const ChargeCase *about;
    const Rates *rates;
    const Calendar *calendar;
    Day today, late; /* the day after the due day */
    ChargeAnswer *answers;
} Bench;

static ChargeAnswer answer_of(Why why)
{
    return (ChargeAnswer){
        .from = DAY_NONE, .bears_from = DAY_NONE, .reason = reasons[why].slug, .words = reasons[why].words};
}

/* Allowed from `from` on for the reason `then`; until then not, for the reason `before`. */
static ChargeAnswer from_day(const Bench *bench, Day from, Why before, Why then)
{
    bool allowed = day_known(from) && day_compare(from, bench->today) <= 0;
    ChargeAnswer answer = answer_of(allowed ? then : before);
    answer.allowed = allowed;
    answer.from = from;
    return answer;
}

static ChargeAnswer by_law(const Bench *bench)
{
    return from_day(bench, bench->late, WHY_NOT_LATE, WHY_BY_LAW);
}

static void interest_answer(const Bench *bench, ChargeAnswer answer, Day bears_from, const char *series)
{
    answer.bears_from = day_known(answer.from) ? bears_from : DAY_NONE;
    answer.series = series;
    bench->answers[CHARGE_INTEREST] = answer;
}

/* ---- notices ---- */

static bool counts(const Bench *bench, const Notice *notice, NoticeKind kind)
{
    return notice->kind == kind && !notice->flawed && notice->by != SENT_BY_PHONE && day_known(notice->sent) &&
           day_known(bench->late) && day_compare(notice->sent, bench->late) >= 0;
}

/* The first notice of the kind that counts: in writing, sound, sent when the invoice was late; NULL: none. */
static const Notice *first_notice(const Bench *bench, NoticeKind kind)
{
    const Notice *first = NULL;
    for (size_t i = 0; i < bench->about->notice_count; i++) {
        const Notice *notice = &bench->about->notices[i];
        if (counts(bench, notice, kind) && (first == NULL || day_compare(notice->sent, first->sent) < 0))
            first = notice;
    }
    return first;
}

/* ---- Belgium ---- */

static void belgian_business(const Bench *bench)
{
    interest_answer(bench, by_law(bench), bench->late, "be_b2b");
    bench->answers[CHARGE_FIXED_SUM] = by_law(bench);
    bench->answers[CHARGE_COSTS] = answer_of(WHY_NEEDS_JUDGE);
}

/* Third-party collectors act only after their own notice and its waiting. */
static ChargeAnswer collector_gate(const Bench *bench, ChargeAnswer answer)
{
    const Notice *notice = first_notice(bench, NOTICE_COLLECTOR);
    if (!bench->about->third_party || !day_known(answer.from))
        return answer;
    if (notice == NULL)
        return answer_of(WHY_NO_COLLECTOR_NOTICE);
    LegalPeriod wait = legal_collector_wait(bench->rates, bench->calendar, notice->sent);
    if (day_compare(wait.after, answer.from) <= 0)
        return answer;
    return from_day(bench, wait.after, WHY_COLLECTOR_WAITS, WHY_FREE_PERIOD_OVER);
}

static void belgian_consumer(const Bench *bench)
{
    const Notice *reminder = first_notice(bench, NOTICE_REMINDER);
    ChargeAnswer answer = answer_of(!bench->about->clause ? WHY_NO_CLAUSE : WHY_NO_REMINDER);
    Day bears_from = DAY_NONE;
    if (bench->about->clause && reminder != NULL) {
        LegalPeriod free = legal_free_period(bench->rates, bench->calendar, reminder->by, reminder->sent);
        /* A small firm's interest runs from the day after the reminder, once the free period went by unpaid. */
        bears_from = bench->about->creditor_sme ? day_plus(reminder->sent, 1) : free.after;
        answer = collector_gate(bench, from_day(bench, free.after, WHY_FREE_PERIOD, WHY_FREE_PERIOD_OVER));
    }
    interest_answer(bench, answer, bears_from, "be_b2b");
    bench->answers[CHARGE_FIXED_SUM] = answer_of(WHY_BUSINESS_ONLY);
    bench->answers[CHARGE_COSTS] = answer;
}

/* ---- the Netherlands ---- */

static void dutch_business(const Bench *bench)
{
    const Notice *first = NULL;
    for (int kind = NOTICE_REMINDER; kind <= NOTICE_COLLECTOR; kind++) {
        const Notice *notice = first_notice(bench, (NoticeKind)kind);
        if (notice != NULL && (first == NULL || day_compare(notice->sent, first->sent) < 0))
            first = notice;
    }
    interest_answer(bench, by_law(bench), bench->late, "nl_b2b");
    bench->answers[CHARGE_FIXED_SUM] = by_law(bench);
    Day from = first != NULL ? day_plus(first->sent, 1) : DAY_NONE;
    bench->answers[CHARGE_COSTS] = from_day(bench, from, WHY_NO_NOTICE, WHY_AFTER_NOTICE);
}

static void dutch_consumer(const Bench *bench)
{
    const Notice *letter = first_notice(bench, NOTICE_LETTER14);
    interest_answer(bench, by_law(bench), bench->late, "nl_legal");
    bench->answers[CHARGE_FIXED_SUM] = answer_of(WHY_BUSINESS_ONLY);
    if (letter == NULL) {
        bench->answers[CHARGE_COSTS] = answer_of(WHY_NO_LETTER14);
        return;
    }
    LegalPeriod term = legal_letter14(bench->rates, bench->calendar, letter->by, letter->sent, letter->received);
    bench->answers[CHARGE_COSTS] = from_day(bench, term.after, WHY_LETTER14_RUNS, WHY_LETTER14_OVER);
}

/* ---- other countries ---- */

static void nothing(const Bench *bench, Why why)
{
    for (int i = 0; i < CHARGE_COUNT; i++)
        bench->answers[i] = answer_of(why);
}

/* Between businesses where rates.ini has a series of the country, as uk_b2b or one the house added. */
static void other_business(const Bench *bench)
{
    bool british = g_ascii_strcasecmp(bench->about->country, "GB") == 0;
    const char *code = british ? "uk" : bench->about->country;
    char name[] = "??_b2b";
    for (int i = 0; i < 2 && code[i] != '\0'; i++)
        name[i] = g_ascii_tolower(code[i]);
    const RateSeries *series = rates_series(bench->rates, name);
    if (series == NULL || !series->interest) {
        nothing(bench, WHY_NO_RULES);
        return;
    }
    interest_answer(bench, by_law(bench), bench->late, series->name);
    bench->answers[CHARGE_FIXED_SUM] =
        rates_fixed_sum(bench->rates, name) != NULL ? by_law(bench) : answer_of(WHY_NO_RULES);
    bench->answers[CHARGE_COSTS] = answer_of(WHY_NEEDS_JUDGE);
}

static void other_consumer(const Bench *bench)
{
    nothing(bench, WHY_NO_RULES);
}

static const struct {
    const char *country; /* NULL: all others */
    void (*consumer)(const Bench *bench);
    void (*business)(const Bench *bench); /* and public bodies */
} LAWS[] = {
    {"BE", belgian_consumer, belgian_business},
    {"NL", dutch_consumer, dutch_business},
    {NULL, other_consumer, other_business},
};

/* Of what is not decided nobody knows the day. */
static void hold(const Bench *bench)
{
    for (int i = 0; i < CHARGE_COUNT; i++)
        if (day_known(bench->answers[i].from))
            bench->answers[i] = answer_of(WHY_ON_HOLD);
}

void charges_judge(const ChargeCase *about, const Rates *rates, const Calendar *calendar, Day today,
                   ChargeAnswer answers[CHARGE_COUNT])
{
    Bench bench = {.about = about,
                   .rates = rates,
                   .calendar = calendar,
                   .today = today,
                   .late = day_known(about->due) ? day_plus(about->due, 1) : DAY_NONE,
                   .answers = answers};
    size_t law = 0;
    if (about->kind == DEBTOR_UNKNOWN || about->country == NULL || *about->country == '\0') {
        nothing(&bench, about->kind == DEBTOR_UNKNOWN ? WHY_KIND_UNKNOWN : WHY_COUNTRY_UNKNOWN);
        return;
    }
    while (LAWS[law].country != NULL && g_ascii_strcasecmp(LAWS[law].country, about->country) != 0)
        law++;
    (about->kind == DEBTOR_CONSUMER ? LAWS[law].consumer : LAWS[law].business)(&bench);
    if (about->held)
        hold(&bench);
}
