/* The firm's own bank accounts as the statements tell of them: up to which day the bank is in, and what is missing. */
#pragma once
#include "base/calendar.h"
#include "base/money.h"
#include "base/settings.h"
#include "store/store.h"

typedef struct {
    char *account, *currency;
    Day last_day;  /* up to which the bank is in */
    char *number;  /* of the newest statement */
    Cents closing; /* of the newest statement */
    bool has_closing;
    int business_days;      /* of the bank between last_day and today, both left out: 0 is up to date */
    bool stale;             /* more than bank.stale_days of them */
    GPtrArray *gaps;        /* char *: a sentence for each statement missing in between, newest first */
    int statements, untied; /* how many are in; how many do not tie */
} BankAccount;

/* Accounts with statements that count (no interim, no notification), by account.  An account without a statement for a
 * year is left out.  GPtrArray of BankAccount, free function set. */
GPtrArray *bank_accounts(Store *store, const Settings *settings, const Calendar *calendar, Day today, GError **error);
/* One sentence before calling on old data: which account is in up to which day; NULL when all are up to date or none
 * is known.  Caller frees. */
char *bank_warning(const GPtrArray *accounts);
/* What is missing before this statement, in one sentence; NULL: nothing, or it cannot be told (error set: the store).
 * Derived from what is in now: it goes when the missing one comes.  *follows: a statement before closed with its
 * opening balance.  Caller frees. */
char *bank_gap(Store *store, const char *account, const char *currency, gint64 statement_id, bool *follows,
               GError **error);
