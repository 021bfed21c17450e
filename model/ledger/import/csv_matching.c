#include "ledger/import/csv_matching.h"

#include <string.h>

typedef struct {
    Cents debit, credit; /* still to be set against each other; both positive */
    Day paid;            /* the last credit */
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

void csv_matching_add(CsvMatching *matching, const char *match, Cents amount, Day day)
{
    Match *found = g_hash_table_lookup(matching->matches, match);
    if (found == NULL) {
        found = g_new0(Match, 1);
        found->paid = DAY_NONE;
        g_hash_table_insert(matching->matches, g_strdup(match), found);
    }
    money_add(amount > 0 ? &found->debit : &found->credit, ABS(amount));
    if (amount < 0 && day_compare(day, found->paid) > 0)
        found->paid = day;
}

Cents csv_matching_open(CsvMatching *matching, const char *match, Cents amount, Day *closed)
{
    Match *found = g_hash_table_lookup(matching->matches, match);
    if (found == NULL)
        return amount;
    *closed = found->paid;
    if (!csv_match_is_partial(match))
        return 0;
    /* What the other side of the match can still take off this line. */
    Cents *other = amount > 0 ? &found->credit : &found->debit;
    Cents taken = MIN(*other, ABS(amount));
    *other -= taken;
    Cents open = ABS(amount) - taken;
    if (open != 0)
        *closed = DAY_NONE;
    return amount > 0 ? open : -open;
}
