#include "ledger/matching/learned.h"

#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"

#include <string.h>

const char *const LEARNED_KIND_SLUGS[] = {
    [LEARNED_IBAN] = "iban",
    [LEARNED_PAYER] = "payer",
    [LEARNED_WORD] = "word",
};

/* --- Words worth knowing -------------------------------------------------------------------------------- */

static bool is_word(const char *bare)
{
    size_t length = strlen(bare), digits = 0;
    for (const char *at = bare; *at != '\0'; at++)
        digits += (size_t)g_ascii_isdigit(*at);
    return length >= WORD_MIN && length <= WORD_MAX && digits >= WORD_DIGITS;
}

/* A day or an amount is nobody's number. */
static bool is_figure(const char *typed)
{
    Cents cents;
    if (strlen(typed) <= 10 && strspn(typed, "0123456789./-") == strlen(typed) && strpbrk(typed, "./-") != NULL)
        return true;
    return strpbrk(typed, ".,") != NULL && money_parse_file(typed, '\0', 2, &cents, NULL);
}

GPtrArray *remittance_words(const char *text)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folded = text_fold(text);
    g_auto(GStrv) typed = g_strsplit_set(folded, " ,;:+()", -1);
    for (char **one = typed; *one != NULL && words->len < WORDS_TRIED; one++) {
        g_autofree char *bare = text_fold_bare(*one);
        g_autofree char *reference = reference_normal(*one, NULL);
        if (!is_word(bare) || is_figure(*one) || (reference != NULL && strlen(reference) > 7) || iban_valid(bare) ||
            g_ptr_array_find_with_equal_func(words, bare, g_str_equal, NULL))
            continue;
        g_ptr_array_add(words, g_steal_pointer(&bare));
    }
    return words;
}

/* --- Learning ------------------------------------------------------------------------------------------- */

bool iban_learn(Booking *booking, gint64 customer_id, const char *account, GError **error)
{
    g_autofree char *iban = iban_normal(account);
    if (iban == NULL || customer_id == 0)
        return true;
    touch_master(booking, customer_id);
    return store_run(
        booking->store,
        "INSERT INTO customer_iban (iban, customer_id, source, day) VALUES (:iban, :customer, 'learned', :day)"
        " ON CONFLICT (iban, customer_id) DO NOTHING",
        BINDS(TEXT("iban", iban), INTEGER("customer", customer_id), DAY("day", booking->today)), error);
}

bool iban_unlearn(Booking *booking, const Waiting *waiting, GError **error)
{
    g_autofree char *iban = iban_normal(waiting->line.account);
    return iban == NULL || waiting->customer_id == 0 ||
           store_run(booking->store,
                     "DELETE FROM customer_iban WHERE iban = :iban AND customer_id = :customer AND source = 'learned'"
                     " AND forgotten IS NULL AND NOT EXISTS (SELECT 1 FROM payment p"
                     "   JOIN payment_match m ON m.payment_id = p.id WHERE m.customer_id = :customer"
                     "   AND p.account = :account AND p.id <> :payment AND m.state IN ('matched', 'on_account')"
                     "   AND (m.agent_id IS NOT NULL OR (m.step = 'reference' AND m.score = 100)))",
                     BINDS(TEXT("iban", iban), INTEGER("customer", waiting->customer_id),
                           TEXT("account", waiting->line.account), INTEGER("payment", waiting->payment_id)),
                     error);
}

/* A person's answer teaches anew what was forgotten. */
static bool iban_recall(Booking *booking, gint64 customer_id, const char *account, GError **error)
{
    g_autofree char *iban = iban_normal(account);
    return iban == NULL ||
           store_run(booking->store,
                     "UPDATE customer_iban SET forgotten = NULL, source = 'learned', day = :day"
                     " WHERE iban = :iban AND customer_id = :customer AND forgotten IS NOT NULL",
                     BINDS(TEXT("iban", iban), INTEGER("customer", customer_id), DAY("day", booking->today)), error);
}

static bool word_learn(Booking *booking, const Waiting *waiting, gint64 customer_id, LearnedKind kind, const char *word,
                       GError **error)
{
    return store_run(booking->store,
                     "INSERT INTO customer_word (word, customer_id, kind, source, day, payment_id)"
                     " VALUES (:word, :customer, :kind, 'learned', :day, :payment)"
                     " ON CONFLICT (kind, word, customer_id) DO UPDATE SET forgotten = NULL, day = excluded.day,"
                     " payment_id = excluded.payment_id WHERE customer_word.forgotten IS NOT NULL",
                     BINDS(TEXT("word", word), INTEGER("customer", customer_id), TEXT("kind", LEARNED_KIND_SLUGS[kind]),
                           DAY("day", booking->today), INTEGER("payment", waiting->payment_id)),
                     error);
}

/* The customer's own name needs no learning. */
static bool payer_learn(Booking *booking, const Waiting *waiting, gint64 customer_id, GError **error)
{
    gint64 own = 0;
    g_autofree char *key = name_key(waiting->line.name);
    if (*key == '\0')
        return true;
    if (!store_value(booking->store,
                     "SELECT count(*) AS n FROM search_text WHERE customer_id = :customer AND name_key = :key",
                     BINDS(INTEGER("customer", customer_id), TEXT("key", key)), 0, &own, error))
        return false;
    return own != 0 || word_learn(booking, waiting, customer_id, LEARNED_PAYER, key, error);
}

/* An invoice number is of one invoice, whoever's it is. */
static bool is_item_number(Store *store, const char *word, bool *number, GError **error)
{
    gint64 known = 0;
    if (!store_value(store, "SELECT id FROM item WHERE number_key = :key LIMIT 1", BINDS(TEXT("key", word)), 0, &known,
                     error))
        return false;
    *number = known != 0;
    return true;
}

static bool words_learn(Booking *booking, const Waiting *waiting, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) words = remittance_words(waiting->line.text);
    int learned = 0;
    for (guint i = 0; i < words->len && learned < LEARN_WORDS; i++) {
        bool number;
        if (!is_item_number(booking->store, g_ptr_array_index(words, i), &number, error))
            return false;
        if (number)
            continue;
        if (!word_learn(booking, waiting, customer_id, LEARNED_WORD, g_ptr_array_index(words, i), error))
            return false;
        learned++;
    }
    return true;
}

bool decision_learn(Booking *booking, const Waiting *waiting, gint64 customer_id, GError **error)
{
    return iban_learn(booking, customer_id, waiting->line.account, error) &&
           iban_recall(booking, customer_id, waiting->line.account, error) &&
           payer_learn(booking, waiting, customer_id, error) && words_learn(booking, waiting, customer_id, error);
}

bool decision_unlearn(Booking *booking, const Waiting *waiting, GError **error)
{
    g_autofree char *iban = iban_normal(waiting->line.account);
    if (waiting->customer_id == 0)
        return true;
    touch_master(booking, waiting->customer_id);
    return (iban == NULL ||
            store_run(booking->store,
                      "DELETE FROM customer_iban WHERE iban = :iban AND customer_id = :customer AND source = 'learned'"
                      " AND forgotten IS NULL AND day = :today AND NOT EXISTS (SELECT 1 FROM payment p"
                      "   JOIN payment_match m ON m.payment_id = p.id WHERE m.customer_id = :customer"
                      "   AND p.account = :account AND p.id <> :payment AND m.state = 'matched')",
                      BINDS(TEXT("iban", iban), INTEGER("customer", waiting->customer_id), DAY("today", booking->today),
                            TEXT("account", waiting->line.account), INTEGER("payment", waiting->payment_id)),
                      error)) &&
           store_run(booking->store,
                     "DELETE FROM customer_word WHERE customer_id = :customer AND payment_id = :payment"
                     " AND source = 'learned' AND forgotten IS NULL",
                     BINDS(INTEGER("customer", waiting->customer_id), INTEGER("payment", waiting->payment_id)), error);
}

/* --- Shown ---------------------------------------------------------------------------------------------- */

static void learned_free(gpointer data)
{
    Learned *learned = data;
    g_free(learned->value);
    g_free(learned->customer);
    g_free(learned->source);
    g_free(learned);
}

/* The receipt an account was learned from is the first of it that was matched with the customer. */
#define LEARNED_SQL                                                                                                    \
    "SELECT 'iban' AS kind, b.iban AS value, b.customer_id, b.source, b.day, CASE WHEN b.source = 'learned' THEN"      \
    " (SELECT min(p.id) FROM payment p JOIN payment_match m ON m.payment_id = p.id WHERE p.account = b.iban"           \
    "   AND m.customer_id = b.customer_id AND m.state IN ('matched', 'on_account')) END AS payment_id"                 \
    " FROM customer_iban b WHERE b.forgotten IS NULL%s"                                                                \
    " UNION ALL SELECT w.kind, w.word AS value, w.customer_id, w.source, w.day, w.payment_id FROM customer_word w"     \
    " WHERE w.forgotten IS NULL%s ORDER BY day DESC, kind, value, customer_id"

static LearnedKind kind_of(const char *slug)
{
    for (int kind = 0; kind < LEARNED_KINDS; kind++)
        if (strcmp(slug, LEARNED_KIND_SLUGS[kind]) == 0)
            return (LearnedKind)kind;
    return LEARNED_WORD;
}

static Learned *learned_read(Query *query)
{
    Learned *learned = g_new0(Learned, 1);
    *learned = (Learned){.kind = kind_of(query_text(query, "kind")),
                         .value = g_strdup(query_text(query, "value")),
                         .customer_id = query_integer(query, "customer_id"),
                         .source = g_strdup(query_text(query, "source")),
                         .day = query_day(query, "day"),
                         .payment_id = query_integer_or(query, "payment_id", 0)};
    return learned;
}

static bool is_used(const Learned *learned, Query *receipt)
{
    if (learned->kind == LEARNED_IBAN)
        return strcmp(query_text(receipt, "account"), learned->value) == 0;
    if (learned->kind == LEARNED_PAYER) {
        g_autofree char *key = name_key(query_text(receipt, "name"));
        return strcmp(key, learned->value) == 0;
    }
    g_autoptr(GPtrArray) words = remittance_words(query_text(receipt, "text"));
    return g_ptr_array_find_with_equal_func(words, learned->value, g_str_equal, NULL);
}

/* The customer's receipts after the one it was learned from that carry it. */
static bool uses_count(Store *store, Learned *learned, GError **error)
{
    g_autoptr(Query) query =
        store_query(store,
                    "SELECT p.id, p.account, p.name, p.text FROM payment_match m JOIN payment p ON p.id = m.payment_id"
                    " WHERE m.customer_id = :customer AND p.id > :after AND p.amount > 0",
                    BINDS(INTEGER("customer", learned->customer_id), INTEGER("after", learned->payment_id)), error);
    while (query != NULL && query_next(query))
        learned->uses += is_used(learned, query);
    return query != NULL && query_finish(query, error);
}

GPtrArray *learned_load(Ledger *ledger, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(learned_free);
    const char *iban = customer_id != 0 ? " AND b.customer_id = :customer" : "";
    const char *word = customer_id != 0 ? " AND w.customer_id = :customer" : "";
    g_autofree char *sql = g_strdup_printf(LEARNED_SQL, iban, word);
    g_autoptr(Query) query = customer_id != 0
                                 ? store_query(ledger->store, sql, BINDS(INTEGER("customer", customer_id)), error)
                                 : store_query(ledger->store, sql, NO_BINDS, error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(all, learned_read(query));
    if (query == NULL || !query_finish(query, error))
        return NULL;
    for (guint i = 0; i < all->len; i++) {
        Learned *learned = g_ptr_array_index(all, i);
        learned->customer = customer_words(ledger->store, learned->customer_id);
        if (!uses_count(ledger->store, learned, error))
            return NULL;
    }
    return g_steal_pointer(&all);
}

/* --- Forgotten ------------------------------------------------------------------------------------------ */

static bool forget_run(Booking *booking, LearnedKind kind, const char *value, gint64 customer_id, GError **error)
{
    const char *sql = kind == LEARNED_IBAN ? "UPDATE customer_iban SET forgotten = :today WHERE iban = :value"
                                             " AND customer_id = :customer AND forgotten IS NULL AND :kind <> ''"
                                           : "UPDATE customer_word SET forgotten = :today WHERE word = :value"
                                             " AND customer_id = :customer AND forgotten IS NULL AND kind = :kind";
    touch_master(booking, customer_id);
    if (!store_run(booking->store, sql,
                   BINDS(DAY("today", booking->today), TEXT("value", value), INTEGER("customer", customer_id),
                         TEXT("kind", LEARNED_KIND_SLUGS[kind])),
                   error))
        return false;
    return store_changed_rows(booking->store) > 0 ||
           fail(error, BELRONDE_ERROR_MISSING, _("Nothing of the kind is remembered for this customer."));
}

bool learned_forget(Ledger *ledger, LearnedKind kind, const char *value, gint64 customer_id, GError **error)
{
    g_autoptr(ImportSummary) summary = import_summary_new();
    Booking booking;
    booking_start(&booking, ledger, NULL, summary);
    bool done = work_begin(&booking, error) && forget_run(&booking, kind, value, customer_id, error) &&
                work_finish(&booking, error);
    booking_end(&booking);
    return done;
}
