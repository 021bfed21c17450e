/* The line by which a customer is found; account.h tells its form. */
#include "base/clock.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"

#include <string.h>

#define CLOSED_MONTHS 24

static int word_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *name_key(const char *name)
{
    g_autofree char *folded = text_fold_name(name);
    g_auto(GStrv) words = g_strsplit_set(folded, " .,-&/'", -1);
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_ptr_array_add(sorted, *word);
    g_ptr_array_sort(sorted, word_compare);
    g_ptr_array_add(sorted, NULL);
    return g_strjoinv(" ", (char **)sorted->pdata);
}

/* --- Tagged values -------------------------------------------------------------------------------------- */

static void tag_add(GString *line, char tag, const char *value)
{
    if (*value == '\0')
        return;
    if (line->len > 0)
        g_string_append_c(line, '\t');
    g_string_append_printf(line, "%c:%s", tag, value);
}

static void fold_add(GString *line, char tag, const char *value)
{
    g_autofree char *folded = text_fold(value);
    tag_add(line, tag, g_strdelimit(folded, "\t", ' '));
}

static void bare_add(GString *line, char tag, const char *value)
{
    g_autofree char *bare = text_fold_bare(value);
    tag_add(line, tag, bare);
}

/* 2025-1312 and 20251312: people type one or the other. */
static void number_add(GString *line, const char *number)
{
    g_autofree char *folded = text_fold(number), *bare = text_fold_bare(number);
    fold_add(line, 'i', number);
    if (strcmp(folded, bare) != 0)
        tag_add(line, 'i', bare);
}

/* 32470123456 and 0470123456: people know one or the other.  An unknown form keeps its digits. */
static void phone_add(GString *line, const char *e164, const char *raw)
{
    g_autoptr(GString) digits = g_string_new(NULL);
    for (const char *at = *e164 != '\0' ? e164 : raw; *at != '\0'; at++)
        if (g_ascii_isdigit(*at))
            g_string_append_c(digits, *at);
    tag_add(line, 'p', digits->str);
    if (*e164 == '\0')
        return;
    g_autofree char *pretty = phone_pretty(e164);
    const char *blank = pretty != NULL ? strchr(pretty, ' ') : NULL;
    size_t country = blank != NULL ? (size_t)(blank - pretty - 1) : 0; /* "+32 …": two digits */
    if (country == 0 || country >= digits->len)
        return;
    g_autofree char *national = g_strconcat("0", digits->str + country, NULL);
    tag_add(line, 'p', national);
}

static void amount_add(GString *line, Cents cents)
{
    g_autofree char *plain = money_plain(cents);
    g_autofree char *comma = g_strdelimit(g_strdup(plain), ".", ',');
    g_autofree char *text = money_text(cents);
    g_autofree char *all =
        strcmp(comma, text) == 0 ? g_strjoin(" ", plain, comma, NULL) : g_strjoin(" ", plain, comma, text, NULL);
    tag_add(line, 'a', all);
}

/* --- What belongs in it --------------------------------------------------------------------------------- */

static bool master_add(GString *line, Store *store, gint64 id, char **key, GError **error)
{
    g_autoptr(Query) query =
        store_query(store, "SELECT * FROM customer WHERE id = :id", BINDS(INTEGER("id", id)), error);
    if (query != NULL && query_next(query)) {
        *key = name_key(query_text(query, "name"));
        fold_add(line, 'n', query_text(query, "name"));
        fold_add(line, 'c', query_text(query, "number"));
        g_autofree char *place = g_strjoin(" ", query_text(query, "street"), query_text(query, "postcode"), NULL);
        g_autofree char *whole = g_strjoin(" ", place, query_text(query, "city"), NULL);
        fold_add(line, 'l', g_strstrip(whole));
        bare_add(line, 'v', query_text(query, "vat"));
    }
    return query != NULL && query_finish(query, error);
}

static bool contacts_add(GString *line, Store *store, gint64 id, GError **error)
{
    g_autoptr(Query) query = store_query(
        store, "SELECT name, email FROM contact WHERE customer_id = :id AND active = 1 ORDER BY position, id",
        BINDS(INTEGER("id", id)), error);
    while (query != NULL && query_next(query)) {
        fold_add(line, 'k', query_text(query, "name"));
        fold_add(line, 'e', query_text(query, "email"));
    }
    return query != NULL && query_finish(query, error);
}

static bool phones_add(GString *line, Store *store, gint64 id, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT p.raw, p.e164 FROM phone p JOIN contact c ON c.id = p.contact_id"
                    " WHERE c.customer_id = :id AND c.active = 1 ORDER BY c.position, c.id, p.position, p.id",
                    BINDS(INTEGER("id", id)), error);
    while (query != NULL && query_next(query))
        phone_add(line, query_text(query, "e164"), query_text(query, "raw"));
    return query != NULL && query_finish(query, error);
}

static bool accounts_add(GString *line, Store *store, gint64 id, GError **error)
{
    g_autoptr(Query) query =
        store_query(store, "SELECT iban FROM customer_iban WHERE customer_id = :id AND forgotten IS NULL ORDER BY iban",
                    BINDS(INTEGER("id", id)), error);
    while (query != NULL && query_next(query))
        bare_add(line, 'b', query_text(query, "iban"));
    return query != NULL && query_finish(query, error);
}

static bool items_add(GString *line, Store *store, gint64 id, GError **error)
{
    Day since = day_plus_months(clock_today(), -CLOSED_MONTHS);
    g_autoptr(Query) query = store_query(store,
                                         "SELECT number, reference, open, state FROM item WHERE customer_id = :id"
                                         " AND (closed_day IS NULL OR closed_day >= :since) ORDER BY due, id",
                                         BINDS(INTEGER("id", id), DAY("since", since)), error);
    while (query != NULL && query_next(query)) {
        number_add(line, query_text(query, "number"));
        bare_add(line, 'r', query_text(query, "reference"));
        if (strcmp(query_text(query, "state"), "open") == 0)
            amount_add(line, ABS(query_integer(query, "open")));
    }
    return query != NULL && query_finish(query, error);
}

bool search_text_build(Store *store, gint64 customer_id, char **key, char **text, GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *name = NULL;
    if (!master_add(line, store, customer_id, &name, error) || !contacts_add(line, store, customer_id, error) ||
        !phones_add(line, store, customer_id, error) || !accounts_add(line, store, customer_id, error) ||
        !items_add(line, store, customer_id, error))
        return false;
    *key = name != NULL ? g_steal_pointer(&name) : g_strdup("");
    *text = g_strdup(line->str);
    return true;
}

bool search_text_refresh(Store *store, gint64 customer_id, GError **error)
{
    g_autofree char *key = NULL, *text = NULL;
    return search_text_build(store, customer_id, &key, &text, error) &&
           store_run(store,
                     "INSERT INTO search_text (customer_id, name_key, text) VALUES (:id, :key, :text)"
                     " ON CONFLICT (customer_id) DO UPDATE SET name_key = excluded.name_key, text = excluded.text"
                     " WHERE search_text.text <> excluded.text OR search_text.name_key <> excluded.name_key",
                     BINDS(INTEGER("id", customer_id), TEXT("key", key), TEXT("text", text)), error);
}
