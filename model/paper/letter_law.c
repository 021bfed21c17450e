/* What the law allows a letter to ask today, and what it must announce. */
#include "paper/letter_facts_parts.h"

#include "base/clock.h"

#include <string.h>

/* --- The letters that count as notices ------------------------------------------------------------------- */

static const struct {
    const char *document;
    NoticeKind kind;
} NOTICES[] = {
    {"first_reminder_be", NOTICE_REMINDER},
    {"notice_14_days", NOTICE_LETTER14},
    {"notice", NOTICE_FORMAL},
};

typedef struct {
    Notice notice;
    char *items; /* " 3 4 ": the invoices it was about; "  " all */
} Sent;

static void sent_clear(gpointer data)
{
    g_free(((Sent *)data)->items);
}

static void sent_take(Query *query, GArray *letters)
{
    const char *document = query_text(query, "document");
    bool post = strcmp(query_text(query, "channel"), "email") != 0;
    for (size_t i = 0; i < G_N_ELEMENTS(NOTICES); i++) {
        if (strcmp(NOTICES[i].document, document) != 0)
            continue;
        Sent sent = {.notice = {.kind = NOTICES[i].kind,
                                .by = post ? SENT_BY_POST : SENT_ELECTRONICALLY,
                                .sent = clock_day_of(query_integer(query, "sent_utc")),
                                .received = DAY_NONE},
                     .items = g_strdup_printf(" %s ", query_text(query, "items"))};
        g_array_append_val(letters, sent);
    }
}

/* A notice counts from when it left, not from when it was written. */
static GArray *letters_sent(const Facts *facts, GError **error)
{
    g_autoptr(GArray) letters = g_array_new(FALSE, FALSE, sizeof(Sent));
    g_array_set_clear_func(letters, sent_clear);
    g_autoptr(Query) query =
        store_query(facts->desk->store,
                    "SELECT document, channel, items, sent_utc FROM outbox WHERE customer_id = :customer"
                    " AND state = 'sent' ORDER BY sent_utc, id",
                    BINDS(INTEGER("customer", facts->order->customer_id)), error);
    while (query != NULL && query_next(query))
        sent_take(query, letters);
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&letters) : NULL;
}

static GArray *notices_of(const GArray *letters, gint64 item_id)
{
    GArray *notices = g_array_new(FALSE, FALSE, sizeof(Notice));
    g_autofree char *wanted = g_strdup_printf(" %" G_GINT64_FORMAT " ", item_id);
    for (guint i = 0; i < letters->len; i++) {
        const Sent *sent = &g_array_index(letters, Sent, i);
        if (strcmp(sent->items, "  ") == 0 || strstr(sent->items, wanted) != NULL)
            g_array_append_val(notices, sent->notice);
    }
    return notices;
}

/* --- Interest and costs ---------------------------------------------------------------------------------- */

static ChargeCase case_of(const Facts *facts, const FactItem *item, const GArray *notices)
{
    const Settings *settings = facts->desk->settings;
    return (ChargeCase){.country = facts->values->country,
                        .kind = facts->kind,
                        .clause = settings_boolean(settings, "charges", "clause"),
                        .creditor_sme = settings_boolean(settings, "charges", "sme"),
                        .third_party = settings_boolean(settings, "charges", "third_party"),
                        .held = item->disputed,
                        .agreed = RATE_AGREED_NONE,
                        .due = item->due,
                        .notices = notices != NULL ? (const Notice *)(const void *)notices->data : NULL,
                        .notice_count = notices != NULL ? notices->len : 0};
}

/* The same days at the same rate of several invoices are one line. */
static void period_add(LetterValues *values, const InterestPeriod *period)
{
    for (guint i = 0; i < values->periods->len; i++) {
        LetterPeriod *there = &g_array_index(values->periods, LetterPeriod, i);
        if (there->rate == period->points && day_compare(there->until, period->last) == 0) {
            there->from = day_compare(period->first, there->from) < 0 ? period->first : there->from;
            there->interest += period->amount;
            return;
        }
    }
    letter_values_period(values, (LetterPeriod){period->first, period->last, period->points, period->amount});
}

static void rate_fill(Facts *facts, const ChargeAnswer *interest, Day today)
{
    const RateSeries *series = interest->series != NULL ? rates_series(facts->desk->rates, interest->series) : NULL;
    const RateRow *row = series != NULL ? rate_on(series, today) : NULL;
    if (row != NULL)
        letter_values_number(facts->values, "rate", row->points);
}

/* What one invoice bears today, and tomorrow. */
static Cents item_charge(Facts *facts, guint at, const GArray *notices, Day today)
{
    const Desk *desk = facts->desk;
    LetterItem *item = &g_array_index(facts->values->items, LetterItem, at);
    const FactItem *fact = &g_array_index(facts->items, FactItem, at);
    ChargeCase about = case_of(facts, fact, notices);
    ChargeAnswer answers[CHARGE_COUNT];
    g_autoptr(GArray) periods = g_array_new(FALSE, FALSE, sizeof(InterestPeriod));
    charges_judge(&about, desk->rates, desk->calendar, today, answers);
    rate_fill(facts, &answers[CHARGE_INTEREST], today);
    if (fact->open <= 0)
        return 0;
    Charges now = charges_reckon(&about, desk->rates, desk->calendar, fact->open, today, periods);
    Charges then = charges_reckon(&about, desk->rates, desk->calendar, fact->open, day_plus(today, 1), NULL);
    item->interest = now.of[CHARGE_INTEREST];
    item->costs = now.of[CHARGE_FIXED_SUM];
    for (guint i = 0; i < periods->len; i++)
        period_add(facts->values, &g_array_index(periods, InterestPeriod, i));
    return then.of[CHARGE_INTEREST] - now.of[CHARGE_INTEREST];
}

static bool is_dutch(const Facts *facts)
{
    return strcmp(facts->values->country, "NL") == 0;
}

/* The Dutch scale adds up all claims of a letter first: its costs stand beside the first invoice that bears any.
 * Elsewhere each invoice has its own. */
static void costs_fill(Facts *facts, const GArray *letters, Day today)
{
    const Desk *desk = facts->desk;
    Cents open = 0, fixed = 0;
    LetterItem *first = NULL;
    for (guint i = 0; i < facts->items->len; i++) {
        const FactItem *fact = &g_array_index(facts->items, FactItem, i);
        LetterItem *item = &g_array_index(facts->values->items, LetterItem, i);
        g_autoptr(GArray) notices = notices_of(letters, fact->id);
        ChargeCase about = case_of(facts, fact, notices);
        ChargeAnswer answers[CHARGE_COUNT];
        charges_judge(&about, desk->rates, desk->calendar, today, answers);
        if (!answers[CHARGE_COSTS].allowed || fact->open <= 0)
            continue;
        if (!is_dutch(facts)) {
            item->costs += charge_costs(&about, desk->rates, fact->open, item->costs, today);
            continue;
        }
        first = first != NULL ? first : item;
        open += fact->open;
        fixed += item->costs;
    }
    if (first == NULL)
        return;
    ChargeCase about = case_of(facts, &g_array_index(facts->items, FactItem, 0), NULL);
    first->costs += charge_costs(&about, desk->rates, open, fixed, today);
}

static bool charges_fill(Facts *facts, Day today, GError **error)
{
    Cents each_day = 0;
    g_autoptr(GArray) letters = letters_sent(facts, error);
    if (letters == NULL)
        return false;
    for (guint i = 0; i < facts->items->len; i++) {
        g_autoptr(GArray) notices = notices_of(letters, g_array_index(facts->items, FactItem, i).id);
        each_day += item_charge(facts, i, notices, today);
    }
    costs_fill(facts, letters, today);
    letter_values_number(facts->values, "day_interest", each_day);
    return true;
}

/* --- What is announced ------------------------------------------------------------------------------------ */

static Cents open_now(const Facts *facts)
{
    Cents open = 0;
    for (guint i = 0; i < facts->items->len; i++)
        open += g_array_index(facts->items, FactItem, i).open;
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

/* The indemnity is of each invoice, and only where the contract has a clause (CDE XIX.2). */
static Cents indemnity_of(const Facts *facts, Day today)
{
    Cents sum = 0;
    for (guint i = 0; i < facts->items->len; i++) {
        Cents open = g_array_index(facts->items, FactItem, i).open;
        sum += open > 0 ? charge_indemnity_most(facts->desk->rates, today, open) : 0;
    }
    return settings_boolean(facts->desk->settings, "charges", "clause") ? sum : 0;
}

static void belgian_fill(Facts *facts, Day today)
{
    const Desk *desk = facts->desk;
    LegalPeriod period = legal_free_period(desk->rates, desk->calendar, sent_by(facts), today);
    const RateSeries *series = rates_series(desk->rates, "be_b2b"); /* the cap of XIX.4 */
    const RateRow *row = series != NULL ? rate_on(series, today) : NULL;
    Cents indemnity = indemnity_of(facts, today);
    period_fill(facts->values, &period);
    letter_values_number(facts->values, "cost_if_late", indemnity);
    letter_values_number(facts->values, "rate", indemnity > 0 && row != NULL ? row->points : 0);
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
    if (is_dutch(facts))
        dutch_fill(facts, today);
    else if (strcmp(facts->values->country, "BE") == 0)
        belgian_fill(facts, today);
}

/* A deadline that the house sets itself falls on a day on which people work and banks pay. */
static void deadline_fill(Facts *facts, Day today)
{
    const Desk *desk = facts->desk;
    Day last = letter_deadline(facts->template, desk->calendar, facts->values->country, today);
    Day after = calendar_business_days_after(desk->calendar, facts->values->country, last, 1);
    letter_values_day(facts->values, "deadline", last);
    letter_values_day(facts->values, "stop_from", after);
    letter_values_day(facts->values, "handover_on", after);
    letter_values_day(facts->values, "reward_until", last);
}

bool facts_of_law(Facts *facts, GError **error)
{
    Day today = clock_today();
    if (facts->template->deadline_days > 0)
        deadline_fill(facts, today);
    if (facts->template->charges == LETTER_CHARGES_ANNOUNCED)
        announcement_fill(facts, today);
    return facts->template->charges != LETTER_CHARGES_ASKED || charges_fill(facts, today, error);
}
