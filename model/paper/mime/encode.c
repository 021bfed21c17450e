#include "base/text.h"
#include "paper/mime/parts.h"

#include <string.h>

enum {
    FOLD = 77,           /* 78 with the sign that may be glued to a word */
    WORD_MOST = 70,      /* a longer word could not be folded into 78 */
    ENCODED_FRAME = 12,  /* =?UTF-8?B? and ?= */
    ENCODED_LEAST = 12,  /* bytes: with less room a new line is begun */
    ENCODED_BYTES = 45,  /* 60 letters of base64: 72 with their frame, 75 allowed */
    PARAMETER_PIECE = 54 /* letters of a parameter's value on one line */
};

MimeHeader mime_header_begin(GString *out, const char *eol, const char *name)
{
    g_string_append_printf(out, "%s:", name);
    return (MimeHeader){out, eol, strlen(name) + 1};
}

void mime_header_word(MimeHeader *header, const char *word)
{
    size_t length = strlen(word);
    if (header->column > 1 && header->column + 1 + length > FOLD) {
        g_string_append(header->out, header->eol);
        header->column = 0;
    }
    g_string_append_printf(header->out, " %s", word);
    header->column += length + 1;
}

void mime_header_glue(MimeHeader *header, const char *sign)
{
    g_string_append(header->out, sign);
    header->column += strlen(sign);
}

void mime_header_end(MimeHeader *header)
{
    g_string_append(header->out, header->eol);
}

/* ---- words ---- */

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

/* A reader would take =? for the start of an encoded word; a word without end cannot be folded. */
static bool goes_as_it_is(const char *text)
{
    if (!is_ascii(text) || strstr(text, "=?") != NULL)
        return false;
    size_t run = 0;
    for (; *text != '\0'; text++) {
        run = *text == ' ' ? 0 : run + 1;
        if (run > WORD_MOST)
            return false;
    }
    return true;
}

/* Never cut within a letter: each encoded word must be readable by itself.  Behind a blank if there is one, for readers
 * that put another between two encoded words of a name. */
static size_t letters_fitting(const char *text, size_t most)
{
    size_t length = strlen(text), blank = 0;
    if (length <= most)
        return length;
    for (size_t i = 1; i <= most; i++)
        if (text[i - 1] == ' ')
            blank = i;
    while (most > 0 && ((guchar)text[most] & 0xc0) == 0x80)
        most--;
    return blank >= ENCODED_LEAST ? blank : most;
}

static void encoded_words(MimeHeader *header, const char *text)
{
    while (*text != '\0') {
        size_t taken = header->column + 1 + ENCODED_FRAME, room = taken < FOLD ? (FOLD - taken) / 4 * 3 : 0;
        size_t length = letters_fitting(text, room < ENCODED_LEAST ? ENCODED_BYTES : MIN(room, (size_t)ENCODED_BYTES));
        g_autofree char *base64 = g_base64_encode((const guchar *)text, length);
        g_autofree char *word = g_strdup_printf("=?UTF-8?B?%s?=", base64);
        mime_header_word(header, word);
        text += length;
    }
}

static void plain_words(MimeHeader *header, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++)
        mime_header_word(header, *word);
}

void mime_header_text(MimeHeader *header, const char *text)
{
    g_autofree char *clean = text_clean(text);
    if (goes_as_it_is(clean))
        plain_words(header, clean);
    else
        encoded_words(header, clean);
}

static bool is_atoms(const char *text)
{
    return strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~ ") ==
           strlen(text);
}

void mime_header_phrase(MimeHeader *header, const char *name)
{
    g_autofree char *clean = text_clean(name);
    if (goes_as_it_is(clean) && is_atoms(clean)) {
        if (clean[0] != '\0')
            plain_words(header, clean);
    } else if (goes_as_it_is(clean) && strlen(clean) < WORD_MOST) {
        g_autoptr(GString) quoted = g_string_new("\"");
        for (const char *at = clean; *at != '\0'; at++)
            g_string_append_printf(quoted, "%s%c", strchr("\"\\", *at) != NULL ? "\\" : "", *at);
        g_string_append_c(quoted, '"');
        mime_header_word(header, quoted->str);
    } else {
        encoded_words(header, clean);
    }
}

/* ---- parameters ---- */

/* As many whole letters as one line takes, escaped; *value moves behind them. */
static char *escaped_piece(const char **value)
{
    GString *piece = g_string_new(NULL);
    while (**value != '\0') {
        const char *next = g_utf8_next_char(*value);
        g_autofree char *letter = g_strndup(*value, (gsize)(next - *value));
        g_autofree char *escaped = g_uri_escape_string(letter, NULL, FALSE);
        if (piece->len + strlen(escaped) > PARAMETER_PIECE)
            break;
        g_string_append(piece, escaped);
        *value = next;
    }
    return g_string_free(piece, FALSE);
}

/* On a line of its own each, numbered when there are several: key*0*=UTF-8''…; key*1*=… */
static void encoded_parameter(MimeHeader *header, const char *key, const char *value)
{
    for (int number = 0; *value != '\0'; number++) {
        g_autofree char *piece = escaped_piece(&value);
        bool several = number > 0 || *value != '\0';
        g_autofree char *index = several ? g_strdup_printf("*%d", number) : g_strdup("");
        g_autofree char *word = g_strdup_printf("%s%s*=%s%s", key, index, number == 0 ? "UTF-8''" : "", piece);
        mime_header_glue(header, ";");
        mime_header_word(header, word);
    }
}

void mime_header_parameter(MimeHeader *header, const char *key, const char *value)
{
    if (!is_ascii(value) || strlen(value) > PARAMETER_PIECE || strpbrk(value, "\"\\") != NULL) {
        encoded_parameter(header, key, value);
        return;
    }
    g_autofree char *word = g_strdup_printf("%s=\"%s\"", key, value);
    mime_header_glue(header, ";");
    mime_header_word(header, word);
}

/* ---- bodies ---- */

enum { BODY_LINE = 76 };

/* A dot alone ends a message for sendmail, "From " begins one in a mail folder; blanks at a line's end get lost. */
static bool needs_hex(const char *at, bool first)
{
    bool last = at[1] == '\n' || at[1] == '\0';
    if (*at == ' ' || *at == '\t')
        return last;
    if (first && (*at == '.' || g_str_has_prefix(at, "From ")))
        return true;
    return *at < '!' || *at > '~' || *at == '=';
}

void mime_quoted_printable(GString *out, const char *eol, const char *text)
{
    size_t column = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\n') {
            g_string_append(out, eol);
            column = 0;
            continue;
        }
        bool hex = needs_hex(at, column == 0);
        if (column + (hex ? 3 : 1) > BODY_LINE - 1) {
            g_string_append_printf(out, "=%s", eol);
            column = 0;
            hex = needs_hex(at, true);
        }
        if (hex)
            g_string_append_printf(out, "=%02X", (guchar)*at);
        else
            g_string_append_c(out, *at);
        column += hex ? 3 : 1;
    }
    if (column > 0)
        g_string_append(out, eol);
}

void mime_base64(GString *out, const char *eol, const guchar *bytes, gsize size)
{
    enum { LINE_BYTES = BODY_LINE / 4 * 3 };
    for (gsize at = 0; at < size; at += LINE_BYTES) {
        g_autofree char *line = g_base64_encode(bytes + at, MIN(size - at, (gsize)LINE_BYTES));
        g_string_append_printf(out, "%s%s", line, eol);
    }
}
