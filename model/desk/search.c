/* One folded line per customer (ledger/account.h: search_text): "n:name\tc:number\tl:place …".  The database narrows by
 * substring, this file says what matched. */
#include "desk/search.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

enum { WORDS_MAX = 6, WORDS_ALL = 16, EXCERPT = 14, BARE_LEAST = 2 };

/* What was typed, twice: as it stands ("052/44.18.07"), and without its punctuation ("052441807"), as numbers,
 * accounts and references are kept.  bare "": the same, or too short to mean anything. */
typedef struct {
    char *plain, *bare;
} Word;

typedef struct {
    char tag;
    const char *label; /* msgid; "" shows the value alone */
} Tag;

static const Tag tags[] = {
    {'n', N_("name")},    {'c', NC_("customer", "no")},
    {'l', N_("place")},   {'p', N_("phone")},
    {'e', N_("e-mail")},  {'i', N_("inv.")},
    {'b', N_("IBAN")},    {'r', N_("ref.")},
    {'a', N_("amount")},  {'v', N_("VAT")},
    {'k', N_("contact")},
};

static const char sql[] = "SELECT s.customer_id, s.text, c.name, c.number, c.city, c.currency,"
                          "       coalesce(sum(i.open), 0) AS open, count(i.id) AS items,"
                          "       coalesce(min(CASE WHEN i.open > 0 THEN i.due END), 2147483647) AS first_due"
                          "  FROM search_text s"
                          "  JOIN customer c ON c.id = s.customer_id"
                          "  LEFT JOIN item i ON i.customer_id = c.id AND i.state = 'open' AND i.currency = c.currency"
                          " WHERE (s.text LIKE :w0 ESCAPE '!' OR s.text LIKE :b0 ESCAPE '!')"
                          "   AND (s.text LIKE :w1 ESCAPE '!' OR s.text LIKE :b1 ESCAPE '!')"
                          "   AND (s.text LIKE :w2 ESCAPE '!' OR s.text LIKE :b2 ESCAPE '!')"
                          "   AND (s.text LIKE :w3 ESCAPE '!' OR s.text LIKE :b3 ESCAPE '!')"
                          "   AND (s.text LIKE :w4 ESCAPE '!' OR s.text LIKE :b4 ESCAPE '!')"
                          "   AND (s.text LIKE :w5 ESCAPE '!' OR s.text LIKE :b5 ESCAPE '!')"
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

static void word_clear(gpointer data)
{
    Word *word = data;
    g_free(word->plain);
    g_free(word->bare);
}

static void word_add(GArray *words, const char *plain)
{
    g_autofree char *bare = text_fold_bare(plain);
    bool says_more = strlen(bare) >= BARE_LEAST && !g_str_equal(bare, plain);
    Word word = {.plain = g_strdup(plain), .bare = g_strdup(says_more ? bare : "")};
    g_array_append_val(words, word);
}

/* What is typed, folded and split; a colon can be no part of a value's tag. */
static GArray *words_of(const char *typed)
{
    g_autofree char *folded = text_fold(typed);
    g_strdelimit(folded, ":\t", ' ');
    g_auto(GStrv) raw = g_strsplit(folded, " ", -1);
    GArray *words = g_array_new(FALSE, FALSE, sizeof(Word));
    g_array_set_clear_func(words, word_clear);
    for (char **word = raw; *word != NULL && words->len < WORDS_ALL; word++) {
        if (**word != '\0')
            word_add(words, *word);
    }
    return words;
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
            return i18n_word(tags[i].label);
    }
    return "";
}

/* "..4418", "2024-00..": what stands around the find, so that the column stays narrow. */
static char *excerpt(const char *value, const char *word)
{
    size_t length = strlen(value);
    const char *at = strstr(value, word);
    if (length <= EXCERPT || at == NULL)
        return g_strdup(value);
    size_t from = (size_t)(at - value), wide = MIN(MAX(strlen(word), EXCERPT - 4), length);
    if (from + wide > length)
        from = length - wide;
    return g_strdup_printf("%s%.*s%s", from > 0 ? ".." : "", (int)wide, value + from, from + wide < length ? ".." : "");
}

/* Names and places are read in the row; of anything else the value is shown. */
static void append_reason(GString *reasons, const char *value, const char *word)
{
    g_autofree char *part = excerpt(value + 2, word);
    g_autofree char *reason =
        strchr("nlk", *value) != NULL ? g_strdup(label_of(*value)) : g_strdup_printf("%s %s", label_of(*value), part);
    if (strstr(reasons->str, reason) == NULL)
        g_string_append_printf(reasons, "%s%s", reasons->len > 0 ? "; " : "", reason);
}

/* The first value of the line that holds the word; NULL when only a tag did. */
static const char *value_holding(char *const *values, const char *word)
{
    for (char *const *value = values; *word != '\0' && *value != NULL; value++) {
        if ((*value)[0] != '\0' && (*value)[1] == ':' && strstr(*value + 2, word) != NULL)
            return *value;
    }
    return NULL;
}

/* Why every word was found; NULL when one was not. */
static char *reasons_for(const char *line, const GArray *words)
{
    g_auto(GStrv) values = g_strsplit(line, "\t", -1);
    g_autoptr(GString) reasons = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        const char *value = value_holding(values, word->plain);
        const char *found = value != NULL ? word->plain : word->bare;
        if (value == NULL)
            value = value_holding(values, word->bare);
        if (value == NULL)
            return NULL;
        append_reason(reasons, value, found);
    }
    return g_strdup(reasons->str);
}

static void take_row(Search *search, Query *query, const GArray *words, bool closed)
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

static const char *const plain_names[WORDS_MAX] = {"w0", "w1", "w2", "w3", "w4", "w5"};
static const char *const bare_names[WORDS_MAX] = {"b0", "b1", "b2", "b3", "b4", "b5"};

/* Further words than the statement has room for are looked at row by row. */
static bool rows_read(Desk *desk, Search *search, const GArray *words, bool closed, GError **error)
{
    g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func(g_free);
    Bind binds[2 * WORDS_MAX];
    for (guint i = 0; i < WORDS_MAX; i++) {
        const Word *word = i < words->len ? &g_array_index(words, Word, i) : NULL;
        char *plain = pattern_of(word != NULL ? word->plain : NULL);
        char *bare = pattern_of(word != NULL ? *word->bare != '\0' ? word->bare : word->plain : NULL);
        g_ptr_array_add(patterns, plain);
        g_ptr_array_add(patterns, bare);
        binds[2 * i] = TEXT(plain_names[i], plain);
        binds[2 * i + 1] = TEXT(bare_names[i], bare);
    }
    g_autoptr(Query) query = store_query(desk->store, sql, binds, G_N_ELEMENTS(binds), error);
    while (query != NULL && query_next(query))
        take_row(search, query, words, closed);
    return query != NULL && query_finish(query, error);
}

/* Nothing typed finds nobody: the list of everybody would hide that a word is missing. */
Search *search_run(Desk *desk, const char *typed, bool closed, int limit, GError **error)
{
    g_autoptr(GArray) words = words_of(typed);
    Search *search = g_new0(Search, 1);
    search->hits = g_ptr_array_new_with_free_func(hit_free);
    if ((words->len > 0 && !rows_read(desk, search, words, closed, error)) ||
        !count_scope(desk, closed, &search->total, error)) {
        search_free(search);
        return NULL;
    }
    g_ptr_array_sort(search->hits, compare_hits);
    if (limit > 0 && search->hits->len > (guint)limit)
        g_ptr_array_set_size(search->hits, limit);
    return search;
}
