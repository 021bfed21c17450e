/* Promises judged from receipts: nothing here is stored. */
#include "ledger/account.h"
#include "ledger/movement.h"

#include <string.h>

const char *const PROMISE_STATE_SLUGS[] = {
    [PROMISE_OPEN] = "open",
    [PROMISE_KEPT] = "kept",
    [PROMISE_KEPT_LATE] = "kept_late",
    [PROMISE_PARTLY] = "partly",
    [PROMISE_BROKEN] = "broken",
    [PROMISE_WITHDRAWN] = "withdrawn",
    [PROMISE_SUPERSEDED] = "superseded",
    [PROMISE_UNDONE] = "undone",
};

bool promise_state_is_live(PromiseState state)
{
    return state == PROMISE_OPEN;
}

Cents promise_expected(const Promise *promise)
{
    return MAX(promise->amount - promise->charges - (promise->received - promise->charges_received), 0);
}

/* What a promise may still receive on one item; item 0: on account, not tied to any item. */
typedef struct {
    gint64 item_id;
    Cents room;
    gint64 until_event; /* receipts known from this event on belong to a newer promise; 0: none */
    Day until_day;
} Share;

typedef struct {
    Day day;
    Cents amount;
} Receipt;

typedef struct {
    Promise *promise; /* owned until judged */
    gint64 ended_by;  /* event; 0: not ended */
    Day ended;
    PromiseState ended_how;
    GArray *shares;   /* Share */
    GArray *receipts; /* Receipt */
} Case;

static void promise_free(gpointer data)
{
    Promise *promise = data;
    if (promise == NULL)
        return;
    g_free(promise->kind);
    g_free(promise->method);
    g_free(promise->cheque_number);
    g_free(promise->cheque_bank);
    g_free(promise);
}

static void case_free(gpointer data)
{
    Case *one = data;
    promise_free(one->promise);
    g_array_unref(one->shares);
    g_array_unref(one->receipts);
    g_free(one);
}

/* --- Reading -------------------------------------------------------------------------------------------- */

static Case *case_read(Query *query)
{
    Promise *promise = g_new0(Promise, 1);
    promise->id = query_integer(query, "id");
    promise->event_id = query_integer(query, "event_id");
    promise->plan_id = query_integer_or(query, "plan_id", 0);
    promise->kind = g_strdup(query_text(query, "kind"));
    promise->method = g_strdup(query_text(query, "method"));
    promise->cheque_number = g_strdup(query_text(query, "cheque_number"));
    promise->cheque_bank = g_strdup(query_text(query, "cheque_bank"));
    promise->made = query_day(query, "made");
    promise->due = query_day(query, "due");
    promise->deadline = query_day(query, "deadline");
    promise->posted = query_day(query, "posted");
    promise->amount = query_integer(query, "amount");
    promise->settled = DAY_NONE;
    promise->state = query_integer(query, "undone") != 0 ? PROMISE_UNDONE : PROMISE_OPEN;
    g_strlcpy(promise->currency, query_text(query, "currency"), sizeof promise->currency);
    Case *one = g_new0(Case, 1);
    one->promise = promise;
    one->shares = g_array_new(FALSE, FALSE, sizeof(Share));
    one->receipts = g_array_new(FALSE, FALSE, sizeof(Receipt));
    return one;
}

/* In the order in which they receive. */
static GPtrArray *cases_read(Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func(case_free);
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT p.*, (SELECT count(*) FROM event u WHERE u.undoes = p.event_id) AS undone"
                    " FROM promise p WHERE p.customer_id = :customer ORDER BY p.due, p.id",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(cases, case_read(query));
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&cases) : NULL;
}

static Case *case_find(const GPtrArray *cases, gint64 promise_id)
{
    for (guint i = 0; i < cases->len; i++) {
        Case *one = g_ptr_array_index(cases, i);
        if (one->promise->id == promise_id)
            return one;
    }
    return NULL;
}

static bool shares_read(GPtrArray *cases, Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(Query) query = store_query(
        store,
        "SELECT pi.promise_id, pi.item_id, pi.amount FROM promise_item pi JOIN promise p ON p.id = pi.promise_id"
        " WHERE p.customer_id = :customer ORDER BY pi.promise_id, pi.position",
        BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Case *one = case_find(cases, query_integer(query, "promise_id"));
        Share share = {query_integer(query, "item_id"), query_integer(query, "amount"), 0, DAY_NONE};
        if (one != NULL)
            g_array_append_val(one->shares, share);
    }
    return query != NULL && query_finish(query, error);
}

/* What of the promise names no item may be met by any receipt of the customer. */
static bool free_shares_add(GPtrArray *cases)
{
    bool any = false;
    for (guint i = 0; i < cases->len; i++) {
        Case *one = g_ptr_array_index(cases, i);
        Share rest = {0, one->promise->amount, 0, DAY_NONE};
        for (guint s = 0; s < one->shares->len; s++)
            rest.room -= g_array_index(one->shares, Share, s).room;
        if (rest.room <= 0)
            continue;
        one->promise->charges = one->promise->plan_id != 0 ? rest.room : 0;
        g_array_append_val(one->shares, rest);
        any |= one->promise->state != PROMISE_UNDONE;
    }
    return any;
}

static bool ends_read(GPtrArray *cases, Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT pe.promise_id, pe.event_id, pe.how, e.day FROM promise_end pe"
                    " JOIN promise p ON p.id = pe.promise_id JOIN event e ON e.id = pe.event_id"
                    " WHERE p.customer_id = :customer"
                    " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = pe.event_id) ORDER BY pe.event_id",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Case *one = case_find(cases, query_integer(query, "promise_id"));
        if (one == NULL || one->ended_by != 0)
            continue;
        one->ended_by = query_integer(query, "event_id");
        one->ended = query_day(query, "day");
        one->ended_how = strcmp(query_text(query, "how"), "withdrawn") == 0 ? PROMISE_WITHDRAWN : PROMISE_SUPERSEDED;
    }
    return query != NULL && query_finish(query, error);
}

/* --- Until when a promise receives ---------------------------------------------------------------------- */

static bool case_names(const Case *one, gint64 item_id)
{
    for (guint i = 0; i < one->shares->len; i++)
        if (g_array_index(one->shares, Share, i).item_id == item_id)
            return true;
    return false;
}

/* The first promise on the same item that was made once this one had been broken: money is his from then on. */
static const Promise *promise_after(const GPtrArray *cases, const Promise *broken, gint64 item_id)
{
    const Promise *first = NULL;
    for (guint i = 0; i < cases->len; i++) {
        const Case *other = g_ptr_array_index(cases, i);
        const Promise *promise = other->promise;
        if (promise->state != PROMISE_UNDONE && promise->event_id > broken->event_id &&
            day_compare(promise->made, broken->deadline) >= 0 && case_names(other, item_id) &&
            (first == NULL || promise->event_id < first->event_id))
            first = promise;
    }
    return first;
}

static void windows_close(const GPtrArray *cases)
{
    for (guint i = 0; i < cases->len; i++) {
        Case *one = g_ptr_array_index(cases, i);
        for (guint s = 0; s < one->shares->len; s++) {
            Share *share = &g_array_index(one->shares, Share, s);
            const Promise *next = promise_after(cases, one->promise, share->item_id);
            share->until_event = one->ended_by;
            share->until_day = one->ended;
            if (next != NULL && (share->until_event == 0 || next->event_id < share->until_event)) {
                share->until_event = next->event_id;
                share->until_day = next->made;
            }
        }
    }
}

static bool receipt_counts(const Promise *promise, const Share *share, const Movement *movement)
{
    bool by_day = movement->after_event == MOVEMENT_BY_DAY;
    bool since = by_day ? day_compare(movement->day, promise->made) >= 0 : movement->after_event >= promise->event_id;
    bool ended = share->until_event != 0 && (by_day ? day_compare(movement->day, share->until_day) >= 0
                                                    : movement->after_event >= share->until_event);
    return since && !ended;
}

/* --- Serving -------------------------------------------------------------------------------------------- */

static void share_serve(Case *one, Share *share, Movement *movement)
{
    Cents part = MIN(share->room, movement->amount);
    if (part <= 0 || !receipt_counts(one->promise, share, movement))
        return;
    share->room -= part;
    movement->amount -= part;
    one->promise->received += part;
    if (share->item_id == 0 && one->promise->charges > 0)
        one->promise->charges_received += part;
    g_array_append_val(one->receipts, ((Receipt){movement->day, part}));
}

/* item 0 serves the shares on account. */
static void movement_serve(const GPtrArray *cases, Movement *movement, gint64 item_id)
{
    for (guint i = 0; i < cases->len && movement->amount > 0; i++) {
        Case *one = g_ptr_array_index(cases, i);
        if (one->promise->state == PROMISE_UNDONE || strcmp(one->promise->currency, movement->currency) != 0)
            continue;
        for (guint s = 0; s < one->shares->len; s++) {
            Share *share = &g_array_index(one->shares, Share, s);
            if (share->item_id == item_id)
                share_serve(one, share, movement);
        }
    }
}

static void movements_serve(const GPtrArray *cases, GArray *movements, bool on_account)
{
    for (guint i = 0; i < movements->len; i++) {
        Movement *movement = &g_array_index(movements, Movement, i);
        movement_serve(cases, movement, on_account ? 0 : movement->item_id);
    }
}

/* Receipts that are set against nothing. */
static bool rests_read(GArray *movements, Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT p.day, p.currency, p.amount - m.allocated AS rest FROM payment_match m"
                    " JOIN payment p ON p.id = m.payment_id WHERE m.customer_id = :customer AND p.amount > m.allocated"
                    " AND m.state IN ('matched', 'proposed', 'on_account', 'duplicate')"
                    " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id) ORDER BY p.day, p.id",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Movement movement = {
            .day = query_day(query, "day"), .after_event = MOVEMENT_BY_DAY, .amount = query_integer(query, "rest")};
        g_strlcpy(movement.currency, query_text(query, "currency"), sizeof movement.currency);
        g_array_append_val(movements, movement);
    }
    return query != NULL && query_finish(query, error);
}

/* Movements on items no promise names, and receipts on account. */
static bool others_serve(const GPtrArray *cases, const GArray *named, Store *store, gint64 customer_id, GError **error)
{
    Day since = DAY_NONE;
    for (guint i = 0; i < cases->len; i++) {
        const Promise *promise = ((Case *)g_ptr_array_index(cases, i))->promise;
        if (!day_known(since) || day_compare(promise->made, since) < 0)
            since = promise->made;
    }
    g_autoptr(GArray) others = movements_of(store, customer_id, MOVEMENTS_RECENT, since, error);
    if (others == NULL)
        return false;
    g_autoptr(GHashTable) taken = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < named->len; i++)
        g_hash_table_add(taken, &g_array_index(named, Movement, i).item_id);
    for (guint i = others->len; i-- > 0;)
        if (g_hash_table_contains(taken, &g_array_index(others, Movement, i).item_id))
            g_array_remove_index(others, i);
    if (!rests_read(others, store, customer_id, error))
        return false;
    movements_serve(cases, others, true);
    return true;
}

/* --- Judging -------------------------------------------------------------------------------------------- */

static int receipt_compare(gconstpointer a, gconstpointer b)
{
    return day_compare(((const Receipt *)a)->day, ((const Receipt *)b)->day);
}

static Day day_reached(GArray *receipts, Cents needed)
{
    Cents sum = 0;
    g_array_sort(receipts, receipt_compare);
    for (guint i = 0; i < receipts->len; i++) {
        const Receipt *receipt = &g_array_index(receipts, Receipt, i);
        sum += receipt->amount;
        if (sum >= needed)
            return receipt->day;
    }
    return DAY_NONE;
}

static PromiseState case_state(const Case *one, Day today)
{
    const Promise *promise = one->promise;
    if (promise->state == PROMISE_UNDONE)
        return PROMISE_UNDONE;
    if (day_known(promise->settled))
        return day_compare(promise->settled, promise->due) <= 0 ? PROMISE_KEPT : PROMISE_KEPT_LATE;
    if (one->ended_by != 0 && day_compare(one->ended, promise->deadline) < 0)
        return one->ended_how;
    if (day_compare(today, promise->deadline) < 0)
        return PROMISE_OPEN;
    return promise->received > 0 ? PROMISE_PARTLY : PROMISE_BROKEN;
}

static int promise_compare(gconstpointer a, gconstpointer b)
{
    const Promise *one = *(const Promise *const *)a, *other = *(const Promise *const *)b;
    return (one->id > other->id) - (one->id < other->id);
}

static GPtrArray *cases_judge(GPtrArray *cases, Day today, Cents tolerance, int permille)
{
    GPtrArray *promises = g_ptr_array_new_with_free_func(promise_free);
    for (guint i = 0; i < cases->len; i++) {
        Case *one = g_ptr_array_index(cases, i);
        Promise *promise = one->promise;
        Cents forgiven = MAX(tolerance, money_share(promise->amount, permille, 1000));
        promise->settled = day_reached(one->receipts, MAX(promise->amount - forgiven, 1));
        promise->state = case_state(one, today);
        g_ptr_array_add(promises, g_steal_pointer(&one->promise));
    }
    g_ptr_array_sort(promises, promise_compare);
    return promises;
}

static bool cases_fill(GPtrArray *cases, Store *store, gint64 customer_id, GError **error)
{
    if (cases->len == 0)
        return true;
    if (!shares_read(cases, store, customer_id, error) || !ends_read(cases, store, customer_id, error))
        return false;
    bool on_account = free_shares_add(cases);
    windows_close(cases);
    g_autoptr(GArray) movements = movements_of(store, customer_id, MOVEMENTS_PROMISED, DAY_NONE, error);
    if (movements == NULL)
        return false;
    movements_serve(cases, movements, false);
    if (!on_account)
        return true;
    movements_serve(cases, movements, true);
    return others_serve(cases, movements, store, customer_id, error);
}

GPtrArray *promises_of(Store *store, gint64 customer_id, Day today, Cents tolerance, int tolerance_permille,
                       GError **error)
{
    g_autoptr(GPtrArray) cases = cases_read(store, customer_id, error);
    if (cases == NULL || !cases_fill(cases, store, customer_id, error))
        return NULL;
    return cases_judge(cases, today, tolerance, tolerance_permille);
}
