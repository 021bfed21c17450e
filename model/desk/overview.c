#include "desk/overview_parts.h"

#include "base/clock.h"
#include "desk/bank_state.h"
#include "desk/holds.h"
#include "ledger/account.h"
#include <string.h>

static void desk_row_free(gpointer data)
{
    OverviewDesk *row = data;
    g_free(row->agent);
    g_free(row);
}

static void reason_free(gpointer data)
{
    OverviewReason *row = data;
    g_free(row->letter);
    g_free(row->label);
    g_free(row);
}

static void need_free(gpointer data)
{
    OverviewNeed *row = data;
    g_free(row->number);
    g_free(row->name);
    g_free(row->text);
    g_free(row);
}

void overview_free(Overview *overview)
{
    if (overview == NULL)
        return;
    g_ptr_array_unref(overview->desks);
    g_ptr_array_unref(overview->reasons);
    g_ptr_array_unref(overview->needs);
    g_clear_pointer(&overview->bank, g_ptr_array_unref);
    g_free(overview);
}

/* --- Ageing --------------------------------------------------------------------------------------------- */

static const char ageing_sql[] =
    "SELECT :today - a.day AS days_late, a.class, sum(a.open) AS open"
    "  FROM (SELECT" ITEM_ASKED_FROM " AS day, coalesce(c.class_manual, c.class) AS class, i.open"
    "          FROM item i JOIN customer c ON c.id = i.customer_id"
    "         WHERE i.state = 'open' AND i.kind = 'invoice' AND i.open > 0 AND i.currency = :currency) AS a"
    " GROUP BY 1, 2";

static bool ageing_load(Viewing *viewing, GError **error)
{
    Overview *overview = viewing->overview;
    g_autoptr(Query) query =
        store_query(viewing->desk->store, ageing_sql,
                    BINDS(DAY("today", viewing->today), TEXT("currency", overview->currency)), error);
    while (query != NULL && query_next(query)) {
        int band = age_band((int)query_integer(query, "days_late"));
        Cents open = query_integer(query, "open");
        int class = CLAMP(*query_text(query, "class") - 'A', 0, OVERVIEW_CLASSES - 1);
        overview->band[band] += open;
        overview->class_open[class] += open;
        overview->total += open;
        overview->late += band > 0 ? open : 0;
    }
    return query != NULL && query_finish(query, error);
}

static const char over_limit_sql[] =
    "SELECT count(*) FROM (SELECT l.id FROM (SELECT c.id, c.currency, " CREDIT_LIMIT_TODAY
    " AS most FROM customer c) AS l"
    " JOIN item i ON i.customer_id = l.id WHERE l.most IS NOT NULL AND i.state = 'open' AND i.currency = l.currency"
    " GROUP BY l.id, l.most HAVING sum(i.open) > l.most) AS over";

static const char slowing_sql[] = "SELECT count(DISTINCT customer_id) FROM touchpoint WHERE reason = 'slowing'"
                                  " AND day BETWEEN :since AND :today";

static bool counts_load(Viewing *viewing, GError **error)
{
    Store *store = viewing->desk->store;
    gint64 over = 0, stops = 0, slowing = 0;
    if (!store_value(store, over_limit_sql, BINDS(DAY("today", viewing->today)), 0, &over, error) ||
        !store_value(store, "SELECT count(*) FROM customer c WHERE (" SUPPLY_IS_STOPPED ") = 1",
                     BINDS(DAY("today", viewing->today)), 0, &stops, error) ||
        !store_value(store, slowing_sql,
                     BINDS(DAY("since", day_plus(viewing->today, -OVERVIEW_WINDOW)), DAY("today", viewing->today)), 0,
                     &slowing, error))
        return false;
    viewing->overview->over_limit = (int)over;
    viewing->overview->stops = (int)stops;
    viewing->overview->slowing = (int)slowing;
    return true;
}

/* --- Twenty working days -------------------------------------------------------------------------------- */

static void days_fill(Viewing *viewing)
{
    Day day = viewing->today;
    const char *country = settings_text(viewing->desk->settings, "belronde", "country");
    for (int i = OVERVIEW_DAYS - 1; i >= 0; i--) {
        viewing->overview->day[i] = day;
        do {
            day = day_plus(day, -1);
        } while (!calendar_is_business_day(viewing->desk->calendar, country, day));
    }
}

static int day_index(const Overview *overview, Day day)
{
    int index = 0;
    while (index < OVERVIEW_DAYS - 1 && day_compare(overview->day[index], day) < 0)
        index++;
    return index;
}

static const char received_sql[] =
    "SELECT p.day, sum(p.amount) AS amount FROM payment p JOIN payment_match m ON m.payment_id = p.id"
    " WHERE p.day BETWEEN :first AND :today AND p.amount > 0 AND p.currency = :currency"
    "   AND m.state NOT IN ('outgoing', 'not_ours') GROUP BY p.day";

static const char promised_sql[] =
    "SELECT p.made AS day, sum(p.amount) AS amount FROM promise p"
    " WHERE p.made BETWEEN :first AND :today AND p.currency = :currency AND p.kind <> 'paid'"
    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = p.event_id) GROUP BY p.made";

static bool amounts_load(Viewing *viewing, const char *sql, Cents *amounts, GError **error)
{
    Overview *overview = viewing->overview;
    g_autoptr(Query) query = store_query(
        viewing->desk->store, sql,
        BINDS(DAY("first", overview->day[0]), DAY("today", viewing->today), TEXT("currency", overview->currency)),
        error);
    while (query != NULL && query_next(query))
        amounts[day_index(overview, query_day(query, "day"))] += query_integer(query, "amount");
    return query != NULL && query_finish(query, error);
}

/* --- Calls and what was said ----------------------------------------------------------------------------- */

static OverviewReason *reason_of(Viewing *viewing, const Outcome *outcome)
{
    GPtrArray *reasons = viewing->overview->reasons;
    for (guint i = 0; i < reasons->len; i++) {
        OverviewReason *row = g_ptr_array_index(reasons, i);
        if (g_str_equal(row->label, outcome->short_label))
            return row;
    }
    OverviewReason *row = g_new0(OverviewReason, 1);
    row->letter = g_strdup(outcome->letter);
    row->label = g_strdup(outcome->short_label);
    g_ptr_array_add(reasons, row);
    return row;
}

static void take_calls(Viewing *viewing, Query *query)
{
    Overview *overview = viewing->overview;
    const Outcome *outcome = playbook_outcome(viewing->desk->playbook, query_text(query, "outcome"));
    Day day = query_day(query, "day");
    int calls = (int)query_integer(query, "calls");
    if (day_compare(day, overview->day[0]) >= 0) {
        int index = day_index(overview, day);
        overview->calls[index] += calls;
        overview->reached[index] += outcome != NULL && outcome->contact == OUTCOME_RIGHT_PARTY ? calls : 0;
    }
    if (outcome == NULL || day_minus(viewing->today, day) >= OVERVIEW_WINDOW)
        return;
    OverviewReason *reason = reason_of(viewing, outcome);
    reason->calls += calls;
    reason->amount += query_integer(query, "amount");
}

static gint compare_reasons(gconstpointer a, gconstpointer b)
{
    const OverviewReason *one = *(OverviewReason *const *)a, *other = *(OverviewReason *const *)b;
    if (one->amount != other->amount)
        return one->amount > other->amount ? -1 : 1;
    return other->calls - one->calls;
}

static bool calls_load(Viewing *viewing, GError **error)
{
    Day window = day_plus(viewing->today, 1 - OVERVIEW_WINDOW), first = viewing->overview->day[0];
    g_autoptr(Query) query =
        store_query(viewing->desk->store,
                    "SELECT e.day, e.outcome, count(*) AS calls,"
                    "       sum(CASE WHEN e.currency = :currency THEN e.amount ELSE 0 END) AS amount FROM event e"
                    " WHERE e.day BETWEEN :first AND :today AND e.kind = 'call'"
                    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) GROUP BY e.day, e.outcome",
                    BINDS(DAY("first", day_compare(window, first) < 0 ? window : first), DAY("today", viewing->today),
                          TEXT("currency", viewing->overview->currency)),
                    error);
    while (query != NULL && query_next(query))
        take_calls(viewing, query);
    if (query == NULL || !query_finish(query, error))
        return false;
    g_ptr_array_sort(viewing->overview->reasons, compare_reasons);
    return true;
}

/* --- The whole page --------------------------------------------------------------------------------------- */

static bool trends_load(Viewing *viewing, GError **error)
{
    days_fill(viewing);
    return amounts_load(viewing, received_sql, viewing->overview->received, error) &&
           amounts_load(viewing, promised_sql, viewing->overview->promised, error) && calls_load(viewing, error);
}

static bool bank_load(Viewing *viewing, GError **error)
{
    const BankState *bank = desk_bank(viewing->desk, error);
    if (bank == NULL)
        return false;
    viewing->overview->bank = g_ptr_array_ref(bank->accounts);
    viewing->overview->bank_day = bank->day;
    return true;
}

typedef bool (*Part)(Viewing *viewing, GError **error);
static const Part PARTS[] = {ageing_load, counts_load, trends_load, overview_desks, overview_promises, overview_needs};

Overview *overview_load(Desk *desk, GError **error)
{
    Overview *overview = g_new0(Overview, 1);
    Viewing viewing = {.desk = desk, .overview = overview, .today = clock_today()};
    overview->desks = g_ptr_array_new_with_free_func(desk_row_free);
    overview->reasons = g_ptr_array_new_with_free_func(reason_free);
    overview->needs = g_ptr_array_new_with_free_func(need_free);
    g_strlcpy(overview->currency, settings_text(desk->settings, "import", "currency"), sizeof overview->currency);
    bool good = store_snapshot_begin(desk->store, error);
    if (good) {
        for (size_t i = 0; good && i < G_N_ELEMENTS(PARTS); i++)
            good = PARTS[i](&viewing, error);
        good = good && bank_load(&viewing, error);
        store_snapshot_end(desk->store);
    }
    if (!good)
        g_clear_pointer(&overview, overview_free);
    return overview;
}
