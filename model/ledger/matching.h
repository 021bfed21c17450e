/* Cash application: which open items a bank line pays, how sure, and why (reference formats §9). */
#pragma once
#include "ledger/booking.h"

typedef enum {
    MATCH_NONE, MATCH_REFERENCE, MATCH_CLOSED_REFERENCE, MATCH_INVOICE_NUMBER, MATCH_IBAN, MATCH_NAME, MATCH_AMOUNT, MATCH_PERSON
} MatchStep;
extern const char *const MATCH_STEP_SLUGS[]; /* as in payment_match.step */

typedef struct {
    gint64 item_id;
    Cents amount;
} MatchPart;

typedef struct {
    MatchStep step;
    bool closes;          /* evidence strong enough to book by itself */
    int score;            /* 0-100 */
    gint64 customer_id;   /* 0: not known */
    char *reason;         /* a sentence: "OGM +++…+++ found in the text, invoice 2025-1312" */
    GArray *parts;        /* MatchPart; may be empty (customer known, on account) */
} Match;
void match_free(Match *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Match, match_free)

/* Only reads. */
Match *match_line(Ledger *ledger, const LineRecord *line, GError **error);
/* Books a person's yes to the stored proposal of a payment, and remembers the IBAN. */
bool match_confirm(Ledger *ledger, gint64 payment_id, const char *op, GError **error);
/* Tries again whatever is not matched yet (after new items came in). */
bool match_again(Ledger *ledger, ImportSummary *summary, GError **error);
