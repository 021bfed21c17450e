/* One folded line per customer (ledger/account.h: search_text): "n:name\tc:number\tl:place …".  The database narrows by
 * substring, this file says what matched. */
#include "desk/search.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

enum { WORDS_MAX = 6, EXCERPT = 8 };

typedef struct {
    char tag;
    const char *label; /* msgid; "" shows the value alone */
} Tag;

static const Tag tags[] = {
    {'n', N_("name")},   {'c', N_("no")},   {'l', N_("place")},   {'p', N_("phone")},
    {'e', N_("e-mail")}, {'i', N_("inv.")}, {'b', N_("IBAN")},    {'r', N_("ref.")},
    {'a', N_("amount")}, {'v', N_("VAT")},  {'k', N_("contact")},
};

static const char sql[] =
    "SELECT s.customer_id, s.text, c.name, c.number, c.city, c.currency,"
    "       coalesce(sum(i.open), 0) AS open, count(i.id) AS items,"
    "       coalesce(min(CASE WHEN i.open > 0 THEN i.due END), 2147483647) AS first_due"
    "  FROM search_text s"
    "  JOIN customer c ON c.id = s.customer_id"
    "  LEFT JOIN item i ON i.customer_id = c.id AND i.state = 'open' AND i.currency = c.currency"
    " WHERE s.text LIKE :w0 ESCAPE '!' AND s.text LIKE :w1 ESCAPE '!' AND s.text LIKE :w2 ESCAPE '!'"
    "   AND s.text LIKE :w3 ESCAPE '!' AND s.text LIKE :w4 ESCAPE '!' AND s.text LIKE :w5 ESCAPE '!'"
    " GROUP BY s.customer_id, s.text, c.name, c.number, c.city, c.currency";

static void hit_free(gpointer data)
{
    SearchHit *hit = data;
    g_free(hit->name);
    g_free(hit->number);
    g_free(hit->city);
    g_free(hit->matched);
    g_free(hit);
}

void search_free(Search *search)
{
    if (search == NULL)
        return;
    g_ptr_array_unref(search->hits);
    g_free(search);
}

/* What is typed, folded and split; a colon can be no part of a value's tag. */
static char **words_of(const char *typed)
{
    g_autofree char *folded = text_fold(typed);
    g_strdelimit(folded, ":\t", ' ');
    g_auto(GStrv) raw = g_strsplit(folded, " ", -1);
    GPtrArray *words = g_ptr_array_new();
    for (char **word = raw; *word != NULL && words->len < WORDS_MAX; word++) {
        if (**word != '\0')
            g_ptr_array_add(words, g_strdup(*word));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

/* A LIKE pattern that finds the word anywhere; "%" where there is no such word. */
static char *pattern_of(const char *word)
{
    if (word == NULL)
        return g_strdup("%");
    GString *pattern = g_string_new("%");
    for (const char *p = word; *p != '\0'; p++) {
        if (strchr("!%_", *p) != NULL)
            g_string_append_c(pattern, '!');
        g_string_append_c(pattern, *p);
    }
    g_string_append_c(pattern, '%');
    return g_string_free(pattern, FALSE);
}

static const char *label_of(char tag)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
        if (tags[i].tag == tag)
            return _(tags[i].label);
    }
    return "";
}

/* "phone ..4418": the end of the word where it is long, so that the column stays narrow. */
static void append_reason(GString *reasons, char tag, const char *word)
{
    g_autofree char *reason = NULL;
    size_t length = strlen(word);
    if (strchr("nlk", tag) != NULL)
        reason = g_strdup(label_of(tag));
    else if (length > EXCERPT)
        reason = g_strdup_printf("%s ..%s", label_of(tag), word + length - EXCERPT);
    else
        reason = g_strdup_printf("%s %s", label_of(tag), word);
    if (strstr(reasons->str, reason) == NULL)
        g_string_append_printf(reasons, "%s%s", reasons->len > 0 ? "; " : "", reason);
}

/* The first value of the line that holds the word; '\0' when only a tag did. */
static char tag_holding(char *const *values, const char *word)
{
    for (char *const *value = values; *value != NULL; value++) {
        if ((*value)[0] != '\0' && (*value)[1] == ':' && strstr(*value + 2, word) != NULL)
            return (*value)[0];
    }
    return '\0';
}

/* Why every word was found; NULL when one was not. */
static char *reasons_for(const char *line, char *const *words)
{
    g_auto(GStrv) values = g_strsplit(line, "\t", -1);
    g_autoptr(GString) reasons = g_string_new(NULL);
    for (char *const *word = words; *word != NULL; word++) {
        char tag = tag_holding(values, *word);
        if (tag == '\0')
            return NULL;
        append_reason(reasons, tag, *word);
    }
    return g_strdup(reasons->str);
}

static void take_row(Search *search, Query *query, char *const *words, bool closed)
{
    bool has_items = query_integer(query, "items") > 0;
    if (!closed && !has_items)
        return;
    g_autofree char *matched = reasons_for(query_text(query, "text"), words);
    if (matched == NULL)
        return;
    SearchHit *hit = g_new0(SearchHit, 1);
    hit->customer_id = query_integer(query, "customer_id");
    hit->name = query_dup(query, "name");
    hit->number = query_dup(query, "number");
    hit->city = query_dup(query, "city");
    hit->open = query_integer(query, "open");
    g_strlcpy(hit->currency, query_text(query, "currency"), sizeof hit->currency);
    hit->days_late = MAX(0, (int)(clock_today().number - query_integer(query, "first_due")));
    hit->matched = g_steal_pointer(&matched);
    g_ptr_array_add(search->hits, hit);
    search->found++;
}

/* Who has something to pay first, then those found by name, then by the alphabet. */
static int compare_hits(gconstpointer a, gconstpointer b)
{
    const SearchHit *x = *(SearchHit *const *)a, *y = *(SearchHit *const *)b;
    if ((x->open > 0) != (y->open > 0))
        return x->open > 0 ? -1 : 1;
    bool x_name = g_str_has_prefix(x->matched, _("name")), y_name = g_str_has_prefix(y->matched, _("name"));
    if (x_name != y_name)
        return x_name ? -1 : 1;
    int by_name = g_utf8_collate(x->name, y->name);
    return by_name != 0 ? by_name : strcmp(x->number, y->number);
}

static bool count_scope(Desk *desk, bool closed, int *total, GError **error)
{
    gint64 value = 0;
    const char *count = closed ? "SELECT count(*) FROM customer"
                               : "SELECT count(*) FROM customer c WHERE EXISTS"
                                 " (SELECT 1 FROM item i WHERE i.customer_id = c.id AND i.state = 'open')";
    if (!store_value(desk->store, count, NO_BINDS, 0, &value, error))
        return false;
    *total = (int)value;
    return true;
}

Search *search_run(Desk *desk, const char *typed, bool closed, int limit, GError **error)
{
    g_auto(GStrv) words = words_of(typed);
    guint count = g_strv_length(words);
    Search *search = g_new0(Search, 1);
    search->hits = g_ptr_array_new_with_free_func(hit_free);
    char *patterns[WORDS_MAX];
    for (guint i = 0; i < WORDS_MAX; i++)
        patterns[i] = pattern_of(i < count ? words[i] : NULL);
    g_autoptr(Query) query =
        store_query(desk->store, sql,
                    BINDS(TEXT("w0", patterns[0]), TEXT("w1", patterns[1]), TEXT("w2", patterns[2]),
                          TEXT("w3", patterns[3]), TEXT("w4", patterns[4]), TEXT("w5", patterns[5])),
                    error);
    for (guint i = 0; i < WORDS_MAX; i++)
        g_free(patterns[i]);
    while (query != NULL && query_next(query))
        take_row(search, query, words, closed);
    if (query == NULL || !query_finish(query, error) || !count_scope(desk, closed, &search->total, error)) {
        search_free(search);
        return NULL;
    }
    g_ptr_array_sort(search->hits, compare_hits);
    if (limit > 0 && search->hits->len > (guint)limit)
        g_ptr_array_set_size(search->hits, limit);
    return search;
}
