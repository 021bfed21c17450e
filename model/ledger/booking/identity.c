/* Whose invoice is it?  An invoice names its customer, seldom by our number: VAT or enterprise number, endpoint, our
 * number and the name are tried in this order, each only where it means one customer. */
#include "base/reference.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"

#include <string.h>

enum { SAME_MOST = 20 }; /* customers under one VAT number that are looked at */

typedef struct {
    gint64 id;
    char *number, *vat, *name_key;
} Found;

static void found_free(gpointer data)
{
    Found *found = data;
    g_free(found->number);
    g_free(found->vat);
    g_free(found->name_key);
    g_free(found);
}

#define FOUND_SQL(condition)                                                                                           \
    "SELECT c.id, c.number, c.vat, coalesce(s.name_key, '') AS name_key FROM customer c"                               \
    " LEFT JOIN search_text s ON s.customer_id = c.id WHERE " condition " ORDER BY c.id LIMIT :most"

static GPtrArray *found_read(Store *store, const char *sql, const char *value, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(found_free);
    g_autoptr(Query) query = store_query(store, sql, BINDS(TEXT("value", value), INTEGER("most", SAME_MOST)), error);
    while (query != NULL && query_next(query)) {
        Found *found = g_new0(Found, 1);
        *found = (Found){.id = query_integer(query, "id"),
                         .number = query_dup(query, "number"),
                         .vat = query_dup(query, "vat"),
                         .name_key = query_dup(query, "name_key")};
        g_ptr_array_add(all, found);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&all) : NULL;
}

/* --- What the record says of him ------------------------------------------------------------------------ */

typedef struct {
    const CustomerRecord *record;
    char *vat, *endpoint_vat, *name_key; /* owned; "" none */
    const char *endpoint;
    bool made_only; /* only customers whose number an invoice made */
} Identity;

static void identity_clear(Identity *identity)
{
    g_free(identity->vat);
    g_free(identity->endpoint_vat);
    g_free(identity->name_key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Identity, identity_clear)

/* An endpoint that is an enterprise or VAT number: 0208 Belgian enterprise, 9925 Belgian VAT, 9944 Dutch VAT. */
static char *vat_of_endpoint(const char *endpoint)
{
    static const char *const SCHEMES[][2] = {{"0208:", "BE"}, {"9925:", "BE"}, {"9944:", "NL"}};
    for (size_t i = 0; i < G_N_ELEMENTS(SCHEMES); i++)
        if (g_str_has_prefix(endpoint, SCHEMES[i][0]))
            return vat_normal(SCHEMES[i][1], endpoint + strlen(SCHEMES[i][0]));
    return g_strdup("");
}

static Identity identity_of(const Booking *booking, const CustomerRecord *record, bool made_only)
{
    const char *country = *record->country != '\0' ? record->country : booking->terms.country;
    const char *endpoint = record->endpoint != NULL ? record->endpoint : "";
    return (Identity){.record = record,
                      .vat = *record->vat != '\0' ? vat_normal(country, record->vat) : g_strdup(""),
                      .endpoint_vat = vat_of_endpoint(endpoint),
                      .name_key = name_key(record->name),
                      .endpoint = endpoint,
                      .made_only = made_only};
}

/* --- Which of them -------------------------------------------------------------------------------------- */

static bool contradicts(const Identity *identity, const Found *found)
{
    return *identity->vat != '\0' && *found->vat != '\0' && strcmp(identity->vat, found->vat) != 0;
}

/* Branches share a VAT number: our number or the name tells them apart. */
static const Found *one_of(const Identity *identity, const GPtrArray *all)
{
    const Found *named = NULL;
    int names = 0;
    for (guint i = 0; i < all->len; i++) {
        const Found *found = g_ptr_array_index(all, i);
        if (*found->number != '\0' && strcmp(found->number, identity->record->number) == 0)
            return found;
        if (strcmp(found->name_key, identity->name_key) == 0) {
            named = found;
            names++;
        }
    }
    return all->len == 1 ? g_ptr_array_index(all, 0) : names == 1 ? named : NULL;
}

typedef enum { BY_VAT, BY_ENDPOINT_VAT, BY_ENDPOINT, BY_NUMBER, BY_NAME, WAYS } Way;

/* "<> ''" lets the indexes be used, which leave the empty ones out; "+" keeps from walking all numbers that were made.
 */
static const char *const WAY_SQL[][2] = {
    [BY_VAT] = {FOUND_SQL("c.vat = :value AND c.vat <> ''"),
                FOUND_SQL("c.vat = :value AND c.vat <> '' AND +c.number_made = 1")},
    [BY_ENDPOINT_VAT] = {FOUND_SQL("c.vat = :value AND c.vat <> ''"),
                         FOUND_SQL("c.vat = :value AND c.vat <> '' AND +c.number_made = 1")},
    [BY_ENDPOINT] = {FOUND_SQL("c.endpoint = :value AND c.endpoint <> ''"),
                     FOUND_SQL("c.endpoint = :value AND c.endpoint <> '' AND +c.number_made = 1")},
    [BY_NUMBER] = {FOUND_SQL("c.number = :value"), FOUND_SQL("c.number = :value AND +c.number_made = 1")},
    [BY_NAME] = {FOUND_SQL("s.name_key = :value AND s.name_key <> ''"),
                 FOUND_SQL("s.name_key = :value AND s.name_key <> '' AND +c.number_made = 1")},
};

static const char *value_of(const Identity *identity, Way way)
{
    switch (way) {
    case BY_VAT: return identity->vat;
    case BY_ENDPOINT_VAT: return identity->endpoint_vat;
    case BY_ENDPOINT: return identity->endpoint;
    case BY_NUMBER: return identity->record->number;
    default: return identity->name_key;
    }
}

/* *id 0: nobody.  *number is his; caller frees. */
static bool find(Booking *booking, const Identity *identity, gint64 *id, char **number, GError **error)
{
    *id = 0;
    for (Way way = BY_VAT; way < WAYS && *id == 0; way++) {
        const char *value = value_of(identity, way);
        if (*value == '\0')
            continue;
        g_autoptr(GPtrArray) all = found_read(booking->store, WAY_SQL[way][identity->made_only], value, error);
        if (all == NULL)
            return false;
        const Found *found = one_of(identity, all);
        if (found == NULL || (way >= BY_NUMBER && contradicts(identity, found)))
            continue;
        *id = found->id;
        g_free(*number);
        *number = g_strdup(found->number);
    }
    return true;
}

/* --- An invoice's customer ------------------------------------------------------------------------------ */

/* What is known already stays: only a list knows better. */
static bool known_leave_out(Booking *booking, gint64 id, CustomerRecord *record, GError **error)
{
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT kind, vat, street, postcode, city, endpoint FROM customer WHERE id = :id",
                    BINDS(INTEGER("id", id)), error);
    if (query != NULL && query_next(query)) {
        record->name = record->country = "";
        if (strcmp(query_text(query, "kind"), "unknown") != 0)
            record->kind = "";
        if (*query_text(query, "vat") != '\0')
            record->vat = "";
        if (*query_text(query, "street") != '\0' || *query_text(query, "postcode") != '\0' ||
            *query_text(query, "city") != '\0')
            record->street = record->postcode = record->city = "";
        if (*query_text(query, "endpoint") != '\0')
            record->endpoint = "";
    }
    return query != NULL && query_finish(query, error);
}

static bool is_taken(Booking *booking, const char *number, bool *taken, GError **error)
{
    gint64 count;
    if (!store_value(booking->store, "SELECT count(*) AS n FROM customer WHERE number = :number",
                     BINDS(TEXT("number", number)), 0, &count, error))
        return false;
    *taken = count > 0;
    return true;
}

/* The best there is; where even the name is somebody else's, VAT number and name together. */
static bool number_make(Booking *booking, const Identity *identity, char **number, GError **error)
{
    const CustomerRecord *record = identity->record;
    const char *const tried[] = {record->number, identity->vat, identity->endpoint_vat, identity->endpoint,
                                 record->name};
    bool taken = true;
    g_autofree char *best = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(tried) && taken; i++) {
        if (*tried[i] == '\0')
            continue;
        g_free(best);
        best = g_strdup(tried[i]);
        if (!is_taken(booking, best, &taken, error))
            return false;
    }
    while (taken) {
        char *longer = g_strconcat(best != NULL ? best : "?", " +", NULL);
        g_free(best);
        best = longer;
        if (!is_taken(booking, best, &taken, error))
            return false;
    }
    g_free(*number);
    *number = g_steal_pointer(&best);
    return true;
}

/* How good a number is that an invoice made; the higher the better. */
typedef enum { MADE_OF_NAME, MADE_OF_ENDPOINT, MADE_OF_VAT, MADE_OF_NUMBER } MadeOf;

static bool made_of(Booking *booking, gint64 id, bool *made, MadeOf *of, GError **error)
{
    *made = false;
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT number, name, vat, endpoint, number_made FROM customer WHERE id = :id",
                    BINDS(INTEGER("id", id)), error);
    if (query != NULL && query_next(query)) {
        g_autofree char *number = query_dup(query, "number"), *vat = vat_of_endpoint(query_text(query, "endpoint"));
        *made = query_integer(query, "number_made") != 0;
        *of = strcmp(number, vat) == 0 || strcmp(number, query_text(query, "vat")) == 0 ? MADE_OF_VAT
              : strcmp(number, query_text(query, "endpoint")) == 0                      ? MADE_OF_ENDPOINT
              : strcmp(number, query_text(query, "name")) == 0                          ? MADE_OF_NAME
                                                                                        : MADE_OF_NUMBER;
    }
    return query != NULL && query_finish(query, error);
}

/* Another invoice knows him better: the number is the best of all his invoices, whichever came first. */
static bool number_better(Booking *booking, const Identity *identity, gint64 id, char **number, GError **error)
{
    const char *const tried[] = {[MADE_OF_NUMBER] = identity->record->number,
                                 [MADE_OF_VAT] = *identity->vat != '\0' ? identity->vat : identity->endpoint_vat,
                                 [MADE_OF_ENDPOINT] = identity->endpoint};
    bool made, taken = true;
    MadeOf of = MADE_OF_NUMBER;
    if (booking->import_id == 0) /* a preview writes nothing */
        return true;
    if (!made_of(booking, id, &made, &of, error))
        return false;
    for (MadeOf better = MADE_OF_NUMBER; made && better > of; better--) {
        if (*tried[better] == '\0')
            continue;
        if (!is_taken(booking, tried[better], &taken, error))
            return false;
        if (taken)
            continue;
        g_free(*number);
        *number = g_strdup(tried[better]);
        touch_master(booking, id);
        if (booking->last_number != NULL) /* it may be the last one now */
            g_string_free(g_steal_pointer(&booking->last_number), TRUE);
        return store_run(booking->store, "UPDATE customer SET number = :number WHERE id = :id",
                         BINDS(TEXT("number", *number), INTEGER("id", id)), error);
    }
    return true;
}

bool customer_identify(Booking *booking, CustomerRecord *record, char **number, GError **error)
{
    gint64 id;
    const CustomerRecord given = *record;
    g_auto(Identity) identity = identity_of(booking, &given, false);
    if (!find(booking, &identity, &id, number, error) ||
        !(id != 0 ? known_leave_out(booking, id, record, error) && number_better(booking, &identity, id, number, error)
                  : number_make(booking, &identity, number, error)))
        return false;
    record->number = *number;
    record->by_document = true;
    return true;
}

/* --- The list comes later ------------------------------------------------------------------------------- */

bool customer_adopt(Booking *booking, const CustomerRecord *record, gint64 *id, GError **error)
{
    gint64 made;
    *id = 0;
    if (!store_value(booking->store, "SELECT EXISTS (SELECT 1 FROM customer WHERE number_made = 1) AS made", NO_BINDS,
                     0, &made, error))
        return false;
    if (made == 0)
        return true;
    g_autofree char *number = NULL;
    g_auto(Identity) identity = identity_of(booking, record, true);
    if (!find(booking, &identity, id, &number, error))
        return false;
    return *id == 0 || store_run(booking->store, "UPDATE customer SET number = :number, number_made = 0 WHERE id = :id",
                                 BINDS(TEXT("number", record->number), INTEGER("id", *id)), error);
}
