/* Open items of a list: new ones, changed ones, and what a full list lacks. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/booking/parts.h"

#include <string.h>

#define ITEM_COLUMNS "id, issued, due, currency, amount, ledger_open, reference, own_reference, description, listed"

/* An item as it is stored; strings owned. */
typedef struct {
    gint64 id;
    Day issued, due;
    Cents amount, ledger_open;
    char *currency, *reference, *own_reference, *description;
    bool listed; /* a list has named it */
} Stored;

static void stored_free(gpointer data)
{
    Stored *stored = data;
    g_free(stored->currency);
    g_free(stored->reference);
    g_free(stored->own_reference);
    g_free(stored->description);
    g_free(stored);
}

/* The terms of one invoice, in order. */
static GPtrArray *terms_read(Store *store, gint64 customer_id, const ItemRecord *record, GError **error)
{
    g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(stored_free);
    g_autoptr(Query) query = store_query(
        store,
        "SELECT " ITEM_COLUMNS
        " FROM item WHERE customer_id = :customer AND kind = :kind AND number = :number ORDER BY term",
        BINDS(INTEGER("customer", customer_id), TEXT("kind", record->kind), TEXT("number", record->number)), error);
    while (query != NULL && query_next(query)) {
        Stored *stored = g_new0(Stored, 1);
        *stored = (Stored){.id = query_integer(query, "id"),
                           .issued = query_day(query, "issued"),
                           .due = query_day(query, "due"),
                           .amount = query_integer(query, "amount"),
                           .ledger_open = query_integer(query, "ledger_open"),
                           .currency = g_strdup(query_text(query, "currency")),
                           .reference = g_strdup(query_text(query, "reference")),
                           .own_reference = g_strdup(query_text(query, "own_reference")),
                           .description = g_strdup(query_text(query, "description")),
                           .listed = !query_is_null(query, "listed")};
        g_ptr_array_add(terms, stored);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&terms) : NULL;
}

/* The ids themselves are the keys: a list may hold millions. */
static bool is_seen(GHashTable *seen, gint64 id)
{
    return g_hash_table_contains(seen, GSIZE_TO_POINTER((gsize)id));
}

static void see(GHashTable *seen, gint64 id)
{
    g_hash_table_add(seen, GSIZE_TO_POINTER((gsize)id));
}

/* How well a stored term fits a record; 0: not at all. */
static int term_fit(const Stored *stored, const ItemRecord *record, bool met)
{
    bool same_due = !day_known(record->due) || day_compare(stored->due, record->due) == 0;
    bool same_amount = stored->amount == record->amount;
    if (met) /* the same line twice in one file is one item */
        return same_due && same_amount && stored->ledger_open == record->open ? 2 : 0;
    return 1 + (same_due ? 2 : 0) + (same_amount ? 1 : 0);
}

/* Another due day or amount under the same number in one file is another term.  Between two files both may have
 * been changed: the term that fits best and was not met yet is meant. */
static Stored *term_find(const GPtrArray *terms, const ItemRecord *record, GHashTable *seen)
{
    Stored *best = NULL;
    int best_fit = 0;
    for (guint i = 0; i < terms->len; i++) {
        Stored *stored = g_ptr_array_index(terms, i);
        int fit = term_fit(stored, record, is_seen(seen, stored->id));
        if (fit > best_fit) {
            best = stored;
            best_fit = fit;
        }
    }
    return best;
}

/* --- What a record means once the house has filled the gaps --------------------------------------------- */

typedef struct {
    gint64 customer_id;
    const ItemRecord *record;
    Day due;
    const char *currency;
    char *reference; /* owned */
} Wanted;

static void wanted_clear(Wanted *wanted)
{
    g_free(wanted->reference);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Wanted, wanted_clear)

static void wanted_complete(Booking *booking, Wanted *wanted)
{
    const ItemRecord *record = wanted->record;
    const CustomerMet *customer = customer_met(booking, record->customer.number);
    wanted->currency = *record->currency != '\0' ? record->currency : customer->currency;
    wanted->due = record->due;
    if (!day_known(wanted->due))
        wanted->due = day_known(record->issued) ? day_plus(record->issued, customer->terms_days) : booking->today;
    wanted->reference = reference_normal(record->reference, NULL);
    if (wanted->reference == NULL)
        wanted->reference = g_strdup(record->reference);
}

static bool has_kind(const char *kind)
{
    return strcmp(kind, "invoice") == 0 || strcmp(kind, "credit_note") == 0 || strcmp(kind, "payment") == 0;
}

/* --- New items ------------------------------------------------------------------------------------------ */

/* *id is 0 when the book has this term already. */
static bool item_insert(Booking *booking, const Wanted *wanted, int term, gint64 *id, GError **error)
{
    const ItemRecord *record = wanted->record;
    bool open = record->open != 0;
    Day closed = open ? DAY_NONE : day_known(record->closed) ? record->closed : booking->today;
    if (!touch_money(booking, wanted->customer_id, error) ||
        !store_insert_new(
            booking->store,
            "INSERT INTO item (customer_id, kind, number, term, issued, due, currency, amount, ledger_open, open,"
            " reference, own_reference, description, state, closed_day, import_id, listed)"
            " VALUES (:customer, :kind, :number, :term, :issued, :due, :currency, :amount, :open, :open,"
            " :reference, :own, :description, :state, :closed, :import, :listed)"
            " ON CONFLICT (customer_id, kind, number, term) DO NOTHING RETURNING id",
            BINDS(INTEGER("customer", wanted->customer_id), TEXT("kind", record->kind), TEXT("number", record->number),
                  INTEGER("term", term), DAY("issued", record->issued), DAY("due", wanted->due),
                  TEXT("currency", wanted->currency), INTEGER("amount", record->amount), INTEGER("open", record->open),
                  TEXT("reference", wanted->reference), TEXT("own", record->own_reference),
                  TEXT("description", record->description), TEXT("state", open ? "open" : "closed"),
                  DAY("closed", closed), ID("import", booking->import_id),
                  DAY("listed", record->document ? DAY_NONE : booking->today)),
            id, error))
        return false;
    if (*id == 0)
        return true;
    booking->summary->new_items++;
    return item_settled_before(booking, *id, record->amount - record->open, error);
}

/* --- Changed items -------------------------------------------------------------------------------------- */

static const char *newer(const char *fresh, const char *stored, bool document)
{
    return *fresh == '\0' || (document && *stored != '\0') ? stored : fresh;
}

/* What was settled since: open fell, and an amount that grew did not come from the customer. */
static Cents settled_since(const Stored *stored, const ItemRecord *record)
{
    Cents grown = record->amount - stored->amount;
    bool more = stored->amount < 0 ? grown < 0 : grown > 0;
    return stored->ledger_open - record->open + (more ? grown : 0);
}

static bool text_differs(const Stored *stored, const char *currency, const char *reference, const char *own,
                         const char *description)
{
    return strcmp(reference, stored->reference) != 0 || strcmp(own, stored->own_reference) != 0 ||
           strcmp(description, stored->description) != 0 || strcmp(currency, stored->currency) != 0;
}

static bool item_update(Booking *booking, const Stored *stored, const Wanted *wanted, bool document, bool *changed,
                        GError **error)
{
    const ItemRecord *record = wanted->record;
    const char *reference = newer(wanted->reference, stored->reference, document);
    const char *own = newer(record->own_reference, stored->own_reference, document);
    const char *description = newer(record->description, stored->description, document);
    const char *currency = document ? stored->currency : wanted->currency;
    Day issued =
        day_known(record->issued) && !(document && day_known(stored->issued)) ? record->issued : stored->issued;
    Day due = day_known(record->due) && !document ? record->due : stored->due;
    Cents amount = document ? stored->amount : record->amount, open = document ? stored->ledger_open : record->open;
    Cents settled = document ? 0 : settled_since(stored, record);
    bool moves =
        settled != 0 || open != stored->ledger_open || amount != stored->amount || day_compare(due, stored->due) != 0;
    if (!moves && day_compare(issued, stored->issued) == 0 &&
        !text_differs(stored, currency, reference, own, description))
        return true;
    *changed = true;
    booking->summary->changed_items++;
    if (!touch_money(booking, wanted->customer_id, error) ||
        !store_run(booking->store,
                   "UPDATE item SET issued = :issued, due = :due, amount = :amount, currency = :currency,"
                   " reference = :reference, own_reference = :own, description = :description WHERE id = :id",
                   BINDS(INTEGER("id", stored->id), DAY("issued", issued), DAY("due", due), INTEGER("amount", amount),
                         TEXT("currency", currency), TEXT("reference", reference), TEXT("own", own),
                         TEXT("description", description)),
                   error))
        return false;
    Day day = day_known(record->closed) && record->open == 0 ? record->closed : booking->today;
    return !moves || item_ledger_move(booking, stored->id, settled, open, day, error);
}

/* A list speaks of an item again: credit notes step back while it does.  A row that says what is known already of an
 * item the lists know says nothing. */
static bool item_listed(Booking *booking, Stored *stored, const Wanted *wanted, bool *changed, GError **error)
{
    const ItemRecord *record = wanted->record;
    bool credited = false;
    if (stored->listed && record->open == stored->ledger_open && record->amount == stored->amount)
        return item_update(booking, stored, wanted, false, changed, error);
    if (!credits_withdraw(booking, stored->id, &credited, error) ||
        (credited && !store_value(booking->store, "SELECT ledger_open FROM item WHERE id = :id",
                                  BINDS(INTEGER("id", stored->id)), 0, &stored->ledger_open, error)))
        return false;
    *changed |= !stored->listed;
    return item_update(booking, stored, wanted, false, changed, error) &&
           store_run(booking->store, "UPDATE item SET listed = :day WHERE id = :id",
                     BINDS(DAY("day", booking->today), INTEGER("id", stored->id)), error) &&
           (!credited || credits_settle(booking, stored->id, error));
}

static bool item_known(Booking *booking, Stored *stored, const Wanted *wanted, bool *changed, GError **error)
{
    return wanted->record->document ? item_update(booking, stored, wanted, true, changed, error)
                                    : item_listed(booking, stored, wanted, changed, error);
}

/* One that the book may know; *fresh when it did not. */
static bool item_follow(Booking *booking, const Wanted *wanted, GHashTable *seen, gint64 *id, bool *fresh,
                        bool *changed, GError **error)
{
    g_autoptr(GPtrArray) terms = terms_read(booking->store, wanted->customer_id, wanted->record, error);
    if (terms == NULL)
        return false;
    Stored *stored = term_find(terms, wanted->record, seen);
    *fresh = stored == NULL;
    if (*fresh)
        return item_insert(booking, wanted, (int)terms->len + 1, id, error);
    *id = stored->id;
    return item_known(booking, stored, wanted, changed, error);
}

bool item_book(Booking *booking, const ItemRecord *given, GHashTable *seen, bool *changed, GError **error)
{
    const ItemRecord *record = given;
    g_auto(Document) document = {.ours = true};
    if (!has_kind(record->kind)) {
        booking_problem(booking, record->line, _("This is neither an invoice, a credit note nor a payment."),
                        record->number);
        return true;
    }
    if (given->document || *given->customer.number == '\0') {
        if (!document_read(booking, given, &document, error))
            return false;
        record = &document.record;
    }
    if (!document.ours)
        return true;
    g_auto(Wanted) wanted = {.record = record};
    if (!customer_book(booking, &record->customer, &wanted.customer_id, changed, error))
        return false;
    wanted_complete(booking, &wanted);
    gint64 id = 0;
    if (booking->load == LOAD_WHOLE && !item_insert(booking, &wanted, 1, &id, error))
        return false;
    bool fresh = id != 0;
    if (id == 0 && !item_follow(booking, &wanted, seen, &id, &fresh, changed, error))
        return false;
    see(seen, id);
    *changed |= fresh;
    return item_facts_book(booking, id, record, fresh, changed, error);
}

/* Marks what the record names, writes nothing. */
bool item_see(Booking *booking, const ItemRecord *record, GHashTable *seen, GError **error)
{
    gint64 customer_id;
    if (!store_value(booking->store, "SELECT id FROM customer WHERE number = :number",
                     BINDS(TEXT("number", record->customer.number)), 0, &customer_id, error))
        return false;
    g_autoptr(GPtrArray) terms = terms_read(booking->store, customer_id, record, error);
    if (terms == NULL)
        return false;
    const Stored *stored = term_find(terms, record, seen);
    if (stored != NULL)
        see(seen, stored->id);
    return true;
}

/* --- A full list ---------------------------------------------------------------------------------------- */

typedef struct {
    gint64 id;
    bool open;
    Cents ledger_open;
} Absent;

/* An invoice that no list has named yet is missing only from a list that knows later ones: today's list may have been
 * made before today's invoices. */
static GArray *absent_read(Booking *booking, GHashTable *seen, GError **error)
{
    g_autoptr(GArray) absent = g_array_new(FALSE, FALSE, sizeof(Absent));
    g_autoptr(Query) query =
        store_query(booking->store,
                    "SELECT id, state, ledger_open FROM item WHERE import_id IS NOT NULL"
                    " AND (state = 'open' OR (state = 'closed' AND ledger_open <> 0))"
                    " AND (listed IS NOT NULL OR coalesce(issued, due) <"
                    "   (SELECT max(issued) FROM item WHERE kind = 'invoice' AND listed IS NOT NULL))"
                    " ORDER BY customer_id, due, id",
                    NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        Absent one = {query_integer(query, "id"), strcmp(query_text(query, "state"), "open") == 0,
                      query_integer(query, "ledger_open")};
        if (!is_seen(seen, one.id))
            g_array_append_val(absent, one);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&absent) : NULL;
}

bool items_missing(Booking *booking, GHashTable *seen, GError **error)
{
    g_autoptr(GArray) absent = absent_read(booking, seen, error);
    if (absent == NULL)
        return false;
    for (guint i = 0; i < absent->len; i++) {
        const Absent *one = &g_array_index(absent, Absent, i);
        if (one->open)
            g_array_append_val(booking->summary->missing_items, one->id);
        else if (!item_ledger_move(booking, one->id, one->ledger_open, 0, booking->today, error))
            return false;
    }
    return true;
}

/* An item that was paid or marked meanwhile stays as it is. */
static bool item_mark_gone(Booking *booking, gint64 id, Day day, GError **error)
{
    gint64 ledger_open, open;
    if (!store_value(booking->store, "SELECT ledger_open FROM item WHERE id = :id", BINDS(INTEGER("id", id)), 0,
                     &ledger_open, error) ||
        !store_value(booking->store, "SELECT count(*) AS n FROM item WHERE id = :id AND state = 'open'",
                     BINDS(INTEGER("id", id)), 0, &open, error))
        return false;
    return open == 0 ||
           (item_ledger_move(booking, id, ledger_open, 0, day, error) && item_absorb_all(booking, id, day, error) &&
            store_run(booking->store, "UPDATE item SET state = 'gone', closed_day = :day WHERE id = :id",
                      BINDS(INTEGER("id", id), DAY("day", day)), error));
}

bool items_mark_gone(Ledger *ledger, const GArray *item_ids, Day day, const BookingOptions *options, GError **error)
{
    g_autoptr(ImportSummary) summary = import_summary_new();
    Booking booking;
    booking_start(&booking, ledger, options, summary);
    bool done = true;
    for (guint i = 0; done && i < item_ids->len; i++) {
        done = work_begin(&booking, error) &&
               item_mark_gone(&booking, g_array_index(item_ids, gint64, i), day, error) &&
               (++booking.rows < BOOKING_ROWS || work_finish(&booking, error));
    }
    done = done && work_finish(&booking, error);
    booking_end(&booking);
    return done;
}

/* --- Shown before they are called gone ------------------------------------------------------------------ */

static bool item_words_append(Store *store, gint64 item_id, GString *words, GError **error)
{
    g_autoptr(Query) query = store_query(store,
                                         "SELECT i.number, i.open, i.currency, c.number AS customer, c.name"
                                         " FROM item i JOIN customer c ON c.id = i.customer_id WHERE i.id = :item",
                                         BINDS(INTEGER("item", item_id)), error);
    if (query != NULL && query_next(query)) {
        g_autofree char *open = money_text_currency(query_integer(query, "open"), query_text(query, "currency"));
        g_string_append_printf(words, "  %s  %s %s  %s\n", query_text(query, "number"), query_text(query, "customer"),
                               query_text(query, "name"), open);
    }
    return query != NULL && query_finish(query, error);
}

char *items_words(Ledger *ledger, const GArray *item_ids, guint most, GError **error)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < MIN(item_ids->len, most); i++)
        if (!item_words_append(ledger->store, g_array_index(item_ids, gint64, i), words, error))
            return NULL;
    if (item_ids->len > most)
        g_string_append_printf(words, _("  and %u more\n"), item_ids->len - most);
    return g_string_free(g_steal_pointer(&words), FALSE);
}
