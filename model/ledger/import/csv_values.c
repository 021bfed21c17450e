#include "ledger/import/csv_values.h"
#include "base/text.h"

#include <string.h>

enum { YEAR_LEAST = 1970, YEAR_MOST = 2199, CENTURY_TURNS = 70, SERIAL_LEAST = 25569, SERIAL_MOST = 73050 };

/* ---- texts ---- */

char *csv_text(const char *cell)
{
    char *text = text_clean(cell), *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    *to = '\0';
    return text;
}

/* What spreadsheets put around a number so that it stays text. */
static char *unwrapped(const char *cell)
{
    size_t length = strlen(cell);
    if (length >= 3 && g_str_has_prefix(cell, "=\"") && cell[length - 1] == '"')
        return g_strndup(cell + 2, length - 3);
    bool defused = cell[0] == '\'' && (strchr("=+-@", cell[1]) != NULL || g_ascii_isdigit(cell[1]));
    return g_strdup(cell + defused);
}

/* 1,234E+3 is 1234; with fewer digits than the exponent says, the rest is gone. */
static char *exponent_expand(const char *text, bool *rounded)
{
    size_t whole = strspn(text, "0123456789");
    const char *mark = text + whole, *fraction = mark + (*mark == '.' || *mark == ',');
    size_t places = strspn(fraction, "0123456789");
    const char *exponent = fraction + places;
    guint64 power = 0;
    if (whole != 1 || (*exponent != 'E' && *exponent != 'e') || exponent[1] != '+' ||
        !g_ascii_string_to_unsigned(exponent + 2, 10, 1, 30, &power, NULL))
        return NULL;
    if (places != power) {
        *rounded = true;
        return NULL;
    }
    return g_strdup_printf("%c%.*s", text[0], (int)places, fraction);
}

char *csv_identity(const char *cell, bool *rounded)
{
    g_autofree char *bare = unwrapped(cell);
    g_autofree char *text = csv_text(bare);
    char *expanded = exponent_expand(text, rounded);
    return expanded != NULL ? expanded : g_steal_pointer(&text);
}

/* ---- days ---- */

/* The first letters of the months in English, Dutch and French, folded. */
static const char *const months[12] = {
    "jan",      "feb fev", "maa mrt mar", "apr avr", "may mei mai", "jun juin",
    "jul juil", "aug aou", "sep",         "oct okt", "nov",         "dec",
};

static int month_of(const char *word)
{
    g_autofree char *folded = text_fold(word);
    size_t longest = 0;
    int found = 0;
    for (int month = 0; month < 12; month++) {
        g_auto(GStrv) starts = g_strsplit(months[month], " ", -1);
        for (char **start = starts; *start != NULL; start++)
            if (g_str_has_prefix(folded, *start) && strlen(*start) > longest) {
                longest = strlen(*start);
                found = month + 1;
            }
    }
    return found;
}

/* Up to three groups of digits or letters; what follows the third must be a time. */
typedef struct {
    int number[3];
    size_t digits[3]; /* 0: a month's name */
    int count;
} Groups;

static bool group_read(const char **at, Groups *groups)
{
    size_t digits = strspn(*at, "0123456789"), length = digits;
    int number = 0;
    if (digits > 0 && digits <= 8) {
        number = (int)g_ascii_strtoll(*at, NULL, 10);
    } else if (digits == 0) {
        length = strcspn(*at, " -/.,0123456789");
        g_autofree char *word = g_strndup(*at, length);
        number = month_of(word);
    }
    if (length == 0 || (number == 0 && digits == 0) || digits > 8)
        return false;
    groups->number[groups->count] = number;
    groups->digits[groups->count++] = digits;
    *at += length;
    return true;
}

static bool time_follows(const char *rest)
{
    rest += strspn(rest, " T");
    return strspn(rest, "0123456789:.,+-Z APMapm") == strlen(rest);
}

static bool groups_read(const char *cell, Groups *groups)
{
    *groups = (Groups){0};
    const char *at = cell + strspn(cell, " ");
    while (groups->count < 3 && *at != '\0') {
        if (groups->count > 0 && strspn(at, " -/.,") == 0)
            break;
        at += groups->count > 0 ? strspn(at, " -/.,") : 0;
        if (*at != '\0' && !group_read(&at, groups))
            return false;
    }
    return *at == '\0' || (groups->count == 3 && (*at == ' ' || *at == 'T') && time_follows(at));
}

static int year_full(int year, size_t digits)
{
    return digits > 2 ? year : year + (year < CENTURY_TURNS ? 2000 : 1900);
}

static bool date_make(int year, int month, int day, Day *out)
{
    return year >= YEAR_LEAST && year <= YEAR_MOST && day_from_date(year, month, day, out);
}

static bool three_groups(const Groups *g, CsvDayOrder order, Day *day)
{
    if (g->digits[0] == 0) /* Jan 15, 2025 */
        return date_make(year_full(g->number[2], g->digits[2]), g->number[0], g->number[1], day);
    if (g->digits[0] == 4 || (order == CSV_DAYS_YMD && g->digits[2] <= 2))
        return date_make(year_full(g->number[0], g->digits[0]), g->number[1], g->number[2], day);
    int year = year_full(g->number[2], g->digits[2]);
    if (order == CSV_DAYS_MDY && g->digits[1] != 0)
        return date_make(year, g->number[0], g->number[1], day);
    return date_make(year, g->number[1], g->number[0], day);
}

/* 20250115, or 15012025 where the list writes the day first; five digits are Excel's count of days. */
static bool one_group(const Groups *g, CsvDayOrder order, Day *day)
{
    int number = g->number[0];
    if (g->digits[0] == 8 && date_make(number / 10000, number / 100 % 100, number % 100, day))
        return true;
    if (g->digits[0] == 8 && order != CSV_DAYS_YMD)
        return date_make(number % 10000, number / 10000 % 100, number / 1000000, day);
    if (g->digits[0] != 5 || number < SERIAL_LEAST || number > SERIAL_MOST)
        return false;
    *day = day_from_number(number - SERIAL_LEAST);
    return true;
}

bool csv_day(const char *cell, CsvDayOrder order, Day *day)
{
    Groups groups;
    if (strspn(cell, " 0-/.:") == strlen(cell)) {
        *day = DAY_NONE;
        return true;
    }
    if (!groups_read(cell, &groups))
        return false;
    if (groups.count == 3)
        return three_groups(&groups, order, day);
    return groups.count == 1 && one_group(&groups, order, day);
}
