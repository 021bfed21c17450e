/* The follow-up of customers of whom the record says nothing yet.  A first list brings them by the hundred thousand:
 * nothing can have been paid, promised or sent back, so all that is left is to plan the first contact. */
#include "base/clock.h"
#include "desk/touchpoint_parts.h"
#include "store/walk.h"

#include <string.h>

/* Whoever stands in one of these has a record. */
static const char *const RECORDS[] = {
    "SELECT customer_id AS owner FROM touchpoint WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
    "SELECT customer_id AS owner FROM event WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
    "SELECT customer_id AS owner FROM payment_match WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
    "SELECT customer_id AS owner FROM promise WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
    "SELECT customer_id AS owner FROM dispute WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
};

typedef struct {
    Walk records[G_N_ELEMENTS(RECORDS)], customers, items;
} Sources;

typedef struct {
    gint64 customer_id;
    const char *reason; /* borrowed from the cadence */
    Day day;
} Planned;

static bool sources_open(Sources *sources, Store *store, const WalkRun *run, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(RECORDS); i++)
        if (!walk_open(&sources->records[i], store, RECORDS[i], run, NULL, error))
            return false;
    return walk_open(&sources->customers, store,
                     "SELECT id AS owner, number, country, kind, coalesce(class_manual, class) AS class, quiet_until"
                     " FROM customer WHERE id BETWEEN :first AND :last AND not_callable IS NULL AND restricted = 0"
                     " ORDER BY id",
                     run, NULL, error) &&
           walk_open(&sources->items, store,
                     "SELECT customer_id AS owner, id, kind, issued, due, amount, open, state, collect_day FROM item"
                     " WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
                     run, NULL, error);
}

static bool sources_close(Sources *sources, GError **error)
{
    bool good = walk_close(&sources->customers, error);
    good = walk_close(&sources->items, good ? error : NULL) && good;
    for (size_t i = 0; i < G_N_ELEMENTS(RECORDS); i++)
        good = walk_close(&sources->records[i], good ? error : NULL) && good;
    return good;
}

static bool has_record(Sources *sources, gint64 id)
{
    for (size_t i = 0; i < G_N_ELEMENTS(RECORDS); i++)
        if (walk_has(&sources->records[i], id))
            return true;
    return false;
}

/* The leading item, and whether these are his first invoices: as touchpoint.c tells it of one customer. */
static void item_weigh(Story *story, Query *item, Day new_since)
{
    Day due = query_day(item, "due"), issued;
    gint64 id = query_integer(item, "id");
    Cents open = query_integer(item, "open");
    const char *kind = query_text(item, "kind");
    story->first_invoice &= strcmp(kind, "payment") != 0 && open == query_integer(item, "amount");
    issued = query_day(item, "issued");
    story->first_invoice &= day_compare(day_known(issued) ? issued : due, new_since) >= 0;
    bool leads = story->item_id == 0 || day_compare(due, story->due) < 0 ||
                 (day_compare(due, story->due) == 0 && id < story->item_id);
    if (!leads || open <= 0 || strcmp(kind, "invoice") != 0)
        return;
    story->item_id = id;
    story->due = due;
    story->issued = issued;
}

/* False when something of his is closed, that is a record, too, or is to be collected. */
static bool items_weigh(Sources *sources, gint64 id, Story *story)
{
    bool plain = true;
    Day new_since = day_plus(clock_today(), -NEW_CUSTOMER_DAYS);
    while (walk_next(&sources->items, id)) {
        item_weigh(story, sources->items.query, new_since);
        plain &= strcmp(query_text(sources->items.query, "state"), "open") == 0 &&
                 query_is_null(sources->items.query, "collect_day");
    }
    return plain;
}

static void newcomer_plan(Desk *desk, Sources *sources, gint64 id, Story *story, GArray *planned)
{
    if (story->item_id == 0 || !walk_next(&sources->customers, id))
        return;
    Query *customer = sources->customers.query;
    story->number = query_dup(customer, "number");
    story->country = query_dup(customer, "country");
    (void)debtor_kind_find(query_text(customer, "kind"), &story->kind);
    story->payment_class = *query_text(customer, "class");
    story->quiet_until = query_day(customer, "quiet_until");
    CadenceMark mark = story_next(desk, story);
    const Planned one = {id, mark.step->reason, mark.day};
    g_array_append_val(planned, one);
}

static bool run_weigh(Desk *desk, const GArray *ids, const WalkRun *run, GArray *planned, GArray *rest, GError **error)
{
    Sources sources = {0};
    bool opened = sources_open(&sources, desk->store, run, error);
    for (guint i = run->from; opened && i < run->until; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        g_auto(Story) story = {.first_invoice = true, .contact = DAY_NONE, .collect = DAY_NONE};
        if (has_record(&sources, id) || !items_weigh(&sources, id, &story))
            g_array_append_val(rest, id);
        else
            newcomer_plan(desk, &sources, id, &story, planned);
    }
    return sources_close(&sources, opened ? error : NULL) && opened;
}

bool newcomers_plan(Desk *desk, const GArray *customer_ids, GArray *rest, GError **error)
{
    g_autoptr(GArray) planned = g_array_new(FALSE, FALSE, sizeof(Planned));
    for (WalkRun run = {0}; walk_run_next(&run, customer_ids);) {
        g_array_set_size(planned, 0);
        if (!run_weigh(desk, customer_ids, &run, planned, rest, error))
            return false;
        for (guint i = 0; i < planned->len; i++) {
            const Planned *one = &g_array_index(planned, Planned, i);
            if (!store_run(
                    desk->store, "INSERT INTO touchpoint (customer_id, reason, day) VALUES (:customer, :reason, :day)",
                    BINDS(INTEGER("customer", one->customer_id), TEXT("reason", one->reason), DAY("day", one->day)),
                    error))
                return false;
        }
    }
    return true;
}
