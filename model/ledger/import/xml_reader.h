/* XML from outside, read as a stream: memory is bounded by the largest element, never by the file.
 *
 * No DTD, no entities of the file's own, no network, no second file.  The whole file is checked before the
 * first element is told, so that nothing of a broken file is ever used.  Names are local names: the
 * prefix a bank chose does not matter. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *name; /* local; borrowed, as all here, for the call */
    const char *uri;  /* namespace, "" none */
    const char *text; /* at the end of an element without children: its characters; "" otherwise */
    int line;
    const char *const *attributes; /* the library's own; see xml_attribute */
    int attribute_count;
    gint64 bytes, total; /* how far the file is read */
} XmlEvent;

/* Who listens; each but the remark returns false with error to stop. */
typedef struct {
    bool (*start)(const XmlEvent *event, void *data, GError **error);
    bool (*end)(const XmlEvent *event, void *data, GError **error);
    /* What the person has to be told of how the file was read (its encoding was a guess); translated.  Every reader of
     * XML hands it to its sink as a warning of the file. */
    void (*remark)(const char *sentence, void *data);
} XmlListener;

/* Reads the file from its first element to its last.  INPUT when it is not well-formed or holds a DOCTYPE (nothing was
 * told then), or when it changed while it was read; MISSING when it cannot be opened. */
bool xml_read(const char *path, const XmlListener *listener, void *data, GError **error);
/* At the start of an element: the attribute's value (caller frees), or NULL. */
char *xml_attribute(const XmlEvent *event, const char *name);

/* Whether these first bytes can be XML, and the name and namespace of the first elements in them, for
 * telling formats apart.  Looks at bytes only, in UTF-8, Latin-1 or UTF-16. */
bool xml_head_is_xml(const guint8 *head, size_t length);
/* The bytes as ASCII text (everything else '?'), UTF-16 narrowed.  Caller frees. */
char *xml_head_text(const guint8 *head, size_t length);
