#include "ledger/import/csv_matching.h"

#include <string.h>

enum { OWN, BOOKS, MONEYS };

typedef struct {
    char currency[4];
    bool mixed;                          /* several currencies: reckoned in the books' money */
    Cents debit[MONEYS], credit[MONEYS]; /* still to be set against each other; both positive */
    Day paid;                            /* the last credit */
} Match;

struct CsvMatching {
    GHashTable *matches; /* text -> Match */
};

CsvMatching *csv_matching_new(void)
{
    CsvMatching *matching = g_new0(CsvMatching, 1);
    matching->matches = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return matching;
}

void csv_matching_free(CsvMatching *matching)
{
    if (matching == NULL)
        return;
    g_hash_table_unref(matching->matches);
    g_free(matching);
}

bool csv_match_is_partial(const char *match)
{
    return match[0] == 'P' && g_ascii_isdigit(match[1]);
}

static Match *match_find(CsvMatching *matching, const char *match, const char *currency)
{
    Match *found = g_hash_table_lookup(matching->matches, match);
    if (found != NULL)
        return found;
    found = g_new0(Match, 1);
    found->paid = DAY_NONE;
    g_strlcpy(found->currency, currency, sizeof found->currency);
    g_hash_table_insert(matching->matches, g_strdup(match), found);
    return found;
}

void csv_matching_add(CsvMatching *matching, const char *match, const CsvMatched *line)
{
    const Cents amounts[MONEYS] = {[OWN] = line->own, [BOOKS] = line->books};
    Match *found = match_find(matching, match, line->currency);
    if (strcmp(found->currency, line->currency) != 0)
        found->mixed = true;
    for (int money = 0; money < MONEYS; money++)
        money_add(amounts[money] > 0 ? &found->debit[money] : &found->credit[money], ABS(amounts[money]));
    if (line->books < 0 && day_compare(line->day, found->paid) > 0)
        found->paid = line->day;
}

Cents csv_matching_open(CsvMatching *matching, const char *match, const CsvMatched *line, bool *in_books, Day *closed)
{
    Match *found = g_hash_table_lookup(matching->matches, match);
    *in_books = found != NULL && found->mixed && csv_match_is_partial(match);
    int money = *in_books ? BOOKS : OWN;
    Cents amount = *in_books ? line->books : line->own;
    if (found == NULL)
        return amount;
    *closed = found->paid;
    if (!csv_match_is_partial(match))
        return 0;
    /* What the other side of the match can still take off this line. */
    Cents *other = amount > 0 ? &found->credit[money] : &found->debit[money];
    Cents taken = MIN(*other, ABS(amount));
    *other -= taken;
    Cents open = ABS(amount) - taken;
    if (open != 0)
        *closed = DAY_NONE;
    return amount > 0 ? open : -open;
}
