/* What the law allows a letter to ask today, and what it must announce. */
#include "paper/letter/facts_parts.h"

#include "base/clock.h"
#include "desk/blocked.h"
#include "desk/handover.h"
#include "desk/holds.h"
#include "rules/legal_term.h"

#include <string.h>

/* --- Interest and costs ---------------------------------------------------------------------------------- */

/* Of each further day: what the rate then is may be as little sure as that of today. */
static void day_marks_add(Facts *facts, const InterestRule *rule, Day day)
{
    facts->values->rate_marks |= interest_between(facts->desk->rates, rule, 1, day, day, NULL).marks;
}

static void rate_fill(Facts *facts, const char *name, Day today)
{
    const RateSeries *series = name != NULL ? rates_series(facts->desk->rates, name) : NULL;
    const RateRow *row = series != NULL ? rate_on(series, today) : NULL;
    if (row == NULL)
        return;
    const InterestRule rule = interest_rule(series);
    letter_values_number(facts->values, "rate", row->points);
    day_marks_add(facts, &rule, today);
}

static void charges_fill(Facts *facts, Day today)
{
    Cents each_day = 0;
    for (guint i = 0; i < facts->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(facts->invoices, i);
        LetterItem *item = &g_array_index(facts->values->items, LetterItem, i);
        rate_fill(facts, invoice->answers[CHARGE_INTEREST].series, today);
        item->interest = invoice->charges[CHARGE_INTEREST];
        item->marks = invoice->marks;
        item->costs = invoice->charges[CHARGE_FIXED_SUM] + invoice->charges[CHARGE_COSTS];
        each_day += invoice->day_rate;
        if (invoice->day_rate != 0)
            day_marks_add(facts, &invoice->rule, day_plus(today, 1));
        for (guint p = 0; p < invoice->periods->len; p++) {
            const InterestPeriod *period = &g_array_index(invoice->periods, InterestPeriod, p);
            const LetterPeriod row =
                letter_period_of(invoice->number, period, interest_period_marks(facts->desk->rates, period));
            letter_values_period(facts->values, &row);
        }
    }
    letter_values_number(facts->values, "day_interest", each_day);
}

/* --- What is announced ------------------------------------------------------------------------------------ */

static Cents open_now(const Facts *facts)
{
    Cents open = 0;
    for (guint i = 0; i < facts->invoices->len; i++)
        open += claim_asked(g_ptr_array_index(facts->invoices, i));
    return MAX(0, open);
}

static void period_fill(LetterValues *values, const LegalPeriod *period)
{
    letter_values_day(values, "period_from", period->first);
    letter_values_day(values, "deadline", period->last);
    letter_values_day(values, "costs_from", period->after);
}

static SentBy sent_by(const Facts *facts)
{
    return facts->values->channel == LETTER_CHANNEL_EMAIL ? SENT_ELECTRONICALLY : SENT_BY_POST;
}

/* Of the balance of all that the letter is about, and only where the contract has a clause (CDE XIX.2, XIX.4). */
static Cents indemnity_of(const Facts *facts, Day today)
{
    Cents balance = 0;
    for (guint i = 0; i < facts->invoices->len; i++)
        balance += MAX(claim_asked(g_ptr_array_index(facts->invoices, i)), 0);
    bool clause = settings_boolean(facts->desk->settings, "charges", "clause");
    return clause && balance > 0 ? charge_indemnity_most(facts->desk->rates, today, balance) : 0;
}

static void belgian_fill(Facts *facts, Day today)
{
    const Desk *desk = facts->desk;
    LegalPeriod period = legal_free_period(desk->rates, desk->calendar, sent_by(facts), today);
    Cents indemnity = indemnity_of(facts, today);
    period_fill(facts->values, &period);
    letter_values_number(facts->values, "cost_if_late", indemnity);
    if (indemnity > 0)
        rate_fill(facts, "be_b2b", today); /* the cap of XIX.4 */
}

/* A Dutch consumer owes the scale by the law itself. */
static void dutch_fill(Facts *facts, Day today)
{
    const Desk *desk = facts->desk;
    LegalPeriod period = legal_letter14(desk->rates, desk->calendar, sent_by(facts), today, DAY_NONE);
    period_fill(facts->values, &period);
    letter_values_number(facts->values, "cost_if_late", charge_collection_costs(desk->rates, today, open_now(facts)));
}

static void announcement_fill(Facts *facts, Day today)
{
    if (strcmp(facts->currency, "EUR") != 0) /* the law of both names its sums in euros */
        return;
    if (strcmp(facts->values->country, "NL") == 0)
        dutch_fill(facts, today);
    else if (strcmp(facts->values->country, "BE") == 0)
        belgian_fill(facts, today);
}

/* The day a stop or payment in advance begins, where the outcome of this letter decided it. */
static Day stop_decided(const Facts *facts)
{
    Day stop = hold_day_of(facts->desk, facts->order->event_id, HOLD_SUPPLY_STOP);
    return day_known(stop) ? stop : hold_day_of(facts->desk, facts->order->event_id, HOLD_PREPAY);
}

static Day business_day_before(const Facts *facts, Day day)
{
    do
        day = day_plus(day, -1);
    while (!calendar_is_business_day(facts->desk->calendar, facts->values->country, day));
    return day;
}

/* What was said on the telephone stands in the letter.  A deadline that the house sets itself falls on a day on which
 * people work and banks pay. */
static void deadline_fill(Facts *facts, Day today)
{
    const Desk *desk = facts->desk;
    Day stop = stop_decided(facts), last = hold_day_of(facts->desk, facts->order->event_id, HOLD_DEADLINE);
    if (day_known(stop))
        last = business_day_before(facts, stop);
    else if (!day_known(last))
        last = letter_deadline(facts->template, desk->calendar, facts->values->country, today);
    Day after = calendar_business_days_after(desk->calendar, facts->values->country, last, 1);
    if (day_known(stop))
        after = stop;
    letter_values_day(facts->values, "deadline", last);
    letter_values_day(facts->values, "stop_from", after);
    letter_values_day(facts->values, "handover_on", after);
}

/* A letter that asks, from the friendly one on: thanks, copies and addresses of help reach everybody. */
static bool may_ask(const Facts *facts, GError **error)
{
    return facts->template->tone < LETTER_TONE_ASKS || blocked_check(facts->desk, facts->order->customer_id, error);
}

bool facts_may_leave(const Facts *facts, GError **error)
{
    if (!may_ask(facts, error))
        return false;
    return facts->template->consequence != LETTER_HANDOVER_FOLLOWS ||
           handover_announceable(facts->desk, facts->claim, error);
}

void facts_of_law(Facts *facts)
{
    Day today = clock_today();
    facts->values->confirmed = rates_confirmed_until(facts->desk->rates);
    if (facts->template->deadline_days > 0)
        deadline_fill(facts, today);
    if (facts->template->charges == LETTER_CHARGES_ANNOUNCED)
        announcement_fill(facts, today);
    if (facts->template->charges == LETTER_CHARGES_ASKED)
        charges_fill(facts, today);
}
