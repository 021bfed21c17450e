/* A small book for the tests of the desk: a fresh database of the real schema in a folder of its own, a fixed
 * clock, and the shipped data. */
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "desk/desk.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    Desk *desk;
} Book;

static inline void good(bool done, GError *error)
{
    g_assert_no_error(error);
    g_assert_true(done);
}

static inline void book_begin(Book *book)
{
    g_autoptr(GError) error = NULL;
    good(store_begin(book->desk->store, &error), error);
}

static inline void book_commit(Book *book)
{
    g_autoptr(GError) error = NULL;
    good(store_commit(book->desk->store, &error), error);
}

static inline void book_run(Book *book, const char *sql, const Bind *binds, size_t count)
{
    g_autoptr(GError) error = NULL;
    bool own = !store_in_transaction(book->desk->store);
    if (own)
        book_begin(book);
    good(store_run(book->desk->store, sql, binds, count, &error), error);
    if (own)
        book_commit(book);
}

static inline gint64 book_insert(Book *book, const char *sql, const Bind *binds, size_t count)
{
    gint64 id = 0;
    g_autoptr(GError) error = NULL;
    bool own = !store_in_transaction(book->desk->store);
    if (own)
        book_begin(book);
    good(store_insert(book->desk->store, sql, binds, count, &id, &error), error);
    if (own)
        book_commit(book);
    return id;
}

static inline gint64 book_number(Book *book, const char *sql)
{
    gint64 value = 0;
    g_autoptr(GError) error = NULL;
    good(store_value(book->desk->store, sql, NO_BINDS, G_MININT64, &value, &error), error);
    return value;
}

static inline char *book_text(Book *book, const char *sql)
{
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    good(store_text(book->desk->store, sql, NO_BINDS, &text, &error), error);
    return text;
}

static inline void folder_remove(const char *path)
{
    GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        folder_remove(child);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_remove(path);
}

/* A desk with nothing but its database: what the record and the drafts need. */
static inline void book_start_bare(Book *book)
{
    g_autoptr(GError) error = NULL;
    book->folder = g_dir_make_tmp("belronde-desk-XXXXXX", NULL);
    g_setenv("XDG_STATE_HOME", book->folder, TRUE);
    good(clock_fix("2026-02-24T14:07", &error), error);
    book->desk = g_new0(Desk, 1);
    g_autofree char *path = g_build_filename(book->folder, "desk.db", NULL);
    book->desk->store = store_open(path, STORE_CREATE, &error);
    g_assert_no_error(error);
    book->desk->agent = g_strdup("an");
    book->desk->zone = g_strdup("Europe/Brussels");
    book->desk->agent_id = book_insert(book, "INSERT INTO agent (name) VALUES ('an') RETURNING id", NO_BINDS);
}

static inline void book_end_bare(Book *book)
{
    store_close(book->desk->store);
    g_free(book->desk->agent);
    g_free(book->desk->zone);
    g_free(book->desk);
    folder_remove(book->folder);
    g_free(book->folder);
    clock_release();
}

/* --- The whole desk on the shipped data --------------------------------------------------------------- */

static inline void book_start(Book *book)
{
    g_autoptr(GError) error = NULL;
    book->folder = g_dir_make_tmp("belronde-desk-XXXXXX", NULL);
    static const char *const homes[] = {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"};
    for (size_t i = 0; i < G_N_ELEMENTS(homes); i++)
        g_setenv(homes[i], book->folder, TRUE);
    good(clock_fix("2026-02-24T14:07", &error), error);
    g_autofree char *path = g_build_filename(book->folder, "desk.db", NULL);
    book->desk =
        desk_open(&(DeskOptions){.database = path, .agent = "an", .language = "en", .mode = STORE_CREATE}, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < book->desk->notices->len; i++)
        g_error("notice at start: %s", (char *)g_ptr_array_index(book->desk->notices, i));
}

static inline void book_end(Book *book)
{
    desk_close(book->desk);
    folder_remove(book->folder);
    g_free(book->folder);
    clock_release();
}

static inline Day iso(const char *text)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(text, &day));
    return day;
}

static inline gint64 book_customer(Book *book, const char *number, const char *name)
{
    return book_insert(
        book,
        "INSERT INTO customer (number, name, kind, class, since) VALUES (:number, :name, 'business', 'B', 20000)"
        " RETURNING id",
        BINDS(TEXT("number", number), TEXT("name", name)));
}

static inline gint64 book_contact(Book *book, gint64 customer_id, const char *name, const char *role, const char *phone)
{
    gint64 id = book_insert(book,
                            "INSERT INTO contact (customer_id, position, name, role, email)"
                            " SELECT :customer, count(*), :name, :role, 'books@peeters.example' FROM contact"
                            " WHERE customer_id = :customer RETURNING id",
                            BINDS(INTEGER("customer", customer_id), TEXT("name", name), TEXT("role", role)));
    book_run(book, "INSERT INTO phone (contact_id, position, raw, e164) VALUES (:contact, 0, :raw, :raw)",
             BINDS(INTEGER("contact", id), TEXT("raw", phone)));
    return id;
}

static inline gint64 book_item(Book *book, gint64 customer_id, const char *number, const char *issued, const char *due,
                               Cents amount)
{
    return book_insert(
        book,
        "INSERT INTO item (customer_id, kind, number, issued, due, currency, amount, ledger_open, open)"
        " VALUES (:customer, :kind, :number, :issued, :due, 'EUR', :amount, :amount, :amount) RETURNING id",
        BINDS(INTEGER("customer", customer_id), TEXT("kind", amount < 0 ? "credit_note" : "invoice"),
              TEXT("number", number), DAY("issued", iso(issued)), DAY("due", iso(due)), INTEGER("amount", amount)));
}

/* Bakkerij Peeters of the frames: three open invoices, € 4.852,60, an older one paid, two people. */
static inline gint64 book_peeters(Book *book)
{
    gint64 id = book_customer(book, "10418", "Bakkerij Peeters BV");
    book_contact(book, id, "An Wils", "accounts", "+3252441809");
    book_contact(book, id, "Luc Peeters", "owner", "+3252441807");
    gint64 paid = book_item(book, id, "2025-0988", "2025-09-15", "2025-10-15", 90000);
    book_run(book, "UPDATE item SET open = 0, ledger_open = 0, state = 'closed', closed_day = :day WHERE id = :id",
             BINDS(DAY("day", iso("2025-11-20")), INTEGER("id", paid)));
    book_item(book, id, "2025-1312", "2025-12-08", "2026-01-07", 185000);
    book_item(book, id, "2025-1355", "2025-12-22", "2026-01-21", 149260);
    book_item(book, id, "2026-0041", "2026-01-12", "2026-02-11", 151000);
    return id;
}

/* A bank line as booking leaves it: matched to one item, which is lowered; a negative amount takes money back. */
static inline gint64 book_payment(Book *book, gint64 item_id, Cents amount, const char *reason)
{
    static int made;
    Day today = clock_today();
    g_autofree char *key = g_strdup_printf("test %d", ++made);
    bool back = amount < 0;
    gint64 import_id = book_insert(book,
                                   "INSERT INTO import (file, sha256, kind, day, minute, utc, agent_id) VALUES "
                                   "('bank', :key, 'csv', :day, 0, 0, :agent)"
                                   " RETURNING id",
                                   BINDS(TEXT("key", key), DAY("day", today), INTEGER("agent", book->desk->agent_id)));
    gint64 statement = book_insert(book,
                                   "INSERT INTO statement (import_id, account, number, last_day)"
                                   " VALUES (:import, 'BE', :key, :day) RETURNING id",
                                   BINDS(INTEGER("import", import_id), TEXT("key", key), DAY("day", today)));
    gint64 payment = book_insert(
        book,
        "INSERT INTO payment (statement_id, fingerprint, day, value_day, amount, currency, reversal, return_reason,"
        " imported_day) VALUES (:statement, :key, :day, :day, :amount, 'EUR', :back, :reason, :day) RETURNING id",
        BINDS(INTEGER("statement", statement), TEXT("key", key), DAY("day", today), INTEGER("amount", amount),
              INTEGER("back", back), TEXT("reason", reason)));
    book_run(book,
             "INSERT INTO payment_match (payment_id, state, step, score, customer_id, allocated)"
             " SELECT :payment, :state, 'reference', 100, customer_id, :amount FROM item WHERE id = :item",
             BINDS(INTEGER("payment", payment), TEXT("state", back ? "reversal" : "matched"), INTEGER("amount", amount),
                   INTEGER("item", item_id)));
    book_run(
        book,
        "INSERT INTO allocation (payment_id, item_id, amount, day, after_event)"
        " SELECT :payment, :item, :amount, :day, coalesce(max(id), 0) FROM event",
        BINDS(INTEGER("payment", payment), INTEGER("item", item_id), INTEGER("amount", amount), DAY("day", today)));
    book_run(
        book,
        "UPDATE item SET open = open - :amount, state = CASE WHEN open - :amount = 0 THEN 'closed' ELSE 'open' END,"
        " closed_day = CASE WHEN open - :amount = 0 THEN :day END WHERE id = :item",
        BINDS(INTEGER("amount", amount), DAY("day", today), INTEGER("item", item_id)));
    return payment;
}

/* --- What must come back by undo ---------------------------------------------------------------------- */

static inline void state_rows(Book *book, GString *state, const char *sql)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Query) query = store_query(book->desk->store, sql, NO_BINDS, &error);
    g_assert_no_error(error);
    while (query_next(query))
        g_string_append_printf(state, "%s\n", query_text(query, "line"));
    good(query_finish(query, &error), error);
}

/* Everything a verb moves, as it counts now: what is planned, promised, disputed, waiting; people and numbers. */
static inline char *book_state(Book *book)
{
    static const char *const lists[] = {
        "SELECT 'touchpoint ' || id || ' ' || customer_id || ' ' || reason || ' ' || day || ' ' || coalesce(minute, "
        "-1) || ' '"
        " || timed || ' ' || detail || ' ' || owner || ' ' || coalesce(promise_id, 0) || ' ' || coalesce(dispute_id, "
        "0) || ' '"
        " || coalesce(skipped_day, -1) AS line FROM touchpoint WHERE closed_event IS NULL ORDER BY id",
        "SELECT 'promise ' || p.id || ' ' || p.amount || ' ' || p.due AS line FROM promise p"
        " WHERE NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = p.event_id)"
        " AND NOT EXISTS (SELECT 1 FROM promise_end x WHERE x.promise_id = p.id"
        "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = x.event_id)) ORDER BY p.id",
        "SELECT 'dispute ' || d.id || ' ' || d.amount AS line FROM dispute d"
        " WHERE NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = d.event_id)"
        " AND NOT EXISTS (SELECT 1 FROM dispute_end x WHERE x.dispute_id = d.id"
        "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = x.event_id)) ORDER BY d.id",
        "SELECT 'outbox ' || id || ' ' || document || ' ' || recipient AS line FROM outbox WHERE state = 'waiting' "
        "ORDER BY id",
        "SELECT 'contact ' || id || ' ' || name || ' ' || coalesce(absent_until, -1) || ' ' || deputy || ' ' || edited "
        "AS line"
        " FROM contact ORDER BY id",
        "SELECT 'phone ' || id || ' ' || contact_id || ' ' || position || ' ' || raw || ' ' || coalesce(wrong_since, "
        "-1)"
        " AS line FROM phone ORDER BY id",
        "SELECT 'customer ' || id || ' ' || coalesce(not_callable, '-') || ' ' || stop_supply || prepay AS line FROM "
        "customer ORDER BY id",
        "SELECT 'hold ' || h.id || ' ' || h.kind || ' ' || h.holds || ' ' || h.from_day AS line FROM hold h"
        " WHERE NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = h.event_id) ORDER BY h.id",
        "SELECT 'search ' || customer_id || ' ' || text AS line FROM search_text ORDER BY customer_id",
    };
    GString *state = g_string_new("");
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        state_rows(book, state, lists[i]);
    return g_string_free(state, FALSE);
}
