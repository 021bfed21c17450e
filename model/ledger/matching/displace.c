/* Receipts that give way: to one of an earlier day that comes in after it and paid the same invoice, to their own
 * details. */
#include "ledger/matching/learned.h"

#include <string.h>

/* What the program itself set against the item for lines that come after this one: of a later day, on the same day
 * of a smaller amount; of two alike their words decide, for the order of files must not.  What a list has taken over
 * since stays where it is. */
#define LATER_ALLOCATIONS                                                                                              \
    " allocation a JOIN payment p ON p.id = a.payment_id JOIN payment_match m ON m.payment_id = p.id"                  \
    " WHERE a.item_id = :item AND a.amount > 0 AND m.agent_id IS NULL AND m.held = 0 AND m.state = 'matched'"          \
    " AND (p.day > :day OR (p.day = :day AND (p.amount < :amount OR (p.amount = :amount"                               \
    "   AND (p.bank_reference, p.account, p.reference, p.text) > (:bank, :account, :reference, :text)))))"             \
    " AND" ALLOCATION_STANDS " AND NOT EXISTS (SELECT 1 FROM payment_match r WHERE r.original_id = p.id)"              \
    " AND NOT EXISTS (SELECT 1 FROM allocation o JOIN allocation_absorbed b ON b.allocation_id = o.id"                 \
    "   WHERE o.payment_id = p.id)"

#define LATER_BINDS(item_id, line)                                                                                     \
    BINDS(INTEGER("item", item_id), DAY("day", (line)->day), INTEGER("amount", (line)->amount),                        \
          TEXT("bank", words((line)->bank_reference)), TEXT("account", words((line)->account)),                        \
          TEXT("reference", words((line)->reference)), TEXT("text", words((line)->text)))

static const char *words(const char *text)
{
    return text != NULL ? text : "";
}

/* --- Who gives way -------------------------------------------------------------------------------------- */

static bool later_add(Booking *booking, gint64 item_id, const LineRecord *line, GArray *later, GError **error)
{
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT p.id FROM" LATER_ALLOCATIONS " ORDER BY p.day, p.amount DESC, p.id",
                    LATER_BINDS(item_id, line), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(later, id);
    }
    return query != NULL && query_finish(query, error);
}

bool item_paid_later(Search *search, gint64 item_id, Cents *paid, GError **error)
{
    return store_value(search->store, "SELECT coalesce(sum(a.amount + a.waived), 0) AS sum FROM" LATER_ALLOCATIONS,
                       LATER_BINDS(item_id, search->line), 0, paid, error);
}

/* GPtrArray of Waiting; NULL: error. */
static GPtrArray *waiting_load(Booking *booking, const GArray *ids, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(waiting_free);
    for (guint i = 0; i < ids->len; i++) {
        Waiting *one = waiting_find(booking->store, g_array_index(ids, gint64, i), error);
        if (one == NULL)
            return NULL;
        g_ptr_array_add(list, one);
    }
    return g_steal_pointer(&list);
}

static GPtrArray *later_find(Booking *booking, const LineRecord *line, const Match *match, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    bool books = match->closes && !match->listed && line->amount > 0;
    for (guint i = 0; i < match->paid_ids->len; i++)
        if (!later_add(booking, g_array_index(match->paid_ids, gint64, i), line, ids, error))
            return NULL;
    for (guint i = 0; books && i < match->parts->len; i++)
        if (!later_add(booking, g_array_index(match->parts, MatchPart, i).item_id, line, ids, error))
            return NULL;
    return waiting_load(booking, ids, error);
}

static int words_compare(const LineRecord *one, const LineRecord *other)
{
    const char *const pairs[][2] = {{one->bank_reference, other->bank_reference},
                                    {one->account, other->account},
                                    {one->reference, other->reference},
                                    {one->text, other->text}};
    int order = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs) && order == 0; i++)
        order = strcmp(words(pairs[i][0]), words(pairs[i][1]));
    return order;
}

static int turn_compare(gconstpointer a, gconstpointer b)
{
    const Waiting *one = *(const Waiting *const *)a, *other = *(const Waiting *const *)b;
    int day = day_compare(one->line.day, other->line.day);
    if (day != 0 || one->line.amount != other->line.amount)
        return day != 0 ? day : one->line.amount < other->line.amount ? 1 : -1;
    return words_compare(&one->line, &other->line);
}

/* --- The turn of each ----------------------------------------------------------------------------------- */

static bool line_match_book(Booking *booking, gint64 payment_id, const LineRecord *line, GError **error)
{
    g_autoptr(Match) match = match_line(booking->ledger, line, error);
    return match != NULL && match_book_in_order(booking, payment_id, line, match, error);
}

/* A receipt of an earlier file that only changes its place is no news of this one. */
static bool displaced_book(Booking *booking, const Waiting *waiting, GError **error)
{
    ImportSummary *summary = booking->summary;
    int matched[G_N_ELEMENTS(summary->matched)];
    bool ours = booking->first_receipt != 0 && waiting->payment_id >= booking->first_receipt;
    match_uncount(booking, waiting);
    int reversals = summary->reversals;
    memcpy(matched, summary->matched, sizeof matched);
    if (!line_match_book(booking, waiting->payment_id, &waiting->line, error))
        return false;
    if (!ours) {
        memcpy(summary->matched, matched, sizeof matched);
        summary->reversals = reversals;
    }
    return true;
}

static bool all_revoke(Booking *booking, const GPtrArray *list, GError **error)
{
    for (guint i = 0; i < list->len; i++) {
        const Waiting *one = g_ptr_array_index(list, i);
        if (!touch_money(booking, one->customer_id, error) || !standing_revoke(booking, one->payment_id, error) ||
            !iban_unlearn(booking, one, error))
            return false;
    }
    return true;
}

static bool all_book(Booking *booking, GPtrArray *list, GError **error)
{
    g_ptr_array_sort(list, turn_compare);
    for (guint i = 0; i < list->len; i++)
        if (!displaced_book(booking, g_ptr_array_index(list, i), error))
            return false;
    return true;
}

/* --- A return that had taken the wrong receipt ---------------------------------------------------------- */

typedef struct {
    gint64 payment_id, original_id; /* the return, and what it takes back as yet */
} Return;

/* Returns of exactly this amount that the program gave another receipt, for want of this one. */
static GArray *returns_find(Booking *booking, gint64 payment_id, const LineRecord *line, GError **error)
{
    g_autoptr(GArray) returns = g_array_new(FALSE, FALSE, sizeof(Return));
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT p.id, m.original_id FROM payment p JOIN payment_match m ON m.payment_id = p.id"
        " WHERE p.amount = :amount AND p.day BETWEEN :day AND :until AND p.currency = :currency"
        " AND m.state = 'reversal' AND m.agent_id IS NULL AND m.original_id <> :payment ORDER BY p.day, p.id",
        BINDS(INTEGER("amount", -line->amount), DAY("day", line->day), DAY("until", day_plus(line->day, RETURN_DAYS)),
              TEXT("currency", line->currency), INTEGER("payment", payment_id)),
        error);
    while (query != NULL && query_next(query)) {
        Return one = {query_integer(query, "id"), query_integer(query, "original_id")};
        g_array_append_val(returns, one);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&returns) : NULL;
}

/* What was set against the items after the receipt that stands again; it gives way to it.  GPtrArray of Waiting. */
static GPtrArray *after_original(Booking *booking, gint64 original_id, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(Query) query = store_query(booking->store,
                                         "SELECT DISTINCT a.item_id, p.day, p.amount, p.bank_reference, p.account,"
                                         " p.reference, p.text FROM allocation a"
                                         " JOIN payment p ON p.id = a.payment_id WHERE p.id = :payment",
                                         BINDS(INTEGER("payment", original_id)), error);
    while (query != NULL && query_next(query)) {
        const LineRecord line = {.day = query_day(query, "day"),
                                 .amount = query_integer(query, "amount"),
                                 .bank_reference = query_text(query, "bank_reference"),
                                 .account = query_text(query, "account"),
                                 .reference = query_text(query, "reference"),
                                 .text = query_text(query, "text")};
        if (!later_add(booking, query_integer(query, "item_id"), &line, ids, error))
            return NULL;
    }
    return query != NULL && query_finish(query, error) ? waiting_load(booking, ids, error) : NULL;
}

/* The receipts first: what the return takes back must stand. */
static bool return_move(Booking *booking, const Waiting *back, gint64 original_id, GError **error)
{
    g_autoptr(GPtrArray) after = after_original(booking, original_id, error);
    return after != NULL && all_revoke(booking, after, error) &&
           (back->customer_id == 0 || touch_money(booking, back->customer_id, error)) &&
           standing_revoke(booking, back->payment_id, error) &&
           store_run(booking->store, "UPDATE payment_match SET original_id = NULL WHERE payment_id = :payment",
                     BINDS(INTEGER("payment", back->payment_id)), error) &&
           all_book(booking, after, error) && displaced_book(booking, back, error);
}

static bool returns_look_again(Booking *booking, gint64 payment_id, const LineRecord *line, GError **error)
{
    g_autoptr(GArray) returns = returns_find(booking, payment_id, line, error);
    for (guint i = 0; returns != NULL && i < returns->len; i++) {
        bool prefers;
        const Return *one = &g_array_index(returns, Return, i);
        g_autoptr(Waiting) back = waiting_find(booking->store, one->payment_id, error);
        if (back == NULL)
            return false;
        g_auto(Search) search;
        search_begin(&search, booking->ledger, &back->line);
        if (!return_prefers(&search, one->original_id, payment_id, &prefers, error))
            return false;
        if (prefers)
            return return_move(booking, back, one->original_id, error);
    }
    return returns != NULL;
}

/* --- Booking in order ----------------------------------------------------------------------------------- */

/* Who gives way: receipts after a receipt, and after the one that a return takes back, for it is open again. */
static GPtrArray *who_gives_way(Booking *booking, const LineRecord *line, const Match *match, GError **error)
{
    return line->amount < 0 && match->original_id != 0 ? after_original(booking, match->original_id, error)
                                                       : later_find(booking, line, match, error);
}

bool match_book_in_order(Booking *booking, gint64 payment_id, const LineRecord *line, const Match *match,
                         GError **error)
{
    g_autoptr(GPtrArray) later = who_gives_way(booking, line, match, error);
    if (later == NULL || !all_revoke(booking, later, error))
        return false;
    bool booked = later->len == 0 || line->amount < 0 ? match_book(booking, payment_id, line, match, error)
                                                      : line_match_book(booking, payment_id, line, error);
    return booked && all_book(booking, later, error) &&
           (line->amount <= 0 || returns_look_again(booking, payment_id, line, error));
}

bool match_put_aside(Booking *booking, gint64 payment_id, const char *reason, GError **error)
{
    g_autoptr(Waiting) waiting = waiting_find(booking->store, payment_id, error);
    g_autoptr(Match) nobody = match_new(MATCH_NONE, false, 0, 0, g_strdup(reason));
    return waiting != NULL && (waiting->customer_id == 0 || touch_money(booking, waiting->customer_id, error)) &&
           standing_revoke(booking, payment_id, error) &&
           match_state_write(booking, payment_id, "not_ours", nobody, 0, error) &&
           match_proposal_write(booking, payment_id, nobody, false, error);
}
