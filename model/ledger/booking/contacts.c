/* Contacts of a list.  What was edited at the desk is never overwritten; a new number or address is added. */
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"

#include <string.h>

enum { EVERY_DAY = 127 };

typedef struct {
    gint64 id;
    char *name, *role, *email;
    int reach_days, reach_from, reach_until;
    bool edited;
} Contact;

static void contact_free(gpointer data)
{
    Contact *contact = data;
    g_free(contact->name);
    g_free(contact->role);
    g_free(contact->email);
    g_free(contact);
}

static GPtrArray *contacts_read(Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func(contact_free);
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT id, name, role, email, reach_days, reach_from, reach_until, edited FROM contact"
                    " WHERE customer_id = :customer ORDER BY position, id",
                    BINDS(INTEGER("customer", customer_id)), error);
    while (query != NULL && query_next(query)) {
        Contact *contact = g_new0(Contact, 1);
        *contact = (Contact){.id = query_integer(query, "id"),
                             .name = g_strdup(query_text(query, "name")),
                             .role = g_strdup(query_text(query, "role")),
                             .email = g_strdup(query_text(query, "email")),
                             .reach_days = (int)query_integer(query, "reach_days"),
                             .reach_from = query_minute(query, "reach_from"),
                             .reach_until = query_minute(query, "reach_until"),
                             .edited = query_integer(query, "edited") != 0};
        g_ptr_array_add(contacts, contact);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&contacts) : NULL;
}

/* --- When he can be reached: "mon-thu 09:00-16:00" ------------------------------------------------------ */

/* The longest abbreviation the word begins with: French mardi is no Dutch maandag. */
static int weekday_of(const char *word)
{
    static const char *const NAMES[7][3] = {
        {"mon", "ma", "lun"}, {"tue", "di", "mar"}, {"wed", "wo", "mer"}, {"thu", "do", "jeu"},
        {"fri", "vr", "ven"}, {"sat", "za", "sam"}, {"sun", "zo", "dim"},
    };
    int found = -1;
    size_t longest = 0;
    for (int day = 0; day < 7; day++)
        for (int language = 0; language < 3; language++) {
            size_t length = strlen(NAMES[day][language]);
            if (length <= longest || strncmp(NAMES[day][language], word, length) != 0)
                continue;
            found = day;
            longest = length;
        }
    return found;
}

/* One day or a range; a range may run over Sunday. */
static bool days_read(const char *word, int *days)
{
    const char *dash = strchr(word, '-');
    int from = weekday_of(word), until = dash != NULL ? weekday_of(dash + 1) : from;
    if (from < 0 || until < 0)
        return false;
    for (int day = from;; day = (day + 1) % 7) {
        *days |= 1 << day;
        if (day == until)
            return true;
    }
}

/* Two digits at most; *at moves behind them. */
static int number_read(const char **at)
{
    int number = 0;
    for (int i = 0; i < 2 && g_ascii_isdigit(**at); i++)
        number = number * 10 + (*(*at)++ - '0');
    return number;
}

/* 9, 09:00, 9u30, 9h; whatever follows is the caller's. */
static bool hour_read(const char *word, int *minute)
{
    if (!g_ascii_isdigit(*word))
        return false;
    int hour = number_read(&word), rest = 0;
    if (*word != '\0' && strchr(":.uh", *word) != NULL) {
        word++;
        rest = number_read(&word);
    }
    *minute = MIN(hour * 60 + rest, 24 * 60 - 1);
    return hour <= 24 && rest <= 59 && (*word == '\0' || *word == '-');
}

static bool hours_read(const char *word, int *from, int *until)
{
    const char *dash = strchr(word, '-');
    return dash != NULL && hour_read(word, from) && hour_read(dash + 1, until) && *from < *until;
}

static bool reach_read(const char *reach, Contact *wanted)
{
    g_autofree char *folded = text_fold(reach);
    g_auto(GStrv) words = g_strsplit_set(folded, " ,", -1);
    int days = 0, from = MINUTE_NONE, until = MINUTE_NONE;
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0' && !days_read(*word, &days) && !hours_read(*word, &from, &until))
            return false;
    wanted->reach_days = days != 0 ? days : EVERY_DAY;
    wanted->reach_from = from;
    wanted->reach_until = until;
    return days != 0 || from != MINUTE_NONE;
}

/* --- Whom the list means -------------------------------------------------------------------------------- */

/* A name, number or address that the desk has replaced is no news when the list still says it. */
static bool desk_replaced(Store *store, gint64 customer_id, const char *entity, const char *value, bool *replaced,
                          GError **error)
{
    gint64 count;
    if (!store_value(store,
                     "SELECT count(*) AS n FROM event_change c JOIN event e ON e.id = c.event_id"
                     " WHERE c.entity = :entity AND c.old_value = :value AND e.customer_id = :customer"
                     " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
                     BINDS(TEXT("entity", entity), TEXT("value", value), INTEGER("customer", customer_id)), 0, &count,
                     error))
        return false;
    *replaced = count > 0;
    return true;
}

static bool same_words(const char *a, const char *b)
{
    g_autofree char *one = name_key(a), *other = name_key(b);
    return strcmp(one, other) == 0;
}

static Contact *contact_by(const GPtrArray *contacts, const char *name, const char *email)
{
    for (guint i = 0; i < contacts->len; i++) {
        Contact *contact = g_ptr_array_index(contacts, i);
        if ((*name != '\0' && same_words(name, contact->name)) ||
            (*email != '\0' && g_ascii_strcasecmp(email, contact->email) == 0))
            return contact;
    }
    return NULL;
}

/* Without a name the first contact is meant; one with a name fills a first contact that has none. */
static Contact *contact_meant(const GPtrArray *contacts, const CustomerRecord *record)
{
    Contact *found = contact_by(contacts, record->contact, "");
    if (found == NULL)
        found = contact_by(contacts, "", record->email);
    if (found == NULL && contacts->len > 0) {
        Contact *first = g_ptr_array_index(contacts, 0);
        if (*record->contact == '\0' || (*first->name == '\0' && !first->edited))
            found = first;
    }
    return found;
}

static bool contact_add(Booking *booking, gint64 customer_id, const char *name, const char *email, gint64 *id,
                        GError **error)
{
    return store_insert(
        booking->store,
        "INSERT INTO contact (customer_id, position, name, email) VALUES (:customer,"
        " (SELECT coalesce(max(position), 0) + 1 FROM contact WHERE customer_id = :customer), :name, :email)"
        " RETURNING id",
        BINDS(INTEGER("customer", customer_id), TEXT("name", name), TEXT("email", email)), id, error);
}

/* --- Numbers -------------------------------------------------------------------------------------------- */

static bool phone_add(Booking *booking, gint64 customer_id, gint64 contact_id, const char *country, const char *raw,
                      bool *changed, GError **error)
{
    gint64 known;
    bool replaced;
    if (*raw == '\0')
        return true;
    g_autofree char *e164 = phone_e164(raw, country);
    const char *normal = e164 != NULL ? e164 : "";
    if (!store_value(booking->store,
                     "SELECT count(*) AS n FROM phone p JOIN contact c ON c.id = p.contact_id"
                     " WHERE c.customer_id = :customer AND (p.raw = :raw OR (p.e164 = :e164 AND :e164 <> ''))",
                     BINDS(INTEGER("customer", customer_id), TEXT("raw", raw), TEXT("e164", normal)), 0, &known, error))
        return false;
    if (known > 0)
        return true;
    if (!desk_replaced(booking->store, customer_id, "phone", raw, &replaced, error))
        return false;
    if (replaced)
        return true;
    *changed = true;
    return store_run(booking->store,
                     "INSERT INTO phone (contact_id, position, raw, e164) VALUES (:contact,"
                     " (SELECT coalesce(max(position), 0) + 1 FROM phone WHERE contact_id = :contact), :raw, :e164)",
                     BINDS(INTEGER("contact", contact_id), TEXT("raw", raw), TEXT("e164", normal)), error);
}

/* --- Following the list --------------------------------------------------------------------------------- */

static const char *role_of(const CustomerRecord *record, const char *stored)
{
    static const char *const ROLES[] = {"accounts", "management", "owner", "purchase",
                                        "approver", "desk",       "other", NULL};
    return g_strv_contains(ROLES, record->role) ? record->role : stored;
}

static void reach_follow(Booking *booking, const CustomerRecord *record, Contact *wanted)
{
    if (*record->reach == '\0' || reach_read(record->reach, wanted))
        return;
    g_autofree char *sentence =
        g_strdup_printf(_("“%s” names no days and hours like “mon-thu 09:00-16:00”."), record->reach);
    booking_warn(booking, sentence);
}

static bool contact_correct(Booking *booking, const Contact *stored, const CustomerRecord *record, bool *changed,
                            GError **error)
{
    Contact wanted = *stored;
    const char *name = *record->contact != '\0' ? record->contact : stored->name;
    const char *email = *record->email != '\0' ? record->email : stored->email;
    const char *role = role_of(record, stored->role);
    reach_follow(booking, record, &wanted);
    if (strcmp(name, stored->name) == 0 && strcmp(email, stored->email) == 0 && strcmp(role, stored->role) == 0 &&
        wanted.reach_days == stored->reach_days && wanted.reach_from == stored->reach_from &&
        wanted.reach_until == stored->reach_until)
        return true;
    *changed = true;
    return store_run(booking->store,
                     "UPDATE contact SET name = :name, email = :email, role = :role, reach_days = :days,"
                     " reach_from = :from, reach_until = :until WHERE id = :id",
                     BINDS(INTEGER("id", stored->id), TEXT("name", name), TEXT("email", email), TEXT("role", role),
                           INTEGER("days", wanted.reach_days), MINUTE("from", wanted.reach_from),
                           MINUTE("until", wanted.reach_until)),
                     error);
}

/* The edited contact stays as it is; another address of the list becomes a contact of its own, once. */
static bool email_add(Booking *booking, const GPtrArray *contacts, gint64 customer_id, const CustomerRecord *record,
                      bool *changed, GError **error)
{
    bool replaced;
    gint64 id;
    if (*record->email == '\0' || contact_by(contacts, "", record->email) != NULL)
        return true;
    if (!desk_replaced(booking->store, customer_id, "contact", record->email, &replaced, error))
        return false;
    if (replaced)
        return true;
    *changed = true;
    return contact_add(booking, customer_id, "", record->email, &id, error);
}

static bool contact_find(Booking *booking, const GPtrArray *contacts, gint64 customer_id, const CustomerRecord *record,
                         Contact *found, bool *changed, GError **error)
{
    bool renamed = false;
    const Contact *meant = contact_meant(contacts, record);
    if (meant == NULL && contacts->len > 0 &&
        !desk_replaced(booking->store, customer_id, "contact", record->contact, &renamed, error))
        return false;
    if (renamed)
        meant = g_ptr_array_index(contacts, 0);
    if (meant != NULL) {
        *found = *meant;
        found->edited |= renamed;
        return true;
    }
    *changed = true;
    *found = (Contact){.name = (char *)"",
                       .role = (char *)"accounts",
                       .email = (char *)"",
                       .reach_days = EVERY_DAY,
                       .reach_from = MINUTE_NONE,
                       .reach_until = MINUTE_NONE};
    return contact_add(booking, customer_id, "", "", &found->id, error);
}

static bool says_no_contact(const CustomerRecord *record)
{
    return *record->contact == '\0' && *record->phone == '\0' && *record->phone2 == '\0' && *record->email == '\0';
}

bool contact_book(Booking *booking, gint64 customer_id, const char *country, const CustomerRecord *record,
                  bool *changed, GError **error)
{
    Contact found; /* borrows from contacts */
    if (says_no_contact(record))
        return true;
    g_autoptr(GPtrArray) contacts = contacts_read(booking->store, customer_id, error);
    if (contacts == NULL || !contact_find(booking, contacts, customer_id, record, &found, changed, error))
        return false;
    bool followed = found.edited ? email_add(booking, contacts, customer_id, record, changed, error)
                                 : contact_correct(booking, &found, record, changed, error);
    return followed && phone_add(booking, customer_id, found.id, country, record->phone, changed, error) &&
           phone_add(booking, customer_id, found.id, country, record->phone2, changed, error);
}

/* --- A customer who was not here ------------------------------------------------------------------------ */

static bool phone_insert(Booking *booking, gint64 contact_id, const char *country, const char *raw, const char *other,
                         int position, GError **error)
{
    g_autofree char *e164 = *raw != '\0' ? phone_e164(raw, country) : NULL;
    g_autofree char *same = *other != '\0' ? phone_e164(other, country) : NULL;
    if (*raw == '\0' || strcmp(raw, other) == 0 || (e164 != NULL && g_strcmp0(e164, same) == 0))
        return true;
    return store_run(booking->store,
                     "INSERT INTO phone (contact_id, position, raw, e164) VALUES (:contact, :position, :raw, :e164)",
                     BINDS(INTEGER("contact", contact_id), INTEGER("position", position), TEXT("raw", raw),
                           TEXT("e164", e164 != NULL ? e164 : "")),
                     error);
}

bool contact_new(Booking *booking, gint64 customer_id, const char *country, const CustomerRecord *record, bool *changed,
                 GError **error)
{
    Contact wanted = {.reach_days = EVERY_DAY, .reach_from = MINUTE_NONE, .reach_until = MINUTE_NONE};
    gint64 id;
    if (says_no_contact(record))
        return true;
    reach_follow(booking, record, &wanted);
    *changed = true;
    return store_insert(
               booking->store,
               "INSERT INTO contact (customer_id, position, name, email, role, reach_days, reach_from, reach_until)"
               " VALUES (:customer, 1, :name, :email, :role, :days, :from, :until) RETURNING id",
               BINDS(INTEGER("customer", customer_id), TEXT("name", record->contact), TEXT("email", record->email),
                     TEXT("role", role_of(record, "accounts")), INTEGER("days", wanted.reach_days),
                     MINUTE("from", wanted.reach_from), MINUTE("until", wanted.reach_until)),
               &id, error) &&
           phone_insert(booking, id, country, record->phone, "", 1, error) &&
           phone_insert(booking, id, country, record->phone2, record->phone, *record->phone != '\0' ? 2 : 1, error);
}
