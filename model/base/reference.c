/* Payment references: Belgian OGM, international RF (ISO 11649), Dutch betalingskenmerk. */
#include "reference.h"
#include "reference_parts.h"

#include <string.h>

#define CANDIDATE_MAX 25 /* RF: 4 + 21 */

bool digits_only(const char *text)
{
    return text[0] != '\0' && strspn(text, "0123456789") == strlen(text);
}

int mod97(const char *text)
{
    int rest = 0;
    for (; *text != '\0'; text++) {
        if (g_ascii_isdigit(*text))
            rest = (rest * 10 + g_ascii_digit_value(*text)) % 97;
        else
            rest = (rest * 100 + g_ascii_toupper(*text) - 'A' + 10) % 97;
    }
    return rest;
}

char *bare_upper(const char *typed, const char *drop)
{
    g_autoptr(GString) bare = g_string_new(NULL);
    for (const char *at = typed; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char_validated(at, -1);
        if (c >= 0x80 && !(g_unichar_validate(c) && g_unichar_isspace(c)))
            return NULL;
        if (c >= 0x80 || g_ascii_isspace(*at) || strchr(drop, *at) != NULL)
            continue;
        if (!g_ascii_isalnum(*at))
            return NULL;
        g_string_append_c(bare, g_ascii_toupper(*at));
    }
    return g_string_free(g_steal_pointer(&bare), FALSE);
}

char *grouped(const char *bare, size_t size)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; bare[i] != '\0'; i++) {
        if (i > 0 && i % size == 0)
            g_string_append_c(text, ' ');
        g_string_append_c(text, bare[i]);
    }
    return g_string_free(text, FALSE);
}

bool ogm_valid(const char *digits12)
{
    if (strlen(digits12) != 12 || !digits_only(digits12))
        return false;
    gint64 number = g_ascii_strtoll(digits12, NULL, 10);
    gint64 check = number / 100 % 97;
    return number % 100 == (check == 0 ? 97 : check);
}

bool rf_valid(const char *reference)
{
    g_autofree char *bare = bare_upper(reference, "");
    size_t length = bare == NULL ? 0 : strlen(bare);
    if (length < 5 || length > 25 || !g_str_has_prefix(bare, "RF"))
        return false;
    if (!g_ascii_isdigit(bare[2]) || !g_ascii_isdigit(bare[3]))
        return false;
    g_autofree char *turned = g_strdup_printf("%s%.4s", bare + 4, bare);
    return mod97(turned) == 1;
}

/* Weights 2 4 8 5 10 9 7 3 6 1 from the right, over all digits after the check digit. */
static char nl_check_digit(const char *digits)
{
    static const int weights[] = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};
    int sum = 0;
    size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++)
        sum += weights[i % G_N_ELEMENTS(weights)] * g_ascii_digit_value(digits[length - 1 - i]);
    int check = 11 - sum % 11;
    return (char)('0' + (check == 10 ? 1 : check == 11 ? 0 : check));
}

bool nl_reference_valid(const char *digits)
{
    size_t length = strlen(digits);
    if (!digits_only(digits))
        return false;
    if (length == 7)
        return true;
    if (length != 16 && (length < 9 || length > 14))
        return false;
    /* 9 to 14 digits: the second one is the last digit of how many follow it. */
    if (length < 16 && (size_t)g_ascii_digit_value(digits[1]) != (length - 2) % 10)
        return false;
    return digits[0] == nl_check_digit(digits + 1);
}

static ReferenceKind kind_of(const char *bare)
{
    if (ogm_valid(bare))
        return REFERENCE_OGM;
    if (rf_valid(bare))
        return REFERENCE_RF;
    return nl_reference_valid(bare) ? REFERENCE_NL : REFERENCE_NONE;
}

char *reference_normal(const char *typed, ReferenceKind *kind)
{
    g_autofree char *bare = typed == NULL ? NULL : bare_upper(typed, "+*/.-");
    ReferenceKind found = bare == NULL ? REFERENCE_NONE : kind_of(bare);
    if (kind != NULL)
        *kind = found;
    return found == REFERENCE_NONE ? NULL : g_steal_pointer(&bare);
}

char *reference_pretty(const char *normal)
{
    if (ogm_valid(normal))
        return g_strdup_printf("+++%.3s/%.4s/%s+++", normal, normal + 3, normal + 7);
    if (rf_valid(normal) || (strlen(normal) == 16 && digits_only(normal)))
        return grouped(normal, 4);
    return g_strdup(normal);
}

/* A run of groups in a text, growing group by group: "RF18" "RF18 5390" … */
typedef struct {
    char bare[CANDIDATE_MAX + 1];
    size_t length, groups;
    size_t sizes[CANDIDATE_MAX];
    bool decorated; /* stands behind +++ or *** */
} Candidate;

typedef bool (*Accepts)(const Candidate *candidate);

static void found_add(GPtrArray *found, const char *bare)
{
    if (!g_ptr_array_find_with_equal_func(found, bare, g_str_equal, NULL))
        g_ptr_array_add(found, g_strdup(bare));
}

static bool in_class(char c, bool letters)
{
    return letters ? g_ascii_isalnum(c) : g_ascii_isdigit(c);
}

/* Tries every end of a group from `at` on. */
static void groups_try(const char *at, const char *separators, bool letters, bool decorated, Accepts accepts,
                       GPtrArray *found)
{
    Candidate candidate = {.decorated = decorated};
    while (in_class(*at, letters)) {
        size_t start = candidate.length;
        while (in_class(*at, letters)) {
            if (candidate.length == CANDIDATE_MAX)
                return;
            candidate.bare[candidate.length++] = g_ascii_toupper(*at++);
        }
        candidate.bare[candidate.length] = '\0';
        candidate.sizes[candidate.groups++] = candidate.length - start;
        if (accepts(&candidate))
            found_add(found, candidate.bare);
        size_t gap = strspn(at, separators);
        if (gap > 3)
            return;
        at += gap;
    }
}

static bool sized(const Candidate *candidate, const size_t *sizes, size_t groups)
{
    return candidate->groups == groups && memcmp(candidate->sizes, sizes, groups * sizeof *sizes) == 0;
}

/* Without +++ or *** only twelve digits in one piece or printed 3/4/5 are taken for an OGM. */
static bool accepts_ogm(const Candidate *candidate)
{
    static const size_t printed[] = {3, 4, 5};
    bool shape = candidate->decorated || candidate->groups == 1 || sized(candidate, printed, G_N_ELEMENTS(printed));
    return shape && ogm_valid(candidate->bare);
}

static bool accepts_rf(const Candidate *candidate)
{
    return rf_valid(candidate->bare);
}

static bool accepts_nl(const Candidate *candidate)
{
    return nl_reference_valid(candidate->bare);
}

static bool accepts_nl_long(const Candidate *candidate)
{
    static const size_t printed[] = {4, 4, 4, 4};
    bool shape = candidate->groups == 1 || sized(candidate, printed, G_N_ELEMENTS(printed));
    return shape && candidate->length == 16 && nl_reference_valid(candidate->bare);
}

static bool behind_decoration(const char *text, const char *at)
{
    while (at > text && at[-1] == ' ')
        at--;
    return at >= text + 2 && (at[-1] == '+' || at[-1] == '*') && at[-2] == at[-1];
}

/* Behind "betalingskenmerk 1234567" or a bank's "Issuer: CUR Ref:" even a short number counts. */
static bool behind_nl_word(const char *lower, const char *at)
{
    static const char *const words[] = {"kenmerk", "issuer: cur", "strd/cur"};
    size_t reach = MIN((size_t)(at - lower), 24);
    g_autofree char *before = g_strndup(at - reach, reach);
    for (char *c = before + reach; c > before; c--) {
        if (g_ascii_isdigit(c[-1])) { /* another number stands between: only what follows it counts */
            memmove(before, c, strlen(c) + 1);
            break;
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strstr(before, words[i]) != NULL)
            return true;
    }
    return false;
}

static void number_try(const char *lower, const char *at, GPtrArray *found)
{
    if (!g_ascii_isdigit(*at) || (at > lower && g_ascii_isdigit(at[-1])))
        return;
    groups_try(at, " ./-", false, behind_decoration(lower, at), accepts_ogm, found);
    groups_try(at, " ", false, false, accepts_nl_long, found);
    if (behind_nl_word(lower, at))
        groups_try(at, " .", false, false, accepts_nl, found);
}

static void rf_try(const char *lower, const char *at, GPtrArray *found)
{
    bool begins = at[0] == 'r' && at[1] == 'f' && (at == lower || !g_ascii_isalnum(at[-1]));
    if (begins)
        groups_try(at, " ", true, false, accepts_rf, found);
}

/* A text that is nothing but one number with a check digit of its own. */
static void whole_try(const char *text, GPtrArray *found)
{
    g_autofree char *bare = bare_upper(text, ".");
    if (bare != NULL && strlen(bare) > 7 && nl_reference_valid(bare))
        found_add(found, bare);
}

GPtrArray *references_in_text(const char *text)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    if (text == NULL)
        return found;
    g_autofree char *lower = g_ascii_strdown(text, -1);
    g_strdelimit(lower, "\r\n\t", ' ');
    for (const char *at = lower; *at != '\0'; at++) {
        number_try(lower, at, found);
        rf_try(lower, at, found);
    }
    if (found->len == 0)
        whole_try(text, found);
    return found;
}
