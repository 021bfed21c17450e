/* A mail with enclosures as bytes (RFC 5322, 2045-2047, 2183, 2231): what `sendmail -t` reads and a folder keeps.
 *
 * One text in UTF-8 (quoted-printable), then each file (base64), in a multipart/mixed; no second form of the same text,
 * so no multipart/alternative.  The same letter in the same second makes the same bytes: Message-ID and boundary are
 * fingerprints of the content.  Names and subjects become one line whatever they hold, addresses are checked, so
 * nobody's name adds a header. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *name; /* any text, "" none */
    const char *address;
} MimeAddress;

typedef struct {
    const char *name; /* as the reader sees it; folders in it are left out */
    const char *type; /* "application/pdf" */
    GBytes *content;
} MimeFile;

typedef struct {
    MimeAddress from;
    const MimeAddress *to; /* one at least */
    size_t to_count;
    const char *subject, *language; /* language "nl" */
    const char *text;               /* lines with LF */
    gint64 sent;                    /* seconds since the epoch; written in the time zone of the desk */
    const MimeFile *files;
    size_t files_count;
    bool crlf; /* false: LF, as programs on this machine expect it on standard input; true: as it goes over SMTP */
} MimeMessage;

/* NULL with one sentence (INPUT) where an address cannot be used. */
GBytes *mime_message(const MimeMessage *message, GError **error);
