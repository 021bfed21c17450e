/* What people taught the matching: this account, this payer's name, this word in a remittance means that customer.
 * Learned when a person assigns or confirms a receipt (an account also from a reference with exactly its amount). */
#pragma once
#include "ledger/booking.h"

typedef enum {
    LEARNED_IBAN,  /* value: the account */
    LEARNED_PAYER, /* value: the payer's name, folded as name_key has it */
    LEARNED_WORD,  /* value: one word of the remittance, folded: a contract or member number */
    LEARNED_KINDS
} LearnedKind;
extern const char *const LEARNED_KIND_SLUGS[]; /* iban, payer, word */

typedef struct {
    LearnedKind kind;
    char *value;
    gint64 customer_id;
    char *customer;    /* "10418 Bakkerij Peeters BV" */
    char *source;      /* learned, ledger, desk */
    Day day;           /* since when */
    gint64 payment_id; /* the receipt it comes from; 0 not known */
    int uses;          /* receipts it has decided or proposed since */
} Learned;

/* In use, newest first; customer_id 0: of all.  GPtrArray of Learned, free function set. */
GPtrArray *learned_load(Ledger *ledger, gint64 customer_id, GError **error);
/* Never used again, and not learned again by itself (a person's new answer teaches it anew).  What was booked with it
 * stays.  MISSING: there is no such thing.  Makes its own transaction or joins the caller's. */
bool learned_forget(Ledger *ledger, LearnedKind kind, const char *value, gint64 customer_id, GError **error);
