/* The inside of the receipts screen, shared by its files. */
#pragma once
#include "desk/receipt_card.h"
#include "views/list_view.h"

typedef struct {
    ListView base; /* its rows: Receipt, newest first */
    ReceiptsWhich which;
    int waiting;       /* in the whole book */
    bool again;        /* F5, another view: decided rows may go */
    gint64 decided;    /* the receipt decided here last; 0 none */
    ReceiptCard *card; /* of the selected one; NULL none */
    int detail;        /* rows below the list; 0: none */
    bool beside;       /* the detail stands at the right */
} ReceiptsView;

/* receipts_view.c */
const Receipt *receipts_chosen(const ReceiptsView *view); /* NULL: the list is empty */
/* After a decision: the next one that waits is selected. */
void receipts_next(ReceiptsView *view);

/* receipts_act.c */
extern const ViewAct receipts_acts[];

/* receipts_paint.c: why it is so, what it pays, what else it may pay. */
void receipts_paint_detail(const ReceiptsView *view, const Canvas *canvas);
