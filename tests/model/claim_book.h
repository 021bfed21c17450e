/* A small book for the tests of claims: customers of each country and kind, letters that left, money, disputes. */
#pragma once
#include "desk/claim.h"
#include "desk_book.h"

typedef struct {
    Book book;
    gint64 customer;
} ClaimBook;

static inline void claim_book_start(ClaimBook *claims)
{
    book_start(&claims->book);
    claims->customer = book_customer(&claims->book, "10482", "Bakkerij Peeters");
}

static inline void debtor_is(ClaimBook *claims, const char *country, const char *kind)
{
    book_run(&claims->book, "UPDATE customer SET country = :country, kind = :kind WHERE id = :id",
             BINDS(TEXT("country", country), TEXT("kind", kind), INTEGER("id", claims->customer)));
}

static inline void house_says(ClaimBook *claims, const char *key, const char *value)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(claims->book.desk->settings, "charges", key, value, &error), error);
}

static inline gint64 invoice_add(ClaimBook *claims, const char *number, const char *due, Cents amount)
{
    return book_item(&claims->book, claims->customer, number, "2025-09-01", due, amount);
}

static inline gint64 event_add(ClaimBook *claims, const char *kind)
{
    return book_insert(&claims->book,
                       "INSERT INTO event (id, op, kind, customer_id, agent_id, day, minute, utc, content, hash)"
                       " SELECT coalesce(max(id), 0) + 1, 'op ' || (coalesce(max(id), 0) + 1), :kind, :customer,"
                       " :agent, 0, 0, 0, '', '' FROM event RETURNING id",
                       BINDS(TEXT("kind", kind), INTEGER("customer", claims->customer),
                             INTEGER("agent", claims->book.desk->agent_id)));
}

/* At noon of the day. */
static inline void letter_left(ClaimBook *claims, const char *document, const char *channel, const char *day,
                               const char *items)
{
    gint64 utc = (gint64)iso(day).number * 86400 + 43200;
    book_run(
        &claims->book,
        "INSERT INTO outbox (event_id, customer_id, document, channel, language, items, ready_utc, state, sent_utc)"
        " VALUES (:event, :customer, :document, :channel, 'nl', :items, :utc, 'sent', :utc)",
        BINDS(INTEGER("event", event_add(claims, "letter")), INTEGER("customer", claims->customer),
              TEXT("document", document), TEXT("channel", channel), TEXT("items", items), INTEGER("utc", utc)));
}

/* Money of that day, set against the invoice. */
static inline void money_came(ClaimBook *claims, gint64 item, const char *day, Cents amount)
{
    g_autoptr(GError) error = NULL;
    Now now = clock_now();
    g_autofree char *then = g_strconcat(day, "T12:00", NULL);
    g_autofree char *today = day_iso(now.day), *back = g_strconcat(today, "T14:07", NULL);
    good(clock_fix(then, &error), error);
    book_payment(&claims->book, item, amount, "");
    good(clock_fix(back, &error), error);
}

static inline gint64 promise_made(ClaimBook *claims, gint64 item, const char *made, const char *due, Cents amount)
{
    gint64 event = event_add(claims, "call");
    gint64 id =
        book_insert(&claims->book,
                    "INSERT INTO promise (event_id, customer_id, position, kind, made, due, deadline, amount, currency)"
                    " VALUES (:event, :customer, 0, 'promise', :made, :due, :due + 1, :amount, 'EUR') RETURNING id",
                    BINDS(INTEGER("event", event), INTEGER("customer", claims->customer), DAY("made", iso(made)),
                          DAY("due", iso(due)), INTEGER("amount", amount)));
    book_run(&claims->book,
             "INSERT INTO promise_item (promise_id, position, item_id, amount) VALUES (:id, 0, :item, :amount)",
             BINDS(INTEGER("id", id), INTEGER("item", item), INTEGER("amount", amount)));
    return event;
}

static inline gint64 dispute_add(ClaimBook *claims, gint64 item, Cents amount)
{
    return book_insert(&claims->book,
                       "INSERT INTO dispute (event_id, customer_id, item_id, amount, currency, reason, what, deadline)"
                       " VALUES (:event, :customer, :item, :amount, 'EUR', 'price', 'price', 30000) RETURNING id",
                       BINDS(INTEGER("event", event_add(claims, "call")), INTEGER("customer", claims->customer),
                             INTEGER("item", item), INTEGER("amount", amount)));
}

static inline void dispute_ended(ClaimBook *claims, gint64 dispute)
{
    book_run(&claims->book, "INSERT INTO dispute_end (dispute_id, event_id, how) VALUES (:dispute, :event, 'rejected')",
             BINDS(INTEGER("dispute", dispute), INTEGER("event", event_add(claims, "call"))));
}

static inline Claim *claim_of(ClaimBook *claims, const char *day)
{
    g_autoptr(GError) error = NULL;
    const ClaimQuestion question = {.customer_id = claims->customer, .day = iso(day), .promises = true};
    Claim *claim = claim_load(claims->book.desk, &question, &error);
    g_assert_no_error(error);
    return claim;
}

static inline const ClaimInvoice *invoice_at(const Claim *claim, guint index)
{
    g_assert_cmpuint(index, <, claim->invoices->len);
    return g_ptr_array_index(claim->invoices, index);
}

static inline const ClaimTotal *total_at(const Claim *claim, guint index)
{
    g_assert_cmpuint(index, <, claim->totals->len);
    return &g_array_index(claim->totals, ClaimTotal, index);
}
