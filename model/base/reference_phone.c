/* Telephone numbers: E.164 where we are sure, and the way people write them in the Low Countries. */
#include "reference.h"

#include <string.h>

#define DIGITS_MAX 15 /* E.164 */

/* One shape of national number (without the trunk 0): its first digits, its length, how it is written. */
typedef struct {
    const char *country, *code; /* "BE", "32" */
    const char *starts;         /* "45 46": any of these */
    int min, max;
    const char *groups; /* sizes; the rest follows in twos */
} Shape;

/* The first row that fits decides.  From the national numbering plans (BIPT, ACM, ARCEP, ILR, BNetzA). */
static const Shape shapes[] = {
    {"BE", "32", "45 46 47 48 49", 9, 9, "3"},
    {"BE", "32", "800 90", 8, 8, "323"},
    {"BE", "32", "2 3 4 9", 8, 8, "13"},
    {"BE", "32", "1 5 6 7 8", 8, 8, "2"},
    {"NL", "31", "800 900 906 909", 7, 7, "34"},
    {"NL", "31", "800 900 906 909", 10, 10, "34"},
    {"NL", "31", "6", 9, 9, "1"},
    {"NL", "31", "10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 7 85 88", 9, 9, "23"},
    {"NL", "31", "1 2 3 4 5 8 9", 9, 9, "3"},
    {"LU", "352", "6", 9, 9, "333"},
    {"LU", "352", "2 3 4 5 7 8 9", 6, 9, ""},
    {"FR", "33", "1 2 3 4 5 6 7 8 9", 9, 9, "1"},
    {"DE", "49", "15 16 17", 10, 11, "34"},
    {"DE", "49", "30 40 69 89", 6, 11, "2"},
    {"DE", "49", "2 3 4 5 6 7 8 9", 6, 11, "3"},
};

/* `starts`: words with one blank between. */
static bool starts_with_any(const char *digits, const char *starts)
{
    while (*starts != '\0') {
        size_t same = 0, length = strcspn(starts, " ");
        while (same < length && digits[same] == starts[same])
            same++;
        if (same == length && length > 0)
            return true;
        starts += length;
        starts += *starts == ' ';
    }
    return false;
}

static const Shape *shape_find(const char *code, const char *national)
{
    int length = (int)strlen(national);
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        const Shape *shape = &shapes[i];
        if (strcmp(shape->code, code) == 0 && length >= shape->min && length <= shape->max &&
            starts_with_any(national, shape->starts))
            return shape;
    }
    return NULL;
}

/* "32" for the digits of a number that begins with it, or for the country BE; NULL when not ours. */
static const char *code_of_digits(const char *digits)
{
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        if (g_str_has_prefix(digits, shapes[i].code))
            return shapes[i].code;
    }
    return NULL;
}

static const char *code_of_country(const char *country)
{
    for (size_t i = 0; country != NULL && i < G_N_ELEMENTS(shapes); i++) {
        if (g_ascii_strcasecmp(country, shapes[i].country) == 0)
            return shapes[i].code;
    }
    return NULL;
}

typedef struct {
    char digits[DIGITS_MAX + 6]; /* room for 00 and a trunk 0; longer is nonsense */
    size_t length;
    bool plus;
} Dialled;

/* Reads up to the first thing that is no part of a number: an extension, a name, a second number behind
 * a comma.  Words in front ("tel.", "GSM:") are passed over; a (0) inside is not dialled from abroad. */
static bool dialled_read(const char *raw, Dialled *out)
{
    Dialled dialled = {0};
    const char *at = raw;
    while (*at != '\0' && !g_ascii_isdigit(*at) && *at != '+')
        at = g_utf8_next_char(at);
    for (; *at != '\0'; at = g_utf8_next_char(at)) {
        if (g_str_has_prefix(at, "(0)") && dialled.length > 0)
            at += 2;
        else if (g_ascii_isdigit(*at) && dialled.length < sizeof dialled.digits - 1)
            dialled.digits[dialled.length++] = *at;
        else if (*at == '+' && dialled.length == 0)
            dialled.plus = true;
        else if (g_ascii_isdigit(*at) || *at == '+' || *at == '*')
            return false;
        else if (strchr(" \t()./-'", *at) == NULL && !g_unichar_isspace(g_utf8_get_char(at)))
            break;
    }
    *out = dialled;
    return dialled.length > 0;
}

static char *e164_of(const char *code, const char *national)
{
    return shape_find(code, national) == NULL ? NULL : g_strconcat("+", code, national, NULL);
}

static char *e164_international(const char *digits)
{
    const char *code = code_of_digits(digits);
    if (code == NULL) {
        size_t length = strlen(digits);
        return digits[0] != '0' && length >= 8 && length <= DIGITS_MAX ? g_strconcat("+", digits, NULL) : NULL;
    }
    const char *national = digits + strlen(code);
    bool trunk = national[0] == '0' && strcmp(code, "352") != 0; /* Luxembourg has no trunk 0 */
    return e164_of(code, national + (trunk ? 1 : 0));
}

/* A spreadsheet may have eaten the 0 or the +: accepted only where the rest fits the country. */
static char *e164_national(const char *digits, const char *code)
{
    bool trunk = digits[0] == '0' && strcmp(code, "352") != 0;
    char *number = e164_of(code, digits + (trunk ? 1 : 0));
    if (number == NULL && !trunk && g_str_has_prefix(digits, code))
        number = e164_of(code, digits + strlen(code));
    return number;
}

char *phone_e164(const char *raw, const char *country)
{
    Dialled dialled;
    if (raw == NULL || !g_utf8_validate(raw, -1, NULL) || !dialled_read(raw, &dialled))
        return NULL;
    if (dialled.plus)
        return e164_international(dialled.digits);
    if (g_str_has_prefix(dialled.digits, "00"))
        return e164_international(dialled.digits + 2);
    const char *code = code_of_country(country);
    return code == NULL ? NULL : e164_national(dialled.digits, code);
}

static char *written(const char *code, const char *national, const char *groups)
{
    GString *text = g_string_new("+");
    g_string_append(text, code);
    size_t left = strlen(national);
    while (left > 0) {
        size_t size = *groups == '\0' ? 2 : (size_t)(*groups++ - '0');
        if (size > left || left - size == 1)
            size = left; /* no digit stands alone at the end */
        g_string_append_c(text, ' ');
        g_string_append_len(text, national, (gssize)size);
        national += size;
        left -= size;
    }
    return g_string_free(text, FALSE);
}

/* Country codes have one digit (1, 7), two, or three; the two-digit ones of ITU-T E.164. */
static size_t code_length(const char *digits)
{
    if (digits[0] == '1' || digits[0] == '7')
        return 1;
    static const char two[] = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 "
                              "63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";
    return starts_with_any(digits, two) ? 2 : 3;
}

char *phone_pretty(const char *e164)
{
    const char *digits = e164[0] == '+' ? e164 + 1 : e164;
    if (e164[0] != '+' || strlen(digits) < 5 || strspn(digits, "0123456789") != strlen(digits))
        return g_strdup(e164);
    size_t length = code_length(digits);
    g_autofree char *code = g_strndup(digits, length);
    const Shape *shape = shape_find(code, digits + length);
    return written(code, digits + length, shape == NULL ? "333" : shape->groups);
}
