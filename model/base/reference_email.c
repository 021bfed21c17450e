/* E-mail addresses as mail servers take them: one, bare, without quotes or comments (RFC 5321 in its plain form). */
#include "reference.h"

#include <string.h>

enum { LOCAL_MOST = 64, ADDRESS_MOST = 254, LABEL_MOST = 63 };

#define LETTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS

/* Parts of allowed letters with single dots between them. */
static bool parts_valid(const char *text, size_t length, const char *letters, size_t most)
{
    size_t run = 0;
    for (size_t i = 0; i <= length; i++) {
        bool end = i == length || text[i] == '.';
        if (end && (run == 0 || run > most))
            return false;
        if (!end && strchr(letters, text[i]) == NULL)
            return false;
        run = end ? 0 : run + 1;
    }
    return true;
}

static bool domain_valid(const char *domain)
{
    if (!parts_valid(domain, strlen(domain), LETTERS "-", LABEL_MOST))
        return false;
    return domain[0] != '-' && !g_str_has_suffix(domain, "-") && strstr(domain, ".-") == NULL &&
           strstr(domain, "-.") == NULL;
}

bool email_valid(const char *address)
{
    const char *at = strrchr(address, '@');
    if (at == NULL || strlen(address) > ADDRESS_MOST || at - address > LOCAL_MOST)
        return false;
    return parts_valid(address, (size_t)(at - address), LETTERS "!#$%&'*+-/=?^_`{|}~", LOCAL_MOST) &&
           domain_valid(at + 1);
}
