/* Address cards: whose contact is it?  Our customer number in the card, the organisation, a telephone number or the
 * mail address tell, each only where it means one customer. */
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"

#include <string.h>

/* --- Finding the customer ------------------------------------------------------------------------------- */

/* The one customer the statement finds, else 0. */
static bool only_one(Store *store, const char *sql, const char *value, gint64 *id, GError **error)
{
    gint64 found[2] = {0};
    int count = 0;
    if (*value == '\0')
        return true;
    g_autoptr(Query) query = store_query(store, sql, BINDS(TEXT("value", value)), error);
    while (query != NULL && query_next(query))
        if (count < 2)
            found[count++] = query_integer(query, "id");
    if (query == NULL || !query_finish(query, error))
        return false;
    if (count == 1)
        *id = found[0];
    return true;
}

#define BY_NUMBER "SELECT id FROM customer WHERE number = :value"
#define BY_NAME                                                                                                        \
    "SELECT customer_id AS id FROM search_text WHERE name_key = :value AND name_key <> '' ORDER BY customer_id LIMIT " \
    "2"
#define BY_PHONE                                                                                                       \
    "SELECT DISTINCT c.customer_id AS id FROM phone p JOIN contact c ON c.id = p.contact_id"                           \
    " WHERE p.e164 = :value AND p.e164 <> '' LIMIT 2"

static bool by_phone(Booking *booking, const char *raw, gint64 *id, GError **error)
{
    g_autofree char *e164 = *raw != '\0' ? phone_e164(raw, booking->terms.country) : NULL;
    return *id != 0 || only_one(booking->store, BY_PHONE, e164 != NULL ? e164 : "", id, error);
}

/* The firm's name; a card without one may be a customer himself. */
static bool by_name(Booking *booking, const ContactRecord *record, gint64 *id, GError **error)
{
    g_autofree char *key = name_key(*record->organisation != '\0' ? record->organisation : record->name);
    return *id != 0 || only_one(booking->store, BY_NAME, key, id, error);
}

/* --- Mail addresses ------------------------------------------------------------------------------------- */

/* Everybody's: such a domain says nothing of a firm. */
static const char *const FREE_MAIL[] = {
    "gmail",   "googlemail", "hotmail", "outlook",  "live",     "msn",   "yahoo",   "icloud",     "me",     "aol",
    "gmx",     "telenet",    "skynet",  "proximus", "scarlet",  "ziggo", "kpnmail", "planet",     "hetnet", "xs4all",
    "home",    "casema",     "chello",  "orange",   "voo",      "pt",    "proton",  "protonmail", "mail",   "upcmail",
    "wanadoo", "free",       "sfr",     "laposte",  "t-online", "web",   NULL,
};

static char *domain_of(const char *email)
{
    const char *at = strrchr(email, '@');
    g_autofree char *domain = g_ascii_strdown(at != NULL ? at + 1 : "", -1);
    g_autofree char *first = g_strndup(domain, strcspn(domain, "."));
    return strchr(domain, '.') == NULL || g_strv_contains(FREE_MAIL, first) ? g_strdup("") : g_steal_pointer(&domain);
}

/* Every address and domain in the books with its customer; 0 where it is several customers'.  Read once for a file. */
static bool mails_read(Booking *booking, GError **error)
{
    booking->mails = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Query) query =
        store_query(booking->store, "SELECT DISTINCT customer_id, lower(email) AS email FROM contact WHERE email <> ''",
                    NO_BINDS, error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "customer_id");
        char *keys[] = {g_strdup(query_text(query, "email")), domain_of(query_text(query, "email"))};
        for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
            const gint64 *known = g_hash_table_lookup(booking->mails, keys[i]);
            gint64 one = known == NULL || *known == id ? id : 0;
            g_hash_table_replace(booking->mails, keys[i], g_memdup2(&one, sizeof one));
        }
    }
    return query != NULL && query_finish(query, error);
}

static bool by_mail(Booking *booking, const ContactRecord *record, gint64 *id, GError **error)
{
    if (*id != 0 || *record->email == '\0')
        return true;
    if (booking->mails == NULL && !mails_read(booking, error))
        return false;
    g_autofree char *whole = g_ascii_strdown(record->email, -1), *domain = domain_of(record->email);
    const char *const keys[] = {whole, domain};
    for (size_t i = 0; i < G_N_ELEMENTS(keys) && *id == 0; i++) {
        const gint64 *known = *keys[i] != '\0' ? g_hash_table_lookup(booking->mails, keys[i]) : NULL;
        *id = known != NULL ? *known : 0;
    }
    return true;
}

bool card_customer(Booking *booking, const ContactRecord *record, gint64 *id, GError **error)
{
    *id = 0;
    return only_one(booking->store, BY_NUMBER, record->customer_number, id, error) &&
           by_name(booking, record, id, error) && by_phone(booking, record->phone, id, error) &&
           by_phone(booking, record->phone2, id, error) && by_mail(booking, record, id, error);
}

/* --- Booking him ---------------------------------------------------------------------------------------- */

/* What he does, as far as the desk tells people apart by it. */
static const char *role_of_title(const char *title)
{
    static const struct {
        const char *word, *role;
    } ROLES[] = {
        {"boekhoud", "accounts"},     {"account", "accounts"},   {"compta", "accounts"},
        {"buchhalt", "accounts"},     {"crediteur", "accounts"}, {"payable", "accounts"},
        {"financ", "accounts"},       {"owner", "owner"},        {"eigenaar", "owner"},
        {"propriet", "owner"},        {"inhaber", "owner"},      {"zaakvoerder", "management"},
        {"gerant", "management"},     {"direct", "management"},  {"manager", "management"},
        {"ceo", "management"},        {"cfo", "management"},     {"bestuur", "management"},
        {"geschaftsf", "management"}, {"aankoop", "purchase"},   {"inkoop", "purchase"},
        {"purchas", "purchase"},      {"achat", "purchase"},     {"einkauf", "purchase"},
        {"reception", "desk"},        {"onthaal", "desk"},       {"receptie", "desk"},
        {"accueil", "desk"},
    };
    g_autofree char *folded = text_fold(title);
    for (size_t i = 0; i < G_N_ELEMENTS(ROLES); i++)
        if (strstr(folded, ROLES[i].word) != NULL)
            return ROLES[i].role;
    return ""; /* as it stands */
}

static bool language_set(Booking *booking, gint64 customer_id, const ContactRecord *record, bool *changed,
                         GError **error)
{
    if (*record->language == '\0')
        return true;
    if (!store_run(booking->store,
                   "UPDATE contact SET language = :language WHERE customer_id = :customer AND language IS NULL"
                   " AND edited = 0 AND ((name = :name AND :name <> '') OR (email = :email AND :email <> ''))",
                   BINDS(TEXT("language", record->language), INTEGER("customer", customer_id),
                         TEXT("name", record->name), TEXT("email", record->email)),
                   error))
        return false;
    *changed |= store_changed_rows(booking->store) > 0;
    return true;
}

static void card_list(Booking *booking, const ContactRecord *record)
{
    const char *who = *record->organisation != '\0' ? record->organisation : record->name;
    g_autofree char *reason = *who != '\0' ? g_strdup_printf(_("There is no customer called “%s”."), who)
                                           : g_strdup(_("This card names no customer."));
    g_autofree char *raw = g_strjoin(" ", record->name, record->email, record->phone, NULL);
    booking_problem(booking, record->line, reason, raw);
}

bool card_book(Booking *booking, const ContactRecord *record, bool *changed, GError **error)
{
    gint64 customer_id;
    bool fresh = false;
    if (!card_customer(booking, record, &customer_id, error))
        return false;
    if (customer_id == 0) {
        card_list(booking, record);
        return true;
    }
    const CustomerRecord person = {.contact = record->name,
                                   .role = role_of_title(record->title),
                                   .phone = record->phone,
                                   .phone2 = record->phone2,
                                   .email = record->email,
                                   .reach = ""};
    if (!contact_book(booking, customer_id, booking->terms.country, &person, &fresh, error) ||
        !language_set(booking, customer_id, record, &fresh, error))
        return false;
    if (fresh)
        touch_master(booking, customer_id);
    booking->summary->changed_customers += fresh;
    *changed |= fresh;
    return true;
}
