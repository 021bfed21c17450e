/* One customer, one desk: leases as kernel locks on the side file PATH-lease. */
#pragma once
#include "store/store.h"

typedef struct Lease Lease;

/* Opens nothing yet: the file is made at the first lease. */
Lease *lease_new(const char *path);
void lease_free(Lease *lease);
/* BUSY with *colleague set (caller frees) when another desk has it. */
bool lease_take(Lease *lease, gint64 customer_id, const char *holder, char **colleague, GError **error);
void lease_drop(Lease *lease, gint64 customer_id);
char *lease_holder(Lease *lease, gint64 customer_id); /* NULL: free, or ours; caller frees */
