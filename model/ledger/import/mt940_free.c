/* Text without any marks: older ING, SNS and ASN, van Lanschot, ABN AMRO's domestic lines, KBC-like exports.  Banks put
 * the counterparty's account first, its name behind it; where the name ends is known only where a line ends. */
#include "base/reference.h"
#include "ledger/import/mt940.h"

#include <string.h>

enum { NAME_MOST = 70, NAME_ALONE = 35, IBAN_LEAST = 15, IBAN_MOST = 34, SEARCH_MOST = 1024 };

static size_t word_length(const char *at)
{
    return strcspn(at, " \n\v");
}

/* ---- accounts ---- */

static bool is_iban(const char *word, size_t length)
{
    g_autofree char *text = g_strndup(word, length);
    return length >= IBAN_LEAST && length <= IBAN_MOST && mt940_is_iban(text);
}

/* Ten places filled up with zeros, or in groups: 54.49.42.108.  Ten other digits may be anybody's number. */
static bool is_bban(const char *word, size_t length)
{
    size_t digits = 0, dots = 0;
    for (size_t i = 0; i < length; i++) {
        digits += g_ascii_isdigit(word[i]);
        dots += word[i] == '.';
    }
    if (digits + dots != length || strspn(word, "0.") >= length)
        return false;
    return (dots == 0 && digits == 10 && word[0] == '0') ||
           (dots >= 2 && (digits == 9 || digits == 10) && g_ascii_isdigit(word[0]) && word[length - 1] != '.');
}

static bool is_bic(const char *word, size_t length)
{
    if (length != 8 && length != 11)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!(i < 6 ? g_ascii_isupper(word[i]) : g_ascii_isupper(word[i]) || g_ascii_isdigit(word[i])))
            return false;
    return true;
}

/* A valid IBAN that begins here, in one piece or in groups of four; how many bytes it takes, or 0. */
static size_t iban_at(const char *at, char bare[static IBAN_MOST + 1])
{
    size_t length = 0;
    const char *from = at;
    while (length < IBAN_MOST && g_ascii_isalnum(*at)) {
        bare[length++] = *at++;
        bare[length] = '\0';
        bool ends = !g_ascii_isalnum(*at);
        if (length >= IBAN_LEAST && ends && iban_valid(bare))
            return (size_t)(at - from);
        if (*at == ' ' && length % 4 == 0 && g_ascii_isalnum(at[1]))
            at++;
    }
    return 0;
}

static bool begins_iban(const char *text, const char *at)
{
    return (at == text || !g_ascii_isalnum(at[-1])) && g_ascii_isupper(at[0]) && g_ascii_isupper(at[1]) &&
           g_ascii_isdigit(at[2]) && g_ascii_isdigit(at[3]);
}

/* The only valid one in the text (no bank writes more than 6 lines of 65); two leave the question open. */
static void iban_anywhere(const char *text, Mt940Remittance *remittance)
{
    char found[IBAN_MOST + 1] = "", bare[IBAN_MOST + 1];
    for (const char *at = text; *at != '\0' && at - text < SEARCH_MOST; at++) {
        size_t taken = begins_iban(text, at) ? iban_at(at, bare) : 0;
        if (taken == 0)
            continue;
        if (found[0] != '\0' && strcmp(found, bare) != 0)
            return;
        g_strlcpy(found, bare, sizeof found);
        at += taken - 1;
    }
    if (found[0] != '\0')
        mt940_set(&remittance->account, g_strdup(found));
}

/* ---- names ---- */

static void name_set(Mt940Remittance *remittance, char *name, glong most)
{
    if (g_utf8_strlen(name, -1) <= most)
        mt940_set(&remittance->name, name);
    else
        g_free(name);
}

/* ING writes NOTPROVIDED between name and text where the payer gave no reference. */
static bool name_before_placeholder(const Mt940Joined *joined, size_t from, Mt940Remittance *remittance)
{
    static const char placeholder[] = " NOTPROVIDED";
    const char *bare = joined->bare->str, *at = strstr(bare + from, placeholder);
    if (at == NULL)
        return false;
    size_t end = (size_t)(at - bare), rest = end + strlen(placeholder);
    name_set(remittance, mt940_joined_read(joined, from, end), NAME_MOST);
    if (remittance->name == NULL)
        return false;
    g_autofree char *text = mt940_joined_read(joined, rest, joined->bare->len);
    mt940_text_add(remittance, g_strstrip(text));
    return true;
}

/* What follows the account on its own short line is its name; the text keeps it too, since that is not certain. */
static void name_behind_account(const char *lines, const Mt940Joined *joined, size_t from, Mt940Remittance *remittance)
{
    size_t line = strcspn(lines, "\n\v"), length = joined->bare->len;
    bool goes_on = line < length && lines[line] != '\0';
    if (line >= MT940_LINE_FULL || from >= line)
        return;
    name_set(remittance, mt940_joined_read(joined, from, MIN(line, length)), goes_on ? NAME_MOST : NAME_ALONE);
}

void mt940_free_read(const char *lines, const Mt940Joined *joined, Mt940Remittance *remittance)
{
    const char *bare = joined->bare->str;
    size_t at = strspn(bare, " "), length = word_length(bare + at);
    bool iban = is_iban(bare + at, length), bban = !iban && at == 0 && is_bban(bare, length);
    size_t behind = at;
    if (iban || bban) {
        mt940_set(&remittance->account, g_strndup(bare + at, length));
        behind = at + length + strspn(bare + at + length, " ");
        size_t bic = word_length(bare + behind);
        if (iban && is_bic(bare + behind, bic))
            behind += bic + strspn(bare + behind + bic, " ");
        if (name_before_placeholder(joined, behind, remittance))
            return;
        name_behind_account(lines, joined, behind, remittance);
    }
    g_autofree char *text = mt940_joined_read(joined, iban ? behind : at, joined->bare->len);
    mt940_text_add(remittance, g_strstrip(text));
    if (!iban && !bban)
        iban_anywhere(text, remittance);
}
