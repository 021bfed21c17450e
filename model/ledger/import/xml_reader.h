/* XML from outside, read as a stream: memory is bounded by the largest element, never by the file.
 *
 * No DTD, no entities of the file's own, no network, no second file.  The whole file is checked before the
 * first event is handed out, so that nothing of a broken file is ever used.  Names are local names: the
 * prefix a bank chose does not matter. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct XmlReader XmlReader;

typedef enum { XML_EVENT_START, XML_EVENT_END, XML_EVENT_DONE } XmlEventKind;

typedef struct {
    XmlEventKind kind;
    const char *name; /* local; borrowed until the next event */
    const char *uri;  /* namespace, "" none; borrowed until the next event */
    const char *text; /* END of an element without children: its characters; "" otherwise; borrowed likewise */
    int line;
} XmlEvent;

/* INPUT when the file is not well-formed or holds a DOCTYPE; MISSING when it cannot be opened. */
XmlReader *xml_reader_open(const char *path, GError **error);
void xml_reader_close(XmlReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlReader, xml_reader_close)

/* False with error when the file changed while it was read; after XML_EVENT_DONE it must not be called. */
bool xml_reader_next(XmlReader *reader, XmlEvent *event, GError **error);
/* At XML_EVENT_START: the attribute's value (caller frees), or NULL. */
char *xml_reader_attribute(XmlReader *reader, const char *name);
/* What the person has to be told of how the file was read (its encoding was a guess), or NULL; every reader of
 * XML hands it to its sink as a warning of the file.  Translated, not to be freed. */
const char *xml_reader_remark(const XmlReader *reader);
void xml_reader_position(const XmlReader *reader, gint64 *bytes, gint64 *total);

/* Whether these first bytes can be XML, and the name and namespace of the first elements in them, for
 * telling formats apart.  Looks at bytes only, in UTF-8, Latin-1 or UTF-16. */
bool xml_head_is_xml(const guint8 *head, size_t length);
/* The bytes as ASCII text (everything else '?'), UTF-16 narrowed.  Caller frees. */
char *xml_head_text(const guint8 *head, size_t length);
