#include "ledger/import/vcard.h"

#include <string.h>

/* A value longer than this is a photo or a key, of which nothing is needed. */
enum { VALUE_MOST = 64 * 1024 };

void vcard_property_clear(VcardProperty *property)
{
    g_clear_pointer(&property->name, g_free);
    g_clear_pointer(&property->types, g_free);
    g_clear_pointer(&property->value, g_free);
}

/* ---- one logical line out of several ---- */

static bool next_physical(VcardLines *lines, bool *ended, GError **error)
{
    TextStatus status = text_stream_next(lines->stream, lines->physical, error);
    *ended = status == TEXT_END;
    lines->line++;
    if (lines->physical->len > 0 && lines->physical->str[lines->physical->len - 1] == '\n')
        g_string_truncate(lines->physical, lines->physical->len - 1);
    return status != TEXT_FAILED;
}

static void add(GString *logical, const char *more)
{
    if (logical->len < VALUE_MOST)
        g_string_append(logical, more);
}

/* Quoted-printable text goes on where its line ends in "=", whatever the next one begins with. */
static bool ends_softly(const GString *logical, bool quoted)
{
    return quoted && logical->len > 0 && logical->str[logical->len - 1] == '=';
}

static bool is_quoted(const char *logical)
{
    size_t head = strcspn(logical, ":");
    g_autofree char *parameters = g_ascii_strup(logical, (gssize)MIN(head, 1000));
    return strstr(parameters, "QUOTED-PRINTABLE") != NULL;
}

/* Appends the continuation line that waits, when it is one. */
static bool continues(VcardLines *lines, GString *logical, bool quoted)
{
    const char *next = lines->physical->str;
    bool soft = ends_softly(logical, quoted), folded = *next == ' ' || *next == '\t';
    if (soft)
        g_string_truncate(logical, logical->len - 1);
    if (soft && g_ascii_strncasecmp(next, "END:VCARD", 9) == 0) /* a mark too many must not swallow the end */
        return false;
    if (soft || folded)
        add(logical, next + (folded && !soft && !lines->folds_with_blank));
    return soft || folded;
}

static VcardStatus logical_next(VcardLines *lines, GString *logical, int *line, GError **error)
{
    bool ended = false;
    g_string_truncate(logical, 0);
    while (!lines->waiting) {
        if (!next_physical(lines, &ended, error))
            return VCARD_FAILED;
        if (ended)
            return VCARD_END;
        lines->waiting = *lines->physical->str != '\0';
    }
    add(logical, lines->physical->str);
    *line = lines->line;
    lines->waiting = false;
    bool quoted = is_quoted(logical->str);
    for (;;) {
        if (!next_physical(lines, &ended, error))
            return VCARD_FAILED;
        if (ended || !continues(lines, logical, quoted)) {
            lines->waiting = !ended && *lines->physical->str != '\0';
            return VCARD_PROPERTY;
        }
    }
}

/* ---- its parts ---- */

/* The first of `stops` outside of quotation marks, or the end. */
static const char *unquoted(const char *at, const char *stops)
{
    for (bool inside = false; *at != '\0'; at++) {
        if (*at == '"')
            inside = !inside;
        else if (!inside && strchr(stops, *at) != NULL)
            break;
    }
    return at;
}

static bool is_name(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_isalnum(text[i]) && text[i] != '-' && text[i] != '_' && text[i] != '.')
            return false;
    return length > 0;
}

typedef struct {
    GString *types; /* ",WORK," */
    bool quoted;
    char *charset; /* NULL: the file's own */
} Parameters;

/* Version 2.1 writes TEL;WORK, the later ones TEL;TYPE=work or TYPE="work,voice". */
static void parameter_take(Parameters *parameters, const char *text, size_t length)
{
    g_autofree char *upper = g_ascii_strup(text, (gssize)length);
    g_strdelimit(upper, "\"", ' ');
    char *equals = strchr(upper, '='), *value = equals != NULL ? equals + 1 : upper;
    if (equals != NULL)
        *equals = '\0';
    g_strstrip(value);
    if (strcmp(value, "QUOTED-PRINTABLE") == 0)
        parameters->quoted = true;
    if (equals != NULL && strcmp(upper, "CHARSET") == 0) {
        g_free(parameters->charset);
        parameters->charset = g_strdup(value);
    } else if (equals != NULL && strcmp(upper, "PREF") == 0) {
        g_string_append_printf(parameters->types, "PREF%s,", value);
    } else if (equals == NULL || strcmp(upper, "TYPE") == 0) {
        g_string_append_printf(parameters->types, "%s,", value);
    }
}

/* ---- quoted-printable ---- */

/* In the charset that stands beside it, else in the one the bytes look like. */
static char *bytes_text(const GByteArray *bytes, const char *charset)
{
    size_t skip = 0;
    const char *guess = charset_guess(bytes->data, bytes->len, true, &skip);
    GIConv known = charset == NULL ? (GIConv)-1 : g_iconv_open("UTF-8", charset);
    bool usable = known != (GIConv)-1;
    if (usable)
        g_iconv_close(known);
    return charset_text(bytes->data, bytes->len, usable ? charset : guess);
}

static char *quoted_text(const char *value, const char *charset)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (const char *at = value; *at != '\0'; at++) {
        guint8 byte = (guint8)*at;
        if (*at == '=' && g_ascii_isxdigit(at[1]) && g_ascii_isxdigit(at[2])) {
            byte = (guint8)(g_ascii_xdigit_value(at[1]) * 16 + g_ascii_xdigit_value(at[2]));
            at += 2;
        }
        g_byte_array_append(bytes, &byte, 1);
    }
    return bytes_text(bytes, charset);
}

/* ---- a property ---- */

static VcardStatus property_read(const char *logical, VcardProperty *property)
{
    const char *end = unquoted(logical, ";:");
    if (*end == '\0' || !is_name(logical, (size_t)(end - logical))) {
        property->value = g_strndup(logical, 200);
        return VCARD_OTHER;
    }
    g_autofree char *full = g_ascii_strup(logical, (gssize)(end - logical)), *charset = NULL;
    const char *dot = strrchr(full, '.'); /* item1.TEL */
    Parameters parameters = {.types = g_string_new(",")};
    while (*end == ';') {
        const char *from = end + 1;
        end = unquoted(from, ";:");
        parameter_take(&parameters, from, (size_t)(end - from));
    }
    property->name = g_strdup(dot != NULL ? dot + 1 : full);
    property->types = g_string_free(parameters.types, FALSE);
    charset = parameters.charset;
    const char *value = *end == ':' ? end + 1 : end;
    property->value = parameters.quoted ? quoted_text(value, charset) : g_strdup(value);
    return VCARD_PROPERTY;
}

VcardStatus vcard_next(VcardLines *lines, VcardProperty *property, GError **error)
{
    g_autoptr(GString) logical = g_string_new(NULL);
    int line = 0;
    VcardStatus status = logical_next(lines, logical, &line, error);
    vcard_property_clear(property);
    if (status != VCARD_PROPERTY)
        return status;
    property->line = line;
    return property_read(logical->str, property);
}

bool vcard_type(const VcardProperty *property, const char *type)
{
    g_autofree char *between = g_strconcat(",", type, ",", NULL);
    return strstr(property->types, between) != NULL;
}

/* ---- values ---- */

/* Up to `stop` outside of escapes; *at moves there. */
static char *unescaped(const char **at, char stop)
{
    GString *text = g_string_new(NULL);
    for (; **at != '\0' && **at != stop; (*at)++) {
        if (**at != '\\' || (*at)[1] == '\0') {
            g_string_append_c(text, **at);
            continue;
        }
        (*at)++;
        g_string_append_c(text, **at == 'n' || **at == 'N' ? '\n' : **at);
    }
    return g_string_free(text, FALSE);
}

char *vcard_part(const char *value, int at)
{
    char *part = unescaped(&value, ';');
    for (; at > 0; at--) {
        g_free(part);
        value += *value != '\0';
        part = unescaped(&value, ';');
    }
    return part;
}

char *vcard_text(const char *value)
{
    return unescaped(&value, '\0');
}
