#include "money.h"
#include "error.h"
#include "i18n.h"
#include "text.h"
#include "words.h"
#include <string.h>

__extension__ typedef __int128 Wide;

enum { AMOUNT_SIZE = 64, DECIMALS_MOST = 5, EXPONENT_MOST = 15 };

/* ---- currencies ---- */

static const struct {
    int decimals;
    const char *codes;
} odd_currencies[] = {
    {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
    {3, "BHD IQD JOD KWD LYD OMR TND"},
    {4, "CLF UYW"},
};

int currency_decimals(const char *currency)
{
    if (currency == NULL || strcmp(currency, "EUR") == 0 || strlen(currency) != 3)
        return 2;
    for (size_t i = 0; i < G_N_ELEMENTS(odd_currencies); i++)
        for (const char *code = odd_currencies[i].codes; code != NULL; code = strchr(code, ' ')) {
            code += *code == ' ';
            if (strncmp(code, currency, 3) == 0)
                return odd_currencies[i].decimals;
        }
    return 2;
}

/* ---- reading: the text is first brought to digits, marks and plain blanks ---- */

/* What other programs write for a blank, an apostrophe and a minus. */
static const struct {
    const char *foreign;
    char plain;
} spellings[] = {
    {"\u00a0", ' '}, {"\u202f", ' '}, {"\u2009", ' '}, {"\t", ' '}, {"\u2019", '\''}, {"\u2212", '-'},
};

static const char *const symbols[] = {"€", "$", "£"};

/* Copies `text` trimmed and in plain spelling; false when it is too long to be an amount. */
static bool amount_plain(const char *text, char plain[static AMOUNT_SIZE])
{
    size_t used = 0;
    while (*text != '\0') {
        size_t taken = 1;
        char letter = *text;
        bool foreign = (guchar)letter >= 0x80 || letter == '\t';
        for (size_t i = 0; foreign && i < G_N_ELEMENTS(spellings); i++)
            if (g_str_has_prefix(text, spellings[i].foreign)) {
                taken = strlen(spellings[i].foreign);
                letter = spellings[i].plain;
            }
        if (used + 1 >= AMOUNT_SIZE)
            return false;
        plain[used++] = letter;
        text += taken;
    }
    plain[used] = '\0';
    g_strstrip(plain);
    return true;
}

/* Drops `word` from the front or the back of the amount, with the blanks beside it. */
static bool amount_drop(char *amount, const char *word)
{
    size_t length = strlen(amount), drop = strlen(word);
    if (length < drop)
        return false;
    if (g_ascii_strncasecmp(amount, word, drop) == 0)
        memmove(amount, amount + drop, length - drop + 1);
    else if (g_ascii_strcasecmp(amount + length - drop, word) == 0)
        amount[length - drop] = '\0';
    else
        return false;
    g_strstrip(amount);
    return true;
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/* Digits, or 1-3 digits and groups of three with one and the same mark between them. */
static bool whole_sound(const char *whole, size_t length, char decimal_mark)
{
    size_t at = digits_at(whole);
    if (at >= length)
        return true;
    char mark = whole[at];
    if (at < 1 || at > 3 || whole[0] == '0' || mark == decimal_mark || strchr("., '", mark) == NULL)
        return false;
    for (; at < length; at += 4)
        if (whole[at] != mark || digits_at(whole + at + 1) < 3)
            return false;
    return at == length;
}

/* An amount cut at its decimal mark. */
typedef struct {
    const char *whole;
    size_t whole_length;
    const char *fraction;
    size_t decimals;
} Parts;

/* mark 0: the last mark with one or two digits behind it is the decimal one. */
static bool amount_split(const char *body, char mark, Parts *parts)
{
    size_t length = strlen(body);
    const char *cut = mark != 0 ? strrchr(body, mark) : NULL;
    if (mark == 0)
        for (const char *at = body; *at != '\0'; at++)
            if ((*at == '.' || *at == ',') && body + length - at - 1 <= 2)
                cut = at;
    *parts = (Parts){.whole = body, .whole_length = cut != NULL ? (size_t)(cut - body) : length};
    if (cut != NULL) {
        parts->fraction = cut + 1;
        parts->decimals = digits_at(cut + 1);
        if (parts->decimals == 0 || parts->decimals > DECIMALS_MOST || cut[1 + parts->decimals] != '\0')
            return false;
    }
    return parts->whole_length + parts->decimals > 0 &&
           whole_sound(body, parts->whole_length, cut != NULL ? *cut : '\0');
}

static Wide digits_value(Wide value, const char *digits, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (g_ascii_isdigit(digits[i]))
            value = value * 10 + (digits[i] - '0');
    return value;
}

/* value ÷ divisor, half away from zero; divisor > 0. */
static Wide wide_divide(Wide value, Wide divisor)
{
    Wide half = value < 0 ? -(divisor / 2) : divisor / 2;
    /* An odd divisor has no exact half, so adding its floor never lifts what lies below the half. */
    return (value + half) / divisor;
}

/* The parts in minor units; false above MONEY_LIMIT. */
static bool parts_value(const Parts *parts, int exponent, int decimals, Cents *cents)
{
    Wide value = digits_value(0, parts->whole, parts->whole_length);
    value = digits_value(value, parts->fraction, parts->decimals);
    int shift = decimals + exponent - (int)parts->decimals;
    for (; shift > 0 && value <= MONEY_LIMIT; shift--)
        value *= 10;
    Wide divisor = 1;
    for (; shift < 0; shift++)
        divisor *= 10;
    value = wide_divide(value, divisor);
    if (value > MONEY_LIMIT)
        return false;
    *cents = (Cents)value;
    return true;
}

static bool amount_refuse(GError **error, const char *typed)
{
    g_autofree char *head = g_strndup(typed, AMOUNT_SIZE);
    g_autofree char *shown = text_clean(head);
    return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no amount: type it as 1.234,56 or 1234.56."), shown);
}

static bool amount_too_large(GError **error)
{
    return fail(error, BELRONDE_ERROR_INPUT, _("That amount is above 999.999.999.999,99: check the digits."));
}

bool money_parse(const char *typed, Cents *cents, GError **error)
{
    char body[AMOUNT_SIZE];
    Parts parts;
    if (!amount_plain(typed, body))
        return amount_refuse(error, typed);
    if (!amount_drop(body, "€"))
        amount_drop(body, "EUR");
    if (strchr(body, '\'') != NULL || !amount_split(body, 0, &parts))
        return amount_refuse(error, typed);
    return parts_value(&parts, 0, 2, cents) || amount_too_large(error);
}

/* ---- reading files ---- */

/* "EUR" at either end: three letters that stand alone. */
static void amount_drop_code(char *body)
{
    size_t length = strlen(body), head = 0, tail = 0;
    while (head < length && g_ascii_isalpha(body[head]))
        head++;
    while (tail < length && g_ascii_isalpha(body[length - 1 - tail]))
        tail++;
    if (head == 3)
        memmove(body, body + 3, length - 2);
    else if (tail == 3)
        body[length - 3] = '\0';
    g_strstrip(body);
}

static void amount_drop_currency(char *body)
{
    amount_drop_code(body);
    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++)
        amount_drop(body, symbols[i]);
}

/* Takes a sign off the front or the back, or parentheses, and counts it. */
static void amount_sign(char *body, int *signs, bool *negative)
{
    size_t length = strlen(body);
    if (length > 1 && body[0] == '(' && body[length - 1] == ')') {
        body[length - 1] = '\0';
        body[0] = ' ';
        g_strstrip(body);
        *negative = true;
        ++*signs;
    }
    if (amount_drop(body, "-")) {
        *negative = true;
        ++*signs;
    } else if (amount_drop(body, "+")) {
        ++*signs;
    }
}

/* Cuts "E+12" off; false when what follows the E is no exponent a spreadsheet writes. */
static bool amount_exponent(char *body, int *exponent)
{
    char *mark = strpbrk(body, "eE");
    *exponent = 0;
    if (mark == NULL)
        return true;
    char sign = mark[1];
    const char *digits = mark + 1 + (sign == '+' || sign == '-');
    size_t length = digits_at(digits);
    if (length == 0 || length > 2 || digits[length] != '\0')
        return false;
    int value = (int)digits_value(0, digits, length);
    *exponent = sign == '-' ? -value : value;
    *mark = '\0';
    return value <= EXPONENT_MOST;
}

/* Excel's mantissa has one mark and it is the decimal one. */
static char mantissa_mark(const char *body)
{
    const char *mark = strpbrk(body, ".,");
    return mark != NULL ? *mark : '\0';
}

bool money_parse_file(const char *text, char decimal_mark, int decimals, Cents *cents, GError **error)
{
    char body[AMOUNT_SIZE];
    bool negative = false;
    int signs = 0, exponent;
    Parts parts;
    Cents value;
    if (!amount_plain(text, body))
        return amount_refuse(error, text);
    /* A sign stands outside or inside the currency: "-€ 5" and "€ -5". */
    amount_sign(body, &signs, &negative);
    amount_drop_currency(body);
    amount_sign(body, &signs, &negative);
    if (signs > 1 || !amount_exponent(body, &exponent))
        return amount_refuse(error, text);
    if (exponent != 0 && decimal_mark == 0)
        decimal_mark = mantissa_mark(body);
    if (!amount_split(body, decimal_mark, &parts))
        return amount_refuse(error, text);
    if (!parts_value(&parts, exponent, decimals, &value))
        return amount_too_large(error);
    *cents = negative ? -value : value;
    return true;
}

/* ---- writing ---- */

/* group and mark: one letter each, of several bytes maybe, or none. */
static char *amount_text(Cents minor, int decimals, const char *group, const char *mark)
{
    /* Unsigned, because -G_MININT64 does not exist as a signed number. */
    guint64 size = minor < 0 ? -(guint64)minor : (guint64)minor;
    char text[AMOUNT_SIZE], *at = text + sizeof text; /* filled from its end */
    *--at = '\0';
    for (int written = 0; size > 0 || written <= decimals; written++, size /= 10) {
        int whole = written - decimals;
        const char *between = whole == 0 && decimals > 0 ? mark : whole > 0 && whole % 3 == 0 ? group : "";
        at -= strlen(between);
        memcpy(at, between, strlen(between));
        *--at = (char)('0' + size % 10);
    }
    if (minor < 0)
        *--at = '-';
    return g_strdup(at);
}

char *money_text(Cents cents)
{
    return amount_text(cents, 2, ".", ",");
}

static bool is_euro(const char *currency)
{
    return currency == NULL || *currency == '\0' || strcmp(currency, "EUR") == 0;
}

char *money_text_currency(Cents cents, const char *currency)
{
    g_autofree char *amount = amount_text(cents, currency_decimals(currency), ".", ",");
    return g_strconcat(is_euro(currency) ? "€" : currency, " ", amount, NULL);
}

char *money_text_column(Cents cents, const char *currency)
{
    return strcmp(currency, "EUR") == 0 ? money_text(cents) : money_text_currency(cents, currency);
}

char *amount_in(const char *language, Cents cents, const char *currency)
{
    const Words *words = words_of(language);
    return amount_text(cents, currency_decimals(currency), words->group, words->mark);
}

char *money_in(const char *language, Cents cents, const char *currency)
{
    const Words *words = words_of(language);
    g_autofree char *amount = amount_in(language, cents, currency);
    if (is_euro(currency))
        return g_strconcat(words->before, amount, words->after, NULL);
    return *words->before != '\0' ? g_strconcat(currency, "\u00a0", amount, NULL)
                                  : g_strconcat(amount, "\u00a0", currency, NULL);
}

char *percent_in(const char *language, int basis_points)
{
    const Words *words = words_of(language);
    g_autofree char *rate = amount_text(basis_points, 2, words->group, words->mark);
    size_t length = strlen(rate);
    while (rate[length - 1] == '0')
        rate[--length] = '\0';
    if (g_str_has_suffix(rate, words->mark))
        rate[length - strlen(words->mark)] = '\0';
    return g_strconcat(rate, words->percent, NULL);
}

char *money_plain(Cents cents)
{
    return amount_text(cents, 2, "", ".");
}

/* ---- arithmetic ---- */

bool money_add(Cents *sum, Cents more)
{
    Cents total;
    if (__builtin_add_overflow(*sum, more, &total))
        return false;
    *sum = total;
    return true;
}

Cents money_share(Cents amount, Cents part, Cents whole)
{
    g_assert(whole > 0);
    Wide share = wide_divide((Wide)amount * part, whole);
    return (Cents)CLAMP(share, (Wide)G_MININT64, (Wide)G_MAXINT64);
}
