/* Peeters with a letter planned for today, what is due, and sending it: for the tests of reminders. */
#pragma once
#include "desk/cadence_effect.h"
#include "desk/check.h"
#include "desk/outbox.h"
#include "desk/outcome.h"
#include "desk/queue.h"
#include "desk/reminders.h"
#include "desk/way.h"
#include "desk_book.h"

static inline GPtrArray *due(Book *book)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *list = reminders_due(book->desk, &(ReminderOptions){.everybody = true}, &error);
    g_assert_no_error(error);
    return list;
}

static inline void check_due(Book *book, guint count)
{
    g_autoptr(GPtrArray) list = due(book);
    g_assert_cmpuint(list->len, ==, count);
}

static inline Queue *queue(Book *book)
{
    g_autoptr(GError) error = NULL;
    Queue *loaded = queue_load(book->desk, &(QueueOptions){.everybody = true}, &error);
    g_assert_no_error(error);
    return loaded;
}

static inline void ensure(Book *book, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    book_begin(book);
    good(touchpoint_ensure(book->desk, customer_id, 0, &error), error);
    book_commit(book);
}

static inline gint64 planned(Book *book, gint64 customer_id, const char *reason, Day day)
{
    return book_insert(book,
                       "INSERT INTO touchpoint (customer_id, reason, day) VALUES (:customer, :reason, :day)"
                       " RETURNING id",
                       BINDS(INTEGER("customer", customer_id), TEXT("reason", reason), DAY("day", day)));
}

/* Peeters, three invoices late, with a letter planned for today, and a house that can write letters. */
static inline gint64 peeters(Book *book)
{
    gint64 id = book_peeters(book);
    planned(book, id, "friendly_letter", clock_today());
    return id;
}

static inline RemindersSent send(Book *book, gint64 customer_id, ReminderCheck check)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    RemindersSent sent = {0};
    g_array_append_val(ids, customer_id);
    good(reminders_send(book->desk, ids, check, NULL, &sent, &error), error);
    return sent;
}

/* Nobody falls off the list. */
static inline void sound(Book *book)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = check_run(book->desk, false, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (finding->fault && g_str_equal(finding->area, "contacts"))
            g_error("%s", finding->sentence);
    }
}

static inline void test_start(Book *book, gconstpointer data)
{
    (void)data;
    book_start(book);
}

static inline void test_end(Book *book, gconstpointer data)
{
    (void)data;
    book_end(book);
}

static inline char *unwritable(Desk *desk, const Reminder *reminder, void *data)
{
    (void)desk, (void)reminder, (void)data;
    return g_strdup("no company number");
}

typedef struct {
    const char *name;
    void (*test)(Book *book, gconstpointer data);
    const char *data;
} ReminderTest;

static inline int reminders_run(const char *suite, const ReminderTest *tests, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s", suite, tests[i].name);
        g_test_add(path, Book, tests[i].data, test_start, tests[i].test, test_end);
    }
    return g_test_run();
}
