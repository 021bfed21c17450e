/* What every open invoice may be charged today: charge DATABASE read|charge
 * `read` reads the invoices with the country of their customers and adds them up; `charge` also says what the law
 * allows and reckons interest, fixed sum and costs of each, as for a business.  Prints what it found, and the time in
 * microseconds. */
#include "base/clock.h"
#include "desk/desk.h"
#include "rules/charges.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int items, late;
    Cents open, charged;
} Sum;

static Cents charged(const Desk *desk, const ChargeCase *about, Cents open, Day today)
{
    return charges_reckon(about, desk->rates, desk->calendar, open, today, NULL).total - open;
}

static bool walk(Desk *desk, bool charging, Sum *sum, GError **error)
{
    Day today = clock_today();
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT i.open, i.due, c.country FROM item i JOIN customer c ON c.id = "
                                         "i.customer_id WHERE i.open > 0 AND i.kind = 'invoice'",
                                         NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        ChargeCase about = {.country = query_text(query, "country"),
                            .kind = DEBTOR_BUSINESS,
                            .agreed = RATE_AGREED_NONE,
                            .due = query_day(query, "due")};
        Cents open = query_integer(query, "open");
        sum->items += *about.country != '\0';
        sum->late += day_compare(about.due, today) < 0;
        sum->open += open;
        sum->charged += charging ? charged(desk, &about, open, today) : 0;
    }
    return query != NULL && query_finish(query, error);
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
    bool good = desk != NULL && walk(desk, strcmp(argv[2], "charge") == 0, &sum, &error);
    if (error != NULL)
        fprintf(stderr, "%s\n", error->message);
    printf("items %d late %d open %" PRId64 " charges %" PRId64 " micros %" PRId64 "\n", sum.items, sum.late, sum.open,
           sum.charged, g_get_monotonic_time() - start);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
