/* Amounts, days and accounts as MT940 writes them. */
#include "base/reference.h"
#include "base/text.h"
#include "ledger/import/mt940.h"

#include <string.h>

enum { DECIMALS_MOST = 5, WHOLE_MOST = 15, CENTURY_TURNS = 80, HALF_YEAR = 184 };

/* ---- amounts ---- */

static bool digits_add(const char *digits, size_t length, gint64 *value)
{
    for (size_t i = 0; i < length; i++) {
        if (!g_ascii_isdigit(digits[i]))
            return false;
        *value = *value * 10 + (digits[i] - '0');
    }
    return true;
}

/* value counts units of 10^-decimals; rounded half away from zero where the currency has fewer. */
static Cents scaled(gint64 value, size_t decimals, int wanted, bool *exact)
{
    for (; decimals < (size_t)wanted; decimals++)
        value *= 10;
    gint64 divisor = 1;
    for (; decimals > (size_t)wanted; decimals--)
        divisor *= 10;
    *exact = value % divisor == 0;
    return (value + divisor / 2) / divisor;
}

bool mt940_amount(const char *text, size_t length, const char *currency, Cents *cents, bool *exact)
{
    const char *comma = memchr(text, ',', length);
    size_t whole = comma == NULL ? length : (size_t)(comma - text), padding = 0;
    size_t decimals = comma == NULL ? 0 : length - whole - 1;
    gint64 value = 0;
    while (padding < whole && text[padding] == '0')
        padding++;
    if (length == 0 || whole + decimals == 0 || whole - padding > WHOLE_MOST || decimals > DECIMALS_MOST ||
        (whole - padding) + decimals > 17)
        return false;
    if (!digits_add(text + padding, whole - padding, &value) ||
        (decimals > 0 && !digits_add(comma + 1, decimals, &value)))
        return false;
    bool precise = true;
    Cents minor = scaled(value, decimals, currency_decimals(currency), &precise);
    if (minor > MONEY_LIMIT)
        return false;
    *cents = minor;
    *exact = precise;
    return true;
}

bool mt940_money(const char *text, char currency[static 4], Cents *cents)
{
    char code[4];
    bool exact = true;
    text += strspn(text, " ");
    if (!mt940_currency(text, code))
        return false;
    text += 3 + strspn(text + 3, " ");
    size_t length = strspn(text, "0123456789,");
    if (!mt940_amount(text, length, code, cents, &exact))
        return false;
    memcpy(currency, code, sizeof code);
    return true;
}

bool mt940_currency(const char *text, char code[static 4])
{
    for (int i = 0; i < 3; i++)
        if (!g_ascii_isalpha(text[i]))
            return false;
    for (int i = 0; i < 3; i++)
        code[i] = g_ascii_toupper(text[i]);
    code[3] = '\0';
    return true;
}

/* ---- days ---- */

static int two_digits(const char *at)
{
    return g_ascii_isdigit(at[0]) && g_ascii_isdigit(at[1]) ? (at[0] - '0') * 10 + (at[1] - '0') : -1;
}

bool mt940_day(const char *digits, Day *day, bool *shifted)
{
    int year = two_digits(digits);
    int month = year < 0 ? -1 : two_digits(digits + 2), number = month < 0 ? -1 : two_digits(digits + 4);
    *shifted = false;
    if (number < 1 || number > 31)
        return false;
    year += year < CENTURY_TURNS ? 2000 : 1900;
    for (int last = number; last > 27; last--, *shifted = true)
        if (day_from_date(year, month, last, day))
            return true;
    return day_from_date(year, month, number, day);
}

bool mt940_entry_day(const char *digits, Day anchor, Day *day)
{
    int month = two_digits(digits), number = month < 0 ? -1 : two_digits(digits + 2);
    int year = day_date(anchor).year, best = HALF_YEAR + 1;
    for (int i = -1; i <= 1 && number > 0; i++) {
        Day candidate;
        if (!day_from_date(year + i, month, number, &candidate) || ABS(day_minus(candidate, anchor)) >= best)
            continue;
        best = ABS(day_minus(candidate, anchor));
        *day = candidate;
    }
    return best <= HALF_YEAR;
}

/* ---- texts ---- */

char *mt940_text(const char *foreign)
{
    char *text = text_clean(foreign), *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    *to = '\0';
    return text;
}

/* ---- accounts ---- */

/* "…EUR" and "… EUR" behind the number, unless the letters belong to a valid IBAN. */
static void currency_drop(char *account)
{
    size_t length = strlen(account);
    if (length <= 4 || g_ascii_isalpha(account[length - 4]) || iban_valid(account))
        return;
    for (size_t i = length - 3; i < length; i++)
        if (!g_ascii_isupper(account[i]))
            return;
    size_t end = length - 3;
    while (end > 0 && account[end - 1] == ' ')
        end--;
    if (end > 0 && g_ascii_isalnum(account[end - 1]))
        account[end] = '\0';
}

/* A BBAN is its digits: 54.49.42.108, P004500018. */
static char *bban_bare(const char *account)
{
    const char *digits = account + (account[0] == 'P' || account[0] == 'p');
    if (*digits == '\0' || strspn(digits, "0123456789. -") != strlen(digits))
        return g_strdup(account);
    GString *bare = g_string_new(NULL);
    for (; *digits != '\0'; digits++)
        if (g_ascii_isdigit(*digits))
            g_string_append_c(bare, *digits);
    return g_string_free(bare, FALSE);
}

/* A bank's name or BIC before the stroke says nothing that the number does not; a German bank code does. */
static char *bank_drop(const char *account)
{
    const char *stroke = strchr(account, '/');
    if (stroke == NULL || stroke[1] == '\0' || g_ascii_isdigit(account[0]))
        return g_strdup(account);
    g_autofree char *before = g_strndup(account, (gsize)(stroke - account));
    g_autofree char *iban = iban_normal(before);
    return iban == NULL ? mt940_text(stroke + 1) : g_strdup(account); /* any kind of blank may follow the stroke */
}

char *mt940_account(const char *foreign)
{
    g_autofree char *text = mt940_text(foreign == NULL ? "" : foreign);
    currency_drop(text);
    g_autofree char *account = bank_drop(text);
    g_autofree char *first = g_strndup(account, strcspn(account, "/"));
    char *iban = iban_normal(first);
    return iban != NULL ? iban : bban_bare(account);
}

bool mt940_is_iban(const char *text)
{
    g_autofree char *iban = iban_normal(text);
    if (iban == NULL)
        return false;
    for (int i = 4; i < 8; i++)
        if (!g_ascii_isupper(iban[i]))
            return iban_valid(iban);
    return true;
}

char *mt940_reference(const char *foreign)
{
    char *normal = reference_normal(foreign, NULL);
    if (normal != NULL)
        return normal;
    char *clean = mt940_text(foreign);
    if (strspn(clean, "0123456789+*/. -") == strlen(clean)) {
        char *to = clean;
        for (const char *from = clean; *from != '\0'; from++)
            if (g_ascii_isdigit(*from))
                *to++ = *from;
        *to = '\0';
    }
    return clean;
}
