/* The facts behind the letters due, of all customers on today's list, a statement for each kind of fact. */
#include "desk/reminders_parts.h"

#include "base/clock.h"
#include "base/reference.h"
#include "desk/kindness.h"
#include "desk/verb.h"
#include "ledger/account.h"

#include <string.h>

void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    char *const strings[] = {candidate->name,     candidate->city,  candidate->street,
                             candidate->language, candidate->step,  candidate->agreed,
                             candidate->email,    candidate->agent, candidate->kind};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    story_clear(&candidate->story);
    g_string_free(candidate->items, TRUE);
    g_free(candidate);
}

/* Customers with a contact of the desk's own that is due: all of them, or whether this one is among them.  Two texts,
 * for a book of a million: what finds the one by his number would read the list for all, and the other way about. */
#define EVERYBODY                                                                                                      \
    " (SELECT l.customer_id FROM touchpoint l WHERE :customer = 0 AND l.closed_event IS NULL AND l.day <= :today"      \
    "   AND l.owner = '')"
#define ONE                                                                                                            \
    " (SELECT l.customer_id FROM touchpoint l WHERE l.customer_id = :customer AND l.closed_event IS NULL"              \
    "   AND l.day <= :today AND l.owner = '' LIMIT 1)"

#define OF(reading, sql) ((reading)->options->customer_id != 0 ? sql(ONE) : sql(EVERYBODY))

typedef struct {
    Desk *desk;
    const ReminderOptions *options;
    GPtrArray *candidates;
    Day today;
    guint at; /* all statements rise by customer: where the last row was */
} Reading;

/* NULL: somebody who is not on the list, or of whom nothing may be asked. */
static Candidate *candidate_of(Reading *reading, gint64 customer_id)
{
    for (; reading->at < reading->candidates->len; reading->at++) {
        Candidate *candidate = g_ptr_array_index(reading->candidates, reading->at);
        if (candidate->customer_id >= customer_id)
            return candidate->customer_id == customer_id ? candidate : NULL;
    }
    return NULL;
}

typedef void (*RowTake)(Reading *reading, Candidate *candidate, Query *query);

static bool rows_read(Reading *reading, const char *sql, RowTake take, GError **error)
{
    g_autoptr(Query) query =
        store_query(reading->desk->store, sql,
                    BINDS(DAY("today", reading->today), INTEGER("customer", reading->options->customer_id)), error);
    reading->at = 0;
    while (query != NULL && query_next(query)) {
        gint64 customer_id = query_integer(query, "customer_id");
        Candidate *candidate = candidate_of(reading, customer_id);
        for (guint i = reading->at; candidate != NULL && candidate->customer_id == customer_id; i++) {
            take(reading, candidate, query);
            candidate = i + 1 < reading->candidates->len ? g_ptr_array_index(reading->candidates, i + 1) : NULL;
        }
    }
    return query != NULL && query_finish(query, error);
}

/* --- Customers and what is planned with them -------------------------------------------------------------- */

#define PLANNED_SQL(list)                                                                                              \
    "SELECT t.customer_id, t.id, t.reason, t.day, t.minute, t.owner, t.dispute_id, c.number, c.name, c.city, "         \
    "c.street, "                                                                                                       \
    "c.language,"                                                                                                      \
    "  c.country, c.kind, c.currency, c.quiet_until, coalesce(c.class_manual, c.class) AS class,"                      \
    "  coalesce(a.name, '') AS agent"                                                                                  \
    "  FROM touchpoint t JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = c.agent_id"               \
    " WHERE t.closed_event IS NULL AND c.not_callable IS NULL AND c.restricted = 0 AND t.customer_id IN" list          \
    " ORDER BY t.customer_id, t.day, coalesce(t.minute, 0), t.id"

static Candidate *candidate_new(Reading *reading, Query *query)
{
    Candidate *candidate = g_new0(Candidate, 1);
    candidate->customer_id = query_integer(query, "customer_id");
    candidate->story = (Story){.number = query_dup(query, "number"),
                               .country = query_dup(query, "country"),
                               .payment_class = *query_text(query, "class"),
                               .quiet_until = query_day(query, "quiet_until"),
                               .issued = DAY_NONE,
                               .due = DAY_NONE,
                               .contact = DAY_NONE,
                               .collect = DAY_NONE};
    (void)debtor_kind_find(query_text(query, "kind"), &candidate->story.kind);
    candidate->name = query_dup(query, "name");
    candidate->city = query_dup(query, "city");
    candidate->street = query_dup(query, "street");
    candidate->language = query_dup(query, "language");
    candidate->agent = query_dup(query, "agent");
    candidate->items = g_string_new(NULL);
    g_strlcpy(candidate->currency, query_text(query, "currency"), sizeof candidate->currency);
    g_ptr_array_add(reading->candidates, candidate);
    return candidate;
}

/* What was agreed with him comes before any letter, whenever it is; a letter that is planned leads what is due. */
static void planned_take(Reading *reading, Candidate *candidate, Query *query)
{
    const char *slug = query_text(query, "reason");
    const Reason *reason = playbook_reason(reading->desk->playbook, slug);
    bool due = day_compare(query_day(query, "day"), reading->today) <= 0 && *query_text(query, "owner") == '\0';
    if (due && candidate->kind == NULL && kindness_is(reading->desk, slug)) {
        candidate->kind = g_strdup(slug);
        candidate->touchpoint_id = query_integer(query, "id");
        return;
    }
    if (!query_is_null(query, "dispute_id")) /* it waits for an answer: the rest is asked meanwhile */
        return;
    if (reason_weight(reason) > 0) {
        if (candidate->agreed == NULL) {
            candidate->agreed = g_strdup(reason->label);
            candidate->agreed_when = (Moment){query_day(query, "day"), query_minute(query, "minute")};
        }
        return;
    }
    if (!due)
        return;
    bool letter = cadence_is_letter(reading->desk->cadence, slug);
    candidate->story.letter_wanted |= strcmp(slug, "letter") == 0;
    if (candidate->touchpoint_id == 0 || (letter && candidate->step == NULL))
        candidate->touchpoint_id = query_integer(query, "id");
    if (letter && candidate->step == NULL)
        candidate->step = g_strdup(slug);
}

static bool planned_read(Reading *reading, GError **error)
{
    Candidate *candidate = NULL;
    g_autoptr(Query) query =
        store_query(reading->desk->store, OF(reading, PLANNED_SQL),
                    BINDS(DAY("today", reading->today), INTEGER("customer", reading->options->customer_id)), error);
    while (query != NULL && query_next(query)) {
        if (candidate == NULL || candidate->customer_id != query_integer(query, "customer_id"))
            candidate = candidate_new(reading, query);
        planned_take(reading, candidate, query);
    }
    return query != NULL && query_finish(query, error);
}

/* --- In another currency ----------------------------------------------------------------------------------- */

/* What he owes in another currency is a case of its own: its own oldest invoice, its own letters. */
static Candidate *candidate_like(const Candidate *own, const char *currency)
{
    Candidate *other = g_new0(Candidate, 1);
    *other = (Candidate){.customer_id = own->customer_id,
                         .touchpoint_id = own->touchpoint_id,
                         .story = own->story,
                         .name = g_strdup(own->name),
                         .city = g_strdup(own->city),
                         .street = g_strdup(own->street),
                         .language = g_strdup(own->language),
                         .agent = g_strdup(own->agent),
                         .step = g_strdup(own->step),
                         .agreed = g_strdup(own->agreed),
                         .agreed_when = own->agreed_when,
                         .items = g_string_new(NULL)};
    other->story.number = g_strdup(own->story.number);
    other->story.country = g_strdup(own->story.country);
    g_strlcpy(other->currency, currency, sizeof other->currency);
    return other;
}

#define CURRENCIES_SQL(list)                                                                                           \
    "SELECT DISTINCT i.customer_id, i.currency FROM item i JOIN customer c ON c.id = i.customer_id"                    \
    " WHERE i.state = 'open' AND i.open > 0 AND i.currency <> c.currency AND i.customer_id IN" list                    \
    " ORDER BY i.customer_id, i.currency DESC"

static bool currencies_read(Reading *reading, GError **error)
{
    g_autoptr(Query) query =
        store_query(reading->desk->store, OF(reading, CURRENCIES_SQL),
                    BINDS(DAY("today", reading->today), INTEGER("customer", reading->options->customer_id)), error);
    reading->at = 0;
    while (query != NULL && query_next(query)) {
        const Candidate *own = candidate_of(reading, query_integer(query, "customer_id"));
        if (own != NULL)
            g_ptr_array_insert(reading->candidates, (gint)reading->at + 1,
                               candidate_like(own, query_text(query, "currency")));
    }
    return query != NULL && query_finish(query, error);
}

/* --- What is open ------------------------------------------------------------------------------------------- */

#define ITEMS_SQL(list)                                                                                                \
    "SELECT i.customer_id, i.id, i.kind, i.issued, i.open, i.currency," ITEM_ASKED_FROM                                \
    " AS asked_from," ITEM_COLLECT_DAY " AS collect," ITEM_DISPUTED                                                    \
    " AS disputed FROM item i WHERE i.state = 'open' AND i.open <> 0 AND i.customer_id IN" list                        \
    " ORDER BY i.customer_id, asked_from, i.id"

static void item_lead(Candidate *candidate, Query *query, Day asked_from)
{
    candidate->story.item_id = query_integer(query, "id");
    candidate->story.issued = query_day(query, "issued");
    candidate->story.due = asked_from;
    candidate->story.collect = query_day(query, "collect");
}

/* A letter is about what is late and not in dispute, to the cent, less his credit. */
static void item_take(Reading *reading, Candidate *candidate, Query *query)
{
    Cents disputed = query_integer(query, "disputed"), all = query_integer(query, "open");
    Cents open = all > 0 ? MAX(all - disputed, 0) : all;
    Day asked_from = query_day(query, "asked_from"), collect = query_day(query, "collect");
    bool late = day_compare(asked_from, reading->today) < 0;
    bool debited = day_known(collect) && day_compare(collect, reading->today) >= 0;
    if (strcmp(query_text(query, "currency"), candidate->currency) != 0)
        return;
    candidate->disputed |= late && disputed > 0;
    if (open == 0 || (open > 0 && (!late || debited || strcmp(query_text(query, "kind"), "invoice") != 0)))
        return;
    if (open > 0 && candidate->story.item_id == 0)
        item_lead(candidate, query, asked_from);
    g_string_append_printf(candidate->items, "%s%" G_GINT64_FORMAT, candidate->items->len > 0 ? " " : "",
                           query_integer(query, "id"));
    candidate->invoices += open > 0;
    candidate->amount += open;
    candidate->credit += open < 0 ? -open : 0;
}

/* --- What was said and sent --------------------------------------------------------------------------------- */

#define CONTACTS_SQL(list)                                                                                             \
    "SELECT e.customer_id, max(e.day) AS day FROM event e WHERE" EVENT_IS_CONTACT(                                     \
        "e") " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) AND e.customer_id IN" list                 \
             " GROUP BY e.customer_id ORDER BY e.customer_id"

static void contact_take(Reading *reading, Candidate *candidate, Query *query)
{
    (void)reading;
    candidate->story.contact = query_day(query, "day");
}

/* The distance before the one that ends now. */
#define GAPS_SQL(list)                                                                                                 \
    "SELECT t.customer_id, t.gap FROM touchpoint t WHERE t.id IN (SELECT max(x.id) FROM touchpoint x"                  \
    "   WHERE x.closed_event IS NOT NULL AND x.customer_id IN" list " GROUP BY x.customer_id)"                         \
    " ORDER BY t.customer_id"

static void gap_take(Reading *reading, Candidate *candidate, Query *query)
{
    (void)reading;
    candidate->story.previous_gap = (int)query_integer(query, "gap");
}

#define LETTERS_SQL(list)                                                                                              \
    "SELECT customer_id, document, channel, items, coalesce(sent_utc, 0) AS sent FROM outbox"                          \
    " WHERE state <> 'recalled' AND customer_id IN" list " ORDER BY customer_id, id"

static void letter_take(Reading *reading, Candidate *candidate, Query *query)
{
    (void)reading;
    story_letter(&candidate->story, query_text(query, "document"), query_text(query, "channel"),
                 query_text(query, "items"), query_integer(query, "sent"));
}

#define PROMISES_SQL(list)                                                                                             \
    "SELECT DISTINCT p.customer_id FROM promise p WHERE p.deadline >= :today "                                         \
    "AND " STANDS("p") " AND NOT EXISTS (SELECT 1 FROM promise_end x WHERE x.promise_id "                              \
                       "= p.id AND " STANDS("x") ")"                                                                   \
                                                 " AND p.customer_id IN" list " ORDER BY p.customer_id"

static void promise_take(Reading *reading, Candidate *candidate, Query *query)
{
    (void)reading, (void)query;
    candidate->has_promise = true;
}

/* Who does the accounts, else who is named first, of those with an address. */
#define PEOPLE_SQL(list)                                                                                               \
    "SELECT customer_id, email, coalesce(language, '') AS language FROM contact p WHERE" CONTACT_HAS_MAIL(             \
        "p") " AND customer_id IN" list " ORDER BY customer_id, role <> 'accounts', position, id"

static void person_take(Reading *reading, Candidate *candidate, Query *query)
{
    (void)reading;
    if (candidate->email != NULL || !email_valid(query_text(query, "email")))
        return;
    candidate->email = query_dup(query, "email");
    if (*query_text(query, "language") != '\0') {
        g_free(candidate->language);
        candidate->language = query_dup(query, "language");
    }
}

GPtrArray *candidates_read(Desk *desk, const ReminderOptions *options, GError **error)
{
    static const struct {
        const char *sql[2]; /* of all, of one */
        RowTake take;
    } FACTS[] = {{{ITEMS_SQL(EVERYBODY), ITEMS_SQL(ONE)}, item_take},
                 {{CONTACTS_SQL(EVERYBODY), CONTACTS_SQL(ONE)}, contact_take},
                 {{GAPS_SQL(EVERYBODY), GAPS_SQL(ONE)}, gap_take},
                 {{LETTERS_SQL(EVERYBODY), LETTERS_SQL(ONE)}, letter_take},
                 {{PROMISES_SQL(EVERYBODY), PROMISES_SQL(ONE)}, promise_take},
                 {{PEOPLE_SQL(EVERYBODY), PEOPLE_SQL(ONE)}, person_take}};
    g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func(candidate_free);
    Reading reading = {.desk = desk, .options = options, .candidates = candidates, .today = clock_today()};
    if (!planned_read(&reading, error) || (candidates->len > 0 && !currencies_read(&reading, error)))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(FACTS) && candidates->len > 0; i++)
        if (!rows_read(&reading, FACTS[i].sql[options->customer_id != 0], FACTS[i].take, error))
            return NULL;
    return g_steal_pointer(&candidates);
}
