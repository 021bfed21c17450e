/* The text behind a movement: which dialect it is written in, and what they have in common. */
#include "base/reference.h"
#include "ledger/import/mt940.h"

#include <string.h>

/* ---- lines put together ---- */

/* In a text of keywords a break inside a number belongs to the number. */
static bool reads_apart(const char *lines, char before, char after)
{
    bool number = g_ascii_isdigit(before) && g_ascii_isdigit(after);
    return before != ' ' && after != ' ' && !(number && lines[strspn(lines, " ")] == '/');
}

static void line_join(Mt940Joined *joined, const char *line, size_t length, bool parted)
{
    guint start = joined->gaps->len;
    if (length == 0)
        return;
    g_string_append_len(joined->bare, line, (gssize)length);
    g_byte_array_set_size(joined->gaps, (guint)joined->bare->len);
    memset(joined->gaps->data + start, 0, length);
    if (parted && start > 0)
        joined->gaps->data[start] = 1;
}

/* A bank breaks a full line wherever it is full; a line that ends early ended for a reason, unless the break
 * stands inside a number. */
Mt940Joined mt940_joined(const char *lines)
{
    Mt940Joined joined = {.bare = g_string_new(NULL), .gaps = g_byte_array_new()};
    bool parted = false;
    for (const char *at = lines; *at != '\0';) {
        static const char breaks[] = {'\n', MT940_FIELD_BREAK, '\0'};
        size_t length = strcspn(at, breaks);
        size_t have = joined.bare->len;
        bool apart = parted && have > 0 && length > 0 && reads_apart(lines, joined.bare->str[have - 1], at[0]);
        line_join(&joined, at, length, apart);
        parted = at[length] == MT940_FIELD_BREAK || (length > 0 ? length < MT940_LINE_FULL : parted);
        at += length + (at[length] != '\0');
    }
    return joined;
}

void mt940_joined_clear(Mt940Joined *joined)
{
    g_string_free(joined->bare, TRUE);
    g_byte_array_unref(joined->gaps);
}

char *mt940_joined_read(const Mt940Joined *joined, size_t from, size_t to)
{
    GString *text = g_string_sized_new(to - from + 8);
    for (size_t i = from; i < to; i++) {
        if (joined->gaps->data[i] != 0 && i > from)
            g_string_append_c(text, ' ');
        g_string_append_c(text, joined->bare->str[i]);
    }
    return g_string_free(text, FALSE);
}

/* ---- what is said ---- */

void mt940_set(char **place, char *owned)
{
    g_strstrip(owned);
    if (*place != NULL || owned[0] == '\0') {
        g_free(owned);
        return;
    }
    *place = owned;
}

void mt940_text_add(Mt940Remittance *remittance, const char *more)
{
    if (more == NULL || more[0] == '\0')
        return;
    if (remittance->text->len > 0)
        g_string_append_c(remittance->text, ' ');
    g_string_append(remittance->text, more);
}

void mt940_remittance_clear(Mt940Remittance *remittance)
{
    if (remittance->text != NULL)
        g_string_free(remittance->text, TRUE);
    g_free(remittance->type);
    g_free(remittance->name);
    g_free(remittance->account);
    g_free(remittance->reference);
    g_free(remittance->end_to_end);
    g_free(remittance->batch);
    g_free(remittance->mandate);
    g_free(remittance->return_reason);
    g_free(remittance->cheque);
    g_free(remittance->charges);
    g_free(remittance->original);
    *remittance = (Mt940Remittance){0};
}

/* ---- references in words ---- */

static const char *const issuers[] = {"CUR", "BBA", "ISO"};

static size_t issuer_at(const char *at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(issuers); i++)
        if (g_ascii_strncasecmp(at, issuers[i], 3) == 0)
            return 3;
    return 0;
}

static size_t blanks_at(const char *at)
{
    return strspn(at, " ");
}

/* Behind "Issuer:": CUR, then "Ref:", then the reference. */
static const char *issued_reference(const char *at)
{
    at += blanks_at(at);
    size_t issuer = issuer_at(at);
    if (issuer == 0)
        return NULL;
    at += issuer;
    at += blanks_at(at);
    if (g_ascii_strncasecmp(at, "ref:", 4) != 0)
        return NULL;
    return at + 4 + blanks_at(at + 4);
}

static void reference_take(Mt940Remittance *remittance, const char *at)
{
    size_t length = strspn(at, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    if (length < 3)
        return;
    g_autofree char *found = g_strndup(at, MIN(length, 35));
    mt940_set(&remittance->reference, mt940_reference(found));
}

void mt940_issuer_find(Mt940Remittance *remittance, const char *text)
{
    for (const char *at = text; *at != '\0' && remittance->reference == NULL; at++) {
        const char *reference = NULL;
        if ((*at == 'i' || *at == 'I') && g_ascii_strncasecmp(at, "issuer:", 7) == 0)
            reference = issued_reference(at + 7);
        else if (*at == 'S' && strncmp(at, "SCOR/", 5) == 0 && issuer_at(at + 5) > 0 && at[8] == '/')
            reference = at + 9;
        if (reference != NULL)
            reference_take(remittance, reference);
    }
}

/* ---- batches and cheques ---- */

/* "TOTAAL 198 POSTEN": one sum for many payments. */
static void payments_find(Mt940Remittance *remittance, const char *text)
{
    const char *at = remittance->payments > 0 ? NULL : strstr(text, "TOTAAL");
    if (at == NULL || strstr(text, "VERZAMEL") == NULL)
        return;
    at += strlen("TOTAAL");
    at += strspn(at, " :");
    char *end = NULL;
    guint64 count = g_ascii_strtoull(at, &end, 10);
    end += blanks_at(end);
    if (count > 0 && count <= G_MAXINT32 && g_str_has_prefix(end, "POST"))
        remittance->payments = (gint64)count;
}

static const char *const cheque_words[] = {"CHEQUENUMMER", "CHEQUENR", "CHEQUE", "CHQNB", "SCHECKNR", "SCHECK"};
static const char cheque_between[] = " .:/-#";
static const char *const cheque_numerals[] = {"NUMMER", "NUMERO", "NR", "NO", "N"};

/* The number behind one of the words, perhaps with "nr." between; NULL where none stands there. */
static const char *cheque_number_at(const char *at)
{
    at += strspn(at, cheque_between);
    for (size_t i = 0; i < G_N_ELEMENTS(cheque_numerals); i++)
        if (g_ascii_strncasecmp(at, cheque_numerals[i], strlen(cheque_numerals[i])) == 0) {
            at += strlen(cheque_numerals[i]);
            break;
        }
    at += strspn(at, cheque_between);
    size_t digits = strspn(at, "0123456789");
    return digits >= 4 && digits <= 16 ? at : NULL;
}

static void cheque_find(Mt940Remittance *remittance, const char *text)
{
    if (strcasestr(text, "CHEQUE") == NULL && strcasestr(text, "CHQ") == NULL && strcasestr(text, "SCHECK") == NULL)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(cheque_words) && remittance->cheque == NULL; i++) {
        const char *word = strcasestr(text, cheque_words[i]);
        const char *number = word == NULL ? NULL : cheque_number_at(word + strlen(cheque_words[i]));
        if (number != NULL)
            mt940_set(&remittance->cheque, g_strndup(number, strspn(number, "0123456789")));
    }
}

/* ---- the door ---- */

static void placeholder_drop(char **place)
{
    if (*place != NULL && (strcmp(*place, "NOTPROVIDED") == 0 || strcmp(*place, "NONREF") == 0))
        g_clear_pointer(place, g_free);
}

void mt940_remittance_read(const char *lines, Mt940Remittance *remittance)
{
    *remittance = (Mt940Remittance){.text = g_string_new(NULL)};
    Mt940Joined joined = mt940_joined(lines);
    if (!mt940_keywords_read(&joined, remittance) && !mt940_german_read(lines, remittance) &&
        !mt940_columns_read(lines, remittance))
        mt940_free_read(lines, &joined, remittance);
    placeholder_drop(&remittance->end_to_end);
    if (remittance->batch != NULL)
        mt940_set(&remittance->end_to_end, g_strdup(remittance->batch));
    placeholder_drop(&remittance->mandate);
    const char *text = remittance->text->str;
    mt940_issuer_find(remittance, text);
    payments_find(remittance, text);
    cheque_find(remittance, text);
    mt940_joined_clear(&joined);
}
