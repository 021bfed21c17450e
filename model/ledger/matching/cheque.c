/* A cheque that was announced: its number and amount settle "payment is in the post". */
#include "base/i18n.h"
#include "ledger/matching/parts.h"

#include <string.h>

enum { CHEQUE_DAYS = 90, NUMBER_MIN = 4 }; /* how long after its promised day a cheque is still looked for */

typedef struct {
    gint64 promise_id, customer_id;
    Cents amount;
    char *number;
    int met; /* promises that fit */
} Cheque;

static void cheque_clear(Cheque *cheque)
{
    g_free(cheque->number);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Cheque, cheque_clear)

static const char *without_zeros(const char *number)
{
    return number + strspn(number, "0");
}

/* The number by itself, no part of a longer one. */
static bool text_has_number(const char *text, const char *number)
{
    size_t length = strlen(number);
    for (const char *at = strstr(text, number); at != NULL; at = strstr(at + 1, number)) {
        const char *before = at;
        while (before > text && before[-1] == '0')
            before--;
        if ((before == text || !g_ascii_isdigit(before[-1])) && !g_ascii_isdigit(at[length]))
            return true;
    }
    return false;
}

static bool is_named(const LineRecord *line, const char *number)
{
    const char *bare = without_zeros(number);
    return strlen(bare) >= NUMBER_MIN &&
           (strcmp(without_zeros(line->cheque_number), bare) == 0 || text_has_number(line->text, bare));
}

static void cheque_take(Cheque *cheque, Query *query)
{
    if (cheque->met++ > 0)
        return;
    cheque->promise_id = query_integer(query, "id");
    cheque->customer_id = query_integer(query, "customer_id");
    cheque->amount = query_integer(query, "amount");
    cheque->number = g_strdup(query_text(query, "cheque_number"));
}

#define CHEQUE_SQL                                                                                                     \
    "SELECT id, customer_id, amount, cheque_number FROM promise p WHERE kind = 'cheque' AND currency = :currency"      \
    " AND due >= :since AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = p.event_id) AND "

/* Promised with exactly this amount: named, or (where the bank says it is a cheque) not named at all. */
static bool by_amount(Search *search, Cheque *named, Cheque *nameless, GError **error)
{
    const LineRecord *line = search->line;
    g_autoptr(Query) query = store_query(search->store, CHEQUE_SQL "amount = :amount ORDER BY id DESC",
                                         BINDS(INTEGER("amount", line->amount), TEXT("currency", line->currency),
                                               DAY("since", day_plus(line->day, -CHEQUE_DAYS))),
                                         error);
    while (query != NULL && query_next(query)) {
        const char *number = query_text(query, "cheque_number");
        if (is_named(line, number))
            cheque_take(named, query);
        else if (line->cheque && (*number == '\0' || *line->cheque_number == '\0'))
            cheque_take(nameless, query);
    }
    return query != NULL && query_finish(query, error);
}

/* Its number, and another amount. */
static bool by_number(Search *search, Cheque *cheque, GError **error)
{
    const char *bare = without_zeros(search->line->cheque_number);
    if (strlen(bare) < NUMBER_MIN)
        return true;
    g_autoptr(Query) query =
        store_query(search->store, CHEQUE_SQL "ltrim(cheque_number, '0') = :number ORDER BY id DESC",
                    BINDS(TEXT("number", bare), TEXT("currency", search->line->currency),
                          DAY("since", day_plus(search->line->day, -CHEQUE_DAYS))),
                    error);
    while (query != NULL && query_next(query))
        cheque_take(cheque, query);
    return query != NULL && query_finish(query, error);
}

/* First in, first out over what it was promised for. */
static bool cheque_items(Search *search, gint64 promise_id, Match *match, GError **error)
{
    Cents left = search->line->amount;
    g_autoptr(Query) query =
        store_query(search->store,
                    "SELECT i.id, i.open, pi.amount FROM promise_item pi JOIN item i ON i.id = pi.item_id"
                    " WHERE pi.promise_id = :promise AND i.state = 'open' AND i.open > 0 AND i.currency = :currency"
                    " ORDER BY pi.position",
                    BINDS(INTEGER("promise", promise_id), TEXT("currency", search->line->currency)), error);
    while (query != NULL && query_next(query)) {
        Cents part = MIN(MIN(query_integer(query, "open"), query_integer(query, "amount")), left);
        if (part > 0)
            match_part(match, query_integer(query, "id"), part);
        left -= MAX(part, 0);
    }
    return query != NULL && query_finish(query, error);
}

bool step_cheque(Search *search, Match **found, GError **error)
{
    g_auto(Cheque) named = {0}, nameless = {0}, other = {0};
    if (!by_amount(search, &named, &nameless, error) || (named.met == 0 && !by_number(search, &other, error)))
        return false;
    const Cheque *cheque = named.met > 0 ? &named : other.met > 0 ? &other : &nameless;
    if (cheque->met != 1)
        return true;
    g_autofree char *amount = money_text(cheque->amount);
    char *reason =
        cheque == &named ? g_strdup_printf(_("Cheque %s was promised with exactly this amount."), cheque->number)
        : cheque == &other
            ? g_strdup_printf(_("Cheque %s was promised with %s: the amount differs."), cheque->number, amount)
            : g_strdup(_("A cheque of exactly this amount was promised."));
    bool closes = cheque == &named && !is_exchanged(search->line);
    *found = match_new(MATCH_REFERENCE, closes, closes ? 90 : 70, cheque->customer_id, reason);
    return cheque_items(search, cheque->promise_id, *found, error);
}
