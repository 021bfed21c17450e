/* What follows from money and items that moved: who is paid leaves the list, who is not stays on it, returned
 * payments come back with the bank's reason, and good news earns a friendly call. */
#include "desk/event.h"
#include "desk/kindness.h"
#include "desk/touchpoint_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include "ledger/return_reason.h"

#include <string.h>

enum { SLOWING_PAUSE_DAYS = 90 }; /* the friendly call about slower payments, at most once in so many days */

/* One customer while his money is followed up. */
typedef struct {
    Desk *desk;
    gint64 customer_id;
    GPtrArray *touchpoints; /* live when the follow-up began */
    GArray *money;          /* MoneyLine, then */
    bool to_collect;        /* something is open in some currency */
    bool deadline_kept;     /* what a deadline was for is paid */
    bool left_queue;
} FollowUp;

static void follow_clear(FollowUp *follow)
{
    g_clear_pointer(&follow->touchpoints, g_ptr_array_unref);
    g_clear_pointer(&follow->money, g_array_unref);
}

static bool is_to_collect(FollowUp *follow, GError **error)
{
    follow->money = money_lines(follow->desk->store, follow->customer_id, clock_today(), error);
    for (guint i = 0; follow->money != NULL && i < follow->money->len; i++) {
        const MoneyLine *line = &g_array_index(follow->money, MoneyLine, i);
        follow->to_collect |= line->open > 0 || line->ask > 0;
    }
    return follow->money != NULL;
}

/* The record numbers events without gaps, so the next number makes the operation of the program's own events. */
bool program_event(Desk *desk, gint64 customer_id, const char *kind, const char *op, const EventAnswer *answer,
                   gint64 *id, GError **error)
{
    gint64 newest = 0;
    if (!store_value(desk->store, "SELECT max(id) AS id FROM event", NO_BINDS, 0, &newest, error))
        return false;
    g_autofree char *own = g_strdup_printf("%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, kind, customer_id, newest + 1);
    const EventFacts facts = {.op = op != NULL ? op : own,
                              .kind = kind,
                              .customer_id = customer_id,
                              .answers = answer,
                              .answer_count = answer != NULL ? 1 : 0};
    return event_append(desk, &facts, id, error);
}

/* Today, or the first business day when he may be called again; not at all for whom a recorded reason keeps from
 * being called. */
static bool plan_today(FollowUp *follow, const char *reason, const char *detail, gint64 event_id, GError **error)
{
    Day day = DAY_NONE, today = clock_today();
    g_autoptr(Query) query = store_query(follow->desk->store,
                                         "SELECT country, coalesce(quiet_until, 0) AS quiet FROM customer"
                                         " WHERE id = :id AND not_callable IS NULL AND restricted = 0",
                                         BINDS(INTEGER("id", follow->customer_id)), error);
    if (query != NULL && query_next(query)) {
        Day quiet = day_from_number(query_integer(query, "quiet"));
        day = calendar_business_days_after(follow->desk->calendar, query_text(query, "country"),
                                           day_compare(quiet, today) > 0 ? quiet : today, 0);
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    const Touchpoint wanted = {.customer_id = follow->customer_id,
                               .reason = (char *)reason,
                               .detail = (char *)detail,
                               .when = {day, MINUTE_NONE}};
    return !day_known(day) || touchpoint_plan(follow->desk, &wanted, event_id, NULL, error);
}

/* --- Money came in ----------------------------------------------------------------------------------- */

static bool promise_is_kept(GPtrArray *promises, gint64 promise_id)
{
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->id == promise_id)
            return promise->state == PROMISE_KEPT || promise->state == PROMISE_KEPT_LATE;
    }
    return false;
}

/* What is said to who has paid: thank you, and that he gets his goods again. */
static bool is_for_paid(const FollowUp *follow, const Touchpoint *touchpoint)
{
    return kindness_is(follow->desk, touchpoint->reason) || strcmp(touchpoint->reason, "lift") == 0;
}

/* Nobody is rung for money that came in; the tasks of colleagues and what is said to who has paid stay, but for the
 * approval of a plan of which nothing is open. */
static bool is_settled(FollowUp *follow, const Touchpoint *touchpoint, GPtrArray *promises)
{
    if (touchpoint->plan_id != 0)
        return !follow->to_collect;
    if (*touchpoint->owner != '\0' || is_for_paid(follow, touchpoint))
        return false;
    return !follow->to_collect || (follow->deadline_kept && strcmp(touchpoint->reason, "deadline") == 0) ||
           (promises != NULL && touchpoint->promise_id != 0 && promise_is_kept(promises, touchpoint->promise_id));
}

static bool has_planned(const FollowUp *follow, const char *reason)
{
    for (guint i = 0; i < follow->touchpoints->len; i++)
        if (strcmp(((const Touchpoint *)g_ptr_array_index(follow->touchpoints, i))->reason, reason) == 0)
            return true;
    return false;
}

static bool watches_promise(FollowUp *follow)
{
    for (guint i = 0; i < follow->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(follow->touchpoints, i);
        if (touchpoint->promise_id != 0)
            return true;
    }
    return false;
}

/* The history says which of the two it was. */
static bool settled_event(FollowUp *follow, gint64 *event_id, GError **error)
{
    const EventAnswer kept = {"summary", follow->deadline_kept ? _("paid what a deadline was for") : _("promise kept"),
                              ""};
    return *event_id != 0 || program_event(follow->desk, follow->customer_id, "settled", NULL,
                                           follow->to_collect ? &kept : NULL, event_id, error);
}

static bool settled_close(FollowUp *follow, GError **error)
{
    gint64 event_id = 0;
    g_autoptr(GPtrArray) promises = NULL;
    if (watches_promise(follow) && (promises = desk_promises(follow->desk, follow->customer_id, error)) == NULL)
        return false;
    if (has_planned(follow, "deadline") &&
        !deadline_is_kept(follow->desk, follow->customer_id, &follow->deadline_kept, error))
        return false;
    for (guint i = 0; i < follow->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(follow->touchpoints, i);
        if (!is_settled(follow, touchpoint, promises))
            continue;
        if (!settled_event(follow, &event_id, error) ||
            !touchpoint_close(follow->desk, touchpoint->id, event_id, "paid", error))
            return false;
        follow->left_queue |= !follow->to_collect && day_compare(touchpoint->when.day, clock_today()) <= 0;
    }
    return true;
}

/* Ordinary calls by the cadence; not what was agreed, and no letter, which nobody rings about. */
static bool is_of_cadence(const FollowUp *follow, const Touchpoint *touchpoint)
{
    return *touchpoint->owner == '\0' && touchpoint->promise_id == 0 && touchpoint->plan_id == 0 &&
           !touchpoint->letter && cadence_find(follow->desk->cadence, touchpoint->reason) != NULL;
}

static bool cadence_drop(FollowUp *follow, gint64 event_id, GError **error)
{
    g_autoptr(GPtrArray) now = touchpoints_of(follow->desk, follow->customer_id, error);
    for (guint i = 0; now != NULL && i < now->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(now, i);
        if (is_of_cadence(follow, touchpoint) &&
            !touchpoint_close(follow->desk, touchpoint->id, event_id, "superseded", error))
            return false;
    }
    return now != NULL;
}

static bool is_late(const FollowUp *follow)
{
    bool late = false;
    for (guint i = 0; i < follow->money->len; i++)
        late |= g_array_index(follow->money, MoneyLine, i).overdue > 0;
    return late;
}

/* The call that is due was about what is paid now: the next one comes by what is still open, on its own day. */
static bool stale_drop(FollowUp *follow, GError **error)
{
    bool due = false;
    for (guint i = 0; i < follow->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(follow->touchpoints, i);
        due |= is_of_cadence(follow, touchpoint) && day_compare(touchpoint->when.day, clock_today()) <= 0;
    }
    if (!due || !follow->to_collect || is_late(follow))
        return true;
    g_auto(Story) story = {.contact = DAY_NONE, .quiet_until = DAY_NONE};
    if (!story_read(follow->desk, follow->customer_id, &story, error))
        return false;
    if (story.item_id == 0 || day_compare(story_next(follow->desk, &story).day, clock_today()) <= 0)
        return true;
    gint64 event_id = 0;
    const EventAnswer paid = {"summary", _("what was late is paid"), ""};
    follow->left_queue = true;
    return program_event(follow->desk, follow->customer_id, "settled", NULL, &paid, &event_id, error) &&
           cadence_drop(follow, event_id, error);
}

/* --- Money went back --------------------------------------------------------------------------------- */

/* Nobody is thanked for money that is gone again. */
static bool thanks_drop(FollowUp *follow, gint64 event_id, GError **error)
{
    for (guint i = 0; i < follow->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(follow->touchpoints, i);
        if (is_for_paid(follow, touchpoint) &&
            !touchpoint_close(follow->desk, touchpoint->id, event_id, "superseded", error))
            return false;
    }
    return true;
}

static bool returned_plan(FollowUp *follow, gint64 payment_id, const char *code, GError **error)
{
    g_autofree char *op = g_strdup_printf("returned:%" G_GINT64_FORMAT, payment_id);
    gint64 event_id = 0;
    if (!event_find_op(follow->desk, op, &event_id, error))
        return false;
    if (event_id != 0)
        return true;
    g_autofree char *reason = return_reason_words(code);
    g_autofree char *summary = *reason != '\0' ? g_strdup_printf(_("payment returned by the bank: %s"), reason)
                                               : g_strdup(_("payment returned by the bank"));
    const EventAnswer answer = {"summary", summary, ""};
    return program_event(follow->desk, follow->customer_id, "returned", op, &answer, &event_id, error) &&
           thanks_drop(follow, event_id, error) &&
           (!follow->to_collect || plan_today(follow, "returned", reason, event_id, error));
}

/* Each reversal once, whatever file is imported again: its payment names the operation. */
static bool returned_find(FollowUp *follow, GError **error)
{
    g_autoptr(Query) query =
        store_query(follow->desk->store,
                    "SELECT p.id, p.return_reason FROM payment_match m JOIN payment p ON p.id = m.payment_id"
                    " WHERE m.customer_id = :customer AND m.state = 'reversal' ORDER BY p.id",
                    BINDS(INTEGER("customer", follow->customer_id)), error);
    while (query != NULL && query_next(query))
        if (!returned_plan(follow, query_integer(query, "id"), query_text(query, "return_reason"), error))
            return false;
    return query != NULL && query_finish(query, error);
}

/* --- Friendly calls ---------------------------------------------------------------------------------- */

static bool kindness_plan(FollowUp *follow, GError **error)
{
    const char *reason = NULL;
    return kindness_earned(follow->desk, follow->customer_id, is_late(follow), &reason, error) &&
           (reason == NULL || plan_today(follow, reason, "", 0, error));
}

/* Paid: does he get his goods again as he was used to? */
static bool lift_plan(FollowUp *follow, GError **error)
{
    bool due = false;
    return lift_is_due(follow->desk, follow->customer_id, follow->money, &due, error) &&
           (!due || plan_today(follow, "lift", "", 0, error));
}

/* It takes the place of the ordinary call that is planned; the record keeps the figures it was planned for. */
static bool early_call_plan(FollowUp *follow, const SlowerMonths *months, GError **error)
{
    gint64 event_id = 0;
    g_autofree char *figures = slower_words(months), *words = g_strdup_printf(_("pays slower: %s"), figures);
    const EventAnswer answer = {"summary", words, ""};
    return program_event(follow->desk, follow->customer_id, "note", NULL, &answer, &event_id, error) &&
           cadence_drop(follow, event_id, error) && plan_today(follow, REASON_SLOWING, "", event_id, error);
}

/* A good customer who paid slower in each of three months: ring early, before it is a habit.  Who never paid anything
 * has no habit yet, and whom somebody put into another class by hand is rung by that. */
static bool slowing_plan(FollowUp *follow, GError **error)
{
    gint64 may_ask = 0;
    if (!follow->to_collect)
        return true;
    if (!store_value(
            follow->desk->store,
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM item WHERE customer_id = :customer AND state <> 'open')"
            " AND NOT EXISTS (SELECT 1 FROM touchpoint WHERE customer_id = :customer AND reason = '" REASON_SLOWING "'"
            "   AND day > :since)"
            " AND EXISTS (SELECT 1 FROM customer WHERE id = :customer AND coalesce(class_manual, 'A') = 'A'"
            "   AND not_callable IS NULL AND restricted = 0) THEN 1 ELSE 0 END "
            "AS may_ask",
            BINDS(INTEGER("customer", follow->customer_id), DAY("since", day_plus(clock_today(), -SLOWING_PAUSE_DAYS))),
            0, &may_ask, error))
        return false;
    if (may_ask == 0)
        return true;
    Behaviour behaviour;
    if (!customer_behaviour(follow->desk->store, follow->desk->settings, follow->customer_id, clock_today(), &behaviour,
                            error))
        return false;
    return !behaviour.drift || early_call_plan(follow, &behaviour.months, error);
}

/* --- The whole ---------------------------------------------------------------------------------------- */

static bool follow_up_customer(FollowUp *follow, GError **error)
{
    if (!disputes_follow(follow->desk, follow->customer_id, error))
        return false;
    follow->touchpoints = touchpoints_of(follow->desk, follow->customer_id, error);
    return follow->touchpoints != NULL && is_to_collect(follow, error) && settled_close(follow, error) &&
           stale_drop(follow, error) && returned_find(follow, error) && kindness_plan(follow, error) &&
           lift_plan(follow, error) && slowing_plan(follow, error) &&
           touchpoint_ensure_with(follow->desk, follow->customer_id, follow->money, 0, error);
}

bool touchpoint_settle(Desk *desk, gint64 customer_id, GError **error)
{
    FollowUp follow = {.desk = desk, .customer_id = customer_id};
    follow.touchpoints = touchpoints_of(desk, customer_id, error);
    bool good = follow.touchpoints != NULL && is_to_collect(&follow, error) && settled_close(&follow, error);
    follow_clear(&follow);
    return good;
}

bool touchpoint_follow_up(const GArray *customer_ids, ImportSummary *summary, void *desk, GError **error)
{
    g_autoptr(GArray) rest = g_array_new(FALSE, FALSE, sizeof(gint64));
    if (!newcomers_plan(desk, customer_ids, rest, error))
        return false;
    for (guint i = 0; i < rest->len; i++) {
        FollowUp follow = {.desk = desk, .customer_id = g_array_index(rest, gint64, i)};
        bool good = follow_up_customer(&follow, error);
        follow_clear(&follow);
        if (!good)
            return false;
        if (summary != NULL && follow.left_queue)
            summary->customers_out_of_queue++;
    }
    return true;
}

bool touchpoint_confirmed(gint64 payment_id, gint64 customer_id, const char *op, void *desk, GError **error)
{
    g_autofree char *payment = g_strdup_printf("%" G_GINT64_FORMAT, payment_id);
    const EventAnswer answer = {"payment", payment, ""};
    gint64 event_id = 0;
    return program_event(desk, customer_id, "confirmed", op, &answer, &event_id, error);
}
