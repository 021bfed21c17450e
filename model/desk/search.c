/* One folded line per customer (ledger/account.h: search_text): "n:name\tc:number\tl:place …".  The database narrows by
 * substring, this file says what matched. */
#include "desk/search.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/holds.h"
#include "ledger/account.h"
#include <string.h>

enum { WORDS_MAX = 6, WORDS_ALL = 16, WORD_LONGEST = 96, EXCERPT = 14, BARE_LEAST = 2, SURPLUS = 8 };

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

static const char select_sql[] =
    "SELECT s.customer_id, s.text, c.name, c.number, c.city, c.currency,"
    "       coalesce(sum(i.open), 0) AS open, count(i.id) AS items,"
    "       coalesce(min(CASE WHEN i.open > 0 THEN" ITEM_ASKED_FROM " END), 2147483647) AS first_due"
    "  FROM search_text s"
    "  JOIN customer c ON c.id = s.customer_id"
    "  LEFT JOIN item i ON i.customer_id = c.id AND i.state = 'open' AND i.currency = c.currency";
static const char group_sql[] = " GROUP BY s.customer_id, c.id"; /* the keys: all other columns hang on them */

#define PLAIN(n)  "s.text LIKE :w" #n " ESCAPE '!'"
#define EITHER(n) "(" PLAIN(n) " OR s.text LIKE :b" #n " ESCAPE '!')"
/* One condition a word; every word costs a look at every line. */
static const struct {
    const char *plain, *either, *plain_name, *bare_name;
} conditions[WORDS_MAX] = {
    {PLAIN(0), EITHER(0), "w0", "b0"}, {PLAIN(1), EITHER(1), "w1", "b1"}, {PLAIN(2), EITHER(2), "w2", "b2"},
    {PLAIN(3), EITHER(3), "w3", "b3"}, {PLAIN(4), EITHER(4), "w4", "b4"}, {PLAIN(5), EITHER(5), "w5", "b5"},
};

static void hit_free(gpointer data)
{
    SearchHit *hit = data;
    g_free(hit->name);
    g_free(hit->number);
    g_free(hit->city);
    g_free(hit->matched);
    g_free(hit->holds);
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
        g_autofree char *cut = g_strndup(*word, WORD_LONGEST); /* the database takes 200 bytes, escapes among them */
        if (*cut != '\0')
            word_add(words, cut);
    }
    return words;
}

/* A LIKE pattern that finds the word anywhere. */
static char *pattern_of(const char *word)
{
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

/* The first value of the line ("n:bakkerij peeters bv") that holds the word; NULL when only a tag did. */
static const char *value_holding(const char *line, const char *word, size_t *length)
{
    for (const char *value = line; value != NULL && *word != '\0'; value = strchr(value, '\t')) {
        value += *value == '\t';
        const char *found = value[0] != '\0' && value[1] == ':' ? strstr(value + 2, word) : NULL;
        *length = strcspn(value, "\t");
        if (found != NULL && (size_t)(found - value) < *length)
            return value;
    }
    return NULL;
}

static const char *value_of_word(const char *line, const Word *word, size_t *length)
{
    const char *value = value_holding(line, word->plain, length);
    return value != NULL ? value : value_holding(line, word->bare, length);
}

/* Why every word was found; caller frees. */
static char *reasons_for(const char *line, const GArray *words)
{
    g_autoptr(GString) reasons = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        size_t length = 0;
        const char *value = value_of_word(line, word, &length);
        g_autofree char *whole = value != NULL ? g_strndup(value, length) : NULL;
        if (whole != NULL)
            append_reason(reasons, whole, strstr(whole + 2, word->plain) != NULL ? word->plain : word->bare);
    }
    return g_strdup(reasons->str);
}

/* --- The best ones ---------------------------------------------------------------------------------------- */

/* While reading, the hit's `matched` is its whole search line: reasons are told for those that are kept. */
typedef struct {
    SearchHit hit;
    bool by_name;
} Candidate;

/* Who has something to pay first, then those found by name, then by the alphabet. */
static int compare_hits(gconstpointer a, gconstpointer b)
{
    const Candidate *x = *(Candidate *const *)a, *y = *(Candidate *const *)b;
    if ((x->hit.open > 0) != (y->hit.open > 0))
        return x->hit.open > 0 ? -1 : 1;
    if (x->by_name != y->by_name)
        return x->by_name ? -1 : 1;
    int by_name = g_utf8_collate(x->hit.name, y->hit.name);
    return by_name != 0 ? by_name : strcmp(x->hit.number, y->hit.number);
}

typedef struct {
    Search *search;
    const GArray *words; /* Word */
    bool closed;
    int limit;              /* 0: none */
    const Candidate *worst; /* of those kept, once there are as many as wanted; NULL before */
} Reading;

static void keep_best(Reading *reading)
{
    GPtrArray *hits = reading->search->hits;
    g_ptr_array_sort(hits, compare_hits);
    if (reading->limit <= 0 || hits->len < (guint)reading->limit)
        return;
    g_ptr_array_set_size(hits, reading->limit);
    reading->worst = g_ptr_array_index(hits, hits->len - 1);
}

/* Every word must be in a value; a tag is nothing anybody typed. */
static bool words_fit(const Reading *reading, const char *line, bool *by_name)
{
    for (guint i = 0; i < reading->words->len; i++) {
        size_t length = 0;
        const char *value = value_of_word(line, &g_array_index(reading->words, Word, i), &length);
        if (value == NULL)
            return false;
        *by_name = *by_name || (i == 0 && *value == 'n');
    }
    return true;
}

static void take_row(Reading *reading, Query *query)
{
    const char *line = query_text(query, "text");
    bool by_name = false;
    if ((!reading->closed && query_integer(query, "items") == 0) || !words_fit(reading, line, &by_name))
        return;
    reading->search->found++;
    Candidate row = {.by_name = by_name,
                     .hit = {.open = query_integer(query, "open"),
                             .name = (char *)query_text(query, "name"),
                             .number = (char *)query_text(query, "number")}};
    const Candidate *found = &row;
    if (reading->worst != NULL && compare_hits(&found, &reading->worst) > 0)
        return;
    Candidate *kept = g_memdup2(&row, sizeof row);
    SearchHit *hit = &kept->hit;
    hit->customer_id = query_integer(query, "customer_id");
    hit->name = query_dup(query, "name");
    hit->number = query_dup(query, "number");
    hit->city = query_dup(query, "city");
    g_strlcpy(hit->currency, query_text(query, "currency"), sizeof hit->currency);
    hit->days_late = MAX(0, (int)(clock_today().number - query_integer(query, "first_due")));
    hit->matched = g_strdup(line);
    g_ptr_array_add(reading->search->hits, kept);
    if (reading->limit > 0 && reading->search->hits->len >= (guint)reading->limit * SURPLUS)
        keep_best(reading);
}

static void tell_reasons(Desk *desk, Search *search, const GArray *words)
{
    for (guint i = 0; i < search->hits->len; i++) {
        SearchHit *hit = g_ptr_array_index(search->hits, i);
        char *reasons = reasons_for(hit->matched, words);
        g_free(hit->matched);
        hit->matched = reasons;
        hit->holds = customer_holds_words(desk, hit->customer_id);
    }
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

/* Further words than the statement has room for are looked at row by row. */
static bool rows_read(Desk *desk, Reading *reading, GError **error)
{
    g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) sql = g_string_new(select_sql);
    Bind binds[2 * WORDS_MAX];
    size_t bound = 0;
    for (guint i = 0; i < MIN(reading->words->len, WORDS_MAX); i++) {
        const Word *word = &g_array_index(reading->words, Word, i);
        bool either = *word->bare != '\0';
        g_string_append(sql, i == 0 ? " WHERE " : " AND ");
        g_string_append(sql, either ? conditions[i].either : conditions[i].plain);
        g_ptr_array_add(patterns, pattern_of(word->plain));
        binds[bound++] = TEXT(conditions[i].plain_name, g_ptr_array_index(patterns, patterns->len - 1));
        if (!either)
            continue;
        g_ptr_array_add(patterns, pattern_of(word->bare));
        binds[bound++] = TEXT(conditions[i].bare_name, g_ptr_array_index(patterns, patterns->len - 1));
    }
    g_string_append(sql, group_sql);
    g_autoptr(Query) query = store_query(desk->store, sql->str, binds, bound, error);
    while (query != NULL && query_next(query))
        take_row(reading, query);
    return query != NULL && query_finish(query, error);
}

/* Nothing typed finds nobody: the list of everybody would hide that a word is missing. */
Search *search_run(Desk *desk, const char *typed, bool closed, int limit, GError **error)
{
    g_autoptr(GArray) words = words_of(typed);
    Search *search = g_new0(Search, 1);
    search->hits = g_ptr_array_new_with_free_func(hit_free);
    Reading reading = {.search = search, .words = words, .closed = closed, .limit = limit};
    if ((words->len > 0 && !rows_read(desk, &reading, error)) || !count_scope(desk, closed, &search->total, error)) {
        search_free(search);
        return NULL;
    }
    keep_best(&reading);
    tell_reasons(desk, search, words);
    return search;
}
