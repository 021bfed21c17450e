/* The transaction around booking, and what must be true before it commits. */
#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"

#include <string.h>

typedef struct {
    gint64 id; /* key */
    PromiseState state;
    Cents received;
} PromiseBefore;

static const BookingOptions NO_OPTIONS;

void booking_start(Booking *booking, Ledger *ledger, const BookingOptions *options, ImportSummary *summary)
{
    *booking = (Booking){.ledger = ledger,
                         .store = ledger->store,
                         .options = options != NULL ? options : &NO_OPTIONS,
                         .summary = summary,
                         .terms = ledger_terms(ledger->settings),
                         .today = clock_today(),
                         .newest_event = -1,
                         .notes_wait = -1,
                         .any_promise = -1,
                         .money = g_hash_table_new(NULL, NULL),
                         .master = g_hash_table_new(NULL, NULL),
                         .customers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                         .promises = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free)};
}

void booking_end(Booking *booking)
{
    work_drop(booking);
    load_room_return(booking);
    g_hash_table_unref(booking->money);
    g_hash_table_unref(booking->master);
    g_hash_table_unref(booking->customers);
    g_clear_pointer(&booking->mails, g_hash_table_unref);
    g_hash_table_unref(booking->promises);
}

static void work_forget(Booking *booking)
{
    g_hash_table_remove_all(booking->money);
    g_hash_table_remove_all(booking->master);
    g_hash_table_remove_all(booking->promises);
    booking->newest_event = -1;
    booking->notes_wait = -1;
    booking->any_promise = -1;
    if (booking->last_number != NULL)
        g_string_free(g_steal_pointer(&booking->last_number), TRUE);
    booking->rows = 0;
    booking->own = false;
}

bool work_begin(Booking *booking, GError **error)
{
    if (store_in_transaction(booking->store))
        return true;
    if (!store_begin(booking->store, error))
        return false;
    booking->own = true;
    return true;
}

void work_drop(Booking *booking)
{
    if (booking->own)
        store_rollback(booking->store);
    work_forget(booking);
}

bool newest_event(Booking *booking, gint64 *id, GError **error)
{
    if (booking->newest_event < 0 &&
        !store_value(booking->store, "SELECT max(id) AS id FROM event", NO_BINDS, 0, &booking->newest_event, error))
        return false;
    *id = booking->newest_event;
    return true;
}

/* --- Touched customers ---------------------------------------------------------------------------------- */

static bool id_add(GHashTable *ids, gint64 id)
{
    return g_hash_table_add(ids, GSIZE_TO_POINTER((gsize)id));
}

static GPtrArray *promises_now(Booking *booking, gint64 customer_id, GError **error)
{
    return promises_of(booking->store, customer_id, booking->today, booking->terms.promise_tolerance,
                       booking->terms.promise_permille, error);
}

bool touch_money(Booking *booking, gint64 customer_id, GError **error)
{
    if (!id_add(booking->money, customer_id))
        return true;
    if (booking->any_promise < 0 &&
        !store_value(booking->store, "SELECT id FROM promise LIMIT 1", NO_BINDS, 0, &booking->any_promise, error))
        return false;
    if (booking->any_promise == 0)
        return true;
    g_autoptr(GPtrArray) promises = promises_now(booking, customer_id, error);
    if (promises == NULL)
        return false;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        PromiseBefore *before = g_new0(PromiseBefore, 1);
        *before = (PromiseBefore){promise->id, promise->state, promise->received};
        g_hash_table_insert(booking->promises, &before->id, before);
    }
    return true;
}

void touch_master(Booking *booking, gint64 customer_id)
{
    id_add(booking->master, customer_id);
}

static bool is_kept(PromiseState state)
{
    return state == PROMISE_KEPT || state == PROMISE_KEPT_LATE;
}

static bool promises_compare(Booking *booking, gint64 customer_id, GError **error)
{
    if (g_hash_table_size(booking->promises) == 0)
        return true;
    g_autoptr(GPtrArray) promises = promises_now(booking, customer_id, error);
    if (promises == NULL)
        return false;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        const PromiseBefore *before = g_hash_table_lookup(booking->promises, &promise->id);
        if (before == NULL || promise->received <= before->received)
            continue;
        if (is_kept(promise->state) && !is_kept(before->state))
            booking->summary->promises_kept++;
        else if (promise->state == PROMISE_PARTLY || promise->state == PROMISE_OPEN)
            booking->summary->promises_partly++;
    }
    return true;
}

static int id_compare(gconstpointer a, gconstpointer b)
{
    gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;
    return (one > other) - (one < other);
}

/* In order, so that the same file does the same things in the same order. */
static GArray *ids_sorted(GHashTable *ids)
{
    GArray *sorted = g_array_new(FALSE, FALSE, sizeof(gint64));
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, ids);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        gint64 id = (gint64)GPOINTER_TO_SIZE(key);
        g_array_append_val(sorted, id);
    }
    g_array_sort(sorted, id_compare);
    return sorted;
}

static bool search_settle(Booking *booking, const GArray *ids, GError **error)
{
    g_autoptr(GArray) changed = ids_sorted(booking->master);
    g_autoptr(GArray) others = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < ids->len; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        if (!g_hash_table_contains(booking->master, GSIZE_TO_POINTER((gsize)id)))
            g_array_append_val(others, id);
    }
    return search_texts_refresh(booking->store, changed, error) && search_items_refresh(booking->store, others, error);
}

static bool customers_settle(Booking *booking, const GArray *ids, GError **error)
{
    for (guint i = 0; i < ids->len; i++)
        if (!promises_compare(booking, g_array_index(ids, gint64, i), error))
            return false;
    return customers_class_refresh(booking->store, booking->ledger->settings, ids, booking->today, error) &&
           search_settle(booking, ids, error);
}

static bool work_settle(Booking *booking, GError **error)
{
    g_autoptr(GArray) ids = ids_sorted(booking->money);
    if (!customers_settle(booking, ids, error))
        return false;
    const BookingOptions *options = booking->options;
    return ids->len == 0 || options->follow_up == NULL ||
           options->follow_up(ids, booking->summary, options->follow_up_data, error);
}

bool work_finish(Booking *booking, GError **error)
{
    if (!store_in_transaction(booking->store))
        return true;
    bool own = booking->own;
    if (!work_settle(booking, error) || (own && !store_commit(booking->store, error))) {
        work_drop(booking);
        return false;
    }
    booking->kept |= own;
    work_forget(booking);
    return true;
}
