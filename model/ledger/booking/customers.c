/* Master data of a list: new customers are made, later lists fill and correct; what was changed at the desk stays. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/booking/parts.h"

#include <string.h>

enum { USUAL_TERMS = 30, CUSTOMERS_MET = 4096 }; /* days as the schema has them; how many are kept at hand */

/* Fields that a list may fill and correct; numbers below 0 and empty texts are not stated. */
static const struct {
    const char *column;
    size_t offset;
    bool number;
} FIELDS[] = {
    {"name", offsetof(CustomerRecord, name), false},
    {"kind", offsetof(CustomerRecord, kind), false},
    {"language", offsetof(CustomerRecord, language), false},
    {"country", offsetof(CustomerRecord, country), false},
    {"currency", offsetof(CustomerRecord, currency), false},
    {"vat", offsetof(CustomerRecord, vat), false},
    {"street", offsetof(CustomerRecord, street), false},
    {"postcode", offsetof(CustomerRecord, postcode), false},
    {"city", offsetof(CustomerRecord, city), false},
    {"endpoint", offsetof(CustomerRecord, endpoint), false},
    {"class_manual", offsetof(CustomerRecord, payment_class), false},
    {"terms_days", offsetof(CustomerRecord, terms_days), true},
    {"stop_supply", offsetof(CustomerRecord, stop_supply), true},
    {"prepay", offsetof(CustomerRecord, prepay), true},
    {"restricted", offsetof(CustomerRecord, restricted), true},
};

static const char *record_text(const CustomerRecord *record, size_t i)
{
    const char *text = *(const char *const *)((const char *)record + FIELDS[i].offset);
    return text != NULL ? text : "";
}

static int record_number(const CustomerRecord *record, size_t i)
{
    return *(const int *)((const char *)record + FIELDS[i].offset);
}

static bool is_one_of(const char *word, const char *const *words)
{
    return *word != '\0' && g_strv_contains(words, word);
}

/* What the database would refuse counts as not stated. */
static CustomerRecord record_checked(const CustomerRecord *given, const char *house_country, char **vat)
{
    static const char *const KINDS[] = {"business", "consumer", "public", NULL};
    static const char *const CLASSES[] = {"A", "B", "C", NULL};
    CustomerRecord record = *given;
    if (!is_one_of(record.kind, KINDS))
        record.kind = "";
    if (!is_one_of(record.payment_class, CLASSES))
        record.payment_class = "";
    *vat =
        *record.vat != '\0' ? vat_normal(*record.country != '\0' ? record.country : house_country, record.vat) : NULL;
    if (*vat != NULL)
        record.vat = *vat;
    if (record.endpoint == NULL)
        record.endpoint = "";
    return record;
}

/* --- Changed at the desk? ------------------------------------------------------------------------------- */

static bool desk_changed(Store *store, gint64 customer_id, const char *field, bool *by_desk, GError **error)
{
    gint64 count;
    if (!store_value(store,
                     "SELECT count(*) AS n FROM event_change c WHERE c.entity = 'customer' AND c.entity_id = :id"
                     " AND c.field = :field AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = c.event_id)",
                     BINDS(INTEGER("id", customer_id), TEXT("field", field)), 0, &count, error))
        return false;
    *by_desk = count > 0;
    return true;
}

/* `column` is one of ours, never a word of the file. */
static bool field_set(Booking *booking, gint64 id, const char *column, const Bind *value, bool *changed, GError **error)
{
    bool by_desk;
    if (!desk_changed(booking->store, id, column, &by_desk, error))
        return false;
    if (by_desk)
        return true;
    g_autofree char *sql = g_strdup_printf("UPDATE customer SET %s = :value WHERE id = :id", column);
    *changed = true;
    return store_run(booking->store, sql, BINDS(*value, INTEGER("id", id)), error);
}

/* --- Stored and stated, side by side -------------------------------------------------------------------- */

typedef struct {
    gint64 id, agent_id;
    bool differs[G_N_ELEMENTS(FIELDS)], limit_differs;
    int terms_days;
    const char *currency; /* interned */
    char *country;
    bool made; /* his number is of an invoice's making */
} Known;

static void known_clear(Known *known)
{
    g_free(known->country);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Known, known_clear)

static bool field_differs(Query *query, const CustomerRecord *record, size_t i)
{
    if (FIELDS[i].number) {
        int stated = record_number(record, i);
        return stated >= 0 && stated != query_integer(query, FIELDS[i].column);
    }
    const char *stated = record_text(record, i);
    return *stated != '\0' && strcmp(stated, query_text(query, FIELDS[i].column)) != 0;
}

static bool known_read(Store *store, const CustomerRecord *record, Known *known, GError **error)
{
    g_autoptr(Query) query = store_query(
        store,
        "SELECT id, name, kind, language, country, currency, vat, street, postcode, city, class_manual, terms_days,"
        " endpoint, stop_supply, prepay, restricted, credit_limit, agent_id, number_made FROM customer"
        " WHERE number = :number",
        BINDS(TEXT("number", record->number)), error);
    if (query != NULL && query_next(query)) {
        known->id = query_integer(query, "id");
        for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++)
            known->differs[i] = field_differs(query, record, i);
        known->limit_differs =
            record->credit_limit >= 0 && record->credit_limit != query_integer_or(query, "credit_limit", -1);
        known->agent_id = query_integer_or(query, "agent_id", 0);
        known->made = query_integer(query, "number_made") != 0;
        known->country = g_strdup(query_text(query, "country"));
        known->currency = g_intern_string(query_text(query, "currency"));
        known->terms_days = (int)query_integer(query, "terms_days");
    }
    return query != NULL && query_finish(query, error);
}

static bool field_follow(Booking *booking, const Known *known, const CustomerRecord *record, size_t i, bool *changed,
                         GError **error)
{
    const Bind value =
        FIELDS[i].number ? INTEGER("value", record_number(record, i)) : TEXT("value", record_text(record, i));
    return !known->differs[i] || field_set(booking, known->id, FIELDS[i].column, &value, changed, error);
}

static bool limit_follow(Booking *booking, const Known *known, const CustomerRecord *record, bool *changed,
                         GError **error)
{
    return !known->limit_differs ||
           field_set(booking, known->id, "credit_limit", &INTEGER("value", record->credit_limit), changed, error);
}

/* Only a colleague who is known here: a name in a list makes nobody an agent. */
static bool agent_follow(Booking *booking, const Known *known, const CustomerRecord *record, bool *changed,
                         GError **error)
{
    gint64 agent_id = 0;
    if (*record->agent == '\0')
        return true;
    if (!store_value(
            booking->store,
            "SELECT id FROM agent WHERE active = 1 AND (name = :name OR full_name = :name) ORDER BY id LIMIT 1",
            BINDS(TEXT("name", record->agent)), 0, &agent_id, error))
        return false;
    if (agent_id == 0) {
        g_autofree char *sentence =
            g_strdup_printf(_("Nobody here is called “%s”: those customers stay everybody's."), record->agent);
        booking_warn(booking, sentence);
        return true;
    }
    return agent_id == known->agent_id ||
           field_set(booking, known->id, "agent_id", &INTEGER("value", agent_id), changed, error);
}

static bool iban_follow(Booking *booking, gint64 id, const CustomerRecord *record, bool *changed, GError **error)
{
    g_autofree char *iban = *record->iban != '\0' ? iban_normal(record->iban) : NULL;
    if (iban == NULL)
        return true;
    if (!store_run(booking->store,
                   "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES (:iban, :id, 'ledger', :day)"
                   " ON CONFLICT (iban, customer_id) DO NOTHING",
                   BINDS(TEXT("iban", iban), INTEGER("id", id), DAY("day", booking->today)), error))
        return false;
    *changed |= store_changed_rows(booking->store) > 0;
    return true;
}

static const char *stated_or(const char *stated, const char *otherwise)
{
    return *stated != '\0' ? stated : otherwise;
}

/* The whole record at once: nobody at the desk has touched a customer who was not here. */
static bool customer_insert(Booking *booking, const CustomerRecord *record, Known *known, GError **error)
{
    const LedgerTerms *house = &booking->terms;
    booking->summary->new_customers++;
    known->country = g_strdup(stated_or(record->country, house->country));
    known->currency = g_intern_string(stated_or(record->currency, house->currency));
    known->terms_days = record->terms_days >= 0 ? record->terms_days : USUAL_TERMS;
    return store_insert(
        booking->store,
        "INSERT INTO customer (number, name, kind, language, country, currency, vat, street, postcode, city, endpoint,"
        " class_manual, credit_limit, terms_days, stop_supply, prepay, restricted, since, number_made)"
        " VALUES (:number, :name, :kind, :language, :country, :currency, :vat, :street, :postcode, :city, :endpoint,"
        " :class, :limit, :terms, :stop, :prepay, :restricted, :since, :made) RETURNING id",
        BINDS(TEXT("number", record->number), TEXT("name", stated_or(record->name, record->number)),
              TEXT("kind", stated_or(record->kind, "unknown")),
              TEXT("language", stated_or(record->language, house->language)), TEXT("country", known->country),
              TEXT("currency", known->currency), TEXT("vat", record->vat), TEXT("street", record->street),
              TEXT("postcode", record->postcode), TEXT("city", record->city), TEXT("endpoint", record->endpoint),
              TEXT("class", *record->payment_class != '\0' ? record->payment_class : NULL),
              store_bind_optional("limit", record->credit_limit, record->credit_limit >= 0),
              INTEGER("terms", known->terms_days), INTEGER("stop", record->stop_supply > 0),
              INTEGER("prepay", record->prepay > 0), INTEGER("restricted", record->restricted > 0),
              DAY("since", booking->today), INTEGER("made", record->by_document)),
        &known->id, error);
}

static bool customer_follow(Booking *booking, const Known *known, const CustomerRecord *record, bool fresh,
                            bool *changed, GError **error)
{
    for (size_t i = 0; !fresh && i < G_N_ELEMENTS(FIELDS); i++)
        if (!field_follow(booking, known, record, i, changed, error))
            return false;
    return (fresh || limit_follow(booking, known, record, changed, error)) &&
           agent_follow(booking, known, record, changed, error) &&
           iban_follow(booking, known->id, record, changed, error) &&
           (fresh ? contact_new(booking, known->id, known->country, record, changed, error)
                  : contact_book(booking, known->id, known->country, record, changed, error));
}

/* --- The same customer on the next line ----------------------------------------------------------------- */

/* Everything a record says, for comparison with the line before of the same customer. */
static Fingerprint record_words(const CustomerRecord *record)
{
    Fingerprint words = FINGERPRINT_START;
    const char *const others[] = {record->agent,  record->contact, record->role,  record->phone,
                                  record->phone2, record->email,   record->reach, record->iban};
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
        if (FIELDS[i].number)
            fingerprint_number(&words, record_number(record, i));
        else
            fingerprint_text(&words, record_text(record, i));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        fingerprint_text(&words, others[i]);
    fingerprint_number(&words, record->credit_limit);
    return words;
}

static CustomerMet *customer_meet(Booking *booking, const char *number, Fingerprint words, const Known *known)
{
    CustomerMet *met = g_new0(CustomerMet, 1);
    *met = (CustomerMet){known->id, known->terms_days, known->currency, words};
    if (g_hash_table_size(booking->customers) >= CUSTOMERS_MET) /* lists are mostly in order of customer */
        g_hash_table_remove_all(booking->customers);
    g_hash_table_replace(booking->customers, g_strdup(number), met);
    return met;
}

/* What a change left of the terms: the desk may have its own. */
static bool met_read(Store *store, CustomerMet *met, GError **error)
{
    g_autoptr(Query) query = store_query(store, "SELECT terms_days, currency FROM customer WHERE id = :id",
                                         BINDS(INTEGER("id", met->id)), error);
    if (query != NULL && query_next(query)) {
        met->terms_days = (int)query_integer(query, "terms_days");
        met->currency = g_intern_string(query_text(query, "currency"));
    }
    return query != NULL && query_finish(query, error);
}

const CustomerMet *customer_met(const Booking *booking, const char *number)
{
    return g_hash_table_lookup(booking->customers, number);
}

/* A number behind all of the book's is a new one without looking it up: lists are mostly in order of number. */
static bool number_is_behind_all(Booking *booking, const char *number, bool *behind, GError **error)
{
    if (booking->last_number == NULL) {
        g_autofree char *last = NULL;
        if (!store_text(booking->store, "SELECT max(number) AS number FROM customer", NO_BINDS, &last, error))
            return false;
        booking->last_number = g_string_new(last);
    }
    *behind = strcmp(number, booking->last_number->str) > 0;
    if (*behind)
        g_string_assign(booking->last_number, number);
    return true;
}

/* Whom an invoice had made before the list told his number: the number is the list's from now on. */
static bool made_settle(Booking *booking, const CustomerRecord *record, Known *known, bool *adopted, GError **error)
{
    gint64 id = 0;
    if (record->by_document || (known->id != 0 && !known->made) || booking->load == LOAD_WHOLE)
        return true;
    if (known->id != 0)
        return store_run(booking->store, "UPDATE customer SET number_made = 0 WHERE id = :id",
                         BINDS(INTEGER("id", known->id)), error);
    if (!customer_adopt(booking, record, &id, error))
        return false;
    *adopted = id != 0;
    return id == 0 || known_read(booking->store, record, known, error);
}

static bool customer_find(Booking *booking, const CustomerRecord *record, Known *known, bool *fresh, bool *changed,
                          GError **error)
{
    bool behind;
    if (!number_is_behind_all(booking, record->number, &behind, error) ||
        (!behind && !known_read(booking->store, record, known, error)) ||
        !made_settle(booking, record, known, changed, error))
        return false;
    *fresh = known->id == 0;
    return !*fresh || customer_insert(booking, record, known, error);
}

bool customer_book(Booking *booking, const CustomerRecord *given, gint64 *id, bool *changed, GError **error)
{
    g_autofree char *vat = NULL;
    Fingerprint words = record_words(given);
    const CustomerMet *known_words = customer_met(booking, given->number);
    if (known_words != NULL && fingerprint_equal(known_words->words, words)) {
        *id = known_words->id;
        return true;
    }
    CustomerRecord record = record_checked(given, booking->terms.country, &vat);
    g_auto(Known) known = {0};
    bool differs = false, fresh = false;
    if (!customer_find(booking, &record, &known, &fresh, &differs, error) ||
        !customer_follow(booking, &known, &record, fresh, &differs, error))
        return false;
    if (fresh || differs)
        touch_master(booking, known.id);
    booking->summary->changed_customers += !fresh && differs;
    *changed |= fresh || differs;
    *id = known.id;
    CustomerMet *met = customer_meet(booking, record.number, words, &known);
    return fresh || !differs || met_read(booking->store, met, error);
}
