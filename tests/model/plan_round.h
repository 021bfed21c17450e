/* A payment plan of Bakkerij Peeters: looking at it, and what people do with it.  Clock: Tuesday 24 February 2026; he
 * owes 4.852,60 on three invoices, all late. */
#pragma once
#include "desk/check.h"
#include "desk/claim.h"
#include "desk/outbox.h"
#include "desk/plan.h"
#include "desk/queue.h"
#include "outcome_round.h"

#define THREE "parts=3|first=27/02|every=week"

/* --- Looking ----------------------------------------------------------------------------------------------- */

static inline GPtrArray *plans(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) promises = desk_promises(round->book.desk, round->peeters, &error);
    g_assert_no_error(error);
    GPtrArray *list = plans_of(round->book.desk, round->peeters, promises, &error);
    g_assert_no_error(error);
    return list;
}

static inline void newest_is(Round *round, const char *state, int kept, int missed)
{
    g_autoptr(GPtrArray) list = plans(round);
    g_assert_cmpuint(list->len, >, 0);
    const Plan *plan = g_ptr_array_index(list, 0);
    g_assert_cmpstr(PLAN_STATE_SLUGS[plan->state], ==, state);
    g_assert_cmpint(plan->kept, ==, kept);
    g_assert_cmpint(plan->missed, ==, missed);
}

static inline void day_is(const char *day)
{
    g_autoptr(GError) error = NULL;
    good(clock_fix(day, &error), error);
}

static inline Cents ask(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) lines = money_lines(round->book.desk->store, round->peeters, clock_today(), &error);
    g_assert_no_error(error);
    return g_array_index(lines, MoneyLine, 0).ask;
}

/* What the outbox says of the agreement. */
static inline void letter_is(Round *round, const char *state)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = outbox_load(round->book.desk, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(list->len, >, 0);
    const OutboxRow *row = g_ptr_array_index(list, 0);
    g_assert_cmpstr(row->document, ==, "agreement");
    g_assert_cmpstr(OUTBOX_STATE_SLUGS[row->state], ==, state);
}

static inline guint letters_due(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) due = outbox_due(round->book.desk, &error);
    g_assert_no_error(error);
    return due->len;
}

static inline void sound(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) findings = check_run(round->book.desk, false, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (finding->fault)
            g_error("%s: %s", finding->area, finding->sentence);
    }
}

/* --- Talking ----------------------------------------------------------------------------------------------- */

static inline void agent_is(Round *round, const char *name)
{
    Desk *desk = round->book.desk;
    g_autofree char *sql = g_strdup_printf("SELECT id FROM agent WHERE name = '%s'", name);
    g_free(desk->agent);
    desk->agent = g_strdup(name);
    desk->agent_id = book_number(&round->book, sql);
}

static inline void approval_above(Round *round, const char *amount)
{
    g_autoptr(GError) error = NULL;
    good(settings_set(round->book.desk->settings, "plans", "approval_above", amount, &error), error);
}

static inline void refused_with(Round *round, const char *outcome, const char *typed, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book), *op = store_operation_id();
    OutcomeDone done = {0};
    g_assert_false(say_to(round, round->peeters, outcome, typed, op, &done, &error));
    g_assert_nonnull(error);
    if (strstr(error->message, words) == NULL)
        g_error("“%s” does not say “%s”", error->message, words);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
}

static inline void pay(Round *round, const char *number, Cents amount)
{
    g_autofree char *sql = g_strdup_printf("SELECT id FROM item WHERE number = '%s'", number);
    book_payment(&round->book, book_number(&round->book, sql), amount, "");
}
