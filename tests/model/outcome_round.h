/* Outcomes through the form as the screen fills it, and what to look at afterwards: what is planned, what is recorded,
 * what may be asked for.  Clock: Tuesday 24 February 2026, 14:07; the book is that of the frames. */
#pragma once
#include "desk/outcome.h"
#include "desk_calls.h"

typedef struct {
    Book book;
    gint64 peeters, luc, an;
} Round;

static inline void start(Round *round, gconstpointer data)
{
    (void)data;
    book_start(&round->book);
    round->peeters = book_peeters(&round->book);
    book_run(&round->book, "INSERT INTO agent (name, role) VALUES ('tom', 'agent'), ('els', 'supervisor')", NO_BINDS);
    round->an = book_number(&round->book, "SELECT id FROM contact WHERE name = 'An Wils'");
    round->luc = book_number(&round->book, "SELECT id FROM contact WHERE name = 'Luc Peeters'");
    book_planned(&round->book, round->peeters);
}

static inline void end(Round *round, gconstpointer data)
{
    (void)data;
    book_end_verified(&round->book);
}

/* Two pictures of the book must be one; only the lines that differ are shown. */
static inline void same_state(const char *after, const char *before)
{
    g_auto(GStrv) now = g_strsplit(after, "\n", -1), then = g_strsplit(before, "\n", -1);
    for (char **line = now; *line != NULL; line++)
        if (!g_strv_contains((const char *const *)then, *line))
            g_printerr("now:  %s\n", *line);
    for (char **line = then; *line != NULL; line++)
        if (!g_strv_contains((const char *const *)now, *line))
            g_printerr("then: %s\n", *line);
    g_assert_true(strcmp(after, before) == 0);
}

/* --- Talking ----------------------------------------------------------------------------------------- */

/* "amount=100,00|by=fr" typed into the form, the rest as suggested. */
static inline bool type_into(Form *form, const char *typed, GError **error)
{
    g_auto(GStrv) fields = g_strsplit(typed, "|", -1);
    for (char **field = fields; *field != NULL && **field != '\0'; field++) {
        char *value = strchr(*field, '=');
        *value = '\0';
        if (!form_set_named(form, *field, value + 1, error))
            return false;
    }
    return true;
}

static inline bool say_to(Round *round, gint64 customer_id, const char *outcome, const char *typed, const char *op,
                          OutcomeDone *done, GError **error)
{
    g_autoptr(Card) card = card_load(round->book.desk, customer_id, error);
    g_assert_nonnull(card);
    g_autoptr(Form) form =
        form_new(round->book.desk, card, playbook_outcome(round->book.desk->playbook, outcome), error);
    g_assert_nonnull(form);
    if (!type_into(form, typed, error))
        return false;
    const OutcomeCall call = {.op = op, .duration = 120, .contact_id = round->an, .note = "said so"};
    return outcome_log(round->book.desk, form, &call, done, error);
}

static inline void say(Round *round, const char *outcome, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id();
    OutcomeDone done = {0};
    good(say_to(round, round->peeters, outcome, typed, op, &done, &error), error);
    g_assert_cmpint(done.event_id, >, 0);
    g_assert_true(g_str_has_prefix(done.toast, "Logged: Bakkerij Peeters BV: "));
    outcome_done_clear(&done);
}

static inline void refused(Round *round, const char *outcome, const char *typed)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *before = book_state(&round->book), *op = store_operation_id();
    gint64 events = book_number(&round->book, "SELECT count(*) FROM event");
    OutcomeDone done = {0};
    g_assert_false(say_to(round, round->peeters, outcome, typed, op, &done, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_autofree char *after = book_state(&round->book);
    same_state(after, before);
    g_assert_cmpint(book_number(&round->book, "SELECT count(*) FROM event"), ==, events);
}

/* --- Looking ----------------------------------------------------------------------------------------- */

/* "promise 2026-03-02 09:30; dispute 2026-03-02 tom": what is planned, earliest first. */
static inline char *planned(Round *round, gint64 customer_id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = touchpoints_of(round->book.desk, customer_id, &error);
    g_assert_no_error(error);
    GString *text = g_string_new("");
    for (guint i = 0; i < list->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(list, i);
        g_autofree char *day = day_iso(touchpoint->when.day), *minute = minute_text(touchpoint->when.minute);
        g_string_append_printf(text, "%s%s %s%s%s%s%s%s", i == 0 ? "" : "; ", touchpoint->reason, day,
                               *minute != '\0' ? " " : "", minute, touchpoint->timed ? " rings" : "",
                               *touchpoint->owner != '\0' ? " " : "", touchpoint->owner);
    }
    return g_string_free(text, FALSE);
}

static inline void planned_is(Round *round, const char *expected)
{
    g_autofree char *text = planned(round, round->peeters);
    g_assert_cmpstr(text, ==, expected);
}

static inline char *rows(Round *round, const char *sql)
{
    GString *text = g_string_new("");
    state_rows(&round->book, text, sql);
    return g_string_free(text, FALSE);
}

static inline void rows_are(Round *round, const char *sql, const char *expected)
{
    g_autofree char *text = rows(round, sql);
    g_assert_cmpstr(text, ==, expected);
}

static inline void money_is(Round *round, Cents open, Cents promised, Cents disputed)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) lines = money_lines(round->book.desk->store, round->peeters, clock_today(), &error);
    g_assert_no_error(error);
    const MoneyLine *line = &g_array_index(lines, MoneyLine, 0);
    g_assert_cmpint(line->open, ==, open);
    g_assert_cmpint(line->promised, ==, promised);
    g_assert_cmpint(line->disputed, ==, disputed);
}

#define PROMISES                                                                                                       \
    "SELECT p.kind || ' ' || p.amount || ' due ' || (p.due - 20508) || ' deadline ' || (p.deadline - 20508) || ' '"    \
    " || p.method || p.cheque_number AS line FROM promise p ORDER BY p.id"
/* Day 20508 is Tuesday 24 February 2026: the rows count days from the day of the call. */

static inline void undo(Round *round)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *op = store_operation_id(), *toast = NULL;
    gint64 customer = 0;
    good(outcome_undo(round->book.desk, 0, op, &customer, &toast, &error), error);
}
