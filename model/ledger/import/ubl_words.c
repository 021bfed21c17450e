/* "2 % discount if paid within 10 days, net 30 days": payment terms as people write them, in the languages of the
 * house.  Percentages of interest and of deposits are no discounts. */
#include "base/text.h"
#include "ledger/import/ubl.h"

#include <string.h>

enum { DISCOUNT_MOST = 2000, CLAUSES_MOST = 200 }; /* nobody gives more than 20 % for paying early */

static const char *const PENALTY[] = {"penal",  "interest", "intrest", "interet", "rente",    "boete",
                                      "verhog", "majorat",  "beding",  "nalatig", "retard",   "laattijdig",
                                      "verzug", "zinsen",   "overdue", "forfait", "late pay", "aanman"};
static const char *const ADVANCE[] = {"prepa",   "deposit", "voorschot", "acompte", "aanbetal",
                                      "vooruit", "advance", "anzahlung", "upfront", "down payment"};
static const char *const DISCOUNT[] = {"discount", "korting", "escompte", "skonto", "remise", "kontant"};
static const char *const MONTH_END[] = {"einde maand",  "einde van de maand", "fin de mois",
                                        "end of month", "month end",          "monatsende"};

static bool has_one(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strstr(text, words[i]) != NULL)
            return true;
    return false;
}
#define HAS(text, words) has_one(text, words, G_N_ELEMENTS(words))

/* ---- patterns ---- */

typedef enum { PATTERN_PERCENT, PATTERN_DAYS, PATTERN_NET, PATTERN_SHORT, PATTERN_SKONTO, PATTERNS } Pattern;

/* Folded text: ASCII, lower case. */
static const char *const PATTERN_TEXT[] = {
    [PATTERN_PERCENT] = "\\b([0-9]{1,2})(?:[.,]([0-9]{1,2}))? ?(?:%|procent|percent|pct|pour cent)",
    [PATTERN_DAYS] = "\\b([0-9]{1,3}) ?-?(?:calendar |kalender ?)?(?:day|dag|dgn|jour|jrs|tag)",
    [PATTERN_NET] = "\\bnet(?:to)? ?:? ?([0-9]{1,3})\\b(?! ?%)",
    [PATTERN_SHORT] = "\\b([0-9]{1,2})(?:[.,]([0-9]{1,2}))? ?/ ?([0-9]{1,3}),? n(?:et(?:to)?)? ?/? ?([0-9]{1,3})\\b",
    [PATTERN_SKONTO] = "#skonto#tage=([0-9]{1,3})#prozent=([0-9]{1,2})(?:[.]([0-9]{1,2}))?#",
};

static const GRegex *pattern(Pattern which)
{
    static GRegex *compiled[PATTERNS];
    static gsize ready;
    if (g_once_init_enter(&ready)) {
        for (int i = 0; i < PATTERNS; i++)
            compiled[i] = g_regex_new(PATTERN_TEXT[i], G_REGEX_OPTIMIZE, 0, NULL);
        g_once_init_leave(&ready, 1);
    }
    return compiled[which];
}

static int group_number(const GMatchInfo *found, int group)
{
    g_autofree char *digits = g_match_info_fetch(found, group);
    return digits == NULL ? 0 : (int)g_ascii_strtoll(digits, NULL, 10);
}

/* "2", "5" is 2.5 %: 250. */
static int group_permyriad(const GMatchInfo *found, int whole, int fraction)
{
    g_autofree char *digits = g_match_info_fetch(found, fraction);
    int hundredths =
        digits == NULL || *digits == '\0' ? 0 : (int)g_ascii_strtoll(digits, NULL, 10) * (strlen(digits) == 1 ? 10 : 1);
    return group_number(found, whole) * 100 + hundredths;
}

/* ---- a clause ---- */

typedef struct {
    int permyriad; /* -1 none */
    bool discount; /* it says so in words */
    int discount_days;
    int net_days; /* days that belong to no percentage; -1 none */
    bool month_end;
} Clause;

/* The number of days behind the percentage belongs to it, else the one before it; another is the net term. */
static void days_find(const char *text, int percent_at, Clause *clause)
{
    g_autoptr(GMatchInfo) found = NULL;
    int before = -1, at = 0;
    for (g_regex_match(pattern(PATTERN_DAYS), text, 0, &found); g_match_info_matches(found);
         g_match_info_next(found, NULL)) {
        int days = group_number(found, 1);
        g_match_info_fetch_pos(found, 0, &at, NULL);
        if (percent_at >= 0 && at > percent_at && clause->discount_days < 0)
            clause->discount_days = days;
        else if (percent_at >= 0 && at < percent_at && before < 0)
            before = days;
        else if (clause->net_days < 0)
            clause->net_days = days;
    }
    if (clause->discount_days < 0)
        clause->discount_days = before;
    else if (before >= 0)
        clause->net_days = before;
}

static Clause clause_read(const char *text)
{
    Clause clause = {.permyriad = -1, .discount_days = -1, .net_days = -1};
    if (HAS(text, PENALTY))
        return clause;
    int at = -1;
    g_autoptr(GMatchInfo) percent = NULL, net = NULL;
    if (g_regex_match(pattern(PATTERN_PERCENT), text, 0, &percent)) {
        clause.permyriad = group_permyriad(percent, 1, 2);
        g_match_info_fetch_pos(percent, 0, &at, NULL);
    }
    days_find(text, at, &clause);
    if (clause.net_days < 0 && g_regex_match(pattern(PATTERN_NET), text, 0, &net))
        clause.net_days = group_number(net, 1);
    if (clause.permyriad > DISCOUNT_MOST || HAS(text, ADVANCE))
        clause.permyriad = clause.discount_days = -1;
    clause.discount = HAS(text, DISCOUNT);
    clause.month_end = HAS(text, MONTH_END);
    return clause;
}

/* ---- a sentence ---- */

static void discount_take(TermsWords *words, int permyriad, int days)
{
    if (words->discount_days >= 0 || permyriad <= 0 || permyriad > DISCOUNT_MOST)
        return;
    words->discount_days = days;
    words->permyriad = permyriad;
}

static void net_take(TermsWords *words, int days, bool month_end)
{
    if (words->net_days >= 0 || days < 0)
        return;
    words->net_days = days;
    words->month_end = month_end;
}

static char *clause_fold(const char *text)
{
    g_autofree char *clean = ubl_clean(text);
    return text_fold(clean);
}

/* "Payment within 10 days, 2% discount": the percentage may stand in another clause than its days. */
static void sentence_read(const char *sentence, TermsWords *words)
{
    g_auto(GStrv) parts = g_strsplit(sentence, ", ", CLAUSES_MOST);
    int permyriad = -1, days = -1, days_count = 0;
    bool month_end = false;
    for (size_t i = 0; parts[i] != NULL; i++) {
        g_autofree char *text = clause_fold(parts[i]);
        Clause clause = clause_read(text);
        if (clause.permyriad >= 0 && clause.discount_days >= 0)
            discount_take(words, clause.permyriad, clause.discount_days);
        else if (clause.permyriad >= 0 && clause.discount)
            permyriad = clause.permyriad;
        if (clause.net_days < 0)
            continue;
        days = days_count++ == 0 ? clause.net_days : days;
        month_end |= clause.month_end;
    }
    if (permyriad >= 0 && days_count == 1)
        discount_take(words, permyriad, days);
    else
        net_take(words, days, month_end);
}

static bool short_read(const char *line, TermsWords *words)
{
    g_autofree char *text = clause_fold(line);
    g_autoptr(GMatchInfo) found = NULL, skonto = NULL;
    if (g_regex_match(pattern(PATTERN_SKONTO), text, 0, &skonto)) {
        discount_take(words, group_permyriad(skonto, 2, 3), group_number(skonto, 1));
        return true;
    }
    if (!g_regex_match(pattern(PATTERN_SHORT), text, 0, &found))
        return false;
    discount_take(words, group_permyriad(found, 1, 2), group_number(found, 3));
    net_take(words, group_number(found, 4), false);
    return true;
}

TermsWords terms_words_read(const char *text)
{
    TermsWords words = {.net_days = -1, .discount_days = -1};
    g_auto(GStrv) lines = g_strsplit(text, "\n", CLAUSES_MOST);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (short_read(lines[i], &words))
            continue;
        g_auto(GStrv) halves = g_strsplit_set(lines[i], ";", CLAUSES_MOST);
        for (size_t h = 0; halves[h] != NULL; h++) {
            g_auto(GStrv) sentences = g_strsplit(halves[h], ". ", CLAUSES_MOST);
            for (size_t s = 0; sentences[s] != NULL; s++)
                sentence_read(sentences[s], &words);
        }
    }
    return words;
}
