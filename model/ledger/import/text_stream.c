#include "ledger/import/text_stream.h"
#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE_MOST = 256 * 1024, TOO_LONG_SHOWN = 200, CARRY_MOST = 16, SCAN_BLOCK = 64 * 1024 };

struct TextStream {
    char *path;
    int fd;
    gint64 bytes, total, replaced, zeros;
    GIConv converter;
    size_t unit; /* bytes to pass over when a letter is wrong */
    guint8 *raw; /* one block, after what the block before left over */
    size_t raw_length, block;
    GString *text; /* converted, not yet handed out */
    size_t text_at;
    bool ended; /* nothing more to read */
};

/* ---- which charset ---- */

static const struct {
    const char *mark;
    size_t length;
    const char *charset;
} byte_order_marks[] = {
    {"\xef\xbb\xbf", 3, "UTF-8"},
    {"\xff\xfe", 2, "UTF-16LE"},
    {"\xfe\xff", 2, "UTF-16BE"},
};

/* Counts of what speaks for UTF-8 and against it. */
typedef struct {
    int expected; /* bytes still to come in the letter at hand */
    gint64 letters, wrong;
} Utf8Count;

/* How many of the next bytes are plain letters, eight at a time: most of most files. */
static size_t plain_run(const guint8 *bytes, size_t length)
{
    size_t run = 0;
    for (guint64 word; run + sizeof word <= length; run += sizeof word) {
        memcpy(&word, bytes + run, sizeof word);
        if ((word & 0x8080808080808080u) != 0)
            break;
    }
    return run;
}

static void utf8_count(Utf8Count *count, const guint8 *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (count->expected == 0)
            i += plain_run(bytes + i, length - i);
        if (i >= length)
            return;
        bool continues = (bytes[i] & 0xc0) == 0x80;
        if (count->expected > 0 && continues) {
            count->expected--;
            count->letters += count->expected == 0;
            continue;
        }
        count->wrong += count->expected > 0 || continues;
        count->expected = 0;
        if (bytes[i] >= 0xc2 && bytes[i] <= 0xf4)
            count->expected = bytes[i] >= 0xf0 ? 3 : bytes[i] >= 0xe0 ? 2 : 1;
        else if (bytes[i] >= 0x80 && !continues)
            count->wrong++;
    }
}

/* A few damaged letters do not make a UTF-8 file a Western one. */
static const char *utf8_verdict(const Utf8Count *count)
{
    return count->wrong == 0 || count->letters > 4 * count->wrong ? "UTF-8" : "WINDOWS-1252";
}

/* UTF-16 without a mark: every other byte of plain letters is zero. */
static const char *utf16_guess(const guint8 *head, size_t length)
{
    size_t zeros[2] = {0, 0};
    length = MIN(length, 256);
    for (size_t i = 0; i < length; i++)
        zeros[i % 2] += head[i] == 0;
    if (length < 4 || zeros[0] + zeros[1] < length / 4)
        return NULL;
    if (zeros[0] == 0)
        return "UTF-16LE";
    return zeros[1] == 0 ? "UTF-16BE" : NULL;
}

static const char *charset_marked(const guint8 *head, size_t length, size_t *skip)
{
    for (size_t i = 0; i < G_N_ELEMENTS(byte_order_marks); i++)
        if (length >= byte_order_marks[i].length &&
            memcmp(head, byte_order_marks[i].mark, byte_order_marks[i].length) == 0) {
            *skip = byte_order_marks[i].length;
            return byte_order_marks[i].charset;
        }
    *skip = 0;
    return utf16_guess(head, length);
}

const char *charset_guess(const guint8 *head, size_t length, bool whole, size_t *skip)
{
    const char *marked = charset_marked(head, length, skip);
    if (marked != NULL)
        return marked;
    Utf8Count count = {0};
    utf8_count(&count, head, length);
    count.wrong += whole && count.expected > 0;
    return utf8_verdict(&count);
}

/* The same over a whole file: one letter far down may tell the two apart. */
static const char *charset_of_file(int fd, size_t *skip, GError **error)
{
    g_autofree guint8 *block = g_malloc(SCAN_BLOCK);
    Utf8Count count = {0};
    const char *marked = NULL;
    ssize_t got;
    for (bool first = true; (got = read(fd, block, SCAN_BLOCK)) > 0; first = false) {
        if (first && (marked = charset_marked(block, (size_t)got, skip)) != NULL)
            return marked;
        utf8_count(&count, block, (size_t)got);
    }
    if (got < 0) {
        fail(error, BELRONDE_ERROR_MISSING, _("The file cannot be read: %s"), g_strerror(errno));
        return NULL;
    }
    count.wrong += count.expected > 0;
    return utf8_verdict(&count);
}

/* ---- conversion ---- */

/* Zero bytes become '?'; answers how many there were. */
static gint64 converted_add(GString *text, char *more, size_t length)
{
    gint64 zeros = 0;
    for (char *zero = more; (zero = memchr(zero, '\0', length - (size_t)(zero - more))) != NULL; zeros++)
        *zero = '?';
    g_string_append_len(text, more, (gssize)length);
    return zeros;
}

/* Converts what is whole and returns how many bytes at the end wait for more. */
static size_t convert(GIConv converter, size_t unit, const guint8 *raw, size_t length, bool last, GString *text,
                      gint64 *replaced, gint64 *zeros)
{
    char out[4096];
    char *from = (char *)raw;
    size_t left = length;
    while (left > 0) {
        char *to = out;
        size_t room = sizeof out;
        size_t result = g_iconv(converter, &from, &left, &to, &room);
        int problem = result == (size_t)-1 ? errno : 0;
        *zeros += converted_add(text, out, (size_t)(to - out));
        if (problem == EINVAL && !last)
            break;
        if (problem != EINVAL && problem != EILSEQ)
            continue;
        size_t over = MIN(unit, left);
        from += over;
        left -= over;
        *replaced += 1;
        g_string_append_c(text, '?');
    }
    return left;
}

static size_t charset_unit(const char *charset)
{
    return g_str_has_prefix(charset, "UTF-16") ? 2 : 1;
}

char *charset_text(const guint8 *head, size_t length, const char *charset)
{
    GString *text = g_string_sized_new(length);
    GIConv converter = g_iconv_open("UTF-8", charset);
    gint64 replaced = 0, zeros = 0;
    if (converter != (GIConv)-1) {
        convert(converter, charset_unit(charset), head, length, false, text, &replaced, &zeros);
        g_iconv_close(converter);
    }
    return g_string_free(text, FALSE);
}

/* ---- the stream ---- */

static bool file_open(TextStream *stream, GError **error)
{
    stream->fd = open(stream->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    if (stream->fd < 0 || fstat(stream->fd, &status) != 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be opened: %s"), stream->path, g_strerror(errno));
    if (!S_ISREG(status.st_mode))
        return fail(error, BELRONDE_ERROR_INPUT, _("%s is not a regular file"), stream->path);
    stream->total = status.st_size;
    return true;
}

static bool converter_open(TextStream *stream, const char *charset, GError **error)
{
    guint8 head[4];
    size_t skip = 0;
    if (charset == NULL) {
        charset = charset_of_file(stream->fd, &skip, error);
        if (charset == NULL)
            return false;
    } else {
        ssize_t got = pread(stream->fd, head, sizeof head, 0);
        charset_marked(head, got > 0 ? (size_t)got : 0, &skip);
    }
    stream->unit = charset_unit(charset);
    stream->converter = g_iconv_open("UTF-8", charset);
    if (stream->converter == (GIConv)-1)
        return fail(error, BELRONDE_ERROR_INPUT, _("The charset %s is not known on this machine"), charset);
    stream->bytes = (gint64)skip;
    if (lseek(stream->fd, (off_t)skip, SEEK_SET) < 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), stream->path, g_strerror(errno));
    return true;
}

TextStream *text_stream_open(const char *path, const char *charset, size_t block, GError **error)
{
    g_autoptr(TextStream) stream = g_new0(TextStream, 1);
    stream->path = g_strdup(path);
    stream->converter = (GIConv)-1;
    stream->block = MAX(block, 1);
    stream->raw = g_malloc(stream->block + CARRY_MOST);
    stream->text = g_string_new(NULL);
    if (!file_open(stream, error) || !converter_open(stream, charset, error))
        return NULL;
    return g_steal_pointer(&stream);
}

void text_stream_close(TextStream *stream)
{
    if (stream == NULL)
        return;
    if (stream->converter != (GIConv)-1)
        g_iconv_close(stream->converter);
    if (stream->fd >= 0)
        close(stream->fd);
    g_string_free(stream->text, TRUE);
    g_free(stream->raw);
    g_free(stream->path);
    g_free(stream);
}

static bool fill(TextStream *stream, GError **error)
{
    g_string_erase(stream->text, 0, (gssize)stream->text_at);
    stream->text_at = 0;
    ssize_t got = read(stream->fd, stream->raw + stream->raw_length, stream->block);
    if (got < 0)
        return fail(error, BELRONDE_ERROR_MISSING, _("%s cannot be read: %s"), stream->path, g_strerror(errno));
    stream->ended = got == 0;
    stream->bytes += got;
    stream->raw_length += (size_t)got;
    size_t left = convert(stream->converter, stream->unit, stream->raw, stream->raw_length, stream->ended, stream->text,
                          &stream->replaced, &stream->zeros);
    memmove(stream->raw, stream->raw + stream->raw_length - left, left);
    stream->raw_length = left;
    return true;
}

/* Length of the next line with its end, 0 when more bytes are needed to tell.  *ends is set to the length of
 * the line's end: CR LF, LF, or the lone CR of old machines. */
static size_t line_measure(const TextStream *stream, size_t *ends)
{
    const char *start = stream->text->str + stream->text_at;
    size_t length = stream->text->len - stream->text_at;
    size_t at = strcspn(start, "\r\n");
    *ends = 0;
    if (at >= length)
        return stream->ended ? length : 0;
    if (start[at] == '\r' && at + 1 == length && !stream->ended)
        return 0;
    *ends = start[at] == '\r' && at + 1 < length && start[at + 1] == '\n' ? 2 : 1;
    return at + *ends;
}

TextStatus text_stream_next(TextStream *stream, GString *line, GError **error)
{
    bool too_long = false;
    g_string_truncate(line, 0);
    for (;;) {
        size_t ends = 0, have = stream->text->len - stream->text_at;
        size_t length = line_measure(stream, &ends);
        if (length > 0 || (stream->ended && have == 0)) {
            if (length == 0 && !too_long)
                return TEXT_END;
            if (!too_long) {
                g_string_append_len(line, stream->text->str + stream->text_at, (gssize)(length - ends));
                g_string_append(line, ends > 0 ? "\n" : "");
            }
            stream->text_at += length;
            return too_long ? TEXT_TOO_LONG : TEXT_LINE;
        }
        if (have > LINE_MOST) {
            if (!too_long)
                g_string_append_len(line, stream->text->str + stream->text_at, TOO_LONG_SHOWN);
            too_long = true;
            bool keeps_return = stream->text->str[stream->text->len - 1] == '\r';
            stream->text_at = stream->text->len - keeps_return;
        }
        if (!fill(stream, error))
            return TEXT_FAILED;
    }
}

gint64 text_stream_replaced(const TextStream *stream)
{
    return stream->replaced;
}

gint64 text_stream_zeros(const TextStream *stream)
{
    return stream->zeros;
}

void text_stream_position(const TextStream *stream, gint64 *bytes, gint64 *total)
{
    *bytes = stream->bytes;
    *total = stream->total;
}
