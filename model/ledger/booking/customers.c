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
    {"class_manual", offsetof(CustomerRecord, payment_class), false},
    {"terms_days", offsetof(CustomerRecord, terms_days), true},
    {"stop_supply", offsetof(CustomerRecord, stop_supply), true},
    {"prepay", offsetof(CustomerRecord, prepay), true},
    {"restricted", offsetof(CustomerRecord, restricted), true},
};

static const char *record_text(const CustomerRecord *record, size_t i)
{
    return *(const char *const *)((const char *)record + FIELDS[i].offset);
}

static int record_number(const CustomerRecord *record, size_t i)
{
    return *(const int *)((const char *)record + FIELDS[i].offset);
}

static bool is_one_of(const char *word, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    return g_strv_contains((const char *const *)list, word);
}

/* What the database would refuse counts as not stated. */
static CustomerRecord record_checked(const CustomerRecord *given, const char *house_country, char **vat)
{
    CustomerRecord record = *given;
    if (!is_one_of(record.kind, "business consumer public"))
        record.kind = "";
    if (!is_one_of(record.payment_class, "A B C"))
        record.payment_class = "";
    *vat =
        *record.vat != '\0' ? vat_normal(*record.country != '\0' ? record.country : house_country, record.vat) : NULL;
    if (*vat != NULL)
        record.vat = *vat;
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
    Cents credit_limit; /* -1 none */
    char *text[G_N_ELEMENTS(FIELDS)];
    gint64 number[G_N_ELEMENTS(FIELDS)];
    char *country;
} Known;

static void known_clear(Known *known)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++)
        g_free(known->text[i]);
    g_free(known->country);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Known, known_clear)

static bool known_read(Store *store, const char *number, Known *known, GError **error)
{
    g_autoptr(Query) query =
        store_query(store, "SELECT * FROM customer WHERE number = :number", BINDS(TEXT("number", number)), error);
    if (query != NULL && query_next(query)) {
        known->id = query_integer(query, "id");
        known->agent_id = query_integer_or(query, "agent_id", 0);
        known->credit_limit = query_integer_or(query, "credit_limit", -1);
        known->country = g_strdup(query_text(query, "country"));
        for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
            if (FIELDS[i].number)
                known->number[i] = query_integer(query, FIELDS[i].column);
            else
                known->text[i] = g_strdup(query_text(query, FIELDS[i].column));
        }
    }
    return query != NULL && query_finish(query, error);
}

static bool field_follow(Booking *booking, const Known *known, const CustomerRecord *record, size_t i, bool *changed,
                         GError **error)
{
    if (FIELDS[i].number) {
        int stated = record_number(record, i);
        return stated < 0 || stated == known->number[i] ||
               field_set(booking, known->id, FIELDS[i].column, &INTEGER("value", stated), changed, error);
    }
    const char *stated = record_text(record, i);
    Bind value = TEXT("value", stated);
    return *stated == '\0' || strcmp(stated, known->text[i]) == 0 ||
           field_set(booking, known->id, FIELDS[i].column, &value, changed, error);
}

static bool limit_follow(Booking *booking, const Known *known, const CustomerRecord *record, bool *changed,
                         GError **error)
{
    return record->credit_limit < 0 || record->credit_limit == known->credit_limit ||
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
static bool customer_insert(Booking *booking, const CustomerRecord *record, gint64 *id, GError **error)
{
    const LedgerTerms *house = &booking->terms;
    booking->summary->new_customers++;
    return store_insert(
        booking->store,
        "INSERT INTO customer (number, name, kind, language, country, currency, vat, street, postcode, city, "
        "class_manual,"
        " credit_limit, terms_days, stop_supply, prepay, restricted, since) VALUES (:number, :name, :kind, :language,"
        " :country, :currency, :vat, :street, :postcode, :city, :class, :limit, :terms, :stop, :prepay, :restricted, "
        ":since)"
        " RETURNING id",
        BINDS(TEXT("number", record->number), TEXT("name", stated_or(record->name, record->number)),
              TEXT("kind", stated_or(record->kind, "unknown")),
              TEXT("language", stated_or(record->language, house->language)),
              TEXT("country", stated_or(record->country, house->country)),
              TEXT("currency", stated_or(record->currency, house->currency)), TEXT("vat", record->vat),
              TEXT("street", record->street), TEXT("postcode", record->postcode), TEXT("city", record->city),
              TEXT("class", *record->payment_class != '\0' ? record->payment_class : NULL),
              store_bind_optional("limit", record->credit_limit, record->credit_limit >= 0),
              INTEGER("terms", record->terms_days >= 0 ? record->terms_days : USUAL_TERMS),
              INTEGER("stop", record->stop_supply > 0), INTEGER("prepay", record->prepay > 0),
              INTEGER("restricted", record->restricted > 0), DAY("since", booking->today)),
        id, error);
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
           contact_book(booking, known->id, known->country, record, changed, error);
}

/* --- The same customer on the next line ----------------------------------------------------------------- */

/* Everything a record says, for comparison with the line before of the same customer. */
static char *record_words(const CustomerRecord *record)
{
    g_autoptr(GString) words = g_string_new(NULL);
    const char *const others[] = {record->agent,  record->contact, record->role,  record->phone,
                                  record->phone2, record->email,   record->reach, record->iban};
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
        if (FIELDS[i].number)
            g_string_append_printf(words, "%d\n", record_number(record, i));
        else
            g_string_append_printf(words, "%s\n", record_text(record, i));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        g_string_append_printf(words, "%s\n", others[i]);
    g_string_append_printf(words, "%" G_GINT64_FORMAT, record->credit_limit);
    return g_string_free(g_steal_pointer(&words), FALSE);
}

void customer_met_free(gpointer data)
{
    CustomerMet *met = data;
    g_free(met->words);
    g_free(met);
}

static bool customer_meet(Booking *booking, const char *number, char *words, gint64 *id, GError **error)
{
    CustomerMet *met = g_new0(CustomerMet, 1);
    met->words = words;
    if (g_hash_table_size(booking->customers) >= CUSTOMERS_MET) /* lists are mostly in order of customer */
        g_hash_table_remove_all(booking->customers);
    g_hash_table_replace(booking->customers, g_strdup(number), met);
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT id, terms_days, currency FROM customer WHERE number = :number",
                    BINDS(TEXT("number", number)), error);
    if (query != NULL && query_next(query)) {
        *id = met->id = query_integer(query, "id");
        met->terms_days = (int)query_integer(query, "terms_days");
        met->currency = g_intern_string(query_text(query, "currency"));
    }
    return query != NULL && query_finish(query, error);
}

const CustomerMet *customer_met(const Booking *booking, const char *number)
{
    return g_hash_table_lookup(booking->customers, number);
}

bool customer_book(Booking *booking, const CustomerRecord *given, gint64 *id, bool *changed, GError **error)
{
    g_autofree char *vat = NULL, *words = record_words(given);
    const CustomerMet *met = customer_met(booking, given->number);
    if (met != NULL && strcmp(met->words, words) == 0) {
        *id = met->id;
        return true;
    }
    CustomerRecord record = record_checked(given, booking->terms.country, &vat);
    g_auto(Known) known = {0};
    bool differs = false;
    if (!known_read(booking->store, record.number, &known, error))
        return false;
    bool fresh = known.id == 0;
    if (fresh) {
        known.country = g_strdup(stated_or(record.country, booking->terms.country));
        if (!customer_insert(booking, &record, &known.id, error))
            return false;
    }
    if (!customer_follow(booking, &known, &record, fresh, &differs, error))
        return false;
    if (fresh || differs)
        touch_master(booking, known.id);
    booking->summary->changed_customers += !fresh && differs;
    *changed |= fresh || differs;
    return customer_meet(booking, record.number, g_steal_pointer(&words), id, error);
}
