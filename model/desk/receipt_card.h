/* One receipt with all that is known of it, read once; const for who draws it. */
#pragma once
#include "desk/desk.h"
#include "ledger/receipts.h"

typedef struct {
    char *number;
    Day due;          /* DAY_NONE: none */
    Cents open, pays; /* what is open now; what the receipt pays or would pay of it */
} ReceiptItem;

typedef struct {
    Receipt *receipt;
    GPtrArray *items;   /* ReceiptItem: of the proposal, or what is booked */
    GPtrArray *choices; /* Match, best first; empty where nothing is to be decided */
} ReceiptCard;

ReceiptCard *receipt_card_load(Desk *desk, gint64 payment_id, GError **error);
void receipt_card_free(ReceiptCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReceiptCard, receipt_card_free)
/* All of it as lines of text, the bank's words whole; caller frees. */
char *receipt_card_text(Desk *desk, const ReceiptCard *card);
