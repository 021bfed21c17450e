#include "desk/plan.h"

#include "base/i18n.h"

#include <string.h>

const char *const PLAN_STATE_SLUGS[] = {
    [PLAN_ASKED] = "asked",         [PLAN_RUNNING] = "running",     [PLAN_LATE] = "late",
    [PLAN_BROKEN] = "broken",       [PLAN_KEPT] = "kept",           [PLAN_REFUSED] = "refused",
    [PLAN_CANCELLED] = "cancelled", [PLAN_CALLED_IN] = "called_in", [PLAN_REPLACED] = "replaced",
};

const char *plan_state_label(PlanState state)
{
    static const char *const labels[] = {
        [PLAN_ASKED] = N_("asked"),         [PLAN_RUNNING] = N_("running"),    [PLAN_LATE] = N_("part missed"),
        [PLAN_BROKEN] = N_("broken"),       [PLAN_KEPT] = N_("kept"),          [PLAN_REFUSED] = N_("not approved"),
        [PLAN_CANCELLED] = N_("cancelled"), [PLAN_CALLED_IN] = N_("rest due"), [PLAN_REPLACED] = N_("replaced"),
    };
    return _(labels[state]);
}

bool plan_state_is_live(PlanState state)
{
    return state <= PLAN_BROKEN;
}

/* --- Who may decide --------------------------------------------------------------------------------------- */

bool agent_is_supervisor(Desk *desk)
{
    g_autofree char *role = NULL;
    g_autoptr(GError) ignored = NULL;
    return desk->store != NULL &&
           store_text(desk->store, "SELECT role FROM agent WHERE id = :id", BINDS(INTEGER("id", desk->agent_id)), &role,
                      &ignored) &&
           g_strcmp0(role, "supervisor") == 0;
}

bool plan_needs_approval(Desk *desk, Cents total)
{
    Cents above = 100 * settings_number(desk->settings, "plans", "approval_above");
    return above > 0 && total > above && !agent_is_supervisor(desk);
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

static void plan_free(gpointer data)
{
    Plan *plan = data;
    g_free(plan->number);
    g_free(plan->name);
    g_free(plan->agent);
    g_free(plan->every);
    g_free(plan->answered_by);
    g_free(plan);
}

typedef struct {
    Plan *plan;
    const char *how; /* of the newest answer; "" none */
    bool asks, renewed;
} Reading;

/* What a decision makes of a plan whatever its parts say; an approval leaves that to them. */
static bool state_decided(const Reading *reading, PlanState *state)
{
    static const struct {
        const char *how;
        PlanState state;
    } rows[] = {{"refused", PLAN_REFUSED}, {"cancelled", PLAN_CANCELLED}, {"called_in", PLAN_CALLED_IN}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(reading->how, rows[i].how) == 0) {
            *state = rows[i].state;
            return true;
        }
    }
    return false;
}

typedef struct {
    int kept, open, missed, replaced;
} PartCount;

static void part_count(Plan *plan, const Promise *part, PartCount *count)
{
    plan->received += part->received;
    count->kept += part->state == PROMISE_KEPT || part->state == PROMISE_KEPT_LATE;
    count->missed += part->state == PROMISE_BROKEN || part->state == PROMISE_PARTLY;
    count->replaced += part->state == PROMISE_SUPERSEDED;
    if (part->state != PROMISE_OPEN)
        return;
    count->open++;
    if (!day_known(plan->next_day) || day_compare(part->due, plan->next_day) < 0) {
        plan->next_day = part->due;
        plan->next_amount = MAX(part->amount - part->received, 0);
    }
}

static PlanState state_of(const Reading *reading, const PartCount *count)
{
    PlanState state = PLAN_RUNNING;
    if (state_decided(reading, &state))
        return state;
    if (count->kept == reading->plan->parts)
        return PLAN_KEPT;
    if (count->open == 0 && (count->replaced > 0 || reading->renewed))
        return PLAN_REPLACED;
    if (reading->asks && *reading->how == '\0')
        return PLAN_ASKED;
    if (count->missed > 0)
        return count->open > 0 ? PLAN_LATE : PLAN_BROKEN;
    return PLAN_RUNNING;
}

/* Parts as promised, the down payment among them. */
static void parts_judge(Reading *reading, const GPtrArray *promises)
{
    Plan *plan = reading->plan;
    PartCount count = {0};
    int agreed = plan->parts;
    plan->parts = 0;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise->plan_id != plan->id)
            continue;
        plan->parts++;
        part_count(plan, promise, &count);
    }
    plan->has_down = plan->parts > agreed;
    plan->kept = count.kept;
    plan->missed = count.missed;
    plan->state = state_of(reading, &count);
}

static Plan *plan_read(Query *query)
{
    Plan *plan = g_new0(Plan, 1);
    *plan = (Plan){.id = query_integer(query, "id"),
                   .event_id = query_integer(query, "event_id"),
                   .customer_id = query_integer(query, "customer_id"),
                   .number = query_dup(query, "number"),
                   .name = query_dup(query, "name"),
                   .agent = query_dup(query, "agent"),
                   .every = query_dup(query, "every"),
                   .answered_by = query_dup(query, "answered_by"),
                   .made = query_day(query, "made"),
                   .answered = query_day(query, "answered"),
                   .falls_due = query_integer(query, "falls_due") != 0,
                   .total = query_integer(query, "total"),
                   .parts = (int)query_integer(query, "parts"),
                   .interest = query_integer(query, "interest"),
                   .costs = query_integer(query, "costs"),
                   .next_day = DAY_NONE,
                   .first_day = query_day(query, "first_day")};
    g_strlcpy(plan->currency, query_text(query, "currency"), sizeof plan->currency);
    return plan;
}

/* A newer plan on one of the same invoices, unless it was refused, has taken over what was missing. */
static const char PLANS_SQL[] =
    "SELECT l.id, l.event_id, l.customer_id, l.parts, l.every, l.first_day, l.total, l.currency, c.number, c.name,"
    " e.day AS made, a.name AS agent, coalesce(t.asks, 0) AS asks, coalesce(t.interest, 0) AS interest,"
    " CASE WHEN t.falls_due = 1 AND (c.kind = 'business' OR c.kind = 'public') THEN 1 ELSE 0 END AS falls_due,"
    " CASE WHEN EXISTS (SELECT 1 FROM plan n JOIN promise np ON np.plan_id = n.id"
    "   JOIN promise_item ni ON ni.promise_id = np.id JOIN promise_item oi ON oi.item_id = ni.item_id"
    "   JOIN promise op ON op.id = oi.promise_id WHERE n.customer_id = l.customer_id AND n.id > l.id"
    "   AND op.plan_id = l.id AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = n.event_id)"
    "   AND NOT EXISTS (SELECT 1 FROM plan_answer na WHERE na.plan_id = n.id AND na.how = 'refused'"
    "     AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = na.event_id))) THEN 1 ELSE 0 END AS renewed,"
    " coalesce(t.costs, 0) AS costs, coalesce(x.how, '') AS how, xe.day AS answered,"
    " coalesce(xa.name, '') AS answered_by FROM plan l JOIN event e ON e.id = l.event_id"
    " JOIN agent a ON a.id = e.agent_id JOIN customer c ON c.id = l.customer_id"
    " LEFT JOIN plan_terms t ON t.plan_id = l.id"
    " LEFT JOIN plan_answer x ON x.plan_id = l.id AND x.event_id = (SELECT max(y.event_id) FROM plan_answer y"
    "   WHERE y.plan_id = l.id AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = y.event_id))"
    " LEFT JOIN event xe ON xe.id = x.event_id LEFT JOIN agent xa ON xa.id = xe.agent_id"
    " WHERE l.customer_id = :customer AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = l.event_id)"
    " ORDER BY l.id DESC";

GPtrArray *plans_of(Desk *desk, gint64 customer_id, const GPtrArray *promises, GError **error)
{
    g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func(plan_free);
    g_autoptr(Query) query = store_query(desk->store, PLANS_SQL, BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Plan *plan = plan_read(query);
        Reading reading = {plan, query_text(query, "how"), query_integer(query, "asks") != 0,
                           query_integer(query, "renewed") != 0};
        parts_judge(&reading, promises);
        g_ptr_array_add(plans, plan);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&plans) : NULL;
}

const Plan *plan_live(const GPtrArray *plans)
{
    for (guint i = 0; plans != NULL && i < plans->len; i++) {
        const Plan *plan = g_ptr_array_index(plans, i);
        if (plan_state_is_live(plan->state))
            return plan;
    }
    return NULL;
}

/* --- As it was agreed --------------------------------------------------------------------------------------- */

static void plan_item_free(gpointer data)
{
    PlanItem *item = data;
    g_free(item->number);
    g_free(item->reference);
    g_free(item);
}

static bool sheet_items(Desk *desk, PlanSheet *sheet, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT i.number, i.reference, i.issued," ITEM_ASKED_FROM " AS asked_from, i.amount,"
                    " sum(x.amount) AS taken FROM promise p JOIN promise_item x ON x.promise_id = p.id"
                    " JOIN item i ON i.id = x.item_id WHERE p.plan_id = :plan GROUP BY i.id ORDER BY i.due, i.id",
                    BINDS(INTEGER("plan", sheet->plan->id)), error);
    while (query != NULL && query_next(query)) {
        PlanItem *item = g_new0(PlanItem, 1);
        *item = (PlanItem){.number = query_dup(query, "number"),
                           .reference = query_dup(query, "reference"),
                           .issued = query_day(query, "issued"),
                           .due = query_day(query, "asked_from"),
                           .amount = query_integer(query, "amount"),
                           .taken = query_integer(query, "taken")};
        g_ptr_array_add(sheet->items, item);
    }
    return query != NULL && query_finish(query, error);
}

/* Agreed by all and not over: the newest. */
static const Plan *plan_running(const GPtrArray *plans)
{
    for (guint i = 0; i < plans->len; i++) {
        const Plan *plan = g_ptr_array_index(plans, i);
        if (plan->state == PLAN_RUNNING || plan->state == PLAN_LATE)
            return plan;
    }
    return NULL;
}

bool plan_sheet(Desk *desk, gint64 customer_id, gint64 event_id, PlanSheet *sheet, GError **error)
{
    *sheet = (PlanSheet){.items = g_ptr_array_new_with_free_func(plan_item_free)};
    sheet->promises = desk_promises(desk, customer_id, error);
    sheet->plans = sheet->promises != NULL ? plans_of(desk, customer_id, sheet->promises, error) : NULL;
    if (sheet->plans == NULL)
        return false;
    for (guint i = 0; i < sheet->plans->len; i++) {
        const Plan *plan = g_ptr_array_index(sheet->plans, i);
        if (plan->event_id == event_id)
            sheet->plan = plan;
    }
    if (sheet->plan == NULL)
        sheet->plan = plan_running(sheet->plans);
    return sheet->plan == NULL || sheet_items(desk, sheet, error);
}

void plan_sheet_clear(PlanSheet *sheet)
{
    g_clear_pointer(&sheet->items, g_ptr_array_unref);
    g_clear_pointer(&sheet->plans, g_ptr_array_unref);
    g_clear_pointer(&sheet->promises, g_ptr_array_unref);
    sheet->plan = NULL;
}

/* --- Of everybody ----------------------------------------------------------------------------------------- */

static int plan_rank(const Plan *plan)
{
    static const int ranks[] = {
        [PLAN_ASKED] = 0,   [PLAN_LATE] = 1,      [PLAN_BROKEN] = 1,    [PLAN_RUNNING] = 2,  [PLAN_KEPT] = 3,
        [PLAN_REFUSED] = 3, [PLAN_CANCELLED] = 3, [PLAN_CALLED_IN] = 3, [PLAN_REPLACED] = 3,
    };
    return ranks[plan->state];
}

static int plan_compare(gconstpointer a, gconstpointer b)
{
    const Plan *one = *(Plan *const *)a, *other = *(Plan *const *)b;
    int by_rank = plan_rank(one) - plan_rank(other);
    if (by_rank != 0)
        return by_rank;
    int by_day = plan_state_is_live(one->state) ? day_compare(one->next_day, other->next_day) : 0;
    return by_day != 0 ? by_day : (one->id < other->id) - (one->id > other->id);
}

static bool plans_add(Desk *desk, gint64 customer_id, bool ended, GPtrArray *all, GError **error)
{
    g_autoptr(GPtrArray) promises = desk_promises(desk, customer_id, error);
    g_autoptr(GPtrArray) plans = promises != NULL ? plans_of(desk, customer_id, promises, error) : NULL;
    while (plans != NULL && plans->len > 0) {
        Plan *plan = g_ptr_array_steal_index(plans, 0);
        if (ended || plan_state_is_live(plan->state))
            g_ptr_array_add(all, plan);
        else
            plan_free(plan);
    }
    return plans != NULL;
}

GPtrArray *plans_load(Desk *desk, bool ended, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(plan_free);
    g_autoptr(GArray) customers = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query =
        store_query(desk->store, "SELECT DISTINCT customer_id FROM plan ORDER BY customer_id", NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "customer_id");
        g_array_append_val(customers, id);
    }
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < customers->len; i++)
        if (!plans_add(desk, g_array_index(customers, gint64, i), ended, all, error))
            return NULL;
    g_ptr_array_sort(all, plan_compare);
    return g_steal_pointer(&all);
}

/* --- In words --------------------------------------------------------------------------------------------- */

char *plan_words(const Plan *plan)
{
    g_autofree char *day = day_short(plan->next_day), *amount = money_text(plan->next_amount);
    g_autofree char *total = money_text(plan->total);
    if (plan->state == PLAN_ASKED)
        return g_strdup_printf(_("plan of %s asked: waits for a supervisor's yes"), total);
    g_autofree char *kept = g_strdup_printf(_("plan: %d of %d parts kept"), plan->kept, plan->parts);
    if (!plan_state_is_live(plan->state))
        return g_strdup_printf("%s, %s", kept, plan_state_label(plan->state));
    g_autofree char *missed = plan->missed > 0 ? g_strdup_printf(_(", %d missed"), plan->missed) : g_strdup("");
    if (!day_known(plan->next_day))
        return g_strconcat(kept, missed, NULL);
    return g_strdup_printf(_("%s%s, next %s %s"), kept, missed, day, amount);
}
