#include "desk/dispute.h"

#include "base/clock.h"
#include "base/i18n.h"

#include <string.h>

const char *const DISPUTE_STATE_SLUGS[] = {
    [DISPUTE_OPEN] = "open",           [DISPUTE_LATE] = "late",         [DISPUTE_ACCEPTED] = "accepted",
    [DISPUTE_OVERDUE] = "overdue",     [DISPUTE_CREDITED] = "credited", [DISPUTE_REJECTED] = "rejected",
    [DISPUTE_WITHDRAWN] = "withdrawn",
};

const char *dispute_state_label(DisputeState state)
{
    static const char *const labels[] = {
        [DISPUTE_OPEN] = N_("to answer"),      [DISPUTE_LATE] = N_("answer late"),
        [DISPUTE_ACCEPTED] = N_("credit due"), [DISPUTE_OVERDUE] = N_("credit late"),
        [DISPUTE_CREDITED] = N_("credited"),   [DISPUTE_REJECTED] = N_("invoice stands"),
        [DISPUTE_WITHDRAWN] = N_("withdrawn"),
    };
    return _(labels[state]);
}

bool dispute_state_is_live(DisputeState state)
{
    return state <= DISPUTE_OVERDUE;
}

static void dispute_free(gpointer data)
{
    Dispute *dispute = data;
    char *const strings[] = {dispute->number,       dispute->name, dispute->invoice, dispute->reason,
                             dispute->reason_label, dispute->what, dispute->owner,   dispute->agent};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_free(dispute);
}

/* The reason in the words of the question that was answered. */
static char *reason_label(Desk *desk, const char *slug)
{
    const Outcome *outcome = playbook_outcome(desk->playbook, "dispute");
    const Field *field = outcome != NULL ? outcome_field(outcome, "reason") : NULL;
    for (size_t i = 0; field != NULL && i < field->choice_count; i++)
        if (strcmp(field->choices[i].slug, slug) == 0)
            return g_strdup(field->choices[i].label);
    return g_strdup(slug);
}

static DisputeState state_read(Query *query, Day deadline)
{
    static const struct {
        const char *how;
        DisputeState state;
    } ends[] = {{"credited", DISPUTE_CREDITED}, {"rejected", DISPUTE_REJECTED}, {"withdrawn", DISPUTE_WITHDRAWN}};
    bool accepted = !query_is_null(query, "expected"), late = day_compare(clock_today(), deadline) > 0;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (strcmp(query_text(query, "how"), ends[i].how) == 0)
            return ends[i].state;
    if (accepted)
        return late ? DISPUTE_OVERDUE : DISPUTE_ACCEPTED;
    return late ? DISPUTE_LATE : DISPUTE_OPEN;
}

static Dispute *dispute_read(Desk *desk, Query *query)
{
    Dispute *dispute = g_new0(Dispute, 1);
    Day ended = query_day(query, "ended");
    *dispute = (Dispute){.id = query_integer(query, "id"),
                         .event_id = query_integer(query, "event_id"),
                         .customer_id = query_integer(query, "customer_id"),
                         .item_id = query_integer(query, "item_id"),
                         .number = query_dup(query, "number"),
                         .name = query_dup(query, "name"),
                         .invoice = query_dup(query, "invoice"),
                         .reason = query_dup(query, "reason"),
                         .reason_label = reason_label(desk, query_text(query, "reason")),
                         .what = query_dup(query, "what"),
                         .owner = query_dup(query, "owner"),
                         .agent = query_dup(query, "agent"),
                         .made = query_day(query, "made"),
                         .deadline = query_day(query, query_is_null(query, "expected") ? "deadline" : "expected"),
                         .amount = query_integer(query, "amount")};
    dispute->state = state_read(query, dispute->deadline);
    dispute->age = day_minus(day_known(ended) ? ended : clock_today(), dispute->made);
    g_strlcpy(dispute->currency, query_text(query, "currency"), sizeof dispute->currency);
    return dispute;
}

static int dispute_rank(const Dispute *dispute)
{
    if (!dispute_state_is_live(dispute->state))
        return 2;
    return dispute->state == DISPUTE_LATE || dispute->state == DISPUTE_OVERDUE ? 0 : 1;
}

static int dispute_compare(gconstpointer a, gconstpointer b)
{
    const Dispute *one = *(Dispute *const *)a, *other = *(Dispute *const *)b;
    int by_rank = dispute_rank(one) - dispute_rank(other);
    int by_day = day_compare(one->deadline, other->deadline);
    if (by_rank != 0)
        return by_rank;
    return by_day != 0 ? by_day : (one->id > other->id) - (one->id < other->id);
}

GPtrArray *disputes_load(Desk *desk, gint64 customer_id, bool ended, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(dispute_free);
    g_autoptr(Query) query = store_query(
        desk->store,
        "SELECT d.id, d.event_id, d.customer_id, d.item_id, d.amount, d.currency, d.reason, d.what, d.owner,"
        " d.deadline, i.number AS invoice, c.number, c.name, e.day AS made, a.name AS agent,"
        " coalesce(x.how, '') AS how, xe.day AS ended,"
        " (SELECT max(y.expected) FROM dispute_accepted y WHERE y.dispute_id = d.id"
        "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = y.event_id)) AS expected"
        " FROM dispute d JOIN event e ON e.id = d.event_id JOIN agent a ON a.id = e.agent_id"
        " JOIN item i ON i.id = d.item_id JOIN customer c ON c.id = d.customer_id"
        " LEFT JOIN dispute_end x ON x.dispute_id = d.id AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = "
        "x.event_id)"
        " LEFT JOIN event xe ON xe.id = x.event_id"
        " WHERE (:customer = 0 OR d.customer_id = :customer) AND (:ended = 1 OR x.how IS NULL)"
        " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = d.event_id)",
        BINDS(INTEGER("customer", customer_id), INTEGER("ended", ended)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(list, dispute_read(desk, query));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    g_ptr_array_sort(list, dispute_compare);
    return g_steal_pointer(&list);
}

char *dispute_words(const Dispute *dispute)
{
    g_autofree char *amount = money_text(dispute->amount), *day = day_short(dispute->deadline);
    const char *reason = dispute->reason_label, *owner = dispute->owner, *invoice = dispute->invoice;
    if (dispute->state == DISPUTE_ACCEPTED || dispute->state == DISPUTE_OVERDUE)
        return g_strdup_printf(_("%s: %s accepted (%s), credit note by %s"), invoice, amount, reason, day);
    if (*owner == '\0')
        return g_strdup_printf(_("%s: %s disputed (%s), answer by %s"), invoice, amount, reason, day);
    return g_strdup_printf(_("%s: %s disputed (%s), %s answers by %s"), invoice, amount, reason, owner, day);
}
