#include "ledger/bank.h"

#include "base/i18n.h"
#include "base/money.h"
#include "base/reference.h"

#include <string.h>

enum { ACCOUNT_ALIVE_DAYS = 365, GAP_DAYS = 400 };

/* --- Statements of one account -------------------------------------------------------------------------- */

typedef struct {
    gint64 id;
    char *number;
    const char *kind; /* interned: each kind numbers its statements in its own way */
    Cents opening, closing;
    bool has_opening, has_closing, untied;
    int sequence; /* 0: not stated */
    Day first, last;
} Statement;

static void statement_clear(gpointer data)
{
    g_free(((Statement *)data)->number);
}

static GArray *statements_new(void)
{
    GArray *statements = g_array_new(FALSE, FALSE, sizeof(Statement));
    g_array_set_clear_func(statements, statement_clear);
    return statements;
}

static void statement_append(GArray *statements, Query *query)
{
    Statement one = {.id = query_integer(query, "id"),
                     .number = g_strdup(query_text(query, "number")),
                     .kind = g_intern_string(query_text(query, "kind")),
                     .opening = query_integer_or(query, "opening", 0),
                     .closing = query_integer_or(query, "closing", 0),
                     .has_opening = !query_is_null(query, "opening"),
                     .has_closing = !query_is_null(query, "closing"),
                     .untied = query_integer_or(query, "balanced", 1) == 0,
                     .sequence = (int)query_integer_or(query, "sequence", 0),
                     .first = query_day(query, "first_day"),
                     .last = query_day(query, "last_day")};
    if (!day_known(one.first))
        one.first = one.last;
    g_array_append_val(statements, one);
}

/* Those that count: whole ones, no notification. */
#define STATEMENT_SQL                                                                                                  \
    "SELECT s.id, s.account, s.currency, s.number, s.opening, s.closing, s.first_day, s.last_day, s.balanced,"         \
    " s.sequence, s.kind FROM statement s WHERE s.kind <> 'camt.054' AND s.last_day >= :since "

/* --- What is missing between them ----------------------------------------------------------------------- */

/* The last day, before this statement begins, up to which any other goes; DAY_NONE: it is the first. */
static Day day_before(const GArray *statements, const Statement *one)
{
    Day before = DAY_NONE;
    for (guint i = 0; i < statements->len; i++) {
        Day last = g_array_index(statements, Statement, i).last;
        if (day_compare(last, one->first) < 0 && (!day_known(before) || day_compare(last, before) > 0))
            before = last;
    }
    return before;
}

/* A month and its days overlap: what begins inside another one has nothing missing before it. */
static bool begins_inside(const Statement *one, const Statement *other)
{
    return day_compare(other->first, one->first) < 0 && day_compare(other->last, one->first) >= 0;
}

static bool same_series(const Statement *one, const Statement *other)
{
    return one->kind == other->kind && one->sequence > 0 && other->sequence > 0 &&
           day_date(one->last).year == day_date(other->last).year;
}

typedef struct {
    const Statement *nearest;  /* with a closing balance that does not lead here */
    const Statement *numbered; /* of the same series, the highest number below */
    bool ties;                 /* one before closed with its opening */
    bool inside;               /* another one covers its beginning */
} Predecessors;

static Predecessors predecessors_find(const GArray *statements, const Statement *one, Day before)
{
    Predecessors found = {0};
    for (guint i = 0; i < statements->len; i++) {
        const Statement *other = &g_array_index(statements, Statement, i);
        if (other->id == one->id)
            continue;
        found.inside |= begins_inside(one, other);
        if (same_series(one, other) && other->sequence < one->sequence &&
            (found.numbered == NULL || other->sequence > found.numbered->sequence))
            found.numbered = other;
        if (!other->has_closing || day_compare(other->last, before) < 0 || day_compare(other->last, one->first) > 0)
            continue;
        found.ties |= one->has_opening && other->closing == one->opening;
        if (day_compare(other->last, one->first) < 0)
            found.nearest = other;
    }
    return found;
}

/* Balances decide where both are stated; a number left out says it where they are not. */
static char *gap_of(const GArray *statements, const Statement *one, bool *follows)
{
    Day before = day_before(statements, one);
    *follows = false;
    if (!day_known(before))
        return NULL;
    Predecessors found = predecessors_find(statements, one, before);
    *follows = found.ties;
    if (found.ties || found.inside)
        return NULL;
    int missing = found.numbered != NULL ? one->sequence - found.numbered->sequence - 1 : 0;
    if (one->has_opening && found.nearest != NULL) {
        g_autofree char *closing = money_text(found.nearest->closing), *opening = money_text(one->opening);
        g_autofree char *first = day_numeric(found.nearest->last), *second = day_numeric(one->first);
        if (missing == 1)
            return g_strdup_printf(_("Statement %d is missing: %s of %s closed with %s, %s of %s opens with %s."),
                                   one->sequence - 1, found.nearest->number, first, closing, one->number, second,
                                   opening);
        return g_strdup_printf(_("A statement is missing: %s of %s closed with %s, %s of %s opens with %s."),
                               found.nearest->number, first, closing, one->number, second, opening);
    }
    if (missing == 1)
        return g_strdup_printf(_("Statement %d is missing before %s."), one->sequence - 1, one->number);
    return missing > 1 ? g_strdup_printf(_("Statements %d to %d are missing before %s."), found.numbered->sequence + 1,
                                         one->sequence - 1, one->number)
                       : NULL;
}

char *bank_gap(Store *store, const char *account, const char *currency, gint64 statement_id, bool *follows,
               GError **error)
{
    gint64 last = 0;
    *follows = false;
    g_autoptr(GArray) statements = statements_new();
    if (!store_value(store, "SELECT last_day FROM statement WHERE id = :id", BINDS(INTEGER("id", statement_id)), 0,
                     &last, error))
        return NULL;
    g_autoptr(Query) query = store_query(
        store, STATEMENT_SQL "AND s.account = :account AND s.currency = :currency ORDER BY s.last_day, s.id",
        BINDS(INTEGER("since", last - GAP_DAYS), TEXT("account", account), TEXT("currency", currency)), error);
    while (query != NULL && query_next(query))
        statement_append(statements, query);
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < statements->len; i++)
        if (g_array_index(statements, Statement, i).id == statement_id)
            return gap_of(statements, &g_array_index(statements, Statement, i), follows);
    return NULL;
}

/* --- Accounts ------------------------------------------------------------------------------------------- */

static void account_free(gpointer data)
{
    BankAccount *account = data;
    g_free(account->account);
    g_free(account->currency);
    g_free(account->number);
    g_ptr_array_unref(account->gaps);
    g_free(account);
}

static int bank_days_between(const Calendar *calendar, Day from, Day until)
{
    int days = 0;
    for (Day day = day_plus(from, 1); day_compare(day, until) < 0 && day_minus(until, from) <= GAP_DAYS;
         day = day_plus(day, 1))
        days += calendar_is_bank_day(calendar, day);
    return days;
}

/* statements in order of their last day. */
static BankAccount *account_new(const char *iban, const char *currency, const GArray *statements)
{
    const Statement *newest = &g_array_index(statements, Statement, statements->len - 1);
    BankAccount *account = g_new0(BankAccount, 1);
    *account = (BankAccount){.account = g_strdup(iban),
                             .currency = g_strdup(currency),
                             .last_day = newest->last,
                             .number = g_strdup(newest->number),
                             .closing = newest->closing,
                             .has_closing = newest->has_closing,
                             .gaps = g_ptr_array_new_with_free_func(g_free),
                             .statements = (int)statements->len};
    for (guint i = statements->len; i-- > 0;) {
        const Statement *one = &g_array_index(statements, Statement, i);
        bool follows;
        char *gap = gap_of(statements, one, &follows);
        account->untied += one->untied;
        if (gap != NULL)
            g_ptr_array_add(account->gaps, gap);
    }
    return account;
}

typedef struct {
    GPtrArray *accounts;
    GArray *statements; /* of the account under way */
    char *account, *currency;
    Day today;
} Reading;

static void account_flush(Reading *reading)
{
    guint count = reading->statements->len;
    if (count > 0 &&
        day_minus(reading->today, g_array_index(reading->statements, Statement, count - 1).last) <= ACCOUNT_ALIVE_DAYS)
        g_ptr_array_add(reading->accounts, account_new(reading->account, reading->currency, reading->statements));
    g_array_set_size(reading->statements, 0);
}

static void account_read(Reading *reading, Query *query)
{
    const char *account = query_text(query, "account"), *currency = query_text(query, "currency");
    if (g_strcmp0(reading->account, account) != 0 || g_strcmp0(reading->currency, currency) != 0) {
        account_flush(reading);
        g_free(reading->account);
        g_free(reading->currency);
        reading->account = g_strdup(account);
        reading->currency = g_strdup(currency);
    }
    statement_append(reading->statements, query);
}

GPtrArray *bank_accounts(Store *store, const Settings *settings, const Calendar *calendar, Day today, GError **error)
{
    g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func(account_free);
    g_autoptr(GArray) statements = statements_new();
    Reading reading = {.accounts = accounts, .statements = statements, .today = today};
    g_autoptr(Query) query = store_query(store, STATEMENT_SQL "ORDER BY s.account, s.currency, s.last_day, s.id",
                                         BINDS(DAY("since", day_plus(today, -GAP_DAYS))), error);
    while (query != NULL && query_next(query))
        account_read(&reading, query);
    account_flush(&reading);
    g_free(reading.account);
    g_free(reading.currency);
    if (query == NULL || !query_finish(query, error))
        return NULL;
    int stale_days = (int)settings_number(settings, "bank", "stale_days");
    for (guint i = 0; i < accounts->len; i++) {
        BankAccount *account = g_ptr_array_index(accounts, i);
        account->business_days = bank_days_between(calendar, account->last_day, today);
        account->stale = account->business_days > stale_days;
    }
    return g_steal_pointer(&accounts);
}

char *bank_warning(const GPtrArray *accounts)
{
    const BankAccount *oldest = NULL;
    for (guint i = 0; i < accounts->len; i++) {
        const BankAccount *account = g_ptr_array_index(accounts, i);
        if (account->stale && (oldest == NULL || day_compare(account->last_day, oldest->last_day) < 0))
            oldest = account;
    }
    if (oldest == NULL)
        return NULL;
    g_autofree char *day = day_numeric(oldest->last_day);
    if (accounts->len == 1)
        return g_strdup_printf(_("The bank is in up to %s only: import the newest statement before calling."), day);
    g_autofree char *pretty = iban_valid(oldest->account) ? iban_pretty(oldest->account) : g_strdup(oldest->account);
    return g_strdup_printf(_("%s is in up to %s only: import its newest statement."), pretty, day);
}
