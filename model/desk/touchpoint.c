/* Planning and closing contacts, and the promise that nobody falls off the list. */
#include "desk/touchpoint_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/account.h"

void touchpoint_clear(Touchpoint *touchpoint)
{
    g_clear_pointer(&touchpoint->reason, g_free);
    g_clear_pointer(&touchpoint->detail, g_free);
    g_clear_pointer(&touchpoint->owner, g_free);
}

static void touchpoint_free(gpointer data)
{
    touchpoint_clear(data);
    g_free(data);
}

/* Days since the contact before, so that the next distance can differ from it. */
static bool gap_since_contact(Desk *desk, const Touchpoint *wanted, int *gap, GError **error)
{
    Day contact = DAY_NONE;
    *gap = wanted->gap;
    if (wanted->gap != 0)
        return true;
    if (!contact_last(desk, wanted->customer_id, &contact, error))
        return false;
    *gap = day_known(contact) ? MAX(0, day_minus(wanted->when.day, contact)) : 0;
    return true;
}

bool touchpoint_plan(Desk *desk, const Touchpoint *wanted, gint64 created_event, gint64 *id, GError **error)
{
    int gap = 0;
    gint64 planned = 0;
    if (!gap_since_contact(desk, wanted, &gap, error) ||
        !store_insert(
            desk->store,
            "INSERT INTO touchpoint (customer_id, reason, day, minute, timed, zone, detail, owner, "
            "contact_id, promise_id,"
            " dispute_id, plan_id, created_event, gap) VALUES (:customer, :reason, :day, :minute, :timed, :zone, "
            ":detail, :owner,"
            " :contact, :promise, :dispute, :plan, :event, :gap) RETURNING id",
            BINDS(INTEGER("customer", wanted->customer_id), TEXT("reason", wanted->reason),
                  DAY("day", wanted->when.day), MINUTE("minute", wanted->when.minute), INTEGER("timed", wanted->timed),
                  TEXT("zone", wanted->timed && desk->zone != NULL ? desk->zone : ""),
                  TEXT("detail", wanted->detail != NULL ? wanted->detail : ""),
                  TEXT("owner", wanted->owner != NULL ? wanted->owner : ""), ID("contact", wanted->contact_id),
                  ID("promise", wanted->promise_id), ID("dispute", wanted->dispute_id), ID("plan", wanted->plan_id),
                  ID("event", created_event), INTEGER("gap", gap)),
            &planned, error))
        return false;
    if (id != NULL)
        *id = planned;
    return true;
}

bool touchpoint_close(Desk *desk, gint64 id, gint64 event_id, const char *how, GError **error)
{
    if (!store_run(desk->store,
                   "UPDATE touchpoint SET closed_event = :event, closed_how = :how"
                   " WHERE id = :id AND closed_event IS NULL",
                   BINDS(INTEGER("event", event_id), TEXT("how", how), INTEGER("id", id)), error))
        return false;
    return store_changed_rows(desk->store) == 1 ||
           fail(error, BELRONDE_ERROR_STALE, _("This contact was finished at another desk meanwhile: look again."));
}

GPtrArray *touchpoints_of(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(touchpoint_free);
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT id, reason, day, minute, timed, detail, owner, contact_id, promise_id, dispute_id, plan_id,"
                    " gap"
                    " FROM touchpoint WHERE customer_id = :customer AND closed_event IS NULL"
                    " ORDER BY day, coalesce(minute, 0), id",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Touchpoint *touchpoint = g_new0(Touchpoint, 1);
        *touchpoint = (Touchpoint){
            .id = query_integer(query, "id"),
            .customer_id = customer_id,
            .reason = query_dup(query, "reason"),
            .detail = query_dup(query, "detail"),
            .owner = query_dup(query, "owner"),
            .when = {query_day(query, "day"), query_minute(query, "minute")},
            .timed = query_integer(query, "timed") != 0,
            .letter = cadence_is_letter(desk->cadence, query_text(query, "reason")),
            .contact_id = query_integer_or(query, "contact_id", 0),
            .promise_id = query_integer_or(query, "promise_id", 0),
            .dispute_id = query_integer_or(query, "dispute_id", 0),
            .plan_id = query_integer_or(query, "plan_id", 0),
            .gap = (int)query_integer(query, "gap"),
        };
        g_ptr_array_add(list, touchpoint);
    }
    if (query == NULL || !query_finish(query, error))
        return NULL;
    return g_steal_pointer(&list);
}

/* --- Nobody falls off the list ----------------------------------------------------------------------- */

/* OWN: of the desk, and not one that only waits for the answer to a dispute: what is not disputed is asked meanwhile.
 */
typedef enum { NEED_NOTHING, NEED_ANY, NEED_OWN } Need;

/* What the money asks for; customers who are not callable carry the reason in their own row. */
static bool need_of(Desk *desk, gint64 customer_id, const GArray *known, Need *need, GError **error)
{
    gint64 excused = 0;
    if (!store_value(desk->store,
                     "SELECT CASE WHEN not_callable IS NOT NULL OR restricted = 1 THEN 1 ELSE 0 END AS excused"
                     " FROM customer WHERE id = :id",
                     BINDS(INTEGER("id", customer_id)), 1, &excused, error))
        return false;
    *need = NEED_NOTHING;
    if (excused != 0)
        return true;
    g_autoptr(GArray) read = known == NULL ? money_lines(desk->store, customer_id, clock_today(), error) : NULL;
    const GArray *lines = known != NULL ? known : read;
    for (guint i = 0; lines != NULL && i < lines->len; i++) {
        const MoneyLine *line = &g_array_index(lines, MoneyLine, i);
        if (line->ask > 0)
            *need = NEED_OWN;
        else if (line->open > 0)
            *need = MAX(*need, NEED_ANY);
    }
    return lines != NULL;
}

static bool is_ensured(Desk *desk, gint64 customer_id, const GArray *money, bool *ensured, GError **error)
{
    Need need = NEED_NOTHING;
    gint64 live = 0;
    if (!need_of(desk, customer_id, money, &need, error) ||
        !store_value(desk->store,
                     "SELECT count(*) AS live FROM touchpoint WHERE customer_id = :customer AND closed_event IS NULL"
                     " AND ((owner = '' AND dispute_id IS NULL) OR :any = 1)",
                     BINDS(INTEGER("customer", customer_id), INTEGER("any", need == NEED_ANY)), 0, &live, error))
        return false;
    *ensured = need == NEED_NOTHING || live > 0;
    return true;
}

bool touchpoint_is_ensured(Desk *desk, gint64 customer_id, bool *ensured, GError **error)
{
    return is_ensured(desk, customer_id, NULL, ensured, error);
}

bool touchpoint_ensure_with(Desk *desk, gint64 customer_id, const GArray *money, gint64 created_event, GError **error)
{
    bool ensured = false;
    if (!is_ensured(desk, customer_id, money, &ensured, error))
        return false;
    if (ensured)
        return true;
    g_auto(Story) story = {0};
    if (!story_read(desk, customer_id, &story, error))
        return false;
    if (story.item_id == 0)
        return fail(error, BELRONDE_ERROR_STORE,
                    _("Customer %s has an open amount but no open invoice: nothing was saved. Run `belronde check`."),
                    story.number != NULL ? story.number : "?");
    CadenceMark mark = story_next(desk, &story);
    const Touchpoint next = {
        .customer_id = customer_id, .reason = (char *)mark.step->reason, .when = {mark.day, MINUTE_NONE}};
    return touchpoint_plan(desk, &next, created_event, NULL, error);
}

bool touchpoint_ensure(Desk *desk, gint64 customer_id, gint64 created_event, GError **error)
{
    return touchpoint_ensure_with(desk, customer_id, NULL, created_event, error);
}
