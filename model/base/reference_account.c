/* Account numbers (IBAN) and the VAT numbers of Belgium and the Netherlands. */
#include "reference.h"
#include "reference_parts.h"

#include <string.h>

/* Country and length, from the SWIFT IBAN registry.  Countries outside it use two lengths side by side
 * (BI and CR moved to a longer one): they are left to mod 97 alone. */
static const char lengths[] =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 "
    "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 "
    "LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 "
    "QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ";

static size_t country_length(const char *iban)
{
    for (const char *row = lengths; row[0] != '\0'; row += 5) {
        if (row[0] == iban[0] && row[1] == iban[1])
            return (size_t)(g_ascii_digit_value(row[2]) * 10 + g_ascii_digit_value(row[3]));
    }
    return 0;
}

char *iban_normal(const char *iban)
{
    g_autofree char *bare = iban == NULL ? NULL : bare_upper(iban, ".-:");
    if (bare == NULL)
        return NULL;
    const char *number = g_str_has_prefix(bare, "IBAN") ? bare + 4 : bare;
    size_t length = strlen(number);
    bool shape = length >= 15 && length <= 34 && g_ascii_isalpha(number[0]) && g_ascii_isalpha(number[1]) &&
                 g_ascii_isdigit(number[2]) && g_ascii_isdigit(number[3]);
    return shape ? g_strdup(number) : NULL;
}

bool iban_valid(const char *iban)
{
    g_autofree char *number = iban_normal(iban);
    if (number == NULL)
        return false;
    size_t length = country_length(number);
    if (length != 0 && length != strlen(number))
        return false;
    g_autofree char *turned = g_strdup_printf("%s%.4s", number + 4, number);
    return mod97(turned) == 1;
}

char *iban_pretty(const char *normal)
{
    return grouped(normal, 4);
}

/* Twelve digits, the last two the others modulo 97 (97 for 0); nothing but zeros is nobody's account. */
char *iban_of_belgian(const char *number)
{
    enum { DIGITS = 12, MODULUS = 97 };
    g_autofree char *digits = number == NULL ? NULL : bare_upper(number, ".-/");
    if (digits == NULL || !digits_only(digits) || strlen(digits) != DIGITS)
        return NULL;
    gint64 value = g_ascii_strtoll(digits, NULL, 10), rest = value / 100 % MODULUS;
    if (value == 0 || value % 100 != (rest == 0 ? MODULUS : rest))
        return NULL;
    g_autofree char *turned = g_strconcat(digits, "BE00", NULL);
    return g_strdup_printf("BE%02d%s", MODULUS + 1 - mod97(turned), digits);
}

/* The ten digits of a Belgian number, or NULL.  The old form had nine. */
static char *be_digits(const char *number)
{
    g_autofree char *bare = bare_upper(number, ".-/");
    if (bare == NULL)
        return NULL;
    const char *digits = g_str_has_prefix(bare, "BE") ? bare + 2 : bare;
    size_t length = strlen(digits);
    if (!digits_only(digits) || (length != 9 && length != 10))
        return NULL;
    return g_strconcat(length == 9 ? "0" : "", digits, NULL);
}

/* Nine digits, B, two digits, without the country, or NULL. */
static char *nl_number(const char *number)
{
    g_autofree char *bare = bare_upper(number, ".-/");
    if (bare == NULL)
        return NULL;
    const char *rest = g_str_has_prefix(bare, "NL") ? bare + 2 : bare;
    bool shape = strlen(rest) == 12 && strspn(rest, "0123456789") == 9 && rest[9] == 'B' && digits_only(rest + 10);
    return shape ? g_strdup(rest) : NULL;
}

bool vat_be_valid(const char *number)
{
    g_autofree char *digits = be_digits(number);
    if (digits == NULL || digits[0] > '1')
        return false;
    gint64 value = g_ascii_strtoll(digits, NULL, 10);
    return value % 100 == 97 - value / 100 % 97;
}

/* Legal entities: the eleven test of the RSIN. */
static bool rsin_valid(const char *digits)
{
    int sum = -g_ascii_digit_value(digits[8]);
    for (int i = 0; i < 8; i++)
        sum += (9 - i) * g_ascii_digit_value(digits[i]);
    return sum % 11 == 0;
}

bool vat_nl_valid(const char *number)
{
    g_autofree char *rest = nl_number(number);
    if (rest == NULL || g_str_has_suffix(rest, "B00")) /* numbering starts at B01 */
        return false;
    /* Sole traders have had a mod 97 number since 2020. */
    g_autofree char *whole = g_strconcat("NL", rest, NULL);
    return rsin_valid(rest) || mod97(whole) == 1;
}

static char *alnum_upper(const char *number)
{
    GString *text = g_string_new(NULL);
    for (; *number != '\0'; number++) {
        if (g_ascii_isalnum(*number))
            g_string_append_c(text, g_ascii_toupper(*number));
    }
    return g_string_free(text, FALSE);
}

char *vat_normal(const char *country, const char *number)
{
    g_autofree char *bare = alnum_upper(number);
    bool own = g_ascii_isalpha(bare[0]) && g_ascii_isalpha(bare[1]); /* the number names its country */
    const char *code = own ? bare : country;
    g_autofree char *be = g_str_has_prefix(code, "BE") ? be_digits(bare) : NULL;
    g_autofree char *nl = g_str_has_prefix(code, "NL") ? nl_number(bare) : NULL;
    if (be != NULL)
        return g_strconcat("BE", be, NULL);
    if (nl != NULL)
        return g_strconcat("NL", nl, NULL);
    return g_steal_pointer(&bare);
}
