/* Changes one value in the text of an ini file and leaves every other byte alone.  The text was read by
 * ini_load before, so its lines are known to be well formed. */
#include "error.h"
#include "i18n.h"
#include "settings_parts.h"

#include <string.h>

#define VALUE_LIMIT 900 /* bytes; the line must stay below 1,000 */

/* One line of the text, without its line break. */
typedef struct {
    const char *start, *end;
} Line;

static bool line_next(const char **at, Line *line)
{
    if (**at == '\0')
        return false;
    const char *stop = strchr(*at, '\n');
    line->start = *at;
    line->end = stop == NULL ? *at + strlen(*at) : stop;
    *at = stop == NULL ? line->end : stop + 1;
    return true;
}

static char *line_stripped(const Line *line)
{
    return g_strstrip(g_strndup(line->start, (size_t)(line->end - line->start)));
}

static bool is_section(const char *stripped, const char *section)
{
    size_t length = strlen(stripped);
    if (length < 2 || stripped[0] != '[')
        return false;
    g_autofree char *name = g_strstrip(g_strndup(stripped + 1, length - 2));
    return g_ascii_strcasecmp(name, section) == 0;
}

static bool is_entry(const char *stripped)
{
    return stripped[0] != '\0' && strchr("[;#", stripped[0]) == NULL && strchr(stripped, '=') != NULL;
}

static bool is_entry_of(const char *stripped, const char *key)
{
    if (!is_entry(stripped))
        return false;
    g_autofree char *name = g_strstrip(g_strndup(stripped, strcspn(stripped, "=")));
    return g_ascii_strcasecmp(name, key) == 0;
}

/* Where the key stands, or else the last line of its section that holds something of it. */
typedef struct {
    Line entry, last;
    bool entry_found, section_found;
} Place;

static Place place_find(const char *text, const char *section, const char *key)
{
    Place place = {0};
    Line line;
    bool inside = false;
    while (line_next(&text, &line)) {
        g_autofree char *stripped = line_stripped(&line);
        if (stripped[0] == '[')
            inside = is_section(stripped, section);
        if (!inside)
            continue;
        if (stripped[0] == '[' || is_entry(stripped))
            place.last = line;
        place.section_found = true;
        if (is_entry_of(stripped, key)) {
            place.entry = line;
            place.entry_found = true;
        }
    }
    return place;
}

/* The value as it stands in the file, in quotes where the reader would cut or strip it; NULL: impossible. */
static char *value_written(const char *value)
{
    bool plain = value[0] != '\0' && strpbrk(value, ";#") == NULL && strchr("\"'", value[0]) == NULL &&
                 !g_ascii_isspace(value[0]) && !g_ascii_isspace(value[strlen(value) - 1]) &&
                 !g_str_has_suffix(value, "\\");
    bool one_word = strpbrk(value, " \t'\"") == NULL;
    if (strchr(value, '"') == NULL && !(plain && one_word))
        return g_strconcat("\"", value, "\"", NULL);
    if (plain)
        return g_strdup(value);
    return strchr(value, '\'') == NULL ? g_strconcat("'", value, "'", NULL) : NULL;
}

static bool value_usable(const char *value, GError **error)
{
    if (strlen(value) > VALUE_LIMIT)
        return fail(error, BELRONDE_ERROR_INPUT, _("this value is too long; at most %d bytes"), VALUE_LIMIT);
    bool clean = g_utf8_validate(value, -1, NULL);
    for (const char *at = value; clean && *at != '\0'; at++)
        clean = !g_ascii_iscntrl(*at);
    return clean || fail(error, BELRONDE_ERROR_INPUT, _("this value holds a character that cannot be typed"));
}

/* What stands behind the value: blanks, a comment, a carriage return. */
static const char *value_tail(const char *value, const char *end)
{
    if (value < end && (*value == '"' || *value == '\'')) {
        const char *closing = memchr(value + 1, *value, (size_t)(end - value - 1));
        return closing == NULL ? end : closing + 1;
    }
    const char *tail = end;
    while (tail > value && g_ascii_isspace(tail[-1]))
        tail--;
    return tail;
}

static void entry_replace(GString *out, const char *text, const Line *line, const char *written)
{
    const char *value = (const char *)memchr(line->start, '=', (size_t)(line->end - line->start)) + 1;
    const char *after_equals = value;
    while (value < line->end && (*value == ' ' || *value == '\t'))
        value++;
    g_string_append_len(out, text, value - text);
    if (value == after_equals)
        g_string_append_c(out, ' ');
    g_string_append(out, written);
    g_string_append(out, value_tail(value, line->end));
}

static const char *line_break(const char *text)
{
    return strstr(text, "\r\n") != NULL ? "\r\n" : "\n";
}

static void entry_insert(GString *out, const char *text, const Line *last, const char *key, const char *written)
{
    const char *rest = *last->end == '\0' ? last->end : last->end + 1;
    g_string_append_len(out, text, rest - text);
    if (*last->end == '\0')
        g_string_append(out, line_break(text));
    g_string_append_printf(out, "%s = %s%s%s", key, written, line_break(text), rest);
}

static void section_append(GString *out, const char *text, const char *section, const char *key, const char *written)
{
    const char *newline = line_break(text);
    g_string_append(out, text);
    if (out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append(out, newline);
    if (out->len > 0)
        g_string_append(out, newline);
    g_string_append_printf(out, "[%s]%s%s = %s%s", section, newline, key, written, newline);
}

char *settings_text_with(const char *text, const char *section, const char *key, const char *value, GError **error)
{
    if (!value_usable(value, error))
        return NULL;
    g_autofree char *written = value_written(value);
    if (written == NULL) {
        fail(error, BELRONDE_ERROR_INPUT, _("a value with ; or # cannot hold both kinds of quotes"));
        return NULL;
    }
    GString *out = g_string_new(NULL);
    Place place = place_find(text, section, key);
    if (place.entry_found)
        entry_replace(out, text, &place.entry, written);
    else if (place.section_found)
        entry_insert(out, text, &place.last, key, written);
    else
        section_append(out, text, section, key, written);
    return g_string_free(out, FALSE);
}
