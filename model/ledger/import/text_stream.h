/* A text file as lines of UTF-8, whatever it was written in; memory is bounded by the longest line allowed. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct TextStream TextStream;

typedef enum {
    TEXT_LINE,     /* a line; its end is '\n' where the file had one of any kind */
    TEXT_TOO_LONG, /* the first bytes of a line above the limit; the rest of it was passed over */
    TEXT_END,
    TEXT_FAILED, /* error is set */
} TextStatus;

/* What the first bytes say: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252"; *skip is the length of a byte
 * order mark.  `whole`: these bytes are the whole file, so a cut letter at the end is a wrong one. */
const char *charset_guess(const guint8 *head, size_t length, bool whole, size_t *skip);
/* The bytes in UTF-8; what cannot be read becomes '?'.  Caller frees. */
char *charset_text(const guint8 *head, size_t length, const char *charset);

/* charset NULL: guessed from the whole file.  `block` is how many bytes are read at once (tests use 1). */
TextStream *text_stream_open(const char *path, const char *charset, size_t block, GError **error);
void text_stream_close(TextStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextStream, text_stream_close)

TextStatus text_stream_next(TextStream *stream, GString *line, GError **error);
/* Letters that had to be replaced by '?' so far. */
gint64 text_stream_replaced(const TextStream *stream);
/* Zero bytes so far; they become '?' too. */
gint64 text_stream_zeros(const TextStream *stream);
void text_stream_position(const TextStream *stream, gint64 *bytes, gint64 *total);
