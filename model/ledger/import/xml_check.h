/* First pass over an XML file: well-formed, without DOCTYPE, in the encoding it says?  Builds nothing. */
#pragma once
#include <glib.h>
#include <libxml/parser.h>
#include <stdbool.h>

/* How a file has to be read. */
typedef struct {
    const char *name; /* static; NULL: as declared */
    int skip;         /* a byte order mark that another name makes wrong */
    bool guess;       /* the letters fit it, but they fit others as well: names may be wrong */
} XmlEncoding;

/* Reads `fd` from its start.  INPUT with one sentence otherwise; `path` stands in it. */
bool xml_check(int fd, const char *path, XmlEncoding *encoding, GError **error);
/* A parser for `fd` from its start, fed by `take` with `data`, which the handler gets as well: no network, no DTD, no
 * entities, the library's own limits; with an encoding of ours the file's own word for it is passed over.  NULL when
 * there is none; xmlFreeParserCtxt. */
xmlParserCtxtPtr xml_parser_new(int fd, xmlSAXHandler *handler, xmlInputReadCallback take, void *data,
                                const XmlEncoding *encoding);
/* Before anything else is asked of the library: nothing of it may print. */
void xml_library_start(void);
/* Step between letters and the place of the first one: 1/0 for single bytes and UTF-8, 2/0 and 2/1 for UTF-16. */
void xml_head_layout(const guint8 *head, size_t length, size_t *start, size_t *step);
