#include "legal_term.h"

#include <string.h>

static const LegalPeriod NOTHING = {
    .received = {G_MININT32}, .first = {G_MININT32}, .last = {G_MININT32}, .after = {G_MININT32}};

static int days_of(const Rates *rates, RateFigure figure)
{
    return (int)rates_figure(rates, figure);
}

static Day later(Day a, Day b)
{
    return day_compare(a, b) >= 0 ? a : b;
}

bool sent_by_find(const char *slug, SentBy *by)
{
    static const struct {
        const char *slug;
        SentBy by;
    } words[] = {{"post", SENT_BY_POST},
                 {"electronic", SENT_ELECTRONICALLY},
                 {"email", SENT_ELECTRONICALLY},
                 {"phone", SENT_BY_PHONE}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i].slug, slug) == 0) {
            *by = words[i].by;
            return true;
        }
    return false;
}

/* ---- Belgium ---- */

/* Book XIX does not say whether Saturday is a working day; the house chooses. */
static bool belgian_works(const Rates *rates, const Calendar *calendar, Day day)
{
    bool saturday = day_weekday(day) == 6 && rates_figure(rates, TERM_BE_SATURDAY_WORKS) != 0;
    return saturday ? calendar_holiday(calendar, "BE", day) == NULL : calendar_is_business_day(calendar, "BE", day);
}

static Day belgian_days_after(const Rates *rates, const Calendar *calendar, Day day, int n)
{
    while (n > 0) {
        day = day_plus(day, 1);
        n -= belgian_works(rates, calendar, day);
    }
    return day;
}

static LegalPeriod period_of(Day first, int days)
{
    return (LegalPeriod){
        .received = DAY_NONE, .first = first, .last = day_plus(first, days - 1), .after = day_plus(first, days)};
}

LegalPeriod legal_free_period(const Rates *rates, const Calendar *calendar, SentBy by, Day sent)
{
    const Rule *rule = rates_rule(rates, RULE_BE_REMINDER, sent);
    if (!day_known(sent) || by == SENT_BY_PHONE || rule == NULL)
        return NOTHING;
    Day first = by == SENT_BY_POST ? belgian_days_after(rates, calendar, sent, (int)rule->figures[REMINDER_POST_START])
                                   : day_plus(sent, (int)rule->figures[REMINDER_ELECTRONIC_START]);
    LegalPeriod period = period_of(first, (int)rule->figures[REMINDER_FREE_DAYS]);
    if (rates_figure(rates, TERM_BE_ROLLS_FORWARD) != 0 && !belgian_works(rates, calendar, period.last)) {
        period.last = belgian_days_after(rates, calendar, period.last, 1);
        period.after = day_plus(period.last, 1);
    }
    return period;
}

LegalPeriod legal_collector_wait(const Rates *rates, const Calendar *calendar, Day posted)
{
    if (!day_known(posted))
        return NOTHING;
    Day first = belgian_days_after(rates, calendar, posted, days_of(rates, TERM_BE_COLLECTOR_START));
    return period_of(first, days_of(rates, TERM_BE_COLLECTOR_WAIT));
}

LegalPeriod legal_plan_undecided(const Rates *rates, const Calendar *calendar, Day requested)
{
    if (!day_known(requested))
        return NOTHING;
    Day first = belgian_days_after(rates, calendar, requested, 1);
    return period_of(first, days_of(rates, TERM_BE_COLLECTOR_UNDECIDED));
}

Day legal_suspension_end(const Rates *rates, const LegalPeriod *wait)
{
    return day_known(wait->last) ? day_plus(wait->last, days_of(rates, TERM_BE_COLLECTOR_SUSPENSION)) : DAY_NONE;
}

/* ---- the Netherlands ---- */

static bool dutch_mail(const Rates *rates, const Calendar *calendar, Day day)
{
    gint64 weekdays = rates_figure(rates, TERM_NL_POST_DAYS);
    return (weekdays >> (day_weekday(day) - 1) & 1) != 0 && calendar_holiday(calendar, "NL", day) == NULL;
}

static Day dutch_delivery(const Rates *rates, const Calendar *calendar, Day sent)
{
    Day day = sent;
    for (int n = days_of(rates, TERM_NL_LETTER_POST_DAY); n > 0; n -= dutch_mail(rates, calendar, day))
        day = day_plus(day, 1);
    return day;
}

LegalPeriod legal_letter14(const Rates *rates, const Calendar *calendar, SentBy by, Day sent, Day received)
{
    if (!day_known(sent) || by == SENT_BY_PHONE)
        return NOTHING;
    if (!day_known(received))
        received = by == SENT_BY_POST ? dutch_delivery(rates, calendar, sent) : sent;
    received = later(received, sent);
    Day last = day_plus(received, days_of(rates, TERM_NL_LETTER_DAYS));
    if (by == SENT_BY_POST)
        last = later(last, day_plus(sent, days_of(rates, TERM_NL_LETTER_LEAST) - 1));
    last = calendar_business_days_after(calendar, "NL", last, 0);
    return (LegalPeriod){
        .received = received, .first = day_plus(received, 1), .last = last, .after = day_plus(last, 1)};
}

/* ---- terms of payment ---- */

static bool dutch(const char *country)
{
    return country != NULL && g_ascii_strcasecmp(country, "NL") == 0;
}

static Day days_after(const Rates *rates, Day day, RateFigure figure)
{
    return day_known(day) ? day_plus(day, days_of(rates, figure)) : DAY_NONE;
}

Day legal_due(const Rates *rates, const char *country, Day received)
{
    return days_after(rates, received, dutch(country) ? TERM_NL_DEFAULT : TERM_BE_DEFAULT);
}

Day legal_due_most(const Rates *rates, const char *country, bool large_to_sme, Day received)
{
    RateFigure figure = !dutch(country) ? TERM_BE_MOST : large_to_sme ? TERM_NL_LARGE_TO_SME : TERM_NL_MOST;
    return days_after(rates, received, figure);
}

/* ---- limitation ---- */

Day limitation_last(Day claimable, int years)
{
    return day_plus_months(claimable, 12 * years);
}

bool interruption_find(const char *slug, Interruption *kind)
{
    static const char *const slugs[] = {[INTERRUPTED_BY_REMINDER] = "reminder",
                                        [INTERRUPTED_BY_ACKNOWLEDGEMENT] = "acknowledgement",
                                        [INTERRUPTED_BY_LAWYER] = "lawyer",
                                        [INTERRUPTED_BY_SUMMONS] = "summons"};
    for (size_t i = 0; i < G_N_ELEMENTS(slugs); i++)
        if (strcmp(slugs[i], slug) == 0) {
            *kind = (Interruption)i;
            return true;
        }
    return false;
}

/* How many years begin anew; 0: none. */
static int years_anew(const Rates *rates, const char *country, Interruption kind, int years)
{
    if (dutch(country))
        return MIN(years, days_of(rates, TERM_NL_INTERRUPTION_MOST));
    if (kind == INTERRUPTED_BY_REMINDER)
        return 0;
    return kind == INTERRUPTED_BY_LAWYER ? days_of(rates, TERM_BE_LAWYER_NOTICE) : years;
}

Day limitation_interrupted(const Rates *rates, const char *country, Interruption kind, Day last, int years, Day day,
                           bool *interrupts)
{
    int anew = years_anew(rates, country, kind, years);
    *interrupts = anew > 0 && day_known(day) && day_known(last) && day_compare(day, last) <= 0;
    return *interrupts ? later(last, limitation_last(day, anew)) : last;
}
