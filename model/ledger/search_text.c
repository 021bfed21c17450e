/* The line by which a customer is found; account.h tells its form. */
#include "base/clock.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"
#include "store/walk.h"

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
    g_string_append_c(line, tag);
    g_string_append_c(line, ':');
    g_string_append(line, value);
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
    tag_add(line, 'i', g_strdelimit(folded, "\t", ' '));
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

static void master_add(GString *line, Query *query, char **key)
{
    *key = name_key(query_text(query, "name"));
    fold_add(line, 'n', query_text(query, "name"));
    fold_add(line, 'c', query_text(query, "number"));
    g_autofree char *place =
        g_strjoin(" ", query_text(query, "street"), query_text(query, "postcode"), query_text(query, "city"), NULL);
    fold_add(line, 'l', g_strstrip(place));
    bare_add(line, 'v', query_text(query, "vat"));
}

static void contact_add(GString *line, Query *query)
{
    fold_add(line, 'k', query_text(query, "name"));
    fold_add(line, 'e', query_text(query, "email"));
}

static void item_add(GString *line, Query *query)
{
    number_add(line, query_text(query, "number"));
    bare_add(line, 'r', query_text(query, "reference"));
    if (strcmp(query_text(query, "state"), "open") == 0)
        amount_add(line, ABS(query_integer(query, "open")));
}

/* --- Many customers side by side ------------------------------------------------------------------------ */

typedef struct {
    Walk master, contacts, phones, accounts, items;
} Sources;

static bool items_open(Walk *items, Store *store, const WalkRun *run, GError **error)
{
    const Bind since = DAY("since", day_plus_months(clock_today(), -CLOSED_MONTHS));
    return walk_open(items, store,
                     "SELECT customer_id AS owner, number, reference, state, open FROM item"
                     " WHERE customer_id BETWEEN :first AND :last AND (closed_day IS NULL OR closed_day >= :since)"
                     " ORDER BY customer_id, due, id",
                     run, &since, error);
}

static bool sources_open(Sources *sources, Store *store, const WalkRun *run, GError **error)
{
    return walk_open(&sources->master, store,
                     "SELECT id AS owner, name, number, street, postcode, city, vat FROM customer"
                     " WHERE id BETWEEN :first AND :last ORDER BY id",
                     run, NULL, error) &&
           walk_open(&sources->contacts, store,
                     "SELECT customer_id AS owner, name, email FROM contact"
                     " WHERE customer_id BETWEEN :first AND :last AND active = 1 ORDER BY customer_id, position, id",
                     run, NULL, error) &&
           walk_open(&sources->phones, store,
                     "SELECT c.customer_id AS owner, p.e164, p.raw FROM contact c JOIN phone p ON p.contact_id = c.id"
                     " WHERE c.customer_id BETWEEN :first AND :last AND c.active = 1"
                     " ORDER BY c.customer_id, c.position, c.id, p.position, p.id",
                     run, NULL, error) &&
           walk_open(&sources->accounts, store,
                     "SELECT customer_id AS owner, iban FROM customer_iban WHERE customer_id BETWEEN :first AND :last"
                     " AND forgotten IS NULL ORDER BY customer_id, iban",
                     run, NULL, error) &&
           items_open(&sources->items, store, run, error);
}

static bool sources_close(Sources *sources, GError **error)
{
    bool master = walk_close(&sources->master, error);
    bool contacts = walk_close(&sources->contacts, master ? error : NULL);
    bool phones = walk_close(&sources->phones, master && contacts ? error : NULL);
    bool accounts = walk_close(&sources->accounts, master && contacts && phones ? error : NULL);
    bool items = walk_close(&sources->items, master && contacts && phones && accounts ? error : NULL);
    return master && contacts && phones && accounts && items;
}

static void line_build(Sources *sources, gint64 id, GString *line, char **key)
{
    g_string_truncate(line, 0);
    *key = NULL;
    if (walk_next(&sources->master, id))
        master_add(line, sources->master.query, key);
    while (walk_next(&sources->contacts, id))
        contact_add(line, sources->contacts.query);
    while (walk_next(&sources->phones, id))
        phone_add(line, query_text(sources->phones.query, "e164"), query_text(sources->phones.query, "raw"));
    while (walk_next(&sources->accounts, id))
        bare_add(line, 'b', query_text(sources->accounts.query, "iban"));
    while (walk_next(&sources->items, id))
        item_add(line, sources->items.query);
    if (*key == NULL)
        *key = g_strdup("");
}

bool search_text_build(Store *store, gint64 customer_id, char **key, char **text, GError **error)
{
    const WalkRun run = {.first = customer_id, .last = customer_id};
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *name = NULL;
    Sources sources = {0};
    bool opened = sources_open(&sources, store, &run, error);
    if (opened)
        line_build(&sources, customer_id, line, &name);
    if (!sources_close(&sources, opened ? error : NULL) || !opened)
        return false;
    *key = g_steal_pointer(&name);
    *text = g_strdup(line->str);
    return true;
}

/* --- Writing them ---------------------------------------------------------------------------------------- */

/* How a stored line differs from what it ought to be. */
typedef enum { LINE_RIGHT, LINE_NEW, LINE_OTHER_TEXT, LINE_OTHER_NAME } Difference;

typedef struct {
    gint64 id;
    Difference difference;
    char *key, *text;
} Pending;

static void pending_clear(gpointer data)
{
    Pending *pending = data;
    g_free(pending->key);
    g_free(pending->text);
}

static Difference difference_of(Walk *stored, gint64 id, const char *key, const char *text)
{
    if (!walk_next(stored, id))
        return LINE_NEW;
    if (strcmp(query_text(stored->query, "name_key"), key) != 0)
        return LINE_OTHER_NAME;
    return strcmp(query_text(stored->query, "text"), text) != 0 ? LINE_OTHER_TEXT : LINE_RIGHT;
}

static bool stored_open(Walk *stored, Store *store, const WalkRun *run, GError **error)
{
    return walk_open(stored, store,
                     "SELECT customer_id AS owner, name_key, text FROM search_text"
                     " WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id",
                     run, NULL, error);
}

static bool run_read(Store *store, const GArray *ids, const WalkRun *run, GArray *pending, GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    Sources sources = {0};
    Walk stored = {0};
    bool opened = sources_open(&sources, store, run, error) && stored_open(&stored, store, run, error);
    for (guint i = run->from; opened && i < run->until; i++) {
        Pending one = {.id = g_array_index(ids, gint64, i)};
        line_build(&sources, one.id, line, &one.key);
        one.difference = difference_of(&stored, one.id, one.key, line->str);
        if (one.difference == LINE_RIGHT) {
            pending_clear(&one);
            continue;
        }
        one.text = g_strndup(line->str, line->len);
        g_array_append_val(pending, one);
    }
    bool read = walk_close(&stored, opened ? error : NULL);
    return sources_close(&sources, opened && read ? error : NULL) && read && opened;
}

/* How much of a line tells of the customer himself; his items stand behind it. */
static size_t master_length(const char *text)
{
    const char *tab = text;
    while ((tab = strchr(tab, '\t')) != NULL) {
        if (tab[1] != '\0' && strchr("ira", tab[1]) != NULL && tab[2] == ':')
            return (size_t)(tab - text);
        tab++;
    }
    return strlen(text);
}

/* As run_read, with the stored line for all but the items; who has none goes to `rest`. */
static bool run_read_items(Store *store, const GArray *ids, const WalkRun *run, GArray *pending, GArray *rest,
                           GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    Walk items = {0}, stored = {0};
    bool opened = items_open(&items, store, run, error) && stored_open(&stored, store, run, error);
    for (guint i = run->from; opened && i < run->until; i++) {
        gint64 id = g_array_index(ids, gint64, i);
        const char *text = walk_next(&stored, id) ? query_text(stored.query, "text") : "";
        if (*text == '\0') {
            g_array_append_val(rest, id);
            continue;
        }
        g_string_truncate(line, 0);
        g_string_append_len(line, text, (gssize)master_length(text));
        while (walk_next(&items, id))
            item_add(line, items.query);
        Pending one = {.id = id, .difference = LINE_OTHER_TEXT};
        if (strcmp(line->str, text) == 0)
            continue;
        one.text = g_strndup(line->str, line->len);
        g_array_append_val(pending, one);
    }
    bool read = walk_close(&stored, opened ? error : NULL);
    return walk_close(&items, opened && read ? error : NULL) && read && opened;
}

/* The name is left alone where it stays the same: writing it again would move its index. */
static bool pending_write(Store *store, const Pending *one, GError **error)
{
    static const char *const SQL[] = {
        [LINE_NEW] = "INSERT INTO search_text (customer_id, name_key, text) VALUES (:id, :key, :text)",
        [LINE_OTHER_NAME] = "UPDATE search_text SET name_key = :key, text = :text WHERE customer_id = :id",
    };
    if (one->difference == LINE_OTHER_TEXT)
        return store_run(store, "UPDATE search_text SET text = :text WHERE customer_id = :id",
                         BINDS(TEXT("text", one->text), INTEGER("id", one->id)), error);
    return store_run(store, SQL[one->difference],
                     BINDS(INTEGER("id", one->id), TEXT("key", one->key), TEXT("text", one->text)), error);
}

static bool pending_write_all(Store *store, GArray *pending, GError **error)
{
    for (guint i = 0; i < pending->len; i++)
        if (!pending_write(store, &g_array_index(pending, Pending, i), error))
            return false;
    g_array_set_size(pending, 0);
    return true;
}

bool search_texts_refresh(Store *store, const GArray *customer_ids, GError **error)
{
    g_autoptr(GArray) pending = g_array_new(FALSE, FALSE, sizeof(Pending));
    g_array_set_clear_func(pending, pending_clear);
    for (WalkRun run = {0}; walk_run_next(&run, customer_ids);)
        if (!run_read(store, customer_ids, &run, pending, error) || !pending_write_all(store, pending, error))
            return false;
    return true;
}

bool search_items_refresh(Store *store, const GArray *customer_ids, GError **error)
{
    g_autoptr(GArray) pending = g_array_new(FALSE, FALSE, sizeof(Pending));
    g_autoptr(GArray) rest = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_set_clear_func(pending, pending_clear);
    for (WalkRun run = {0}; walk_run_next(&run, customer_ids);)
        if (!run_read_items(store, customer_ids, &run, pending, rest, error) ||
            !pending_write_all(store, pending, error))
            return false;
    return search_texts_refresh(store, rest, error);
}

bool search_text_refresh(Store *store, gint64 customer_id, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_val(ids, customer_id);
    return search_texts_refresh(store, ids, error);
}
