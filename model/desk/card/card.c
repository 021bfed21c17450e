#include "desk/card/parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "desk/bank_state.h"
#include "desk/blocked.h"
#include "desk/letter_way.h"
#include "desk/queue.h"
#include "desk/reach.h"
#include "desk/way.h"
#include <string.h>

enum { TIMELINE_ROWS = 200, ESCALATE_AFTER_AWAY = 2 };

/* --- Memory --------------------------------------------------------------------------------------------- */

static void phone_free(gpointer data)
{
    CardPhone *phone = data;
    g_free(phone->raw);
    g_free(phone->e164);
    g_free(phone->pretty);
    g_free(phone);
}

static void contact_free(gpointer data)
{
    CardContact *contact = data;
    char *const strings[] = {contact->name,  contact->role,       contact->email,           contact->deputy,
                             contact->reach, contact->role_label, contact->unreachable_why, contact->language};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    g_ptr_array_unref(contact->phones);
    g_free(contact);
}

void card_free(Card *card)
{
    if (card == NULL)
        return;
    char *const strings[] = {card->number,       card->name,    card->kind,    card->language,
                             card->country,      card->vat,     card->address, card->city,
                             card->not_callable, card->blocked, card->reason,  card->next_if_nothing};
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        g_free(strings[i]);
    GPtrArray *const lists[] = {card->contacts,    card->items, card->promises, card->timeline,
                                card->touchpoints, card->plans, card->disputes};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        if (lists[i] != NULL)
            g_ptr_array_unref(lists[i]);
    }
    g_clear_pointer(&card->money, g_array_unref);
    g_clear_pointer(&card->holds, holds_free);
    g_free(card->holds_words);
    g_clear_pointer(&card->way, way_free);
    g_free(card);
}

/* --- Master data ---------------------------------------------------------------------------------------- */

static void read_master_data(Card *card, Query *query)
{
    const char *manual = query_text(query, "class_manual");
    card->number = query_dup(query, "number");
    card->name = query_dup(query, "name");
    card->kind = query_dup(query, "kind");
    card->language = query_dup(query, "language");
    card->country = query_dup(query, "country");
    card->vat = query_dup(query, "vat");
    card->city = query_dup(query, "city");
    card->address = letter_address_line(query);
    card->postal = letter_address_whole(query_text(query, "street"), query_text(query, "city"));
    card->class_is_manual = *manual != '\0';
    card->payment_class = card->class_is_manual ? *manual : *query_text(query, "class");
    card->restricted = query_integer(query, "restricted") != 0;
    card->blocked = g_strdup(query_text(query, "not_callable"));
    card->not_callable = blocked_words(card->blocked, card->restricted);
    card->terms_days = (int)query_integer(query, "terms_days");
}

static bool load_master_data(Desk *desk, Card *card, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store, "SELECT * FROM customer WHERE id = :id", BINDS(INTEGER("id", card->id)), error);
    if (query == NULL)
        return false;
    if (!query_next(query))
        return query_finish(query, error) &&
               fail(error, BELRONDE_ERROR_MISSING, _("This customer is not in the database."));
    read_master_data(card, query);
    return true;
}

/* --- Contacts ------------------------------------------------------------------------------------------- */

static const struct {
    const char *role, *label;
} roles[] = {
    {"accounts", N_("accounts")}, {"management", N_("management")}, {"owner", N_("owner")},
    {"purchase", N_("purchase")}, {"approver", N_("approves")},     {"desk", N_("reception")},
    {"other", N_("other")},
};

static const char *role_label(const char *role)
{
    for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
        if (g_str_equal(roles[i].role, role))
            return _(roles[i].label);
    }
    return role;
}

static CardContact *contact_read(Query *query)
{
    CardContact *contact = g_new0(CardContact, 1);
    Now now = clock_now();
    Reach reach = {.days = (int)query_integer(query, "reach_days"),
                   .from = query_minute(query, "reach_from"),
                   .until = query_minute(query, "reach_until"),
                   .absent_until = query_day(query, "absent_until")};
    contact->id = query_integer(query, "id");
    contact->name = query_dup(query, "name");
    contact->role = query_dup(query, "role");
    contact->role_label = g_strdup(role_label(contact->role));
    contact->email = query_dup(query, "email");
    contact->language = g_strdup(query_text(query, "language")); /* NULL: the customer's */
    contact->deputy = query_dup(query, "deputy");
    contact->absent_until = reach.absent_until;
    contact->reach = reach_text(&reach);
    contact->unreachable_why = reach_obstacle(&reach, (Moment){now.day, now.minute});
    contact->reachable = contact->unreachable_why == NULL;
    contact->phones = g_ptr_array_new_with_free_func(phone_free);
    return contact;
}

static bool load_phones(Desk *desk, CardContact *contact, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT id, raw, e164, wrong_since FROM phone WHERE contact_id = :contact"
                                         " ORDER BY wrong_since IS NOT NULL, position, id",
                                         BINDS(INTEGER("contact", contact->id)), error);
    while (query != NULL && query_next(query)) {
        CardPhone *phone = g_new0(CardPhone, 1);
        phone->id = query_integer(query, "id");
        phone->raw = query_dup(query, "raw");
        phone->e164 = query_dup(query, "e164");
        phone->pretty = *phone->e164 != '\0' ? phone_pretty(phone->e164) : g_strdup(phone->raw);
        phone->wrong = !query_is_null(query, "wrong_since");
        g_ptr_array_add(contact->phones, phone);
    }
    return query != NULL && query_finish(query, error);
}

static bool load_contacts(Desk *desk, Card *card, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT * FROM contact WHERE customer_id = :customer AND active = 1"
                                         " ORDER BY role <> 'accounts', position, id",
                                         BINDS(INTEGER("customer", card->id)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(card->contacts, contact_read(query));
    if (query == NULL || !query_finish(query, error))
        return false;
    for (guint i = 0; i < card->contacts->len; i++) {
        if (!load_phones(desk, g_ptr_array_index(card->contacts, i), error))
            return false;
    }
    return true;
}

const CardContact *card_with_email(const Card *card)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (email_valid(contact->email))
            return contact;
    }
    return NULL;
}

const char *card_reader_language(const Card *card, const char *recipient)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (*contact->email != '\0' && *contact->language != '\0' && g_ascii_strcasecmp(contact->email, recipient) == 0)
            return contact->language;
    }
    return card->language;
}

static CardContact *contact_by_id(const Card *card, gint64 id)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (contact->id == id)
            return contact;
    }
    return NULL;
}

static const CardContact *contact_with_role(const Card *card, const char *role)
{
    for (guint i = 0; i < card->contacts->len; i++) {
        const CardContact *contact = g_ptr_array_index(card->contacts, i);
        if (g_str_equal(contact->role, role))
            return contact;
    }
    return NULL;
}

/* --- What was said before ------------------------------------------------------------------------------- */

/* Walks the calls that stand (not undone), newest first, until `visit` says enough. */
typedef bool (*VisitCall)(const Outcome *outcome, gint64 contact_id, Day day, void *data);

static bool visit_calls(Desk *desk, gint64 customer_id, VisitCall visit, void *data, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT outcome, contact_id, day FROM event e WHERE customer_id = :customer AND kind = 'call'"
                    "   AND outcome IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"
                    " ORDER BY id DESC",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        const Outcome *outcome = playbook_outcome(desk->playbook, query_text(query, "outcome"));
        if (outcome != NULL && !visit(outcome, query_integer_or(query, "contact_id", 0), query_day(query, "day"), data))
            return true;
    }
    return query != NULL && query_finish(query, error);
}

static bool count_away(const Outcome *outcome, gint64 contact_id, Day day, void *data)
{
    Card *card = data;
    (void)day;
    if (outcome->contact == OUTCOME_RIGHT_PARTY)
        return false;
    CardContact *contact = contact_by_id(card, contact_id);
    if (contact != NULL && outcome->contact == OUTCOME_THIRD_PARTY)
        contact->times_away++;
    return true;
}

/* The contact the touchpoint names; else the collections contact; from the second time away somebody who decides. */
static void choose_contact(Card *card)
{
    for (guint i = 0; i < card->touchpoints->len; i++) {
        const Touchpoint *touchpoint = g_ptr_array_index(card->touchpoints, i);
        if (touchpoint->contact_id != 0 && contact_by_id(card, touchpoint->contact_id) != NULL) {
            card->ask_contact_id = touchpoint->contact_id;
            return;
        }
    }
    if (card->contacts->len == 0)
        return;
    const CardContact *first = g_ptr_array_index(card->contacts, 0), *higher = contact_with_role(card, "management");
    if (higher == NULL)
        higher = contact_with_role(card, "owner");
    card->ask_contact_id = first->times_away >= ESCALATE_AFTER_AWAY && higher != NULL ? higher->id : first->id;
}

typedef struct {
    const Outcome *asked;
    gint64 contact_id;
    Day since;
    int times;
} Times;

static bool count_times(const Outcome *outcome, gint64 contact_id, Day day, void *data)
{
    Times *times = data;
    bool in_a_row = times->asked->contact != OUTCOME_RIGHT_PARTY;
    if (in_a_row && outcome->contact == OUTCOME_RIGHT_PARTY)
        return false;
    if (!in_a_row && day_compare(day, times->since) < 0)
        return false;
    bool same_person =
        times->asked->contact != OUTCOME_THIRD_PARTY || contact_id == 0 || contact_id == times->contact_id;
    times->times += outcome == times->asked && same_person;
    return true;
}

int card_times(Desk *desk, const Card *card, const char *outcome)
{
    enum { REMEMBERED_DAYS = 90 }; /* what somebody said longer ago does not count against him */
    Times times = {.asked = playbook_outcome(desk->playbook, outcome),
                   .contact_id = card->ask_contact_id,
                   .since = day_plus(clock_today(), -REMEMBERED_DAYS),
                   .times = 1};
    g_autoptr(GError) trouble = NULL;
    if (times.asked != NULL && !visit_calls(desk, card->id, count_times, &times, &trouble))
        g_warning("%s", trouble->message);
    return times.times;
}

/* --- The whole card ------------------------------------------------------------------------------------- */

static bool load_promises(Desk *desk, Card *card, GError **error)
{
    Day today = clock_today(), year_ago = day_plus(today, -365);
    card->promises =
        promises_of(desk->store, card->id, today, settings_number(desk->settings, "promise", "tolerance_cents"),
                    (int)settings_number(desk->settings, "promise", "tolerance_permille"), error);
    card->plans = card->promises != NULL ? plans_of(desk, card->id, card->promises, error) : NULL;
    card->disputes = card->plans != NULL ? disputes_load(desk, card->id, false, error) : NULL;
    if (card->disputes == NULL)
        return false;
    for (guint i = 0; i < card->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(card->promises, i);
        if (day_compare(promise->due, year_ago) < 0)
            continue;
        card->promises_kept += promise->state == PROMISE_KEPT || promise->state == PROMISE_KEPT_LATE;
        card->promises_broken += promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTLY;
    }
    return true;
}

static bool judge_bank_and_hours(Desk *desk, Card *card, GError **error)
{
    Now now = clock_now();
    const BankState *bank = desk_bank(desk, error);
    if (bank == NULL)
        return false;
    card->bank_day = bank->day;
    card->bank_stale = bank->stale;
    card->hours = calendar_contact_hours(desk->calendar, settings_text(desk->settings, "belronde", "contact_hours"),
                                         card->country, (Moment){now.day, now.minute});
    return true;
}

static bool load_holds(Desk *desk, Card *card, GError **error)
{
    card->holds = holds_load(desk, card->id, error);
    if (card->holds == NULL)
        return false;
    card->stop_supply = holds_are(card->holds, HOLD_SUPPLY_STOP);
    card->prepay = holds_are(card->holds, HOLD_PREPAY);
    card->credit_limit = holds_limit(card->holds);
    card->holds_words = holds_words(card->holds, card_money(card));
    return true;
}

const char *card_proposed(const Card *card)
{
    static const struct {
        const char *reason, *outcome;
    } answers[] = {{"lift", "lift"},
                   {"plan_approval", "plan_answer"},
                   {"dispute_open", "dispute_answer"},
                   {"dispute_late", "dispute_answer"},
                   {"credit", "dispute_answer"}};
    for (size_t i = 0; i < G_N_ELEMENTS(answers); i++)
        if (strcmp(card->reason, answers[i].reason) == 0)
            return answers[i].outcome;
    return holds_announced(card->holds);
}

static bool load_parts(Desk *desk, Card *card, GError **error)
{
    if (!load_master_data(desk, card, error) || !load_contacts(desk, card, error) ||
        !load_promises(desk, card, error) || !card_items_load(desk, card, error))
        return false;
    card->money = money_lines(desk->store, card->id, clock_today(), error);
    if (card->money == NULL || !load_holds(desk, card, error))
        return false;
    card->timeline = timeline_of(desk, card->id, card->promises, TIMELINE_ROWS, error);
    card->touchpoints = card->timeline != NULL ? touchpoints_of(desk, card->id, error) : NULL;
    PriorityFacts facts;
    if (card->touchpoints == NULL || !visit_calls(desk, card->id, count_away, card, error) ||
        !customer_behaviour(desk->store, desk->settings, card->id, clock_today(), &card->behaviour, error) ||
        !queue_facts(desk, card->id, &facts, &card->priority, error))
        return false;
    card->slowing = facts.drift;
    if (!card->class_is_manual)
        card->payment_class = card->behaviour.payment_class;
    choose_contact(card);
    card_name_next(desk, card);
    card->way = way_load(desk, card, error);
    return card->way != NULL && judge_bank_and_hours(desk, card, error);
}

Card *card_load(Desk *desk, gint64 customer_id, GError **error)
{
    Card *card = g_new0(Card, 1);
    card->id = customer_id;
    card->contacts = g_ptr_array_new_with_free_func(contact_free);
    if (load_parts(desk, card, error))
        return card;
    card_free(card);
    return NULL;
}

const MoneyLine *card_money(const Card *card)
{
    return &g_array_index(card->money, MoneyLine, 0);
}
