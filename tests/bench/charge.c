/* What all of a book may be charged today: charge DATABASE read|charge
 * `read` reads the rows that a claim is made of, each table once in the order of the customer, and keeps nothing;
 * `charge` is the desk's own way through them (desk/claim.h, as `belronde claim --all` goes it): what the law allows,
 * interest, fixed sum and costs of every open invoice, less what is disputed, planned or set off.  Prints what it
 * found, and the time in microseconds. */
#include "base/clock.h"
#include "desk/claim.h"
#include "ledger/account.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int customers, items, late;
    Cents open, charged;
} Sum;

/* --- Reading -------------------------------------------------------------------------------------------------- */

/* The rows a claim is made of, every column of them that it looks at; *seen keeps the compiler from leaving any out. */
static const struct {
    const char *sql;
    const char *texts[12], *numbers[8]; /* columns in the order of the statement, numbers behind texts */
} TABLES[] = {
    {"SELECT number, name, language, street, postcode, city, vat, not_callable, kind, country, currency, id"
     " FROM customer ORDER BY id",
     {"number", "name", "language", "street", "postcode", "city", "vat", "not_callable", "kind", "country", "currency"},
     {"id"}},
    {"SELECT kind, number, reference, description, currency, customer_id, id, open, issued, due, "
     "amount," ITEM_ASKED_FROM " AS asked_from"
     " FROM item i WHERE state = 'open' ORDER BY customer_id, due",
     {"kind", "number", "reference", "description", "currency"},
     {"customer_id", "id", "open", "issued", "due", "amount", "asked_from"}},
    {"SELECT i.customer_id, a.item_id, a.payment_id, a.day, a.amount"
     " FROM item i JOIN allocation a ON a.item_id = i.id WHERE i.state = 'open' ORDER BY i.customer_id",
     {NULL},
     {"customer_id", "item_id", "payment_id", "day", "amount"}},
    {"SELECT p.currency, m.state, m.customer_id, p.amount, m.allocated"
     " FROM payment_match m JOIN payment p ON p.id = m.payment_id WHERE m.customer_id > 0 ORDER BY m.customer_id",
     {"currency", "state"},
     {"customer_id", "amount", "allocated"}},
    {"SELECT document, channel, items, customer_id, id, sent_utc FROM outbox WHERE customer_id > 0 ORDER BY "
     "customer_id",
     {"document", "channel", "items"},
     {"customer_id", "id", "sent_utc"}},
};

static gsize row_read(Query *query, const char *const *texts, const char *const *numbers)
{
    gsize seen = 0;
    for (; *texts != NULL; texts++)
        seen += (gsize)*query_text(query, *texts);
    for (; *numbers != NULL; numbers++)
        seen += (gsize)query_integer(query, *numbers);
    return seen;
}

static bool tables_read(Desk *desk, Sum *sum, GError **error)
{
    gsize seen = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(TABLES); i++) {
        g_autoptr(Query) query = store_query(desk->store, TABLES[i].sql, NO_BINDS, error);
        int rows = 0;
        for (; query != NULL && query_next(query); rows++)
            seen += row_read(query, TABLES[i].texts, TABLES[i].numbers);
        if (query == NULL || !query_finish(query, error))
            return false;
        sum->customers += i == 0 ? rows : 0;
        sum->items += i == 1 ? rows : 0;
    }
    sum->charged = (Cents)(seen & 1);
    return true;
}

/* --- Charging ------------------------------------------------------------------------------------------------- */

static bool claim_take(const Claim *claim, void *data, GError **error)
{
    Sum *sum = data;
    (void)error;
    sum->customers++;
    for (guint i = 0; i < claim->totals->len; i++) {
        const ClaimTotal *total = &g_array_index(claim->totals, ClaimTotal, i);
        sum->items += total->invoices + total->early;
        sum->late += total->invoices;
        sum->open += total->open + total->early_open;
        for (int charge = 0; charge < CHARGE_COUNT; charge++)
            sum->charged += total->charges[charge];
    }
    return true;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    const DeskOptions options = {
        .database = argc > 1 ? argv[1] : "", .agent = "An", .language = "en", .mode = STORE_EXISTING};
    if (argc != 3 || !clock_fix(g_getenv("BELRONDE_NOW"), &error)) {
        fputs("usage: charge DATABASE read|charge, with BELRONDE_NOW set\n", stderr);
        return EXIT_FAILURE;
    }
    g_autoptr(Desk) desk = desk_open(&options, &error);
    Sum sum = {0};
    gint64 start = g_get_monotonic_time();
    bool good =
        desk != NULL && (strcmp(argv[2], "charge") == 0 ? claims_each(desk, clock_today(), claim_take, &sum, &error)
                                                        : tables_read(desk, &sum, &error));
    if (error != NULL)
        fprintf(stderr, "%s\n", error->message);
    printf("customers %d items %d late %d open %" PRId64 " charges %" PRId64 " micros %" PRId64 "\n", sum.customers,
           sum.items, sum.late, sum.open, sum.charged, g_get_monotonic_time() - start);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
