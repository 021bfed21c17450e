/* How text and bytes are written so that every mail server lets them through.  Line ends are `eol` everywhere. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A header that is folded between its words at 78 columns. */
typedef struct {
    GString *out;
    const char *eol;
    size_t column;
} MimeHeader;

MimeHeader mime_header_begin(GString *out, const char *eol, const char *name); /* "Subject" */
void mime_header_word(MimeHeader *header, const char *word);                   /* behind a blank or on a new line */
void mime_header_glue(MimeHeader *header, const char *sign);                   /* no blank before it */
void mime_header_end(MimeHeader *header);

/* Free text (a subject): as it is where that is safe, else encoded words. */
void mime_header_text(MimeHeader *header, const char *text);
/* A person's name before an address: bare words, quoted, or encoded words. */
void mime_header_phrase(MimeHeader *header, const char *name);
/* ; key="value", or as RFC 2231 has it when the value is long or not ASCII. */
void mime_header_parameter(MimeHeader *header, const char *key, const char *value);

void mime_quoted_printable(GString *out, const char *eol, const char *text);
void mime_base64(GString *out, const char *eol, const guchar *bytes, gsize size);
