/* What lowered the open amount of an item, and when: the one reading of allocations, returns and list changes
 * that promises and behaviour share.  Private to the ledger. */
#pragma once
#include "base/day.h"
#include "base/money.h"
#include "store/store.h"

typedef struct {
    gint64 item_id;
    char currency[4];
    Day day;            /* booking day of the bank; of a list: day of its import */
    gint64 after_event; /* newest event when it became known; MOVEMENT_BY_DAY: only the day tells */
    Cents amount;       /* positive: lowered the open amount.  What came back is taken off already */
    bool first;         /* was settled before the item was first seen: nobody knows when */
} Movement;
#define MOVEMENT_BY_DAY (-1)

typedef enum {
    MOVEMENTS_PROMISED, /* items that promises of the customer name */
    MOVEMENTS_RECENT,   /* invoices that are open or were closed since `since` */
} MovementScope;

/* GArray of Movement by day; amounts are positive only (invoices). */
GArray *movements_of(Store *store, gint64 customer_id, MovementScope scope, Day since, GError **error);
