/* Bank lines that need a person. */
#pragma once
#include "ledger/matching.h"

typedef struct {
    gint64 payment_id, customer_id; /* customer 0: not known */
    Day day;
    Cents amount;
    char currency[4];
    char *name, *account, *text; /* as the bank has them */
    char *state;                 /* proposed, unmatched, duplicate, on_account */
    char *reason;                /* why this proposal, or why none */
    int score;
    char *customer, *items; /* "10418 Bakkerij Peeters BV", "2025-1312 1850.00, …"; "" none */
} Receipt;
/* Newest first; GPtrArray of Receipt, free function set. */
GPtrArray *receipts_waiting(Ledger *ledger, GError **error);
