/* Calls on record, for the tests of reports and overviews: an event with its summary, a promise, a next contact. */
#pragma once
#include "desk/event.h"
#include "desk/touchpoint.h"
#include "desk_book.h"
#include "ledger/account.h"

/* Makes of a customer what booking leaves: to be found, and with a contact planned. */
static inline void book_planned(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    book_begin(book);
    good(search_text_refresh(book->desk->store, customer_id, &error), error);
    good(touchpoint_ensure(book->desk, customer_id, 0, &error), error);
    book_commit(book);
}

/* After a test that logged: the chain of events is whole. */
static inline void book_end_verified(Book *book)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *head = NULL;
    good(event_verify(book->desk->store, findings, &head, &error), error);
    g_assert_cmpuint(findings->len, ==, 0);
    book_end(book);
}

typedef struct {
    const char *outcome, *summary, *note; /* NULL none; outcome NULL: a call left without one */
    Cents amount;
    int seconds;
    const char *agent; /* NULL: the desk's own */
} Call;

static inline gint64 book_agent(Book *book, const char *name)
{
    book_run(book, "INSERT INTO agent (name) VALUES (:name) ON CONFLICT (name) DO NOTHING", BINDS(TEXT("name", name)));
    g_autofree char *sql = g_strdup_printf("SELECT id FROM agent WHERE name = '%s'", name);
    return book_number(book, sql);
}

static inline gint64 book_call(Book *book, gint64 customer_id, const Call *call)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    const EventAnswer answers[] = {{"summary", call->summary != NULL ? call->summary : "", ""},
                                   {"note", call->note != NULL ? call->note : "", ""}};
    const EventFacts facts = {.op = op,
                              .kind = "call",
                              .outcome = call->outcome,
                              .customer_id = customer_id,
                              .duration = call->seconds,
                              .amount = call->amount,
                              .answers = answers,
                              .answer_count = G_N_ELEMENTS(answers)};
    gint64 id = 0, me = book->desk->agent_id;
    if (call->agent != NULL)
        book->desk->agent_id = book_agent(book, call->agent);
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_commit(book);
    book->desk->agent_id = me;
    return id;
}

static inline gint64 book_plan(Book *book, gint64 customer_id, gint64 event_id, const char *reason, Moment when,
                               bool timed)
{
    g_autoptr(GError) error = NULL;
    gint64 id = 0;
    const Touchpoint wanted = {.customer_id = customer_id, .reason = (char *)reason, .when = when, .timed = timed};
    book_begin(book);
    good(touchpoint_plan(book->desk, &wanted, event_id, &id, &error), error);
    book_commit(book);
    return id;
}

static inline gint64 book_promise(Book *book, gint64 event_id, gint64 customer_id, gint64 item_id, Day due,
                                  Cents amount)
{
    gint64 id = book_insert(book,
                            "INSERT INTO promise (event_id, customer_id, position, kind, made, due, deadline, amount,"
                            " currency) SELECT id, :customer, 0, 'promise', day, :due, :due, :amount, 'EUR' FROM event"
                            " WHERE id = :event RETURNING id",
                            BINDS(INTEGER("event", event_id), INTEGER("customer", customer_id), DAY("due", due),
                                  INTEGER("amount", amount)));
    book_run(book, "INSERT INTO promise_item (promise_id, position, item_id, amount) VALUES (:id, 0, :item, :amount)",
             BINDS(INTEGER("id", id), INTEGER("item", item_id), INTEGER("amount", amount)));
    return id;
}

static inline void book_undo(Book *book, gint64 event_id, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    const EventFacts facts = {.op = op, .kind = "undo", .customer_id = customer_id, .undoes = event_id};
    gint64 id = 0;
    book_begin(book);
    good(event_append(book->desk, &facts, &id, &error), error);
    book_commit(book);
}
