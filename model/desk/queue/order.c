/* The order of the list and the words that explain it. */
#include "base/clock.h"
#include "base/i18n.h"
#include "desk/kindness.h"
#include "desk/playbook.h"
#include "desk/queue.h"
#include <string.h>

static int rank_of(const QueueRow *row)
{
    if (row->state == QUEUE_CALL && row->dim)
        return QUEUE_SKIPPED; /* cannot be reached now: below those who can */
    return row->state;
}

static int compare_moment(Moment a, Moment b)
{
    int by_day = day_compare(a.day, b.day);
    return by_day != 0 ? by_day : a.minute - b.minute;
}

static int compare_default(const QueueRow *a, const QueueRow *b)
{
    if (rank_of(a) != rank_of(b))
        return rank_of(a) - rank_of(b);
    if (a->state == QUEUE_PINNED && compare_moment(a->when, b->when) != 0)
        return compare_moment(a->when, b->when);
    if (a->state == QUEUE_DONE)
        return compare_moment(b->when, a->when);
    bool passed = a->facts.commitment == COMMITMENT_DEADLINE_PASSED;
    if (passed != (b->facts.commitment == COMMITMENT_DEADLINE_PASSED))
        return passed ? -1 : 1; /* what was announced follows, or our next word is worth nothing */
    return priority_compare(&a->priority, a->last_contact.number, a->number, &b->priority, b->last_contact.number,
                            b->number);
}

static int compare_when(const QueueRow *a, const QueueRow *b)
{
    return compare_moment(a->when, b->when);
}

static int compare_reason(const QueueRow *a, const QueueRow *b)
{
    return g_utf8_collate(a->reason_label, b->reason_label);
}

static int compare_name(const QueueRow *a, const QueueRow *b)
{
    return g_utf8_collate(a->name, b->name);
}

static int compare_class(const QueueRow *a, const QueueRow *b)
{
    return a->payment_class - b->payment_class;
}

static int compare_days(const QueueRow *a, const QueueRow *b)
{
    return b->days_late - a->days_late;
}

static int compare_ask(const QueueRow *a, const QueueRow *b)
{
    return (b->money.ask > a->money.ask) - (b->money.ask < a->money.ask);
}

static int compare_open(const QueueRow *a, const QueueRow *b)
{
    return (b->money.open > a->money.open) - (b->money.open < a->money.open);
}

static int (*const compares[SORT_COUNT])(const QueueRow *, const QueueRow *) = {
    [SORT_DEFAULT] = compare_default, [SORT_WHEN] = compare_when,   [SORT_REASON] = compare_reason,
    [SORT_NAME] = compare_name,       [SORT_CLASS] = compare_class, [SORT_DAYS] = compare_days,
    [SORT_ASK] = compare_ask,         [SORT_OPEN] = compare_open,
};

typedef struct {
    QueueSort sort;
    bool descending;
} Order;

/* The default order settles what a column leaves equal, so that the same data is always in the same order. */
static int compare_rows(gconstpointer a, gconstpointer b, gpointer data)
{
    const QueueRow *x = *(QueueRow *const *)a, *y = *(QueueRow *const *)b;
    const Order *order = data;
    int by_column = compares[order->sort](x, y);
    if (order->descending)
        by_column = -by_column;
    return by_column != 0 ? by_column : compare_default(x, y);
}

void queue_sort(Queue *queue, QueueSort sort, bool descending)
{
    Order order = {sort, descending};
    g_ptr_array_sort_with_data(queue->rows, compare_rows, &order);
}

/* --- Why is he here? ------------------------------------------------------------------------------------ */

static char *say_commitment(const QueueRow *row)
{
    static const char *const words[] = {
        [COMMITMENT_DATED_FOLLOWUP] = N_("an agreed day has come"),
        [COMMITMENT_BROKEN_PROMISE] = N_("a promise was not kept"),
        [COMMITMENT_CHEQUE_MISSING] = N_("the cheque has not arrived"),
        [COMMITMENT_MISSED_INSTALMENT] = N_("a part of the plan was missed"),
        [COMMITMENT_DEADLINE_PASSED] = N_("a deadline has passed"),
    };
    return g_strdup(row->facts.commitment == COMMITMENT_NONE ? "" : _(words[row->facts.commitment]));
}

static char *say_amount(const QueueRow *row)
{
    g_autofree char *amount = money_text_currency(row->priority.collectable, row->money.currency);
    return g_strdup_printf(_("%s may be asked for"), amount);
}

static char *say_age(const QueueRow *row)
{
    return g_strdup_printf(
        NP_("%d day late, weighted by amount", "%d days late, weighted by amount", row->facts.overdue_days_weighted),
        row->facts.overdue_days_weighted);
}

static char *say_broken(const QueueRow *row)
{
    return g_strdup_printf(
        NP_("%d promise not kept in 12 months", "%d promises not kept in 12 months", row->facts.broken_12m),
        row->facts.broken_12m);
}

static char *say_gap(const QueueRow *row)
{
    if (row->facts.days_since_right_party == PRIORITY_NEVER)
        return g_strdup(_("never spoken to"));
    return g_strdup_printf(
        NP_("%d day since the last talk", "%d days since the last talk", row->facts.days_since_right_party),
        row->facts.days_since_right_party);
}

static char *say_credit(const QueueRow *row)
{
    return g_strdup_printf(_("%d%% of the credit limit in use"), row->facts.credit_use_percent);
}

static char *say_drift(const QueueRow *row)
{
    if (!row->facts.drift)
        return g_strdup(_("payment class B"));
    g_autofree char *figures = slower_words(&row->months);
    return g_strdup_printf(_("pays slower than his own habit: %s"), figures);
}

static char *say_new(const QueueRow *row)
{
    (void)row;
    return g_strdup(_("new customer, first invoice not paid yet"));
}

static char *say_effort(const QueueRow *row)
{
    return g_strdup_printf(_("tried already: %d today without answer, %d yesterday"), row->facts.unanswered_today,
                           row->facts.attempts_yesterday);
}

static char *(*const says[TERM_COUNT])(const QueueRow *) = {
    [TERM_K] = say_commitment, [TERM_A] = say_amount, [TERM_D] = say_age, [TERM_P] = say_broken, [TERM_R] = say_gap,
    [TERM_U] = say_credit,     [TERM_B] = say_drift,  [TERM_N] = say_new, [TERM_X] = say_effort,
};

char **queue_explain(Desk *desk, const QueueRow *row)
{
    GPtrArray *lines = g_ptr_array_new();
    for (int i = 0; i < TERM_COUNT && !row->priority.gated; i++) {
        if (row->priority.terms[i] == 0)
            continue;
        bool own = i == TERM_K && row->facts.commitment == COMMITMENT_DATED_FOLLOWUP && kindness_is(desk, row->reason);
        g_autofree char *words = own ? g_strdup(playbook_reason(desk->playbook, row->reason)->title) : says[i](row);
        g_ptr_array_add(lines, g_strdup_printf("%c%2d  %s", i == TERM_X ? '-' : '+', row->priority.terms[i], words));
    }
    if (row->priority.gated)
        g_ptr_array_add(lines, g_strdup(_("Nothing to ask for: no points.")));
    else
        g_ptr_array_add(lines, g_strdup_printf(_("%d points of %d: %d%%"), row->priority.score,
                                               priority_maximum(&desk->weights), row->priority.percent));
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}
