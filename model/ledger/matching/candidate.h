/* Items a bank line may mean, and sums of them.  Private to the ledger. */
#pragma once
#include "base/day.h"
#include "base/money.h"
#include "store/store.h"

typedef struct {
    gint64 id, customer_id;
    char *kind, *number, *reference;
    char currency[4];
    Cents amount, open; /* signed */
    Day due;
    Cents discount; /* agreed for paying until discount_until; 0: none */
    Day discount_until;
    bool is_open;
} Candidate;

/* GPtrArray of Candidate, free function set, oldest due first. */
GPtrArray *candidates_by_reference(Store *store, const char *reference, GError **error);
GPtrArray *candidates_by_number(Store *store, const char *number_key, GError **error);
/* Open ones only, at most CANDIDATE_LIMIT. */
GPtrArray *candidates_of_customer(Store *store, gint64 customer_id, const char *currency, GError **error);
GPtrArray *candidates_by_id(Store *store, gint64 item_id, GError **error); /* one or none */
GPtrArray *candidates_by_amount(Store *store, Cents open, const char *currency, GError **error);
/* What lists took off the customer's items on `day` or within LISTED_DAYS after it and no bank line explains yet:
 * `open` is that amount. */
GPtrArray *candidates_listed(Store *store, gint64 customer_id, const char *currency, Day day, GError **error);
enum { LISTED_DAYS = 30, CLOSED_BEFORE_DAYS = 60 }; /* a list may date a payment before the bank does */
enum { CANDIDATE_LIMIT = 400, SUBSET_ITEMS = 6, SUBSET_POOL = 30 };

/* The one smallest subset, of at most SUBSET_ITEMS among the first SUBSET_POOL amounts, whose sum is `target`;
 * chosen[i] says which.  An invoice and its credit note are never added to a sum that is right without them.
 * false: there is none, or more than one of that size, or there are too many to tell. */
bool subset_unique(const Cents *amounts, size_t count, Cents target, bool *chosen);
