/* The small words of a CAMT file: amounts, days, accounts, currencies. */
#include "ledger/import/camt.h"

#include "base/reference.h"
#include "base/text.h"

#include <string.h>

enum { DECIMALS = 5, WHOLE_MOST = 13, DAY_LENGTH = 10 };

/* Reads the digits behind the mark into 1/100 000; zeros beyond five places change nothing. */
static bool fraction_read(const char *digits, size_t length, Scaled *value)
{
    Scaled unit = 10000;
    for (size_t i = 0; i < length; i++, unit /= 10) {
        if (i >= DECIMALS && digits[i] != '0')
            return false;
        *value += unit * (digits[i] - '0');
    }
    return true;
}

bool camt_amount(const char *text, Scaled *amount)
{
    if (text == NULL)
        return false;
    const char *at = text + (*text == '-' || *text == '+');
    at += strspn(at, "0") > 1 ? strspn(at, "0") - 1 : 0;
    size_t whole = strspn(at, "0123456789"), fraction = 0;
    const char *rest = at + whole;
    if (*rest == '.' || *rest == ',') {
        fraction = strspn(rest + 1, "0123456789");
        if (rest[1 + fraction] != '\0')
            return false;
    } else if (*rest != '\0') {
        return false;
    }
    if (whole + fraction == 0 || whole > WHOLE_MOST)
        return false;
    Scaled value = 0;
    for (size_t i = 0; i < whole; i++)
        value = value * 10 + (at[i] - '0');
    value *= 100000;
    if (!fraction_read(rest + 1, fraction, &value))
        return false;
    *amount = *text == '-' ? -value : value;
    return true;
}

Cents camt_minor(Scaled amount, const char *currency, bool *exact)
{
    Scaled divisor = 1;
    for (int i = currency_decimals(currency); i < DECIMALS; i++)
        divisor *= 10;
    if (amount % divisor != 0)
        *exact = false;
    return (amount + (amount < 0 ? -(divisor / 2) : divisor / 2)) / divisor;
}

bool camt_add(Scaled *sum, Scaled more)
{
    Scaled total;
    if (__builtin_add_overflow(*sum, more, &total))
        return false;
    *sum = total;
    return true;
}

bool camt_day(const char *text, Day *day)
{
    if (text == NULL)
        return false;
    text += strspn(text, " \t\r\n");
    g_autofree char *written = g_strndup(text, DAY_LENGTH);
    return strlen(written) == DAY_LENGTH && !g_ascii_isdigit(text[DAY_LENGTH]) && day_parse_iso(written, day);
}

char *camt_text(const char *foreign)
{
    char *text = text_clean(foreign), *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (*from != ' ' || (to > text && to[-1] != ' '))
            *to++ = *from;
    *to = '\0';
    return text;
}

char *camt_account(const char *text)
{
    g_autofree char *iban = text == NULL ? NULL : iban_normal(text);
    return iban != NULL ? g_steal_pointer(&iban) : camt_text(text);
}

void camt_currency(const char *text, char code[static 4])
{
    code[0] = '\0';
    if (text == NULL || strlen(text) != 3)
        return;
    for (int i = 0; i < 3; i++)
        if (!g_ascii_isalpha(text[i]))
            return;
    for (int i = 0; i < 3; i++)
        code[i] = g_ascii_toupper(text[i]);
    code[3] = '\0';
}
