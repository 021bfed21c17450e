/* Places of a record: figures, days, accounts, and records that lost or gained a letter on their way. */
#include "ledger/import/coda.h"

#include "base/reference.h"
#include "base/text.h"

#include <string.h>

enum { MILLI_DECIMALS = 3, OLD_CENTURY = 80, NEAR_DAYS = 800, DIGITS_MOST = 18 };

/* ---- places ---- */

static bool starts_letter(char byte)
{
    return ((guint8)byte & 0xc0) != 0x80;
}

/* Counts no further than it can look, so that endless lines cost nothing. */
void coda_places(CodaPlaces *places, const char *text, size_t bytes)
{
    size_t i = 0;
    int letters = 0;
    for (i = 0; i < bytes; i++) {
        if (!starts_letter(text[i]))
            continue;
        if (letters > CODA_PLACES)
            break;
        places->starts[letters++] = (guint16)i;
    }
    if (letters <= CODA_PLACES)
        places->starts[letters] = (guint16)i;
    places->text = text;
    places->length = letters;
    places->plain = (size_t)letters == i;
    /* Written in UTF-8 by somebody who counted bytes. */
    if (letters < CODA_LENGTH && bytes == CODA_LENGTH) {
        places->plain = true;
        places->length = CODA_LENGTH;
    }
}

/* The bytes of a range, and how many of its places are filled. */
static const char *range(const CodaPlaces *places, int from, int to, size_t *bytes, int *filled)
{
    int end = MIN(to, MIN(places->length, CODA_PLACES)), begin = MIN(from - 1, end);
    *filled = end - begin;
    if (places->plain) {
        *bytes = (size_t)*filled;
        return places->text + begin;
    }
    *bytes = (size_t)(places->starts[end] - places->starts[begin]);
    return places->text + places->starts[begin];
}

char coda_at(const CodaPlaces *places, int place)
{
    size_t bytes = 0;
    int filled = 0;
    const char *at = range(places, place, place, &bytes, &filled);
    if (filled == 0)
        return ' ';
    return bytes == 1 && (guint8)*at < 0x80 ? *at : '?';
}

bool coda_is_blank(const CodaPlaces *places, int from, int to)
{
    size_t bytes = 0;
    int filled = 0;
    const char *at = range(places, from, to, &bytes, &filled);
    while (bytes > 0 && *at == ' ') {
        at++;
        bytes--;
    }
    return bytes == 0;
}

size_t coda_offset(const CodaPlaces *places, int place)
{
    size_t bytes = 0;
    int filled = 0;
    return (size_t)(range(places, place, place, &bytes, &filled) - places->text);
}

/* ---- texts ---- */

void coda_copy(const CodaPlaces *places, int from, int to, GString *copy)
{
    size_t bytes = 0;
    int filled = 0;
    const char *at = range(places, from, to, &bytes, &filled);
    g_string_append_len(copy, at, (gssize)bytes);
    for (int blanks = to - from + 1 - filled; blanks > 0; blanks--)
        g_string_append_c(copy, ' ');
}

static char *runs_joined(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    to -= to > text && to[-1] == ' ';
    *to = '\0';
    return text;
}

static char *cleaned(const char *at, size_t bytes)
{
    g_autofree char *text = g_strndup(at, bytes);
    for (const char *letter = text; *letter != '\0'; letter++)
        if (*letter < ' ' || *letter > '~')
            return runs_joined(text_clean(text));
    return runs_joined(g_steal_pointer(&text));
}

char *coda_text(const CodaPlaces *places, int from, int to)
{
    size_t bytes = 0;
    int filled = 0;
    const char *at = range(places, from, to, &bytes, &filled);
    return cleaned(at, bytes);
}

char *coda_clean(const char *text)
{
    return cleaned(text, strlen(text));
}

/* ---- figures ---- */

bool coda_number(const CodaPlaces *places, int from, int to, gint64 *value)
{
    size_t bytes = 0;
    int filled = 0;
    const char *at = range(places, from, to, &bytes, &filled);
    if (filled != to - from + 1 || bytes != (size_t)filled || filled > DIGITS_MOST)
        return false;
    gint64 number = 0;
    for (size_t i = 0; i < bytes; i++) {
        if (!g_ascii_isdigit(at[i]))
            return false;
        number = number * 10 + (at[i] - '0');
    }
    *value = number;
    return true;
}

bool coda_day(const CodaPlaces *places, int from, Day *day)
{
    gint64 number = 0;
    if (!coda_number(places, from, from + 5, &number))
        return false;
    int year = (int)(number % 100), month = (int)(number / 100 % 100);
    return day_from_date(year + (year < OLD_CENTURY ? 2000 : 1900), month, (int)(number / 10000), day);
}

bool coda_amount(const CodaPlaces *places, int from, Milli *amount)
{
    gint64 value = 0;
    char sign = coda_at(places, from);
    if ((sign != '0' && sign != '1') || !coda_number(places, from + 1, from + 15, &value))
        return false;
    *amount = sign == '1' ? -value : value;
    return true;
}

bool coda_add(Milli *sum, Milli more)
{
    Milli total;
    if (__builtin_add_overflow(*sum, more, &total))
        return false;
    *sum = total;
    return true;
}

Cents coda_minor(Milli amount, const char *currency, bool *exact)
{
    Milli divisor = 1;
    for (int decimals = currency_decimals(currency); decimals < MILLI_DECIMALS; decimals++)
        divisor *= 10;
    if (amount % divisor != 0)
        *exact = false;
    return (amount + (amount < 0 ? -(divisor / 2) : divisor / 2)) / divisor;
}

bool coda_currency(const CodaPlaces *places, int from, char currency[static 4])
{
    char code[4] = "";
    for (int i = 0; i < 3; i++) {
        if (!g_ascii_isalpha(coda_at(places, from + i)))
            return false;
        code[i] = g_ascii_toupper(coda_at(places, from + i));
    }
    memcpy(currency, code, sizeof code);
    return true;
}

/* ---- accounts ---- */

/* An IBAN, or the Belgian number of before it, which becomes one; NULL for anything else. */
static char *account_known(const char *text, bool foreign)
{
    g_autofree char *iban = iban_normal(text);
    if (iban != NULL && iban_valid(iban))
        return g_steal_pointer(&iban);
    return foreign ? NULL : iban_of_belgian(text);
}

/* Banks write other things behind an account; others part its digits by blanks. */
char *coda_account(const CodaPlaces *places, int from, int to, bool foreign)
{
    g_autofree char *text = coda_text(places, from, to);
    g_autofree char *word = g_strndup(text, strcspn(text, " "));
    char *known = account_known(word, foreign);
    if (known != NULL)
        return known;
    char *end = text;
    for (const char *letter = text; *letter != '\0'; letter++)
        if (*letter != ' ')
            *end++ = *letter;
    *end = '\0';
    known = account_known(text, foreign);
    if (known != NULL)
        return known;
    return strspn(text, "0") == strlen(text) ? g_strdup("") : g_steal_pointer(&text);
}

/* ---- records put right ---- */

/* The figures of each kind of record and the place before them where blanks usually are. */
typedef struct {
    const char *begins;
    struct {
        int from, to;
    } digits[4]; /* ended by 0 */
    int sign, day, before;
} Figures;

static const Figures figures_table[] = {
    {.begins = "1", .digits = {{44, 58}}, .sign = 43, .day = 59, .before = 30},
    {.begins = "21", .digits = {{7, 10}, {33, 47}, {54, 62}}, .sign = 32, .day = 48, .before = 31},
    {.begins = "8", .digits = {{43, 57}}, .sign = 42, .day = 58, .before = 29},
    {.begins = "9", .digits = {{17, 22}, {23, 37}, {38, 52}}, .before = 10},
};

static const Figures *figures_of(const CodaPlaces *record)
{
    for (size_t i = 0; i < G_N_ELEMENTS(figures_table); i++) {
        const char *begins = figures_table[i].begins;
        if (coda_at(record, 1) == begins[0] && (begins[1] == '\0' || coda_at(record, 2) == begins[1]))
            return &figures_table[i];
    }
    return NULL;
}

static bool figures_fit(const Figures *figures, const CodaPlaces *record)
{
    gint64 number = 0;
    char sign = coda_at(record, figures->sign == 0 ? 1 : figures->sign);
    if (figures->sign != 0 && sign != '0' && sign != '1')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(figures->digits) && figures->digits[i].from != 0; i++)
        if (!coda_number(record, figures->digits[i].from, figures->digits[i].to, &number))
            return false;
    return figures->day == 0 || coda_is_blank(record, figures->day, figures->day + 5) ||
           coda_number(record, figures->day, figures->day + 5, &number);
}

bool coda_fits(const CodaPlaces *record)
{
    const Figures *figures = figures_of(record);
    return figures == NULL || figures_fit(figures, record);
}

/* A day that is not stated, or one that lies near the file's own. */
static bool day_likely(const CodaPlaces *record, int from, Day near)
{
    Day day = DAY_NONE;
    gint64 number = 0;
    if (coda_is_blank(record, from, from + 5) || (coda_number(record, from, from + 5, &number) && number == 0))
        return true;
    return coda_day(record, from, &day) && (!day_known(near) || ABS(day_minus(day, near)) <= NEAR_DAYS);
}

/* How well a record reads; 0: not at all.  Behind the text of a movement stand a day and three flags. */
static int likelihood(const Figures *figures, const CodaPlaces *record, Day near)
{
    if (!figures_fit(figures, record) || (figures->day != 0 && !day_likely(record, figures->day, near)))
        return 0;
    if (figures->begins[0] != '2')
        return 1 + (record->length == CODA_LENGTH);
    Day entry = DAY_NONE;
    bool tail = strchr("01", coda_at(record, 126)) != NULL && coda_at(record, 127) == ' ' &&
                strchr("01", coda_at(record, 128)) != NULL;
    return 1 + (coda_day(record, 116, &entry) && day_likely(record, 116, near)) + tail;
}

static void part_add(GString *to, const CodaPlaces *record, int from, int until)
{
    size_t bytes = 0;
    int filled = 0;
    const char *at = range(record, from, until, &bytes, &filled);
    g_string_append_len(to, at, (gssize)bytes);
}

/* With a blank more (+1) or a letter less (-1) before its figures. */
static void moved(const CodaPlaces *record, int before, int by, GString *to)
{
    g_string_truncate(to, 0);
    part_add(to, record, 1, before - 1);
    if (by > 0)
        g_string_append_c(to, ' ');
    part_add(to, record, by > 0 ? before : before + 1, CODA_PLACES);
}

bool coda_mend(const CodaPlaces *record, Day near, GString *mended)
{
    static const int moves[] = {1, -1};
    const Figures *figures = figures_of(record);
    if (figures == NULL)
        return false;
    int best = likelihood(figures, record, near), by = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(moves); i++) {
        CodaPlaces places;
        moved(record, figures->before, moves[i], mended);
        coda_places(&places, mended->str, mended->len);
        int likely = likelihood(figures, &places, near);
        if (likely > best) {
            best = likely;
            by = moves[i];
        }
    }
    if (by != 0)
        moved(record, figures->before, by, mended);
    return by != 0;
}
