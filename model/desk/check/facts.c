/* Rows that contradict each other: one statement per rule, which finds the offenders.  To add a rule, add a row. */
#include "desk/check/parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/plan.h"
#include <string.h>

/* What bank lines and lists leave open of an item (the rule of item.open in the schema). */
#define OPEN_OUGHT                                                                                                     \
    "i.ledger_open - coalesce((SELECT sum(a.amount + a.waived) FROM allocation a WHERE a.item_id = i.id), 0)"          \
    " + coalesce((SELECT sum(b.amount) FROM allocation a JOIN allocation_absorbed b ON b.allocation_id = a.id"         \
    "   WHERE a.item_id = i.id), 0)"

/* What credit notes moved on an item, and what they say they settle of it without the lists. */
#define CREDITED                                                                                                       \
    "coalesce((SELECT sum(h.amount) FROM item_change h WHERE h.item_id = i.id AND h.credit_id IS NOT NULL), 0)"
#define CREDIT_OUGHT                                                                                                   \
    "coalesce((SELECT sum(x.amount - x.known_invoice) FROM item_credit x WHERE x.invoice_id = i.id), 0)"

#define LIVE_TOUCHPOINT "t.closed_event IS NULL"
#define UNDONE(event)   "EXISTS (SELECT 1 FROM event u WHERE u.undoes = " event ")"

typedef struct {
    const char *area;
    enum { FACT_FAULT, FACT_REMARK, FACT_DERIVED } kind;
    const char *sql;      /* columns: subject; has, ought (money) where the sentence shows them */
    const char *sentence; /* msgid: %s subject, %s has, %s ought */
    const char *repair;   /* NULL: a person must look */
} Fact;

static const Fact FACTS[] = {
    {"items", FACT_DERIVED,
     "SELECT c.number || ' ' || i.number AS subject, i.open AS has, " OPEN_OUGHT " AS ought"
     "  FROM item i JOIN customer c ON c.id = i.customer_id WHERE i.open <> " OPEN_OUGHT " ORDER BY i.id",
     N_("Item %s: %s is open, and list and bank lines leave %s."),
     "UPDATE item AS i SET open = " OPEN_OUGHT " WHERE i.open <> " OPEN_OUGHT},
    {"items", FACT_DERIVED,
     "SELECT c.number || ' ' || i.number AS subject, i.open AS has, 0 AS ought"
     "  FROM item i JOIN customer c ON c.id = i.customer_id WHERE i.state = 'open' AND i.open = 0 ORDER BY i.id",
     N_("Item %s counts as open though nothing is open."),
     "UPDATE item SET state = 'closed', closed_day = :today WHERE state = 'open' AND open = 0"},
    {"items", FACT_DERIVED,
     "SELECT c.number || ' ' || i.number AS subject, i.open AS has, 0 AS ought"
     "  FROM item i JOIN customer c ON c.id = i.customer_id WHERE i.state <> 'open' AND i.open <> 0 ORDER BY i.id",
     N_("Item %s counts as closed though %s is open."),
     "UPDATE item SET state = 'open', closed_day = NULL WHERE state <> 'open' AND open <> 0"},
    {"items", FACT_FAULT,
     "SELECT c.number || ' ' || i.number AS subject FROM allocation a JOIN allocation_absorbed b ON b.allocation_id = "
     "a.id"
     "  JOIN item i ON i.id = a.item_id JOIN customer c ON c.id = i.customer_id"
     " WHERE abs(b.amount) > abs(a.amount + a.waived) OR b.amount * (a.amount + a.waived) < 0 ORDER BY a.id",
     N_("Item %s: the lists are said to know more of a bank line than was set against it."), NULL},
    {"items", FACT_FAULT,
     "SELECT c.number || ' ' || i.number AS subject," CREDITED " AS has, " CREDIT_OUGHT " AS ought"
     "  FROM item i JOIN customer c ON c.id = i.customer_id WHERE i.id IN (SELECT x.invoice_id FROM item_credit x)"
     "  AND " CREDITED " <> " CREDIT_OUGHT " ORDER BY i.id",
     N_("Item %s: credit notes took %s off, and what they settle of it is %s."), NULL},
    {"items", FACT_FAULT,
     "SELECT c.number || ' ' || i.number AS subject, sum(x.amount) AS has, -i.amount AS ought FROM item_credit x"
     "  JOIN item i ON i.id = x.credit_id JOIN customer c ON c.id = i.customer_id"
     " GROUP BY i.id, c.number, i.number, i.amount HAVING sum(x.amount) > -i.amount ORDER BY i.id",
     N_("Credit note %s: %s is set against invoices, and it is over %s."), NULL},
    {"items", FACT_DERIVED,
     "SELECT c.number || ' ' || i.number AS subject FROM item i JOIN customer c ON c.id = i.customer_id"
     " WHERE (i.called_in IS NOT NULL OR i.id IN (SELECT x.item_id FROM promise_item x JOIN promise p"
     "   ON p.id = x.promise_id WHERE p.plan_id IS NOT NULL))"
     " AND coalesce(i.called_in, 0) <> coalesce(" ITEM_CALLED_IN ", 0) ORDER BY i.id",
     N_("Item %s: the day on which a cancelled plan made it due is not what the record says."),
     "UPDATE item AS i SET called_in =" ITEM_CALLED_IN " WHERE i.called_in IS NOT NULL"
     " OR i.id IN (SELECT x.item_id FROM promise_item x JOIN promise p ON p.id = x.promise_id"
     "   WHERE p.plan_id IS NOT NULL)"},
    {"bank", FACT_FAULT,
     "SELECT p.id || ' (' || p.name || ')' AS subject, sum(a.amount) AS has, p.amount AS ought"
     "  FROM allocation a JOIN payment p ON p.id = a.payment_id GROUP BY p.id, p.name, p.amount"
     " HAVING abs(sum(a.amount)) > abs(p.amount) OR sum(a.amount) * p.amount < 0 ORDER BY p.id",
     N_("Bank line %s: %s is set against items, and only %s came in."), NULL},
    {"bank", FACT_DERIVED,
     "SELECT p.id || ' (' || p.name || ')' AS subject, m.allocated AS has,"
     "       coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = p.id), 0) AS ought"
     "  FROM payment_match m JOIN payment p ON p.id = m.payment_id"
     " WHERE m.allocated <> coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = p.id), 0)"
     " ORDER BY p.id",
     N_("Bank line %s: %s counts as set against items, and it is %s."),
     "UPDATE payment_match SET allocated ="
     " coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = payment_match.payment_id), 0)"
     " WHERE allocated <>"
     " coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.payment_id = payment_match.payment_id), 0)"},
    {"bank", FACT_FAULT,
     "SELECT p.id || ' (' || p.name || ')' AS subject FROM payment p"
     " WHERE NOT EXISTS (SELECT 1 FROM payment_match m WHERE m.payment_id = p.id) ORDER BY p.id",
     N_("Bank line %s belongs nowhere: it is neither matched nor waiting for a person."), NULL},
    {"bank", FACT_FAULT,
     "SELECT c.number || ' ' || i.number AS subject FROM allocation a JOIN allocation o ON o.id = a.reverses"
     "  JOIN item i ON i.id = a.item_id JOIN customer c ON c.id = i.customer_id"
     " WHERE a.item_id <> o.item_id OR a.amount <> -o.amount OR a.waived <> -o.waived ORDER BY a.id",
     N_("Item %s: a returned payment does not take back what had been set against the item."), NULL},
    {"bank", FACT_REMARK,
     "SELECT s.account || ' ' || s.number AS subject FROM statement s WHERE s.balanced = 0 ORDER BY s.id",
     N_("Bank statement %s does not add up: opening balance and lines do not give the closing balance."), NULL},
    {"import", FACT_REMARK, "SELECT file AS subject FROM import WHERE complete = 0 ORDER BY id",
     N_("The import of %s was cut off: import the same file again, it goes on where it stopped."), NULL},
    {"promises", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject, sum(x.amount) AS has, p.amount AS ought FROM promise p"
     "  JOIN promise_item x ON x.promise_id = p.id JOIN customer c ON c.id = p.customer_id"
     " GROUP BY p.id, c.number, c.name, p.amount HAVING sum(x.amount) > p.amount ORDER BY p.id",
     N_("Customer %s: %s is set against items by a promise of %s."), NULL},
    {"promises", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject, sum(p.amount) AS has, l.total AS ought FROM plan l"
     "  JOIN promise p ON p.plan_id = l.id JOIN customer c ON c.id = l.customer_id"
     " GROUP BY l.id, c.number, c.name, l.total HAVING sum(p.amount) <> l.total ORDER BY l.id",
     N_("Customer %s: the parts of a payment plan add up to %s, and the plan is over %s."), NULL},
    {"promises", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject FROM promise p JOIN promise_item x ON x.promise_id = p.id"
     "  JOIN item i ON i.id = x.item_id JOIN customer c ON c.id = p.customer_id"
     " WHERE i.customer_id <> p.customer_id ORDER BY p.id",
     N_("Customer %s: a promise is about an invoice of somebody else."), NULL},
    {"disputes", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject FROM dispute d JOIN item i ON i.id = d.item_id"
     "  JOIN customer c ON c.id = d.customer_id"
     " WHERE i.customer_id <> d.customer_id OR d.currency <> i.currency ORDER BY d.id",
     N_("Customer %s: a dispute is about an invoice of somebody else, or in another currency."), NULL},
    {"contacts", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject FROM touchpoint t JOIN customer c ON c.id = t.customer_id"
     " WHERE " LIVE_TOUCHPOINT " AND " UNDONE("t.created_event") " ORDER BY t.id",
     N_("Customer %s: a contact is planned by an outcome that was undone."), NULL},
    {"contacts", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject FROM touchpoint t JOIN promise p ON p.id = t.promise_id"
     "  JOIN customer c ON c.id = t.customer_id"
     " WHERE " LIVE_TOUCHPOINT " AND (p.customer_id <> t.customer_id OR " UNDONE("p.event_id") ") ORDER BY t.id",
     N_("Customer %s: a planned contact watches a promise that is not there any more."), NULL},
    {"contacts", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject FROM touchpoint t JOIN contact k ON k.id = t.contact_id"
     "  JOIN customer c ON c.id = t.customer_id WHERE k.customer_id <> t.customer_id ORDER BY t.id",
     N_("Customer %s: a contact is planned with somebody of another customer."), NULL},
    {"outbox", FACT_FAULT,
     "SELECT c.number || ' ' || c.name AS subject FROM outbox o JOIN customer c ON c.id = o.customer_id"
     " WHERE o.state = 'waiting' AND o.handed_utc IS NULL AND " UNDONE("o.event_id") " ORDER BY o.id",
     N_("Customer %s: a letter waits to leave though its outcome was undone."), NULL},
    {"record", FACT_FAULT,
     "SELECT CAST(e.id AS TEXT) AS subject FROM event e JOIN event o ON o.id = e.undoes"
     " WHERE e.kind <> 'undo' OR o.kind = 'undo' OR o.id >= e.id ORDER BY e.id",
     N_("Event %s undoes what cannot be undone."), NULL},
    {"record", FACT_FAULT,
     "SELECT CAST(x.event_id AS TEXT) AS subject FROM event_change x"
     " WHERE NOT CASE x.entity WHEN 'customer' THEN EXISTS (SELECT 1 FROM customer c WHERE c.id = x.entity_id)"
     "   WHEN 'contact' THEN EXISTS (SELECT 1 FROM contact k WHERE k.id = x.entity_id)"
     "   ELSE EXISTS (SELECT 1 FROM phone p WHERE p.id = x.entity_id) END ORDER BY x.event_id",
     N_("Event %s changed master data that is not there any more."), NULL},
    {"search", FACT_FAULT,
     "SELECT CAST(s.customer_id AS TEXT) AS subject FROM search_text s"
     " WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = s.customer_id) ORDER BY s.customer_id",
     N_("The search line %s belongs to no customer."), NULL},
};

static char *amount_of(Query *query, const Fact *fact, const char *column)
{
    bool shows = strstr(fact->sql, " AS has") != NULL;
    return shows ? money_text(query_integer(query, column)) : g_strdup("");
}

static void fact_found(Check *check, const Fact *fact, Query *query)
{
    g_autofree char *subject = text_clean(query_text(query, "subject"));
    g_autofree char *has = amount_of(query, fact, "has"), *ought = amount_of(query, fact, "ought");
    char *sentence = g_strdup_printf(_(fact->sentence), subject, has, ought);
    if (fact->kind == FACT_DERIVED)
        check_derived(check, fact->area, sentence);
    else
        check_add(check, fact->kind == FACT_FAULT, fact->area, sentence);
}

static bool fact_check(Check *check, const Fact *fact, GError **error)
{
    bool found = false;
    g_autoptr(Query) query = store_query(check->desk->store, fact->sql, NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        found = true;
        fact_found(check, fact, query);
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    if (!found || fact->repair == NULL || !check->repair)
        return true;
    bool dated = strstr(fact->repair, ":today") != NULL;
    const Bind today = DAY("today", clock_today());
    return store_run(check->desk->store, fact->repair, &today, dated ? 1 : 0, error);
}

bool check_facts(Check *check, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FACTS); i++)
        if (!fact_check(check, &FACTS[i], error))
            return false;
    return true;
}
