#include "paper/mime_read.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

enum { DEPTH_MOST = 4 };

/* --- Headers ----------------------------------------------------------------------------------------------- */

/* "=?UTF-8?B?…?=" as its words; blanks between two of them are only folding (RFC 2047 §6.2). */
static char *words_decoded(const char *value)
{
    static const char open[] = "=?UTF-8?B?";
    GString *out = g_string_new(NULL);
    const char *at = value;
    bool coded = false;
    while (*at != '\0') {
        const char *next = at + strspn(at, " "), *end = NULL;
        if (g_ascii_strncasecmp(next, open, strlen(open)) == 0)
            end = strstr(next + strlen(open), "?=");
        if (end == NULL) {
            coded = false;
            g_string_append_c(out, *at++);
            continue;
        }
        if (!coded)
            g_string_append_len(out, at, next - at);
        g_autofree char *base64 = g_strndup(next + strlen(open), (gsize)(end - next) - strlen(open));
        gsize length = 0;
        g_autofree guchar *bytes = g_base64_decode(base64, &length);
        g_string_append_len(out, (const char *)bytes, (gssize)length);
        at = end + strlen("?=");
        coded = true;
    }
    return g_string_free(out, FALSE);
}

/* The lines before the first empty one; *body behind it. */
static char *head_of(const char *part, const char **body)
{
    const char *gap = strstr(part, "\n\n");
    *body = gap != NULL ? gap + 2 : part + strlen(part);
    return gap != NULL ? g_strndup(part, (gsize)(gap - part)) : g_strdup(part);
}

/* Unfolded; "" where there is none. */
static char *header(const char *head, const char *name)
{
    g_auto(GStrv) lines = g_strsplit(head, "\n", -1);
    g_autoptr(GString) value = g_string_new(NULL);
    size_t length = strlen(name);
    bool inside = false;
    for (char **line = lines; *line != NULL; line++) {
        bool goes_on = **line == ' ' || **line == '\t';
        if (!goes_on && inside)
            break;
        if (goes_on && inside)
            g_string_append_printf(value, " %s", g_strchug(*line));
        else if (g_ascii_strncasecmp(*line, name, length) == 0 && (*line)[length] == ':') {
            g_string_append(value, g_strchug(*line + length + 1));
            inside = true;
        }
    }
    return g_strchomp(g_strdup(value->str));
}

/* key="value", key=value or key*=UTF-8''value (RFC 2231); "" where there is none. */
static char *parameter(const char *value, const char *key)
{
    g_autofree char *plain = g_strconcat(key, "=", NULL), *coded = g_strconcat(key, "*=", NULL);
    const char *at = strstr(value, coded);
    if (at != NULL) {
        const char *words = strstr(at, "''");
        g_autofree char *rest = g_strndup(words != NULL ? words + 2 : "", words != NULL ? strcspn(words + 2, "; ") : 0);
        char *decoded = g_uri_unescape_string(rest, NULL);
        return decoded != NULL ? decoded : g_steal_pointer(&rest);
    }
    at = strstr(value, plain);
    if (at == NULL)
        return g_strdup("");
    at += strlen(plain);
    return *at == '"' ? g_strndup(at + 1, strcspn(at + 1, "\"")) : g_strndup(at, strcspn(at, "; "));
}

/* --- Bodies ------------------------------------------------------------------------------------------------ */

static char *quoted_decoded(const char *body)
{
    GString *out = g_string_new(NULL);
    for (const char *at = body; *at != '\0'; at++) {
        int high = *at == '=' ? g_ascii_xdigit_value(at[1]) : -1;
        int low = high >= 0 ? g_ascii_xdigit_value(at[2]) : -1;
        if (*at == '=' && at[1] == '\n')
            at++;
        else if (low >= 0) {
            g_string_append_c(out, (char)(high * 16 + low));
            at += 2;
        } else
            g_string_append_c(out, *at);
    }
    return g_string_free(out, FALSE);
}

static char *body_decoded(const char *head, const char *body, gsize *length)
{
    g_autofree char *encoding = header(head, "Content-Transfer-Encoding");
    if (g_ascii_strcasecmp(encoding, "base64") == 0)
        return (char *)g_base64_decode(body, length);
    char *text = g_ascii_strcasecmp(encoding, "quoted-printable") == 0 ? quoted_decoded(body) : g_strdup(body);
    *length = strlen(text);
    return text;
}

static void part_read(const char *part, int depth, GString *out);

static void parts_read(const char *body, const char *boundary, int depth, GString *out)
{
    g_autofree char *line = g_strdup_printf("\n--%s", boundary), *whole = g_strconcat("\n", body, NULL);
    g_auto(GStrv) parts = g_strsplit(whole, line, -1);
    for (char **part = parts[0] != NULL ? parts + 1 : parts; *part != NULL; part++)
        if (!g_str_has_prefix(*part, "--"))
            part_read(*part + (**part == '\n'), depth + 1, out);
}

static void part_read(const char *part, int depth, GString *out)
{
    const char *body = NULL;
    gsize length = 0;
    g_autofree char *head = head_of(part, &body), *type = header(head, "Content-Type");
    g_autofree char *disposition = header(head, "Content-Disposition"), *boundary = parameter(type, "boundary");
    if (*boundary != '\0' && depth < DEPTH_MOST) {
        parts_read(body, boundary, depth, out);
        return;
    }
    g_autofree char *content = body_decoded(head, body, &length), *name = parameter(disposition, "filename");
    if (*name != '\0')
        g_string_append_printf(out, _("\nEnclosed: %s, %d kB"), name, (int)((length + 1023) / 1024));
    else
        g_string_append_printf(out, "\n%s", content);
}

char *mime_read(GBytes *message)
{
    static const char *const shown[] = {"From", "To", "Date", "Subject"};
    gsize size = 0;
    const char *bytes = g_bytes_get_data(message, &size), *body = NULL;
    g_autofree char *whole = g_strndup(bytes, size);
    g_auto(GStrv) ends = g_strsplit(whole, "\r\n", -1);
    g_autofree char *text = g_strjoinv("\n", ends), *head = head_of(text, &body);
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_autofree char *value = header(head, shown[i]), *words = words_decoded(value);
        if (*words != '\0')
            g_string_append_printf(out, "%s: %s\n", shown[i], words);
    }
    part_read(text, 0, out);
    return text_clean_lines(out->str);
}
