/* A person's word on a bank line: one verb for the receipts screen and for `belronde receipts`, with what follows from
 * it said in a sentence, and the words both use. */
#pragma once
#include "desk/desk.h"
#include "ledger/learned.h"
#include "ledger/receipts.h"

typedef enum {
    DECISION_ACCEPT,   /* yes to the proposal */
    DECISION_CHOOSE,   /* another of receipt_choices */
    DECISION_ASSIGN,   /* a customer and items of one's own choice; without items as DECISION_ACCOUNT */
    DECISION_ACCOUNT,  /* the customer's, but it settles nothing now */
    DECISION_NOT_OURS, /* no customer's money */
} DecisionKind;

typedef struct {
    DecisionKind kind;
    gint64 payment_id;
    gint64 customer_id;     /* of ASSIGN and ACCOUNT; 0 with ACCOUNT: the proposed one */
    const GArray *item_ids; /* gint64, of ASSIGN; NULL none */
    const Match *choice;    /* of CHOOSE */
} Decision;

/* One transaction.  *said, caller frees: "Booked on 2026-0398: € 980,00; promise of 14/02 kept; out of today's queue."
 * Errors as those of matching.h. */
bool decision_make(Desk *desk, const Decision *decision, char **said, GError **error);
/* Takes back what a person decided about a receipt, whoever it was and on whatever day: a reversing event, as
 * outcome_undo.  MISSING: nobody has decided about it, or it is undone already. */
bool decision_undo(Desk *desk, gint64 payment_id, char **said, GError **error);

/* All translated.  Labels are static. */
const char *receipt_state_label(const Receipt *receipt); /* "paid twice" for "duplicate", "went back" */
const char *receipt_step_label(const char *step);        /* "account" for "iban"; "" for none */
const char *receipts_which_label(ReceiptsWhich which);
const char *learned_kind_label(LearnedKind kind);
const char *learned_source_label(const char *source);
/* "10418 Bakkerij Peeters BV: 2025-1312 1.850,00, 2025-1355 1.492,60", without the customer where he is `known`
 * (0: nobody is); caller frees. */
char *choice_words(Desk *desk, const Match *choice, gint64 known);
