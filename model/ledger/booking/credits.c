/* Credit notes against the invoices they name.
 *
 * What a note settles is never remembered step by step: it follows from what both sides have open without it, from
 * what lists said since, and from an order all files agree on, so that it does not matter which file came first.  A
 * list's word counts more than a note: what it took off the invoice already is not taken off twice, and a list that
 * came after the note and still asks for the whole invoice leaves the note open as credit. */
#include "ledger/booking/parts.h"

#include <string.h>

/* An invoice or a credit note of the group that hangs together. */
typedef struct {
    gint64 id;  /* key */
    Cents base; /* open without any credit note */
    Day issued, listed;
    char *number;
    bool gone;
    Cents moved;   /* by the plan so far, positive */
    Cents known;   /* of its list changes, claimed by the plan so far */
    Cents claimed; /* the same as stored now */
    bool read;     /* its links are in the group */
} Side;

/* A row of item_credit. */
typedef struct {
    gint64 credit_id, invoice_id;
    int position;
    Day day;
    Cents amount, known_invoice, known_credit;      /* as stored */
    Cents planned, planned_invoice, planned_credit; /* as they ought to be */
    bool alone;                                     /* the note names one invoice only */
} Link;

typedef struct {
    Booking *booking;
    GHashTable *sides; /* gint64 id → Side */
    GArray *links;     /* Link */
    GArray *waiting;   /* gint64 ids whose links are still to be read */
} Group;

static void side_free(gpointer data)
{
    Side *side = data;
    g_free(side->number);
    g_free(side);
}

static void group_start(Group *group, Booking *booking)
{
    *group = (Group){.booking = booking,
                     .sides = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, side_free),
                     .links = g_array_new(FALSE, FALSE, sizeof(Link)),
                     .waiting = g_array_new(FALSE, FALSE, sizeof(gint64))};
}

static void group_clear(Group *group)
{
    g_hash_table_unref(group->sides);
    g_array_unref(group->links);
    g_array_unref(group->waiting);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Group, group_clear)

/* --- Reading the group ---------------------------------------------------------------------------------- */

static bool side_add(Group *group, gint64 id, GError **error)
{
    if (g_hash_table_contains(group->sides, &id))
        return true;
    g_autoptr(Query) query =
        store_query(group->booking->store, "SELECT open, issued, listed, number, state FROM item WHERE id = :id",
                    BINDS(INTEGER("id", id)), error);
    if (query != NULL && query_next(query)) {
        Side *side = g_new0(Side, 1);
        *side = (Side){.id = id,
                       .base = query_integer(query, "open"),
                       .issued = query_day(query, "issued"),
                       .listed = query_day(query, "listed"),
                       .number = g_strdup(query_text(query, "number")),
                       .gone = strcmp(query_text(query, "state"), "gone") == 0};
        g_hash_table_insert(group->sides, &side->id, side);
        g_array_append_val(group->waiting, id);
    }
    return query != NULL && query_finish(query, error);
}

static Side *side_of(const Group *group, gint64 id)
{
    return g_hash_table_lookup(group->sides, &id);
}

/* Of this side; those of a side that was read before are in the group already. */
static bool links_read(Group *group, gint64 id, GError **error)
{
    g_autoptr(Query) query =
        store_query(group->booking->store,
                    "SELECT x.credit_id, x.position, x.invoice_id, x.day, x.amount, x.known_invoice, x.known_credit,"
                    " (SELECT count(*) FROM item_credit o WHERE o.credit_id = x.credit_id) AS names FROM item_credit x"
                    " WHERE x.invoice_id IS NOT NULL AND (x.credit_id = :id OR x.invoice_id = :id) ORDER BY "
                    "x.credit_id, x.position",
                    BINDS(INTEGER("id", id)), error);
    while (query != NULL && query_next(query)) {
        Link link = {.credit_id = query_integer(query, "credit_id"),
                     .invoice_id = query_integer(query, "invoice_id"),
                     .position = (int)query_integer(query, "position"),
                     .day = query_day(query, "day"),
                     .amount = query_integer(query, "amount"),
                     .known_invoice = query_integer(query, "known_invoice"),
                     .known_credit = query_integer(query, "known_credit"),
                     .alone = query_integer(query, "names") == 1};
        const Side *other = side_of(group, link.credit_id == id ? link.invoice_id : link.credit_id);
        if (other == NULL || !other->read)
            g_array_append_val(group->links, link);
    }
    side_of(group, id)->read = true;
    return query != NULL && query_finish(query, error);
}

/* Everything that hangs together with the item; then what is open without credit notes. */
static bool group_read(Group *group, gint64 item_id, GError **error)
{
    if (!side_add(group, item_id, error))
        return false;
    for (guint next = 0, read = 0; next < group->waiting->len; next++) {
        if (!links_read(group, g_array_index(group->waiting, gint64, next), error))
            return false;
        for (; read < group->links->len; read++) {
            Link link = g_array_index(group->links, Link, read);
            if (!side_add(group, link.credit_id, error) || !side_add(group, link.invoice_id, error))
                return false;
        }
    }
    for (guint i = 0; i < group->links->len; i++) {
        const Link *link = &g_array_index(group->links, Link, i);
        Side *invoice = side_of(group, link->invoice_id), *credit = side_of(group, link->credit_id);
        invoice->base += link->amount - link->known_invoice;
        invoice->claimed += link->known_invoice;
        credit->base -= link->amount - link->known_credit;
        credit->claimed += link->known_credit;
    }
    return true;
}

/* --- What it ought to be -------------------------------------------------------------------------------- */

/* Older notes first, then by number: an order that no import decides. */
static int link_compare(gconstpointer a, gconstpointer b, gpointer data)
{
    const Link *one = a, *other = b;
    const Side *first = side_of(data, one->credit_id), *second = side_of(data, other->credit_id);
    int order = day_compare(first->issued, second->issued);
    if (order == 0)
        order = strcmp(first->number, second->number);
    return order != 0 ? order : one->position - other->position;
}

/* What lists took off this side since the note was issued and nothing else explains.  What credit notes claim now is
 * decided anew: it is given back here. */
static bool told_by_lists(const Group *group, const Side *side, int sign, Day since, Cents *amount, GError **error)
{
    *amount = 0;
    if (!day_known(side->listed))
        return true;
    if (!item_unexplained(group->booking->store, side->id, sign, day_known(since) ? since : (Day){0}, amount, error))
        return false;
    *amount = MAX(*amount + side->claimed - side->known, 0);
    return true;
}

/* A note that a list names is as open as the list says; only what the list took off it is there to be set. */
static bool credit_reach(const Group *group, const Side *credit, Cents *reach, bool *told, GError **error)
{
    *told = day_known(credit->listed);
    if (*told)
        return told_by_lists(group, credit, -1, credit->issued, reach, error);
    *reach = credit->gone ? 0 : MAX(-credit->base - credit->moved, 0);
    return true;
}

static bool link_plan(const Group *group, Link *link, GError **error)
{
    Side *credit = side_of(group, link->credit_id), *invoice = side_of(group, link->invoice_id);
    Cents reach = 0, told = 0;
    bool credit_told = false;
    if (!credit_reach(group, credit, &reach, &credit_told, error) ||
        !told_by_lists(group, invoice, 1, credit->issued, &told, error))
        return false;
    Cents rest = invoice->gone ? 0 : MAX(invoice->base - invoice->moved, 0);
    bool known = told > 0 && (reach <= told || !link->alone || rest == 0);
    bool later_list = day_known(invoice->listed) && day_compare(invoice->listed, link->day) > 0;
    link->planned = known ? MIN(reach, told) : later_list ? 0 : MIN(reach, rest);
    link->planned_invoice = known ? link->planned : 0;
    link->planned_credit = credit_told ? link->planned : 0;
    invoice->known += link->planned_invoice;
    invoice->moved += link->planned - link->planned_invoice;
    credit->known += link->planned_credit;
    credit->moved += link->planned - link->planned_credit;
    return true;
}

/* --- Making it so --------------------------------------------------------------------------------------- */

/* The day on which invoice and note both existed. */
static Day settled_day(const Group *group, const Link *link)
{
    const Side *credit = side_of(group, link->credit_id), *invoice = side_of(group, link->invoice_id);
    Day later = day_compare(credit->issued, invoice->issued) > 0 ? credit->issued : invoice->issued;
    Day today = group->booking->today;
    return day_known(later) && day_compare(later, today) < 0 ? later : today;
}

static bool link_write(const Group *group, const Link *link, GError **error)
{
    Booking *booking = group->booking;
    Cents on_invoice = (link->planned - link->planned_invoice) - (link->amount - link->known_invoice);
    Cents on_credit = (link->planned - link->planned_credit) - (link->amount - link->known_credit);
    Day day = settled_day(group, link);
    if (link->planned == link->amount && link->planned_invoice == link->known_invoice &&
        link->planned_credit == link->known_credit)
        return true;
    booking->summary->changed_items += (on_invoice != 0) + (on_credit != 0);
    return store_run(booking->store,
                     "UPDATE item_credit SET amount = :amount, known_invoice = :invoice, known_credit = :known"
                     " WHERE credit_id = :credit AND position = :position",
                     BINDS(INTEGER("amount", link->planned), INTEGER("invoice", link->planned_invoice),
                           INTEGER("known", link->planned_credit), INTEGER("credit", link->credit_id),
                           INTEGER("position", link->position)),
                     error) &&
           (on_invoice == 0 || item_credit_move(booking, link->invoice_id, on_invoice, link->credit_id, day, error)) &&
           (on_credit == 0 || item_credit_move(booking, link->credit_id, -on_credit, link->credit_id, day, error));
}

bool credits_settle(Booking *booking, gint64 item_id, GError **error)
{
    g_auto(Group) group = {0};
    group_start(&group, booking);
    if (!group_read(&group, item_id, error))
        return false;
    g_array_sort_with_data(group.links, link_compare, &group);
    for (guint i = 0; i < group.links->len; i++)
        if (!link_plan(&group, &g_array_index(group.links, Link, i), error))
            return false;
    for (guint i = 0; i < group.links->len; i++)
        if (!link_write(&group, &g_array_index(group.links, Link, i), error))
            return false;
    return true;
}

bool credits_withdraw(Booking *booking, gint64 item_id, bool *any, GError **error)
{
    gint64 links;
    *any = false;
    if (!store_value(booking->store,
                     "SELECT count(*) AS n FROM item_credit WHERE invoice_id = :id OR (credit_id = :id AND invoice_id"
                     " IS NOT NULL)",
                     BINDS(INTEGER("id", item_id)), 0, &links, error))
        return false;
    *any = links > 0;
    g_auto(Group) group = {0};
    group_start(&group, booking);
    if (links == 0)
        return true;
    if (!side_add(&group, item_id, error) || !links_read(&group, item_id, error))
        return false;
    for (guint i = 0; i < group.links->len; i++) {
        const Link *link = &g_array_index(group.links, Link, i);
        if (!side_add(&group, link->credit_id, error) || !side_add(&group, link->invoice_id, error) ||
            !link_write(&group, link, error)) /* planned is nothing */
            return false;
    }
    return true;
}

/* --- Who meets whom ------------------------------------------------------------------------------------- */

static bool links_find(Booking *booking, gint64 credit_id, GError **error)
{
    return store_run(
        booking->store,
        "UPDATE item_credit SET invoice_id = (SELECT i.id FROM item i JOIN item c ON c.id = item_credit.credit_id"
        "   WHERE i.number_key = item_credit.number_key AND i.kind = 'invoice' AND i.customer_id = c.customer_id"
        "   AND i.currency = c.currency ORDER BY i.state = 'open' DESC, i.term LIMIT 1)"
        " WHERE credit_id = :credit AND invoice_id IS NULL",
        BINDS(INTEGER("credit", credit_id)), error);
}

bool credits_add(Booking *booking, gint64 credit_id, const char *const *numbers, bool *changed, GError **error)
{
    bool fresh = false;
    for (int i = 0; numbers[i] != NULL; i++) {
        if (!store_run(booking->store,
                       "INSERT INTO item_credit (credit_id, position, number, day) VALUES (:credit, :position, :number,"
                       " :day) ON CONFLICT (credit_id, position) DO NOTHING",
                       BINDS(INTEGER("credit", credit_id), INTEGER("position", i + 1), TEXT("number", numbers[i]),
                             DAY("day", booking->today)),
                       error))
            return false;
        fresh |= store_changed_rows(booking->store) > 0;
    }
    *changed |= fresh;
    if (fresh)
        booking->notes_wait = -1;
    return !fresh || (links_find(booking, credit_id, error) && credits_settle(booking, credit_id, error));
}

/* Asked once a transaction: a list may bring a million invoices, and hardly a note waits for any. */
static bool notes_wait(Booking *booking, GError **error)
{
    return booking->notes_wait >= 0 ||
           store_value(booking->store, "SELECT EXISTS (SELECT 1 FROM item_credit WHERE invoice_id IS NULL) AS wait",
                       NO_BINDS, 0, &booking->notes_wait, error);
}

bool credits_meet(Booking *booking, gint64 invoice_id, GError **error)
{
    if (!notes_wait(booking, error))
        return false;
    if (booking->notes_wait == 0)
        return true;
    if (!store_run(booking->store,
                   "UPDATE item_credit SET invoice_id = :invoice WHERE invoice_id IS NULL"
                   " AND number_key = (SELECT i.number_key FROM item i WHERE i.id = :invoice AND i.kind = 'invoice')"
                   " AND EXISTS (SELECT 1 FROM item c JOIN item i ON i.id = :invoice WHERE c.id = item_credit.credit_id"
                   "   AND c.customer_id = i.customer_id AND c.currency = i.currency)",
                   BINDS(INTEGER("invoice", invoice_id)), error))
        return false;
    return store_changed_rows(booking->store) == 0 || credits_settle(booking, invoice_id, error);
}
