/* How far the bank is in, as the desk says it everywhere: on the dashboard, at a customer, after an import, and once
 * before somebody is called on old data. */
#pragma once
#include "desk/desk.h"
#include "ledger/bank.h"

struct BankState {
    GPtrArray *accounts; /* BankAccount */
    Day day;             /* up to which the bank is in: of the account that lags behind where one is stale */
    bool stale;
    char *warning; /* bank_warning; NULL: nothing to warn of */
    /* When it was read; the desk's. */
    gint64 version;
    Day asked;
};

/* Borrowed until the next call; read anew when the books have changed or the day has turned.  NULL with error. */
const BankState *desk_bank(Desk *desk, GError **error);
void bank_state_free(BankState *state);

/* "BE60 9990 0000 0070 EUR: in up to 23/02/26, statement 2026-039, closing 4.480,18".  Caller frees. */
char *bank_account_words(const BankAccount *account);
/* "6 bank days old, 1 statement missing, 2 do not tie"; "" all is well.  Caller frees. */
char *bank_trouble_words(const BankAccount *account);
/* The number as people write it.  Caller frees. */
char *bank_account_number(const BankAccount *account);
